"""The conversation's page, its live parts, and its files."""

import json
from collections.abc import AsyncIterator
from functools import partial
from typing import Any
from uuid import UUID

from anyio import to_thread
from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from channels.conversations import media
from channels.conversations.events import Hub
from channels.conversations.tables import Media
from common.clock import now
from common.database import session_dependency, transaction
from common.problems import Forbidden, NotFound
from console import claims_text, words
from console.conversation import case as cases
from console.conversation import editing, presence
from console.conversation.case import Case
from console.dispatch import penalties
from console.people.access import Visitor, signed_in
from console.streams import stream, while_signed_in
from console.trail import note
from console.web import RowId, fragment, page
from policy_backend.claims.store import files

router = APIRouter(prefix="/console/conversations/{conversation_id}", include_in_schema=False)
Db = Depends(session_dependency)
Watcher = Depends(signed_in("conversations:read"))
PRESENCE_SECONDS = 15.0


def context(case: Case, visitor: Visitor, **more: Any) -> dict[str, Any]:
    """What the templates of a conversation need."""
    claim = case.claim
    product = case.policy.product if case.policy else None
    deductible = penalties.deductible_of(claim.coverage) if claim else None
    promises = penalties.promises(claim) if claim and claim.report_number else []
    clocks = [penalties.clock(promise, now(), product, deductible) for promise in promises]
    return {
        "case": case,
        "conversation": case.conversation,
        "claim": claim,
        "visitor": visitor,
        "personal": case.shows_personal(visitor),
        "claim_personal": case.shows_claim(visitor),
        "mask": case.mask,
        "mine": case.held_by(visitor),
        "clocks": clocks,
        "missing": claims_text.missing(claim.facts) if claim else claims_text.missing({}),
        "groups": editing.GROUPS,
        "options": editing.OPTIONS,
        "shown": editing.shown,
        "seen": editing.seen_by,
        "words": words,
        "text": claims_text,
    } | more


@router.get("")
def conversation_page(
    request: Request,
    conversation_id: UUID,
    before: RowId | None = Query(None, ge=1),
    visitor: Visitor = Watcher,
    db: Session = Db,
) -> HTMLResponse:
    """The whole conversation; reading it is audited."""
    case = cases.gather(db, conversation_id, visitor, before=before)
    note(db, visitor.actor, "conversation.read", "conversation", str(conversation_id))
    if case.claim and case.claim.report_number:
        note(db, visitor.actor, "claim.read", "claim", case.claim.report_number)
    db.commit()
    return show(request, case, visitor, db)


def show(request: Request, case: Case, visitor: Visitor, db: Session, status: int = 200, **more: Any) -> HTMLResponse:
    """The page of a case; `more` may hold a fault to show, and the form or the text that caused it."""
    values = context(case, visitor, server_now=now(), **({"fault": None, "form": None, "draft": ""} | more))
    values.pop("visitor")
    return page(request, "conversation.html", visitor, db=db, status=status, **values)


@router.get("/parts")
def parts(conversation_id: UUID, visitor: Visitor = Watcher, db: Session = Db) -> JSONResponse:
    """The page's live parts as they stand: messages by id, and each panel's HTML."""
    case = cases.gather(db, conversation_id, visitor)
    values = context(case, visitor)
    return JSONResponse(
        {
            "now": now().isoformat(),
            "messages": [
                {"id": message.id, "html": fragment("message.html", message=message, **values)}
                for message in case.messages[-60:]
            ],
            "standing": fragment("standing.html", **values),
            "claim": fragment("claim.html", **values),
            "notes": fragment("notes.html", **values),
            "mine": case.held_by(visitor),
        }
    )


@router.get("/events")
def conversation_events(
    request: Request, conversation_id: UUID, visitor: Visitor = Watcher, db: Session = Db
) -> Response:
    """Says when to look again; keeps the visitor among those who are looking."""
    presence.arrive(db, conversation_id, visitor.id, visitor.operator.full_name)
    db.commit()
    return stream(_events(request.state.hub, conversation_id, visitor))


async def _events(hub: Hub, conversation_id: UUID, visitor: Visitor) -> AsyncIterator[bytes]:
    async for chunk in while_signed_in(visitor.session.id, _changes(hub, conversation_id, visitor)):
        yield chunk


async def _changes(hub: Hub, conversation_id: UUID, visitor: Visitor) -> AsyncIterator[tuple[str, str] | None]:
    with hub.changes(str(conversation_id)) as changes:
        try:
            while True:
                changed = await changes.next(PRESENCE_SECONDS)
                yield ("change", json.dumps({})) if changed else None
                if not changed:
                    await to_thread.run_sync(partial(_seen, conversation_id, visitor, True))
        finally:
            _seen(conversation_id, visitor, False)


def _seen(conversation_id: UUID, visitor: Visitor, there: bool) -> None:
    with transaction() as session:
        if there:
            presence.arrive(session, conversation_id, visitor.id, visitor.operator.full_name)
        else:
            presence.leave(session, conversation_id, visitor.id)


@router.get("/media/{media_id}")
def conversation_media(conversation_id: UUID, media_id: UUID, visitor: Visitor = Watcher, db: Session = Db) -> Response:
    """A photo, voice note or document that the person sent, for who sees personal data."""
    case = cases.gather(db, conversation_id, visitor)
    sent = db.scalar(select(Media.created_at).where(Media.id == media_id, Media.conversation_id == conversation_id))
    if sent and not case.shows_said(visitor, sent):
        raise Forbidden("Los archivos están ocultos. Muestre primero los datos personales de la conversación.")
    content, content_type = media.read(db, conversation_id, media_id)
    note(db, visitor.actor, "media.read", "conversation", str(conversation_id), {"media": str(media_id)})
    db.commit()
    return media.response(content, content_type)


@router.get("/evidence/{evidence_id}")
def claim_evidence(
    conversation_id: UUID, evidence_id: UUID, thumbnail: bool = False, visitor: Visitor = Watcher, db: Session = Db
) -> Response:
    """A file kept with a claim of this conversation, wherever it was sent, for who sees personal data."""
    case = cases.gather(db, conversation_id, visitor)
    found = next((kept for kept in case.files if kept.id == evidence_id), None)
    if found is None:
        raise NotFound("No encontramos ese archivo.")
    if not case.shows_claim(visitor):
        raise Forbidden("Los archivos están ocultos. Muestre primero los datos personales de la conversación.")
    small = thumbnail and found.thumbnail
    path = (files.thumbnail_of if small else files.path_of)(found.id)
    if not path.is_file():
        raise NotFound("No encontramos ese archivo.")
    if not small:
        note(db, visitor.actor, "evidence.read", "conversation", str(conversation_id), {"evidence": str(found.id)})
        db.commit()
    return media.response(path.read_bytes(), "image/jpeg" if small else found.media_type)
