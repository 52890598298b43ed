"""Streets between two others."""

import pytest
from places import assert_place, assert_same_in_capitals

PLACES = [
    (
        "en tijuana entre hidalgo y juárez, hay un oxxo",
        {
            "kind": "street",
            "state": "Baja California",
            "municipality": "Tijuana",
            "between_streets": ["Hidalgo", "Juárez"],
            "landmark": "un oxxo",
        },
    ),
    (
        "calle tijuana entre hidalgo y juarez",
        {"kind": "street", "street": "Tijuana", "between_streets": ["Hidalgo", "Juarez"]},
    ),
    (
        "fue en la calle Pedro Moreno número 45 entre Enrique Díaz de León y Progreso, col. Americana",
        {
            "kind": "street",
            "neighborhood": "Americana",
            "street": "Pedro Moreno",
            "number": "45",
            "between_streets": ["Enrique Díaz de León", "Progreso"],
        },
    ),
    (
        "calle 21 por 30 y 32 colonia chuburna merida",
        {
            "kind": "street",
            "state": "Yucatán",
            "municipality": "Mérida",
            "neighborhood": "Chuburna",
            "street": "21",
            "between_streets": ["30", "32"],
        },
    ),
    (
        "en calle 8 número 20 entre 3 y 5",
        {"kind": "street", "street": "8", "number": "20", "between_streets": ["3", "5"]},
    ),
    (
        "estoy en Guadalajara, calle Morelos 1250 entre Chapultepec y Progreso, colonia Americana",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Guadalajara",
            "neighborhood": "Americana",
            "street": "Morelos",
            "number": "1250",
            "between_streets": ["Chapultepec", "Progreso"],
        },
    ),
    (
        "calle 60 entre 59 y 61 centro merida yucatan",
        {
            "kind": "street",
            "state": "Yucatán",
            "municipality": "Mérida",
            "neighborhood": "Centro",
            "street": "60",
            "between_streets": ["59", "61"],
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_between(text, expected):
    assert_place(text, expected)


@pytest.mark.parametrize(("text", "expected"), [pair for pair in PLACES if pair[1]])
def test_between_in_capitals_without_accents(text, expected):
    assert_same_in_capitals(text, expected)
