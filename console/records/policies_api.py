"""The policies page: look-up as callers say it, and one policy whole."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse
from sqlalchemy import select
from sqlalchemy.orm import Session

from common.database import session_dependency
from common.problems import NotFound
from console import claims_text
from console.people.access import Visitor, signed_in
from console.privacy.blocking import blocked_holders
from console.trail import note
from console.web import page
from policy_backend.claims.store.tables import ClaimRow
from policy_backend.policies import store as policies
from policy_backend.policies.model import Policy, number_key

router = APIRouter(prefix="/console/policies", include_in_schema=False)
Db = Depends(session_dependency)
Reader = Depends(signed_in("policies:read"))
Text = Annotated[str, Query(max_length=120)]
LIMIT = 50
UNITS = 100


@router.get("")
def policies_page(
    request: Request,
    number: Text = "",
    plates: Text = "",
    vin: Text = "",
    holder: Text = "",
    visitor: Visitor = Reader,
    db: Session = Db,
) -> HTMLResponse:
    """Look a policy up by number, plates, serial number or holder; typos are forgiven."""
    found: list[Policy] = []
    asked = {"plates": plates.strip(), "vin": vin.strip(), "holder": holder.strip()}
    if number.strip():
        policy = policies.policy_by_number(db, number)
        found = [policy] if policy else []
    elif any(asked.values()):
        found = policies.search(
            db, plates=asked["plates"] or None, vin=asked["vin"] or None, holder=asked["holder"] or None, limit=LIMIT
        )
    searched = bool(number.strip() or any(asked.values()))
    if searched:
        note(db, visitor.actor, "policy.search", "policy", "", {"found": len(found)})
        db.commit()
    return page(
        request,
        "policies.html",
        visitor,
        db=db,
        found=found,
        searched=searched,
        asked={"number": number, **asked},
        personal=visitor.sees_personal_data(),
        holder_shown=_holder_shown(db, visitor, found),
    )


def _holder_shown(db: Session, visitor: Visitor, found: list[Policy]) -> Callable[[Policy], bool]:
    """Whether the visitor sees the holder of each policy found."""
    hidden = blocked_holders(db, [(policy.number, policy.holder) for policy in found])
    return lambda policy: visitor.sees_personal_data(blocked=(policy.number, policy.holder) in hidden)


@router.get("/{number}")
def policy_page(
    request: Request,
    number: str,
    start: int = Query(0, ge=0),
    visitor: Visitor = Reader,
    db: Session = Db,
) -> HTMLResponse:
    """One policy: term, payments, units with what they cover, and its reports."""
    policy = policies.policy_by_number(db, number[:60])
    if policy is None:
        raise NotFound("No hay una póliza con ese número en el libro.")
    reports = db.scalars(
        select(ClaimRow)
        .where(ClaimRow.policy_key == number_key(policy.number), ClaimRow.status != "draft")
        .order_by(ClaimRow.id.desc())
        .limit(LIMIT)
    ).all()
    note(db, visitor.actor, "policy.read", "policy", policy.number)
    db.commit()
    return page(
        request,
        "policy.html",
        visitor,
        db=db,
        policy=policy,
        units=policy.units[start : start + UNITS],
        start=start,
        more=len(policy.units) > start + UNITS,
        page_size=UNITS,
        reports=reports,
        text=claims_text,
        personal=visitor.sees_personal_data(),
        holder_shown=_holder_shown(db, visitor, [policy]),
    )
