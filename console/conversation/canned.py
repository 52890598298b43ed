"""Replies kept ready: their variables, and their text for one conversation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from common.problems import Invalid
from console import claims_text, formats
from console.conversation.tables import CannedReply
from policy_backend.claims.store.tables import ClaimRow

VARIABLES = {
    "operador": "su nombre",
    "persona": "nombre de quien reporta",
    "reporte": "número de reporte",
    "vence": "hora límite del ajustador",
    "ajustador": "nombre del ajustador",
    "vehiculo": "vehículo",
    "lugar": "lugar",
}
_VARIABLE = re.compile(r"\{(\w+)\}")
MAX_TEXT, MAX_TITLE = 1600, 80


@dataclass(frozen=True)
class Ready:
    """A reply ready for one conversation; `unknown` names the variables whose value is not known yet."""

    id: int
    title: str
    text: str
    unknown: tuple[str, ...]


def values(claim: ClaimRow | None, operator: str) -> dict[str, str | None]:
    """What the variables stand for in a conversation whose claim is `claim`."""
    facts = claim.facts if claim else {}
    reporter = claims_text.part(facts, "reporter").get("name")
    return {
        "operador": operator,
        "persona": reporter.split()[0] if reporter else None,
        "reporte": formats.report_number(claim.report_number) if claim and claim.report_number else None,
        "vence": formats.clock(claim.adjuster_due_at) if claim and claim.adjuster_due_at else None,
        "ajustador": claim.adjuster if claim else None,
        "vehiculo": claims_text.vehicle(facts),
        "lugar": claims_text.place(facts),
    }


def fill(text: str, known: dict[str, str | None]) -> tuple[str, tuple[str, ...]]:
    """`text` with its variables replaced; those without a value stay as `[…]` for the operator to complete."""
    unknown = tuple(name for name in _VARIABLE.findall(text) if not known.get(name))
    return _VARIABLE.sub(lambda found: known.get(found[1]) or f"[{VARIABLES.get(found[1], found[1])}]", text), unknown


def ready(session: Session, claim: ClaimRow | None, operator: str) -> list[Ready]:
    """Every reply, filled for this conversation."""
    known = values(claim, operator)
    return [Ready(reply.id, reply.title, *fill(reply.text, known)) for reply in replies(session)]


def replies(session: Session) -> Sequence[CannedReply]:
    """Every reply as it is kept, in order."""
    return session.scalars(select(CannedReply).order_by(CannedReply.position, CannedReply.title)).all()


def save(session: Session, reply_id: int | None, title: str, text: str, position: int) -> CannedReply:
    """Keep a new reply or change one. Raises Invalid for empty or long texts and unknown variables."""
    title, text = title.strip(), text.strip()
    if not title or not text or len(title) > MAX_TITLE or len(text) > MAX_TEXT:
        raise Invalid(f"Escriba un título (hasta {MAX_TITLE} letras) y un texto (hasta {MAX_TEXT}).")
    strange = sorted(set(_VARIABLE.findall(text)) - set(VARIABLES))
    if strange:
        raise Invalid(f"No existe la variable {{{strange[0]}}}.")
    taken = session.scalar(select(CannedReply.id).where(CannedReply.title == title))
    if taken and taken != reply_id:
        raise Invalid("Ya hay una respuesta con ese título.")
    reply = session.get(CannedReply, reply_id) if reply_id else None
    if reply is None:
        reply = CannedReply()
        session.add(reply)
    reply.title, reply.text, reply.position = title, text, position
    session.flush()
    return reply
