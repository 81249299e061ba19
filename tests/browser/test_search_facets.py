"""Facets of the search: what the counts promise is what a tick brings, and the address keeps it."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import Search
from tests.support.searching import SearchPage
from tests.support.site import TREES

#: A question of each language that some thirty to sixty documents of many kinds answer.
MANY = {"": "接見", "en/": "bail"}
SERVICE, FAQ = ("kind", "service"), ("kind", "faq")
#: Three facets, one after the other, each of which leaves something.
THEME = ("theme", "330")


@pytest.mark.parametrize("tree", TREES)
def test_every_count_is_the_number_of_results_after_the_tick(search: Search, tree: str) -> None:
    with search(tree) as seen:
        seen.ask(MANY[tree])
        seen.unfold()
        everything = seen.number
        counts = seen.counts()
        assert len({facet for facet, _ in counts}) > 4
        for box, count in counts.items():
            seen.tick(box)
            assert (box, seen.number) == (box, count)
            assert seen.counts()[box] == count
            seen.tick(box)
        assert seen.number == everything
        assert seen.counts() == counts
        assert seen.trouble == []


def test_the_status_tells_how_many_are_really_listed(search: Search) -> None:
    """Through all parts of the results, for one box of each facet."""
    with search() as seen:
        seen.ask(MANY[""])
        counts = seen.counts()
        # The rarest choice of each facet that still fills more than one part, if there is one.
        many = {box[0]: box for box in counts}
        many |= {box[0]: box for box, count in counts.items() if count > 10}
        assert any(counts[box] > 10 for box in many.values())
        for box in many.values():
            seen.ask(MANY[""], box)
            assert (box, len(seen.all_entries())) == (box, counts[box])
        seen.ask(MANY[""])
        assert len(seen.all_entries()) == seen.number > 10


def test_two_of_one_facet_are_either_and_two_facets_are_both(search: Search) -> None:
    with search() as seen:
        seen.ask(MANY[""])
        seen.unfold()
        counts = seen.counts()
        seen.tick(FAQ)
        kinds = {one.kind for one in seen.entries}
        assert kinds == {seen.words["kinds"]["faq"]}
        # The counts of the same facet stay: they tell what a tick would add.
        assert {box: n for box, n in seen.counts().items() if box[0] == "kind"} == {
            box: n for box, n in counts.items() if box[0] == "kind"
        }
        within = seen.counts()[THEME]
        assert within < counts[THEME]
        seen.tick(SERVICE)
        assert seen.number == counts[FAQ] + counts[SERVICE]
        seen.tick(SERVICE, THEME)
        assert seen.number == within
        seen.tick(SERVICE)
        both = seen.all_entries()
        names = seen.words["kinds"]
        assert {one.kind for one in both} == {names["faq"], names["service"]}
        assert within < len(both) < counts[FAQ] + counts[SERVICE] + 1


def test_what_is_chosen_stands_in_the_address(search: Search) -> None:
    with search() as seen:
        seen.ask(MANY[""])
        seen.unfold()
        boxes = [FAQ, SERVICE, THEME]
        seen.tick(*boxes)
        assert sorted(seen.query) == sorted([("q", MANY[""]), *boxes])
        assert sorted(seen.ticked) == sorted(boxes)
        shown, counts, address = seen.shown, seen.counts(), seen.page.url
        seen.page.reload()
        seen.settle()
        assert seen.shown == shown
        assert seen.counts() == counts
    with search() as other:
        other.page.goto(f"{other.base}/{address.split('/', 3)[3]}")
        other.settle()
        assert other.shown == shown


def test_back_and_forward_bring_each_step_again(search: Search) -> None:
    with search() as seen:
        seen.ask(MANY[""])
        seen.unfold()
        steps = [(seen.shown, seen.counts(), seen.page.url)]
        for box in (FAQ, SERVICE, THEME):
            seen.tick(box)
            steps.append((seen.shown, seen.counts(), seen.page.url))
        assert len({shown for shown, _, _ in steps}) == len(steps)
        ways = [seen.page.go_back] * 3 + [seen.page.go_forward] * 3
        for step, go in zip([*reversed(steps[:-1]), *steps[1:]], ways, strict=True):
            with seen.change():
                go()
            assert (seen.shown, seen.counts(), seen.page.url) == step
        assert seen.trouble == []


def test_back_from_a_part_of_narrowed_results(search: Search) -> None:
    with search() as seen:
        seen.ask(MANY[""])
        seen.unfold()
        seen.tick(FAQ)
        shown = seen.shown
        seen.page.locator("#search-pager a[rel=next]").click()
        seen.settle()
        assert seen.ticked == [FAQ]
        # A tick on a later part begins with the first part again.
        seen.unfold()
        seen.tick(SERVICE)
        assert dict(seen.query).get("page") is None
        with seen.change():
            seen.page.go_back()
        assert dict(seen.query)["page"] == "2"
        seen.page.go_back()
        seen.settle()
        assert seen.shown == shown


def test_the_focus_stays_on_the_box(search: Search) -> None:
    """Also when the tick leaves nothing, and all other counts change."""
    with search() as seen:
        seen.ask(MANY[""])
        seen.unfold()
        focused = "[document.activeElement.name, document.activeElement.value]"
        for box in (FAQ, THEME, FAQ):
            top = box_top(seen, box)
            seen.page.locator(f'[name="{box[0]}"][value="{box[1]}"]').focus()
            with seen.change():
                seen.page.keyboard.press("Space")
            assert seen.page.evaluate(focused) == list(box)
            # Beside the results nothing moves under the finger either.
            assert box_top(seen, box) == top


def box_top(seen: SearchPage, box: tuple[str, str]) -> float:
    """Where a box stands in the page."""
    found = seen.page.evaluate(
        "([name, value]) => document.querySelector(`[name='${name}'][value='${value}']`)"
        ".getBoundingClientRect().top + scrollY",
        list(box),
    )
    return float(found)


def test_all_choices_are_cleared_at_once(search: Search) -> None:
    with search() as seen:
        seen.ask(MANY[""])
        seen.unfold()
        before, everything = seen.shown, seen.number
        clear = seen.page.get_by_role("link", name="取消所有條件")
        assert clear.count() == 0
        seen.tick(FAQ, THEME)
        # Chinese sentences follow one another without a blank.
        said = rf"找到 \d+ 筆，\S+。（縮小範圍前共 {everything} 筆）這一頁是第 1 至 10 筆。"
        assert re.fullmatch(said, seen.status)
        clear.click()
        seen.page.wait_for_url(seen.address(MANY[""]))
        seen.settle()
        assert seen.shown == before
        assert clear.count() == 0


NOTHING = {
    "": "這些條件下沒有結果；請取消一些條件。",
    "en/": "Nothing is left with these choices: clear some of them.",
}


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("code", ["no-such-kind", "__proto__", "<b>", ""])
def test_a_choice_that_does_not_exist_leaves_nothing_and_says_so(
    search: Search, tree: str, code: str
) -> None:
    """On a phone too, where the facets are folded, what to do is in sight."""
    with search(tree, size=(360, 740)) as seen:
        seen.ask(MANY[tree], ("kind", code))
        assert seen.status == NOTHING[tree]
        assert seen.page.locator("#search-found ol").is_hidden()
        assert seen.page.locator("#search-pager").is_hidden()
        assert seen.page.locator("#search-help").is_visible()
        clear = seen.page.locator("#search-clear a")
        assert clear.is_visible()
        clear.click()
        seen.page.wait_for_url(seen.address(MANY[tree]))
        seen.settle()
        assert seen.number > 10
        assert seen.trouble == []


def test_a_facet_that_does_not_exist_changes_nothing(search: Search) -> None:
    with search() as seen:
        seen.ask(MANY[""])
        before = seen.shown
        seen.ask(MANY[""], ("colour", "red"), ("constructor", "1"))
        assert seen.shown == before
        seen.ask(MANY[""], FAQ, ("kind", "no-such-kind"))
        assert seen.ticked == [FAQ]
        assert seen.number == seen.counts()[FAQ]
        assert seen.trouble == []


def test_a_facet_of_one_value_is_not_offered(search: Search) -> None:
    """Where all results agree there is nothing to choose, whatever the address says."""
    with search() as seen:
        seen.ask("禁止接見")
        offered = {facet for facet, _ in seen.counts()}
        assert offered
        for facet in offered:
            assert len([box for box in seen.counts() if box[0] == facet]) > 1
        groups = seen.page.locator("#search-boxes fieldset")
        assert groups.count() == len(offered)
        others = {"kind", "theme", "cake", "service", "audience", "unit", "year"} - offered
        assert others
        for facet in others:
            seen.ask("禁止接見", (facet, "no-such-code"))
            assert seen.status == NOTHING[""]
            assert groups.count() == len(offered)


def test_a_folded_choice_is_in_sight_when_it_is_chosen(search: Search) -> None:
    with search() as seen:
        seen.ask(MANY[""])
        folded = seen.page.locator("#search-boxes details input")
        assert folded.count() > 0
        box = (folded.last.get_attribute("name") or "", folded.last.get_attribute("value") or "")
        assert not folded.last.is_visible()
        seen.ask(MANY[""], box)
        assert seen.page.locator(f'[name="{box[0]}"][value="{box[1]}"]').is_visible()
        assert seen.ticked == [box]
