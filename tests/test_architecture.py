"""The shape of the program, read off its sources: who imports whom, and how long modules are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "plugins" / "disclosure"
MODULES = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = sorted([*PACKAGE.rglob("*.html"), *(ROOT / "overrides").rglob("*.html")])

#: The modules that may know MkDocs: it gets no more releases, and the core has to outlive it.
KNOW_MKDOCS = {"plugin.py", "config.py", "languages.py"}

#: What each folder may import of the package, apart from itself. A name stands for a module or for
#: all below a folder. `docs/developers/architecture.md` says the same.
MAY_IMPORT = {
    "admin": {"model", "reading.heads", "schemas.labels", "site.urls", "storing"},
    "model": {"suggest"},
    "addressing": {"model", "site.urls"},
    "flowchart": set(),
    "history": set(),
    "searching": {"model.search_words"},
    "rules": {"problems", "suggest"},
    "telling": {"model", "problems", "rules"},
    "reporting": {"model", "resources", "spreadsheets", "translating.report"},
    "personal": {"reading.documents"},
    "outside": {"model", "prose_links", "reading", "spreadsheets", "storing"},
    "reading": {"history", "model", "problems", "prose_links", "resources", "suggest", "workers"},
    "schemas": {"model", "reading"},
    "scaffold": {"model", "preparing", "problems", "reading", "schemas", "site.urls", "suggest"},
    "translating": {"model", "problems", "reading", "spreadsheets", "storing"},
    "site": {
        "flowchart",
        "model",
        "prose_links",
        "reading.strings",
        "reporting",
        "searching",
        "translating.fields",
        "translating.lags",
    },
    "checking": {
        "addressing",
        "model",
        "reading",
        "personal",
        "problems",
        "prose_links",
        "resources",
        "suggest",
        "flowchart.graph",
        "reporting",
        "searching",
        "translating",
        "site.disclosure",
        "site.faqs",
        "site.forms",
        "site.services",
        "site.urls",
        "site.pages",
        "site.plans",
        "site.voice",
    },
    "writing": {
        "addressing",
        "model",
        "site",
        "reading.strings",
        "resources",
        "searching.index",
        "workers",
    },
}
#: The small modules at the top, below all folders.
SMALL = {
    *("problems", "prose_links", "resources", "spreadsheets", "storing", "suggest", "workers"),
}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imports(path: Path, *, at_the_top: bool = False) -> Iterator[str]:
    """Every module that a file imports, at its top or, unless told otherwise, in a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body if at_the_top else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"a relative import in {name_of(path)}"
            assert node.module is not None
            # `from disclosure.site import urls` imports the module disclosure.site.urls.
            for alias in node.names:
                below = PACKAGE.parent.joinpath(*node.module.split("."), f"{alias.name}.py")
                yield f"{node.module}.{alias.name}" if below.is_file() else node.module


def own(path: Path, *, at_the_top: bool = False) -> set[str]:
    """The modules of the package that a file imports, without `disclosure.`."""
    found = imports(path, at_the_top=at_the_top)
    return {one.removeprefix("disclosure.") for one in found if one.startswith("disclosure")}


def is_allowed(module: str, allowed: set[str]) -> bool:
    return any(module == one or module.startswith(f"{one}.") for one in allowed)


def test_the_sources_are_found() -> None:
    assert len(MODULES) > 40
    assert len(TEMPLATES) > 15
    assert {path.parent.name for path in MODULES} >= set(MAY_IMPORT)


def test_only_three_modules_know_mkdocs() -> None:
    knowing = {
        name_of(path)
        for path in MODULES
        if any(one.partition(".")[0] in ("mkdocs", "material") for one in imports(path))
    }
    assert knowing == KNOW_MKDOCS


def test_only_the_plugin_imports_what_knows_mkdocs() -> None:
    knowing = {name.removesuffix(".py") for name in KNOW_MKDOCS}
    assert {name_of(path) for path in MODULES if own(path) & knowing} == {"plugin.py"}


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_a_folder_imports_only_what_is_below_it(folder: str) -> None:
    wrong = {
        f"{name_of(path)} imports {module}"
        for path in (PACKAGE / folder).rglob("*.py")
        for module in own(path)
        if not is_allowed(module, {folder} | MAY_IMPORT[folder])
    }
    assert wrong == set()


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_nothing_is_allowed_that_is_not_needed(folder: str) -> None:
    needed = {module for path in (PACKAGE / folder).rglob("*.py") for module in own(path)}
    idle = {one for one in MAY_IMPORT[folder] if not any(is_allowed(n, {one}) for n in needed)}
    assert idle == set()


def test_only_the_ways_in_ask_for_the_day() -> None:
    asking = {name_of(path) for path in MODULES if "clock" in own(path)}
    assert asking == {"plugin.py", "cli.py"}


@pytest.mark.parametrize("name", sorted(SMALL))
def test_the_small_modules_at_the_top_import_none_of_the_folders(name: str) -> None:
    assert own(PACKAGE / f"{name}.py") == set()


def test_imports_do_not_run_in_a_circle() -> None:
    graph = {
        name_of(path).removesuffix(".py").replace("/", "."): own(path, at_the_top=True)
        for path in MODULES
        if path.name != "__init__.py"
    }
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " > ".join((*way, module))
        if module not in done:
            for below in sorted(graph.get(module, ())):
                visit(below, (*way, module))
            done.add(module)

    for module in graph:
        visit(module, ())


def test_no_module_is_long() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}
    assert lengths["plugin.py"] <= 150


def test_every_module_says_what_it_is_for() -> None:
    for path in MODULES:
        words = path.read_text(encoding="utf-8")
        assert not words or ast.get_docstring(ast.parse(words)), name_of(path)


@pytest.mark.parametrize("path", [*MODULES, *TEMPLATES], ids=lambda path: path.name)
def test_nothing_depends_on_the_day_of_the_build(path: Path) -> None:
    """Two builds of the same files are the same."""
    words = path.read_text(encoding="utf-8")
    if path.name == "clock.py":
        return  # the one place that asks; what asks it decides reminders only
    clock = re.compile(
        r"\b(datetime|date|dt)\.(now|utcnow|today)\b|\btime\.(time|localtime|gmtime|strftime)\b"
        r"|\bbuild_date|\bnow\(\)|\brandom\b|\buuid"
    )
    assert clock.findall(words) == []


def test_only_the_html_of_mkdocs_is_not_escaped() -> None:
    unescaped = {
        path.name
        for path in TEMPLATES
        if re.search(r"\|\s*(?:safe|explained)\b|autoescape", path.read_text(encoding="utf-8"))
    }
    assert unescaped == {"page.html"}


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    """Left to itself, pytest looks into no folder called `build`."""
    patterns = pytestconfig.getini("norecursedirs")
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    names = {part for folder in folders for part in folder.relative_to(ROOT).parts}
    assert "build" in names
    assert {name for name in names for one in patterns if fnmatch(name, one)} == set()
