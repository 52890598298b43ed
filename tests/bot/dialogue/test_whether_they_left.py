"""Where another side is known, whether it left is asked once, and no more than that is taken from the answer."""

import pytest
from test_turns import CRASH, POLICIES, facts, take

from stage import Book, Stage  # isort: skip

ALONE = CRASH.replace("me pegó un camión", "choqué")


@pytest.fixture
def caller():
    return Stage(facts, Book(POLICIES))


def to_the_others(caller, opening=CRASH):
    caller.say(opening, "report_loss")
    take(caller, "yo", "Laura Méndez", "3318452290")
    assert caller.state["expects"] == "third_parties"
    return caller


@pytest.mark.parametrize("answer,fled", [
    ("sí", False), ("no", True), ("aquí sigue", False), ("ya se peló", True), ("sí, es un camión de la basura", None),
    ("no sé", None), ("no hay otro vehículo", None), ("se orilló y estamos esperando los dos", False),
])  # fmt: skip
def test_whether_the_others_left_is_taken_and_nothing_else(caller, answer, fled):
    to_the_others(caller).say(answer, "inform")
    others = caller.state["claim"]["third_parties"]
    assert (others["any"], others["fled"]) == (True, fled)
    assert caller.state["expects"] == "authorities"


def test_it_is_asked_in_words_of_its_own_and_again_after_a_digression(caller):
    to_the_others(caller)
    assert any("¿El otro vehículo sigue ahí o se fue?" in line for line in caller.log)
    take(caller, "¿cuánto tarda el ajustador?")
    assert caller.state["expects"] == "third_parties"


def test_who_was_not_there_after_all_is_nobody(caller):
    caller.say(
        "me pegaron por atrás en un alto en avenida Patria 300 en Zapopan, sin heridos, póliza 1042587", "report_loss"
    )
    take(caller, "yo", "Laura Méndez", "3318452290")
    take(caller, "no, fue un poste nada más")
    assert caller.state["claim"]["third_parties"]["any"] is False


def test_who_tells_it_beforehand_is_not_asked(caller):
    caller.say(CRASH.replace("me pegó un camión", "me pegó un camión y se peló"), "report_loss")
    take(caller, "yo", "Laura Méndez", "3318452290")
    assert caller.state["expects"] == "authorities"


def test_first_who_it_was_and_then_whether_he_left(caller):
    caller.say(ALONE, "report_loss")
    take(caller, "se me fueron los frenos", "yo", "Laura Méndez", "3318452290", "sí, un taxi")
    assert caller.state["expects"] == "third_parties"
    take(caller, "sí, un taxi")
    assert caller.state["expects"] == "authorities"
    assert caller.state["claim"]["third_parties"]["fled"] is None


@pytest.mark.parametrize("told,parked", [
    ("amaneció sin llantas", True),
    ("anoche le robaron los espejos, no oímos nada, lo dejé afuera de la casa", True),
    ("me robaron los espejos en el alto, yo iba manejando", False),
])  # fmt: skip
def test_a_car_that_stood_alone_is_parked_without_asking(caller, told, parked):
    caller.say(f"{told}, fue en avenida Patria 300 en Zapopan, póliza 1042587", "report_loss")
    assert caller.state["claim"]["details"].get("vehicle_parked") is parked


def test_parts_that_were_taken_without_violence_were_taken_of_a_parked_car(caller):
    caller.say("me robaron las llantas en avenida Patria 300 en Zapopan, nadie herido, póliza 1042587", "report_loss")
    take(caller, "Laura Méndez", "3318452290", "anoche", "no")
    assert caller.state["claim"]["details"]["vehicle_parked"] is True
