"""What an operator does in a conversation. Every act is audited; a refused one says why and loses no text."""

from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import JSONResponse, Response
from pydantic import ValidationError
from sqlalchemy.orm import Session

from channels.conversations import operators, store
from channels.conversations.cleaning import MAX_TEXT
from common.database import session_dependency
from common.problems import Conflict, Forbidden, Invalid, NotFound, Problem
from console import formats
from console.conversation import api as pages
from console.conversation import case as cases
from console.conversation import editing
from console.people.access import Visitor, signed_in
from console.people.model import wall_clock
from console.privacy.blocking import blocked_claims
from console.trail import note
from console.web import RowId, back, wants_html
from policy_backend.claims import handling
from policy_backend.claims.model.states import TransitionRefused
from policy_backend.claims.store.tables import ClaimRow

router = APIRouter(prefix="/console/conversations/{conversation_id}", include_in_schema=False)
Db = Depends(session_dependency)
Handler = Depends(signed_in("conversations:handle"))
Corrector = Depends(signed_in("claims:write"))
Words = Annotated[str, Form()]
REVEAL = timedelta(minutes=15)
CHANGED_MEANWHILE = (
    "Alguien cambió ese mismo dato mientras usted lo editaba. Revise los datos de ahora y repita su cambio."
)


def _answer(request: Request, visitor: Visitor, db: Session, conversation_id: UUID, message: str | None) -> Response:
    """Commit; a page is led back to the conversation, a script is told that it is done."""
    if wants_html(request):
        return back(visitor, db, f"/console/conversations/{conversation_id}", message)
    db.commit()
    return JSONResponse({"done": True, "message": message})


def _refused(
    request: Request, visitor: Visitor, db: Session, conversation_id: UUID, problem: Problem, **kept: Any
) -> Response:
    """The page again, with what was at fault and everything that was typed; scripts get the problem."""
    db.rollback()
    note(db, visitor.actor, "conversation.refused", "conversation", str(conversation_id), {"kind": problem.kind})
    db.commit()
    if not wants_html(request):
        raise problem
    case = cases.gather(db, conversation_id, visitor)
    return pages.show(request, case, visitor, db, problem.status, fault=problem.detail, **kept)


@router.post("/take")
def take(
    request: Request, conversation_id: UUID, force: bool = Form(False), visitor: Visitor = Handler, db: Session = Db
) -> Response:
    """Take the conversation: the assistant falls silent at once. `force` takes it from a colleague (supervisors)."""
    if force and not visitor.may("review"):
        raise Forbidden("Solo supervisión puede tomar una conversación que otra persona atiende.")
    try:
        operators.take_over(db, conversation_id, visitor.actor, force=force)
    except Conflict as problem:
        return _refused(request, visitor, db, conversation_id, problem)
    return _answer(request, visitor, db, conversation_id, "Usted atiende esta conversación.")


@router.post("/reply")
def reply(
    request: Request, conversation_id: UUID, text: Words = "", visitor: Visitor = Handler, db: Session = Db
) -> Response:
    """Answer the person, on the channel they used last."""
    try:
        if len(text) > MAX_TEXT:
            raise Invalid(f"El mensaje es muy largo: caben {MAX_TEXT:,} letras.")
        message = operators.operator_reply(db, conversation_id, visitor.actor, text)
    except (Conflict, Invalid) as problem:
        return _refused(request, visitor, db, conversation_id, problem, draft=text[:MAX_TEXT])
    note(db, visitor.actor, "conversation.reply", "conversation", str(conversation_id), {"message": message.id})
    return _answer(request, visitor, db, conversation_id, None)


@router.post("/back")
def hand_back(request: Request, conversation_id: UUID, visitor: Visitor = Handler, db: Session = Db) -> Response:
    """Give the conversation back to the assistant."""
    try:
        operators.hand_back(db, conversation_id, visitor.actor)
    except Conflict as problem:
        return _refused(request, visitor, db, conversation_id, problem)
    return _answer(request, visitor, db, conversation_id, "El asistente vuelve a atender.")


@router.post("/close")
def close(request: Request, conversation_id: UUID, visitor: Visitor = Handler, db: Session = Db) -> Response:
    """Close the conversation; it opens again if the person writes."""
    try:
        operators.close(db, conversation_id, visitor.actor)
    except Conflict as problem:
        return _refused(request, visitor, db, conversation_id, problem)
    return _answer(request, visitor, db, conversation_id, "Conversación cerrada.")


@router.post("/notes")
def add_note(
    request: Request, conversation_id: UUID, text: Words = "", visitor: Visitor = Handler, db: Session = Db
) -> Response:
    """Write a private note; the person never sees it."""
    try:
        if len(text) > MAX_TEXT:
            raise Invalid(f"La nota es muy larga: caben {MAX_TEXT:,} letras.")
        operators.add_note(db, conversation_id, visitor.actor, text)
    except (Conflict, Invalid) as problem:
        return _refused(request, visitor, db, conversation_id, problem)
    note(db, visitor.actor, "conversation.note", "conversation", str(conversation_id))
    return _answer(request, visitor, db, conversation_id, "Nota guardada.")


