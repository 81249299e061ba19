"""The words of the glossary, explained where a page first uses them."""

from __future__ import annotations

from typing import Any

import pytest

from disclosure.model.glossary import GlossaryTerm
from disclosure.writing.terms import Explainer, Seen, without_doubles
from tests.unit.builders import LANGUAGES, words

STRINGS = words()


def term(name: str, zh: str, said: str = "", /, **also: list[str]) -> GlossaryTerm:
    data: dict[str, Any] = {
        "id": name,
        "term": {"zh": zh} | ({"en": said} if said else {}),
        "meaning": {"zh": "意思。"},
        "also": also,
    }
    return GlossaryTerm.model_validate(data, context={"languages": LANGUAGES})


TERMS = (
    term("punishment", "刑"),
    term("prisoner", "受刑人", "prisoner", en=["prisoners", "sentenced person"]),
    term("parole", "假釋", "parole"),
    term("oid", "OID", "OID"),
)


def link(name: str, said: str, language: str = "zh") -> str:
    title = {"zh": "用語說明", "en": "what this word means"}[language]
    return f'<a class="term" href="#term-{name}" title="{title}">{said}</a>'


def marked(html: str, language: str = "zh", *terms: GlossaryTerm) -> tuple[str, list[str]]:
    seen = Seen()
    explainer = Explainer(terms or TERMS, language, STRINGS[language])
    made = explainer.marked(html, seen)
    assert [row["id"] for row in explainer.explained(seen)] == seen.ids
    return made, seen.ids


def test_a_word_is_a_link_to_its_explanation() -> None:
    made, seen = marked("<p>申請假釋。</p>")
    assert made == f"<p>申請{link('parole', '假釋')}。</p>"
    assert seen == ["parole"]


def test_only_the_first_use_is_a_link() -> None:
    made, _ = marked("<p>假釋、假釋。</p><p>假釋</p>")
    assert made == f"<p>{link('parole', '假釋')}、假釋。</p><p>假釋</p>"


def test_the_texts_of_a_page_share_what_was_seen() -> None:
    explainer, seen = Explainer(TERMS, "zh", STRINGS["zh"]), Seen()
    assert explainer.marked("<p>假釋</p>", seen) == f"<p>{link('parole', '假釋')}</p>"
    assert explainer.marked("<p>假釋與受刑人</p>", seen) == (
        f"<p>假釋與{link('prisoner', '受刑人')}</p>"
    )
    assert seen.ids == ["parole", "prisoner"]


def test_the_longest_word_wins() -> None:
    made, seen = marked("<p>受刑人服刑</p>")
    assert made == f"<p>{link('prisoner', '受刑人')}服{link('punishment', '刑')}</p>"
    assert seen == ["prisoner", "punishment"]


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="x">假釋</a></p>',
        '<p><a class="x" href="x">申請<b>假釋</b></a></p>',
        '<h2 id="a">假釋</h2>',
        "<h3>假釋</h3>",
        "<p><code>假釋</code></p>",
        '<pre tabindex="0"><code>假釋</code></pre>',
        "<details><summary>假釋</summary></details>",
        "<table><caption>假釋</caption></table>",
        '<table><tr><th scope="col">假釋</th></tr></table>',
        '<p><img alt="假釋"></p>',
        '<td data-label="假釋">1</td>',
    ],
)
def test_links_headings_code_and_attributes_are_left_alone(html: str) -> None:
    assert marked(html) == (html, [])


@pytest.mark.parametrize("tag", ["abbr", "article", "thead", "header", "b", "td"])
def test_a_tag_that_begins_like_one_of_those_is_no_such_tag(tag: str) -> None:
    assert marked(f"<{tag}>假釋</{tag}>")[1] == ["parole"]


