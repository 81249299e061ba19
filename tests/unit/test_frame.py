"""What the shell knows: help, contact, foot, badge, languages. What is not known is left out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from disclosure.model.accessibility import Accessibility
from disclosure.model.agency import Agency
from disclosure.model.glossary import GlossaryTerm
from disclosure.model.settings import Settings
from disclosure.model.text import text
from disclosure.resources import shell_folder
from disclosure.site import content
from disclosure.site.pages import record_pages
from disclosure.site.spec import Frame
from disclosure.site.voice import Site
from disclosure.writing.frame import frame_context
from disclosure.writing.renderer import Renderer
from tests.unit.builders import LANGUAGES, faq, page, plan, site

BADGE = {
    "number": "113-0042",
    "level": "AA",
    "edition": "110.07",
    "until": "2027-06-30",
    "url": "https://accessibility.example.org/badge?id=42&x=1",
    "picture": "images/badge.png",
}
HOME = Frame("zh", "home", "", 0, ())
ENGLISH = Frame("en", "plan", "plans", 2, (("Home", ""), ("Plans", "plans/")))
MAP = "https://map.example.org/?q={place}"


def agency(**fields: Any) -> Agency:
    data = {"name": {"zh": "示範監獄", "en": "Model Prison"}, **fields}
    return Agency.model_validate(data, context={"languages": LANGUAGES})


def settings(**options: Any) -> Settings:
    given: dict[str, Any] = {"site_url": "https://prison.example.gov.tw/base/", **options}
    return Settings(root=Path("/nonexistent"), **given)


def frame(made: Site, of: Frame = HOME) -> dict[str, Any]:
    found: dict[str, Any] = frame_context(made, of)["frame"]
    return found


def shell(made: Site, path: str = "plans/", language: str = "zh") -> str:
    """A page of the site, as HTML."""
    (spec,) = (
        one.spec(made) for one in record_pages(made) if (one.path, one.language) == (path, language)
    )
    return Renderer(made, [str(shell_folder())]).page(spec)


# -- contact and help ----------------------------------------------------------------------------


def test_an_agency_of_which_only_the_name_is_known_has_no_empty_rows() -> None:
    known = frame(site(plan()))
    assert known["contact"] == known["help"] == []
    assert (known["logo"], known["email"], known["notice"], known["badge"]) == ("", "", None, None)
    html = shell(site(plan()))
    assert "None" not in html
    assert "mailto:" not in html
    assert "<dd></dd>" not in html
    # Whom to ask is said to be unknown rather than not said.
    assert "<p>未提供</p>" in html


def test_each_way_to_the_agency_is_a_link_where_a_device_can_use_it() -> None:
    known = agency(
        address={"zh": "示範市示範路 1 號", "en": "1 Model Road"},
        phone="(02)1234-5678 分機 9",
        fax="(02)8765-4321",
        email="a@example.org",
        hours={"zh": "平日 8:30–17:30"},
        mailbox="https://mail.example.org/write?to=1",
    )
    made = site(plan(), agency=known, settings=settings(map_search=MAP))
    contact = {row["label"]: row["href"] for row in frame(made)["contact"]}
    assert list(contact) == ["地址", "電話", "傳真", "電子郵件"]
    assert contact["地址"] == (
        "https://map.example.org/?q=%E7%A4%BA%E7%AF%84%E5%B8%82%E7%A4%BA%E7%AF%84%E8%B7%AF"
        "%201%20%E8%99%9F"
    )
    ways = {row["label"]: row for row in frame(made)["help"]}
    assert [label for label in ways if label in contact] == ["電話", "電子郵件"]
    assert len(ways) == 4
    html = shell(made)
    # In the help and in the foot; nobody rings a fax.
    assert html.count('<a href="tel:+886212345678;ext=9">') == 2
    assert html.count('<a href="mailto:a@example.org">') == 2
    assert html.count('<a href="https://mail.example.org/write?to=1"') == 1
    assert "+886287654321" not in html


@pytest.mark.parametrize(
    ("host", "outside"), [("prison.example.gov.tw", False), ("mail.example.org", True)]
)
def test_only_a_mailbox_elsewhere_opens_a_new_window(host: str, outside: bool) -> None:
    known = agency(mailbox=f"https://{host}/write")
    (mailbox,) = frame(site(plan(), agency=known, settings=settings()))["help"]
    assert (mailbox["value"], mailbox["outside"]) == (host, outside)


def test_what_cannot_be_dialled_or_is_not_to_be_searched_is_plain_words() -> None:
    known = agency(phone="1955", address={"zh": "路"})
    made = site(plan(), agency=known, settings=settings())
    assert [row["href"] for row in frame(made)["contact"]] == ["", ""]
    assert "tel:" not in shell(made)


def test_the_map_is_asked_for_the_address_in_the_language_of_the_page() -> None:
    known = agency(address={"zh": "路", "en": "1 A&B Road"})
    made = site(plan(), agency=known, settings=settings(map_search=MAP))
    assert frame(made, ENGLISH)["contact"][0]["href"].endswith("?q=1%20A%26B%20Road")


def test_help_is_the_same_on_every_page() -> None:
    made = site(plan(), faq(), agency=agency(phone="(02)1234-5678"))
    render = Renderer(made, [str(shell_folder())])
    frames = [one.spec(made).frame for one in record_pages(made) if one.language == "zh"]
    assert len({str(render.frame_context(one)["frame"]["help"]) for one in frames}) == 1


def test_a_letter_about_a_page_names_it() -> None:
    html = shell(site(plan(), agency=agency(email="a@example.org")))
    assert 'href="mailto:a@example.org?subject=' in html
    assert "%2Fplans%2F" in html or "/plans/" in html.partition("?subject=")[2][:120]


# -- foot ----------------------------------------------------------------------------------------

POLICIES = ("about/privacy.md", "about/security.md", "about/open-data.md")
ALL: dict[str, Any] = {
    "glossary": (GlossaryTerm(id="a", term=text(zh="甲"), meaning=text(zh="乙")),),
    "accessibility": Accessibility.model_construct(reviewed=dt.date(2026, 1, 5)),
}


def foot(made: Site) -> list[str]:
    return [item["key"] for item in frame(made)["footer"]]


def test_the_foot_names_what_there_is() -> None:
    assert foot(site(plan())) == ["changes", "sitemap"]
    pages = [page(one) for one in POLICIES]
    assert foot(site(plan(), *pages, **ALL)) == [
        *POLICIES,
        *("accessibility", "glossary", "changes", "sitemap"),
    ]


def test_the_foot_has_what_is_asked_for_in_that_order() -> None:
    asked = settings(footer=("sitemap", "about/privacy.md", "faq", "glossary"))
    made = site(plan(), faq(), page("about/privacy.md"), settings=asked, **ALL)
    assert foot(made) == ["sitemap", "about/privacy.md", "faq", "glossary"]
    # What does not exist leads nowhere; the checks tell of it.
    assert foot(site(plan(), settings=asked)) == ["sitemap"]


def test_the_links_of_the_foot_lead_from_where_the_page_stands() -> None:
    html = shell(site(plan(), **ALL), "plans/plan-115/", "en")
    assert 'href="../../sitemap/"' in html
    assert 'href="../../glossary/"' in html


def test_the_date_of_the_content_is_that_of_its_newest_record() -> None:
    newest = plan("b", updated=dt.date(2026, 3, 1))
    hidden = plan("c", life="draft", updated=dt.date(2026, 9, 9))
    assert frame(site(plan("a"), newest, hidden))["updated"]["iso"] == "2026-03-01"


# -- badge and logo ------------------------------------------------------------------------------


def test_only_an_agency_with_a_badge_shows_one() -> None:
    assert "site-badge" not in shell(site(plan()))


@pytest.mark.parametrize(
    ("language", "path", "root", "words"),
    [
        ("zh", "plans/", "../", "通過 110.07 版網站無障礙規範 AA 等級檢測，標章編號 113-0042"),
        ("en", "plans/", "../../", "edition 110.07 of the web accessibility rules, level AA"),
    ],
)
def test_a_badge_tells_number_level_and_edition(
    language: str, path: str, root: str, words: str
) -> None:
    html = shell(site(plan(), agency=agency(badge=BADGE)), path, language)
    badge = html.partition('<a class="site-badge"')[2].partition("</a>")[0]
    assert 'href="https://accessibility.example.org/badge?id=42&amp;x=1"' in badge
    assert f'src="{root}images/badge.png" width="88" height="31"' in badge
    assert words in badge
    assert "113-0042" in badge


@pytest.mark.parametrize(("today", "shown"), [("2027-06-30", True), ("2027-07-01", False)])
def test_a_badge_that_has_run_out_is_not_shown(today: str, shown: bool) -> None:
    day = settings(today=dt.date.fromisoformat(today))
    assert ("site-badge" in shell(site(plan(), agency=agency(badge=BADGE), settings=day))) is shown


def test_a_logo_stands_beside_the_name_that_says_the_same() -> None:
    html = shell(site(plan(), agency=agency(logo="images/logo.svg")), "plans/", "en")
    assert '<img src="../../images/logo.svg" alt="">Model Prison</a>' in html


# -- languages and the error page ----------------------------------------------------------------


def test_each_other_language_is_one_link_away() -> None:
    languages = frame(site(plan(), settings=settings()), ENGLISH)["languages"]
    assert [(one["tag"], one["current"], one["relative"]) for one in languages] == [
        ("zh-Hant-TW", False, "../../../"),
        ("en", True, "../../../en/"),
    ]
    assert [one["absolute"] for one in languages] == [
        "https://prison.example.gov.tw/base/",
        "https://prison.example.gov.tw/base/en/",
    ]


def test_without_an_address_there_are_no_full_ones() -> None:
    made = site(plan(), settings=settings(site_url=""))
    assert {one["absolute"] for one in frame(made)["languages"]} == {""}
    assert 'rel="alternate"' not in shell(made)


def test_the_error_page_links_from_the_root_of_the_host() -> None:
    """It is shown at any address, however deep."""
    made = site(plan(), agency=agency(phone="(02)1234-5678"), settings=settings())
    known = frame(made, content.error(made).frame)
    assert known["base"] == known["root"] == "/base/"
    assert [one["relative"] for one in known["languages"]] == ["/base/", "/base/en/"]
