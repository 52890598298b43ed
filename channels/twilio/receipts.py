"""Delivery receipts: what became of each part that Twilio took, and what that means for the message."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

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

_part_of = aliased(Send)
_LOCK = (
    select(Message, Send)
    .join(Send, Send.message_id == Message.id)
    .order_by(Send.id)
    .with_for_update()
    .execution_options(populate_existing=True)
)


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
    message, send, parts = found
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
        settle(session, message, parts)


def lock(session: Session, message_id: int, send_id: int) -> tuple[Message, Send, list[Send]]:
    """A message, one of its parts, and all of them, locked in the order in which everybody locks them, as they are
    now."""
    rows = session.execute(_LOCK.where(Message.id == message_id)).all()
    parts = [row.Send for row in rows]
    return rows[0].Message, next(part for part in parts if part.id == send_id), parts


def _find(session: Session, receipt: Receipt) -> tuple[Message, Send, list[Send]] | None:
    """What `lock` gives of the part with this SID, else of the one that the URL names (the answer with its SID may have
    been lost)."""
    named = [_part_of.sid == receipt.sid]
    if receipt.send_id is not None:
        named.append(_part_of.id == receipt.send_id)
    for name in named:
        of = select(_part_of.message_id).where(name).scalar_subquery()
        rows = session.execute(_LOCK.where(Message.id == of)).all()
        if rows:
            parts = [row.Send for row in rows]
            send = next((part for part in parts if part.sid == receipt.sid), None)
            return rows[0].Message, send or next(part for part in parts if part.id == receipt.send_id), parts
    return None


def _is_news(known: str, told: str) -> bool:
    if known in FAILED or known == "read":
        return False
    if told in FAILED:
        return known != "delivered"
    return known not in ORDER or ORDER.index(told) > ORDER.index(known)


def settle(session: Session, message: Message, parts: Sequence[Send]) -> None:
    """Bring the message's delivery up to what its parts (in order) say: of those that went by the route tried last, the
    least advanced counts."""
    statuses = [part.status for part in parts if part.route == parts[-1].route]
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
