"""`disclosure new` at a terminal: asked step by step, and stopped halfway."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.builders import Project, odt
from tests.unit.test_scaffold import CONFIG, MADE, read

ENTER = ""
#: Seconds after which a command that says nothing is taken to wait for ever.
LONGEST_SILENCE = 120
END, INTERRUPT = "\x04", "Ctrl-C"

#: What somebody types at the questions of each kind, in their order; a wrong answer here and there.
TYPED = {
    "faq": [
        "vists",
        "visits",
        "children count",
        "children-count",
        "孩子算嗎？",
        "Children?",
        ENTER,
    ],
    "service": ["online-visit", "", "線上接見", ENTER, "gard", "guard secretary"],
    "plan": ["plan-116", "116 年度計畫", ENTER, "model-prison", "115", "2027", ENTER],
    "form": ["form-visit", "接見申請書", "Form", "visit.odt", "forms/visit.odt", "guard"],
    "page": ["en/x", "about/contact", "聯絡我們", ENTER, ENTER],
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.write("mkdocs.yml", CONFIG)
    (tmp_path / "content" / "forms").mkdir()
    (tmp_path / "content" / "forms" / "visit.odt").write_bytes(odt())
    return made


def hears_interrupts() -> None:
    """Undo what a shell does to its background jobs: they, and all that they start, would never
    notice a Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def converse(root: Path, arguments: list[str], typed: list[str]) -> tuple[int, str]:
    """The exit code and everything on the screen of a command that is answered at a terminal.

    A line is typed once a prompt stands there; `INTERRUPT` is what Ctrl-C does.
    """
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "disclosure.cli", "-C", str(root), "new", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        preexec_fn=hears_interrupts,
    )
    os.close(theirs)
    said, waiting, prompts, silence, answer = b"", list(typed), 0, 0, ""
    while True:
        if not select.select([ours], [], [], 1)[0]:
            silence += 1
            if silence > LONGEST_SILENCE:
                child.kill()
                pytest.fail(f"nothing more is said after\n{said.decode()}")
            if answer == INTERRUPT:  # as anybody does: the first one came before it listened
                child.send_signal(signal.SIGINT)
            continue
        silence = 0
        try:
            more = os.read(ours, 65536)
        except OSError:  # Linux's way to say that the other end is closed
            break
        if not more:
            break
        said += more
        while said.count(b"> ") > prompts:
            prompts += 1
            answer = waiting.pop(0) if waiting else END
            if answer == INTERRUPT:
                child.send_signal(signal.SIGINT)
            else:
                os.write(ours, (answer if answer == END else f"{answer}\n").encode())
    os.close(ours)
    return child.wait(), said.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("kind", TYPED)
def test_what_is_missing_is_asked(project: Project, kind: str) -> None:
    code, said = converse(project.root, [kind], TYPED[kind])
    assert code == 0, said
    assert "Traceback" not in said
    for path in MADE[kind][0]:
        assert (project.root / path).is_file(), said
    assert project.problems() == []
    assert read(project, MADE[kind][1]).life == "draft"


def test_choices_are_listed_and_a_wrong_answer_is_asked_again(project: Project) -> None:
    _, said = converse(project.root, ["faq"], TYPED["faq"])
    assert "類別\n    Category\n    visits  接見\n" in said
    assert "沒有「vists」這個類別（有：visits），是否為「visits」？" in said
    assert "English 的題目或名稱（還沒有就直接按 Enter）" in said
    assert "[guard]> " in said, "the units of the question before it"


def test_only_what_is_missing_is_asked(project: Project) -> None:
    code, said = converse(
        project.root, ["faq", "visits", "children-count"], ["孩子算嗎？", ENTER, ENTER]
    )
    assert code == 0, said
    assert "Category" not in said
    assert "題目（民眾會問的一句話）" in said


@pytest.mark.parametrize("stop", [END, INTERRUPT])
def test_whoever_stops_leaves_nothing_behind(project: Project, stop: str) -> None:
    before = set(project.root.rglob("*"))
    code, said = converse(project.root, ["service"], ["online-visit", stop])
    assert code == 1
    assert "沒有建立任何檔案。\n    Nothing was created." in said
    assert "Traceback" not in said
    assert set(project.root.rglob("*")) == before
