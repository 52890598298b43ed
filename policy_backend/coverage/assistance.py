"""Roadside assistance: the tier on the carátula, its services, and the events already used (maps-autos g)."""

from dataclasses import dataclass
from decimal import Decimal

from policy_backend.coverage.loss import Facts, PolicyAsOf, UnitAsOf
from policy_backend.products.places import metropolitan_zone
from policy_backend.products.schema import Product
from policy_backend.products.schema_service import AssistanceTier

CODE = "roadside_assistance"


@dataclass(frozen=True, slots=True)
class Assistance:
    """What the tier says of the service asked for. None: not known."""

    tier: AssistanceTier | None
    service_named: bool | None
    service_outside: bool | None
    exhausted: bool | None
    unprinted: bool | None
    limit: Decimal | None
    note: str | None


def vehicle_class(product: Product, kind: str | None) -> str:
    """The conditions' class of a kind of vehicle: auto unless the product lists it elsewhere."""
    for name, kinds in product.vehicle_classes.items():
        if kind == name or kind in kinds:
            return name
    return "auto"


def _outside(facts: Facts) -> bool | None:
    """Whether the place is none of the country's metropolitan areas; None when the place is not known."""
    zone = metropolitan_zone("country", facts.state, facts.municipality).name
    return None if zone is None else zone == "outside"


def _most_printed(product: Product) -> int:
    return max((max(tier.events.values(), default=0) for tier in product.assistance.values() if tier.events), default=0)


def assistance(policy: PolicyAsOf, unit: UnitAsOf, product: Product, facts: Facts) -> Assistance:
    """The standing of the unit's roadside assistance; all unknown when it is not contracted."""
    terms = unit.coverages.get(CODE)
    tier = product.assistance.get(str(terms.get("tier", "standard"))) if terms is not None else None
    if terms is None or tier is None:
        return Assistance(None, None, False, None, None, None, None)
    printed = terms.get("events")
    if not isinstance(printed, int) and tier.events is not None:
        printed = tier.events.get(policy.package or "", None)
    used = facts.events_used
    exhausted = unprinted = False if used is not None or tier.unlimited else None
    if used is not None and not tier.unlimited:
        if isinstance(printed, int):
            exhausted = used >= printed
        else:
            unprinted = used >= _most_printed(product)
    service = tier.services.get(facts.service) if facts.service else None
    kind = vehicle_class(product, facts.vehicle_kind or unit.kind)
    return Assistance(
        tier=tier,
        service_named=None if facts.service is None else service is not None,
        service_outside=_outside(facts) if service and service.metropolitan_only else False,
        exhausted=exhausted,
        unprinted=unprinted,
        limit=service.limits.get(kind) if service else None,
        note=service.text if service else None,
    )
