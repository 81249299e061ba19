"""What a browser downloads for one question: scripts, index, what is shown of the results.

The page that the visitor asks from is not in it, nor are scripts that every page has anyway.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser

from audit.browser import launch, open_context
from audit.server import compressed, is_text, media_type, serve
from searches.engines import LANGUAGES, Engine

#: Short, long, often answered, one rare word, a number, and words that stand nowhere.
QUESTIONS = {
    "zh": (
        "接見",
        "國賠",
        "申請",
        "怎麼寄錢給收容人",
        "星期天可以會客嗎",
        "身心障礙津貼",
        "天體物理",
    ),
    "en": (
        "visit",
        "bail",
        "apply",
        "how do I send money to an inmate",
        "can I visit on a Sunday",
        "disability allowance",
        "astrophysics",
    ),
}


@dataclass(frozen=True)
class Weight:
    """Bytes as they go over the wire, and requests, of a first question with nothing kept."""

    engine: str
    language: str
    question: str
    bytes: int
    requests: int


def weigh(engines: Sequence[Engine]) -> list[Weight]:
    """Every question in a profile of its own."""
    with launch() as browser:
        return [weight for engine in engines for weight in _weigh(browser, engine)]


def _weigh(browser: Browser, engine: Engine) -> Iterator[Weight]:
    with serve(engine.site) as base:
        for language in LANGUAGES:
            loaded: set[str] = set()
            for question in QUESTIONS[language]:
                if not (loaded and engine.loads_all):
                    loaded = _loaded(browser, engine, base, language, question)
                size = sum(_wire(engine.site / _path(address)) for address in loaded)
                yield Weight(engine.name, language, question, size, len(loaded))


def _loaded(browser: Browser, engine: Engine, base: str, language: str, question: str) -> set[str]:
    """The addresses below `base` of what the search alone loads, workers' included."""
    found: set[str] = set()
    with open_context(browser, base) as context:
        context.on("response", lambda answer: found.add(answer.url.removeprefix(base)))
        engine.first(context.new_page(), base, language, question)
    loaded = {address for address in found if engine.files.fullmatch(_path(address))}
    if not any(not _path(address).endswith(".js") for address in loaded):
        raise RuntimeError(f"{engine.name} answered {question} without an index: {sorted(found)}")
    return loaded


def _path(address: str) -> str:
    return unquote(urlsplit(address).path)


def _wire(file: Path) -> int:
    body = file.read_bytes()
    return len(compressed(body) if is_text(media_type(file.name)) else body)
