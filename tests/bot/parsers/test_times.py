"""When it happened. Now is Saturday 21 November 2026, 15:10 in Mexico City."""

from datetime import datetime, timedelta, timezone

import pytest

from bot.nlu.parsers.times import find, parse_time

NOW = datetime(2026, 11, 21, 15, 10, tzinfo=timezone(timedelta(hours=-6)))

PINNED = [
    ("choqué hace 20 minutos en", "11-21 14:50"),
    ("hace como diez minutos", "11-21 15:00"),
    ("hace unos 5 min", "11-21 15:05"),
    ("ase 20 minutos", "11-21 14:50"),
    ("tiene como media hora", "11-21 14:40"),
    ("ahorita", "11-21 15:10"),
    ("ahorita mismo acaba de pasar", "11-21 15:10"),
    ("acabo de chocar", "11-21 15:10"),
    ("hace una hora", "11-21 14:10"),
    ("hace dos horas", "11-21 13:10"),
    ("hace una hora y media", "11-21 13:40"),
    ("hace hora y media", "11-21 13:40"),
    ("hace un cuarto de hora", "11-21 14:55"),
    ("hace un par de horas", "11-21 13:10"),
    ("hace tres cuartos de hora", "11-21 14:25"),
    ("ha de hacer una hora", "11-21 14:10"),
    ("debe hacer como 3 cuartos de ora, apenas íbamos a comer", "11-21 14:25"),
    ("un cuarto de hora", "11-21 14:55"),
    ("hora y cuarto", "11-21 13:55"),
    ("ace una ora y cachito", "11-21 13:58"),
    ("hace dos horas y pico", "11-21 12:58"),
    ("no tiene ni media hora", "11-21 14:40"),
    ("hará cosa de veinte minutos", "11-21 14:50"),
    ("no tiene mucho, unos 15 minutos", "11-21 14:55"),
    ("hace un ratito, como 10 min", "11-21 15:00"),
    ("llevo aquí parado media hora", "11-21 14:40"),
    ("van a ser tres horas", "11-21 12:10"),
    ("ya va pa una hora", "11-21 14:10"),
    ("hace 1 hr 20 min", "11-21 13:50"),
    ("antier como a las 9 d la noxe", "11-19 21:00"),
    ("antier x la noche a eso de las 11", "11-19 23:00"),
    ("aller a las 7 d la mañana", "11-20 07:00"),
    ("tipo 8 dl dia", "11-21 08:00"),
    ("el jueves a las 6 pm, apenas hoy reporto", "11-19 18:00"),
    ("fue el jueves a las 4 de la tarde pero hasta hoy me animé a llamar", "11-19 16:00"),
    ("hoy me decidí a hablarles, fue el martes a las 10 de la mañana", "11-17 10:00"),
    ("apenas hoy a las 9 de la mañana me pegaron", "11-21 09:00"),
    ("hace media hora", "11-21 14:40"),
    ("15 minutos", "11-21 14:55"),
    ("como 20 minutos", "11-21 14:50"),
    ("ayer como a las once de la noche", "11-20 23:00"),
    ("ayer a las cinco y veinte", "11-20 17:20"),
    ("el viernes a las 3 y media", "11-20 15:30"),
    ("el jueves a las 8 de la mañana", "11-19 08:00"),
    ("anoche a las 11", "11-20 23:00"),
    ("anoche como a la una", "11-21 01:00"),
    ("cuarto para las ocho", "11-21 07:45"),
    ("diez para las tres", "11-21 14:50"),
    ("como a las dos", "11-21 14:00"),
    ("a las 14:30", "11-21 14:30"),
    ("a las 2:15 pm", "11-21 14:15"),
    ("a la una y cuarto", "11-21 13:15"),
    ("a las doce del día", "11-21 12:00"),
    ("a las 12 de la noche", "11-21 00:00"),
    ("a las 8 de la noche", "11-20 20:00"),
    ("al mediodía", "11-21 12:00"),
    ("esta mañana como a las 9", "11-21 09:00"),
    ("hoy a las 7 am", "11-21 07:00"),
    ("hoy como a las diez treinta", "11-21 10:30"),
    ("antier a las 6 de la tarde", "11-19 18:00"),
    ("el 12/03 a las 5 pm", "03-12 17:00"),
    ("el 5 de noviembre de 2026 a las 7:15 de la mañana", "11-05 07:15"),
    ("el 20 de noviembre a las 9 de la noche", "11-20 21:00"),
    ("a las tres de la mañana", "11-21 03:00"),
    ("tipo 2 de la tarde", "11-21 14:00"),
    ("fue a eso de las 11 de la mañana", "11-21 11:00"),
    ("1430 hrs", "11-21 14:30"),
]


@pytest.mark.parametrize(("text", "expected"), PINNED)
def test_an_instant(text, expected):
    said = parse_time(text, NOW)
    assert said and said.at and said.at.strftime("%m-%d %H:%M") == expected
    assert said.earliest <= said.at <= said.latest and not said.future


