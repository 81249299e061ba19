"""Many small files become one style sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disclosure.model.palette import Palette
from disclosure.resources import shell_folder
from disclosure.writing.stylesheet import squeezed, stylesheet


def theme(folder: Path, files: dict[str, str]) -> Path:
    for name, css in files.items():
        path = folder / "styles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(css, encoding="utf-8")
    return folder


def joined(*folders: Path) -> str:
    """The sheet without the palette."""
    made = stylesheet(Palette(), folders)
    colours = Palette().css()
    assert made.startswith(colours)
    return made.removeprefix(colours)


def test_files_stand_in_the_order_of_their_names(tmp_path: Path) -> None:
    files = {"2-frame/a.css": "b{}", "1-base/z.css": "a{}", "2-frame/b.css": "c{}", "9.css": "d{}"}
    assert joined(theme(tmp_path, files)) == "a{}\nb{}\nc{}\nd{}\n"


def test_a_file_of_the_agency_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = theme(tmp_path / "own", {"3/b.css": "own{}", "4/more.css": "more{}"})
    packaged = theme(tmp_path / "packaged", {"1/a.css": "a{}", "3/b.css": "b{}", "5/c.css": "c{}"})
    assert joined(own, packaged) == "a{}\nown{}\nmore{}\nc{}\n"
    assert joined(packaged, own) == "a{}\nb{}\nmore{}\nc{}\n"


def test_a_folder_without_styles_adds_nothing(tmp_path: Path) -> None:
    (tmp_path / "styles.css").write_text("x{}")
    assert joined(tmp_path, tmp_path / "nowhere") == "\n"


def test_only_style_sheets_are_taken(tmp_path: Path) -> None:
    assert joined(theme(tmp_path, {"a.css": "a{}", "a.css.bak": "b{}", "LICENSE": "c"})) == "a{}\n"


@pytest.mark.parametrize(
    ("css", "made"),
    [
        ("/* a */ b { c : d ; }", "b{c : d;}"),
        ("a{}\n/* over\n two { } lines */\nb{}", "a{}b{}"),
        ("/**/a{b:c}/***/", "a{b:c}"),
        ("a ,\n b > c {\n  d: e;\n  f: g\n}\n", "a,b > c{d: e;f: g}"),
        # With a blank it is about what is in `a`, without one about `a` itself.
        ("a :hover { b: c }", "a :hover{b: c}"),
        ("a:hover { b: c }", "a:hover{b: c}"),
        ("a:is(b, c) :not(d) {}", "a:is(b,c) :not(d){}"),
        ("a { width: calc(1rem + 2%) }", "a{width: calc(1rem + 2%)}"),
        ("@media (max-width: 40em) { a { b: c } }", "@media (max-width: 40em){a{b: c}}"),
        (
            '@page {\n size: A4;\n @bottom-center { content: counter(page) " / "; }\n}',
            '@page{size: A4;@bottom-center{content: counter(page) " / ";}}',
        ),
    ],
)
def test_the_same_rules_with_fewer_blanks(css: str, made: str) -> None:
    assert squeezed(css) == made


def test_what_a_page_shows_as_words_is_not_squeezed() -> None:
    """The words of `content` are no blanks between rules."""
    for words in ('" "', '"a  b"', '"; "', '" {"', "'/* a */'"):
        assert words in squeezed(f"a::before {{ content: {words}; }}")


def test_the_packaged_sheet_keeps_every_rule() -> None:
    made = stylesheet(Palette(), [shell_folder()])
    assert made.count("{") == made.count("}")
    assert "/*" not in made
    assert re.search(r"@page\{[^}]*@bottom-center\{", made)
    for path in (shell_folder() / "styles").rglob("*.css"):
        css = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert re.sub(r"\s", "", css) in re.sub(r"\s", "", made), path.name
