"""What hosts answer, and what is made of it."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

import pytest

from disclosure.outside.answers import NO_HOST, NO_NAMES, Answer
from disclosure.outside.asking import Manner, ask, in_ascii
from disclosure.outside.asking_all import ask_all
from tests.outside.serving import EXPIRED, VALID, Step, certified, serving

QUICK = Manner("test-agent (+https://prison.example.gov.tw/)", timeout=0.3, pause=0.5)


class Waits(list[float]):
    """Keeps how long would have been waited."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def asked(steps: list[Step], path: str = "/a/b") -> tuple[Answer, list[str], list[float]]:
    """The answer for a page, the methods that it took, and the waits."""
    waits = Waits()
    with serving({path: steps}) as host:
        answer = ask(host.address + path, QUICK, waits)
        assert host.agents == {QUICK.agent}
    return answer, [method for method, _ in host.asked], list(waits)


def test_a_page_that_is_there_is_asked_for_its_head_only() -> None:
    answer, methods, waits = asked([(200, {})])
    assert (answer.state, answer.status, methods, waits) == ("ok", 200, ["HEAD"], [])


@pytest.mark.parametrize("status", [400, 403, 404, 405, 500, 501])
def test_a_host_that_knows_no_heads_is_asked_for_the_page(status: int) -> None:
    with serving({"HEAD /a": [(status, {})], "GET /a": [(200, {})]}) as host:
        waits = Waits()
        assert ask(f"{host.address}/a", QUICK, waits).state == "ok"
        assert [method for method, _ in host.asked] == ["HEAD", "GET"]
        assert waits == [0.5]


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (404, "broken"),
        (410, "broken"),
        (400, "broken"),
        (401, "unclear"),
        (403, "unclear"),
        (405, "unclear"),
        (451, "unclear"),
        (999, "unclear"),
    ],
)
def test_what_is_gone_is_told_from_what_is_closed_to_programs(status: int, state: str) -> None:
    answer, methods, _ = asked([(status, {})])
    assert (answer.state, answer.status, methods) == (state, status, ["HEAD", "GET"])
    assert str(status) in answer.zh
    assert str(status) in answer.en


@pytest.mark.parametrize("trouble", [(500, {}), (503, {}), (408, {}), None, ...])
def test_a_passing_trouble_is_asked_again_twice(trouble: Any) -> None:
    a_word = isinstance(trouble, tuple)  # after which the page itself is asked for
    answer, methods, _ = asked([trouble])
    assert answer.state == "unreachable"
    assert methods == (["HEAD", "GET"] if a_word else ["HEAD"]) * 3
    answer, _, waits = asked([trouble, trouble, (200, {})])
    assert answer.state == "ok"
    assert waits == ([0.5, 1.0] if a_word else [1.0, 2.0])


def test_a_host_that_asks_for_patience_gets_it() -> None:
    answer, methods, waits = asked([(429, {"Retry-After": "7"}), (200, {})])
    assert (answer.state, methods, waits) == ("ok", ["HEAD", "HEAD"], [7.0])
    for header in ({}, {"Retry-After": "3600"}, {"Retry-After": "Fri, 31 Dec 2027 23:59:59 GMT"}):
        answer, methods, waits = asked([(429, header)])
        assert (answer.state, methods, waits) == ("unclear", ["HEAD"], [])


@pytest.mark.parametrize("status", [301, 308])
def test_a_page_that_moved_for_good_is_told_with_its_new_address(status: int) -> None:
    with serving({"/old": [(status, {"Location": "/new/x"})], "/new/x": [(200, {})]}) as host:
        answer = ask(f"{host.address}/old#part", QUICK, Waits())
        assert (answer.state, answer.moved_to) == ("moved", f"{host.address}/new/x#part")
        assert answer.moved_to in answer.zh


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_page_that_is_elsewhere_for_now_is_fine(status: int) -> None:
    with serving({"/old": [(status, {"Location": "/new/x"})], "/new/x": [(200, {})]}) as host:
        assert ask(f"{host.address}/old", QUICK, Waits()).state == "ok"


def test_only_what_is_for_good_from_the_start_is_the_new_address() -> None:
    pages: dict[str, list[Step]] = {
        "/a": [(301, {"Location": "/b"})],
        "/b": [(302, {"Location": "/c"})],
        "/c": [(301, {"Location": "/d"})],
        "/d": [(200, {})],
    }
    with serving(pages) as host:
        assert ask(f"{host.address}/a", QUICK, Waits()).moved_to == f"{host.address}/b"


def test_a_slash_at_the_end_is_no_new_address() -> None:
    with serving({"/a": [(301, {"Location": "/a/"})], "/a/": [(200, {})]}) as host:
        assert ask(f"{host.address}/a", QUICK, Waits()).state == "ok"


