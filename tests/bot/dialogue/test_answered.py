"""Answers that hold no yes or no, each to the question that was asked."""

import json

import pytest
from stage import Book, Stage
from test_turns import POLICIES, facts

from bot.actions import claim as drafts

BEFORE = {"denuncia": "me robaron el coche", "violence": "me robaron el coche", "parked": "se inundó mi coche",
          "service": "necesito asistencia vial"}  # fmt: skip


@pytest.fixture
def asked():
    """Says something at a question; the claim after it, and the conversation."""

    def ask(question, text, intent=None):
        caller = Stage(facts, Book(json.loads(json.dumps(POLICIES))))
        caller.say(BEFORE.get(question, "quiero reportar un choque"))
        caller.slots["memory"] = {**caller.slots["memory"], "expects": question}
        caller.say(text, *([intent] if intent else []))
        return caller

    return ask


@pytest.mark.parametrize(
    ("question", "text", "path", "value"),
    [
        ("drivable", "quedó para el deshuesadero", "drivable", False),
        ("drivable", "se le zafó una llanta", "drivable", False),
        ("drivable", "ahí lo llevo a vuelta de rueda", "drivable", True),
        ("drivable", "puro golpe de lámina", "drivable", True),
        ("authorities", "anda un patrullero tomando fotos", "authorities", True),
        ("authorities", "puros curiosos, ni una patrulla", "authorities", False),
        ("authorities", "les hablamos y que en una hora", "authorities", False),
        ("third_parties", "yo solita, me salí en la curva", "third_parties.any", False),
        ("third_parties", "el de la troca que me pegó, ya se peló", "third_parties.fled", True),
        ("licence", "me la quitaron en un retén", "details.driver_licensed", False),
        ("licence", "la renové hace poco", "details.driver_licensed", True),
        ("trailer", "jalo dos cajas con su dolly", "details.trailers", 2),
        ("trailer", "puro tractor, no jalaba nada", "details.trailers", 0),
        ("parked", "con el freno de mano puesto, afuera del kínder", "details.vehicle_parked", True),
        ("parked", "me agarró circulando", "details.vehicle_parked", False),
        ("denuncia", "saliendo de aquí voy al MP", "details.denuncia_at", False),
        ("violence", "me pusieron un cuchillo en el cuello", "details.violence", True),
        ("violence", "ni cuenta me di", "details.violence", False),
        ("detained", "ya lo treparon a la patrulla", "details.detained", True),
        ("detained", "nomás nos están tomando datos", "details.detained", False),
        ("service", "traigo la refacción pero no tengo gato", "service", "tire_change"),
        ("service", "ando atascado en el lodo, que me jalen", "service", "tow"),
        ("service", "dejé prendidas las luces toda la noche", "service", "jump_start"),
        ("driver_name", "nadie, estaba solito afuera de la casa", "details.vehicle_parked", True),
    ],
)
def test_an_answer_in_other_words(asked, question, text, path, value):
    caller = asked(question, text)
    assert drafts.get(caller.state["claim"], path) == value
    assert caller.state["expects"] != question


@pytest.mark.parametrize("text", ["ya traigo mi carpeta", "ya me dieron el acta con sello", "la levanté anoche"])
def test_a_denuncia_that_was_made(asked, text):
    assert asked("denuncia", text).state["claim"]["details"]["denuncia_text"]


@pytest.mark.parametrize(
    ("question", "text", "path"),
    [
        ("drivable", "a mi esposa le duele mucho el cuello", "drivable"),
        ("drivable", "no he querido prenderlo", "drivable"),
        ("authorities", "para qué quieren saber si llegó la patrulla", "authorities"),
        ("third_parties", "¿a qué se refiere con terceros?", "third_parties.any"),
        ("licence", "y si no la traigo qué pasa?", "details.driver_licensed"),
        ("detained", "estamos detenidos en la fila de la caseta", "details.detained"),
        ("parked", "el otro carro estaba mal estacionado", "details.vehicle_parked"),
        ("violence", "ya tienen localizado el GPS?", "details.violence"),
    ],
)
def test_what_answers_nothing_gives_no_fact(asked, question, text, path):
    assert drafts.get(asked(question, text).state["claim"], path) is None


@pytest.mark.parametrize("text", ["yo merito", "un servidor", "la de la voz", "quién más, yo", "yo traía el volante"])
def test_who_speaks_drove(asked, text):
    caller = asked("driver_name", text)
    assert "driver_name" in caller.slots["memory"]["same_as_reporter"]


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("ni una coma le muevo", True),
        ("así mero, ni una coma le cambie", True),
        ("mándelo ya que me estoy mojando", True),
        ("el teléfono está al revés", False),
        ("le falló en una letra de la placa", False),
        ("anotó otra cosa", False),
        ("y eso a quién se lo mandan", None),
        ("para qué quieren saber eso", None),
    ],
)
def test_the_read_back_is_answered(asked, text, agreed):
    caller = asked("confirm_report", text)
    expects = caller.state["expects"]
    assert (expects in ("what_to_correct", "reporter_phone", "plates")) is (agreed is False)
    assert caller.state["intent"] == "affirm" if agreed else caller.state["intent"] != "affirm"


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("ándele, de ahí donde le dejamos", True),
        ("se me acabó la pila, sígale", True),
        ("esto es de otro carro, aquel ya quedó", False),
        ("ahora fue con la moto", False),
    ],
)
def test_the_open_report_is_taken_up_or_not(asked, text, goes_on):
    caller = asked("resume_report", text)
    assert caller.state["intent"] == ("affirm" if goes_on else "new_report")
    assert bool(caller.state["claim"]["incident_type"]) is goes_on


@pytest.mark.parametrize(
    ("question", "text", "municipality"),
    [
        ("cargo", "varilla con destino a la central de Celaya", None),
        ("cargo", "llevo jitomate a Querétaro", None),
        ("cargo", "llevo jitomate, choqué en Querétaro", "Querétaro"),
        ("service", "con diez litros alcanzo a llegar a Celaya", None),
        ("service", "me quedé sin gasolina en Celaya", "Celaya"),
        ("tow_destination", "al taller de mi primo aquí en Iguala", "Iguala"),
        ("tow_destination", "al taller de mi primo en Iguala", None),
    ],
)
def test_a_town_beside_the_load_or_the_help(asked, question, text, municipality):
    assert asked(question, text).state["claim"]["location"]["municipality"] == municipality


def test_a_group_of_the_phone_put_right_when_it_was_asked(asked):
    caller = asked(
        "reporter_phone", "treinta y tres doce cuarenta y cinco, digo, cuarenta y seis setenta y ocho noventa"
    )
    assert caller.state["claim"]["reporter"]["phone"] == "+523312467890"
    assert caller.state["claim"]["policy"]["number"] is None
