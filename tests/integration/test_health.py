"""Alive, ready, measured."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from common.database import transaction
from common.settings import settings
from tests.rasa_stand_in import rasa_stand_in


@pytest.fixture
def client(database, monkeypatch):
    from cabina.app import create_app

    with rasa_stand_in() as rasa:
        monkeypatch.setenv("CABINA_RASA_URL", rasa.url)
        monkeypatch.setenv("CABINA_ACTIONS_URL", f"{rasa.url}/webhook")
        settings.cache_clear()
        with TestClient(create_app()) as client:
            yield client
        monkeypatch.undo()
        settings.cache_clear()


def worker_was_seen(ago: str) -> None:
    with transaction() as session:
        session.execute(text("TRUNCATE procrastinate_workers CASCADE"))
        session.execute(
            text("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - CAST(:ago AS interval))"),
            {"ago": ago},
        )


def test_ready_only_when_every_dependency_is(client):
    worker_was_seen("1 second")
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json()["status"]) == (200, "ready")
    assert ready.json()["dependencies"] == {"database": True, "worker": True, "rasa": True, "actions": True}
    worker_was_seen("5 minutes")
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["dependencies"]["worker"]) == (503, False)


def test_names_what_is_missing_and_stays_alive(client, monkeypatch):
    monkeypatch.setattr(client.app_state["rasa"], "_urls", ["http://127.0.0.1:9"])
    monkeypatch.setattr(settings(), "actions_url", "http://127.0.0.1:9/webhook")
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["dependencies"]["rasa"] is False
    assert answer.json()["dependencies"]["actions"] is False
    assert client.get("/healthz").json() == {"status": "alive"}


def test_measures_turns_without_personal_data(client):
    chat = client.post("/api/v1/conversations", json={}).json()
    path = f"/api/v1/conversations/{chat['id']}/messages"
    client.post(path, json={"text": "soy Laura, 33 1234 5678"}, headers={"Authorization": f"Bearer {chat['token']}"})
    metrics = client.get("/metrics").text
    assert 'cabina_turns_total{channel="web",outcome="answered"}' in metrics
    assert "cabina_turn_seconds_bucket" in metrics
    assert "Laura" not in metrics
    assert chat["id"] not in metrics
