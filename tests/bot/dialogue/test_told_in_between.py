"""What is told between the questions: of an owner, of somebody's age, of who comes, of another count; and no answer.

Intents are given; facts come from the parsers.
"""

import pytest
from test_shock_and_circles import caller, claim, said
from test_turns import take, to_the_read_back

__all__ = ["caller"]
CRASH = "choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos, póliza 1042587"


@pytest.mark.parametrize(
    "text",
    ["si es la Avanza, es de mi esposa Silvia Córdova", "es de mi papá Arturo Solís", "era de mi mamá Laura Méndez"],
)
def test_whose_the_car_is_tells_not_who_drove(caller, text):
    caller.say(CRASH, "report_loss")
    assert caller.state["expects"] == "driver_name"
    caller.say(text)
    assert claim(caller)["driver_name"] is None
    assert claim(caller)["insured_name"] in ("Silvia Córdova", "Arturo Solís", "Laura Méndez")


def test_of_whom_it_is_without_a_name_is_nobody_who_drove(caller):
    caller.say(CRASH, "report_loss")
    take(caller, "es de mi esposa", "yo iba manejando, Raúl Castañón Pérez")
    assert claim(caller)["driver_name"] == claim(caller)["reporter"]["name"] == "Raúl Castañón Pérez"


@pytest.mark.parametrize("text", ["mi esposa Silvia Córdova", "lo traía mi esposa Silvia Córdova, es de ella"])
def test_who_of_the_family_drove_still_is(caller, text):
    caller.say(CRASH, "report_loss")
    caller.say(text)
    assert claim(caller)["driver_name"] == "Silvia Córdova"


def test_who_says_to_have_driven_takes_the_place_of_another(caller):
    caller.say(CRASH, "report_loss")
    take(caller, "mi hermano Daniel Mota")
    assert claim(caller)["driver_name"] == "Daniel Mota"
    caller.say("yo venía manejando, Raúl Castañón Pérez")
    assert claim(caller)["driver_name"] == "Raúl Castañón Pérez"


@pytest.mark.parametrize(
    "late", ["Méndez Robles", "Méndez", "mis apellidos son Méndez Robles", "ah perdón, Hernández Méndez"]
)
@pytest.mark.parametrize("question", ["reporter_name", "reporter_phone"])
def test_surnames_that_come_after_the_first_name_complete_it(caller, late, question):
    caller.say(CRASH, "report_loss")
    take(caller, "sí, Laura", *([] if question == "reporter_name" else ["Laura"]))
    assert caller.state["expects"] == question
    caller.say(late)
    name = claim(caller)["reporter"]["name"]
    assert name.startswith("Laura ") and name.endswith(("Méndez", "Méndez Robles"))
    assert claim(caller)["driver_name"] == name


@pytest.mark.parametrize(
    "text",
    [
        "me quitaron también el celular, le escribo del de mi cuñada",
        "la vaca se murió",
        "mi niño está adentro!!!",
        "tiene 2 años",
        "tiene ochenta y dos años",
        "yo no estoy ahí",
        "el del árbol es el Elantra, placas TWX-204-D",
    ],
)
def test_what_happened_or_how_somebody_is_is_no_place(caller, text):
    caller.say("choqué con un poste, no hay heridos", "report_loss")
    assert caller.state["expects"] == "location"
    caller.say(text)
    assert claim(caller)["location"]["text"] is None


@pytest.mark.parametrize(
    "text",
    [
        "afuera de la casa de mi mamá",
        "enfrente de un OXXO",
        "no estoy ahí, fue afuera de la escuela",
        "por donde están vendiendo elotes",
    ],
)
def test_a_spot_still_is(caller, text):
    caller.say("choqué con un poste, no hay heridos", "report_loss")
    caller.say(text)
    assert claim(caller)["location"]["text"]


@pytest.mark.parametrize("text", ["no traigo refacción", "no tengo gato ni cruceta", "no traigo agua"])
@pytest.mark.parametrize("question", ["location", "policy_number"])
def test_a_thing_that_is_lacked_leaves_the_question_open(caller, text, question):
    where = "" if question == "location" else ", estoy en avenida Patria 300 en Zapopan"
    caller.say(f"se me ponchó una llanta{where}", "request_assistance")
    assert caller.state["expects"] == question
    caller.say(text, "dont_know")
    assert caller.state["expects"] == question


@pytest.mark.parametrize("text", ["dos remolques trae", "km 87", "tiene 2 años en la empresa", "lleva 22 toneladas"])
def test_another_number_is_no_inciso(caller, text):
    caller.say("se volteó el camión en carretera 57 Matehuala Saltillo km 87, sin heridos", "report_loss")
    take(caller, "rumbo a Saltillo", "7001450")
    assert caller.state["expects"] == "inciso"
    caller.say(text)
    assert claim(caller)["policy"]["inciso"] is None


