"""The page of replies kept ready, for supervisors."""

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, Response
from sqlalchemy.orm import Session

from common.database import session_dependency
from common.problems import Invalid, NotFound
from console.conversation import canned
from console.conversation.tables import CannedReply
from console.people.access import Visitor, signed_in
from console.trail import note
from console.web import RowId, back, page

router = APIRouter(prefix="/console/replies", include_in_schema=False)
Db = Depends(session_dependency)
Supervisor = Depends(signed_in("review"))


@router.get("")
def replies(request: Request, visitor: Visitor = Supervisor, db: Session = Db) -> HTMLResponse:
    """Every reply, to change, and an empty one to add."""
    return page(
        request, "replies.html", visitor, db=db, replies=canned.replies(db), variables=canned.VARIABLES, fault=None
    )


@router.post("")
def save(
    request: Request,
    reply_id: RowId | None = Form(None),
    title: str = Form("", max_length=400),
    text: str = Form("", max_length=5000),
    position: int = Form(100, ge=0, le=9999),
    visitor: Visitor = Supervisor,
    db: Session = Db,
) -> Response:
    """Keep a reply."""
    try:
        reply = canned.save(db, reply_id, title, text, position)
    except Invalid as problem:
        db.rollback()
        return page(
            request, "replies.html", visitor, status=422, replies=canned.replies(db), variables=canned.VARIABLES,
            fault=problem.detail,
        )  # fmt: skip
    note(db, visitor.actor, "canned_reply.saved", "canned_reply", str(reply.id))
    return back(visitor, db, "/console/replies", "Respuesta guardada.")


@router.post("/{reply_id}/delete")
def delete(reply_id: RowId, visitor: Visitor = Supervisor, db: Session = Db) -> Response:
    """Remove a reply."""
    reply = db.get(CannedReply, reply_id)
    if reply is None:
        raise NotFound("Esa respuesta ya no existe.")
    db.delete(reply)
    note(db, visitor.actor, "canned_reply.deleted", "canned_reply", str(reply_id), {"title": reply.title})
    return back(visitor, db, "/console/replies", "Respuesta eliminada.")
