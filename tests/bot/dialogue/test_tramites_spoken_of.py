"""A trámite is what goes on being spoken of: its papers and its telephone, not those of a crash."""

import json

import pytest
from stage import Book, Stage
from test_turns import CRASH, POLICIES, facts, reported


@pytest.fixture
def caller():
    return Stage(facts, Book(json.loads(json.dumps(POLICIES))))


def said(stage, text, intent):
    return "\n".join(message["text"] for message in stage.say(text, intent))


def test_papers_are_those_of_the_tramite(caller):
    caller.say("quiero saber cómo va mi trámite", "tramite_follow_up")
    assert "5228 7000" in said(caller, "no sé el folio, es la cancelación del seguro", "dont_know")
    assert "formato de cancelación" in said(caller, "¿y qué papeles llevo?", "ask_documents")


def test_papers_of_a_loss_are_the_losss(caller):
    caller.say("quiero saber cómo va mi trámite", "tramite_follow_up")
    caller.say("no sé el folio, es la cancelación del seguro", "dont_know")
    assert "formato de cancelación" not in said(caller, "¿qué papeles piden si me robaron el carro?", "ask_documents")


def test_papers_after_a_report_are_the_reports(caller):
    caller.say("quiero saber cómo va mi trámite", "tramite_follow_up")
    caller.say("no sé el folio, es la cancelación del seguro", "dont_know")
    reported(caller)
    assert "formato de cancelación" not in said(caller, "¿y qué papeles llevo?", "ask_documents")


def test_whoever_says_to_be_somebodys_sister_reports(caller):
    caller.say(
        f"habla Jorge Ibarra, {CRASH.replace('choqué', 'chocaron').replace('me pegó', 'nos pegó')}", "report_loss"
    )
    caller.say("soy su hermana Ana Ibarra, 5512341234", "inform")
    assert caller.state["claim"]["reporter"]["name"] == "Ana Ibarra"


@pytest.mark.parametrize(("text", "detained"), [
    ("mi hermano chocó y lo trae la policía en la patrulla", True),
    ("mi hijo chocó y lo tienen los municipales en la patrulla", True),
    ("choqué y ya llegó la patrulla", None),
])  # fmt: skip
def test_who_is_in_the_patrol_car_is_held(caller, text, detained):
    caller.say(text, "report_loss")
    assert caller.state["claim"]["details"].get("detained") is detained
