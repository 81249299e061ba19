"""Every file of the demo site through the editor's own reading and writing, without its window."""

from __future__ import annotations

import difflib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from disclosure.admin.configuration import configuration
from disclosure.admin.packages import PackageError, scripts
from disclosure.admin.server import server
from disclosure.cli import settings
from disclosure.commands.admin import serving
from disclosure.reading.front_matter import read_markdown
from disclosure.reading.yaml_reader import read_yaml
from disclosure.site.voice import Site
from tests.support.site import ROOT

#: Reads a file and writes it again, as it is and with each of its values changed.
CHANGE = """
async ({ text, fields, isMarkdown }) => {
  const { format } = await import("/admin/format.js");
  const { fromFile, toFile } = format(fields, isMarkdown);
  const data = fromFile(text);
  const found = [];
  const change = (path, value) => {
    const changed = structuredClone(data);
    let at = changed;
    for (const step of path.slice(0, -1)) at = at[step] ??= {};
    at[path.at(-1)] = value;
    const written = toFile(changed);
    found.push({ path: path.join("."), written, again: toFile(fromFile(written)) });
  };
  const visit = (path, value, field) => {
    if (field.widget === "string") change(path, `${value ?? ""} 改: 'x', "y" #1`);
    if (field.widget === "text") change(path, `${value ?? "新"}\\n\\n- 第二段: "x"`);
    if (field.widget === "number") change(path, 4711);
    if (field.widget === "object") {
      for (const one of field.fields) visit([...path, one.name], value?.[one.name], one);
    }
    if (field.widget !== "list" && !field.multiple) return;
    const items = value ?? [];
    const another = field.fields ? { [field.fields[0].name]: "another" } : "another";
    if (!field.fields || field.fields[0].widget === "string") change(path, [...items, another]);
    if (items.length > 1) change(path, items.toReversed());
    if (items.length) change(path, items.slice(1));
    if (!field.fields || !items.length) return;
    visit([...path, items.length - 1], items.at(-1), { ...field, widget: "object" });
  };
  for (const field of fields) visit([field.name], data[field.name], field);
  return { unchanged: toFile(data), found };
}
"""


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A page of the editor's address, in which its modules can be asked."""
    known = settings(ROOT)
    try:
        scripts(ROOT)
    except PackageError as error:
        pytest.fail(f"{error}\n    or: sh scripts/tools.sh browser")
    running = server(known, serving(known), port=0)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{running.server_address[1]}/admin/decap-cms.js.LICENSE.txt")
    yield page
    page.close()
    running.shutdown()
    thread.join()
    running.server_close()


def files_of(collection: dict[str, Any]) -> Iterator[tuple[Path, list[dict[str, Any]]]]:
    """Files and their fields; of a folder the first three, which are written alike."""
    if "folder" in collection:
        names = sorted((ROOT / collection["folder"]).glob(f"*.{collection['extension']}"))
        yield from ((name, collection["fields"]) for name in names[:3])
    else:
        yield from ((ROOT / one["file"], one["fields"]) for one in collection["files"])


def test_only_what_is_changed_is_written(window: Page, demo_records: Site) -> None:
    made = configuration(demo_records.catalogue, demo_records.settings)
    count = 0
    for collection in made["collections"]:
        for path, fields in files_of(collection):
            text = path.read_text("utf-8")
            is_markdown = path.suffix == ".md"
            asked = {"text": text, "fields": fields, "isMarkdown": is_markdown}
            told = window.evaluate(CHANGE, asked)
            assert told["unchanged"] == text, path
            for one in told["found"]:
                where = f"{path.relative_to(ROOT)}: {one['path']}"
                count += 1
                assert one["written"] != text, where
                assert one["again"] == one["written"], where
                check_readable(one["written"], where, is_markdown=is_markdown)
                check_nothing_else(text, one["written"], where)
    assert count > 1000


def check_readable(text: str, where: str, *, is_markdown: bool) -> None:
    read = read_markdown(text, where).head if is_markdown else read_yaml(text, where)
    assert read.problems == [], (where, text)


def check_nothing_else(before: str, after: str, where: str) -> None:
    """One place of the file differs, and no comment is lost."""
    lines, others = before.splitlines(), after.splitlines()
    blocks = difflib.SequenceMatcher(None, lines, others, autojunk=False).get_opcodes()
    changed = [one for one in blocks if one[0] != "equal"]
    top = {section(lines, one[1]) for one in changed if one[0] != "insert"}
    assert len(top) <= 1, (where, top)
    lost = {one for one in lines if one.startswith("#")} - set(others)
    assert lost == set(), where


def section(lines: list[str], at: int) -> str:
    """The top-level key above a line, or the text of a Markdown file."""
    above = [line for line in lines[: at + 1] if line[:1].strip() and not line.startswith("#")]
    return above[-1].partition(":")[0] if above else ""
