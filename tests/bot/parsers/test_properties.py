"""What must hold for any text and any number: nothing raises, offsets are right, what is said comes back."""

import random
import string
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.nlu.parsers import (
    colors,
    details,
    glass,
    incident,
    inciso,
    injuries,
    name_answers,
    occupants,
    phone,
    place,
    plates,
    policy_number,
    report_number,
    situation,
    third_parties,
    times,
    vehicle,
    vin,
    years,
)
from bot.nlu.parsers.every import find_all
from bot.nlu.parsers.folding import fold
from bot.nlu.parsers.luhn import luhn_ok
from bot.nlu.parsers.numbers import read_number
from bot.nlu.parsers.yes_no import is_unknown, read_yes_no

settings.register_profile("same-every-time", derandomize=True, deadline=None)
settings.load_profile("same-every-time")
NOW = datetime(2026, 11, 21, 21, 10, tzinfo=ZoneInfo("America/Mexico_City"))
WORDS = [
    "choqué",
    "con",
    "un",
    "taxi",
    "jetta",
    "en",
    "av",
    "vallarta",
    "y",
    "chapultepec",
    "zapopan",
    "jalisco",
    "km",
    "42",
    "135+200",
    "rumbo",
    "a",
    "colima",
    "póliza",
    "1042587",
    "inciso",
    "dos",
    "placas",
    "jnb-482-c",
    "mi",
    "hijo",
    "pablo",
    "manejaba",
    "hace",
    "20",
    "minutos",
    "ayer",
    "a",
    "las",
    "once",
    "de",
    "la",
    "noche",
    "entre",
    "las",
    "8",
    "y",
    "10",
    "no",
    "hay",
    "heridos",
    "dos",
    "lesionados",
    "murió",
    "nadie",
    "sí",
    "simón",
    "quién",
    "sabe",
    "treinta",
    "y",
    "tres",
    "dieciocho",
    "doble",
    "cero",
    "mil",
    "ciento",
    "un",
    "millón",
    "#88",
    "$500",
    "pesos",
    "serie",
    "3N1CN8AE1ML812345",
    "soy",
    "laura",
    "méndez",
    "SA",
    "de",
    "CV",
    "calle",
    "5",
    "de",
    "mayo",
    "esquina",
    "con",
    "col",
    "centro",
    "12/03/2026",
    "31/02",
    "99:99",
    "grúa",
    "llantas",
    "robaron",
    "a",
    "este",
    "mismo",
    ",",
    ".",
    ";",
    "?",
    "!",
    "-",
    "/",
    "(",
    ")",
    "ñ",
    "Ñ",
    "😀",
    "\n",
    "be",
    "de",
    "burro",
    "jota",
    "ene",
    "uve",
    "doble",
    "u",
]
SAID = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
READERS = [
    colors.read,
    details.age,
    details.cargo,
    glass.read,
    details.money,
    occupants.read,
    details.stolen_parts,
    details.tow_destination,
    details.whereabouts,
    incident.is_question,
    incident.read,
    incident.read_service,
    inciso.read,
    injuries.read,
    is_unknown,
    name_answers.read_name,
    phone.read,
    place.read,
    plates.read,
    read_number,
    read_yes_no,
    report_number.read,
    third_parties.read,
    vehicle.read,
    vin.read,
    years.read,
]
UNITS = ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"]
SPELLED = "a, be de burro, ce de casa, de, e, efe, ge, hache, jota, ka, ele, eme, ene, pe, erre, ese, te, u, ve chica"
PLATE_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
LETTERS = dict(zip(PLATE_LETTERS, (SPELLED + ", doble u, equis, i griega, zeta").split(", "), strict=True))


def _check(text):
    for found in find_all(text, NOW):
        assert text[found.start : found.end] == found.text
        assert 0 <= found.start < found.end <= len(text) or found.text == ""
    for reader in READERS:
        reader(text)
    for entity in situation.known():
        situation.read(entity, text)
    times.parse_time(text, NOW)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_no_text_makes_anything_raise(text):
    _check(text)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SAID)
