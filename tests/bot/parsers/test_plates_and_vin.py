"""Plates and serial numbers, written and spelled."""

import pytest

from bot.nlu.parsers import plates, vin

PLATES = [
    ("mis placas son JNB-482-C", "JNB482C"),
    ("placas jnb482c", "JNB482C"),
    ("placa JNB 482 C", "JNB482C"),
    ("JNB-482-C", "JNB482C"),
    ("las placas son jnb 482 c", "JNB482C"),
    ("plakas jnb482c", "JNB482C"),
    ("jota ene be cuatro ocho dos ce", "JNB482C"),
    ("jota, ene, be, cuatro, ochenta y dos, ce", "JNB482C"),
    ("placas jota ene be de burro cuatro ochenta y dos ce de casa", "JNB482C"),
    ("jota de José ene de Nicolás be grande cuatrocientos ochenta y dos ce", "JNB482C"),
    ("J N B 4 8 2 C", "JNB482C"),
    ("es la jota ene be guion cuatro ocho dos guion ce", "JNB482C"),
    ("JNB cuatro ochenta y dos C", "JNB482C"),
    ("ele pe de ocho uno siete ene", "LPD817N"),
    ("ele de lola pe de papá de de dedo ochocientos diecisiete ene", "LPD817N"),
    ("GZB-010-A", "GZB010A"),
    ("gzb o10 a", "GZB010A"),
    ("ge zeta be cero diez a", "GZB010A"),
    ("ge zeta be cero uno cero a de árbol", "GZB010A"),
    ("A12-BCD", "A12BCD"),
    ("placas de la cdmx A12BCD", "A12BCD"),
    ("ABC-12-34", "ABC1234"),
    ("abc1234", "ABC1234"),
    ("placas 45-AK-7R", "45AK7R"),
    ("cuarenta y cinco a ka siete erre", "45AK7R"),
    ("las placas federales son 123-AB-4", "123AB4"),
    ("1-234-TXA", "1234TXA"),
    ("placas del taxi uno doscientos treinta y cuatro te equis a", "1234TXA"),
    ("SAT-1207-A", "SAT1207A"),
    ("GTO-5521-B", "GTO5521B"),
    ("JW-12-345", "JW12345"),
    ("ve chica doble u equis uno dos tres a", "VWX123A"),
    ("placas uve doble ve equis 123 a", "VWX123A"),
    ("la placa de la moto es X45TR", "X45TR"),
    ("sí, son lna 402 m", "LNA402M"),
    ("erre ese te seis cuarenta ge", "RST640G"),
    ("i griega be de treinta y tres nueve efe", "YBD339F"),
    ("pls upk 771 e", "UPK771E"),
]


@pytest.mark.parametrize(("text", "value"), PLATES)
def test_plates_are_read(text, value):
    assert plates.read(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("upk siete siete uno e", "UPK771E"),
        ("son aro quinientos doce a", "ARO512A"),
        ("creo que es lna cuatro cero dos m", "LNA402M"),
        ("jota ene be cuatro ocho cinco, no, perdón, cuatro ocho dos ce", "JNB482C"),
        ("ele ene a, digo, be, cuatro cero dos eme", "LNB402M"),
        ("no las dos", None),
        ("son las doce y media", None),
        ("tiene los dos faros", None),
    ],
)
def test_letters_of_an_answer_may_be_a_syllable(text, value):
    assert plates.read(text) == value


@pytest.mark.parametrize(("text", "value"), [(t, v) for t, v in PLATES if "placa" in t or "-" in t])
def test_plates_are_found_in_any_message(text, value):
    assert [f.value for f in plates.find("Buenas tardes, choqué. " + text + ", no hay heridos")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "1042587",
        "3318452290",
        "hace 20 minutos",
        "iba en mi NP300 2019",
        "un F-150 roja",
        "CX-5 2020",
        "km 135+200",
        "en la calle 5 de mayo 120 a un lado",
        "son las 10:30 pm",
        "por la 57",
        "los 482 de ayer",
        "chevrolet s10 2010",
        "26-0000123-0",
        "hay 2 heridos",
        "ram 2500 blanca",
        "me pegó un T680",
        "fue el 12-03-2026",
    ],
)
def test_what_is_no_plate(text):
    assert plates.find(text) == []


@pytest.mark.parametrize("text", ["no tengo", "no me las sé", "quién sabe", "todavía no trae", ""])
def test_no_plate_in_the_answer(text):
    assert plates.read(text) is None


def test_a_permit_is_kept_as_said():
    assert plates.read("trae permiso 0123456") == "0123456"


VINS = [
    ("3N1CN8AE1ML812345", "3N1CN8AE1ML812345", True),
    ("el vin es 3n1cn8ae1ml812345", "3N1CN8AE1ML812345", True),
    ("serie 3N1 CN8 AE1 ML8 12345", "3N1CN8AE1ML812345", True),
    ("número de serie: 3N1CN8AE1ML8I2345", "3N1CN8AE1ML812345", True),
    ("NIV 1M8GDM9AXKPO42788", "1M8GDM9AXKP042788", True),
    ("1M8GDM9AXKP042789", "1M8GDM9AXKP042789", False),
    ("tres ene uno ce ene ocho a e uno eme ele ocho uno dos tres cuatro cinco", "3N1CN8AE1ML812345", True),
    ("serie tres ene uno, ce ene ocho, a e uno, eme ele ocho, doce, tres, cuarenta y cinco", "3N1CN8AE1ML812345", True),
    ("serie 3N1CN8AE1ML81234", "3N1CN8AE1ML81234", False),
]


@pytest.mark.parametrize(("text", "code", "valid"), VINS)
def test_a_serial_number_is_read(text, code, valid):
    assert vin.read(text) == {"vin": code, "valid": valid}


@pytest.mark.parametrize(
    "text",
    [
        "no la tengo",
        "1042587",
        "33 1845 2290",
        "está en la factura",
        "la 8800001 inciso 25",
        "JNB-482-C",
        "no tengo el número de serie a la mano",
        "mi cel es 5512 34 56 78",
    ],
)
def test_no_serial_number(text):
    assert vin.read(text) is None
