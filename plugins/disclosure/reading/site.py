"""All files of a site → one catalogue, and every problem met on the way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from disclosure.model.accessibility import Accessibility
from disclosure.model.agency import Agencies, Agency, Units
from disclosure.model.catalogue import Catalogue, Source
from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.faq import FaqCategories
from disclosure.model.form import Form
from disclosure.model.glossary import Glossary
from disclosure.model.plan import Plan
from disclosure.model.record import Record
from disclosure.model.search_words import SearchWords
from disclosure.model.service import Service
from disclosure.model.settings import Settings
from disclosure.model.text import Text
from disclosure.problems import Problem, errors
from disclosure.reading.audit import NAME as AUDIT
from disclosure.reading.audit import read_audit
from disclosure.reading.data_file import ModelT, load
from disclosure.reading.downloads import read_downloads
from disclosure.reading.files import is_there, read_text, relative, walk
from disclosure.reading.locator import Locator
from disclosure.reading.markdown_records import read_content
from disclosure.reading.schemes import read_schemes
from disclosure.reading.strays import strays
from disclosure.reading.strings import Strings, read_strings
from disclosure.resources import translation_folder

#: Folders of `data/` with one record a file, and the model of each.
RECORD_FOLDERS: dict[str, type[Record]] = {
    "plans": Plan,
    "services": Service,
    "forms": Form,
    "disclosure": DisclosureItem,
}
_SINGLE_FILES = (
    *("agency.yml", "agencies.yml", "units.yml", "faq.yml"),
    *("glossary.yml", "accessibility.yml", "search.yml", AUDIT),
)
_FOLDERS = (*RECORD_FOLDERS, "classification", "translations")


@dataclass
class Reading:
    """A site as read. `catalogue` is None when the agency's own file is damaged."""

    catalogue: Catalogue | None
    strings: dict[str, Strings]
    problems: list[Problem]


def read_site(settings: Settings) -> Reading:
    """Read every file of the site. Never raises for an editor's mistake."""
    problems: list[Problem] = []
    strings, untranslated = read_strings(
        settings.data_folder / "translations",
        translation_folder(),
        settings.root,
        settings.languages,
    )
    problems += untranslated
    problems += strays(settings, _SINGLE_FILES, _FOLDERS)
    agency = _agency(settings, problems)
    agencies = _file(settings, "agencies.yml", Agencies, problems) or Agencies()
    units = _file(settings, "units.yml", Units, problems) or Units()
    categories = _file(settings, "faq.yml", FaqCategories, problems) or FaqCategories()
    glossary = _file(settings, "glossary.yml", Glossary, problems) or Glossary()
    accessibility = _file(settings, "accessibility.yml", Accessibility, problems)
    search_words = _file(settings, "search.yml", SearchWords, problems) or SearchWords()
    trees = read_schemes(settings, problems)
    records, sources = _records(settings, problems)
    if agency is None:
        return Reading(None, strings, problems)
    if not any(record.life == "published" for record in records.values()) and not errors(problems):
        problems.append(
            Problem(
                settings.content,
                0,
                0,
                "no-records",
                "還沒有任何資料：請先建立首頁 index.md，或在 data/ 放一筆資料。",
                "There is nothing to publish yet: write a home page index.md here, or put a "
                f"record into {settings.data}/.",
            )
        )
    problems += _doubles(settings, "agencies.yml", "agencies", [a.id for a in agencies.agencies])
    problems += _doubles(settings, "units.yml", "units", [u.id for u in units.units])
    problems += _doubles(settings, "faq.yml", "categories", [c.id for c in categories.categories])
    problems += _doubles(settings, "glossary.yml", "terms", [t.id for t in glossary.terms])
    offered = ((record, sources[record.id].path) for record in records.values())
    catalogue = Catalogue(
        languages=settings.languages,
        agency=agency,
        agencies={named.id: named for named in agencies.agencies},
        units={unit.id: unit for unit in units.units},
        trees=trees,
        categories={category.id: category for category in categories.categories},
        records=records,
        sources=sources,
        files=read_downloads(offered, settings, problems),
        glossary=glossary.terms,
        accessibility=accessibility,
        audit=read_audit(settings, problems),
        search_words=search_words,
        drafts=settings.drafts,
    )
    return Reading(catalogue, strings, problems)


