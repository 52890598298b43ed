"""A value taken back is replaced where it stands, in whatever words; what was not named stays."""

import pytest
from test_turns import POLICIES, facts

from bot.actions import claim as drafts

from stage import Book, Stage  # isort: skip

STREET = "choqué en la calle Colón 40, colonia Americana, Guadalajara, sin heridos"
ROAD = "me volqué en la carretera Guadalajara Colima km 42 rumbo a Colima"
CAR = "choqué en Toluca, traigo un Jetta rojo 2019, soy Lucía Fernández, mi cel es 3318459540"


def test_what_comes_after_no_perdon_is_the_right_one():
    caller = Stage(facts, Book(POLICIES))
    caller.say("me chocó un taxi, nadie se lastimó, en Juárez 100, Toluca", "report_loss")
    caller.say("no la tengo", "dont_know")
    caller.say("pe zeta ka seis cero cuatro no perdón seis cero nueve a de avión", "inform")
    assert caller.state["claim"]["vehicle"]["plates"] == "PZK609A"


@pytest.mark.parametrize(
    ("told", "mended", "changed", "kept"),
    [
        (STREET, "era el 14 y no el 40", {"location.number": "14"}, {"location.street": "Colón"}),
        (STREET, "el número de la calle está mal, es 350", {"location.number": "350"}, {"location.street": "Colón"}),
        (STREET, "la colonia es Moderna, no Americana", {"location.neighborhood": "Moderna"}, {}),
        (STREET, "no fue en Guadalajara, fue en Zapopan", {"location.municipality": "Zapopan"},
         {"location.street": "Colón", "location.number": "40"}),
        (STREET, "no fue en Colón sino en Hidalgo", {"location.street": "Hidalgo", "location.state": "Jalisco"}, {}),
        (ROAD, "km 24 en vez de 42", {"location.kilometer": 24}, {"location.highway": "carretera Guadalajara Colima"}),
        (ROAD, "no iba para Colima, iba para Guadalajara", {"location.heading": "Guadalajara"},
         {"location.kilometer": 42}),
        (ROAD, "me equivoqué, es el kilómetro cincuenta y dos", {"location.kilometer": 52},
         {"location.highway": "carretera Guadalajara Colima"}),
        (CAR, "es 2017, no 2019", {"vehicle.year": 2017}, {"vehicle.model": "Jetta"}),
        (CAR, "el color no es rojo es vino", {"vehicle.color": "vino"}, {"vehicle.year": 2019}),
        (CAR, "no es Jetta, es Vento", {"vehicle.model": "Vento"}, {"vehicle.color": "rojo"}),
        (CAR, "el apellido es Hernández", {"reporter.name": "Lucía Hernández"}, {}),
        (CAR, "ponga Lucía Hernández con H, no Fernández", {"reporter.name": "Lucía Hernández"}, {}),
        (CAR, "mi número termina en cuarenta y cinco noventa, no en noventa y cinco cuarenta",
         {"reporter.phone": "+523318454590"}, {}),
        (CAR, "perdón, le di mal el teléfono, es 33 1122 3344", {"reporter.phone": "+523311223344"}, {}),
        (CAR, "el que manejaba era mi hijo Pablo Robles, no yo", {"driver_name": "Pablo Robles"}, {}),
        (CAR, "el nombre del chofer, está mal capturado. Es Efraín Wong Luna", {"driver_name": "Efraín Wong Luna"}, {}),
        (CAR, "mi apellido lo apuntaron mal. Es Lucía Hernández", {"reporter.name": "Lucía Hernández"}, {}),
        (CAR, "mi apellido está mal escrito", {}, {"reporter.name": "Lucía Fernández"}),
    ],
)  # fmt: skip
def test_what_was_taken_back_is_replaced(told, mended, changed, kept):
    caller = Stage(facts, Book(POLICIES))
    caller.say(told, "report_loss")
    caller.say(mended, "correct")
    claim = caller.state["claim"]
    for path, value in {**changed, **kept}.items():
        assert drafts.get(claim, path) == value, path


@pytest.mark.parametrize(
    "told", ["sí camina, no hay heridos", "fue un golpe leve, no hay policía", "fue ayer, no sé a qué hora"]
)
def test_a_plain_no_takes_nothing_back(told):
    caller = Stage(facts, Book(POLICIES))
    caller.say(STREET, "report_loss")
    caller.say(told)
    here = caller.state["claim"]["location"]
    assert (here["street"], here["number"], here["municipality"]) == ("Colón", "40", "Guadalajara")
