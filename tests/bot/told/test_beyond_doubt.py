"""A fact nobody asked for is taken only beyond doubt: 'estoy bien nerviosa' says nothing of who is hurt, 'está tirada'
of a woman nothing of the car. A fact plainly told is taken.
"""

from pathlib import Path

import pytest
from learned import settled

from bot.nlu.parsers import injuries, situation, third_parties
from bot.nlu.told import heard

LINES = (Path(__file__).parent / "beyond_doubt.txt").read_text(encoding="utf-8").splitlines()
ROWS = [
    (asked, *fact.split("="), text)
    for asked, facts, text in (line.split("|", 2) for line in LINES if line and not line.startswith("#"))
    for fact in facts.split()
]
NAMES = {"i": "injuries", "dr": "drivable", "tp": "third_parties", "fl": "third_parties", "au": "authorities",
         "vi": "violence", "pa": "parked", "de": "detained", "k": "incident"}  # fmt: skip
PARTS = {"i": "any", "tp": "any", "fl": "fled", "k": "type"}


def understood(asked, name, text):
    facts, told = settled(text)
    value = next((fact.value for fact in facts if fact.entity == NAMES[name]), None)
    if asked == "injuries":
        value = heard.answer(text, injuries.read(text), told)
    elif asked == "third_parties":
        value = third_parties.read(text)
    elif asked in situation.known():
        value = situation.read(asked, text)
    return value


@pytest.mark.parametrize(("asked", "name", "wanted", "text"), ROWS)
def test_what_is_taken(asked, name, wanted, text):
    value = understood(asked, name, text)
    fact = (value or {}).get(PARTS[name]) if name in PARTS else value
    if name == "k":
        assert fact == wanted
        return
    assert {True: "T", False: "F", None: "N"}[fact] == wanted[0]
    if len(wanted) > 1:
        assert value["count"] == int(wanted[1:])
