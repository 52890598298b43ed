"""The outbox: what a conversation has queued goes to Twilio in order, each part once, whatever dies in between.

Twilio's API takes the same message twice without a word. So a part is marked before it is handed over, and a part whose
answer was lost is looked for in Twilio's own list before it may be sent again.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

import requests
from anyio import to_thread
from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session
from twilio.base.exceptions import TwilioException, TwilioRestException

from channels.conversations import store
from channels.conversations.tables import Message
from channels.conversations.turns import in_transaction
from channels.twilio import client, delivery, receipts
from channels.twilio.failures import Failure, Outcome, classify
from channels.twilio.metrics import FAILURES, SEGMENTS, SENT
from channels.twilio.pace import Pace
from channels.twilio.signature import public_url
from channels.twilio.tables import Send
from common import clock
from common.database import transaction
from common.settings import settings

log = logging.getLogger(__name__)

STATUS_PATH = "/webhooks/twilio/status"
BACKOFF_SECONDS = (2, 5, 10, 20, 40, 60, 120, 300, 600, 900)
LOOK_BACK = timedelta(seconds=90)
"""How much older than the attempt a message in Twilio's list may be: clocks differ."""
LISTED = 50
COMPARED = 500
_pace = Pace()

_DUE = (
    select(Message, func.clock_timestamp() < Message.next_attempt_at)
    .where(Message.conversation_id == bindparam("conversation_id"), Message.delivery.in_(("queued", "sending")))
    .order_by(Message.id)
    .limit(1)
    .with_for_update()
    .execution_options(populate_existing=True)
)


@dataclass(frozen=True)
class Attempt:
    """One part to be handed over now. `unsure` when an earlier attempt may have gone."""

    send_id: int
    message_id: int
    fields: dict[str, str]
    body: str
    unsure: bool
    since: datetime


async def send_queued(conversation_id: UUID) -> None:
    """Send what the conversation has queued, oldest first, until it is empty or one part has to wait."""
    attempt = await in_transaction(lambda session: _next(session, conversation_id))
    while attempt is not None:
        await _pace.keep(settings().twilio_messages_per_second)
        answer = await to_thread.run_sync(_try, attempt)
        if isinstance(answer, str):
            attempt = await in_transaction(partial(_accepted, attempt=attempt, sid=answer))
        elif await in_transaction(partial(_not_accepted, attempt=attempt, failure=answer)):
            attempt = await in_transaction(lambda session: _next(session, conversation_id))
        else:
            attempt = None


def _try(attempt: Attempt) -> str | Failure:
    """Hand the part to Twilio, unless it has it: its SID, or what went wrong."""
    try:
        return _found_in_twilio(attempt) or _hand_over(attempt)
    except client.NotConfigured:
        return Failure(Outcome.ACCOUNT, None, "Falta configurar la cuenta de Twilio.")
    except TwilioRestException as error:
        return classify(error.status, error.code or None)
    except (TwilioException, requests.RequestException, OSError) as error:
        log.warning("no answer from Twilio", extra={"send": attempt.send_id, "error": type(error).__name__})
        return classify(None, None)


def _next(session: Session, conversation_id: UUID) -> Attempt | None:
    """Mark the next part as on its way. None when nothing is queued or the next message has to wait for its time."""
    while True:
        found = session.execute(_DUE, {"conversation_id": conversation_id}).first()
        if found is None:
            return None
        message, too_early = found
        if too_early:
            store.send_soon(session, conversation_id, at=message.next_attempt_at)
            return None
        try:
            parts = delivery.plan(session, message)
        except delivery.CannotGo as obstacle:
            _give_up(session, message, obstacle.failure)
            continue
        if parts:
            return _mark(message, parts[0])
        message.delivery = "sent"
        receipts.settle(session, message, delivery.parts(session, message))
        session.flush()


def _mark(message: Message, send: Send) -> Attempt:
    now = clock.now()
    attempt = Attempt(
        send_id=send.id,
        message_id=message.id,
        fields=delivery.request_fields(send, public_url(STATUS_PATH, f"send={send.id}")),
        body=send.body,
        unsure=send.unsure,
        since=send.attempted_at or now,
    )
    send.attempted_at = send.attempted_at or now
    send.unsure = True
    message.delivery = "sending"
    message.attempts += 1
    return attempt


def _hand_over(attempt: Attempt) -> str:
    message = client.client().messages.create(**attempt.fields)
    return str(message.sid)


def _found_in_twilio(attempt: Attempt) -> str | None:
    """The SID of the part if Twilio has it already: same address, same words, not known to be another part."""
    if not attempt.unsure:
        return None
    listed = client.client().messages.list(to=attempt.fields["to"], limit=LISTED)
    same = [
        message.sid
        for message in listed
        if message.direction != "inbound"
        and (message.date_created or attempt.since) >= attempt.since - LOOK_BACK
        and _same_words(message.body or "", attempt.body)
    ]
    with transaction() as session:
        known = set(session.scalars(select(Send.sid).where(Send.sid.in_(same))))
    return next((sid for sid in reversed(same) if sid not in known), None)


def _same_words(sent: str, planned: str) -> bool:
    """A trial account puts a sentence before the body; a template puts words around it and may cut its end."""
    return " ".join(planned.split())[:COMPARED] in " ".join(sent.split())


def _accepted(session: Session, attempt: Attempt, sid: str) -> Attempt | None:
    """Note that Twilio has the part, and give the next in the same transaction."""
    message, send, parts = receipts.lock(session, attempt.message_id, attempt.send_id)
    send.sid, send.unsure = send.sid or sid, False
    if send.status == "planned":
        send.status = "accepted"
    message.error = message.error_code = None
    message.attempts = 0
    SENT.labels(send.route).inc()
    SEGMENTS.inc(send.segments or 0)
    receipts.settle(session, message, parts)
    return _next(session, message.conversation_id)


def _not_accepted(session: Session, attempt: Attempt, failure: Failure) -> bool:
    """Note the failure; True when the next message may be tried at once."""
    message, send, _ = receipts.lock(session, attempt.message_id, attempt.send_id)
    FAILURES.labels(str(failure.code or "none")).inc()
    if send.sid is not None:
        return True
    if failure.outcome is not Outcome.UNKNOWN and not attempt.unsure:
        send.unsure = False
    if failure.outcome is Outcome.PERMANENT:
        send.status, send.error_code, send.unsure = "failed", failure.code, False
        receipts.fail(session, message, send, failure)
        return True
    if message.attempts > len(BACKOFF_SECONDS):
        send.status = "failed"
        _give_up(session, message, failure)
        return True
    wait = BACKOFF_SECONDS[message.attempts - 1]
    message.error, message.error_code = failure.explanation, str(failure.code) if failure.code else None
    message.next_attempt_at = session.scalar(select(func.clock_timestamp() + timedelta(seconds=wait)))
    store.send_soon(session, message.conversation_id, at=message.next_attempt_at)
    if failure.outcome is Outcome.ACCOUNT:
        log.error("Twilio's account refuses to send", extra={"code": failure.code})
    return False


def _give_up(session: Session, message: Message, failure: Failure) -> None:
    message.delivery = "failed"
    message.error_code = str(failure.code) if failure.code else None
    message.error = failure.explanation
    receipts.alert_operators(session, message)
