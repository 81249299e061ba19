"""What YAML's parser says, and what to tell an editor."""

from __future__ import annotations

#: libyaml's wording → what to tell an editor. Matched in order, on the parser's problem text.
SYNTAX: tuple[tuple[str, str, str], ...] = (
    (
        "found a tab character",
        "這裡有 Tab 字元；縮排只能用空格，請把 Tab 刪掉，改打空格。",
        "There is a tab here: indent with spaces only.",
    ),
    (
        "found character that cannot start any token",
        "這個位置有 YAML 不允許的字元（常見：用 Tab 縮排，或值以 @、`、% 開頭卻沒有加引號）。"
        "縮排請用空格；值請用引號括起來。",
        "A character that YAML does not allow here (often a tab used to indent, or a value that "
        "begins with @, ` or % without quotes). Indent with spaces; put the value in quotes.",
    ),
    (
        "mapping values are not allowed",
        "這一行有多餘的冒號，或縮排與上一行不合。值裡面有「: 」時請用引號括起來。",
        "A colon too many, or an indentation that does not fit the line above. Put a value that "
        'contains ": " in quotes.',
    ),
    (
        "did not find expected key",
        "這裡應該是「欄位: 值」，請檢查縮排與引號是否成對。",
        "A `field: value` was expected here: check the indentation, and that quotes are closed.",
    ),
    (
        "could not find expected ':'",
        "這一行缺少冒號。每個欄位寫成「欄位: 值」，冒號後面空一格。",
        "The colon is missing: write `field: value`, with a space after the colon.",
    ),
    (
        "did not find expected '-' indicator",
        "清單的縮排不一致：同一個清單的每個「-」要對齊。",
        "The list is not aligned: every `-` of one list must stand in the same column.",
    ),
    (
        "found unexpected end of stream",
        "引號或括號沒有關上，讀到檔案結尾都找不到另一半。",
        "A quote or bracket is never closed: the file ended before its other half.",
    ),
    (
        "did not find expected ',' or",
        "方括號或大括號裡的項目之間少了逗號，或括號沒有關上。",
        "A comma is missing between the entries in brackets, or the bracket is not closed.",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "值以 *、& 或 ! 開頭，會被當成 YAML 的特殊語法；請用引號把整個值括起來，如 '**重要**'。",
        "A value that begins with *, & or ! is taken for special YAML: put the whole value in "
        "quotes, such as '**important**'.",
    ),
    (
        "found undefined alias",
        "值以 * 開頭，會被當成 YAML 的特殊語法；請用引號把整個值括起來，如 '*重要*'。",
        "A value that begins with * is taken for special YAML: put the whole value in quotes.",
    ),
    (
        "found unknown escape character",
        "雙引號裡的反斜線「\\」有特別意義；請改用單引號，或寫成「\\\\」。",
        "A backslash inside double quotes has a special meaning: use single quotes, or `\\\\`.",
    ),
    (
        "expected a single document",
        "一個檔案只能有一份資料，請刪掉中間的「---」。",
        "A file holds one document only: remove the `---` in the middle.",
    ),
    (
        "exceeded max depth",
        "括號或縮排的層數太多。",
        "Brackets or indentation are nested too deeply.",
    ),
)
