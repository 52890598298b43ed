"""A chat over the real application and database, with a stand-in for Rasa."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from httpx import Client, Response

from tests.rasa_stand_in import RasaStandIn, rasa_stand_in
from tests.serving import serving


@pytest.fixture
def rasa(monkeypatch: pytest.MonkeyPatch) -> Iterator[RasaStandIn]:
    """The stand-in that the settings point at."""
    from common.settings import settings

    with rasa_stand_in() as stand_in:
        monkeypatch.setenv("CABINA_RASA_URL", stand_in.url)
        settings.cache_clear()
        yield stand_in
        monkeypatch.undo()
        settings.cache_clear()


@pytest.fixture
def client(database: str, rasa: RasaStandIn) -> Iterator[TestClient]:
    """A client without credentials of the whole application."""
    from cabina.app import create_app

    with TestClient(create_app()) as client:
        yield client


@pytest.fixture
def live(database: str, rasa: RasaStandIn) -> Iterator[Client]:
    """The same over a real connection."""
    from cabina.app import create_app

    with serving(create_app()) as url, Client(base_url=url, timeout=15) as client:
        yield client


class Chat:
    """A person on the web chat."""

    def __init__(self, client: TestClient | Client) -> None:
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
