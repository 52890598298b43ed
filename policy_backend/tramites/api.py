"""HTTP of trámites: start, follow by folio, take a step."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Response
from sqlalchemy.orm import Session

from common import clock
from common.access import Actor, require
from common.database import session_dependency
from common.problems import Conflict, Invalid, NotFound, documented
from policy_backend.audit.store import record
from policy_backend.tramites import handling, store
from policy_backend.tramites.model.balance import route_of
from policy_backend.tramites.model.endosos import MOVEMENTS, missing
from policy_backend.tramites.model.folio import IncompleteData, Tramite, TransitionRefused
from policy_backend.tramites.model.follow_up import ITEM_NAMES, ITEM_STATE_NAMES, STATE_NAMES, follow_up
from policy_backend.tramites.model.transitions import possible_events
from policy_backend.tramites.schemas import (
    EventOut,
    FollowUpOut,
    ItemOut,
    Requester,
    RouteOut,
    TramiteIn,
    TramiteOut,
    TransitionIn,
)
from policy_backend.web import GUARDED, Clean

router = APIRouter(prefix="/api/v1/tramites", tags=["trámites"], responses=GUARDED)
Db = Annotated[Session, Depends(session_dependency)]
Reader = Annotated[Actor, Depends(require("tramites:read"))]
Writer = Annotated[Actor, Depends(require("tramites:write"))]
Folio = Annotated[Clean, Path(description="folio; spaces and hyphens do not matter")]


def _answer(session: Session, t: Tramite) -> TramiteOut:
    today = clock.today()
    items = [
        ItemOut(
            kind=item.kind, name=ITEM_NAMES[item.kind], state=item.state, state_name=ITEM_STATE_NAMES[item.state],
            since=item.since, due_on=item.due_on, answered_on=item.answered_on, breached=item.breached(today),
        )
        for item in t.items.values()
    ]  # fmt: skip
    route = RouteOut.model_validate(route_of(t.balance, t.stage)) if t.kind == "payoff" else None
    return TramiteOut(
        folio=t.folio, kind=t.kind, state=t.state, state_name=STATE_NAMES[t.state], since=t.since, group=t.group,
        member=t.member, policy_number=t.policy_number, requester=Requester.model_validate(t.requester), route=route,
        payoff_amount=t.payoff_amount, payoff_due_on=t.payoff_due_on, paid_on=t.paid_on,
        cancelled_from=t.cancelled_from, movement=t.data.get("movement"),
        missing=missing(t) if t.kind == "endoso" else {}, documents=t.documents, reason=t.reason, review=t.review,
        items=items, follow_up=FollowUpOut.model_validate(follow_up(t, today)), possible=possible_events(t),
        history=[EventOut.model_validate(event) for event in store.events(session, t.folio)],
    )  # fmt: skip


def _the_tramite(session: Session, folio: str, lock: bool = False) -> Tramite:
    found = store.by_folio(session, folio, lock)
    if found is None:
        raise NotFound(f"No trámite has the folio {folio!r}.")
    return found


@router.post("", status_code=201, responses=documented(Conflict))
def start_tramite(
    body: TramiteIn,
    response: Response,
    session: Db,
    actor: Writer,
    idempotency_key: Annotated[str | None, Header(min_length=1, max_length=200)] = None,
) -> TramiteOut:
    """Start a payoff or an endoso; the balance of a known plan is read at once and gives the route."""
    if body.kind == "payoff" and not (body.group and body.member):
        lacking = [{"field": name, "message": "is needed"} for name in ("group", "member") if not getattr(body, name)]
        raise Invalid("A payoff is asked for by grupo and integrante.", lacking)
    if body.kind == "endoso" and body.movement is None:
        raise Invalid(
            "An endoso names its movement.", [{"field": "movement", "message": f"one of {', '.join(MOVEMENTS)}"}]
        )
    tramite = Tramite(
        folio="", kind=body.kind, state="solicitado", since=clock.today(), group=body.group, member=body.member,
        policy_number=body.policy_number, requester=body.requester.model_dump(), documents=sorted(set(body.documents)),
    )  # fmt: skip
    if body.kind == "endoso":
        allowed = MOVEMENTS[str(body.movement)].fields
        tramite.data = {"movement": body.movement} | {k: v for k, v in body.fields.items() if k in allowed and v}
    try:
        started = handling.start(session, tramite, actor, idempotency_key)
    except handling.KeyReused as reused:
        raise Conflict(f"This Idempotency-Key gave the folio {reused}, which is another request.") from reused
    record(session, actor, "tramite.start", "tramite", started.folio)
    result = _answer(session, started)
    session.commit()
    response.headers["Location"] = f"/api/v1/tramites/{started.folio}"
    return result


@router.get("/{folio}", responses=documented(NotFound))
def get_tramite(folio: Folio, session: Db, actor: Reader) -> TramiteOut:
    """A trámite by folio: what happens now, since when, what comes next and when."""
    tramite = _the_tramite(session, folio)
    record(session, actor, "tramite.read", "tramite", tramite.folio)
    result = _answer(session, tramite)
    session.commit()
    return result


@router.post("/{folio}/transitions", responses=documented(NotFound, Conflict))
def take_step(folio: Folio, body: TransitionIn, session: Db, actor: Writer) -> TramiteOut:
    """Take a step; 409 where the state, the actor or the guard does not allow it, and the detail says why."""
    tramite = _the_tramite(session, folio, lock=True)
    try:
        after = handling.step(session, tramite, body.event, body.actor, body.data, actor)
    except TransitionRefused as refused:
        raise Conflict(str(refused), possible=possible_events(tramite)) from refused
    except IncompleteData as incomplete:
        errors = [{"field": f"data.{name}", "message": text} for name, text in incomplete.missing.items()]
        raise Invalid("The event needs more data; see errors.", errors) from incomplete
    record(session, actor, f"tramite.{body.event}", "tramite", tramite.folio)
    result = _answer(session, after)
    session.commit()
    return result
