"""A web server on the loopback address for a built site."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(
        self, *args: Any, headers: Mapping[str, str], instead: Mapping[str, bytes], **kwargs: Any
    ) -> None:
        self.added_headers = headers
        self.instead = instead
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        body = self.instead.get(self.path)
        if body is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(self.path))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        for name, value in self.added_headers.items():
            self.send_header(name, value)
        super().end_headers()

    def guess_type(self, path: Any) -> str:
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes a connection early is no error."""


@contextmanager
def serve(
    site: Path,
    *,
    headers: Mapping[str, str] | None = None,
    instead: Mapping[str, bytes] | None = None,
) -> Iterator[str]:
    """Serve `site` on a free port; yields the address, with a slash at its end.

    `headers` are added to every answer. `instead` maps paths to bodies that are served in place
    of files; it may be filled while the server runs.
    """
    handler = partial(
        _Handler,
        directory=str(site),
        headers=headers or {},
        instead={} if instead is None else instead,
    )
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()
