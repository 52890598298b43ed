"""Telling one piece of news: once, on the channel the person used."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from channels.conversations import store
from channels.conversations.tables import Conversation
from channels.twilio import people, window
from channels.twilio.news import words
from channels.twilio.tables import News
from common import clock
from policy_backend.claims.store.tables import ClaimRow


def notify(
    session: Session,
    conversation: Conversation,
    subject: str,
    event: str,
    words: str,
    facts: Mapping[str, Any] | None = None,
) -> bool:
    """Tell the person of `conversation` the news `event` about `subject` (a report number or folio), once.

    Joins the caller's transaction. False when it was told before. The outbox chooses template or SMS where WhatsApp's
    window is closed, and keeps silent towards whoever said stop.
    """
    locked = store.locked(session, conversation.id)
    if session.get(News, (subject, event)):
        return False
    message = store.say(session, locked, "system", words, channel=channel_for(session, locked))
    session.add(News(subject=subject, event=event, message_id=message.id, facts=dict(facts or {})))
    session.flush()
    store.announce(session, locked.id)
    return True


def on_the_way(session: Session, claim: ClaimRow, name: str, kind: str) -> bool:
    """Tell whoever reported `claim` that `name` (kind: adjuster, tow) set out, once. False when told before, or when
    the report came without a conversation."""
    conversation = session.get(Conversation, claim.conversation_id) if claim.conversation_id else None
    if conversation is None or not claim.report_number:
        return False
    said = words.on_the_way(claim.report_number, name, kind)
    return notify(session, conversation, claim.report_number, f"on_the_way:{kind}:{name}", said)


def channel_for(session: Session, conversation: Conversation) -> str:
    """Where to tell: the conversation's own channel; after a call, WhatsApp if its window is open, else SMS."""
    if conversation.channel != "voice" or not conversation.address:
        return conversation.channel
    contact = people.contact(session, "whatsapp", conversation.address)
    is_open = contact is not None and window.is_open(contact.last_inbound_at, clock.now())
    return "whatsapp" if is_open else "sms"
