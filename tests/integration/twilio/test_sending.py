"""Messages out: once each, in order, by the right way, whatever Twilio answers."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from channels.conversations import store
from channels.conversations.tables import Conversation, Message
from channels.twilio import texts
from channels.twilio.tables import Contact, Send
from common import clock
from common.database import transaction
from tests.rasa_stand_in import RasaStandIn
from tests.twilio_simulator import SimulatedTwilio, Webhooks
from tests.twilio_simulator.account import BROKEN, BROKEN_AFTER, CUT, CUT_AFTER, RATE_LIMITED, Fault

LAURA = "whatsapp:+523318452290"
LAURA_SMS = "+523318452290"
Work = Callable[[], None]


def say(words: str, channel: str | None = None) -> int:
    """Queue something in the only conversation; returns the message's id."""
    with transaction() as session:
        conversation = session.scalars(select(Conversation)).one()
        return store.say(session, conversation, "operator", words, channel=channel).id


def outgoing() -> list[Message]:
    with transaction() as session:
        return list(session.scalars(select(Message).where(Message.direction == "outbound").order_by(Message.id)))


def sends() -> list[Send]:
    with transaction() as session:
        return list(session.scalars(select(Send).order_by(Send.id)))


def close_window() -> None:
    with transaction() as session:
        for contact in session.scalars(select(Contact)):
            contact.last_inbound_at = clock.now() - timedelta(hours=25)


@pytest.fixture
def quiet(webhooks: Webhooks, work: Work, twilio: SimulatedTwilio) -> SimulatedTwilio:
    """Laura wrote on WhatsApp and was answered; what follows is the test's own."""
    webhooks.message(LAURA, "choqué")
    work()
    twilio.account.messages.clear()
    return twilio


@pytest.fixture
def quiet_sms(webhooks: Webhooks, work: Work, twilio: SimulatedTwilio) -> SimulatedTwilio:
    webhooks.message(LAURA_SMS, "choque")
    work()
    twilio.account.messages.clear()
    return twilio


@pytest.mark.parametrize(
    "fault", [RATE_LIMITED, BROKEN, CUT, Fault(503), BROKEN_AFTER, CUT_AFTER, Fault(504, None, True)]
)
def test_what_passes_is_tried_again_and_goes_once(
    quiet: SimulatedTwilio, work: Work, make_due: Work, fault: Fault
) -> None:
    quiet.account.faults.append(fault)
    say("Ya va el ajustador.")
    work()
    assert outgoing()[-1].delivery == "sending"
    assert outgoing()[-1].error
    make_due()
    work()
    assert quiet.account.to(LAURA) == ["Ya va el ajustador."]
    assert (outgoing()[-1].delivery, outgoing()[-1].error) == ("sent", None)


def test_order_survives_failures(quiet: SimulatedTwilio, work: Work, make_due: Work) -> None:
    quiet.account.faults += [BROKEN_AFTER, RATE_LIMITED, CUT_AFTER, BROKEN]
    for i in range(4):
        say(f"mensaje {i}")
    for _ in range(5):
        work()
        make_due()
    assert quiet.account.to(LAURA) == [f"mensaje {i}" for i in range(4)]


def test_equal_messages_are_not_taken_for_one_another(quiet: SimulatedTwilio, work: Work, make_due: Work) -> None:
    say("Hola.")
    work()
    quiet.account.faults += [BROKEN]
    say("Hola.")
    work()
    make_due()
    work()
    assert quiet.account.to(LAURA) == ["Hola.", "Hola."]
    assert len({send.sid for send in sends()}) == len(sends())


