"""The day of a build."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator

import pytest

from disclosure import clock

TAIWAN = dt.timezone(dt.timedelta(hours=8))


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", dt.date(1970, 1, 1)),
        # Midnight in Taiwan is 16:00 in Greenwich.
        ("1767283199", dt.date(2026, 1, 1)),
        ("1767283200", dt.date(2026, 1, 2)),
        ("01767283200", dt.date(2026, 1, 2)),
    ],
)
def test_a_reproducible_build_names_its_day(
    monkeypatch: pytest.MonkeyPatch, epoch: str, day: dt.date
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert clock.today() == day


@pytest.mark.parametrize("epoch", [None, "", "tomorrow", "-1", "1.5", "²", "9" * 30])
def test_without_a_day_it_is_today_in_taiwan(
    monkeypatch: pytest.MonkeyPatch, epoch: str | None
) -> None:
    if epoch is None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    else:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before = dt.datetime.now(TAIWAN).date()
    assert before <= clock.today() <= dt.datetime.now(TAIWAN).date()


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Asia/Tokyo"], indirect=True)
def test_the_zone_of_the_machine_does_not_matter(
    zone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767283199")
    assert clock.today() == dt.date(2026, 1, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767283200")
    assert clock.today() == dt.date(2026, 1, 2)
