"""Penalties of the fleet contract (aba-sector-hacienda 4.1, 5.2)."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_backend.coverage.penalties import (
    adjuster_discount,
    arrival_penalties,
    business_days_late,
    daily_deduction,
    daily_share,
    hourly,
)
from policy_backend.products.loader import products
from tests.unit.coverage.demo import ZONE

FLEET = products()["sector-hacienda"]
RULES = FLEET.penalties
DUE = datetime(2026, 3, 18, 14, 45, tzinfo=ZONE)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def amounts(who: str, late: timedelta, promised: int, **more: Decimal) -> dict[str, Decimal | None]:
    found = arrival_penalties(FLEET, who, DUE, DUE + late, promised_minutes=promised, **more)  # type: ignore[arg-type]
    return {item.code: item.amount for item in found}


def test_the_worked_reading_of_the_notes() -> None:
    """Monterrey, 85 minutes after the report: 40 late."""
    assert amounts("adjuster", minutes(40), 45, deductible=Decimal(5720)) == {
        "adjuster_discount": Decimal("3432.00"),
        "hourly_500": Decimal("500.00"),
        "deduction_2500": Decimal("2500.00"),
    }


@pytest.mark.parametrize(
    ("late", "amount"), [(0, 0), (19.99, 0), (20, 300), (39, 300), (40, 600), (60, 900), (80, 1000), (6000, 1000)]
)
def test_a_share_of_the_deductible_every_twenty_minutes_up_to_all_of_it(late: float, amount: int) -> None:
    assert adjuster_discount(RULES["adjuster_discount"], Decimal(1000), minutes(late)).amount == amount


def test_no_deductible_known_no_amount_but_the_count_is_kept() -> None:
    found = adjuster_discount(RULES["adjuster_discount"], None, minutes(45))
    assert (found.amount, found.units) == (None, 2)


@pytest.mark.parametrize(("late", "amount"), [(0, 0), (1, 500), (60, 500), (61, 1000), (300, 2500)])
def test_five_hundred_an_hour_begun(late: int, amount: int) -> None:
    assert hourly(RULES["hourly_500"], minutes(late), in_minutes=False).amount == amount


def test_both_readings_of_2500_are_kept() -> None:
    one, three = (daily_deduction(RULES["deduction_2500"], timedelta(hours=hours)) for hours in (5, 60))
    assert (one.amount, one.doubt) == (2500, None)
    assert three.amount == 7500
    assert three.doubt is not None
    assert "2,500" in three.doubt


def test_a_daily_share_has_a_floor_and_a_cap() -> None:
    rule = RULES["daily_02"]
    assert daily_share(rule, Decimal(286_000), 3).amount == Decimal("1716.00")
    assert daily_share(rule, Decimal(10_000), 3).amount == 500
    assert daily_share(rule, Decimal(10_000_000), 30, contract_total=Decimal(1_000_000)).amount == 200_000
    assert daily_share(rule, Decimal(286_000), 0).amount == 0
    assert daily_share(rule, None, 2).amount is None


def test_days_late_are_business_days() -> None:
    friday = datetime(2026, 3, 13, 18, tzinfo=ZONE)  # Monday 16 is a holiday
    assert business_days_late(friday, friday + timedelta(hours=5)) == 0
    assert business_days_late(friday, datetime(2026, 3, 16, 23, tzinfo=ZONE)) == 0
    assert business_days_late(friday, datetime(2026, 3, 17, 1, tzinfo=ZONE)) == 1


def test_the_tow_has_no_discount_and_a_day_long_promise_pays_by_day() -> None:
    assert amounts("tow", minutes(90), 60) == {"hourly_500": Decimal("1000.00"), "deduction_2500": Decimal("2500.00")}
    late = amounts("adjuster", timedelta(days=1), 1440, deductible=Decimal(5000), value=Decimal(300_000))
    assert late == {
        "adjuster_discount": Decimal("5000.00"),
        "daily_02": Decimal("600.00"),
        "deduction_2500": Decimal("2500.00"),
    }


def test_on_time_or_without_penalties_nothing_is_owed() -> None:
    assert amounts("adjuster", minutes(-1), 45, deductible=Decimal(1000)) == {}
    assert arrival_penalties(products()["maps-autos"], "tow", DUE, DUE + timedelta(9), promised_minutes=60) == ()


@given(st.integers(0, 100_000), st.integers(0, 100_000), st.decimals(0, 10**7, places=2))
def test_later_is_never_cheaper(one: int, more: int, deductible: Decimal) -> None:
    sooner = amounts("adjuster", minutes(one), 45, deductible=deductible)
    later = amounts("adjuster", minutes(one + more), 45, deductible=deductible)
    for code, amount in sooner.items():
        assert amount is not None
        assert later[code] is not None
        assert amount <= (later[code] or 0)
    assert (later.get("adjuster_discount") or Decimal(0)) <= deductible
