"""Lists of `pymdownx.tasklist`: a sign and words instead of check boxes that nobody can tick."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.reading.strings import Strings
from disclosure.writing.html_tree import Element, text


def boxes_to_signs(tree: Element, strings: Strings) -> None:
    """Every task of every list."""
    for parent, item in list(tree.walk()):
        if item.tag != "li" or "task-list-item" not in item.classes:
            continue
        for holder, control in _controls(item):
            box = control if control.tag == "input" else control.every("input")[0]
            holder.replace(control, _sign(strings, done=box.has("checked")))
        _rename(parent, "task-list", "tasks")
        _rename(item, "task-list-item", "task")


def _controls(item: Element) -> Iterator[tuple[Element, Element]]:
    """The check box of a task, alone or in a label, in the item or in its first paragraph."""
    for holder in (item, *item.elements("p")[:1]):
        for control in holder.elements("input", "label"):
            if control.tag == "input" or "task-list-control" in control.classes:
                yield holder, control
                return


def _sign(strings: Strings, *, done: bool) -> Element:
    said = f"{strings['task_done' if done else 'task_open']}{strings['colon']}"
    words = Element("span", {"class": "unseen"}, [text(said)])
    return Element("span", {"class": "task-sign done" if done else "task-sign"}, [words])


def _rename(element: Element, old: str, new: str) -> None:
    kept = [new if one == old else one for one in element.classes]
    element.set("class", " ".join(dict.fromkeys(kept)))
