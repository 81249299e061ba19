"""A rule explained to an editor, on the command line."""

from __future__ import annotations

from textwrap import indent

from disclosure.rules import Catalogue, Rule


def listing(known: Catalogue) -> str:
    """Every rule, by topic."""
    parts: list[str] = []
    for name, topic in known.topics.items():
        parts.append(f"{topic.zh} / {topic.en}")
        for rule in known.rules.values():
            if rule.topic == name:
                parts.append(f"  {rule.id}\n      {rule.zh}\n      {rule.en}")
        parts.append("")
    return "\n".join(parts).rstrip()


def explained(rule: Rule) -> str:
    """What a rule is about, why, and what is wrong and right."""
    parts = [f"{rule.id}：{rule.zh}\n    {rule.en}"]
    weight = weight_of(rule)
    parts.append(f"{weight[0]}\n    {weight[1]}")
    if rule.help:
        parts.append(f"{rule.help.zh}\n    {rule.help.en}")
    parts.append(f"錯 Wrong: {rule.file}\n\n{_shown(rule.wrong)}")
    parts.append(f"對 Right: {rule.file}\n\n{_shown(rule.right)}")
    return "\n\n".join(parts)


def weight_of(rule: Rule) -> tuple[str, str]:
    """Does it stop a build, and may a site weigh it differently?"""
    if rule.severity == "warning":
        return (
            "提醒：不影響產生網站；可用 mkdocs.yml 的 severities 改變。",
            "A reminder: the site is built all the same; `severities` of mkdocs.yml may change it.",
        )
    if rule.fixed:
        return (
            "錯誤：改正之前不會產生網站；不能放寬。",
            "An error: nothing is built until it is mended; it cannot be weakened.",
        )
    return (
        "錯誤：改正之前不會產生網站；可用 mkdocs.yml 的 severities 改成提醒或關掉。",
        "An error: nothing is built until it is mended; `severities` of mkdocs.yml may make it a "
        "reminder or switch it off.",
    )


def _shown(piece: str | None) -> str:
    if piece is None:
        return "    （沒有這個檔案 / there is no such file）"
    if not piece.strip():
        return "    （沒有內容 / nothing）"
    return indent(visible(piece).rstrip("\n"), "    ")


def visible(piece: str) -> str:
    """A piece of a file with what nobody sees spelled out."""
    return "".join(
        one if one == "\n" or one.isprintable() else f"\\u{ord(one):04x}" for one in piece
    )