def _file(
    settings: Settings,
    name: str,
    model: type[ModelT],
    problems: list[Problem],
) -> ModelT | None:
    path = settings.data_folder / name
    if is_there(path):
        return load(path, settings, model, problems)
    return None


def _agency(settings: Settings, problems: list[Problem]) -> Agency | None:
    """The agency's file; a site that has none yet goes by its name in mkdocs.yml."""
    path = settings.data_folder / "agency.yml"
    if is_there(path):
        return load(path, settings, Agency, problems)
    problems.append(
        Problem(
            relative(path, settings.root),
            0,
            0,
            "no-agency",
            "還沒有這個檔案，機關名稱暫用 mkdocs.yml 的 site_name；"
            "請建立它，寫上機關名稱、地址與電話。",
            "There is no such file yet, so the site_name of mkdocs.yml stands in: create it with "
            "the agency's name, address and telephone number.",
            "warning",
        )
    )
    return Agency(name=Text.model_construct(root={settings.primary: settings.site_name or "—"}))


def _records(
    settings: Settings, problems: list[Problem]
) -> tuple[dict[str, Record], dict[str, Source]]:
    records: dict[str, Record] = {}
    sources: dict[str, Source] = {}

    def add(record: Record, source: Source) -> None:
        if record.id in records:
            problems.append(
                Problem(
                    source.path,
                    0,
                    0,
                    "duplicate-id",
                    f"識別碼「{record.id}」已由 {sources[record.id].path} 使用；"
                    "每筆資料的識別碼不能重複。",
                    f'The id "{record.id}" is taken by {sources[record.id].path}; every record '
                    "needs its own.",
                )
            )
            return
        records[record.id] = record
        sources[record.id] = source

    for folder, model in RECORD_FOLDERS.items():
        for path in walk(settings.data_folder / folder, settings.root, problems):
            name = relative(path, settings.root)
            if path.suffix != ".yml":
                problems.append(
                    Problem(
                        name,
                        0,
                        0,
                        "unknown-file",
                        "這個資料夾只放副檔名 .yml 的資料檔。",
                        "This folder holds data files ending in .yml only.",
                    )
                )
                continue
            record = load(path, settings, model, problems)
            if record is not None:
                problems += _id_is_name(record, path, settings)
                add(record, Source(name))
    found = read_content(settings)
    problems += found.problems
    for page, source in found.records:
        add(page, source)
    return records, sources


def _id_is_name(record: Record, path: Path, settings: Settings) -> list[Problem]:
    if record.id == path.stem:
        return []
    text = read_text(path, settings.root, []) or ""
    line = next((n for n, words in enumerate(text.split("\n"), 1) if words.startswith("id:")), 0)
    return [
        Problem(
            relative(path, settings.root),
            line,
            0,
            "id-differs",
            f"id 是「{record.id}」，檔名卻是「{path.stem}」；兩者要相同，因為它就是網址。",
            f'The id is "{record.id}" but the file is named "{path.stem}": they must be the same, '
            "because it is the address.",
        )
    ]


def _doubles(settings: Settings, name: str, field: str, ids: list[str]) -> list[Problem]:
    """Ids that stand twice in a register."""
    path = settings.data_folder / name
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, one in enumerate(ids):
        if one in seen:
            line, column = Locator(settings.root).place(
                relative(path, settings.root), (field, number, "id")
            )
            problems.append(
                Problem(
                    relative(path, settings.root),
                    line,
                    column,
                    "duplicate-id",
                    f"識別碼「{one}」在清單裡出現兩次"
                    f"（第 {seen[one] + 1} 項與第 {number + 1} 項）。",
                    f'The id "{one}" stands twice in the list (no. {seen[one] + 1} and no. '
                    f"{number + 1}).",
                )
            )
        seen.setdefault(one, number)
    return problems
