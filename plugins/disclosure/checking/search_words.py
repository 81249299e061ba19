"""Every word of the search means one thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from disclosure.checking.checker import Check
from disclosure.model.search_words import SearchWords
from disclosure.reading.places import Location
from disclosure.searching.words import Normal, Vocabulary

FILE = "search.yml"


def synonyms_mean_one_thing(check: Check) -> None:
    """No word stands for two others, nor for one that itself stands for another."""
    words = check.catalogue.search_words
    for language, synonyms in words.synonyms.items():
        normal = Normal(Vocabulary(words.variants))
        uses = {normal.form(one.use) for one in synonyms}
        seen: dict[str, str] = {}
        for place, also, use in _also(words, language):
            form = normal.form(also)
            first = seen.setdefault(form, use)
            if form in uses:
                check.tell(
                    check.data_path(FILE),
                    place,
                    "synonym-of-itself",
                    f"「{also}」是另一個（或同一個）詞的 use，不能又放在 also；"
                    "請把兩組合成一組，只留一個 use。",
                    f'"{also}" is the `use` of a group already and cannot be an `also` too: join '
                    "the two groups under one `use`.",
                )
            elif normal.form(first) != normal.form(use):
                check.tell(
                    check.data_path(FILE),
                    place,
                    "duplicate-synonym",
                    f"「{also}」已經歸到「{first}」；一個說法只能歸到一個詞，請留下一個。",
                    f'"{also}" belongs to "{first}" already: one word can stand for one other '
                    "only; keep one of the two.",
                )


def variants_end(check: Check) -> None:
    """A character that counts as another is not itself what a third one counts as."""
    variants = check.catalogue.search_words.variants
    for character, other in variants.items():
        if other not in variants:
            continue
        last = _end(variants, character)
        if last:
            zh = f"「{other}」又當成「{variants[other]}」；請直接寫「{character}: {last}」。"
            en = f'which itself counts as "{variants[other]}": write "{character}: {last}".'
        else:
            zh = "繞一圈又回到原來的字；同一組字請只留一個方向。"
            en = "and so on in a circle: keep one direction of each pair."
        check.tell(
            check.data_path(FILE),
            ("variants", character),
            "variant-chain",
            f"「{character}」當成「{other}」，{zh}",
            f'"{character}" counts as "{other}", {en}',
        )


def _end(variants: Mapping[str, str], character: str) -> str:
    """What a character counts as in the end; nothing when that is a circle."""
    passed: set[str] = set()
    while character in variants:
        if character in passed:
            return ""
        passed.add(character)
        character = variants[character]
    return character


def ignored_words_are_no_synonyms(check: Check) -> None:
    """What is skipped cannot be looked for."""
    words = check.catalogue.search_words
    normal = Normal(Vocabulary(words.variants))
    for language, ignored in words.ignored.items():
        named = {normal.form(also) for _, also, _ in _also(words, language)}
        named |= {normal.form(one.use) for one in words.synonyms.get(language, ())}
        for number, word in enumerate(ignored):
            if normal.form(word) in named:
                check.tell(
                    check.data_path(FILE),
                    ("ignored", language, number),
                    "ignored-synonym",
                    f"「{word}」同時列為略過的詞（ignored）和同義詞（synonyms）；請從其中一處刪除。",
                    f'"{word}" is listed to be skipped (`ignored`) and as a synonym: delete it in '
                    "one of the two places.",
                )


def _also(words: SearchWords, language: str) -> Iterator[tuple[Location, str, str]]:
    """`(place, also, use)` of every synonym of a language."""
    for number, one in enumerate(words.synonyms.get(language, ())):
        for at, also in enumerate(one.also):
            yield ("synonyms", language, number, "also", at), also, one.use


RULES = (synonyms_mean_one_thing, variants_end, ignored_words_are_no_synonyms)
