"""A mistyped command: what is wrong in Chinese and English, as this Python's argparse finds it."""

from __future__ import annotations

import pytest

from disclosure.cli import main
from disclosure.command_line import Parser, told


@pytest.fixture
def parser() -> Parser:
    """Options and commands of every sort whose messages are translated."""
    made = Parser(prog="sample")
    made.add_argument("--format", choices=("text", "csv"))
    made.add_argument("--alpha")
    made.add_argument("--alpine")
    made.add_argument("--whole", type=int)
    made.add_argument("--all", action="store_true")
    made.add_argument("--pair", nargs=2)
    made.add_argument("file")
    return made


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ([], "少寫了 file；加上 --help 可以看用法。", "required: file."),
        (["a", "--zz"], "這個指令沒有「--zz」；", "unrecognized arguments: --zz."),
        (
            ["a", "--format", "cvs"],
            "--format 不能是「cvs」，是否為「csv」？可以寫的有：text, csv。",
            '--format cannot be "cvs"; did you mean "csv"? There are: text, csv.',
        ),
        (["a", "--alpha"], "--alpha 後面要寫值。", "argument --alpha: expected one argument."),
        (
            ["a", "--pair", "x"],
            "--pair 後面要寫 2 個值。",
            "--pair: expected 2 arguments.",
        ),
        (["a", "--all=x"], "--all 後面不寫值，請拿掉「x」。", "ignored explicit argument 'x'."),
        (["a", "--alp", "x"], "「--alp」可能是 --alpha, --alpine，請寫完整。", "ambiguous option"),
        # Of a sort that is not known: in the words of argparse, and where to read on.
        (
            ["a", "--whole", "x"],
            "指令的寫法不對（argument --whole: invalid int",
            "invalid int value",
        ),
    ],
)
def test_a_mistake_is_told_in_both_languages(
    parser: Parser, capsys: pytest.CaptureFixture[str], typed: list[str], zh: str, en: str
) -> None:
    with pytest.raises(SystemExit) as end:
        parser.parse_args(typed)
    assert end.value.code == 2
    *usage, chinese, english = capsys.readouterr().err.splitlines()
    assert usage[0].startswith("usage: sample")
    assert zh in chinese
    assert en in english


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("chek", "指令（command）不能是「chek」，是否為「check」？", '"check"?'),
        ("", "少寫了 指令（command）", "required: command."),
        ("new faqs", "種類（kind）不能是「faqs」，是否為「faq」？", '"faq"?'),
        ("report --within -5", "--within：要寫 0 到 999999999 的整數，不能是「-5」。", 'not "-5".'),
        ("report --within 1e9", "不能是「1e9」。", 'not "1e9".'),
        ("report --on 114-01-01", "--on：日期要寫成西元的 年-月-日", 'not "114-01-01".'),
        ("report --on 2026-02-30", "不能是「2026-02-30」。", 'not "2026-02-30".'),
        ("links --age -1", "--age：要寫 0 到 999999999 的整數", 'not "-1".'),
        ("links --pause nan", "--pause：要寫 0 到 999999999 的秒數，不能是「nan」。", 'not "nan".'),
        ("links --timeout inf", "不能是「inf」。", 'not "inf".'),
        ("admin serve --port 70000", "--port：要寫 0 到 65535 的整數", 'not "70000".'),
        ("translations --state stal", "--state：沒有「stal」這種狀態", 'no state "stal"'),
    ],
)
def test_every_command_tells_its_own(
    capsys: pytest.CaptureFixture[str], typed: str, zh: str, en: str
) -> None:
    with pytest.raises(SystemExit) as end:
        main(typed.split())
    assert end.value.code == 2
    chinese, english = capsys.readouterr().err.splitlines()[-2:]
    assert zh in chinese
    assert en in english
    assert english.startswith("    ")


def test_choices_are_told_as_newer_pythons_write_them_too() -> None:
    zh, _ = told("argument --format: invalid choice: 'cvs' (choose from text, csv)")
    assert zh == "--format 不能是「cvs」，是否為「csv」？可以寫的有：text, csv。"


def test_help_is_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["report", "--help"])
    assert end.value.code == 0
    assert "--within DAYS" in capsys.readouterr().out
