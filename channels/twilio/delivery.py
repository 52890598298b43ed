"""How one outgoing message goes: by which route, to which address, in which parts."""

import json

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session

from channels.conversations.tables import Conversation, Message
from channels.twilio import addresses, bodies, consent, sms, texts, window
from channels.twilio.failures import Failure, classify
from channels.twilio.tables import Contact, Send
from common import clock
from common.settings import settings

STOPPED = 21610
OUTSIDE_WINDOW = 63016
NO_ROUTE = Failure(classify(400, OUTSIDE_WINDOW).outcome, None, "No hay un remitente de Twilio para este canal.", None)
MAX_TEMPLATE_TEXT = 600

_PARTS = (
    select(Send)
    .where(Send.message_id == bindparam("message_id"))
    .order_by(Send.id)
    .execution_options(populate_existing=True)
)
_PERSON = (
    select(Conversation.address, Contact)
    .outerjoin(Contact, and_(Contact.phone == Conversation.address, Contact.channel == bindparam("channel")))
    .where(Conversation.id == bindparam("conversation_id"))
)


class CannotGo(Exception):
    """The message has no way out; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.explanation)
        self.failure = failure


def plan(session: Session, message: Message) -> list[Send]:
    """The parts of `message` still to be handed over or asked about, in order; planned now if they were not yet.

    Raises CannotGo when there is no sender for it, or the person said stop since they last wrote.
    """
    sends = parts(session, message) or _first_plan(session, message)
    route = sends[-1].route
    return [send for send in sends if send.route == route and send.sid is None]


def parts(session: Session, message: Message) -> list[Send]:
    """Every part that was ever planned of `message`, by whatever route, in order."""
    return list(session.scalars(_PARTS, {"message_id": message.id}))


def plan_again(session: Session, message: Message, failed: Send, remedy: str) -> bool:
    """Plan the whole message by the route that `remedy` names; False when there is none or it was tried already."""
    phone, _ = _person(session, message)
    tried = set(session.scalars(select(Send.route).where(Send.message_id == message.id)))
    if remedy == "template" and "template" not in tried and settings().twilio_whatsapp_template:
        _add(session, message, "template", failed.to, [_text(message)])
        return True
    if remedy in ("sms", "template") and "sms" not in tried and settings().twilio_sms_from:
        _add_sms(session, message, phone)
        return True
    return False


def _first_plan(session: Session, message: Message) -> list[Send]:
    phone, contact = _person(session, message)
    _check_consent(contact, message)
    if message.channel == "sms":
        if not settings().twilio_sms_from:
            raise CannotGo(NO_ROUTE)
        return _add_sms(session, message, contact.given if contact else phone)
    if not settings().twilio_whatsapp_from:
        raise CannotGo(NO_ROUTE)
    to = contact.given if contact else addresses.render("whatsapp", phone)
    if window.is_open(contact.last_inbound_at if contact else None, clock.now()):
        return _add(session, message, "whatsapp", to, bodies.split(_text(message)))
    if settings().twilio_whatsapp_template:
        return _add(session, message, "template", to, [_text(message)])
    if settings().twilio_sms_from:
        return _add_sms(session, message, phone)
    raise CannotGo(classify(400, OUTSIDE_WINDOW))


def _check_consent(contact: Contact | None, message: Message) -> None:
    """After a stop only answers to what the person wrote later may go, and the word that the stop was heard."""
    if contact is None or contact.stopped_at is None or message.text == consent.STOPPED:
        return
    if contact.last_inbound_at is None or contact.last_inbound_at <= contact.stopped_at:
        raise CannotGo(classify(400, STOPPED))


def _person(session: Session, message: Message) -> tuple[str, Contact | None]:
    """Whom the message is for: their telephone, and their contact on the message's channel if they ever wrote there."""
    of = {"conversation_id": message.conversation_id, "channel": message.channel}
    phone, contact = session.execute(_PERSON, of).one()
    if not phone:
        raise CannotGo(classify(400, 21211))
    return phone, contact


def _text(message: Message) -> str:
    titles = [button["title"] for button in message.buttons or []]
    text = message.text or ""
    return texts.with_choices(text, titles) if titles else text


def _add_sms(session: Session, message: Message, to: str) -> list[Send]:
    sends = _add(session, message, "sms", to, bodies.split(sms.economical(_text(message))))
    for send in sends:
        cost = sms.measure(send.body, settings().twilio_sms_segment_price)
        send.encoding, send.segments, send.price = cost.encoding, cost.segments, cost.price
    message.segments = sum(send.segments or 0 for send in sends)
    return sends


def _add(session: Session, message: Message, route: str, to: str, parts: list[str]) -> list[Send]:
    if not parts:
        raise CannotGo(classify(400, 21602))
    sends = [Send(message_id=message.id, route=route, part=i, to=to, body=body) for i, body in enumerate(parts)]
    session.add_all(sends)
    session.flush()
    return sends


def request_fields(send: Send, callback: str) -> dict[str, str]:
    """What the REST client's `messages.create` is given for `send`."""
    now = settings()
    fields = {"to": send.to, "status_callback": callback}
    if send.route == "template":
        variables = {"1": " ".join(send.body.split())[:MAX_TEMPLATE_TEXT]}
        return fields | {
            "from_": now.twilio_whatsapp_from or "",
            "content_sid": now.twilio_whatsapp_template or "",
            "content_variables": json.dumps(variables, ensure_ascii=False),
        }
    sender = (now.twilio_whatsapp_from if send.route == "whatsapp" else now.twilio_sms_from) or ""
    return fields | {"body": send.body} | _sender(sender, send.route)


def _sender(sender: str, route: str) -> dict[str, str]:
    if sender.startswith("MG"):
        return {"messaging_service_sid": sender}
    if route == "whatsapp" and not sender.startswith(addresses.WHATSAPP_PREFIX):
        return {"from_": addresses.render("whatsapp", sender)}
    return {"from_": sender}
