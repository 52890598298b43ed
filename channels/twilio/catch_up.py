"""Messages whose webhook never got through, taken from Twilio's own list: what was down longer than Twilio tries loses
nothing. The list has no pins, no profile names and no buttons' payloads; words and files it has."""

import logging
from datetime import timedelta
from typing import Any

import requests
from sqlalchemy import func, select
from twilio.base.exceptions import TwilioException

from channels.conversations.tables import Message
from channels.twilio import addresses, client, receive
from channels.twilio.bodies import clean
from channels.twilio.inbound import MAX_MEDIA, MAX_TEXT, InboundMessage, MediaReference
from common import clock
from common.database import transaction
from common.settings import settings

log = logging.getLogger(__name__)

LOOK_BACK = timedelta(minutes=30)
SETTLED = timedelta(seconds=45)
"""A younger message's webhook may still be on its way."""
LIMIT = 50_000
"""Messages of one look: the list begins with the newest, and in a storm the missed ones are far down."""
PAGE = 1000


def take_missed() -> int:
    """Store the messages of the last half hour that never came by webhook, oldest first; how many.

    Without an account, or with Twilio out of reach, nothing is taken and the next run tries again.
    """
    now = settings()
    taken = 0
    for sender in (now.twilio_whatsapp_from, now.twilio_sms_from):
        if not sender or sender.startswith("MG"):
            continue
        try:
            taken += sum(_take(item) for item in _missed(sender))
        except client.NotConfigured:
            return taken
        except (TwilioException, requests.RequestException) as error:
            log.warning("Twilio's list of messages cannot be read", extra={"error": type(error).__name__})
    if taken:
        log.warning("took messages whose webhooks were missed", extra={"count": taken})
    return taken


def _missed(sender: str) -> list[Any]:
    moment = clock.now()
    listed = client.client().messages.stream(to=sender, date_sent_after=moment - LOOK_BACK, limit=LIMIT, page_size=PAGE)
    settled = [m for m in listed if m.direction == "inbound" and (m.date_created or moment) < moment - SETTLED]
    sids = [message.sid for message in settled]
    with transaction() as session:
        known = set(session.scalars(select(Message.provider_id).where(Message.provider_id == func.any(sids))))
    return [message for message in reversed(settled) if message.sid not in known]


def _take(item: Any) -> bool:
    files = client.client().messages(item.sid).media.list(limit=MAX_MEDIA) if int(item.num_media or 0) else []
    base = settings().twilio_api_base_url
    message = InboundMessage(
        sid=item.sid,
        address=addresses.parse(item.from_),
        to=item.to,
        text=clean(item.body or "")[:MAX_TEXT],
        media=[MediaReference(f"{base}{file.uri.removesuffix('.json')}", file.content_type or "") for file in files],
    )
    with transaction() as session:
        receive.take(session, message)
    return True
