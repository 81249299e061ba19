"""Plans and their results are published and reported in time, where an agency must (G-01).

Only of agencies that `freshness.yml` names, and only what this year has brought: what was late in
years before stands in `disclosure report`.
"""

from __future__ import annotations

from disclosure.checking.checker import Check
from disclosure.model.plan import Plan
from disclosure.reporting.duties import Duty, duties


def plans_are_in_time(check: Check) -> None:
    """A plan by 31 March, results by 20 July and 20 January."""
    today = check.settings.today
    if today is None:
        return
    for duty in duties(check.catalogue, today):
        if duty.done is None and duty.due < today and duty.due.year == today.year:
            _tell(check, duty)


def _tell(check: Check, duty: Duty) -> None:
    wanted = check.catalogue.freshness.plan_duties
    assert wanted is not None
    if duty.plan is None:
        named = check.catalogue.agencies.get(duty.agency)
        zh = en = duty.agency
        if named:
            zh, en = (named.name.best(one)[0] for one in ("zh", "en"))
        check.tell(
            check.data_path("freshness.yml"),
            ("plan_duties", "agencies", wanted.agencies.index(duty.agency)),
            "plan-not-published",
            f"「{zh}」{duty.year} 年的服務計畫應在 {duty.due} 前公開，還沒有已發布的計畫；"
            f"請在 {check.settings.data}/plans/ 放這一年的計畫。",
            f'The service plan of "{en}" for {duty.year} was due on {duty.due} and is not '
            f"published: put it into {check.settings.data}/plans/.",
            "warning",
        )
        return
    half_zh, half_en = ("上半年", "first half-year") if duty.what == "first" else ("全年", "year")
    check.tell_missing(
        duty.plan,
        "reports",
        "results-not-reported",
        f"{duty.year} 年{half_zh}的執行成果應在 {duty.due} 前提報；提報後在 reports 加一行："
        f"{{half: {duty.what}, submitted: 提報的日期}}。",
        f"The results of the {half_en} {duty.year} were due on {duty.due}; once handed in, add to "
        f"`reports`: {{half: {duty.what}, submitted: the day}}.",
        "warning",
    )


def each_half_is_reported_once(check: Check) -> None:
    """Two days for one report leave open which of them holds."""
    for plan in check.catalogue.every(Plan):
        halves = [one.half for one in plan.reports]
        for number, half in enumerate(halves):
            if half in halves[:number]:
                check.tell(
                    check.catalogue.sources[plan.id].path,
                    ("reports", number, "half"),
                    "report-twice",
                    f"reports 裡「{half}」已經寫過一次，請只留一行。",
                    f'"{half}" stands twice in `reports`: keep one of the two.',
                )


RULES = (plans_are_in_time, each_half_is_reported_once)
