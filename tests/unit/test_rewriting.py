"""New words in a YAML file, in the style of the old ones, and nothing else changed."""

from __future__ import annotations

from textwrap import dedent

import pytest

from disclosure.reading.places import Location
from disclosure.reading.yaml_reader import read_yaml
from disclosure.translating.rewriting import NotRewritable, rewritten


def changed(before: str, location: Location, words: str) -> str:
    """A file with other words at one place, once it is seen that it says them."""
    after = rewritten(dedent(before).lstrip(), {location: words}, "zh")
    document = read_yaml(after, "x.yml")
    assert not document.problems, after
    value = document.data
    for step in location:
        value = value[step]  # type: ignore[index]
    assert value.strip() == words, after  # type: ignore[union-attr]
    return after


@pytest.mark.parametrize(
    ("old", "words", "new"),
    [
        ("plain", "other", "other"),
        ("plain", "a: b", '"a: b"'),
        ("plain", "no # comment", '"no # comment"'),
        ("plain", "2026-13-01", '"2026-13-01"'),
        ("plain", "0912", '"0912"'),
        ("plain", "null", '"null"'),
        ("plain", "- dash", '"- dash"'),
        ("plain", 'say "no" \\ yes', 'say "no" \\ yes'),
        ('"quoted"', 'say "no" \\ yes', '"say \\"no\\" \\\\ yes"'),
        ("'single'", "it's", "'it''s'"),
        ("plain  # a note", "other", "other  # a note"),
    ],
)
def test_a_value_of_one_line_keeps_its_style_where_it_can(old: str, words: str, new: str) -> None:
    before = f"title:\n  zh: 題\n  en: {old}\nid: x\n"
    after = changed(before, ("title", "en"), words)
    assert after == f"title:\n  zh: 題\n  en: {new}\nid: x\n"


@pytest.mark.parametrize(
    ("words", "new"),
    [("other", "other"), ("a, b", '"a, b"'), ("[a]", '"[a]"'), ("a\nb", '"a\\nb"')],
)
def test_within_braces_commas_need_quotes(words: str, new: str) -> None:
    after = changed("title: {zh: 題, en: old} # note\n", ("title", "en"), words)
    assert after == f"title: {{zh: 題, en: {new}}} # note\n"


def test_a_block_stays_a_block_with_its_header_and_what_follows() -> None:
    before = """
        text:
          zh: |-
            甲
          en: |-
            One

            - two

        # about the next
        id: x
    """
    after = changed(before, ("text", "en"), "Uno\n\n\n- due: three # four")
    assert after == dedent(before).lstrip().replace(
        "    One\n\n    - two\n", "    Uno\n\n\n    - due: three # four\n"
    )


def test_a_folded_text_stays_folded_while_it_is_one_paragraph() -> None:
    before = "text:\n  zh: 甲\n  en: >-\n    one\n    two\nid: x\n"
    assert changed(before, ("text", "en"), "three") == (
        "text:\n  zh: 甲\n  en: >-\n    three\nid: x\n"
    )
    assert changed(before, ("text", "en"), "three\n\nfour") == (
        "text:\n  zh: 甲\n  en: |-\n    three\n\n    four\nid: x\n"
    )


def test_a_plain_value_of_several_lines_is_replaced_whole() -> None:
    before = "text:\n  zh: 甲\n  en: one\n    two\nid: x\n"
    assert changed(before, ("text", "en"), "three") == "text:\n  zh: 甲\n  en: three\nid: x\n"


def test_paragraphs_make_a_block_of_a_value_of_one_line() -> None:
    before = "a:\n  - text:\n      zh: 甲\n      en: one\n"
    after = changed(before, ("a", 0, "text", "en"), "1\n\n2")
    assert after == "a:\n  - text:\n      zh: 甲\n      en: |-\n        1\n\n        2\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: {zh: 題}\n", "title: {zh: 題, en: new}\n"),
        ("title:\n  zh: 題\nid: x\n", "title:\n  zh: 題\n  en: new\nid: x\n"),
        (
            "title:\n  zh: |\n    題\n\nid: x\n",
            "title:\n  zh: |\n    題\n  en: new\n\nid: x\n",
        ),
        ("title: 題 # note\n", "title: {zh: 題, en: new} # note\n"),
        ("title: 題, 目\n", 'title: {zh: "題, 目", en: new}\n'),
    ],
)
def test_a_language_that_is_missing_is_added(before: str, after: str) -> None:
    assert changed(before, ("title", "en"), "new") == after


def test_many_changes_at_once_do_not_disturb_each_other() -> None:
    before = "a: {zh: 甲, en: one}\nb: {zh: 乙}\nc: {zh: 丙, en: three}\n"
    values: dict[Location, str] = {
        ("a", "en"): "longer than before",
        ("b", "en"): "x",
        ("c", "en"): "",
    }
    assert rewritten(before, values, "zh") == (
        'a: {zh: 甲, en: longer than before}\nb: {zh: 乙, en: x}\nc: {zh: 丙, en: ""}\n'
    )


@pytest.mark.parametrize("location", [("b", "en"), ("list", "en"), ("a", "zh", "en", "more")])
def test_a_place_that_cannot_hold_words_is_refused(location: Location) -> None:
    with pytest.raises(NotRewritable):
        rewritten("a: {zh: 甲}\nlist: [1]\n", {location: "x"}, "zh")
