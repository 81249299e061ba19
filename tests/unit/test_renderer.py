"""Views → HTML: what an editor typed is never markup."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jinja2
import pytest
from markupsafe import Markup

from disclosure.model.accessibility import Accessibility
from disclosure.model.agency import Agency, Badge, NamedAgency
from disclosure.model.audit import Audit
from disclosure.model.classification import Tree
from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.faq import FaqCategory
from disclosure.model.file import FileFacts
from disclosure.model.glossary import GlossaryTerm
from disclosure.model.page import Page
from disclosure.model.service import Service
from disclosure.model.settings import Settings
from disclosure.model.text import text
from disclosure.resources import shell_folder
from disclosure.site import content
from disclosure.site.pages import record_pages
from disclosure.site.spec import Phrase
from disclosure.site.voice import Site
from disclosure.writing.environment import environment, fill, words
from disclosure.writing.frame import menu
from disclosure.writing.renderer import PARTS, Renderer
from tests.unit.builders import DAY, TREES, Voice, faq, form, item, page, plan, service, site

NASTY = "<u>&\"'甲</u>"
BOTH = {"zh": NASTY, "en": NASTY}
#: What may stand in them and would still break out of an attribute or be read as a character.
MAIL = "'甲@example.org"
URL = "https://example.org/甲'?a=1&lt=2&amp;#x"
CITED = {"title": BOTH, "article": BOTH, "url": URL, "date": "2026-01-01", "says": BOTH}
FILE = {"path": "forms/letter.odt", "name": BOTH}
TIME = {"number": 1, "unit": "days"}


@pytest.mark.parametrize(
    ("phrase", "tag", "made"),
    [
        ("a", "", "a"),
        (NASTY, "", "&lt;u&gt;&amp;\"'甲&lt;/u&gt;"),
        ("甲 a", "zh", '<span lang="zh">甲</span> a'),
        ("<甲>", "zh", '&lt;<span lang="zh">甲</span>&gt;'),
        ({"words": "<甲>", "lang": "zh"}, "", '<span lang="zh">&lt;甲&gt;</span>'),
        ({"words": "甲", "lang": "zh"}, "zh", '<span lang="zh">甲</span>'),
    ],
)
def test_words_are_escaped_and_marked_with_their_language(
    phrase: Phrase, tag: str, made: str
) -> None:
    assert words(phrase, tag) == Markup(made)


@pytest.mark.parametrize(
    ("form", "values", "made"),
    [
        ("（{0}）", ["<b>"], "（&lt;b&gt;）"),
        ("（{0}）", [Markup("<b>")], "（<b>）"),
        ("<{0}&{1}>", ["a", "b"], "&lt;a&amp;b&gt;"),
        ("({0})", [3], "(3)"),
        ("({0})", ["{1}"], "({1})"),
        ('"{0}"', ['"'], "&quot;&#34;&quot;"),
        ("'{0}'", ["'"], "&#x27;&#39;&#x27;"),
    ],
)
def test_the_places_of_a_form_are_filled_and_escaped(
    form: str, values: list[object], made: str
) -> None:
    assert fill(form, *values) == Markup(made)


def test_a_template_with_an_unknown_name_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ nothing }}")
    with pytest.raises(jinja2.UndefinedError):
        environment(tmp_path).get_template("a.html").render()


def test_a_template_escapes_by_itself(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<i title="{{ x }}">{{ x }}</i>')
    made = environment(tmp_path).get_template("a.html").render(x='<&">')
    assert made == '<i title="&lt;&amp;&#34;&gt;">&lt;&amp;&#34;&gt;</i>'


def renderer(made: Site) -> Renderer:
    return Renderer(made, [str(shell_folder())])


def nasty() -> Site:
    strategy = {
        "id": "visits",
        "number": NASTY,
        "title": BOTH,
        "text": BOTH,
        "units": [{"unit": "guard", "note": BOTH}],
        "deadlines": [{"kind": "ongoing", "printed": NASTY}],
        "targets": [{"what": BOTH, "number": "1", "unit": BOTH, "printed": NASTY}],
        "measures": [{"number": NASTY, "text": BOTH, "units": ["guard"]}],
        "results": [{"period": BOTH, "text": BOTH}],
    }
    basis = {"authority": BOTH, "title": BOTH, "number": NASTY}
    column = dict.fromkeys(("section", "strategy", "units", "deadlines", "measures"), BOTH)
    records = (
        plan(
            title=BOTH,
            summary=BOTH,
            basis=[basis],
            issued=basis,
            columns=column,
            scope_heading=BOTH,
            changes=[{"date": DAY, "note": BOTH}],
            keywords={"zh": [NASTY], "en": [NASTY]},
            sections=[{"id": "s", "number": NASTY, "title": BOTH, "strategies": [strategy]}],
            control={"number": NASTY, "heading": BOTH, "clauses": [{"text": BOTH}]},
            notes=[BOTH],
        ),
        faq(
            **dict.fromkeys(("title", "summary", "answer", "easy_read"), BOTH),
            sources=[NASTY],
            units=["guard"],
        ),
        page(title=BOTH),
        nasty_service(),
        form("letter-form", title=BOTH, summary=BOTH, how=BOTH, files=[FILE], sources=[CITED]),
        *nasty_items(),
    )
    agency = Agency(
        name=text(**BOTH),
        notice=text(**BOTH),
        address=text(**BOTH),
        phone=NASTY,
        fax=NASTY,
        email=MAIL,
        hours=text(**BOTH),
        mailbox=URL,
        logo="logo.svg",
        badge=Badge(
            number=NASTY,
            level="AA",
            edition=NASTY,
            until=DAY,
            url=URL,
            picture="badge.png",
        ),
        rights=text(**BOTH),
        code=NASTY,
    )
    made = site(
        *records,
        agency=agency,
        agencies={"model-prison": NamedAgency(id="model-prison", name=text(**BOTH))},
        categories={"visits": FaqCategory(id="visits", name=text(**BOTH))},
        trees={name: _renamed(tree) for name, tree in TREES.items()},
        files={"forms/letter.odt": FileFacts(12, "0" * 64, DAY)},
        **nasty_words(),
        settings=Settings(
            root=Path("/nonexistent"),
            site_url="https://example.org/",
            map_search="https://map.example.org/?q={place}&z=1",
            qr_codes=True,
        ),
    )
    units = made.catalogue.units
    for name in units:
        units[name] = units[name].model_copy(
            update={"name": text(**BOTH), "aliases": (NASTY,), "phone": NASTY}
        )
    return made


def nasty_words() -> dict[str, Any]:
    """The glossary and the statement."""
    explained = {"id": "term", "term": BOTH, "meaning": BOTH, "sources": [CITED]}
    # One spelling that the texts do use, so that words of theirs become links.
    also = {"zh": [NASTY, "甲"], "en": [NASTY, "甲"]}
    own = {name: [BOTH] for name in ("offers", "limits", "untested")}
    efforts = [{"says": BOTH, "rests_on": ["axe"]}]
    finding = {"rule": NASTY, "pages": 1, "reason": BOTH}
    measured = {"tool": NASTY, "version": NASTY, "pages": 1, "failures": 0}
    checks = [
        measured | {"id": "axe", "scores": {NASTY: 1}, "undecided": [finding]},
        measured | {"id": NASTY, "found": [finding, finding | {"reason": None}]},
    ]
    languages = {"languages": ("zh", "en")}
    return {
        "glossary": (GlossaryTerm.model_validate(explained | {"also": also}, context=languages),),
        "accessibility": Accessibility.model_validate(
            {"published": DAY, "reviewed": DAY, "complaint": BOTH, "efforts": efforts} | own,
            context=languages,
        ),
        "audit": Audit.model_validate(
            {"made": DAY.isoformat(), "commit": NASTY, "pages": 1, "checks": checks},
            context=languages,
        ),
    }


def nasty_service() -> Service:
    steps = [
        {"id": "come", "lane": "a", "kind": "start", "action": BOTH, "detail": BOTH},
        {"id": "look", "lane": "b", "kind": "decision", "action": BOTH}
        | {"documents": ["paper"], "form": "letter-form", "time": TIME}
        | {"branches": [{"label": BOTH, "to": "come"}, {"label": BOTH, "to": "done"}]},
        {"id": "done", "lane": "b", "kind": "end", "action": BOTH},
    ]
    prose = ("content", "who", "period", "accepted_by", "decided_by", "result", "remedy", "notes")
    lanes = [{"id": "a", "name": BOTH, "citizen": True}, {"id": "b", "unit": "guard"}]
    channel = dict.fromkeys(("how", "hours", "address"), BOTH)
    channel |= dict.fromkeys(("phone", "fax"), NASTY) | {"email": MAIL}
    limit = dict.fromkeys(("text", "starts", "stops", "correction", "late"), BOTH)
    paper = dict.fromkeys(("name", "why", "where", "when"), BOTH)
    return service(
        title=BOTH,
        summary=BOTH,
        units=[{"unit": "guard", "note": BOTH}],
        number=1,
        agency="model-prison",
        **dict.fromkeys((*prose, "easy_read"), BOTH),
        documents=[paper | {"id": "paper", "form": "letter-form", "mydata": NASTY}],
        channels=[
            channel | {"kind": kind, "url": URL, "documents": ["paper"], "time": TIME}
            for kind in ("online", "counter", "post", "phone", "fax", "email")
        ],
        fee={"text": BOTH, "pay": BOTH},
        time_limit=limit | {"time": TIME},
        legal_basis=[CITED],
        forms=["letter-form"],
        contact=[
            {"unit": "guard", "name": BOTH, "phone": NASTY, "fax": NASTY}
            | {"email": MAIL, "hours": BOTH}
        ],
        progress={"url": URL, "phone": NASTY, "text": BOTH},
        validity={"since": "2026-01-01", "note": BOTH},
        flow={"lanes": lanes, "steps": steps, "note": BOTH},
        related=["book-a-visit"],
        sources=[CITED],
    )


def nasty_items() -> tuple[DisclosureItem, DisclosureItem]:
    offered = {"files": [FILE], "links": [{"title": BOTH, "url": URL}]}
    whole = item(
        title=BOTH,
        summary=BOTH,
        text=BOTH,
        frequency="yearly",
        units=["guard"],
        **offered,
        reports=[offered | {"period": BOTH, "due": "2026-01-01", "response": BOTH}],
        legal_basis=[CITED],
        sources=[CITED],
    )
    held = {"ground": 1, "what": BOTH}
    return whole, item("secret", title=BOTH, state="withheld", reason=BOTH, withheld=held)


def _renamed(tree: Tree) -> Tree:
    terms = tuple(
        term.model_copy(update={"name": text(**BOTH), "description": text(**BOTH)})
        for term in tree.scheme.terms
    )
    return Tree(tree.scheme.model_copy(update={"terms": terms, "note": text(**BOTH)}))


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_no_words_of_an_editor_become_markup_on_any_page() -> None:
    made = nasty()
    render = renderer(made)
    kinds = set()
    for planned in record_pages(made):
        spec = planned.spec(made)
        html = render.page(spec)
        kinds.add(spec.kind)
        assert "<u>" not in html, spec.path
        assert "&amp;lt;" not in html, spec.path
        assert "&lt;u&gt;&amp;" in html, spec.path
        for tag, attributes in _Reader(html).tags:
            # An attribute that was broken out of leaves a remainder such as `'甲<` behind.
            assert not [name for name in attributes if set(name) & set("<>\"'&甲")], (
                spec.path,
                tag,
            )
    assert kinds == {
        *("home", "plans", "plan", "units", "unit", "faqs", "faq-category", "faq"),
        *("browse", "scheme", "term", "services", "service", "service-sheet", "transparency"),
        *("forms", "form", "disclosure", "disclosure-category", "disclosure-item"),
        *("search", "sitemap", "changes", "glossary", "accessibility", "term-kind", "kind-index"),
    }


def test_metadata_says_exactly_what_the_editor_typed() -> None:
    made = nasty()
    (spec,) = (
        one.spec(made)
        for one in record_pages(made)
        if (one.path, one.language) == ("plans/plan-115/", "zh")
    )
    tags = _Reader(renderer(made).page(spec)).tags
    named = {attributes.get("name"): attributes.get("content") for _, attributes in tags}
    assert named["DC.Title"] == named["DC.Creator"] == named["description"] == NASTY
    assert named["DC.Identifier"] == f"{NASTY}-plan-115"
    assert named["Keywords"] == NASTY


def test_the_shell_is_rendered_once_for_pages_of_one_group() -> None:
    agency = Agency(name=text(zh="監獄"), email="a@example.org")
    made = site(plan("a"), plan("b"), plan("c", year=2014), agency=agency)
    render = renderer(made)
    specs = [one.spec(made) for one in record_pages(made) if one.path.startswith("plans/")]
    shells = {spec.frame: render.shell(spec.frame) for spec in specs}
    assert len(shells) == 4
    for spec in specs:
        assert render.shell(spec.frame) is shells[spec.frame]
    named = next(iter(shells.values()))[1::2]
    assert set(named) == set(PARTS)


def test_no_mark_is_left_in_a_page() -> None:
    made = site(plan(), faq(), page())
    render = renderer(made)
    for planned in record_pages(made):
        html = render.page(planned.spec(made))
        assert "\ue000" not in html
        assert "\ue001" not in html
        assert html.count("<h1>") == 1


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (faq(title={"zh": "甲"}), "This page is not yet available in English."),
        (faq(answer={"zh": "甲"}), "Parts of this page are not yet available in English"),
        (faq(), ""),
    ],
)
def test_a_page_says_what_of_it_is_not_translated(record: Page, said: str) -> None:
    made = site(record)
    (spec,) = (
        one.spec(made)
        for one in record_pages(made)
        if (one.path, one.language) == ("faq/visits/book-a-visit/", "en")
    )
    callout = renderer(made).parts(spec)["untranslated"]
    assert callout.startswith(f'<p class="callout">{said}') if said else callout == ""


@pytest.mark.parametrize(
    ("address", "base"),
    [("https://example.org/a/b/", "/a/b/"), ("https://example.org/", "/"), ("", "/")],
)
def test_the_error_page_links_from_the_root_because_it_may_stand_anywhere(
    address: str, base: str
) -> None:
    made = site(plan(), settings=Settings(root=Path("/nonexistent"), site_url=address))
    spec = content.error(made)
    render = renderer(made)
    assert render.frame_context(spec.frame)["frame"]["base"] == base
    html = render.page(spec)
    assert f'href="{base}assets/site.css"' in html
    assert 'rel="canonical"' not in html


def test_the_menu_has_what_exists_in_the_order_that_is_asked_for() -> None:
    def keys(made: Site) -> list[str]:
        return [item["key"] for item in menu(Voice(made, "zh"))]

    assert keys(site(faq(), page(), page("a/b.md"), page("index.md"))) == [
        *("faq", "units", "browse", "about/index.md"),
    ]
    asked = Settings(root=Path("/nonexistent"), navigation=("browse", "plans", "nothing"))
    assert keys(site(plan(), settings=asked)) == ["browse", "plans"]
