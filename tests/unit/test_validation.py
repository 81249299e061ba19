"""Plain data → models: each failure in the editor's words, at its place."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest
from pydantic import BaseModel

from disclosure.model.agency import Agency, Units
from disclosure.model.citation import Citation
from disclosure.model.classification import Scheme
from disclosure.model.file import File
from disclosure.model.history import NotContent
from disclosure.model.personal_data import PublicDomain
from disclosure.model.plan import Plan, Section, Strategy, Target
from disclosure.model.record import Record
from disclosure.model.service import Contact, Fee, Progress, Service, TimeLimit
from disclosure.model.validity import Validity
from disclosure.problems import Problem
from disclosure.reading import validation
from disclosure.reading.validation import validate
from disclosure.reading.validation_messages import TELLERS
from tests.unit.builders import FILES, LANGUAGES, document, spot

RECORD = """
    id: a
    title: {zh: 甲}
    classification: {theme: ["330"], cake: ["634"], service: [I00]}
    published: 2026-01-05
"""
STRATEGY = """
    id: a
    number: "1"
    title: {zh: 甲}
    text: {zh: 乙}
"""
TARGET = "what: {zh: 甲}\n"
TERM = "scheme: theme\nname: {zh: 甲}\nterms:\n  - {code: a, name: {zh: 甲}, attested: seen}\n"
UNIT = "units:\n  - {id: a, name: {zh: 甲}}\n"
AGENCY = "name: {zh: 甲}\n"
PLAN = FILES["data/plans/plan-115.yml"]

#: How pydantic calls it, the model, the data, what is put behind it (or in the place of what),
#: line, column, rule, words of the Chinese and of the English line.
CASES: dict[str, tuple[type[BaseModel], str, str, str, int, int, str, str, str]] = {
    "missing": (
        *(Record, RECORD, "title: {zh: 甲}\n", ""),
        *(
            1,
            1,
            "missing-field",
            "缺少必要的欄位「title」。",
            'The required field "title" is missing.',
        ),
    ),
    "extra_forbidden": (
        *(Plan, PLAN, "sections:", "sectoins:"),
        *(17, 1, "unknown-field"),
        "沒有「sectoins」這個欄位，是否為「sections」？",
        'There is no field "sectoins"; did you mean "sections"?',
    ),
    "literal_error": (
        *(Record, RECORD, "", "life: public\n"),
        *(5, 7, "unknown-choice"),
        "「life」只能是下列之一：draft、published、withdrawn。是否為「published」？",
        '"life" must be one of: draft, published, withdrawn; did you mean "published"?',
    ),
    "union_tag_invalid": (
        *(Strategy, STRATEGY, "", "deadlines:\n  - kind: mounthly\n"),
        *(6, 11, "unknown-choice", "是否為「monthly」？", 'did you mean "monthly"?'),
    ),
    "union_tag_not_found": (
        *(Strategy, STRATEGY, "", "deadlines:\n  - month: 2026-12\n"),
        *(6, 5, "missing-field"),
        "「deadlines 第 1 項」缺少 kind（種類）。",
        'In "deadlines no. 1" the field "kind" is missing.',
    ),
    "string_type": (
        *(Agency, AGENCY, "", "phone: [1, 2]\n"),
        *(2, 8, "wrong-type", "「phone」要寫成一段文字。", '"phone" must be text.'),
    ),
    "string_pattern_mismatch": (
        *(Units, UNIT, "id: a,", "id: A b,"),
        *(2, 10, "wrong-form", "「id」的寫法不對", 'The form of "id" is wrong'),
    ),
    "string_too_short": (
        *(Agency, AGENCY, "", "phone: ''\n"),
        *(2, 8, "empty-text", "「phone」是空的。", '"phone" is empty.'),
    ),
    "string_too_long": (
        *(Agency, AGENCY, "", f"phone: '{'9' * 501}'\n"),
        *(2, 8, "too-long"),
        "「phone」太長，最多 500 個字。",
        '"phone" is too long: 500 characters at most.',
    ),
    "tuple_type": (
        *(Record, RECORD, '["634"]', '"634"'),
        *(3, 40, "wrong-type", "「cake」要寫成清單", '"cake" must be a list'),
    ),
    "too_short": (
        *(Record, RECORD, '["634"]', "[]"),
        *(3, 40, "empty-list", "「cake」至少要有 1 項。", '"cake" needs at least 1 entry.'),
    ),
    "model_type": (
        *(Strategy, STRATEGY, "", "measures: [x]\n"),
        *(
            5,
            12,
            "wrong-type",
            "「measures 第 1 項」底下要有自己的欄位",
            "must hold fields of its own",
        ),
    ),
    "model_attributes_type": (
        *(Strategy, STRATEGY, "", "deadlines: [month]\n"),
        *(
            5,
            13,
            "wrong-type",
            "「deadlines 第 1 項」底下要有自己的欄位",
            "must hold fields of its own",
        ),
    ),
    "dict_type": (
        *(Record, RECORD, "title: {zh: 甲}", "title: 甲"),
        *(2, 8, "wrong-type", "「title」底下要有自己的欄位", '"title" must hold fields of its own'),
    ),
    "int_parsing": (
        *(Plan, PLAN, "year: 2026", "year: 一一五"),
        *(7, 7, "wrong-type", "「year」要寫成數字", '"year" must be a number'),
    ),
    "int_type": (
        *(Plan, PLAN, "year: 2026", "year: [2026]"),
        *(7, 7, "wrong-type", "「year」要寫成數字", '"year" must be a number'),
    ),
    "decimal_parsing": (
        *(Target, TARGET, "", "number: 八成\n"),
        *(2, 9, "wrong-type", "「number」要寫成數字，例如 4 或 0.5。", "such as 4 or 0.5."),
    ),
    "decimal_type": (
        *(Target, TARGET, "", "number: [1]\n"),
        *(2, 9, "wrong-type", "「number」要寫成數字", '"number" must be a number'),
    ),
    "finite_number": (
        *(Target, TARGET, "", "number: NaN\n"),
        *(2, 9, "wrong-type", "「number」要寫成數字", '"number" must be a number'),
    ),
    "decimal_max_digits": (
        *(Target, TARGET, "", "number: 1e999999\n"),
        *(2, 9, "out-of-range", "「number」的位數太多", '"number" has too many digits'),
    ),
    "bool_parsing": (
        *(Units, UNIT, "id: a,", "id: a, everyone: maybe,"),
        *(
            2,
            23,
            "wrong-type",
            "「everyone」只能是 true（是）或 false（否）。",
            "must be true or false.",
        ),
    ),
    "bool_type": (
        *(Units, UNIT, "id: a,", "id: a, everyone: [a],"),
        *(
            2,
            23,
            "wrong-type",
            "「everyone」只能是 true（是）或 false（否）。",
            "must be true or false.",
        ),
    ),
    "greater_than_equal": (
        *(Plan, PLAN, "year: 2026", "year: 115"),
        *(7, 7, "out-of-range", "「year」不能小於 1912。", '"year" must not be below 1912.'),
    ),
    "less_than_equal": (
        *(Plan, PLAN, "year: 2026", "year: 20226"),
        *(7, 7, "out-of-range", "「year」不能大於 2200。", '"year" must not be above 2200.'),
    ),
    "not_a_date": (
        *(Record, RECORD, "2026-01-05", "115.1.5"),
        *(4, 12, "not-a-date"),
        "「published」的「115.1.5」不是存在的日期，請寫西元年-月-日，如 2026-03-05。",
        '"115.1.5" in "published" is not a date: write year-month-day, such as 2026-03-05.',
    ),
    "not_a_month": (
        *(Strategy, STRATEGY, "", "deadlines:\n  - kind: month\n    month: 2026-13\n"),
        *(7, 12, "not-a-month"),
        "「month」的「2026-13」不是月份，請寫西元年-月，如 2026-03。",
        '"2026-13" in "month" is not a month: write year-month, such as 2026-03.',
    ),
    "nothing_said": (
        *(Service, f"{RECORD}    fee: {{free: true}}\n", "free: true", "free: false"),
        *(5, 6, "empty-group"),
        "「fee」底下什麼都沒寫；不知道就整個刪掉。可用的欄位：free, amount, text, pay。",
        '"fee" says nothing: leave it out if it is not known. Known fields: free, amount, text,',
    ),
    "not_an_address": (
        *(Citation, "title: {zh: 甲}\n", "", "url: www.example.gov.tw\n"),
        *(2, 6, "not-an-address"),
        "「url」要寫完整的網址，以 https:// 開頭、中間沒有空白。",
        '"url" must be a full address that begins with https:// and holds no blank.',
    ),
    "not_a_mailbox": (
        *(Contact, "name: {zh: 甲}\n", "", "email: service.example.gov.tw\n"),
        *(2, 8, "not-a-mailbox"),
        "「email」要寫一個電子郵件地址，如 service@example.gov.tw。",
        '"email" must be one e-mail address, such as service@example.gov.tw.',
    ),
    "not_a_commit": (
        *(NotContent, "commit: 4f2a91c\nreason: 匯入\n", "4f2a91c", "last-week"),
        *(1, 9, "wrong-form"),
        "「commit」要寫 git 提交的編號，或它開頭的七個字以上，例如 4f2a91c。",
        '"commit" must be the number of a commit, or seven or more of its first digits',
    ),
    "not_a_path": (
        *(File, "path: forms/a.odt\n", "forms/a.odt", "表單/申請書.odt"),
        *(1, 7, "not-a-path"),
        "「path」要寫 content/ 底下的路徑與檔名，只用小寫英文字母、數字與連字號",
        '"path" must be a path below content/ in lower-case letters, digits and hyphens',
    ),
    "unknown_language": (
        *(Agency, AGENCY, "", "address: {zh: 甲, eng: a}\n"),
        *(2, 10, "unknown-language"),
        "「address」底下沒有「eng」這種語言，可用的是 zh, en。是否為「en」？",
        '"address" has no language "eng"; known: zh, en; did you mean "en"?',
    ),
    "primary_language": (
        *(Agency, AGENCY, "", "address: {en: a}\n"),
        *(2, 10, "missing-language"),
        "「address」缺少主要語言（zh）的文字。",
        '"address" lacks its text in the main language (zh).',
    ),
    "empty_text": (
        *(Agency, AGENCY, "", "address: {zh: 甲, en: ' '}\n"),
        *(2, 10, "empty-text", "「address」的 en 是空的。", '"address" is empty in en.'),
    ),
}


def problems(model: type[BaseModel], words: str) -> list[Problem]:
    read = document(words)
    value = validate(model, read, LANGUAGES)
    assert (value is None) == bool(read.problems)
    return read.problems


@pytest.mark.parametrize(
    ("model", "words", "zh", "en"),
    [
        (
            *(Agency, f'{AGENCY}phone: "1\\n2"\n'),
            "「phone」只能寫一行，中間不能換行。",
            '"phone" must be a single line.',
        ),
        (
            *(PublicDomain, "domain: com\nreason: 甲\n"),
            "「domain」要寫網域，用小寫英文字母",
            '"domain" must be a domain in lower case with a dot in it',
        ),
        (
            *(Strategy, f"{dedent(STRATEGY)}units: [秘書室]\n"),
            "units 第 1 項：「unit」要寫識別碼，不能寫名稱：請在 units.yml 找到",
            'units no. 1: "unit" takes an id and no name',
        ),
    ],
)
def test_what_is_no_id_is_not_told_as_one(
    model: type[BaseModel], words: str, zh: str, en: str
) -> None:
    (problem,) = problems(model, words)
    assert problem.rule == "wrong-form"
    assert problem.zh.startswith(zh)
    assert problem.en.startswith(en)


def changed(words: str, old: str, new: str) -> str:
    words = dedent(words).lstrip("\n")
    if not old:
        return words + new
    assert words.count(old) == 1
    return words.replace(old, new)


@pytest.mark.parametrize("kind", CASES)
def test_each_kind_of_failure_is_told_in_both_languages_at_its_place(kind: str) -> None:
    model, words, old, new, line, column, rule, zh, en = CASES[kind]
    found = problems(model, changed(words, old, new))
    assert [spot(problem) for problem in found] == [(line, column, rule)]
    assert zh in found[0].zh
    assert en in found[0].en


@pytest.mark.parametrize("kind", CASES)
def test_each_case_is_of_the_kind_that_it_stands_for(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, words, old, new, *_ = CASES[kind]
    asked: list[str] = []
    original = validation._problem

    def watch(of: type[BaseModel], read: Any, error: Any) -> Problem:
        asked.append(error["type"])
        return original(of, read, error)

    monkeypatch.setattr(validation, "_problem", watch)
    problems(model, changed(words, old, new))
    assert asked == [kind]


def test_every_teller_has_a_case() -> None:
    assert set(CASES) == set(TELLERS)


def test_the_data_without_a_change_is_valid() -> None:
    for model, words, *_ in CASES.values():
        assert problems(model, changed(words, "", "")) == []


def test_what_no_teller_knows_is_told_all_the_same() -> None:
    found = problems(Plan, changed(PLAN, "year: 2026", f"year: {'9' * 5000}"))
    assert [spot(problem) for problem in found] == [(7, 7, "wrong-value")]
    assert found[0].zh == "「year」的值不合規定。"
    assert found[0].en.startswith('The value of "year" is not allowed: ')


def test_a_field_that_resembles_none_is_told_with_all_that_are_known() -> None:
    found = problems(Agency, AGENCY + "電話: x\n")
    assert [spot(problem) for problem in found] == [(2, 1, "unknown-field")]
    assert found[0].zh.startswith("沒有「電話」這個欄位。可用的欄位：name、description、")
    assert found[0].en.startswith('There is no field "電話" here. Known fields: name, description,')


@pytest.mark.parametrize(
    ("words", "name", "line", "column"),
    [
        ("id: a\ntitle: {zh: 甲}\npublished: 2026-01-05\n", "classification", 2, 1),
        (
            'id: a\nclassification:\n  theme: ["1"]\n  cake: ["1"]\n  service: ["1"]\n'
            "published: 2026-01-05\n",
            "title",
            *(1, 1),
        ),
        (
            'id: a\ntitle:\n  zh: 甲\nclassification:\n  theme: ["1"]\n  service: ["1"]\n'
            "published: 2026-01-05\n",
            "cake",
            *(5, 3),
        ),
        (
            'id: a\ntitle:\n  zh: |\n    甲\n    乙\nclassification: {theme: ["1"], cake: ["1"], '
            'service: ["1"]}\n',
            "published",
            *(6, 1),
        ),
        (
            'title: {zh: 甲}\nclassification: {theme: ["1"], cake: ["1"], service: ["1"]}\n'
            "published: 2026-01-05\n",
            "id",
            1,
            1,
        ),
    ],
)
def test_a_missing_field_is_told_where_it_belongs(
    words: str, name: str, line: int, column: int
) -> None:
    found = problems(Record, words)
    assert [spot(problem) for problem in found] == [(line, column, "missing-field")]
    assert f"「{name}」" in found[0].zh
    assert f'"{name}"' in found[0].en


def test_a_required_field_left_empty_is_told_at_its_own_line() -> None:
    found = problems(Record, changed(RECORD, "title: {zh: 甲}", "title:"))
    assert [spot(problem) for problem in found] == [(2, 7, "missing-field")]


def test_a_mistyped_required_field_is_not_told_as_missing_too() -> None:
    found = problems(Record, changed(RECORD, "published:", "publised:"))
    assert [spot(problem) for problem in found] == [(4, 1, "unknown-field")]


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "rule"),
    [
        ("number: 一", "nubmer: 一", 19, 5, "unknown-field"),
        ("- authority:", "- autority:", 9, 5, "unknown-field"),
        ('["330"]', '["33 0"]', 4, 26, "wrong-form"),
        ("units: [guard]", "units: [Guard]", 26, 17, "wrong-form"),
    ],
)
def test_a_list_with_a_faulty_entry_is_not_told_as_empty_too(
    old: str, new: str, line: int, column: int, rule: str
) -> None:
    """pydantic counts only the entries that are valid."""
    found = problems(Plan, changed(PLAN, old, new))
    assert [spot(problem) for problem in found] == [(line, column, rule)]


DEADLINES = changed(STRATEGY, "", "deadlines:\n  - {kind: ongoing}\n")


@pytest.mark.parametrize(
    ("words", "line", "column", "rule", "zh"),
    [
        ("  - kind: month\n    mouth: 2026-12\n", 8, 5, "unknown-field", "是否為「month」？"),
        ("  - kind: month\n    printed: 年底\n", 8, 5, "missing-field", "「month」"),
        ("  - kind: date\n    date: 2026-12\n", 8, 11, "not-a-date", "「2026-12」"),
        ("  - kind: ongoing\n    date: 2026-12-31\n", 8, 5, "unknown-field", "「date」"),
        ("  - printed: x\n    kind: mounth\n", 8, 11, "unknown-choice", "是否為「month」？"),
        ("  - {printed: 年底, month: 2026-12}\n", 7, 5, "missing-field", "kind"),
        (
            "  - {kind: date, printed: 年底, date: 115-12-31}\n",
            7,
            37,
            "not-a-date",
            "「115-12-31」",
        ),
        ("  - 年底\n", 7, 5, "wrong-type", "deadlines 第 2 項"),
    ],
)
def test_a_deadline_of_a_kind_of_its_own_is_told_at_its_place(
    words: str, line: int, column: int, rule: str, zh: str
) -> None:
    found = problems(Strategy, DEADLINES + words)
    assert [spot(problem) for problem in found] == [(line, column, rule)]
    assert zh in found[0].zh
    assert "第 2 項" in found[0].zh
    assert "no. 2" in found[0].en


def test_the_way_to_a_nested_field_is_told_in_both_languages() -> None:
    found = problems(
        Section,
        """
        id: a
        number: 一
        strategies:
          - {id: x, number: "1", title: {zh: 甲}, text: {zh: 乙}}
          - id: y
            number: "2"
            title: {zh: 甲}
            text: {zh: 乙}
            measures:
              - text: {zh: 丙}
                uints: [a]
        """,
    )
    assert [spot(problem) for problem in found] == [(11, 9, "unknown-field")]
    assert found[0].zh == (
        "strategies 第 2 項 › measures 第 1 項：沒有「uints」這個欄位，是否為「units」？"
    )
    assert found[0].en == (
        'strategies no. 2 › measures no. 1: There is no field "uints"; did you mean "units"?'
    )


@pytest.mark.parametrize(
    "path",
    [
        *("/forms/a.odt", "../a.odt", "forms/../a.odt", "forms//a.odt", "./a.odt", "forms/A.odt"),
        *("forms/a b.odt", "forms/a_b.odt", "forms/a", "forms/.odt", "a.tar.gz", "forms\\a.odt"),
        *("forms/a.odt?x", "https://example.org/a.odt", "表.odt", "-a.odt"),
    ],
)
def test_a_path_of_a_file_stays_below_content_and_is_an_address(path: str) -> None:
    found = problems(File, f"path: '{path}'\n")
    assert [spot(problem) for problem in found] == [(1, 7, "not-a-path")]


@pytest.mark.parametrize("path", ["a.odt", "forms/a.odt", "forms/2026/a-1.pdf", "a.7z"])
def test_a_path_of_plain_words_is_fine(path: str) -> None:
    assert problems(File, f"path: {path}\n") == []


@pytest.mark.parametrize(
    "url",
    [
        *("example.org", "//example.org", "/a", "ftp://a.b", "mailto:a@b.tw"),
        *("javascript:alert(1)", "https://example.org/a b", "https://example.org/a\u3000b"),
        *("https://", "https:///a", "https://localhost/a", "https://example/a", "https://[::1"),
        *("https://me@example.org/", "https://me:secret@example.org/", "https://@example.org/"),
        *('https://example.org/"a"', "https://example.org/<a>", "https://example.org/a|b"),
        *("https://example.org\\\\a", "https://example.org/{a}", "https://example.org/a`b"),
    ],
)
def test_what_a_browser_would_not_open_or_would_run_is_no_address(url: str) -> None:
    found = problems(Citation, f"title: {{zh: 甲}}\nurl: '{url}'\n")
    assert [spot(problem) for problem in found] == [(2, 6, "not-an-address")]


@pytest.mark.parametrize(
    "url",
    [
        *("https://example.org", "http://example.org/", "HTTPS://EXAMPLE.ORG/A"),
        *(
            "https://example.org:8443/a?b=c&d=e#f",
            "https://example.org/表單?名=甲",
            "https://1.2.3.4/",
        ),
        *("https://example.org/@name", "https://www.mjac.moj.gov.tw/4786/a(b)~c,d;e!f%20g/post"),
    ],
)
def test_an_address_of_a_page_elsewhere_is_fine(url: str) -> None:
    assert problems(Citation, f"title: {{zh: 甲}}\nurl: '{url}'\n") == []


GROUPS: dict[type[BaseModel], tuple[str, ...]] = {
    Fee: ("free: true", "amount: 0", "text: {zh: 甲}", "pay: {zh: 甲}"),
    TimeLimit: (
        *("time: {number: 1, unit: days}", "text: {zh: 甲}", "starts: {zh: 甲}"),
        *("stops: {zh: 甲}", "correction: {zh: 甲}", "late: {zh: 甲}"),
    ),
    Contact: (
        *("unit: guard", "name: {zh: 甲}", "phone: '1'", "fax: '1'", "email: a@b.tw"),
        "hours: {zh: 甲}",
    ),
    Validity: ("since: 2026-01-05", "until: 2026-01-05", "note: {zh: 甲}"),
    Progress: ("url: https://example.org/", "phone: '1'", "text: {zh: 甲}"),
}


@pytest.mark.parametrize("group", GROUPS)
def test_one_field_of_a_group_is_enough_and_none_is_told(group: type[BaseModel]) -> None:
    assert [one.partition(":")[0] for one in GROUPS[group]] == list(group.model_fields)
    for field in GROUPS[group]:
        assert problems(group, f"{field}\n") == []
        name = field.partition(":")[0]
        assert [one.rule for one in problems(group, f"{name}:\n")] == ["empty-group"]
    (problem,) = problems(group, "{}\n")
    assert problem.rule == "empty-group"
    assert f"可用的欄位：{', '.join(group.model_fields)}。" in problem.zh
    assert f"Known fields: {', '.join(group.model_fields)}." in problem.en


@pytest.mark.parametrize(
    ("name", "line", "column"),
    [("fee", 5, 6), ("time_limit", 5, 13), ("validity", 5, 11), ("progress", 5, 11)],
)
def test_an_empty_group_of_a_service_is_told_at_its_line(name: str, line: int, column: int) -> None:
    found = problems(Service, changed(RECORD, "", f"{name}: {{}}\n"))
    assert [spot(problem) for problem in found] == [(line, column, "empty-group")]
    assert f"「{name}」底下什麼都沒寫" in found[0].zh


def test_an_empty_contact_is_told_at_its_entry() -> None:
    found = problems(Service, changed(RECORD, "", "contact:\n  - {unit: guard}\n  - {}\n"))
    assert [spot(problem) for problem in found] == [(7, 5, "empty-group")]
    assert "「contact 第 2 項」底下什麼都沒寫" in found[0].zh
    assert '"contact no. 2" says nothing' in found[0].en


@pytest.mark.parametrize(("words", "line"), [("- a\n", 1), ("甲\n", 1), ("---\n", 2)])
def test_a_file_that_is_no_mapping_is_told(words: str, line: int) -> None:
    found = problems(Agency, words)
    assert [problem.rule for problem in found] == ["not-a-mapping"]
    assert found[0].line == line
    assert "「欄位: 值」" in found[0].zh
    assert "`field: value`" in found[0].en


def test_data_with_a_problem_is_not_validated() -> None:
    found = problems(Agency, "name: {zh: 甲}\nname: x\nunknown: x\n")
    assert [problem.rule for problem in found] == ["duplicate-field"]


def test_a_problem_has_its_line_in_the_file_that_the_text_stands_in() -> None:
    read = document("name: {zh: 甲}\nphon: x\n", first_line=2)
    assert validate(Agency, read, LANGUAGES) is None
    assert [spot(problem) for problem in read.problems] == [(3, 1, "unknown-field")]


def test_values_are_what_the_editor_typed() -> None:
    read = document(changed(TERM, "code: a,", "code: 0E1,"))
    scheme = validate(Scheme, read, LANGUAGES)
    assert scheme is not None
    assert scheme.terms[0].code == "0E1"


def test_key_words_take_known_languages_only() -> None:
    found = problems(Record, changed(RECORD, "", "keywords: {zz: [a]}\n"))
    assert [spot(problem)[::2] for problem in found] == [(5, "unknown-language")]
