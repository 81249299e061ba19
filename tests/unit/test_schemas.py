"""The JSON Schemas: in step with the models, right about the demo site, and hard on mistakes."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from disclosure.cli import main
from disclosure.configuration import read_settings
from disclosure.reading import site
from disclosure.reading.front_matter import read_markdown
from disclosure.rules import Rule, catalogue
from disclosure.schemas.generate import schema, schemas
from disclosure.schemas.kinds import FOLDER, KINDS, globs, kind_of, modeline
from tests.rules.examples import lay
from tests.support.site import ROOT
from tests.support.yaml_core import load_core

DEMO = read_settings(ROOT, None)
#: Data files that a program writes, and no editor.
WRITTEN_BY_PROGRAMS = {"audit.json", "translations.lock", "addresses.csv"}
#: Mistakes in how a file is written that a schema never gets to see: what the words are, once read,
#: is in order.
CANNOT_KNOW = {"yaml-sharing", "duplicate-field", "octal-number"}
FILES = [
    path.relative_to(ROOT).as_posix()
    for path in (*sorted(DEMO.data_folder.rglob("*.yml")), *sorted(ROOT.glob("content/**/*.md")))
]


def validator(name: str, languages: tuple[str, ...] = ("zh", "en")) -> Draft202012Validator:
    """What checks a kind of file, dates included."""
    kind = next(kind for kind in KINDS if kind.name == name)
    return Draft202012Validator(
        schema(kind, languages), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


VALIDATORS = {kind.name: validator(kind.name) for kind in KINDS}


def data_of(path: str, text: str) -> Any:
    """What an editor's program sees of a file; of a Markdown file its head."""
    if path.endswith(".md"):
        body = read_markdown(text, path)
        text = "\n".join(text.split("\n")[1 : body.body_line - 2]) if body.body_line > 1 else text
    return load_core(text)


def told(kind: str, data: Any) -> list[str]:
    return [error.message for error in VALIDATORS[kind].iter_errors(data)]


def example(kind: str) -> Any:
    """The data of the demo site's longest file of a kind, which has the most fields."""
    found = [path for path in FILES if (at := kind_of(path, DEMO)) and at.name == kind]
    longest = max(found, key=lambda path: (ROOT / path).stat().st_size)
    return data_of(longest, (ROOT / longest).read_text("utf-8"))


# -- in step -------------------------------------------------------------------------------------


def test_the_schemas_of_the_demo_site_are_what_the_command_writes() -> None:
    """If not: `.venv/bin/disclosure schemas`."""
    written = {path.name: path.read_text("utf-8") for path in (ROOT / FOLDER).iterdir()}
    assert written == schemas(DEMO.languages)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_schema_is_one(kind: Any) -> None:
    Draft202012Validator.check_schema(schema(kind, ("zh", "en")))


def test_every_data_file_has_a_kind() -> None:
    places = {place for kind in KINDS for place in kind.places}
    single = {name for name in site._SINGLE_FILES if name not in WRITTEN_BY_PROGRAMS}
    assert single <= places
    folders = {place.partition("/")[0] for place in places if place.endswith(".yml")}
    assert set(site._FOLDERS) <= folders


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("data/services/send-money.yml", "service"),
        ("data/services/money/send-money.yml", "service"),
        ("data/faq.yml", "faq-categories"),
        ("content/faq/visiting/first-visit.md", "faq"),
        ("content/en/faq/visiting/first-visit.md", "faq-translation"),
        ("content/faq/index.md", "page"),
        ("content/index.md", "page"),
        ("content/en/about/index.md", "page-translation"),
        ("content/about/en/index.md", "page"),
        ("data/audit.json", None),
        ("data/colours.yml", None),
        ("README.md", None),
    ],
)
def test_the_kind_of_a_file_is_seen_by_its_place(path: str, kind: str | None) -> None:
    found = kind_of(path, DEMO)
    assert (found.name if found else None) == kind


def test_the_command_writes_the_languages_of_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\nplugins: [{disclosure: {languages: [zh, vi]}}]\n", encoding="utf-8"
    )
    assert main(["-C", str(tmp_path), "schemas"]) == 0
    assert f"已寫出 schemas/ 的 {len(KINDS)} 個檔案" in capsys.readouterr().out
    made = json.loads((tmp_path / "schemas" / "units.json").read_text("utf-8"))
    assert list(made["$defs"]["Text"]["properties"]) == ["zh", "vi"]