def test_killed_between_the_request_and_its_note(
    quiet: SimulatedTwilio, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    from channels.twilio import sending

    class Killed(BaseException):
        """As SIGKILL: nothing after it runs."""

    def die(*_: object, **__: object) -> None:
        raise Killed

    message_id = say("Ya va el ajustador.")
    with transaction() as session:
        conversation_id = session.get_one(Message, message_id).conversation_id
    with monkeypatch.context() as patch:
        patch.setattr(sending, "_accepted", die)
        with pytest.raises(Killed):
            asyncio.run(sending.send_queued(conversation_id))
    assert sends()[-1].unsure
    asyncio.run(sending.send_queued(conversation_id))
    assert quiet.account.to(LAURA) == ["Ya va el ajustador."]
    assert sends()[-1].sid == quiet.account.messages[-1].sid


def test_the_receipt_tells_of_a_lost_answer(
    quiet: SimulatedTwilio, webhooks: Webhooks, work: Work, make_due: Work
) -> None:
    quiet.account.faults.append(CUT_AFTER)
    say("Ya va el ajustador.")
    work()
    sent = quiet.account.messages[-1]
    assert webhooks.receipt(sent.status_callback or "", sent.sid, "delivered", LAURA).status_code == 204
    assert outgoing()[-1].delivery == "delivered"
    requests = quiet.account.requests
    make_due()
    work()
    assert quiet.account.requests == requests


@pytest.mark.parametrize(("code", "words"), [(21211, "no existe"), (21610, "pidió no recibir"), (30034, "registrado")])
def test_what_cannot_pass_is_shown_to_people(quiet: SimulatedTwilio, work: Work, code: int, words: str) -> None:
    quiet.account.refused_numbers[LAURA_SMS] = code
    say("Ya va el ajustador.")
    say("Llega en diez minutos.")
    work()
    message = outgoing()[-1]
    assert (message.delivery, message.error_code) == ("failed", str(code))
    assert words in (message.error or "")
    with transaction() as session:
        conversation = session.scalars(select(Conversation)).one()
        assert (conversation.needs_person, conversation.handover_reason) == (True, "undelivered")


def test_bad_credentials_hold_messages_back(quiet: SimulatedTwilio, work: Work, make_due: Work) -> None:
    quiet.account.faults.append(Fault(401, 20003))
    say("Ya va el ajustador.")
    work()
    assert "credenciales" in (outgoing()[-1].error or "")
    make_due()
    work()
    assert quiet.account.to(LAURA) == ["Ya va el ajustador."]


def test_it_gives_up_in_the_end(quiet: SimulatedTwilio, work: Work, make_due: Work) -> None:
    quiet.account.fault_rate = 0
    quiet.account.faults += [BROKEN] * 30
    say("Ya va el ajustador.")
    for _ in range(13):
        work()
        make_due()
    assert outgoing()[-1].delivery == "failed"


def test_outside_the_window_goes_a_template(quiet: SimulatedTwilio, work: Work, configured: pytest.MonkeyPatch) -> None:
    from common.settings import settings

    configured.setenv("TWILIO_WHATSAPP_TEMPLATE", "HX1")
    settings.cache_clear()
    close_window()
    say("Ya va\nel ajustador.")
    work()
    sent = quiet.account.messages[-1]
    assert (sent.content_sid, sent.content_variables, sent.body) == ("HX1", '{"1": "Ya va el ajustador."}', "")


def test_outside_the_window_without_a_template_goes_an_sms(quiet: SimulatedTwilio, work: Work) -> None:
    close_window()
    say("Ya va el ajustador.")
    work()
    assert quiet.account.to(LAURA_SMS) == ["Ya va el ajustador."]


def test_a_receipt_that_says_63016_brings_the_other_way(quiet: SimulatedTwilio, webhooks: Webhooks, work: Work) -> None:
    say("Ya va el ajustador.")
    work()
    sent = quiet.account.messages[-1]
    webhooks.receipt(sent.status_callback or "", sent.sid, "failed", LAURA, 63016)
    work()
    assert quiet.account.to(LAURA_SMS) == ["Ya va el ajustador."]
    assert outgoing()[-1].delivery == "sent"
    again = quiet.account.messages[-1]
    webhooks.receipt(again.status_callback or "", again.sid, "delivered", LAURA_SMS)
    assert outgoing()[-1].delivery == "delivered"


def test_after_a_stop_nothing_goes_unasked(quiet: SimulatedTwilio, webhooks: Webhooks, work: Work) -> None:
    webhooks.message(LAURA, "ALTO")
    say("Ya va el ajustador.")
    work()
    assert "Ya va el ajustador." not in quiet.account.to(LAURA)
    assert outgoing()[-1].error_code == "21610"


def test_a_long_body_goes_in_parts_at_sentence_ends(quiet: SimulatedTwilio, work: Work) -> None:
    say("El ajustador llegará en unos minutos. " * 90)
    work()
    parts = quiet.account.to(LAURA)
    assert len(parts) == 3
    assert all(len(part) <= 1600 and part.endswith(".") for part in parts)


def test_sms_keeps_to_plain_letters_and_counts_its_cost(
    quiet_sms: SimulatedTwilio, work: Work, configured: pytest.MonkeyPatch
) -> None:
    from common.settings import settings

    configured.setenv("TWILIO_SMS_SEGMENT_PRICE", "1.25")
    settings.cache_clear()
    say("El ajustador ya está en camino y llegará aproximadamente a las 14:30. " * 4)
    work()
    send = sends()[-1]
    assert quiet_sms.account.to(LAURA_SMS) == [send.body]
    assert "está" not in send.body
    assert (send.encoding, send.segments, send.price) == ("gsm-7", 2, Decimal("2.50"))
    assert outgoing()[-1].segments == 2


def test_receipts_late_repeated_and_out_of_order(quiet: SimulatedTwilio, webhooks: Webhooks, work: Work) -> None:
    say("Ya va el ajustador.")
    work()
    sent = quiet.account.messages[-1]
    for status, expected in [
        ("delivered", "delivered"),
        ("sent", "delivered"),
        ("read", "read"),
        ("delivered", "read"),
        ("failed", "read"),
    ]:
        webhooks.receipt(sent.status_callback or "", sent.sid, status, LAURA)
        assert outgoing()[-1].delivery == expected


def test_receipts_that_mean_nothing(webhooks: Webhooks, quiet: SimulatedTwilio) -> None:
    path = "/webhooks/twilio/status"
    assert webhooks.receipt(path, "SMunknown", "delivered", LAURA).status_code == 204
    assert webhooks.receipt(f"{path}?send=999999", "SMunknown", "delivered", LAURA).status_code == 204
    assert webhooks.receipt(path, "SM1", "exploded", LAURA).status_code == 422
    assert webhooks.post(path, {}).status_code == 422
    assert webhooks.client.post(path, data={"MessageSid": "SM1", "MessageStatus": "delivered"}).status_code == 403


def test_the_first_words_say_who_answers(
    webhooks: Webhooks, work: Work, twilio: SimulatedTwilio, rasa: RasaStandIn
) -> None:
    webhooks.message(LAURA_SMS, "hola")
    work()
    first = twilio.account.to(LAURA_SMS)[0]
    assert first == texts.INTRODUCTION["sms"]
    assert len(first) <= 160
