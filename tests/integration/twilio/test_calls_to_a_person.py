"""A person takes the call: whenever the caller wants one, and on any failure; never a dead line."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from channels.conversations.tables import Conversation, Media
from channels.twilio.voice import api
from common.database import transaction
from tests.integration.twilio.calling import LAURA, OPERATOR, answer, said_by, the_conversation
from tests.rasa_stand_in import RasaStandIn
from tests.twilio_simulator import SimulatedTwilio, Webhooks
from tests.twilio_simulator.phone import PhoneCall

Work = Callable[[], None]


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


def test_the_assistant_may_ask_for_a_person(call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "quiero quejarme", "Entiendo su molestia.", handover={"reason": "complaint"})
    call.say("quiero quejarme")
    assert "Entiendo su molestia." in call.ear
    assert call.operator_leg().text == OPERATOR


def test_nothing_is_asked_of_who_is_put_through(call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "un humano ya", "Ya pedí una persona.", "¿Hay heridos?", handover={"reason": "requested"})
    call.say("un humano ya")
    assert "?" not in call.ear
    assert call.ear.endswith("No cuelgue, por favor.")


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
