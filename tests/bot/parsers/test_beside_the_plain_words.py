"""What only sounds like a fact of the scene, and what tells one in roundabout words."""

from datetime import datetime

import pytest

from bot.nlu.parsers import details, incident, injuries, plates, situation, third_parties, times, vehicle
from bot.nlu.parsers.sms import spell_out

NOW = datetime.fromisoformat("2026-03-18T16:30:00-06:00")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("estuve en la fiscalía hasta las tres y no me la quisieron tomar", False),
        ("fui, hice fila y al último no la pude levantar", False),
        ("sí fui pero no me recibieron", False),
        ("no había sistema en el ministerio", False),
        ("que regrese el lunes, me dijeron", False),
        ("no me dejaron poner la denuncia sin la factura", False),
        ("ya la puse, me dijeron que regresara a ratificar", True),
        ("sí, ya la puse ayer", True),
    ],
)
def test_denuncia_that_was_tried(text, wanted):
    assert situation.read("denuncia", text) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("no, prende pero va jalando para la izquierda", False),
        ("no, arranca pero se apaga luego luego", False),
        ("pues no, camina pero se le oye tronar todo", False),
        ("no, sí anda pero despacito", True),
        ("no, camina bien", True),
        ("sí camina pero jala a la derecha", True),
        ("jala chueco pero llega", True),
    ],
)
def test_a_no_that_is_only_hedged(text, wanted):
    assert situation.read("drivable", text) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("el de adelante se amarró y ya no alcancé", True),
        ("se frenó el de adelante", True),
        ("el d atras no guardo distancia y me dio", True),
        ("me abrieron la puerta de un taxi y le pegué", True),
        ("me dieron un llegón en el semáforo", True),
        ("me dieron duro en la puerta", True),
        ("nos dieron alcance en la caseta", True),
        ("me dieron una copia del acta", None),
        ("me dieron una constancia", None),
        ("el medallón, o sea el de atrás", None),
        ("el faro de adelante y el de atrás", None),
        ("me sacaron la bolsa del asiento", None),
        ("me aventaron una piedra y se estrelló el vidrio", None),
        ("me cerró la puerta el viento con las llaves adentro", None),
        ("salí del cine y ya no estaba la moto", None),
        ("nomás pasó una patrulla y se siguió", None),
        ("se peló una moto que me rayó la puerta", True),
    ],
)
def test_somebody_else(text, wanted):
    seen = third_parties.find(text)
    assert (seen[0].value["any"] if seen else None) is wanted


@pytest.mark.parametrize("text", ["ya a de tener una media hora", "habrá pasado media hora", "tendrá una media horita"])
def test_half_an_hour_ago(text):
    said = times.parse_time(text, NOW, asked=True)
    assert said and said.at and said.at.hour == 16 and said.at.minute == 0


@pytest.mark.parametrize("text", ["eran tres los del otro carro", "eran dos tipos en una moto", "eran 2 con pistola"])
def test_how_many_is_no_hour(text):
    assert times.parse_time(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "full"),
    [("ya yego la grua", "ya llego la grua"), ("las yaves", "las llaves"), ("una yegua", "una yegua"),
     ("yoselin", "yoselin"), ("mi yanta", "mi llanta"), ("yendo", "yendo"), ("se yevaron", "se llevaron")],
)  # fmt: skip
def test_y_for_ll(text, full):
    assert spell_out(text).text == full


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mi moto ya no está donde la estacioné", "total_theft"),
        ("mi carro ya no está como antes", None),
        ("se llevaron al otro conductor", None),
        ("está volteado hacia la pared", None),
        ("el coche quedó volteado viendo a la barda", None),
        ("el coche quedó volteado", "rollover"),
    ],
)
def test_kind(text, kind):
    assert incident.read(text) == kind


@pytest.mark.parametrize(
    ("text", "deaths"),
    [
        ("al muchacho ya lo taparon con una sábana", True),
        ("este ya no eh ya no respira", True),
        ("la taparon con una cobija porque tiembla de frío", None),
        ("no, ya no sangra", None),
    ],
)
def test_deaths_told_indirectly(text, deaths):
    assert (injuries.read(text) or {}).get("deaths") is deaths


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("todavía no me dan las placas", True),
        ("anda con permiso de treinta días", True),
        ("es nuevo, apenas lo saqué de la agencia", True),
        ("no tiene placas", True),
        ("está sin emplacar", True),
        ("no me las sé de memoria", False),
        ("no las traigo a la mano", False),
        ("no sé, con permiso, déjeme ver", False),
    ],
)
def test_no_plates_yet(text, none):
    assert plates.none_yet(text) is none


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("no, nomás va a ir a declarar", False),
        ("no, solo los kieren llevar a declarar", False),
        ("todavía no, pero dicen que me van a llevar", False),
        ("sí, lo tienen en la comandancia", True),
        ("mándenme un abogado por favor", True),
        ("al otro señor sí, a mi chofer no", False),
        ("al otro no, a mi chofer sí", True),
    ],
)
def test_detained(text, wanted):
    assert situation.read("detained", text) is wanted


@pytest.mark.parametrize(
    ("text", "any_hurt", "count"),
    [
        ("eran cinco los de la combi, dos salieron golpeados", True, 2),
        ("el coche quedó golpeado", None, None),
        ("a mi hija le sangró la boca", True, 1),
        ("mi niña se queja de su bracito", True, 1),
        ("no sé, mi hermano no contesta", None, None),
        ("yo no, el señor de la combi se agarra el pecho", True, 1),
    ],
)
def test_hurt(text, any_hurt, count):
    said = injuries.read(text) or {}
    assert (said.get("any"), said.get("count")) == (any_hurt, count)


def test_what_is_read_through_the_glass_is_no_glass():
    assert not details.find("no alcanzo a leer el numerito del parabrisas")
    assert [one.value for one in details.find("se me estrelló el parabrisas")] == ["parabrisas"]


def test_the_one_with_the_other_car_is_not_the_caller():
    assert not vehicle.find("el de la Frontier se quiso meter y le di en la puerta")
    assert vehicle.find("nos bajaron a punta de pistola. Es una Frontier gris, no nos hicieron nada")
    assert vehicle.find("soy el de la Frontier, ya hablé hace rato")[0].value["model"] == "Frontier"


@pytest.mark.parametrize(
    ("text", "came"),
    [("pasó una patrulla y se siguió de largo", False), ("pasó una patrulla y se paró a ayudarnos", True)],
)
def test_a_patrol_that_went_on(text, came):
    assert situation.read("authorities", text) is came


@pytest.mark.parametrize(
    ("text", "full"),
    [("no c si prende", "no se si prende"), ("no m las c", "no me las se"), ("no c mueve", "no se mueve"),
     ("nc cual es", "no se cual es"), ("calle c no. 4", "calle c no. 4"), ("no c.p. 45000", "no c.p. 45000")],
)  # fmt: skip
def test_c_for_se(text, full):
    assert spell_out(text).text == full
