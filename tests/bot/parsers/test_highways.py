"""Roads: name, kilometre, heading, nearest town."""

import pytest
from places import assert_place, assert_same_in_capitals

PAST_SAN_LUIS = {
    "kind": "highway", "state": "San Luis Potosí", "municipality": "San Luis Potosí", "highway": "Federal 57",
    "kilometer": 95, "heading": "Matehuala",
}  # fmt: skip
PLACES = [
    (
        "estoy parado en la carretera a comalcalco tabasco",
        {"kind": "highway", "highway": "Carretera a Comalcalco", "state": "Tabasco"},
    ),
    (
        "carretera a Martínez de la Torre Veracruz",
        {"kind": "highway", "state": "Veracruz", "highway": "carretera a Martínez de la Torre"},
    ),
    (
        "en la carretera a Tecamachalco Puebla",
        {"kind": "highway", "highway": "carretera a Tecamachalco", "state": "Puebla"},
    ),
    (
        "carretera a Guasave Sinaloa km 8",
        {"kind": "highway", "highway": "carretera a Guasave", "state": "Sinaloa", "kilometer": 8},
    ),
    (
        "en la carretera tepic mazatlan km 20",
        {"kind": "highway", "highway": "Carretera Tepic Mazatlan", "kilometer": 20},
    ),
    (
        "en la 15 km 98 xa mazatlan",
        {"kind": "highway", "highway": "Federal 15", "kilometer": 98, "heading": "Mazatlan"},
    ),
    (
        "voy xa saltillo, km 30 d la carr 57",
        {"kind": "highway", "highway": "Federal 57", "heading": "Saltillo", "kilometer": 30},
    ),
    ("me quede en mx-toluca km 28", {"kind": "highway", "highway": "México-Toluca", "kilometer": 28}),
    ("mx 85d km 60", {"kind": "highway", "highway": "Federal 85D", "kilometer": 60}),
    (
        "en carretera a chapala km 17 enfrente del aeropuerto",
        {"kind": "highway", "highway": "Carretera a Chapala", "kilometer": 17, "landmark": "enfrente del aeropuerto"},
    ),
    (
        "blvd kukulcan km 12 zona hotelera cancun",
        {
            "kind": "street",
            "state": "Quintana Roo",
            "municipality": "Benito Juárez",
            "neighborhood": "Zona Hotelera",
            "street": "Blvd Kukulcan",
            "kilometer": 12,
        },
    ),
    (
        "en calzada de tlalpan a la altura del metro ermita sentido al centro",
        {
            "kind": "street",
            "street": "Calzada de Tlalpan",
            "heading": "centro",
            "landmark": "a la altura del metro ermita",
        },
    ),
    (
        "en apodaca nuevo leon sobre la carretera miguel aleman km 20",
        {
            "kind": "highway",
            "state": "Nuevo León",
            "municipality": "Apodaca",
            "highway": "Carretera Miguel Aleman",
            "kilometer": 20,
        },
    ),
    (
        "en la carretera nacional a la altura de el uro monterrey",
        {
            "kind": "highway",
            "state": "Nuevo León",
            "municipality": "Monterrey",
            "highway": "Carretera Nacional",
            "landmark": "a la altura de el uro",
        },
    ),
    (
        "libramiento noreste km 15 escobedo",
        {
            "kind": "highway",
            "state": "Nuevo León",
            "municipality": "Escobedo",
            "highway": "Libramiento Noreste",
            "kilometer": 15,
        },
    ),
    (
        "carretera 57 San Luis Potosí Querétaro km 180 sentido norte",
        {"kind": "highway", "highway": "Federal 57 San Luis Potosí Querétaro", "kilometer": 180, "heading": "norte"},
    ),
    (
        "autopista puebla orizaba km 190 cumbres de maltrata",
        {
            "kind": "highway",
            "state": "Veracruz",
            "municipality": "Maltrata",
            "highway": "Autopista Puebla Orizaba",
            "kilometer": 190,
        },
    ),
    (
        "vamos por la autopista del sol rumbo a cuernavaca kilometro 80",
        {"kind": "highway", "highway": "Autopista del Sol", "kilometer": 80, "heading": "Cuernavaca"},
    ),
    (
        "en la siglo veintiuno antes de llegar a la caseta de feliciano",
        {"kind": "highway", "highway": "Siglo XXI", "nearest_town": "Feliciano"},
    ),
    (
        "kilómetro 42 más 500 de la carretera Guadalajara Colima",
        {"kind": "highway", "highway": "carretera Guadalajara Colima", "kilometer": 42.5},
    ),
    (
        "en la carretera libre a Zapotlanejo por el puente de calderón",
        {"kind": "highway", "highway": "carretera libre a Zapotlanejo", "landmark": "Puente de Calderón"},
    ),
    ("me quedé tirado en el arco norte km 100", {"kind": "highway", "highway": "Arco Norte", "kilometer": 100}),
    (
        "en la autopista guadalajara tepic pasando la caseta de plan de barrancas",
        {"kind": "highway", "highway": "Autopista Guadalajara Tepic", "nearest_town": "Plan de Barrancas"},
    ),
    (
        "entre amatitan y tequila en la carretera libre",
        {"kind": "highway", "state": "Jalisco", "highway": "Carretera Libre", "nearest_town": "Amatitan"},
    ),
    (
        "cerca de lagos de moreno en la autopista a león",
        {"kind": "highway", "state": "Jalisco", "highway": "Autopista a León", "nearest_town": "Lagos de Moreno"},
    ),
    ("voy de guadalajara a puerto vallarta km 80", {"kind": "highway", "kilometer": 80, "heading": "Puerto Vallarta"}),
    (
        "en la carretera tepic mazatlan a la altura de escuinapa",
        {"kind": "highway", "state": "Sinaloa", "highway": "Carretera Tepic Mazatlan", "nearest_town": "Escuinapa"},
    ),
    ("la matehuala monterrey km 95", {"kind": "highway", "highway": "Matehuala Monterrey", "kilometer": 95}),
    (
        "por el entronque de el sauz en la mexico queretaro",
        {"kind": "highway", "highway": "Mexico Queretaro", "landmark": "Entronque de el Sauz"},
    ),
    (
        "saliendo de la caseta de tepotzotlán hacia querétaro",
        {"kind": "highway", "state": "Estado de México", "heading": "Querétaro", "nearest_town": "Tepotzotlán"},
    ),
    (
        "estoy en la gasolinera de la salida a morelia en patzcuaro",
        {"state": "Michoacán", "municipality": "Pátzcuaro", "heading": "Morelia", "landmark": "Gasolinera"},
    ),
    (
        "estoy en el kilómetro treinta y cinco de la México Cuernavaca",
        {"kind": "highway", "highway": "México Cuernavaca", "kilometer": 35.0},
    ),
    (
        "km. 35.5 carretera Mex-Cuernavaca dir. Cuernavaca",
        {"kind": "highway", "highway": "carretera México-Cuernavaca", "kilometer": 35.5, "heading": "Cuernavaca"},
    ),
    (
        "en insurgentes norte a la altura de la raza con dirección a indios verdes",
        {
            "kind": "street",
            "street": "Insurgentes Norte",
            "heading": "Indios Verdes",
            "landmark": "a la altura de la raza",
        },
    ),
    ("en la salida a nogales", {"heading": "Nogales"}),
    (
        "se me ponchó una llanta en la carretera a saltillo como en el kilometro 50 viniendo de monterrey",
        {"kind": "highway", "highway": "Carretera a Saltillo", "kilometer": 50},
    ),
    (
        "ando en tuxtla chiapas sobre el libramiento sur cerca del crea",
        {
            "kind": "highway",
            "state": "Chiapas",
            "municipality": "Tuxtla",
            "highway": "Libramiento Sur",
            "street": "Libramiento Sur",
            "landmark": "cerca del crea",
        },
    ),
    (
        "en la autopista Mexico-Toluca a la altura de la marquesa",
        {
            "kind": "highway",
            "state": "Estado de México",
            "highway": "autopista Mexico-Toluca",
            "nearest_town": "La Marquesa",
        },
    ),
    (
        "por la carretera federal a cuernavaca km 47 tres marias",
        {
            "kind": "highway",
            "state": "Morelos",
            "municipality": "Huitzilac",
            "highway": "Carretera Federal a Cuernavaca",
            "kilometer": 47,
        },
    ),
    (
        "en la 15 D entre Tepic y Guadalajara",
        {"kind": "highway", "state": "Nayarit", "highway": "Federal 15", "nearest_town": "Tepic"},
    ),
    (
        "en la carretera federal 200 km 15 rumbo a Manzanillo",
        {"kind": "highway", "highway": "Federal 200", "kilometer": 15, "heading": "Manzanillo"},
    ),
    (
        "autopista durango mazatlan kilometro 168 en el tunel",
        {"kind": "highway", "highway": "Autopista Durango Mazatlan", "kilometer": 168, "landmark": "Tunel"},
    ),
    (
        "carretera transpeninsular km 22 cabo san lucas",
        {
            "kind": "highway",
            "state": "Baja California Sur",
            "municipality": "Los Cabos",
            "highway": "Carretera Transpeninsular",
            "kilometer": 22,
        },
    ),
    ("en la rumorosa, bajando hacia mexicali", {"kind": "highway", "highway": "La Rumorosa", "heading": "Mexicali"}),
    (
        "en la cuota de cordoba a veracruz antes de la caseta de cuitlahuac",
        {
            "kind": "highway",
            "state": "Veracruz",
            "highway": "Cuota de Cordoba a Veracruz",
            "heading": "Veracruz",
            "nearest_town": "Cuitlahuac",
        },
    ),
    (
        "estoy atorado en el km 230 de la 85 cd victoria",
        {
            "kind": "highway",
            "state": "Tamaulipas",
            "municipality": "Victoria",
            "highway": "Federal 85",
            "kilometer": 230,
        },
    ),
    (
        "en la carretera tijuana ensenada km 45 la de cuota",
        {"kind": "highway", "highway": "Carretera Tijuana Ensenada", "kilometer": 45},
    ),
    (
        "en ixtapaluca sobre la federal mexico puebla km 32",
        {
            "kind": "highway",
            "state": "Estado de México",
            "municipality": "Ixtapaluca",
            "highway": "Mexico Puebla",
            "kilometer": 32,
        },
    ),
    (
        "por el mexiquense a la altura de tultepec",
        {"kind": "highway", "state": "Estado de México", "highway": "Mexiquense", "nearest_town": "Tultepec"},
    ),
    (
        "le di a un burro en la carretera de Zacatecas a Milpillas, en el km 9",
        {"kind": "highway", "highway": "carretera de Zacatecas a Milpillas", "kilometer": 9},
    ),
    ("voy por la 57 de San Luis Potosí hacia Matehuala, km 95", PAST_SAN_LUIS),
    (
        "carretera xalapa perote kilo metro diez y nueve",
        {"kind": "highway", "highway": "Carretera Xalapa Perote", "kilometer": 19},
    ),
    (
        "km 37 de la 15, voy para La Paz",
        {"kind": "highway", "highway": "Federal 15", "kilometer": 37, "heading": "La Paz"},
    ),
    (
        "federal 15 km 20 rumbo a los mochis",
        {"kind": "highway", "highway": "Federal 15", "kilometer": 20, "heading": "Los Mochis"},
    ),
    ("el kilómetro es el 41, no 14", {"kind": "highway", "kilometer": 41}),
    ("el km esta mal, es 73 no 37", {"kind": "highway", "kilometer": 73}),
    ("es el km 45, no, perdón, el 54", {"kind": "highway", "kilometer": 54}),
    (
        "federal 15 km 231 cerca d cibuta rumbo a nogales",
        {"kind": "highway", "highway": "Federal 15", "kilometer": 231, "heading": "Nogales", "nearest_town": "Cibuta"},
    ),
    ("en la curva de la pera rumbo a cuernavaca", {"kind": "highway", "highway": "La Pera", "heading": "Cuernavaca"}),
    (
        "me quede sin gasolina entre queretaro y celaya en la 45",
        {"kind": "highway", "state": "Querétaro", "highway": "Federal 45", "nearest_town": "Queretaro"},
    ),
    (
        "nos volcamos en la carretera Guadalajara Colima km 42 rumbo a Colima hay dos heridos",
        {"kind": "highway", "highway": "carretera Guadalajara Colima", "kilometer": 42, "heading": "Colima"},
    ),
    (
        "carretera Guadalajara-Colima kilómetro 42, vamos hacia Colima",
        {"kind": "highway", "highway": "carretera Guadalajara-Colima", "kilometer": 42, "heading": "Colima"},
    ),
    (
        "estoy en la autopista México Querétaro kilómetro 130 sentido a Querétaro",
        {"kind": "highway", "highway": "autopista México Querétaro", "kilometer": 130, "heading": "Querétaro"},
    ),
    (
        "en la mexico puebla km 82.5 cerca de rio frio",
        {
            "kind": "highway",
            "state": "Estado de México",
            "highway": "Mexico Puebla",
            "kilometer": 82.5,
            "nearest_town": "Rio Frio",
        },
    ),
    (
        "en la 57 a la altura de matehuala slp km 610",
        {
            "kind": "highway",
            "state": "San Luis Potosí",
            "highway": "Federal 57",
            "kilometer": 610,
            "nearest_town": "Matehuala",
        },
    ),
    (
        "autopista del sol kilometro ciento treinta y cinco más doscientos rumbo a acapulco",
        {"kind": "highway", "highway": "Autopista del Sol", "kilometer": 135.2, "heading": "Acapulco"},
    ),
    (
        "kilometro 23 de la carretera a chapala",
        {"kind": "highway", "highway": "Carretera a Chapala", "kilometer": 23},  # the name tells no heading
    ),
    (
        "por la caseta de palmillas en la mexico queretaro sentido a mexico",
        {
            "kind": "highway",
            "state": "Querétaro",
            "highway": "Mexico Queretaro",
            "heading": "Mexico",
            "nearest_town": "Palmillas",
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_highways(text, expected):
    assert_place(text, expected)


@pytest.mark.parametrize(("text", "expected"), [pair for pair in PLACES if pair[1]])
def test_highways_in_capitals_without_accents(text, expected):
    assert_same_in_capitals(text, expected)
