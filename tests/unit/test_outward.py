"""Links to other sites say that they open a new window."""

from __future__ import annotations

import pytest

from disclosure.writing.outward import outward

OWN = "prison.example.gov.tw"


def marked(html: str) -> str:
    return outward(html, OWN, "{0}（另開新視窗）")


def test_a_link_to_another_host_says_where_it_leads() -> None:
    assert marked('<a href="https://example.org/a">甲</a>') == (
        '<a href="https://example.org/a" target="_blank" rel="noopener" '
        'title="example.org（另開新視窗）">甲</a>'
    )


@pytest.mark.parametrize(
    "html",
    [
        f'<a href="https://{OWN}/a/">甲</a>',
        f'<a href="https://{OWN.upper()}:443/a/">甲</a>',
        '<a href="../plans/">甲</a>',
        '<a href="#top">甲</a>',
        '<a href="mailto:a@example.org">甲</a>',
        '<a href="tel:+88621234567">甲</a>',
        '<link href="https://example.org/a">',
        "<p>https://example.org/</p>",
        # What says already what it does keeps its words.
        '<a href="https://example.org/" title="地圖">甲</a>',
        '<a href="https://example.org/" target="_blank" rel="noopener" title="地圖">甲</a>',
    ],
)
def test_all_other_links_stay_as_they_are(html: str) -> None:
    assert marked(html) == html


def test_an_address_with_a_query_stays_as_it_is_written() -> None:
    made = marked('<a href="https://example.org/?a=1&amp;lang=zh&amp;b=%E7%94%B2">甲</a>')
    assert made.startswith('<a href="https://example.org/?a=1&amp;lang=zh&amp;b=%E7%94%B2" target=')
    assert 'title="example.org（另開新視窗）"' in made


def test_further_attributes_are_kept() -> None:
    made = marked(
        '<a href="http://example.org/" class="x">甲</a> <a href="http://a.example/">b</a>'
    )
    assert made.count('target="_blank" rel="noopener"') == 2
    assert '<a href="http://example.org/" class="x" target="_blank"' in made


def test_a_host_that_only_begins_or_ends_like_ours_is_another() -> None:
    for host in (f"{OWN}.example.org", f"not-{OWN}", f"www.{OWN}"):
        assert f'title="{host}（' in marked(f'<a href="https://{host}/">甲</a>')


def test_without_an_address_of_our_own_every_host_is_another() -> None:
    assert 'target="_blank"' in outward('<a href="https://example.org/">甲</a>', "", "{0}")


def test_the_title_cannot_be_broken_out_of() -> None:
    made = outward('<a href="https://example.org/">甲</a>', OWN, '"{0}<')
    assert 'title="&quot;example.org&lt;"' in made
