"""Calls: what the caller hears, by whatever way they answer."""

from sqlalchemy import select

from channels.conversations.tables import Conversation, Message
from channels.twilio.voice import script
from common.database import transaction
from tests.integration.twilio.calling import LAURA, OPERATOR, answer, said_by, the_conversation
from tests.rasa_stand_in import RasaStandIn
from tests.twilio_simulator import Webhooks
from tests.twilio_simulator.phone import PhoneCall


def test_the_greeting_is_short_and_injuries_come_first(call: PhoneCall) -> None:
    assert call.ear.index("9 1 1") < call.ear.index("¿Qué le pasó?")
    assert "marque cero" in call.ear
    assert len(call.ear) < 220
    assert call.gather is not None
    assert call.gather.attrib["language"] == "es-MX"
    assert call.gather.attrib["bargeIn"] == "true"
    assert "me chocaron" in call.gather.attrib["hints"]
    assert said_by("assistant") == [script.GREETING]


def test_a_turn_is_heard_and_answered(call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "me chocaron", "Lamento lo que le pasó. ¿Hay alguien lastimado?", expects="injuries")
    call.say("me chocaron")
    assert call.ear == "Lamento lo que le pasó. ¿Hay alguien lastimado?"
    assert "ambulancia" in call.gather.attrib["hints"]
    assert rasa.heard[0]["channel"] == "voice"
    assert rasa.heard[0]["metadata"]["address"] == LAURA
    with transaction() as session:
        message = session.scalars(select(Message).where(Message.author == "caller")).one()
        assert (message.text, message.confidence, message.channel) == ("me chocaron", 0.92, "voice")


def test_keys_say_what_they_stand_for(call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "me chocaron", "¿Hay heridos?", expects="injuries")
    answer(rasa, "no, no hay heridos", "Qué bueno. ¿Cuál es su póliza?", expects="policy_number")
    call.say("me chocaron").press("2")
    assert rasa.texts[-1] == "no, no hay heridos"
    assert "terminar con la tecla gato" in call.ear
    assert call.gather.attrib["finishOnKey"] == "#"
    call.press("1042587")
    assert rasa.texts[-1] == "1042587"


def test_a_key_that_means_nothing_is_said_so(call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "me chocaron", "¿Hay heridos?", expects="injuries")
    call.say("me chocaron").press("7")
    assert "no es una opción" in call.ear
    assert rasa.texts == ["me chocaron"]


def test_silence_changes_words_then_keys_then_a_person(call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "me chocaron", "¿Hay heridos?", expects="injuries")
    call.say("me chocaron").keep_silent()
    first = call.ear
    call.keep_silent()
    second = call.ear
    assert "¿Sigue ahí?" in first
    assert "marque uno" in second
    assert len({first, second, "¿Hay heridos?"}) == 3
    call.keep_silent()
    assert call.operator_leg().text == OPERATOR
    assert the_conversation().handover_reason == "silence"


def test_silence_is_forgotten_when_the_caller_speaks(call: PhoneCall) -> None:
    call.keep_silent().keep_silent().say("aquí estoy").keep_silent()
    assert call.gather is not None


def test_not_understood_offers_keys_then_a_person(call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "me chocaron", "¿Hay heridos?", expects="injuries")
    lost = {"understood": {}, "intent": "nlu_fallback", "expects": "injuries"}
    for i in range(3):
        rasa.script[f"brzz {i}"] = ([f"No le entendí ({i})."], lost)
    call.say("me chocaron").say("brzz 0")
    assert "No le entendí" in call.ear
    call.say("brzz 1")
    assert "marque uno" in call.ear
    call.say("brzz 2")
    assert call.operator_leg().text == OPERATOR
    assert the_conversation().handover_reason == "misunderstood"


def test_what_was_heard_badly_is_confirmed(call: PhoneCall, rasa: RasaStandIn) -> None:
    call.say("choque con una camioneta", confidence=0.2)
    assert call.ear.startswith("Le entendí: choque con una camioneta.")
    assert rasa.texts == []
    call.say("sí, así es")
    assert rasa.texts == ["choque con una camioneta"]


def test_what_was_heard_wrong_is_asked_again(call: PhoneCall, rasa: RasaStandIn) -> None:
    call.say("coche con una ensalada", confidence=0.2).press("2")
    assert "otra vez" in call.ear
    call.say("choqué con una camioneta")
    assert rasa.texts == ["choqué con una camioneta"]


def test_a_correction_instead_of_yes_or_no_is_taken(call: PhoneCall, rasa: RasaStandIn) -> None:
    call.say("coche con ensalada", confidence=0.2).say("no, le dije que choqué con una camioneta blanca")
    assert rasa.texts == ["no, le dije que choqué con una camioneta blanca"]


def test_danger_is_never_held_up(call: PhoneCall, rasa: RasaStandIn) -> None:
    call.say("hay dos heridos", confidence=0.1)
    assert rasa.texts == ["hay dos heridos"]


def test_without_confidence_nothing_is_doubted(call: PhoneCall, rasa: RasaStandIn) -> None:
    call.say("me chocaron", confidence=None).say("me pegaron", confidence=0.0)
    assert rasa.texts == ["me chocaron", "me pegaron"]


def test_goodbye_ends_the_call(call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "adiós", "Que le vaya bien.", intent="goodbye", expects=None)
    call.say("adiós")
    assert call.ended


def test_the_same_turn_again_gets_the_same_answer(call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "me chocaron", "¿Hay heridos?", expects="injuries")
    action = call.gather.attrib["action"]
    call.say("me chocaron")
    first = call.document
    call.request(action, SpeechResult="me chocaron", Confidence="0.92")
    assert call.document == first
    assert rasa.texts == ["me chocaron"]


def test_a_withheld_number_may_report_too(webhooks: Webhooks, rasa: RasaStandIn) -> None:
    for _ in range(2):
        PhoneCall(webhooks, "+266696687").start().say("me chocaron")
    with transaction() as session:
        assert len({c.id for c in session.scalars(select(Conversation))}) == 2


def test_unsigned_calls_are_refused(webhooks: Webhooks) -> None:
    for path in ("", "/status", "/fallback", "/whisper", "/accept", "/dial", "/recording"):
        response = webhooks.client.post(f"/webhooks/twilio/voice{path}", data={"CallSid": "CA1"})
        assert response.status_code == 403, path
    assert webhooks.post("/webhooks/twilio/voice", {"From": LAURA}).status_code == 422


def test_strange_input_does_no_harm(call: PhoneCall) -> None:
    call.say("<Response><Hangup/></Response> & \x00\x1b", confidence=0.1)
    assert call.gather is not None
    call.say("a" * 5000)
    assert call.gather is not None