def test_a_kilometre_told_late_is_no_policy(caller):
    caller.say(
        "choqué con una vaca en la carretera federal 45 a la altura de San Juan del Río, sin heridos", "report_loss"
    )
    while caller.state["expects"] == "location":
        caller.say("no sé", "dont_know")
    assert caller.state["expects"] == "policy_number"
    caller.say("kilómetro ciento setenta")
    assert claim(caller)["policy"]["number"] is None
    assert claim(caller)["location"]["kilometer"] == 170


@pytest.mark.parametrize("text", ["tiene ochenta y dos años", "tiene 82 años la señora"])
def test_the_age_of_who_is_hurt_is_not_the_drivers(caller, text):
    caller.say("me pegaron por atrás, a la abuelita le duele la espalda", "report_loss")
    assert caller.state["expects"] == "location"
    caller.say(text)
    assert claim(caller)["details"].get("driver_age") is None


@pytest.mark.parametrize("text", ["mi mamá es la de la póliza", "¿y eso lo pagan?", "no, el árbol es de la calle"])
def test_what_tells_of_people_is_no_damage(caller, text):
    caller.say(
        "se cayó un árbol en mi carro en avenida Patria 300 en Zapopan, sin heridos, póliza 1042587", "report_loss"
    )
    take(caller, "yo, Laura Méndez Robles", "3318452290")
    assert caller.state["expects"] == "damage"
    caller.say(text)
    assert claim(caller)["details"].get("damage") is None
    caller.say("el techo y el parabrisas")
    assert claim(caller)["details"]["damage"] == "el techo y el parabrisas"


def test_who_comes_later_does_not_make_it_drive(caller):
    caller.say(CRASH, "report_loss")
    take(caller, "yo, Rosa Mota", "3318452290", "aquí sigue", "no ha llegado nadie")
    assert (caller.state["expects"], claim(caller)["authorities"]) == ("drivable", False)
    caller.say("ya llegó la patrulla", "affirm")
    assert (claim(caller)["drivable"], claim(caller)["authorities"]) == (None, True)


def test_news_at_the_read_back_register_nothing(caller):
    to_the_read_back(caller)
    caller.say("la Guardia Nacional ya está", "correct")
    assert not caller.state["report_number"]


@pytest.mark.parametrize("text", ["no he ido, ¿a dónde voy?", "no, ¿dónde tengo que ir?"])
def test_where_to_go_after_a_theft_is_told_at_the_read_back(caller, text):
    caller.say("me robaron el carro en avenida Patria 300 en Zapopan, sin heridos, póliza 1042587", "report_loss")
    take(caller, "yo, Laura Méndez", "3318452290", "no hubo", "hoy a las 8", "no la he puesto")
    assert caller.state["expects"] == "confirm_report"
    told = said(caller, text, "deny")
    assert told.count("Ministerio Público o la Fiscalía") == 1
    assert not caller.state["report_number"]


@pytest.mark.parametrize("text", ["que si le hablan a una ambulancia", "yo pregunto si mandan ambulancia"])
def test_a_question_said_again_is_answered(caller, text):
    caller.say(CRASH, "report_loss")
    assert "911" in said(caller, text, "inform")


def test_whose_an_animal_is_names_nobody(caller):
    caller.say(CRASH, "report_loss")
    take(caller, "yo")
    assert caller.state["expects"] == "reporter_name"
    caller.say("pues de la vaca no sé quién es el dueño")
    assert claim(caller)["reporter"]["name"] is None


