"""Permanent numbers of questions and services."""

from __future__ import annotations

import pytest

from tests.unit.builders import FILES, SERVICE, SERVICE_FILE, Project, not_shown, place, rules

FAQ = "content/faq/visits/book-a-visit.md"
QUESTION = FILES[FAQ].replace("        related: [plan-115]\n", "")


def ask(project: Project, name: str, number: str, category: str = "visits") -> str:
    path = f"content/faq/{category}/{name}.md"
    project.write(path, QUESTION.replace("        number: 1\n", number and f"        {number}\n"))
    return path


def serve(project: Project, name: str, number: str) -> str:
    path = f"data/services/{name}.yml"
    words = SERVICE.replace("id: certificate\n", f"id: {name}\n")
    project.write(path, words.replace("    number: 1\n", number and f"    {number}\n"))
    return path


@pytest.mark.parametrize(("others", "free"), [([], 2), ([2], 3), ([7], 8), ([3, 2], 4)])
def test_a_question_without_a_number_is_told_the_next_free_one(
    project: Project, others: list[int], free: int
) -> None:
    for number in others:
        ask(project, f"other-{number}", f"number: {number}")
    path = ask(project, "what-to-bring", "")
    problem = project.only_problem()
    assert place(problem) == (path, 5, 1, "no-number")
    assert problem.zh == f"缺少永久編號；下一個可用的是「number: {free}」。"
    assert problem.en == (
        f"The permanent number is missing; the next free one is `number: {free}`."
    )


def test_a_service_without_a_number_is_told_the_next_free_one(project: Project) -> None:
    serve(project, "first", "number: 5")
    path = serve(project, "second", "")
    problem = project.only_problem()
    assert (problem.path, problem.rule) == (path, "no-number")
    assert "「number: 6」" in problem.zh
    assert "`number: 6`" in problem.en


def test_the_first_of_all_gets_number_one(project: Project) -> None:
    path = serve(project, "certificate", "")
    problem = project.only_problem()
    assert (problem.path, problem.rule) == (path, "no-number")
    assert "`number: 1`" in problem.en


def test_a_number_that_is_taken_is_told_with_its_holder_and_the_next_free_one(
    project: Project,
) -> None:
    path = ask(project, "what-to-bring", "number: 1")
    problem = project.only_problem()
    assert place(problem) == (path, 3, 9, "duplicate-number")
    assert f"編號 1 已由 {FAQ} 使用。新寫的那一份用下一個可用的 2；" in problem.zh
    assert f"The number 1 is taken by {FAQ}. The new one" in problem.en
    assert "next free one, 2;" in problem.en


def test_a_number_of_a_service_that_is_taken_is_told(project: Project) -> None:
    first = serve(project, "a-first", "number: 4")
    path = serve(project, "b-second", "number: 4")
    problem = project.only_problem()
    assert place(problem) == (path, 6, 9, "duplicate-number")
    assert f"taken by {first}." in problem.en
    assert "next free one, 5;" in problem.en


@pytest.mark.parametrize("life", ["withdrawn", "draft"])
def test_what_is_not_published_keeps_its_number(project: Project, life: str) -> None:
    project.edit(FAQ, "number: 1\n", f"number: 1\n{not_shown(life)}\n")
    ask(project, "what-to-bring", "number: 1")
    assert rules(project.problems()) == ["duplicate-number"]
    ask(project, "what-to-bring", "")
    assert "`number: 2`" in project.only_problem().en
    ask(project, "what-to-bring", "number: 2")
    assert project.problems() == []


def test_each_category_counts_for_itself_and_services_for_themselves(project: Project) -> None:
    project.edit(
        "data/faq.yml",
        "categories:\n",
        "categories:\n  - {id: sending, name: {zh: 寄送, en: Sending}}\n",
    )
    ask(project, "send-money", "number: 1", "sending")
    project.write(SERVICE_FILE, SERVICE)
    assert project.problems() == []


def test_all_that_have_no_number_are_told_at_once(project: Project) -> None:
    paths = [ask(project, "one", ""), ask(project, "two", ""), serve(project, "three", "")]
    assert [(one.path, one.rule) for one in sorted(project.problems())] == [
        (path, "no-number") for path in paths
    ]


@pytest.mark.parametrize("number", ["0", "10000", "-1", "一", "1.5"])
def test_a_number_is_a_count_that_people_can_say(project: Project, number: str) -> None:
    path = ask(project, "what-to-bring", f"number: {number}")
    problem = project.only_problem()
    assert (problem.path, problem.line) == (path, 3)
    assert problem.rule in ("out-of-range", "wrong-type")
