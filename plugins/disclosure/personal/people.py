"""Is the author that a document names a person? Everybody is, but agencies, roles and programs."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: What programs write when nobody has told them a name.
_NOBODY = re.compile(
    r"(?:(?:windows|microsoft office|ms office|office) ?)?"
    r"(?:users?|使用者|admin(?:istrator)?|管理[者員]|owner|guest|unknown|未知|anonymous|author|作者"
    r"|home|pc|asus|acer|dell|hp|lenovo|test)[ _-]?\d*"
    r"|microsoft(?: corporation)?|libreoffice|openoffice(?:\.org)?|apache poi|openpyxl|python.docx"
    r"|weasyprint|pandoc|adobe.*|[\d ._-]+",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"(?:監獄|看守所|戒治所|觀護所|技訓所|訓練所|矯正學校|法院|檢察署|矯正署|法務部|分署|廉政署"
    r"|調查局|政府|委員會|基金會|協會|公司)$"
    r"|\b(?:prison|detention|agency|ministry|office|court|bureau|department|government|center"
    r"|centre|council|foundation|association|prosecutors|ltd|inc)\b",
    re.IGNORECASE,
)


class People:
    """Tells persons from the agencies and units that a site knows, and from programs."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = [_plain(name) for name in known if len(_plain(name)) > 1]

    def __call__(self, author: str) -> bool:
        """Is it a person's name, as far as one can tell?"""
        name = _plain(author)
        if not name or _NOBODY.fullmatch(author.strip()) or _AGENCY.search(author.strip()):
            return False
        # 「示範監獄秘書室」 of a site that knows both, or 「示範機關」 of a longer name.
        return not any(one in name or (len(name) > 3 and name in one) for one in self._known)


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()
