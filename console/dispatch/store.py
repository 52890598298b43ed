"""Sending units to claims: the claims that wait, who is on duty, and the steps of one sending."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from common.access import Actor
from common.clock import now
from common.problems import Conflict, Invalid, NotFound
from console.dispatch.tables import Dispatch, FieldUnit
from policy_backend.claims import follow_ups, handling
from policy_backend.claims.model.states import TransitionRefused
from policy_backend.claims.store.history import add_change
from policy_backend.claims.store.tables import ClaimChangeRow, ClaimRow

KINDS = {"adjuster": "Ajustador", "tow": "Grúa"}
WAITING_FOR = timedelta(days=7)
LIMIT = 200


@dataclass(frozen=True)
class Job:
    """A claim that waits for an adjuster or a truck, with who was sent."""

    claim: ClaimRow
    sent: dict[str, Dispatch]
    followed_up: ClaimChangeRow | None = None
    """The last follow-up of a claim with continuous attention; its action says whether a person has to call."""


def of_claims(session: Session, claim_ids: Iterable[int]) -> dict[int, list[Dispatch]]:
    """Every sending of these claims, the latest first, in one query."""
    found: dict[int, list[Dispatch]] = defaultdict(list)
    wanted = list(claim_ids)
    if wanted:
        query = select(Dispatch).where(Dispatch.claim_id.in_(wanted)).order_by(Dispatch.id.desc())
        for dispatch in session.scalars(query):
            found[dispatch.claim_id].append(dispatch)
    return found


def waiting(session: Session) -> list[Job]:
    """Claims reported and not closed, of the last week: first those without anybody, then by what is due first."""
    query = (
        select(ClaimRow)
        .where(ClaimRow.status.in_(("reported", "assigned", "on_site")), ClaimRow.reported_at > now() - WAITING_FOR)
        .order_by(ClaimRow.reported_at.desc())
        .limit(LIMIT)
    )
    claims = session.scalars(query).all()
    sent = of_claims(session, [claim.id for claim in claims])
    followed_up = follow_ups.latest(session, [claim.id for claim in claims])
    jobs = [
        Job(
            claim,
            {item.kind: item for item in reversed(sent.get(claim.id, [])) if item.ended_at is None},
            followed_up.get(claim.id),
        )
        for claim in claims
    ]
    return sorted(jobs, key=_order)


def _order(job: Job) -> tuple[int, int, float]:
    claim = job.claim
    arrived = claim.adjuster_arrived_at is not None
    due = claim.adjuster_due_at or claim.reported_at or now()
    return (1 if arrived else 0, 0 if claim.priority == "emergency" else 1, due.timestamp())


def units(session: Session, *, on_duty: bool | None = None) -> Sequence[FieldUnit]:
    """Adjusters and trucks, those on duty first."""
    query = select(FieldUnit).where(FieldUnit.retired_at.is_(None))
    if on_duty is not None:
        query = query.where(FieldUnit.on_duty == on_duty)
    return session.scalars(query.order_by(FieldUnit.kind, FieldUnit.on_duty.desc(), FieldUnit.name)).all()


def loads(session: Session) -> dict[int, int]:
    """How many jobs each unit has under way and not yet reached."""
    query = (
        select(Dispatch.unit_id, func.count())
        .where(Dispatch.ended_at.is_(None), Dispatch.arrived_at.is_(None))
        .group_by(Dispatch.unit_id)
    )
    return dict(session.execute(query).all())


def add_unit(session: Session, kind: str, name: str, phone: str | None, zone: str | None) -> FieldUnit:
    """A new adjuster or truck. Raises Invalid."""
    if kind not in KINDS or not name.strip():
        raise Invalid("Escriba un nombre y elija si es ajustador o grúa.")
    unit = FieldUnit(
        kind=kind,
        name=name.strip()[:120],
        phone=(phone or "").strip()[:40] or None,
        zone=(zone or "").strip()[:80] or None,
        on_duty=True,
    )
    session.add(unit)
    session.flush()
    return unit


def get_unit(session: Session, unit_id: int) -> FieldUnit:
    """The unit. Raises NotFound."""
    unit = session.get(FieldUnit, unit_id)
    if unit is None or unit.retired_at:
        raise NotFound("No existe esa unidad.")
    return unit


def assign(session: Session, claim: ClaimRow, unit: FieldUnit, actor: Actor) -> Dispatch:
    """Send `unit` to the claim (locked by the caller); whoever was under way for the same is called off.
    Raises Conflict when the claim or the unit cannot take it."""
    if claim.status not in ("reported", "assigned", "on_site"):
        raise Conflict("Este reporte no espera a nadie.")
    if not unit.on_duty:
        raise Conflict(f"{unit.name} no está en turno.")
    moment = now()
    for earlier in session.scalars(
        select(Dispatch).where(Dispatch.claim_id == claim.id, Dispatch.kind == unit.kind, Dispatch.ended_at.is_(None))
    ):
        if earlier.unit_id == unit.id and earlier.arrived_at is None:
            return earlier
        earlier.ended_at = moment
    session.flush()
    dispatch = Dispatch(claim_id=claim.id, unit_id=unit.id, kind=unit.kind, assigned_at=moment, assigned_by=actor.name)
    session.add(dispatch)
    try:
        session.flush()
        if unit.kind == "adjuster":
            handling.assign(session, claim, unit.name, actor)
    except IntegrityError as error:
        raise Conflict("Alguien más acaba de asignar este reporte.") from error
    except TransitionRefused as error:
        raise Conflict("Este reporte ya no puede asignarse.") from error
    dispatch.unit = unit
    return dispatch


def get_dispatch(session: Session, dispatch_id: int) -> Dispatch:
    """The sending, locked. Raises NotFound."""
    dispatch = session.get(Dispatch, dispatch_id, with_for_update={"of": Dispatch}, populate_existing=True)
    if dispatch is None:
        raise NotFound("No existe esa asignación.")
    return dispatch


def on_the_way(dispatch: Dispatch) -> None:
    """The unit has set out. Raises Conflict once it was called off."""
    _under_way(dispatch)
    dispatch.on_the_way_at = dispatch.on_the_way_at or now()


def arrived(session: Session, dispatch: Dispatch, claim: ClaimRow, actor: Actor, justification: str | None) -> None:
    """The unit is there; for an adjuster the claim is on site. `justification`: why it was late, for the penalty."""
    _under_way(dispatch)
    moment = now()
    dispatch.on_the_way_at = dispatch.on_the_way_at or moment
    dispatch.arrived_at = moment
    dispatch.justification = (justification or "").strip()[:500] or None
    if dispatch.kind == "adjuster":
        try:
            handling.arrive(session, claim, actor)
        except TransitionRefused as error:
            raise Conflict("El reporte ya no espera al ajustador.") from error
    else:
        _tow_arrived(session, claim, actor)


def _tow_arrived(session: Session, claim: ClaimRow, actor: Actor) -> None:
    before, claim.tow_arrived_at = claim.tow_arrived_at, now()
    claim.version += 1
    claim.updated_at = claim.tow_arrived_at
    times = [before and before.isoformat(), claim.tow_arrived_at.isoformat()]
    add_change(session, claim, actor, "tow_arrive", {"tow_arrived_at": times})


def call_off(dispatch: Dispatch) -> None:
    """The unit will not go. Raises Conflict once it arrived or was called off."""
    _under_way(dispatch)
    if dispatch.arrived_at:
        raise Conflict("Ya llegó.")
    dispatch.ended_at = now()


def _under_way(dispatch: Dispatch) -> None:
    if dispatch.ended_at:
        raise Conflict("Esta asignación ya se canceló.")
