"""No personal data is published unawares (K-01): every file of the site is searched for it.

Drafts, comments and files that no page offers are searched too: MkDocs copies what stands in
`content/`, and the repository itself is mostly public.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from disclosure.checking.checker import Check
from disclosure.model.catalogue import Catalogue
from disclosure.model.personal_data import PersonalData, PublicDatum
from disclosure.personal.files import TOO_LARGE, as_text, in_name, search
from disclosure.personal.kinds import KINDS, Find, plain
from disclosure.personal.people import People
from disclosure.problems import Problem
from disclosure.reading.downloads import files_of
from disclosure.reading.files import is_readable, relative, walk

_FILE = "personal-data.yml"
#: Mailboxes of agencies; and the names that nobody can have (RFC 2606).
_PUBLIC_DOMAINS = (
    *("gov.tw", "example", "test", "invalid", "localhost"),
    *("example.com", "example.net", "example.org", "example.edu"),
)
#: Below these, domains are sold to anybody, or mailboxes given to anybody.
_OF_ANYBODY = frozenset(
    (
        *(f"{one}.tw" for one in ("com", "org", "net", "edu", "idv", "game", "ebiz", "club")),
        *("gmail.com", "googlemail.com", "yahoo.com", "yahoo.com.tw", "hotmail.com"),
        *("hotmail.com.tw", "outlook.com", "outlook.com.tw", "live.com", "msn.com", "icloud.com"),
        *("me.com", "pchome.com.tw", "hinet.net", "msa.hinet.net", "seed.net.tw", "proton.me"),
    )
)
_LARGEST = 200_000_000  # a long video, which would fill the memory
#: What may be public as it is; anything else is not written down a second time.
_MAY_BE_VALUE = ("mobile", "email", "plate", "author")


def no_personal_data(check: Check) -> None:
    """Everything that looks like personal data is taken out, or listed with a reason."""
    public = _Public(check.catalogue.personal_data, check)
    people = People(_names(check.catalogue))
    refused = _refused(check)
    root = check.settings.root
    for path in _files(check):
        name = relative(path, root)
        if path.stat().st_size > _LARGEST:
            _tell_unread(check, name, *TOO_LARGE)
            continue
        content = path.read_bytes()
        text = ""
        for one in (*in_name(name), *search(content, people)):
            if not isinstance(one, Find):
                if path not in refused:
                    _tell_unread(check, name, *one)
            elif not public.allows(name, one):
                text = text or as_text(content)
                check.problems.append(_problem(name, text, one, check))
    public.tell_unused()
    public.tell_shared()


def domains_have_an_owner(check: Check) -> None:
    """No exception opens a domain at which anybody may have a mailbox."""
    for number, one in enumerate(check.catalogue.personal_data.domains):
        if one.domain in _OF_ANYBODY:
            check.tell(
                check.data_path(_FILE),
                ("domains", number, "domain"),
                "domain-of-anybody",
                f"{one.domain} 底下誰都能有信箱，不是哪一個機關的網域；請寫完整的網域"
                "（例如 families.org.tw），或在 exceptions 用 value 寫那一個信箱。",
                f"Anybody may have a mailbox at {one.domain}: give the whole domain of the "
                "organization (such as families.org.tw), or the one mailbox as a `value` in "
                "`exceptions`.",
            )


def exceptions_are_clear(check: Check) -> None:
    """An exception says either what is public, or where something masked stands."""
    for number, one in enumerate(check.catalogue.personal_data.exceptions):
        told: tuple[str, str] | None = None
        if (one.value is None) == (one.masked is None):
            told = (
                "這一項要寫 value（可以公開的值）或 masked（訊息裡遮蔽後的寫法），兩者擇一。",
                "Give either `value` (what may be public) or `masked` (as the message shows it).",
            )
        elif one.value is not None and one.kind not in _MAY_BE_VALUE:
            told = (
                "這種個人資料不能整個寫在這裡，請改用 masked，照訊息裡遮蔽後的寫法。",
                "This kind is not written down in full: use `masked`, as the message shows it.",
            )
        elif one.masked is not None and not one.files:
            told = (
                "用 masked 時要寫 files，說明是哪些檔案。",
                "With `masked`, say in `files` which files are meant.",
            )
        if told:
            place = ("exceptions", number)
            check.tell(check.data_path(_FILE), place, "unclear-exception", *told)


class _Public:
    """What may be public, and which of the exceptions were of use."""

    def __init__(self, listed: PersonalData, check: Check) -> None:
        self._listed = listed
        self._check = check
        self._own_file = check.data_path(_FILE)
        site = (urlsplit(check.settings.site_url).hostname or "").removeprefix("www.")
        self._domains = (*_PUBLIC_DOMAINS, *filter(None, [site]))
        self._mailbox = (check.catalogue.agency.email or "").lower()
        self._used: set[tuple[str, int, str]] = set()
        self._covered: dict[int, set[str]] = {}  # values by the number of their masked exception

    def allows(self, path: str, find: Find) -> bool:
        """Is this find meant to be there?"""
        if find.kind == "email":
            host = find.value.rpartition("@")[2]
            if find.value == self._mailbox or _is_below(host, self._domains):
                return True
            for number, domain in enumerate(self._listed.domains):
                if _is_below(host, (domain.domain,)):
                    self._used.add(("domains", number, ""))
                    return True
        for number, one in enumerate(self._listed.exceptions):
            if one.kind == find.kind and _is_meant(one, find):
                if path == self._own_file and one.value:
                    return True  # it stands in the list itself, which is no use of the list
                if path in one.files or not one.files:
                    if one.masked is not None:
                        self._covered.setdefault(number, set()).add(find.value)
                    self._used |= {("exceptions", number, path), ("exceptions", number, "")}
                    return True
        return False

    def tell_unused(self) -> None:
        """An exception without its case would cover the next one, unseen."""
        for number, domain in enumerate(self._listed.domains):
            if ("domains", number, "") not in self._used:
                self._tell(("domains", number), domain.domain, domain.domain)
        for number, one in enumerate(self._listed.exceptions):
            for at, path in enumerate(one.files or [""]):
                if ("exceptions", number, path) not in self._used:
                    place = ("exceptions", number, *(("files", at) if path else ()))
                    kind = KINDS[one.kind]
                    where = (f"{path} 裡沒有", f" in {path}") if path else ("沒有檔案有", "")
                    self._tell(place, f"{where[0]}這個{kind.zh}", f"{kind.en}{where[1]}")

    def tell_shared(self) -> None:
        """Two mailboxes may be masked alike, and only one of them was meant."""
        for number, values in self._covered.items():
            kind = self._listed.exceptions[number].kind
            if len(values) > 1 and kind in _MAY_BE_VALUE:
                self._check.tell(
                    self._own_file,
                    ("exceptions", number, "masked"),
                    "unclear-exception",
                    f"這種遮蔽後的寫法，檔案裡有 {len(values)} 個不同的{KINDS[kind].zh}都符合；"
                    "請改用 value，一項寫一個。",
                    f"{len(values)} different finds are masked like this ({KINDS[kind].en}): use "
                    "`value`, one entry for each.",
                )

    def _tell(self, place: tuple[int | str, ...], zh: str, en: str) -> None:
        self._check.tell(
            self._own_file,
            place,
            "unused-exception",
            f"這一項例外已經用不到（{zh}），請刪除，以免以後蓋過真的個人資料。",
            f"This exception is not needed any more ({en}): delete it, before it covers what is "
            "no exception.",
            "warning",
        )


def _is_meant(one: PublicDatum, find: Find) -> bool:
    if one.value is not None:
        return plain(one.kind, one.value) == find.value
    return one.masked == find.masked and bool(one.files)


def _is_below(host: str, domains: Iterable[str]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in domains)


def _files(check: Check) -> Iterator[Path]:
    """Everything that is published, with the site or with its repository."""
    settings = check.settings
    candidates = [settings.root / "mkdocs.yml"]
    for folder in (settings.data_folder, settings.content_folder):
        candidates += walk(folder, settings.root, [])  # what is amiss with a folder is told already
        # Backups of editors are no records, but MkDocs copies them.
        candidates += sorted(folder.rglob("[!.]*~"))
    return (path for path in candidates if is_readable(path))


def _refused(check: Check) -> set[Path]:
    """Offered files that were told to be no documents at all: once is enough."""
    offered = {
        file.path for record in check.catalogue.records.values() for _, file in files_of(record)
    }
    folder = check.settings.content_folder
    return {folder / path for path in offered - check.catalogue.files.keys()}


def _names(catalogue: Catalogue) -> Iterator[str]:
    """The agencies and units that a document may name as its author."""
    yield from catalogue.agency.name.root.values()
    for agency in catalogue.agencies.values():
        yield from agency.name.root.values()
    for unit in catalogue.units.values():
        yield from (*unit.name.root.values(), *unit.aliases)


def _problem(path: str, text: str, find: Find, check: Check) -> Problem:
    kind = KINDS[find.kind]
    line = column = 0
    if not find.within_zh:
        line = text.count("\n", 0, find.start) + 1
        column = find.start - text.rfind("\n", 0, find.start)
    where_zh = f"（{find.within_zh}）" if find.within_zh else ""
    where_en = f" ({find.within_en})" if find.within_en else ""
    listed = check.data_path(_FILE)
    return Problem(
        path,
        line,
        column,
        kind.rule,
        f"疑似{kind.zh}「{find.masked}」{where_zh}：{kind.mend_zh}；"
        f"確定可以公開的，寫進 {listed} 並附理由。",
        f'This looks like {kind.en}, "{find.masked}"{where_en}. {kind.mend_en}; if it may be '
        f"public, list it in {listed} with a reason.",
    )


def _tell_unread(check: Check, path: str, zh: str, en: str) -> None:
    check.tell(
        path,
        0,
        "unsearched-file",
        f"無法檢查這個檔案裡有沒有個人資料：{zh}。請自己打開看一次，或改存成 ODT、PDF 再放上來。",
        f"This file cannot be searched for personal data: {en}. Look through it yourself, or save "
        "it as ODT or PDF.",
        "warning",
    )


RULES = (no_personal_data, exceptions_are_clear, domains_have_an_owner)
