"""The shell damaged in ten ways: the checks that the built site has to pass find each of them."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from audit import axe, links, styles
from audit.markup import Page
from audit.server import serve
from audit.site import Site
from disclosure.resources import template_folder
from disclosure.writing import renderer
from tests.build.minisite import Built, Minisite
from tests.support.built import BuiltSite, read_site, samples
from tests.support.shell import findings
from tests.support.tree import Document


@dataclass(frozen=True)
class Damage:
    """Words of one file of the shell, and what a slip makes of them."""

    file: str
    old: str
    new: str
    #: the check that has to notice
    check: str


DAMAGES = {
    "no skip link": Damage(
        "overrides/main.html",
        '<a class="skip" href="#site-main">{{ t["skip"] }}</a>\n',
        "",
        "skip_link",
    ),
    "a table without its caption": Damage(
        "templates/components/data-table.html", "<caption>{{ caption }}</caption>\n", "", "tables"
    ),
    "a field without its label": Damage(
        "overrides/partials/search.html",
        '<label class="unseen" for="site-search">{{ t["search_label"] }}</label>\n',
        "",
        "labels",
    ),
    "an empty menu": Damage(
        "overrides/partials/navigation.html",
        "{% for item in frame.menu %}",
        "{% for item in [] %}",
        "nothing_is_empty",
    ),
    "letters in pixels": Damage(
        "overrides/styles/1-base/text.css",
        "font-size: 112.5%;",
        "font-size: 18px;",
        "relative-sizes",
    ),
    "a picture of another host": Damage(
        "overrides/partials/header.html",
        '<div class="site-bar">',
        '<img src="https://example.org/flag.png" alt=""><div class="site-bar">',
        "own-host",
    ),
    "a script within the page": Damage(
        "overrides/main.html", "</body>", "<script>window.a = 1</script></body>", "nothing_inline"
    ),
    "an id that stands twice": Damage(
        "overrides/partials/tools.html",
        '<nav class="site-tools"',
        '<nav id="site-search" class="site-tools"',
        "unique-ids",
    ),
    "no word of the other language": Damage(
        "overrides/main.html",
        '<link rel="alternate" hreflang="{{ language.tag }}"',
        '<link rel="author"',
        "alternates",
    ),
}
#: Only a browser can tell what stands on what.
PALE = Damage(
    "overrides/styles/1-base/text.css",
    "  color: var(--ink);",
    "  color: var(--line);",
    "color-contrast",
)


@dataclass(frozen=True)
class Sampled(Site):
    """A built site of which only some pages are read."""

    documents: Sequence[Document] = ()

    @cached_property
    def pages(self) -> list[Page]:
        """Those pages."""
        return [document.page for document in self.documents]


class Shell:
    """The demo site with a copy of the shell and of the templates, to be damaged."""

    def __init__(self, root: Path) -> None:
        self.site = Minisite.of_demo(root)
        self.site.option(cache_dir='""')  # which would not know of our copy of the templates
        shutil.copytree(template_folder(), root / "templates")
        assert "custom_dir: overrides" in (root / "mkdocs.yml").read_text("utf-8")

    def build(self) -> Built:
        """The site with the shell as it is now."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("NO_MKDOCS_2_WARNING", "1")
            patch.setattr(renderer, "template_folder", lambda: self.site.root / "templates")
            return self.site.build()

    def damaged(self, damage: Damage) -> BuiltSite:
        """The site with one damage, which is mended at once."""
        path = self.site.root / damage.file
        whole = path.read_text("utf-8")
        assert whole.count(damage.old) == 1, f"{damage.file} does not hold {damage.old!r} once"
        path.write_text(whole.replace(damage.old, damage.new), encoding="utf-8")
        try:
            return samples(read_site(self.build().folder))
        finally:
            path.write_text(whole, encoding="utf-8")


def broken(site: BuiltSite) -> dict[str, list[str]]:
    """The checks that complain of the built pages, without a browser."""
    found = findings(site)
    sampled = Sampled(site.folder, site.address, site.documents)
    for result in (links.check(sampled, sampled.pages), styles.check(site.folder)):
        for one in result.failures:
            found.setdefault(one.rule, []).append(str(one))
    return found


def pale(site: BuiltSite) -> set[str]:
    """The rules of axe that a page breaks in the browser."""
    with serve(site.folder) as address:
        result = axe.examine(["/"], (address, address), ["desktop-light"])
    assert result.judged["color-contrast"] == {"/"}
    return result.broken


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    return Shell(tmp_path_factory.mktemp("shell"))


@pytest.fixture(scope="module")
def whole(shell: Shell) -> BuiltSite:
    """The undamaged site, before the first damage."""
    return samples(read_site(shell.build().folder))


def test_nothing_complains_of_the_whole_shell(whole: BuiltSite) -> None:
    assert broken(whole) == {}
    assert len(whole.documents) > 40


@pytest.mark.browser
def test_nothing_is_pale_on_the_whole_shell(whole: BuiltSite) -> None:
    assert pale(whole) == set()


@pytest.mark.browser
def test_pale_letters_are_found(shell: Shell) -> None:
    assert PALE.check in pale(shell.damaged(PALE))


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damage_is_found(shell: Shell, name: str) -> None:
    damage = DAMAGES[name]
    assert damage.check in broken(shell.damaged(damage))


def test_pale_colours_of_the_configuration_stop_the_build(shell: Shell) -> None:
    path = shell.site.root / "mkdocs.yml"
    whole = path.read_text("utf-8")
    shell.site.edit(
        "mkdocs.yml", "      cache_dir:", '      palette: {light: {ink: "#999"}}\n      cache_dir:'
    )
    built = shell.site.try_build()
    path.write_text(whole, encoding="utf-8")
    assert built.error is not None
    assert "low-contrast" in built.log + str(built.error)
    assert "ink on paper (light)" in built.log + str(built.error)
