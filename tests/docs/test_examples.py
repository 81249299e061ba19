"""What the documents show is true: examples build, nothing is left out, links lead somewhere.

A fenced block below `<!-- file: data/units.yml -->` is a whole file; the files of one document (or
of the editors' manual) make one site. A block below `<!-- part of: Plan -->` holds some fields of
that model. One below `<!-- begun: content/faq/… -->` is what a command writes for an editor. Files
to download that an example names are made here.
"""

from __future__ import annotations

import ast
import datetime as dt
import io
import os
import re
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, get_args, get_origin
from urllib.parse import unquote

import pytest
from pydantic import BaseModel, ValidationError

from disclosure.build import prepare
from disclosure.checking.naming import _NAMES
from disclosure.cli import main, settings
from disclosure.config import DisclosureConfig
from disclosure.configuration import Options
from disclosure.model import (
    accessibility,
    admin,
    agency,
    change,
    citation,
    classification,
    dates,
    disclosure_item,
    faq,
    file,
    flow,
    form,
    freshness,
    glossary,
    history,
    notices,
    outside_links,
    palette,
    personal_data,
    plan,
    record,
    search_words,
    service,
    validity,
)
from disclosure.problems import errors, report
from disclosure.prose_links import links
from disclosure.reading import heads, strings
from disclosure.reading.yaml_reader import read_yaml
from disclosure.resources import translation_folder
from tests.support.site import ROOT

DOCS = ROOT / "docs"
MANUAL = DOCS / "editors"
DOCUMENTS = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
#: Goes on top of the manual's site: it adds a language.
LANGUAGES = MANUAL / "languages.md"
#: The day of the examples: nothing in them is overdue, nor will it ever be.
TODAY = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
PARTS: dict[str, type[BaseModel]] = {
    "Agency": agency.Agency,
    "Glossary": glossary.Glossary,
    "Options": Options,
    "Plan": plan.Plan,
    "Service": service.Service,
    "Flow": flow.Flow,
    "Strategy": plan.Strategy,
    "Translation": strings.Translation,
}


def models_of(module: ModuleType) -> Iterator[type[BaseModel]]:
    """The models that a module defines."""
    for model in vars(module).values():
        if (
            isinstance(model, type)
            and issubclass(model, BaseModel)
            and model.__module__ == module.__name__
        ):
            yield model


#: The document that explains every field of these models.
FIELDS: dict[str, tuple[type[BaseModel], ...]] = {
    "plans.md": (
        record.Record,
        dates.DateDeadline,
        dates.MonthDeadline,
        dates.RecurringDeadline,
        *models_of(plan),
    ),
    "admin.md": (admin.Admin,),
    "pages.md": (heads.Head, heads.TranslatedHead),
    "moving.md": (record.Withdrawn,),
    "faq.md": (faq.FaqCategory, heads.FaqHead, heads.TranslatedFaqHead, citation.Citation),
    "services.md": (*models_of(service), *models_of(flow)),
    "forms.md": (form.Form, file.File),
    "disclosure.md": tuple(models_of(disclosure_item)),
    "appearance.md": (agency.Badge,),
    "glossary.md": tuple(models_of(glossary)),
    "personal-data.md": tuple(models_of(personal_data)),
    "links.md": tuple(models_of(outside_links)),
    "history.md": (change.Change, *models_of(history)),
    "search.md": tuple(models_of(search_words)),
    "freshness.md": (*models_of(freshness), *models_of(notices), *models_of(validity)),
    "accessibility.md": tuple(models_of(accessibility)),
    "units-and-agencies.md": (agency.Agency, agency.NamedAgency, agency.Unit, record.UnitRef),
    "classification.md": (
        classification.Scheme,
        classification.Term,
        record.Classification,
    ),
    "languages.md": (strings.LanguageFacts, strings.Translation),
}

