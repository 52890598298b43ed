"""Entities of a parsed sentence as paths of a claim: what the language side found before any dialogue looked at it."""

from collections.abc import Iterable
from typing import Any

# Path in the claim → entity, and the key of its value where the value is structured.
BARE = {
    "policy.number": "policy_number",
    "policy.inciso": "inciso",
    "reporter.phone": "phone",
    "vehicle.plates": "plates",
    "drivable": "drivable",
    "authorities": "authorities",
    "details.glass_part": "glass_part",
    "details.occupants": "occupants",
    "details.driver_age": "age",
}
PLACE = ["kind", "state", "municipality", "neighborhood", "street", "number", "corner"]
PLACE += ["highway", "kilometer", "heading", "nearest_town"]
STRUCTURED = {
    "incident_type": ("incident", "type"),
    "service": ("service", "service"),
    "injuries.any": ("injuries", "any"),
    "injuries.count": ("injuries", "count"),
    "injuries.deaths": ("injuries", "deaths"),
    "vehicle.vin": ("vin", "vin"),
    "vehicle.make": ("vehicle", "make"),
    "vehicle.model": ("vehicle", "model"),
    "vehicle.year": ("vehicle", "year"),
    "vehicle.color": ("vehicle", "color"),
    "reporter.name": ("person", "name"),
    "driver_name": ("person", "name"),
    "insured_name": ("person", "name"),
    "third_parties.any": ("third_parties", "any"),
    "third_parties.fled": ("third_parties", "fled"),
    **{f"location.{key}": ("place", key) for key in PLACE},
}
JUDGED = {*BARE, *STRUCTURED}


def values(path: str, entities: Iterable[dict[str, Any]]) -> list[Any]:
    """Every value that the entities offer for this path."""
    if path in BARE:
        return [e["value"] for e in entities if e["entity"] == BARE[path]]
    name, key = STRUCTURED[path]
    return [_part(e["value"], key) for e in entities if e["entity"] == name]


def _part(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else value
