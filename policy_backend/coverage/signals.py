"""What follows from the facts, for the conditions of the products: unknown facts give unknown signals."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from common.text import fold
from policy_backend.coverage.assistance import Assistance, vehicle_class
from policy_backend.coverage.business_time import is_late
from policy_backend.coverage.loss import CARGO_TYPES, FACT_NAMES, Facts, Loss, UnitAsOf
from policy_backend.coverage.total_loss import Estimate
from policy_backend.coverage.vigencia import InForce
from policy_backend.products.schema import Product

NOTICE = timedelta(days=5)
DENUNCIA_BUSINESS_HOURS = 48

ASKED_AS = {
    "denuncia_filed": "denuncia_at",
    "denuncia_late": "denuncia_at",
    "over_capacity": "occupants",
    "carries_cargo": "cargo_type",
    "cargo_above": "cargo_type",
    "cargo_agreed": "cargo_type",
    "glass_excluded": "glass_part",
    "is_mirror": "glass_part",
    "trailers_above_agreed": "trailers",
    "service_named": "service",
}
"""The fact to ask for when a signal is unknown."""


class Values(dict[str, Any]):
    """Facts and signals by name; `has:CODE` is whether the unit has that coverage, one of `contracted`."""

    __slots__ = ("contracted",)

    def __init__(self, values: dict[str, Any], unit: UnitAsOf) -> None:
        super().__init__(values)
        self.contracted = unit.coverages

    def __missing__(self, name: str) -> bool:
        if name.startswith("has:"):
            return name[4:] in self.contracted
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the other rooms found out about this policy and loss."""

    vigencia: InForce
    payment_status: str
    in_gap: bool
    estimate: Estimate | None
    assistance: Assistance
    use_group: str


def _denuncia_late(facts: Facts, occurred_at: datetime, place: ZoneInfo) -> bool | None:
    if facts.denuncia_at is None:
        return None
    if facts.denuncia_at is False:
        return False
    return is_late(occurred_at.astimezone(place), facts.denuncia_at, DENUNCIA_BUSINESS_HOURS)


def _over_capacity(facts: Facts, unit: UnitAsOf) -> bool | None:
    """More passengers than seats on the carátula; who drives is no passenger (s1:1553-1556)."""
    seats = unit.coverages.get("passenger_liability", {}).get("seats")
    if not isinstance(seats, int):
        return False
    return None if facts.occupants is None else facts.occupants - 1 > seats


def _cargo(facts: Facts, unit: UnitAsOf) -> dict[str, bool | None]:
    agreed = unit.coverages.get("cargo_liability", {}).get("cargo_type")
    known = facts.cargo_type in CARGO_TYPES
    above = None
    if agreed not in CARGO_TYPES:
        above = False
    elif known:
        above = CARGO_TYPES.index(str(facts.cargo_type)) > CARGO_TYPES.index(agreed)
    carries = True if known or facts.cargo_spilled else None
    return {"carries_cargo": carries, "cargo_above": above, "cargo_agreed": agreed in CARGO_TYPES}


def _glass(facts: Facts, product: Product) -> dict[str, bool | None]:
    if not facts.glass_part:
        return {"glass_excluded": None, "is_mirror": None}
    words = f" {fold(facts.glass_part)} "
    return {
        "glass_excluded": any(f" {fold(word)}" in words for word in product.excluded_glass),
        "is_mirror": any(f" {fold(word)}" in words for word in product.mirror_words),
    }


def _trailers_above(facts: Facts, unit: UnitAsOf) -> bool | None:
    agreed = unit.coverages.get("towed_trailer_liability", {}).get("trailers")
    return None if facts.trailers is None else facts.trailers > (agreed if isinstance(agreed, int) else 1)


def signals(loss: Loss, unit: UnitAsOf, product: Product, standing: Standing, place: ZoneInfo) -> Values:
    """Every fact and every signal, by name; None is unknown."""
    facts, estimate, assistance = loss.facts, standing.estimate, standing.assistance
    late = None if facts.reported_at is None else facts.reported_at - loss.occurred_at > NOTICE
    values: dict[str, Any] = {name: getattr(facts, name) for name in FACT_NAMES}
    values.update(_cargo(facts, unit))
    values.update(_glass(facts, product))
    values.update(
        incident=loss.incident_type,
        use=unit.use,
        use_group=standing.use_group,
        entity=unit.entity,
        vehicle_kind=facts.vehicle_kind or unit.kind,
        vehicle_class=vehicle_class(product, facts.vehicle_kind or unit.kind),
        payment_status=standing.payment_status,
        vigencia="inside" if standing.vigencia.inside else "outside",
        first_minute=standing.vigencia.first_minute,
        paid_off=standing.vigencia.paid_off,
        clock_doubt=standing.vigencia.clock_doubt,
        gap_before_rehabilitation=standing.in_gap,
        denuncia_filed=None if facts.denuncia_at is None else facts.denuncia_at is not False,
        denuncia_late=_denuncia_late(facts, loss.occurred_at, place),
        notice_late=late,
        over_capacity=_over_capacity(facts, unit),
        trailers_above_agreed=_trailers_above(facts, unit),
        abroad=facts.country is not None and facts.country.upper() not in product.home_countries,
        total_loss_reached=estimate.answer.reached if estimate else None,
        ratio_between=estimate.between if estimate else None,
        ratio_other_year=estimate.other_year if estimate else None,
        ratio_bases_differ=estimate.bases_differ if estimate else None,
        events_exhausted=assistance.exhausted,
        events_unprinted=assistance.unprinted,
        service_named=assistance.service_named,
        service_outside=assistance.service_outside,
    )
    return Values(values, unit)
