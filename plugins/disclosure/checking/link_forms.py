"""Links that nobody could follow: addresses that no browser opens, and Markdown that is no link."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from disclosure.checking.checker import Check
from disclosure.prose_links import ProseLink

_WANTED = re.compile(r"(?:https?|mailto|tel):|//", re.IGNORECASE)
#: Of a host, with its port; `，` and other punctuation is none of it.
_HOST = re.compile(r"(?:[^@/]*@)?(?:[\w.-]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?")


def shapes(
    check: Check, path: str, pieces: Iterable[ProseLink], line: int, *, exact: bool = True
) -> None:
    """Tell of what is no link in a text that begins on `line`: its `prose_links.misshapen`.

    `exact` tells whether the lines of the text are those of the file.
    """
    for piece in pieces:
        check.tell(
            path,
            line + piece.line if exact else line,
            "link-syntax",
            f"「{piece.target}」不是連結的寫法，網頁會照樣印出來；"
            "請寫成 [文字](網址)：括號用半形、要關上，前面與網址裡都沒有空白。",
            f'"{piece.target}" does not make a link and would be printed as it is: write '
            "[words](address) with ASCII brackets, closed, and no blank before or within the "
            "address.",
        )


def address(check: Check, path: str, target: str, line: int) -> None:
    """An address elsewhere is one that a browser opens, and is not the site's own."""
    own = check.settings.site_url
    if not _WANTED.match(target) or (own and target.startswith(own)):
        wrong_form(check, path, target, line)
    elif not _can_be_opened(target):
        check.tell(
            path,
            line,
            "not-an-address",
            f"「{target}」不是正確的網址，瀏覽器打不開。",
            f'"{target}" is no address that a browser can open.',
        )


def _can_be_opened(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:  # such as `https://[x`
        return False
    if parts.scheme.lower() in ("mailto", "tel"):
        return bool(parts.path)
    return bool(_HOST.fullmatch(parts.netloc))


def wrong_form(check: Check, path: str, target: str, line: int) -> None:
    """A link that leads nowhere in this form."""
    check.tell(
        path,
        line,
        "link-form",
        f"「{target}」：連到站內資料請寫 record:識別碼（小寫），例如 [寄款](record:send-money)；"
        "連到其他網站請從 https:// 寫起。",
        f'"{target}": link to other records as record:<id>, in lower case, such as '
        "[sending money](record:send-money), and to other sites by an address that begins with "
        "https://.",
    )
