"""Asking one address: the head of the page first, all of it where a host knows no heads.

Only the standard library: one request at a time needs no more, and this is no dependency of a
build.
"""

from __future__ import annotations

import http.client
import http.cookiejar
import re
import socket
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.message import Message
from functools import cache
from typing import IO
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit

from disclosure.outside.answers import NO_HOST, NO_NAMES, Answer, of_status

_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 10
#: OpenSSL's numbers: the host forgot part of its certificate's chain, which browsers find for
#: themselves, or it is signed by an authority that this computer does not know.
_CHAIN_UNKNOWN = (2, 19, 20, 21)
#: `/`, `/index.html`, `/tw/`
_HOME = re.compile(r"(?:/[a-zA-Z-]{2,7})?/?(?:(?:index|default|home)(?:\.[a-z]+)?)?", re.IGNORECASE)
#: What OpenSSL refuses of old servers, of which there are many, and browsers mostly do not.
_STRICTER_THAN_BROWSERS = {
    *("UNSAFE_LEGACY_RENEGOTIATION_DISABLED", "SSLV3_ALERT_HANDSHAKE_FAILURE"),
    *("DH_KEY_TOO_SMALL", "EE_KEY_TOO_SMALL", "CA_MD_TOO_WEAK"),
}
_LONGEST_WAIT = 30
_TRIES = 3


@dataclass(frozen=True)
class Manner:
    """How hosts are asked."""

    agent: str
    timeout: float = 20.0
    pause: float = 1.0


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Redirects are followed here, so that one for good can be told from others."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> None:
        return None


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    headers: Message


def ask(
    address: str,
    manner: Manner,
    wait: Callable[[float], object],
    context: ssl.SSLContext | None = None,
) -> Answer:
    """The answer for one address. Asks again, after a wait, what may be a passing trouble."""
    answer = _ask_once(address, manner, wait, context)
    for attempt in range(1, _TRIES):
        if answer.state != "unreachable" or answer == NO_NAMES:
            break
        wait(manner.pause * 2**attempt)
        answer = _ask_once(address, manner, wait, context)
    return answer


@cache
def _known_authorities() -> ssl.SSLContext:
    """Reading hundreds of certificates takes longer than many an answer."""
    return ssl.create_default_context()


def _ask_once(
    address: str,
    manner: Manner,
    wait: Callable[[float], object],
    context: ssl.SSLContext | None,
) -> Answer:
    # Many hosts set a cookie and redirect to the same address, for ever to those who lose it.
    opener = urllib.request.build_opener(
        _NoRedirects(),
        urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()),
        urllib.request.HTTPSHandler(context=context or _known_authorities()),
    )
    try:
        answer, reply = _follow(opener, "HEAD", address, manner)
        if answer.status == 429 and reply:
            seconds = reply.headers.get("Retry-After", "")
            if seconds.isdecimal() and int(seconds) <= _LONGEST_WAIT:
                wait(float(seconds))
                answer, _ = _follow(opener, "HEAD", address, manner)
        if answer.status >= 400 and answer.status != 429:
            wait(manner.pause)
            answer, _ = _follow(opener, "GET", address, manner)
    except http.client.InvalidURL:
        return Answer("broken", "網址有誤", "no valid address")
    except (http.client.HTTPException, OSError, ValueError) as error:
        return _of_failure(error)
    return answer


def _follow(
    opener: urllib.request.OpenerDirector, method: str, address: str, manner: Manner
) -> tuple[Answer, _Reply | None]:
    """The answer at the end of all redirects."""
    here = moved_to = urldefrag(address)[0]
    for_good = True
    for _ in range(_MOST_REDIRECTS):
        reply = _request(opener, method, here, manner)
        target = reply.headers.get("Location") if reply.status in _REDIRECTS else None
        if target is None:
            return _arrived(address, moved_to, here, reply), reply
        here = urldefrag(urljoin(here, target))[0]
        if urlsplit(here).scheme not in ("http", "https"):
            return Answer("broken", f"轉到無法開啟的網址 {here}", f"redirected to {here}"), reply
        for_good = for_good and reply.status in _PERMANENT
        if for_good:
            moved_to = here
    return Answer("broken", "一直轉來轉去，沒有終點", "redirects without an end", 310), None


def _arrived(address: str, moved_to: str, here: str, reply: _Reply) -> Answer:
    answer = of_status(reply.status)
    asked = urldefrag(address)[0]
    if answer.state != "ok":
        return answer
    if urlsplit(here).path in ("", "/") and not _HOME.fullmatch(urlsplit(asked).path):
        # Mostly a page that is no more: readers do not find what was meant.
        return replace(
            answer,
            state="unclear",
            zh=f"轉到首頁 {here}，原網頁可能已不在",
            en=f"sent to the home page {here}; the page itself may be gone",
        )
    if moved_to != asked and moved_to != asked + "/":
        fragment = urldefrag(address)[1]
        full = f"{moved_to}#{fragment}" if fragment else moved_to
        return replace(answer, state="moved", zh=f"新網址 {full}", en=f"now {full}", moved_to=full)
    return answer


def _request(
    opener: urllib.request.OpenerDirector, method: str, address: str, manner: Manner
) -> _Reply:
    headers = {"User-Agent": manner.agent, "Accept": "*/*", "Accept-Language": "zh-TW, en;q=0.5"}
    request = urllib.request.Request(in_ascii(address), headers=headers, method=method)
    try:
        with opener.open(request, timeout=manner.timeout) as response:
            return _Reply(response.status, response.headers)
    except urllib.error.HTTPError as error:
        error.close()
        return _Reply(error.code, error.headers)


def in_ascii(address: str) -> str:
    """An address as it goes over the wire: Chinese in it written with percent signs.

    >>> in_ascii("https://a.tw/查詢?q=監 獄")
    'https://a.tw/%E6%9F%A5%E8%A9%A2?q=%E7%9B%A3%20%E7%8D%84'
    """
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    path, query = (quote(one, safe="/%:@!$&'()*+,;=~?-._") for one in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))


def _of_failure(error: Exception) -> Answer:
    """Why there was no answer at all."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, ssl.SSLCertVerificationError):
        if reason.verify_code in _CHAIN_UNKNOWN:
            return Answer(
                "unclear",
                "這部電腦無法驗證憑證，瀏覽器也許可以",
                "the certificate cannot be verified here; a browser may know better",
            )
        said = reason.verify_message
        return Answer("broken", f"憑證無效（{said}）", f"invalid certificate ({said})")
    if isinstance(reason, ssl.SSLEOFError):
        return Answer("unreachable", "加密連線中斷", "the TLS connection was cut off")
    if isinstance(reason, ssl.SSLError):
        if reason.reason in _STRICTER_THAN_BROWSERS:
            return Answer(
                "unclear",
                f"對方的加密方式太舊，瀏覽器也許還能開（{reason.reason}）",
                f"the host's TLS is outdated; a browser may still take it ({reason.reason})",
            )
        return Answer("broken", "加密連線失敗", f"TLS failed ({reason.reason})")
    if isinstance(reason, socket.gaierror):
        return NO_NAMES if reason.errno == socket.EAI_AGAIN else NO_HOST
    if isinstance(reason, TimeoutError):
        return Answer("unreachable", "等太久沒有回應", "no answer in time")
    if isinstance(reason, ValueError):  # also a redirect to what is no address
        return Answer("broken", "網址有誤", "no valid address")
    return Answer("unreachable", "連線中斷或被拒", f"no connection ({type(reason).__name__})")
