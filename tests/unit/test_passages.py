"""The plain words of finished HTML."""

from __future__ import annotations

import pytest

from disclosure.writing.passages import outside_links


def changed(html: str) -> str:
    return outside_links(html, str.upper)


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("", ""),
        ("a", "A"),
        ("<p>a</p>", "<p>A</p>"),
        ('a<b class="c">d</b>e', 'A<b class="c">D</b>E'),
        ("<p>a <a href='#b'>c <b>d</b></a> e</p>", "<p>A <a href='#b'>c <b>d</b></a> E</p>"),
        ("<h2>a</h2>b", "<h2>a</h2>B"),
        ("<h2>a</h2><h3>b</h3>c", "<h2>a</h2><h3>b</h3>C"),
        ("<pre><code>a\n<b>c</b></code></pre>d", "<pre><code>a\n<b>c</b></code></pre>D"),
        ("<th>a</th><thead>b</thead>", "<th>a</th><thead>B</thead>"),
        ("<summary>\na\n</summary>b", "<summary>\na\n</summary>B"),
        ("<a href='x'>a</a>b<a href='y'>c</a>d", "<a href='x'>a</a>B<a href='y'>c</a>D"),
        ("<!-- a -->b", "<!-- a -->B"),
        ("a<br>b", "A<br>B"),
    ],
)
def test_only_words_outside_links_headings_and_code_are_changed(html: str, made: str) -> None:
    assert changed(html) == made
