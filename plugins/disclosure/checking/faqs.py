"""Questions are finished, and what replaces one leads somewhere."""

from __future__ import annotations

from disclosure.checking.checker import Check
from disclosure.model.catalogue import Catalogue
from disclosure.model.faq import Faq
from disclosure.model.placeholders import ANSWER


def answers_are_written(check: Check) -> None:
    """The words that `disclosure new` left for the editor are not published."""
    for faq in check.catalogue.records.values():
        if isinstance(faq, Faq) and faq.life == "published":
            words = faq.answer.get(check.catalogue.primary) or ""
            if ANSWER in words:
                path = check.catalogue.sources[faq.id].path
                check.tell(
                    path,
                    check.locator.line_of(path, ANSWER),
                    "no-answer",
                    "答案還沒有寫：請換掉這一行，或加回 life: draft。",
                    "The answer is not written yet: replace this line, or put `life: draft` back.",
                )


def replacements_are_questions(check: Check) -> None:
    """A question is replaced by another question, and not round in a circle."""
    catalogue = check.catalogue
    for faq in catalogue.records.values():
        if not isinstance(faq, Faq) or faq.superseded_by not in catalogue.records:
            continue  # none, or one that is told as unknown
        if faq.superseded_by == faq.id:
            continue  # told as naming itself
        path = catalogue.sources[faq.id].path
        if not isinstance(catalogue.records[faq.superseded_by], Faq):
            check.tell(
                path,
                ("superseded_by",),
                "superseded-by-other",
                f"「{faq.superseded_by}」不是常見問題；要連到別的資料，請用 related。",
                f'"{faq.superseded_by}" is not a question: name other records in `related`.',
            )
        elif _runs_in_circle(catalogue, faq):
            check.tell(
                path,
                ("superseded_by",),
                "superseded-in-circle",
                "這些題目互相取代，最後沒有一題是有效的；請拿掉其中一個 superseded_by。",
                "These questions replace each other, and none is left: remove one of the "
                "`superseded_by`.",
            )


def _runs_in_circle(catalogue: Catalogue, faq: Faq) -> bool:
    seen = {faq.id}
    at = faq
    while at.superseded_by in catalogue.records:
        following = catalogue.records[at.superseded_by]
        if not isinstance(following, Faq):
            return False
        if following.id in seen:
            return following.id == faq.id
        seen.add(following.id)
        at = following
    return False


RULES = (answers_are_written, replacements_are_questions)