def test_no_words_of_a_caller_make_anything_raise(text):
    _check(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "a" * 10_000,
        "1" * 10_000,
        "un " * 3_000,
        "😀" * 500,
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "\x00\x01",
        "ﬁ ½ ①",
        "Ĳ ß İ",
        "0" * 40,
        "-" * 300,
        "calle " * 500,
        "km " * 500,
        "entre y " * 300,
    ],
)
def test_odd_texts(text):
    _check(text)


@given(st.text(max_size=200))
def test_folding_keeps_every_place(text):
    assert len(fold(text)) == len(text)


@given(st.integers(100_000, 999_999_999))
def test_a_policy_number_comes_back_however_it_is_said(number):
    digits = str(number)
    assert read_number(digits) == [digits]
    assert read_number(" ".join(UNITS[int(d)] for d in digits))[0] == digits
    assert policy_number.find(f"mi póliza es la {digits}, choqué")[0].value == digits
    assert policy_number.find("poliza " + " ".join(UNITS[int(d)] for d in digits))[0].value == digits


@given(
    st.sampled_from(["33", "55", "81", "477", "998", "222", "664"]),
    st.integers(0, 99_999_999),
    st.sampled_from(["", "044 ", "01", "+52 ", "+52 1 ", "52"]),
    st.sampled_from(["", " ", "-"]),
)
def test_a_telephone_comes_back_with_any_prefix(area, rest, prefix, mark):
    national = area + f"{rest:08d}"[: 10 - len(area)]
    written = prefix + mark.join([national[:2], national[2:6], national[6:]])
    expected = phone.e164(national)
    found = [f.value for f in phone.find(f"mi tel es {written}") if f.value != "same"]
    assert found == ([expected] if expected else [])


@given(st.text(PLATE_LETTERS, min_size=3, max_size=3), st.integers(0, 999), st.sampled_from(PLATE_LETTERS))
def test_a_plate_comes_back_written_and_spelled(series, number, last):
    digits = f"{number:03d}"
    plate = f"{series}{digits}{last}"
    for said in (
        f"{series}-{digits}-{last}",
        plate.lower(),
        " ".join(LETTERS[c] for c in series) + " " + " ".join(UNITS[int(d)] for d in digits) + " " + LETTERS[last],
    ):
        assert plates.read(f"placas {said}") == plate, said


@given(
    st.text("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", min_size=17, max_size=17).filter(
        lambda v: any(c.isalpha() for c in v) and sum(c.isdigit() for c in v) >= 6
    )
)
def test_a_serial_number_comes_back_and_one_wrong_sign_shows(code):
    values = {
        **{str(d): d for d in range(10)},
        **dict(zip("ABCDEFGH", range(1, 9), strict=False)),
        **dict(zip("JKLMN", range(1, 6), strict=False)),
        "P": 7,
        "R": 9,
        **dict(zip("STUVWXYZ", range(2, 10), strict=False)),
    }
    weights = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
    rest = sum(values[c] * w for c, w in zip(code, weights, strict=False)) % 11
    right = code[:8] + ("X" if rest == 10 else str(rest)) + code[9:]
    assert vin.read(right.lower()) == {"vin": right, "valid": True}
    wrong = right[:16] + str((int(right[16]) + 1) % 10 if right[16].isdigit() else 5)
    assert values[wrong[16]] == values[right[16]] or vin.read(wrong)["valid"] is False


@given(st.integers(0, 9_999_999), st.integers(26, 29))
def test_a_report_number_comes_back_and_one_wrong_digit_shows(sequence, year):
    head = f"{year}{sequence:07d}"
    number = next(head + c for c in string.digits if luhn_ok(head + c))
    assert report_number.read(f"mi reporte es {number[:2]}-{number[2:9]}-{number[9]}") == (number, True)
    place_of_error = random.Random(sequence).randrange(2, 10)
    wrong = number[:place_of_error] + str((int(number[place_of_error]) + 1) % 10) + number[place_of_error + 1 :]
    assert report_number.read(wrong).valid is False


@given(st.integers(0, 500), st.integers(0, 999))
def test_a_kilometre_comes_back(km, metres):
    expected = km + metres / 1000
    for said in (f"km {km}+{metres:03d}", f"kilómetro {km} más {metres}"):
        value = place.find(f"en la carretera Guadalajara Colima {said} rumbo a Colima")[0].value
        assert abs(value["kilometer"] - expected) < 1e-9
