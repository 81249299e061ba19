"""All files of a site → one catalogue, and every problem met on the way."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.model.accessibility import Accessibility
from disclosure.model.agency import Agencies, Agency, Units
from disclosure.model.catalogue import Catalogue
from disclosure.model.faq import FaqCategories
from disclosure.model.freshness import Freshness
from disclosure.model.glossary import Glossary
from disclosure.model.ledger import NAME as LEDGER
from disclosure.model.notices import Notices
from disclosure.model.outside_links import OutsideLinks
from disclosure.model.personal_data import PersonalData
from disclosure.model.search_words import SearchWords
from disclosure.model.settings import Settings
from disclosure.model.text import Text
from disclosure.problems import Problem, errors
from disclosure.reading.audit import NAME as AUDIT
from disclosure.reading.audit import read_audit
from disclosure.reading.data_file import ModelT, load
from disclosure.reading.downloads import read_downloads
from disclosure.reading.files import is_there, relative
from disclosure.reading.history import NAME as HISTORY
from disclosure.reading.history import completed, read_history
from disclosure.reading.ledger import read_ledger
from disclosure.reading.locator import Locator
from disclosure.reading.records import RECORD_FOLDERS, read_records
from disclosure.reading.schemes import read_schemes
from disclosure.reading.strays import strays
from disclosure.reading.strings import Strings, read_strings
from disclosure.reading.translation_lock import NAME as TRANSLATION_LOCK
from disclosure.reading.translation_lock import read_lock
from disclosure.resources import translation_folder

_SINGLE_FILES = (
    *("agency.yml", "agencies.yml", "units.yml", "faq.yml"),
    *("glossary.yml", "accessibility.yml", "search.yml", AUDIT, HISTORY),
    *("personal-data.yml", "links.yml", TRANSLATION_LOCK, LEDGER, "freshness.yml", "notices.yml"),
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
    _file(settings, "links.yml", OutsideLinks, problems)  # what `disclosure links` will want
    personal = _file(settings, "personal-data.yml", PersonalData, problems) or PersonalData()
    freshness = _file(settings, "freshness.yml", Freshness, problems) or Freshness()
    notices = _file(settings, "notices.yml", Notices, problems) or Notices()
    trees = read_schemes(settings, problems)
    records, sources = read_records(settings, problems)
    edits = read_history(settings, records, sources, problems)
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
    problems += _doubles(settings, "notices.yml", "notices", [n.id for n in notices.notices])
    offered = ((record, sources[record.id].path) for record in records.values())
    catalogue = Catalogue(
        languages=settings.languages,
        agency=agency,
        agencies={named.id: named for named in agencies.agencies},
        units={unit.id: unit for unit in units.units},
        trees=trees,
        categories={category.id: category for category in categories.categories},
        records=completed(records, edits),
        sources=sources,
        files=read_downloads(offered, settings, problems),
        glossary=glossary.terms,
        avoided=glossary.avoid,
        allowed=glossary.allow,
        accessibility=accessibility,
        audit=read_audit(settings, problems),
        search_words=search_words,
        personal_data=personal,
        edits=edits,
        freshness=freshness,
        notices=notices,
        released=read_ledger(settings, problems),
        translation_lock=read_lock(settings, problems),
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
