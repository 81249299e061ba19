"""Classification schemes are sound trees, and records use codes that are in them."""

from __future__ import annotations

from disclosure.checking.checker import Check
from disclosure.model.catalogue import FILED_SCHEMES
from disclosure.model.classification import Tree
from disclosure.suggest import guess_words, nearest

#: MyEGov's lists have three levels.
MOST_LEVELS = 10


def schemes_are_trees(check: Check) -> None:
    """No code twice, every parent known, no term below itself."""
    for name, tree in check.catalogue.trees.items():
        path = check.data_path(f"classification/{name}.yml")
        if not (check.settings.root / path).is_file():
            continue  # the packaged list, which the project's own tests check
        if tree.scheme.terms and tree.id != name:
            check.tell(
                path,
                ("scheme",),
                "scheme-name",
                f"scheme 要與檔名相同：「{name}」。",
                f'`scheme` must be the same as the file\'s name: "{name}".',
            )
        _terms(check, path, tree)


def _terms(check: Check, path: str, tree: Tree) -> None:
    seen: dict[str, int] = {}
    for number, term in enumerate(tree.scheme.terms):
        if term.code in seen:
            check.tell(
                path,
                ("terms", number, "code"),
                "duplicate-code",
                f"代碼「{term.code}」在分類表裡出現兩次。",
                f'The code "{term.code}" stands twice in the classification.',
            )
        seen.setdefault(term.code, number)
        if term.parent is None:
            continue
        if term.parent not in tree.terms:
            zh, en = guess_words(nearest(term.parent, tree.terms))
            check.tell(
                path,
                ("terms", number, "parent"),
                "unknown-parent",
                f"上層代碼「{term.parent}」不在分類表裡{zh}",
                f'The parent "{term.parent}" is not in the classification{en}',
            )
        elif not _runs_in_circle(tree, term.code) and len(tree.path(term.code)) > MOST_LEVELS:
            check.tell(
                path,
                ("terms", number, "parent"),
                "too-deep",
                f"分類超過 {MOST_LEVELS} 層。",
                f"The classification has more than {MOST_LEVELS} levels.",
            )
            return
        elif _runs_in_circle(tree, term.code):
            check.tell(
                path,
                ("terms", number, "parent"),
                "classification-cycle",
                f"「{term.code}」的上層繞回自己，請檢查 parent。",
                f'The parents of "{term.code}" lead back to itself: check `parent`.',
            )


def _runs_in_circle(tree: Tree, code: str) -> bool:
    at, steps = tree.terms[code].parent, 0
    while at is not None and at in tree.terms and steps <= len(tree.terms):
        if at == code:
            return True
        at, steps = tree.terms[at].parent, steps + 1
    return False


def codes_are_known(check: Check) -> None:
    """A record's codes are in their schemes; unclassified material does not go online (C-14)."""
    catalogue = check.catalogue
    for record in catalogue.records.values():
        for name in FILED_SCHEMES:
            codes: tuple[str, ...] = getattr(record.classification, name)
            terms = catalogue.trees[name].terms
            for number, code in enumerate(codes):
                if code in codes[:number]:
                    check.tell(
                        catalogue.sources[record.id].path,
                        ("classification", name, number),
                        "duplicate-code",
                        f"代碼「{code}」寫了兩次。",
                        f'The code "{code}" stands twice.',
                    )
                if terms and code not in terms:  # none at all: the list could not be read
                    path = catalogue.sources[record.id].path
                    _unknown(check, path, ("classification", name, number), name, code)
    for name in FILED_SCHEMES:
        for number, code in enumerate(getattr(catalogue.agency.classification, name, ())):
            terms = catalogue.trees[name].terms
            if terms and code not in terms:
                place = ("classification", name, number)
                _unknown(check, check.data_path("agency.yml"), place, name, code)


def _unknown(check: Check, path: str, place: tuple[str | int, ...], name: str, code: str) -> None:
    tree = check.catalogue.trees[name]
    guess = nearest(code, tree.terms)
    list_path = check.data_path(f"classification/{name}.yml")
    zh, en = guess_words(guess)
    if guess and (check.settings.root / list_path).is_file():
        # The list itself may hold the slip: name the line, so that an editor can compare.
        number = list(tree.terms).index(guess)
        line, _ = check.locator.place(list_path, ("terms", number))
        zh = f"，最接近的是「{guess}」（{list_path}:{line}）。"
        en = f'; the nearest is "{guess}" ({list_path}:{line}).'
    check.tell(
        path,
        place,
        "unknown-code",
        f"分類代碼「{code}」不在 {name} 分類表裡{zh}",
        f'The code "{code}" is not in the classification {name}{en}',
    )


RULES = (schemes_are_trees, codes_are_known)
