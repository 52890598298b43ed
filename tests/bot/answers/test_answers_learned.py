"""The answers that are learned from."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu.answers.examples import made
from bot.nlu.answers.patterns import common, places, questions
from bot.nlu.answers.said import answer, likely
from bot.nlu.told.aspects import Aspects

QUESTIONS = {
    "drivable", "authorities", "third_parties", "licence", "trailer", "parked", "denuncia", "violence", "detained",
    "confirm_policy", "confirm_report", "resume_report", "driver_name", "service",
}  # fmt: skip
PATTERNS = [
    (name, pattern)
    for name, blocks in {**questions(), "common": common()}.items()
    for patterns in blocks.values()
    for pattern in patterns
]


def test_every_question_has_every_kind_of_answer_in_many_words():
    assert set(questions()) == QUESTIONS
    for question, blocks in questions().items():
        counted = Counter(kind for one in made() if (kind := one.to.get(question)))
        assert set(counted) == set(blocks) | {"unknown", "else"}
        assert min(counted.values()) >= 90, question


def test_the_same_answers_every_time():
    assert made() == made()


@pytest.mark.parametrize(("name", "pattern"), PATTERNS)
def test_a_pattern_is_well_formed(name, pattern):
    assert pattern.count("[") == pattern.count("]")
    assert set(re.findall(r"\{(\w+)\}", pattern)) <= set(places())
    assert not re.search(r"\[[^\]]*\[", pattern), "a choice within a choice"


def test_every_alternative_is_said():
    texts = " ".join(one.text for one in made())
    assert all(words in texts for words in ("pal fierro viejo", "petatero", "puro tractor pelón"))


def test_what_is_kept_hears_the_same(answers, tmp_path):
    answers.save(tmp_path)
    text = "quedó pal fierro viejo"
    assert Aspects.load(tmp_path).hear(text) == answers.hear(text)


@settings(deadline=None, derandomize=True)
@given(st.text(max_size=300))
def test_any_text_can_be_heard(answers, text):
    assert all(abs(sum(chances.values()) - 1) < 1e-4 for chances in answers.hear(text).values())


@pytest.mark.parametrize(
    ("chances", "kind"),
    [
        ({}, None),
        ({"yes": 0.3}, None),
        ({"yes": 0.5}, "yes"),
        ({"yes": 0.5, "no": 0.4}, None),
        ({"no": 0.6, "yes": 0.2}, "no"),
        ({"unknown": 0.6, "yes": 0.4}, "unknown"),
    ],
)
def test_an_answer_is_clearly_likelier_than_its_contrary(chances, kind):
    assert answer(chances, 0.4) == kind


def test_only_what_may_be_an_answer_is_told():
    heard = {"drivable": {"yes": 0.9, "no": 0.04, "else": 0.06}, "licence": {"yes": 0.01, "else": 0.99}}
    assert likely(heard) == {"drivable": {"yes": 0.9}}