def _claim(db: Session, conversation_id: UUID, claim_id: RowId) -> ClaimRow:
    row = editing.locked_claim(db, claim_id)
    if row.conversation_id != conversation_id:
        raise NotFound("Ese reporte no es de esta conversación.")
    return row


async def _fields(request: Request) -> dict[str, str]:
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}


@router.post("/claims/{claim_id}")
def correct(
    request: Request,
    conversation_id: UUID,
    claim_id: RowId,
    version: int = Form(...),
    seen: str = Form(""),
    form: dict[str, str] = Depends(_fields),
    visitor: Visitor = Corrector,
    db: Session = Db,
) -> Response:
    """Correct the claim; only what the person changed is written, with its history. Whatever the assistant or a
    colleague put into other fields meanwhile stays."""
    shown_first = editing.seen_in(seen)
    form = editing.typed(form, shown_first)
    try:
        conversation = store.locked(db, conversation_id)
        row = _claim(db, conversation_id, claim_id)
        if not visitor.sees_personal_data(conversation.operator_id, blocked=bool(blocked_claims(db, [claim_id]))):
            raise Forbidden("Muestre primero los datos personales para poder corregirlos.")
        if row.status == "draft" and conversation.operator_id != str(visitor.id):
            raise Conflict("El asistente sigue llenando este borrador. Tome la conversación para corregirlo.")
        if row.version != version and editing.clash(row.facts, form, shown_first):
            raise Conflict(CHANGED_MEANWHILE)
        patch = editing.correct(db, row, form, visitor.actor)
    except (Conflict, Invalid, Forbidden) as problem:
        return _refused(request, visitor, db, conversation_id, problem, form=form)
    except ValidationError:
        return _refused(request, visitor, db, conversation_id, Invalid("Un dato no se puede guardar así."), form=form)
    if patch:
        named = ", ".join(sorted(patch))
        note(db, visitor.actor, "claim.correct", "claim", row.report_number or f"borrador {row.id}", {"fields": named})
        if row.status == "draft":
            conversation.operator_texts = [*(conversation.operator_texts or []), *editing.told(patch)]
        store.announce(db, conversation_id)
    return _answer(request, visitor, db, conversation_id, "Cambios guardados." if patch else "No había cambios.")


@router.post("/claims/{claim_id}/report")
def finish_report(
    request: Request, conversation_id: UUID, claim_id: RowId, visitor: Visitor = Corrector, db: Session = Db
) -> Response:
    """Make the report by hand: it gets its number, and the person is told it."""
    try:
        conversation = store.locked(db, conversation_id)
        if conversation.operator_id != str(visitor.id):
            raise Conflict("Tome la conversación para levantar el reporte.")
        row = _claim(db, conversation_id, claim_id)
        if row.status == "draft":
            row = editing.finish_report(db, row, visitor.actor, visitor.operator.full_name)
            conversation.report_number = row.report_number
            number = formats.report_number(row.report_number)
            operators.operator_reply(
                db, conversation_id, visitor.actor, f"Ya quedó su reporte. El número es {number}. Guárdelo, por favor."
            )
            note(db, visitor.actor, "claim.report", "claim", row.report_number or "")
    except Conflict as problem:
        return _refused(request, visitor, db, conversation_id, problem)
    return _answer(request, visitor, db, conversation_id, f"Reporte {formats.report_number(row.report_number)}.")


@router.post("/claims/{claim_id}/move")
def move(
    request: Request,
    conversation_id: UUID,
    claim_id: RowId,
    event: str = Form(...),
    reason: str = Form("", max_length=2000),
    visitor: Visitor = Corrector,
    db: Session = Db,
) -> Response:
    """Close, cancel or reopen the claim; a reason is needed for the last two."""
    try:
        row = _claim(db, conversation_id, claim_id)
        if event in ("cancel", "reopen") and not reason.strip():
            raise Invalid("Escriba el motivo.")
        match event:
            case "close":
                handling.close(db, row, reason.strip() or None, visitor.actor)
            case "cancel":
                handling.cancel(db, row, reason.strip(), visitor.actor)
            case "reopen":
                handling.reopen(db, row, reason.strip(), visitor.actor)
            case _:
                raise Invalid("Esa acción no existe.")
    except TransitionRefused:
        problem = Conflict("El reporte ya no está en un estado que lo permita.")
        return _refused(request, visitor, db, conversation_id, problem)
    except Invalid as invalid:
        return _refused(request, visitor, db, conversation_id, invalid)
    note(db, visitor.actor, f"claim.{event}", "claim", row.report_number or "", {"reason": bool(reason.strip())})
    store.announce(db, conversation_id)
    return _answer(request, visitor, db, conversation_id, "Listo.")


@router.post("/reveal")
def reveal(
    request: Request,
    conversation_id: UUID,
    visitor: Visitor = Depends(signed_in("personal-data:reveal")),
    db: Session = Db,
) -> Response:
    """Show personal data for a quarter of an hour, to somebody who does not see them by default; audited."""
    visitor.session.reveal_until = wall_clock() + REVEAL
    note(db, visitor.actor, "personal_data.reveal", "conversation", str(conversation_id))
    return back(visitor, db, f"/console/conversations/{conversation_id}", "Datos personales visibles por 15 minutos.")
