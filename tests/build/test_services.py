"""Services, their sheets, the transparency zone, and the forms that they ask for."""

from __future__ import annotations

import re

import pytest

from tests.build.minisite import Built, Minisite, snapshot, unmarked
from tests.build.service_files import CERTIFICATE, PDF, checksum, odt, with_services
from tests.support.site import Links

PAGE = "services/release-certificate/index.html"
SHEET = "services/release-certificate/sheet/index.html"
ADDRESS = "https://prison.example.gov.tw/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = with_services(Minisite(tmp_path_factory.mktemp("services"))).build()
    assert built.warnings == []
    return built


def part(text: str, heading: str) -> str:
    """The part of a page from a heading's id to the next heading of its level."""
    text = main(text)
    assert text.count(f'id="{heading}"') == 1, heading
    return text.partition(f'id="{heading}"')[2].partition("<h2")[0].partition(">")[2]


def main(text: str) -> str:
    """A page without its frame."""
    return text.partition("<main")[2].partition("</main>")[0]


def shown(html: str) -> str:
    """The words of a piece of HTML, blanks as one."""
    return " ".join(re.sub(r"<svg.*?</svg>|<[^>]*>", " ", html, flags=re.DOTALL).split())


def rows(html: str) -> dict[str, str]:
    """The rows of a list of facts: `{heading: words}`."""
    found = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd></div>", html, re.DOTALL)
    return {shown(name): shown(words) for name, words in found}


# -- the page of a service -----------------------------------------------------------------------


def test_a_service_has_a_page_a_sheet_and_two_indexes_in_each_language(built: Built) -> None:
    kinds = {
        "services/": "services",
        "services/release-certificate/": "service",
        "services/release-certificate/sheet/": "service-sheet",
        "transparency/": "transparency",
        "forms/": "forms",
        "forms/form-letter/": "form",
    }
    for prefix, tag in (("", "zh-Hant-TW"), ("en/", "en")):
        for path, kind in kinds.items():
            this = built.page(f"{prefix}{path}")
            assert (this.kind, this.lang) == (kind, tag), this.path
            assert this.repeated_ids == [], this.path
            assert this.canonical == [f"{ADDRESS}{prefix}{path}"]
    assert built.page("services/release-certificate/").h1 == "出監證明"
    assert built.page("en/services/release-certificate/").h1 == "Release certificate"


def test_what_one_needs_to_know_comes_first(built: Built) -> None:
    assert rows(part(built.text(PAGE), "first")) == {
        "誰可以申請": "本人或家屬。 何時可以申請 隨時。",
        "要準備的文件": (
            "身分證件 用途：核對身分 委託書（由他人代辦時） 在哪裡取得：下載 表單： 委託書"
        ),
        "處理期限": "7 個工作天 從何時起算 收件次日。 資料不全時 七日內補正。",
        "費用": "免費",
        "怎麼申請": (
            "臨櫃 到秘書室。 時間 ：平日上班時間 地址 ： 示範路一號 電話 ： (02) 1234-5678 "
            "線上 1 個工作天 線上：前往 example.org 要準備的文件 ：無 "
            "郵寄 要準備的文件 ：委託書 電子郵件 ： office@example.org"
        ),
    }
    english = rows(part(built.text(f"en/{PAGE}"), "first"))
    assert english["Who may apply"] == "The person or the family. When to apply At any time."
    assert english["Time limit"].startswith("7 working days When the clock starts")
    assert english["Fee"] == "Free"


def test_the_rest_follows(built: Built) -> None:
    text = built.text(PAGE)
    assert "這份說明整理自示範監獄公開的做法" in text
    assert "出監後<strong>補發</strong>的證明。" in text
    assert rows(part(text, "result")) == {
        "您會得到": "證明書一份。",
        "受理機關": "收發室。",
        "審核方式": "秘書室審查。",
        "適用期間": "自 115-01-01 起 試辦。",
    }
    assert "可以<strong>陳情</strong>。" in part(text, "remedy")
    assert 'href="../../plans/plan-115/">計畫</a>' in part(text, "notes")
    assert "示範監獄 115 年度服務計畫" in part(text, "related")
    assert shown(part(text, "sources")).endswith("本監公告")
    law = unmarked(part(text, "legal-basis"))
    assert '<a href="https://example.org/law">監獄行刑法 第 138 條</a>' in law
    assert '<time datetime="2020-01-15">109-01-15</time>' in law
    assert "要發給。" in law


