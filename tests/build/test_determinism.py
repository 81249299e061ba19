"""The same files give the same bytes, however they were built; and only what changed is made."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.build.minisite import Minisite, differing, snapshot
from tests.support.site import ROOT

CACHE = ".cache/disclosure/pages.json"
INDEX = re.compile(r"^(?:en/)?search/index\.json$")
INDEX_FILE = re.compile(r"^(?:en/)?search/(?:index|words/\d+|texts/\d+)\.json$")


@pytest.fixture(scope="module")
def cold(tmp_path_factory: pytest.TempPathFactory, demo_source: Path) -> Iterator[dict[str, bytes]]:
    """The demo site built from nothing, by one worker, without a cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        demo = Minisite.of_demo(tmp_path_factory.mktemp("cold"), demo_source)
        demo.option(workers=1, cache_dir='""')
        demo.build()
        assert not (demo.root / ".cache").exists()
        yield snapshot(demo.site)


def built_cold(demo: Minisite, folder: Path) -> dict[str, bytes]:
    """What the files give when they are built elsewhere, from nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in ("mkdocs.yml", "data", "content", "overrides"):
        if (demo.root / name).is_dir():
            shutil.copytree(demo.root / name, folder / name)
        elif (demo.root / name).exists():
            shutil.copyfile(demo.root / name, folder / name)
    other = Minisite(folder, {})
    other.build()
    return snapshot(other.site)


# -- the same bytes ----------------------------------------------------------------------------


@pytest.mark.parametrize("options", [{"workers": 1}, {"workers": 2}, {"cache_dir": '""'}, {}])
def test_two_builds_are_the_same(
    demo_copy: Minisite, cold: dict[str, bytes], options: dict[str, object]
) -> None:
    if options:
        demo_copy.option(**options)
    for _ in range(3):
        demo_copy.build()
        assert differing(snapshot(demo_copy.site), cold) == []


def test_the_order_of_the_folder_and_the_clock_do_not_matter(
    demo_copy: Minisite, cold: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Another day on which the same rules are in force; what a day changes is tested elsewhere.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")
    for path in demo_copy.root.rglob("*"):
        os.utime(path, (10**9, 10**9))
    for path in sorted((demo_copy.root / "data/plans").iterdir(), reverse=True):
        words = path.read_bytes()
        path.unlink()
        path.write_bytes(words)
    demo_copy.build()
    assert differing(snapshot(demo_copy.site), cold) == []


def test_hashes_that_differ_between_processes_do_not_matter(
    demo_copy: Minisite, cold: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        shutil.rmtree(demo_copy.root / ".cache", ignore_errors=True)
        assert demo_copy.run("mkdocs", "build", "--strict").returncode == 0
        assert differing(snapshot(demo_copy.site), cold) == []


def test_an_edit_and_its_reversal_leave_nothing(
    demo_copy: Minisite, cold: dict[str, bytes], tmp_path: Path
) -> None:
    demo_copy.build()
    for name, old, new in (
        ("data/agency.yml", "en: Demonstration Agency}", "en: Model Agency}"),
        ("data/units.yml", "zh: 戒護科", "zh: 警備科"),
        ("data/plans/moj-107.yml", "year: 2018", "year: 2019"),
        ("content/en/about/index.md", "title: About this site", "title: About"),
        ("content/index.md", "\nsummary: ", "\nsummary: 新的"),
    ):
        demo_copy.edit(name, old, new)
        demo_copy.build()
        warm = snapshot(demo_copy.site)
        assert differing(warm, built_cold(demo_copy, tmp_path / "elsewhere")) == []
        assert differing(warm, cold) != []
        demo_copy.edit(name, new, old)
        demo_copy.build()
        assert differing(snapshot(demo_copy.site), cold) == []


# -- only what changed -------------------------------------------------------------------------


def test_nothing_is_made_again_when_nothing_changed(demo_copy: Minisite) -> None:
    first = demo_copy.build().made
    assert first[0] == first[1] > 100
    for _ in range(2):
        assert demo_copy.build().made == (first[0], 0)


def searched(names: Iterable[str]) -> set[str]:
    """The languages' folders whose index of the search is among the files."""
    return {name.removesuffix("search/index.json") for name in names if INDEX.search(name)}


