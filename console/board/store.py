"""The rows of the board, in one query however many there are."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import exists, literal_column, or_, select, true, union
from sqlalchemy.orm import Session

from channels.conversations.tables import Conversation
from common.clock import now
from console.board.model import BoardFilter, BoardRow
from console.privacy.tables import BlockedClaim, BlockedConversation
from policy_backend.claims.store.tables import ClaimRow

QUIET_AFTER = timedelta(hours=24)
OPEN_CLAIM_AFTER = timedelta(hours=48)
LIMIT = 400


def _rows(ids: Any) -> Any:
    gone = BlockedConversation
    claim = (
        select(
            ClaimRow.status,
            ClaimRow.incident_type,
            ClaimRow.reported_at,
            ClaimRow.adjuster_due_at,
            ClaimRow.tow_due_at,
            ClaimRow.adjuster,
            ClaimRow.adjuster_arrived_at,
            ClaimRow.priority,
            ClaimRow.report_number,
            ClaimRow.facts,
            exists().where(BlockedClaim.claim_id == ClaimRow.id).label("blocked"),
        )
        .where(ClaimRow.conversation_id == Conversation.id)
        .order_by(ClaimRow.loss.desc())
        .limit(1)
        .lateral("claim")
    )
    return (
        select(
            Conversation.id,
            Conversation.channel,
            Conversation.address,
            Conversation.state,
            Conversation.priority,
            Conversation.handover_reason,
            Conversation.operator_id,
            Conversation.operator_name,
            Conversation.expects,
            Conversation.last_message_at,
            Conversation.last_inbound_at,
            claim.c.report_number,
            claim.c.status.label("claim_status"),
            claim.c.incident_type,
            claim.c.reported_at,
            claim.c.adjuster_due_at,
            claim.c.tow_due_at,
            claim.c.adjuster,
            claim.c.adjuster_arrived_at.is_not(None).label("arrived"),
            claim.c.facts,
            claim.c.priority.label("claim_priority"),
            or_(gone.at >= Conversation.last_inbound_at, claim.c.blocked).is_(True).label("blocked"),
        )
        .join_from(Conversation, claim, true(), isouter=True)
        .outerjoin(gone, gone.conversation_id == Conversation.id)
        .where(Conversation.id.in_(ids))
    )


def _live() -> Any:
    """The ids of conversations that belong on the board now."""
    moment = now()
    talking = select(Conversation.id).where(
        Conversation.state == literal_column("'open'"), Conversation.last_message_at > moment - QUIET_AFTER
    )
    held = select(Conversation.id).where(Conversation.state.in_(("waiting_for_person", "with_operator")))
    expecting = select(ClaimRow.conversation_id).where(
        ClaimRow.status.in_(("reported", "assigned")),
        ClaimRow.reported_at > moment - OPEN_CLAIM_AFTER,
        ClaimRow.conversation_id.is_not(None),
    )
    return union(
        talking.order_by(Conversation.last_message_at.desc()).limit(LIMIT).subquery().select(),
        held.limit(LIMIT).subquery().select(),
        expecting.order_by(ClaimRow.reported_at.desc()).limit(LIMIT).subquery().select(),
    )


def _row(values: Any) -> BoardRow:
    data = dict(values._mapping)
    own, claimed = data["priority"], data.pop("claim_priority")
    if claimed and data["claim_status"] not in ("closed", "cancelled") and _weight(claimed) > _weight(own):
        data["priority"] = claimed
    data["facts"] = data["facts"] or {}
    data["arrived"] = bool(data["arrived"])
    return BoardRow(**data)


def _weight(priority: str) -> int:
    return {"emergency": 2, "urgent": 1}.get(priority, 0)


def board(session: Session, wanted: BoardFilter) -> list[BoardRow]:
    """The live rows that `wanted` shows, ordered by what matters."""
    found = [_row(values) for values in session.execute(_rows(_live()))]
    return sorted((row for row in found if wanted.shows(row)), key=lambda row: row.rank)


def rows(session: Session, ids: Iterable[UUID]) -> Sequence[BoardRow]:
    """The rows of these conversations, whether they belong on the board or not."""
    wanted = list(ids)
    return [_row(values) for values in session.execute(_rows(wanted))] if wanted else []


def belongs(row: BoardRow) -> bool:
    """True when a row is on the board now: talked about lately, held, or with an adjuster still to come."""
    if row.state in ("waiting_for_person", "with_operator"):
        return True
    if row.state == "open" and row.last_message_at > now() - QUIET_AFTER:
        return True
    expecting = row.claim_status in ("reported", "assigned")
    return bool(expecting and row.reported_at and row.reported_at > now() - OPEN_CLAIM_AFTER)
