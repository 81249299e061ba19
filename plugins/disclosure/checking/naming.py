"""What is told of an id that names nothing, or nothing that readers may be led to.

The rules of this folder ask here, so that one mistake is told in one way wherever it is made.
"""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.checking.checker import Check
from disclosure.model.form import Form
from disclosure.model.record import Record
from disclosure.reading.places import Location
from disclosure.suggest import guess_words, nearest

#: What each kind of id is called, and the file in which they are registered.
_NAMES = {
    "unit": ("科室", "unit", "units.yml"),
    "agency": ("機關", "agency", "agencies.yml"),
    "category": ("常見問題類別", "FAQ category", "faq.yml"),
    "record": ("資料", "record", ""),
    "form": ("表單", "form", "forms"),
    "lane": ("欄位（lanes）", "lane", ""),
    "step": ("步驟", "step", ""),
    "document": ("文件（documents）", "document", ""),
}


def unknown(
    check: Check, path: str, place: Location, kind: str, name: str, known: Iterable[str]
) -> None:
    """Tell of an id that is not in its register, with the nearest one that is."""
    if kind in ("record", "form") and was_deleted(check, path, place if place else 1, name, kind):
        return
    zh_kind, en_kind, register = _NAMES[kind]
    known = tuple(known)
    is_file = register.endswith(".yml")
    if is_file and not known and not (check.settings.data_folder / register).exists():
        # The cause, and once: a problem that is told again and again is shown but once.
        check.tell(
            check.data_path(register),
            0,
            "missing-register",
            f"找不到這個檔案，資料提到的{zh_kind}都要登記在裡面；若是誤刪，"
            f"執行「git checkout HEAD -- {check.data_path(register)}」放回來。",
            f"This file is missing, in which every {en_kind} that a record names is registered; if "
            f"it was deleted by mistake, run `git checkout HEAD -- {check.data_path(register)}`.",
        )
        return
    zh, en = guess_words(nearest(name, known))
    where_zh = f"（登記在 {check.data_path(register)}）" if register else ""
    where_en = f" (registered in {check.data_path(register)})" if register else ""
    check.tell(
        path,
        place if place else 1,
        f"unknown-{kind}",
        f"沒有「{name}」這個{zh_kind}{where_zh}{zh}",
        f'There is no {en_kind} "{name}"{where_en}{en}',
    )


def was_renamed(check: Check, path: str, place: Location | int, name: str) -> bool:
    """Tell of a former id, with the present one; is it one?"""
    present = check.catalogue.renamed.get(name)
    if present is None:
        return False
    check.tell(
        path,
        place,
        "former-id",
        f"「{name}」已經改名為「{present}」；請改寫成新的識別碼。",
        f'"{name}" is called "{present}" now: write the new id.',
    )
    return True


def was_deleted(
    check: Check, path: str, place: Location | int, name: str, kind: str = "record"
) -> bool:
    """Tell of an id that was released and is gone, where a guess would mislead; is it one?"""
    if ("record", name) not in {(one.kind, one.id) for one in check.catalogue.released}:
        return False
    if name in check.catalogue.records:
        return False  # and is of another kind
    check.tell(
        path,
        place,
        f"unknown-{kind}",
        f"「{name}」發布過，現在已經刪除或改名；請改寫成現在的資料，或拿掉這裡。",
        f'"{name}" was released once and has been deleted or renamed: name what is there now, or '
        "remove this.",
    )
    return True


def names_another_record(
    check: Check, record: Record, path: str, place: Location, name: str
) -> bool:
    """Tell of an id that is no record's, or that of the record itself; is it another's?"""
    records = check.catalogue.records
    if name not in records:
        if not was_renamed(check, path, place, name):
            unknown(check, path, place, "record", name, records)
        return False
    if name == record.id:
        check.tell(
            path,
            place,
            "names-itself",
            f"這裡寫的「{name}」就是這筆資料自己。",
            f'"{name}" is this very record.',
        )
        return False
    return True


def leads_to_a_shown_record(
    check: Check, referring: Record | None, path: str, place: Location | int, name: str
) -> None:
    """What is published may not lead to what is not: a draft, or something withdrawn."""
    catalogue = check.catalogue
    if catalogue.shows(catalogue.records[name]) or (referring and not catalogue.shows(referring)):
        return
    withdrawn = catalogue.records[name].withdrawn
    heir = catalogue.records.get(withdrawn.successor or "") if withdrawn else None
    if heir and catalogue.shows(heir):
        check.tell(
            path,
            place,
            "unpublished-record",
            f"「{name}」已經撤下，由「{heir.id}」取代；請改寫成它。",
            f'"{name}" is withdrawn and replaced by "{heir.id}": name that instead.',
        )
        return
    check.tell(
        path,
        place,
        "unpublished-record",
        f"「{name}」還是草稿或已經撤下，不會出現在網站上；請先拿掉這個連結，或發布那筆資料。",
        f'"{name}" is a draft or withdrawn and is not on the site: remove this reference, or '
        "publish that record.",
    )


def names_a_form(check: Check, record: Record, path: str, place: Location, name: str) -> None:
    """A form that a record names is there, and is shown where the record is."""
    forms = [one.id for one in check.catalogue.records.values() if isinstance(one, Form)]
    if name in forms:
        leads_to_a_shown_record(check, record, path, place, name)
    else:
        unknown(check, path, place, "form", name, forms)