def pages(names: Iterable[str]) -> list[str]:
    """The files but those of the search."""
    return [name for name in names if not INDEX_FILE.search(name)]


#: An edit, the pages that show what it changes, and the languages in which it can be searched.
Edit = tuple[str, str, str, Callable[[str, bytes], bool], set[str]]
EDITS: dict[str, Edit] = {
    "the text of a strategy": (
        "data/plans/tainan-103.yml",
        "goals:\n  zh: ",
        "goals:\n  zh: 新的目標。",
        # The page in the other language says that it lags behind.
        lambda name, _: re.fullmatch(r"(?:en/)?plans/tainan-103/index\.html", name) is not None,
        {""},
    ),
    "a text in the other language": (
        "data/plans/tainan-103.yml",
        "every agency to live up to the idea",
        "each agency to live up to the idea",
        lambda name, _: name == "en/plans/tainan-103/index.html",
        {"en/"},
    ),
    "the name of a unit": (
        "data/units.yml",
        "en: Bailiff Office",
        "en: Office of Bailiffs",
        lambda name, page: name.startswith("en/") and b"Bailiff Office" in page,
        {"", "en/"},  # a unit is found by its name in either language
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=list(EDITS))
def test_an_edit_makes_the_pages_that_show_it(
    demo_copy: Minisite, tmp_path: Path, edit: Edit
) -> None:
    name, old, new, shows, languages = edit
    demo_copy.build()
    before = snapshot(demo_copy.site)
    demo_copy.edit(name, old, new)
    built = demo_copy.build()
    after = snapshot(demo_copy.site)
    differ = differing(before, after)
    changed = pages(differ)
    assert changed
    assert changed == pages(one for one in sorted(before) if shows(one, before[one]))
    assert searched(differ) == languages
    assert differing(after, built_cold(demo_copy, tmp_path / "elsewhere")) == []
    # A page whose view changed in a way that no reader sees may be made again for nothing.
    assert len(changed) <= built.made[1] <= 2 * len(changed) + 2


def test_a_title_changes_every_list_that_it_stands_in_and_nothing_else(
    demo_copy: Minisite, tmp_path: Path
) -> None:
    demo_copy.build()
    before = snapshot(demo_copy.site)
    title = "臺南看守所 103 年度提升服務品質執行計畫"
    demo_copy.edit(
        "data/plans/tainan-103.yml", f"title:\n  zh: 法務部矯正署{title}", "title:\n  zh: 新題"
    )
    built = demo_copy.build()
    after = snapshot(demo_copy.site)
    differ = differing(before, after)
    changed = pages(differ)
    shown = [
        name
        for name, content in before.items()
        if f"法務部矯正署{title}" in content.decode(errors="replace")
        # The page in the other language says that its title lags behind.
        or name == "en/plans/tainan-103/index.html"
    ]
    assert changed == pages(shown)
    assert searched(differ) == {"", "en/"}
    assert differing(after, built_cold(demo_copy, tmp_path / "elsewhere")) == []
    assert built.made[1] < built.made[0] / 3


def test_a_change_of_the_shell_or_the_words_makes_every_page_again(demo_copy: Minisite) -> None:
    everything, _ = demo_copy.build().made
    demo_copy.edit("overrides/partials/footer.html", "<ul>", '<ul class="facts">')
    assert demo_copy.build().made == (everything, everything)
    demo_copy.write({"data/translations/en.yml": "words:\n  skip: Skip to the text\n"})
    assert demo_copy.build().made == (everything, everything // 2)


# -- the published folder ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "plans/plan-115/index.html",
        "404.html",
        "index.html",
        "assets/site.css",
        "sitemap.xml",
        "en/index.html",
    ],
)
def test_a_page_edited_by_hand_is_made_again(minisite: Minisite, name: str) -> None:
    for _ in range(2):  # so that the spare folder holds links to published files
        minisite.build()
    before = snapshot(minisite.site)
    for words in (b"by hand", before[name] + b" ", before[name][:-1]):
        (minisite.site / name).write_bytes(words)
        minisite.build()
        assert differing(snapshot(minisite.site), before) == []
    (minisite.site / name).unlink()
    minisite.build()
    assert differing(snapshot(minisite.site), before) == []


