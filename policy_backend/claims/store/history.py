"""The append-only history of a claim: who changed what, when, from what to what."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from common import clock
from common.access import Actor
from policy_backend.claims.store.tables import ClaimChangeRow, ClaimRow


def differences(before: Any, after: Any, path: str = "") -> dict[str, list[Any]]:
    """What differs between two JSON values: {dotted path: [old, new]}."""
    if isinstance(before, dict) and isinstance(after, dict):
        found: dict[str, list[Any]] = {}
        for key in sorted({*before, *after}):
            found |= differences(before.get(key), after.get(key), f"{path}.{key}" if path else key)
        return found
    return {} if before == after else {path: [before, after]}


def add_change(session: Session, row: ClaimRow, actor: Actor, action: str, changes: dict[str, Any]) -> None:
    """Add a change to the history, in the caller's transaction."""
    session.flush()
    session.add(
        ClaimChangeRow(
            claim_id=row.id, version=row.version, at=clock.now(), actor_kind=actor.kind, actor_id=actor.id,
            actor_name=actor.name, action=action, changes=changes,
        )
    )  # fmt: skip


def history(session: Session, row: ClaimRow) -> Sequence[ClaimChangeRow]:
    """All changes of a claim, the first first."""
    query = select(ClaimChangeRow).where(ClaimChangeRow.claim_id == row.id).order_by(ClaimChangeRow.id)
    return session.scalars(query).all()
