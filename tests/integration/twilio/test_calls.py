"""Calls: what the caller hears, and that there is always somebody or something at the other end."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from channels.conversations.tables import Conversation, Media, Message
from channels.twilio import sms, texts
from channels.twilio.voice import api, script
from common.database import transaction
from tests.rasa_stand_in import RasaStandIn
from tests.twilio_simulator import SimulatedTwilio, Webhooks
from tests.twilio_simulator.phone import PhoneCall

LAURA = "+523318452290"
OPERATOR = "+523320187628"
NUMBER = "2600001230"
Work = Callable[[], None]


def answer(rasa: RasaStandIn, text: str, *replies: str, **state: Any) -> None:
    """Teach the stand-in what to say to `text`."""
    rasa.script[text] = (list(replies), {"understood": {"text": text}, **state})


@pytest.fixture
def call(webhooks: Webhooks) -> PhoneCall:
    return PhoneCall(webhooks, LAURA).start()


def the_conversation() -> Conversation:
    with transaction() as session:
        return session.scalars(select(Conversation)).one()


def said_by(author: str) -> list[str | None]:
    with transaction() as session:
        return list(session.scalars(select(Message.text).where(Message.author == author).order_by(Message.id)))


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


@pytest.mark.parametrize("how", ["0", "operador", "quiero hablar con una persona, por favor"])
def test_a_person_at_any_time(call: PhoneCall, rasa: RasaStandIn, how: str) -> None:
    call.press(how) if how == "0" else call.say(how)
    assert call.operator_leg().text == OPERATOR
    assert rasa.texts == []
    conversation = the_conversation()
    assert (conversation.needs_person, conversation.handover_reason) == (True, "requested")


def test_the_operator_hears_what_it_is_about(call: PhoneCall, rasa: RasaStandIn, webhooks: Webhooks) -> None:
    claim = {
        "loss": 1,
        "incident_type": "collision",
        "location": {"municipality": "Zapopan"},
        "injuries": {"any": True},
    }
    answer(rasa, "hay heridos", "Marque al 911.", claim=claim, priority="emergency", expects="location")
    call.say("hay heridos").press("0")
    leg = PhoneCall(webhooks, OPERATOR)
    leg.request(call.operator_leg().attrib["url"])
    assert leg.ear == "Emergencia. Choque en Zapopan. Hay lesionados. Para tomar la llamada, marque cualquier tecla."
    leg.press("5")
    assert leg.document.endswith("<Response />") or "<Response></Response>" in leg.document
    call.dial_ends("completed")
    assert call.ended
    assert "Cuídese" in call.ear


@pytest.mark.parametrize("status", ["no-answer", "busy", "failed", "canceled", "completed"])
def test_where_no_one_answers_a_message_is_taken(
    call: PhoneCall, webhooks: Webhooks, twilio: SimulatedTwilio, work: Work, status: str
) -> None:
    call.press("0").dial_ends(status)
    assert "deje su nombre" in call.ear
    assert call.recording is not None
    audio = b"ID3\x03" + b"\0" * 400
    path = twilio.account.add_media(audio, "audio/mpeg")
    fields = {"RecordingSid": "RE1", "RecordingUrl": twilio.url + path, "RecordingDuration": "9"}
    call.request(call.recording.attrib["action"], **fields)
    assert call.ended
    call2 = PhoneCall(webhooks, LAURA, call.sid)
    call2.request("/webhooks/twilio/voice/recording", **fields)
    work()
    with transaction() as session:
        media = session.scalars(select(Media)).one()
        assert (media.content, media.content_type) == (audio, "audio/mpeg")
    assert the_conversation().needs_person


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


def test_the_number_twice_slowly_and_by_message(
    call: PhoneCall, rasa: RasaStandIn, work: Work, twilio: SimulatedTwilio
) -> None:
    answer(
        rasa, "sí", "Listo. Su reporte es 26-0000123-0.", "No mueva el vehículo.", report_number=NUMBER, expects=None
    )
    call.say("sí")
    assert call.ear.count("2 6 0 0 0 0 1 2 3 0") == 2
    assert 'rate="slow"' in call.document
    assert "No mueva el vehículo." in call.ear
    assert "por mensaje" in call.ear
    work()
    assert twilio.account.to(LAURA) == [sms.economical(texts.number_by_message("26-0000123-0"))]
    call.say("gracias")
    assert "2 6" not in call.ear


def test_the_number_is_read_even_if_the_assistant_forgets_it(call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "sí", "Quedó registrado.", report_number=NUMBER, expects=None)
    call.say("sí")
    assert call.ear.count("2 6 0 0 0 0 1 2 3 0") == 2


def test_goodbye_ends_the_call(call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "adiós", "Que le vaya bien.", intent="goodbye", expects=None)
    call.say("adiós")
    assert call.ended


def test_the_assistant_may_ask_for_a_person(call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "quiero quejarme", "Entiendo su molestia.", handover={"reason": "complaint"})
    call.say("quiero quejarme")
    assert "Entiendo su molestia." in call.ear
    assert call.operator_leg().text == OPERATOR


def test_an_emergency_goes_on_with_the_assistant(call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "hay heridos", "Cuelgue y marque al 911.", handover={"reason": "emergency"}, priority="emergency")
    call.say("hay heridos")
    assert call.gather is not None
    assert the_conversation().needs_person


def test_rasa_down_a_person_takes_the_call(call: PhoneCall, rasa: RasaStandIn) -> None:
    rasa.status = 500
    call.say("me chocaron")
    assert call.operator_leg().text == OPERATOR
    assert "quedó guardado" in call.ear
    assert the_conversation().needs_person
    assert "me chocaron" in said_by("caller")


def test_rasa_slow_a_person_takes_the_call_in_time(
    call: PhoneCall, rasa: RasaStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    from channels.twilio.voice import line

    monkeypatch.setattr(line, "DEADLINE", 0.5)
    rasa.seconds = 3
    call.say("me chocaron")
    assert call.operator_leg().text == OPERATOR
    assert call.seconds[-1] < 2


def test_the_database_gone_a_person_takes_the_call(call: PhoneCall, monkeypatch: pytest.MonkeyPatch) -> None:
    async def gone(_: object) -> None:
        raise ConnectionError("no database")

    monkeypatch.setattr(api, "in_transaction", gone)
    call.say("me chocaron")
    assert call.operator_leg().text == OPERATOR
    call.dial_ends("no-answer")
    assert call.recording is not None


def test_the_same_turn_again_gets_the_same_answer(call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "me chocaron", "¿Hay heridos?", expects="injuries")
    action = call.gather.attrib["action"]
    call.say("me chocaron")
    first = call.document
    call.request(action, SpeechResult="me chocaron", Confidence="0.92")
    assert call.document == first
    assert rasa.texts == ["me chocaron"]


def test_a_new_call_of_the_same_person_goes_on(webhooks: Webhooks, call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "me chocaron", "¿Hay heridos?", expects="injuries")
    call.say("me chocaron").hang_up()
    again = PhoneCall(webhooks, LAURA).start()
    assert "Ya tengo lo que me había dicho" in again.ear
    assert "¿Hay alguien lastimado?" in again.ear
    assert the_conversation().id


def test_a_withheld_number_may_report_too(webhooks: Webhooks, rasa: RasaStandIn) -> None:
    for _ in range(2):
        PhoneCall(webhooks, "+266696687").start().say("me chocaron")
    with transaction() as session:
        assert len({c.id for c in session.scalars(select(Conversation))}) == 2


def test_a_dropped_call_leaves_a_draft_and_a_message(
    call: PhoneCall, webhooks: Webhooks, rasa: RasaStandIn, work: Work, twilio: SimulatedTwilio
) -> None:
    answer(rasa, "me chocaron", "¿Hay heridos?", expects="injuries")
    call.say("me chocaron")
    assert call.hang_up().status_code == 204
    assert call.hang_up().status_code == 204
    work()
    assert twilio.account.to(LAURA) == [sms.economical(texts.RESUME)]
    conversation = the_conversation()
    assert (conversation.needs_person, conversation.handover_reason) == (True, "call_dropped")
    webhooks.message(LAURA, "no, nadie")
    work()
    assert rasa.texts == ["me chocaron", "no, nadie"]
    assert twilio.account.to(LAURA)[-1] == "Entendí: no, nadie"
    assert rasa.heard[0]["sender"] == rasa.heard[1]["sender"]


def test_a_finished_call_sends_nothing_more(
    call: PhoneCall, rasa: RasaStandIn, work: Work, twilio: SimulatedTwilio
) -> None:
    answer(rasa, "sí", "Su reporte es 26-0000123-0.", report_number=NUMBER, expects=None)
    call.say("sí").hang_up()
    work()
    assert sms.economical(texts.RESUME) not in twilio.account.to(LAURA)


def test_a_call_without_a_word_sends_nothing(call: PhoneCall, work: Work, twilio: SimulatedTwilio) -> None:
    call.hang_up()
    work()
    assert twilio.account.messages == []


def test_a_call_moves_to_whatsapp(
    call: PhoneCall, webhooks: Webhooks, rasa: RasaStandIn, work: Work, twilio: SimulatedTwilio
) -> None:
    answer(rasa, "me chocaron", "¿En dónde está?", expects="location")
    call.say("me chocaron")
    assert "guátsap" in call.ear
    call.say("mejor por WhatsApp")
    assert "Le mandé un mensaje" in call.ear
    call.hang_up()
    work()
    (link,) = twilio.account.to(LAURA)
    assert "https://wa.me/523341640001?text=" in link
    webhooks.message(f"whatsapp:{LAURA}", Latitude="20.67", Longitude="-103.39")
    work()
    assert rasa.heard[-1]["metadata"]["location"]["latitude"] == 20.67
    assert rasa.heard[-1]["sender"] == rasa.heard[0]["sender"]


def test_whoever_wrote_on_whatsapp_today_is_invited_there(
    webhooks: Webhooks, work: Work, twilio: SimulatedTwilio
) -> None:
    webhooks.message(f"whatsapp:{LAURA}", "hola")
    work()
    PhoneCall(webhooks, LAURA).start().say("por WhatsApp")
    work()
    assert twilio.account.to(f"whatsapp:{LAURA}")[-1] == texts.WHATSAPP_INVITATION


def test_an_operator_who_took_over_gets_the_call(call: PhoneCall, rasa: RasaStandIn) -> None:
    call.say("me chocaron")
    with transaction() as session:
        conversation = session.scalars(select(Conversation)).one()
        conversation.handled_by, conversation.operator_id = "operator", "7"
    call.say("¿hola?")
    assert call.operator_leg().text == OPERATOR
    assert rasa.texts == ["me chocaron"]


def test_the_fallback_is_a_person(call: PhoneCall) -> None:
    call.request("/webhooks/twilio/voice/fallback", ErrorCode="11200")
    assert call.operator_leg().text == OPERATOR


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
