"""The search page."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse
from sqlalchemy.orm import Session

from common.database import session_dependency
from console import claims_text, words
from console.people.access import Visitor, signed_in
from console.privacy.blocking import blocked_claims, blocked_holders
from console.search.finding import ask, find, masks
from console.trail import note
from console.views.store import views_of
from console.web import page

router = APIRouter(prefix="/console/search", include_in_schema=False)
Db = Depends(session_dependency)
Text = Annotated[str, Query(max_length=200)]


def day(value: str) -> date | None:
    """A day of the URL; None for nothing or nonsense."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


@router.get("")
def search(
    request: Request,
    q: Text = "",
    since: Text = "",
    until: Text = "",
    channel: Text = "",
    state: Text = "",
    visitor: Visitor = Depends(signed_in("conversations:read")),
    db: Session = Depends(session_dependency),
) -> HTMLResponse:
    """Find people, plates, policies, numbers and what was said. What was searched is audited."""
    bounds = {"since": day(since), "until": day(until), "channel": channel, "state": state}
    asked = ask(db, q, blocked=visitor.revealed, **bounds)
    found = find(db, asked)
    blocked = blocked_claims(db, [claim.id for claim in found.claims])
    holders = blocked_holders(db, [(policy.number, policy.holder) for policy in found.policies])
    personal = visitor.sees_personal_data()
    if q.strip():
        counts = {"reports": len(found.claims), "policies": len(found.policies), "conversations": len(found.said)}
        note(db, visitor.actor, "search", "console", "search", counts)
        db.commit()
    return page(
        request,
        "search.html",
        visitor,
        db=db,
        found=found,
        asked=asked,
        since=since,
        until=until,
        words=words,
        text=claims_text,
        personal=personal,
        shown=lambda claim: visitor.sees_personal_data(blocked=claim.id in blocked),
        holder_shown=lambda policy: visitor.sees_personal_data(blocked=(policy.number, policy.holder) in holders),
        masks={} if personal else masks(db, [item.conversation for item in found.said]),
        views=views_of(db, visitor.id, "/console/search"),
    )
