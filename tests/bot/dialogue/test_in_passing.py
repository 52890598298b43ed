"""What people say that is no answer: it is not taken for one, and costs nothing of what was told."""

import json

import pytest
from stage import ROOT, Book, Stage
from test_turns import CRASH, facts, take, to_the_read_back

POLICIES = json.loads((ROOT / "policy_backend/policies/demo_book.json").read_text(encoding="utf-8"))["policies"]


@pytest.fixture
def caller():
    return Stage(facts, Book(POLICIES))


def place(stage):
    return stage.state["claim"]["location"]["text"]


@pytest.mark.parametrize(
    "aside", ["ya le hablé al 911", "no había nadie adentro", "estoy muy nerviosa", "el señor dijo que paga", "gracias"]
)
def test_what_is_no_place_is_not_noted_as_one(caller, aside):
    take(caller, "choqué, nadie se lastimó", aside)
    assert place(caller) is None
    assert caller.state["expects"] == "location"


@pytest.mark.parametrize(
    "spot",
    ["no sé bien, por el oxxo de la gasolinera", "ya pasando el puente nuevo", "el rancho de los Méndez", "Tepito"],
)
def test_a_place_in_free_words_is_noted(caller, spot):
    take(caller, "choqué, nadie se lastimó", spot)
    assert place(caller)


def test_an_hour_makes_a_vague_time_exact(caller):
    caller.say("anoche me robaron el carro en avenida Patria 300 en Zapopan", "report_loss")
    vague = caller.state["claim"]["occurred_at"]
    caller.say("fue como a las 3 de la mañana yo creo")
    assert caller.state["claim"]["occurred_at"] != vague
    assert "T03:00" in caller.state["claim"]["occurred_at"]
    assert "occurred_from" not in caller.state["claim"]["details"]


def test_a_word_gives_no_report_up(caller):
    to_the_read_back(caller)
    caller.say("espere", "wait")
    caller.say("ya", "cancel_report")
    assert caller.state["expects"] == "confirm_report"


def test_yes_takes_up_what_was_set_aside(caller):
    to_the_read_back(caller)
    caller.say("mejor ya no, cancélelo", "cancel_report")
    assert caller.state["expects"] is None
    caller.say("sí", "affirm")
    assert caller.state["expects"] == "confirm_report"


def test_a_name_and_a_phone_told_before_they_are_asked(caller):
    take(caller, "choqué en avenida Patria 300 en Zapopan, nadie se lastimó, no tengo la póliza")
    assert caller.state["expects"] == "plates"
    take(caller, "Martín Olvera Ríos")
    take(caller, "4421234567")
    assert caller.state["claim"]["reporter"] == {"name": "Martín Olvera Ríos", "phone": "+524421234567"}
    assert caller.state["claim"]["vehicle"]["plates"] is None
    assert caller.state["expects"] == "vehicle"  # passed over twice, the plates come once more at the end


def test_a_phone_is_put_right_while_another_thing_is_asked(caller):
    caller.say(f"{CRASH}, soy Laura Méndez, mi teléfono es 5598761234", "report_loss")
    caller.say("no, mejor 5598761235")
    assert caller.state["claim"]["reporter"]["phone"] == "+525598761235"


def test_only_the_town_is_asked_where_a_street_is_told(caller):
    said = take(caller, "choqué, nadie se lastimó", "calle Durango 210 int 3 roma norte")
    assert "municipio o ciudad" in said
    assert take(caller, "es en la cuauhtémoc, ciudad de méxico").count("municipio") == 0
    assert caller.state["claim"]["location"]["street"] == "Durango"


def test_a_loss_announced_is_asked_for_and_one_told_is_not(caller):
    assert "pasó" in take(caller, "quiero reportar un percance")
    take(caller, "tuve un percance con otro carro en avenida Patria 300 en Zapopan")
    assert caller.state["claim"]["incident_type"] == "collision"


def test_she_is_named_without_a_comma(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos, póliza 1042587", "report_loss")
    assert caller.state["expects"] == "driver_name"
    caller.say("ella rosa lopez")
    assert caller.state["claim"]["driver_name"] == "Rosa López"


def test_the_name_in_full_is_the_drivers_too(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos, póliza 1042587", "report_loss")
    take(caller, "yo manejaba, Daniela", "Daniela Fuentes Arce")
    assert caller.state["claim"]["reporter"]["name"] == "Daniela Fuentes Arce"
    assert caller.state["claim"]["driver_name"] == "Daniela Fuentes Arce"


def test_outside_my_work_is_no_place_to_be_found_at(caller):
    take(caller, "me robaron el carro afuera de mi trabajo en Naucalpan, nadie herido")
    assert caller.state["expects"] == "location"


def test_what_is_broken_after_an_accident_makes_no_breakdown_of_it(caller):
    caller.say("tuve un accidente en avenida Patria 300, Zapopan, sin heridos, póliza 1042587", "report_loss")
    take(caller, "veníamos de la escuela", "yo", "Laura Méndez", "3318452290", "sí, un taxi", "se fue", "no")
    assert caller.state["expects"] == "drivable"
    caller.say("no, se ponchó la llanta de adelante y está trabada", "inform")
    assert caller.state["claim"]["incident_type"] == "collision"


@pytest.mark.parametrize(
    "opening",
    [
        "cayó granizo y apenas lo había pulido",
        "dejé las llaves adentro del carro, mi camión sale a las 7",
        "se estrelló el parabrisas y tengo que estar en el aeropuerto a las 5",
        "acabo de salir del cine y mi carro ya no está",
        "me pegaron llegando a la 5 y 10",
        "choqué con mi hermana, salimos bien las dos",
    ],
)
def test_an_hour_of_something_else_is_not_when_it_happened(caller, opening):
    caller.say(opening, "report_loss")
    assert caller.state["claim"]["occurred_at"] is None


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("acabo de chocar", "T10:00"),
        ("me acaban de ponchar las llantas", "T10:00"),
        ("ahorita me chocaron", "T10:00"),
        ("hace media hora me pegaron", "T09:30"),
        ("a las 7 me chocaron saliendo de mi casa", "T07:00"),
    ],
)
def test_an_hour_told_with_the_loss_is_when_it_happened(caller, said, hour):
    caller.say(said, "report_loss")
    assert hour in caller.state["claim"]["occurred_at"]


@pytest.mark.parametrize(
    "answer", ["apenas les están hablando", "no, hasta ahorita no", "ya mero llegan", "ahorita voy"]
)
def test_what_is_still_to_come_is_not_when_it_happened(caller, answer):
    take(caller, CRASH)
    caller.state["claim"]["occurred_at"] = None
    caller.slots["claim"]["occurred_at"] = None
    caller.say(answer, "deny")
    assert caller.state["claim"]["occurred_at"] is None
