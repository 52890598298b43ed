"""A person by telephone: their contact on a channel, and the one conversation they have across all of them."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.orm import Session

from channels.conversations import store
from channels.conversations.model import Channel
from channels.conversations.tables import Conversation
from channels.twilio.addresses import Address
from channels.twilio.tables import Contact, When
from common import clock

CONTINUES = timedelta(days=7)
"""A conversation silent for longer is over: the next message starts another."""
REOPENS = timedelta(hours=24)
"""The same for one that was closed."""


_NOTE_INBOUND = text(
    "INSERT INTO twilio_contacts (channel, phone, given, last_inbound_at) VALUES (:channel, :phone, :given, :now) "
    "ON CONFLICT (channel, phone) DO UPDATE SET given = excluded.given, last_inbound_at = excluded.last_inbound_at "
    "RETURNING stopped_at"
).columns(stopped_at=When)
_LOCK = text("SELECT pg_advisory_xact_lock(:key)")


def lock(session: Session, phone: str) -> None:
    """One transaction at a time for this person, until it ends: first messages do not race, and order is kept."""
    key = int.from_bytes(hashlib.blake2b(phone.encode(), digest_size=8).digest(), signed=True)
    session.execute(_LOCK, {"key": key})


def note_inbound(session: Session, address: Address) -> datetime | None:
    """Note that the person wrote from `address`: their window opens now. Returns since when they want nothing more."""
    values = {
        "channel": address.channel,
        "phone": address.phone or address.given,
        "given": address.given,
        "now": clock.now(),
    }
    stopped_at: datetime | None = session.execute(_NOTE_INBOUND, values).scalar_one()
    return stopped_at


def contact(session: Session, channel: str, phone: str) -> Contact | None:
    """The person's contact on `channel`, if they ever wrote there."""
    return session.get(Contact, (channel, phone))


def current_conversation(session: Session, phone: str) -> Conversation | None:
    """The person's conversation that a new message belongs to, whatever channel it was on; None when that is over."""
    latest = store.latest_of(session, phone)
    if latest is None:
        return None
    age = clock.now() - latest.last_message_at
    return latest if age < (REOPENS if latest.state == "closed" else CONTINUES) else None


def conversation_of(
    session: Session, channel: Channel, phone: str | None, profile_name: str | None = None
) -> tuple[Conversation, bool]:
    """The person's current conversation, or a new one on `channel`; and whether it is new.

    Without a telephone (a withheld number) it is always new. Call `lock` first.
    """
    found = current_conversation(session, phone) if phone else None
    if found is None:
        return store.open_conversation(session, channel, address=phone, profile_name=profile_name)[0], True
    if profile_name and not found.profile_name:
        found.profile_name = profile_name
    return found, False
