"""What tests of calls share: who calls, what the assistant answers, what was kept."""

from typing import Any

from sqlalchemy import select

from channels.conversations.tables import Conversation, Message
from common.database import transaction
from tests.rasa_stand_in import RasaStandIn

LAURA = "+523318452290"
OPERATOR = "+523320187628"
NUMBER = "2600001230"


def answer(rasa: RasaStandIn, text: str, *replies: str, **state: Any) -> None:
    """Teach the stand-in what to say to `text`."""
    rasa.script[text] = (list(replies), {"understood": {"text": text}, **state})


def the_conversation() -> Conversation:
    with transaction() as session:
        return session.scalars(select(Conversation)).one()


def said_by(author: str) -> list[str | None]:
    with transaction() as session:
        return list(session.scalars(select(Message.text).where(Message.author == author).order_by(Message.id)))
