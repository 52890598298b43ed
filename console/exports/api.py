"""Downloads: search results as sheets, one conversation as PDF."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from channels.conversations.tables import Message
from common.database import session_dependency
from console import claims_text, formats, words
from console.conversation import case as cases
from console.exports.sheets import attachment, file_response
from console.people.access import Visitor, signed_in
from console.privacy.blocking import blocked_claims
from console.search.api import day
from console.search.finding import ask, find
from console.trail import note
from policy_backend.claims.store.tables import ClaimRow

router = APIRouter(prefix="/console", include_in_schema=False)
Db = Depends(session_dependency)
Text = Annotated[str, Query(max_length=200)]
LONGEST_PDF = 5000
HEADER = (
    "Reporte", "Estado", "Prioridad", "Canal", "Qué pasó", "Ocurrió", "Reportado", "Lugar", "Reporta", "Teléfono",
    "Póliza", "Inciso", "Vehículo", "Placas", "Ajustador", "Límite del ajustador", "Llegó",
)  # fmt: skip


def claim_line(claim: ClaimRow, personal: bool) -> list[object]:
    """A claim as a row of a sheet."""
    said = claim.facts
    reporter, policy = claims_text.part(said, "reporter"), claims_text.part(said, "policy")
    name, phone, plates = reporter.get("name"), reporter.get("phone"), claims_text.plates(said)
    number = policy.get("number")
    return [
        claim.report_number,
        words.word(claim.status, words.CLAIM_STATUS),
        words.word(claim.priority, words.PRIORITIES),
        words.word(claim.channel, words.CHANNELS),
        words.word(claim.incident_type, words.INCIDENTS),
        claim.occurred_at,
        claim.reported_at,
        claims_text.place(said),
        name if personal else formats.masked_name(name),
        phone if personal else formats.masked_phone(phone),
        number if personal else formats.masked_tail(number),
        claim.inciso,
        claims_text.vehicle(said),
        plates if personal else formats.masked_tail(plates),
        claim.adjuster,
        claim.adjuster_due_at,
        claim.adjuster_arrived_at,
    ]


@router.get("/export/search.{kind}")
def export_search(
    kind: str,
    q: Text = "",
    since: Text = "",
    until: Text = "",
    channel: Text = "",
    state: Text = "",
    visitor: Visitor = Depends(signed_in("exports")),
    db: Session = Db,
) -> Response:
    """The reports that a search finds, as XLSX or CSV."""
    bounds = {"since": day(since), "until": day(until), "channel": channel, "state": state}
    found = find(db, ask(db, q, blocked=visitor.revealed, **bounds))
    blocked = blocked_claims(db, [claim.id for claim in found.claims])
    personal = visitor.sees_personal_data()
    rows = [claim_line(claim, visitor.sees_personal_data(blocked=claim.id in blocked)) for claim in found.claims]
    note(db, visitor.actor, "export.search", "claim", "", {"rows": len(rows), "personal": personal})
    db.commit()
    return file_response("reportes", kind, HEADER, rows)


@router.get("/conversations/{conversation_id}/pdf")
def export_conversation(
    conversation_id: UUID, visitor: Visitor = Depends(signed_in("conversations:read")), db: Session = Db
) -> Response:
    """One conversation as PDF."""
    case = cases.gather(db, conversation_id, visitor)
    messages = db.scalars(
        select(Message).where(Message.conversation_id == conversation_id).order_by(Message.id).limit(LONGEST_PDF)
    ).all()
    claim, personal = case.claim, case.shows_personal(visitor)
    note(db, visitor.actor, "export.pdf", "conversation", str(conversation_id), {"personal": personal})
    from console.exports.pdf import conversation_pdf  # noqa: PLC0415 (its library takes seconds to import)

    content = conversation_pdf(case, messages, visitor)
    db.commit()
    name = claim.report_number if claim and claim.report_number else str(conversation_id)[:8]
    return attachment(content, "application/pdf", f"conversacion-{name}.pdf")
