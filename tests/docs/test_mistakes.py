"""The ten mistakes of the manual, made in a copy of the demo site: the messages are those shown.

In `docs/editors/mistakes.md` each mistake is a comment (what is done to which file), for an edit a
`diff` block, and a `text` block with all that the check then says and did not say before. A comment
`new:` names a document that is put there too.

    python -m tests.docs.test_mistakes

prints what the blocks must hold.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from disclosure.build import prepare
from disclosure.cli import settings
from disclosure.problems import Problem
from tests.support.site import ROOT

MANUAL = ROOT / "docs" / "editors" / "mistakes.md"
#: Nothing is overdue on the day of the demo site.
TODAY = dt.date(2026, 11, 21)

_MISTAKE = re.compile(
    r"^(?P<title>\d+\. [^\n]+)\n.*?"
    r"^<!-- (?P<act>edit|rename|copy|delete): (?P<path>\S+)(?: -> (?P<to>\S+))? -->\n"
    r"(?:\n?```diff\n(?P<diff>.*?)^```\n)?"
    r"(?:<!-- new: (?P<new>\S+\.docx) -->\n)?.*?"
    r"^```text\n(?P<told>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Mistake:
    """One section of the page."""

    title: str
    act: str
    path: str
    to: str
    diff: str
    new: str
    told: str

    def make(self, root: Path) -> None:
        """Do it to the site in `root`."""
        if self.new:
            with zipfile.ZipFile(root / self.new, "w") as letter:
                letter.writestr("[Content_Types].xml", "<Types/>")
                letter.writestr("word/document.xml", "<document/>")
        path = root / self.path
        if self.act == "edit":
            path.write_text(edited(path.read_text("utf-8"), self.diff), "utf-8")
        elif self.act == "rename":
            path.rename(root / self.to)
        elif self.act == "copy":
            shutil.copy(path, root / self.to)
        else:
            path.unlink()


def edited(text: str, diff: str) -> str:
    """`text` with the lines that begin with `-` replaced by those that begin with `+`.

    A tab is shown as `→`, which nobody could see in a document otherwise.
    """
    lines = [line for line in diff.splitlines() if line]
    assert {line[0] for line in lines} <= {" ", "-", "+"}, diff
    old = "".join(f"{line[1:]}\n" for line in lines if line[0] != "+")
    new = "".join(f"{line[1:]}\n" for line in lines if line[0] != "-")
    assert text.count(old) == 1, f"{text.count(old)} places for:\n{old}"
    return text.replace(old, new.replace("→", "\t"))


def mistakes() -> list[Mistake]:
    """Every section of the page that makes one."""
    sections = re.split(r"^## ", MANUAL.read_text("utf-8"), flags=re.MULTILINE)[1:]
    found = [match.groupdict() for section in sections for match in _MISTAKE.finditer(section)]
    return [Mistake(**{key: value or "" for key, value in one.items()}) for one in found]


@contextmanager
def copy_of_the_demo() -> Iterator[Path]:
    """The files that an editor sees, in a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("data", "content"):
            shutil.copytree(ROOT / name, root / name)
        shutil.copy(ROOT / "mkdocs.yml", root)
        yield root


def problems(root: Path) -> set[Problem]:
    """What a check tells on the day of the demo site."""
    return set(prepare(replace(settings(root), today=TODAY)).problems)


def told(root: Path, before: set[Problem]) -> str:
    """What the check says now and did not say before, as it is printed."""
    return "".join(f"{problem}\n" for problem in sorted(problems(root) - before))


@pytest.fixture(scope="module")
def usual() -> set[Problem]:
    """The reminders that the demo site has anyway."""
    with copy_of_the_demo() as root:
        return problems(root)


@pytest.fixture
def demo() -> Iterator[Path]:
    """A copy of the demo site."""
    with copy_of_the_demo() as root:
        yield root


def test_the_page_shows_ten_mistakes() -> None:
    titles = [mistake.title for mistake in mistakes()]
    assert [title.partition(".")[0] for title in titles] == [str(n) for n in range(1, 11)]
    headings = re.findall(r"^## (\d+\. .+)$", MANUAL.read_text("utf-8"), re.MULTILINE)
    assert titles == headings


@pytest.mark.parametrize("mistake", mistakes(), ids=lambda mistake: mistake.title)
def test_the_message_is_the_one_that_is_printed(
    mistake: Mistake, demo: Path, usual: set[Problem]
) -> None:
    mistake.make(demo)
    assert told(demo, usual) == mistake.told


def main(say: Callable[[str], None] = print) -> None:
    """Print what each block must hold."""
    with copy_of_the_demo() as root:
        usual = problems(root)
    for mistake in mistakes():
        with copy_of_the_demo() as root:
            mistake.make(root)
            say(f"## {mistake.title}\n{told(root, usual)}")


if __name__ == "__main__":
    main()
