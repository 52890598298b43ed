"""What is known, as it is read back before a report is registered."""

import re
from datetime import datetime, timedelta
from typing import Dict, Optional

from bot.actions import words
from bot.actions.caller import OF_THE_CALLER
from bot.actions.identify import unit
from bot.actions.turn import Turn

_GREETING = re.compile(
    r"^\W*((q(ue|ué)? ?(onda|tal|hubo)|hola|bueno|ok|buen(os|as)? ?(d[ií]as?|tardes|noches)?|oigan?|oye|disculpe|mire|"
    r"f[ií]jese|señorita|joven|que|eh|este|sí|pues)\b\W*)+",
    re.I,
)


# A span that is as good as an hour told; and losses in which there is no other side.
_ABOUT = timedelta(minutes=90)
_CLEAN = re.compile(r"[\w:.]+(?: [\w:.]+){0,5}")
_NOBODY_ELSE = ("roadside_assistance", "total_theft", "partial_theft")


def summaries(turn: Turn) -> Dict[str, str]:
    """The read-back: `summary`, at most six lines for the eye, and `spoken`, the essential for the ear."""
    claim = turn.claim
    incident = words.INCIDENTS[claim["incident_type"] or "other"]
    if claim["service"]:
        incident = f"{incident} ({words.SERVICES[claim['service']]})"
    place = words.place(claim["location"]) or "lugar por precisar"
    when = _when(turn)
    lines = [f"{incident[:1].upper()}{incident[1:]} {words.at(_short(place, 110))}{f', {when}' if when else ''}."]
    if claim["injuries"]["any"] is not None:
        count = claim["injuries"]["count"]
        lines.append(f"Lesionados: {words.people(count) if claim['injuries']['any'] else 'no'}.")
    if claim["description"]:
        lines.append(f"Qué pasó: {_short(_GREETING.sub('', claim['description']), 120)}".rstrip(".,;") + ".")
    lines.append(_vehicle_line(turn))
    lines.append(_people_line(turn))
    rest = _rest_line(turn)
    if rest:
        lines.append(rest)
    phone = " ".join(words.phone(claim["reporter"]["phone"]))
    spoken = f"{incident} {words.at(_short(place, 110))}. "
    spoken += "Usted iba manejando. " if turn.assumed("driver_name") else ""
    spoken += f"Su teléfono es {phone}. " if phone else ""
    return {"summary": "\n".join(lines[:6]), "spoken": spoken}


def _when(turn: Turn) -> Optional[str]:
    """The hour where one was told; else the caller's own words, since "ayer" names none."""
    claim = turn.claim
    said, ends = claim["details"].get("occurred_text"), [claim["details"].get(f"occurred_{e}") for e in ("from", "to")]
    if said and all(ends):
        first, last = (datetime.fromisoformat(str(end)) for end in ends)
        if last - first > _ABOUT:
            return str(said) if _CLEAN.fullmatch(str(said)) else words.days(first, last, turn.now)
    return words.instant(claim["occurred_at"], turn.now) or said


def _short(text: str, longest: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 2].rsplit(" ", 1)[0].rstrip(".,;:") + " …"


def _vehicle_line(turn: Turn) -> str:
    claim = turn.claim
    found = claim["policy"]["found"]
    described = (
        words.vehicle(unit(turn).get("vehicle") or claim["vehicle"]) or claim["details"].get("vehicle_text") or ""
    )
    plates = claim["vehicle"]["plates"]
    parts = [f"Póliza {claim['policy']['number']}" if found else "Póliza por localizar"]
    if found and len((turn.memory["policy"] or {}).get("units") or []) > 1 and claim["policy"]["inciso"] is not None:
        parts.append(f"inciso {claim['policy']['inciso']}")
    parts += [part for part in (described, f"placas {plates}" if plates and not found else "") if part]
    return ", ".join(parts) + "."


def _people_line(turn: Turn) -> str:
    claim = turn.claim
    reporter, driver = claim["reporter"], claim["driver_name"]
    said = [f"Reporta {reporter['name']}" if reporter["name"] else "", f"tel. {words.phone(reporter['phone'])}" if
            reporter["phone"] else "sin teléfono"]  # fmt: skip
    line = ", ".join(part for part in said if part)
    if driver:
        line += "; lo traía " if claim["incident_type"] == "total_theft" else "; manejaba "
        mine = set(driver.split()) <= set(str(reporter["name"] or "").split())  # also in fewer words
        line += "usted" if mine else re.sub(rf"^(.+){OF_THE_CALLER}$", r"su \1", driver)
    return f"{line[:1].upper()}{line[1:]}."


def _to_the_caller(said: str) -> str:
    """The caller's "mi casa" as who reads it back says it."""
    bare = re.sub(r"^(?:pues|sí|si|que|mejor)\b[ ,]*", "", said.strip(), flags=re.I)
    return _short(re.sub(r"\bmi(s?)\b", r"su\1", bare), 60).rstrip(".")


def _rest_line(turn: Turn) -> str:
    claim, parts = turn.claim, []
    third = claim["third_parties"]
    if third["any"] is not None and claim["incident_type"] not in _NOBODY_ELSE:
        text = "no hay otro involucrado" if not third["any"] else "hay otro involucrado"
        parts.append(text + (" y se fue" if third["fled"] else ""))
    if claim["drivable"] is not None:
        parts.append("el vehículo camina" if claim["drivable"] else "el vehículo no camina")
    destination = claim["details"].get("tow_destination")
    if destination and claim["service"] in (None, "tow"):
        parts.append(f"destino: {_to_the_caller(destination)}")
    denuncia = claim["details"].get("denuncia_at")
    if denuncia is not None or claim["details"].get("denuncia_text"):
        parts.append("aún sin denuncia" if denuncia is False else "con denuncia")
    line = "; ".join(parts)
    return f"{line[:1].upper()}{line[1:]}." if line else ""
