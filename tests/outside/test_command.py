"""`disclosure links` from end to end, against a host on this computer."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import pytest

from disclosure import clock
from disclosure.cli import main
from tests.outside.serving import Host, Step, serving
from tests.unit.builders import Project

CACHE = ".cache/disclosure/links.json"


def pages() -> dict[str, list[Step]]:
    return {
        "/fine": [(200, {})],
        "/old": [(301, {"Location": "/new/page"})],
        "/new/page": [(200, {})],
        "/closed": [(403, {})],
    }


def link(project: Project, host: Host, *paths: str) -> None:
    lines = "\n".join(f"- [{path}]({host.address}{path})" for path in paths)
    project.edit("content/index.md", "請看", f"{lines}\n\n請看")


def links(project: Project, *options: str) -> int:
    return main(["-C", str(project.root), "links", *options])


def ask(project: Project, *options: str) -> int:
    return links(project, "--external", "--pause", "0", "--timeout", "5", *options)


def test_links_are_listed_without_asking_anybody(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(pages()) as host:
        link(project, host, "/fine", "/gone")
        assert links(project) == 0
        assert host.asked == []
    assert capsys.readouterr().out == (
        f"{host.address}/fine\n    content/index.md:7:11\n"
        f"{host.address}/gone\n    content/index.md:8:11\n"
        "共 2 個外部網址，在 1 個檔案。\n    2 addresses of other sites in 1 file.\n"
    )
    assert not (project.root / CACHE).exists()


def test_a_broken_link_is_a_failure_and_named_with_its_place(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(pages()) as host:
        link(project, host, "/fine", "/gone", "/old", "/closed")
        assert ask(project) == 1
        agent = next(iter(host.agents))
    out = capsys.readouterr().out
    assert out.startswith(
        "1 個已失效，請改掉或刪除\n    1 broken: mend or remove them\n"
        f"  {host.address}/gone\n    找不到網頁（404） / not found (404)\n"
        "    content/index.md:8:11\n"
    )
    assert f"  {host.address}/old\n    新網址 {host.address}/new/page / now" in out
    assert f"  {host.address}/closed\n    拒絕程式讀取（403） / refused (403)\n" in out
    assert "1 個正常\n    1 fine\n" in out
    assert agent.startswith("mkdocs-disclosure/")


def test_no_broken_link_no_failure(project: Project) -> None:
    with serving(pages()) as host:
        link(project, host, "/fine", "/old", "/closed")
        assert ask(project) == 0


def test_the_agent_names_the_site(project: Project) -> None:
    project.write("mkdocs.yml", "site_url: https://prison.example.gov.tw/\ndocs_dir: content\n")
    with serving(pages()) as host:
        link(project, host, "/fine")
        ask(project)
        assert "(link check +https://prison.example.gov.tw/)" in next(iter(host.agents))


def test_answers_hold_for_a_week(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def on(day: int, *options: str) -> int:
        monkeypatch.setattr(clock, "today", lambda: dt.date(2026, 3, day))
        host.asked.clear()
        code = ask(project, *options)
        assert code == 1
        return len(host.asked)

    with serving(pages()) as host:
        link(project, host, "/fine", "/gone")
        assert on(1) == 3
        assert on(1) == 0
        assert on(7) == 0
        assert on(8) == 3
        assert on(9, "--again") == 3
        assert on(11, "--age", "2") == 3
        # A clock that was put back leaves answers of days to come: they are not believed.
        assert on(10) == 3


def test_what_had_no_answer_is_asked_for_on_the_next_day(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving({"/down": [(503, {})]}) as host:
        link(project, host, "/down")
        for day, times in ((1, 6), (1, 0), (2, 6)):
            monkeypatch.setattr(clock, "today", lambda day=day: dt.date(2026, 3, day))
            host.asked.clear()
            assert ask(project) == 0
            assert len(host.asked) == times
    assert "自 2026-03-01 起 / since 2026-03-01" in capsys.readouterr().out


def test_a_damaged_cache_is_no_cache(project: Project) -> None:
    with serving(pages()) as host:
        link(project, host, "/fine")
        for kept in ("", "{", "[]", '{"version": 1, "answers": {"a": 1}}', '{"version": 0}'):
            project.write(CACHE, kept)
            host.asked.clear()
            assert ask(project) == 0
            assert len(host.asked) == 1
        kept = json.loads((project.root / CACHE).read_text("utf-8"))
        assert list(kept["answers"]) == [f"{host.address}/fine"]


def test_links_that_are_gone_from_the_site_leave_the_cache(project: Project) -> None:
    with serving(pages()) as host:
        link(project, host, "/fine", "/old")
        ask(project)
        project.edit("content/index.md", f"- [/old]({host.address}/old)", "-")
        ask(project)
    assert "/old" not in (project.root / CACHE).read_text("utf-8")


def test_a_link_may_be_passed_over_with_a_reason(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(pages()) as host:
        link(project, host, "/fine", "/gone")
        project.write(
            "data/links.yml",
            f"passed_over:\n  - {{address: {host.address}/go, reason: 只有院內連得到}}\n"
            "  - {address: https://nobody.example.gov.tw/, reason: 以前的}\n",
        )
        assert ask(project) == 0
        assert ("HEAD", "/gone") not in host.asked
    printed = capsys.readouterr()
    assert f"略過 {host.address}/gone：只有院內連得到\n" in printed.out
    assert "https://nobody.example.gov.tw/ 已經沒有連結用到" in printed.err
    assert project.problems() == []


def test_a_mistake_in_the_list_is_told(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("data/links.yml", "passed_over:\n  - {address: https://a.example.gov.tw/}\n")
    assert links(project) == 1
    assert "data/links.yml:2" in capsys.readouterr().err
    assert [one.rule for one in project.problems()] == ["missing-field"]


def test_the_report_for_programs_and_for_a_table(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: dt.date(2026, 3, 1))
    with serving(pages()) as host:
        link(project, host, "/gone", "/old")
        project.edit("content/en/index.md", "See", f"<{host.address}/gone> See")
        assert ask(project, "--format", "json") == 1
        found = json.loads(capsys.readouterr().out)["links"]
        assert ask(project, "--format", "csv") == 1
        table = capsys.readouterr().out
    assert found[0] == {
        "address": f"{host.address}/gone",
        "state": "broken",
        "passed_over": "",
        "status": 404,
        "zh": "找不到網頁（404）",
        "en": "not found (404)",
        "moved_to": "",
        "checked": "2026-03-01",
        "since": "2026-03-01",
        "places": ["content/en/index.md:5:2", "content/index.md:7:11"],
    }
    assert table.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(table[1:])))
    assert [(row["state"], row["place"]) for row in rows] == [
        ("broken", "content/en/index.md:5:2"),
        ("broken", "content/index.md:7:11"),
        ("moved", "content/index.md:8:10"),
    ]


def test_a_computer_without_a_network_says_so_and_keeps_nothing(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.edit("content/index.md", "請看", "<https://a.nowhere.test/> <https://no-network.test/>")
    ask(project)
    assert "可能沒有連上網路" in capsys.readouterr().err
    assert not (project.root / CACHE).exists()
