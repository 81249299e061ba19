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
    """Load the page under the policy, then with scripts and without."""
    for rule in (QUIET, INSIDE, SAME):
        visit.judge(rule)
    trouble: list[str] = []
    with visit.open(strict=True, trouble=trouble, until="networkidle"):
        pass
    refused = {line.removeprefix(OUTSIDE) for line in trouble if line.startswith(OUTSIDE)}
    for url in sorted(refused):
        visit.fail(INSIDE, url)
    for line in dict.fromkeys(trouble):
        # A request that was refused is told above, and not once more as one that failed.
        if not line.startswith(OUTSIDE) and not any(url in line for url in refused):
            visit.fail(QUIET, line[:200])
    with_scripts, without = (_words(visit, scripts) for scripts in (True, False))
    if not without:
        visit.fail(SAME, "main", "is empty without scripts")
    elif with_scripts != without:
        visit.fail(SAME, "main", _difference(with_scripts, without))


def _words(visit: Visit, scripts: bool) -> str:
    with visit.open(java_script_enabled=scripts, until="networkidle") as tab:
        mains = tab.locator("main, [role=main]")
        return squeeze(mains.first.inner_text()) if mains.count() else ""


def _difference(one: str, other: str) -> str:
    at = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return f"…{one[at : at + 40]!r} is {other[at : at + 40]!r} without scripts"


THEME = Theme("policy", (QUIET, INSIDE, SAME), look)
