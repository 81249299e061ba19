"""English words without their endings.

Short and predictable on purpose: `overrides/assets/search/words.js` does exactly the same, and a
test compares the two on every word of the demo site. Other spellings are synonyms (`search.yml`).
"""

from __future__ import annotations

import re
from functools import cache

_PLAIN = re.compile("[a-z]{3,}")
_VOWEL = re.compile("[aeiouy]")
_DOUBLE = re.compile(r"([bdfgmnprt])\1$")
#: An ending goes only where so many letters are left.
_LEAST = 3


@cache
def stem(word: str) -> str:
    """A lower-case word without plural, `-ing`, `-ed` and silent `e`.

    >>> [stem(one) for one in ("visits", "visiting", "applied", "applies", "fines", "process")]
    ['visit', 'visit', 'apply', 'apply', 'fin', 'process']
    """
    if not _PLAIN.fullmatch(word):
        return word
    word = _singular(word)
    for ending in ("ing", "ed"):
        left = word.removesuffix(ending)
        if left != word and len(left) >= _LEAST and _VOWEL.search(left):
            word = f"{left[:-1]}y" if ending == "ed" and left.endswith("i") else left
            word = _DOUBLE.sub(r"\1", word)
            break
    return word[:-1] if len(word) > _LEAST and word.endswith("e") else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _LEAST + 1:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _LEAST:
        return word[:-1]
    return word
