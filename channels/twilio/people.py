"""A person by telephone: their contact on a channel, and the one conversation they have across all of them."""

import hashlib
from dataclasses import dataclass
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

_ARRIVE = text(
    "WITH person AS MATERIALIZED (SELECT pg_advisory_xact_lock(:key)) "
    "INSERT INTO twilio_contacts (channel, phone, given, last_inbound_at) "
    "SELECT :channel, :phone, :given, CAST(:now AS timestamptz) FROM person "
    "WHERE NOT EXISTS (SELECT FROM messages WHERE provider_id = :sid) "
    "ON CONFLICT (channel, phone) DO UPDATE SET given = excluded.given, last_inbound_at = excluded.last_inbound_at "
    "RETURNING stopped_at"
).columns(stopped_at=When)
_LOCK = text("SELECT pg_advisory_xact_lock(:key)")


@dataclass(frozen=True)
class Arrival:
    """A person wrote. `stopped_at` is since when they want nothing more on this channel."""

    stopped_at: datetime | None


def lock(session: Session, phone: str) -> None:
    """One transaction at a time for this person, until it ends: first messages do not race, and order is kept."""
    session.execute(_LOCK, {"key": _key(phone)})


def arrive(session: Session, address: Address, sid: str) -> Arrival | None:
    """`lock` the person and note that they wrote from `address`: their window opens now.

    None when the message `sid` was stored before: it is not news.
    """
    person = address.phone or address.given
    values = {"key": _key(person), "channel": address.channel, "phone": person, "given": address.given}
    row = session.execute(_ARRIVE, values | {"now": clock.now(), "sid": sid}).one_or_none()
    return Arrival(row.stopped_at) if row else None


def _key(phone: str) -> int:
    return int.from_bytes(hashlib.blake2b(phone.encode(), digest_size=8).digest(), signed=True)


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
