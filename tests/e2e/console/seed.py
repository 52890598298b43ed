"""A busy afternoon at the cabina, for the browser tests and the pictures: people, units, conversations, reports."""

import random
from dataclasses import dataclass, field
from datetime import timedelta
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
    phone: str | None
    minutes_ago: float
    said: list[tuple[str, str]]
    draft: dict[str, Any] = field(default_factory=dict)
    report: bool = False
    needs: str | None = None
    expects: str | None = None
    profile: str | None = None
    adjuster: str | None = None
    arrived: bool = False
    due_in: float | None = None
    state: str | None = None


def claim(**parts: Any) -> dict[str, Any]:
    """A draft in the contract's shape."""
    return {"loss": 1, **parts}


STORIES = (
    Story(
        "voice", "+523331112233", 6,
        [
            ("caller", "Hay un herido, chocamos contra un camión en López Mateos, mi esposo no responde"),
            ("assistant", "Llame ya al 911. Ya avisé a una persona de la cabina. ¿En qué lugar están?"),
            ("caller", "en López Mateos y Las Rosas, en Zapopan, rumbo a Tlajomulco"),
        ],
        claim(
            incident_type="collision", priority="emergency",
            injuries={"any": True, "count": 1, "deaths": None, "text": "mi esposo no responde"},
            location={"street": "Av. Adolfo López Mateos Sur", "corner": "Las Rosas", "municipality": "Zapopan", "state": "Jalisco", "text": "en López Mateos y Las Rosas"},
            reporter={"name": "Adriana Pulido Vega", "phone": "+523331112233"},
        ),
        needs="emergency", expects="policy_number",
    ),
    Story(
        "whatsapp", "+523312345678", 38,
        [
            ("caller", "Buenas tardes, me pegaron por atrás en un alto"),
            ("assistant", "Lamento lo que le pasó. ¿Hay alguien lastimado?"),
            ("caller", "no gracias a dios"),
            ("assistant", "¿En qué lugar está?"),
            ("pin", "20.674386,-103.387302"),
            ("assistant", "Gracias. ¿Tiene a la mano el número de póliza o las placas?"),
            ("caller", "las placas son JNB482C, es un versa gris"),
            ("assistant", "Encontré un Nissan Versa gris con placas que terminan en 82-C. ¿Es el suyo?"),
            ("caller", "si"),
            ("assistant", "Ya quedó su reporte. El ajustador debe llegar a más tardar en 45 minutos."),
        ],
        claim(
            incident_type="collision", description="Me pegaron por atrás en un alto",
            injuries={"any": False, "count": None, "deaths": None, "text": None},
            location={"street": "Av. Vallarta", "number": "3233", "neighborhood": "Vallarta Poniente", "municipality": "Guadalajara", "state": "Jalisco", "latitude": 20.674386, "longitude": -103.387302, "text": "ubicación compartida"},
            reporter={"name": "Laura Méndez Robles", "phone": "+523312345678"},
            driver_name="Laura Méndez Robles", vehicle={"plates": "JNB-482-C"}, third_parties={"any": True, "fled": False, "text": "una camioneta blanca"},
            drivable=True, authorities=False,
        ),
        report=True, profile="Laura M.", adjuster="Óscar Beltrán", due_in=7,
    ),
    Story(
        "whatsapp", "+525544332211", 66,
        [
            ("caller", "Se metió el agua al coche, estaba estacionado y ya no prende"),
            ("assistant", "Entiendo. ¿Dónde está el vehículo?"),
            ("caller", "calle Sur 73 número 214, colonia Sinatel, Iztapalapa"),
            ("assistant", "Ya quedó su reporte."),
        ],
        claim(
            incident_type="flood", injuries={"any": False},
            location={"street": "Sur 73", "number": "214", "neighborhood": "Sinatel", "municipality": "Iztapalapa", "state": "Ciudad de México"},
            reporter={"name": "Jorge Nava Tello", "phone": "+525544332211"}, drivable=False, details={"vehicle_parked": True},
            vehicle={"make": "Mazda", "model": "3", "year": 2019, "color": "rojo", "plates": "NGK-731-A"},
        ),
        report=True, due_in=-21, adjuster="Lucía Cárdenas",
    ),
    Story(
        "sms", "+528187654321", 9,
        [
            ("caller", "Kiero ablar con alguien porfa"),
            ("assistant", "Con gusto le atiende una persona. ¿Me dice que paso mientras tanto?"),
            ("caller", "me robaron las llantas afuera de mi casa"),
        ],
        claim(incident_type="partial_theft", location={"municipality": "Monterrey", "state": "Nuevo León", "text": "afuera de mi casa"}, injuries={"any": False}, details={"stolen_parts": "cuatro llantas"}),
        needs="requested", expects="location",
    ),
    Story(
        "web", None, 3,
        [
            ("caller", "necesito una grua, se me ponchó la llanta en la carretera a Chapala km 23"),
            ("assistant", "¿Está en un lugar seguro, fuera del carril?"),
            ("caller", "sí, en el acotamiento"),
            ("assistant", "¿Me da las placas o el número de póliza?"),
        ],
        claim(incident_type="roadside_assistance", service="tow", location={"kind": "highway", "highway": "Carretera a Chapala", "kilometer": 23.0, "heading": "Guadalajara", "municipality": "Tlajomulco"}, details={}),
        expects="policy_number",
    ),
    Story(
        "whatsapp", "+522225556677", 14,
        [
            ("caller", "buenas, una camioneta me aventó el espejo y se fue"),
            ("assistant", "¿Hay alguien lastimado?"),
            ("caller", "no nadie"),
            ("assistant", "¿En qué lugar fue?"),
            ("caller", "boulevard 5 de mayo a la altura de la fayuca, Puebla"),
        ],
        claim(incident_type="collision", injuries={"any": False}, location={"street": "Blvd. 5 de Mayo", "municipality": "Puebla", "state": "Puebla", "text": "boulevard 5 de mayo a la altura de la fayuca"}, third_parties={"any": True, "fled": True}),
        expects="vehicle",
    ),
    Story(
        "whatsapp", "+523398761234", 52,
        [
            ("caller", "se me estrelló el parabrisas con una piedra"),
            ("assistant", "¿Cuál es el número de póliza?"),
            ("caller", "1042587"),
            ("assistant", "Ya quedó su reporte."),
        ],
        claim(incident_type="glass", location={"municipality": "Tonalá", "state": "Jalisco", "street": "Av. Tonaltecas", "number": "88"}, reporter={"name": "Laura Méndez Robles", "phone": "+523398761234"}, policy={"number": "1042587"}, details={"glass_part": "parabrisas"}),
        report=True,
    ),
    Story(
        "voice", "+524421239876", 17,
        [
            ("caller", "bueno sí mire es que me chocaron aquí en el boulevard bernardo quintana"),
            ("assistant", "¿Hay alguien lastimado?"),
            ("caller", "mhm no creo que no nomás el susto"),
            ("assistant", "¿Cuáles son las placas de su vehículo?"),
            ("caller", "ese de salvador ene equis cuatro"),
        ],
        claim(incident_type="collision", injuries={"any": False}, location={"street": "Blvd. Bernardo Quintana", "municipality": "Querétaro", "state": "Querétaro"}),
        needs="misunderstood", expects="plates",
    ),
)  # fmt: skip


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
            confidence = 0.52 if story.channel == "voice" and "salvador" in text else 0.91 if story.channel == "voice" else None
            message, _ = store.receive(session, conversation, Inbound(text=text, confidence=confidence))
            message.understood = _understood(story, text)
        elif author == "pin":
            latitude, longitude = map(float, text.split(","))
            message, _ = store.receive(
                session, conversation, Inbound(location={"latitude": latitude, "longitude": longitude})
            )
        else:
            message = store.say(session, conversation, author, text)
            message.delivery = "read" if story.channel in ("whatsapp",) else "delivered" if story.channel == "sms" else None
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
    channels = ("whatsapp", "whatsapp", "whatsapp", "web", "web", "sms", "voice")
    kinds = ("collision", "collision", "collision", "glass", "roadside_assistance", "total_theft", "flood", "vandalism")
    for back in range(1, days + 1):
        for _ in range(chance.randint(each // 2, each)):
            hour = min(23, max(0, int(chance.gauss(14, 4.5))))
            began = (clock.local_now() - timedelta(days=back)).replace(hour=hour, minute=chance.randint(0, 59))
            conversation, _ = store.open_conversation(session, chance.choice(channels), address=f"+5233{chance.randint(10**7, 10**8 - 1)}")
            conversation.created_at = began
            turns = chance.randint(3, 9)
            for turn in range(turns):
                at = began + timedelta(minutes=turn * 0.7)
                for author, direction in (("caller", "inbound"), ("assistant", "outbound")):
                    session.add(Message(conversation_id=conversation.id, direction=direction, author=author, channel=conversation.channel, text="…", created_at=at, processed_at=at, attempts=0, outcome={"expects": chance.choice(("location", "policy_number", "vehicle"))} if direction == "inbound" else None))
            conversation.last_message_at = conversation.last_inbound_at = began + timedelta(minutes=turns)
            fate = chance.random()
            if fate < 0.16:
                conversation.state, conversation.expects = "abandoned", chance.choice(("policy_number", "location", "vehicle", "injuries"))
                continue
            if fate < 0.3:
                conversation.handover_reason = chance.choice(("requested", "misunderstood", "complaint"))
            row = reporting.report(session, LossFacts.model_validate(claim(incident_type=chance.choice(kinds), reporter={"phone": conversation.address}, location={"municipality": "Guadalajara", "state": "Jalisco"})), ASSISTANT, conversation_id=conversation.id)
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
