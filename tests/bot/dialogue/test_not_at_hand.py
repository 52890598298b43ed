"""Asked for a number that is read off a paper: where the paper is says that it is not at hand, and nothing else."""

import pytest
from test_turns import POLICIES, facts, take

from stage import Book, Stage  # isort: skip

CRASH = "choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos"


@pytest.fixture
def caller():
    caller = Stage(facts, Book(POLICIES))
    caller.say(CRASH, "report_loss")
    assert caller.state["expects"] == "policy_number"
    return caller


@pytest.mark.parametrize("answer,intent", [
    ("no, viene en la factura", "tramite_info"), ("no, la dejé en el taller", "inform"),
    ("pues no, está en el corralón", "deny"), ("se quedó en la guantera", "inform"),
    ("no, la trae mi esposo", "inform"),
    ("nel, los papeles están con el licenciado", "legal_help"), ("no tengo otra", "new_report"),
])  # fmt: skip
def test_where_the_paper_is_says_that_it_is_not_at_hand(caller, answer, intent):
    caller.say(answer, intent)
    assert caller.state["expects"] == "plates"
    assert caller.state["intent"] in ("inform", "deny", "dont_know")
    claim = caller.state["claim"]
    assert not claim["details"].get("entrusted") and not claim["details"].get("vehicle_parked")
    assert (claim["location"]["street"], claim["details"].get("landmark")) == ("avenida Patria", None)


@pytest.mark.parametrize("answer,intent", [
    ("no, permítame que la busco", "wait"), ("no, ¿para qué la quieren?", "ask_why"), ("no le entendí", "ask_repeat"),
    ("no, mejor quiero hablar con una persona", "request_person"),
])  # fmt: skip
def test_a_no_that_says_something_else(caller, answer, intent):
    caller.say(answer, intent)
    assert caller.state["expects"] == "policy_number"


def test_a_number_in_words_is_a_number(caller):
    caller.say("no la traigo pero creo que termina en cinco ocho siete", "inform")
    take(caller, "no, la buena es uno cero cuatro dos cinco ocho siete")
    assert caller.state["claim"]["policy"]["found"] is True


def test_a_number_said_again_as_it_was_is_the_one_there_is(caller):
    take(caller, "AX-558201", "sí, AX-558201, es la que viene en la tarjeta")
    assert caller.state["expects"] == "plates"
    assert caller.state["claim"]["policy"]["number"] == "AX-558201"


def test_the_series_number_too(caller):
    take(caller, "no, está en la factura", "JLX-731-A", "un Tiida 2014 blanco")
    assert caller.state["expects"] == "vin"
    caller.say("no, está en la factura", "tramite_info")
    assert caller.state["expects"] == "insured_name"
