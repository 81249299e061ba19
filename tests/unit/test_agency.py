"""What every page shows of the agency is there and still good."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.unit.builders import Project, place, rules

FILE = "data/agency.yml"
BADGE = """badge:
  number: 113-0042
  level: AA
  edition: "110.07"
  until: 2027-06-30
  url: https://accessibility.example.org/
  picture: images/badge.png
"""


def say(project: Project, words: str) -> None:
    project.write(FILE, f"name: {{zh: 示範監獄, en: Model Prison}}\n{words}")


def picture(project: Project, name: str) -> None:
    path = project.root / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"GIF")


def test_pictures_that_are_there_pass(project: Project) -> None:
    say(project, f"logo: images/logo.svg\n{BADGE}")
    picture(project, "images/logo.svg")
    picture(project, "images/badge.png")
    assert project.problems() == []


def test_a_logo_that_is_not_there_is_told(project: Project) -> None:
    picture(project, "images/logo.svg")
    say(project, "logo: images/lgoo.svg\n")
    problem = project.only_problem()
    assert place(problem) == (FILE, 2, 7, "unknown-picture")
    assert problem.severity == "error"
    assert problem.zh == "找不到圖檔 content/images/lgoo.svg，是否為「images/logo.svg」？"
    assert problem.en == (
        'There is no picture content/images/lgoo.svg; did you mean "images/logo.svg"?'
    )


def test_the_picture_of_a_badge_that_is_not_there_is_told(project: Project) -> None:
    say(project, BADGE)
    assert place(project.only_problem()) == (FILE, 8, 12, "unknown-picture")


@pytest.mark.parametrize(
    "name", ["images/Logo.svg", "../data/logo.svg", "/images/logo.svg", "./images/logo.svg"]
)
def test_a_picture_is_named_as_it_stands_below_content(project: Project, name: str) -> None:
    picture(project, "images/logo.svg")
    (project.root / "data" / "logo.svg").write_bytes(b"GIF")
    say(project, f"logo: {name}\n")
    assert "unknown-picture" in rules(project.problems())


def test_a_folder_is_no_picture(project: Project) -> None:
    picture(project, "images/logo.svg/a.svg")
    say(project, "logo: images/logo.svg\n")
    assert project.only_problem().rule == "unknown-picture"


def test_a_badge_is_good_to_its_last_day(project: Project) -> None:
    say(project, BADGE)
    picture(project, "images/badge.png")
    assert project.problems(today=dt.date(2027, 6, 30)) == []
    problem = project.only_problem(today=dt.date(2027, 7, 1))
    assert place(problem) == (FILE, 6, 10, "badge-expired")
    assert problem.severity == "warning"
    assert "2027-06-30" in problem.zh
    assert "2027-06-30" in problem.en


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("level: AA", "level: AAAA"),
        ("until: 2027-06-30", "until: 116-06-30"),
        ("picture: images/badge.png", "picture: https://example.org/badge.png"),
        ("picture: images/badge.png", "picture: images/badge.bmp"),
        ("  number: 113-0042\n", ""),
    ],
)
def test_a_badge_without_a_fact_or_with_a_wrong_one_is_told(
    project: Project, old: str, new: str
) -> None:
    assert old in BADGE
    say(project, BADGE.replace(old, new))
    picture(project, "images/badge.png")
    assert {problem.path for problem in project.problems()} == {FILE}


# -- the foot of every page ------------------------------------------------------------------------


def test_entries_of_the_foot_that_lead_somewhere_pass(project: Project) -> None:
    entries = ("about/index.md", "sitemap", "faq", "units", "browse")
    assert project.problems(footer=entries) == []


@pytest.mark.parametrize(
    ("entry", "guess"),
    [
        ("about/idx.md", "about/index.md"),
        ("sitemaps", "sitemap"),
        ("about", ""),
        # There is no such file: it would lead to no page.
        ("glossary", ""),
        ("accessibility", ""),
        ("forms", ""),
        ("https://example.org/", ""),
    ],
)
def test_an_entry_of_the_foot_that_leads_nowhere_is_told(
    project: Project, entry: str, guess: str
) -> None:
    problem = project.only_problem(footer=("sitemap", entry))
    assert place(problem) == ("mkdocs.yml", 0, 0, "unknown-footer-entry")
    assert problem.severity == "error"
    assert f'"{entry}" in `footer`' in problem.en
    if guess:
        assert f"是否為「{guess}」？" in problem.zh


@pytest.mark.parametrize("entry", ["home", "search", "theme", "faq/visits", "sitemap"])
def test_the_menu_knows_only_what_it_can_show(project: Project, entry: str) -> None:
    """Words behind `index:` that name no entry of a menu would be left out in silence."""
    problem = project.only_problem(navigation=("faq", entry))
    assert problem.rule == "unknown-menu-entry"


def test_a_page_may_stand_in_menu_and_foot(project: Project, tmp_path: Path) -> None:
    both = ("about/index.md", "index.md")
    assert project.problems(navigation=both, footer=both) == []
