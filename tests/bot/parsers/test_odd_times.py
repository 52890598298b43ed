"""Hours in odd forms, and when a loss was found that nobody saw. Now is Saturday 21 November 2026, 15:10."""

from datetime import datetime, timedelta, timezone

import pytest

from bot.nlu.parsers.times import parse_time

NOW = datetime(2026, 11, 21, 15, 10, tzinfo=timezone(timedelta(hours=-6)))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("hace 1/2 hora", "11-21 14:40"),
        ("ase 1/2 hr mas o menos", "11-21 14:40"),
        ("hace ½ hora", "11-21 14:40"),
        ("hace 1 1/2 hrs", "11-21 13:40"),
        ("tiene hora y 1/2", "11-21 13:40"),
        ("hace 3/4 de hora", "11-21 14:25"),
        ("como 1/4 de hora", "11-21 14:55"),
        ("hace 2h30", "11-21 12:40"),
        ("llevo aquí media hora", "11-21 14:40"),
        ("ya tendrá sus dos horas", "11-21 13:10"),
        ("antier 645pm", "11-19 18:45"),
        ("ayer 930am", "11-20 09:30"),
        ("hoy 1015", "11-21 10:15"),
        ("a las 1310", "11-21 13:10"),
        ("fue a las 840", "11-21 08:40"),
        ("7 20 de la mañana", "11-21 07:20"),
        ("nueve treinta", "11-21 09:30"),
        ("14 hrs", "11-21 14:00"),
        ("ahorita en la mañana nueve y cuarto", "11-21 09:15"),
        ("anoche diez y media", "11-20 22:30"),
        ("al mediodía, doce y veinte", "11-21 12:20"),
        ("veinte pa las tres", "11-21 14:40"),
        ("cuarto pa la una", "11-21 12:45"),
        ("a la 1 y pico", "11-21 13:10"),
        ("a media mañana", "11-21 10:30"),
        ("las 4", "11-21 04:00"),
        ("hace no sé veinte treinta minutos", "11-21 14:45"),
        ("tendrá, yo creo, unos 10 o 20 min", "11-21 14:55"),
        ("hará como dos, cuatro horas", "11-21 12:10"),
        ("unos 10 20 minutos cuando mucho", "11-21 14:55"),
        ("ayer ya noche, tipo 10", "11-20 22:00"),
        ("el jueves, ya tarde, como a las 9", "11-19 21:00"),
        ("hace 1 hora y 20 minutos", "11-21 13:50"),
        ("ayer las 4", "11-20 16:00"),
    ],
)
def test_odd_forms(text, at):
    said = parse_time(text, NOW)
    assert said and said.at and said.at.strftime("%m-%d %H:%M") == at


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("lo estacioné anoche a las 11 y hoy a las 6 ya no estaba", "11-20 23:00", "11-21 06:00"),
        (
            "la guardé ayer a las 9 de la noche, hoy a las 8 la vi rayada, ya tenía el golpe",
            "11-20 21:00",
            "11-21 08:00",
        ),
        ("entré al banco a las 10 y salí a las 11 y cuarto", "11-21 10:00", "11-21 11:15"),
        ("lo dejé a las 9 en la pensión y cuando volví a la 1 le faltaban los faros", "11-21 09:00", "11-21 13:00"),
        ("me acosté como a las 12 y a las 6 desperté y ya no estaba", "11-21 00:00", "11-21 06:00"),
        ("lo vi por última vez el viernes en la noche y hoy amaneció sin llantas", "11-20 19:00", "11-21 15:10"),
        ("entre anoche y hoy en la mañana", "11-20 19:00", "11-21 12:00"),
        ("de ayer en la tarde a hoy", "11-20 12:00", "11-21 15:10"),
    ],
)
def test_from_when_it_was_left_to_when_it_was_found(text, first, last):
    said = parse_time(text, NOW)
    assert said and said.at is None and not said.future
    assert (said.earliest.strftime("%m-%d %H:%M"), said.latest.strftime("%m-%d %H:%M")) == (first, last)


def test_two_bare_numbers_are_hours_only_where_it_was_asked():
    assert parse_time("en lo que desayunaba, de 9 a 10", NOW) is None
    said = parse_time("en lo que desayunaba, de 9 a 10", NOW, asked=True)
    assert said and (said.earliest.hour, said.latest.hour) == (9, 10)


@pytest.mark.parametrize(
    "text",
    [
        "por el puente de la 5 y 10",
        "salimos bien las dos",
        "se robaron las cuatro",
        "vamos las tres",
        "calle 1 y 1/2",
        "eran tres",
        "eran dos, en una moto",
        "eran 4",
    ],
)
def test_no_hour(text):
    assert parse_time(text, NOW) is None


