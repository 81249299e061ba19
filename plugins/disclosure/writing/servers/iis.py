"""Rules for IIS: `web.config` for the folder of the site."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from disclosure.writing.servers.policy import (
    CSP,
    FOREVER,
    HEADERS,
    HSTS,
    SHORT,
    TYPES,
    Policy,
    on_the_wire,
)

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- IIS 的設定，由網站程式產生；每次建置都會重寫，請勿手動修改。
     上線時把這個檔案放進網站資料夾。轉址需要 URL Rewrite 模組。
     Written by the site's build, anew each time: do not edit. Copy it into the folder of the site.
     Redirects need the module URL Rewrite. -->
"""
#: Known to IIS with no character set, or not known at all.
_TEXTS = {
    "css": "text/css",
    "csv": "text/csv",
    "html": "text/html",
    "txt": "text/plain",
    "xml": "text/xml",
}


def rules(policy: Policy) -> str:
    """The whole file."""
    return _HEAD + "\n".join(
        [
            "<configuration>",
            "<system.webServer>",
            *_files(policy),
            *_headers(),
            *_moved(policy),
            "</system.webServer>",
            *_versioned(policy),
            *_admin(policy),
            "</configuration>",
            "",
        ]
    )


def _files(policy: Policy) -> Iterator[str]:
    yield '<directoryBrowse enabled="false"/>'
    yield '<defaultDocument><files><clear/><add value="index.html"/></files></defaultDocument>'
    # A file, not an address to run: that would be answered with status 200.
    yield '<httpErrors errorMode="Custom" existingResponse="Replace">'
    yield '<remove statusCode="404"/>'
    yield '<error statusCode="404" path="404.html" responseMode="File"/>'
    yield "</httpErrors>"
    yield '<urlCompression doStaticCompression="true"/>'
    yield "<staticContent>"
    yield f'<clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="{_span(SHORT)}"/>'
    for extension, kind in sorted({**TYPES, **_TEXTS}.items()):
        text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        told = f"{kind}; charset=utf-8" if text else kind
        yield f'<remove fileExtension=".{extension}"/>'
        yield f'<mimeMap fileExtension=".{extension}" mimeType="{told}"/>'
    yield "</staticContent>"


def _headers() -> Iterator[str]:
    yield "<httpProtocol><customHeaders>"
    yield '<remove name="X-Powered-By"/>'
    for name, value in HEADERS.items():
        yield f'<add name="{name}" value="{escape(value)}"/>'
    yield "<!-- 確定全站都能用 HTTPS 之後再打開。"
    yield "Turn on once all of the site is served by HTTPS."
    yield f'<add name="{HSTS[0]}" value="{escape(HSTS[1])}"/> -->'
    yield "</customHeaders></httpProtocol>"


def _moved(policy: Policy) -> Iterator[str]:
    """The section only where there is something to say: without the module it is an error."""
    if not policy.redirects:
        return
    yield "<rewrite>"
    yield '<rewriteMaps><rewriteMap name="moved">'
    for path, target in policy.redirects:
        yield f'<add key="{escape(path)}" value="{escape(on_the_wire(target))}"/>'
    yield "</rewriteMap></rewriteMaps>"
    yield '<rules><rule name="moved" stopProcessing="true">'
    yield '<match url=".*"/>'
    yield '<conditions><add input="{moved:{PATH_INFO}}" pattern="(.+)"/></conditions>'
    yield '<action type="Redirect" url="{C:1}" redirectType="Permanent"/>'
    yield "</rule></rules>"
    yield "</rewrite>"


def _versioned(policy: Policy) -> Iterator[str]:
    """Paths of locations are below the site, which is where this file stands."""
    for folder in policy.versioned:
        yield f'<location path="{escape(folder.removeprefix(policy.base).rstrip("/"))}">'
        yield "<system.webServer><staticContent>"
        yield f'<clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="{_span(FOREVER)}"/>'
        yield "</staticContent></system.webServer>"
        yield "</location>"


def _admin(policy: Policy) -> Iterator[str]:
    if policy.admin:
        folder, own = policy.admin
        yield f'<location path="{escape(folder.removeprefix(policy.base).rstrip("/"))}">'
        yield "<system.webServer><httpProtocol><customHeaders>"
        yield f'<remove name="{CSP}"/>'
        yield f'<add name="{CSP}" value="{escape(own)}"/>'
        yield "</customHeaders></httpProtocol></system.webServer>"
        yield "</location>"


def _span(seconds: int) -> str:
    """A span of time: `365.00:00:00`."""
    days, rest = divmod(seconds, 86_400)
    hours, rest = divmod(rest, 3_600)
    return f"{days}.{hours:02}:{rest // 60:02}:{rest % 60:02}"
