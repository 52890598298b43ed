"""When someone is due: minutes promised by zone, counted from the report (aba-sector-hacienda 4.1, 5.1)."""

from datetime import datetime, timedelta

from policy_backend.coverage.answer import ServiceTimes
from policy_backend.coverage.loss import Facts
from policy_backend.products.places import metropolitan_zone
from policy_backend.products.schema import Product
from policy_backend.products.schema_service import Promise

NOBODY_GOES = ("roadside_assistance",)


def _minutes(promise: Promise | None, zone: str | None) -> int | None:
    if promise is None or zone is None:
        return None
    return promise.metropolitan_minutes if zone == "metropolitan" else promise.outside_minutes


def _due(start: datetime | None, minutes: int | None) -> datetime | None:
    return None if start is None or minutes is None else start + timedelta(minutes=minutes)


def service_times(product: Product, incident: str, facts: Facts, asked_at: datetime | None) -> ServiceTimes:
    """What the product promises for this place, due from `facts.reported_at`, else from `asked_at`.

    All null where the product promises nothing, the place is not known, or it is not in Mexico.
    """
    service = product.service
    abroad = facts.country is not None and facts.country.upper() not in product.home_countries
    if service.metropolitan is None or abroad:
        return ServiceTimes()
    place = metropolitan_zone(service.metropolitan, facts.state, facts.municipality)
    start = facts.reported_at or asked_at
    adjuster = None if incident in NOBODY_GOES else _minutes(service.adjuster, place.name)
    tow = _minutes(service.tow, place.name)
    note = "El contrato no deja claro si este municipio es metropolitano." if place.doubtful else None
    return ServiceTimes(place.name, adjuster, _due(start, adjuster), tow, _due(start, tow), note)
