"""domain/maps-autos.md d.2: the first row that fits."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from policy_backend.coverage.clocks import Moment
from policy_backend.coverage.loss import Installment, PolicyAsOf, UnitAsOf
from policy_backend.coverage.payments import payment_state
from policy_backend.products.loader import products
from tests.unit.coverage.demo import ZONE, ask, codes, days

DUE = datetime(2026, 3, 1, 12, tzinfo=ZONE)
RULE = products()["maps-autos"].payment
SECOND = timedelta(seconds=1)


def status(at: datetime, *fractions: Installment, use: str = "particular", fleet: bool = False) -> tuple[str, bool]:
    policy = PolicyAsOf(
        "1", "maps-autos", "amplia", fleet, DUE - timedelta(180), DUE + timedelta(185), fractions or (unpaid(),)
    )
    state = payment_state(policy, UnitAsOf(1, use, {}), RULE, Moment(at, ZONE, ZONE))
    return state.status, state.in_gap


def unpaid(due: datetime = DUE, **more: object) -> Installment:
    return Installment(due, Decimal(4100), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (DUE - SECOND, "ok"),
        (DUE, "in_grace"),
        (datetime(2026, 3, 6, 12, tzinfo=ZONE), "in_grace"),
        (datetime(2026, 3, 6, 12, tzinfo=ZONE) + SECOND, "in_grace_conflict"),
        (datetime(2026, 3, 7, 10, tzinfo=ZONE), "in_grace_conflict"),
        (datetime(2026, 3, 8, 12, tzinfo=ZONE), "in_grace_conflict"),
        (datetime(2026, 3, 8, 12, tzinfo=ZONE) + SECOND, "ceased_presumed"),
        (datetime(2026, 3, 31, 12, tzinfo=ZONE), "ceased_presumed"),
        (datetime(2026, 3, 31, 12, tzinfo=ZONE) + SECOND, "ceased"),
    ],
)
def test_the_worked_example_line_by_line(at: datetime, expected: str) -> None:
    assert status(at)[0] == expected


def test_a_fraction_paid_at_or_before_the_event_is_ok_and_one_paid_later_is_not() -> None:
    paid = unpaid(paid_at=DUE + timedelta(10))
    assert status(DUE + timedelta(10), paid) == ("ok", False)
    assert status(DUE + timedelta(10) - SECOND, paid) == ("ceased_presumed", True)
    assert status(DUE + timedelta(2), paid) == ("in_grace", False)


def test_the_term_on_the_receipt_comes_before_the_five_days() -> None:
    receipt = unpaid(grace_until=DUE + timedelta(12))
    assert status(DUE + timedelta(12), receipt)[0] == "in_grace"
    assert status(DUE + timedelta(12) + SECOND, receipt)[0] == "ceased_presumed"
    short = unpaid(grace_until=DUE + timedelta(3))
    assert status(DUE + timedelta(4), short)[0] == "in_grace_conflict"


@pytest.mark.parametrize("use", ["taxi", "conductor_app", "ert", "transporte_publico", "multiplataforma"])
def test_uses_without_grace(use: str) -> None:
    assert status(DUE + SECOND, use=use)[0] == "no_grace_unpaid"
    assert status(DUE - SECOND, use=use)[0] == "ok"


def test_the_worst_fraction_counts() -> None:
    assert status(DUE + timedelta(6), unpaid(DUE - timedelta(60)), unpaid())[0] == "ceased"


def test_a_fleet_pays_as_one() -> None:
    late = unpaid(inciso=2)
    assert status(DUE + timedelta(20), late, fleet=True)[0] == "fleet_arrears"
    assert status(DUE + timedelta(3), late, fleet=True)[0] == "in_grace"
    assert status(DUE + timedelta(20), late, fleet=False)[0] == "ok"
    assert status(DUE + SECOND, unpaid(inciso=2, use="taxi"), fleet=True)[0] == "fleet_arrears"


def test_five_days_are_five_days_on_the_clock_of_a_border_town() -> None:
    """Tijuana puts its clocks forward on 8 March 2026; the line stays at 12:00."""
    from zoneinfo import ZoneInfo

    tijuana = ZoneInfo("America/Tijuana")
    due = unpaid(datetime(2026, 3, 5, 12, tzinfo=ZONE))
    policy = PolicyAsOf("1", "maps-autos", "amplia", False, DUE - timedelta(180), DUE + timedelta(185), (due,))
    line = datetime(2026, 3, 10, 12, tzinfo=tijuana)
    for at, expected in ((line, "in_grace"), (line + SECOND, "in_grace_conflict")):
        assert payment_state(policy, UnitAsOf(1, "particular", {}), RULE, Moment(at, ZONE, tijuana)).status == expected


@pytest.mark.parametrize(
    ("number", "payment", "decision", "flags"),
    [
        ("1042587", "ok", "covered", []),
        ("4099004", "in_grace", "covered", ["T-02"]),
        ("4107733", "in_grace_conflict", "review", ["T-03"]),
        ("4100881", "ceased", "review", []),
        ("5600333", "no_grace_unpaid", "review", ["T-05"]),
        ("7001450", "ok", "covered", []),
        ("7002999", "fleet_arrears", "review", ["T-06"]),
    ],
)
def test_the_demonstration_book(number: str, payment: str, decision: str, flags: list[str]) -> None:
    answer = ask(number, "collision", third_parties=True)
    assert (answer.payment_status, answer.decision, codes(answer)) == (payment, decision, flags)


def test_the_taxi_was_up_to_date_before_its_second_fraction_fell_due() -> None:
    assert ask("5600333", "collision", days(-1.1)).payment_status == "ok"


def test_a_loss_between_ceasing_and_paying_is_shown_as_the_gap() -> None:
    from policy_backend.coverage.model import Facts, Loss, check
    from tests.unit.coverage.demo import policy, unit

    book = policy("4100881")
    paid_today = tuple(
        Installment(item.due, item.amount, item.paid_at or days(0), item.inciso) for item in book.installments
    )
    rehabilitated = PolicyAsOf(
        book.number, book.product, book.package, book.fleet, book.starts_at, book.ends_at, paid_today
    )

    def flags(at: datetime) -> list[str]:
        return codes(check(rehabilitated, unit("4100881"), products()["maps-autos"], Loss("collision", at, Facts())))

    assert flags(days(-1)) == ["T-07"]
    assert flags(days(-20)) == ["T-04", "T-07"]
    assert flags(days(0)) == []
