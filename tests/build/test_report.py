"""`disclosure report`: what is due, on the command line."""

from __future__ import annotations

import json

import pytest

from disclosure import cli
from tests.build.minisite import Minisite

FILES = {
    "data/freshness.yml": """
        review_months: {plan: 6, page: 0}
    """,
}


@pytest.fixture
def site(minisite: Minisite) -> Minisite:
    minisite.write(FILES)
    return minisite


def report(site: Minisite, *arguments: str) -> int:
    return cli.main(["-C", str(site.root), "report", *arguments])


def test_what_is_due_is_listed_and_is_no_failure(
    site: Minisite, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(site, "--on", "2026-07-06") == 0
    output = capsys.readouterr()
    assert output.err == ""
    assert "逾期 1 件" in output.out.splitlines()[0]
    assert (
        "data/plans/plan-115.yml: 示範監獄 115 年度服務計畫：檢視內容：期限 2026-07-05，逾期 1 天\n"
        "    Service Plan of the Model Prison for 2026: Review: due on 2026-07-05, 1 day late\n"
    ) in output.out
    assert "譯文的進度 Translations" in output.out


def test_how_far_ahead_of_which_unit_and_kind(
    site: Minisite, capsys: pytest.CaptureFixture[str]
) -> None:
    def due(*arguments: str) -> list[str]:
        assert report(site, "--on", "2026-05-01", "--format", "json", *arguments) == 0
        found = json.loads(capsys.readouterr().out)
        return [row["state"] for row in found["rows"]]

    assert due() == ["never"]
    assert due("--within", "65") == ["due"]
    assert due("--within", "65", "--unit", "secretary", "--kind", "plan") == ["due"]
    assert due("--within", "65", "--unit", "guard") == []
    assert due("--within", "65", "--kind", "faq") == []
    assert due("--within", "999999999") == ["due"]


def test_translations_are_counted_unless_one_kind_is_asked_for(
    site: Minisite, capsys: pytest.CaptureFixture[str]
) -> None:
    report(site, "--format", "json", "--unit", "secretary")
    counted = json.loads(capsys.readouterr().out)["translations"]
    assert [one["unit"] for one in counted] == ["secretary"]
    assert {"missing", "stale", "current", "percent"} <= set(counted[0])
    report(site, "--format", "json", "--kind", "plan")
    assert json.loads(capsys.readouterr().out)["translations"] == []


def test_a_file_of_csv_is_what_excel_opens(site: Minisite) -> None:
    run = site.run("disclosure.cli", "report", "--on", "2026-07-06", "--format", "csv")
    assert run.returncode == 0
    assert run.stdout.startswith("\ufeff科室識別碼 unit,")
    assert "secretary,秘書室,檢視內容,逾期,plan,plan-115," in run.stdout


@pytest.mark.parametrize("unit", ["secretery", "秘書室", "Secretary Office"])
def test_a_unit_that_there_is_not(
    site: Minisite, capsys: pytest.CaptureFixture[str], unit: str
) -> None:
    assert report(site, "--unit", unit) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert "是否為「secretary」？" in output.err
    assert 'did you mean "secretary"?' in output.err


@pytest.mark.parametrize(
    "arguments", [("--on", "2026-02-30"), ("--format", "xlsx"), ("--kind", "faqs")]
)
def test_what_no_option_takes_is_refused(
    site: Minisite, capsys: pytest.CaptureFixture[str], arguments: tuple[str, str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        report(site, *arguments)
    assert ended.value.code == 2
    assert arguments[1] in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_told_instead_of_half_a_list(
    site: Minisite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.edit("data/plans/plan-115.yml", "sections:", "sectoins:")
    assert report(site) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert "[unknown-field]" in output.err