@pytest.mark.parametrize(
    ("html", "ids"),
    [
        ("<p>parole</p>", ["parole"]),
        ("<p>Parole!</p>", ["parole"]),
        ("<p>(parole)</p>", ["parole"]),
        ("<p>paroled</p>", []),
        ("<p>a pre-parole or parole-like thing</p>", []),
        ("<p>a sentenced person</p>", ["prisoner"]),
        ("<p>the prisoners</p>", ["prisoner"]),
    ],
)
def test_latin_words_are_whole_words_in_any_case(html: str, ids: list[str]) -> None:
    assert marked(html, "en")[1] == ids


def test_the_word_stays_as_the_page_spells_it() -> None:
    assert marked("<p>PAROLE</p>", "en")[0] == f"<p>{link('parole', 'PAROLE', 'en')}</p>"


def test_an_abbreviation_is_a_whole_word_on_a_chinese_page_too() -> None:
    assert marked("<p>VOIDS</p>")[1] == []
    assert marked("<p>OID：1</p>")[1] == ["oid"]


@pytest.mark.parametrize(("html", "ids"), [("<p>IT</p>", ["it"]), ("<p>it, It</p>", [])])
def test_an_abbreviation_is_no_word_in_small_letters(html: str, ids: list[str]) -> None:
    assert marked(html, "en", term("it", "資訊", "IT"))[1] == ids


def test_a_letter_with_two_small_ones_breaks_nothing() -> None:
    assert marked("<p>İnmate</p>", "en", term("inmate", "收容人", "inmate"))[1] == []


def test_terms_stand_in_the_order_in_which_a_text_uses_them() -> None:
    assert marked("<p>假釋</p><p>受刑人</p>")[1] == ["parole", "prisoner"]
    assert marked("<p>受刑人</p><p>假釋</p>")[1] == ["prisoner", "parole"]
    assert marked("<p>先 OID 後假釋</p>")[1] == ["oid", "parole"]


def test_a_word_of_letters_and_characters_is_found() -> None:
    assert marked("<p>健保IC卡</p>", "zh", term("card", "IC卡"))[1] == ["card"]


def test_a_word_without_a_translation_is_not_explained_there() -> None:
    """Nor are its other spellings: the list at the end of the page would have no name for it."""
    only_chinese = term("bail", "保釋", en=["bail"])
    assert marked("<p>bail 保釋</p>", "en", only_chinese) == ("<p>bail 保釋</p>", [])
    assert marked("<p>保釋</p>", "zh", only_chinese)[1] == ["bail"]


@pytest.mark.parametrize("word", ["amp", "lt", "gt", "quot", "x27"])
def test_the_signs_of_html_are_no_words(word: str) -> None:
    html = "<p>a &amp; b &lt; c &gt; d &quot;e&quot; &#x27;f&#x27;</p>"
    assert marked(html, "en", term("word", "詞", word)) == (html, [])


def test_signs_of_patterns_are_plain_words() -> None:
    assert marked("<p>a.b</p>", "en", term("dots", "詞", "a.b"))[1] == ["dots"]
    assert marked("<p>acb</p>", "en", term("dots", "詞", "a.b"))[1] == []
    assert marked("<p>R&amp;D</p>", "en", term("research", "研發", "R&D"))[1] == ["research"]


def test_without_a_glossary_nothing_is_done() -> None:
    explainer, seen = Explainer((), "zh", STRINGS["zh"]), Seen()
    assert explainer.marked("<p>假釋</p>", seen) == "<p>假釋</p>"
    assert explainer.explained(seen) == []


def test_a_word_that_is_a_link_already_is_no_second_link() -> None:
    """Links of the same words have to lead to the same place (HM1240404E)."""
    one = '<p><a class="term" href="#term-bail" title="t">具保</a>與<a href="/faq/">陳情</a></p>'
    assert without_doubles(one, ()) == one
    assert without_doubles(one, {"具保"}) == '<p>具保與<a href="/faq/">陳情</a></p>'
    other = one + '<p><a href="/bail/">具保</a></p>'
    assert without_doubles(other, ()).count('class="term"') == 0
    assert '<a href="/bail/">具保</a>' in without_doubles(other, ())
