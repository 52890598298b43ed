"""What callers say, one message each, and what the draft must hold after it: callers.jsonl; people.jsonl, answers to
each question in words that nobody expects; who.jsonl, names, telephones, policies and plates;
corrections.jsonl, what is taken back, from the middle of a report on; hurt.jsonl, who is hurt, told late or put right.

A line: `text`, the `fields` wanted (path → value, {"contains"}, {"any_of"}, {"between"}), the question it answers
(`expects`), what was said `before`, and the `channel`. The first line fixes the clock.
"""

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from stage import Book, Stage, fold
from test_turns import POLICIES, facts

from bot.actions import claim as drafts

FILES = ("callers.jsonl", "people.jsonl", "corrections.jsonl", "who.jsonl", "hurt.jsonl")
HERE = Path(__file__).parent
LINES = [json.loads(line) for name in FILES for line in (HERE / name).read_text("utf-8").splitlines()]
HEADER, ROWS = LINES[0], [line for line in LINES if "text" in line]
# What had been said before the question could be asked.
SAID_BEFORE = {
    "denuncia": "me robaron el coche",
    "violence": "me robaron el coche",
    "stolen_parts": "me robaron unas partes del coche",
    "glass_part": "se me rompió un vidrio",
    "parked": "se inundó mi coche",
}


def bare(value):
    return re.sub(r"[^a-z0-9]", "", fold(str(value)))


def holds(wanted, got):
    if isinstance(wanted, dict) and "between" in wanted:
        first, last = map(datetime.fromisoformat, wanted["between"])
        return isinstance(got, str) and first <= datetime.fromisoformat(got) <= last
    if isinstance(wanted, dict) and "any_of" in wanted:
        return any(holds(one, got) for one in wanted["any_of"])
    if isinstance(wanted, dict) and isinstance(got, list):
        return any(holds(wanted, one) for one in got)
    if isinstance(wanted, dict):
        return got is not None and bare(wanted["contains"]) in bare(got)
    if wanted is None or isinstance(wanted, bool):
        return got is wanted
    return got is not None and (wanted == got or bare(wanted) == bare(got))


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:40] for row in ROWS])
def test_the_draft_holds_what_was_said(row):
    stage = Stage(facts, Book(json.loads(json.dumps(POLICIES))), row["channel"])
    stage.at = HEADER["now"]
    asked = row.get("expects")
    before = row.get("before") or ([SAID_BEFORE.get(asked, "quiero reportar un choque")] if asked else [])
    for text in before:
        stage.say(text)
    if asked:
        stage.slots["memory"] = {**stage.slots["memory"], "expects": asked}
    stage.say(row["text"])
    claim = stage.state["claim"]
    wrong = {path: drafts.get(claim, path) for path, wanted in row["fields"].items()
             if not holds(wanted, drafts.get(claim, path))}  # fmt: skip
    assert not wrong, row["fields"]
