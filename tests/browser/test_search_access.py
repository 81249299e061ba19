"""The search for everybody: axe-core, keyboard, small screens, large letters, screen readers."""

from __future__ import annotations

import pytest

from audit.axe import PLAIN, engine
from audit.browser import DESKTOP, NARROW, PHONE
from tests.browser.conftest import Search
from tests.support.searching import SearchPage
from tests.support.site import TREES

MANY = {"": "接見", "en/": "bail"}
NOTHING = "xyzzyqq"
FAQ = ("kind", "faq")
#: Question, and what is chosen: what the page looks like in each of its states.
STATES: dict[str, tuple[bool | None, list[tuple[str, str]]]] = {
    "nothing asked": (None, []),
    "results": (True, []),
    "the last part": (True, [("page", "999")]),
    "chosen": (True, [FAQ, ("theme", "330")]),
    "nothing found": (False, []),
    "nothing left": (True, [("kind", "no-such-kind")]),
}
VIEWS = [
    (DESKTOP, {}),
    (PHONE, {"color_scheme": "dark"}),
    (DESKTOP, {"forced_colors": "active"}),
]


def bring(seen: SearchPage, state: str) -> None:
    """Take a page into one of its states."""
    found, more = STATES[state]
    question = {None: None, True: MANY[seen.tree], False: NOTHING}[found]
    seen.ask(question, *more)


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(search: Search, tree: str, state: str) -> None:
    """All rules, folded and unfolded, in the views of the audit."""
    with search(tree) as seen:
        bring(seen, state)
        seen.page.evaluate(f"{engine()}\n;undefined")
        for size, media in VIEWS:
            seen.page.set_viewport_size({"width": size[0], "height": size[1]})
            seen.page.emulate_media(**(PLAIN | media))
            found = seen.page.evaluate("__audit.axe()")
            assert (size, media, found["failed"]) == (size, media, [])
            assert len(found["passed"]) > 30
            seen.unfold()
        assert seen.trouble == []


#: What has the focus, in a word or two.
FOCUSED = """() => {
  const one = document.activeElement;
  const words = one.textContent.replace(/\\s+/g, ' ').trim();
  if (one.matches('.site-search *')) return `head: ${one.localName}`;
  if (one.matches('.site-menu a')) return 'menu';
  if (one.matches('.breadcrumb a')) return 'breadcrumb';
  if (one.matches('.search-form *')) return `form: ${one.localName}`;
  if (one.matches('#search-clear a, #search-pager a')) return words;
  if (one.matches('summary')) return words.replace(/\\d+/, 'n');
  if (one.matches('input'))
    return `boxes: ${one.closest('fieldset').querySelector('legend').textContent}`;
  if (one.matches('#search-found li a')) return 'results';
  return one.className || one.localName;
}"""

#: The stops of the Tab key from the field in the head on; what comes several times stands once.
WALK = [
    "head: input",
    "head: button",
    "menu",
    "breadcrumb",
    "key",
    "form: input",
    "form: button",
    "縮小範圍",
    "boxes: 種類",
    "其他種類（n 項）",
    "boxes: 主題分類",
    "boxes: 施政分類",
    "boxes: 承辦單位",
    "其他承辦單位（n 項）",
    "boxes: 適用對象",
    "boxes: 年度",
    "boxes: 主動公開類別",
    "results",
    "下一頁",
]


def walked(seen: SearchPage, last: str) -> list[str]:
    """The stops from the focus on to one that is named."""
    stops = [seen.page.evaluate(FOCUSED)]
    for _ in range(200):
        seen.page.keyboard.press("Tab")
        stop = seen.page.evaluate(FOCUSED)
        if stop != stops[-1]:
            stops.append(stop)
        if stop == last:
            return stops
    raise AssertionError(stops)


def test_the_keyboard_walks_from_the_field_to_the_last_result(search: Search) -> None:
    with search() as seen:
        seen.ask(MANY[""])
        field = seen.page.locator("[accesskey=S]")
        assert field.count() == 1
        field.focus()
        assert walked(seen, "下一頁") == WALK
        # What is chosen can be cleared before the facets.
        seen.ask(MANY[""], FAQ)
        seen.page.locator("#search-words").focus()
        assert walked(seen, "縮小範圍")[1:] == ["form: button", "取消所有條件", "縮小範圍"]
        assert seen.trouble == []


def test_keys_do_what_they_do_elsewhere(search: Search) -> None:
    with search() as seen:
        seen.ask(MANY[""])
        press, page = seen.page.keyboard.press, seen.page
        summary = page.locator("#search-facets > summary")
        summary.focus()
        for folded in (True, False):
            press("Enter")
            assert page.locator("#search-boxes").is_hidden() == folded
        press("Tab")
        with seen.change():
            press("Space")
        (box,) = seen.ticked
        assert seen.page.evaluate("document.activeElement.value") == box[1]
        with seen.change():
            press("Space")
        assert seen.ticked == []
        first = seen.entries[0].address
        page.locator("#search-found ol a").first.focus()
        press("Enter")
        page.wait_for_url(first)
        assert seen.trouble == []


#: Words of different lines that lie on one another.
OVERLAPS = """() => {
  const walker = document.createTreeWalker(
    document.getElementById('search-results'), NodeFilter.SHOW_TEXT);
  const boxes = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) boxes.push([node, box]);
  }
  for (const input of __audit.all('#search-results input'))
    if (input.checkVisibility()) boxes.push([input, input.getBoundingClientRect()]);
  const found = [];
  boxes.forEach(([one, a], at) => boxes.slice(at + 1).forEach(([other, b]) => {
    if (one === other) return;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    // Lines may come near one another, but not into one another.
    if (wide > 1 && high > Math.min(a.height, b.height) / 4)
      found.push([one.data ?? one.value, other.data ?? other.value]);
  }));
  return [boxes.length, found];
}"""


