"""A busy afternoon at the cabina, for the browser tests and the pictures: people, units, conversations, reports."""

import json
import random
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from channels.conversations import operators, store
from channels.conversations.model import Inbound
from channels.conversations.tables import Conversation, Message
from common import clock
from common.access import Actor
from common.database import transaction
from console.dispatch import store as dispatch
from console.people import store as people
from console.people.model import Operator, Role
from policy_backend.claims import reporting
from policy_backend.claims.model.facts import LossFacts
from policy_backend.claims.store import save_draft
from policy_backend.policies import demo_book

PASSWORD = "una frase larga y segura"
ASSISTANT = Actor("program", "api-token", "API", frozenset({"*"}))
PEOPLE = (
    ("sofia", "Sofía Ramírez Luna", Role.OPERATOR),
    ("diego", "Diego Ortega Solís", Role.OPERATOR),
    ("marta", "Marta Villaseñor Ríos", Role.SUPERVISOR),
    ("admin", "Administración", Role.ADMINISTRATOR),
)
UNITS = (
    ("adjuster", "Óscar Beltrán", "+523312340001", "Guadalajara", True),
    ("adjuster", "Lucía Cárdenas", "+525512340002", "Ciudad de México", True),
    ("adjuster", "Ramón Ibarra", "+528112340003", "Monterrey", True),
    ("adjuster", "Elena Fuentes", "+522221234004", "Puebla", False),
    ("tow", "Grúas Occidente 12", "+523312340005", "Guadalajara", True),
    ("tow", "Grúas del Valle 3", "+525512340006", "Ciudad de México", True),
)


@dataclass
class Story:
    """One conversation to tell: what was said in turn, what is known of the loss, and how long ago it began."""

    channel: str
    minutes_ago: float
    said: list[tuple[str, str]]
    phone: str | None = None
    draft: dict[str, Any] = field(default_factory=dict)
    report: bool = False
    needs: str | None = None
    expects: str | None = None
    profile: str | None = None
    adjuster: str | None = None
    arrived: bool = False
    due_in: float | None = None
    state: str | None = None


STORIES = [Story(**story) for story in json.loads((Path(__file__).parent / "stories.json").read_text("utf-8"))]


def add_people(session: Session) -> dict[str, Operator]:
    """The four people of the console, with one password for all."""
    found = {}
    for username, name, role in PEOPLE:
        operator = people.find_by_username(session, username) or people.add(
            session, username=username, full_name=name, role=role
        )
        people.set_password(session, operator, PASSWORD)
        found[username] = operator
    return found


def add_units(session: Session) -> dict[str, Any]:
    """Adjusters and tow trucks."""
    found = {}
    for kind, name, phone, zone, on_duty in UNITS:
        unit = dispatch.add_unit(session, kind, name, phone, zone)
        unit.on_duty = on_duty
        found[name] = unit
    return found


def tell(session: Session, story: Story, units: dict[str, Any]) -> UUID:
    """Make the conversation of a story, through the house's own use cases."""
    start = clock.now() - timedelta(minutes=story.minutes_ago)
    conversation, _ = store.open_conversation(
        session, "web" if story.channel == "web" else story.channel, address=story.phone, profile_name=story.profile
    )
    conversation.created_at = start
    step = timedelta(minutes=story.minutes_ago * 0.6 / max(len(story.said), 1))
    moment = start
    for author, text in story.said:
        moment += step
        if author == "caller":
            heard = 0.52 if "salvador" in text else 0.91
            confidence = heard if story.channel == "voice" else None
            message = store.receive(session, conversation, Inbound(text=text, confidence=confidence)).message
            message.understood = _understood(story, text)
        elif author == "pin":
            latitude, longitude = map(float, text.split(","))
            pin = Inbound(location={"latitude": latitude, "longitude": longitude})
            message = store.receive(session, conversation, pin).message
        else:
            message = session.get_one(Message, store.say(session, conversation, author, text).id)
            message.delivery = (
                "read" if story.channel in ("whatsapp",) else "delivered" if story.channel == "sms" else None
            )
        message.created_at = moment
        message.processed_at = moment
    conversation.last_message_at = conversation.last_inbound_at = moment
    conversation.expects = story.expects
    conversation.priority = story.draft.get("priority") or "normal"
    if story.draft:
        save_draft(session, conversation_id=conversation.id, channel=story.channel, draft=story.draft)
    if story.needs:
        conversation.needs_person, conversation.handover_reason = True, story.needs
        conversation.state = "waiting_for_person"
    if story.report:
        _report(session, conversation, story, start, units)
    if story.state:
        conversation.state = story.state
    return conversation.id


def _understood(story: Story, text: str) -> dict[str, Any]:
    understood: dict[str, Any] = {}
    if text == story.said[0][1] and story.draft.get("incident_type"):
        understood["incident_type"] = story.draft["incident_type"]
    if "placas" in text or "JNB" in text:
        understood["vehicle.plates"] = "JNB-482-C"
    if "no" in text.split()[:1]:
        understood["injuries.any"] = False
    return understood


