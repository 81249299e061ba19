"""A ledger of addresses that git knows may not disappear."""

from __future__ import annotations

import pytest

from disclosure.problems import errors
from tests.history.repository import Repository
from tests.unit.builders import Project

LEDGER = "data/addresses.csv"
HEAD = "address,what,released\n"


@pytest.fixture
def kept(repository: Repository) -> tuple[Repository, Project]:
    """A small site under git, with its ledger."""
    project = Project(repository.root)
    repository.commit("2026-03-01", {LEDGER: f"{HEAD}/,record:home,2026-03-01\n"})
    assert errors(project.problems()) == []
    return repository, project


@pytest.mark.parametrize("is_committed", [False, True])
def test_a_ledger_that_was_deleted_is_missed_and_the_command_brings_it_back(
    kept: tuple[Repository, Project], is_committed: bool
) -> None:
    """ledger-missing"""
    repository, project = kept
    (project.root / LEDGER).unlink()
    if is_committed:
        repository.commit("2026-03-02", message="刪除")
    (problem,) = errors(project.problems())
    assert (problem.path, problem.rule) == (LEDGER, "ledger-missing")
    command = problem.zh.partition("「git ")[2].partition("」")[0]
    repository.git(*command.split())
    assert errors(project.problems()) == []


def test_a_ledger_begun_anew_is_none_that_is_missing(kept: tuple[Repository, Project]) -> None:
    _, project = kept
    (project.root / LEDGER).write_text(HEAD, encoding="utf-8")
    assert errors(project.problems()) == []


def test_without_git_there_is_nothing_to_miss(
    kept: tuple[Repository, Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, project = kept
    (project.root / LEDGER).unlink()
    monkeypatch.setenv("PATH", "")
    assert errors(project.problems()) == []
