"""Classification schemes: trees, and the rules that keep them sound."""

from __future__ import annotations

import shutil

import pytest

from tests.unit.builders import Project, place, tree

PATH = "data/classification/theme.yml"


def codes(path: tuple) -> list[str]:  # type: ignore[type-arg]
    return [term.code for term in path]


def test_a_path_runs_from_the_outermost_term() -> None:
    made = tree("theme", ("1", None), ("11", "1"), ("111", "11"))
    assert codes(made.path("111")) == ["1", "11", "111"]
    assert codes(made.path("1")) == ["1"]
    assert made.path("9") == ()


def test_children_are_in_the_order_of_the_file() -> None:
    made = tree("theme", ("2", None), ("1", None), ("12", "1"), ("11", "1"))
    assert {parent: codes(tuple(below)) for parent, below in made.children.items()} == {
        None: ["2", "1"],
        "1": ["12", "11"],
    }


def test_a_term_with_an_unknown_parent_stands_at_the_top() -> None:
    assert codes(tuple(tree("theme", ("1", "9")).children[None])) == ["1"]


def test_the_first_of_two_terms_with_one_code_counts() -> None:
    made = tree("theme", ("1", None), ("2", None), ("2", "1"))
    assert list(made.terms) == ["1", "2"]
    assert made.terms["2"].parent is None


@pytest.mark.parametrize(
    "terms", [[("1", "1")], [("1", "2"), ("2", "1")], [("1", "3"), ("2", "1"), ("3", "2")]]
)
def test_a_circle_ends_the_path(terms: list[tuple[str, str | None]]) -> None:
    path = codes(tree("theme", *terms).path("1"))
    assert sorted(path) == [code for code, _ in terms]
    assert path[-1] == "1"


def test_a_site_without_schemes_takes_the_packaged_ones(project: Project) -> None:
    shutil.rmtree(project.root / "data" / "classification")
    project.edit("data/plans/plan-115.yml", '"634"', '"63A"')
    problem = project.only_problem()
    assert place(problem) == ("data/plans/plan-115.yml", 4, 41, "unknown-code")
    assert problem.zh.startswith("分類代碼「63A」不在 cake 分類表裡，是否為「B63」")
    assert problem.en.startswith('The code "63A" is not in the classification cake; did you mean ')


def test_the_small_site_has_no_problem(project: Project) -> None:
    prepared = project.prepare()
    assert prepared.problems == []
    assert prepared.site is not None


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "rule", "zh", "en"),
    [
        (
            "scheme: theme",
            "scheme: cake",
            1,
            9,
            "scheme-name",
            "scheme 要與檔名相同：「theme」。",
            '`scheme` must be the same as the file\'s name: "theme".',
        ),
        (
            'code: "330"',
            'code: "310"',
            6,
            12,
            "duplicate-code",
            "代碼「310」在分類表裡出現兩次。",
            'The code "310" stands twice',
        ),
        (
            '丙}, parent: "300"',
            '丙}, parent: "3000"',
            6,
            42,
            "unknown-parent",
            "上層代碼「3000」不在分類表裡，是否為「300」？",
            'The parent "3000" is not in the classification; did you mean "300"?',
        ),
        (
            '丙}, parent: "300"',
            '丙}, parent: "330"',
            6,
            42,
            "classification-cycle",
            "「330」的上層繞回自己，請檢查 parent。",
            'The parents of "330" lead back to itself',
        ),
    ],
)
def test_a_scheme_that_is_no_tree_is_told(
    project: Project, old: str, new: str, line: int, column: int, rule: str, zh: str, en: str
) -> None:
    project.edit(PATH, old, new)
    (problem, *others) = [one for one in project.problems() if one.path == PATH]
    assert place(problem) == (PATH, line, column, rule)
    assert others == []
    assert zh in problem.zh
    assert en in problem.en


def test_every_term_of_a_circle_is_told_and_nothing_hangs(project: Project) -> None:
    project.edit(PATH, "甲}, attested", '甲}, parent: "330", attested')
    assert [place(one) for one in project.problems()] == [
        (PATH, 4, 42, "classification-cycle"),
        (PATH, 6, 42, "classification-cycle"),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "scheme", "guess"),
    [
        ("data/plans/plan-115.yml", '["634"]', '["634", "63O"]', (4, 48), "cake:5", "634"),
        ("data/plans/plan-115.yml", "[I00]", "[I0O]", (4, 59), "service:3", "I00"),
        ("content/index.md", '["310"]', '["31"]', (3, 26), "theme:5", "310"),
    ],
)
def test_an_unknown_code_is_told_at_its_entry_with_the_line_of_the_nearest(
    project: Project,
    file: str,
    old: str,
    new: str,
    at: tuple[int, int],
    scheme: str,
    guess: str,
) -> None:
    project.edit(file, old, new)
    problem = project.only_problem()
    name, _, line = scheme.partition(":")
    assert place(problem) == (file, *at, "unknown-code")
    listed = f"data/classification/{name}.yml:{line}"
    assert f"不在 {name} 分類表裡，最接近的是「{guess}」（{listed}）。" in problem.zh
    assert f'not in the classification {name}; the nearest is "{guess}" ({listed}).' in problem.en


def test_a_code_that_resembles_none_is_told_without_a_guess(project: Project) -> None:
    project.edit("content/index.md", '["310"]', '["Z"]')
    problem = project.only_problem()
    assert problem.zh == "分類代碼「Z」不在 theme 分類表裡。"
    assert problem.en == 'The code "Z" is not in the classification theme.'


def test_the_codes_of_the_agency_are_checked_too(project: Project) -> None:
    project.write(
        "data/agency.yml",
        'name: {zh: 甲}\nclassification: {theme: ["99"], cake: ["600"], service: [I00]}\n',
    )
    assert place(project.only_problem()) == ("data/agency.yml", 2, 26, "unknown-code")
