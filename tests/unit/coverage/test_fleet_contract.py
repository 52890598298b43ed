"""The fleet contract: special conditions prevail, and what only the general ones punish is no reason to deny."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from policy_backend.coverage.model import Facts, Loss, check
from policy_backend.products.loader import products
from tests.unit.coverage.demo import NOW, ask, codes, days, policy, unit

FLEET = "8800001"


@pytest.mark.parametrize(
    ("incident", "facts"),
    [
        ("collision", {"driver_licensed": False}),
        ("collision", {"reported_at": NOW + timedelta(days=20)}),
        ("collision", {"repair_started": True}),
        ("collision", {"deal_made": True}),
        ("collision", {"driver_age": 80}),
        ("collision", {"vehicle_abandoned": True, "left_scene": True}),
        ("collision", {"occupants": 12}),
        ("flood", {"vehicle_parked": False, "negligent": True}),
        ("total_theft", {"denuncia_at": False, "entrusted": True, "by_relative": True}),
        ("cargo", {"cargo_type": "C", "cargo_spilled": True}),
        ("roadside_assistance", {"events_used": 99, "service": "tow"}),
    ],
)
def test_an_exclusion_of_the_general_conditions_has_no_effect(incident: str, facts: dict[str, Any]) -> None:
    answer = ask(FLEET, incident, inciso=1, **facts)
    assert answer.decision == "covered"
    assert all(flag.effect == "INFO" for flag in answer.flags)
    assert all(item.status == "applies" for item in answer.coverages)


def test_the_same_loss_under_the_general_conditions_alone_is_flagged() -> None:
    book, fleet_unit = policy(FLEET), unit(FLEET, 1)
    loss = Loss("collision", NOW, Facts(driver_licensed=False, repair_started=True, third_parties=True))
    assert codes(check(book, fleet_unit, products()["aba-autos"], loss)) == ["GC-licence", "GC-repair_started"]
    assert codes(check(book, fleet_unit, products()["sector-hacienda"], loss)) == ["SC-licence_3_5t"]


@pytest.mark.parametrize(
    ("facts", "flag", "decision"),
    [
        ({"country": "US"}, "SC-rc_abroad", "review"),
        ({"country": "FR"}, "SC-rc_abroad", "review"),
        ({"country": "MX"}, None, "covered"),
        ({"driver_impaired": True}, "SC-b", "review"),
        ({"own_collision_without_contact": True, "third_parties": True}, "SC-rc_sin_colision", "covered"),
        ({"trailer_hitched": False, "trailers": 1}, "SC-rc_remolque", "review"),
        ({"driver_licensed": False}, "SC-licence_3_5t", "covered"),
    ],
)
def test_what_the_special_conditions_leave_to_a_person(facts: dict[str, Any], flag: str | None, decision: str) -> None:
    answer = ask(FLEET, "collision", inciso=25, **facts)
    assert codes(answer) == ([flag] if flag else [])
    assert answer.decision == decision


def test_no_grace_rule_is_used_to_deny() -> None:
    from policy_backend.coverage.model import Installment, PolicyAsOf

    book = policy(FLEET)
    unpaid = PolicyAsOf(
        book.number,
        book.product,
        book.package,
        True,
        book.starts_at,
        book.ends_at,
        (Installment(days(-60), Decimal(1)),),
        frozenset({25}),
    )
    loss = Loss("collision", NOW, Facts())
    answer = check(unpaid, unit(FLEET, 1), products()["sector-hacienda"], loss)
    assert (answer.payment_status, answer.decision) == ("ok", "covered")


def test_its_flags_have_its_own_names_only() -> None:
    product = products()["sector-hacienda"]
    assert all(code.startswith("SC-") for code in product.flags)
