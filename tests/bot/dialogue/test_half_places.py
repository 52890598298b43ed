"""A place told by halves: what is asked next, and how the answer joins what is known."""

import json

import pytest
from stage import Book, Stage
from test_turns import POLICIES, facts

STREET = "choqué en avenida Vallarta en Zapopan, nadie herido"
ROAD = "choqué en la México-Querétaro, nadie herido"
CORNER = "choqué en Morelos y Juárez, nadie herido"
TOWN = "choqué en Toluca, nadie herido"

ANSWERS = [
    (STREET, "con Niño Obrero", {"street": "avenida Vallarta", "corner": "Niño Obrero"}),
    (STREET, "esquina con Niño Obrero", {"street": "avenida Vallarta", "corner": "Niño Obrero"}),
    (STREET, "casi llegando a Acueducto", {"street": "avenida Vallarta", "corner": "Acueducto"}),
    (STREET, "Patria", {"street": "avenida Vallarta", "corner": "Patria"}),
    (STREET, "y Acueducto", {"street": "avenida Vallarta", "corner": "Acueducto"}),
    (STREET, "en el 3300", {"street": "avenida Vallarta", "number": "3300"}),
    (STREET, "3300", {"street": "avenida Vallarta", "number": "3300"}),
    (STREET, "como a la altura del mil quinientos", {"street": "avenida Vallarta", "number": "1500"}),
    (STREET, "entre Acueducto y Patria", {"street": "avenida Vallarta", "between_streets": ["Acueducto", "Patria"]}),
    (STREET, "colonia Ciudad Granja", {"street": "avenida Vallarta", "neighborhood": "Ciudad Granja", "corner": None}),
    (STREET, "frente al Home Depot", {"street": "avenida Vallarta", "number": None, "corner": None}),
    (STREET, "no sé bien", {"street": "avenida Vallarta", "number": None, "corner": None}),
    (STREET, "Av. Vallarta 3300, colonia Camino Real", {"number": "3300", "neighborhood": "Camino Real"}),
    (ROAD, "como en el 120", {"highway": "México-Querétaro", "kilometer": 120}),
    (ROAD, "120", {"highway": "México-Querétaro", "kilometer": 120}),
    (ROAD, "es el kilómetro ciento veinte más quinientos", {"kilometer": 120.5}),
    (ROAD, "voy para México", {"highway": "México-Querétaro", "heading": "México", "municipality": None}),
    (ROAD, "por la Autopista del Sol", {"highway": "México-Querétaro", "kilometer": None}),
    (ROAD, "ay dios mío", {"highway": "México-Querétaro", "text": "México-Querétaro"}),
    (STREET, "¿y ustedes tardan mucho?", {"street": "avenida Vallarta", "text": "avenida Vallarta en Zapopan"}),
    (ROAD, "por Palmillas", {"highway": "México-Querétaro", "nearest_town": "Palmillas"}),
    (ROAD, "a la altura de San Juan del Río, Querétaro", {"nearest_town": "San Juan del Río", "state": "Querétaro"}),
    (ROAD, "no sé, hacia el norte", {"heading": "norte", "kilometer": None}),
    (CORNER, "Guadalupe", {"street": "Morelos", "corner": "Juárez", "municipality": "Guadalupe"}),
    (CORNER, "en Benito Juárez", {"street": "Morelos", "municipality": "Benito Juárez"}),
    (CORNER, "la Cuauhtémoc", {"street": "Morelos", "municipality": "Cuauhtémoc"}),
    (CORNER, "aquí en Hidalgo", {"street": "Morelos", "corner": "Juárez"}),
    (CORNER, "San Miguel Xoxtla", {"street": "Morelos", "municipality": "San Miguel Xoxtla"}),
    (CORNER, "en el centro de Toluca", {"neighborhood": "Centro", "municipality": "Toluca", "street": "Morelos"}),
    (TOWN, "Morelos 1250", {"street": "Morelos", "number": "1250", "municipality": "Toluca"}),
    (TOWN, "Texcoco 45 colonia Petrolera", {"street": "Texcoco", "municipality": "Toluca"}),
    (TOWN, "por el aeropuerto", {"street": None, "municipality": "Toluca"}),
]


@pytest.mark.parametrize(("opening", "answer", "expected"), ANSWERS)
def test_an_answer_adds_the_part_that_was_lacking(opening, answer, expected):
    stage = Stage(facts, Book(json.loads(json.dumps(POLICIES))))
    stage.say(opening, "report_loss")
    stage.slots["memory"] = {**stage.slots["memory"], "expects": "location"}
    stage.say(answer, "inform")
    location = stage.state["claim"]["location"]
    assert {name: location[name] for name in expected} == expected


