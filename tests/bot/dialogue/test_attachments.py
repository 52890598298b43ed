"""Voice notes, photos, files: kept, said so truthfully, and never taken for an answer."""

import pytest
from stage import Stage
from test_turns import CRASH, book, facts, to_the_read_back  # noqa: F401

NOTE = {"id": "1", "kind": "audio"}


@pytest.fixture
def caller(book):  # noqa: F811
    return Stage(facts, book, "whatsapp", "+523318452290")


def test_a_voice_note_goes_to_a_person_and_writing_is_asked_for(caller):
    said = caller.say("(nota de voz)", media=[NOTE])[0]["text"]
    assert "Yo solo leo texto" in said
    assert "una persona de la cabina" in said
    assert caller.state["handover"] == {"reason": "voice_message"}
    assert caller.state["expects"] == "incident_type"
    again = caller.say("(nota de voz)", media=[{**NOTE, "id": "2"}])[0]["text"]
    assert again != said
    assert "nota de voz" in again
    caller.say(CRASH, "report_loss")
    assert caller.state["claim"]["incident_type"] == "collision"
    assert [item["id"] for item in caller.state["claim"]["evidence"]] == ["1", "2"]


def test_a_voice_note_after_the_report_is_heard_too(caller):
    to_the_read_back(caller)
    caller.say("sí")
    said = " ".join(message["text"] for message in caller.say("(nota de voz)", media=[NOTE]))
    assert "nota de voz" in said
    assert caller.state["handover"] == {"reason": "voice_message"}


@pytest.mark.parametrize(("kind", "words"), [("image", "foto"), ("document", "lo que me mandó"), ("video", "mandó")])
def test_what_is_kept_is_called_by_its_name(caller, kind, words):
    caller.say(CRASH, "report_loss")
    assert words in caller.say("(documento)", media=[{"id": "1", "kind": kind}])[0]["text"]
