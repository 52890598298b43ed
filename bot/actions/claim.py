"""The draft of a report while it is being taken: the shape of the contract's claim, null where nothing is known."""

import re
from typing import Any, Dict, Iterable, List

from bot.nlu.parsers.folding import fold
from bot.nlu.parsers.geography import named
from bot.nlu.parsers.lookups import load_lines
from bot.nlu.parsers.others import ANIMALS
from bot.nlu.parsers.street_starts import UNIT
from bot.nlu.parsers.vehicle_mentions import mentions

Claim = Dict[str, Any]
# "A la altura del aeropuerto", "pasando la caseta": as good as a kilometre.
_ROAD_MARK = re.compile(
    r"\b(a la altura de|frente a|enfrente de|antes de|despu[eé]s de|pasando|adelante de|junto a|caseta|puente|"
    r"entronque|"
    r"t[uú]nel|retorno|gasolinera|salida a)l?\b"
)

LOCATION_FIELDS = (
    "kind", "state", "municipality", "neighborhood", "street", "number", "corner", "highway", "kilometer",
    "heading", "nearest_town", "latitude", "longitude", "text",
)  # fmt: skip


def blank(channel: str, loss: int = 1) -> Claim:
    """An empty draft of a conversation's `loss`-th report."""
    return {
        "loss": loss,
        "status": "draft",
        "priority": "normal",
        "channel": channel,
        "incident_type": None,
        "service": None,
        "description": None,
        "occurred_at": None,
        "location": {**dict.fromkeys(LOCATION_FIELDS), "between_streets": []},
        "injuries": {"any": None, "count": None, "deaths": None, "text": None},
        "reporter": {"name": None, "phone": None},
        "driver_name": None,
        "insured_name": None,
        "policy": {"number": None, "inciso": None, "found": None},
        "vehicle": dict.fromkeys(("make", "model", "year", "color", "plates", "vin")),
        "third_parties": {"any": None, "fled": None, "text": None},
        "drivable": None,
        "authorities": None,
        "details": {},
        "evidence": [],
    }


def get(claim: Claim, path: str) -> Any:
    """The value at a dotted path, None where there is none."""
    value: Any = claim
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def put(claim: Claim, path: str, value: Any) -> bool:
    """Set the value at a dotted path; True when it changed."""
    *parents, leaf = path.split(".")
    place = claim
    for parent in parents:
        place = place.setdefault(parent, {})
    if place.get(leaf) == value:
        return False
    place[leaf] = value
    return True


def clear(claim: Claim, paths: Iterable[str]) -> None:
    """Forget what stands at these paths."""
    for path in paths:
        put(claim, path, [] if path.endswith("between_streets") else None)


def started(claim: Claim) -> bool:
    """Whether the draft holds anything worth going back to."""
    return bool(claim["incident_type"] or claim["description"] or claim["injuries"]["any"])


def place_is_enough(location: Dict[str, Any]) -> bool:
    """Whether an adjuster could find the place: coordinates, a road with a mark on it, or a town with a mark in it."""
    if location.get("latitude") is not None:
        return True
    if location.get("highway") or location.get("kind") == "highway":
        marks = ("kilometer", "nearest_town", "municipality")
        whither = location.get("highway") and location.get("heading")
        named = bool(whither) or any(location.get(mark) is not None for mark in marks)
        return named or bool(_ROAD_MARK.search((location.get("text") or "").casefold()))
    if not location.get("municipality") and location.get("state") != "Ciudad de México":
        return False
    return any(location.get(mark) for mark in ("street", "neighborhood", "corner")) or _names_a_landmark(location)


_HOME = re.compile(
    r"(?:estoy |estamos |est[aá] |fue |aqu[ií] |ahorita |es )*(?:en |afuera de |frente a )?(?:mi|la|nuestra?|el) "
    r"(?:casa|domicilio|trabajo|oficina|chamba|negocio|departamento|depa|edificio|cochera)"
)


# A school or a market of no name: a town has many.
_UNNAMED = re.compile(
    rf"\b(?!estacionamiento de la )(?:{'|'.join(load_lines('many_of_a_kind.txt'))})\b"
    r"(?= (?:de (?:mi|mis|su|sus|la|los|una?)\b|dond|en\b|aqui\b)|,|\W*$)"
)