def test_where_the_car_is_to_be_taken_is_not_where_it_happened():
    stage = Stage(facts, Book(json.loads(json.dumps(POLICIES))))
    stage.say("se quedó tirado mi carro, necesito una grúa", "request_assistance")
    stage.slots["memory"] = {**stage.slots["memory"], "expects": "tow_destination"}
    stage.say("al taller de mi primo en Salamanca, calle Arteaga 12", "inform")
    assert stage.state["claim"]["location"]["street"] is None


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("tow_destination", "llévenlo a mi casa, es en la colonia Las Fuentes, Celaya"),
        ("tow_destination", "a la agencia Mazda de Blvd. Kino en Hermosillo"),
        ("trailer", "venía solo, el remolque se quedó en el patio de Escobedo"),
        ("licence", "es la permanente de la Ciudad de México"),
        ("plates", "son de Sinaloa, VWN-31-08"),
        ("denuncia", "sí, en la agencia de la colonia Morelos, en Toluca"),
        ("vehicle_whereabouts", "se lo llevaron al corralón de Ecatepec"),
    ],
)
def test_an_answer_about_something_else_tells_no_place(asked, answer):
    stage = Stage(facts, Book(json.loads(json.dumps(POLICIES))))
    stage.say("choqué, nadie herido", "report_loss")
    stage.slots["memory"] = {**stage.slots["memory"], "expects": asked}
    stage.say(answer, "correct")
    location = stage.state["claim"]["location"]
    assert [location[name] for name in ("state", "municipality", "neighborhood", "street")] == [None] * 4


@pytest.mark.parametrize(
    ("asked", "answer", "municipality"),
    [
        ("policy_number", "no la tengo, la trae mi suegra en Colima", None),
        ("cargo", "puro aguacate de Uruapan", None),
        ("vehicle", "un Jetta 2015, lo compré en León", None),
        ("policy_number", "no la traigo, estoy en Colima", "Colima"),
        ("policy_number", "no la traigo, me quedé tirada en el libramiento de Tepic", "Tepic"),
    ],
)
def test_where_a_paper_lies_or_goods_are_from_is_no_place_of_the_loss(asked, answer, municipality):
    stage = Stage(facts, Book(json.loads(json.dumps(POLICIES))))
    stage.say("choqué, nadie herido", "report_loss")
    stage.slots["memory"] = {**stage.slots["memory"], "expects": asked}
    stage.say(answer, "inform")
    assert stage.state["claim"]["location"]["municipality"] == municipality


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("vehicle_whereabouts", "ahí mismo, en la calle Encino 20, Celaya"),
        ("plates", "no las sé, pero el choque fue en la calle Encino 20, Celaya"),
    ],
)
def test_such_an_answer_may_tell_the_place_nevertheless(asked, answer):
    stage = Stage(facts, Book(json.loads(json.dumps(POLICIES))))
    stage.say("choqué, nadie herido", "report_loss")
    stage.slots["memory"] = {**stage.slots["memory"], "expects": asked}
    stage.say(answer, "inform")
    assert stage.state["claim"]["location"]["street"] == "Encino"


@pytest.mark.parametrize("town", ["Cancún", "villahermosa", "Ciudad Obregón", "los mochis", "merida", "Chetumal"])
def test_a_town_by_another_name_than_its_municipality_is_no_spot(town):
    stage = Stage(facts, Book(json.loads(json.dumps(POLICIES))))
    stage.say(f"me chocaron aquí en {town}, nadie herido", "report_loss")
    assert stage.state["expects"] == "location"


def test_a_question_only_puts_the_place_off():
    stage = Stage(facts, Book(json.loads(json.dumps(POLICIES))))
    stage.say(STREET, "report_loss")
    stage.slots["memory"] = {**stage.slots["memory"], "expects": "location"}
    stage.say("¿y la ambulancia tarda mucho?", "inform")
    assert stage.state["expects"] == "location"


def test_a_corner_told_later_joins_the_street_that_is_known():
    stage = Stage(facts, Book(json.loads(json.dumps(POLICIES))))
    stage.say(STREET, "report_loss")
    stage.slots["memory"] = {**stage.slots["memory"], "expects": "policy_number"}
    stage.say("fue en la esquina con Niño Obrero", "inform")
    assert stage.state["claim"]["location"]["corner"] == "Niño Obrero"


@pytest.mark.parametrize(("said", "hour"), [("como a las cinco", "17:00"), ("no, fue a las seis y media", "18:30")])
def test_an_hour_alone_is_of_the_day_that_is_known(said, hour):
    stage = Stage(facts, Book(json.loads(json.dumps(POLICIES))))
    stage.say("ayer en la tarde me cayó granizo en Toluca", "report_loss")
    day = stage.state["claim"]["occurred_at"][:10]
    stage.slots["memory"] = {**stage.slots["memory"], "expects": "confirm_report"}
    stage.say(said, "correct")
    assert stage.state["claim"]["occurred_at"][:16] == f"{day}T{hour}"


@pytest.mark.parametrize(("text", "municipality"), [("Tlaxcala", "Apizaco"), ("no, fue en Huamantla", "Huamantla")])
def test_the_name_of_its_state_moves_no_town(text, municipality):
    stage = Stage(facts, Book(json.loads(json.dumps(POLICIES))))
    stage.say("choqué en Apizaco, en la avenida Hidalgo 20, nadie herido", "report_loss")
    stage.slots["memory"] = {**stage.slots["memory"], "expects": "confirm_report"}
    stage.say(text, "correct")
    location = stage.state["claim"]["location"]
    assert (location["municipality"], location["state"]) == (municipality, "Tlaxcala")
