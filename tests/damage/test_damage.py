"""A sample of the damage test; `python -m tests.damage.damage` runs as much as wanted."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path

import pytest

from disclosure.problems import Problem
from tests.damage import damage

PER_KIND = 24
SEED = 20_26


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> damage.Victim:
    return damage.Victim(tmp_path_factory.mktemp("damage"))


@pytest.fixture(scope="module")
def figures(victim: damage.Victim) -> damage.Figures:
    return damage.Figures([victim.outcome(one) for one in damage.spread(victim, PER_KIND, SEED)])


def test_the_check_never_raises(figures: damage.Figures) -> None:
    assert [f"{one.damage}\n{one.crash}" for one in figures.crashes] == []


def test_problems_stand_near_the_damage(figures: damage.Figures) -> None:
    assert len(figures.failed) >= len(figures.outcomes) / 4
    # 97 to 98 % of many; a sample of a hundred may be some points off by chance.
    assert figures.share >= 0.93, "\n".join(damage.report(figures, 100))


def test_damaged_sites_build_or_are_refused(victim: damage.Victim) -> None:
    codes, faults = damage.build_faults(victim, damage.sample(victim, 5, SEED))
    assert faults == []
    assert set(codes) <= {0, 1}


def test_the_damages_are_the_same_for_the_same_seed(victim: damage.Victim) -> None:
    file, text = next(iter(victim.texts.items()))
    first = list(damage.damages(file, text, 30, SEED))
    assert first == list(damage.damages(file, text, 30, SEED))
    assert first != list(damage.damages(file, text, 30, SEED + 1))


def test_the_site_is_whole_again(victim: damage.Victim, figures: damage.Figures) -> None:
    for file, text in victim.texts.items():
        assert Path(victim.root, file).read_bytes().decode() == text
    assert victim.new(victim.prepare().problems) == []


def test_every_kind_of_file_is_damaged_in_every_way(
    victim: damage.Victim, figures: damage.Figures
) -> None:
    damaged = Counter(damage.kind_of(one.damage.file) for one in figures.outcomes)
    data = ("classification", "disclosure", "forms", "plans", "services")
    assert {"data", *(f"data/{one}" for one in data)} <= set(damaged)
    assert {"content", "content/faq", "content/en", "content/en/faq"} <= set(damaged)
    assert set(damaged.values()) == {PER_KIND}
    assert {damage.kind_of(file) for file in victim.texts} == set(damaged)
    assert {"data/faq.yml", "data/units.yml"} <= {one.damage.file for one in figures.outcomes}
    assert {one.damage.kind for one in figures.outcomes} == set(damage.KINDS)


def test_a_warning_of_the_whole_site_is_no_problem_near_a_damage(victim: damage.Victim) -> None:
    """It stands there whatever is damaged: counting it would hide what is told too far away."""
    whole = victim.prepare().problems
    assert victim.new(whole) == []
    moved = [dataclasses.replace(problem, line=problem.line + 1) for problem in whole]
    assert victim.new(moved) == []
    more = Problem("data/faq.yml", 1, 1, "no-remedy", "新", "new", "warning")
    assert victim.new([*whole, more]) == [more]
