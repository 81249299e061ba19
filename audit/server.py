"""A web server on the loopback address that answers as the host of a static site does.

Text is compressed with gzip where the client takes it, every file may be kept for a while, an
unknown address is answered with the site's own 404.html: what is weighed and timed here is what a
visitor's browser gets from a plain static host.
"""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

GZIP_LEVEL = 6
#: Pages change without a new address; a style sheet is asked for with every page of a visit.
CACHE_PAGE, CACHE_FILE = "public, max-age=600", "public, max-age=604800"

#: What a page's bytes become on their way out.
Change = Callable[[bytes], bytes]


def media_type(path: str) -> str:
    """The content type of a file, by its name."""
    kind = guess_type(path)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if is_text(kind) else kind


def is_text(kind: str) -> bool:
    """Whether a static host compresses this content type."""
    return kind.startswith("text/") or kind.partition(";")[0].endswith(("json", "xml", "script"))


@lru_cache(maxsize=4096)
def compressed(body: bytes) -> bytes:
    """The body as it goes over the wire; the same bytes whenever it is made."""
    return gzip.compress(body, GZIP_LEVEL, mtime=0)


@dataclass(frozen=True)
class _Answers:
    folder: Path
    headers: Mapping[str, str] = field(default_factory=dict)
    instead: Mapping[str, bytes] = field(default_factory=dict)
    change: Change | None = None

    def find(self, address: str) -> tuple[HTTPStatus, str, bytes] | str:
        """Status, name and body of what stands at an address, or the address that it moved to."""
        path = urlsplit(address).path
        if path in self.instead:
            return HTTPStatus.OK, path, self.instead[path]
        parts = PurePosixPath(unquote(path).lstrip("/"))
        file = self.folder / parts
        if ".." not in parts.parts and file.is_dir():
            if not path.endswith("/"):
                return path + "/"
            file = file / "index.html"
        if ".." not in parts.parts and file.is_file():
            return HTTPStatus.OK, file.name, self._read(file)
        missing = self.folder / "404.html"
        body = self._read(missing) if missing.is_file() else b"not found"
        return HTTPStatus.NOT_FOUND, missing.name, body

    def _read(self, file: Path) -> bytes:
        body = file.read_bytes()
        return self.change(body) if self.change and file.suffix == ".html" else body


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, answers: _Answers) -> None:
        self.answers = answers
        super().__init__(*args)

    def do_GET(self) -> None:
        found = self.answers.find(self.path)
        if isinstance(found, str):
            self._send(HTTPStatus.MOVED_PERMANENTLY, {"Location": found}, b"")
            return
        status, name, body = found
        kind = media_type(name)
        cache = CACHE_PAGE if kind.startswith("text/html") else CACHE_FILE
        headers = {"Content-Type": kind, "Cache-Control": cache}
        if is_text(kind):
            headers["Vary"] = "Accept-Encoding"
            if "gzip" in self.headers.get("Accept-Encoding", ""):
                headers["Content-Encoding"] = "gzip"
                body = compressed(body)
        self._send(status, headers, body)

    do_HEAD = do_GET

    def _send(self, status: HTTPStatus, headers: Mapping[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, **self.answers.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64  # several browsers ask at once

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes a connection early is no error."""


@contextmanager
def serve(
    site: Path,
    *,
    headers: Mapping[str, str] | None = None,
    instead: Mapping[str, bytes] | None = None,
    change: Change | None = None,
) -> Iterator[str]:
    """Serve `site` on a free port; yields the address, with a slash at its end.

    `headers` are added to every answer. `instead` maps paths to bodies that are served in place
    of files; it may be filled while the server runs. `change` is applied to every page.
    """
    given: Mapping[str, bytes] = {} if instead is None else instead
    handler = partial(_Handler, answers=_Answers(site, headers or {}, given, change))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()
