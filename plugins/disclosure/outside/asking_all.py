"""Asking many addresses: many hosts at once, but one host one address at a time, with pauses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urldefrag, urlsplit

from disclosure.outside.answers import Answer

_HOSTS_AT_ONCE = 8


def ask_all(
    addresses: Iterable[str],
    ask: Callable[[str], Answer],
    pause: Callable[[], object],
    told: Callable[[str, Answer], object],
) -> dict[str, Answer]:
    """`address → answer`. Addresses that differ behind the `#` only are asked for once."""
    by_host: dict[str, dict[str, list[str]]] = {}
    for address in addresses:
        host = urlsplit(address).hostname or ""
        by_host.setdefault(host, {}).setdefault(urldefrag(address)[0], []).append(address)

    def ask_host(pages: dict[str, list[str]]) -> dict[str, Answer]:
        found: dict[str, Answer] = {}
        for number, (page, same) in enumerate(pages.items()):
            if number:
                pause()
            found |= dict.fromkeys(same, ask(page))
            told(page, found[same[0]])
        return found

    answers: dict[str, Answer] = {}
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as hosts:
        for found in hosts.map(ask_host, by_host.values()):
            answers |= found
    return answers