def test_the_words_said_are_kept_whole():
    assert parse_time("fue tres y cuarto", NOW).text == "fue tres y cuarto"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        # an hour taken back
        ("a las 11, no, perdón, a las 12", "11-21 12:00"),
        ("fue a la una... no, miento, a las dos", "11-21 14:00"),
        ("como a las 8, digo, a las 9 de la noche de ayer", "11-20 21:00"),
        ("a las 2, no, 2 y media", "11-21 14:30"),
        ("fue a la 1, no, 2", "11-21 14:00"),
        ("salí a la una, no, ya era casi la 1 y media, y el golpe fue a las 2", "11-21 14:00"),
        # the hour of something else
        ("salí de mi casa a las 7 y el choque fue a las 8", "11-21 08:00"),
        ("mi turno empieza a las 3 y esto pasó a las 2 y media", "11-21 14:30"),
        ("hablé a las 12 con ustedes, el golpe fue a las 11 y media", "11-21 11:30"),
        ("choqué a las 2 y la patrulla llegó a las 3", "11-21 14:00"),
        ("a la una salí y me pegaron como a la 1 y media", "11-21 13:30"),
        ("salí ayer a las 7 de la mañana y como a las 8 me pegaron", "11-20 08:00"),
        ("hace una hora salí y hace diez minutos me pegaron", "11-21 15:00"),
        # with nothing else beside it, it stands whatever was being done
        ("fue hoy como a cuarto para las ocho que iba a dejar a la niña", "11-21 07:45"),
        ("ayer a las 3 de la tarde cuando fui por mi hija", "11-20 15:00"),
    ],
)
def test_the_hour_of_the_loss_stands(text, at):
    assert parse_time(text, NOW).at.strftime("%m-%d %H:%M") == at


@pytest.mark.parametrize(
    ("text", "at"),
    [
        # said or thought before, or denied, and another one holds
        ("le había dicho que a las 9 pero no, fue a las 10 y cuarto", "11-21 10:15"),
        ("le dije a las 12 y fue a la una", "11-21 13:00"),
        ("le puse que a las ocho pero no fue como a las nueve y media", "11-21 09:30"),
        ("dije las 2 pero era antes, a la 1", "11-21 13:00"),
        ("yo creía que a las 7 pero mi esposa dice que a las 7 y media", "11-21 07:30"),
        ("no fue a las 8, fue a las 9 de la mañana", "11-21 09:00"),
        ("no a las 2 sino a la 1", "11-21 13:00"),
        ("todavía no eran las 3, eran las 2 y media", "11-21 14:30"),
        ("fue a las 11, no a las 10", "11-21 11:00"),
        ("hoy a las 8 de la mañana, le dije 9 hace rato pero fue a las 8", "11-21 08:00"),
        ("a las siete de la mañana bueno no ya eran como las ocho", "11-21 08:00"),
        ("a las 10. No, ¿sabe qué? fue a las 11", "11-21 11:00"),
        ("hace una hora... bueno, ya van como dos horas", "11-21 13:10"),
        ("hace veinte minutos no perdón ya tiene cuarenta minutos", "11-21 14:30"),
        # nothing is taken back
        ("ya le dije que a las 2", "11-21 14:00"),
        ("le dije que a las 2, salí a la 1 de mi casa", "11-21 14:00"),
        ("no sé si a las 2 o a las 3", "11-21 14:00"),
        ("no traía reloj, serían las 2", "11-21 14:00"),
        ("a las 9, no llovía todavía", "11-21 09:00"),
        ("a la 1, bueno, ya estaba oscuro no, era de día", "11-21 13:00"),
        ("no antes de la 1, como a la 1 y media", "11-21 13:30"),
    ],
)
def test_the_hour_that_holds_stands(text, at):
    assert parse_time(text, NOW).at.strftime("%m-%d %H:%M") == at


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("lo noté hoy pero me lo rayaron el domingo", "11-15 00:00", "11-15 23:59"),
        ("apenas me di cuenta hoy pero fue el martes", "11-17 00:00", "11-17 23:59"),
        ("me enteré ayer, el robo fue el lunes en la madrugada", "11-16 00:00", "11-16 06:00"),
        ("mi hijo me dijo hoy que fue el jueves en la noche", "11-19 19:00", "11-20 00:00"),
        ("ayer lo llevé al taller y me dijeron que el golpe es del miércoles", "11-18 00:00", "11-18 23:59"),
        ("ayer me di cuenta del golpe", "11-20 00:00", "11-20 23:59"),
        ("fue el lunes, no el martes", "11-16 00:00", "11-16 23:59"),
        ("el martes, no, perdón, el lunes", "11-16 00:00", "11-16 23:59"),
    ],
)
def test_the_day_of_the_loss_stands(text, first, last):
    said = parse_time(text, NOW)
    assert [said.earliest.strftime("%m-%d %H:%M"), said.latest.strftime("%m-%d %H:%M")] == [first, last]


@pytest.mark.parametrize("text", ["él apenas tiene veintidós años", "apenas va a cumplir 18", "apenas camina"])
def test_barely_is_not_just_now(text):
    assert parse_time(text, NOW) is None