def test_a_page_replaced_by_hand_is_made_again(demo_copy: Minisite) -> None:
    """Also one of the same size: a file is known by its time of change as well."""
    demo_copy.build()
    before = snapshot(demo_copy.site)
    page = demo_copy.site / "plans/tainan-103/index.html"
    page.unlink()
    page.write_bytes(before["plans/tainan-103/index.html"][::-1])
    demo_copy.build()
    assert differing(snapshot(demo_copy.site), before) == []


def test_files_that_are_not_of_the_site_vanish(demo_copy: Minisite) -> None:
    demo_copy.build()
    before = snapshot(demo_copy.site)
    (demo_copy.site / "plans/old").mkdir()
    (demo_copy.site / "plans/old/index.html").write_text("old", encoding="utf-8")
    (demo_copy.site / "stray.txt").write_text("stray", encoding="utf-8")
    for _ in range(3):
        demo_copy.build()
        assert differing(snapshot(demo_copy.site), before) == []
    assert not (demo_copy.site / "plans/old").exists()


def test_the_folders_of_a_build_are_not_mixed_up(demo_copy: Minisite) -> None:
    """A build into another folder takes over nothing that would be wrong there."""
    demo_copy.build()
    before = snapshot(demo_copy.site)
    demo_copy.edit("data/agency.yml", "en: Demonstration Agency}", "en: Model Agency}")
    demo_copy.build(site_dir=str(demo_copy.root / "other"))
    other = snapshot(demo_copy.root / "other")
    assert differing(snapshot(demo_copy.site), before) == []
    demo_copy.build()
    assert differing(snapshot(demo_copy.site), other) == []


@pytest.mark.parametrize("words", ["", "{", "[]", '{"format": 1}', '{"format": 1, "pages": []}',
                                   '{"format": 1, "pages": {"index.html": [1]}}',
                                   '{"format": 1, "pages": {"index.html": 5}}'])  # fmt: skip
def test_a_damaged_cache_does_no_harm(minisite: Minisite, words: str) -> None:
    minisite.build()
    before = snapshot(minisite.site)
    (minisite.root / CACHE).write_text(words, encoding="utf-8")
    minisite.build()
    assert differing(snapshot(minisite.site), before) == []


def test_a_build_after_an_interrupted_one_is_whole(
    demo_copy: Minisite, cold: dict[str, bytes]
) -> None:
    demo_copy.build()
    site, spare = demo_copy.site, demo_copy.root / ".site.spare"
    demo_copy.build()
    assert spare.is_dir()
    # Stopped while MkDocs wrote.
    (demo_copy.root / ".site.mkdocs").mkdir()
    (demo_copy.root / ".site.mkdocs/stray.html").write_text("stray", encoding="utf-8")
    demo_copy.build()
    assert differing(snapshot(site), cold) == []
    # Stopped between the two renames of the swap.
    site.rename(demo_copy.root / ".site.leaving")
    demo_copy.build()
    assert differing(snapshot(site), cold) == []
    # Stopped after them.
    shutil.copytree(site, demo_copy.root / ".site.leaving")
    demo_copy.build()
    assert differing(snapshot(site), cold) == []
    assert not (demo_copy.root / ".site.leaving").exists()
    # The spare folder was cleared away, or is damaged.
    shutil.rmtree(spare)
    demo_copy.build()
    demo_copy.build()
    (spare / "index.html").unlink()
    shutil.rmtree(spare / "plans")
    demo_copy.build()
    assert differing(snapshot(site), cold) == []


def forget(demo: Minisite, words: str) -> None:
    """Take addresses out of the ledger, as if they had never been published."""
    ledger = demo.root / "data/addresses.csv"
    lines = ledger.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if words not in line]
    assert len(kept) < len(lines)
    ledger.write_text("".join(kept), encoding="utf-8", newline="\n")


# -- records come and go -----------------------------------------------------------------------


