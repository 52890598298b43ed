"""Everything about one conversation that its page shows, gathered with a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from channels.conversations import queue, store
from channels.conversations.tables import Conversation, Message, Note
from console.conversation import canned, presence
from console.dispatch.store import of_claims
from console.dispatch.tables import Dispatch
from console.masking import Mask, codes_in, names_in
from console.people.access import Visitor
from console.privacy.blocking import blocked_claims, blocked_conversations
from policy_backend.claims.store import history
from policy_backend.claims.store.tables import ClaimChangeRow, ClaimRow, EvidenceRow
from policy_backend.policies import store as policies
from policy_backend.policies.model import Policy

PAGE = 200


@dataclass(frozen=True)
class Case:
    """A conversation with its claims; `claim` is the one of its latest loss."""

    conversation: Conversation
    messages: Sequence[Message]
    earlier: bool
    notes: Sequence[Note]
    claim: ClaimRow | None
    other_losses: Sequence[ClaimRow]
    changes: Sequence[ClaimChangeRow]
    policy: Policy | None
    same_vehicle: Sequence[ClaimRow]
    dispatched: Sequence[Dispatch]
    viewers: Sequence[str]
    blocked_at: datetime | None = None
    """When the person had their data erased: what was said until then is hidden."""
    claim_blocked: bool = False
    files: Sequence[EvidenceRow] = ()
    """What is kept with its claims, wherever it was sent, but for those whose data were erased."""
    replies: Sequence[canned.Ready] = field(default_factory=tuple)

    def shows_personal(self, visitor: Visitor) -> bool:
        """True when the visitor sees who speaks: the phone, the name, the notes."""
        again = self.conversation.last_inbound_at
        blocked = self.blocked_at is not None and (again is None or again <= self.blocked_at)
        return visitor.sees_personal_data(self.conversation.operator_id, blocked=blocked)

    def shows_said(self, visitor: Visitor, at: datetime) -> bool:
        """True when the visitor sees whole what was said or sent at an instant."""
        blocked = self.blocked_at is not None and at <= self.blocked_at
        return visitor.sees_personal_data(self.conversation.operator_id, blocked=blocked)

    def shows_claim(self, visitor: Visitor) -> bool:
        """True when the visitor sees whom the claim names."""
        return visitor.sees_personal_data(self.conversation.operator_id, blocked=self.claim_blocked)

    @cached_property
    def mask(self) -> Mask:
        """What hides, in any text of the case, everybody whom the case knows."""
        policy = self.policy
        holders = [policy.holder, *(unit.habitual_driver for unit in policy.units)] if policy else []
        names = [self.conversation.profile_name, *holders]
        claims = [*self.other_losses, *((self.claim,) if self.claim else ())]
        known = [claim.facts for claim in claims] + [message.understood for message in self.messages]
        return Mask(
            (name for name in (*names, *names_in(known)) if name),
            (code for claim in claims for code in codes_in(claim.facts)),
        )

    @property
    def held(self) -> bool:
        """True while an operator holds the conversation."""
        return self.conversation.handled_by == "operator"

    def held_by(self, visitor: Visitor) -> bool:
        """True while this visitor holds it."""
        return self.held and self.conversation.operator_id == str(visitor.id)

    @property
    def unit(self) -> Any:
        """The policy's unit of this claim, or None."""
        return self.policy.units[0] if self.policy and len(self.policy.units) == 1 else None


def gather(session: Session, conversation_id: UUID, visitor: Visitor, *, before: int | None = None) -> Case:
    """The whole case. `before` is the id of the earliest message already shown. Raises ConversationNotFound."""
    conversation = store.get(session, conversation_id)
    claims = session.scalars(
        select(ClaimRow).where(ClaimRow.conversation_id == conversation_id).order_by(ClaimRow.loss)
    ).all()
    claim = claims[-1] if claims else None
    messages, earlier = transcript(session, conversation_id, before)
    blocked = blocked_claims(session, [row.id for row in claims])
    claim_blocked = bool(claim and claim.id in blocked)
    sees = visitor.sees_personal_data(conversation.operator_id, blocked=claim_blocked)
    return Case(
        conversation=conversation,
        messages=messages,
        earlier=earlier,
        notes=queue.notes(session, conversation_id),
        claim=claim,
        other_losses=claims[:-1],
        changes=list(history(session, claim))[::-1] if claim else (),
        policy=_policy(session, claim),
        same_vehicle=same_vehicle(session, claim) if claim else (),
        dispatched=of_claims(session, [claim.id]).get(claim.id, ()) if claim else (),
        viewers=presence.others(session, conversation_id, visitor.id),
        blocked_at=blocked_conversations(session, [conversation_id]).get(conversation_id),
        claim_blocked=claim_blocked,
        files=_files(session, [row.id for row in claims if row.id not in blocked]),
        replies=canned.ready(session, claim if sees else None, visitor.operator.first_name),
    )


def transcript(session: Session, conversation_id: UUID, before: int | None) -> tuple[Sequence[Message], bool]:
    """The latest messages before `before`, oldest first, and whether there are earlier ones."""
    query = select(Message).where(Message.conversation_id == conversation_id)
    if before:
        query = query.where(Message.id < before)
    found = session.scalars(query.order_by(Message.id.desc()).limit(PAGE + 1)).all()
    return found[:PAGE][::-1], len(found) > PAGE


def _files(session: Session, claims: Sequence[int]) -> Sequence[EvidenceRow]:
    query = select(EvidenceRow).where(EvidenceRow.claim_id.in_(claims))
    return session.scalars(query.order_by(EvidenceRow.created_at)).all() if claims else ()


def _policy(session: Session, claim: ClaimRow | None) -> Policy | None:
    if not claim:
        return None
    if claim.policy_key:
        return policies.policy_by_number(session, claim.policy_key, claim.inciso)
    car = claim.facts.get("vehicle") or {}
    if not (car.get("plates") or car.get("vin")):
        return None
    return policies.find(session, plates=car.get("plates"), vin=car.get("vin"))


def same_vehicle(session: Session, claim: ClaimRow) -> Sequence[ClaimRow]:
    """Other reports of the claim's vehicle, the latest first."""
    same = [
        column == key
        for column, key in ((ClaimRow.plates_key, claim.plates_key), (ClaimRow.vin_key, claim.vin_key))
        if key
    ]
    if not same:
        return ()
    query = select(ClaimRow).where(or_(*same), ClaimRow.id != claim.id, ClaimRow.status != "draft")
    return session.scalars(query.order_by(ClaimRow.id.desc()).limit(8)).all()
