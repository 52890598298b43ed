"""Telling where the adjuster stands, every so often, to whoever contracted it. Each claim in its own transaction."""

import logging

from sqlalchemy.orm import Session

from channels.conversations import store
from channels.conversations.tables import Conversation
from channels.conversations.turn_store import alert
from channels.twilio.news import words
from channels.twilio.news.tell import notify
from channels.twilio.tables import News
from common import clock
from common.database import transaction
from policy_backend.claims import follow_ups
from policy_backend.claims.follow_ups import Terms
from policy_backend.claims.store.tables import ClaimRow

log = logging.getLogger(__name__)


def tell_due() -> int:
    """Follow up every claim for which it is due; how many. What fails is tried again the next time."""
    done = 0
    for rule in follow_ups.terms():
        with transaction() as session:
            found = follow_ups.due(session, rule)
        for claim_id in found:
            try:
                with transaction() as session:
                    done += _follow_up(session, claim_id, rule)
            except Exception:
                log.exception("a follow-up failed", extra={"claim": claim_id})
    return done


def _follow_up(session: Session, claim_id: int, rule: Terms) -> bool:
    """Tell and record one follow-up, both or neither. The conversation is locked before its claim, as in a turn."""
    conversation_id = session.get_one(ClaimRow, claim_id).conversation_id
    conversation = session.get(Conversation, conversation_id) if conversation_id else None
    if conversation is not None:
        store.locked(session, conversation.id)
    claim = follow_ups.take(session, claim_id, rule)
    if claim is None or not claim.report_number or not claim.reported_at:
        return False
    minutes = int(rule.every.total_seconds() // 60)
    on_the_way = _set_out(session, claim)
    said = words.follow_up(claim.report_number, claim.adjuster, claim.adjuster_due_at, on_the_way, minutes)
    if conversation is None:
        follow_ups.record(session, claim, follow_ups.TO_CALL, said)
        return True
    number_of = (clock.now() - claim.reported_at) // rule.every
    if not notify(session, conversation, claim.report_number, f"follow_up:{number_of}", said):
        return False
    follow_ups.record(session, claim, follow_ups.TOLD, said)
    if claim.adjuster is None and conversation.handled_by == "assistant":
        alert(conversation, "unattended")
    return True


def _set_out(session: Session, claim: ClaimRow) -> bool:
    """True once the person was told that this adjuster is on the way."""
    return session.get(News, (claim.report_number, f"on_the_way:adjuster:{claim.adjuster}")) is not None
