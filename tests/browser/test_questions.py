"""Answers that open in place: with a mouse, by their address, on paper, and without any script."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage

CATEGORY = "/faq/sending/"


def test_an_answer_opens_when_the_address_names_it(open_page: OpenPage, address: str) -> None:
    with open_page(address + CATEGORY) as page:
        names = page.eval_on_selector_all(".answer", "all => all.map(one => one.id)")
        assert len(names) == len(set(names)) > 5
        assert page.locator("details[open]").count() == 0
    with open_page(f"{address}{CATEGORY}#{names[3]}") as page:
        opened = page.locator("details[open]")
        assert opened.count() == 1
        assert opened.locator(".answer").get_attribute("id") == names[3]
        assert opened.locator(".answer").is_visible()
        # The question itself is on the screen, not scrolled away above its answer.
        assert opened.locator("summary").bounding_box()["y"] >= 0  # type: ignore[index]


def test_the_keyboard_opens_an_answer(open_page: OpenPage, address: str) -> None:
    with open_page(address + CATEGORY) as page:
        first = page.locator("details").first
        first.locator("summary").focus()
        page.keyboard.press("Enter")
        assert first.locator(".answer").is_visible()


def test_a_question_is_a_heading(open_page: OpenPage, address: str) -> None:
    with open_page(address + CATEGORY) as page:
        questions = page.locator("details > summary > h2")
        assert questions.count() == page.locator("details").count() > 5


@pytest.mark.parametrize("script", [True, False])
def test_every_answer_is_printed(open_page: OpenPage, address: str, script: bool) -> None:
    with open_page(address + CATEGORY, java_script_enabled=script) as page:
        page.emulate_media(media="print")
        answers = page.locator(".answer")
        hidden = [one for one in answers.all() if (one.bounding_box() or {}).get("height", 0) < 10]
        assert answers.count() > 5
        assert hidden == []


def test_every_answer_can_be_read_without_script(open_page: OpenPage, address: str) -> None:
    with open_page(address + CATEGORY, java_script_enabled=False) as page:
        for one in page.locator("details").all():
            one.locator("summary").click()
            assert one.locator(".answer").is_visible()
