"""Style sheets: sizes that the reader can change, nothing from elsewhere, nothing missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from audit.results import Result, Rule

SIZES = Rule("relative-sizes", "AA", ("1.4.4",), "字級用相對單位", "sizes in relative units")
OWN = Rule("own-host", "", (), "樣式表不載入其他主機的檔案", "style sheets load nothing outside")
FILES = Rule("files-exist", "", (), "樣式表引用的檔案存在", "files that style sheets name exist")
RULES = (SIZES, OWN, FILES)

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
#: `font-size: 14px` and the size in `font: 14px/1.5 sans-serif`, also as a custom property
FIXED_SIZE = re.compile(
    r"(?<![\w-])(?:--[\w-]*font-size|font-size|font)\s*:[^;{}]*?\d(?:px|pt|pc|cm|mm|in|Q)\b",
    re.IGNORECASE,
)
IMPORT = re.compile(r"@import\b[^;]*", re.IGNORECASE)
OUTSIDE = re.compile(
    r"""(?:url|src|image-set|image)\(\s*["']?\s*(?:[a-z][a-z0-9+.-]*:)?//[^)"']*""", re.IGNORECASE
)
NAMED = re.compile(r"""url\(\s*["']?\s*([^)"'\s]+)""", re.IGNORECASE)


def faults(style: str) -> Iterator[tuple[Rule, str]]:
    """What a style sheet does that it should not."""
    style = COMMENT.sub("", style)
    for rule, pattern in ((SIZES, FIXED_SIZE), (OWN, IMPORT), (OWN, OUTSIDE)):
        for match in pattern.finditer(style):
            yield rule, match.group().strip()


def check(folder: Path) -> Result:
    """Every style sheet of a site; each stands for a page in the results."""
    result = Result.of(RULES)
    for sheet in sorted(folder.rglob("*.css")):
        path = "/" + sheet.relative_to(folder).as_posix()
        style = sheet.read_text(encoding="utf-8")
        for rule in RULES:
            result.judge(rule.id, path)
        for rule, what in faults(style):
            result.fail(rule.id, path, what)
        for name in NAMED.findall(COMMENT.sub("", style)):
            parts = urlsplit(name)
            if not parts.scheme and not parts.netloc and parts.path:
                start = folder if name.startswith("/") else sheet.parent
                if not (start / unquote(parts.path).lstrip("/")).is_file():
                    result.fail(FILES.id, path, name)
    return result
