"""The colours that an agency chooses in `mkdocs.yml` can be told apart (1.4.3, 1.4.11)."""

from __future__ import annotations

import math

from disclosure.checking.checker import Check
from disclosure.model.palette import COLOURS, SCHEMES, Palette, is_colour
from disclosure.suggest import guess_words, nearest

_FILE = "mkdocs.yml"


def colours_stand_out(check: Check) -> None:
    """Every chosen colour is known and measurable, and no pair is too pale."""
    chosen = check.settings.palette
    sound: dict[str, dict[str, str]] = {}
    for scheme, colours in chosen.items():
        if scheme not in SCHEMES:
            zh, en = guess_words(nearest(scheme, SCHEMES))
            check.tell(
                _FILE,
                _line(check, scheme),
                "unknown-colour",
                f"palette 只有 light（亮色）與 dark（暗色）兩組，沒有「{scheme}」{zh}",
                f'`palette` has the groups light and dark, no "{scheme}"{en}',
            )
            continue
        for name, value in colours.items():
            line = _line(check, scheme, name)
            if name not in COLOURS:
                zh, en = guess_words(nearest(name, COLOURS))
                check.tell(
                    _FILE,
                    line,
                    "unknown-colour",
                    f"palette 沒有「{name}」這個顏色{zh}",
                    f'`palette` knows no colour "{name}"{en}',
                )
            elif not is_colour(value):
                check.tell(
                    _FILE,
                    line,
                    "not-a-colour",
                    f"「{value}」不是顏色；請寫成 #0b4a6f 這樣，加上引號。",
                    f'"{value}" is no colour; write it as "#0b4a6f", in quotes.',
                )
            else:
                sound.setdefault(scheme, {})[name] = value
    if not chosen:
        return  # the packaged colours are tested with the package
    for one in Palette(sound).pale():
        shown = math.floor(one.contrast * 100) / 100  # never rounded up to what is asked for
        own = one.colour if one.colour in sound.get(one.scheme, {}) else one.ground
        check.tell(
            _FILE,
            _line(check, one.scheme, own),
            "low-contrast",
            f"{one.scheme} 的 {one.colour} 在 {one.ground} 上對比只有 {shown:.2f}:1，"
            f"至少要 {one.least:g}:1；請把其中一個顏色調深或調淺。",
            f"{one.colour} on {one.ground} ({one.scheme}) has a contrast of "
            f"{shown:.2f}:1, at least {one.least:g}:1 is needed: make one of them darker "
            "or lighter.",
        )


def _line(check: Check, *words: str) -> int:
    line = 1
    for word in ("palette", *words):
        line = check.locator.line_of(_FILE, f"{word}:", line)
    return line


RULES = (colours_stand_out,)
