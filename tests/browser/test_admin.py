"""The editor in the browser, on a copy of the demo site: what is saved is what was changed."""

from __future__ import annotations

import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from disclosure.admin.packages import FOLDER, PackageError, scripts
from disclosure.admin.server import server
from disclosure.cli import main, settings
from disclosure.commands.admin import serving
from tests.support.site import ROOT

QUESTION = "content/faq/visiting/children-count.md"
ENGLISH = "content/en/faq/visiting/children-count.md"

#: The editor takes seconds to start where many tests run at once.
PATIENCE = 40_000
#: What a question must have, and how a new one is written.
REQUIRED = {"主題分類": "330", "施政分類": "634", "服務分類": "I00"}
NEW = """\
---
title: 可以帶寵物嗎？
classification: {{theme: ["330"], cake: ["634"], service: [I00]}}
published: 2026-01-05
number: {number}
---

不可以。
"""


@dataclass
class Editing:
    """A copy of the site that is edited, and the editor's window."""

    folder: Path
    page: Page
    address: str
    #: what went wrong in the browser: errors, and requests to other hosts
    troubles: list[str] = field(default_factory=list)

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", "-C", self.folder, *arguments], check=True, capture_output=True, text=True
        )
        return done.stdout

    def commit(self) -> None:
        self.git("add", "content", "data")
        self.git("-c", "user.name=e", "-c", "user.email=e@example.com", "commit", "-qm", "begin")

    def open(self, collection: str, entry: str) -> None:
        self.page.goto(f"{self.address}#/collections/{collection}/entries/{entry}")
        expect(self.page.get_by_role("button", name="已發布")).to_be_visible(timeout=PATIENCE)

    def box(self, label: str) -> Locator:
        return self.page.get_by_label(label, exact=True).locator("visible=true").first

    def choose(self, label: str, words: str) -> None:
        """Add to a list of choices what these words find."""
        self.box(label).fill(words)
        self.box(label).press("Enter")

    def publish(self) -> None:
        self.page.get_by_role("button", name="發布", exact=True).click()
        self.page.get_by_role("menuitem", name="立即發布").click()

    def save(self) -> None:
        self.publish()
        expect(self.page.get_by_text("已儲存變更")).to_be_visible(timeout=PATIENCE)

    def changed(self) -> list[str]:
        """The lines that were taken away and added, by git's account."""
        lines = self.git("diff", "--unified=0").splitlines()
        return [one for one in lines if one[:1] in "+-" and one[:3] not in ("+++", "---")]

    def passes(self) -> bool:
        return main(["-C", str(self.folder), "check"]) == 0


@pytest.fixture
def editing(browser: Browser, tmp_path: Path) -> Iterator[Editing]:
    """The editor, signed in. No request to another host, no error in the browser."""
    try:
        scripts(ROOT)
    except PackageError as error:
        pytest.fail(f"{error}\n    or: sh scripts/tools.sh browser")
    folder = tmp_path / "site"
    for name in ("content", "data", "overrides"):
        copytree(ROOT / name, folder / name)
    (folder / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    (folder / FOLDER).parent.mkdir()
    (folder / FOLDER).symlink_to(ROOT / FOLDER)
    with _served(folder) as address, browser.new_context(locale="zh-TW") as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        editing = Editing(folder, page, address)
        told = editing.troubles.append
        page.on("pageerror", lambda error: told(f"error: {error}"))
        page.on("console", lambda one: told(one.text) if one.type == "error" else None)
        page.on("request", lambda one: told(one.url) if _is_elsewhere(one.url, address) else None)
        editing.git("init", "--quiet")
        editing.commit()
        page.goto(address)
        page.get_by_role("button", name="登入").click()
        expect(page.get_by_text("集合", exact=True)).to_be_visible(timeout=PATIENCE)
        yield editing
        assert editing.troubles == []


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    known = settings(folder)
    running = server(known, serving(known), port=0)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_address[1]}/admin/"
    finally:
        running.shutdown()
        thread.join()
        running.server_close()


def _is_elsewhere(url: str, address: str) -> bool:
    return not url.startswith((address.removesuffix("admin/"), "data:", "blob:"))


def test_one_sentence_of_an_answer_is_one_line_of_the_file(editing: Editing) -> None:
    editing.open("faq-zh-visiting", "children-count")
    answer = editing.box("答案")
    before = answer.input_value()
    assert before in (editing.folder / QUESTION).read_text("utf-8")
    first, _, rest = before.partition("\n")
    answer.fill(f"{first}請先打電話問。\n{rest}")
    editing.save()
    assert editing.changed() == [f"-{first}", f"+{first}請先打電話問。"]
    assert editing.passes()


