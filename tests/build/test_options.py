"""What an agency can set: its own shell, vocabularies, words, menu and address."""

from __future__ import annotations

from tests.build.minisite import Minisite


def test_the_base_site_builds(minisite: Minisite) -> None:
    built = minisite.build()
    assert built.warnings == []
    assert built.page("plans/plan-115/").lang == "zh-Hant-TW"
    assert built.page("en/").h1 == "Welcome"
