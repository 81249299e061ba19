"""Strict YAML: text stays text, and every oddity is told at its place."""

from __future__ import annotations

import pytest

from disclosure.reading.yaml_reader import Document, read_yaml
from tests.unit.builders import document, place, spot


def only(read: Document) -> tuple[int, int, str]:
    assert len(read.problems) == 1, [str(problem) for problem in read.problems]
    return spot(read.problems[0])


@pytest.mark.parametrize(
    "words",
    [
        "no",
        "yes",
        "on",
        "true",
        "330",
        "0x1F",
        "1e3",
        "1_000",
        "3.10",
        "12:30:45",
        ".inf",
        "=",
        "I00",
    ],
)
def test_a_plain_word_stays_the_text_that_was_typed(words: str) -> None:
    read = read_yaml(f"code: {words}\nlist: [{words}]\n", "a.yml")
    assert read.problems == []
    assert read.data == {"code": words, "list": [words]}


@pytest.mark.parametrize("words", ["~", "null", "Null", "NULL", ""])
def test_a_field_without_a_value_counts_as_left_out(words: str) -> None:
    read = read_yaml(f"a: {words}\nb: x\n", "a.yml")
    assert read.problems == []
    assert read.data == {"b": "x"}


@pytest.mark.parametrize("words", ["''", '"null"', "'~'"])
def test_a_quoted_null_word_is_text(words: str) -> None:
    read = read_yaml(f"a: {words}\n", "a.yml")
    assert read.problems == []
    assert read.data == {"a": words[1:-1]}


def test_an_empty_entry_of_a_list_keeps_its_place() -> None:
    assert read_yaml("a:\n  - x\n  -\n  - y\n", "a.yml").data == {"a": ["x", None, "y"]}


@pytest.mark.parametrize("words", ["0912", "007", "-012", "+012", "0800123456"])
def test_a_bare_number_that_begins_with_zero_must_be_quoted(words: str) -> None:
    read = document(
        f"""
        name: x
        code: {words}
        """
    )
    assert only(read) == (2, 7, "octal-number")
    assert f'請寫成 "{words}"' in read.problems[0].zh
    assert f'write "{words}" in quotes' in read.problems[0].en
    assert isinstance(read.data, dict)
    assert read.data["code"] == words


@pytest.mark.parametrize("words", ["'0912'", '"0912"', "0", "0.5", "09-12", "(02) 1234", "0a"])
def test_other_words_that_begin_with_zero_are_fine(words: str) -> None:
    assert read_yaml(f"code: {words}\n", "a.yml").problems == []


@pytest.mark.parametrize(
    "words", ["2026-02-30", "2026-13-01", "2026-3-5", "2026-03-5", "0000-01-01"]
)
def test_a_bare_date_that_does_not_exist_is_told(words: str) -> None:
    read = read_yaml(f"day: {words}\n", "a.yml")
    assert only(read) == (1, 6, "not-a-date")
    assert f"「{words}」不是存在的日期" in read.problems[0].zh
    assert f'"{words}" is not a date' in read.problems[0].en
    assert "2026-03-05" in read.problems[0].zh
    assert "2026-03-05" in read.problems[0].en


@pytest.mark.parametrize("words", ["2024-02-29", "2026-03-05", "115-03-05", "'2026-02-30'"])
def test_a_real_date_and_what_is_no_date_pass_the_reader(words: str) -> None:
    assert read_yaml(f"day: {words}\n", "a.yml").problems == []


def test_a_field_that_stands_twice_is_told_at_the_second_with_the_line_of_the_first() -> None:
    read = document(
        """
        title:
          zh: 甲
          en: a
          zh: 乙
        title: x
        """
    )
    assert [spot(problem) for problem in read.problems] == [
        (4, 3, "duplicate-field"),
        (5, 1, "duplicate-field"),
    ]
    assert "「zh」寫了兩次（第一次在第 2 行）" in read.problems[0].zh
    assert '"title" stands twice (first on line 1)' in read.problems[1].en