def test_a_redirect_to_nothing_is_broken() -> None:
    for target, state in (("/none", "broken"), ("ftp://a.tw/b", "broken"), ("/loop", "broken")):
        with serving({"/loop": [(302, {"Location": target})]}) as host:
            assert ask(f"{host.address}/loop", QUICK, Waits()).state == state


def test_a_page_sent_to_the_home_page_is_for_people_to_judge() -> None:
    pages: dict[str, list[Step]] = {"/": [(200, {})]}
    for path in ("/news/12", "/news.aspx?id=12", "/index.html", "/tw/", "/tw/index.jsp"):
        pages[path] = [(302, {"Location": "/"})]
    with serving(pages) as host:
        states = {path: ask(host.address + path, QUICK, Waits()).state for path in pages}
    assert [path for path, state in states.items() if state == "unclear"] == [
        "/news/12",
        "/news.aspx?id=12",
    ]


def test_a_host_that_wants_its_cookie_back_gets_it() -> None:
    again = {"Location": "/a", "Set-Cookie": "seen=1", "needs-cookie": "yes"}
    assert asked([(302, again)], "/a")[0].state == "ok"


def test_a_host_that_there_is_not_is_broken_and_one_that_does_not_listen_is_not() -> None:
    assert ask("https://nothing.invalid/a", QUICK, Waits()) == NO_HOST
    waits = Waits()
    assert ask("https://no-network.test/", QUICK, waits) == NO_NAMES
    assert waits == []
    with serving({}) as host:
        address = host.address
    assert ask(address, QUICK, waits).state == "unreachable"
    assert waits == [1.0, 2.0]


def test_a_certificate_is_judged_as_browsers_do(tmp_path: Path) -> None:
    trusting = ssl.create_default_context(cadata=VALID)
    with serving({"/": [(200, {})]}, certified(tmp_path, VALID)) as host:
        assert ask(host.address, QUICK, Waits(), trusting).state == "ok"
        unknown = ask(host.address, QUICK, Waits())
    assert unknown.state == "broken"
    assert "憑證無效" in unknown.zh
    with serving({"/": [(200, {})]}, certified(tmp_path, EXPIRED)) as host:
        known = ssl.create_default_context(cadata=EXPIRED)
        expired = ask(host.address, QUICK, Waits(), known)
    assert expired.state == "broken"
    assert "expired" in expired.en
    with serving({"/": [(200, {})]}) as host:  # no TLS at all
        plain = ask(host.address.replace("http:", "https:"), QUICK, Waits())
    assert (plain.state, plain.zh) == ("broken", "加密連線失敗")


def test_an_old_server_that_browsers_still_take_is_not_called_broken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        error = ssl.SSLError(1, "[SSL: DH_KEY_TOO_SMALL] dh key too small")
        error.reason = "DH_KEY_TOO_SMALL"
        raise error

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", refuse)
    with serving({}) as host:
        answer = ask(host.address.replace("http:", "https:"), QUICK, Waits())
    assert answer.state == "unclear"
    assert "DH_KEY_TOO_SMALL" in answer.zh


@pytest.mark.parametrize(
    "address",
    ["http://a b.tw/", "http://127.0.0.1:9x/", f"http://{'a' * 70}.tw/", "https://x..tw/"],
)
def test_what_is_no_address_is_broken(address: str) -> None:
    answer = ask(address, QUICK, Waits())
    assert (answer.state, answer.zh) == ("broken", "網址有誤")


def test_chinese_in_an_address_goes_over_the_wire() -> None:
    assert in_ascii("https://監獄.tw:8080/a%20b/查?q=1&r=二#三") == (
        "https://xn--p8x30f.tw:8080/a%20b/%E6%9F%A5?q=1&r=%E4%BA%8C"
    )
    with serving({"/%E6%9F%A5": [(200, {})]}) as host:
        assert ask(f"{host.address}/查", QUICK, Waits()).state == "ok"


def test_one_host_is_asked_one_thing_at_a_time_and_the_same_page_once() -> None:
    pages: dict[str, list[Step]] = {f"/{number}": [(200, {})] for number in range(6)}
    pauses, told = Waits(), []
    with serving(pages) as host, serving({"/": [(404, {})]}) as other:
        # Two names for this computer are two hosts.
        elsewhere = other.address.replace("127.0.0.1", "localhost") + "/"
        addresses = [*(host.address + path for path in pages), f"{host.address}/0#part", elsewhere]
        answers = ask_all(
            addresses,
            lambda address: ask(address, QUICK, Waits()),
            lambda: pauses(1.0),
            lambda address, answer: told.append(address),
        )
        assert host.most_at_once == 1
        assert sorted(host.asked) == sorted(("HEAD", path) for path in pages)
    assert set(answers) == set(addresses)
    assert answers[elsewhere].state == "broken"
    assert answers[f"{host.address}/0#part"].state == "ok"
    assert len(pauses) == 5
    assert len(told) == 7
