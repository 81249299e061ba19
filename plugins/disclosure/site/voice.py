"""Saying things in one language: words, dates, lists, prose, with honest fall-back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal

from disclosure.model.catalogue import Catalogue, units_of
from disclosure.model.dates import (
    ROC_OFFSET,
    DateDeadline,
    Deadline,
    MonthDeadline,
    roc_date,
)
from disclosure.model.record import Record, UnitRef
from disclosure.model.settings import Settings
from disclosure.model.text import Text
from disclosure.prose_links import INDEX, RECORD, targets
from disclosure.reading.strings import Strings
from disclosure.site import urls
from disclosure.site.spec import Phrase, View
from disclosure.translating.lags import Lags, find_lags

_DIGITS = "〇一二三四五六七八九"
_FORMAL = str.maketrans("零壹貳參肆伍陸柒捌玖拾", "〇一二三四五六七八九十")
_NUMERAL = re.compile("[〇一二三四五六七八九十零壹貳參肆伍陸柒捌玖拾]+")
_HREF = re.compile(r'href="((?:record|index):[^"]+)"')
_BLANK = re.compile(r"\s")
_WIDTH = str.maketrans("（）．", "().")


def chinese_number(numeral: str) -> int | None:
    """A Chinese numeral below one hundred, or digits one by one; None when it is no number.

    >>> [chinese_number(one) for one in ("柒", "十", "十二", "二十三")]
    [7, 10, 12, 23]
    """
    numeral = numeral.translate(_FORMAL)
    if "十" not in numeral:
        return int("".join(str(_DIGITS.index(digit)) for digit in numeral))
    tens, _, ones = numeral.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return None
    return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)


class Site:
    """The catalogue with everything needed to speak of it."""

    def __init__(
        self, catalogue: Catalogue, strings: dict[str, Strings], settings: Settings
    ) -> None:
        self.catalogue = catalogue
        self.strings = strings
        self.settings = settings
        self.indexes = urls.indexes(catalogue)
        self.entries: dict[tuple[str, str], View] = {}
        #: `(id, language) → HTML` of editors' pages; filled while MkDocs converts them
        self.prose: dict[tuple[str, str], str] = {}
        self.lags = find_lags(catalogue, settings.data)

    def tag(self, language: str) -> str:
        """The BCP 47 tag of a language; its code, when only a packaged list speaks it."""
        return self.strings[language].facts.tag if language in self.strings else language

    def address(self, path: str, language: str) -> str:
        """The full address of a page; empty when that of the site is not known."""
        site_url = self.settings.site_url
        return f"{site_url}{urls.prefix(language, self.settings)}{path}" if site_url else ""

    def han_tag(self, language: str) -> str:
        """The tag with which Chinese names on a page in `language` must be marked, or none."""
        if self.strings[language].facts.script == "han":
            return ""
        han = [one for one in self.settings.languages if self.strings[one].facts.script == "han"]
        return self.tag(han[0]) if han else ""


class Voice:
    """One language of a site. Notices when it had to fall back to another."""

    def __init__(self, site: Site, language: str) -> None:
        self.site = site
        self.language = language
        self.strings = site.strings[language]
        self.fell_back = False
        #: the stale texts that this page has to mark; see `site.lagging`
        self.lags = Lags()

    def words(self, text: Text) -> Phrase:
        """The text in this language, or marked as being in another."""
        words, language = text.best(self.language, self.site.settings.languages)
        if language == self.language:
            return self._said(text, words)
        self.fell_back = True
        return {"words": words, "lang": self.site.tag(language)}

    def since(self, text: Text) -> str:
        """The date of the original that a stale text follows; empty for any other."""
        day = self.date(self.lags.since(text, self.language))
        return day["shown"] if day else ""

    def plain(self, text: Text | None) -> str:
        """The text for a place that cannot carry a language mark, such as a title tag."""
        return text.best(self.language, self.site.settings.languages)[0] if text is not None else ""

    def named(self, text: Text | None) -> Phrase:
        """The name of something that need not be translated, such as a source in Chinese."""
        if text is None:
            return ""
        words, language = text.best(self.language, self.site.settings.languages)
        if language == self.language:
            return self._said(text, words)
        return {"words": words, "lang": self.site.tag(language)}

    def _said(self, text: Text, words: str) -> Phrase:
        since = self.since(text)
        return {"words": words, "lang": "", "since": since} if since else words

    def maybe(self, text: Text | None) -> Phrase | None:
        """The text, or None when there is none."""
        return None if text is None else self.words(text)

    def prose(self, text: Text | None) -> View | None:
        """Markdown with the addresses of the records that it links to."""
        if text is None:
            return None
        words, language = text.best(self.language, self.site.settings.languages)
        lang = ""
        if language != self.language:
            self.fell_back = True
            lang = self.site.tag(language)
        said = {"source": words, "lang": lang, "links": self.links(words)}
        since = self.since(text)
        return said | {"since": since} if since else said

    def links(self, words: str) -> dict[str, str]:
        """`record:` and `index:` targets of a Markdown text → paths in this language."""
        return self._resolved(targets(words))

    def links_in_html(self, html: str) -> dict[str, str]:
        """The same of finished HTML, as MkDocs makes it."""
        return self._resolved(_HREF.findall(html))

    def _resolved(self, found: Iterable[str]) -> dict[str, str]:
        return {target: path for target in found if (path := self.resolve(target)) is not None}

    def resolve(self, target: str) -> str | None:
        """The path behind a `record:` or `index:` target; None when there is no such page."""
        name, _, fragment = target.partition("#")
        path: str | None = None
        if name.startswith(INDEX):
            path = self.site.indexes.get(name[len(INDEX) :])
        elif name[len(RECORD) :] in self.site.catalogue.records:
            path = urls.record(self.site.catalogue.records[name[len(RECORD) :]])
        return f"{path}#{fragment}" if fragment and path is not None else path

    def date(self, day: dt.date | None) -> View | None:
        """A date for a `time` element: ISO, and as the language's calendar writes it."""
        if day is None:
            return None
        iso = day.isoformat()
        shown = roc_date(day) if self.strings.facts.calendar == "roc" else iso
        return {"iso": iso, "shown": shown}

    def year(self, year: int) -> str:
        """A year in both counts."""
        return self.strings.say("year_name", year=year, roc=year - ROC_OFFSET)

    def join(self, parts: Iterable[str]) -> str:
        """A list within a sentence."""
        return self.strings["comma"].join(parts)

    def unit(self, reference: UnitRef) -> View:
        """A unit as a link, with its note."""
        name = self.site.catalogue.units[reference.unit].name
        return {
            "path": urls.unit(reference.unit),
            "name": self.words(name),
            "note": self.maybe(reference.note),
        }

    def units(self, references: Iterable[UnitRef]) -> list[View]:
        """Units as links."""
        return [self.unit(reference) for reference in references]

    def deadline(self, deadline: Deadline) -> View:
        """A deadline in words, with the source's own where they say it otherwise."""
        iso = ""
        if isinstance(deadline, DateDeadline):
            day = self.date(deadline.date)
            assert day is not None
            iso, words = day["iso"], self.strings.say("deadline_date", date=day["shown"])
        elif isinstance(deadline, MonthDeadline):
            year, month = (int(part) for part in deadline.month.split("-"))
            iso = deadline.month
            words = self.strings.say(
                "deadline_month", roc=year - ROC_OFFSET, year=year, month=month, iso=iso
            )
        else:
            words = self.strings[f"deadline_{deadline.kind}"]
        return {"iso": iso, "shown": words, "printed": self.printed(deadline.printed, words)}

    def printed(self, printed: str | None, said: str) -> str:
        """The source's own words: in its own language, and where they say something else."""
        if not printed or self.language != self.site.catalogue.primary:
            return ""
        return "" if _BLANK.sub("", printed) in _BLANK.sub("", said) else printed

    def numeral(self, numeral: str | None) -> str:
        """The number of an item as printed; Chinese numerals in Arabic ones for other readers."""
        if not numeral or self.language == self.site.catalogue.primary:
            return numeral or ""

        def arabic(match: re.Match[str]) -> str:
            number = chinese_number(match[0])
            return match[0] if number is None else str(number)

        return _NUMERAL.sub(arabic, numeral).translate(_WIDTH)

    @staticmethod
    def number(value: Decimal) -> str:
        """A number without needless zeros."""
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text

    def facts(self, record: Record) -> View:
        """The facts at the foot of a record's page: who answers for it, and since when."""
        return {
            "units": self.units(record.units),
            "published": self.date(record.published),
            "updated": self.date(record.changed),
            "reviewed": self.date(record.reviewed),
        }

    def link(self, record: Record) -> View:
        """A record as a link with its title."""
        return {
            "path": urls.record(record),
            "title": self.words(record.title),
            "standing": self.standing(record),
        }

    def standing(self, record: Record) -> str:
        """In a word, that what a record says does not hold today; empty when it does."""
        standing = record.standing(self.site.settings.today)
        return "" if standing == "current" else self.strings[f"standing_{standing}"]

    def entry(self, record: Record) -> View:
        """A record as a line of a list. Built once a language: it stands in many lists."""
        known = self.site.entries.get((self.language, record.id))
        if known is None:
            known = self.site.entries[self.language, record.id] = (
                # By a voice of its own: which page asks first must not show in any page.
                Voice(self.site, self.language)._entry(record)
            )
        return known

    def _entry(self, record: Record) -> View:
        return {
            "path": urls.record(record),
            "title": self.words(record.title),
            "standing": self.standing(record),
            "updated": self.date(record.changed),
            "units": [
                self.words(self.site.catalogue.units[unit].name) for unit in units_of(record)[:1]
            ]
            if record.units
            else [],
        }
