"""The turn in the database: who may process which message now, and what becomes of it. Each function is one
transaction's work on one conversation; a lease on the conversation keeps turns one at a time, across processes."""

from datetime import timedelta
from typing import Any, cast
from uuid import UUID, uuid4

from sqlalchemy import Table, bindparam, func, select, update
from sqlalchemy.orm import Session

from channels.conversations import cleaning, media, store, texts
from channels.conversations.model import OUTBOX_CHANNELS, Answer, Claim, Inbound, Outcome
from channels.conversations.tables import Conversation, Message
from common import clock
from policy_backend.claims import store as claims

_MESSAGES = cast(Table, Message.__table__)

LEASE_GRACE = 3.0
"""Seconds a lease outlives its turn's deadline."""
ATTEMPTS = 8
"""Turns that may fail in the assistant's hands before a person gets the message instead."""

_MARK = (
    update(_MESSAGES)
    .where(_MESSAGES.c.id == bindparam("message"), _MESSAGES.c.processed_at.is_(None))
    .values(
        processed_at=bindparam("at"),
        outcome=bindparam("stands"),
        understood=bindparam("took"),
        intent=bindparam("meant"),
        intent_confidence=bindparam("sure"),
    )
    .returning(_MESSAGES.c.id)
)
_PENDING = (Message.direction == "inbound", Message.processed_at.is_(None))


def receive_and_claim(
    session: Session, conversation: Conversation, inbound: Inbound, deadline: float, *, channel: str | None = None
) -> tuple[store.Received, Claim | bool]:
    """Store what came in to a conversation that this transaction has locked, and take its turn if it is its turn.

    Returns what was stored and what `claim_next` would give.
    """
    likely = 1 if conversation.turn_until is None else 0
    received = store.receive(session, conversation, inbound, channel=channel, attempts=likely)
    message = received.message
    if not received.new or received.at is None:
        return received, message.processed_at is None and claim_next(session, conversation.id, deadline)
    if message.processed_at is not None:
        return received, False
    free = conversation.turn_until is None or conversation.turn_until < received.at
    message.attempts = 1 if free and received.older is None else 0
    if not free:
        return received, True
    if received.older is not None:
        return received, claim_next(session, conversation.id, deadline)
    conversation.turn_owner, conversation.turn_until = uuid4().hex, received.at + _lease(deadline)
    return received, _claim(conversation, message)


def claim_next(session: Session, conversation_id: UUID, deadline: float) -> Claim | bool:
    """Take the lease of the conversation and its oldest pending message.

    Returns the claim; True when another turn is under way; False when nothing waits for the assistant.
    """
    session.flush()
    taken = session.scalars(
        update(Conversation)
        .where(
            Conversation.id == conversation_id,
            Conversation.handled_by == "assistant",
            Conversation.turn_until.is_(None) | (Conversation.turn_until < func.clock_timestamp()),
        )
        .values(turn_owner=uuid4().hex, turn_until=func.clock_timestamp() + _lease(deadline))
        .returning(Conversation)
        .execution_options(synchronize_session=False, populate_existing=True)
    ).one_or_none()
    query = select(Message).where(Message.conversation_id == conversation_id, *_PENDING).order_by(Message.id).limit(1)
    message = session.scalars(query.execution_options(populate_existing=True)).first()
    if taken is None:
        held = session.scalar(select(Conversation.handled_by).where(Conversation.id == conversation_id))
        return message is not None and held == "assistant"
    if message is None:
        taken.turn_owner = taken.turn_until = None
        return False
    message.attempts += 1
    return _claim(taken, message)


def complete(session: Session, claim: Claim, answer: Answer, *, with_draft: bool = True) -> Outcome:
    """Store the answer: replies, the assistant's state, the draft, the message marked processed, the lease given back.

    If an operator has taken the conversation meanwhile, what was understood is kept but for what the operator has
    corrected since, and the replies are not said.
    If the lease was lost to another turn, nothing changes.
    """
    conversation = store.locked(session, UUID(claim.conversation_id))
    if conversation.turn_owner != claim.owner:
        return outcome(session, conversation, session.get_one(Message, claim.message_id))
    conversation.turn_owner = conversation.turn_until = None
    state, before = answer.state or {}, conversation.assistant_state or {}
    _take_state(conversation, state)
    stands: dict[str, Any] = {
        "expects": conversation.expects,
        "report_number": state.get("report_number") if answer.state else conversation.report_number,
        "handled_by": conversation.handled_by,
    }
    answered = _mark_processed(session, claim.message_id, stands, state)
    if answered:
        conversation.operator_texts = None
        said = store.say_all(
            session,
            conversation,
            "assistant",
            answer.replies,
            in_reply_to=claim.message_id,
            channel=claim.channel,
        )
    else:
        store.announce(session, conversation.id)
    if about := state.get("about"):
        media.go_with(session, session.get_one(Message, claim.message_id), about["report_number"], about["alone"])
    draft = state.get("claim")
    if with_draft and draft and draft != before.get("claim") and not state.get("report_number"):
        said_at = None if answered else session.get_one(Message, claim.message_id).created_at
        claims.save_draft(session, conversation_id=conversation.id, channel=claim.channel, draft=draft, said_at=said_at)
    if answered and claim.attempt == 1:
        return Outcome(tuple(map(store.message_json, said)), **stands, state=answer.state)
    return outcome(session, conversation, session.get_one(Message, claim.message_id))


