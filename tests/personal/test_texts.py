"""Personal data in texts: found in every spelling, and not seen where there are none."""

from __future__ import annotations

import pytest

from disclosure.personal import texts
from tests.personal.making import numbered, wrong

ID = numbered("F12738465")
RESIDENT = numbered("K80013572")
OLD_RESIDENT = numbered("AC0123456")


def wide(words: str) -> str:
    return words.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


def found(text: str) -> list[tuple[str, str, str]]:
    """Kind, value, and the words at which it begins."""
    return [(one.kind, one.value, text[one.start : one.start + 2]) for one in texts.find(text)]


def kinds(text: str) -> list[str]:
    return [one.kind for one in texts.find(text)]


def test_the_numbers_of_the_test_are_those_of_the_textbook() -> None:
    assert numbered("A12345678") == "A123456789"
    assert (len(ID), len(RESIDENT), len(OLD_RESIDENT)) == (10, 10, 10)


@pytest.mark.parametrize(
    "words",
    [
        ID,
        ID.lower(),
        wide(ID),
        f"{ID[0]} {ID[1:]}",
        f"{ID[0]}-{ID[1:4]}-{ID[4:7]}-{ID[7:]}",
        f"{ID[:4]} {ID[4:7]} {ID[7:]}",
        " ".join(ID),
        wide("-".join((ID[:4], ID[4:7], ID[7:]))),
        f"{ID[:4]}‐{ID[4:7]}–{ID[7:]}",
        f"{ID[:5]}**{ID[5:]}",
        f"{ID[:5]}\u200b{ID[5:7]}\ufeff{ID[7:]}",
        f"{ID[:4]}&nbsp;{ID[4:]}",
        f"{ID[:5]}<strong>{ID[5:]}",
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "身分證{}，請", "(id: {})", "id_{}.", "\n\n{}\n", "「{}」"]
)
def test_an_id_number_is_found_however_it_is_written(words: str, around: str) -> None:
    text = around.format(words)
    assert found(text) == [("id", ID, words[:2])]


@pytest.mark.parametrize(
    "number", [RESIDENT, OLD_RESIDENT, numbered("Z90000001"), numbered("BA0000000")]
)
def test_residence_numbers_old_and_new_are_found(number: str) -> None:
    assert found(f"統一證號 {number}。") == [("residence", number, number[:2])]
    assert kinds(f"統一證號 {number[0]}-{number[1:5]}-{number[5:]}") == ["residence"]


@pytest.mark.parametrize("start", ["A12345678", "I20000001", "O11111111", "W29876543", "Z18765432"])
def test_only_the_right_check_digit_makes_a_number(start: str) -> None:
    right = numbered(start)
    for digit in "0123456789":
        number = start + digit
        assert kinds(f"編號 {number}") == (["id"] if number == right else [])


