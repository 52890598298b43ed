"""Whoever else is part of it: told in passing, asked for, gone or still there."""

import pytest

from bot.nlu.parsers import third_parties


@pytest.mark.parametrize(
    ("text", "fled"),
    [
        ("me chocaron y se dio a la fuga", True),
        ("el otro se peló", True),
        ("me pegó un taxi y se fue", True),
        ("la camioneta huyó", True),
        ("no se paró el desgraciado que me pegó", True),
        ("me pegaron y no se detuvieron", True),
        ("sí, una camioneta blanca, aquí sigue", False),
        ("el otro conductor está aquí conmigo", False),
        ("choqué con un taxi, el señor sigue aquí", False),
        ("me chocó un jetta pero no se fue, aquí está", False),
        ("me pegó un jetta", None),
        ("se pelaron los que me chocaron", True),
    ],
)
def test_whether_the_other_left(text, fled):
    found = third_parties.find(text)
    assert found and found[0].value["any"] is True
    assert found[0].value["fled"] is fled


@pytest.mark.parametrize(
    ("text", "any_other"),
    [
        ("sí", True),
        ("si una moto", True),
        ("sí un jetta gris", True),
        ("sí el taxi", True),
        ("sí, un Sentra rojo", True),
        ("un autobús", True),
        ("no", False),
        ("no hay otro vehículo", False),
        ("no, nada más el poste", False),
        ("no, nadie más", False),
        ("iba yo solo", False),
        ("solo mi carro", False),
        ("nel, choqué solo", False),
        ("no, fue contra la barda", False),
        ("no, no hay otro carro, fue un peatón, está en la banqueta", True),
        ("no señorita, fue una señora que iba cruzando", True),
        ("no era un peatón, era un perro", False),
        ("no, es un muchacho que me está ayudando", False),
        ("ninguno", False),
        ("nomás yo", False),
        ("sin terceros", False),
        ("el otro ya se fue", True),
        ("se dio a la fuga", True),
        ("no sé", None),
        ("pues sí, me pegó una camioneta y se peló", True),
        ("dos carros más", True),
    ],
)
def test_an_answer_about_others(text, any_other):
    said = third_parties.read(text)
    assert (said["any"] if said else None) is any_other


@pytest.mark.parametrize("text", ["ya llegó la policía federal", "ya viene la ambulancia", "ya le hablé al 911"])
def test_who_comes_to_help_is_no_third_party(text):
    assert third_parties.read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "¿me van a prestar otro carro?",
        "me rentan otro coche?",
        "y me van a dar otra camioneta mientras",
        "¿me mandan otro carro?",
    ],
)
def test_a_car_that_is_lent_is_no_third_party(text):
    assert third_parties.find(text) == []


@pytest.mark.parametrize(
    "text", ["me pegó otro carro", "me dio otro carro", "le di a otro carro", "me mandó contra otro carro"]
)
def test_another_car_that_took_part_is_one(text):
    assert third_parties.find(text)[0].value["any"] is True