def _report(session: Session, conversation: Conversation, story: Story, start: Any, units: dict[str, Any]) -> None:
    row = reporting.report(
        session, LossFacts.model_validate(story.draft), ASSISTANT, conversation_id=conversation.id,
        operator="Cabina, asistente virtual",
    )  # fmt: skip
    row.reported_at = start + timedelta(minutes=story.minutes_ago * 0.6)
    conversation.report_number, conversation.state = row.report_number, "reported"
    if story.due_in is not None:
        row.adjuster_due_at = clock.now() + timedelta(minutes=story.due_in)
    if story.adjuster:
        sent = dispatch.assign(session, row, units[story.adjuster], Actor("operator", "seed", "Sofía Ramírez Luna"))
        dispatch.on_the_way(sent)
        if story.arrived:
            dispatch.arrived(session, sent, row, Actor("operator", "seed", "Sofía Ramírez Luna"), None)


def add_history(session: Session, days: int, each: int) -> None:
    """Past conversations, closed, so that measures have something to measure."""
    chance = random.Random(7)
    for back in range(1, days + 1):
        for _ in range(chance.randint(each // 2, each)):
            hour = min(23, max(0, int(chance.gauss(14, 4.5))))
            began = (clock.local_now() - timedelta(days=back)).replace(hour=hour, minute=chance.randint(0, 59))
            _past(session, chance, began)


def _past(session: Session, chance: random.Random, began: Any) -> None:
    channel = chance.choice(("whatsapp", "whatsapp", "whatsapp", "web", "web", "sms", "voice"))
    phone = f"+5233{chance.randint(10**7, 10**8 - 1)}"
    conversation, _ = store.open_conversation(session, channel, address=phone)
    conversation.created_at = began
    turns = chance.randint(3, 9)
    for turn in range(turns):
        at = began + timedelta(minutes=turn * 0.7)
        expects = chance.choice(("location", "location", "policy_number", "vehicle", "reporter_phone"))
        common = {"conversation_id": conversation.id, "channel": channel, "created_at": at, "processed_at": at}
        asked = {"expects": expects, "handled_by": "assistant", "report_number": None}
        understood = {} if chance.random() < 0.12 else {"location.text": "Guadalajara"}
        session.add(Message(direction="inbound", author="caller", text="en Guadalajara", outcome=asked,
                            understood=understood, attempts=1, **common))  # fmt: skip
        session.add(Message(direction="outbound", author="assistant", text="Gracias.", attempts=0, **common))
    conversation.last_message_at = conversation.last_inbound_at = began + timedelta(minutes=turns)
    fate = chance.random()
    if fate < 0.16:
        conversation.state = "abandoned"
        conversation.expects = chance.choice(("policy_number", "location", "vehicle", "injuries"))
        return
    if fate < 0.3:
        conversation.handover_reason = chance.choice(("requested", "misunderstood", "complaint"))
    _past_report(session, chance, conversation, began)


def _past_report(session: Session, chance: random.Random, conversation: Conversation, began: Any) -> None:
    kinds = ("collision", "collision", "collision", "glass", "roadside_assistance", "total_theft", "flood", "vandalism")
    said = {
        "incident_type": chance.choice(kinds),
        "channel": conversation.channel,
        "reporter": {"phone": conversation.address},
        "location": {"municipality": "Guadalajara", "state": "Jalisco"},
    }
    facts = LossFacts.model_validate(said)
    row = reporting.report(session, facts, ASSISTANT, conversation_id=conversation.id)
    row.reported_at = began + timedelta(minutes=chance.uniform(2, 9))
    row.adjuster_due_at = row.reported_at + timedelta(minutes=45)
    row.adjuster_arrived_at = row.adjuster_due_at + timedelta(minutes=chance.gauss(-14, 12))
    row.status, row.closed_at = "closed", row.adjuster_arrived_at + timedelta(hours=1)
    conversation.report_number, conversation.state = row.report_number, "closed"


def seed(*, history_days: int = 14, history_each: int = 14) -> dict[str, Any]:
    """Everything; returns operators by user name and conversation ids in the order of STORIES."""
    with transaction() as session:
        demo_book.load(session)
        operators_by_name = add_people(session)
        units = add_units(session)
        ids = [tell(session, story, units) for story in STORIES]
        diego = operators_by_name["diego"].actor()
        operators.take_over(session, ids[5], diego)
        operators.add_note(session, ids[1], diego, "La señora está tranquila. El tercero trae seguro de otra compañía.")
        add_history(session, history_days, history_each)
    return {"people": operators_by_name, "conversations": ids}


if __name__ == "__main__":
    import sys

    from cabina.migrate import migrate
    from console.measures.store import EVERY_HOUR, refresh
    from console.search.words import catch_up

    migrate()
    made = seed()
    with transaction() as learning:
        catch_up(learning)
        refresh(learning, EVERY_HOUR)
    json.dump([str(item) for item in made["conversations"]], sys.stdout)
