"""A strict policy and no scripts: nothing breaks, nothing is missing, nothing is asked outside."""

from __future__ import annotations

from audit.behaviour.visit import Theme, Visit
from audit.markup import squeeze
from audit.results import Rule

QUIET = Rule("quiet-console", "", (), "嚴格的內容安全政策下沒有訊息", "a quiet console")
INSIDE = Rule("no-outside-request", "", (), "不連到其他主機", "no request to another host")
SAME = Rule("same-without-scripts", "", (), "不執行指令碼也讀得到全文", "all words without scripts")
POLICY = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'self'"
)
OUTSIDE = "another host: "


def look(visit: Visit) -> None:
    """Load the page under the policy, then plainly, with scripts and without."""
    for rule in (QUIET, INSIDE, SAME):
        visit.judge(rule)
    messages: list[str] = []
    with visit.open(strict=True, trouble=messages, until="networkidle"):
        pass
    for line in dict.fromkeys(messages):
        visit.fail(QUIET, line[:200])
    # The policy stops requests before they are made: only without it are they seen.
    trouble: list[str] = []
    with_scripts, without = (_words(visit, scripts, trouble) for scripts in (True, False))
    for line in dict.fromkeys(trouble):
        if line.startswith(OUTSIDE):
            visit.fail(INSIDE, line.removeprefix(OUTSIDE))
    if not without:
        visit.fail(SAME, "main", "is empty without scripts")
    elif with_scripts != without:
        visit.fail(SAME, "main", _difference(with_scripts, without))


def _words(visit: Visit, scripts: bool, trouble: list[str]) -> str:
    with visit.open(java_script_enabled=scripts, trouble=trouble, until="networkidle") as tab:
        mains = tab.locator("main, [role=main]")
        words = squeeze(mains.first.inner_text()) if mains.count() else ""
        # What is said to those alone who run no scripts is no difference.
        for said in [] if scripts else tab.locator("main noscript").all_inner_texts():
            words = squeeze(words.replace(squeeze(said), ""))
        return words


def _difference(one: str, other: str) -> str:
    at = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return f"…{one[at : at + 40]!r} is {other[at : at + 40]!r} without scripts"


THEME = Theme("policy", (QUIET, INSIDE, SAME), look)