def test_a_file_in_the_place_of_the_folder_has_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "schemas").write_text("x", encoding="utf-8")
    assert main(["-C", str(tmp_path), "schemas"]) == 1
    assert "[unwritable-file]" in capsys.readouterr().err


# -- right about what is right -------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES)
def test_the_files_of_the_demo_site_are_in_order(path: str) -> None:
    kind = kind_of(path, DEMO)
    assert kind is not None
    text = (ROOT / path).read_text("utf-8")
    assert told(kind.name, data_of(path, text)) == []
    if not kind.is_head:
        assert text.startswith(modeline(path, DEMO)), "the first line names the schema"


@pytest.mark.parametrize(
    "fields",
    [
        "sources: [本監接見須知]",
        "sources: [{title: 本監接見須知, article: {zh: 第 1 條, en: Article 1}}]",
        "units: [guard]",
        "units: [{unit: guard, note: {zh: 接見室}}]",
        "number: 3",
        "summary: 113",
        "summary: 是",
        "summary: true",
        "summary:",
        "related:",
        "related: [115]",
        "life: draft",
    ],
)
def test_what_the_strict_reader_takes_is_taken(fields: str) -> None:
    head = "title: 題目\nclassification: {theme: [330], cake: ['634'], service: [I00]}\n"
    assert told("faq", load_core(f"{head}published: 2026-01-05\n{fields}\n")) == []


def test_a_language_may_be_left_empty_but_for_the_main_one() -> None:
    assert told("units", load_core("units: [{id: guard, name: {zh: 戒護科, en: }}]")) == []
    assert told("units", load_core("units: [{id: guard, name: {zh: , en: Guard}}]")) != []


# -- hard on mistakes ----------------------------------------------------------------------------


def broken() -> Iterator[Any]:
    """The examples of the catalogue that are about fields, values and how they are written."""
    for rule in catalogue().rules.values():
        if rule.topic in ("yaml", "fields") and rule.id not in CANNOT_KNOW:
            yield pytest.param(rule, id=rule.id)


@pytest.mark.parametrize("rule", list(broken()))
def test_every_broken_example_is_refused(rule: Rule, tmp_path: Path) -> None:
    lay(rule, "wrong", tmp_path)
    kind = kind_of(rule.file, DEMO)
    assert kind is not None
    try:
        data = data_of(rule.file, (tmp_path / rule.file).read_text("utf-8"))
    except yaml.YAMLError:
        return  # no program can read it at all
    assert told(kind.name, data) != []


def test_what_a_schema_cannot_know_is_in_the_catalogue() -> None:
    assert set(catalogue().rules) >= CANNOT_KNOW


def mappings(data: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to each mapping of a document."""
    if isinstance(data, dict):
        yield way
        entries: Any = data.items()
    else:
        entries = enumerate(data) if isinstance(data, list) else ()
    for step, below in entries:
        yield from mappings(below, (*way, step))


@pytest.mark.parametrize("kind", sorted({kind_of(path, DEMO).name for path in FILES}))  # type: ignore[union-attr]
def test_an_unknown_field_is_refused_wherever_it_stands(kind: str) -> None:
    data = example(kind)
    # One place of each form: the entries of a list are alike.
    places = {tuple(step for step in way if isinstance(step, str)): way for way in mappings(data)}
    for way in places.values():
        damaged = copy.deepcopy(data)
        at = damaged
        for step in way:
            at = at[step]
        at["colour"] = "red"
        assert not VALIDATORS[kind].is_valid(damaged), way


def test_dates_that_are_none_are_refused() -> None:
    service = example("service")
    for wrong in ("2026-02-30", "115-03-05", "2026/03/05", "2026-3-5", 20260305):
        assert told("service", {**service, "published": wrong}) != [], wrong


# -- names ---------------------------------------------------------------------------------------


def test_fields_and_choices_bear_their_names() -> None:
    made = schema(next(kind for kind in KINDS if kind.name == "faq"), ("zh", "en"))
    life = made["properties"]["life"]
    assert life["title"] == "狀態 State"
    assert life["enumDescriptions"] == ["草稿 draft", "已發布 published", "已撤下 withdrawn"]
    assert made["title"] == "常見問題"


def test_editors_programs_are_told_where_each_kind_stands() -> None:
    """`.vscode/settings.json`: the YAML extension reads it."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == {
        f"./{FOLDER}/{kind.name}.json": list(globs(kind, DEMO))
        for kind in KINDS
        if not kind.is_head
    }
