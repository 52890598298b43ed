"""Boundary instants: noon for maps, 00:00:01 to 24:00 of the fleet contract, the clock of the place, leap days."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from policy_backend.coverage.book import policy_year
from policy_backend.coverage.clocks import Moment
from policy_backend.coverage.loss import PolicyAsOf
from policy_backend.coverage.vigencia import in_force
from policy_backend.products.loader import products
from tests.unit.coverage.demo import ZONE, ask, codes, days

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
RULE = products()["maps-autos"].vigencia


@pytest.mark.parametrize(
    ("at", "decision", "payment", "flags"),
    [
        (days(0), "covered", "ok", []),
        (days(0) + SECOND, "covered", "ok", []),
        (days(0) - SECOND, "review", "out_of_vigencia", ["T-01"]),
        (days(-1), "review", "out_of_vigencia", ["T-01"]),
        (days(-1) - SECOND, "not_covered", "out_of_vigencia", ["T-01"]),
        (days(365), "covered", "ok", []),
        (days(365) + SECOND, "review", "out_of_vigencia", ["T-01"]),
        (days(366), "review", "out_of_vigencia", ["T-01"]),
        (days(366) + SECOND, "not_covered", "out_of_vigencia", ["T-01"]),
    ],
)
def test_the_lines_at_noon(at: datetime, decision: str, payment: str, flags: list[str]) -> None:
    answer = ask("6100077", "collision", at, third_parties=True)
    assert (answer.decision, answer.payment_status, codes(answer)) == (decision, payment, flags)


def test_the_policy_that_expired_yesterday_at_noon() -> None:
    assert ask("6007345", "collision", days(-1)).decision == "covered"
    assert ask("6007345", "collision", days(0)).decision == "review"
    assert ask("6007345", "collision", days(0) + SECOND).decision == "not_covered"


FIRST = datetime(2026, 1, 1, tzinfo=ZONE)
NEXT = datetime(2027, 1, 1, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("at", "decision", "flags"),
    [
        (FIRST, "review", ["SC-vigencia"]),
        (FIRST + SECOND, "review", ["SC-S1"]),
        (FIRST + timedelta(seconds=59), "review", ["SC-S1"]),
        (FIRST + timedelta(seconds=60), "covered", []),
        (NEXT - SECOND, "covered", []),
        (NEXT, "review", ["SC-vigencia"]),
        (NEXT + timedelta(days=1), "review", ["SC-vigencia"]),
        (NEXT + timedelta(days=1) + SECOND, "not_covered", ["SC-vigencia"]),
    ],
)
def test_the_year_of_the_fleet_contract(at: datetime, decision: str, flags: list[str]) -> None:
    answer = ask("8800001", "collision", at, inciso=25)
    assert (answer.decision, codes(answer)) == (decision, flags)


def test_the_same_instant_in_another_offset_is_the_same_answer() -> None:
    for at in (days(0), days(0) - SECOND):
        assert ask("6100077", "collision", at).as_json() == ask("6100077", "collision", at.astimezone(UTC)).as_json()


def test_noon_is_noon_where_it_happened_and_a_doubt_of_clocks_is_shown() -> None:
    cancun = datetime(2026, 3, 18, 12, 30, tzinfo=ZoneInfo("America/Cancun"))
    answer = ask("6100077", "collision", cancun, state="Quintana Roo", municipality="Benito Juárez")
    assert (answer.decision, answer.payment_status, codes(answer)) == ("review", "in_grace", ["T-02", "K-38"])
    hermosillo = datetime(2026, 3, 18, 11, 30, tzinfo=ZoneInfo("America/Hermosillo"))
    before = ask("6100077", "collision", hermosillo, state="Sonora")
    assert (before.decision, codes(before)) == ("review", ["T-01", "K-38"])
    assert ask("6100077", "collision", hermosillo + HOUR, state="Sonora").decision == "covered"


def test_where_the_clocks_agree_nothing_is_doubted() -> None:
    assert codes(ask("6100077", "collision", days(0), state="Jalisco", municipality="Guadalajara")) == []


def test_a_policy_year_over_a_leap_day() -> None:
    start = datetime(2024, 2, 29, 12, tzinfo=ZONE)
    policy = PolicyAsOf("1", "maps-autos", None, False, start, datetime(2029, 2, 28, 12, tzinfo=ZONE))
    assert policy_year(policy, datetime(2024, 12, 31, tzinfo=ZONE)) == start
    assert policy_year(policy, datetime(2025, 2, 28, 11, 59, tzinfo=ZONE)) == start
    assert policy_year(policy, datetime(2025, 2, 28, 12, tzinfo=ZONE)).date() == date(2025, 2, 28)
    assert policy_year(policy, datetime(2028, 2, 29, 12, tzinfo=ZONE)).date() == date(2028, 2, 29)
    assert policy_year(policy, datetime(2020, 1, 1, tzinfo=ZONE)) == start


def test_a_term_that_ends_on_a_leap_day() -> None:
    leap = datetime(2028, 2, 29, 12, tzinfo=ZONE)
    policy = PolicyAsOf("1", "maps-autos", None, False, leap - timedelta(366), leap)
    assert in_force(policy, RULE, Moment(leap, ZONE, ZONE)).inside
    assert not in_force(policy, RULE, Moment(leap + SECOND, ZONE, ZONE)).inside
