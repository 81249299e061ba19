"""Browsers beside and inside each other, in whatever order they close."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from audit.browser import launch

pytestmark = pytest.mark.browser


def test_one_browser_opens_while_another_is_open() -> None:
    with launch() as outer, launch() as inner:
        assert outer.is_connected()
        assert inner.is_connected()


def test_the_first_browser_may_close_first() -> None:
    first, second = ExitStack(), ExitStack()
    first.enter_context(launch())
    with second:
        left = second.enter_context(launch())
        first.close()
        page = left.new_page()
        assert page.evaluate("1 + 1") == 2


def test_browsers_open_again_when_all_are_closed() -> None:
    for _ in range(2):
        with launch() as browser:
            assert browser.is_connected()
