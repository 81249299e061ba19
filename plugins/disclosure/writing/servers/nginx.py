"""Rules for nginx: a file to be included in the `server` block of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.writing.servers.policy import (
    ATTACHMENTS,
    CSP,
    FOREVER,
    HEADERS,
    HSTS,
    LONG,
    SHORT,
    TEXTS,
    Policy,
    on_the_wire,
    quoted,
    quoted_pattern,
)

_HEAD = """\
# nginx 的設定，由網站程式產生；每次建置都會重寫，請勿手動修改。
# 在這個網站的 server { … } 裡加一行，再執行 nginx -t 與 nginx -s reload：
#     include /路徑/site.server/nginx.conf;
# Written by the site's build, anew each time: do not edit. Include it in the site's server block.
"""


def rules(policy: Policy) -> str:
    """The whole file."""
    return "\n".join([_HEAD, *_files(policy), *_headers(policy), *_compression(), *_moved(policy)])


def _files(policy: Policy) -> Iterator[str]:
    yield "index index.html;"
    yield "autoindex off;"
    yield "server_tokens off;"
    # Behind a proxy nginx does not know by which name and scheme it was asked.
    yield "absolute_redirect off;"
    yield "charset utf-8;"
    # text/html is always among both lists, and nginx warns when it is named.
    named = " ".join(one for one in TEXTS if one != "text/html")
    yield f"charset_types {named};"
    error = f"{policy.base}404.html"
    # nginx takes a dollar sign for a variable's, and has no way to write another.
    # A folder without a page is no secret, but no page either.
    yield f"error_page 403 404 =404 {quoted(error.replace('$', '%24'))};"
    yield f"location = {quoted(error)} {{ internal; }}"
    yield "location ~ /\\.(?!well-known/) { return 404; }"
    yield ""


def _headers(policy: Policy) -> Iterator[str]:
    """All in the `server` block: a location with headers of its own would drop these."""
    files = "|".join(ATTACHMENTS)
    folders = "|".join(re.escape(folder) for folder in policy.versioned)
    yield f'set $disclosure_cache "public, max-age={SHORT}";'
    for pattern, age in (
        (f"\\.(?:{files})$", f"public, max-age={LONG}"),
        (f"^(?:{folders})", f"public, max-age={FOREVER}, immutable"),
    ):
        yield f'if ($uri ~ {quoted_pattern(pattern)}) {{ set $disclosure_cache "{age}"; }}'
    yield "add_header Cache-Control $disclosure_cache;"
    yield f"set $disclosure_policy {quoted(HEADERS[CSP])};"
    if policy.admin:
        folder, own = policy.admin
        where = quoted_pattern(f"^{re.escape(folder)}")
        yield f"if ($uri ~ {where}) {{ set $disclosure_policy {quoted(own)}; }}"
    for name, value in HEADERS.items():
        told = "$disclosure_policy" if name == CSP else quoted(value)
        yield f"add_header {name} {told} always;"
    yield "# 確定全站都能用 HTTPS 之後再打開。 / Turn on once all of the site is served by HTTPS."
    yield f"# add_header {HSTS[0]} {quoted(HSTS[1])} always;"
    yield ""


def _compression() -> Iterator[str]:
    named = " ".join(one for one in TEXTS if one != "text/html")
    yield "gzip on;"
    yield "gzip_vary on;"
    yield "gzip_min_length 512;"
    yield f"gzip_types {named};"
    yield ""


def _moved(policy: Policy) -> Iterator[str]:
    yield "# 搬過家的網址 / addresses that have moved"
    for path, target in policy.redirects:
        yield f"location = {quoted(path)} {{ return 301 {on_the_wire(target)}; }}"
    yield ""
