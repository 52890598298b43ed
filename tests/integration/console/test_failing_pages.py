"""What fails here is told kindly to a person, and as a problem to a program."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from console.dispatch import store
from console.security import HEADERS


@pytest.fixture
def quiet(app_client, signed_in):
    """A signed-in browser that gets the answer to what fails, as a real one would."""
    visitor = signed_in()
    quiet = TestClient(app_client.app, raise_server_exceptions=False, follow_redirects=False)
    quiet.portal = app_client.portal
    quiet.cookies = visitor.client.cookies
    return quiet


@pytest.mark.parametrize(
    ("error", "status", "heading"),
    [
        (RuntimeError("secret"), 500, "Algo salió mal"),
        (OperationalError("SELECT secret", {}, Exception()), 503, "Un momento, por favor"),
    ],
)
def test_a_failing_page_is_a_page(quiet, monkeypatch, error, status, heading):
    def fail(_):
        raise error

    monkeypatch.setattr(store, "waiting", fail)
    answer = quiet.get("/console/dispatch", headers={"accept": "text/html"})
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert HEADERS.items() <= dict(answer.headers).items()
    assert f"<h1>{heading}</h1>" in answer.text
    assert "secret" not in answer.text
    program = quiet.get("/console/dispatch", headers={"accept": "application/json"})
    assert (program.status_code, program.headers["content-type"]) == (status, "application/problem+json")


def test_a_failing_api_answers_a_problem_to_browsers_too(quiet, monkeypatch):
    from policy_backend.policies import store as policies

    monkeypatch.setattr(policies, "policy_by_number", lambda *_: 1 / 0)
    answer = quiet.get("/api/v1/policies/1042587", headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
