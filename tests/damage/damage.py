"""The damage test: what becomes of the demo site when one of its files is damaged.

    python -m tests.damage.damage --per-file 300 --seed 1
    python -m tests.damage.damage --per-file 30 --seed 2 --only 'data/plans/*' --render
    python -m tests.damage.damage --per-file 0 --builds 25

Each data and content file is damaged again and again, in one place at a time, as a slip of the
hand would: a character too many, too few or a wrong one, a line lost, two lines in the wrong order.
Then the whole site is read and checked. That must never raise; and when it finds an error, one of
the problems shown should stand within three lines of the damage, in the damaged file. Warnings that
the whole site has already (a remedy that is not known) are not counted.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from disclosure.build import Prepared, prepare
from disclosure.cli import settings
from disclosure.problems import Problem, errors
from disclosure.resources import shell_folder
from disclosure.writing.renderer import Renderer
from tests.support.site import ROOT

#: How far from the damage a problem may stand.
NEAR = 3

#: Characters that mean something to YAML, Markdown, HTML or an editor's eye, and some that nobody
#: sees. The lone surrogates stand for bytes that are not UTF-8 (`surrogateescape`).
NASTY = (
    *"\t\n\r \"'`#&*!|>%@\\:-?,[]{}()<>~=/.^$0912aZ_",
    *"：，。「」‘“”—　０１ＡéßÄ中國️😀",
    *"\x00\x07\x0c\x1b\x7f\x85\xa0\xad\u200b\u200e\u2028\u2029\ufeff\ufffe\uffff\ue000\ue001",
    *("\udca4", "\udcff", "\udcc3"),
)


@dataclass(frozen=True)
class Damage:
    """One damaged version of a file, and the lines (from 1) at which it was damaged."""

    file: str
    kind: str
    text: str
    lines: tuple[int, ...]
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{'+'.join(map(str, self.lines))} {self.kind} {self.what}"


@dataclass
class Outcome:
    """What the check made of a damage."""

    damage: Damage
    #: Every problem that an editor is shown, as `path:line:column: …`.
    problems: list[str] = field(default_factory=list)
    failed: bool = False
    #: A problem stands near the damage in the damaged file.
    near: bool = False
    #: The words of a problem name a place near the damage.
    named: bool = False
    crash: str = ""


# -- the kinds of damage -----------------------------------------------------------------------


def _character(text: str, random_: random.Random) -> str:
    return random_.choice(NASTY) if random_.random() < 0.7 else random_.choice(text)


def _line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _insert(text: str, random_: random.Random) -> tuple[str, tuple[int, ...], str]:
    at, new = random_.randrange(len(text) + 1), _character(text, random_)
    return f"{text[:at]}{new}{text[at:]}", (_line_at(text, at),), _around(text, at, "", new)


def _delete(text: str, random_: random.Random) -> tuple[str, tuple[int, ...], str]:
    at = random_.randrange(len(text))
    return text[:at] + text[at + 1 :], (_line_at(text, at),), _around(text, at, text[at], "")


def _replace(text: str, random_: random.Random) -> tuple[str, tuple[int, ...], str]:
    at, new = random_.randrange(len(text)), _character(text, random_)
    return (
        f"{text[:at]}{new}{text[at + 1 :]}",
        (_line_at(text, at),),
        _around(text, at, text[at], new),
    )


def _around(text: str, at: int, old: str, new: str) -> str:
    before, after = text[max(0, at - 12) : at], text[at + len(old) : at + len(old) + 12]
    return ascii_free(f"{before}⟦{old}→{new}⟧{after}")


def ascii_free(words: str) -> str:
    """Words on one line with what cannot be seen spelled out."""
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in words)


def _delete_line(text: str, random_: random.Random) -> tuple[str, tuple[int, ...], str]:
    lines = text.splitlines(keepends=True)
    at = random_.randrange(len(lines))
    return "".join(lines[:at] + lines[at + 1 :]), (at + 1,), ascii_free(lines[at].strip()[:60])


def _swap(text: str, one: int, other: int) -> tuple[str, tuple[int, ...], str]:
    lines = text.splitlines(keepends=True)
    first, second = sorted((one, other))
    lines[first], lines[second] = lines[second], lines[first]
    what = f"{lines[second].strip()[:40]} ⇅ {lines[first].strip()[:40]}"
    return "".join(lines), (first + 1, second + 1), ascii_free(what)


def _swap_neighbours(text: str, random_: random.Random) -> tuple[str, tuple[int, ...], str]:
    at = random_.randrange(text.count("\n") - 1)
    return _swap(text, at, at + 1)


def _swap_random(text: str, random_: random.Random) -> tuple[str, tuple[int, ...], str]:
    count = text.count("\n")
    return _swap(text, random_.randrange(count), random_.randrange(count))


Maker = Callable[[str, random.Random], tuple[str, tuple[int, ...], str]]
KINDS: dict[str, Maker] = {
    "insert": _insert,
    "delete": _delete,
    "replace": _replace,
    "delete-line": _delete_line,
    "swap-neighbours": _swap_neighbours,
    "swap-random": _swap_random,
}


def damages(file: str, text: str, count: int, seed: int) -> Iterator[Damage]:
    """`count` damaged versions of a file, its kinds in turn; the same ones for the same seed."""
    random_ = random.Random(f"{seed} {file}")
    kinds = list(KINDS.items())
    number = 0
    while number < count:
        kind, make = kinds[number % len(kinds)]
        damaged, lines, what = make(text, random_)
        if damaged != text:
            number += 1
            yield Damage(file, kind, damaged, lines, what)


# -- the site to damage ------------------------------------------------------------------------


class Victim:
    """A copy of the demo site of which one file at a time is damaged, in place."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
        for folder in ("data", "content", "overrides"):
            shutil.copytree(ROOT / folder, root / folder)
        paths = [*root.glob("data/**/*.yml"), *root.glob("content/**/*.md")]
        #: Every file that editors write, and what it says when it is whole.
        self.texts = {
            path.relative_to(root).as_posix(): path.read_bytes().decode() for path in sorted(paths)
        }
        whole = self.prepare().problems
        assert not errors(whole), "\n".join(map(str, errors(whole)))
        #: What is told of the whole site: warnings, wherever a damage may have moved them.
        self.known = Counter(_kind(problem) for problem in whole)

    def prepare(self) -> Prepared:
        """Read and check the site as it is now."""
        return prepare(settings(self.root))

    def damage(self, damage: Damage) -> None:
        """Write the damaged version."""
        (self.root / damage.file).write_bytes(damage.text.encode("utf-8", "surrogateescape"))

    def mend(self, file: str) -> None:
        """Put the whole file back."""
        (self.root / file).write_bytes(self.texts[file].encode())

    def outcome(self, damage: Damage, *, render: bool = False) -> Outcome:
        """Damage a file, check the site, mend the file."""
        outcome = Outcome(damage)
        self.damage(damage)
        try:
            prepared = self.prepare()
            if prepared.site is not None and render:
                renderer = Renderer(prepared.site, [str(shell_folder())])
                for planned in prepared.planned:
                    renderer.page(planned.spec(prepared.site))
        except Exception:
            outcome.crash = traceback.format_exc()
            return outcome
        finally:
            self.mend(damage.file)
        _judge(outcome, prepared, self.new(prepared.problems))
        return outcome

    def new(self, problems: Iterable[Problem]) -> list[Problem]:
        """Problems less those of the whole site."""
        known = self.known.copy()
        found: list[Problem] = []
        for problem in sorted(set(problems)):
            if known[_kind(problem)]:
                known[_kind(problem)] -= 1
            else:
                found.append(problem)
        return found


