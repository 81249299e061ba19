"""No test asks a host outside this computer: there are no other names, and there is no proxy."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from tests.unit.builders import Project


@pytest.fixture(autouse=True)
def this_computer_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every other name is unknown."""
    look_up = socket.getaddrinfo

    def only_this(host: Any, *rest: Any, **named: Any) -> Any:
        if host in ("127.0.0.1", "localhost"):
            return look_up(host, *rest, **named)
        str(host).encode("idna")  # as the real one does, which refuses what can be no name
        number = socket.EAI_AGAIN if host == "no-network.test" else socket.EAI_NONAME
        raise socket.gaierror(number, f"{host} is not looked up in tests")

    monkeypatch.setattr(socket, "getaddrinfo", only_this)
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small, faultless site."""
    project = Project(tmp_path)
    project.write("mkdocs.yml", "site_name: 示範監獄\ndocs_dir: content\n")
    return project
