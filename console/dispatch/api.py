"""The dispatch page: claims that wait, people and trucks on duty, and each step of a sending."""

import json
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from channels.conversations.events import Hub
from channels.conversations.store import announce
from channels.twilio import news
from common.clock import now
from common.database import session_dependency
from common.problems import Conflict
from console import claims_text
from console.conversation.editing import locked_claim
from console.dispatch import penalties, store
from console.dispatch.store import Job
from console.dispatch.tables import FieldUnit
from console.people.access import Visitor, signed_in
from console.privacy.blocking import blocked_claims
from console.streams import stream, while_signed_in
from console.trail import note
from console.web import RowId, back, page
from policy_backend.claims.store.tables import ClaimRow
from policy_backend.policies.store.tables import PolicyRow

router = APIRouter(prefix="/console/dispatch", include_in_schema=False)
Db = Depends(session_dependency)
Watcher = Depends(signed_in("claims:read"))
Dispatcher = Depends(signed_in("dispatch"))
Manager = Depends(signed_in("console"))
PAGE = "/console/dispatch"


def products(db: Session, claims: list[ClaimRow]) -> dict[str, str]:
    """The product of each claim's policy, by the policy's key, in one query."""
    keys = {claim.policy_key for claim in claims if claim.policy_key}
    query = select(PolicyRow.number_key, PolicyRow.product).where(PolicyRow.number_key.in_(keys))
    return dict(db.execute(query).all()) if keys else {}


def clocks(job: Job, product: str | None) -> dict[str, penalties.Clock]:
    """How the promises of a job stand."""
    deductible = penalties.deductible_of(job.claim.coverage)
    return {
        promise.kind: penalties.clock(promise, now(), product, deductible) for promise in penalties.promises(job.claim)
    }


@router.get("")
def dispatch_page(request: Request, visitor: Visitor = Watcher, db: Session = Db) -> HTMLResponse:
    """Who waits, and who can go."""
    jobs = store.waiting(db)
    known = products(db, [job.claim for job in jobs])
    units = store.units(db)
    blocked = blocked_claims(db, [job.claim.id for job in jobs])
    return page(
        request,
        "dispatch.html",
        visitor,
        db=db,
        jobs=[(job, clocks(job, known.get(job.claim.policy_key or ""))) for job in jobs],
        units=units,
        on_duty={kind: [unit for unit in units if unit.kind == kind and unit.on_duty] for kind in store.KINDS},
        loads=store.loads(db),
        kinds=store.KINDS,
        text=claims_text,
        shown=lambda claim: visitor.sees_personal_data(blocked=claim.id in blocked),
        server_now=now(),
        may_dispatch=visitor.may("dispatch"),
        may_manage=visitor.may("dispatch") or visitor.may("dispatch:manage"),
    )


@router.get("/events")
def dispatch_events(request: Request, visitor: Visitor = Watcher, db: Session = Db) -> Response:
    """Says when to look again."""
    db.commit()
    return stream(_events(request.state.hub, visitor))


async def _events(hub: Hub, visitor: Visitor) -> AsyncIterator[bytes]:
    async for chunk in while_signed_in(visitor.session.id, _changes(hub)):
        yield chunk


async def _changes(hub: Hub) -> AsyncIterator[tuple[str, str] | None]:
    with hub.changes() as changes:
        while True:
            yield ("change", json.dumps({})) if await changes.next(15) else None


def _done(visitor: Visitor, db: Session, claim: ClaimRow, action: str, message: str, **detail: Any) -> Response:
    note(db, visitor.actor, action, "claim", claim.report_number or "", detail)
    if claim.conversation_id:
        announce(db, claim.conversation_id)
    return back(visitor, db, f"{PAGE}#claim-{claim.id}", message)


@router.post("/claims/{claim_id}/assign")
def assign(claim_id: RowId, unit_id: RowId = Form(...), visitor: Visitor = Dispatcher, db: Session = Db) -> Response:
    """Send an adjuster or a truck."""
    claim = locked_claim(db, claim_id)
    unit = store.get_unit(db, unit_id)
    store.assign(db, claim, unit, visitor.actor)
    return _done(visitor, db, claim, "dispatch.assign", f"{unit.name} asignado.", unit=unit.name)


@router.post("/{dispatch_id}/on-the-way")
def on_the_way(dispatch_id: RowId, visitor: Visitor = Dispatcher, db: Session = Db) -> Response:
    """The unit has set out."""
    sent = store.get_dispatch(db, dispatch_id)
    store.on_the_way(sent)
    claim = locked_claim(db, sent.claim_id)
    news.on_the_way(db, claim, sent.unit.name, sent.kind)
    return _done(visitor, db, claim, "dispatch.on_the_way", f"{sent.unit.name} va en camino.", unit=sent.unit.name)


@router.post("/{dispatch_id}/arrived")
def arrived(
    dispatch_id: RowId,
    justification: str = Form("", max_length=2000),
    visitor: Visitor = Dispatcher,
    db: Session = Db,
) -> Response:
    """The unit is there."""
    sent = store.get_dispatch(db, dispatch_id)
    claim = locked_claim(db, sent.claim_id)
    store.arrived(db, sent, claim, visitor.actor, justification)
    return _done(visitor, db, claim, "dispatch.arrived", f"{sent.unit.name} llegó.", unit=sent.unit.name)


@router.post("/{dispatch_id}/call-off")
def call_off(dispatch_id: RowId, visitor: Visitor = Dispatcher, db: Session = Db) -> Response:
    """The unit will not go; the claim waits again for one."""
    sent = store.get_dispatch(db, dispatch_id)
    store.call_off(sent)
    claim = locked_claim(db, sent.claim_id)
    return _done(visitor, db, claim, "dispatch.call_off", f"{sent.unit.name} ya no va.", unit=sent.unit.name)


def _manage(visitor: Visitor) -> None:
    if not (visitor.may("dispatch") or visitor.may("dispatch:manage")):
        raise Conflict("Su función no incluye los turnos.")


@router.post("/units")
def add_unit(
    kind: str = Form(""),
    name: str = Form("", max_length=300),
    phone: str = Form("", max_length=100),
    zone: str = Form("", max_length=200),
    visitor: Visitor = Manager,
    db: Session = Db,
) -> Response:
    """Add an adjuster or a truck, on duty."""
    _manage(visitor)
    unit = store.add_unit(db, kind, name, phone, zone)
    note(db, visitor.actor, "field_unit.added", "field_unit", str(unit.id), {"name": unit.name})
    return back(visitor, db, PAGE, f"{unit.name} está en turno.")


@router.post("/units/{unit_id}/duty")
def duty(unit_id: RowId, on: bool = Form(False), visitor: Visitor = Manager, db: Session = Db) -> Response:
    """Begin or end the unit's turn."""
    _manage(visitor)
    unit: FieldUnit = store.get_unit(db, unit_id)
    unit.on_duty = on
    note(db, visitor.actor, "field_unit.duty", "field_unit", str(unit_id), {"on": on})
    return back(visitor, db, PAGE, f"{unit.name} {'entra a' if on else 'sale de'} turno.")
