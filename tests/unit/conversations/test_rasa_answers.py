"""What is read from Rasa: answers of its channel, and answers found in a tracker."""

from channels.conversations.model import Reply
from channels.conversations.rasa import RasaClient, answer_in

STATE = {"expects": "location"}


def user(message_id: str | None) -> dict:
    return {"event": "user", "text": "x", "metadata": {"message_id": message_id} if message_id else {}}


def bot(text: str | None = None, **data: object) -> dict:
    return {"event": "bot", "text": text, "data": data}


def test_finds_the_answer_between_its_message_and_the_next():
    events = [
        user("1"), bot("uno"), bot(custom={"cabina": {}}),
        user("2"), {"event": "action", "name": "x"}, bot("dos", buttons=[{"title": "Sí", "payload": "sí"}]),
        bot(custom={"cabina": STATE}), {"event": "action", "name": "action_listen"},
        user("3"), bot("tres"),
    ]  # fmt: skip
    answer = answer_in(events, "2")
    assert answer.replies == (Reply("dos", ({"title": "Sí", "payload": "sí"},)),)
    assert answer.state == STATE


def test_the_later_hearing_counts_when_a_message_was_heard_twice():
    assert answer_in([user("1"), user("1"), bot("dos")], "1").replies == (Reply("dos"),)


def test_what_introduces_is_said_in_one_breath_with_what_follows():
    lead = bot("Lo lamento.") | {"metadata": {"lead": True}}
    assert answer_in([user("1"), lead, bot("¿Dónde fue?"), bot("Dígame.")], "1").replies == (
        Reply("Lo lamento. ¿Dónde fue?"),
        Reply("Dígame."),
    )
    assert answer_in([user("1"), lead], "1").replies == (Reply("Lo lamento."),)


def test_nothing_for_a_message_never_heard_or_never_answered():
    assert answer_in([user("1"), bot("uno")], "2") is None
    assert answer_in([user("1")], "1") is None
    assert answer_in([user(None), {"event": "user", "metadata": None}, bot("x")], "1") is None
    assert answer_in([], "1") is None


def test_a_conversation_stays_with_its_instance_until_that_one_rests():
    client = RasaClient(["http://a", "http://b", "http://c"])
    own = client._order("x")[0]
    assert all(client._order("x")[0] == own for _ in range(5))
    client._rest(own, 60)
    assert client._order("x")[-1] == own
    assert {client._order(str(n))[0] for n in range(50)} == {"http://a", "http://b", "http://c"} - {own}