def test_the_pages_of_a_deleted_record_vanish(demo_copy: Minisite, tmp_path: Path) -> None:
    demo_copy.build()
    before = set(snapshot(demo_copy.site))
    demo_copy.remove("data/plans/kinmen-096.yml")
    forget(demo_copy, "kinmen-096")
    for path in (*demo_copy.root.glob("content/**/*.md"), *demo_copy.root.glob("data/**/*.yml")):
        words = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\[([^][]*)\]\(record:kinmen-096[^)]*\)", r"\1", words), "utf-8")
    demo_copy.build()
    after = snapshot(demo_copy.site)
    gone = before - set(after)
    assert {"plans/kinmen-096/index.html", "en/plans/kinmen-096/index.html"} <= gone
    assert {"browse/year/2007/index.html", "en/browse/year/2007/index.html"} <= gone
    assert not (demo_copy.site / "plans/kinmen-096").exists()
    assert "kinmen-096" not in "".join(
        content.decode(errors="replace") for content in after.values()
    )
    assert differing(after, built_cold(demo_copy, tmp_path / "elsewhere")) == []
    demo_copy.build()
    assert differing(snapshot(demo_copy.site), after) == []


def test_a_renamed_record_moves(demo_copy: Minisite, tmp_path: Path) -> None:
    demo_copy.build()
    (demo_copy.root / "data/plans/moj-107.yml").rename(demo_copy.root / "data/plans/justice.yml")
    forget(demo_copy, "moj-107")
    for path in (demo_copy.root / "data").rglob("*.yml"):
        words = path.read_text(encoding="utf-8")
        path.write_text(words.replace("moj-107", "justice"), encoding="utf-8")
    for path in (demo_copy.root / "content").rglob("*.md"):
        words = path.read_text(encoding="utf-8")
        path.write_text(words.replace("record:moj-107", "record:justice"), encoding="utf-8")
    demo_copy.build()
    after = snapshot(demo_copy.site)
    assert "plans/justice/index.html" in after
    assert not any("moj-107" in name for name in after)
    assert b"moj-107" not in b"".join(after.values())
    assert differing(after, built_cold(demo_copy, tmp_path / "elsewhere")) == []


@pytest.mark.parametrize("first", ["page", "file"])
def test_a_page_takes_the_place_of_a_file_and_the_other_way_round(
    demo_copy: Minisite, tmp_path: Path, first: str
) -> None:
    """`content/notes` is the file /notes, `content/notes.md` the page /notes/."""
    page, file = demo_copy.root / "content/notes.md", demo_copy.root / "content/notes"
    words = (demo_copy.root / "content/index.md").read_text(encoding="utf-8")
    states = {
        "page": lambda: (file.unlink(missing_ok=True), page.write_text(words, encoding="utf-8")),
        "file": lambda: (page.unlink(missing_ok=True), file.write_text("notes", encoding="utf-8")),
    }
    for state in (first, first, *(one for one in states if one != first), first):
        states[state]()
        demo_copy.build()
        built = snapshot(demo_copy.site)
        assert ("notes" in built, "notes/index.html" in built) == (state == "file", state == "page")
        assert differing(built, built_cold(demo_copy, tmp_path / "elsewhere")) == []


def test_a_content_page_moves(demo_copy: Minisite, tmp_path: Path) -> None:
    demo_copy.build()
    forget(demo_copy, "/about/")
    for folder in ("content", "content/en"):
        (demo_copy.root / folder / "about").rename(demo_copy.root / folder / "site")
        index = demo_copy.root / folder / "index.md"
        index.write_text(
            index.read_text("utf-8").replace("about/index.md", "site/index.md"), "utf-8"
        )
    demo_copy.build()
    after = snapshot(demo_copy.site)
    assert not any(name.startswith(("about/", "en/about/")) for name in after)
    assert {"site/index.html", "en/site/index.html"} <= set(after)
    assert differing(after, built_cold(demo_copy, tmp_path / "elsewhere")) == []


def test_the_repository_itself_is_not_built_in() -> None:
    """The copies of these tests leave nothing in the repository."""
    assert not (ROOT / ".site.mkdocs").exists()
