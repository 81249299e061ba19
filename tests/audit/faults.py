"""A faultless page, and for every rule of the audit the edit that makes it break that rule."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

GOOD = Path(__file__).parent / "good"
URL = "https://good.example.gov.tw/"


@dataclass(frozen=True)
class Fault:
    """What is changed in the page, or in its style sheet; `also` breaks with it."""

    old: str
    new: str
    file: str = "index.html"
    also: frozenset[str] = frozenset()


def planted(folder: Path, fault: Fault | None = None) -> Path:
    """The good site below a folder, with a fault if wanted."""
    site = copytree(GOOD, folder / "site")
    if fault:
        file = site / fault.file
        words = file.read_text(encoding="utf-8")
        assert words.count(fault.old) == 1, fault.old
        file.write_text(words.replace(fault.old, fault.new), encoding="utf-8")
    return site


def style(rules: str, *also: str) -> Fault:
    """Rules at the end of the style sheet."""
    last = "summary { padding: .4rem; }"
    return Fault(last, f"{last} {rules}", "site.css", frozenset(also))


def end(html: str, *also: str) -> Fault:
    """Something at the end of the main part."""
    return Fault("</details>\n</main>", f"</details>\n{html}\n</main>", also=frozenset(also))


def script(words: str, *also: str) -> Fault:
    """A script at the end of the page."""
    return Fault("</footer>", f"</footer><script>{words}</script>", also=frozenset(also))


BEHAVIOUR: dict[str, Fault] = {
    "focus-visible": style(".first:focus-visible { outline: none; }"),
    "focus-strong": style(".first:focus-visible { outline: .06rem solid #aaa; }"),
    "focus-on-screen": style(".first { position: absolute; left: -40rem; }"),
    "focus-not-covered": style(
        "nav { position: relative; } nav::after { content: ''; position: absolute; inset: -1rem;"
        " background: var(--paper); }"
    ),
    "focus-order": Fault('class="second"', 'class="second" tabindex="1"'),
    "no-keyboard-trap": script(
        "document.querySelector('#words').addEventListener('keydown',"
        " event => { if (event.key === 'Tab') event.preventDefault(); });",
        "keyboard",
    ),
    "keyboard": end('<span role="button" onclick="void 0">用滑鼠按這裡</span>'),
    "skip-link": Fault('<a class="skip" href="#main">跳到主要內容</a>', ""),
    "no-single-key-shortcuts": script(
        "addEventListener('keydown', event => { if (event.key === 's')"
        " document.querySelector('#words').focus(); });"
    ),
    "reflow": style(".lead { width: 50rem; }", "text-spacing"),
    "text-spacing": style(
        ".lead { width: 20.5em; max-width: 100%; white-space: nowrap; overflow: hidden; }"
    ),
    "target-size": end(
        '<button class="small">一</button><button class="small">二</button>'
        "<style>.small { all: unset; display: inline-block; width: .6rem; height: .6rem; }</style>"
    ),
    "no-layout-shift": script(
        "addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => {"
        " const late = document.createElement('p'); late.style.height = '12rem';"
        " document.body.prepend(late); })));"
    ),
    "reduced-motion": style(".lead { transition: transform 2s; }"),
    "one-h1": end("<h1>又一個</h1>"),
    "heading-order": end("<h4>跳級</h4>"),
    "no-empty-heading": end("<h2></h2>"),
    "table-caption": Fault("<caption>辦理時間</caption>\n", ""),
    "table-scope": Fault('<th scope="col">時間</th>', "<th>時間</th>"),
    "labels": end('<input type="text" name="bare">'),
    "navigation": end('<nav aria-label="主選單"><a href="./">首頁</a></nav>'),
    "block-anchors": Fault(' accesskey="U"', ""),
    "search-key": Fault(' accesskey="S"', ""),
    "unique-keys": end('<a href="./" accesskey="Q">一</a> <a href="./" accesskey="Q">二</a>'),
    "language-switch": Fault('<a href="en/" hreflang="en"', '<a href="./" hreflang="en"'),
    "language-marked": Fault('hreflang="en" lang="en"', 'hreflang="en"'),
    "quiet-console": end('<p style="color: red">行內樣式</p>'),
    "no-outside-request": end('<img src="https://example.org/a.png" alt="">', "quiet-console"),
    "same-without-scripts": script(
        "document.querySelector('.lead').append('後來才有的字');", "quiet-console"
    ),
    "print-unfolded": Fault(
        "details::details-content { content-visibility: visible; }", "", "site.css"
    ),
    "print-agency": style("@media print { header { display: none; } }"),
    "print-not-clipped": end(
        '<div class="scroll"><p class="long">很長</p></div>'
        "<style>.scroll { overflow-x: auto; } .long { width: 80rem; }</style>"
    ),
}

LINKS: dict[str, Fault] = {
    "target-exists": end('<a href="nowhere/">沒有這一頁</a>'),
    "fragment-exists": end('<a href="en/#nowhere">沒有這一段</a>'),
    "accesskey-target": end('<a href="#nowhere" accesskey="Q">:::</a>', "fragment-exists"),
    "own-host": end('<img src="https://example.org/a.png" alt="">'),
    "unique-ids": end('<p id="facts">又一次</p>'),
}

STYLES: dict[str, Fault] = {
    "relative-sizes": style(".lead { font-size: 14px; }"),
    "own-host": style(".lead { background: url(https://example.org/a.png); }"),
    "files-exist": style(".lead { background: url(nowhere.svg); }"),
}

#: A page on which a check as a whole fails, by the check
CHECKS: dict[str, Fault] = {
    "axe": end('<img src="site.css">'),
    "html": end('<time datetime="112-04-27">112-04-27</time>'),
    "moda-aa": end('<img src="site.css">'),
    "moda-aaa": Fault(' accesskey="U"', "", "en/index.html"),
    "links": LINKS["target-exists"],
    "styles": STYLES["relative-sizes"],
    "behaviour": BEHAVIOUR["one-h1"],
    "weight": end("".join(f"<p>{number**5} {number**7}</p>" for number in range(4000))),
}
