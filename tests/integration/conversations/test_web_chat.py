"""The web chat's API: open, write, take up again, and every bad input's defined answer."""

from uuid import uuid4

import pytest


def test_greets_and_asks_what_happened(chat):
    greeting = chat.opened["messages"][0]
    assert "¿Qué pasó?" in greeting["text"]
    assert "911" in greeting["text"]
    assert "persona" in greeting["text"]
    assert greeting["buttons"]
    assert chat.opened["expects"] == "incident_type"


def test_answers_with_what_the_assistant_said_and_asked(chat, rasa):
    rasa.script["choqué"] = (
        [{"text": "¿Hay lesionados?", "buttons": [{"title": "No", "payload": "no"}]}],
        {"expects": "injuries"},
    )
    answer = chat.send("choqué").json()
    assert [m["text"] for m in answer["messages"]] == ["¿Hay lesionados?"]
    assert answer["messages"][0]["buttons"] == [{"title": "No", "payload": "no"}]
    assert answer["expects"] == "injuries"
    assert answer["report_number"] is None
    assert answer["handled_by"] == "assistant"


def test_tells_the_assistant_what_it_needs_to_know(chat, rasa):
    chat.send("hola")
    turn = rasa.heard[0]
    assert turn["sender"] == chat.id
    assert turn["channel"] == "web"
    assert turn["metadata"]["message_id"]
    assert turn["metadata"]["received_at"]


def test_same_client_message_id_same_answer_processed_once(chat, rasa):
    key = str(uuid4())
    first = chat.send("choqué", client_message_id=key).json()
    chat.send("en Zapopan")
    assert chat.send("choqué", client_message_id=key).json() == first
    assert rasa.texts == ["choqué", "en Zapopan"]


def test_report_number_is_told_and_kept(chat, rasa):
    rasa.script["sí"] = (["Su reporte es 26-0000123-0"], {"report_number": "2600001230", "expects": None})
    assert chat.send("sí").json()["report_number"] == "2600001230"
    assert chat.read()["report_number"] == "2600001230"


def test_a_pin_and_a_slash(chat, rasa):
    chat.send(location={"latitude": 20.67, "longitude": -103.39})
    assert rasa.heard[0]["message"] == "(ubicación compartida)"
    assert rasa.heard[0]["metadata"]["location"] == {"latitude": 20.67, "longitude": -103.39}
    chat.send("/restart")
    chat.send(' //greet{"a": 1}')
    assert rasa.texts[1:] == ["restart", 'greet{"a": 1}']
    assert chat.read()["messages"][3]["text"] == "/restart"


@pytest.mark.parametrize("text", ["🚗💥😭", "<script>alert(1)</script>", "I had a car accident", "a" * 10_000, "/"])
def test_odd_texts_are_taken_whole(chat, text):
    assert chat.send(text).status_code == 200
    assert chat.read()["messages"][1]["text"] == text


def test_the_assistant_hears_a_bounded_part_of_a_long_text(chat, rasa):
    chat.send("palabra " * 1200)
    assert len(rasa.heard[0]["message"]) <= 2000


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": ""},
        {"text": " \n\t "},
        {"text": "\x00\u200b"},
        {"text": "a" * 10_001},
        {"location": {"latitude": 91, "longitude": 0}},
        {"location": {"latitude": 20.0}},
        {"location": {"latitude": 20.0, "longitude": "NaN"}},
        {"text": 5},
        {"text": "hola", "client_message_id": "x" * 101},
    ],
)
def test_unusable_bodies_are_refused_with_the_field_at_fault(chat, rasa, body):
    answer = chat.client.post(f"/api/v1/conversations/{chat.id}/messages", json=body, headers=chat.headers)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["errors"]
    assert rasa.heard == []


def test_a_place_abroad_is_taken(chat, rasa):
    assert chat.send(location={"latitude": 40.4, "longitude": -3.7}).status_code == 200


def test_wrong_token_missing_token_unknown_conversation(chat, client):
    path = f"/api/v1/conversations/{chat.id}/messages"
    assert client.post(path, json={"text": "hola"}).status_code == 401
    wrong = client.post(path, json={"text": "hola"}, headers={"Authorization": "Bearer nope"})
    assert wrong.status_code == 403
    for unknown in (str(uuid4()), "not-a-uuid"):
        answer = client.post(f"/api/v1/conversations/{unknown}/messages", json={"text": "x"}, headers=chat.headers)
        assert answer.status_code == 404
        assert answer.json()["type"] == "/problems/conversation-not-found"


def test_a_huge_body_is_refused(chat):
    assert chat.send("a" * 300_000).status_code == 413


def test_takes_up_again_after_a_reload(chat):
    chat.say("choqué")
    again = chat.read()
    assert [m["author"] for m in again["messages"]] == ["assistant", "caller", "assistant"]
    assert again["expects"] == "location"
