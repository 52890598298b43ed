"""The sentences that are learned from."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu.told.aspects import Aspects
from bot.nlu.told.examples import hear, made
from bot.nlu.told.grammar import patterns, words
from bot.nlu.told.grams import normalized

KINDS = {"collision", "rollover", "run_over", "fire", "weather", "flood", "falling_object", "vandalism",
         "total_theft", "partial_theft", "other", "glass", "tire", "cargo", "roadside_assistance",
         "nothing"}  # fmt: skip


def test_every_kind_of_loss_has_its_sentences():
    counted = Counter(example.kind for example in made())
    assert set(counted) - {None} == KINDS
    assert min(counted[kind] for kind in KINDS) >= 250


def test_the_same_sentences_every_time():
    assert made() == made()


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.text[:40])
def test_a_pattern_is_well_formed(pattern):
    assert pattern.text.count("[") == pattern.text.count("]")
    assert set(re.findall(r"\{(\w+)\}", pattern.text)) <= set(words())
    assert not re.search(r"\[[^\]]*\[", pattern.text), "a choice within a choice"


def test_nothing_of_the_places_is_left_unfilled():
    assert not [example.text for example in made() if re.search(r"[{}\[\]|]", example.text)]


def test_what_is_kept_hears_the_same(ear, tmp_path):
    ear.save(tmp_path)
    text = "me pegó un camión y a mi esposa le duele el cuello"
    assert hear(Aspects.load(tmp_path), text) == hear(ear, text)


@settings(deadline=None, derandomize=True)
@given(st.text(max_size=300))
def test_any_text_can_be_heard(ear, text):
    heard = hear(ear, text)
    assert abs(sum(heard.kind.values()) - 1) < 1e-4
    assert abs(sum(heard.people.values()) - 1) < 1e-4


def test_numbers_are_alike_but_for_none():
    assert normalized("póliza 1042587, ¿0 heridos?") == "poliza 9 ?0 heridos?"
