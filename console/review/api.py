"""The review pages: a sample to choose from, and one conversation to grade and correct."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, Response
from sqlalchemy.orm import Session

from channels.conversations import store as conversations
from common.database import session_dependency
from console import claims_text
from console.conversation import case as cases
from console.people.access import Visitor, signed_in
from console.review import rubric, store
from console.trail import note
from console.views.store import views_of
from console.web import RowId, back, page
from policy_backend.claims.model.facts import LossFacts

router = APIRouter(prefix="/console/review", include_in_schema=False)
Db = Depends(session_dependency)
Reviewer = Depends(signed_in("review"))
Text = Annotated[str, Query(max_length=60)]


@router.get("")
def samples(
    request: Request,
    kind: Text = "random",
    tag: Text = "",
    days: int = Query(30, ge=1, le=3650),
    visitor: Visitor = Reviewer,
    db: Session = Db,
) -> HTMLResponse:
    """A sample of conversations, and how the marks stand."""
    return page(
        request,
        "review.html",
        visitor,
        db=db,
        kind=kind if kind in rubric.SAMPLES else "random",
        days=days,
        tag=tag,
        sampled=store.sample(db, kind, days, tag),
        means=store.summary(db, days),
        rubric=rubric,
        views=views_of(db, visitor.id, "/console/review"),
    )


@router.get("/{conversation_id}")
def review_page(request: Request, conversation_id: UUID, visitor: Visitor = Reviewer, db: Session = Db) -> HTMLResponse:
    """One conversation beside the rubric."""
    case = cases.gather(db, conversation_id, visitor)
    note(db, visitor.actor, "review.read", "conversation", str(conversation_id))
    db.commit()
    reviews = store.reviews_of(db, conversation_id)
    return page(
        request,
        "review_one.html",
        visitor,
        db=db,
        case=case,
        conversation=case.conversation,
        claim=case.claim,
        mine=False,
        own=next((item for item in reviews if item.reviewer_id == visitor.id), None),
        reviews=reviews,
        corrections=store.corrections_of(db, conversation_id),
        rubric=rubric,
        intents=rubric.assistant_words()[0],
        entities=rubric.assistant_words()[1],
        fields=sorted(set(LossFacts.model_fields) - {"details"}),
        parts={"location", "injuries", "reporter", "policy", "vehicle", "third_parties"},
        text=claims_text,
        personal=case.shows_personal(visitor),
        mask=case.mask,
    )


async def _marks(request: Request) -> tuple[dict[str, str], list[str]]:
    form = await request.form()
    return {str(k): str(v) for k, v in form.items()}, [str(tag) for tag in form.getlist("tags")]


@router.post("/{conversation_id}")
def grade(
    conversation_id: UUID,
    comment: str = Form("", max_length=20_000),
    form: tuple[dict[str, str], list[str]] = Depends(_marks),
    visitor: Visitor = Reviewer,
    db: Session = Db,
) -> Response:
    """Keep the marks, tags and comment of this reviewer."""
    conversations.get(db, conversation_id)
    store.grade(db, conversation_id, visitor.operator, form[0], form[1], comment)
    note(db, visitor.actor, "review.graded", "conversation", str(conversation_id))
    return back(visitor, db, f"/console/review/{conversation_id}", "Revisión guardada.")


@router.post("/{conversation_id}/corrections")
def correct(
    conversation_id: UUID,
    kind: str = Form(""),
    target: str = Form("", max_length=200),
    right: str = Form("", max_length=2000),
    message_id: RowId | None = Form(None),
    visitor: Visitor = Reviewer,
    db: Session = Db,
) -> Response:
    """Keep a correction; `cabina review export` takes it to the training data."""
    conversations.get(db, conversation_id)
    made = store.correct(db, conversation_id, visitor.operator, kind, target, right, message_id)
    note(db, visitor.actor, "review.corrected", "conversation", str(conversation_id), {"correction": made.id})
    return back(visitor, db, f"/console/review/{conversation_id}#corrections", "Corrección guardada.")
