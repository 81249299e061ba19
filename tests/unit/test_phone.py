"""Telephone numbers that a phone can dial."""

from __future__ import annotations

import pytest

from disclosure.writing.environment import environment
from disclosure.writing.phone import dialled, with_calls


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("(04)2223-1234", "+886422231234"),
        ("(04) 2223-1234", "+886422231234"),
        ("（04）2223-1234", "+886422231234"),
        ("04-2223-1234", "+886422231234"),
        ("04-22231234", "+886422231234"),
        ("04 2223 1234", "+886422231234"),
        ("0422231234", "+886422231234"),
        ("(05)6339660 #871", "+88656339660;ext=871"),
        ("(04)2223-1234 分機 12", "+886422231234;ext=12"),
        ("(04)2223-1234分機12", "+886422231234;ext=12"),
        ("(04)2223-1234轉 12", "+886422231234;ext=12"),
        ("(04)2223-1234 ext. 12", "+886422231234;ext=12"),
        ("(04)2223-1234 Ext 12", "+886422231234;ext=12"),
        ("(04)2223-1234#12", "+886422231234;ext=12"),
        ("(089)310-130", "+88689310130"),
        ("(0836)22-123", "+88683622123"),
        ("0800-024-099", "0800024099"),
        ("0912-345-678", "+886912345678"),
        ("總機：(04)2223-1234", "+886422231234"),
        ("電話 04-2223-1234（上班時間）", "+886422231234"),
        # Of several, the first.
        ("(04)2223-1234、(04)2223-5678", "+886422231234"),
        ("04-2223-1234, 04-2223-5678", "+886422231234"),
        ("04-2223-1234；04-2223-5678", "+886422231234"),
        ("04-2223-1234 或 04-2223-5678", "+886422231234"),
    ],
)
def test_a_number_as_printed_is_dialled(printed: str, number: str) -> None:
    assert dialled(printed) == number


@pytest.mark.parametrize(
    "printed",
    [
        *("", "1955", "110", "1999 轉 5", "2223-1234", "請洽承辦科室"),
        *("0", "04-", "(04)", "04-22", "08:30"),
    ],
)
def test_what_has_no_area_code_is_not_dialled(printed: str) -> None:
    """Short numbers are dialled as they are, and elsewhere lead to somebody else."""
    assert dialled(printed) == ""


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("04-2223-1234 04-2223-5678", "+886422231234"),
        ("04-2223-1234 08:30-17:00", "+886422231234"),
        ("04-2223-1234、04-2223-5678 分機 9", "+886422231234"),
        ("04-2223-1234 / 04-2223-5678 #9", "+886422231234"),
    ],
)
def test_what_stands_behind_a_number_is_not_dialled_with_it(printed: str, number: str) -> None:
    assert dialled(printed) == number


def test_only_digits_are_dialled() -> None:
    """The number stands in an address: nothing of the editor's may stand there with it."""
    for printed in ('04-2223-1234"><b>', "04-2223-1234 分機 1';x", "０４-2223-1234"):
        assert set(dialled(printed)) <= set("+;=ext0123456789")


# -- numbers within texts ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "printed", "number"),
    [
        ("請打 (04)2223-1234。", "(04)2223-1234", "+886422231234"),
        ("請打（04）2223-1234。", "（04）2223-1234", "+886422231234"),
        ("電話：04-2223-1234", "04-2223-1234", "+886422231234"),
        ("電話 04-22231234", "04-22231234", "+886422231234"),
        ("0800-024-099 免付費", "0800-024-099", "0800024099"),
        ("手機 0912-345-678", "0912-345-678", "+886912345678"),
        ("(04)2223-1234 分機 12、13", "(04)2223-1234 分機 12", "+886422231234;ext=12"),
        ("(04)2223-1234 ext. 12", "(04)2223-1234 ext. 12", "+886422231234;ext=12"),
        ("(04)2223-1234轉 5", "(04)2223-1234轉 5", "+886422231234;ext=5"),
    ],
)
def test_a_number_in_a_text_can_be_called(words: str, printed: str, number: str) -> None:
    called = f'<a href="tel:{number}">{printed}</a>'
    assert with_calls(f"<p>{words}</p>") == f"<p>{words.replace(printed, called)}</p>"


def test_each_number_of_a_text_can_be_called() -> None:
    assert with_calls("<p>04-2223-1234、04-2223-5678</p>").count('<a href="tel:') == 2


@pytest.mark.parametrize(
    "words",
    [
        "法矯字第 0990900123 號",
        "統一編號 04123456",
        "第 04 12345678 號",
        "民國 109 年 07-23",
        "2026-11-21",
        "2026-01-05 08:30",
        "8:30-12:00",
        "帳號 012-0456-7890-1234",
        "郵政劃撥 10-04-2223-1234",
        "ISBN 978-04-2223-1234",
        "04-2223-1234-5678",
        "請撥 1955 或 110",
        "04-222",
        "分機 1234",
    ],
)
def test_what_only_looks_like_one_is_left_alone(words: str) -> None:
    assert with_calls(f"<p>{words}</p>") == f"<p>{words}</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="tel:+886422231234">(04)2223-1234</a></p>',
        '<p><a href="https://example.org/">請打 04-2223-1234</a></p>',
        "<p><code>04-2223-1234</code></p>",
        '<p><img alt="04-2223-1234"></p>',
        "<h2>04-2223-1234</h2>",
    ],
)
def test_a_number_in_a_link_or_a_heading_is_no_link_of_its_own(html: str) -> None:
    assert with_calls(html) == html


@pytest.mark.parametrize(
    ("printed", "html"),
    [
        ("02-XXXX-XXXX", "02-XXXX-XXXX"),
        ("1955", "1955"),
        ("04 2223-1234", '<a href="tel:+886422231234">04 2223-1234</a>'),
        (
            "(037)361-221、(037)361-222",
            '<a href="tel:+88637361221">(037)361-221</a>、'
            '<a href="tel:+88637361222">(037)361-222</a>',
        ),
    ],
)
def test_each_printed_number_is_a_link_of_its_own(printed: str, html: str) -> None:
    template = environment().from_string("{{ number | calls }}")
    assert template.render(number=printed, han_tag="") == html
