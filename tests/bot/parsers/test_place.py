"""What is no place, and what an answer keeps."""

import pytest

from bot.nlu.parsers import place


@pytest.mark.parametrize(
    "text",
    [
        "mi póliza es 1042587",
        "sí camina",
        "no hay heridos",
        "soy Guadalupe Juárez",
        "me llamo León Hidalgo Morelos",
        "placas de Jalisco",
        "es un Seat León 2018",
        "un Dodge Durango negro",
        "33 1845 2290",
        "yo iba manejando",
        "me pegaron por atrás en un alto",
        "entre las 8 y las 10 de la mañana",
        "por favor",
        "quiero reportar un robo",
        "se me cayó la carga",
        "no, nada más el poste",
        "hola buenas tardes",
        "gracias, era todo",
        "mi licencia es de Guanajuato",
        "en la noche",
        "en un ratito",
        "con el señor que me pegó",
        "sin novedad",
        "ver si me ayudan",
        "son las tres",
        "iba solo",
        "es un tsuru",
        "voy por la tarjeta de circulación",
        "iba en movimiento",
        "no, la calle es otra",
        "la colonia se llama diferente",
        "iba en marcha sobre la avenida",
        "todavía no, apenas voy al MP",
        "que lo lleven al taller de don Beto en Apizaco",
        "la puse ayer en la fiscalía de Ecatepec",
    ],
)
def test_what_is_no_place(text):
    from bot.nlu.parsers.every import find_all

    assert [f for f in find_all(text) if f.entity == "place"] == []


def test_an_answer_keeps_the_words_when_nothing_is_recognised():
    said = place.read("donde siempre me estaciono, pasando el arroyo")
    assert said["text"] == "donde siempre me estaciono, pasando el arroyo"
    assert place.read("...") is None
