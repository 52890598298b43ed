"""What happens to a claim after its report: corrections, assignment, arrival, closing, cancelling."""

from typing import Any

from sqlalchemy.orm import Session

from common import clock
from common.access import Actor
from policy_backend.claims.model.facts import LossFacts
from policy_backend.claims.model.states import Event, Status, next_status
from policy_backend.claims.reporting import assess
from policy_backend.claims.store.drafts import set_facts
from policy_backend.claims.store.history import add_change, differences
from policy_backend.claims.store.tables import ClaimRow

LOCATING = frozenset({"policy", "vehicle"})


def merged(old: Any, patch: Any) -> Any:
    """JSON merge patch (RFC 7396)."""
    if not isinstance(patch, dict):
        return patch
    result = dict(old) if isinstance(old, dict) else {}
    for key, value in patch.items():
        if value is None:
            result[key] = None
        else:
            result[key] = merged(result.get(key), value)
    return result


def correct(session: Session, row: ClaimRow, patch: dict[str, Any], actor: Actor) -> ClaimRow:
    """Change what was said, as a merge patch over the facts. Raises pydantic's ValidationError and changes nothing.

    The frozen coverage check stays, unless the correction names another policy or vehicle: then the unit is looked up
    and the check made anew, and the history keeps the one before.
    """
    before, coverage = row.facts, row.coverage
    facts = LossFacts.model_validate(merged(before, patch))
    if not LOCATING.isdisjoint(patch) and differences(
        {k: before[k] for k in LOCATING}, facts.model_dump(mode="json", include=set(LOCATING))
    ):
        assess(session, row, facts)
    else:
        set_facts(row, facts)
    changes = differences(before, row.facts)
    if row.coverage != coverage:
        changes["coverage"] = [coverage, row.coverage]
    if changes:
        row.version += 1
        add_change(session, row, actor, "correct", changes)
    return row


def _move(session: Session, row: ClaimRow, event: Event, actor: Actor, **values: Any) -> ClaimRow:
    status: Status = next_status(row.status, event)  # type: ignore[arg-type]
    changes: dict[str, Any] = {}
    for name, value in {"status": status, **values}.items():
        if getattr(row, name) != value:
            changes[name] = [_plain(getattr(row, name)), _plain(value)]
            setattr(row, name, value)
    row.version += 1
    row.updated_at = clock.now()
    add_change(session, row, actor, event, changes)
    return row


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, (str, int, bool)) else str(value)


def assign(session: Session, row: ClaimRow, adjuster: str, actor: Actor) -> ClaimRow:
    """Give the claim to an adjuster (name as told to the caller); again to another one. Raises TransitionRefused."""
    return _move(session, row, "assign", actor, adjuster=adjuster, assigned_at=clock.now())


def arrive(session: Session, row: ClaimRow, actor: Actor) -> ClaimRow:
    """The adjuster is on site. Raises TransitionRefused."""
    return _move(session, row, "arrive", actor, adjuster_arrived_at=clock.now())


def tow_arrive(session: Session, row: ClaimRow, actor: Actor) -> ClaimRow:
    """The tow truck is on site; the status stays. Raises TransitionRefused."""
    return _move(session, row, "tow_arrive", actor, tow_arrived_at=clock.now())


def settle(session: Session, row: ClaimRow, values: dict[str, Any], actor: Actor) -> ClaimRow:
    """Set what the claim costs (estimate, paid_amount, salvage, MXN) and who answers for it (liability)."""
    changes = {name: [_plain(getattr(row, name)), _plain(value)] for name, value in values.items()}
    changes = {name: change for name, change in changes.items() if change[0] != change[1]}
    for name, value in values.items():
        setattr(row, name, value)
    if changes:
        row.version += 1
        row.updated_at = clock.now()
        add_change(session, row, actor, "settle", changes)
    return row


def close(session: Session, row: ClaimRow, reason: str | None, actor: Actor) -> ClaimRow:
    """Nothing more to do on site. Raises TransitionRefused."""
    return _move(session, row, "close", actor, closed_at=clock.now(), reason=reason)


def cancel(session: Session, row: ClaimRow, reason: str, actor: Actor) -> ClaimRow:
    """The report is withdrawn; it stays on record with the reason. Raises TransitionRefused."""
    return _move(session, row, "cancel", actor, closed_at=clock.now(), reason=reason)


def reopen(session: Session, row: ClaimRow, reason: str, actor: Actor) -> ClaimRow:
    """A closed or cancelled claim is taken up again. Raises TransitionRefused."""
    return _move(session, row, "reopen", actor, closed_at=None, reason=reason)
