"""What conversations leave in the policy backend's records: the draft of the claim, and the audit trail."""

import logging
from typing import Any
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from common.access import Actor
from policy_backend.audit import store as trail
from policy_backend.claims import store as claims

log = logging.getLogger(__name__)


def save_draft(session: Session, conversation_id: UUID, channel: str, draft: dict[str, Any]) -> None:
    """Save the draft in the turn's transaction. A draft that cannot be saved never costs the person the answer."""
    try:
        with session.begin_nested():
            claims.save_draft(session, conversation_id=conversation_id, channel=channel, draft=draft)
    except (SQLAlchemyError, ValueError, KeyError, TypeError, AttributeError):
        log.exception("draft not saved", extra={"conversation": str(conversation_id)})


def audit(session: Session, operator: Actor, action: str, conversation_id: UUID) -> None:
    """Leave a trace of what an operator did."""
    trail.record(session, operator, f"conversation.{action}", "conversation", str(conversation_id))
