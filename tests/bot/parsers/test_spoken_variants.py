"""The same facts in the other words that people use for them: roundabout, clipped, regional, mistyped."""

from datetime import datetime, timedelta, timezone

import pytest
from learned import kind_of

from bot.nlu.parsers import (
    details,
    inciso,
    injuries,
    persons,
    place,
    situation,
    third_parties,
    times,
    trailers,
)
from bot.nlu.parsers.every import find_all

NOW = datetime(2026, 11, 21, 15, 10, tzinfo=timezone(timedelta(hours=-6)))

HURT = [
    ("mi papá no se puede levantar", True, 1),
    ("mi tía no se puede mover", True, 1),
    ("mi esposa está embarazada y se golpeó", True, 1),
    ("me zumban los oídos", True, 1),
    ("le duele bien feo la espalda a mi suegro", True, 1),
    ("no siente los pies", True, None),
    ("mi sobrina trae la mano hinchada", True, 1),
    ("a mi hijo le salió sangre de la boca", True, 1),
    ("un herido y tres golpeados", True, 4),
    ("dos lesionados y una niña descalabrada", True, 3),
    ("mi hijo y mi cuñada salieron golpeados", True, 2),
    ("mi abuela, mi tía y mi prima están golpeadas", True, 3),
    ("íbamos seis y hay dos heridos", True, 2),
    ("mi abuelito está muy golpeado", True, 1),
    ("le cuesta respirar a mi papá", True, 1),
    ("el de la moto no se levanta", True, 1),
    ("mi suegra quedó sin aire", True, 1),
    ("les están dando primeros auxilios", True, None),
    ("salimos sin un raspón", False, 0),
    ("ileso", False, 0),
    ("choque x alcance s/heridos", False, 0),
    ("s/lesionados gracias a Dios", False, 0),
    ("que yo vea no", False, 0),
    ("hasta donde sé no", False, 0),
    ("pues que sepamos nadie", False, 0),
    ("todo ok, nadie herido", False, 0),
]


@pytest.mark.parametrize(("text", "any_hurt", "count"), HURT)
def test_hurt_or_not(text, any_hurt, count):
    said = injuries.read(text)
    assert (said["any"], said["count"]) == (any_hurt, count)


@pytest.mark.parametrize(
    "text",
    [
        "está mal la dirección",
        "está mal el número de póliza",
        "el nombre está mal",
        "la fecha está mal",
        "el carro no se puede mover",
        "me truena la suspensión",
    ],
)
def test_something_wrong_that_is_no_injury(text):
    assert [f for f in find_all(text) if f.entity == "injuries"] == []


FACTS = [
    ("drivable", "ya ni prendió", False),
    ("drivable", "no jaló", False),
    ("drivable", "ni prende ni camina", False),
    ("drivable", "no se mueve ni para atrás", False),
    ("drivable", "rueda pero jala a la izquierda", True),
    ("drivable", "anda pero hace ruido", True),
    ("drivable", "todavía rueda", True),
    ("drivable", "no lo hemos intentado", None),
    ("drivable", "todavía no lo he prendido", None),
    ("violence", "me dieron unos cachazos", True),
    ("violence", "a puro golpe me bajaron", True),
    ("violence", "traía una navaja el tipo", True),
    ("violence", "me amenazaron con un picahielo", True),
    ("drivable", "camina chueco pero camina", True),
    ("drivable", "ni rueda", False),
    ("violence", "me sacaron a empujones", True),
    ("violence", "con un fierro", True),
    ("violence", "lo dejé estacionado y al volver me amagaron", True),
    ("violence", "andaba en el súper", False),
    ("violence", "ni me tocaron", False),
    ("violence", "ni cuenta nos dimos", False),
    ("violence", "ni los vi", False),
    ("violence", "no había nadie en el carro", False),
    ("denuncia", "cómo cree, acaba de pasar", False),
    ("denuncia", "ahorita voy", False),
    ("denuncia", "todavía ni llego al MP", False),
    ("denuncia", "voy saliendo a ponerla", False),
]


@pytest.mark.parametrize(("entity", "text", "value"), FACTS)
def test_facts_of_the_scene(entity, text, value):
    assert situation.read(entity, text) is value


