"""Streets in a colonia, and colonias alone."""

import pytest
from places import assert_place, assert_same_in_capitals

from bot.nlu.parsers import place
from bot.nlu.parsers.folding import fold

PLACES = [
    (
        "calle 20 de noviembre #105 centro oaxaca",
        {
            "kind": "street",
            "state": "Oaxaca",
            "municipality": "Oaxaca de Juárez",
            "neighborhood": "Centro",
            "street": "20 de Noviembre",
            "number": "105",
        },
    ),
    (
        "afuera de mi casa, calle Jacarandas 23, fraccionamiento Los Laureles, Celaya, Guanajuato",
        {
            "kind": "street",
            "state": "Guanajuato",
            "municipality": "Celaya",
            "neighborhood": "Los Laureles",
            "street": "Jacarandas",
            "number": "23",
        },
    ),
    ("aqui en polanco sobre masaryk", {"kind": "street", "neighborhood": "Polanco", "street": "Masaryk"}),
    (
        "en santa fe, vasco de quiroga 3800",
        {"kind": "street", "neighborhood": "Santa Fe", "street": "Vasco de Quiroga", "number": "3800"},
    ),
    (
        "en la Narvarte, calle Anaxágoras 1215",
        {"kind": "street", "neighborhood": "Narvarte", "street": "Anaxágoras", "number": "1215"},
    ),
    (
        "av. Universidad 1001, Chamilpa, Cuernavaca",
        {
            "kind": "street",
            "state": "Morelos",
            "municipality": "Cuernavaca",
            "neighborhood": "Chamilpa",
            "street": "av. Universidad",
            "number": "1001",
        },
    ),
    (
        "en Av. de las Américas 1500, Providencia",
        {"kind": "street", "neighborhood": "Providencia", "street": "Av. de las Américas", "number": "1500"},
    ),
    (
        "en Calle Hidalgo 234, Centro, Zapopan",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Zapopan",
            "neighborhood": "Centro",
            "street": "Hidalgo",
            "number": "234",
        },
    ),
    (
        "mi ubicacion es Calle Roble 15, Col. Las Flores, C.P. 45060, Zapopan, Jal.",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Zapopan",
            "neighborhood": "Las Flores",
            "street": "Roble",
            "number": "15",
        },
    ),
    (
        "calle encino 123 interior 4 colonia las torres monterrey nuevo leon",
        {
            "kind": "street",
            "state": "Nuevo León",
            "municipality": "Monterrey",
            "neighborhood": "Las Torres",
            "street": "Encino",
            "number": "123",
        },
    ),
    (
        "Privada de los Olivos No. 8, Fracc. Villas del Sol, Morelia, Mich.",
        {
            "kind": "street",
            "state": "Michoacán",
            "municipality": "Morelia",
            "neighborhood": "Villas del Sol",
            "street": "Privada de los Olivos",
            "number": "8",
        },
    ),
    (
        "av. de los insurgentes 300 col hipodromo alcaldia cuauhtemoc",
        {
            "kind": "street",
            "municipality": "Cuauhtémoc",
            "neighborhood": "Hipodromo",
            "street": "Av. de los Insurgentes",
            "number": "300",
        },
    ),
    (
        "en la colonia centro de guadalajara calle prisciliano sanchez",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Guadalajara",
            "neighborhood": "Centro",
            "street": "Prisciliano Sanchez",
        },
    ),
    (
        "en el fraccionamiento real del sol tecamac",
        {"kind": "street", "state": "Estado de México", "municipality": "Tecámac", "neighborhood": "Real del Sol"},
    ),
    (
        "calle 5 de mayo numero 45 col centro puebla",
        {
            "kind": "street",
            "state": "Puebla",
            "municipality": "Puebla",
            "neighborhood": "Centro",
            "street": "5 de Mayo",
            "number": "45",
        },
    ),
    (
        "en morelos doce cincuenta colonia centro",
        {"kind": "street", "neighborhood": "Centro", "street": "Morelos", "number": "1250"},
    ),
    (
        "anillo periférico poniente 4500 fraccionamiento ciudad granja",
        {"kind": "street", "neighborhood": "Ciudad Granja", "street": "Anillo Periférico Poniente", "number": "4500"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_neighborhoods(text, expected):
    assert_place(text, expected)


@pytest.mark.parametrize(("text", "expected"), [pair for pair in PLACES if pair[1]])
def test_neighborhoods_in_capitals_without_accents(text, expected):
    assert_same_in_capitals(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("av olivos 310 villa galaxia mazatlan", {"neighborhood": "Villa Galaxia", "municipality": "Mazatlán"}),
        ("estamos en costa verde, boca del río", {"neighborhood": "costa verde", "municipality": "Boca del Río"}),
        ("en la agrícola oriental, en iztacalco", {"neighborhood": "agrícola oriental", "municipality": "Iztacalco"}),
        ("aquí en Coahuila, por Lomas de Lourdes en Saltillo", {"neighborhood": "Lomas de Lourdes"}),
        ("av. tecnológico 22 san pablo querétaro", {"neighborhood": "San Pablo", "municipality": "Querétaro"}),
        ("calle 62 x 49 santa ana mérida", {"neighborhood": "Santa Ana", "municipality": "Mérida"}),
        ("blvd aeropuerto 9 otay tijuana", {"neighborhood": "Otay", "street": "Blvd Aeropuerto"}),
        ("en Ciudad Satélite, Naucalpan", {"neighborhood": "Ciudad Satélite", "municipality": "Naucalpan"}),
        ("madero y pino suarez centro oaxaca", {"neighborhood": "Centro", "corner": "Pino Suarez"}),
        ("av universidad 200 jardines del estadio slp", {"neighborhood": "Jardines del Estadio"}),
        ("calle pino 3 jardines del ocaso guadalajara", {"neighborhood": "Jardines del Ocaso"}),
        ("lo dejé en la col morelos, pachuca", {"neighborhood": "Morelos", "municipality": "Pachuca"}),
        ("no sé qué colonia sea, creo que es la Obrera", {"neighborhood": "Obrera"}),
        ("la colonia no es jardines es jardines del moral", {"neighborhood": "Jardines del Moral"}),
    ],
)
def test_colonias_of_the_town_that_is_named(text, expected):
    value = place.find(text)[0].value
    assert {key: fold(str(value[key])) for key in expected} == {key: fold(name) for key, name in expected.items()}


@pytest.mark.parametrize(
    "text",
    [
        "me bajaron del carro en ecatepec por la vía morelos",
        "en la curva de la pera rumbo a cuernavaca",
        "en el túnel, saltillo",
        "blvd bellas artes 10, tijuana",
        "en santa ana sonora",
        "en blvd forjadores la paz bcs",
        "Melchor Ocampo esquina con Emiliano Zapata, Mazatlán",
        "en el municipio de centro tabasco",
    ],
)
def test_what_is_no_colonia_though_one_is_called_so(text):
    assert place.find(text)[0].value["neighborhood"] is None
