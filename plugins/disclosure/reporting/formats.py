"""The report as text to read, as CSV for a spreadsheet, as JSON for other programs."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence

from disclosure.model.catalogue import Catalogue
from disclosure.reporting.report import Report, Row, by_unit
from disclosure.reporting.words import NO_UNIT, said, state_names, topic_names
from disclosure.spreadsheets import harmless, table_of
from disclosure.translating.report import Count, table

_COLUMNS = (
    *("科室識別碼 unit", "科室 name of the unit", "事項 topic", "狀態 state", "種類 kind"),
    *("識別碼 id", "題名 title", "英文題名 title in English", "檔案 file"),
    *("年度 year", "上次 last", "期限 due", "天數 days"),
)


def as_text(found: Report, catalogue: Catalogue, translated: Sequence[Count] = ()) -> str:
    """Each row in two lines below its unit, Chinese, then English; how far translations are."""
    zh = "、".join(f"{state_names(state)[0]} {count} 件" for state, count in found.counts.items())
    en = ", ".join(
        f"{count} {state_names(state)[1].lower()}" for state, count in found.counts.items()
    )
    lines = [
        f"{found.day} 的到期清單（往後看 {found.within} 天）：{zh}。",
        f"    What is due on {found.day}, and {found.within} days ahead: {en}.",
    ]
    for unit, rows in by_unit(found).items():
        name_zh, name_en = _unit(catalogue, unit)
        lines += ["", f"{name_zh} {name_en}"]
        for row in rows:
            in_zh, in_en = said(row)
            title_zh, title_en = _title(catalogue, row)
            lines += [f"{row.path}: {title_zh}：{in_zh}", f"    {title_en}: {in_en}"]
    if translated:
        lines += ["", "譯文的進度 Translations", table(translated, catalogue)]
    return "\n".join(lines)


def as_csv(found: Report, catalogue: Catalogue, translated: Sequence[Count] = ()) -> str:
    """A row a line.

    The table has one kind of line: how far the translations are, `disclosure translations` tells.
    """
    rows: list[Iterable[object]] = [_COLUMNS]
    for row in found.rows:
        title_zh, title_en = _title(catalogue, row)
        cells = (
            *(row.unit, _unit(catalogue, row.unit)[0]),
            *(topic_names(row.topic)[0], state_names(row.state)[0], row.kind),
            *(row.id, title_zh, title_en, row.path),
            *(row.year or "", row.last or "", row.due or "", row.days),
        )
        rows.append([harmless(cell) for cell in cells])
    return table_of(rows)


def as_json(found: Report, catalogue: Catalogue, translated: Sequence[Count] = ()) -> str:
    """Everything, with names as they are in the program."""
    rows = [
        {
            "topic": row.topic,
            "state": row.state,
            "unit": row.unit or None,
            "units": row.units,
            "kind": row.kind,
            "id": row.id or None,
            "title": row.title.root,
            "file": row.path,
            "year": row.year or None,
            "last": _iso(row.last),
            "due": _iso(row.due),
            "days": row.days,
        }
        for row in found.rows
    ]
    told = {
        "day": found.day.isoformat(),
        "within": found.within,
        "counts": found.counts,
        "rows": rows,
        "translations": [one.as_data() for one in translated],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Report, Catalogue, Sequence[Count]], str]] = {
    "text": as_text,
    "csv": as_csv,
    "json": as_json,
}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _unit(catalogue: Catalogue, unit: str) -> tuple[str, str]:
    """Its name in Chinese and in English; its id, when it is not registered."""
    if not unit:
        return NO_UNIT
    known = catalogue.units.get(unit)
    return (known.name.best("zh")[0], known.name.best("en")[0]) if known else (unit, unit)


def _title(catalogue: Catalogue, row: Row) -> tuple[str, str]:
    return row.title.best("zh")[0], row.title.best("en")[0]
