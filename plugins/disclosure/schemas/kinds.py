"""The kinds of file that editors write: where each stands, and the model that it must fit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import BaseModel

from disclosure.model.accessibility import Accessibility
from disclosure.model.agency import Agencies, Agency, Units
from disclosure.model.classification import Scheme
from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.faq import FaqCategories
from disclosure.model.form import Form
from disclosure.model.freshness import Freshness
from disclosure.model.glossary import Glossary
from disclosure.model.history import HistoryNotes
from disclosure.model.notices import Notices
from disclosure.model.outside_links import OutsideLinks
from disclosure.model.personal_data import PersonalData
from disclosure.model.plan import Plan
from disclosure.model.search_words import SearchWords
from disclosure.model.service import Service
from disclosure.model.settings import Settings
from disclosure.reading.heads import FaqHead, Head, TranslatedFaqHead, TranslatedHead
from disclosure.reading.strings import Translation

#: Where the schemas of a site stand, beside `mkdocs.yml`.
FOLDER = "schemas"


@dataclass(frozen=True)
class Kind:
    """One kind of file. `places` are patterns below `data/`, or below `content/` for heads of
    Markdown files, in which `{language}` stands for a language other than the main one."""

    name: str
    model: type[BaseModel]
    zh: str
    en: str
    places: tuple[str, ...]

    @property
    def is_head(self) -> bool:
        """Is it the head of a Markdown file, between two `---` lines?"""
        return self.places[0].endswith(".md")


#: The first kind whose place a file has is its kind.
KINDS = (
    Kind("plan", Plan, "服務計畫", "A service plan", ("plans/**/*.yml",)),
    Kind("service", Service, "申辦項目", "A service", ("services/**/*.yml",)),
    Kind("form", Form, "表單", "A form", ("forms/**/*.yml",)),
    Kind(
        "disclosure-item",
        DisclosureItem,
        "主動公開項目",
        "An item of the catalogue of Article 7",
        ("disclosure/**/*.yml",),
    ),
    Kind("scheme", Scheme, "分類表", "A classification", ("classification/*.yml",)),
    Kind(
        "interface",
        Translation,
        "介面文字",
        "The words of the interface",
        ("translations/*.yml",),
    ),
    Kind("agency", Agency, "機關", "The agency", ("agency.yml",)),
    Kind("agencies", Agencies, "提到的機關", "Agencies that records name", ("agencies.yml",)),
    Kind("units", Units, "科室名冊", "The register of units", ("units.yml",)),
    Kind(
        "faq-categories", FaqCategories, "常見問題的類別", "Categories of questions", ("faq.yml",)
    ),
    Kind("glossary", Glossary, "用語說明", "Words explained", ("glossary.yml",)),
    Kind(
        "accessibility",
        Accessibility,
        "無障礙聲明",
        "The accessibility statement",
        ("accessibility.yml",),
    ),
    Kind("search", SearchWords, "搜尋用的同義詞", "Words of the search", ("search.yml",)),
    Kind("freshness", Freshness, "定期檢視", "How often records are reviewed", ("freshness.yml",)),
    Kind("notices", Notices, "每一頁的公告", "Notices on every page", ("notices.yml",)),
    Kind(
        "personal-data",
        PersonalData,
        "可以公開的個人資料",
        "Personal data that may be public",
        ("personal-data.yml",),
    ),
    Kind("links", OutsideLinks, "不檢查的外部連結", "Links that are passed over", ("links.yml",)),
    Kind("history", HistoryNotes, "不算內容的提交", "Commits set aside", ("history.yml",)),
    Kind(
        "faq-translation",
        TranslatedFaqHead,
        "常見問題的譯文",
        "The translation of a question",
        ("{language}/faq/*/*.md",),
    ),
    Kind(
        "page-translation",
        TranslatedHead,
        "一般頁面的譯文",
        "The translation of a page",
        ("{language}/**/*.md",),
    ),
    Kind("faq", FaqHead, "常見問題", "A question", ("faq/*/*.md",)),
    Kind("page", Head, "一般頁面", "A page", ("**/*.md",)),
)


def globs(kind: Kind, settings: Settings) -> tuple[str, ...]:
    """The places of a kind in a site, from the folder of `mkdocs.yml`."""
    folder = settings.content if kind.is_head else settings.data
    others = settings.languages[1:]
    return tuple(
        f"{folder}/{place.format(language=language)}"
        for place in kind.places
        for language in (others if "{language}" in place else ("",))
    )


def kind_of(path: str, settings: Settings) -> Kind | None:
    """The kind of a file, by its path from the folder of `mkdocs.yml`."""
    return next(
        (kind for kind in KINDS if any(_fits(path, one) for one in globs(kind, settings))), None
    )


def _fits(path: str, glob: str) -> bool:
    """Python before 3.13 knows no `**`: it stands for any number of folders here."""
    steps, wanted = PurePosixPath(path).parts, PurePosixPath(glob).parts
    if "**" in wanted:
        at = wanted.index("**")
        first, last = wanted[:at], wanted[at + 1 :]
        if len(steps) < len(first) + len(last):
            return False
        return _all_fit(steps[:at], first) and _all_fit(steps[len(steps) - len(last) :], last)
    return len(steps) == len(wanted) and _all_fit(steps, wanted)


def _all_fit(steps: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return all(PurePosixPath(one).match(form) for one, form in zip(steps, wanted, strict=True))


def modeline(path: str, settings: Settings) -> str:
    """The first line of a data file, by which editors' programs find its schema."""
    kind = kind_of(path, settings)
    if kind is None:
        raise LookupError(f"{path} is of no kind")
    up = "../" * path.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{kind.name}.json\n"
