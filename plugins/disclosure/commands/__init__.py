"""The subcommands of `disclosure`, one module each.

A module has `add(commands)`, which declares the command and its options and sets `run`, and
`run(known, options)`, which does the work and returns the exit code: 0 when all is well, 1 when an
editor must mend something. What a command finds out goes to standard output, problems to standard
error. A command is thin: it asks a function of the package and prints what that says.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Protocol

from disclosure.model.settings import Settings


class Command(Protocol):
    """What a module of this folder offers."""

    def add(self, commands: argparse._SubParsersAction[argparse.ArgumentParser], /) -> None:
        """Declare the command."""

    def run(self, known: Settings, options: argparse.Namespace, /) -> int:
        """Do it; the exit code."""


#: In the order of the help. A module is loaded when its command is asked for.
COMMANDS = (
    "check",
    "explain",
    "new",
    "report",
    "links",
    "schemas",
    "release",
    "translations",
    "admin",
)


def load(name: str) -> Command:
    """The module of a command. `disclosure check` waits for none of the others."""
    module: Command = import_module(f"{__name__}.{name}")
    return module
