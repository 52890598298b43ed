"""The row of a loss while it is being told, and what the row derives from its facts."""

import uuid
from copy import deepcopy
from datetime import datetime
from typing import Any, cast

from pydantic import ValidationError
from sqlalchemy import Table, func, select, update
from sqlalchemy.orm import Session

from common import clock
from policy_backend.claims.model.facts import LossFacts
from policy_backend.claims.model.priority import priority_of
from policy_backend.claims.model.words import Channel
from policy_backend.claims.store.tables import ClaimChangeRow, ClaimRow
from policy_backend.policies.model import number_key, plates_key, vin_key

_CLAIMS = cast(Table, ClaimRow.__table__)


def set_facts(row: ClaimRow, facts: LossFacts) -> None:
    """Store `facts` in `row` with everything that is derived from them."""
    facts.channel = facts.channel or cast("Channel | None", row.channel) or "web"
    for column, value in _columns(facts).items():
        setattr(row, column, value)


def _columns(facts: LossFacts) -> dict[str, Any]:
    facts.priority = priority_of(facts)
    return {
        "priority": facts.priority,
        "channel": facts.channel,
        "facts": facts.model_dump(mode="json"),
        "incident_type": facts.incident_type,
        "occurred_at": facts.occurred_at,
        "policy_key": number_key(facts.policy.number) if facts.policy.number else None,
        "inciso": facts.policy.inciso,
        "plates_key": plates_key(facts.vehicle.plates) if facts.vehicle.plates else None,
        "vin_key": vin_key(facts.vehicle.vin) if facts.vehicle.vin else None,
        "phone": facts.reporter.phone,
        "updated_at": clock.now(),
    }


def lock_key(session: Session, key: str) -> None:
    """Wait for, then hold until the end of the transaction, the lock named `key`."""
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))


def loss_row(session: Session, conversation_id: uuid.UUID, loss: int) -> ClaimRow | None:
    """The row of a conversation's loss, locked; callers hold its lock_key, so that none is made twice."""
    query = select(ClaimRow).where(ClaimRow.conversation_id == conversation_id, ClaimRow.loss == loss)
    return session.scalars(query.with_for_update().execution_options(populate_existing=True)).first()


def _corrected_since(
    session: Session, conversation_id: uuid.UUID, loss: int, draft: dict[str, Any], moment: datetime
) -> dict[str, Any]:
    """`draft` with what operators corrected in the loss after `moment`."""
    query = (
        select(ClaimChangeRow.changes)
        .join(ClaimRow, ClaimRow.id == ClaimChangeRow.claim_id)
        .where(ClaimRow.conversation_id == conversation_id, ClaimRow.loss == loss)
        .where(ClaimChangeRow.actor_kind == "operator", ClaimChangeRow.at > moment)
        .order_by(ClaimChangeRow.id)
    )
    corrected = deepcopy(draft)
    for changes in session.scalars(query):
        for path, (_, value) in changes.items():
            *parents, leaf = path.split(".")
            place = corrected
            for parent in parents:
                if not isinstance(place.get(parent), dict):
                    place[parent] = {}
                place = place[parent]
            place[leaf] = value
    return corrected


def forgiving_facts(draft: dict[str, Any]) -> LossFacts:
    """The facts of a draft without the parts that cannot be read: a draft is never refused."""
    draft = dict(draft)
    while True:
        try:
            return LossFacts.model_validate(draft)
        except ValidationError as error:
            for problem in error.errors():
                draft.pop(str(problem["loc"][0]) if problem["loc"] else "details", None)


def save_draft(
    session: Session,
    *,
    conversation_id: uuid.UUID,
    channel: str,
    draft: dict[str, Any],
    said_at: datetime | None = None,
) -> None:
    """Write what is known of a loss so far, in the caller's transaction; a loss already reported is left alone.

    `draft` has the shape of claim.schema.json, null for unknown, and `loss` (1 when absent), the place of the loss in
    the conversation. `said_at` is when the message came in from which the assistant made the draft, where an operator
    may have stepped in since: what was corrected later stays as corrected.
    """
    loss = int(draft.get("loss") or 1)
    if said_at is not None:
        draft = _corrected_since(session, conversation_id, loss, draft, said_at)
    facts = forgiving_facts({**draft, "channel": channel})
    told_before = session.connection().execute(
        update(_CLAIMS)
        .where(_CLAIMS.c.conversation_id == conversation_id, _CLAIMS.c.loss == loss, _CLAIMS.c.status == "draft")
        .values(_columns(facts))
    )
    if told_before.rowcount:
        return
    lock_key(session, f"loss:{conversation_id}:{loss}")
    if loss_row(session, conversation_id, loss) is None:
        row = ClaimRow(conversation_id=conversation_id, loss=loss, status="draft", created_at=clock.now())
        row.version, row.coverage, row.operator = 1, {}, ""
        set_facts(row, facts)
        session.add(row)
        session.flush()