def _kind(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.rule, problem.zh


def _judge(outcome: Outcome, prepared: Prepared, new: list[Problem]) -> None:
    damage = outcome.damage
    outcome.problems = [str(problem) for problem in new]
    outcome.failed = bool(errors(prepared.problems))
    if outcome.failed != (prepared.site is None):
        outcome.crash = f"site is {prepared.site} with the problems {outcome.problems}"
    outcome.near = any(
        problem.path == damage.file and problem.line and _is_near(problem.line, damage)
        for problem in new
    )
    mention = re.compile(re.escape(damage.file) + r":(\d+)")
    outcome.named = outcome.near or any(
        _is_near(int(line), damage)
        for problem in new
        for line in mention.findall(f"{problem.zh} {problem.en}")
    )


def _is_near(line: int, damage: Damage) -> bool:
    return any(abs(line - damaged) <= NEAR for damaged in damage.lines)


# -- figures -----------------------------------------------------------------------------------


@dataclass
class Figures:
    """The counts of a run."""

    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def crashes(self) -> list[Outcome]:
        """Damages at which the check raised."""
        return [one for one in self.outcomes if one.crash]

    @property
    def failed(self) -> list[Outcome]:
        """Damages that were noticed."""
        return [one for one in self.outcomes if one.failed]

    @property
    def misses(self) -> list[Outcome]:
        """Damages that were noticed, with no problem near."""
        return [one for one in self.failed if not one.near]

    @property
    def share(self) -> float:
        """The part of the noticed damages with a problem near."""
        return 1 - len(self.misses) / len(self.failed) if self.failed else 1.0

    def table(self, key: Callable[[Outcome], str]) -> str:
        """One line a group: damages, noticed, told near, share, named in words as well."""
        lines = [f"{'':30}{'damaged':>9}{'noticed':>9}{'near':>7}{'share':>8}{'or named':>10}"]
        groups: dict[str, list[Outcome]] = {}
        for outcome in self.outcomes:
            groups.setdefault(key(outcome), []).append(outcome)
        for name, members in groups.items():
            failed = [one for one in members if one.failed]
            near, named = sum(one.near for one in failed), sum(one.named for one in failed)
            share = f"{near / len(failed):.1%}" if failed else "—"
            named_share = f"{named / len(failed):.1%}" if failed else "—"
            lines.append(
                f"{name:30}{len(members):>9}{len(failed):>9}{near:>7}{share:>8}{named_share:>10}"
            )
        return "\n".join(lines)


def run(
    victim: Victim, per_file: int, seed: int, *, only: str = "*", render: bool = False
) -> Figures:
    """Damage every file `per_file` times."""
    figures = Figures()
    for file, text in victim.texts.items():
        if fnmatch(file, only):
            for damage in damages(file, text, per_file, seed):
                figures.outcomes.append(victim.outcome(damage, render=render))
    return figures


def kind_of(file: str) -> str:
    """The folder that says what a file is: `data/services`, `content/en/faq`."""
    folder = file.rpartition("/")[0]
    return folder[: folder.index("/faq") + 4] if "/faq" in folder else folder


def spread(victim: Victim, per_kind: int, seed: int) -> Iterator[Damage]:
    """`per_kind` damages of each kind of file: as many files, in as many ways, as that gives."""
    random_ = random.Random(f"{seed} spread")
    groups: dict[str, list[str]] = {}
    for file in victim.texts:
        groups.setdefault(kind_of(file), []).append(file)
    for files in groups.values():
        random_.shuffle(files)
        for number in range(per_kind):
            file = files[number % len(files)]
            made = list(damages(file, victim.texts[file], len(KINDS), seed + number))
            yield made[number % len(KINDS)]


_RULE = re.compile(r"\[([a-z0-9-]+)\]$")


def report(figures: Figures, shown: int) -> Iterator[str]:
    """The figures for a terminal."""
    yield figures.table(lambda outcome: outcome.damage.file)
    yield figures.table(lambda outcome: outcome.damage.kind)
    yield figures.table(lambda outcome: "all")
    yield f"{len(figures.crashes)} crashes"
    for outcome in figures.crashes:
        yield f"CRASH {outcome.damage}\n{outcome.crash}"
    patterns = Counter(
        f"{outcome.damage.kind:16} "
        + ",".join(sorted({_RULE.findall(problem)[0] for problem in outcome.problems}))
        for outcome in figures.misses
    )
    yield f"{len(figures.misses)} misses:"
    yield from (f"{count:6} {pattern}" for pattern, count in patterns.most_common())
    for outcome in figures.misses[:shown]:
        mark = "MISS, NAMED IN WORDS" if outcome.named else "MISS"
        told = "\n".join(f"    {problem}" for problem in outcome.problems[:6])
        more = f"\n    … {len(outcome.problems)} in all" if len(outcome.problems) > 6 else ""
        yield f"{mark} {outcome.damage}\n{told}{more}"


# -- real builds -------------------------------------------------------------------------------


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def mkdocs_build(root: Path) -> subprocess.CompletedProcess[str]:
    """`mkdocs build --strict`, as an editor runs it."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def build_faults(victim: Victim, damages_: Iterable[Damage]) -> tuple[Counter[int], list[str]]:
    """Build with each damage; the exit codes, and what went otherwise than it must."""
    faults: list[str] = []
    codes: Counter[int] = Counter()
    site = victim.root / "site"
    built = mkdocs_build(victim.root)
    assert built.returncode == 0, built.stdout
    for damage in damages_:
        before = snapshot(site)
        victim.damage(damage)
        expected = bool(errors(victim.prepare().problems))
        built = mkdocs_build(victim.root)
        victim.mend(damage.file)
        codes[built.returncode] += 1
        wrong = []
        if built.returncode != expected:
            wrong.append(f"exit code {built.returncode} instead of {int(expected)}")
        if "Traceback" in built.stdout:
            wrong.append("a traceback")
        if built.returncode and snapshot(site) != before:
            wrong.append("the published site has changed")
        if (victim.root / ".site.mkdocs").exists():
            wrong.append(".site.mkdocs is left behind")
        if wrong:
            faults.append(f"BUILD {damage}: {', '.join(wrong)}\n{built.stdout}")
    return codes, faults


def sample(victim: Victim, count: int, seed: int, only: str = "*") -> list[Damage]:
    """`count` damages of random files."""
    random_ = random.Random(f"{seed} builds")
    files = [file for file in victim.texts if fnmatch(file, only)]
    chosen = [random_.choice(files) for _ in range(count)]
    return [
        random_.choice(list(damages(file, victim.texts[file], len(KINDS), seed + number)))
        for number, file in enumerate(chosen)
    ]


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--per-file", type=int, default=300, help="damages of each file")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="*", help="a pattern of file names: data/plans/*")
    parser.add_argument("--misses", type=int, default=1000, help="how many to print")
    parser.add_argument(
        "--render", action="store_true", help="where nothing is found, make the pages as well"
    )
    parser.add_argument("--builds", type=int, default=0, help="damages to build with MkDocs")
    options = parser.parse_args()
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        victim = Victim(Path(folder))
        began = time.perf_counter()
        figures = run(
            victim, options.per_file, options.seed, only=options.only, render=options.render
        )
        faults: list[str] = []
        if figures.outcomes:
            print(*report(figures, options.misses), sep="\n")
            took = time.perf_counter() - began
            print(f"{len(figures.outcomes)} damages in {took:.0f} s, seed {options.seed}")
        if options.builds:
            chosen = sample(victim, options.builds, options.seed, options.only)
            codes, faults = build_faults(victim, chosen)
            print(f"{options.builds} builds, exit codes {dict(codes)}, {len(faults)} faults")
            print(*faults, sep="\n")
    return int(bool(faults or figures.crashes))


if __name__ == "__main__":
    sys.exit(main())
