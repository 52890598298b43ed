"""A claim's facts as one line each: place, vehicle, what is still missing."""

from typing import Any

Facts = dict[str, Any]
IDENTIFIED_BY_PLACE = ("street", "neighborhood", "corner", "highway", "latitude")


def part(facts: Facts | None, name: str) -> dict[str, Any]:
    """A part of the facts that is an object, empty where it is unknown."""
    content = (facts or {}).get(name)
    return content if isinstance(content, dict) else {}


def place(facts: Facts | None) -> str | None:
    """Where it happened, shortest first: `Av. Vallarta 1234 esq. Chapultepec, Americana, Guadalajara`."""
    where = part(facts, "location")
    if where.get("highway"):
        kilometer = where.get("kilometer")
        pieces = [where["highway"], f"km {kilometer:g}" if isinstance(kilometer, (int, float)) else None]
        line = " ".join(piece for piece in pieces if piece)
        if where.get("heading"):
            line += f" hacia {where['heading']}"
        near = where.get("nearest_town") or where.get("municipality")
        return f"{line}, {near}" if near else line
    street = " ".join(str(piece) for piece in (where.get("street"), where.get("number")) if piece)
    if where.get("corner"):
        street = f"{street} esq. {where['corner']}" if street else f"Esq. {where['corner']}"
    pieces = [street, where.get("neighborhood"), where.get("municipality") or where.get("state")]
    line = ", ".join(piece for piece in pieces if piece)
    return line or where.get("text") or ("Ubicación compartida" if where.get("latitude") is not None else None)


def vehicle(facts: Facts | None) -> str | None:
    """`Nissan Versa 2021 gris`, or None when nothing is known but perhaps the plates."""
    car = part(facts, "vehicle")
    return " ".join(str(car[key]) for key in ("make", "model", "year", "color") if car.get(key)) or None


def plates(facts: Facts | None) -> str | None:
    """The plates as given."""
    return part(facts, "vehicle").get("plates")


def map_link(latitude: Any, longitude: Any) -> str | None:
    """A link to a public map at a point, or None for anything that is not one."""
    if not isinstance(latitude, (int, float)) or not isinstance(longitude, (int, float)):
        return None
    return (
        f"https://www.openstreetmap.org/?mlat={latitude:.6f}&mlon={longitude:.6f}#map=17/{latitude:.6f}/{longitude:.6f}"
    )


def missing(facts: Facts | None) -> list[str]:
    """What an adjuster would need and nobody has said yet, life first."""
    facts = facts or {}
    car, policy, where = part(facts, "vehicle"), part(facts, "policy"), part(facts, "location")
    absent = []
    if not facts.get("incident_type"):
        absent.append("qué pasó")
    if part(facts, "injuries").get("any") is None and facts.get("incident_type") not in (
        "roadside_assistance",
        "glass",
        "tire",
    ):
        absent.append("lesionados")
    if not any(where.get(key) for key in IDENTIFIED_BY_PLACE):
        absent.append("lugar")
    if not policy.get("number") and not car.get("plates") and not car.get("vin"):
        absent.append("póliza o placas")
    if not car.get("make"):
        absent.append("vehículo")
    if not part(facts, "reporter").get("phone"):
        absent.append("teléfono")
    if not part(facts, "reporter").get("name"):
        absent.append("quién reporta")
    return absent
