"""Calls beyond the telephone: the number by SMS, a call taken up again, a call that moves to WhatsApp."""

from collections.abc import Callable

from channels.twilio import sms, texts
from tests.integration.twilio.calling import LAURA, NUMBER, answer, the_conversation
from tests.rasa_stand_in import RasaStandIn
from tests.twilio_simulator import SimulatedTwilio, Webhooks
from tests.twilio_simulator.phone import PhoneCall

Work = Callable[[], None]


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


def test_what_the_assistant_says_of_the_number_is_not_said_again(call: PhoneCall, rasa: RasaStandIn) -> None:
    told = "Su número de reporte es: 2 6, 0 0 0, 0 1 2 3, 0. Se lo repito: 2 6, 0 0 0, 0 1 2 3, 0."
    sent = "Lo atendió Cabina. También se lo mandamos por mensaje."
    answer(rasa, "sí", "Gracias.", f"{told} {sent}", "No mueva el vehículo.", report_number=NUMBER, expects=None)
    call.say("sí")
    assert call.ear.startswith("Gracias. Anote su número de reporte.")
    assert call.ear.count("2 6") == 2
    assert call.ear.count("por mensaje") == 1
    assert call.ear.endswith("Lo atendió Cabina. No mueva el vehículo.")


def test_who_calls_about_a_report_is_not_read_its_number_first(
    call: PhoneCall, webhooks: Webhooks, rasa: RasaStandIn, work: Work, twilio: SimulatedTwilio
) -> None:
    answer(rasa, "sí", "Listo.", report_number=NUMBER, expects=None)
    stands = "Su reporte 26-0000123-0 está registrado y se está asignando quién lo atiende."
    answer(rasa, "¿ya viene?", stands, report_number=NUMBER, expects=None)
    call.say("sí").hang_up()
    again = PhoneCall(webhooks, LAURA).start()
    assert again.ear.endswith("¿En qué le ayudo?")
    again.say("¿ya viene?")
    assert again.ear == "Su reporte 2 6 0 0 0 0 1 2 3 0 está registrado y se está asignando quién lo atiende."
    work()
    assert len(twilio.account.to(LAURA)) == 1


def test_a_new_call_of_the_same_person_goes_on(webhooks: Webhooks, call: PhoneCall, rasa: RasaStandIn) -> None:
    answer(rasa, "me chocaron", "¿Hay heridos?", expects="injuries")
    call.say("me chocaron").hang_up()
    again = PhoneCall(webhooks, LAURA).start()
    assert "Ya tengo lo que me había dicho" in again.ear
    assert "¿Hay alguien lastimado?" in again.ear
    assert the_conversation().id


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