RANGES = [
    ("hace rato", "11-21 11:10", "11-21 14:55"),
    ("entre las 8 y las 10 de la mañana de hoy", "11-21 08:00", "11-21 10:00"),
    ("entre las 8 y las 10 de la mañana", "11-21 08:00", "11-21 10:00"),
    ("entre las dos y las tres", "11-21 14:00", "11-21 15:00"),
    ("como entre 1 y 2", "11-21 13:00", "11-21 14:00"),
    ("de 1 a 2 de la tarde", "11-21 13:00", "11-21 14:00"),
    ("ayer entre 6 y 8 de la tarde", "11-20 18:00", "11-20 20:00"),
    ("entre las once de la noche y las seis de la mañana", "11-20 23:00", "11-21 06:00"),
    ("anoche", "11-20 19:00", "11-21 04:00"),
    ("ayer", "11-20 00:00", "11-20 23:59"),
    ("antier", "11-19 00:00", "11-19 23:59"),
    ("hoy en la mañana", "11-21 06:00", "11-21 12:00"),
    ("en la madrugada", "11-21 00:00", "11-21 06:00"),
    ("ayer en la tarde", "11-20 12:00", "11-20 19:00"),
    ("el lunes pasado por la tarde", "11-16 12:00", "11-16 19:00"),
    ("el miércoles", "11-18 00:00", "11-18 23:59"),
    ("12 de marzo", "03-12 00:00", "03-12 23:59"),
    ("hace dos días", "11-19 00:00", "11-19 23:59"),
    ("hace una semana", "11-14 00:00", "11-14 23:59"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), RANGES)
def test_a_range(text, earliest, latest):
    said = parse_time(text, NOW)
    assert said and said.at is None
    assert (said.earliest.strftime("%m-%d %H:%M"), said.latest.strftime("%m-%d %H:%M")) == (earliest, latest)
    assert said.earliest <= said.best <= said.latest


@pytest.mark.parametrize(
    "text",
    [
        "mañana a las 8 de la mañana",
        "mañana",
        "el 30 de noviembre",
        "el 22 de noviembre de 2026 a las 3",
        "pasado mañana",
        "el 25/12/2026",
        "al rato",
    ],
)
def test_a_time_to_come_is_flagged(text):
    said = parse_time(text, NOW)
    assert said and said.future


@pytest.mark.parametrize(
    "text",
    [
        "me pegaron entre morelos y juarez",
        "tengo 38 años",
        "avenida 16 de septiembre",
        "calle 5 de mayo",
        "mi póliza es 1042587",
        "sí",
        "hay 2 heridos",
        "a la altura del km 42",
        "iba con las 2 manos",
        "en la 57",
        "por la derecha",
        "modelo 2019",
        "33 1845 2290",
        "sí, ahora sí",
        "la otra camioneta",
        "no sé",
        "llevo 5 años con ustedes",
        "de noche no veo bien",
        "son las placas",
        "las 4 llantas",
    ],
)
def test_no_time(text):
    assert parse_time(text, NOW) is None


def test_the_words_are_kept():
    found = find("Buenas, choqué ayer como a las once de la noche en Zapopan", NOW)[0]
    assert found.text == "ayer como a las once de la noche"
    assert found.value["at"] == "2026-11-20T23:00:00-06:00"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("anoche, como de las once a las seis de la mañana", "11-20 23:00", "11-21 06:00"),
        ("anoche entre 9 y 8 de la mañana", "11-20 21:00", "11-21 08:00"),
        ("anoche de 12 a 5", "11-21 00:00", "11-21 05:00"),
        ("anoche entre 9 y 11", "11-20 21:00", "11-20 23:00"),
        ("anoche entre la una y las tres", "11-21 01:00", "11-21 03:00"),
        ("de 10 de la noche a 5 de la mañana", "11-20 22:00", "11-21 05:00"),
        ("entre las 11:30 pm y las 6 am", "11-20 23:30", "11-21 06:00"),
        ("ayer de las 8 de la noche a las 7 de hoy", "11-20 20:00", "11-21 07:00"),
        ("entre las 9 de anoche y las 6 de la mañana", "11-20 21:00", "11-21 06:00"),
        ("desde anoche a las 11 hasta las 7 de la mañana", "11-20 23:00", "11-21 07:00"),
        ("el miércoles en la noche, entre las 10 y las 6", "11-18 22:00", "11-19 06:00"),
        ("el martes entre las 11 de la noche y las 6 de la mañana", "11-17 23:00", "11-18 06:00"),
        ("en la noche, entre las 12 y las 4", "11-21 00:00", "11-21 04:00"),
        ("hoy en la madrugada, entre las 3 y las 5", "11-21 03:00", "11-21 05:00"),
        ("ayer entre las 9 y las 11 de la mañana", "11-20 09:00", "11-20 11:00"),
        ("ayer entre las 11 y las 2 de la tarde", "11-20 11:00", "11-20 14:00"),
        ("ayer entre 5 y 8 de la noche", "11-20 17:00", "11-20 20:00"),
        ("entre ocho y diez de anoche, no sabría decirle bien", "11-20 20:00", "11-20 22:00"),
        ("entre las nueve de la mañana y la una de la tarde", "11-21 09:00", "11-21 13:00"),
    ],
)
def test_from_one_hour_to_another(text, first, last):
    said = parse_time(text, NOW)
    assert said and said.at is None and not said.future
    assert (said.earliest.strftime("%m-%d %H:%M"), said.latest.strftime("%m-%d %H:%M")) == (first, last)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("ayr a las 8 am", "11-20 08:00"),
        ("antir a las 9pm", "11-19 21:00"),
        ("allr como a las 7 d la noch", "11-20 19:00"),
    ],
)
def test_days_as_thumbs_write_them(text, at):
    said = parse_time(text, NOW)
    assert said and said.at and said.at.strftime("%m-%d %H:%M") == at


@pytest.mark.parametrize("text", ["entre 10 y 20 heridos", "anoche en la 60 entre 35 y 37 colonia Centro"])
def test_numbers_between_are_no_hours(text):
    said = parse_time(text, NOW)
    assert said is None or (said.earliest.hour, said.latest.hour) == (19, 4)
