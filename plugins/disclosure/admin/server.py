"""The editor on one's own computer: `/admin/`, and the interface through which it saves.

Only this computer can reach it, and only pages that it serves itself may ask: another site that is
open in the same browser is refused, whichever way it comes (its own origin, or a name that it lets
point here). It reads and writes the Markdown and YAML files of `content/` and `data/`, nothing
else; committing stays with the editor's usual tools.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from disclosure.admin.files import FOLDER, content_policy
from disclosure.model.settings import Settings
from disclosure.storing import store

_SUFFIXES = (".md", ".yml")
_LONGEST = 5_000_000
#: What stands below `/admin/`, by name.
Serve = Callable[[str], bytes | None]


class Refused(Exception):
    """What the editor asks for is not done; the message is shown there."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY


class NotThere(Refused):
    """A file that the editor asks for, perhaps to find out whether its name is free."""

    status = HTTPStatus.NOT_FOUND


class Repository:
    """The files of a site, for an editor who knows them by their path from its folder."""

    def __init__(self, settings: Settings) -> None:
        self.root = settings.root.resolve()
        self._folders = [settings.content_folder.resolve(), settings.data_folder.resolve()]

    def answer(self, action: str, params: dict[str, Any]) -> Any:
        """Do what the editor asks. Raises `Refused`."""
        actions: dict[str, Callable[[dict[str, Any]], Any]] = {
            "entriesByFolder": self._entries_by_folder,
            "entriesByFiles": lambda asked: [self._entry(one["path"]) for one in asked["files"]],
            "getEntry": lambda asked: self._entry(asked["path"]),
            "persistEntry": self._write,
            "getMedia": lambda asked: [],
        }
        if action not in actions:
            raise Refused(f"這裡不能做這件事。 / This cannot be done here: {action}")
        try:
            return actions[action](params)
        except (KeyError, TypeError) as error:
            raise Refused(f"不完整的要求。 / An incomplete request: {error}") from error
        except FileNotFoundError as error:
            raise NotThere(f"沒有這個檔案。 / No such file: {error.filename}") from error
        except (OSError, UnicodeDecodeError) as error:
            raise Refused(f"無法讀寫檔案。 / A file cannot be read or written: {error}") from error

    def _path(self, name: str) -> Path:
        path = (self.root / name).resolve()
        inside = any(path.is_relative_to(folder) for folder in self._folders)
        if not inside or path.suffix not in _SUFFIXES:
            raise Refused(f"只能編輯內容與資料檔。 / Not a file of the site's content: {name}")
        return path

    def _entry(self, name: str) -> dict[str, Any]:
        path = self._path(name)
        text = path.read_bytes().decode("utf-8")
        return {
            "data": text,
            "file": {"path": name, "id": hashlib.sha256(text.encode()).hexdigest()},
        }

    def _entries_by_folder(self, asked: dict[str, Any]) -> list[dict[str, Any]]:
        folder = self.root / asked["folder"]
        names = sorted(folder.glob(f"*.{asked['extension']}")) if folder.is_dir() else []
        return [self._entry(path.relative_to(self.root).as_posix()) for path in names]

    def _write(self, asked: dict[str, Any]) -> dict[str, str]:
        if asked.get("assets"):
            raise Refused("這裡不能上傳檔案。 / Files cannot be uploaded here.")
        written = [
            (self._path(one["path"]), one["raw"].encode("utf-8")) for one in asked["dataFiles"]
        ]
        for path, content in written:
            if not content.strip():
                raise Refused(
                    f"內容是空的，沒有存檔。 / Nothing to save: {path.name} would be empty."
                )
        for path, content in written:
            store(path, content)
        return {"message": "saved"}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *rest: Any, repository: Repository, serve: Serve) -> None:
        self._repository = repository
        self._serve = serve
        super().__init__(*rest)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path in ("/", "/admin"):
            self._send(HTTPStatus.FOUND, b"", "text/plain", {"Location": f"/{FOLDER}"})
            return
        name = path.removeprefix(f"/{FOLDER}") or "index.html"
        is_below = path.startswith(f"/{FOLDER}")
        content = self._serve(name) if is_below and self._is_ours() else None
        if content is None:
            self._send(HTTPStatus.NOT_FOUND, b"not found", "text/plain")
        else:
            kind = guess_type(name)[0] or "application/octet-stream"
            self._send(HTTPStatus.OK, content, "text/javascript" if name.endswith(".js") else kind)

    def do_POST(self) -> None:
        told = self.headers.get("Content-Length") or ""
        # Digits of other scripts are none here, and no endless row of them is made a number.
        length = int(told) if told.isascii() and told.isdecimal() and len(told) < 10 else 0
        if not self._is_ours() or self.path != "/api/v1" or not 0 < length <= _LONGEST:
            self.close_connection = True
            self._send(HTTPStatus.FORBIDDEN, b"{}", "application/json")
            return
        try:
            asked = json.loads(self.rfile.read(length))
            found = self._repository.answer(str(asked["action"]), asked.get("params") or {})
            status = HTTPStatus.OK
        except Refused as refused:
            status, found = refused.status, {"error": str(refused)}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            status, found = HTTPStatus.BAD_REQUEST, {"error": str(error)}
        self._send(status, json.dumps(found, ensure_ascii=False).encode(), "application/json")

    def _is_ours(self) -> bool:
        """Asked by one of our own pages, under the name of this computer."""
        port = self.connection.getsockname()[1]
        hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        host, origin = self.headers.get("Host", ""), self.headers.get("Origin")
        return host in hosts and origin in (None, f"http://{host}")

    def _send(
        self, status: HTTPStatus, body: bytes, kind: str, more: dict[str, str] | None = None
    ) -> None:
        headers = {
            "Content-Type": f"{kind}; charset=utf-8",
            "Content-Length": str(len(body)),
            "Content-Security-Policy": content_policy(None),
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-cache",
        }
        self.send_response(status)
        for name, value in (headers | (more or {})).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: an editor is told what matters in the browser."""


def server(settings: Settings, serve: Serve, port: int) -> ThreadingHTTPServer:
    """A server that is ready to be started; port 0 takes any that is free."""
    handler = partial(_Handler, repository=Repository(settings), serve=serve)
    return ThreadingHTTPServer(("127.0.0.1", port), handler)
