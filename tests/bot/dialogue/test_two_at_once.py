"""What one message tells of two things, or takes out again: two losses, a wait, a clause of the story.

Intents are given; facts come from the parsers.
"""

import pytest
from test_shock_and_circles import caller, claim, said
from test_turns import CRASH, take

__all__ = ["caller"]


# -- two losses in one opening
@pytest.mark.parametrize(("text", "kind"), [
    ("ayer choqué en Zapopan con una combi y hoy en la mañana me robaron las llantas", "collision"),
    ("el martes me rompieron el cristal, y hoy me pegaron por atrás en un alto", "glass"),
    ("antier me robaron los espejos en mi casa y hoy a las 8 choqué contra un poste", "partial_theft"),
])  # fmt: skip
def test_of_two_losses_the_first_is_taken_and_the_other_is_announced(caller, text, kind):
    answer = said(caller, text, "report_loss")
    assert "Son dos reportes" in answer
    assert claim(caller)["incident_type"] == kind
    assert "hoy" not in claim(caller)["description"]
    assert caller.slots["memory"]["another"]


@pytest.mark.parametrize("text", [
    "ayer me robaron el carro y hoy lo encontraron chocado",
    "ayer me robaron el carro y hoy apareció sin llantas",
    "ayer choqué y hoy ya no prende",
    "ayer en la noche choqué y hoy amanecí con dolor de cuello",
    "choqué con un taxi y se me rompió el parabrisas",
    "se me ponchó la llanta y por eso choqué con un poste",
    "me chocaron ayer y hasta hoy pude llamar",
])  # fmt: skip
def test_what_came_of_a_loss_is_no_second_one(caller, text):
    assert "Son dos reportes" not in said(caller, text, "report_loss")
    assert not caller.slots["memory"].get("another")


# -- how long somebody waits
@pytest.mark.parametrize("text", [
    "llevo media hora esperando",
    "hace una hora que les marco y nadie contesta",
    "llevo esperando como cuarenta minutos",
    "tengo dos horas esperando a que venga alguien",
])  # fmt: skip
def test_a_wait_is_no_time_of_the_loss(caller, text):
    caller.say(f"me pegó un camión en avenida Patria 300 en Zapopan, sin heridos, {text}", "report_loss")
    assert claim(caller)["occurred_at"] is None


@pytest.mark.parametrize("text", ["choqué hace una hora y nadie viene", "hace una hora que choqué",
                                  "hace media hora me pegaron por atrás y no llega nadie"])  # fmt: skip
def test_when_it_happened_is_a_time_and_no_follow_up(caller, text):
    caller.say(text, "follow_up_report")
    assert claim(caller)["incident_type"] == "collision"
    assert claim(caller)["occurred_at"]


@pytest.mark.parametrize("text", ["choqué hace una hora y no llega el ajustador",
                                  "ya les marqué, choqué hace una hora y nadie viene"])  # fmt: skip
def test_who_has_reported_it_is_asked_which_report(caller, text):
    caller.say(text, "follow_up_report")
    assert caller.state["expects"] == "report_number"


# -- answers to another question
@pytest.mark.parametrize("text", ["no se llevaron nada", "no me robaron nada", "no me falta nada"])
@pytest.mark.parametrize("question", ["policy_number", "drivable"])
def test_what_was_not_stolen_answers_nothing_else(caller, question, text):
    caller.say(CRASH if question == "drivable" else CRASH.replace(", póliza 1042587", ""), "report_loss")
    if question == "drivable":
        take(caller, "yo", "Laura Méndez", "3318452290", "aquí sigue", "no ha llegado nadie")
    assert caller.state["expects"] == question
    caller.say(text, "dont_know")
    assert caller.state["expects"] == question
    assert claim(caller)["drivable"] is None


@pytest.mark.parametrize("text", ["no tengo seguro creo", "creo que no traigo la póliza", "Rosa Martínez López"])
def test_what_tells_nothing_is_no_story(caller, text):
    caller.say("choqué", "report_loss")
    take(caller, "nadie", "avenida Patria 300, Zapopan")
    assert caller.state["expects"] == "description"
    caller.say(text)
    assert claim(caller)["description"] is None


@pytest.mark.parametrize(("text", "person"), [("Rosa Martínez López", True), ("Emiliano Zapata", False),
                                              ("Benito Juárez", False), ("Lázaro Cárdenas", False)])  # fmt: skip
def test_a_persons_name_is_no_place_but_a_streets_is(caller, text, person):
    caller.say("choqué", "report_loss")
    caller.say("nadie")
    caller.say(text)
    assert bool(claim(caller)["reporter"]["name"]) is person


# -- taken out at the read-back
def read_back(stage, opening):
    stage.say(opening, "report_loss")
    take(stage, "yo", "Laura Méndez", "3318452290", "no ha llegado nadie", "sí camina")
    assert stage.state["expects"] == "confirm_report"


@pytest.mark.parametrize("text", ["quite lo de que se fue", "bórrele eso de que se dio a la fuga"])
def test_that_the_other_left_is_taken_out_and_asked_for(caller, text):
    read_back(caller, CRASH.replace("un camión", "un camión y se fue"))
    caller.say(text, "correct")
    assert claim(caller)["third_parties"]["fled"] is None
    assert "se fue" not in claim(caller)["description"]
    assert caller.state["expects"] == "third_parties"


def test_a_clause_of_the_story_is_taken_out(caller):
    read_back(caller, CRASH.replace("me pegó un camión", "me distraje con el radio, me pegó un camión y se fue"))
    answer = said(caller, "quite la parte de que me distraje", "correct")
    assert "distraje" not in claim(caller)["description"] and "un camión" in claim(caller)["description"]
    assert "distraje" not in answer


def test_the_story_tells_the_kilometre_that_was_put_right(caller):
    caller.say("choqué en la carretera México-Querétaro km 45 rumbo a Querétaro, me salí en el km 45, sin heridos, "
               "póliza 1042587", "report_loss")  # fmt: skip
    take(caller, "yo", "Laura Méndez", "3318452290", "nadie más", "no ha llegado nadie", "sí camina")
    answer = said(caller, "no es el 45, es el kilómetro 54", "correct")
    assert claim(caller)["location"]["kilometer"] == 54
    assert "km 45" not in answer and "km 54" in answer
