"""The pages of the rules in `docs/rules/`, made from the catalogue that `disclosure explain` reads.

python -m scripts.rules
"""

from __future__ import annotations

from pathlib import Path

from disclosure.rules import Rule, catalogue
from disclosure.telling.explaining import visible, weight_of

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "rules"
_MADE = "<!-- make rules -->"


def pages() -> dict[str, str]:
    """Every page by its file name."""
    known = catalogue()
    made = {f"{rule.id}.md": _page(rule) for rule in known.rules.values()}
    made["index.md"] = _index()
    return made


def _index() -> str:
    known = catalogue()
    parts = [
        _MADE,
        "# 全部的規則",
        "每則訊息最後的方括號裡是規則的名稱。按名稱看說明與例子，或執行 `disclosure explain 名稱`。"
        "訊息怎麼讀，見[問題訊息](../editors/problems.md)。",
        "*The name in brackets at the end of a message is that of its rule. Each rule has a page "
        "with examples; `disclosure explain NAME` says the same. How to read a message: "
        "[messages](../editors/problems.md).*",
    ]
    for name, topic in known.topics.items():
        rows = ["| 規則 | 意思 | Meaning |", "| --- | --- | --- |"]
        for rule in known.rules.values():
            if rule.topic == name:
                mark = "（提醒）" if rule.severity == "warning" else ""
                zh, en = _cell(rule.zh), _cell(rule.en)
                rows.append(f"| [`{rule.id}`]({rule.id}.md) | {mark}{zh} | {en} |")
        parts += [f"## {topic.zh} {topic.en}", "\n".join(rows)]
    return "\n\n".join(parts) + "\n"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _page(rule: Rule) -> str:
    weight = weight_of(rule)
    topic = catalogue().topics[rule.topic]
    parts = [
        _MADE,
        f"# {rule.id}",
        f"**{rule.zh}**",
        f"*{rule.en}*",
        weight[0],
        f"*{weight[1]}*",
    ]
    if rule.help:
        parts += [rule.help.zh, f"*{rule.help.en}*"]
    parts += ["## 錯 Wrong", f"`{rule.file}`", _shown(rule.wrong)]
    parts += ["## 對 Right", f"`{rule.file}`", _shown(rule.right)]
    parts.append(f"[全部的規則：{topic.zh} / all rules](index.md)")
    return "\n\n".join(parts) + "\n"


def _shown(piece: str | None) -> str:
    if piece is None:
        return "（沒有這個檔案） *There is no such file.*"
    if not piece.strip():
        return "（沒有內容） *Nothing.*"
    words = visible(piece).strip("\n")
    return f"```text\n{words}\n```"


def main() -> None:
    """Write them, and remove those of rules that are gone."""
    made = pages()
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
