"""What happened and who is hurt in sentences that were never trained on (unseen.jsonl)."""

import json
from pathlib import Path

import pytest

from bot.nlu.parsers import injuries
from bot.nlu.parsers.every import find_all
from bot.nlu.told import heard
from bot.nlu.told.settle import settle

ROWS = [json.loads(line) for line in Path(__file__).with_name("unseen.jsonl").read_text("utf-8").splitlines()]
SETTLED = ("incident", "service", "injuries")


def understood(row, ear):
    """The kind of loss and what is said of people, as the dialogue takes them."""
    text = row["text"]
    facts, what_was_heard = settle(text, [f for f in find_all(text) if f.entity in SETTLED], ear.hear)
    told = {fact.entity: fact.value for fact in facts}
    kind = told.get("incident", {}).get("type")
    people = told.get("injuries")
    if row["expects"] in ("incident_type", "description"):
        kind = kind or heard.guess(what_was_heard)
    if row["expects"] == "injuries":
        people = heard.answer(text, people or injuries.read(text), what_was_heard)
    return kind, people or {"any": None, "count": None}


def share(rows, right):
    return sum(map(right, rows)) / len(rows)


@pytest.mark.parametrize("slice_", ["chat", "sms", "asr"])
def test_what_happened(slice_, ear):
    rows = [row for row in ROWS if row.get("kind") and row["slice"] == slice_]
    assert share(rows, lambda row: understood(row, ear)[0] == row["kind"]) >= 0.9


def test_no_loss_is_made_up(ear):
    rows = [row for row in ROWS if row.get("kind", "") is None]
    assert share(rows, lambda row: understood(row, ear)[0] is None) >= 0.8


@pytest.mark.parametrize("said", [True, False, None])
def test_who_is_hurt(said, ear):
    rows = [row for row in ROWS if row.get("hurt", "") is said]
    assert share(rows, lambda row: understood(row, ear)[1]["any"] is said) >= 0.9


def test_how_many_are_hurt(ear):
    rows = [row for row in ROWS if row.get("count")]
    assert share(rows, lambda row: understood(row, ear)[1]["count"] == row["count"]) >= 0.85
