"""Places as people all over Mexico tell them: answers to '¿En dónde fue?' and openings, each with what it tells.

In places_said.json a text is wanted within the field's (folded), a list of them any one; numbers, kinds and the streets
between are wanted as they stand, and null is wanted empty.
"""

import json
import re
from pathlib import Path

import pytest

from bot.nlu.parsers import place
from bot.nlu.parsers.every import find_all
from bot.nlu.parsers.folding import fold

ROWS = json.loads(Path(__file__).with_name("places_said.json").read_text("utf-8"))
_NOT_PLACES = ("vin", "report_number", "phone", "plates", "policy_number", "folio")


def _told(text, answer):
    """The place as the actions take it: of the message, and in an answer to 'where?' read once more as one."""
    facts = find_all(text)
    value = next((f.value for f in facts if f.entity == "place"), {})
    if answer:
        taken = tuple(
            (f.start, f.end)
            for f in facts
            if f.entity in _NOT_PLACES or (f.entity == "person" and f.value["name"] is not None)
        )
        read = place.find(text, taken, answer=True)
        value = {**value, **({k: v for k, v in read[0].value.items() if v not in (None, "", [])} if read else {})}
    return value


def _plain(value):
    return re.sub(r"[^a-z0-9]+", " ", fold(str(value))).strip()


def _holds(field, wanted, got):
    if wanted is None:
        return got in (None, [], "")
    if field in ("kilometer", "kind"):
        return got == wanted
    if field == "between_streets":
        return len(got) == 2 and all(_plain(one) in _plain(two) for one, two in zip(wanted, got, strict=True))
    if field == "number":
        return _plain(got) == _plain(wanted)
    return any(_plain(one) in _plain(got or "") for one in (wanted if isinstance(wanted, list) else [wanted]))


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_what_is_said_of_a_place(row):
    told = _told(row["text"], row["answer"])
    missed = {f: (w, told.get(f)) for f, w in row["place"].items() if not _holds(f, w, told.get(f))}
    assert missed == {}
