"""A console with people in it, and browsers without a screen."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from common.database import transaction
from console.people import store as people
from console.people.model import Role

PASSWORD = "una frase larga y segura"


@pytest.fixture
def app_client(database: str, application: FastAPI) -> Iterator[TestClient]:
    """The running application; other browsers share it through `browser`."""
    with TestClient(application, follow_redirects=False, headers={"accept": "text/html"}) as client:
        yield client


@pytest.fixture
def add_person(database: str) -> Callable[..., str]:
    """Adds a person with PASSWORD; returns the user name."""

    def add(username: str = "sofia", role: Role = Role.OPERATOR, name: str = "Sofía Ramírez Luna", **more: Any) -> str:
        with transaction() as session:
            operator = people.add(session, username=username, full_name=name, role=role, **more)
            people.set_password(session, operator, PASSWORD)
        return username

    return add


class Browser:
    """One browser: its own cookies, and the token of the page it looks at."""

    def __init__(self, app_client: TestClient) -> None:
        self.client = TestClient(app_client.app, follow_redirects=False, headers={"accept": "text/html"})
        self.client._transport = app_client._transport
        self.client.portal = app_client.portal

    def get(self, url: str, **more: Any) -> Any:
        return self.client.get(url, **more)

    def token(self, url: str) -> str:
        """The CSRF token that the page at `url` holds."""
        found = re.search(r'name="csrf"[^>]*?(?:value|content)="([^"]+)"', self.get(url).text)
        assert found, f"no token on {url}"
        return found[1]

    def post(self, url: str, data: dict[str, Any] | None = None, *, on: str = "/console/account", **more: Any) -> Any:
        """Send a form of the page `on`."""
        return self.client.post(url, data={"csrf": self.token(on), **(data or {})}, **more)

    def sign_in(self, username: str, password: str = PASSWORD) -> Any:
        return self.post("/console/login", {"username": username, "password": password}, on="/console/login")


@pytest.fixture
def browser(app_client: TestClient) -> Callable[[], Browser]:
    """Opens a fresh browser."""
    return lambda: Browser(app_client)


@pytest.fixture
def signed_in(browser: Callable[[], Browser], add_person: Callable[..., str]) -> Callable[..., Browser]:
    """Opens a browser in which a new person of `role` has signed in."""

    def enter(username: str = "sofia", role: Role = Role.OPERATOR, name: str = "Sofía Ramírez Luna") -> Browser:
        add_person(username, role, name)
        opened = browser()
        assert opened.sign_in(username).status_code == 303
        return opened

    return enter
