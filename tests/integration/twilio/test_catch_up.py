"""Messages whose webhooks never got through are found in Twilio's list."""

from collections.abc import Callable

from sqlalchemy import select

from channels.conversations.tables import Media, Message
from channels.twilio.catch_up import take_missed
from common.database import transaction
from tests.rasa_stand_in import RasaStandIn
from tests.twilio_simulator import SimulatedTwilio, Webhooks

LAURA = "whatsapp:+523318452290"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 500
Work = Callable[[], None]


def said() -> list[str | None]:
    with transaction() as session:
        return list(session.scalars(select(Message.text).where(Message.author == "caller").order_by(Message.id)))


def test_a_missed_message_is_taken_and_answered(
    webhooks: Webhooks, twilio: SimulatedTwilio, rasa: RasaStandIn, work: Work
) -> None:
    for age, text in ((200, "choqué"), (100, "estoy en Zapopan")):
        twilio.account.wrote(webhooks.message_form(LAURA, text), age)
    assert [take_missed(), take_missed()] == [2, 0]
    work()
    assert rasa.texts == ["choqué", "estoy en Zapopan"]
    assert twilio.account.to(LAURA)[-1] == "Entendí: estoy en Zapopan"


def test_what_came_by_webhook_is_not_taken_again(webhooks: Webhooks, twilio: SimulatedTwilio) -> None:
    form = webhooks.message_form(LAURA, "choqué")
    twilio.account.wrote(form, 200)
    webhooks.post("/webhooks/twilio/messaging", form)
    assert take_missed() == 0
    assert said() == ["choqué"]


def test_a_late_webhook_of_a_message_taken_changes_nothing(webhooks: Webhooks, twilio: SimulatedTwilio) -> None:
    form = webhooks.message_form(LAURA, "choqué")
    twilio.account.wrote(form, 200)
    take_missed()
    assert webhooks.post("/webhooks/twilio/messaging", form).status_code == 200
    assert said() == ["choqué"]


def test_a_webhook_still_under_way_is_waited_for(webhooks: Webhooks, twilio: SimulatedTwilio) -> None:
    twilio.account.wrote(webhooks.message_form(LAURA, "choqué"), 5)
    assert take_missed() == 0


def test_in_a_storm_the_missed_are_found_far_down(webhooks: Webhooks, twilio: SimulatedTwilio) -> None:
    twilio.account.wrote(webhooks.message_form(LAURA, "choqué"), 200)
    for _ in range(1000):
        twilio.account.wrote(webhooks.message_form(LAURA, "otro"), 5)
    assert take_missed() == 1
    assert said() == ["choqué"]


def test_files_are_taken_too(webhooks: Webhooks, twilio: SimulatedTwilio, work: Work) -> None:
    url = twilio.url + twilio.account.add_media(PNG, "image/png")
    twilio.account.wrote(webhooks.message_form(LAURA, media=[(url, "image/png")]), 200)
    assert take_missed() == 1
    work()
    with transaction() as session:
        assert session.scalars(select(Media)).one().content == PNG


def test_twilio_out_of_reach_is_no_error(webhooks: Webhooks, twilio: SimulatedTwilio) -> None:
    twilio.__exit__()
    assert take_missed() == 0
