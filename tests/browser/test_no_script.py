"""Everything is there without JavaScript."""

from __future__ import annotations

from tests.browser.conftest import OpenPage
from tests.support.html import Page as BuiltPage
from tests.support.html import squeeze


def test_same_words_without_scripts(
    open_page: OpenPage, address: str, samples: list[BuiltPage]
) -> None:
    different = {}
    for sample in samples:
        words = {}
        for scripts in (True, False):
            with open_page(address + sample.address, java_script_enabled=scripts) as page:
                words[scripts] = squeeze(page.locator("main").inner_text())
        if words[True] != words[False] or not words[False]:
            different[sample.address] = words
    assert different == {}