def test_a_question_is_no_story(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, sin heridos", "report_loss")
    assert caller.state["expects"] == "description"
    caller.say("¿mi mamá tiene que venir?")
    assert claim(caller)["description"] is None


@pytest.mark.parametrize("text", ["y va sola", "somos cuatro", "íbamos cinco en la camioneta", "no ha venido nadie"])
def test_who_is_aboard_or_came_does_not_tell_that_it_drives(caller, text):
    caller.say(CRASH, "report_loss")
    take(caller, "yo, Rosa Mota", "3318452290", "aquí sigue", "ya llegó tránsito")
    assert caller.state["expects"] == "drivable"
    caller.say(text, "affirm")
    assert claim(caller)["drivable"] is None
    caller.say("no, íbamos tres y ya no prende")
    assert claim(caller)["drivable"] is False


def test_an_office_is_not_where_it_was(caller):
    caller.say("le pegaron al carro de mi hermana, no hay heridos", "report_loss")
    assert caller.state["expects"] == "location"
    for text in ("yo no estoy ahí, ando en el trabajo", "es que estoy con mis papás, son grandes"):
        caller.say(text)
        assert claim(caller)["location"]["text"] is None


@pytest.mark.parametrize("text", ["sí camina pero suena feo", "ya le dije que no hay heridos", "le digo que sí camina"])
def test_what_is_told_again_at_the_read_back_is_not_asked_again(caller, text):
    caller.say(CRASH, "report_loss")
    take(caller, "yo, Rosa Mota", "3318452290", "aquí sigue", "ya llegó tránsito", "sí camina")
    assert caller.state["expects"] == "confirm_report"
    caller.say(text, "correct")
    assert caller.state["expects"] == "confirm_report"
    assert claim(caller)["drivable"] is True


def test_what_is_told_otherwise_at_the_read_back_still_mends(caller):
    caller.say(CRASH, "report_loss")
    take(caller, "yo, Rosa Mota", "3318452290", "aquí sigue", "ya llegó tránsito", "sí camina")
    caller.say("no, ya no camina", "correct")
    assert claim(caller)["drivable"] is False


@pytest.mark.parametrize(
    "text, intent", [("los dos están con ustedes", "complaint"), ("¿quién va a limpiar eso?", "ask_privacy")]
)
def test_a_guess_without_its_words_leaves_no_question(caller, text, intent):
    caller.say("choqué en avenida Patria 300 en Zapopan", "report_loss")
    heard = caller.understand
    caller.understand = lambda words: {**heard(words), "intent": {"name": intent, "confidence": 0.55}}
    told = said(caller, text)
    assert "queja" not in told and "privacidad" not in told


def test_a_firm_is_the_insured_and_no_reporter(caller):
    caller.say(
        "mi camioneta no arranca, estoy en Juárez 45 colonia Centro, Tlaquepaque, póliza 3055120", "request_assistance"
    )
    assert caller.state["expects"] == "reporter_name"
    caller.say("Refacciones del Bajío")
    assert (claim(caller)["reporter"]["name"], claim(caller)["insured_name"]) == (None, "Refacciones del Bajío")
    caller.say("Luis Mario Zepeda")
    assert claim(caller)["reporter"]["name"] == "Luis Mario Zepeda"


@pytest.mark.parametrize("text", ["no, es la batería yo creo", "ha de ser la pila", "se bajó la batería"])
def test_the_battery_told_late_is_a_jump_start(caller, text):
    caller.say("mi camioneta no arranca, estoy en Juárez 45 colonia Centro, Tlaquepaque", "request_assistance")
    caller.say(text, "correct")
    assert claim(caller)["service"] == "jump_start"
    assert caller.state["expects"] == "policy_number"


@pytest.mark.parametrize("text", ["no es la batería", "la batería está nueva", "¿será la batería?"])
def test_what_is_not_the_battery_leaves_the_tow(caller, text):
    caller.say("mi camioneta no arranca, estoy en Juárez 45 colonia Centro, Tlaquepaque", "request_assistance")
    caller.say(text)
    assert claim(caller)["service"] == "tow"


@pytest.mark.parametrize("text", ["va para el taller Ramírez en Toluca", "quiero que vaya al taller Ramírez"])
def test_where_it_is_bound_told_early_is_not_asked(caller, text):
    caller.say("ocupo una grúa, se calentó, ando en Juárez 45 colonia Centro, Tlaquepaque", "request_assistance")
    caller.say(text)
    assert "taller Ramírez" in claim(caller)["details"]["tow_destination"]


@pytest.mark.parametrize("text, goods", [("traigo 15 tambos de aceite", "B"), ("llevaba 20 toneladas de varilla", "B")])
def test_the_load_told_while_the_hurt_are_asked_is_kept(caller, text, goods):
    caller.say("se me derramó la carga", "report_loss")
    assert caller.state["expects"] == "injuries"
    caller.say(text)
    assert claim(caller)["details"]["cargo_type"] == goods


def test_a_policy_found_after_all_is_taken_while_plates_are_asked(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    take(caller, "no la tengo")
    assert caller.state["expects"] == "plates"
    caller.say("1042587")
    assert claim(caller)["policy"]["found"] is True


@pytest.mark.parametrize("text", ["¿podemos ir todos en la grúa?", "que si tardan mucho"])
def test_a_question_is_no_vehicle_and_no_destination(caller, text):
    caller.say("ocupo una grúa, se calentó, ando en Juárez 45 colonia Centro, Tlaquepaque", "request_assistance")
    take(caller, "no la tengo", "no las sé")
    assert caller.state["expects"] == "vehicle"
    caller.say(text)
    assert claim(caller)["details"].get("vehicle_text") is None
    assert claim(caller)["details"].get("tow_destination") is None
