"""Streets with and without a number."""

import pytest
from places import assert_place, assert_same_in_capitals

from bot.nlu.parsers import place

PLACES = [
    (
        "avenida bonampak afuera del edificio número ochenta y dos en cancún",
        {
            "kind": "street",
            "state": "Quintana Roo",
            "municipality": "Benito Juárez",
            "street": "Avenida Bonampak",
            "number": "82",
        },
    ),
    (
        "c 16 d septiembre 210 col centro",
        {"kind": "street", "street": "C 16 de Septiembre", "number": "210", "neighborhood": "Centro"},
    ),
    ("calle 20 d noviembre 33", {"kind": "street", "street": "20 de Noviembre", "number": "33"}),
    ("c/ 5 d febrero y c 2 d abril", {"kind": "street", "street": "5 de Febrero", "corner": "C 2 de Abril"}),
    ("por la glorieta minerva", {"kind": "street", "street": "Glorieta Minerva"}),
    (
        "estamos en López Mateos sur a la altura de plaza del sol en Guadalajara",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Guadalajara",
            "street": "López Mateos sur",
            "landmark": "a la altura de plaza del sol",
        },
    ),
    (
        "en avenida patria 888 zapopan",
        {"kind": "street", "state": "Jalisco", "municipality": "Zapopan", "street": "Avenida Patria", "number": "888"},
    ),
    ("periferico sur altura perisur", {"kind": "street", "street": "Periferico Sur", "landmark": "altura perisur"}),
    (
        "en el municipio de San Nicolás de los Garza Nuevo León en avenida universidad",
        {
            "kind": "street",
            "state": "Nuevo León",
            "municipality": "San Nicolás de los Garza",
            "street": "Avenida Universidad",
        },
    ),
    (
        "en tijuana sobre la via rapida oriente",
        {"kind": "street", "state": "Baja California", "municipality": "Tijuana", "street": "Via Rapida Oriente"},
    ),
    (
        "bulevar agua caliente 4500 tijuana",
        {
            "kind": "street",
            "state": "Baja California",
            "municipality": "Tijuana",
            "street": "Bulevar Agua Caliente",
            "number": "4500",
        },
    ),
    (
        "culiacán, sobre el malecón nuevo, frente a la isla",
        {
            "kind": "street",
            "state": "Sinaloa",
            "municipality": "Culiacán",
            "street": "Malecón Nuevo",
            "landmark": "frente a la isla",
        },
    ),
    (
        "en veracruz puerto boulevard avila camacho frente al acuario",
        {
            "kind": "street",
            "state": "Veracruz",
            "municipality": "Veracruz",
            "street": "Boulevard Avila Camacho",
            "landmark": "frente al acuario",
        },
    ),
    (
        "merida yucatan periferico poniente",
        {"kind": "street", "state": "Yucatán", "municipality": "Mérida", "street": "Periferico Poniente"},
    ),
    (
        "tuxtla gutierrez blvd belisario dominguez",
        {
            "kind": "street",
            "state": "Chiapas",
            "municipality": "Tuxtla Gutiérrez",
            "street": "Blvd Belisario Dominguez",
        },
    ),
    (
        "en torreón coahuila en la diagonal reforma",
        {"kind": "street", "state": "Coahuila", "municipality": "Torreón", "street": "Diagonal Reforma"},
    ),
    (
        "en durango capital por el boulevard francisco villa",
        {"kind": "street", "state": "Durango", "municipality": "Durango", "street": "Boulevard Francisco Villa"},
    ),
    (
        "alcaldía iztapalapa, calzada ermita, a un costado de la central de abastos",
        {
            "kind": "street",
            "state": "Ciudad de México",
            "municipality": "Iztapalapa",
            "street": "Calzada Ermita",
            "landmark": "a un costado de la central de abastos",
        },
    ),
    (
        "en ecatepec vía morelos",
        {"kind": "street", "state": "Estado de México", "municipality": "Ecatepec", "street": "Vía Morelos"},
    ),
    (
        "en playa del carmen por la quinta avenida",
        {"kind": "street", "state": "Quintana Roo", "municipality": "Solidaridad", "street": "Quinta Avenida"},
    ),
    (
        "por viaducto, a la altura de patriotismo",
        {"kind": "street", "street": "Viaducto", "landmark": "a la altura de patriotismo"},
    ),
    (
        "frente al oxxo de la calle madero",
        {"kind": "street", "street": "Madero", "landmark": "frente al oxxo de la calle madero"},
    ),
    (
        "choqué en Tonalá Jalisco por la avenida tonaltecas",
        {"kind": "street", "state": "Jalisco", "municipality": "Tonalá", "street": "Avenida Tonaltecas"},
    ),
    (
        "oiga estoy en la avenida hidalgo enfrente de la catedral aquí en tampico",
        {
            "kind": "street",
            "state": "Tamaulipas",
            "municipality": "Tampico",
            "street": "Avenida Hidalgo",
            "landmark": "enfrente de la catedral",
        },
    ),
    (
        "está en la lateral de periférico a la altura de san jerónimo en la magdalena contreras",
        {
            "kind": "street",
            "state": "Ciudad de México",
            "municipality": "La Magdalena Contreras",
            "street": "Lateral de Periférico",
            "landmark": "a la altura de san jerónimo",
        },
    ),
    (
        "ajusco medio, tlalpan, en la picacho ajusco",
        {"kind": "street", "state": "Ciudad de México", "municipality": "Tlalpan", "street": "Picacho Ajusco"},
    ),
    (
        "en Metepec frente a galerías sobre Leona Vicario",
        {
            "kind": "street",
            "state": "Estado de México",
            "municipality": "Metepec",
            "street": "Leona Vicario",
            "landmark": "frente a galerías",
        },
    ),
    (
        "a dos cuadras del zocalo de oaxaca sobre la calle independencia",
        {"kind": "street", "state": "Oaxaca", "municipality": "Oaxaca de Juárez", "street": "Independencia"},
    ),
    (
        "avenida lazaro cardenas 200 mexicali",
        {
            "kind": "street",
            "state": "Baja California",
            "municipality": "Mexicali",
            "street": "Avenida Lazaro Cardenas",
            "number": "200",
        },
    ),
    (
        "en san cristobal de las casas periferico sur",
        {
            "kind": "street",
            "state": "Chiapas",
            "municipality": "San Cristóbal de las Casas",
            "street": "Periferico Sur",
        },
    ),
    (
        "en santa catarina nuevo leon sobre diaz ordaz a la altura de la leona",
        {
            "kind": "street",
            "state": "Nuevo León",
            "municipality": "Santa Catarina",
            "street": "Diaz Ordaz",
            "landmark": "a la altura de la leona",
        },
    ),
    (
        "venia por mariano otero y en plaza del sol me dieron",
        {"kind": "street", "street": "Mariano Otero", "landmark": "Plaza del Sol"},
    ),
    (
        "en Tlaquepaque, Jalisco, en la calle Juárez, frente al número 88",
        {"kind": "street", "state": "Jalisco", "municipality": "Tlaquepaque", "street": "Juárez", "number": "88"},
    ),
    (
        "choqué con un taxi en León, Guanajuato, en el bulevar López Mateos a la altura de la central",
        {
            "kind": "street",
            "state": "Guanajuato",
            "municipality": "León",
            "street": "bulevar López Mateos",
            "landmark": "a la altura de la central",
        },
    ),
    (
        "choqué en Monterrey, en avenida Constitución a la altura de Gonzalitos, no hay heridos, póliza 1042587",
        {
            "kind": "street",
            "state": "Nuevo León",
            "municipality": "Monterrey",
            "street": "avenida Constitución",
            "landmark": "a la altura de Gonzalitos",
        },
    ),
    ("estoy sobre reforma frente al angel", {"kind": "street", "street": "Reforma", "landmark": "frente al angel"}),
    (
        "Blvd. Díaz Ordaz #1200, San Pedro Garza García, N.L.",
        {
            "kind": "street",
            "state": "Nuevo León",
            "municipality": "San Pedro Garza García",
            "street": "Blvd. Díaz Ordaz",
            "number": "1200",
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_streets(text, expected):
    assert_place(text, expected)


@pytest.mark.parametrize(("text", "expected"), [pair for pair in PLACES if pair[1]])
def test_streets_in_capitals_without_accents(text, expected):
    assert_same_in_capitals(text, expected)


@pytest.mark.parametrize(
    ("text", "number", "town"),
    [
        ("Av. Morelos 300, Torreón", "300", "Torreón"),
        ("calle hidalgo 12 ameca jalisco", "12", "Ameca"),
        ("av juarez 45 depto 2b, col centro, puebla", "45", "Puebla"),
    ],
)
def test_a_town_that_begins_like_a_floor_or_an_hour(text, number, town):
    said = place.read(text)
    assert (said["number"], said["municipality"]) == (number, town)
