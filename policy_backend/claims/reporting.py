"""Reporting a loss: the one way a draft, or a body from a program, becomes a numbered report. It is never refused."""

import uuid
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from common import clock
from common.access import Actor
from policy_backend.claims.check import check_loss, due_instants
from policy_backend.claims.duplicates import earlier_report
from policy_backend.claims.identify import fill_from_book, identify
from policy_backend.claims.model.facts import LossFacts
from policy_backend.claims.model.states import next_status
from policy_backend.claims.store.drafts import lock_key, loss_row, set_facts
from policy_backend.claims.store.history import add_change, history
from policy_backend.claims.store.numbering import next_number
from policy_backend.claims.store.tables import ClaimRow
from policy_backend.policies.model import number_key

ASSISTANT_NAME = "Cabina, asistente virtual"


class KeyReused(Exception):
    """The key belongs to the report of another loss; the message is that report's number."""


def _already(session: Session, idempotency_key: str | None, row: ClaimRow | None) -> ClaimRow | None:
    if row is not None and row.status != "draft":
        return row
    if idempotency_key is None:
        return None
    return session.scalars(select(ClaimRow).where(ClaimRow.idempotency_key == idempotency_key)).first()


def _another_loss(session: Session, row: ClaimRow, facts: LossFacts) -> bool:
    """Whether `facts` name another vehicle's policy, event or instant than the report did when it was taken."""
    taken: dict[str, Any] = history(session, row)[0].changes["facts"][1]
    before = LossFacts.model_validate(taken)
    numbers = {before.policy.number, before.details.get("policy_number_said")}
    pairs: list[tuple[object, set[Any]]] = [
        (facts.incident_type, {before.incident_type}),
        (facts.occurred_at, {before.occurred_at}),
        (number_key(facts.policy.number or ""), {number_key(str(number or "")) for number in numbers}),
    ]
    return any(said and said not in known for said, known in pairs)


def assess(session: Session, row: ClaimRow, facts: LossFacts) -> None:
    """Find the unit, fill the facts from the book, check coverage as of now and set what is due; writes into `row`."""
    policy = identify(session, facts)
    fill_from_book(facts, policy)
    row.coverage = check_loss(session, policy, facts, row.reported_at or clock.now())
    row.adjuster_due_at, row.tow_due_at = due_instants(row.coverage)
    set_facts(row, facts)


def report(
    session: Session,
    facts: LossFacts,
    actor: Actor,
    *,
    idempotency_key: str | None = None,
    conversation_id: uuid.UUID | None = None,
    loss: int = 1,
    operator: str | None = None,
) -> ClaimRow:
    """Report a loss in the caller's transaction and return it, numbered.

    The same key, or the same conversation and loss, gives the same claim; a key that comes with another loss and
    without a conversation raises KeyReused. Whatever is unknown stays null, and the
    coverage check then says `review`.
    """
    if idempotency_key is not None:
        lock_key(session, f"report:{idempotency_key}")
    row = None
    if conversation_id is not None:
        lock_key(session, f"loss:{conversation_id}:{loss}")
        row = loss_row(session, conversation_id, loss)
    done = _already(session, idempotency_key, row)
    if done is not None:
        if conversation_id is None and _another_loss(session, done, facts):
            raise KeyReused(done.report_number)
        return done
    now = clock.now()
    if row is None:
        row = ClaimRow(
            conversation_id=conversation_id, loss=loss, status="draft", channel="web", created_at=now, version=1
        )
        row.duplicate_of_id = None
    row.reported_at = now
    row.idempotency_key = idempotency_key
    row.operator = operator or (actor.name if actor.kind == "operator" else ASSISTANT_NAME)
    with session.no_autoflush:  # one statement writes the report, not one before each look at the book
        assess(session, row, facts)
        original = earlier_report(session, facts, now, row.id)
        row.duplicate_of_id = original.id if original else None
        row.report_number = next_number(session, clock.local_now().year)
        row.status = next_status("draft", "report")
    session.add(row)
    add_change(session, row, actor, "report", {"status": ["draft", "reported"], "facts": [None, row.facts]})
    return row
