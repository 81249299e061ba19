"""What a server shall do, in no server's language."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from disclosure.addressing.moves import moves
from disclosure.searching.index import PARTS
from disclosure.site import urls
from disclosure.site.voice import Site

CSP = "Content-Security-Policy"
#: Sent with every answer. The site loads nothing from elsewhere, and has no inline script or style.
HEADERS = {
    CSP: (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; "
        "object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
#: Once sent, browsers refuse the site without HTTPS for a year: to be turned on by hand.
HSTS = ("Strict-Transport-Security", "max-age=31536000")

#: Pages, and what changes with them under the same address: style sheet, scripts, lists.
SHORT = 300
#: Attachments and pictures: replaced now and then under the same name.
LONG = 86_400
#: Files that the search asks for with a version in the address.
FOREVER = 31_536_000
ATTACHMENTS = (
    *("csv", "doc", "docx", "jpeg", "jpg", "odp", "ods", "odt", "pdf", "png", "webp", "zip"),
)
#: Media types that some servers do not know, by file name extension.
TYPES = {
    "js": "text/javascript",
    "json": "application/json",
    "mjs": "text/javascript",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}
#: Media types that are text: sent as UTF-8, and compressed.
TEXTS = (
    *("text/html", "text/css", "text/csv", "text/plain", "text/xml", "text/javascript"),
    *("application/javascript", "application/json", "application/xml", "application/atom+xml"),
    "image/svg+xml",
)


@dataclass(frozen=True)
class Policy:
    """The rules of one site. Paths are from the root of the host, and not percent-encoded."""

    base: str
    #: `(path, target)`
    redirects: tuple[tuple[str, str], ...]
    #: folders whose files never change under their address
    versioned: tuple[str, ...]
    #: the folder of the editor in the browser and its own content policy, where there is one
    admin: tuple[str, str] | None = None


def policy(site: Site, admin: tuple[str, str] | None = None) -> Policy:
    """The rules of a site, from the same moves as its redirect pages. `admin` is a folder below the
    site and its content policy."""
    settings = site.settings
    base = unquote(urlsplit(settings.site_url).path) or "/"
    prefixes = [urls.prefix(language, settings) for language in settings.languages]
    return Policy(
        base,
        tuple(
            sorted(
                (f"{base}{prefix}{path}", f"{base}{prefix}{place.path}")
                for path, place in moves(site.catalogue).redirects.items()
                for prefix in prefixes
            )
        ),
        tuple(f"{base}{prefix}{urls.SEARCH}{part}/" for prefix in prefixes for part in PARTS),
        (f"{base}{admin[0]}", admin[1]) if admin else None,
    )


def on_the_wire(path: str) -> str:
    """A path percent-encoded, so that nothing in it means anything in a server's language."""
    return quote(path, safe="/-._~")


def quoted(words: str) -> str:
    """A string of nginx, or an argument of Apache's."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def quoted_pattern(pattern: str) -> str:
    """A regular expression in quotes: its backslashes are its own."""
    return '"' + pattern.replace('"', "\\x22") + '"'