_BLOCK = re.compile(
    r"^(?:<!-- (?P<mark>file|part of|begun): (?P<name>\S+) -->\n)?"
    r"```(?P<kind>[a-z]+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_PICTURE = re.compile(r'<img [^>]*src="([^"]+)"')
_DOWNLOAD = re.compile(r"\bpath: ([a-z0-9/-]+\.(?:odt|ods|pdf))\b")
_RULE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


def read(path: Path) -> str:
    """A document's text."""
    return path.read_text(encoding="utf-8")


def name(path: Path) -> str:
    """A document's path for messages and test ids."""
    return path.relative_to(ROOT).as_posix()


def blocks(path: Path, mark: str) -> Iterator[tuple[str, str]]:
    """`(file or model, text)` of the marked blocks of a document."""
    for block in _BLOCK.finditer(read(path)):
        if block["mark"] == mark:
            yield block["name"], block["text"]


def write_site(root: Path, *documents: Path) -> None:
    """The whole files that documents show; none of them twice."""
    (root / "content").mkdir(exist_ok=True)
    seen: dict[str, str] = {}
    for document in documents:
        for path, text in blocks(document, "file"):
            assert path not in seen, f"{path}: in {seen[path]} and in {name(document)}"
            seen[path] = name(document)
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
            if path.endswith(".yml"):
                for download in _DOWNLOAD.findall(text):
                    write_download(root / "content" / download)
    assert seen


def write_download(path: Path) -> None:
    """A file as an editor would save it, in small."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".pdf":
        path.write_bytes(b"%PDF-1.7\n<< /ModDate (D:20261101090000+08'00') >>\n%%EOF\n")
        return
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        kind = {".odt": "text", ".ods": "spreadsheet"}[path.suffix]
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("meta.xml", "<dc:date>2026-11-01T09:00:00</dc:date>")
    path.write_bytes(made.getvalue())


@pytest.fixture(autouse=True)
def _the_day_of_the_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(TODAY.timestamp())))


def assert_sound(root: Path) -> None:
    """The site is read without a single remark and builds in strict mode."""
    prepared = prepare(settings(root))
    assert not prepared.problems, report(prepared.problems)
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert built.returncode == 0, built.stdout
    assert "WARNING" not in built.stdout, built.stdout


# -- examples ------------------------------------------------------------------------------------


def test_the_examples_of_the_manual_make_one_sound_site(tmp_path: Path) -> None:
    write_site(tmp_path, *sorted(set(MANUAL.glob("*.md")) - {LANGUAGES}))
    assert_sound(tmp_path)


def test_the_first_site_of_the_readme_is_sound(tmp_path: Path) -> None:
    write_site(tmp_path, ROOT / "README.md")
    assert len((tmp_path / "mkdocs.yml").read_text(encoding="utf-8").splitlines()) <= 10
    assert_sound(tmp_path)


def test_a_third_language_can_be_added_as_described(tmp_path: Path) -> None:
    write_site(tmp_path, *sorted(set(MANUAL.glob("*.md")) - {LANGUAGES}))
    write_site(tmp_path, LANGUAGES)
    (head,) = (text for model, text in blocks(LANGUAGES, "part of") if model == "Translation")
    words = read(translation_folder() / "en.yml").partition("words:\n")[2]
    target = tmp_path / "data" / "translations" / "vi.yml"
    target.write_text(f"{head}words:\n{words}", encoding="utf-8")
    assert_sound(tmp_path)
    page = read(tmp_path / "site" / "vi" / "about" / "index.html")
    assert '<html lang="vi">' in page
    assert "Giới thiệu trang web" in page


def parts() -> Iterator[Any]:
    """Every block that shows some fields of a model."""
    for document in DOCUMENTS:
        for number, (model, text) in enumerate(blocks(document, "part of"), 1):
            yield pytest.param(model, text, id=f"{name(document)}-{number}")


@pytest.mark.parametrize(("model", "text"), list(parts()))
def test_fields_shown_alone_are_valid(model: str, text: str) -> None:
    document = read_yaml(text, "example")
    assert not document.problems, report(document.problems)
    try:
        PARTS[model].model_validate(document.data, context={"languages": ("zh", "en")})
    except ValidationError as failure:
        wrong = [
            error
            for error in failure.errors(include_url=False)
            if not (error["type"] == "missing" and len(error["loc"]) == 1)
        ]
        assert wrong == []


def test_every_example_in_yaml_or_markdown_is_checked() -> None:
    unmarked = [
        f"{name(document)}: {block['text'].splitlines()[0]}"
        for document in (*MANUAL.glob("*.md"), ROOT / "README.md")
        for block in _BLOCK.finditer(read(document))
        if block["kind"] in ("yaml", "markdown") and not block["mark"]
    ]
    assert unmarked == []


def test_the_message_that_the_manual_explains_is_the_one_that_is_printed(tmp_path: Path) -> None:
    write_site(tmp_path, *sorted(set(MANUAL.glob("*.md")) - {LANGUAGES}))
    path = tmp_path / "data" / "plans" / "demo-115.yml"
    damaged = read(path).replace("en: People wait less.", "eng: People wait less.")
    path.write_text(damaged, encoding="utf-8")
    told = [str(problem) for problem in errors(prepare(settings(tmp_path)).problems)]
    assert len(told) == 1
    assert f"```text\n{told[0]}\n```" in read(MANUAL / "problems.md")


def test_the_question_that_the_manual_begins_is_what_the_command_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    manual = MANUAL / "faq.md"
    documents = sorted(set(MANUAL.glob("*.md")) - {LANGUAGES})
    write_site(tmp_path, *documents)
    begun = dict(blocks(manual, "begun"))
    assert len(begun) == 2
    # The reader has not come to the questions of other pages yet: they are as good as not there.
    later = {
        path: text
        for document in documents
        if document != manual
        for path, text in blocks(document, "file")
        if "/faq/" in path
    }
    for path in {*begun, *later}:
        (tmp_path / path).unlink()
    (line,) = re.findall(r"^\.venv/bin/disclosure (new faq .+)$", read(manual), re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    assert main(shlex.split(line)) == 0
    assert {path: (tmp_path / path).read_text(encoding="utf-8") for path in begun} == begun
    assert f"```text\n{capsys.readouterr().out}```" in read(manual)
    for path, text in later.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert_sound(tmp_path)


def fields_used(data: object) -> Iterator[str]:
    """Every field in a document, however deep."""
    if isinstance(data, dict):
        yield from data
        data = list(data.values())
    for below in data if isinstance(data, list) else ():
        yield from fields_used(below)


def test_the_complete_service_uses_every_field() -> None:
    """But four: `agency` is for another agency's practice, `free` for what costs nothing, and what
    was renamed or withdrawn is shown in moving.md."""
    found = dict(blocks(MANUAL / "services.md", "file"))
    parts = "".join(text for _, text in blocks(MANUAL / "services.md", "part of"))
    used = set(fields_used(read_yaml(found["data/services/demo-certificate.yml"], "example").data))
    wanted = {field for model in FIELDS["services.md"] for field in model.model_fields}
    left = {field for field in wanted - used if not re.search(rf"\b{field}:", parts)}
    assert left == {"agency", "free", "former", "withdrawn"}


# -- nothing is left out -------------------------------------------------------------------------


#: Folders that report no problems of their own; hyphenated words there are something else.
_TELL_NOTHING = {
    *("admin", "commands", "history", "model", "outside", "rules", "schemas", "site", "writing"),
}


def rules() -> set[str]:
    """Every rule id in the source: the hyphenated words of the modules that report problems."""
    found: set[str] = set()
    package = ROOT / "plugins" / "disclosure"
    for path in sorted(package.rglob("*.py")):
        if path.relative_to(package).parts[0] in _TELL_NOTHING:
            continue
        for node in ast.walk(ast.parse(read(path))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if _RULE.fullmatch(node.value):
                    found.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                start = str(node.values[0].value)
                if re.fullmatch(r"[a-z-]+-", start):
                    assert start == "unknown-", f"{path}: tell this test what follows {start!r}"
                    found |= {f"{start}{kind}" for kind in (*_NAMES, "index")}
    words = {word for models in FIELDS.values() for model in models for word in words_of(model)}
    return found - words - {"utf-8", "utf-8-sig", "latin-1", "gh-deploy"}


def words_of(model: type[BaseModel]) -> Iterator[str]:
    """The words among which fields of a model choose."""
    for about in model.model_fields.values():
        yield from choices(about.annotation)


def test_every_option_is_explained() -> None:
    text = read(MANUAL / "publishing.md")
    assert [key for key, _ in DisclosureConfig._schema if f"| `{key}` |" not in text] == []


def test_every_colour_is_explained() -> None:
    text = read(MANUAL / "appearance.md")
    assert [name for name in palette.COLOURS if f"`{name}`" not in text] == []


def choices(annotation: Any) -> Iterator[str]:
    """The words that a field may hold, where it holds one of a few."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    for below in get_args(annotation):
        yield from choices(below)


@pytest.mark.parametrize("document", FIELDS)
def test_every_field_and_every_choice_is_explained(document: str) -> None:
    text = read(MANUAL / document)
    missing = {
        word
        for model in FIELDS[document]
        for field, about in model.model_fields.items()
        for word in (field, *choices(about.annotation))
        if f"`{word}`" not in text
    }
    assert missing == set()


def test_only_the_three_named_modules_import_mkdocs() -> None:
    package = ROOT / "plugins" / "disclosure"
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if re.search(r"^\s*(?:from|import) mkdocs\b", read(path), re.MULTILINE)
    }
    assert found == {"config.py", "languages.py", "plugin.py"}
    text = read(DOCS / "developers" / "architecture.md")
    assert [one for one in found if f"`{one}`" not in text] == []


# -- links ---------------------------------------------------------------------------------------


def anchor(heading: str) -> str:
    """The id that a forge gives to a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def without_code(text: str) -> str:
    """A document without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_links_of_documents_lead_somewhere(document: Path) -> None:
    text = read(document)
    found = [link.target for link in links(text)] + _PICTURE.findall(without_code(text))
    broken = []
    for target in found:
        if re.match(r"[a-z]+:", target):
            continue
        path, _, fragment = unquote(target).partition("#")
        file = (document.parent / path).resolve() if path else document
        if not file.exists():
            broken.append(target)
        elif fragment:
            headings = {anchor(one) for one in _HEADING.findall(without_code(read(file)))}
            if fragment not in headings:
                broken.append(target)
    assert broken == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_pictures_have_an_alternative_text(document: Path) -> None:
    text = without_code(read(document))
    assert not re.search(r"!\[\s*\]\(", text)
    for picture in re.findall(r"<img [^>]*>", text):
        assert re.search(r'alt="[^"]{10,}"', picture), picture
