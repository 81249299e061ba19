"""A question is renamed, withdrawn, deleted; what its old address does in a browser.

The pages that only lead on are no pages of content, so that no other test looks at them: what they
must be is held here.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit import behaviour, html
from audit.browser import open_page
from audit.markup import Page, parse
from audit.server import serve
from disclosure.cli import main
from tests.build.minisite import Minisite, page
from tests.support.site import Links, site_url

QUESTION = "content/faq/visiting/hours.md"
FILES = {
    "data/faq.yml": "categories:\n  - {id: visiting, name: {zh: 接見, en: Visiting}}\n",
    QUESTION: page("接見時間？", "上午九點。", "number: 1"),
    "content/en/faq/visiting/hours.md": "---\ntitle: When can I visit?\n---\n\nFrom nine.\n",
    "content/faq/visiting/parking.md": page("哪裡停車？", "門口。", "number: 2"),
}
WITHDRAWN = """\
number: 1
life: withdrawn
withdrawn:
  date: 2026-11-21
  reason: {zh: 接見室搬遷。, en: The visiting room has moved.}
  successor: parking
"""


@pytest.fixture
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Minisite:
    """A site whose addresses were released."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    site = Minisite(tmp_path)
    site.write(FILES)
    assert main(["-C", str(site.root), "release"]) == 0
    return site


def rename(site: Minisite) -> None:
    for name in (QUESTION, QUESTION.replace("content/", "content/en/")):
        (site.root / name).rename((site.root / name).with_name("opening.md"))
    site.edit("content/faq/visiting/opening.md", "number: 1", "number: 1\nformer: [hours]")


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("below", ["", "prison/"])
def test_a_renamed_question_is_found_at_its_old_address(
    released: Minisite, browser: Browser, tmp_path: Path, scripts: bool, below: str
) -> None:
    rename(released)
    folder = released.build().folder
    if below:  # the pages that lead on know no host and no folder
        (tmp_path / "host").mkdir()
        folder = folder.rename(tmp_path / "host" / below.rstrip("/")).parent
    with (
        serve(folder, headers=behaviour.HEADERS) as base,
        open_page(browser, base, java_script_enabled=scripts) as tab,
    ):
        told: list[str] = []
        tab.on("console", lambda message: told.append(message.text))
        for old, new, heading in (
            ("faq/visiting/hours/", "faq/visiting/opening/", "接見時間？"),
            ("en/faq/visiting/hours/", "en/faq/visiting/opening/", "When can I visit?"),
            ("id/hours/", "faq/visiting/opening/", "接見時間？"),
            ("id/opening/", "faq/visiting/opening/", "接見時間？"),
        ):
            tab.goto(f"{base}{below}{old}")
            tab.wait_for_url(f"{base}{below}{new}")
            assert tab.locator("h1").inner_text() == heading
        assert told == []


def test_a_withdrawn_question_says_why(released: Minisite, browser: Browser) -> None:
    released.edit(QUESTION, "number: 1\n", WITHDRAWN)
    with serve(released.build().folder) as base, open_page(browser, base) as tab:
        for prefix, said in (("", "接見室搬遷。"), ("en/", "The visiting room has moved.")):
            tab.goto(f"{base}{prefix}faq/visiting/hours/")
            assert said in tab.locator("main").inner_text()
            assert "九點" not in tab.locator("main").inner_text()
            tab.locator("main").get_by_role("link", name="哪裡停車？").click()
            tab.wait_for_url(f"{base}{prefix}faq/visiting/parking/")


def test_a_deleted_question_fails_with_the_command_that_mends_it(
    released: Minisite, capsys: pytest.CaptureFixture[str]
) -> None:
    before = released.build()
    page_before = before.text("faq/visiting/hours/index.html")
    released.remove(QUESTION, QUESTION.replace("content/", "content/en/"))
    assert main(["-C", str(released.root), "check"]) == 1
    told = capsys.readouterr().err
    assert "data/addresses.csv:4: 發布過的網址 /faq/visiting/hours/" in told
    assert f"git checkout $(git log -1 --diff-filter=AM --format=%h -- {QUESTION})" in told
    assert released.try_build().error is not None
    assert before.text("faq/visiting/hours/index.html") == page_before


# -- the pages that lead on ----------------------------------------------------------------------


def stubs_of(folder: Path) -> list[Page]:
    """Every page that only leads on."""
    pages = (
        parse(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html"))
    )
    return [page for page in pages if page.kind == "moved"]


def test_the_pages_that_lead_on_are_valid_and_lead_to_pages(
    released: Minisite, demo_site: Path
) -> None:
    rename(released)
    moved = released.build().folder
    for folder, address in ((moved, "https://prison.example.gov.tw/"), (demo_site, site_url())):
        stubs = stubs_of(folder)
        links = Links(folder, [], address)
        marked = {one.path for one in stubs}
        assert len(stubs) > 4
        for stub in stubs:
            assert stub.meta("robots") == ["noindex"]
            assert stub.inline == stub.loads == []
            assert stub.lang
            assert stub.title
            assert len(stub.canonical) == 1
            targets = [links.target(stub, one) for one in (*stub.links, *stub.canonical)]
            assert len(targets) > 1
            assert None not in targets, stub.path
            assert not marked & set(targets), f"{stub.path} leads to a page that leads on"
            assert len({*stub.links}) == len(stub.links)
        result = html.check(folder, stubs)
        assert result.failures == [], result.failures


def test_every_record_of_the_demo_site_has_a_short_link(demo_site: Path) -> None:
    short = {one.path for one in stubs_of(demo_site)}
    assert short == {f"id/{path.name}/index.html" for path in (demo_site / "id").iterdir()}
    assert len(short) > 100
