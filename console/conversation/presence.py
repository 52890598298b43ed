"""Who has a conversation open, across processes."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from channels.conversations.store import announce
from console.conversation.tables import Viewer
from console.people.model import wall_clock

GONE_AFTER = timedelta(seconds=40)


def arrive(session: Session, conversation_id: UUID, operator_id: UUID, name: str) -> None:
    """Note that the operator looks at the conversation, and tell the others when that is news."""
    now = wall_clock()
    known = session.get(Viewer, (conversation_id, operator_id))
    news = known is None or known.seen_at < now - GONE_AFTER
    values = {"operator_name": name, "seen_at": now}
    statement = insert(Viewer).values(conversation_id=conversation_id, operator_id=operator_id, **values)
    session.execute(
        statement.on_conflict_do_update(index_elements=[Viewer.conversation_id, Viewer.operator_id], set_=values)
    )
    if news:
        announce(session, conversation_id)


def leave(session: Session, conversation_id: UUID, operator_id: UUID) -> None:
    """The operator closed the page; tell the others."""
    session.execute(delete(Viewer).where(Viewer.conversation_id == conversation_id, Viewer.operator_id == operator_id))
    announce(session, conversation_id)


def others(session: Session, conversation_id: UUID, operator_id: UUID) -> Sequence[str]:
    """Names of the other people who look at the conversation now."""
    return session.scalars(
        select(Viewer.operator_name)
        .where(
            Viewer.conversation_id == conversation_id,
            Viewer.operator_id != operator_id,
            Viewer.seen_at > wall_clock() - GONE_AFTER,
        )
        .order_by(Viewer.operator_name)
    ).all()
