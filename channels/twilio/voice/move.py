"""From the telephone to WhatsApp: the invitation to go on there, with what is known."""

from urllib.parse import quote

from sqlalchemy.orm import Session

from channels.conversations import store
from channels.conversations.tables import Conversation
from channels.twilio import people, texts, window
from channels.twilio.tables import Call
from channels.twilio.voice import calls
from common import clock
from common.settings import settings


def to_whatsapp(session: Session, call: Call, conversation: Conversation) -> bool:
    """Send the caller what they need to go on by WhatsApp; False when there is no way to.

    WhatsApp itself where they wrote there within a day or a template is set; else a link by SMS, since only the person
    may begin.
    """
    now = settings()
    if not call.phone or not now.twilio_whatsapp_from:
        return False
    contact = people.contact(session, "whatsapp", call.phone)
    if now.twilio_whatsapp_template or (contact and window.is_open(contact.last_inbound_at, clock.now())):
        store.say(session, conversation, "system", texts.WHATSAPP_INVITATION, channel="whatsapp")
        return True
    if not calls.can_message(call):
        return False
    digits = "".join(filter(str.isdigit, now.twilio_whatsapp_from))
    link = f"https://wa.me/{digits}?text={quote(texts.WHATSAPP_LINK_TEXT)}"
    store.say(session, conversation, "system", texts.come_to_whatsapp(link), channel="sms")
    return True