def fits(seen: SearchPage) -> None:
    """Nothing is cut, nothing lies on something else, nothing needs a sideways scroll."""
    assert seen.page.evaluate("__audit.layout.overflow()") == []
    assert seen.page.evaluate("__audit.layout.clipped()") == []
    count, overlaps = seen.page.evaluate(OVERLAPS)
    assert count > 5
    assert overlaps == []


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("state", ["results", "chosen", "nothing found"])
@pytest.mark.parametrize("size", [NARROW, PHONE, (768, 1024), DESKTOP], ids=str)
def test_nothing_is_cut_or_overlaps(
    search: Search, tree: str, state: str, size: tuple[int, int]
) -> None:
    """At 400 %, on phones and tablets; with wide spacing, and with letters of twice the size."""
    with search(tree, size=size) as seen:
        bring(seen, state)
        fits(seen)
        seen.unfold()
        fits(seen)
        seen.page.evaluate("document.documentElement.style.fontSize = '225%'")
        fits(seen)
        seen.page.evaluate("document.documentElement.style.fontSize = ''")
        seen.page.evaluate("__audit.layout.space()")
        fits(seen)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=str)
def test_targets_are_large(search: Search, size: tuple[int, int]) -> None:
    """Every box with its words, every fold and every link of a result: 24 px at least."""
    with search(size=size) as seen:
        bring(seen, "chosen")
        seen.unfold()
        assert seen.page.evaluate("__audit.layout.targets()")["small"] == []
        controls = "label, summary, #search-found li a, #search-pager a, #search-clear a"
        heights = seen.page.eval_on_selector_all(
            f"#search-results :is({controls})",
            "all => all.filter(one => one.checkVisibility())"
            ".map(one => [one.textContent, one.getBoundingClientRect().height])",
        )
        assert len(heights) > 30
        assert [one for one in heights if one[1] < 24] == []


def test_a_wide_screen_has_the_facets_open_and_a_narrow_one_folded(search: Search) -> None:
    for size, is_open in ((DESKTOP, True), (PHONE, False)):
        with search(size=size) as seen:
            bring(seen, "results")
            boxes = seen.page.locator("#search-boxes")
            assert boxes.is_visible() == is_open
            results = seen.page.locator("#search-found").bounding_box()
            facets = seen.page.locator("#search-facets").bounding_box()
            assert results is not None
            assert facets is not None
            assert (results["x"] >= facets["x"] + facets["width"]) == is_open
            # Where there are no facets, their room is not left empty.
            bring(seen, "nothing found")
            alone = seen.page.locator("#search-found").bounding_box()
            assert alone is not None
            assert alone["x"] == facets["x"]
            assert alone["width"] > facets["width"] or not is_open


def test_paper_shows_question_and_results_alone(search: Search) -> None:
    with search() as seen:
        bring(seen, "chosen")
        seen.page.emulate_media(media="print")
        for part in ("#search-facets", "#search-clear", "#search-pager", ".search-form button"):
            assert seen.page.locator(part).is_hidden(), part
        assert seen.page.locator("#search-words").is_visible()
        results = seen.page.locator("#search-found").bounding_box()
        assert results is not None
        assert results["width"] > 1200
        # No page stays empty after short results.
        bring(seen, "nothing found")
        heights = "[document.querySelector('main').offsetHeight, innerHeight]"
        main, window = seen.page.evaluate(heights)
        assert main < window


def test_a_screen_reader_is_told_what_is_what(search: Search) -> None:
    with search() as seen:
        bring(seen, "results")
        page = seen.page
        region = page.get_by_role("region", name="搜尋結果")
        assert region.count() == 1
        found = region.get_by_role("list").filter(has=page.get_by_role("heading", level=3))
        assert found.get_by_role("listitem").count() == len(seen.entries) == 10
        assert found.get_by_role("heading", level=3).count() == 10
        assert region.get_by_role("heading", level=2).count() == 1
        assert region.get_by_role("status").inner_text() == seen.status
        assert region.get_by_role("group", name="種類").get_by_role("checkbox").count() > 3
        named = region.get_by_role("checkbox", name="常見問題").first
        assert named.evaluate("one => one.labels[0].textContent").endswith("筆）")
        assert region.get_by_role("navigation", name="結果的其他部分").count() == 1
        assert page.locator("[aria-busy=true]").count() == 0
        assert page.locator("#search-found[aria-busy=false]").count() == 1
        bring(seen, "nothing found")
        assert region.get_by_role("heading", level=3).count() == 1
        assert region.get_by_role("list").count() == 1


def test_each_new_number_is_announced(search: Search) -> None:
    """Once, in one piece, when the results are there: nothing is said twice or in between."""
    with search() as seen:
        bring(seen, "results")
        page = seen.page
        page.evaluate(
            "window.said = []; new MutationObserver(() => said.push("
            "document.getElementById('search-status').textContent))"
            ".observe(document.getElementById('search-status'), {childList: true})"
        )
        for box in (FAQ, ("theme", "330"), FAQ):
            seen.tick(box)
            assert page.evaluate("said")[-1] == seen.status
        assert len(page.evaluate("said")) == 3
        assert page.locator("[role=status]").count() == 1
