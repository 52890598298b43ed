"""Server-sent events: what is said reaches the chat at once, once, and after a lost connection."""

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text

from channels.conversations import operators, stream
from common.access import Actor
from common.database import engine, transaction
from tests.integration.conversations.conftest import Chat

ANA = Actor("operator", "ana", "Ana Torres")


@pytest.fixture
def talk(live) -> Chat:
    return Chat(live)


class Events(threading.Thread):
    """Collects a conversation's events as (kind, data, id, seconds)."""

    def __init__(self, chat: Chat, after: str | None = None) -> None:
        super().__init__(daemon=True)
        self.chat, self.events, self.comments, self.opened = chat, [], 0, threading.Event()
        self.headers = chat.headers | ({"Last-Event-ID": after} if after else {})
        self.stop = False

    def run(self) -> None:
        url = f"/api/v1/conversations/{self.chat.id}/events"
        with (
            contextlib.suppress(httpx.TransportError),
            self.chat.client.stream("GET", url, headers=self.headers) as response,
        ):
            assert response.headers["content-type"].startswith("text/event-stream")
            fields: dict[str, str] = {}
            for line in response.iter_lines():
                if self.stop:
                    return
                if line.startswith(":"):
                    self.comments += 1
                elif line:
                    name, _, value = line.partition(": ")
                    fields[name] = value
                elif "event" in fields:
                    self.events.append(
                        (fields["event"], json.loads(fields["data"]), fields.get("id"), time.monotonic())
                    )
                    self.opened.set()
                    fields = {}
                else:
                    fields = {}

    def texts(self) -> list[str]:
        return [data["text"] for kind, data, _, _ in self.events if kind == "message"]

    def wait_for(self, condition, seconds: float = 5) -> None:
        until = time.monotonic() + seconds
        while not condition() and time.monotonic() < until:
            time.sleep(0.01)
        assert condition(), self.events


@contextlib.contextmanager
def listening(chat: Chat, after: str | None = None) -> Iterator[Events]:
    events = Events(chat, after)
    events.start()
    assert events.opened.wait(5), "the state comes first"
    yield events
    events.stop = True


def test_an_operators_answer_arrives_at_once(talk):
    with listening(talk) as events:
        with transaction() as session:
            operators.take_over(session, UUID(talk.id), ANA)
        with transaction() as session:
            operators.operator_reply(session, UUID(talk.id), ANA, "Ya va la grúa")
        said = time.monotonic()
        events.wait_for(lambda: "Ya va la grúa" in events.texts())
        assert events.events[-1][3] - said < 0.5
        states = [data for kind, data, _, _ in events.events if kind == "state"]
        assert states[0]["handled_by"] == "assistant"
        assert states[-1] == {
            "expects": "incident_type", "report_number": None, "handled_by": "operator", "operator": "Ana Torres",
        }  # fmt: skip


def test_answers_come_by_both_ways_under_one_id(talk):
    with listening(talk) as events:
        answer = talk.send("choqué").json()["messages"][0]
        events.wait_for(lambda: len(events.texts()) == 1)
        kind, data, event_id, _ = next(event for event in events.events if event[0] == "message")
        assert (kind, data, event_id) == ("message", answer, answer["id"])


def test_resumes_after_the_last_event_seen(talk):
    seen = talk.opened["messages"][0]["id"]
    talk.say("uno")
    talk.say("dos")
    with listening(talk, after=seen) as events:
        events.wait_for(lambda: len(events.texts()) == 2)
        assert events.texts() == ["Entendí: uno", "Entendí: dos"]


def test_begins_with_now_when_nothing_was_seen(talk):
    talk.say("uno")
    with listening(talk) as events:
        talk.say("dos")
        events.wait_for(lambda: events.texts() == ["Entendí: dos"])


def test_beats_while_nothing_happens(talk, monkeypatch):
    monkeypatch.setattr(stream, "HEARTBEAT_SECONDS", 0.1)
    with listening(talk) as events:
        events.wait_for(lambda: events.comments >= 2)


def test_goes_on_after_the_database_drops_the_listener(talk):
    with listening(talk) as events:
        with engine().connect() as connection:
            killed = connection.execute(
                text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN cabina_conv%'")
            ).all()
            assert killed
        talk.say("uno")
        events.wait_for(lambda: events.texts() == ["Entendí: uno"])


@pytest.mark.parametrize("event_id", ["x", "-1", "9" * 30])
def test_an_odd_last_event_id_begins_with_now(talk, event_id):
    with listening(talk, after=event_id) as events:
        talk.say("uno")
        events.wait_for(lambda: events.texts() == ["Entendí: uno"])


def test_needs_the_conversations_own_token(talk):
    url = f"/api/v1/conversations/{talk.id}/events"
    assert talk.client.get(url).status_code == 401
    assert talk.client.get(url, headers={"Authorization": "Bearer x"}).status_code == 403
