"""The rules for web servers: what they say, and that no path can say something else."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import pytest

from disclosure.model.ledger import Released
from disclosure.model.settings import Settings
from disclosure.writing.servers import FILES, Policy, policy
from disclosure.writing.servers.policy import CSP, HEADERS
from tests.unit.builders import DAY, faq, site

MOVED = (("/old/", "/new/"), ("/en/old/", "/en/new/"))
PLAIN = Policy("/", MOVED, ("/search/words/",))
#: The folder of the site may be called anything.
ODD = '/監 獄 "x" $y {z} \\a;#%/'


def odd(base: str) -> Policy:
    return Policy(base, ((f"{base}old/", f"{base}new/"),), (f"{base}search/words/",))


def test_the_redirects_are_those_of_the_pages_that_lead_on_in_every_language() -> None:
    settings = Settings(root=Path("/nonexistent"), site_url="https://example.org/prison/")
    entry = Released("faq/visits/old/", "record", "old", DAY)
    told = policy(site(faq("new", former=("old",)), settings=settings, released=(entry,)))
    assert told.redirects == (
        ("/prison/en/faq/visits/old/", "/prison/en/faq/visits/new/"),
        ("/prison/faq/visits/old/", "/prison/faq/visits/new/"),
    )
    assert told.versioned == (
        *("/prison/search/words/", "/prison/search/texts/"),
        *("/prison/en/search/words/", "/prison/en/search/texts/"),
    )


@pytest.mark.parametrize("name", FILES)
def test_every_header_is_sent_by_every_server(name: str) -> None:
    rules = FILES[name](PLAIN).replace("&#x27;", "'")
    for header, value in HEADERS.items():
        assert header in rules
        assert value in rules
    for line in rules.splitlines():  # HTTPS for good is for the agency to turn on
        if "Strict-Transport-Security" in line:
            assert line.lstrip().startswith("#") or line.endswith("-->")


@pytest.mark.parametrize("name", FILES)
def test_the_editor_in_the_browser_has_a_content_policy_of_its_own(name: str) -> None:
    own = "script-src 'self' 'unsafe-eval'"
    assert own not in FILES[name](PLAIN).replace("&#x27;", "'")
    rules = FILES[name](Policy("/", (), (), ("/admin/", own))).replace("&#x27;", "'")
    assert rules.count(own) == 1
    assert "admin" in rules


def nginx_words(rules: str) -> list[str]:
    """The file in the words that nginx reads, without comments."""
    plain = re.sub(r"^#.*$", "", rules, flags=re.MULTILINE)
    return re.findall(r'"(?:\\.|[^"\\])*"|[{};]|[^\s{};"]+', plain)


@pytest.mark.parametrize("base", ["/", "/prison/", ODD])
def test_nginx_reads_whole_directives_whatever_the_path(base: str) -> None:
    words = nginx_words(FILES["nginx.conf"](odd(base)))
    assert words.count("{") == words.count("}")
    first = [one for before, one in pairwise([";", *words]) if before in ("{", "}", ";")]
    assert set(first) - {"{", "}"} <= {
        *("index", "autoindex", "server_tokens", "absolute_redirect", "charset", "charset_types"),
        *("error_page", "location", "internal", "return", "set", "if", "add_header", "gzip"),
        *("gzip_vary", "gzip_min_length", "gzip_types"),
    }
    places = [words[at + 1] for at, one in enumerate(words) if one == "location"]
    assert len(places) == 3
    targets = [words[at + 1] for at, one in enumerate(words) if one == "301"]
    assert len(targets) == 1
    assert all(re.fullmatch(r"[\w/%.~-]+", one) for one in targets)


@pytest.mark.parametrize("base", ["/", "/prison/", ODD])
def test_every_argument_of_apache_ends_on_its_line(base: str) -> None:
    for line in FILES[".htaccess"](odd(base)).splitlines():
        without = re.sub(r'"(?:\\.|[^"\\])*"', "", line)
        assert '"' not in without or line.startswith("#"), line


@pytest.mark.parametrize("base", ["/", "/prison/", ODD])
def test_the_rules_of_iis_are_xml_and_map_every_move(base: str) -> None:
    rules = FILES["web.config"](odd(base))
    root = ET.fromstring(rules.partition("?>\n")[2])
    (row,) = root.iterfind(".//rewriteMap/add")
    assert row.get("key") == f"{base}old/"
    assert re.fullmatch(r"[\w/%.~-]+", row.get("value", ""))
    assert [one.get("path") for one in root.iterfind("location")] == ["search/words"]
    sent = {one.get("name"): one.get("value") for one in root.iterfind(".//customHeaders/add")}
    assert sent[CSP] == HEADERS[CSP]


def test_iis_is_not_asked_for_a_module_that_it_does_not_need() -> None:
    assert "<rewrite>" not in FILES["web.config"](Policy("/", (), ()))
