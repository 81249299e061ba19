"""The colours of a site, and whether they can be told apart."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

from disclosure.model.palette import (
    COLOURS,
    LEAST_SIGNS,
    LEAST_WORDS,
    SCHEMES,
    SIGNS,
    WORDS,
    Palette,
    contrast,
    is_colour,
)
from disclosure.resources import shell_folder
from tests.unit.builders import Project, rules


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        # Figures of WCAG and of the usual measuring tools.
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#949494", "#ffffff", 3.03),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
        ("#00ff00", "#000000", 15.30),
        ("#010101", "#000000", 1.01),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_three_digits_are_six() -> None:
    assert contrast("#07c", "#fff") == contrast("#0077cc", "#ffffff")
    assert contrast("#ABC", "#000") == contrast("#aabbcc", "#000")


@pytest.mark.parametrize("value", ["#fff", "#FFF", "#0b4a6f", "#0B4A6F"])
def test_a_colour_is_written_with_a_hash(value: str) -> None:
    assert is_colour(value)


@pytest.mark.parametrize(
    "value",
    ["", "fff", "#ff", "#ffff", "#ffffffff", "#ggg", "#fff ", "#fff;}", "red", None, 123, ["#fff"]],
)
def test_anything_else_is_no_colour(value: object) -> None:
    assert not is_colour(value)


def test_every_word_of_the_packaged_palette_has_the_highest_contrast() -> None:
    palette = Palette()
    assert list(palette.pale()) == []
    for scheme in SCHEMES:
        colours = palette.colours[scheme]
        assert [pair for pair in WORDS if contrast(*(colours[one] for one in pair)) < 7] == []


def test_every_colour_of_words_and_signs_is_measured_on_a_ground() -> None:
    """Apart from the lines that only please the eye."""
    assert {name for pair in (*WORDS, *SIGNS) for name in pair} == set(COLOURS) - {"line"}
    assert all(is_colour(one) for pair in COLOURS.values() for one in pair)


def test_a_pale_pair_is_found_with_its_contrast() -> None:
    found = list(Palette({"dark": {"soft": "#555"}}).pale())
    assert {(one.scheme, one.colour, one.ground) for one in found} == {
        ("dark", "soft", "paper"),
        ("dark", "soft", "tint"),
        ("dark", "soft", "notice"),
    }
    assert all(one.contrast < one.least == LEAST_WORDS for one in found)
    (edge,) = Palette({"light": {"edge": "#949494"}}).pale()
    assert (edge.ground, edge.least) == ("tint", LEAST_SIGNS)


def test_a_chosen_colour_leaves_the_others() -> None:
    chosen = Palette({"light": {"brand": "#7a1f2b"}})
    assert chosen.colours["light"] == Palette().colours["light"] | {"brand": "#7a1f2b"}
    assert chosen.colours["dark"] == Palette().colours["dark"]
    assert "brand:#7a1f2b;" in chosen.css()


def test_every_colour_is_a_property_in_both_schemes() -> None:
    light, dark = Palette().css().splitlines()
    assert light.startswith(":root{color-scheme:light dark;--ink:")
    assert dark.startswith("@media (prefers-color-scheme:dark){:root{--ink:")
    for place, css in enumerate((light, dark)):
        for name, pair in COLOURS.items():
            assert f"--{name}:{pair[place]};" in css


def test_the_style_sheet_uses_every_colour_and_no_other() -> None:
    used: set[str] = set()
    given: set[str] = set()
    for path in (shell_folder() / "styles").rglob("*.css"):
        css = path.read_text("utf-8")
        used |= set(re.findall(r"var\(--([\w-]+)", css))
        given |= set(re.findall(r"(?<![\w-])--([\w-]+)\s*:", css))
    assert set(COLOURS) <= used
    assert used - set(COLOURS) <= given


# -- what an agency chooses ----------------------------------------------------------------------

CONFIG = """
    site_name: 示範監獄
    plugins:
      - disclosure:
          palette:
            light:
              brand: "{brand}"
              link: "#0b4a8f"
            dark:
              brand: "#0f3247"
"""


def told(project: Project, palette: object) -> list[tuple[int, str, str]]:
    found = project.problems(palette=palette)
    assert {one.path for one in found} <= {"mkdocs.yml"}
    return [(one.line, one.rule, one.en) for one in found]


def write(project: Project, brand: str = "#0b4a6f") -> None:
    project.write("mkdocs.yml", CONFIG.format(brand=brand))


def test_good_colours_pass(project: Project) -> None:
    write(project)
    assert project.problems(palette={"light": {"brand": "#7a1f2b", "rule": "#7a1f2b"}}) == []
    assert project.problems(palette={"light": {}, "dark": {"brand": "#000"}}) == []


def test_an_unknown_group_is_told(project: Project) -> None:
    write(project)
    ((line, rule, en),) = told(project, {"drak": {"brand": "#000"}})
    assert (line, rule) == (4, "unknown-colour")
    assert 'did you mean "dark"?' in en


def test_an_unknown_colour_is_told_where_it_stands(project: Project) -> None:
    project.write("mkdocs.yml", CONFIG.format(brand="#000").replace("brand:", "brend:", 1))
    ((line, rule, en),) = told(project, {"light": {"brend": "#000"}})
    assert (line, rule) == (6, "unknown-colour")
    assert 'did you mean "brand"?' in en


@pytest.mark.parametrize("value", ["darkred", "#12", "rgb(1, 2, 3)", None, 123])
def test_what_is_no_colour_is_told(project: Project, value: object) -> None:
    write(project, str(value))
    ((line, rule, en),) = told(project, {"light": {"brand": value}})
    assert (line, rule) == (6, "not-a-colour")
    assert f'"{value}"' in en


def test_low_contrast_is_told_at_the_colour_that_was_chosen(project: Project) -> None:
    write(project, "#9db8c7")
    ((line, rule, en),) = told(project, {"light": {"brand": "#9db8c7"}})
    assert (line, rule) == (6, "low-contrast")
    assert "on-brand on brand (light)" in en
    # Never rounded up: 4.497 is not the 4.50 that is asked for.
    measured = math.floor(contrast("#ffffff", "#9db8c7") * 100) / 100
    assert f"{measured:.2f}:1, at least 4.5:1" in en


def test_a_colour_of_dark_screens_is_told_below_dark(project: Project) -> None:
    write(project)
    ((line, rule, en),) = told(project, {"dark": {"brand": "#cccccc"}})
    assert (line, rule) == (9, "low-contrast")
    assert "(dark)" in en


def test_every_fault_of_a_palette_is_told_at_once(project: Project) -> None:
    write(project)
    palette = {"light": {"brend": "#000", "link": "blue", "edge": "#ccc"}, "drak": {}}
    found = project.problems(palette=palette)
    assert rules(found) == [
        *("low-contrast", "low-contrast", "not-a-colour", "unknown-colour", "unknown-colour"),
    ]


def test_no_palette_needs_no_file(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert not (tmp_path / "mkdocs.yml").exists()
    assert project.problems() == []
