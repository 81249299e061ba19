"""Do people find what they look for?

`queries.yml` says what people type and which records answer it; each is asked on the search page of
the demo site. The figures are printed (`pytest -s`), and a failure names every question concerned,
with what came first. When a question fails, mend the search or the key words of the record.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from disclosure.model.faq import Faq
from disclosure.model.service import Service
from disclosure.site import urls
from tests.relevance.asking import FIRST, LANGUAGES, SECOND, Answer, Question, catalogue, questions
from tests.relevance.conftest import Ask

#: Of so many questions a right record must be among the first three.
WANTED = 0.95


def told(failed: list[Answer]) -> str:
    """Each question of a list, a line each."""
    return "".join(f"\n  {answer}" for answer in failed)


# -- the questions themselves ------------------------------------------------------------------


def test_there_are_questions_enough_in_every_language() -> None:
    asked = questions()
    assert len({str(one) for one in asked}) == len(asked) >= 80
    assert all(one.words.strip() and one.expected and one.source for one in asked)
    for language in LANGUAGES:
        assert sum(one.language == language for one in asked) >= 30
    assert {one.language for one in asked} == set(LANGUAGES)


def test_every_service_and_category_is_asked_for() -> None:
    wanted = set().union(*(one.expected for one in questions()))
    services = {urls.record(one) for one in catalogue().every(Service) if catalogue().shows(one)}
    questions_of: dict[str, set[str]] = {}
    for one in catalogue().every(Faq):
        questions_of.setdefault(one.category, set()).add(urls.record(one))
    assert services
    assert services - wanted == set()
    assert [name for name in catalogue().categories if not questions_of[name] & wanted] == []


def test_what_is_the_same_names_another_question() -> None:
    known = {(one.language, one.words) for one in questions()}
    named = [one for one in questions() if one.same_as]
    assert len(named) >= 5
    for one in named:
        assert one.same_as != one.words
        assert (one.language, one.same_as) in known, one


# -- their answers -----------------------------------------------------------------------------


def test_almost_all_questions_are_answered_at_once(answers: list[Answer]) -> None:
    for count in (1, FIRST, SECOND):
        print(f"\na right record among the first {count}: ", end="")
        for language in LANGUAGES:
            mine = [one for one in answers if one.question.language == language]
            print(f"{language} {sum(one.among(count) for one in mine)} of {len(mine)}", end="; ")
        good = sum(one.among(count) for one in answers)
        print(f"all {good} of {len(answers)} ({good / len(answers):.1%})", end="")
    failed = [one for one in answers if not one.among(FIRST)]
    print(f"\nnot among the first {FIRST}:{told(failed)}")
    assert len(answers) - len(failed) >= WANTED * len(answers), told(failed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_is_worse_off(answers: list[Answer], language: str) -> None:
    mine = [one for one in answers if one.question.language == language]
    failed = [one for one in mine if not one.among(FIRST)]
    assert len(mine) - len(failed) >= WANTED * len(mine), told(failed)


def test_every_question_is_answered_on_the_first_page(answers: list[Answer]) -> None:
    assert all(len(one.found) <= SECOND for one in answers)
    failed = [one for one in answers if not one.among(SECOND)]
    assert not failed, told(failed)


def test_the_middle_of_a_title_finds_it(answers: list[Answer]) -> None:
    mine = [one for one in answers if one.question.source == "middle-of-title"]
    assert len(mine) >= 10
    failed = [one for one in mine if not one.among(FIRST)]
    assert not failed, told(failed)


def test_two_ways_to_ask_lead_to_the_same(answers: list[Answer]) -> None:
    by_words = {(one.question.language, one.question.words): one for one in answers}
    failed = []
    for one in answers:
        if one.question.same_as:
            other = by_words[one.question.language, one.question.same_as]
            if not one.found or one.found[:1] != other.found[:1]:
                failed += [one, other]
    assert not failed, told(failed)


def spelled_otherwise(question: Question) -> list[Question]:
    """The question with every character that is written in two ways in the other one."""
    variants = catalogue().search_words.variants
    both = [variants, {other: character for character, other in variants.items()}]
    words = {question.words.translate(str.maketrans(one)) for one in both}
    return [replace(question, words=one) for one in sorted(words - {question.words})]


def test_both_spellings_of_a_character_find_the_same(ask_page: Ask, answers: list[Answer]) -> None:
    """臺灣 and 台灣, 帳 and 賬: the same list, from the first to the last."""
    asked = [(one, other) for one in answers for other in spelled_otherwise(one.question)]
    assert len(asked) >= 10
    assert {"臺", "台", "賬"} <= set("".join(other.words for _, other in asked))
    failed = []
    for one, question in asked:
        other = ask_page(question)
        if other.found != one.found:
            failed += [one, other]
    assert not failed, told(failed)
