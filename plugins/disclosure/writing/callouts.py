"""Boxes of the extensions `admonition` and `pymdownx.details` become the site's own callouts.

A callout says in words what kind it is: its colour alone tells nothing to those who do not see it.
"""

from __future__ import annotations

from disclosure.reading.strings import Strings
from disclosure.writing.html_tree import Element, text

#: `what an editor may write → the word of the interface that names it`.
KINDS = {
    **dict.fromkeys(("note", "seealso"), "note"),
    **dict.fromkeys(("abstract", "summary", "tldr"), "abstract"),
    **dict.fromkeys(("info", "todo"), "info"),
    **dict.fromkeys(("tip", "hint"), "tip"),
    "important": "important",
    **dict.fromkeys(("success", "check", "done"), "success"),
    **dict.fromkeys(("question", "help", "faq"), "question"),
    **dict.fromkeys(("caution", "attention"), "caution"),
    "warning": "warning",
    **dict.fromkeys(("failure", "fail", "missing"), "failure"),
    "danger": "danger",
    **dict.fromkeys(("error", "bug"), "error"),
    **dict.fromkeys(("example", "snippet"), "example"),
    **dict.fromkeys(("quote", "cite"), "quote"),
}
#: The kinds that look otherwise than the rest.
_TONES = {"caution": "warning", "warning": "warning", "danger": "danger", "error": "danger"}


def boxes_to_callouts(tree: Element, strings: Strings) -> None:
    """Every admonition, and every `details` that has a kind."""
    for _, box in list(tree.walk()):
        if box.tag == "div" and "admonition" in box.classes:
            kinds = [one for one in box.classes if one != "admonition"]
            titles = [one for one in box.elements("p") if "admonition-title" in one.classes]
            if not titles:
                titles = [Element("p")]
                box.children[:0] = ["\n", titles[0]]
            titles[0].set("class", "callout-title")
        elif box.tag == "details":
            kinds = box.classes
            titles = box.elements("summary")
        else:
            continue
        kind = next((KINDS[one] for one in kinds if one in KINDS), "")
        if titles:
            _name(titles[0], kinds[0] if kinds else "", kind, strings)
        box.set("class", f"callout {_TONES.get(kind, '')}".rstrip())


def _name(title: Element, written: str, kind: str, strings: Strings) -> None:
    """See that a title names the kind. Left to itself the extension writes `Warning`."""
    if not kind:
        return
    named = strings[f"callout_{kind}"]
    said = title.words
    if said in ("", written.capitalize()):
        title.children = [text(named)]
    elif named.casefold() not in said.casefold():
        title.children.insert(0, text(f"{named}{strings['colon']}"))
