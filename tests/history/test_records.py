"""The days that records get from the history of their files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from disclosure.model.record import Record
from disclosure.problems import Problem
from tests.history.repository import Repository
from tests.unit.builders import Project, place

FAQ = "content/faq/visits/book-a-visit.md"
TRANSLATION = "content/en/faq/visits/book-a-visit.md"
PLAN = "data/plans/plan-115.yml"


class Site(Project):
    """A small site under git; its files were committed on the day of their publication."""

    def __init__(self, repository: Repository, folder: str = "") -> None:
        super().__init__(repository.root / folder)
        self.repository = repository
        self.first = repository.commit("2026-01-05")

    def change(self, date: str, name: str = FAQ, message: str = "更新") -> str:
        """Add a line to a file and commit it."""
        path = self.root / name
        before = path.read_text(encoding="utf-8")
        line = f"# {date}\n" if name.endswith(".yml") else f"\n{date} 起如此。\n"
        path.write_text(before + line, encoding="utf-8")
        return self.repository.commit(date, message=message)

    def record(self, name: str = "book-a-visit", **options: Any) -> Record:
        """A record as the site has it, with its history."""
        prepared = self.prepare(**{"history": True, **options})
        assert prepared.site is not None, prepared.problems
        return prepared.site.catalogue.records[name]

    def told(self, **options: Any) -> list[Problem]:
        """What editors are told, with the history."""
        return self.problems(**{"history": True, **options})


@pytest.fixture
def site(repository: Repository) -> Site:
    """The small site of the unit tests, under git."""
    return Site(repository)


def date(words: str) -> dt.date:
    return dt.date.fromisoformat(words)


def test_without_the_option_git_is_not_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.change("2026-03-05")
    monkeypatch.setenv("PATH", "")
    assert site.record(history=False).updated is None
    assert site.problems() == []


def test_a_record_that_bears_no_date_was_changed_when_git_says(site: Site) -> None:
    site.change("2026-03-05")
    site.change("2026-02-05")  # told later, made before
    assert site.record().updated == date("2026-03-05")
    assert site.record().changed == date("2026-03-05")
    assert site.record("plan-115").updated is None
    assert site.told() == []


def test_what_was_committed_before_publication_is_no_update(site: Site) -> None:
    site.edit(FAQ, "published: 2026-01-05", "published: 2026-04-01")
    site.repository.commit("2026-03-05")
    assert site.record().updated is None
    assert site.record().changed == date("2026-04-01")


@pytest.mark.parametrize("file", [FAQ, TRANSLATION])
def test_the_files_of_every_language_count(site: Site, file: str) -> None:
    site.change("2026-03-05", file)
    assert site.record().changed == date("2026-03-05")


def test_a_file_that_is_offered_counts_too(site: Site) -> None:
    site.write("content/forms/visit.csv", "a,b\n")
    site.write(
        "data/forms/visit.yml",
        """
        id: visit
        title: {zh: 接見申請單, en: Request for a visit}
        units: [guard]
        classification: {theme: ["330"], cake: ["634"], service: [I00]}
        published: 2026-01-05
        files:
          - {path: forms/visit.csv}
        """,
    )
    site.repository.commit("2026-01-05")
    assert site.record("visit").updated is None
    site.write("content/forms/visit.csv", "a,b,c\n")
    site.repository.commit("2026-03-05")
    assert site.record("visit").updated == date("2026-03-05")


def test_the_agency_s_own_date_wins(site: Site) -> None:
    site.edit(FAQ, "published: 2026-01-05", "published: 2026-01-05\nupdated: 2026-06-01")
    site.repository.commit("2026-03-05")
    assert site.record().changed == date("2026-06-01")
    assert site.told() == []


def test_a_change_behind_a_written_date_is_told(site: Site) -> None:
    site.edit(FAQ, "published: 2026-01-05", "published: 2026-01-05\nupdated: 2026-03-01")
    site.repository.commit("2026-03-01")
    hash_ = site.change("2026-04-02")
    assert site.record().changed == date("2026-03-01")
    (problem,) = site.told()
    assert place(problem) == (FAQ, 7, 10, "updated-behind")
    assert problem.severity == "warning"
    for words in (problem.zh, problem.en):
        assert "2026-03-01" in words
        assert "2026-04-02" in words
        assert "Content: none" in words
        assert "data/history.yml" in words
    # Either way of saying that it was none is what ends the reminder.
    site.write("data/history.yml", f"not_content:\n  - {{commit: {hash_[:7]}, reason: 排版}}\n")
    assert site.told() == []


def test_a_note_behind_a_written_date_is_told_without_git_too(site: Site) -> None:
    site.edit(
        FAQ,
        "published: 2026-01-05",
        "published: 2026-01-05\nupdated: 2026-03-01\nchanges: [{date: 2026-04-02, note: 改了。}]",
    )
    (problem,) = site.problems()
    assert place(problem) == (FAQ, 7, 10, "updated-behind")
    assert "2026-04-02" in problem.zh


def test_the_trailer_of_a_message_sets_a_commit_aside(site: Site) -> None:
    site.change("2026-03-05", message="排版\n\nContent: none")
    assert site.record().updated is None


def test_a_list_sets_commits_aside(site: Site) -> None:
    first, second = site.change("2026-03-05"), site.change("2026-04-05")
    listed = "not_content:\n  - {{commit: {}, reason: 匯入}}\n"
    site.write("data/history.yml", listed.format(second.upper()))
    assert site.record().updated == date("2026-03-05")
    site.write("data/history.yml", listed.format(first[:7]))
    assert site.record().updated == date("2026-04-05")
    assert site.told() == []


def test_what_happened_before_a_day_is_passed_over(site: Site) -> None:
    site.change("2026-03-05")
    site.write("data/history.yml", "since: 2026-03-06\n")
    assert site.record().updated is None
    site.write("data/history.yml", "since: 2026-03-05\n")
    assert site.record().updated == date("2026-03-05")


def test_a_commit_after_the_day_of_the_build_is_passed_over(site: Site) -> None:
    site.change("2026-03-05")
    site.change("2026-05-05")
    assert site.record(today=date("2026-04-01")).updated == date("2026-03-05")
    assert site.told(today=date("2026-04-01")) == []


def test_an_unknown_commit_is_a_reminder_at_its_line(site: Site) -> None:
    site.write(
        "data/history.yml",
        f"""
        not_content:
          - {{commit: {site.first[:8]}, reason: 匯入}}
          - commit: 0123abc
            reason: 排版
        """,
    )
    (problem,) = site.told()
    assert place(problem) == ("data/history.yml", 3, 13, "unknown-commit")
    assert problem.severity == "warning"
    assert site.problems() == []  # not asked, not told


@pytest.mark.parametrize("commit", ["4f2a91", "main", "4f2a91z"])
def test_the_number_of_a_commit_is_seven_or_more_digits(site: Site, commit: str) -> None:
    site.write("data/history.yml", f"not_content:\n  - {{commit: {commit}, reason: 排版}}\n")
    (problem,) = site.problems()
    assert place(problem) == ("data/history.yml", 2, 14, "wrong-form")
    assert "4f2a91c" in problem.zh


def test_a_renamed_record_keeps_its_history(site: Site) -> None:
    site.change("2026-03-05")
    for path in (FAQ, TRANSLATION):
        new = path.replace("book-a-visit", "booking")
        site.repository.git("mv", path, new)
    site.repository.commit("2026-05-05")
    assert site.record("booking").updated == date("2026-03-05")


def test_a_site_in_a_folder_of_its_repository(repository: Repository) -> None:
    site = Site(repository, "網站")
    site.change("2026-03-05")
    assert site.record().updated == date("2026-03-05")


def test_folders_beside_that_of_the_configuration(repository: Repository) -> None:
    site = Site(repository, "site")
    for old, new in (("content", "text"), ("data", "facts")):
        (site.root / old).rename(repository.root / new)
    repository.commit("2026-01-05")
    for file in ("text/about/index.md", "facts/plans/plan-115.yml"):
        before = (repository.root / file).read_text(encoding="utf-8")
        repository.write(file, f"{before}\n")
    repository.commit("2026-03-05")
    for name in ("about", "plan-115"):
        changed = site.record(name, content="../text", data="../facts").changed
        assert changed == date("2026-03-05")


def test_a_shallow_clone_stops_the_build_and_says_what_mends_it(site: Site, tmp_path: Path) -> None:
    site.write("mkdocs.yml", "site_name: x\nplugins:\n  - disclosure:\n      history: true\n")
    site.change("2026-03-05")
    clone = tmp_path / "clone"
    site.repository.git("clone", "--quiet", "--depth", "1", site.root.as_uri(), str(clone))
    site.root = clone
    (problem,) = site.told()
    assert place(problem) == ("mkdocs.yml", 4, 0, "shallow-clone")
    assert problem.severity == "error"
    assert "git fetch --unshallow" in problem.zh
    site.repository.git("-C", str(clone), "fetch", "--quiet", "--unshallow")
    assert site.record().updated == date("2026-03-05")


def test_without_a_repository_the_dates_in_the_data_count(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in ("/usr/bin:/bin", ""):
        monkeypatch.setenv("PATH", path)
        (problem,) = project.problems(history=True)
        assert (problem.rule, problem.severity) == ("no-history", "warning")
        assert project.prepare(history=True).site is not None


def test_what_git_cannot_read_is_told_in_its_own_words(site: Site) -> None:
    (site.root / ".git" / "config").write_text("[core\n", encoding="utf-8")
    (problem,) = site.told()
    assert (problem.rule, problem.severity) == ("unreadable-history", "error")
    assert "bad config" in problem.zh


def test_a_note_that_has_not_come_yet_is_no_reason_to_change_the_day(project: Project) -> None:
    project.edit(
        FAQ,
        "number: 1\n",
        "number: 1\nupdated: 2026-03-01\nchanges:\n  - {date: 2026-04-02, note: 改了。}\n",
    )
    problem = project.only_problem(today=date("2026-04-01"))
    assert place(problem) == (FAQ, 6, 12, "future-date")
    problem = project.only_problem(today=date("2026-04-02"))
    assert place(problem) == (FAQ, 4, 10, "updated-behind")


def test_a_note_that_has_not_come_yet_is_told(project: Project) -> None:
    project.edit(
        FAQ, "number: 1\n", "number: 1\nchanges:\n  - date: 2026-04-02\n    note: 改了。\n"
    )
    problem = project.only_problem(today=date("2026-04-01"))
    assert place(problem) == (FAQ, 5, 11, "future-date")
    assert project.problems(today=date("2026-04-02")) == []