@pytest.mark.parametrize(
    ("text", "any_other", "fled"),
    [
        ("nos acaban de chocar", True, None),
        ("me vinieron a pegar estando parado", True, None),
        ("una señora en un Tiida", True, None),
        ("another car hit me", True, None),
        ("he rear ended me and left", True, None),
        ("le llegué al de enfrente", True, None),
        ("puro poste", False, None),
        ("fue contra un árbol", False, None),
        ("una vaca", False, None),
        ("solamente el muro de contención", False, None),
        ("contra el guardarriel", False, None),
        ("no se quiso parar", True, True),
        ("salió hecho la mocha", True, True),
        ("no se ha ido", True, False),
        ("el cobarde se arrancó", True, True),
        ("se echó a correr", True, True),
    ],
)
def test_who_else(text, any_other, fled):
    said = third_parties.read(text)
    assert (said["any"], said["fled"]) == (any_other, fled)


INCIDENTS = [
    ("tumbé a una viejita que cruzaba", "run_over"),
    ("se me cruzó un niño y le di", "run_over"),
    ("iba en bici y lo aventé", "run_over"),
    ("una doñita se me cruzó y la tumbé", "run_over"),
    ("I hit a pedestrian", "run_over"),
    ("la unidad se recostó", "rollover"),
    ("terminamos en el barranco", "rollover"),
    ("me pelaron la batería", "partial_theft"),
    ("me volaron el cristal con una piedra", "glass"),
    ("me golpearon el carro a batazos", "vandalism"),
    ("le echaron pintura", "vandalism"),
    ("no traigo gasolina", "roadside_assistance"),
    ("le partí la defensa al de enfrente", "collision"),
    ("raspé el coche con la columna", "collision"),
    ("el del valet se fue con mi carro", "total_theft"),
    ("se lo renté y no lo devolvió", "total_theft"),
    ("la troca dio dos maromas", "rollover"),
    ("quedamos de cabeza", "rollover"),
    ("my truck rolled over", "rollover"),
    ("sin rines, me los volaron anoche", "partial_theft"),
    ("las llantas me las robaron", "partial_theft"),
    ("amaneció sin espejos", "partial_theft"),
    ("se le bajó la pila", "roadside_assistance"),
    ("flat tire", "roadside_assistance"),
    ("me quebraron el vidrio pero no robaron nada", "glass"),
    ("they smashed my window", "glass"),
    ("me rayaron el coche y no se llevaron nada", "vandalism"),
    ("no choqué, me cayó una rama", "falling_object"),
    ("no fue un choque, se me vino encima una barda", "falling_object"),
    ("no me lo robaron, se lo llevó la corriente", "flood"),
    ("no fue robo, lo choqué", "collision"),
    ("me embarré contra el camellón", "collision"),
    ("nos embarramos con un taxi", "collision"),
    ("I crashed my truck", "collision"),
    ("someone hit my car", "collision"),
    ("I had a car accident", "collision"),
    ("my car was stolen", "total_theft"),
    ("they stole my truck", "total_theft"),
    ("me dieron bajilla con la moto", "total_theft"),
    ("me la bajaron afuera del trabajo", "total_theft"),
]


def test_what_happened():
    missed = {text: kind_of(text) for text, kind in INCIDENTS if kind_of(text) != kind}
    assert len(missed) <= len(INCIDENTS) // 20, missed


