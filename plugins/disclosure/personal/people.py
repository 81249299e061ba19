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
    r"|centre|council|foundation|association|prosecutors|ltd|inc)\b\.?(?:$|\s+(?:of|for)\b)",
    re.IGNORECASE,
)
#: What may stand beside the name of a unit: a post that anybody may hold, a number, the next unit.
_POST = re.compile(
    r"(?:承辦人?員?|公用|共用|電腦|帳號|科員|科長|主任|秘書|書記|專員|組員|管理員|第?[\d一二三四五六七八九十]+"
    r"|[科室組課股隊處]|staff|clerk|[\s\d._/、,()（）-])*",
    re.IGNORECASE,
)


class People:
    """Tells persons from the agencies and units that a site knows, and from programs."""

    def __init__(self, known: Iterable[str]) -> None:
        names = {_plain(name) for name in known}
        self._known = sorted((name for name in names if len(name) > 1), key=len, reverse=True)

    def __call__(self, author: str) -> bool:
        """Is it a person's name, as far as one can tell?"""
        name = _plain(author)
        if not name or _NOBODY.fullmatch(author.strip()) or _AGENCY.search(author.strip()):
            return False
        if len(name) > 3 and any(name in one for one in self._known):
            return False  # 「示範機關」 of a longer name
        # 「示範監獄秘書室」 of a site that knows both; but 「秘書室王小明」 is somebody.
        for one in self._known:
            name = name.replace(one, "")
        return not _POST.fullmatch(name)


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()
