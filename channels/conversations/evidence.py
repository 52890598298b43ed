"""What people send in a conversation becomes evidence of its report, whenever that is made."""

import logging
from datetime import timedelta

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session, aliased

from channels.conversations.tables import Media
from common import clock
from common.access import Actor
from policy_backend.claims import evidence
from policy_backend.claims.store.tables import ClaimRow, EvidenceRow

log = logging.getLogger(__name__)

CALLER = Actor("caller", "conversation", "Conversación")
RECENT = timedelta(days=7)
BATCH = 50
NOT_FILED = "No se pudo agregar al expediente; está en la conversación."


def file_recent(session: Session) -> int:
    """Keep with its report each photo, document and recording of the last week that is not there yet; how many.

    In a conversation with several losses it goes to the one that was being told when it came, once that is reported. A
    file that cannot be evidence stays in the conversation and says so.
    """
    other = aliased(ClaimRow)
    losses = select(func.min(other.loss)).where(other.conversation_id == Media.conversation_id)
    begun = losses.with_only_columns(func.max(other.loss)).where(other.created_at <= Media.created_at)
    query = (
        select(Media, ClaimRow)
        .join(ClaimRow, ClaimRow.conversation_id == Media.conversation_id)
        .where(
            ClaimRow.loss == func.coalesce(begun.scalar_subquery(), losses.scalar_subquery()),
            ClaimRow.report_number.is_not(None),
            Media.sha256.is_not(None),
            Media.error.is_(None),
            Media.kind.in_(("image", "document", "audio")),
            Media.created_at > clock.now() - RECENT,
            ~exists().where(EvidenceRow.claim_id == ClaimRow.id, EvidenceRow.sha256 == Media.sha256),
        )
        .order_by(Media.created_at)
        .limit(BATCH)
        .with_for_update(of=(Media, ClaimRow), skip_locked=True)
    )
    filed = 0
    for media, claim in session.execute(query).all():
        try:
            evidence.keep(session, claim, media.content or b"", f"{media.kind} de la conversación", CALLER)
            session.flush()
            filed += 1
        except evidence.UnusableFile as obstacle:
            log.warning("not filed as evidence", extra={"media": str(media.id), "reason": str(obstacle)})
            media.error = NOT_FILED
    return filed
