"""A sample of the damage test; `python -m tests.damage.damage` runs as much as wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.damage import damage

PER_FILE = 12
SEED = 20_26


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> damage.Victim:
    return damage.Victim(tmp_path_factory.mktemp("damage"))


@pytest.fixture(scope="module")
def figures(victim: damage.Victim) -> damage.Figures:
    return damage.run(victim, PER_FILE, SEED)


def test_the_check_never_raises(figures: damage.Figures) -> None:
    assert [f"{one.damage}\n{one.crash}" for one in figures.crashes] == []


def test_problems_stand_near_the_damage(figures: damage.Figures) -> None:
    assert len(figures.failed) >= len(figures.outcomes) / 4
    assert figures.share >= 0.95, "\n".join(damage.report(figures, 100))


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
    assert victim.prepare().problems == []
