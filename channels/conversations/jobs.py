"""Deferred work on conversations: turns that wait, and the sweeps that see to it that nothing is forgotten."""

import logging
from datetime import timedelta
from uuid import UUID

import procrastinate
from procrastinate import JobContext
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from channels.conversations import evidence, store, texts, unfinished
from channels.conversations.rasa import RasaClient
from channels.conversations.tables import Conversation, Message
from channels.conversations.turn_store import alert
from channels.conversations.turns import Turns, in_transaction
from common import clock
from common.jobs import defer

log = logging.getLogger(__name__)

NAMESPACE = "conversations"
PATIENCE = timedelta(minutes=3)
"""How long a message waits for the assistant before a person is alerted."""
INACTIVITY = timedelta(minutes=30)
"""Silence after which an unfinished conversation counts as abandoned."""
_BATCH = 500

blueprint = procrastinate.Blueprint()


def defer_turn(session: Session, conversation_id: UUID) -> None:
    """Have the worker process the conversation's pending messages, once this transaction commits."""
    key = str(conversation_id)
    defer(session, f"{NAMESPACE}:turn", {"conversation_id": key}, lock=key, queueing_lock=f"turn:{key}")


@blueprint.task(name="turn", pass_context=True)
async def turn(context: JobContext, conversation_id: str) -> None:
    """Process what waits in one conversation."""
    turns: Turns = context.additional_context["turns"]
    await turns.drain(UUID(conversation_id))


@blueprint.periodic(cron="* * * * * */5")
@blueprint.task(name="sweep", queueing_lock="conversations-sweep", pass_context=True)
async def sweep(context: JobContext, timestamp: int) -> None:
    """Take up pending messages nobody is at, once the assistant is there; alert a person to those that wait long."""
    await in_transaction(alert_overdue)
    rasa: RasaClient = context.additional_context["rasa"]
    if await rasa.ready():
        await in_transaction(defer_pending)


@blueprint.periodic(cron="* * * * *")
@blueprint.task(name="abandon", queueing_lock="conversations-abandon")
async def abandon(timestamp: int) -> None:
    """Mark what was left unfinished."""
    await in_transaction(mark_abandoned)


@blueprint.periodic(cron="* * * * * */15")
@blueprint.task(name="evidence", queueing_lock="conversations-evidence", lock="conversations-evidence")
async def file_evidence(timestamp: int) -> None:
    """Keep what people sent with their reports."""
    await in_transaction(evidence.file_recent)


@blueprint.periodic(cron="* * * * * */15")
@blueprint.task(name="unfinished", queueing_lock="conversations-unfinished", lock="conversations-unfinished")
async def make_unfinished(timestamp: int) -> None:
    """Make the reports whose number could not be given when they were agreed to."""
    await in_transaction(unfinished.make_due)


def defer_pending(session: Session) -> int:
    """Put down a turn for every conversation with a message that is due and no turn under way; how many."""
    due = (
        select(Conversation.id)
        .join(Message, Message.conversation_id == Conversation.id)
        .where(
            Message.direction == "inbound",
            Message.processed_at.is_(None),
            or_(Message.next_attempt_at.is_(None), Message.next_attempt_at <= func.clock_timestamp()),
            Conversation.handled_by == "assistant",
            or_(Conversation.turn_until.is_(None), Conversation.turn_until < func.clock_timestamp()),
        )
        .distinct()
        .order_by(Conversation.id)  # as everybody who puts down many jobs at once: they wait for one another in a line
        .limit(_BATCH)
    )
    found = session.scalars(due).all()
    for conversation_id in found:
        defer_turn(session, conversation_id)
    return len(found)


def alert_overdue(session: Session) -> int:
    """Put conversations with messages older than PATIENCE before the operators, and tell the people; how many."""
    overdue = (
        select(Message.conversation_id)
        .where(
            Message.direction == "inbound",
            Message.processed_at.is_(None),
            Message.created_at < clock.now() - PATIENCE,
        )
        .distinct()
    )
    query = select(Conversation).where(
        Conversation.id.in_(overdue), Conversation.needs_person.is_(False), Conversation.handled_by == "assistant"
    )
    query = query.order_by(Conversation.id).limit(_BATCH // 5)  # they are held while the others are told
    found = session.scalars(query.with_for_update(key_share=True, skip_locked=True)).all()
    for conversation in found:
        alert(conversation)
        store.say(session, conversation, "system", texts.PERSON_ALERTED)
    return len(found)


def mark_abandoned(session: Session) -> int:
    """Mark open conversations silent for INACTIVITY; operators see those in which something was said; how many."""
    limit = clock.now() - INACTIVITY
    query = select(Conversation).where(
        Conversation.state == "open", Conversation.handled_by == "assistant", Conversation.last_message_at < limit
    )
    found = session.scalars(query.limit(_BATCH // 5).with_for_update(key_share=True, skip_locked=True)).all()
    for conversation in found:
        conversation.state = "abandoned"
        if conversation.last_inbound_at:
            conversation.needs_person, conversation.handover_reason = True, "abandoned"
        store.announce(session, conversation.id)
    return len(found)
