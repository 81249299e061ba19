"""`glossary.yml`: its file, its page, and that every word of it means one thing."""

from __future__ import annotations

import pytest

from disclosure.model.citation import Citation
from disclosure.model.glossary import GlossaryTerm
from disclosure.model.text import text
from disclosure.site import glossary
from tests.unit.builders import Project, place, plan, voice

FILE = "data/glossary.yml"
GLOSSARY = """
    terms:
      - id: parole
        term: {zh: 假釋, en: parole}
        meaning: {zh: 提早出監。, en: Release before the end.}
      - id: prisoner
        term: {zh: 受刑人, en: prisoner}
        also: {zh: [犯人], en: [prisoners, inmate]}
        meaning: {zh: 在監獄裡的人。, en: A person in prison.}
"""


def test_terms_that_no_page_uses_are_fine(project: Project) -> None:
    project.write(FILE, GLOSSARY)
    assert project.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("zh: 受刑人", "zh: 假釋", (6, 16)),
        ("en: prisoner}", "en: Parole}", (6, 25)),
        ("zh: [犯人]", "zh: [犯人, 假釋]", (7, 21)),
        ("prisoners, inmate]", "prisoners, PAROLE]", (7, 38)),
    ],
)
def test_two_terms_with_one_spelling_are_told(
    project: Project, old: str, new: str, where: tuple[int, int]
) -> None:
    assert GLOSSARY.count(old) == 1
    project.write(FILE, GLOSSARY.replace(old, new))
    problem = project.only_problem()
    assert place(problem)[::3] == (FILE, "duplicate-spelling")
    assert (problem.line, problem.column) == where
    assert problem.severity == "error"
    assert "parole" in problem.zh
    assert '"parole"' in problem.en


def test_one_spelling_may_stand_in_two_languages_or_twice_in_a_term(project: Project) -> None:
    project.write(
        FILE, GLOSSARY.replace("zh: [犯人]", "zh: [parole, 受刑人]").replace("inmate]", "prisoner]")
    )
    assert project.problems() == []


def test_an_id_stands_once(project: Project) -> None:
    project.write(FILE, GLOSSARY.replace("id: prisoner", "id: parole"))
    problem = project.only_problem()
    assert place(problem) == (FILE, 5, 9, "duplicate-id")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("zh: 受刑人, ", "", "missing-language"),
        ("en: [prisoners", "eng: [prisoners", "unknown-language"),
        ("        meaning: {zh: 在監獄裡的人。, en: A person in prison.}\n", "", "missing-field"),
        ("also:", "others:", "unknown-field"),
    ],
)
def test_faults_of_the_file_are_told(project: Project, old: str, new: str, rule: str) -> None:
    assert GLOSSARY.count(old) == 1
    project.write(FILE, GLOSSARY.replace(old, new))
    problem = project.only_problem()
    assert (problem.path, problem.rule) == (FILE, rule)


def test_the_page_explains_every_word_in_order() -> None:
    terms = (
        GlossaryTerm(
            id="parole",
            term=text(zh="假釋", en="parole"),
            meaning=text(zh="提早出監。", en="Release."),
            also={"zh": ("假釋出獄",)},
            sources=(Citation(title=text(zh="刑法")),),
        ),
        GlossaryTerm(id="bail", term=text(zh="具保"), meaning=text(zh="交保。")),
    )
    zh = glossary.page(voice("zh", plan(), glossary=terms))
    assert zh.path == "glossary/"
    first, second = zh.view["terms"]
    assert (first["id"], first["term"], first["also"]) == ("term-parole", "假釋", ["假釋出獄"])
    assert first["others"] == [{"words": "parole", "lang": "en"}]
    assert len(first["sources"]) == 1
    assert (second["id"], second["others"]) == ("term-bail", [])
    assert "2" in zh.view["intro"]
    en = glossary.page(voice("en", plan(), glossary=terms))
    assert en.view["terms"][1]["term"] == {"words": "具保", "lang": "zh-Hant-TW"}
