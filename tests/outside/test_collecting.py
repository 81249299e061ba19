"""Every link to another site is listed, with the places where it stands."""

from __future__ import annotations

import pytest

from disclosure.outside.collecting import addresses, collect
from tests.unit.builders import Project


def found(project: Project, **options: object) -> dict[str, list[str]]:
    links = collect(project.settings(**options))
    return {address: [str(place) for place in places] for address, places in links.items()}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("見[甲](https://a.tw/b)。", ["https://a.tw/b"]),
        ('[甲](https://a.tw/b "題")', ["https://a.tw/b"]),
        ("[https://a.tw](https://b.tw/)", ["https://a.tw", "https://b.tw/"]),
        ("<https://a.tw/b>，", ["https://a.tw/b"]),
        ("請看 https://a.tw/b。", ["https://a.tw/b"]),
        ("See https://a.tw/b, or https://c.tw/d.", ["https://a.tw/b", "https://c.tw/d"]),
        ("（https://a.tw/b）", ["https://a.tw/b"]),
        ("(https://a.tw/b_(c))", ["https://a.tw/b_(c)"]),
        ("[x]: https://a.tw/b", ["https://a.tw/b"]),
        ('<a href="https://a.tw/b?c=1&d=2#e">', ["https://a.tw/b?c=1&d=2#e"]),
        ("HTTPS://A.tw/", ["HTTPS://A.tw/"]),
        ("https://a.tw/查詢?q=監獄", ["https://a.tw/查詢?q=監獄"]),
        ("**https://a.tw/b**", ["https://a.tw/b"]),
        ("https://a.tw/0,12", ["https://a.tw/0,12"]),
        ("https:// a.tw", []),
        ("https://[x", []),
        ("mailto:a@example.org record:b", []),
    ],
)
def test_addresses_are_seen_as_readers_see_them(text: str, wanted: list[str]) -> None:
    seen = list(addresses(text))
    assert [address for address, _ in seen] == wanted
    assert all(text[at:].startswith(address) for address, at in seen)


def test_every_place_of_an_address_is_named(project: Project) -> None:
    project.edit("content/index.md", "請看", "請看 https://a.tw/x 與")
    project.edit("content/en/index.md", "See", "See <https://a.tw/x>,")
    project.edit("data/agency.yml", "1 Model Road}", "1 Model Road}\nmailbox: https://a.tw/x")
    assert found(project) == {
        "https://a.tw/x": [
            "content/en/index.md:5:6",
            "content/index.md:7:4",
            "data/agency.yml:3:10",
        ]
    }


def test_prose_in_a_data_file_is_looked_through(project: Project) -> None:
    project.edit(
        "data/plans/plan-115.yml",
        "goals: {zh: 便民。, en: To serve.}",
        'goals:\n  zh: |\n    一\n\n    [乙](https://b.tw/1)\n  en: "see [c](https://c.tw/2)"',
    )
    project.edit(
        "data/plans/plan-115.yml", "scope: {zh: 全體同仁", "scope: {zh: <https://d.tw/3>同仁"
    )
    assert found(project) == {
        "https://b.tw/1": ["data/plans/plan-115.yml:15:9"],
        "https://c.tw/2": ["data/plans/plan-115.yml:16:16"],
        "https://d.tw/3": ["data/plans/plan-115.yml:17:14"],
    }


def test_the_head_of_a_page_has_its_own_lines(project: Project) -> None:
    project.edit(
        "content/about/index.md",
        "title: 關於",
        "title: 關於\nsources:\n  - {title: 甲, url: https://a.tw/x}",
    )
    assert found(project) == {"https://a.tw/x": ["content/about/index.md:4:21"]}


def test_comments_code_and_the_own_site_are_no_links_to_others(project: Project) -> None:
    project.edit("data/agency.yml", "1 Model Road}", "1 Model Road} # https://a.tw/")
    project.edit(
        "content/index.md", "請看", "`https://b.tw/`、https://prison.example.gov.tw/x 請看"
    )
    assert found(project, site_url="https://prison.example.gov.tw/") == {}


def test_a_file_that_is_amiss_in_other_ways_is_looked_through(project: Project) -> None:
    project.edit("content/index.md", "title: 歡迎", "titel: https://a.tw/")
    assert list(found(project)) == ["https://a.tw/"]
    (project.root / "content/index.md").write_bytes(b"\xff\xfe")
    assert found(project) == {}
