"""The editor's server on one's own computer: what it reads and writes, and whom it refuses."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from disclosure.admin.server import NotThere, Refused, Repository, server
from disclosure.model.settings import Settings

FILES = {"index.html": b"<p>editor", "start.js": b"start()"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "content/faq/visiting").mkdir(parents=True)
    (root / "data").mkdir()
    (root / "content/faq/visiting/a.md").write_bytes("---\r\ntitle: 甲\r\n---\r\n".encode())
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (tmp_path / "outside.md").write_text("secret", "utf-8")
    return root


@pytest.fixture
def port(root: Path) -> Iterator[int]:
    running = server(Settings(root), FILES.get, 0)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    yield int(running.server_address[1])
    running.shutdown()
    thread.join()
    running.server_close()


def ask(port: int, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body.encode() or None, given)
    answer = connection.getresponse()
    found = answer.status, answer.read().decode(), answer.headers["Content-Security-Policy"]
    connection.close()
    return found


def write(root: Path, path: str, raw: str = "x", **more: Any) -> Any:
    params = {"dataFiles": [{"path": path, "slug": "x", "raw": raw}], **more}
    return Repository(Settings(root)).answer("persistEntry", params)


def test_a_file_is_read_and_written_to_the_byte(root: Path) -> None:
    repository = Repository(Settings(root))
    path = "content/faq/visiting/a.md"
    asked = {"folder": "content/faq/visiting", "extension": "md", "depth": 1}
    (entry,) = repository.answer("entriesByFolder", asked)
    assert entry["file"]["path"] == path
    assert entry == repository.answer("getEntry", {"path": path})
    assert entry["data"] == "---\r\ntitle: 甲\r\n---\r\n"
    write(root, path, entry["data"].replace("甲", "乙"))
    assert (root / path).read_bytes() == "---\r\ntitle: 乙\r\n---\r\n".encode()
    assert [one.name for one in (root / path).parent.iterdir()] == ["a.md"]


def test_a_new_file_may_begin_a_folder(root: Path) -> None:
    write(root, "content/en/faq/visiting/a.md", "new")
    assert (root / "content/en/faq/visiting/a.md").read_text("utf-8") == "new"


@pytest.mark.parametrize(
    "path",
    [
        "mkdocs.yml",
        "../outside.md",
        "content/../mkdocs.yml",
        "content/../../outside.md",
        "/etc/x.md",
        "content/x.html",
        "content/link/outside.md",
        "content",
    ],
)
def test_nothing_but_the_sites_own_content_is_touched(root: Path, path: str) -> None:
    (root / "content/link").symlink_to(root.parent)
    before = (root / "mkdocs.yml").read_text("utf-8")
    with pytest.raises(Refused):
        write(root, path)
    with pytest.raises(Refused):
        Repository(Settings(root)).answer("getEntry", {"path": path})
    assert (root / "mkdocs.yml").read_text("utf-8") == before
    assert (root.parent / "outside.md").read_text("utf-8") == "secret"


def test_what_it_does_not_do_is_said(root: Path) -> None:
    repository = Repository(Settings(root))
    with pytest.raises(NotThere):
        repository.answer("getEntry", {"path": "content/none.md"})
    for action, asked in (
        ("deleteFiles", {}),
        ("getEntry", {}),
        ("persistEntry", {"dataFiles": 1}),
    ):
        with pytest.raises(Refused):
            repository.answer(action, asked)
    with pytest.raises(Refused):
        write(root, "content/x.md", assets=[{"path": "content/x.png"}])
    assert not (root / "content/x.md").exists()


def test_the_page_is_served_with_its_policy(port: int) -> None:
    assert ask(port, "GET", "/")[0] == 302
    status, body, policy = ask(port, "GET", "/admin/")
    assert (status, body) == (200, "<p>editor")
    assert "default-src 'self'" in policy
    assert ask(port, "GET", "/admin/start.js?x=1")[:2] == (200, "start()")
    for path in ("/admin/none.js", "/start.js", "/admin/../mkdocs.yml", "/mkdocs.yml"):
        assert ask(port, "GET", path)[0] == 404, path


def test_a_question_of_its_own_page_is_answered(port: int) -> None:
    body = json.dumps({"action": "getEntry", "params": {"path": "content/faq/visiting/a.md"}})
    status, answer, _ = ask(port, "POST", "/api/v1", body, Origin=f"http://127.0.0.1:{port}")
    assert status == 200
    assert "甲" in answer
    for wrong, expected in (("{}", 400), ("[]", 400), ("{", 400), ('{"action":"none"}', 422)):
        assert ask(port, "POST", "/api/v1", wrong)[0] == expected, wrong


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example.com"},
        {"Origin": "null"},
        {"Host": "evil.example.com"},
        {"Host": "evil.example.com", "Origin": "http://evil.example.com"},
    ],
)
def test_another_site_in_the_same_browser_is_refused(
    port: int, root: Path, headers: dict[str, str]
) -> None:
    params = {"dataFiles": [{"path": "content/x.md", "raw": "x"}]}
    body = json.dumps({"action": "persistEntry", "params": params})
    assert ask(port, "POST", "/api/v1", body, **headers)[0] == 403
    assert not (root / "content/x.md").exists()


@pytest.mark.parametrize("length", ["abc", "-5", "1e3", "²", "9" * 5000])
def test_an_odd_length_is_refused_and_ends_no_server(port: int, length: str) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest("POST", "/api/v1")
    connection.putheader("Content-Length", length.encode("latin-1"))
    connection.endheaders()
    assert connection.getresponse().status == 403
    connection.close()


def test_a_question_nested_without_end_is_refused(port: int) -> None:
    assert ask(port, "POST", "/api/v1", "[" * 100_000)[0] == 400


@pytest.mark.parametrize("raw", ["", " \n"])
def test_no_file_is_emptied(root: Path, raw: str) -> None:
    path = "content/faq/visiting/a.md"
    before = (root / path).read_bytes()
    both = [{"path": "content/b.md", "raw": "x"}, {"path": path, "raw": raw}]
    with pytest.raises(Refused, match="空的"):
        Repository(Settings(root)).answer("persistEntry", {"dataFiles": both})
    assert (root / path).read_bytes() == before
    assert not (root / "content/b.md").exists()
