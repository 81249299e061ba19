"""No released address is lost: what stood there still does, has moved, or says why it is gone."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.addressing.moves import moves, short_links
from disclosure.checking.checker import Check
from disclosure.model.agency import Unit
from disclosure.model.faq import FaqCategory
from disclosure.model.ledger import NAME, Released
from disclosure.model.page import Page
from disclosure.reading.places import Location
from disclosure.site import urls
from disclosure.suggest import nearest

#: Of so many lost addresses the message guesses what became of each: it compares every name with
#: every new one.
MOST_GUESSED = 50
#: Where data files of one record stand, by the address of their pages.
_FOLDERS = {
    urls.PLANS: "plans",
    urls.SERVICES: "services",
    urls.FORMS: "forms",
    f"{urls.DISCLOSURE}items/": "disclosure",
}
#: The register of what is no record, and its list.
_REGISTERS = {"unit": ("units.yml", "units"), "category": ("faq.yml", "categories")}


def addresses_are_kept(check: Check) -> None:
    """Tell of every released address that leads nowhere, with the ways to mend it."""
    lost = moves(check.catalogue).lost
    records = {entry.id for entry in lost if entry.kind == "record"}
    for entry in lost:
        record = check.catalogue.records.get(entry.id)
        if _is_there(check, entry):
            continue  # and could not be read, which is told
        if entry.kind in _REGISTERS:
            _tell(check, entry, *_registered(check, entry))
        elif record is not None and record.life == "withdrawn":
            continue  # told where the reason is missing
        elif record is not None:
            _tell(check, entry, *_draft(check, entry))
        elif entry.kind == "record" or entry.id not in records:
            _tell(check, entry, *_deleted(check, entry, guess=len(lost) <= MOST_GUESSED))


def released_addresses_are_ours(check: Check) -> None:
    """No line of the ledger, which only a program writes, stands where no page of an editor's ever
    did: its redirect would take the place of a short link, a translation or a file of the site."""
    links = short_links(check.catalogue)
    for entry in check.catalogue.released:
        if entry.address in links or _is_the_programs(check, entry):
            check.tell(
                check.data_path(NAME),
                entry.line,
                "ledger-damaged",
                f"網址 /{entry.address} 是網站程式自己用的，不會有資料發布在那裡；"
                "這個檔案由 disclosure release 產生，請刪掉手動加上的這一行。",
                f"The address /{entry.address} is the program's own, and nothing was ever released "
                "there. The file is written by `disclosure release`: remove this line.",
            )


def _is_the_programs(check: Check, entry: Released) -> bool:
    first, settings = f"{entry.address.partition('/')[0]}/", check.settings
    if first in {f"{language}/" for language in settings.languages[1:]}:
        return True  # translations: the ledger keeps addresses of the main language
    if first == urls.ADMIN and settings.admin:
        return True
    # A page may be called as its author likes, and stand in one of these folders.
    name = check.catalogue.renamed.get(entry.id, entry.id)
    is_page = entry.kind == "record" and isinstance(check.catalogue.records.get(name), Page | None)
    return first in (urls.SHORT, urls.ADMIN, urls.ASSETS) and not is_page


def _tell(check: Check, entry: Released, zh: str, en: str) -> None:
    check.tell(
        check.data_path(NAME),
        entry.line,
        "address-lost",
        f"發布過的網址 /{entry.address}（{entry.what}）沒有了，別人存下或印出的連結會失效。{zh}",
        f"The released address /{entry.address} ({entry.what}) is gone, and links to it fail. {en}",
    )


def _is_there(check: Check, entry: Released) -> bool:
    """Does the file still stand where it was?"""
    root, catalogue = check.settings.root, check.catalogue
    if entry.kind == "unit":
        return not catalogue.units
    if entry.kind == "category":
        folder = check.settings.content_folder / entry.address
        return not catalogue.categories or next(folder.glob("*.md"), None) is not None
    if entry.id in catalogue.records:
        return False
    files = {_file(check, entry), f"{check.settings.content}/{entry.address}index.md"}
    return any((root / file).exists() for file in files)


def _deleted(check: Check, entry: Released, *, guess: bool) -> tuple[str, str]:
    path = _file(check, entry)
    # Found also before the deletion is committed.
    restore = f"git checkout $(git log -1 --diff-filter=AM --format=%h -- {path}) -- {path}"
    now = _renamed_to(check, entry) if guess else ""
    zh_guess = f"（是否為 {now}？）" if now else ""
    en_guess = f" (is it {now}?)" if now else ""
    group = _withdrawal(check)
    return (
        f"①改了名稱或位置：在它現在的檔案{zh_guess}加一行「former: [{entry.id}]」。"
        f"②不再適用：執行「{restore}」把檔案放回來，加上「life: withdrawn」與「{group}」。"
        "③誤刪：只執行同一個指令。",
        f"(1) Renamed or moved: add `former: [{entry.id}]` to the file that it is now{en_guess}. "
        f"(2) No longer valid: bring the file back by `{restore}`, then add `life: withdrawn` and "
        f"`{group}`. (3) Deleted by mistake: the same command alone.",
    )


def _draft(check: Check, entry: Released) -> tuple[str, str]:
    path = check.catalogue.sources[entry.id].path
    group = _withdrawal(check)
    return (
        f"{path} 現在是草稿：請拿掉「life: draft」；要撤下就改成「life: withdrawn」並加上"
        f"「{group}」。",
        f"{path} is a draft now: remove `life: draft`, or write `life: withdrawn` and `{group}`.",
    )


def _registered(check: Check, entry: Released) -> tuple[str, str]:
    register, _ = _REGISTERS[entry.kind]
    path = check.data_path(register)
    if entry.kind == "category" and entry.id in check.catalogue.categories:
        return (
            "這個類別一題也沒有了：請留一題，或從 "
            f"{path} 刪掉它，並在接手的類別加一行「former: [{entry.id}]」。",
            "The category has no question left: keep one, or remove it from "
            f"{path} and add `former: [{entry.id}]` to the category that takes its place.",
        )
    return (
        f"請在 {path} 把「{entry.id}」放回來，或在接手的那一項加一行「former: [{entry.id}]」。",
        f'Put "{entry.id}" back into {path}, or add `former: [{entry.id}]` to what has taken its '
        "place there.",
    )


def _withdrawal(check: Check) -> str:
    day = check.settings.today or max(entry.day for entry in check.catalogue.released)
    return withdrawal(day.isoformat(), check.settings.languages)


def withdrawal(day: str, languages: tuple[str, ...]) -> str:
    """What an editor writes when something is withdrawn."""
    reasons = ", ".join(f"{language}: …" for language in languages)
    return f"withdrawn: {{date: {day}, reason: {{{reasons}}}}}"


def _file(check: Check, entry: Released) -> str:
    """The file of a record that is gone, as its address tells."""
    name = f"{entry.id}/"
    if entry.address.startswith(urls.FAQS) and entry.address.endswith(f"/{name}"):
        return f"{check.settings.content}/{entry.address.rstrip('/')}.md"
    for start, folder in _FOLDERS.items():
        if entry.address.startswith(start + name):
            return check.data_path(f"{folder}/{entry.id}.yml")
    inside = entry.address.rstrip("/")
    return f"{check.settings.content}/{inside}{'/index' if '/' not in inside else ''}.md"


def _renamed_to(check: Check, entry: Released) -> str:
    """The file that is likeliest the same record under a new id: of those that were never released
    and stand in the same part of the site."""
    catalogue = check.catalogue
    known = {one.id for one in catalogue.released if one.kind == "record"}
    part = entry.address.partition("/")[0]
    new = [
        record.id
        for record in catalogue.shown
        if record.id not in known
        and (isinstance(record, Page) or urls.record(record).partition("/")[0] == part)
    ]
    found = nearest(entry.id, new) or (new[0] if len(new) == 1 else None)
    return catalogue.sources[found].path if found else ""


def former_ids_are_free(check: Check) -> None:
    """A former id names nothing any more, and has one heir."""
    heirs: dict[tuple[str, str], str] = {}
    for kind, path, place, old, heir, known in _formers(check):
        if old == heir:
            check.tell(
                path,
                place,
                "former-in-use",
                f"former 的「{old}」就是現在的識別碼（改回原名就不用寫了）；請從 former 拿掉。",
                f'"{old}" in `former` is the present id, back again perhaps: remove it from '
                "`former`.",
            )
        elif old in known:
            check.tell(
                path,
                place,
                "former-in-use",
                f"former 的「{old}」現在還有資料在用，它的網址不會轉到這裡；請拿掉，"
                "或先移除那一筆。",
                f'"{old}" in `former` is in use, so its address does not lead here: remove it, or '
                "remove what uses it.",
            )
        elif (kind, old) in heirs:
            check.tell(
                path,
                place,
                "former-twice",
                f"「{old}」已經寫在「{heirs[kind, old]}」的 former；舊網址只能轉到一個地方。",
                f'"{old}" is in the `former` of "{heirs[kind, old]}" already; an address leads to '
                "one place only.",
            )
        heirs.setdefault((kind, old), heir)


def _formers(check: Check) -> Iterator[tuple[str, str, Location, str, str, set[str]]]:
    """`(kind, path, location, former id, id, ids in use)` of all that say what they were."""
    catalogue = check.catalogue
    records = set(catalogue.records)
    for record in catalogue.records.values():
        for number, old in enumerate(record.former):
            path = catalogue.sources[record.id].path
            yield "record", path, ("former", number), old, record.id, records
    registers: dict[str, tuple[Unit | FaqCategory, ...]] = {
        "unit": tuple(catalogue.units.values()),
        "category": tuple(catalogue.categories.values()),
    }
    for kind, registered in registers.items():
        register, field = _REGISTERS[kind]
        known = {one.id for one in registered}
        for place, one in enumerate(registered):
            for number, old in enumerate(one.former):
                location = (field, place, "former", number)
                yield kind, check.data_path(register), location, old, one.id, known


RULES = (addresses_are_kept, released_addresses_are_ours, former_ids_are_free)
