"""What was kept by law of people who had their data erased: which conversations, reports and holders are hidden.

Hidden is what there was when the person asked. Who writes again later is attended like anybody else.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from channels.conversations.tables import Conversation
from common.clock import now
from common.text import fold
from console.masking import names_in
from console.privacy.tables import BlockedClaim, BlockedConversation
from policy_backend.claims.store.tables import ClaimRow
from policy_backend.policies.model import number_key


def block(session: Session, conversations: Iterable[UUID], claims: Iterable[int]) -> None:
    """Hide these conversations and claims, as they stand now."""
    moment = now()
    for table, column, ids in (
        (BlockedConversation, "conversation_id", conversations),
        (BlockedClaim, "claim_id", claims),
    ):
        rows = [{column: identity, "at": moment} for identity in ids]
        if rows:
            statement = insert(table).on_conflict_do_update(index_elements=[column], set_={"at": moment})
            session.execute(statement, rows)


def blocked_conversations(session: Session, ids: Iterable[UUID]) -> dict[UUID, datetime]:
    """Those of the conversations that are hidden, with the instant up to which they are."""
    query = select(BlockedConversation.conversation_id, BlockedConversation.at)
    return dict(session.execute(query.where(BlockedConversation.conversation_id.in_(list(ids)))).all())


def blocked_claims(session: Session, ids: Iterable[int]) -> set[int]:
    """Those of the claims that are hidden."""
    return set(session.scalars(select(BlockedClaim.claim_id).where(BlockedClaim.claim_id.in_(list(ids)))))


def blocked_holders(session: Session, held: Iterable[tuple[str | None, str | None]]) -> set[tuple[str, str]]:
    """Those of the (policy number, holder) whose holder a hidden claim of that policy names."""
    asked = [(number, holder) for number, holder in held if number and holder]
    keys = {number_key(number) for number, _ in asked}
    query = select(ClaimRow.policy_key, ClaimRow.facts).join(BlockedClaim, BlockedClaim.claim_id == ClaimRow.id)
    hidden: dict[str, set[str]] = {}
    for key, facts in session.execute(query.where(ClaimRow.policy_key.in_(keys))) if keys else ():
        hidden.setdefault(key, set()).update(fold(name) for name in names_in(facts))
    return {(number, holder) for number, holder in asked if fold(holder) in hidden.get(number_key(number), ())}


def hidden_conversations(session: Session, ids: Sequence[UUID]) -> set[UUID]:
    """Those of the conversations of which everything said so far is hidden: the person has not written again."""
    again = Conversation.last_inbound_at > BlockedConversation.at
    query = select(BlockedConversation.conversation_id).join(
        Conversation, Conversation.id == BlockedConversation.conversation_id
    )
    return set(session.scalars(query.where(Conversation.id.in_(ids), again.is_not(True))))