@pytest.mark.parametrize(
    ("words", "line", "column", "zh", "en"),
    [
        ("a:\n\tb: 1\n", 2, 1, "Tab", "tab"),
        ("\ta: 1\n", 1, 1, "Tab", "tab"),
        ("a: @x\n", 1, 4, "引號", "quotes"),
        ("a: `x`\n", 1, 4, "引號", "quotes"),
        ("a: %x\n", 1, 4, "引號", "quotes"),
        ("a: 'x\nb: 1\nc: 2\n", 1, 4, "沒有關上", "never closed"),
        ('a: 1\nb: "x\nc: 1\n', 2, 4, "沒有關上", "never closed"),
        ("a: [1, 2\nb: 1\n", 1, 4, "括號沒有關上", "bracket is not closed"),
        ("a: {b: 1\nc: 2\n", 1, 4, "括號沒有關上", "bracket is not closed"),
        ("a: {b: 1,\n  c: 2\n  d: 3}\n", 3, 4, "少了逗號", "comma is missing"),
        ('a: {b: "1, c: 2}\nd: 1\ne: {f: "3"}\n', 1, 8, "讀到第 3 行", "line 3"),
        ('a: 1\nb: "x\nc: 1\nd: {e: "3"}\n', 2, 4, "讀到第 4 行", "line 4"),
        ("a: 'x\nb: 1\nc: '3'\n", 1, 4, "讀到第 3 行", "line 3"),
        ("a:\n  - b: 1\n    c: 2\n---\nid: x\n", 4, 1, "刪掉中間的「---」", "one document only"),
        ("a: 1\n b: 2\n", 2, 3, "縮排", "indentation"),
        ("a:\n  b: 1\n c: 2\n", 3, 2, "縮排", "indentation"),
        ("a: x: y\n", 1, 5, "引號", "quotes"),
        ("中文: 甲乙丙丁, 戊: c\n", 1, 12, "引號", "quotes"),
        ("- a\nb: 1\n", 1, 1, "對齊", "same column"),
        ('a: "\\q"\n', 1, 5, "反斜線", "backslash"),
        ("a: *注意*\n", 1, 5, "引號", "quotes"),
        ("a: *x\n", 1, 4, "引號", "quotes"),
        ("a: 'x' y\n", 1, 8, "縮排與引號", "quotes"),
    ],
)
def test_broken_yaml_is_told_at_its_place_in_both_languages(
    words: str, line: int, column: int, zh: str, en: str
) -> None:
    read = read_yaml(words, "data/a.yml")
    assert only(read) == (line, column, "yaml-syntax")
    assert zh in read.problems[0].zh
    assert en.lower() in read.problems[0].en.lower()
    assert read.data is None


def test_a_line_without_a_colon_is_told_at_that_line_or_the_next() -> None:
    read = read_yaml("a: 1\nb\n", "a.yml")
    line, _, rule = only(read)
    assert rule == "yaml-syntax"
    assert line in (2, 3)
    assert "缺少冒號" in read.problems[0].zh


@pytest.mark.parametrize(
    ("words", "line", "column"),
    [
        ("units:\n    id: a\n    name: x\n  - id: b\n", 2, 3),
        ("a: 1\nunits:\n    id: a\n    # remark\n    name: x\n  - id: b\n", 3, 3),
    ],
)
def test_the_entry_of_a_list_that_lost_its_dash_is_told(words: str, line: int, column: int) -> None:
    read = read_yaml(words, "a.yml")
    assert only(read) == (line, column, "yaml-syntax")
    assert "少了「- 」" in read.problems[0].zh
    assert "lacks the `- `" in read.problems[0].en


def test_a_second_document_is_told_by_name() -> None:
    read = read_yaml("a: 1\n---\nb: 2\n", "a.yml")
    assert only(read) == (2, 1, "yaml-syntax")
    assert "一個檔案只能有一份資料" in read.problems[0].zh
    assert "one document only" in read.problems[0].en


@pytest.mark.parametrize("words", ["", "\n\n", "# only a remark\n", "   \n"])
def test_an_empty_file_is_told(words: str) -> None:
    read = read_yaml(words, "data/a.yml")
    assert [place(problem) for problem in read.problems] == [("data/a.yml", 1, 0, "empty-file")]
    assert str(read.problems[0]) == (
        "data/a.yml:1: 檔案沒有內容。\n    The file is empty.  [empty-file]"
    )


@pytest.mark.parametrize(
    "sign",
    [
        *("\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\ufeff", "\ufffe", "\uffff"),
        *("\x80", "\x84", "\x86", "\x9f"),  # refused by YAML itself, without a line
        *("\x85", "\u2028", "\u2029"),  # line ends to YAML, to no editor: they shift all lines
        *("\u200b", "\u202a", "\u202e", "\u2066", "\u2069"),  # tear words or turn them around
    ],
)
def test_a_control_character_is_told_at_its_line_and_column(sign: str) -> None:
    read = read_yaml(f"a: 1\nb: 中文{sign}x\n", "a.yml")
    assert only(read) == (2, 6, "control-character")
    assert f"U+{ord(sign):04X}" in read.problems[0].zh
    assert f"U+{ord(sign):04X}" in read.problems[0].en


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> branch"])
def test_a_mark_of_a_merge_is_told_for_what_it_is(mark: str) -> None:
    read = read_yaml(f"a: 1\n{mark}\nb: 2\n", "a.yml")
    assert only(read) == (2, 0, "merge-mark")
    assert "git" in read.problems[0].zh
    assert read_yaml("a: x\nb: '>>>>>>> 2 <<<<<<< 3'\n", "a.yml").problems == []


