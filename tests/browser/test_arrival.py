"""A page that arrives slowly: the head of it does not jump while its words come in."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from audit.browser import DESKTOP, NARROW, PHONE, open_page
from audit.server import media_type
from tests.support.site import TREES

TABLET = (768, 1024)
#: Seconds between two pieces: the browser paints in between.
PAUSE = 0.1


def halves(page: bytes) -> list[bytes]:
    """The page, cut in the middle of every word of its main menu."""
    start = page.index(b'class="site-menu"')
    menu = page[start : page.index(b"</nav>", start)].decode()
    cuts, at = [0], start
    for link in re.finditer(r">([^<\n]{2,})</a>", menu):
        middle = link.start(1) + len(link[1]) // 2
        at = start + len(menu[:middle].encode())
        cuts.append(at)
    assert len(cuts) > 5
    return [page[a:b] for a, b in zip(cuts, [*cuts[1:], len(page)], strict=True)]


@contextmanager
def serve_slowly(site: Path) -> Iterator[str]:
    """The site, its pages in pieces; yields the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = site / urlsplit(self.path).path.lstrip("/")
            file = path / "index.html" if path.is_dir() else path
            body = file.read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", media_type(file.name))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            for piece in halves(body) if file.suffix == ".html" else [body]:
                self.wfile.write(piece)
                time.sleep(PAUSE)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()


@pytest.mark.parametrize("size", [NARROW, PHONE, TABLET, DESKTOP], ids=str)
@pytest.mark.parametrize("tree", TREES)
def test_the_menu_stays_where_it_is(
    demo_site: Path, browser: Browser, tree: str, size: tuple[int, int]
) -> None:
    with (
        serve_slowly(demo_site) as base,
        open_page(browser, f"{base}{tree}transparency/", size) as tab,
    ):
        moved = [name for name, _ in tab.evaluate("__audit.layout.shifts()")]
        assert tab.locator(".site-menu").is_visible()
    assert moved == []
