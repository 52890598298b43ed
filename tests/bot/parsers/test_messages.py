"""Whole messages as people write and say them, and every fact in them."""

import json
from pathlib import Path

import pytest

from bot.nlu.parsers.every import find_all

MESSAGES = [
    (row["text"], row["facts"]) for row in json.loads(Path(__file__).with_name("messages.json").read_text("utf-8"))
]
# Facts that follow from others and may be found beside those listed.
INFERRED = {
    "parked",
    "third_parties",
    "violence",
    "occupants",
    "cargo",
    "stolen_parts",
    "person",
    "drivable",
    "injuries",
    "denuncia",
    "authorities",
}


def _facts(text):
    facts = {}
    nameless = lambda found: found.entity == "person" and not found.value["name"]  # noqa: E731
    for found in sorted(find_all(text), key=nameless):  # who is named before 'yo manejaba'
        value = found.text if found.entity == "time" else found.value
        facts.setdefault(found.entity, value)
    return facts


@pytest.mark.parametrize(("text", "expected"), MESSAGES)
def test_every_fact_of_a_message(text, expected):
    facts = _facts(text)
    for entity, value in expected.items():
        assert entity in facts, entity
        seen = facts[entity]
        if isinstance(value, dict):
            seen = {key: seen[key] for key in value}
        assert seen == value, entity


@pytest.mark.parametrize(("text", "expected"), MESSAGES)
def test_no_fact_is_made_up(text, expected):
    assert set(_facts(text)) - set(expected) <= INFERRED


@pytest.mark.parametrize(("text", "expected"), MESSAGES)
def test_the_same_facts_in_capitals(text, expected):
    facts = _facts(text.upper())
    for entity in ("incident", "policy_number", "phone", "plates", "inciso", "report_number", "service"):
        assert facts.get(entity) == expected.get(entity), entity
    for entity, key in (
        ("injuries", "any"),
        ("place", "kind"),
        ("place", "municipality"),
        ("place", "kilometer"),
        ("vehicle", "model"),
    ):
        if key in expected.get(entity, {}):
            assert facts[entity][key] == expected[entity][key], key
