"""Rules for Apache 2.4: `.htaccess` for the folder of the site."""

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
    TYPES,
    Policy,
    on_the_wire,
    quoted,
    quoted_pattern,
)

_HEAD = """\
# Apache 2.4 的設定，由網站程式產生；每次建置都會重寫，請勿手動修改。
# 上線時把這個檔案放進網站資料夾（檔名 .htaccess），該資料夾要有 AllowOverride All；
# 或在網站的 <Directory> 裡以 Include 引入。需要 mod_alias、mod_deflate、mod_headers、mod_setenvif。
# Written by the site's build, anew each time: do not edit. Copy it into the folder of the site,
# which needs `AllowOverride All`, or include it in the site's <Directory>.
"""


def rules(policy: Policy) -> str:
    """The whole file."""
    return "\n".join([_HEAD, *_files(policy), *_headers(policy), *_moved(policy)])


def _files(policy: Policy) -> Iterator[str]:
    yield "Options -Indexes -MultiViews"
    yield "DirectoryIndex index.html"
    for status in (403, 404):
        yield f"ErrorDocument {status} {on_the_wire(policy.base)}404.html"
    yield "AddDefaultCharset utf-8"
    yield "AddCharset utf-8 .css .csv .html .js .json .mjs .svg .txt .xml"
    for extension, kind in TYPES.items():
        yield f"AddType {kind} .{extension}"
    yield 'RedirectMatch 404 "/\\.(?!well-known/)"'
    yield f"AddOutputFilterByType DEFLATE {' '.join(TEXTS)}"
    yield ""


def _headers(policy: Policy) -> Iterator[str]:
    yield f'Header set Cache-Control "public, max-age={SHORT}"'
    yield f'<FilesMatch "\\.(?:{"|".join(ATTACHMENTS)})$">'
    yield f'  Header set Cache-Control "public, max-age={LONG}"'
    yield "</FilesMatch>"
    folders = "|".join(re.escape(folder) for folder in policy.versioned)
    yield f"SetEnvIf Request_URI {quoted_pattern(f'^(?:{folders})')} disclosure_versioned"
    yield (
        f'Header set Cache-Control "public, max-age={FOREVER}, immutable" env=disclosure_versioned'
    )
    for name, value in HEADERS.items():
        yield f"Header always set {name} {quoted(value)}"
    if policy.admin:
        folder, own = policy.admin
        where = quoted_pattern(f"^{re.escape(folder)}")
        yield f"SetEnvIf Request_URI {where} disclosure_admin"
        yield f"Header always set {CSP} {quoted(own)} env=disclosure_admin"
    yield "# 確定全站都能用 HTTPS 之後再打開。 / Turn on once all of the site is served by HTTPS."
    yield f"# Header always set {HSTS[0]} {quoted(HSTS[1])}"
    yield ""


def _moved(policy: Policy) -> Iterator[str]:
    yield "# 搬過家的網址 / addresses that have moved"
    for path, target in policy.redirects:
        pattern = f"^{re.escape(path)}(?:index\\.html)?$"
        # Apache percent-encodes the target itself; `$` would be a reference to the pattern.
        to = target.replace("$", "\\$")
        yield f"RedirectMatch 301 {quoted_pattern(pattern)} {quoted(to)}"
    yield ""
