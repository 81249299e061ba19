"""The configuration of the editor, made from the site's models, registers and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from disclosure.admin.widgets import Form, Widget
from disclosure.model.admin import Admin
from disclosure.model.agency import Agencies, Agency, Units
from disclosure.model.catalogue import FILED_SCHEMES, Catalogue, RecordT
from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.faq import Faq, FaqCategories
from disclosure.model.form import Form as FormRecord
from disclosure.model.glossary import Glossary
from disclosure.model.page import Page
from disclosure.model.record import Record
from disclosure.model.service import Service
from disclosure.model.settings import Settings
from disclosure.model.text import Text
from disclosure.reading.heads import FaqHead, Head, TranslatedFaqHead, TranslatedHead

#: The editor on this computer, which writes to the files themselves.
LOCAL = {"name": "proxy", "proxy_url": "/api/v1"}

_FILES: dict[str, tuple[type[BaseModel], str]] = {
    "units.yml": (Units, "科室名冊"),
    "faq.yml": (FaqCategories, "常見問題類別"),
    "glossary.yml": (Glossary, "用語說明"),
    "agency.yml": (Agency, "機關資料"),
    "agencies.yml": (Agencies, "其他機關"),
}
_FOLDERS: dict[str, tuple[type[Record], str]] = {
    "services": (Service, "申辦項目"),
    "forms": (FormRecord, "表單"),
    "disclosure": (DisclosureItem, "主動公開資訊"),
}
_FILE_NAME: Widget = {
    "name": "file_name",
    "label": "檔名",
    "widget": "file-name",
    "required": False,
    "hint": "新增時要填，會成為網址，公布之後不改；譯文的檔名與中文檔相同。",
}


def configuration(catalogue: Catalogue, settings: Settings) -> dict[str, Any]:
    """What `browser/start.js` starts the editor with."""
    return {
        "backend": backend(settings.admin) if settings.admin else LOCAL,
        "locale": "zh_Hant",
        "site_url": settings.site_url,
        "display_url": settings.site_url,
        "media_folder": f"{settings.content}/images",
        "public_folder": "/images",
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [
            *_questions(catalogue, settings),
            *_pages(catalogue, settings),
            *_records(settings),
            *_registers(settings),
        ],
        "lists": lists(catalogue, settings),
    }


def backend(admin: Admin) -> dict[str, str]:
    """Where the editor saves to, in its own words."""
    said = {"name": admin.service, "repo": admin.repository, "branch": admin.branch}
    if admin.service == "github":
        return said | {"base_url": str(admin.sign_in), "api_root": admin.api}
    signing = {"auth_type": "pkce"} if admin.service == "gitlab" else {}
    server = {"base_url": admin.server, "api_root": admin.api}
    return said | signing | server | {"app_id": str(admin.application)}


def _told(kind: type[RecordT], catalogue: Catalogue, settings: Settings) -> Iterator[RecordT]:
    """The records that may be named: anybody can read what stands on the site, and so no drafts."""
    every = catalogue.every(kind)
    return (one for one in every if settings.admin is None or one.life != "draft")


def lists(catalogue: Catalogue, settings: Settings) -> dict[str, list[dict[str, str]]]:
    """Every register that fields choose from, each once, however many fields do."""

    def options(pairs: Iterable[tuple[str, Text]]) -> list[dict[str, str]]:
        named = ((code, name.best(catalogue.primary)[0]) for code, name in pairs)
        return [{"label": f"{name}（{code}）", "value": code} for code, name in named]

    def titles(kind: type[Record]) -> list[dict[str, str]]:
        return options((one.id, one.title) for one in _told(kind, catalogue, settings))

    trees = {scheme: catalogue.trees[scheme].terms.values() for scheme in FILED_SCHEMES}
    return {
        "units": options((one.id, one.name) for one in catalogue.units.values()),
        "agencies": options((one.id, one.name) for one in catalogue.agencies.values()),
        "records": titles(Record),
        "questions": titles(Faq),
        "forms": titles(FormRecord),
        **{
            scheme: options((one.code, one.name) for one in terms)
            for scheme, terms in trees.items()
        },
    }


def _questions(catalogue: Catalogue, settings: Settings) -> Iterator[dict[str, Any]]:
    """A category is a folder; each language has its own."""
    form = Form(settings.languages)
    for code in settings.languages:
        is_first = code == settings.primary
        fields = form.fields(FaqHead if is_first else TranslatedFaqHead)
        for category in catalogue.categories.values():
            root = settings.content if is_first else f"{settings.content}/{code}"
            name = category.name.best(settings.primary)[0]
            questions = (one for one in catalogue.every(Faq) if one.category == category.id)
            free = 1 + max((one.number or 0 for one in questions), default=0)
            yield _folder(
                f"faq-{code}-{category.id}",
                f"常見問題：{name}" if is_first else f"常見問題（{code}）：{name}",
                f"{root}/faq/{category.id}",
                "md",
                {
                    "slug": "{{fields.file_name}}",
                    "summary": "{{title}}",
                    "fields": [
                        _FILE_NAME,
                        *_with_body(_numbered(fields, free), "答案", required=is_first),
                    ],
                },
            )


def _numbered(fields: list[Widget], free: int) -> list[Widget]:
    """A new question begins with the next free number."""
    return [{**one, "default": free} if one["name"] == "number" else one for one in fields]


def _with_body(fields: list[Widget], label: str, *, required: bool) -> list[Widget]:
    """The text of a Markdown file stands where its readers look for it: below the summary."""
    body = {"name": "body", "label": label, "widget": "text", "required": required}
    at = 1 + next(at for at, field in enumerate(fields) if field["name"] == "summary")
    return [*fields[:at], body, *fields[at:]]


def _pages(catalogue: Catalogue, settings: Settings) -> Iterator[dict[str, Any]]:
    """The pages that there are; a new one is begun with `disclosure new page`."""
    form = Form(settings.languages)
    pages = sorted(_told(Page, catalogue, settings), key=lambda page: page.path)
    for code in settings.languages:
        is_first = code == settings.primary
        fields = form.fields(Head if is_first else TranslatedHead)
        fields = _with_body(fields, "內文", required=False)
        files = []
        for page in pages:
            source = catalogue.sources[page.id]
            path = source.path if is_first else source.translations.get(code)
            if path:
                title = page.title.best(settings.primary)[0]
                files.append({"name": page.id, "label": title, "file": path, "fields": fields})
        if files:
            label = "一般頁面" if is_first else f"一般頁面（{code}）"
            yield _collection(f"pages-{code}", label, "md") | {"files": files}


def _records(settings: Settings) -> Iterator[dict[str, Any]]:
    form = Form(settings.languages)
    for name, (model, label) in _FOLDERS.items():
        yield _folder(
            name,
            label,
            f"{settings.data}/{name}",
            "yml",
            {
                "slug": "{{fields.id}}",
                "identifier_field": "id",
                "summary": f"{{{{title.{settings.primary}}}}}",
                "fields": form.fields(model),
            },
        )


def _registers(settings: Settings) -> Iterator[dict[str, Any]]:
    form = Form(settings.languages)
    for name, (model, label) in _FILES.items():
        if not (settings.data_folder / name).is_file():
            continue
        stem = name.removesuffix(".yml")
        file = {"name": stem, "label": label, "file": f"{settings.data}/{name}"}
        yield _collection(stem, label, "yml") | {"files": [{**file, "fields": form.fields(model)}]}


def _collection(name: str, label: str, extension: str) -> dict[str, Any]:
    # A format of its own: how a file is read and written depends on its fields.
    return {"name": name, "label": label, "format": name, "extension": extension}


def _folder(
    name: str, label: str, folder: str, extension: str, more: dict[str, Any]
) -> dict[str, Any]:
    # Nothing is deleted here: what was published is withdrawn, with a reason.
    kept = {"folder": folder, "label_singular": label, "create": True, "delete": False}
    return _collection(name, label, extension) | kept | more
