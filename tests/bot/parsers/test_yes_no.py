"""Yes, no, and 'I do not know'."""

import pytest

from bot.nlu.parsers.yes_no import is_unknown, read_yes_no

YES = [
    "sí",
    "si",
    "SI",
    "simón",
    "ajá",
    "claro",
    "claro que sí",
    "así es",
    "correcto",
    "por favor",
    "ok",
    "va",
    "sale",
    "pues sí",
    "afirmativo",
    "exacto",
    "sí, todo es correcto",
    "sí, ahora sí",
    "eso",
    "sip",
    "de acuerdo",
    "no, bueno sí",
    "sí camina",
    "si una moto",
    "por supuesto",
    "está bien",
    "ándele",
    "órale",
    "efectivamente",
    "sí señorita",
    "si x favor",
    "👍",
    "simon",
    "a huevo",
    "sí porfa",
    "obvio",
    "sí soy yo",
    "es correcto",
    "confirmo",
    "ya",
]
NO = [
    "no",
    "No.",
    "NO",
    "nel",
    "para nada",
    "claro que no",
    "negativo",
    "no, gracias",
    "ninguno",
    "nadie",
    "nada",
    "pues no",
    "no no",
    "nop",
    "todavía no",
    "aún no",
    "no hay",
    "no, está mal el teléfono",
    "no señor",
    "sí, digo no",
    "nunca",
    "ni madres",
    "tampoco",
    "no para nada",
    "noo",
    "nones",
    "pos no",
    "que no",
    "no así no",
    "incorrecto",
    "no es correcto",
]
UNKNOWN = [
    "no sé",
    "quién sabe",
    "ni idea",
    "no me acuerdo",
    "no lo tengo",
    "sepa",
    "no estoy seguro",
    "no sabría decirle",
    "la verdad no sé",
    "no la tengo a la mano",
    "no tengo idea",
    "no recuerdo",
    "no lo sé",
    "desconozco",
    "nose",
    "no se",
    "tal vez",
    "a lo mejor",
]


@pytest.mark.parametrize("text", YES)
def test_yes(text):
    assert read_yes_no(text) is True


@pytest.mark.parametrize("text", NO)
def test_no(text):
    assert read_yes_no(text) is False


@pytest.mark.parametrize("text", UNKNOWN)
def test_not_known(text):
    assert read_yes_no(text) is None
    assert is_unknown(text)


@pytest.mark.parametrize(
    "text", ["no se la llevaron del estacionamiento", "no se lo robaron anoche", "no sé qué hacer, está muy agresivo"]
)
def test_no_and_se_is_not_not_to_know(text):
    assert not is_unknown(text)


@pytest.mark.parametrize("text", ["hola", "1042587", "laura méndez", "en zapopan", "", "😀", "blanco"])
def test_neither(text):
    assert read_yes_no(text) is None
    assert not is_unknown(text)
