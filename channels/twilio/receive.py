"""An incoming message into the database: the person, their conversation, the message once, what it calls for."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from channels.conversations import store
from channels.conversations.jobs import defer_turn
from channels.conversations.metrics import RECEIVED, REPEATED
from channels.conversations.model import Channel, Inbound
from channels.conversations.tables import Conversation, Media, Message
from channels.twilio import consent, names, people, texts
from channels.twilio.inbound import InboundMessage, MediaReference
from common import clock
from common.jobs import defer

FETCHED_FIRST = frozenset({"contact"})
"""Kinds whose content the assistant needs as words: the turn waits for them, though not for ever."""
FETCH_PATIENCE = timedelta(seconds=15)


def take(session: Session, message: InboundMessage) -> UUID:
    """Store `message` and put down what it calls for; the same MessageSid again changes nothing.

    Returns the conversation's id.
    """
    channel: Channel = "whatsapp" if message.address.channel == "whatsapp" else "sms"
    person = message.address.phone or message.address.given
    arrival = people.arrive(session, message.address, message.sid)
    if (arrival is None or message.media) and (known := _known(session, message.sid)):
        REPEATED.labels(channel).inc()
        return known
    conversation, is_new = people.conversation_of(session, channel, person, message.profile_name)
    inbound = Inbound(
        text=message.text or None,
        location=_location(message),
        media=tuple(_keep_reference(session, conversation, reference) for reference in message.media),
        provider_id=message.sid,
    )
    received = store.receive(session, conversation, inbound, channel=channel)
    stored = received.message
    if not received.new:
        REPEATED.labels(channel).inc()
        return stored.conversation_id
    RECEIVED.labels(channel).inc()
    if _settles_consent(session, conversation, message, arrival.stopped_at if arrival else None):
        stored.processed_at = clock.now()
        stored.outcome = {"expects": conversation.expects, "handled_by": conversation.handled_by}
        return conversation.id
    if is_new:
        store.say(session, conversation, "system", texts.INTRODUCTION[channel])
    for item in inbound.media:
        defer(session, names.FETCH_MEDIA, {"media_id": item["id"], "message_id": stored.id})
    if any(item["kind"] in FETCHED_FIRST for item in inbound.media):
        stored.next_attempt_at = func.clock_timestamp() + FETCH_PATIENCE
    elif stored.processed_at is None and not _is_taken_up_anyway(received):
        defer_turn(session, conversation.id)
    return conversation.id


def _is_taken_up_anyway(received: store.Received) -> bool:
    """True while the turn of an older message is put down, under way, or waiting for the assistant to be reached: this
    message follows in it. A turn that failed waits longer and longer, and word from the person hastens it."""
    return received.older is not None and received.older_error is None


def _known(session: Session, sid: str) -> UUID | None:
    """The conversation of a message stored before, perhaps a moment ago: its files are not noted twice."""
    return session.scalar(select(Message.conversation_id).where(Message.provider_id == sid))


def _location(message: InboundMessage) -> dict[str, Any] | None:
    if message.location is None:
        return None
    pin: dict[str, Any] = {"latitude": message.location.latitude, "longitude": message.location.longitude}
    return pin | {"label": message.location.label} if message.location.label else pin


def _keep_reference(session: Session, conversation: Conversation, reference: MediaReference) -> dict[str, Any]:
    media = Media(
        conversation_id=conversation.id,
        kind=reference.kind,
        content_type=reference.declared_type.split(";")[0].strip().lower()[:100] or "application/octet-stream",
        source_url=reference.url,
    )
    session.add(media)
    session.flush()
    return {"id": str(media.id), "kind": media.kind, "content_type": media.content_type}


def _settles_consent(
    session: Session, conversation: Conversation, message: InboundMessage, stopped_at: datetime | None
) -> bool:
    """Apply STOP or START; True when the message needs nothing more.

    Where Twilio handles the word itself (SMS, or Advanced Opt-Out) it answers too: a second answer would be refused.
    """
    wish = consent.read(message.text, message.opt_out_type)
    if wish is None or (wish == "start" and stopped_at is None):
        return False
    if message.opt_out_type is None and message.address.channel != "sms":
        store.say(session, conversation, "system", consent.STOPPED if wish == "stop" else consent.STARTED)
    contact = people.contact(session, message.address.channel, message.address.phone or message.address.given)
    if contact:
        contact.stopped_at = clock.now() if wish == "stop" else None
    return True
