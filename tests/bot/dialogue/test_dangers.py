"""Fuel, smoke and threats told in passing: what to do is said at once, once, and the report goes on."""

import json

import pytest
from stage import Book, Stage
from test_turns import CRASH, POLICIES, facts


@pytest.fixture
def caller():
    return Stage(facts, Book(json.loads(json.dumps(POLICIES))))


def answer(caller, text, intent="inform"):
    return "\n".join(message["text"] for message in caller.say(text, intent))


@pytest.mark.parametrize("text", [
    "oiga y huele a gasolina", "está tirando gasolina", "le sale humo del cofre", "hay una fuga de combustible",
])  # fmt: skip
def test_fuel_and_smoke_are_warned_of_once(caller, text):
    caller.say(CRASH, "report_loss")
    said = answer(caller, text)
    assert "no fume" in said and said.rstrip().endswith("?")
    assert "no fume" not in answer(caller, text)


@pytest.mark.parametrize(
    "text", ["me quiere pegar", "q hago si me kiere golpear", "el señor trae un bat", "me está amenazando"]
)
def test_who_is_threatened_is_told_what_to_do(caller, text):
    caller.say(CRASH, "report_loss")
    assert "seguros puestos" in answer(caller, text)


@pytest.mark.parametrize(
    "text",
    [
        "no huele a gasolina",
        "me quedé sin gasolina",
        "me quiere pagar",
        "mi papá me va a matar",
        "mi esposa me va a matar cuando se entere",
        "ya me voy a pegar al acotamiento",
    ],
)
def test_no_danger_is_made_up(caller, text):
    caller.say(CRASH, "report_loss")
    said = answer(caller, text)
    assert "no fume" not in said and "seguros puestos" not in said


def test_a_robbery_has_its_own_advice(caller):
    assert "seguros puestos" not in answer(caller, "me robaron el carro, me amenazaron con pistola", "report_loss")


def test_a_fire_has_its_own_advice(caller):
    assert "no fume" not in answer(caller, "se está quemando mi carro, le sale humo", "report_loss")
