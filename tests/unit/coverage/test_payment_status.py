"""How the payment of a policy of the book stands, unit by unit."""

from datetime import datetime, timedelta
from decimal import Decimal

from policy_backend.coverage.payment_status import unit_statuses, worst
from policy_backend.policies.model import Installment, Policy, Unit, Vehicle
from policy_backend.products.loader import products
from tests.unit.coverage.demo import ZONE

DUE = datetime(2026, 3, 1, 12, tzinfo=ZONE)
PRODUCT = products()["maps-autos"]


def statuses(at: datetime, *units: Unit, unpaid_of: int | None, fleet: bool = False) -> dict[int, str]:
    policy = Policy(
        "1", "maps-autos", None, "Ana", fleet, DUE - timedelta(180), DUE + timedelta(185), list(units),
        [Installment(DUE, Decimal(4100), inciso=unpaid_of)],
    )  # fmt: skip
    return unit_statuses(policy, PRODUCT, at, ZONE)


def unit(inciso: int, use: str = "particular") -> Unit:
    return Unit(inciso, Vehicle(), use, {})


def test_only_the_unit_of_an_unpaid_fraction_is_late_but_a_fleet_pays_as_one() -> None:
    late = DUE + timedelta(20)
    assert statuses(late, unit(1), unit(2), unpaid_of=2) == {1: "ok", 2: "ceased_presumed"}
    assert set(statuses(late, unit(1), unit(2), unpaid_of=2, fleet=True).values()) == {"fleet_arrears"}


def test_the_use_of_each_unit_decides_its_grace_and_the_worst_is_the_policy_s() -> None:
    found = statuses(DUE + timedelta(1), unit(1), unit(2, "taxi"), unpaid_of=None)
    assert found == {1: "in_grace", 2: "no_grace_unpaid"}
    assert worst(found) == "no_grace_unpaid"
    assert worst({}) is None


def test_outside_its_term_nothing_else_counts() -> None:
    assert statuses(DUE + timedelta(185, seconds=1), unit(1), unpaid_of=1) == {1: "out_of_vigencia"}
