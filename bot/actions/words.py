"""Facts as people read them: places, phones, vehicles, numbers, times. No questions, no sentences."""

import os
import re
from datetime import datetime
from typing import Any, Dict, Optional
from zoneinfo import ZoneInfo

Record = Dict[str, Any]
MEXICO = ZoneInfo(os.environ.get("CABINA_TIMEZONE") or "America/Mexico_City")

INCIDENTS = {
    "collision": "choque", "rollover": "volcadura", "run_over": "atropellamiento", "fire": "incendio",
    "weather": "daño por el clima", "flood": "inundación", "falling_object": "caída de un objeto",
    "vandalism": "vandalismo", "total_theft": "robo del vehículo", "partial_theft": "robo de partes",
    "glass": "cristal roto", "tire": "daño en llanta", "cargo": "percance con la carga",
    "roadside_assistance": "auxilio vial", "other": "percance",
}  # fmt: skip
SERVICES = {
    "tow": "grúa", "tire_change": "cambio de llanta", "jump_start": "paso de corriente", "fuel": "gasolina",
    "locksmith": "cerrajero",
}  # fmt: skip
MONTHS = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
_DAYS = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]


def place(location: Record) -> Optional[str]:
    """The place in one line, as it would be written on an envelope; None while nothing is known."""
    if location.get("highway"):
        return _road(location)
    street = _street(location)
    colonia = location.get("neighborhood")
    parts = [street, f"col. {colonia}" if colonia else None, location.get("municipality"), location.get("state")]
    if parts[2] == parts[3]:
        parts.pop()  # Puebla, of Puebla
    known = [part for part in parts if part]
    if street or colonia:
        return ", ".join(known)
    if location.get("text"):
        return _bare(str(location["text"]))
    if location.get("latitude") is not None:
        return "el punto que compartió"
    return ", ".join(known) or None


def _road(location: Record) -> str:
    parts = [str(location["highway"])]
    if location.get("kilometer") is not None:
        parts.append(f"kilómetro {location['kilometer']:g}")
    elif location.get("text") and not location.get("heading") and len(location["text"]) < 80:
        return _bare(str(location["text"]))
    if location.get("heading"):
        parts.append(f"hacia {location['heading']}")
    if location.get("nearest_town"):
        parts.append(f"cerca de {location['nearest_town']}")
    if len(parts) == 1:
        parts += [location[name] for name in ("municipality", "state") if location.get(name)]
    return ", ".join(parts)


def _street(location: Record) -> Optional[str]:
    street: Optional[str] = location.get("street")
    if not street:
        return None
    if re.fullmatch(r"[\d\s]+\w?", street):
        street = f"calle {street}"
    if location.get("number"):
        street += f" {location['number']}"
    if location.get("corner"):
        street += f" esquina con {location['corner']}"
    elif len(location.get("between_streets") or []) == 2:
        street += " entre {} y {}".format(*location["between_streets"])
    return street


_BEFORE_A_PLACE = re.compile(
    r"^\W*((estoy|estamos|ando|andamos|voy|vamos|vengo|fue|hay|aqui|aquí|ahorita|pues|ps|es)\s+)*((en|por|sobre)\s+)?",
    re.I,
)
_OWN_WORD = re.compile(
    r"(afuera|frente|enfrente|a la altura|junto|cerca|atr[aá]s|adelante|entre|sobre|a un lado|por)\b", re.I
)


def _bare(text: str) -> str:
    """A place as said, without the words before it: "estoy en el Oxxo de Juárez" → "el Oxxo de Juárez"."""
    return _BEFORE_A_PLACE.sub("", text) or text


def at(place_name: str) -> str:
    """ "en …", but for places that bring a word of their own: "afuera del cine", "frente al parque"."""
    return place_name if _OWN_WORD.match(place_name) else f"en {place_name}"


def phone(e164: Optional[str]) -> str:
    """`+523318452290` → `33 1845 2290`; other countries keep their prefix."""
    if not e164:
        return ""
    digits = e164.removeprefix("+52") if e164.startswith("+52") else ""
    if len(digits) != 10:
        return e164
    two = digits[:2] in ("33", "55", "56", "81")
    return f"{digits[:2]} {digits[2:6]} {digits[6:]}" if two else f"{digits[:3]} {digits[3:6]} {digits[6:]}"


def vehicle(record: Record) -> str:
    """Make, model, year and colour: what may be said to whoever holds the policy number."""
    colour = str(record.get("color") or "").lower()
    parts = [record.get("make"), record.get("model"), record.get("year"), colour]
    return " ".join(str(part) for part in parts if part)


def plates_end(plates: Optional[str]) -> str:
    """The last three characters of the plates."""
    return "".join(c for c in plates or "" if c.isalnum())[-3:]


def report_number(number: str) -> str:
    """`2600001230` → `26-0000123-0`."""
    return f"{number[:2]}-{number[2:9]}-{number[9:]}"


def spoken_digits(number: str) -> str:
    """Digit by digit, with a pause between the groups."""
    groups = (number[:2], number[2:5], number[5:9], number[9:]) if len(number) == 10 else (number,)
    return ", ".join(" ".join(group) for group in groups)


def instant(stamp: Optional[str], now: datetime) -> Optional[str]:
    """`hoy a las 14:35`, `ayer a las 9:05`, `el lunes 3 de marzo a las 9:05`; None for what is no instant."""
    try:
        then = datetime.fromisoformat(str(stamp).replace("Z", "+00:00")).astimezone(MEXICO)
    except ValueError:
        return None
    days = (now.astimezone(MEXICO).date() - then.date()).days
    day = {0: "hoy", 1: "ayer", -1: "mañana"}.get(days)
    return f"{day or f'el {_DAYS[then.weekday()]} {then.day} de {MONTHS[then.month - 1]}'} a las {then:%H:%M}"


def days(first: datetime, last: datetime, now: datetime) -> str:
    """The day of a span, or its first and its last: `ayer`, `entre ayer y hoy`."""
    ends = [str(instant(end.isoformat(), now)).rpartition(" a las ")[0] for end in (first, last)]
    return ends[0] if ends[0] == ends[1] else f"entre {ends[0]} y {ends[1]}"


def people(count: Optional[int]) -> str:
    """`1 persona`, `3 personas`, `sí` when nobody counted."""
    return "sí" if not count else "1 persona" if count == 1 else f"{count} personas"
