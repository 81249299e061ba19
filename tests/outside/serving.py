"""A host that answers as it is told, on this computer alone."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

#: Status, further headers; `None` ends the connection without a word, `...` never answers.
Step = tuple[int, Mapping[str, str]] | None | Any


@dataclass
class Host:
    """What is answered at each path, by the method if it matters; and what was asked."""

    address: str
    pages: dict[str, list[Step]]
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    at_once: int = 0
    most_at_once: int = 0

    def step(self, method: str, path: str) -> Step:
        """The next answer at a path: the last one is given again and again."""
        self.asked.append((method, path))
        steps = self.pages.get(f"{method} {path}") or self.pages.get(path) or [(404, {})]
        return steps.pop(0) if len(steps) > 1 else steps[0]


@contextmanager
def serving(pages: dict[str, list[Step]], context: ssl.SSLContext | None = None) -> Iterator[Host]:
    """A host with these pages, until the test is over."""
    over, counting = threading.Event(), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self._answer()

        def do_GET(self) -> None:
            self._answer()

        def _answer(self) -> None:
            with counting:
                host.at_once += 1
                host.most_at_once = max(host.most_at_once, host.at_once)
                host.agents.add(self.headers["User-Agent"])
                step = host.step(self.command, self.path)
            self.close_connection = True
            try:
                if step is ...:
                    over.wait(30)
                elif step is not None:
                    status, headers = step
                    if headers.get("needs-cookie") and "seen=1" in self.headers.get("Cookie", ""):
                        status, headers = 200, {}
                    self.send_response(status)
                    for name, value in headers.items():
                        self.send_header(name, value)
                    self.send_header("Content-Length", "0")
                    self.send_header("Connection", "close")
                    self.end_headers()
            finally:
                with counting:
                    host.at_once -= 1

        def log_message(self, format: str, *args: Any) -> None:
            """What was asked is in `Host.asked`."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that does not like our certificate hangs up: that is what is tested."""

    server = Server(("127.0.0.1", 0), Handler)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    scheme = "https" if context else "http"
    host = Host(f"{scheme}://127.0.0.1:{server.server_port}", pages)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield host
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def certified(folder: Path, certificate: str) -> ssl.SSLContext:
    """A host's certificate, for `serving`."""
    path = folder / "host.pem"
    path.write_text(KEY + certificate, "ascii")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


# A key and two certificates for localhost that are good for nothing else: the first is valid from
# 2020 to 2120, the second was for January 2020.
KEY = """-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIPQ0Njw8t6/o1nzz0IzXwXBzWoRm1eQdgfbZhTgsibKkoAoGCCqGSM49
AwEHoUQDQgAEDlqagOFuK1sWEyFIJOSNYfeUHGQDpdMhRkwevd94WPO+qmoNqAQx
MATUnr52cFjiHQdXzs3NYOlk2QHNJYHFlQ==
-----END EC PRIVATE KEY-----
"""
VALID = """-----BEGIN CERTIFICATE-----
MIIBZjCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABA5amoDhbitbFhMh
SCTkjWH3lBxkA6XTIUZMHr3feFjzvqpqDagEMTAE1J6+dnBY4h0HV87NzWDpZNkB
zSWBxZWjTjBMMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8E
BTADAQH/MB0GA1UdDgQWBBT6BG/Ao4zjLh1pVnAlmcBsu4B6DjAKBggqhkjOPQQD
AgNHADBEAiACD0ft+ElrqtoUTkw34dxa2bfavRw89FFAwIACcDC3ugIgBv7bF/Rt
jO4jU1OCFE3HFMQCy9+Ve46wQeIii6T3kec=
-----END CERTIFICATE-----
"""
EXPIRED = """-----BEGIN CERTIFICATE-----
MIIBZTCCAQugAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwHhcNMjAwMTAxMDAwMDAwWhcNMjAwMjAxMDAwMDAwWjAUMRIwEAYDVQQDDAls
b2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQOWpqA4W4rWxYTIUgk
5I1h95QcZAOl0yFGTB6933hY876qag2oBDEwBNSevnZwWOIdB1fOzc1g6WTZAc0l
gcWVo04wTDAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwDwYDVR0TAQH/BAUw
AwEB/zAdBgNVHQ4EFgQU+gRvwKOM4y4daVZwJZnAbLuAeg4wCgYIKoZIzj0EAwID
SAAwRQIgEUgWTFJOyvURQzVI9OlV21nzCvRkqX5ntH1zqOa/F0sCIQDpAYuctXSY
y3WRgFPnfzix/i4Ubd7UeFyCks/z08A1IQ==
-----END CERTIFICATE-----
"""
