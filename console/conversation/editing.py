"""Correcting a claim by form: the fields, and the merge patch of those that changed."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from common.access import Actor
from common.clock import local_zone
from common.problems import Invalid, NotFound
from console.words import INCIDENTS, SERVICES
from policy_backend.claims import handling, reporting
from policy_backend.claims.model.facts import LossFacts
from policy_backend.claims.store.tables import ClaimRow

Field = tuple[str, str, str]
GROUPS: tuple[tuple[str, tuple[Field, ...]], ...] = (
    (
        "Qué pasó",
        (
            ("incident_type", "Qué pasó", "incident"),
            ("service", "Servicio", "service"),
            ("occurred_at", "Cuándo ocurrió", "time"),
            ("description", "Relato", "long"),
            ("injuries.any", "Hay lesionados", "yes"),
            ("injuries.count", "Cuántos", "number"),
            ("third_parties.any", "Hay terceros", "yes"),
            ("third_parties.fled", "Se dieron a la fuga", "yes"),
            ("drivable", "El auto puede circular", "yes"),
            ("authorities", "Hay autoridad", "yes"),
        ),
    ),
    (
        "Lugar",
        (
            ("location.street", "Calle", "text"),
            ("location.number", "Número", "text"),
            ("location.corner", "Esquina", "text"),
            ("location.neighborhood", "Colonia", "text"),
            ("location.municipality", "Municipio", "text"),
            ("location.state", "Estado", "text"),
            ("location.highway", "Carretera", "text"),
            ("location.kilometer", "Kilómetro", "decimal"),
            ("location.heading", "Hacia", "text"),
        ),
    ),
    (
        "Personas, póliza y vehículo",
        (
            ("reporter.name", "Quién reporta", "text"),
            ("reporter.phone", "Teléfono", "text"),
            ("driver_name", "Conductor", "text"),
            ("insured_name", "Asegurado", "text"),
            ("policy.number", "Póliza", "text"),
            ("policy.inciso", "Inciso", "number"),
            ("vehicle.make", "Marca", "text"),
            ("vehicle.model", "Modelo", "text"),
            ("vehicle.year", "Año", "number"),
            ("vehicle.color", "Color", "text"),
            ("vehicle.plates", "Placas", "text"),
            ("vehicle.vin", "Número de serie", "text"),
        ),
    ),
)
OPTIONS = {"incident": INCIDENTS, "service": SERVICES, "yes": {"true": "Sí", "false": "No"}}
FIELDS = {path: kind for _, fields in GROUPS for path, _, kind in fields}
LONGEST = 4000


def shown(facts: dict[str, Any], path: str) -> str:
    """The value of a field as the form's input holds it."""
    content: Any = facts
    for key in path.split("."):
        content = content.get(key) if isinstance(content, dict) else None
    if content is None:
        return ""
    if isinstance(content, bool):
        return "true" if content else "false"
    if FIELDS[path] == "time":
        return datetime.fromisoformat(str(content)).astimezone(local_zone()).strftime("%Y-%m-%dT%H:%M")
    if isinstance(content, float) and content.is_integer():
        return str(int(content))
    return str(content)


def _parsed(path: str, text: str) -> Any:
    kind = FIELDS[path]
    text = text.strip()
    if not text:
        return None
    if len(text) > LONGEST:
        raise Invalid(f"Un dato es demasiado largo: caben {LONGEST} letras.")
    try:
        if kind in OPTIONS:
            if text not in OPTIONS[kind]:
                raise ValueError
            return text == "true" if kind == "yes" else text
        if kind == "number":
            return int(text)
        if kind == "decimal":
            return float(text.replace(",", "."))
        if kind == "time":
            return datetime.fromisoformat(text).replace(tzinfo=local_zone()).isoformat()
    except ValueError:
        raise Invalid(f"No se entiende «{text[:60]}». Revise ese dato.") from None
    return text


def patch_of(facts: dict[str, Any], form: dict[str, str]) -> dict[str, Any]:
    """The merge patch of what the form changes; fields that the form does not hold stay. Raises Invalid."""
    patch: dict[str, Any] = {}
    for path, text in form.items():
        if path in FIELDS and _same(text) != _same(shown(facts, path)):
            first, _, rest = path.partition(".")
            if rest:
                patch.setdefault(first, {})[rest] = _parsed(path, text)
            else:
                patch[first] = _parsed(path, text)
    return patch


def seen_in(text: str) -> dict[str, str] | None:
    """What a form showed at first, from the JSON that `seen_by` put in it; None for anything else."""
    try:
        seen = json.loads(text)
    except ValueError:
        return None
    return {path: str(value) for path, value in seen.items()} if isinstance(seen, dict) else None


def seen_by(facts: dict[str, Any]) -> str:
    """What a form shows of the facts, as JSON."""
    return json.dumps({path: shown(facts, path) for path in FIELDS})


def typed(form: dict[str, str], seen: dict[str, str] | None) -> dict[str, str]:
    """The fields that a person changed in a form; all of them where it is not known what it showed."""
    if seen is None:
        return form
    return {path: text for path, text in form.items() if _same(text) != _same(seen.get(path, ""))}


def clash(facts: dict[str, Any], form: dict[str, str], seen: dict[str, str] | None) -> bool:
    """True when what a person changes was changed by somebody else after the form was shown."""
    return seen is None or any(shown(facts, path) != seen.get(path, "") for path in form if path in FIELDS)


def told(patch: dict[str, Any]) -> list[str]:
    """The lines in which the assistant is told of a patch: `vehicle.plates: JNB-482-C`, and nothing for unknown."""
    lines = []
    for first, content in patch.items():
        inner = content if isinstance(content, dict) else {"": content}
        for rest, value in inner.items():
            text = "" if value is None else json.dumps(value) if isinstance(value, (bool, int, float)) else str(value)
            lines.append(f"{first}{'.' if rest else ''}{rest}: {text}")
    return lines


def _same(text: str) -> str:
    return text.strip().replace("\r\n", "\n")


def locked_claim(session: Session, claim_id: int) -> ClaimRow:
    """The claim, locked. Raises NotFound."""
    row = session.get(ClaimRow, claim_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("No existe ese reporte.")
    return row


def correct(session: Session, row: ClaimRow, form: dict[str, str], actor: Actor) -> dict[str, Any]:
    """Apply the form to the claim; the patch that was applied, empty when nothing changed."""
    patch = patch_of(row.facts, form)
    if patch:
        handling.correct(session, row, patch, actor)
    return patch


def finish_report(session: Session, row: ClaimRow, actor: Actor, name: str) -> ClaimRow:
    """Make the report of a draft by hand: it gets its number, whatever is still unknown; once only."""
    return reporting.report(
        session,
        LossFacts.model_validate(row.facts),
        actor,
        conversation_id=row.conversation_id,
        loss=row.loss,
        operator=name,
    )
