"""Which translations follow their original, and what the lock file remembers of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from disclosure.model.catalogue import Catalogue
from disclosure.model.citation import Citation
from disclosure.model.notices import Notice, Notices
from disclosure.model.settings import Settings
from disclosure.model.text import Text, text
from disclosure.model.translation import Lock
from disclosure.reading.translation_lock import parse
from disclosure.translating.fields import fields
from disclosure.translating.lags import find_lags, together
from disclosure.translating.lock import accept, tidy, written
from disclosure.translating.report import counts, table
from disclosure.translating.states import (
    Translation,
    accepted,
    fingerprint,
    normalised,
    survey,
    unsettled,
)
from tests.unit.builders import Project, catalogue, faq

FIRST = dt.date(2026, 3, 2)
LATER = dt.date(2026, 5, 1)
DATA = "data"


def site(**changes: object) -> Catalogue:
    """One question, in two languages but for its summary."""
    words = {"title": text(zh="問", en="ask"), "answer": text(zh="答", en="told")}
    return catalogue(faq("q", **(words | changes)))


def states(of: Catalogue) -> dict[str, str]:
    """The state of each field of the question."""
    return {one.field.name: one.state for one in survey(of, DATA) if one.owner == "q"}


def locked(of: Catalogue, *names: str, day: dt.date = FIRST) -> Lock:
    """A lock file in which fields of a site are accepted; all of them if none is named."""
    lock = of.translation_lock or Lock()
    for one in survey(of, DATA):
        if one.state != "missing" and (not names or one.field.name in names):
            lock.add(accepted(one, "zh", day))
    return lock


def after(before: Catalogue, **changes: object) -> Catalogue:
    """The site as it was accepted, then with changes."""
    now = site(**changes)
    now.translation_lock = locked(before)
    return now


def test_what_was_never_accepted_is_unconfirmed_and_what_is_not_written_is_missing() -> None:
    found = states(site(summary=text(zh="略")))
    assert found == {"title": "unconfirmed", "summary": "missing", "body": "unconfirmed"}


def test_what_was_accepted_is_current() -> None:
    assert set(states(after(site())).values()) == {"current"}


def test_a_changed_original_makes_that_field_stale_and_no_other() -> None:
    now = after(site(), answer=text(zh="答了", en="told"))
    assert states(now) == {"title": "current", "body": "stale"}
    (one,) = (one for one in unsettled(now, DATA) if one.state == "stale")
    assert (one.name, one.language, one.since) == ("q#body", "en", FIRST)


def test_a_rewritten_translation_is_unconfirmed_whether_or_not_the_original_changed() -> None:
    now = after(site(), title=text(zh="問", en="asked"), answer=text(zh="答了", en="said"))
    assert states(now) == {"title": "unconfirmed", "body": "unconfirmed"}


def test_an_original_that_is_put_back_is_followed_again() -> None:
    now = after(site(), answer=text(zh="答了", en="told"))
    again = site()
    again.translation_lock = now.translation_lock
    assert states(again)["body"] == "current"


@pytest.mark.parametrize("words", ["答 ", "答\r\n", "\n答"])
def test_what_nobody_sees_is_no_change(words: str) -> None:
    assert states(after(site(), answer=text(zh=words, en="told")))["body"] == "current"


def sources(*titles: tuple[str, str]) -> tuple[Citation, ...]:
    return tuple(Citation(title=text(zh=zh, en=en)) for zh, en in titles)


def test_entries_of_a_list_may_move_and_are_still_followed_when_they_change() -> None:
    before = site(sources=sources(("甲", "a"), ("乙", "b")))
    moved = after(before, sources=sources(("丙", "c"), ("甲", "a"), ("乙乙", "b")))
    found = states(moved)
    assert found["sources/1/title"] == "unconfirmed"
    assert found["sources/2/title"] == "current"
    assert found["sources/3/title"] == "stale"


def test_like_words_of_another_field_say_nothing() -> None:
    before = site(title=text(zh="免費", en="free"))
    now = after(before, title=text(zh="免費", en="free"), answer=text(zh="不用錢", en="free"))
    assert states(now) == {"title": "current", "body": "unconfirmed"}


def test_the_name_of_a_source_need_not_be_translated() -> None:
    found = states(site(sources=(Citation(title=text(zh="監獄行刑法")),)))
    assert "sources/1/title" not in found


def test_entries_with_an_id_go_by_it_and_no_two_fields_have_one_name() -> None:
    of = site()
    names = [(field.owner, field.name) for field in fields(of, DATA)]
    assert len(set(names)) == len(names)
    assert ("units.yml/guard", "name") in names


def test_a_notice_whose_day_was_changed_in_one_language_is_stale() -> None:
    def noticed(title: Text) -> Catalogue:
        of = site()
        of.notices = Notices(notices=(Notice(id="typhoon", since=FIRST, until=LATER, title=title),))
        return of

    def found(now: Catalogue) -> list[Translation]:
        now.translation_lock = lock
        return [one for one in unsettled(now, DATA) if one.owner == "notices.yml/typhoon"]

    lock = locked(noticed(text(zh="3 日停止接見", en="No visits on the 3rd")))
    (one,) = found(noticed(text(zh="3 日、4 日停止接見", en="No visits on the 3rd")))
    assert (one.field.name, one.state) == ("title", "stale")
    assert one.field.place("en") == ("data/notices.yml", ("notices", 0, "title", "en"))
    # One that lacks its English is told by a rule of its own.
    assert found(noticed(text(zh="停止接見"))) == []


def test_a_fingerprint_is_of_the_words_and_has_no_digits() -> None:
    assert fingerprint("答 \r\n下") == fingerprint("答\n下\n")
    assert fingerprint("答") != fingerprint("達")
    assert fingerprint("答").isalpha()
    assert len(fingerprint("答")) == 16
    assert normalised(" 甲 \r\n\r\n乙\t") == "甲\n\n乙"


# -- the lock file -------------------------------------------------------------------------------


def test_a_lock_file_reads_back_and_is_sorted() -> None:
    rows = [row for some in locked(site()).rows.values() for row in some]
    lines = written(reversed(rows))
    lock, damaged = parse(lines, ("zh", "en"))
    assert not damaged
    assert sorted(row for some in lock.rows.values() for row in some) == sorted(rows)
    told = [line for line in lines.splitlines() if not line.startswith("#")]
    assert told == sorted(told)


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "q en body",
        "q en body xyz abcdefghijklmnop 2026-03-02",
        "q en body abcdefghijklmnop abcdefghijklmnop 2026-13-02",
        "q fr body abcdefghijklmnop abcdefghijklmnop 2026-03-02",
        "q  en body abcdefghijklmnop abcdefghijklmnop 2026-03-02",
    ],
)
def test_a_damaged_line_is_told_and_costs_no_other(line: str) -> None:
    good = "q en title abcdefghijklmnop abcdefghijklmnop 2026-03-02"
    lock, damaged = parse(f"# head\n{line}\n{good}\n", ("zh", "en"))
    assert damaged == [2]
    assert [row.field for row in lock.of("q", "en")] == ["title"]


def chosen(of: Catalogue, *names: str) -> list[Translation]:
    return [one for one in survey(of, DATA) if not names or one.name in names]


def stored(settings: Settings) -> Lock:
    """The lock file as it stands on the disk."""
    lines = (settings.data_folder / "translations.lock").read_text("utf-8")
    lock, damaged = parse(lines, settings.languages)
    assert not damaged
    return lock


def days(lock: Lock, owner: str = "q") -> Mapping[str, dt.date]:
    return {row.field: row.day for row in lock.of(owner, "en")}


def test_accepting_keeps_the_days_of_what_is_current_and_drops_what_is_gone(
    project: Project,
) -> None:
    before = site(sources=sources(("甲", "a")))
    now = after(before, answer=text(zh="答了", en="told"))
    assert accept(now, project.settings(), chosen(now, "q#body"), LATER) == 1
    lock = stored(project.settings())
    assert days(lock) == {"title": FIRST, "body": LATER}
    assert lock.of("units.yml/guard", "en") == now.translation_lock.of("units.yml/guard", "en")  # type: ignore[union-attr]
    now.translation_lock = lock
    assert states(now) == {"title": "current", "body": "current"}


def test_accepting_one_field_leaves_a_stale_neighbour_as_it_was(project: Project) -> None:
    now = after(site(), title=text(zh="問了", en="ask"), answer=text(zh="答了", en="told"))
    accept(now, project.settings(), chosen(now, "q#title"), LATER)
    now.translation_lock = stored(project.settings())
    assert states(now) == {"title": "current", "body": "stale"}


def test_tidying_removes_what_no_field_needs(project: Project) -> None:
    now = after(site(sources=sources(("甲", "a"))))
    path = project.settings().data_folder / "translations.lock"
    rows = [row for some in (now.translation_lock or Lock()).rows.values() for row in some]
    path.write_text(f"=======\n{written(rows)}", encoding="utf-8")
    assert tidy(now, project.settings()) == 2
    assert days(stored(project.settings())) == {"title": FIRST, "body": FIRST}


def test_a_renamed_record_keeps_what_was_accepted(project: Project) -> None:
    words = {"title": text(zh="問", en="ask"), "answer": text(zh="答了", en="told")}
    now = catalogue(faq("new-name", former=("q",), **words))
    now.translation_lock = locked(site())
    found = {one.field.name: one.state for one in survey(now, DATA) if one.owner == "new-name"}
    assert found == {"title": "current", "body": "stale"}
    tidy(now, project.settings())
    kept = stored(project.settings())
    assert {row.field for row in kept.of("new-name", "en")} == {"title", "body"}
    assert kept.of("q", "en") == []


# -- what is made of the states ------------------------------------------------------------------


def test_the_table_counts_each_field_once() -> None:
    now = after(site(), answer=text(zh="答了", en="told"))
    found = list(survey(now, DATA))
    rows = {row.unit: row for row in counts(found, now)}
    assert rows["*"].states.total() == len(found)
    assert rows["*"].percent < 100
    assert sum(row.states.total() for unit, row in rows.items() if unit != "*") == len(found)
    assert "全部 all" in table(rows.values(), now)


def test_a_page_looks_for_stale_texts_by_their_words() -> None:
    answer = Text.model_construct(root={"zh": "答了", "en": "told"})
    found = find_lags(after(site(), answer=answer), DATA)
    lags = together(found, ["q", "nobody"], "en")
    assert lags.count == 1
    assert lags.since(answer, "en") == FIRST
    assert lags.since(text(zh="問", en="ask"), "en") is None
    assert together(found, ["q"], "zh").count == 0


def test_nothing_is_known_before_anything_was_accepted() -> None:
    of = site()
    assert unsettled(of, DATA) == ()
    of.translation_lock = Lock()
    assert unsettled(of, DATA) == ()