def postpone(
    session: Session, conversation_id: UUID, message_id: int, claim: Claim | None, fault: str | None
) -> Outcome:
    """The turn did not succeed: keep the message pending, tell the person once, try again later.

    `fault` is what the assistant did wrong; None when it was not reached at all, which is not held against the
    message. After ATTEMPTS faults a person gets the message. On the phone a person gets it at once.
    """
    conversation = store.locked(session, conversation_id)
    message = session.get_one(Message, message_id, populate_existing=True)
    if claim and conversation.turn_owner == claim.owner:
        conversation.turn_owner = conversation.turn_until = None
        if fault is None:
            message.attempts -= 1
    if message.processed_at is not None:
        return outcome(session, conversation, message)
    if message.channel == "voice" or message.attempts >= ATTEMPTS:
        return _give_to_person(session, conversation, message, fault)
    wait = min(60, 2 ** min(message.attempts, 6))
    message.next_attempt_at = func.clock_timestamp() + timedelta(seconds=wait)
    message.error = fault
    told = _told_of_delay(session, conversation)
    if not told or message.channel not in OUTBOX_CHANNELS:
        words = texts.LATE_AGAIN if told else texts.LATE
        if not store.replies_to(session, conversation.id, message.id):
            store.say(session, conversation, "system", words, in_reply_to=message.id, channel=message.channel)
    session.flush()
    return outcome(session, conversation, message)


def postpone_oldest(session: Session, conversation_id: UUID) -> None:
    """What `claim_next` and `postpone` come to while the assistant is away, unless a turn is under way."""
    conversation = store.locked(session, conversation_id)
    oldest = select(Message.id, func.clock_timestamp()).where(Message.conversation_id == conversation_id, *_PENDING)
    found = session.execute(oldest.order_by(Message.id).limit(1)).one_or_none()
    if found is None or conversation.handled_by != "assistant":
        return
    message_id, now = found
    if conversation.turn_until is None or conversation.turn_until < now:
        postpone(session, conversation_id, message_id, None, None)


def outcome(session: Session, conversation: Conversation, message: Message) -> Outcome:
    """What the sender of `message` is told: the same every time once it is processed."""
    said = tuple(map(store.message_json, store.replies_to(session, conversation.id, message.id)))
    stored = message.outcome or {"expects": conversation.expects, "handled_by": conversation.handled_by}
    number = stored.get("report_number", conversation.report_number)
    return Outcome(said, stored["expects"], number, stored["handled_by"], message.processed_at is None)


def _mark_processed(session: Session, message_id: int, stands: dict[str, Any], state: dict[str, Any]) -> bool:
    """Mark the message processed unless somebody already has; True when it was this one."""
    values = {"message": message_id, "at": clock.now(), "stands": stands, "took": state.get("understood")}
    values |= {"meant": state.get("intent"), "sure": state.get("confidence")}
    return session.connection().execute(_MARK, values).one_or_none() is not None


def _lease(deadline: float) -> timedelta:
    return timedelta(seconds=deadline + LEASE_GRACE)


def _claim(conversation: Conversation, message: Message) -> Claim:
    return Claim(
        owner=conversation.turn_owner or "",
        conversation_id=str(conversation.id),
        message_id=message.id,
        channel=message.channel,
        attempt=message.attempts,
        payload=_for_rasa(conversation, message),
    )


def standing(conversation: Conversation) -> str:
    """The state a conversation is in, from what is known of it."""
    if conversation.handled_by == "operator":
        return "with_operator"
    if conversation.needs_person:
        return "waiting_for_person"
    return "reported" if conversation.report_number else "open"


def _take_state(conversation: Conversation, state: dict[str, Any]) -> None:
    if not state:
        return
    conversation.expects = state.get("expects")
    conversation.priority = state.get("priority") or conversation.priority
    conversation.report_number = state.get("report_number") or conversation.report_number
    if handover := state.get("handover"):
        conversation.handover_reason = str(handover.get("reason") or "requested")
        conversation.needs_person = conversation.handled_by == "assistant"
    conversation.assistant_state = state
    conversation.state = standing(conversation)


def _give_to_person(session: Session, conversation: Conversation, message: Message, fault: str | None) -> Outcome:
    message.processed_at = clock.now()
    message.error = fault
    alert(conversation)
    if message.channel != "voice":
        store.say(
            session, conversation, "system", texts.PERSON_ALERTED, in_reply_to=message.id, channel=message.channel
        )
    message.outcome = {
        "expects": conversation.expects,
        "report_number": conversation.report_number,
        "handled_by": "assistant",
    }
    session.flush()
    return outcome(session, conversation, message)


def alert(conversation: Conversation, reason: str = "assistant_unavailable") -> None:
    """Put the conversation before the operators."""
    conversation.needs_person = True
    conversation.handover_reason = reason
    conversation.state = standing(conversation)


def _told_of_delay(session: Session, conversation: Conversation) -> bool:
    """True when the last thing said was already a notice of delay."""
    query = select(Message.author, Message.text).where(
        Message.conversation_id == conversation.id, Message.direction == "outbound"
    )
    last = session.execute(query.order_by(Message.id.desc()).limit(1)).first()
    return last is not None and last.author == "system" and last.text in (texts.LATE, texts.LATE_AGAIN)


def _for_rasa(conversation: Conversation, message: Message) -> dict[str, Any]:
    heard = cleaning.for_assistant(message.text) if message.text else None
    if not heard and message.location:
        heard = texts.LOCATION_SHARED
    if not heard and message.media:
        heard = texts.MEDIA_SHARED[message.media[0]["kind"]]
    return {
        "sender": str(conversation.id),
        "message": heard or "…",
        "channel": message.channel,
        "metadata": {
            "message_id": str(message.id),
            "received_at": clock.local_iso(message.created_at),
            "address": conversation.address,
            "profile_name": conversation.profile_name,
            "location": message.location,
            "media": [{"id": item["id"], "kind": item["kind"]} for item in message.media or []],
            "operator_texts": conversation.operator_texts or [],
        },
    }
