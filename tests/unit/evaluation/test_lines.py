"""Who calls from which number, and whether an opening says most of it."""

import pytest

from scripts.evaluation.dialogues import Held
from scripts.evaluation.lines import as_called, number_of
from tests.conversations.player import Outcome


def test_the_number_that_is_expected_is_the_one_in_use():
    assert number_of({"expect": {"reporter.phone": "+523312345678"}}) == "+523312345678"


@pytest.mark.parametrize("expect", [{}, {"reporter.phone": {"contains": "5678"}}])
def test_callers_without_one_have_each_a_number_of_their_own(expect):
    first, second = number_of({"expect": expect}), number_of({"expect": expect})
    assert first != second and first.startswith("+52") and len(first) == len("+523312345678")


def test_who_calls_from_the_right_number_gives_no_wrong_one_first():
    scenario = {"id": "x", "answers": {"reporter_phone": ["33 0000 0000", "33 1234 5678"], "injuries": ["eh", "no"]}}
    assert as_called(scenario)["answers"] == {"reporter_phone": "33 1234 5678", "injuries": ["eh", "no"]}
    assert scenario["answers"]["reporter_phone"][0] == "33 0000 0000"


@pytest.mark.parametrize(("opening", "asked", "at_once"), [
    ("choqué en …", ["reporter_phone", "drivable", "confirm_report"], True),
    (["choqué en …"], ["driver_name", "confirm_report"], True),
    (["hola", "choqué en …"], ["incident_type", "confirm_report"], False),
    ("choqué en …", ["reporter_phone", "policy_number"], False),
])  # fmt: skip
def test_an_opening_says_most_of_it_where_nothing_of_it_is_asked(opening, asked, at_once):
    assert Held({"opening": opening}, Outcome("x", asked=asked)).told_at_once is at_once
