"""Everything that a page refers to is there, on the site's own host."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from audit.markup import Page
from audit.results import Result, Rule
from audit.site import Site

TARGET = Rule("target-exists", "", (), "連結與檔案都找得到", "what is referred to exists")
FRAGMENT = Rule("fragment-exists", "", (), "連到段落的連結找得到段落", "places on pages exist")
KEY = Rule("accesskey-target", "A", ("2.4.1",), "快速鍵的目標存在", "targets of access keys exist")
OUTSIDE = Rule("own-host", "", (), "不從其他主機載入任何檔案", "nothing is loaded from elsewhere")
IDS = Rule("unique-ids", "A", ("4.1.2",), "同一頁的 id 不重複", "no id stands twice on a page")
RULES = (TARGET, FRAGMENT, KEY, OUTSIDE, IDS)


class Links:
    """Follows references between the pages of a built site, as a browser would."""

    def __init__(self, site: Path, pages: Sequence[Page], address: str) -> None:
        self.address = address
        self.base = urlsplit(address)
        # Compared as strings, so that a file system that ignores case hides nothing.
        self.files = {f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file()}
        self.pages = {page.path: page for page in pages}

    def leaves(self, page: Page, reference: str) -> bool:
        """Whether a reference names another host (or anything but http, such as `data:`)."""
        parts = urlsplit(self._resolve(page, reference))
        return (parts.scheme, parts.netloc) != (self.base.scheme, self.base.netloc)

    def target(self, page: Page, reference: str) -> str | None:
        """The file that a reference within the site leads to, or None."""
        path = unquote(urlsplit(self._resolve(page, reference)).path)
        if not path.startswith(self.base.path):
            return None
        path = path[len(self.base.path) :]
        if path == "" or path.endswith("/"):
            path += "index.html"
        return path if path in self.files else None

    def fault(self, page: Page, reference: str) -> str | None:
        """Why a reference within the site leads nowhere."""
        target = self.target(page, reference)
        if target is None:
            return "no such file"
        fragment = unquote(urlsplit(reference).fragment)
        if fragment and target in self.pages and fragment not in self.pages[target].ids:
            return f"no such id in {target}"
        return None

    def _resolve(self, page: Page, reference: str) -> str:
        return urljoin(urljoin(self.address, page.address.lstrip("/")), reference.strip())


def check(site: Site, pages: Sequence[Page]) -> Result:
    """All references of some pages; they may lead to any page of the site."""
    links = Links(site.folder, site.pages, site.url)
    result = Result.of(RULES)
    count = 0
    for page in pages:
        for rule in (TARGET, OUTSIDE, IDS):
            result.judge(rule.id, page.address)
        for reference in dict.fromkeys((*page.links, *page.loads)):
            count += 1
            _reference(links, page, reference, result)
        for key, reference in page.accesskeys:
            _key(links, page, key, reference, result)
        for name in page.repeated_ids:
            result.fail(IDS.id, page.address, f"#{name}", f"{page.ids.count(name)} times")
    result.facts = {"references": count}
    return result


def _reference(links: Links, page: Page, reference: str, result: Result) -> None:
    if links.leaves(page, reference):
        if reference in page.loads and not reference.startswith("data:"):
            result.fail(OUTSIDE.id, page.address, reference)
        return
    rule = FRAGMENT if urlsplit(reference).fragment else TARGET
    result.judge(rule.id, page.address)
    if fault := links.fault(page, reference):
        result.fail(rule.id, page.address, reference, fault)


def _key(links: Links, page: Page, key: str, reference: str, result: Result) -> None:
    result.judge(KEY.id, page.address)
    if [one for one, _ in page.accesskeys].count(key) > 1:
        result.fail(KEY.id, page.address, f"accesskey={key}", "used twice")
    if reference and not links.leaves(page, reference) and (fault := links.fault(page, reference)):
        result.fail(KEY.id, page.address, f"accesskey={key} {reference}", fault)