def test_a_phone_dials_the_numbers(built: Built) -> None:
    text = built.text(PAGE)
    assert '<a href="tel:+886212345678;ext=12">(02) 1234-5678 分機 12</a>' in part(text, "contact")
    assert '<a href="tel:+886287654321">(02) 8765-4321</a>' in part(text, "progress")


def test_all_links_of_the_pages_lead_somewhere(built: Built) -> None:
    pages = [built.page(name) for name in sorted(built.files) if name.endswith(".html")]
    links = Links(built.folder, pages, ADDRESS)
    faults = [
        (this.path, one)
        for this in pages
        for one in (*this.links, *this.loads)
        if not links.leaves(this, one) and links.fault(this, one) is not None
    ]
    assert faults == []


def test_the_page_of_a_service_says_what_it_is_in_its_head(built: Built) -> None:
    this = built.page("en/services/release-certificate/")
    assert this.meta("DC.Date") == ["2026-11-02"]
    assert this.meta("Category.Cake") == ["634"]
    assert "2026-11-03" in this.text
    assert f"<loc>{ADDRESS}services/release-certificate/sheet/</loc>" in built.text("sitemap.xml")


def test_a_service_stands_in_the_indexes_of_the_site(built: Built) -> None:
    for address in ("browse/theme/330/", "browse/audience/families/", "units/secretary/"):
        assert "出監證明" in built.page(address).text, address
    # A unit that takes part is a way to it, too.
    assert "出監證明" in built.page("units/guard/").text


# -- the flow ------------------------------------------------------------------------------------


def test_the_steps_are_a_list_with_their_ways(built: Built) -> None:
    steps = part(built.text(PAGE), "steps")
    items = re.findall(r'<li id="step-([a-z-]+)" class="([a-z ]+)">(.*?)</div></li>', steps, re.S)
    assert [(name, kind.split()[0]) for name, kind, _ in items] == [
        *(("come", "start"), ("write", "start"), ("receive", "step"), ("complete", "decision")),
        *(("correct", "step"), ("refuse", "end"), ("issue", "step"), ("hand-over", "end")),
    ]
    words = {name: shown(body) for name, _, body in items}
    assert words["come"] == "到櫃檯申請 開始 辦理者：申請人．文件：身分證件 接著到 步驟 3 收件"
    assert words["write"] == "寫信申請 開始 辦理者：申請人．文件： 委託書"
    assert words["receive"] == "收件 辦理者： 秘書室 ．時間：1 個工作天"
    assert words["complete"].endswith(
        "逐項 核對 。 齊全：到 步驟 7 製作證明 缺件：到 步驟 5 補正 不符：到 步驟 6 函復不符"
    )
    assert words["correct"].endswith("回到 步驟 3 收件")
    assert words["hand-over"] == "領取 結束 辦理者： 秘書室"
    assert 'href="../../units/secretary/">秘書室</a>' in steps
    assert "步驟時間是上限。" in steps