PLACES = [
    ("por acá no hay señal", None),
    ("vengan hasta acá por favor", None),
    ("calle morelos n. 14", {"street": "Morelos", "number": "14"}),
    ("calle galeana n 30 tepic", {"street": "Galeana", "number": "30", "municipality": "Tepic"}),
    ("Patriotismo y Eje 5", {"street": "Patriotismo", "corner": "Eje 5"}),
    ("carretera libre km 12 rumbo a lázaro cárdenas", {"heading": "Lázaro Cárdenas", "kilometer": 12}),
    ("km 20 a san luis río colorado", {"heading": "San Luis Río Colorado", "kilometer": 20}),
    ("rumbo a lagos de moreno por la libre", {"heading": "Lagos de Moreno"}),
    ("en periférico de mérida", {"street": "Periférico", "municipality": "Mérida"}),
    (
        "anillo periférico de torreón a la altura de la central",
        {"street": "Anillo Periférico", "municipality": "Torreón", "landmark": "a la altura de la central"},
    ),
    ("calle tabasco y orizaba col roma", {"street": "Tabasco", "corner": "Orizaba", "neighborhood": "Roma"}),
    (
        "placas jkl456b av hidalgo 210 tepic nayarit",
        {"street": "Av Hidalgo", "number": "210", "municipality": "Tepic"},
    ),
    ("la Hidalgo con la Morelos", {"street": "Hidalgo", "corner": "Morelos"}),
    ("calle 32 num 204 x 15 y 17", {"street": "32", "number": "204", "between_streets": ["15", "17"]}),
    ("Hidalgo 120, Tequisquiapan", {"street": "Hidalgo", "number": "120", "municipality": "Tequisquiapan"}),
    ("esquina de Pino Suárez con Emiliano Zapata", {"street": "Pino Suárez", "corner": "Emiliano Zapata"}),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_where(text, expected):
    seen = place.find(text, answer=expected is not None)
    assert (seen[0].value if seen else None) == (None if expected is None else {**seen[0].value, **expected})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ayer en la noche como a las diez", "20 22:00"),
        ("el viernes por la tarde a eso de las 4", "20 16:00"),
        ("no fue ayer, fue hoy a las 7", "21 07:00"),
        ("no fue hoy, fue ayer a las 8 de la noche", "20 20:00"),
        ("haría unos veinte minutos", "21 14:50"),
    ],
)
def test_when(text, expected):
    assert times.parse_time(text, NOW).at.strftime("%d %H:%M") == expected


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("en la madrugada entre 2 y 3", "21 02:00", "21 03:00"),
        ("ayer en la noche entre 9 y 10", "20 21:00", "20 22:00"),
    ],
)
def test_between_when(text, earliest, latest):
    said = times.parse_time(text, NOW)
    assert (said.earliest.strftime("%d %H:%M"), said.latest.strftime("%d %H:%M")) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("habla Carmen la mamá de Luis Ríos", "Carmen", "reporter"),
        ("conductor Martín Salas sin lesiones", "Martín Salas", "driver"),
        ("choqué en avenida patria. Roberto Cisneros 5512345678", "Roberto Cisneros", "reporter"),
        ("me pegaron en tepic, mande ajustador, Elena Prado tel 3112345678", "Elena Prado", "reporter"),
    ],
)
def test_who(text, name, role):
    assert [(f.value["name"], f.value["role"]) for f in persons.find(text)] == [(name, role)]


@pytest.mark.parametrize(
    ("text", "number"), [("unidad 3", 3), ("es la unidad 12", 12), ("7002999-4", 4), ("7002999/5", 5)]
)
def test_which_unit(text, number):
    assert [f.value for f in inciso.find(text)] == [number]


def test_another_unit_is_no_inciso():
    assert inciso.find("me pegó una unidad 101 de la ruta") == []


@pytest.mark.parametrize(
    ("text", "kind", "spilled"),
    [
        ("llevaba jitomate y cebolla", "A", None),
        ("puras cajas de cartón", "A", None),
        ("un viaje de varilla", "B", None),
        ("refresco, se tiró todo", "B", True),
        ("traía reses, no se salió ninguna", "B", False),
        ("turbosina y se está saliendo", "C", True),
        ("ácido, anda goteando", "C", True),
        ("cemento y tambos de solvente", "C", None),
        ("maíz, se desparramó", "B", True),
        ("mercancía general, viene completa", None, False),
    ],
)
def test_the_load(text, kind, spilled):
    said = details.cargo(text)
    assert (said["any"], said["type"], said["spilled"]) == (True, kind, spilled)


@pytest.mark.parametrize(
    ("text", "count", "hitched"),
    [
        ("traía full", 2, None),
        ("doble caja", 2, None),
        ("dos semirremolques", 2, None),
        ("un remolquito", 1, None),
        ("plataforma sencilla", 1, None),
        ("se desenganchó el remolque", 1, False),
        ("una caja seca, no se soltó", 1, True),
        ("puro tracto", 0, None),
    ],
)
def test_the_trailers(text, count, hitched):
    said = trailers.read(text)
    assert (said["count"], said["hitched"]) == (count, hitched)


@pytest.mark.parametrize("text", ["no", "un tsuru", "no sé"])
def test_no_trailer_named(text):
    assert trailers.read(text) is None
