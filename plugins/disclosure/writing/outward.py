"""Links to other sites open a new window and say so (B-07): the convention of Taiwan's sites."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlsplit

_LINK = re.compile(r'<a href="(https?://[^"]+)"(?=[ >])([^>]*)>', re.IGNORECASE)


def outward(html: str, own_host: str, said: str) -> str:
    """Links in finished HTML that lead to another host, marked.

    `said` is what their title says, with `{0}` for the host.
    """

    def marked(match: re.Match[str]) -> str:
        try:
            host = urlsplit(match[1]).hostname or ""
        except ValueError:  # no address at all, such as `https://[x`; the link checks tell of it
            return match[0]
        if host == own_host or " target=" in match[2] or " title=" in match[2]:
            return match[0]
        title = escape(said.format(host))
        return f'<a href="{match[1]}"{match[2]} target="_blank" rel="noopener" title="{title}">'

    return _LINK.sub(marked, html) if "://" in html else html