def test_a_title_and_a_unit_are_two_lines(editing: Editing) -> None:
    editing.open("faq-zh-visiting", "children-count")
    editing.box("題目").fill("小朋友也算一個人嗎？")
    editing.choose("承辦單位 (選填)", "秘書室")
    editing.save()
    assert [line for line in editing.changed() if line.startswith("+")] == [
        "+title: 小朋友也算一個人嗎？",
        "+units: [guard-control, secretary-office]",
    ]
    assert len(editing.changed()) == 4
    assert editing.passes()


def test_a_translation_is_edited_in_its_own_file(editing: Editing) -> None:
    editing.open("faq-zh-visiting", "children-count")
    editing.open("faq-en-visiting", "children-count")  # straight from one to the other
    expect(editing.box("題目的譯文")).to_have_value(re.compile("^[A-Z]"), timeout=PATIENCE)
    editing.box("題目的譯文").fill("Do children count as visitors: yes or no?")
    editing.save()
    assert editing.git("diff", "--name-only").split() == [ENGLISH]
    assert editing.changed()[1:] == ['+title: "Do children count as visitors: yes or no?"']
    assert editing.passes()


def test_a_register_keeps_its_comments_and_its_layout(editing: Editing) -> None:
    path = editing.folder / "data/units.yml"
    before = "  - id: general-affairs\n"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, f"  # moved in 2026\n{before}"), "utf-8")
    editing.commit()
    editing.open("units", "units")
    closed = editing.page.get_by_text("總務科", exact=True)
    closed.locator("xpath=preceding-sibling::div[1]//button[1]").click()
    editing.box("科室名稱 en (選填)").fill("General Affairs Office")
    editing.save()
    assert editing.changed() == [
        "-    name: {zh: 總務科, en: General Affairs Section}",
        "+    name: {zh: 總務科, en: General Affairs Office}",
    ]
    assert editing.passes()


def test_a_new_question_is_a_new_file_of_the_name_that_was_given(editing: Editing) -> None:
    editing.page.goto(f"{editing.address}#/collections/faq-zh-visiting/new")
    number = editing.box("永久編號 (選填)").input_value()  # the next free one
    editing.box("題目").fill("可以帶寵物嗎？")
    editing.box("答案").fill("不可以。")
    for label, code in REQUIRED.items():
        editing.choose(label, code)
    editing.box("發布日期").fill("2026-01-05")
    editing.box("檔名 (選填)").fill("Pets!")
    editing.publish()
    expect(editing.page.get_by_text("請用小寫英文字母、數字與連字號")).to_be_visible(
        timeout=PATIENCE
    )
    assert editing.git("status", "--porcelain", "content", "data") == ""
    assert editing.troubles == ["error: undefined"]  # how the editor tells itself of a wrong field
    editing.box("檔名 (選填)").fill("pets")
    editing.save()
    assert (
        editing.git("status", "--porcelain", "content", "data")
        == "?? content/faq/visiting/pets.md\n"
    )
    assert (editing.folder / "content/faq/visiting/pets.md").read_text("utf-8") == NEW.format(
        number=number
    )
    assert editing.passes()
    # It asked whether the file was there.
    assert "404" in editing.troubles.pop()
    editing.troubles.clear()


def test_a_file_that_cannot_be_read_is_never_written_over(editing: Editing) -> None:
    path = editing.folder / QUESTION
    damaged = path.read_text("utf-8").replace("units: [guard-control]", "units: [guard-control")
    path.write_text(damaged, "utf-8")
    editing.page.goto(f"{editing.address}#/collections/faq-zh-visiting/entries/children-count")
    expect(editing.box("題目")).to_have_value(re.compile("請先用文字編輯器修好"), timeout=PATIENCE)
    editing.box("答案").fill("新的文字")
    for label, code in REQUIRED.items():
        editing.choose(label, code)
    editing.box("發布日期").fill("2026-01-05")
    editing.publish()
    expect(editing.page.get_by_text("mend the file first")).to_be_visible(timeout=PATIENCE)
    assert path.read_text("utf-8") == damaged
    assert any("Flow sequence" in trouble for trouble in editing.troubles), editing.troubles
    editing.troubles.clear()
