"""What happened and who is hurt in sentences that were never trained on (unseen.jsonl)."""

import json
from pathlib import Path

import pytest
from learned import settled

from bot.nlu.parsers import injuries
from bot.nlu.told import heard

ROWS = [json.loads(line) for line in Path(__file__).with_name("unseen.jsonl").read_text("utf-8").splitlines()]


def understood(row):
    """The kind of loss and what is said of people, as the dialogue takes them."""
    text = row["text"]
    facts, what_was_heard = settled(text)
    told = {fact.entity: fact.value for fact in facts}
    kind = told.get("incident", {}).get("type")
    people = told.get("injuries")
    if row["expects"] in ("incident_type", "description"):
        kind = kind or heard.guess(what_was_heard)
    if row["expects"] == "injuries":
        people = heard.answer(text, injuries.read(text), what_was_heard)
    return kind, people or {"any": None, "count": None}


def share(rows, right):
    return sum(map(right, rows)) / len(rows)


@pytest.mark.parametrize("slice_", ["chat", "sms", "asr"])
def test_what_happened(slice_):
    rows = [row for row in ROWS if row.get("kind") and row["slice"] == slice_]
    assert share(rows, lambda row: understood(row)[0] == row["kind"]) >= 0.9


def test_no_loss_is_made_up():
    rows = [row for row in ROWS if row.get("kind", "") is None]
    assert share(rows, lambda row: understood(row)[0] is None) >= 0.8


@pytest.mark.parametrize("said", [True, False, None])
def test_who_is_hurt(said):
    rows = [row for row in ROWS if row.get("hurt", "") is said]
    assert share(rows, lambda row: understood(row)[1]["any"] is said) >= 0.9


def test_how_many_are_hurt():
    rows = [row for row in ROWS if row.get("count")]
    assert share(rows, lambda row: understood(row)[1]["count"] == row["count"]) >= 0.85


@pytest.mark.parametrize("text,anybody", [
    ("creo que no, yo estoy bien", False), ("yo creo que no, estamos bien", False), ("creo q no, toy bien", False),
    ("pues gracias a Dios no, todos bien", False), ("al parecer nadie, yo ando bien", False),
    ("hasta donde sé no, los dos estamos bien", False), ("creo que no puede mover el brazo", True),
    ("creo que no respira", True), ("creo que se rompió la pierna, yo estoy bien", True),
])  # fmt: skip
def test_a_no_that_is_not_quite_sure(text, anybody):
    assert heard.answer(text, injuries.read(text), settled(text)[1])["any"] is anybody
