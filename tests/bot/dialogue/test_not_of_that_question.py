"""Facts and doubts of something else than what was asked: they answer nothing, and are kept where they belong.

Intents are given; facts come from the parsers.
"""

import pytest
from test_shock_and_circles import caller, claim, said
from test_turns import take, to_the_read_back

__all__ = ["caller"]
CRASH = "choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos"


def test_the_unit_is_chosen_by_its_model(caller):
    caller.say("me robaron la camioneta en avenida Patria 300 en Zapopan, sin heridos", "report_loss")
    caller.say("es la Journey de la empresa, póliza 7002999")
    assert claim(caller)["policy"]["inciso"] == 2


def test_the_last_surname_of_the_holder_completes_the_name(caller):
    caller.say(f"{CRASH}, póliza 6100001", "report_loss")
    take(caller, "Daniela Fuentes", "Arce")
    assert claim(caller)["reporter"]["name"] == claim(caller)["driver_name"] == "Daniela Fuentes Arce"


@pytest.mark.parametrize("text", ["todo el parabrisas está estrellado", "se rompió también el medallón"])
def test_broken_glass_does_not_stop_a_car(caller, text):
    where = "en la autopista Guadalajara-Colima km 35 hacia Colima"
    caller.say(f"me aventaron una piedra al parabrisas {where}, sin heridos, póliza 6100001", "report_loss")
    take(caller, "yo, Daniela Fuentes Arce", "3318452290")
    assert caller.state["expects"] == "drivable"
    caller.say(text, "deny")
    assert claim(caller)["drivable"] is None


@pytest.mark.parametrize("text", ["sí tengo licencia", "sí hay patrulla", "sí traigo licencia vigente"])
def test_a_fact_that_begins_with_yes_registers_nothing(caller, text):
    to_the_read_back(caller)
    caller.say(text, "correct")
    assert not caller.state["report_number"]


@pytest.mark.parametrize("text", ["sí", "sí, así es", "sí está bien", "sí, mándela ya", "sí por favor"])
def test_a_yes_still_registers(caller, text):
    to_the_read_back(caller)
    caller.say(text, "affirm")
    assert caller.state["report_number"]


def test_who_was_in_the_bus_is_not_aboard(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, sin heridos", "report_loss")
    caller.say("fue contra un camión de pasajeros, iban como 20 personas")
    assert claim(caller)["details"].get("occupants") is None
    caller.say("íbamos cuatro en mi carro")
    assert claim(caller)["details"]["occupants"] == 4


@pytest.mark.parametrize("text", ["no sé si se va a incendiar", "no sé a qué hora fue, salí del cine y ya no estaba"])
def test_a_doubt_of_something_else_leaves_the_hurt_asked(caller, text):
    caller.say("choqué y hay mucho humo", "report_loss")
    assert caller.state["expects"] == "injuries"
    caller.say(text, "dont_know")
    assert caller.state["expects"] == "injuries"


@pytest.mark.parametrize("text", ["no sé si allá hay lastimados", "no sé si hay heridos"])
def test_a_doubt_of_the_hurt_leaves_the_plates_asked(caller, text):
    caller.say(CRASH, "report_loss")
    take(caller, "no la tengo")
    assert caller.state["expects"] == "plates"
    caller.say(text, "dont_know")
    assert caller.state["expects"] == "plates"


def test_a_borrowed_telephone_is_not_out_of_scope(caller):
    caller.say(f"{CRASH}, póliza 1042587", "report_loss")
    told = said(caller, "me prestaron este teléfono, es de un guardia", "out_of_scope")
    assert "no puedo ayudarle" not in told


@pytest.mark.parametrize("text", ["sí mero", "sí señorita", "sí"])
def test_a_yes_to_the_name_asked_again_is_who_drove(caller, text):
    caller.say(f"{CRASH}, póliza 1042587", "report_loss")
    take(caller, "Laura Méndez", "es que estoy nerviosa")
    assert caller.state["expects"] == "reporter_name"
    caller.say(text, "affirm")
    assert claim(caller)["reporter"]["name"] == "Laura Méndez"


def test_the_hospital_is_not_where_it_was(caller):
    caller.say("me volteé en la carretera Tepic-Mazatlán km 140, mi abuelito no se puede mover", "report_loss")
    before = dict(claim(caller)["location"])
    caller.say("mi abuelito ya se lo llevaron al hospital de Tepic")
    assert claim(caller)["location"] == before


@pytest.mark.parametrize("text", ["la señora ya se quiere ir", "es que mi póliza ya venció creo"])
def test_what_others_want_or_a_paper_is_no_place(caller, text):
    caller.say("choqué con un poste, no hay heridos", "report_loss")
    caller.say(text)
    assert claim(caller)["location"]["text"] is None
