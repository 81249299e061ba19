"""The words of the site: Taiwan's, in traditional characters, and one name for one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from disclosure.checking.checker import Check
from disclosure.checking.wording import Finder, Hit, covered, mainland, of_site, simplified_in
from disclosure.translating.fields import Field, fields, place_of

Find = Callable[[str], Iterable[Hit]]


def words_are_those_of_the_site(check: Check) -> None:
    """No simplified characters, no mainland usage, nothing that the glossary wants avoided."""
    catalogue = check.catalogue
    found = fields(catalogue, check.settings.data)
    for language in catalogue.languages:
        strings = check.strings.get(language)
        han = strings is not None and strings.facts.script == "han"
        words = of_site(catalogue, language)
        avoided = Finder((*words, *mainland()) if han else words, han=han)
        for owner, group in groupby(found, key=lambda field: field.owner):
            texts = [(field, field.text.get(language) or "") for field in group]
            # Nearly always there is nothing: one search for all texts of a record.
            everything = "\n".join(text for _, text in texts)
            if han and any(simplified_in(everything)):
                for place in _places(check, owner, texts, simplified_in):
                    _tell_simplified(check, language, *place)
            if any(avoided.find(everything)):
                for place in _places(check, owner, texts, avoided.find):
                    _tell_avoided(check, language, *place)


def _places(
    check: Check, owner: str, texts: Iterable[tuple[Field, str]], find: Find
) -> Iterator[tuple[Field, Hit]]:
    """The uses that are no exceptions; each word once in a text."""
    allowed = [
        one.words for one in check.catalogue.allowed if one.record is None or one.record == owner
    ]
    for field, text in texts:
        told: set[str] = set()
        for hit in find(text):
            if hit.word not in told and not covered(text, hit.start, len(hit.word), allowed):
                told.add(hit.word)
                yield field, hit


def _tell_simplified(check: Check, language: str, field: Field, hit: Hit) -> None:
    path, line = _place(check, field, language, hit.word)
    check.tell(
        path,
        line,
        "simplified-character",
        f"「{hit.word}」是簡體字，請改為「{hit.use}」。",
        f'"{hit.word}" is in simplified characters: write "{hit.use}".',
    )


def _tell_avoided(check: Check, language: str, field: Field, hit: Hit) -> None:
    path, line = _place(check, field, language, hit.word)
    check.tell(
        path,
        line,
        "avoided-word",
        f"請不要用「{hit.word}」，改為「{hit.use}」；引文或名稱可以列入 glossary.yml 的 allow。",
        f'Do not write "{hit.word}" but "{hit.use}"; a quotation or a name may be listed below '
        "`allow` in glossary.yml.",
        "warning",
    )


def names_are_translated_alike(check: Check) -> None:
    """A unit or an agency has the name that its register gives it, also in other languages."""
    catalogue = check.catalogue
    others = catalogue.languages[1:]
    names: dict[tuple[str, str], list[str]] = {}
    registered = [
        *(unit.name for unit in catalogue.units.values()),
        *(agency.name for agency in catalogue.agencies.values()),
        catalogue.agency.name,
    ]
    for name in registered:
        for language in others:
            known = name.get(language)
            if known:
                names.setdefault((name.root[catalogue.primary], language), []).append(known)
    for field in fields(catalogue, check.settings.data):
        for language in others:
            _compare(check, field, language, names)


def _compare(
    check: Check, field: Field, language: str, names: dict[tuple[str, str], list[str]]
) -> None:
    known = names.get((field.text.root[check.catalogue.primary], language))
    words = field.text.get(language)
    if not known or words is None or words.casefold() in {name.casefold() for name in known}:
        return
    if any(one.words == words for one in check.catalogue.allowed):
        return
    path, line = _place(check, field, language, words)
    check.tell(
        path,
        line,
        "term-not-preferred",
        f"「{field.text.root[check.catalogue.primary]}」的譯名登記為「{known[0]}」，"
        f"這裡卻是「{words}」，請用同一個。",
        f'The registered name is "{known[0]}", but here it is "{words}": use one and the same.',
        "warning",
    )


def _place(check: Check, field: Field, language: str, words: str) -> tuple[str, int]:
    path, line = place_of(field, language, check.locator)
    return path, check.locator.line_of(path, words.partition("\n")[0], line)


RULES = (words_are_those_of_the_site, names_are_translated_alike)
