"""Delivery receipts: what became of each part that Twilio took, and what that means for the message."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from channels.conversations import store
from channels.conversations.tables import Message
from channels.conversations.turn_store import alert
from channels.twilio import delivery
from channels.twilio.failures import Failure, receipt_failure
from channels.twilio.tables import Send
from common.problems import Invalid

log = logging.getLogger(__name__)

ORDER = ("planned", "accepted", "scheduled", "queued", "sending", "sent", "delivered", "read")
FAILED = frozenset({"failed", "undelivered", "canceled"})


@dataclass(frozen=True)
class Receipt:
    """`send_id` is the part named in the callback's URL, None when it names none."""

    sid: str
    status: str
    error_code: int | None
    send_id: int | None


def parse(form: Mapping[str, str], send: str | None) -> Receipt:
    """Read a status callback. Raises Invalid when it names no message or no known status."""
    sid = (form.get("MessageSid") or form.get("SmsSid") or "").strip()
    status = (form.get("MessageStatus") or form.get("SmsStatus") or "").strip().lower()
    errors = []
    if not sid:
        errors.append({"field": "MessageSid", "message": "missing"})
    if status not in ORDER and status not in FAILED:
        errors.append({"field": "MessageStatus", "message": "missing or unknown"})
    if errors:
        raise Invalid("The receipt cannot be read.", errors)
    code = form.get("ErrorCode", "")
    send_id = int(send) if send and send.isdigit() and len(send) < 19 else None
    return Receipt(sid[:64], status, int(code) if code.isdigit() and len(code) < 9 else None, send_id)


def take(session: Session, receipt: Receipt) -> None:
    """Apply a receipt. One that comes late or twice changes nothing; one of an unknown message is noted and dropped."""
    found = _find(session, receipt)
    if found is None:
        log.warning("receipt of an unknown message", extra={"sid": receipt.sid, "status": receipt.status})
        return
    message, send = lock(session, found.message_id, found.id)
    if send.sid not in (None, receipt.sid):
        return
    send.sid, send.unsure = receipt.sid, False
    if not _is_news(send.status, receipt.status):
        return
    send.status = receipt.status
    if receipt.status in FAILED:
        send.error_code = receipt.error_code
        fail(session, message, send, receipt_failure(receipt.error_code))
    else:
        settle(session, message)


def lock(session: Session, message_id: int, send_id: int) -> tuple[Message, Send]:
    """A message and one of its parts, locked in the order in which everybody locks them, as they are now."""
    message = session.get_one(Message, message_id, with_for_update=True, populate_existing=True)
    return message, session.get_one(Send, send_id, with_for_update=True, populate_existing=True)


def _find(session: Session, receipt: Receipt) -> Send | None:
    """The part with this SID, else the one that the URL names (the answer with its SID may have been lost)."""
    send = session.scalars(select(Send).where(Send.sid == receipt.sid)).one_or_none()
    if send is None and receipt.send_id is not None:
        send = session.get(Send, receipt.send_id)
    return send


def _is_news(known: str, told: str) -> bool:
    if known in FAILED or known == "read":
        return False
    if told in FAILED:
        return known != "delivered"
    return known not in ORDER or ORDER.index(told) > ORDER.index(known)


def settle(session: Session, message: Message) -> None:
    """Bring the message's delivery up to what its parts say: the least advanced part counts."""
    parts = session.scalars(select(Send).where(Send.message_id == message.id, Send.route == _route(session, message)))
    statuses = [part.status for part in parts]
    if not statuses or any(status in FAILED for status in statuses):
        return
    least = min(statuses, key=ORDER.index)
    if ORDER.index(least) < ORDER.index("accepted"):
        return
    told = least if least in ("delivered", "read") else "sent"
    if message.delivery != told:
        message.delivery = told
        store.announce(session, message.conversation_id)


def fail(session: Session, message: Message, send: Send, failure: Failure) -> None:
    """A part will not arrive: try the other way there is, else put the conversation before the operators."""
    send.error_code = failure.code or send.error_code
    message.error_code = str(send.error_code) if send.error_code else None
    message.error = failure.explanation
    if failure.remedy and delivery.plan_again(session, message, send, failure.remedy):
        message.delivery = "queued"
        store.send_soon(session, message.conversation_id)
        return
    message.delivery = "failed"
    alert_operators(session, message)


def alert_operators(session: Session, message: Message) -> None:
    """Put the conversation of an undelivered message before the operators, unless one of them has it already."""
    conversation = store.locked(session, message.conversation_id)
    if conversation.handled_by == "assistant" and not conversation.needs_person:
        alert(conversation, "undelivered")
    store.announce(session, message.conversation_id)


def _route(session: Session, message: Message) -> str | None:
    """The route tried last."""
    query = select(Send.route).where(Send.message_id == message.id).order_by(Send.id.desc()).limit(1)
    return session.scalar(query)
