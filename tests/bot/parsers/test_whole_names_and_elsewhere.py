"""Names said whole or short, the last of two said, and what is told of other places than where it happened."""

import pytest

from bot.nlu.parsers import place
from bot.nlu.parsers.every import find_all

TOLD = [
    # the article is the name's, or the speaker's
    ("afuera de mi casa en la colonia La Joya, Tlalpan", {"neighborhood": "La Joya", "municipality": "Tlalpan"}),
    ("en la colonia la paz, puebla", {"neighborhood": "La Paz"}),
    ("col. El Mirador, calle Reforma 22", {"neighborhood": "El Mirador", "street": "Reforma", "number": "22"}),
    ("en el barrio de la merced", {"neighborhood": "La Merced"}),
    ("la colonia es la roma", {"neighborhood": "Roma"}),
    ("en la colonia Jardines Los Naranjos, León", {"neighborhood": "Jardines Los Naranjos"}),
    ("en la col campestre los álamos en celaya", {"neighborhood": "Campestre los Álamos"}),
    ("en la colonia roma la puerta quedó mal", {"neighborhood": "Roma"}),
    ("estoy en la unidad vicente guerrero en iztapalapa", {"neighborhood": "Vicente Guerrero"}),
    ("la unidad no prende, está en la unidad de mi patrón", None),
    ("en la calle 30 por 21 y 23 de Montebello, Mérida", {"street": "30", "neighborhood": "Montebello"}),
    # a street along which one drove, or on which a shop stands
    ("venía subiendo x Ávila Camacho en Xalapa", {"street": "Ávila Camacho"}),
    ("bajando por rébsamen alta en xalapa me pegaron", {"street": "Rébsamen Alta"}),
    ("venía por mercancía y me pegaron en Puebla", {"street": None}),
    ("en el estacionamiento del Chedraui de Ávila Camacho, Xalapa", {"street": "Ávila Camacho"}),
    ("me pegaron en el Soriana de Gonzalitos, Monterrey", {"street": "Gonzalitos"}),
    ("me robaron en la Del Valle, en Amores y Torres Adalid", {"street": "Amores", "corner": "Torres Adalid"}),
    ("choqué en Puebla y Juan no trae licencia", {"street": None, "municipality": "Puebla"}),
    ("en la 5a avenida norte de San Cristóbal", {"street": "5a Avenida Norte"}),
    ("en calle 8 por 15 y 17 Diaz Ordaz, Mérida", {"street": "8", "neighborhood": "Diaz Ordaz"}),
    # towns in short, and named by what is of them
    ("me chocaron en el libramiento de Tepic y se fue", {"municipality": "Tepic", "state": "Nayarit"}),
    ("en el libramiento norte de Celaya", {"municipality": "Celaya"}),
    ("ando en nvo casas grandes", {"municipality": "Nuevo Casas Grandes"}),
    ("me pegaron en sn nicolas d los garza", {"municipality": "San Nicolás de los Garza"}),
    ("choke en tuxtla gtz", {"municipality": "Tuxtla Gutiérrez"}),
    ("una grua pal walmart matamoros", {"municipality": "Matamoros"}),
    # roads: the last kilometre said, whither, near what
    ("km 12, digo, 21 de la México-Toluca", {"kilometer": 21}),
    ("en el km 45... perdón km 54 de la Cuernavaca-Acapulco", {"kilometer": 54, "street": None}),
    ("en el kilómetro treinta no espere cuarenta de la carretera a Progreso", {"kilometer": 40}),
    ("en el km 230 no camina la troca", {"kilometer": 230}),
    ("voy en la Chihuahua-Juárez en el km 90, pa Villa Ahumada", {"heading": "Villa Ahumada", "kilometer": 90}),
    ("autopista del sol km 80, casi en Alpuyeca", {"nearest_town": "Alpuyeca", "municipality": None}),
    ("por el 34 de la carretera vieja a Tepic", {"kilometer": 34}),
    ("en el 120 de la calle Hidalgo", {"kilometer": None, "number": "120"}),
    ("voy a Monterrey en la libre, pasando Ramos Arizpe", {"kind": "highway", "nearest_town": "Ramos Arizpe"}),
    ("en aguas, av universidad y convencion", {"state": "Aguascalientes"}),
    ("el carro se quedó en aguas negras", None),
    # other places than where it happened
    ("llévenlo a mi casa, es en la colonia Las Fuentes", None),
    ("choqué en la colonia Roma, llévenlo al taller de Insurgentes 300, Narvarte", {"neighborhood": "Roma"}),
    ("venía sin nada, el remolque lo dejé en el patio de Escobedo", None),
    ("mi tía vive en la colonia Doctores y choqué en avenida Reforma", {"neighborhood": None}),
    ("traigo de pasajero a un señor que llevo atrás dice que le duele", None),
]


@pytest.mark.parametrize("text, told", TOLD)
def test_a_place_is_told_whole_and_is_where_it_happened(text, told):
    seen = [f.value for f in find_all(text) if f.entity == "place"]
    assert bool(seen) == (told is not None)
    assert {name: seen[0][name] for name in told or {}} == (told or {})


def test_a_landmark_behind_the_driver_is_none():
    assert place.find("el que iba atrás dice que le duele") == []
    assert place.find("estoy atrás de la iglesia")[0].value["landmark"] == "atrás de la iglesia"
