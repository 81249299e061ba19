"""Every rule has its page, and the pages say what the catalogue says."""

from __future__ import annotations

import re

from disclosure.rules import catalogue
from scripts import rules
from tests.docs.test_examples import MANUAL, read
from tests.docs.test_examples import rules as rules_of_the_sources


def test_the_catalogue_holds_every_rule_of_the_sources_and_no_other() -> None:
    assert set(catalogue().rules) == rules_of_the_sources()


def test_the_pages_are_up_to_date() -> None:
    made = rules.pages()
    assert {path.name for path in rules.FOLDER.glob("*.md")} == set(made)
    stale = [name for name, text in made.items() if read(rules.FOLDER / name) != text]
    assert stale == [], "make rules"


def test_every_topic_has_a_name_in_both_languages() -> None:
    known = catalogue()
    assert {rule.topic for rule in known.rules.values()} == set(known.topics)
    for topic in known.topics.values():
        assert re.search("[\u4e00-\u9fff]", topic.zh)
        assert re.fullmatch("[A-Z][\x20-\x7e]+", topic.en)


def test_rules_are_told_in_sentences() -> None:
    for rule in catalogue().rules.values():
        assert rule.zh.endswith("。"), rule.id
        assert rule.en.endswith((".", "”")), rule.id


def test_the_manual_leads_to_the_rules() -> None:
    assert "(../rules/index.md)" in read(MANUAL / "problems.md")
