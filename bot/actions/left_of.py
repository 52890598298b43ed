"""What words tell beside the one field that they mend: 'la colonia no es Centro, es Las Ánimas, en Xalapa'."""

import re
from typing import Any, Dict, Optional

from bot.nlu.parsers.folding import fold

_TOWN = ("municipality", "state")
# The part that is mended -> what else the same words may tell.
_BESIDE = {
    "location.neighborhood": _TOWN,
    "location.municipality": ("state",),
    "location.number": ("kind", "street", "corner", "between_streets", "number", "neighborhood", *_TOWN),
    "location.kilometer": ("kind", "highway", "kilometer", "heading", "nearest_town", *_TOWN),
}
_ENTITY_OF = {"location": "place", "vehicle": "vehicle", "injuries": "injuries", "occurred_at": "time",
              "driver_name": "person", "insured_name": "person"}  # fmt: skip
_ENTITY_AT = {"policy.number": "policy_number", "policy.inciso": "inciso", "reporter.phone": "phone",
              "reporter.name": "person", "vehicle.plates": "plates", "vehicle.vin": "vin"}  # fmt: skip


def _speaks_of(entity: Dict[str, Any], path: str) -> bool:
    """Whether an entity would put another reading of the same words into the field."""
    if path == "third_parties.text":
        return entity.get("entity") in ("vehicle", "third_parties")
    return entity.get("entity") in (_ENTITY_AT.get(path), _ENTITY_OF.get(path.partition(".")[0]), "policy_number",
                                    "inciso", "age", "occupants")  # fmt: skip


def left_of(entity: Dict[str, Any], path: str, value: Any) -> Optional[Dict[str, Any]]:
    """The entity as far as it tells something else than the field that is mended, None where it does not."""
    if not _speaks_of(entity, path):
        return entity
    told = _beside(entity["value"], path, value) if entity["entity"] == "place" else None
    return {**entity, "value": told} if told else None


def _beside(told: Dict[str, Any], path: str, mended: Any) -> Optional[Dict[str, Any]]:
    """The parts of the place `told` that hold with the part at `path`, now `mended`; None where there are none."""
    if path in ("location.municipality", "location.state") and told.get("street"):
        return told  # 'no es Celaya, es Irapuato, calle…'
    name, parts = path.rpartition(".")[2], _BESIDE.get(path, ())
    if name in parts and told.get(name) != mended:
        return None  # the words were read as another place than the mended one
    inside = set(re.findall(r"[a-z]+", fold(str(mended)))) if name not in parts else set()
    kept = {part: told.get(part) for part in parts if told.get(part) not in (None, "", [])}
    kept = {part: item for part, item in kept.items() if not set(fold(str(item)).split()) & inside}
    if not kept.keys() - {"kind", name}:
        return None
    return {**dict.fromkeys(told), "between_streets": [], **kept}