@pytest.mark.parametrize(
    "words",
    [
        "0912345678",
        "0912-345-678",
        "0912-345678",
        "0912 345 678",
        "(0912)345-678",
        "(09)12345678",
        "09-1234-5678",
        "09-12345678",
        "0912.345.678",
        "0912 - 345 - 678",
        "０９１２－３４５－６７８",
        "+886912345678",
        "+886-912-345-678",
        "+886 912 345 678",
        "+886 (0)912-345-678",
        "+886(0)912345678",
        "886-912-345678",
        "00886 912 345 678",
        "+886 9 1234 5678",
        "0912‑345‑678",
        "09 12 345 678",
        "09 12 34 56 78",
        "0912/345/678",
        "0912／345／678",
        "0912**345**678",
        "0912\u200b345678",
        "0912&nbsp;345&nbsp;678",
        "0912-<b>345</b>-678",
    ],
)
@pytest.mark.parametrize("around", ["{}", "手機：{}。", "tel:{}", '"{}"', "{}#12", "phone{}"])
def test_a_mobile_phone_is_found_however_it_is_written(words: str, around: str) -> None:
    found = [(one.kind, one.value) for one in texts.find(around.format(words))]
    assert found == [("mobile", "0912345678")]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("someone@gmail.com", "someone@gmail.com"),
        ("Some.One+x@Mail.Example.ORG", "some.one+x@mail.example.org"),
        ("someone＠gmail.com", "someone@gmail.com"),
        ("someone (at) gmail.com", "someone@gmail.com"),
        ("someone[at]gmail[dot]com", "someone@gmail.com"),
        ("someone (at) mail (dot) gmail (dot) com", "someone@mail.gmail.com"),
        ("someone&#64;gmail.com", "someone@gmail.com"),
        ("someone%40gmail.com", "someone@gmail.com"),
        ("someone @ gmail.com", "someone@gmail.com"),
        ("s@msa.hinet.net", "s@msa.hinet.net"),
        ("some_one-1@yahoo.com.tw", "some_one-1@yahoo.com.tw"),
    ],
)
@pytest.mark.parametrize("around", ["{}", "信箱：{}。", "<mailto:{}>", "請寄{}，謝謝"])
def test_a_mailbox_is_found_however_it_is_written(words: str, value: str, around: str) -> None:
    text = around.format(words)
    assert found(text) == [("email", value, words[:2])]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("駕駛 BKL-2357 前來", "BKL2357"),
        ("車牌 AB-1234", "AB1234"),
        ("車號：1234-AB", "1234AB"),
        ("機車 ABC-123 停放", "ABC123"),
        ("車號 A1-2345", "A12345"),
        ("自用小客車 2345-A1", "2345A1"),
        ("車牌號碼：ABC1234", "ABC1234"),
        ("車牌ＡＢＣ－１２３４", "ABC1234"),
        ("EAA-5678 號電動車", "EAA5678"),
        ("AB-1234 號自用車", "AB1234"),
        ("The vehicle AB-1234", "AB1234"),
        ("licence plate ABC 1234", "ABC1234"),
        ("plate number 123-ABC", "123ABC"),
        ("車號 abc-1235", "ABC1235"),
        ("車牌：1234-ab", "1234AB"),
        ("機車MHK1235", "MHK1235"),
        ("車牌 PDF-1700", "PDF1700"),
    ],
)
def test_a_licence_plate_is_found_by_its_form_or_the_words_around(words: str, value: str) -> None:
    assert [(one.kind, one.value) for one in texts.find(words)] == [("plate", value)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("收容人編號：1234", "1234"),
        ("呼號 2468", "2468"),
        ("呼號：「2468」", "2468"),
        ("番號為 135", "135"),
        ("收容人 3579 號", "3579"),
        ("受刑人第 3579 號", "3579"),
        ("3579 號收容人", "3579"),
        ("被告編號 00123", "00123"),
        ("同學編號５５６６", "5566"),
        ("Inmate No. 1234", "1234"),
        ("inmate number: 1234", "1234"),
        ("prisoner ID 20031", "20031"),
        ("inmate's number is 1234", "1234"),
        ("收容人編號A1234", "A1234"),
        ("收容人編號：A-1234", "A1234"),
        ("編號1234之收容人", "1234"),
        ("編號 A1234 的受刑人", "A1234"),
        ("第7263號受刑人", "7263"),
        ("在監編號7263", "7263"),
        ("在所編號：7263", "7263"),
        ("收容人（7263）", "7263"),
        ("收容人王○○（編號7263）", "7263"),
        ("收容人姓名：王大明，編號：7263", "7263"),
        ("Inmate (No. 7263)", "7263"),
    ],
)
def test_an_inmate_is_no_number_on_a_public_page(words: str, value: str) -> None:
    assert [(one.kind, one.value) for one in texts.find(words)] == [("inmate", value)]


