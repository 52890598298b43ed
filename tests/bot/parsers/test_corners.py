"""Streets with a corner."""

import pytest
from places import assert_place, assert_same_in_capitals

PLACES = [
    (
        "estoy en Av Vallarta 1250 casi esquina con Chapultepec, Guadalajara",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Guadalajara",
            "street": "Av Vallarta",
            "number": "1250",
            "corner": "Chapultepec",
        },
    ),
    (
        "en la esquina de Juárez y Federalismo en guadalajara",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Guadalajara",
            "street": "Juárez",
            "corner": "Federalismo",
        },
    ),
    ("en Lázaro Cárdenas y 8 de julio", {"kind": "street", "street": "Lázaro Cárdenas", "corner": "8 de Julio"}),
    (
        "me encuentro en la colonia roma norte en la calle de durango esquina con insurgentes",
        {"kind": "street", "neighborhood": "Roma Norte", "street": "Durango", "corner": "Insurgentes"},
    ),
    ("Eje 3 sur y eje central", {"kind": "street", "street": "Eje 3 sur", "corner": "Eje Central"}),
    (
        "en eje central lázaro cárdenas esquina con viaducto",
        {"kind": "street", "street": "Eje Central Lázaro Cárdenas", "corner": "Viaducto"},
    ),
    (
        "en san luis rio colorado sonora en la calle obregon y 10",
        {
            "kind": "street",
            "state": "Sonora",
            "municipality": "San Luis Río Colorado",
            "street": "Obregon",
            "corner": "10",
        },
    ),
    (
        "av tecnologico esquina con paseo triunfo de la republica cd juarez",
        {
            "kind": "street",
            "state": "Chihuahua",
            "municipality": "Juárez",
            "street": "Av Tecnologico",
            "corner": "Paseo Triunfo de la Republica",
        },
    ),
    (
        "en hermosillo blvd morelos y luis encinas",
        {
            "kind": "street",
            "state": "Sonora",
            "municipality": "Hermosillo",
            "street": "Blvd Morelos",
            "corner": "Luis Encinas",
        },
    ),
    (
        "villahermosa tabasco en paseo tabasco y ruiz cortines",
        {
            "kind": "street",
            "state": "Tabasco",
            "municipality": "Centro",
            "street": "Paseo Tabasco",
            "corner": "Ruiz Cortines",
        },
    ),
    (
        "avenida central y valle del yukon en ecatepec edomex",
        {
            "kind": "street",
            "state": "Estado de México",
            "municipality": "Ecatepec",
            "street": "Avenida Central",
            "corner": "Valle del Yukon",
        },
    ),
    (
        "nezahualcoyotl, avenida pantitlan esquina cuarta avenida",
        {
            "kind": "street",
            "state": "Estado de México",
            "municipality": "Nezahualcóyotl",
            "street": "Avenida Pantitlan",
            "corner": "Cuarta Avenida",
        },
    ),
    (
        "en la 31 poniente y 16 de septiembre puebla",
        {
            "kind": "street",
            "state": "Puebla",
            "municipality": "Puebla",
            "street": "31 Poniente",
            "corner": "16 de Septiembre",
        },
    ),
    (
        "en la condesa, amsterdam esquina sonora",
        {"kind": "street", "neighborhood": "Condesa", "street": "Amsterdam", "corner": "Sonora"},
    ),
    (
        "en circuito interior y marina nacional",
        {"kind": "street", "street": "Circuito Interior", "corner": "Marina Nacional"},
    ),
    (
        "en Aguascalientes en el segundo anillo y avenida universidad",
        {
            "kind": "street",
            "state": "Aguascalientes",
            "municipality": "Aguascalientes",
            "street": "Segundo Anillo",
            "corner": "Avenida Universidad",
        },
    ),
    (
        "en el crucero de periférico y mariano otero",
        {"kind": "street", "street": "Periférico", "corner": "Mariano Otero"},
    ),
    (
        "en tlajomulco adolf b horn y 8 de julio",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Tlajomulco",
            "street": "Adolf B Horn",
            "corner": "8 de Julio",
        },
    ),
    (
        "sobre av. lopez portillo esq. con blvd coacalco, coacalco edo mex",
        {
            "kind": "street",
            "state": "Estado de México",
            "municipality": "Coacalco",
            "street": "Av. Lopez Portillo",
            "corner": "Blvd Coacalco",
        },
    ),
    (
        "choqué sobre Paseo de la Reforma casi llegando a Insurgentes, en la Juárez",
        {"kind": "street", "neighborhood": "Juárez", "street": "Paseo de la Reforma", "corner": "Insurgentes"},
    ),
    (
        "estoy en el puente vehicular de avenida aztlan y rangel frias en monterrey",
        {
            "kind": "street",
            "state": "Nuevo León",
            "municipality": "Monterrey",
            "street": "Avenida Aztlan",
            "corner": "Rangel Frias",
            "landmark": "Puente",
        },
    ),
    (
        "fue aquí en el centro de puebla en la 5 de mayo y 4 poniente",
        {
            "kind": "street",
            "state": "Puebla",
            "municipality": "Puebla",
            "neighborhood": "Centro",
            "street": "5 de Mayo",
            "corner": "4 Poniente",
        },
    ),
    ("en la cuauhtemoc y obrero mundial", {"kind": "street", "street": "Cuauhtemoc", "corner": "Obrero Mundial"}),
    (
        "en doctor vertiz y eje 5 sur narvarte",
        {"kind": "street", "street": "Doctor Vertiz", "corner": "Eje 5 Sur", "neighborhood": "Narvarte"},
    ),
    (
        "sobre rio churubusco y apatlaco iztacalco",
        {
            "kind": "street",
            "state": "Ciudad de México",
            "municipality": "Iztacalco",
            "street": "Rio Churubusco",
            "corner": "Apatlaco",
        },
    ),
    (
        "estamos en constituyentes y observatorio",
        {"kind": "street", "street": "Constituyentes", "corner": "Observatorio"},
    ),
    (
        "boulevard forjadores de sudcalifornia y 5 de febrero la paz bcs",
        {
            "kind": "street",
            "state": "Baja California Sur",
            "municipality": "La Paz",
            "street": "Boulevard Forjadores de Sudcalifornia",
            "corner": "5 de Febrero",
        },
    ),
    (
        "calle novena y revolucion tijuana",
        {
            "kind": "street",
            "state": "Baja California",
            "municipality": "Tijuana",
            "street": "Novena",
            "corner": "Revolucion",
        },
    ),
    (
        "tlaquepaque, av niños heroes y revolucion",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Tlaquepaque",
            "street": "Av Niños Heroes",
            "corner": "Revolucion",
        },
    ),
    (
        "guadalupe nuevo leon av benito juarez y pablo livas",
        {
            "kind": "street",
            "state": "Nuevo León",
            "municipality": "Guadalupe",
            "street": "Av Benito Juarez",
            "corner": "Pablo Livas",
        },
    ),
    (
        "cruzando la calle 5 de febrero con isabel la catolica",
        {"kind": "street", "street": "5 de Febrero", "corner": "Isabel la Catolica"},
    ),
    (
        "choqué hace 20 minutos en Av. Patria esquina con Acueducto, en Zapopan, Jalisco. No hay lesionados",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Zapopan",
            "street": "Av. Patria",
            "corner": "Acueducto",
        },
    ),
    (
        "choke en periferico y vallarta zapopan poliza 1042587 sin heridos",
        {"kind": "street", "state": "Jalisco", "municipality": "Zapopan", "street": "Periferico", "corner": "Vallarta"},
    ),
    (
        "en cancún, avenida tulum esquina con coba",
        {
            "kind": "street",
            "state": "Quintana Roo",
            "municipality": "Benito Juárez",
            "street": "Avenida Tulum",
            "corner": "Coba",
        },
    ),
    (
        "me pegaron en insurgentes sur y felix cuevas colonia del valle benito juarez cdmx",
        {
            "kind": "street",
            "state": "Ciudad de México",
            "municipality": "Benito Juárez",
            "neighborhood": "Del Valle",
            "street": "Insurgentes Sur",
            "corner": "Felix Cuevas",
        },
    ),
    (
        "en el cruce de lázaro cárdenas y mariano otero",
        {"kind": "street", "street": "Lázaro Cárdenas", "corner": "Mariano Otero"},
    ),
    (
        "ciudad juarez chihuahua en la avenida tecnologico y ejercito nacional",
        {
            "kind": "street",
            "state": "Chihuahua",
            "municipality": "Juárez",
            "street": "Avenida Tecnologico",
            "corner": "Ejercito Nacional",
        },
    ),
    (
        "en toluca en paseo tollocan esq con alfredo del mazo",
        {
            "kind": "street",
            "state": "Estado de México",
            "municipality": "Toluca",
            "street": "Paseo Tollocan",
            "corner": "Alfredo del Mazo",
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_corners(text, expected):
    assert_place(text, expected)


@pytest.mark.parametrize(("text", "expected"), [pair for pair in PLACES if pair[1]])
def test_corners_in_capitals_without_accents(text, expected):
    assert_same_in_capitals(text, expected)