def test_the_table_says_the_same_as_the_list(built: Built) -> None:
    for prefix, empty, none, end in (
        ("", "未提供", "無", "結束"),
        ("en/", "Not provided", "None", "End"),
    ):
        table = part(built.text(f"{prefix}{PAGE}"), "flow-table")
        cells = [
            [shown(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
            for row in re.findall(r"<tr\b[^>]*>(.*?)</tr>", table, re.S)
        ]
        assert len(cells) == 9
        assert [row[0].split()[0] for row in cells[1:]] == list("12345678")
        step = "步驟" if not prefix else "step"
        assert [row[4] for row in cells[1:]][4:] == [f"{step} 3", end, f"{step} 8", end]
        assert [row[2] for row in cells[1:]].count(empty) == 6
        assert [row[3] for row in cells[1:]].count(none) == 6
        assert not any(cell == "" for row in cells for cell in row)


def test_a_link_to_a_step_leads_to_it(minisite: Minisite) -> None:
    with_services(minisite)
    link = "(record:release-certificate#step-{})"
    minisite.edit("content/index.md", "(record:plan-115)", link.format("issue"))
    assert "services/release-certificate/#step-issue" in minisite.build().page("").links
    minisite.edit("content/index.md", link.format("issue"), link.format("isue"))
    built = minisite.try_build()
    assert built.error is not None
    assert "content/index.md:9: 連結 record:release-certificate#step-isue" in built.log
    assert "是否為「step-issue」？" in built.log


# -- what is not known ---------------------------------------------------------------------------


@pytest.mark.parametrize(("prefix", "said"), [("", "未提供"), ("en/", "Not provided")])
def test_what_a_service_does_not_say_is_said_to_be_unknown(
    built: Built, prefix: str, said: str
) -> None:
    text = built.text(f"{prefix}services/tour/index.html")
    first = rows(part(text, "first"))
    assert len(first) == 5
    assert set(first.values()) == {said}
    assert set(rows(part(text, "result")).values()) == {said}
    for heading in ("progress", "remedy", "contact"):
        assert shown(part(text, heading)).endswith(said), heading
    # What it need not have is not spoken of.
    for heading in ("steps", "flow", "flow-table", "forms", "notes", "legal-basis", "sources"):
        assert f'id="{heading}"' not in text, heading
    sheet = built.text(f"{prefix}services/tour/sheet/index.html")
    assert set(rows(main(sheet)).values()) == {said}
    assert len(rows(main(sheet))) == 7


@pytest.mark.parametrize(
    ("old", "new", "zh", "en"),
    [
        ("fee: {free: true}\n", "fee: {amount: 1200}\n", "新臺幣 1,200 元", "NT$1,200"),
        ("fee: {free: true}\n", "fee: {amount: 0}\n", "新臺幣 0 元", "NT$0"),
        ("fee: {free: true}\n", "fee: {text: {zh: 看份數, en: It depends}}\n",
         "看份數", "It depends"),
        ("fee: {free: true}\n", "fee: {pay: {zh: 現金, en: Cash}}\n",
         "未提供 繳費方式 現金", "Not provided How to pay Cash"),
        (
            "fee: {free: true}\n",
            "fee: {free: true, text: {zh: 郵資自付, en: Postage is yours}}\n",
            *("免費 郵資自付", "Free Postage is yours"),
        ),
        ("  time: {number: 7, unit: working-days}\n", "",
         "從何時起算 收件次日。 資料不全時 七日內補正。",
         "When the clock starts The day after receipt. If something is missing Within seven days."),
        ("  time: {number: 7, unit: working-days}\n", "  text: {zh: 依個案, en: Case by case}\n",
         "依個案 從何時起算 收件次日。 資料不全時 七日內補正。",
         "Case by case When the clock starts The day after receipt. If something is missing "
         "Within seven days."),
    ],
)  # fmt: skip
def test_a_fee_and_a_limit_are_said_in_numbers_or_in_words(
    minisite: Minisite, old: str, new: str, zh: str, en: str
) -> None:
    with_services(minisite)
    minisite.edit("data/services/release-certificate.yml", old, new)
    built = minisite.build()
    heading = ("費用", "Fee") if old.startswith("fee") else ("處理期限", "Time limit")
    assert rows(part(built.text(PAGE), "first"))[heading[0]] == zh
    assert rows(part(built.text(f"en/{PAGE}"), "first"))[heading[1]] == en


@pytest.mark.parametrize(
    ("days", "zh", "en"),
    [
        ("since: 2026-01-01", "自 115-01-01 起", "Since 2026-01-01"),
        ("until: 2026-12-31", "至 115-12-31 止", "Until 2026-12-31"),
        (
            "since: 2026-01-01, until: 2026-12-31",
            *("115-01-01 至 115-12-31", "2026-01-01 to 2026-12-31"),
        ),
    ],
)
def test_a_period_may_be_open(minisite: Minisite, days: str, zh: str, en: str) -> None:
    with_services(minisite)
    name = "data/services/release-certificate.yml"
    minisite.edit(name, "since: 2026-01-01, note: {zh: 試辦。, en: On trial.}", days)
    built = minisite.build()
    assert rows(part(built.text(PAGE), "result"))["適用期間"] == zh
    assert rows(part(built.text(f"en/{PAGE}"), "result"))["In effect"] == en


@pytest.mark.parametrize(
    ("number", "zh", "en"), [(1, "1 小時", "1 hour"), (2, "2 小時", "2 hours")]
)
def test_a_time_takes_the_form_of_its_noun(
    minisite: Minisite, number: int, zh: str, en: str
) -> None:
    with_services(minisite)
    minisite.edit(
        "data/services/release-certificate.yml",
        "{number: 7, unit: working-days}",
        f"{{number: {number}, unit: hours}}",
    )
    minisite.edit(
        "data/services/release-certificate.yml",
        "      time: {number: 1, unit: working-days}\n",
        "",
    )
    built = minisite.build()
    assert f"<strong>{zh}</strong>" in part(built.text(PAGE), "first")
    assert f"<strong>{en}</strong>" in part(built.text(f"en/{PAGE}"), "first")


# -- the sheet -----------------------------------------------------------------------------------


def test_the_sheet_says_the_same_in_short(built: Built) -> None:
    text = built.text(SHEET)
    this = built.page("services/release-certificate/sheet/")
    assert this.h1 == "出監證明（一頁說明）"
    assert built.page("en/services/release-certificate/sheet/").h1 == (
        "Release certificate (one-page guide)"
    )
    first, sheet = rows(part(built.text(PAGE), "first")), rows(main(text))
    for name in ("要準備的文件", "處理期限", "費用", "怎麼申請"):
        assert sheet[name] == first[name]
    assert sheet["不服或機關逾期時"] == "可以 陳情 。"
    assert sheet["聯絡方式"] == "戒護科 電話： (02) 1234-5678 分機 12 上班時間"
    steps = [shown(one) for one in re.findall("<li><strong>.*?</li>", text, re.S)]
    assert steps == [
        "到櫃檯申請 申請人 → 步驟 3",
        "寫信申請 申請人",
        "收件 秘書室．1 個工作天",
        "文件齊全嗎？ 秘書室 齊全 → 步驟 7；缺件 → 步驟 5；不符 → 步驟 6",
        "補正 申請人 → 步驟 3",
        "函復不符 秘書室",
        "製作證明 戒護科．1 小時",
        "領取 秘書室",
    ]
    assert '<span class="number">S-005</span>' in text
    assert f"{ADDRESS}services/release-certificate/" in this.text
    assert "../../../services/release-certificate/" in this.links
    assert (
        "../../services/release-certificate/sheet/"
        in built.page("services/release-certificate/").links
    )


# -- the indexes ---------------------------------------------------------------------------------


def test_services_stand_under_those_whom_they_are_for(built: Built) -> None:
    text = built.text("services/index.html")
    assert "共 2 項" in text
    families, everybody = part(text, "for-families"), part(text, "for--all")
    assert shown(families).endswith(
        "出監證明 證明什麼時候出監。 處理期限：7 個工作天．費用：免費．秘書室"
    )
    assert shown(everybody).endswith("參觀 戒護科")
    assert text.index('id="for-families"') < text.index('id="for--all"')
    english = built.text("en/services/index.html")
    assert "2 services." in english
    assert '<span lang="zh-Hant-TW">參觀</span>' in part(english, "for--all")


def test_a_service_for_several_stands_under_each(minisite: Minisite) -> None:
    with_services(minisite)
    name = "data/services/release-certificate.yml"
    minisite.edit(name, "audience: [families]", "audience: [families, former-inmates]")
    text = minisite.build().text("services/index.html")
    assert "出監證明" in part(text, "for-families")
    assert "出監證明" in part(text, "for-former-inmates")


def test_long_words_on_fee_and_limit_are_not_repeated_in_lists(minisite: Minisite) -> None:
    with_services(minisite)
    long = "依申請的份數、紙張大小與是否彩色計算，詳細的金額請看附表，也可以先打電話問。"
    name = "data/services/release-certificate.yml"
    minisite.edit(name, "fee: {free: true}", f"fee: {{text: {{zh: {long}}}}}")
    built = minisite.build()
    assert long in built.text(PAGE)
    assert long not in built.text("services/index.html")
    assert "費用：見說明" in shown(part(built.text("services/index.html"), "for-families"))


# -- the transparency zone -----------------------------------------------------------------------


def test_the_zone_lists_services_by_citizen_and_by_unit(built: Built) -> None:
    text = built.text("transparency/index.html")
    audiences, units = part(text, "audiences"), part(text, "units")
    assert shown(audiences).count("出監證明 7 個工作天 115-11-03") == 1
    assert shown(audiences).count("參觀 未提供 未提供") == 1
    guard = units.partition('id="unit-guard"')[2].partition("<h3")[0]
    secretary = units.partition('id="unit-secretary"')[2]
    assert "參觀 未提供 未提供" in shown(guard)
    assert shown(guard).endswith("也參與辦理： 出監證明")
    assert "出監證明 7 個工作天 115-11-03" in shown(secretary)
    assert "參觀" not in shown(secretary)


def test_the_zone_says_where_to_ask_how_far_a_case_is(built: Built) -> None:
    progress = part(built.text("transparency/index.html"), "progress")
    assert "https://example.org/progress" in progress
    assert "tel:+886287654321" in progress
    assert "說出案號。" in progress
    assert "參觀" not in progress


def with_more(minisite: Minisite, count: int, drop: str = "") -> Built:
    """`count` services like the certificate, less a part of each."""
    with_services(minisite)
    words = CERTIFICATE
    if drop:
        words = re.sub(rf"\n    {drop}:(?:\n     .*)+", "", words)
        assert len(words) < len(CERTIFICATE)
    for number in range(count - (0 if drop else 1)):
        name = f"more-{number}"
        changed = words.replace("id: release-certificate", f"id: {name}")
        minisite.write(
            {f"data/services/{name}.yml": changed.replace("number: 5", f"number: {10 + number}")}
        )
    return minisite.build()


@pytest.mark.parametrize(
    ("count", "zh", "en"),
    [
        (1, "本站有 1 項。", "This site has 1."),
        (4, "本站有 4 項。", "This site has 4."),
        (5, "本站有 5 項，已達成。", "This site has 5: the duty is met."),
        (6, "本站有 6 項，已達成。", "This site has 6: the duty is met."),
    ],
)
def test_the_zone_counts_the_services_toward_the_duty(
    minisite: Minisite, count: int, zh: str, en: str
) -> None:
    built = with_more(minisite, count)
    assert zh in shown(part(built.text("transparency/index.html"), "duty"))
    duty = shown(part(built.text("en/transparency/index.html"), "duty"))
    assert en in duty
    assert duty.count("Yes Yes Yes") == count
    assert duty.count("No No No") == 1  # the tour


@pytest.mark.parametrize(("drop", "row"), [("flow", "No Yes No"), ("progress", "Yes No No")])
def test_a_service_counts_when_both_its_flow_and_its_progress_can_be_looked_up(
    minisite: Minisite, drop: str, row: str
) -> None:
    built = with_more(minisite, 5, drop)
    duty = shown(part(built.text("en/transparency/index.html"), "duty"))
    assert "This site has 1." in duty
    assert duty.count(row) == 5


def test_without_progress_anywhere_the_zone_says_so(minisite: Minisite) -> None:
    with_services(minisite)
    minisite.remove("data/services/release-certificate.yml")
    text = minisite.build().text("transparency/index.html")
    assert shown(part(text, "progress")).endswith("未提供")


def test_without_services_there_is_neither_index(minisite: Minisite) -> None:
    built = minisite.build()
    assert not [name for name in built.files if "services" in name or "transparency" in name]
    assert not [one for one in built.page("").links if "services" in one or "transpar" in one]


def test_a_service_that_is_not_published_leaves_no_trace(minisite: Minisite) -> None:
    with_services(minisite)
    before = minisite.build()
    files = snapshot(before.folder)
    hidden = CERTIFICATE.replace("id: release-certificate", "id: hidden\n    life: draft")
    minisite.write({"data/services/hidden.yml": hidden.replace("number: 5", "number: 9")})
    assert snapshot(minisite.build().folder) == files


# -- forms ---------------------------------------------------------------------------------------

#: What the two links say, what stands before the second, the date of the first.
LINKS = {
    "": (f"委託書（ODT，{len(odt())} B）", "委託書（PDF，12 KB）", "委託書範例：", "115-03-04"),
    "en/": (
        f"Letter of authority (ODT, {len(odt())} B)",
        "Letter of authority (PDF, 12 KB)",
        "Letter of authority, an example: ",
        "2026-03-04",
    ),
}


@pytest.mark.parametrize("prefix", LINKS)
@pytest.mark.parametrize("path", ["forms/", "forms/form-letter/", "services/release-certificate/"])
def test_a_link_to_a_file_says_its_format_and_size(built: Built, prefix: str, path: str) -> None:
    text = built.text(f"{prefix}{path}index.html")
    up = "../" * (prefix + path).count("/")
    first, second, name, day = LINKS[prefix]
    assert f'<li><a href="{up}forms/letter.odt" download>{first}</a>' in text
    assert f'<li>{name}<a href="{up}forms/letter.pdf" download>{second}</a>' in text
    assert f'<time datetime="2026-03-04">{day}</time>' in text


def test_both_languages_link_the_same_file_and_it_is_the_editors(built: Built) -> None:
    assert (built.folder / "forms/letter.odt").read_bytes() == odt()
    assert (built.folder / "forms/letter.pdf").read_bytes() == PDF
    assert not [name for name in built.files if name.startswith("en/") and "letter." in name]
    pages = [built.page(name) for name in sorted(built.files) if name.endswith(".html")]
    links = Links(built.folder, pages, ADDRESS)
    for address in ("forms/form-letter/", "en/forms/form-letter/"):
        this = built.page(address)
        reached = {links.target(this, one) for one in this.links if not links.leaves(this, one)}
        assert {"forms/letter.odt", "forms/letter.pdf"} <= reached


def test_the_page_of_a_form_says_all_of_it(built: Built) -> None:
    text = built.text("forms/form-letter/index.html")
    for content in (odt(), PDF):
        assert f"<code>{checksum(content)}</code>" in text
    assert "請別人代辦時填。" in text
    assert "用<strong>藍筆</strong>。" in part(text, "how")
    assert 'href="../../services/release-certificate/">出監證明</a>' in part(text, "services")
    assert "參觀" not in part(text, "services")
    assert "本監公告" in part(text, "sources")
    english = built.text("en/forms/form-letter/index.html")
    assert "Use a <strong>blue</strong> pen." in english
    assert "not yet available" not in english


ASKED = ("forms: [form-letter]\n", "    form: form-letter\n", "      form: form-letter\n")


@pytest.mark.parametrize("kept", [*ASKED, None])
def test_a_form_names_a_service_that_asks_for_it_anywhere(
    minisite: Minisite, kept: str | None
) -> None:
    """As one of its forms, as the form of a document, or at a step."""
    with_services(minisite)
    for line in ASKED:
        if line != kept:
            minisite.edit("data/services/release-certificate.yml", f"\n{line}", "\n")
    text = minisite.build().text("forms/form-letter/index.html")
    assert ("出監證明" in main(text)) == (kept is not None)
    assert ('id="services"' in main(text)) == (kept is not None)


def test_a_new_version_of_a_file_changes_the_pages_that_offer_it(minisite: Minisite) -> None:
    with_services(minisite)
    minisite.build()
    (minisite.root / "content/forms/letter.pdf").write_bytes(PDF + b"more")
    built = minisite.build()
    assert f"<code>{checksum(PDF + b'more')}</code>" in built.text("forms/form-letter/index.html")
    assert built.made[1] < built.made[0] / 2