@pytest.mark.parametrize("sign", ["\t", "\xa0", "\u3000", "\u200d", "😀", "\U0002000b"])
def test_other_characters_pass(sign: str) -> None:
    assert read_yaml(f"a: 中{sign}文\n", "a.yml").data == {"a": f"中{sign}文"}


@pytest.mark.parametrize(
    ("words", "column", "sign", "name"),
    [
        ("a: &x 1\n", 4, "&", "anchor"),
        ("a: !x 1\n", 4, "!", "tag"),
        ("a: !!str 1\n", 4, "!", "tag"),
    ],
)
def test_anchors_and_tags_are_refused(words: str, column: int, sign: str, name: str) -> None:
    read = read_yaml(words, "a.yml")
    assert only(read) == (1, column, "yaml-sharing")
    assert f"「{sign}」" in read.problems[0].zh
    assert f"`{sign}` is a YAML {name}" in read.problems[0].en
    assert read.data is None


@pytest.mark.parametrize("words", ["a: &x {b: 1}\nc: *x\n", "a: &x [*x]\n", "a: &x 1\n<<: *x\n"])
def test_an_alias_is_refused_wherever_it_stands(words: str) -> None:
    read = read_yaml(words, "a.yml")
    assert [problem.rule for problem in read.problems] == ["yaml-sharing"] * 2
    assert "alias" in read.problems[1].en
    assert read.data is None


@pytest.mark.parametrize("words", ["a & b", "2 * 3", "注意!", "'&x'", '"*x"', "'!x'"])
def test_the_signs_of_sharing_within_text_are_fine(words: str) -> None:
    assert read_yaml(f"a: {words}\n", "a.yml").problems == []


@pytest.mark.parametrize("words", ["[a]: 1\n", "? [a]\n: 1\n", "{a: 1}: 2\n"])
def test_a_field_name_must_be_a_word(words: str) -> None:
    read = read_yaml(words, "a.yml")
    assert [problem.rule for problem in read.problems] == ["yaml-key"]
    assert read.problems[0].line == 1
    assert read.data == {}


@pytest.mark.parametrize("depth", [50, 900, 5000])
@pytest.mark.parametrize("form", ["flow", "block"])
def test_deep_nesting_never_raises(form: str, depth: int) -> None:
    words = (
        "a: " + "[" * depth + "]" * depth
        if form == "flow"
        else "\n".join(f"{' ' * level}a:" for level in range(min(depth, 900)))
    )
    read = read_yaml(words + "\n", "a.yml")
    assert (read.data is None) == bool(read.problems)
    assert all(problem.rule == "yaml-syntax" for problem in read.problems)


@pytest.mark.parametrize(
    ("words", "line", "column", "rule"),
    [
        ("a: 1\na: 2\n", 3, 1, "duplicate-field"),
        ("a: @x\n", 2, 4, "yaml-syntax"),
        ("a: 1\nb: \x07\n", 3, 4, "control-character"),
        ("", 2, 0, "empty-file"),
        ("a: &x 1\n", 2, 4, "yaml-sharing"),
        ("\n\na: 010\n", 4, 4, "octal-number"),
    ],
)
def test_lines_are_counted_from_where_the_text_stands_in_its_file(
    words: str, line: int, column: int, rule: str
) -> None:
    assert only(read_yaml(words, "a.md", first_line=2)) == (line, column, rule)


def test_every_problem_of_a_file_is_told_at_once() -> None:
    read = read_yaml("a: 010\nb: 2026-02-30\na: 1\n", "a.yml")
    assert [spot(problem) for problem in read.problems] == [
        (1, 4, "octal-number"),
        (2, 4, "not-a-date"),
        (3, 1, "duplicate-field"),
    ]


@pytest.mark.parametrize("words", ["a: [", "a: {b: [", "a: 1\nb: [", 'a: "', "- [\n  -"])
def test_a_file_cut_off_within_a_line_is_told_within_the_file(words: str) -> None:
    line, _, rule = only(read_yaml(words, "a.yml"))
    assert rule == "yaml-syntax"
    assert 1 <= line <= words.count("\n") + 1
