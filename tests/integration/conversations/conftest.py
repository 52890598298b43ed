"""A chat over the real application and database, with a stand-in for Rasa."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from fastapi import FastAPI
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
def client(database: str, rasa: RasaStandIn, application: FastAPI) -> Iterator[TestClient]:
    """A client without credentials of the whole application."""
    with TestClient(application) as client:
        yield client


@pytest.fixture
def live(database: str, rasa: RasaStandIn, application: FastAPI) -> Iterator[Client]:
    """The same over a real connection."""
    with serving(application) as url, Client(base_url=url, timeout=15) as client:
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


@pytest.fixture(scope="module")
def browser() -> Iterator["playwright.Browser"]:  # noqa: F821
    """Chromium."""
    from tests.integration.conversations.chat_page import BROWSER, playwright

    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def context(browser, live):
    """A browser of a telephone's size."""
    from tests.integration.conversations.chat_page import PHONE

    made = browser.new_context(viewport=PHONE, locale="es-MX", base_url=str(live.base_url), has_touch=True)
    made.set_default_timeout(8000)
    yield made
    made.close()


@pytest.fixture
def page(context):
    """The page, greeted; nothing fails in it and nothing comes from elsewhere."""
    from tests.integration.conversations.chat_page import expect

    page = context.new_page()
    page.faults, page.hosts = [], set()
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda line: page.faults.append(line.text) if "Content Security" in line.text else None)
    page.on("request", lambda request: page.hosts.add(re.sub(r"^(blob:)?https?://([^/]+).*", r"\2", request.url)))
    page.goto("/")
    expect(page.get_by_role("button", name="Tuve un choque")).to_be_visible()
    yield page
    assert page.faults == []
    assert len(page.hosts) == 1, "nothing comes from elsewhere"
