"""The catalogue of Article 7: every category says something, and what is missing says why."""

from __future__ import annotations

from disclosure.checking.checker import Check
from disclosure.model.disclosure_item import DisclosureItem


def items_give_their_reason(check: Check) -> None:
    """What there is not has a reason; what is withheld has its ground in the law (D-04)."""
    for item in check.catalogue.every(DisclosureItem):
        path = check.catalogue.sources[item.id].path
        if item.state == "provided" and not (item.text or item.files or item.links or item.reports):
            check.tell_missing(
                item,
                "text",
                "nothing-provided",
                "這個項目沒有內容：請寫 text、files、links 或 reports 其中一項，"
                "或用 state 說明沒有的原因。",
                "This item holds nothing: give `text`, `files`, `links` or `reports`, or say in "
                "`state` why there is none.",
            )
        if item.state in ("none", "not-applicable") and not item.reason:
            check.tell(
                path,
                ("state",),
                "no-reason",
                f"state 是 {item.state}，要用 reason 說明為什麼。",
                f"The state is {item.state}: say why in `reason`.",
            )
        if item.state == "withheld" and not item.withheld:
            check.tell(
                path,
                ("state",),
                "no-ground",
                "state 是 withheld（不公開），要用 withheld 寫出第 18 條第 1 項的款次與內容。",
                "The state is withheld: name the ground of Article 18, paragraph 1, in `withheld`.",
            )
        if not item.classification.disclosure:
            check.tell(
                path,
                ("classification",),
                "no-category",
                '主動公開項目要屬於第 7 條的一類，請加上 disclosure: ["…"]。',
                'An item belongs to a category of Article 7: add `disclosure: ["…"]`.',
            )


def categories_are_not_empty(check: Check) -> None:
    """Each of the ten categories has an item or a record, or an item that says why not."""
    catalogue = check.catalogue
    if not any(isinstance(record, DisclosureItem) for record in catalogue.records.values()):
        return  # the site keeps no such catalogue
    held = catalogue.index["disclosure"]
    for code, term in catalogue.trees["disclosure"].terms.items():
        if code not in held:
            name = term.name.best(catalogue.primary)[0]
            check.tell(
                check.data_path("disclosure"),
                0,
                "empty-category",
                f"第 7 條第 {code} 款「{name}」還沒有任何資料；沒有可以公開的，"
                "請寫一個項目說明（state: none 或 not-applicable）。",
                f"Category {code} of Article 7 holds nothing yet: if there is nothing to publish, "
                "write an item that says so (`state: none` or `not-applicable`).",
                "warning",
            )


RULES = (items_give_their_reason, categories_are_not_empty)
