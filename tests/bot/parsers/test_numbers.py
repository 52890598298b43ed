"""Numbers, policies, incisos, report numbers and folios, however they are said."""

import pytest

from bot.nlu.parsers import folio, inciso, policy_number, report_number
from bot.nlu.parsers.numbers import read_number, runs

READINGS = [
    ("1042587", "1042587"),
    ("1 042 587", "1042587"),
    ("1,042,587", "1042587"),
    ("1O42587", "1042587"),
    ("es la 700145O", "7001450"),
    ("10-42-587", "1042587"),
    ("104.25.87", "1042587"),
    ("uno cero cuatro dos cinco ocho siete", "1042587"),
    ("UNO CERO CUATRO DOS CINCO OCHO SIETE", "1042587"),
    ("uno, cero, cuatro, dos, cinco, ocho, siete", "1042587"),
    ("eh es uno cero cuatro este dos cinco ocho siete", "1042587"),
    ("diez cuarenta y dos cinco ochenta y siete", "1042587"),
    ("ciento cuatro veinticinco ochenta y siete", "1042587"),
    ("un millón cuarenta y dos mil quinientos ochenta y siete", "1042587"),
    ("mil cuarenta y dos quinientos ochenta y siete", "1042587"),
    ("diez 42 quinientos ochenta y siete", "1042587"),
    ("siete doble cero uno cuatro cinco cero", "7001450"),
    ("siete cero cero catorce cincuenta", "7001450"),
    ("setenta cero catorce cincuenta", "7001450"),
    ("seis uno triple cero cero uno", "6100001"),
    ("sesenta y uno cero cero cero cero uno", "6100001"),
    ("ocho ocho cero cero cero cero uno", "8800001"),
    ("veinte ochenta y siete siete trece", "2087713"),
    ("dos cero ocho siete siete uno tres", "2087713"),
    ("treinta cincuenta y cinco uno veinte", "3055120"),
    ("cuarentaicinco diesiseis", "4516"),
    ("veintidos treintaitres", "2233"),
    ("seis uno, tres veces cero, cero uno", "6100001"),
    ("seis uno ceros cuatro veces uno", "6100001"),
    ("ocho ocho cuatro ceros uno", "8800001"),
    ("ocho ocho, cuatro veces el cero, uno", "8800001"),
]


@pytest.mark.parametrize(("text", "digits"), READINGS)
def test_a_number_is_read_digit_by_digit_in_pairs_in_hundreds_or_written(text, digits):
    assert read_number(text)[0] == digits


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("treinta tres cincuenta", "30350"),
        ("veinte cuarenta", "2040"),
        ("mi póliza es la 1042587 inciso 2", "1042587"),
        ("dos mil ochenta", "2080"),
        ("siete mil uno cuatro cincuenta", "7001450"),
    ],
)
def test_other_readings_of_the_same_words_are_offered(text, reading):
    assert reading in read_number(text)


@pytest.mark.parametrize("text", ["", "un carro", "no la tengo", "una camioneta me pegó", "quién sabe", "la otra"])
def test_articles_are_no_numbers(text):
    assert read_number(text) == []


def test_a_stop_parts_two_long_numbers():
    assert [run.digits for run in runs("póliza 1042587, 3318452290")] == ["1042587", "3318452290"]
    assert [run.digits for run in runs("1042587\n3318452290")] == ["1042587", "3318452290"]


POLICIES = [
    ("mi póliza es la 1042587", "1042587"),
    ("poliza 1042587 sin heridos", "1042587"),
    ("POLIZA: 1042587", "1042587"),
    ("póliza no. 1042587", "1042587"),
    ("Póliza #1042587", "1042587"),
    ("pol 1042587", "1042587"),
    ("polisa num 1042587", "1042587"),
    ("número de póliza: 10 42 587", "1042587"),
    ("num de pol. 10-42-587", "1042587"),
    ("la póliza es la uno cero cuatro dos cinco ocho siete", "1042587"),
    ("tengo la poliza 7001450 y el inciso 2", "7001450"),
    ("7001450 inciso 2", "7001450"),
    ("7001450-2", "7001450"),
    ("la mía es la 2087713", "2087713"),
    ("es la 2087713", "2087713"),
    ("choqué en periférico 1042587 es mi póliza", "1042587"),
    ("póliza 1042587 tel 3318452290", "1042587"),
    ("mi teléfono es 3318452290 y mi póliza 1042587", "1042587"),
    ("mi numero de poliza creo que es 6100001", "6100001"),
    ("pues la póliza dice siete cero cero uno cuatro cinco cero", "7001450"),
    ("soy laura mendez poliza uno cero cuatro dos cinco ocho siete choque en zapopan", "1042587"),
    ("mi seguro es el 1042587", "1042587"),
    ("póliza 9999999", "9999999"),
    ("traigo el número de póliza aquí, es el 3 0 5 5 1 2 0", "3055120"),
]


