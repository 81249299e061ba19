"""Links by name, `record:` and `index:`, in every text that is Markdown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from disclosure.checking import link_forms
from disclosure.checking.checker import Check
from disclosure.checking.headings import anchors_of_page
from disclosure.checking.naming import leads_to_a_shown_record, was_deleted, was_renamed
from disclosure.checking.walking import walk
from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.faq import Faq
from disclosure.model.form import Form
from disclosure.model.page import Page
from disclosure.model.plan import Plan
from disclosure.model.record import Record
from disclosure.model.service import Service
from disclosure.model.text import Text
from disclosure.prose_links import INDEX, RECORD, links, misshapen
from disclosure.reading.files import read_text
from disclosure.reading.front_matter import read_markdown
from disclosure.reading.places import Location
from disclosure.site import disclosure, faqs, forms, services, urls
from disclosure.site.plans import anchors_of
from disclosure.suggest import guess_words, nearest

_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#")


def data_texts(check: Check) -> None:
    """Links in the texts of data files."""
    for path, value, location, referring in _data_files(check):
        for place, text in walk(value, location):
            if not isinstance(text, Text):
                continue
            for language, words in text.root.items():
                odd, found = list(misshapen(words)), list(links(words))
                if not odd and not found:
                    continue
                line, _ = check.locator.place(path, (*place, language))
                link_forms.shapes(check, path, odd, line, exact=False)
                for link in found:
                    _link(check, referring, path, link.target, line)


def _data_files(check: Check) -> Iterator[tuple[str, object, Location, Record | None]]:
    """`(path, value, its location in the file, the record that it is)`."""
    catalogue = check.catalogue
    yield check.data_path("units.yml"), tuple(catalogue.units.values()), ("units",), None
    categories = tuple(catalogue.categories.values())
    yield check.data_path("faq.yml"), categories, ("categories",), None
    for name, tree in catalogue.trees.items():
        path = check.data_path(f"classification/{name}.yml")
        if (check.settings.root / path).is_file():
            yield path, tree.scheme, (), None
    for record in catalogue.records.values():
        path = catalogue.sources[record.id].path
        if isinstance(record, Faq):
            for other in (path, *catalogue.sources[record.id].translations.values()):
                yield from _summary(check, record, other)
        elif not isinstance(record, Page):
            yield path, record, (), record


def _summary(
    check: Check, faq: Faq, path: str
) -> Iterator[tuple[str, object, Location, Record | None]]:
    """The summary of a question, which each language has in a file of its own."""
    source = check.catalogue.sources[faq.id]
    language = next((one for one, at in source.translations.items() if at == path), None)
    words = faq.summary.get(language or check.catalogue.primary) if faq.summary else None
    if words and next(links(words), None):
        # The file holds the plain words, not a mapping of languages: any step below is passed over.
        yield path, Text.model_construct(root={"summary": words}), ("summary",), faq


def answers(check: Check) -> None:
    """Links in answers."""
    for faq in check.catalogue.every(Faq):
        source = check.catalogue.sources[faq.id]
        for language, words in faq.answer.root.items():
            wrong = [link for link in links(words) if not _is_fine(check, link.target)]
            odd = list(misshapen(words))
            if not odd and not wrong:
                continue
            path = source.translations.get(language, source.path)
            text = read_text(check.settings.root / path, check.settings.root, []) or ""
            first = read_markdown(text, path).body_line
            link_forms.shapes(check, path, odd, first)
            for link in wrong:
                _link(check, faq, path, link.target, first + link.line)


def _is_fine(check: Check, target: str) -> bool:
    """Nothing to tell of this link. Cheap, for it is asked of every link of every answer."""
    if not target.startswith(RECORD):
        return False
    record = check.catalogue.records.get(target[len(RECORD) :])
    return record is not None and check.catalogue.shows(record)


def _link(check: Check, referring: Record | None, path: str, target: str, line: int) -> None:
    if target.startswith((RECORD, INDEX)):
        named_link(check, referring, path, target, line)
    elif target.lower().startswith((RECORD, INDEX)) or not _ADDRESS.match(target):
        link_forms.wrong_form(check, path, target, check.locator.line_of(path, target, line))
    elif not target.startswith("#"):
        link_forms.address(check, path, target, check.locator.line_of(path, target, line))


def named_link(check: Check, referring: Record | None, path: str, target: str, line: int) -> None:
    """A `record:` or `index:` link leads somewhere. `line` is where its text begins."""
    kind, _, rest = target.partition(":")
    name, _, fragment = rest.partition("#")
    known: Collection[str] = (
        check.catalogue.records if kind == "record" else urls.indexes(check.catalogue)
    )
    line = check.locator.line_of(path, target, line)
    if name not in known:
        if kind == "record" and (
            was_renamed(check, path, line, name) or was_deleted(check, path, line, name)
        ):
            return
        zh, en = guess_words(nearest(name, known))
        check.tell(
            path,
            line,
            f"unknown-{kind}",
            f"連結 {target} 找不到對應的頁面{zh}",
            f"The link {target} leads nowhere{en}",
        )
        return
    record = check.catalogue.records[name] if kind == "record" else None
    if record is not None:
        leads_to_a_shown_record(check, referring, path, line, name)
    anchors = _anchors(check, record) if fragment else set()
    if fragment and fragment not in anchors:
        zh, en = guess_words(nearest(fragment, anchors))
        check.tell(
            path,
            line,
            "broken-link",
            f"連結 {target}：那一頁沒有「{fragment}」這個段落{zh}",
            f'The link {target}: that page has no part "{fragment}"{en}',
        )


def _anchors(check: Check, record: Record | None) -> set[str]:
    if isinstance(record, Plan):
        return anchors_of(record)
    if isinstance(record, Page):
        return anchors_of_page(check, record)
    if isinstance(record, Service):
        return services.anchors_of(record)
    if isinstance(record, Form):
        return forms.anchors_of(record)
    if isinstance(record, DisclosureItem):
        return disclosure.anchors_of(record)
    return faqs.anchors_of(record) if isinstance(record, Faq) else set()


RULES = (data_texts, answers)
