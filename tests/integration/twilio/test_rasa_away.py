"""The assistant out of reach: people are told so once, the worker does not try for each word, all is answered later."""

from collections.abc import Callable

from sqlalchemy import select, text

from channels.conversations import store, texts, turn_store
from channels.conversations.model import Claim, Inbound
from channels.conversations.tables import Message
from common.database import transaction
from tests.rasa_stand_in import RasaStandIn
from tests.serving import free_port
from tests.twilio_simulator import SimulatedTwilio, Webhooks

LAURA, PEDRO = "whatsapp:+523318452290", "whatsapp:+523318452291"
Work = Callable[[], None]


def turns_put_down() -> int:
    with transaction() as session:
        query = text("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'conversations:turn'")
        return session.scalar(query)


def test_what_waits_elsewhere_is_not_older(database: str) -> None:
    with transaction() as session:
        one, other = (store.open_conversation(session, "whatsapp")[0] for _ in range(2))
        first = store.receive(session, one, Inbound(text="choqué", provider_id="SM1"))
        assert store.receive(session, other, Inbound(text="me robaron", provider_id="SM2")).older is None
        assert store.receive(session, one, Inbound(text="en Zapopan", provider_id="SM3")).older == first.message.id


def test_one_turn_is_put_down_for_all_that_waits(
    configured, webhooks: Webhooks, rasa: RasaStandIn, twilio: SimulatedTwilio, work: Work, make_due: Work
) -> None:
    from common.settings import settings

    configured.setenv("CABINA_RASA_URL", f"http://127.0.0.1:{free_port()}")
    settings.cache_clear()
    for person in (LAURA, PEDRO):
        webhooks.message(person, "choqué")
        webhooks.message(person, "en Zapopan")
    assert turns_put_down() == 2
    work()
    webhooks.message(LAURA, "¿hola?")
    assert turns_put_down() == 0
    assert twilio.account.to(LAURA)[1:] == [texts.LATE]
    assert twilio.account.to(PEDRO)[1:] == [texts.LATE]

    configured.setenv("CABINA_RASA_URL", rasa.url)
    settings.cache_clear()
    make_due()
    work()
    heard = [(turn["metadata"]["address"], turn["message"]) for turn in rasa.heard]
    assert [said for who, said in heard if LAURA.endswith(who)] == ["choqué", "en Zapopan", "¿hola?"]
    assert [said for who, said in heard if PEDRO.endswith(who)] == ["choqué", "en Zapopan"]
    with transaction() as session:
        assert session.scalars(select(Message).where(Message.error.is_not(None))).all() == []


def test_word_from_the_person_hastens_a_turn_that_failed(webhooks: Webhooks, rasa: RasaStandIn, work: Work) -> None:
    rasa.status = 500
    webhooks.message(LAURA, "choqué")
    work()
    rasa.status = 200
    webhooks.message(LAURA, "¿hola?")
    work()
    assert rasa.texts == ["choqué", "choqué", "¿hola?"]


def test_a_turn_under_way_is_left_alone_while_the_assistant_is_away(database: str) -> None:
    with transaction() as session:
        conversation, _ = store.open_conversation(session, "whatsapp")
        message = store.receive(session, conversation, Inbound(text="choqué", provider_id="SM1")).message
        assert isinstance(turn_store.claim_next(session, conversation.id, 8.0), Claim)
    with transaction() as session:
        turn_store.postpone_oldest(session, conversation.id)
        assert store.replies_to(session, conversation.id, message.id) == []
        store.locked(session, conversation.id).turn_until = None
        turn_store.postpone_oldest(session, conversation.id)
        assert [reply.text for reply in store.replies_to(session, conversation.id, message.id)] == [texts.LATE]
