"""Reports that a person had agreed to when the records could not be reached: made as soon as they can, and told."""

import logging
from datetime import timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from channels.conversations import store, texts
from channels.conversations.tables import Conversation
from channels.conversations.turn_store import standing
from common import clock
from common.access import SYSTEM
from policy_backend.audit.store import record
from policy_backend.claims import reporting
from policy_backend.claims.model.facts import LossFacts
from policy_backend.claims.store.drafts import lock_key, loss_row, save_draft

log = logging.getLogger(__name__)

SETTLED = timedelta(seconds=20)
"""How long nothing was said: whoever is writing gets the number in the turn itself."""
_BATCH = 50


def make_due(session: Session) -> int:
    """Make the reports that wait for their number and tell it; how many.

    One that cannot be made is left for the person who was alerted, and stops no other.
    """
    query = (
        select(Conversation)
        .where(
            Conversation.needs_person,  # since somebody was alerted; it is indexed
            Conversation.assistant_state["pending"].as_boolean(),
            Conversation.handled_by == "assistant",
            Conversation.last_message_at < clock.now() - SETTLED,
            or_(Conversation.turn_until.is_(None), Conversation.turn_until < func.clock_timestamp()),
        )
        .order_by(Conversation.id)
        .limit(_BATCH)
    )
    found = session.scalars(query.with_for_update(key_share=True, skip_locked=True)).all()
    return sum(_make(session, conversation) for conversation in found)


def _make(session: Session, conversation: Conversation) -> bool:
    """Make one report; False where a person has made it meanwhile, or it cannot be made."""
    state = dict(conversation.assistant_state or {})
    loss = int((state.get("claim") or {}).get("loss") or 1)
    conversation.assistant_state = {**state, "pending": False}
    try:
        with session.begin_nested():
            save_draft(session, conversation_id=conversation.id, channel=conversation.channel, draft=state["claim"])
            lock_key(session, f"loss:{conversation.id}:{loss}")
            row = loss_row(session, conversation.id, loss)
            if row is None or row.report_number is not None:
                return False
            facts = LossFacts.model_validate(row.facts)
            key = f"{conversation.id}:{loss}"
            row = reporting.report(
                session, facts, SYSTEM, idempotency_key=key, conversation_id=conversation.id, loss=loss
            )
            record(session, SYSTEM, "claim.report", "claim", row.report_number or "")
    except Exception:
        log.exception("a report that waited could not be made", extra={"conversation": str(conversation.id)})
        return False
    words = texts.number_at_last(row.report_number or "")
    conversation.report_number, conversation.expects = row.report_number, None
    # The assistant hears it in its next turn.
    conversation.operator_texts = [*(conversation.operator_texts or []), words]
    conversation.state = standing(conversation)
    store.say(session, conversation, "system", words)
    store.announce(session, conversation.id)
    return True
