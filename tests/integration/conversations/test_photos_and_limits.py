"""Photos, rate limits, and the operators' API."""

from io import BytesIO
from uuid import UUID, uuid4

import pytest
from PIL import Image
from sqlalchemy import func, select

from channels.conversations import media
from channels.conversations.limits import RateLimit
from channels.conversations.tables import Conversation, Media
from common.database import transaction


def photo(kind: str = "JPEG") -> bytes:
    file = BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, kind)
    return file.getvalue()


def send(chat, content: bytes, key: str | None = None, name: str = "choque.jpg"):
    data = {"client_message_id": key} if key else {}
    path = f"/api/v1/conversations/{chat.id}/photos"
    return chat.client.post(path, files={"file": (name, content)}, data=data, headers=chat.headers)


class TestPhotos:
    @pytest.mark.parametrize(
        ("kind", "content_type"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")]
    )
    def test_is_answered_kept_and_shown_again(self, chat, rasa, kind, content_type):
        content = photo(kind)
        assert send(chat, content).json()["messages"]
        assert rasa.heard[0]["message"] == "(foto)"
        item = chat.read()["messages"][1]["media"][0]
        assert rasa.heard[0]["metadata"]["media"] == [{"id": item["id"], "kind": "image"}]
        shown = chat.client.get(f"/api/v1/conversations/{chat.id}/media/{item['id']}", headers=chat.headers)
        assert shown.content == content
        assert shown.headers["content-type"] == content_type
        assert shown.headers["x-content-type-options"] == "nosniff"

    def test_sent_twice_is_kept_once(self, chat, rasa):
        key = str(uuid4())
        first = send(chat, photo(), key).json()
        assert send(chat, photo(), key).json() == first
        assert len(rasa.heard) == 1
        with transaction() as session:
            assert session.scalar(select(func.count()).select_from(Media)) == 1

    @pytest.mark.parametrize("content", [b"", b"<svg onload=alert(1)>", b"%PDF-1.7 x", b"MZ\x90" * 50])
    def test_what_is_no_photo_is_refused_kindly(self, chat, rasa, content):
        answer = send(chat, content, name="photo.jpg")
        assert answer.status_code == 422
        assert "foto" in answer.json()["detail"]
        assert rasa.heard == []

    def test_too_large_is_refused(self, chat, rasa):
        assert send(chat, photo() + b"\0" * media.MAX_BYTES).status_code == 422
        assert send(chat, b"\0" * (12 * 2**20)).status_code == 413
        assert rasa.heard == []

    def test_is_not_shown_to_another_conversation(self, chat, client):
        from tests.integration.conversations.conftest import Chat

        send(chat, photo())
        item = chat.read()["messages"][1]["media"][0]
        other = Chat(client)
        path = f"/api/v1/conversations/{other.id}/media/{item['id']}"
        assert client.get(path, headers=other.headers).status_code == 404


class TestLimits:
    def test_a_conversation_that_floods_is_asked_to_wait_and_loses_nothing(self, chat, rasa):
        chat.client.app_state["chat_limit"] = RateLimit("conversation", 3)
        for words in ("uno", "dos", "tres"):
            assert chat.send(words).status_code == 200
        refused = chat.send("cuatro")
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) > 0
        assert "911" in refused.json()["detail"]
        assert rasa.texts == ["uno", "dos", "tres"]

    def test_an_address_that_opens_too_many_is_asked_to_wait(self, client):
        client.app_state["address_limit"] = RateLimit("address", 2)
        codes = [client.post("/api/v1/conversations", json={}).status_code for _ in range(3)]
        assert codes == [201, 201, 429]


class TestOperatorApi:
    def test_shows_the_queue_and_the_whole(self, chat, rasa, api):
        rasa.script["choqué"] = (["¿Dónde?"], {"understood": {"incident_type": "collision"}, "priority": "urgent"})
        chat.say("choqué")
        items = api.get("/api/v1/operator/conversations", params={"channel": "web", "state": "open"}).json()["items"]
        assert [item["id"] for item in items] == [chat.id]
        assert items[0]["expects"] == "location"
        assert items[0]["priority"] == "urgent"
        whole = api.get(f"/api/v1/operator/conversations/{chat.id}").json()
        assert [line["author"] for line in whole["transcript"]] == ["assistant", "caller", "assistant"]
        assert whole["transcript"][1]["understood"] == {"incident_type": "collision"}
        assert whole["claim"]["incident_type"] == "collision"

    def test_finds_by_address_even_when_the_plus_became_a_space(self, chat, api):
        with transaction() as session:
            session.get_one(Conversation, UUID(chat.id)).address = "+523312345678"
        for written in ("+523312345678", "%20523312345678", "%2B523312345678"):
            found = api.get(f"/api/v1/operator/conversations?address={written}").json()["items"]
            assert [item["id"] for item in found] == [chat.id]
        assert api.get("/api/v1/operator/conversations?address=%2B523300000000").json()["items"] == []

    def test_finds_what_was_said_without_minding_accents_and_endings(self, chat, client, api):
        from tests.integration.conversations.conftest import Chat

        chat.say("Choqué en la glorieta de los Niños Héroes")
        Chat(client).say("se ponchó una llanta")
        for words in ("niños heroes", "GLORIETAS", "choque ninos"):
            found = api.get("/api/v1/operator/conversations", params={"q": words}).json()["items"]
            assert [item["id"] for item in found] == [chat.id], words
        assert api.get("/api/v1/operator/conversations", params={"q": "'); DROP TABLE x --"}).status_code == 200

    def test_pages_without_gap_or_repetition(self, client, api):
        opened = [client.post("/api/v1/conversations", json={}).json()["id"] for _ in range(5)]
        seen, cursor = [], None
        for _ in range(3):
            params = {"limit": 2} | ({"cursor": cursor} if cursor else {})
            body = api.get("/api/v1/operator/conversations", params=params).json()
            seen += [item["id"] for item in body["items"]]
            cursor = body["next"]
        assert seen == opened[::-1]
        assert cursor is None
        assert api.get("/api/v1/operator/conversations?cursor=zzz").status_code == 422

    def test_needs_credentials(self, client):
        assert client.get("/api/v1/operator/conversations").status_code == 401