@pytest.mark.parametrize(
    "words",
    [
        wrong(ID),
        wrong(RESIDENT),
        wrong(OLD_RESIDENT),
        f"X{ID}",
        f"{ID}0",
        "A12XXXXX89",
        "A323456789",  # no 3 behind the letter
        "法矯字第 10903004560 號",
        "法矯字第0910012345號函",
        "法秘字第 0960500157 號",
        "Fa-Jiao-Zi No. 0910012345",
        "Letter No. 0980001234 of the Ministry",
        "ISBN 978-986-0912-34-5",
        "ISBN 978-0-9123-4567-8",
        "ISBN 0-9123-4567-8",
        "ISBN 9780912345678",
        "訂單 20260912345678",
        "訂單編號 1090912345678",
        "統一編號 12345675",
        "機關代碼 2.16.886.101.20003.20005",
        "OID 2.16.886.101.90003.20005.20007",
        "電話 03-362-8888",
        "(02) 2345-6789",
        "049-2341-234",
        "電話 089-310-181 轉 912",
        "市話 02-2192-0912",
        "+886-3-3628888",
        "0800-211-511",
        "0800-000-123",
        "檢舉專線 1995 或 0809-000-123",
        "撥打 113、110、165",
        "劃撥帳號 50123456",
        "郵局 0091234-0567890",
        "帳號 700-0912-3456-7890-12",
        "2026-01-05 09:30",
        "09-12-2026 10:30",
        "2026-09-12 2026-09-13",
        "上午 09:00-12:00",
        "0900-1200、1330-1630",
        "每月 07 08 09 10 11 12 日",
        "112 年 9 月 12 日 09 時 12 分 34 秒",
        "1,234,567,890 元",
        "sha256:0912345678901234567890abcdef",
        "0x0912345678",
        "3f0c0912345678e2b1a09f3c",
        "v0.9.12345678",
        "logo@2x.png",
        "icon@3x.webp",
        "https://www.youtube.com/@moj",
        "https://maps.example.tw/@24.95,121.2,17z",
        "meet at example (at 9 o'clock)",
        "@media print",
        "CNS 15251",
        "CNS-15251",
        "ISO-8859-1",
        "UTF-16",
        "SHA-256",
        "RFC-2606",
        "COVID-19",
        "MOJ-107",
        "ABC-2026",
        "表單編號 AB-1234",
        "QP-1234-01",
        "form-ABC-1234.pdf",
        "https://example.tw/ABC-1235",
        "A4 用紙 1234 張",
        "受刑人 110 年度",
        "收容人 3,579 人",
        "收容人每 1000 人",
        "釋字第 755 號受刑人訴請救濟案",
        "釋字第755號受刑人",
        "憲判字第 1234 號被告聲請案",
        *("收容人（2026）", "收容人（3,579）", "受刑人（115 年）", "收容人申請書，編號 1234"),
        "監所管理員 120 名",
        "編號 F-visiting-003",
        "inmates number 3000 in all",
        "the number of inmates: 3,579",
        "Inmate 1",
        "plates 1000 in all",
        "https://a.gov.tw/?id=0912345678",
        "https://a.gov.tw/files/0912345678.pdf",
        "統編 0912345678",
        *("TLS-1235", "USB-3000", "PDF-1700", "KHH-3012", "GPN-1009"),
        "每日 09 12 15 18 21 時",
        "0912***678、A12*****89",
        "汽車 ABC 路線",
    ],
)
def test_what_only_looks_alike_is_left_alone(words: str) -> None:
    assert kinds(words) == []
    assert kinds(f"說明：{words}。\n") == []


def test_every_find_of_a_text_is_told_once_and_where_it_begins() -> None:
    text = f"甲\n# {ID}, 0912-345-678 / a@gmail.com\n車牌 AB-1234，呼號 4321\n"
    assert sorted((one.start, one.kind) for one in texts.find(text)) == [
        (text.index(ID), "id"),
        (text.index("0912"), "mobile"),
        (text.index("a@"), "email"),
        (text.index("AB-"), "plate"),
        (text.index("4321"), "inmate"),
    ]


@pytest.mark.parametrize(
    "words",
    ["請看文字0912-345-678", "https://a.gov.tw/?tel=0912345678", "https://a.gov.tw/ 0912345678"],
)
def test_a_mobile_phone_is_found_behind_what_may_stand_before_other_numbers(words: str) -> None:
    assert kinds(words) == ["mobile"]


def test_a_torn_number_is_told_where_it_begins() -> None:
    text = f"**甲**\n見 {ID[:3]}**{ID[3:6]}**{ID[6:]}、0987-**654**-321\n"
    assert [(one.kind, one.start) for one in texts.find(text)] == [
        ("id", text.index(ID[:3])),
        ("mobile", text.index("0987")),
    ]


def test_two_numbers_beside_each_other_are_two() -> None:
    many = f"{ID} {RESIDENT} 02-2345-6789 0912-345-678 0987-654-321"
    assert kinds(many) == ["id", "residence", "mobile", "mobile"]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000 + "@",
        "a.b" * 100_000 + " @",
        "1" * 300_000,
        "0-" * 150_000,
        "09 " * 100_000,
        "A-" * 150_000,
        "車牌" * 100_000,
        "收容人" * 100_000 + "@",
        "(at)" * 100_000,
        "*1" * 150_000,
        "<b 1" * 100_000,
        "https://" * 40_000 + "09",
    ],
)
def test_no_text_however_odd_takes_long(text: str) -> None:
    """A pattern that goes back and forth over such a text would not end today."""
    assert kinds(text) == []
