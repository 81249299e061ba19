"""Files with one record each → records: the folders of `data/`, and the Markdown of `content/`."""

from __future__ import annotations

from pathlib import Path

from disclosure.model.catalogue import Source
from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.form import Form
from disclosure.model.plan import Plan
from disclosure.model.record import Record
from disclosure.model.service import Service
from disclosure.model.settings import Settings
from disclosure.problems import Problem
from disclosure.reading.data_file import load
from disclosure.reading.files import read_text, relative, walk
from disclosure.reading.markdown_records import read_content

#: Folders of `data/` with one record a file, and the model of each.
RECORD_FOLDERS: dict[str, type[Record]] = {
    "plans": Plan,
    "services": Service,
    "forms": Form,
    "disclosure": DisclosureItem,
}


def read_records(
    settings: Settings, problems: list[Problem]
) -> tuple[dict[str, Record], dict[str, Source]]:
    """Every record by its id, and where each was read from."""
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
                    "每筆資料的識別碼不能重複，請替新的這一筆另取檔名（有 id 的也一起改）。",
                    f'The id "{record.id}" is taken by {sources[record.id].path}; every record '
                    "needs its own. Give the newer one another file name, and another `id` where "
                    "it has one.",
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
