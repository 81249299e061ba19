"""The links and what became of them: for people, for programs and for a table."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from disclosure.outside.answers import NAMES, STATES, Answer
from disclosure.outside.collecting import Place
from disclosure.spreadsheets import harmless, table_of

Links = Mapping[str, Sequence[Place]]
FORMATS = ("text", "json", "csv")


@dataclass(frozen=True)
class Result:
    """All links, the answers for those that were asked, and the reasons for passing over others."""

    links: Links
    answers: Mapping[str, Answer] = field(default_factory=dict)
    passed_over: Mapping[str, str] = field(default_factory=dict)

    @property
    def broken(self) -> list[str]:
        """The links that lead nowhere."""
        return [one for one, answer in self.answers.items() if answer.state == "broken"]


def written(result: Result, form: str) -> str:
    """A report in one of the `FORMATS`."""
    return {"text": _text, "json": _json, "csv": _csv}[form](result)


def _text(result: Result) -> str:
    lines: list[str] = []
    if not result.answers:
        for address, places in result.links.items():
            lines += [address, *(f"    {place}" for place in places)]
    for state in STATES:
        found = {one: answer for one, answer in result.answers.items() if answer.state == state}
        if not found:
            continue
        zh, en = NAMES[state]
        lines.append(f"{len(found)} 個{zh}\n    {len(found)} {en}")
        for address, answer in found.items() if state != "ok" else ():
            lines += [f"  {address}", f"    {answer.zh} / {answer.en}"]
            if answer.since != answer.checked:
                lines.append(f"    自 {answer.since} 起 / since {answer.since}")
            lines += [f"    {place}" for place in result.links[address]]
    for address, reason in result.passed_over.items():
        lines.append(f"略過 {address}：{reason}\n    passed over")
    files = len({place.path for places in result.links.values() for place in places})
    count = len(result.links)
    lines.append(
        f"共 {count} 個外部網址，在 {files} 個檔案。\n"
        f"    {count} address{'es' * (count != 1)} of other sites in {files} "
        f"file{'s' * (files != 1)}."
    )
    return "\n".join(lines) + "\n"


def _rows(result: Result) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for address, places in result.links.items():
        answer = result.answers.get(address)
        row: dict[str, object] = {"address": address, "state": "", "passed_over": ""}
        row["passed_over"] = result.passed_over.get(address, "")
        if answer:
            row |= {"state": answer.state, "status": answer.status, "zh": answer.zh}
            row |= {"en": answer.en, "moved_to": answer.moved_to}
            row |= {"checked": answer.checked, "since": answer.since}
        rows.append(row | {"places": [str(place) for place in places]})
    return rows


def _json(result: Result) -> str:
    return json.dumps({"links": _rows(result)}, ensure_ascii=False, indent=2) + "\n"


def _csv(result: Result) -> str:
    columns = ["address", "state", "status", "zh", "en", "moved_to", "checked", "since"]
    columns += ["passed_over", "place"]
    rows: list[list[str]] = [columns]
    for row in _rows(result):
        places = row.pop("places")
        assert isinstance(places, list)
        for place in places:
            cells = row | {"place": place}
            rows.append([harmless(cells.get(name, "")) for name in columns])
    return table_of(rows)
