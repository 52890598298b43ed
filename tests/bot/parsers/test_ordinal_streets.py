"""Streets named by an ordinal, by a state, and after their colonia."""

import pytest

from bot.nlu.parsers import place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("por la 5a norte poniente, enfrente del Chedraui en Tuxtla", {"street": "5a Norte Poniente"}),
        ("en la quinta norte frente al mercado, tuxtla gutiérrez", {"street": "Quinta Norte", "neighborhood": None}),
        ("en ciudad juárez por la tecnológico", {"street": "Tecnológico", "neighborhood": None}),
        ("ciudad juárez por la insurgentes pasando la reforma", {"street": "Insurgentes"}),
        ("calle 50 por 65 del centro de Mérida", {"street": "50", "corner": "65", "neighborhood": "Centro"}),
        ("Playa del Carmen, quinta avenida con calle 38 norte", {"street": "Quinta Avenida", "corner": "38 Norte"}),
        ("Playa del Carmen, en la 25 avenida con calle 10", {"street": "25 Avenida", "corner": "10", "highway": None}),
        ("blvd lazaro cardenas entre la 3 y la 4 en san quintin", {"between_streets": ["3", "4"]}),
        ("entre 8 y 9 de la noche en la calle 5", {"between_streets": []}),
        ("en viaducto a la altura de insurgentes y tlalpan", {"street": "Viaducto", "municipality": None}),
        ("Sexta avenida 340 col chapultepec", {"street": "Sexta avenida", "number": "340"}),
        ("3ra privada de juarez 12 col obrera", {"street": "3ra Privada de Juarez", "number": "12"}),
        ("calle poniente 150 número 622 colonia vallejo", {"street": "Poniente 150", "number": "622"}),
        ("en la calle oriente 8 num 14 orizaba", {"street": "Oriente 8", "number": "14"}),
        ("calle sur 73 esquina con apatlaco", {"street": "Sur 73", "corner": "Apatlaco"}),
        ("avenida juárez poniente 150", {"street": "Avenida Juárez Poniente", "number": "150"}),
        ("durango 180 col roma norte", {"street": "Durango", "number": "180", "municipality": None}),
        ("col roma nte, durango 180 casi con insurgentes cdmx", {"street": "Durango", "corner": "Insurgentes"}),
        ("en la cincuenta y siete pasando matehuala", {"highway": "Federal 57", "nearest_town": "Matehuala"}),
        ("choqué en durango, 2 heridos", {"street": None, "municipality": "Durango"}),
    ],
)
def test_a_number_may_be_the_name(text, expected):
    read = place.read(text)
    assert {key: read[key] for key in expected} == expected