@pytest.mark.parametrize(("text", "digits"), POLICIES)
def test_a_policy_number_is_found_named_or_bare(text, digits):
    assert [f.value for f in policy_number.find(text)] == [digits]


@pytest.mark.parametrize(
    "text",
    [
        "33 1845 2290",
        "mi cel es 3318452290",
        "tel 18452290",
        "calle Morelos 1250",
        "placas JNB-482-C",
        "placas 123456",
        "km 135+200",
        "modelo 2019",
        "folio 1234567",
        "serie 12345678",
        "me costó 350000 pesos",
        "no tengo mi póliza a la mano",
        "la póliza está en la casa",
        "reporte 2600001230",
        "son las 10 30",
        "el 12/03/2026",
    ],
)
def test_other_numbers_are_no_policy(text):
    assert policy_number.find(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("el 2", 2),
        ("inciso 2", 2),
        ("inciso dos", 2),
        ("es el inciso número 14", 14),
        ("el segundo", 2),
        ("el primero", 1),
        ("la segunda unidad", 2),
        ("dos", 2),
        ("creo que el 15", 15),
        ("7001450-2", 2),
        ("póliza 7001450 inciso tres", 3),
        ("INCISO 2", 2),
        ("el uno", 1),
        ("es el dieciocho, uno ocho", 18),
        ("el treinta y dos tres dos, así viene", 32),
        ("el cuatro, cuatro", 4),
        ("el ciento seis uno cero seis", 106),
        ("dos cuatro", 24),
        ("el doce cinco", 125),
        ("inciso cero dos", 2),
        ("es el inciso 0 0 4", 4),
    ],
)
def test_an_inciso_is_read(text, number):
    assert inciso.read(text) == number


@pytest.mark.parametrize("text", ["no sé", "quién sabe", "", "la verdad no"])
def test_no_inciso(text):
    assert inciso.read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "26-0000123-0",
        "mi reporte es 26-0000123-0",
        "reporte 2600001230",
        "26 0000123 0",
        "dos seis cero cero cero cero uno dos tres cero",
        "veintiséis cero cero cero cero uno dos tres cero",
        "el número de siniestro es el 26 00 00 12 30",
        "dos seis doble cero doble cero uno dos tres cero",
    ],
)
def test_a_report_number_is_found(text):
    assert [f.value for f in report_number.find(text)] == ["2600001230"]
    assert report_number.read(text).valid


def test_a_wrong_digit_of_a_report_number_is_told():
    assert report_number.read("26-0000123-1") == ("2600001231", False)
    assert [f.entity for f in report_number.find("mi reporte es 26-0000124-0")] == ["report_number_wrong"]


def test_a_telephone_is_no_report_number():
    assert report_number.find("3318452290") == []
    assert report_number.find("mi reporte de ayer, mi tel es 3318452290") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("mi folio es T-2026-000123", "T-2026-000123"),
        ("folio 4567", "4567"),
        ("el folio del trámite es CON-123", "CON-123"),
        ("número de folio ABC12345", "ABC12345"),
        ("folio: 2026-0001", "2026-0001"),
        ("mi tramite es folio uno dos tres cuatro cinco", "12345"),
    ],
)
def test_a_folio_is_found(text, value):
    assert [f.value for f in folio.find(text)] == [value]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("siete millones no sé qué, espéreme, es la 7001450", "7001450"),
        ("empieza con un millón y tantos... ya la vi: 1042587", "1042587"),
        ("cinco millones y pico", None),
    ],
)
def test_the_beginning_of_a_number_is_no_number(text, number):
    assert [f.value for f in policy_number.find(text)] == ([number] if number else [])
