"""What custom actions answer is still held to Rasa's schema."""

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

from bot import action_answers


@pytest.fixture
def action(monkeypatch):
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    action_answers.install()
    return RemoteAction("action_report", None)


def test_an_answer_in_form_is_taken(action):
    event = {"event": "slot", "timestamp": None, "name": "draft", "value": {"loss": 1}}
    assert action._validate_action_result({"events": [event], "responses": [{"text": "¿Dónde?"}]})


@pytest.mark.parametrize(
    "answer",
    [{"events": [{"event": "no such"}]}, {"events": [{"event": "restart"}]}, {"responses": "¿Dónde?"}, []],
)
def test_an_answer_out_of_form_is_refused(action, answer):
    with pytest.raises(ValidationError):
        action._validate_action_result(answer)
