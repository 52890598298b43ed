"""A chat over the real application and database, with a stand-in for Rasa."""

import socket
from collections.abc import Iterator
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from tests.rasa_stand_in import RasaStandIn, serving


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def rasa() -> Iterator[RasaStandIn]:
    with serving(RasaStandIn(free_port())) as stand_in:
        yield stand_in


@pytest.fixture
def client(database: str, rasa: RasaStandIn, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    from cabina.app import create_app
    from common.settings import settings

    monkeypatch.setenv("CABINA_RASA_URL", rasa.url)
    settings.cache_clear()
    with TestClient(create_app()) as client:
        yield client
    monkeypatch.undo()
    settings.cache_clear()


class Chat:
    """A person on the web chat."""

    def __init__(self, client: TestClient) -> None:
        opened = client.post("/api/v1/conversations", json={})
        assert opened.status_code == 201
        self.client, self.opened = client, opened.json()
        self.id, self.token = self.opened["id"], self.opened["token"]
        self.headers = {"Authorization": f"Bearer {self.token}"}

    def send(self, text: str | None = None, **body: object) -> Response:
        body = {"client_message_id": str(uuid4())} | body
        if text is not None:
            body["text"] = text
        return self.client.post(f"/api/v1/conversations/{self.id}/messages", json=body, headers=self.headers)

    def say(self, text: str, **body: object) -> list[str]:
        answer = self.send(text, **body)
        assert answer.status_code == 200, answer.text
        return [message["text"] for message in answer.json()["messages"]]

    def read(self) -> dict:
        return self.client.get(f"/api/v1/conversations/{self.id}", headers=self.headers).json()


@pytest.fixture
def chat(client: TestClient) -> Chat:
    return Chat(client)
