"""Roads: name, kilometre, heading, nearest town. In highways.json a place is wanted whole: else it is empty."""

import json
from pathlib import Path

import pytest
from places import assert_place, assert_same_in_capitals

PLACES = [
    (row["text"], row["place"]) for row in json.loads(Path(__file__).with_name("highways.json").read_text("utf-8"))
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_highways(text, expected):
    assert_place(text, expected)


@pytest.mark.parametrize(("text", "expected"), [pair for pair in PLACES if pair[1]])
def test_highways_in_capitals_without_accents(text, expected):
    assert_same_in_capitals(text, expected)
