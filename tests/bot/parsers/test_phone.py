"""Mexican telephones, and 'this same number'."""

import pytest

from bot.nlu.parsers import phone

NUMBERS = [
    ("33 1845 2290", "+523318452290"),
    ("3318452290", "+523318452290"),
    ("(33) 1845-2290", "+523318452290"),
    ("33-18-45-22-90", "+523318452290"),
    ("33.1845.2290", "+523318452290"),
    ("331 845 2290", "+523318452290"),
    ("+52 33 1845 2290", "+523318452290"),
    ("+52 1 33 1845 2290", "+523318452290"),
    ("+5213318452290", "+523318452290"),
    ("whatsapp:+5213318452290", "+523318452290"),
    ("52 33 1845 2290", "+523318452290"),
    ("044 33 1845 2290", "+523318452290"),
    ("045 33 1845 2290", "+523318452290"),
    ("01 33 1845 2290", "+523318452290"),
    ("treinta y tres dieciocho cuarenta y cinco veintidós noventa", "+523318452290"),
    ("33, 18, 45, 22, 90", "+523318452290"),
    ("tres tres uno ocho cuatro cinco dos dos nueve cero", "+523318452290"),
    ("treinta y tres, uno ocho cuatro cinco, dos dos nueve cero", "+523318452290"),
    ("mi cel es el tres tres dieciocho cuarenta y cinco veintidos noventa", "+523318452290"),
    ("33 dieciocho 45 veintidós 90", "+523318452290"),
    ("cincuenta y cinco doce treinta y cuatro cincuenta y seis setenta y ocho", "+525512345678"),
    ("cinco cinco doble uno veintidós treinta y tres cuarenta y cuatro", "+525511223344"),
    ("ochenta y uno doce treinta y cuatro cincuenta y seis setenta y ocho", "+528112345678"),
    ("cuatro siete siete uno dos tres nueve ocho siete seis", "+524771239876"),
    ("477 123 98 76", "+524771239876"),
    ("cuatrocientos setenta y siete ciento veintitrés noventa y ocho setenta y seis", "+524771239876"),
    ("el 3312001122", "+523312001122"),
    ("llámenme al 3312001122 por favor", "+523312001122"),
    ("póliza 1042587, cel 3318452290", "+523318452290"),
    ("póliza 1042587 y mi telefono 33 18 45 22 90 gracias", "+523318452290"),
    ("soy Ana, 8112345678, póliza 2087713", "+528112345678"),
    ("me pueden marcar al 998 123 4567", "+529981234567"),
    ("tel. 229-123-45-67", "+522291234567"),
    ("mi whats 6641234567", "+526641234567"),
    ("+1 619 555 0134", "+16195550134"),
    ("mi numero es 55 1234 5678 es de mi esposa", "+525512345678"),
]


@pytest.mark.parametrize(("text", "e164"), NUMBERS)
def test_a_telephone_is_found(text, e164):
    assert [f.value for f in phone.find(text)] == [e164]
    assert phone.read(text).e164 == e164


@pytest.mark.parametrize(
    "text",
    [
        "a este mismo",
        "a este mismo número",
        "este mismo",
        "al que le estoy marcando",
        "el mismo del que llamo",
        "este",
        "al mismo",
        "a este whatsapp",
        "es este número",
        "pues a este numero",
        "del que le hablo",
        "el mismo",
        "a este cel",
        "por este medio está bien",
        "es el mismo de donde le escribo",
        "a este x favor",
        "este que le marca",
    ],
)
def test_the_number_in_use(text):
    said = phone.read(text)
    assert said is not None and said.same


@pytest.mark.parametrize(
    ("text", "problem"),
    [("1845 2290", "too_short"), ("331845229", "too_short"), ("33184522901", "too_long"), ("0000000000", "invalid")],
)
def test_a_number_that_cannot_be_is_told_apart(text, problem):
    said = phone.read(text)
    assert said.e164 is None and said.problem == problem


@pytest.mark.parametrize(
    "text",
    [
        "1042587",
        "póliza 3318452290",
        "26-0000123-0",
        "calle 60 numero 1250",
        "2019",
        "no tengo teléfono",
        "serie 3N1CN8AE1ML812345",
        "el otro carro es este",
        "choqué en este crucero",
        "1042587 2",
    ],
)
def test_what_is_no_telephone(text):
    assert phone.find(text) == []
