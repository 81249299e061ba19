"""What another host answered, in words for editors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

#: ok: leads somewhere. moved: it does, but has a new address for good. broken: leads nowhere.
#: unclear: the host does not answer programs, or oddly; only a person can tell. unreachable: no
#: answer today; ask again.
State = Literal["broken", "moved", "unreachable", "unclear", "ok"]
STATES: tuple[State, ...] = get_args(State)

NAMES: dict[State, tuple[str, str]] = {
    "broken": ("已失效，請改掉或刪除", "broken: mend or remove them"),
    "moved": ("已永久搬到新網址，請改成新的", "moved for good: write the new address"),
    "unreachable": ("今天連不上，請改天再查一次", "no answer today: ask again another day"),
    "unclear": ("程式無法判斷，請自己點開看", "not for a program to tell: open them yourself"),
    "ok": ("正常", "fine"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for one address. `checked` and `since` are days, as in a cache."""

    state: State
    zh: str
    en: str
    status: int = 0
    moved_to: str = ""
    checked: str = ""
    since: str = ""


#: The name of a host is not known; and there is nobody to ask, as on a computer without a network.
NO_HOST = Answer("broken", "找不到這個主機名稱", "no such host")
NO_NAMES = Answer("unreachable", "查不到主機名稱，可能沒有網路", "no name server answers")

#: Answers that say that a program is not wanted, rather than that the page is gone.
_REFUSING = {401, 403, 405, 406, 407, 412, 418, 429, 451, 999}
_GONE = {404: ("找不到網頁", "not found"), 410: ("網頁已移除", "gone")}


def of_status(status: int) -> Answer:
    """The answer that a status of HTTP stands for."""
    if status < 400:
        return Answer("ok", "", "", status)
    if status in _GONE:
        zh, en = _GONE[status]
        return Answer("broken", f"{zh}（{status}）", f"{en} ({status})", status)
    if status in _REFUSING:
        return Answer("unclear", f"拒絕程式讀取（{status}）", f"refused ({status})", status)
    if status >= 500 or status in (408, 425):
        return Answer(
            "unreachable", f"對方網站故障（{status}）", f"server error ({status})", status
        )
    return Answer("broken", f"網址有誤（{status}）", f"bad request ({status})", status)
