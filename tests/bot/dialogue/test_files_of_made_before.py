"""With which report the files go that are sent in a conversation about a report made before.

Intents are given; facts come from the parsers.
"""

import json

import pytest
from stage import Book, Stage
from test_turns import CRASH, POLICIES, facts, reported

FIRST, SECOND = "2600000018", "2600000026"
PHOTO = {"id": "p1", "kind": "image"}


@pytest.fixture
def book():
    book = Book(json.loads(json.dumps(POLICIES)))
    reported(Stage(facts, book))
    book.claims[SECOND] = {**book.claims[FIRST], "report_number": SECOND}
    return book


@pytest.fixture
def later(book):
    """Another conversation, days later."""
    return Stage(facts, book)


def photo(caller, text="(foto)", intent=None):
    return " ".join(message["text"] for message in caller.say(text, intent, media=[PHOTO]))


def test_a_report_that_was_found_gets_them_alone(later):
    later.say(f"mi reporte es {FIRST}, ¿ya viene el ajustador?", "follow_up_report")
    assert later.state["about"] == {"report_number": FIRST, "alone": True}
    assert "26-0000001-8" in photo(later)
    assert later.state["about"] == {"report_number": FIRST, "alone": True}
    later.say("¿qué cubre mi póliza?", "ask_coverage")
    assert later.state["about"] == {"report_number": FIRST, "alone": True}


def test_the_one_spoken_of_last_gets_them(later):
    later.say(f"mi reporte es {FIRST}, ¿ya viene el ajustador?", "follow_up_report")
    later.say(f"¿y el reporte {SECOND}?", "follow_up_report")
    assert later.state["about"]["report_number"] == SECOND


def test_before_any_is_found_they_wait(later):
    photo(later)
    assert later.state["about"] is None
    later.say("¿ya viene el ajustador?", "follow_up_report")
    assert (later.state["expects"], later.state["about"]) == ("report_number", None)
    photo(later, "es el 2600000034", "inform")  # nobody's
    assert later.state["about"] is None
    later.say(FIRST, "inform")
    assert later.state["about"] == {"report_number": FIRST, "alone": True}


@pytest.mark.parametrize("number", ["2600000034", "2600000013"])
def test_one_that_names_another_report_goes_with_none_that_was_found_before(later, number):
    later.say(f"mi reporte es {FIRST}, ¿ya viene el ajustador?", "follow_up_report")
    photo(later, f"agregue esta foto a mi reporte {number}", "add_to_report")
    assert later.state["about"] is None


@pytest.mark.parametrize(("answer", "incident", "about"), [
    ("es otro reporte", "collision", None),
    ("es el mismo", None, {"report_number": FIRST, "alone": True}),
])  # fmt: skip
def test_another_loss_gets_its_own(later, answer, incident, about):
    later.say(f"mi reporte es {FIRST}, ¿ya viene el ajustador?", "follow_up_report")
    photo(later, CRASH, "report_loss")
    assert (later.state["expects"], later.state["about"]) == ("resume_report", None)
    later.say(answer)
    assert later.state["claim"]["incident_type"] == incident
    assert later.state["about"] == about


def test_a_report_of_this_conversation_gets_its_own_but_where_another_is_named(book):
    caller = Stage(facts, book)
    reported(caller)
    photo(caller)
    assert caller.state["about"] is None
    assert caller.state["report_number"] == FIRST
    answer = photo(caller, f"agregue esta foto al reporte {SECOND}, por favor", "add_to_report")
    assert "26-0000002-6" in answer
    assert caller.state["about"] == {"report_number": SECOND, "alone": False}
    photo(caller)
    assert caller.state["about"] is None


def test_nobody_is_given_somebody_elses_report(later):
    later.say(f"mi reporte es {FIRST}, ¿ya viene el ajustador?", "follow_up_report")
    assert later.state["about"]["report_number"] == FIRST
    other = Stage(facts, later.book)
    other.say("deme los datos del reporte de mi vecino", "follow_up_report")
    photo(other)
    assert other.state["about"] is None
