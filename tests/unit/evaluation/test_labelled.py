"""The held-out set is well formed, and nothing of it has leaked into what the assistant learns from."""

import re
from pathlib import Path
from typing import Any

import pytest

from scripts.evaluation.labelled import SLICES, conversations, holds, misread, utterances
from tests.conversations.player import folded

ROOT = Path(__file__).resolve().parents[3]
INTENTS = {
    "report_loss",
    "request_assistance",
    "inform",
    "affirm",
    "deny",
    "dont_know",
    "greet",
    "thank",
    "goodbye",
    "ask_why",
    "ask_repeat",
    "correct",
    "ask_coverage",
    "ask_deductible",
    "ask_documents",
    "ask_what_to_do",
    "follow_up_report",
    "add_to_report",
    "cancel_report",
    "new_report",
    "tramite_info",
    "tramite_follow_up",
    "request_person",
    "complaint",
    "ask_privacy",
    "ask_identity",
    "legal_help",
    "wait",
    "out_of_scope",
}
WORDS_THAT_MAY_COINCIDE = 4


def test_there_are_enough_of_each_style() -> None:
    _, rows = utterances()
    assert len(rows) >= 600 and len(conversations()) >= 80
    assert all(sum(row.slice == name for row in rows) >= 100 for name in SLICES)


def test_every_utterance_is_labelled_with_known_words_and_only_once() -> None:
    _, rows = utterances()
    assert {row.intent for row in rows} | {one for row in rows for one in row.intent_also} <= INTENTS
    assert {row.slice for row in rows} <= set(SLICES)
    assert len({row.id for row in rows}) == len(rows)
    assert len({(row.expects, row.text.casefold()) for row in rows}) == len(rows)


def test_every_conversation_can_be_answered_and_judged() -> None:
    played = conversations()
    assert len({one["id"] for one in played}) == len(played)
    for one in played:
        assert one["slice"] in SLICES and one["topic"] and one["max_turns"]
        for pattern in one.get("must_say", []) + one.get("must_not_say", []):
            re.compile(pattern)
        if not one.get("no_report"):
            needed = {"location", "injuries", "reporter_name", "reporter_phone", "driver_name"}
            if "policy.number" not in one["expect"]:  # else the opening may tell it
                needed.add("policy_number")
            assert needed <= set(one["answers"]), one["id"]
            assert one["expect"], one["id"]


def test_no_sentence_is_in_the_training_data() -> None:
    files = [file for file in (ROOT / "bot").rglob("*") if file.suffix in {".yml", ".yaml", ".json", ".txt"}]
    learnt = {_plain(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()}
    learnt |= {folded(row.text) for row in utterances("development")[1]}
    said = [row.text for row in utterances()[1]]
    for one in conversations():
        said += [one["opening"]] if isinstance(one["opening"], str) else one["opening"]
    leaked = [text for text in said if len(text.split()) > WORDS_THAT_MAY_COINCIDE and folded(text) in learnt]
    assert not leaked


def _plain(line: str) -> str:
    """A line of training data as `folded` leaves a sentence: without its bullet and its annotations."""
    return folded(re.sub(r"\[([^\]]*)\](\([^)]*\)|\{[^}]*\})", r"\1", line))


@pytest.mark.parametrize(
    ("wanted", "got", "right"),
    [
        ({"between": ["2026-03-18T16:04:00-06:00", "2026-03-18T16:16:00-06:00"]}, "2026-03-18T22:10:00+00:00", True),
        ({"between": ["2026-03-18T16:04:00-06:00", "2026-03-18T16:16:00-06:00"]}, "2026-03-18T16:20:00-06:00", False),
        ({"between": ["2026-03-18T16:04:00-06:00", "2026-03-18T16:16:00-06:00"]}, None, False),
        ({"contains": "espejo"}, ["espejo izquierdo", "batería"], True),
        ({"any_of": [{"contains": "cancun"}, "Benito Juárez"]}, "benito juarez", True),
        (None, "Volkswagen", False),
        (None, None, True),
        (False, None, False),
        (20, 20.0, True),
    ],
)
def test_a_value_is_judged_as_the_label_says(wanted: Any, got: Any, right: bool) -> None:
    assert holds(wanted, got) is right


def test_what_was_misread_is_named_with_what_was_found() -> None:
    _, rows = utterances("development")
    row = next(row for row in rows if row.fields == {"policy.number": "6100001"})
    assert misread(row, {"policy": {"number": "610 0001"}}) == {}
    assert misread(row, {"policy": {"number": "61"}}) == {"policy.number": "61"}
    assert misread(row, {}) == {"policy.number": None}
