"""How many bytes a first visit to a page costs, with everything that the browser really loads."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Response

from audit.browser import launch, open_context
from audit.parallel import in_parts
from audit.results import Result, Rule
from audit.server import compressed, is_text

LIMIT = 30 * 1024
#: Pages that are open at once: most of the time goes by waiting until the network is quiet.
TABS = 8
RULE = Rule(
    "light",
    "",
    (),
    "沒有圖片的頁面不超過 30 KiB",
    "30 KiB at most without pictures",
)


def run(paths: Sequence[str], address: str, workers: int) -> Result:
    """Weigh some pages of the site at an address."""
    result = Result.of([RULE])
    weights: dict[str, int] = {}
    for part in in_parts(weigh, paths, workers, address):
        weights |= part.facts["weights"]
        result.add(part)
    judged = result.judged.get(RULE.id, set())
    largest = max(judged, key=lambda path: (weights[path], path), default="")
    result.facts = {
        "limit": LIMIT,
        "largest": weights.get(largest, 0),
        "largest_page": largest,
        "with_pictures": len(weights.keys() - judged),
    }
    return result


def weigh(paths: Sequence[str], address: str) -> Result:
    """Some pages, with a browser of its own and nothing kept between them."""
    result = Result.of([RULE])
    weights: dict[str, int] = {}
    with launch() as browser, open_context(browser, address) as context:
        # What comes from the cache is an answer like any other: every visit counts as a first one.
        for some in (paths[at : at + TABS] for at in range(0, len(paths), TABS)):
            answers = {path: _open(context, address.rstrip("/") + path) for path in some}
            for path, (page, found) in answers.items():
                page.wait_for_load_state("networkidle")
                sizes = {answer.url: _wire(answer) for answer in found}
                weights[path] = sum(sizes.values())
                if not any(_is_picture(answer) for answer in found):
                    result.judge(RULE.id, path)
                    if weights[path] > LIMIT:
                        result.fail(RULE.id, path, f"{weights[path]} bytes", _told(sizes))
                page.close()
    result.facts = {"weights": weights}
    return result


def _open(context: BrowserContext, url: str) -> tuple[Page, list[Response]]:
    page = context.new_page()
    found: list[Response] = []
    page.on("response", lambda answer: found.append(answer))
    page.goto(url, wait_until="commit")
    return page, found


def _wire(answer: Response) -> int:
    if 300 <= answer.status < 400:
        return 0
    body = answer.body()
    return len(compressed(body) if is_text(answer.headers.get("content-type", "")) else body)


def _is_picture(answer: Response) -> bool:
    kind = answer.headers.get("content-type", "")
    return kind.startswith(("image/", "video/")) and "svg" not in kind


def _told(sizes: dict[str, int]) -> str:
    return ", ".join(f"{urlsplit(url).path} {size}" for url, size in sorted(sizes.items()))
