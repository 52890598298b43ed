"""What people send in a conversation becomes evidence of its report, whenever that is made, or was made before."""

import logging
from datetime import timedelta

from sqlalchemy import and_, case, exists, func, select
from sqlalchemy.orm import Session, aliased

from channels.conversations import store
from channels.conversations.tables import Conversation, Media, Message
from common import clock
from common.access import Actor
from policy_backend.audit.store import record
from policy_backend.claims import evidence
from policy_backend.claims.store.tables import ClaimRow, EvidenceRow

log = logging.getLogger(__name__)

CALLER = Actor("caller", "conversation", "Conversación")
RECENT = timedelta(days=7)
BATCH = 50
NOT_FILED = "No se pudo agregar al expediente; está en la conversación."


def file_recent(session: Session) -> int:
    """Keep with its report each photo, document and recording of the last week that is not there yet; how many.

    A file waits for the turn of its message, in which the assistant may hear that it goes with a report made before:
    one that this conversation found, and so is told of. So does what comes while a person holds such a conversation.
    Else, in a conversation with several losses, it goes to the one that was being told when it came, once that is
    reported. A file that cannot be evidence stays in the conversation and says so.
    """
    other = aliased(ClaimRow)
    losses = select(func.min(other.loss)).where(other.conversation_id == Media.conversation_id).correlate(Media)
    begun = losses.with_only_columns(func.max(other.loss)).where(other.created_at <= Media.created_at)
    has_its_own = (
        exists()
        .where(other.conversation_id == Media.conversation_id, other.report_number.is_not(None))
        .correlate(Media)
    )
    about = Conversation.assistant_state["about"]
    spoken_of = case((and_(about["alone"].as_boolean(), ~has_its_own), about["report_number"].as_string()))
    number = func.coalesce(Media.report_number, spoken_of)
    named = select(other.id).where(other.report_number == number).correlate(Media, Conversation)
    told = aliased(ClaimRow)
    own = select(told.id).where(
        number.is_(None),
        told.conversation_id == Media.conversation_id,
        told.loss == func.coalesce(begun.scalar_subquery(), losses.scalar_subquery()),
    )
    own = own.correlate(Media, Conversation)
    query = (
        select(Media, ClaimRow)
        .join(Conversation, Conversation.id == Media.conversation_id)
        .join(ClaimRow, ClaimRow.id == func.coalesce(named.scalar_subquery(), own.scalar_subquery()))
        .where(
            ClaimRow.report_number.is_not(None),
            Media.sha256.is_not(None),
            Media.error.is_(None),
            Media.kind.in_(("image", "document", "audio")),
            Media.created_at > clock.now() - RECENT,
            ~exists().where(EvidenceRow.claim_id == ClaimRow.id, EvidenceRow.sha256 == Media.sha256),
            ~exists().where(
                Message.conversation_id == Media.conversation_id,
                Message.direction == "inbound",
                Message.processed_at.is_(None),
            ),
        )
        .order_by(Media.created_at)
        .limit(BATCH)
        .with_for_update(of=(Media, ClaimRow), skip_locked=True)
    )
    filed = 0
    for media, claim in session.execute(query).all():
        try:
            kept = evidence.keep(session, claim, media.content or b"", f"{media.kind} de la conversación", CALLER)
        except evidence.UnusableFile as obstacle:
            log.warning("not filed as evidence", extra={"media": str(media.id), "reason": str(obstacle)})
            media.error = NOT_FILED
            continue
        media.report_number = claim.report_number
        detail = {"evidence": str(kept.id), "conversation": str(media.conversation_id)}
        record(session, CALLER, "evidence.add", "claim", claim.report_number or "", detail)
        if claim.conversation_id:
            store.announce(session, claim.conversation_id)
        session.flush()
        filed += 1
    return filed