def names_home(text: str) -> bool:
    """Whether a clause says no more of a place than that it is somebody's home or work."""
    return any(_HOME.fullmatch(part.strip(" .!")) for part in re.split(r"[,;]", text.casefold()))


def part_lacking(claim: Claim) -> str:  # noqa: PLR0911 - one line a rule, the first that fits
    """What would lead an adjuster to the very spot and is not told: "town", "spot" on a street, "kilometer" on a road,
    the "heading" there, the "address" of "my house" or of "the school" in a town; "" where nothing is lacking, or no
    place is told at all."""
    location = claim["location"]
    if location.get("latitude") is not None:
        return ""
    if lacks_town(location):
        return "town"
    if location.get("highway"):
        marked = claim["details"].get("landmark") or _ROAD_MARK.search((location.get("text") or "").casefold())
        if location.get("kilometer") is None:
            return "" if marked else "kilometer"
        return "" if marked or location.get("heading") or location.get("nearest_town") else "heading"
    if not place_is_enough(location):
        return "address" if names_home(location.get("text") or "") else ""
    if not any(location.get(mark) for mark in ("street", "neighborhood", "corner")):
        return "address" if _UNNAMED.search(fold(location.get("text") or "")) else ""
    if claim["details"].get("landmark") or UNIT.search(fold(location.get("text") or "")):
        return ""  # 'mz 12 lt 30' is a spot of its own
    told = location.get("street") or location.get("neighborhood")
    spot = location.get("street") and any(location.get(mark) for mark in ("number", "corner", "between_streets"))
    return "spot" if told and not spot else ""


# What was hit and cannot leave: a car that its driver had left; a thing, an animal, whoever they belong to.
_LEFT_STANDING = re.compile(r"\b(?:estacionad|parquead)[oa]s?\b|\bsin (?:conductor|chofer|nadie)\b")
_THING = re.compile(rf"\b(?:{'|'.join(load_lines('fixed_objects.txt'))}|{ANIMALS})s?\b")


def others_may_have_left(claim: Claim) -> bool:
    """Whether another side is known that could have left, and not whether it did."""
    others, incident = claim["third_parties"], claim["incident_type"]
    if not others["any"] or others["fled"] is not None or incident not in ("collision", "run_over"):
        return False
    said = others["text"] or ""
    ours_stood = claim["details"].get("vehicle_parked")
    stays = (_LEFT_STANDING.search(fold(said)) and not ours_stood) or (_THING.search(fold(said)) and not mentions(said))
    return not stays


def lacks_town(location: Dict[str, Any]) -> bool:
    """Whether a place in a town is told, and not in which."""
    told = any(location.get(mark) for mark in ("street", "neighborhood", "corner")) and not location.get("highway")
    return told and not place_is_enough(location)


# 'Saliendo de misa en Cholula', 'regresando del trabajo': what one did before is no spot in a town.
_VAGUE = frozenset(
    [*load_lines("not_landmarks.txt"), "saliendo", "salir", "regresando", "llegando", "viniendo", "yendo", "entrando",
     "pasando", "camino", "rumbo", "lugar", "pueblo", "andamos", "ando", "pues", "mero", "aca", "alla", "fue", "es"]
)  # fmt: skip


def _names_a_landmark(location: Dict[str, Any]) -> bool:
    text = location.get("text") or ""
    for place in named(text):  # 'aquí en cancún' is the town of Benito Juárez, not a spot in it
        text = text[: place.start] + " " * (place.end - place.start) + text[place.end :]
    town = f"{location.get('municipality') or ''} {location.get('state') or ''}".casefold().split()
    small = {"en", "de", "la", "el", "los", "las", "aquí", "aqui", "estoy", "estamos", "ciudad", "a", "por", "del",
             "afuera", "fuera", "d", "mi", "su", "casa", "trabajo", "oficina", "chamba", "estacionado", "estacionada",
             "cerca", "calle", "una", "un", "donde", "edomex", "cdmx", "df", *_VAGUE}  # fmt: skip
    words: List[str] = [w.strip(".,;") for w in text.casefold().split()]
    return len([w for w in words if w and w not in small and w not in town]) >= 1
