"""What comes instead of an answer, or beside it: questions, suppositions, courtesy, the story itself.

Intents are given as the classifier may get them wrong; facts come from the parsers.
"""

import json

import pytest
from stage import Book, Stage
from test_turns import CRASH, POLICIES, facts, take, to_the_read_back


@pytest.fixture
def caller():
    return Stage(facts, Book(json.loads(json.dumps(POLICIES))))


def said(stage, text, intent=None):
    return "\n".join(message["text"] for message in stage.say(text, intent))


@pytest.mark.parametrize(
    "text",
    [
        "para qué quieren saber eso",
        "y eso a quién se lo mandan",
        "cuánto se tardan en llegar",
        "ya está aquí la patrulla",
        "a ver, espérese tantito",
        "¿y si aparece la camioneta?",
        "quién va a venir",
        "mi hijo ya viene para acá",
    ],
)
def test_what_agrees_with_nothing_registers_nothing(caller, text):
    to_the_read_back(caller)
    said(caller, text, "inform")
    assert caller.state["report_number"] is None
    assert caller.state["expects"] == "confirm_report"


@pytest.mark.parametrize(
    "text",
    [
        "sí, todo eso es correcto",
        "qué bueno, sí, así está",
        "todo bien señorita muchas gracias",
        "eso mero",
        "está bien, mándenlo ya",
        "como usted dijo, así fue",
        "los datos están bien",
        "perfecto, quedo en espera del ajustador",
    ],
)
def test_agreement_in_its_own_words_registers(caller, text):
    to_the_read_back(caller)
    said(caller, text, "inform")
    assert caller.state["report_number"], caller.log[-3:]


@pytest.mark.parametrize(
    "text",
    [
        "si me chocan y se van, ¿igual mandan ajustador?",
        "una duda nomás, no me ha pasado nada: si un día me rompen el vidrio, ¿lo pagan?",
        "si me roban el coche, ¿me dan uno prestado?",
        "y si llego a chocar ¿a dónde hablo?",
        "por si me asaltan, ¿qué hago?",
        "¿si me choca alguien sin seguro quién paga?",
        "si llegara a volcarme, ¿cubre a mi familia?",
    ],
)
@pytest.mark.parametrize("intent", ["report_loss", "inform"])
def test_a_loss_that_is_imagined_opens_no_report_and_is_answered(caller, text, intent):
    answer = said(caller, text, intent)
    assert caller.state["claim"]["incident_type"] is None
    assert "lastimado" not in answer
    assert caller.state["intent"] in ("ask_coverage", "ask_what_to_do")


@pytest.mark.parametrize(
    "text",
    [
        "sí, me chocaron en la esquina",
        "si me choco un taxi aqui en Zapopan",
        "me pegaron, ¿y si se va?",
        "sí me robaron el carro",
        "tengo una duda, choqué y no sé si moverlo",
        "cuando iba saliendo me pegaron",
    ],
)
def test_a_loss_that_is_told_opens_one_whatever_is_asked_beside_it(caller, text):
    said(caller, text, "report_loss")
    assert caller.state["claim"]["incident_type"]


@pytest.mark.parametrize(
    "text", ["sí ya llamé", "correcto", "sí", "no", "sí gracias", "ya le dije", "ya viene la policía", "3318452290"]
)
def test_what_tells_nothing_is_no_damage_and_no_story(caller, text):
    said(caller, "se cayó un árbol", "report_loss")
    caller.slots["memory"] = {**caller.slots["memory"], "expects": "damage"}
    said(caller, text)
    assert "damage" not in caller.state["claim"]["details"]
    caller.slots["claim"] = {**caller.slots["claim"], "description": None}
    caller.slots["memory"] = {**caller.slots["memory"], "expects": "description"}
    said(caller, text)
    assert caller.state["claim"]["description"] is None


@pytest.mark.parametrize(
    "text", ["el cofre", "todo el frente", "sí, el espejo y la puerta", "no mucho, la defensa", "toldo"]
)
def test_what_tells_the_damage_is_kept(caller, text):
    said(caller, "se cayó un árbol", "report_loss")
    caller.slots["memory"] = {**caller.slots["memory"], "expects": "damage"}
    said(caller, text)
    assert caller.state["claim"]["details"]["damage"] == text


def test_the_story_told_while_something_else_is_asked_is_kept(caller):
    said(caller, "choqué", "report_loss")
    said(caller, "venía por la lateral y una camioneta me sacó del camino, pegué con el muro")
    assert "camioneta me sacó" in caller.state["claim"]["description"]


def test_who_calls_is_not_the_story(caller):
    said(
        caller,
        "le escribo del área de tráfico de Transportes Cima, chocó una de nuestras unidades con un torton",
        "report_loss",
    )
    assert "área de tráfico" not in caller.state["claim"]["description"]


@pytest.mark.parametrize(
    "text, denounced", [("no, si acaba de pasar, ¿qué hago?", False), ("todavía no, ¿a dónde voy?", False)]
)
def test_an_answer_beside_a_question_counts(caller, text, denounced):
    caller.say("me robaron el carro estacionado en calle Roble 12, Zapopan, hoy a las 8, nadie herido", "report_loss")
    take(caller, "1042587", "yo", "Laura Méndez", "3318452290")
    assert caller.state["expects"] == "denuncia"
    answer = said(caller, text, "ask_what_to_do")
    assert "Ministerio Público" in answer
    assert caller.state["claim"]["details"]["denuncia_at"] is denounced
    assert caller.state["expects"] == "confirm_report"


def test_a_worry_beside_a_question_is_no_refusal(caller):
    caller.say(CRASH, "report_loss")
    take(caller, "yo")
    said(caller, "¿y mis datos a quién se los dan? no quiero que luego me hablen de bancos", "ask_privacy")
    assert caller.state["expects"] == "reporter_name"


@pytest.mark.parametrize(
    "text, answer",
    [
        ("¿y si aparece la camioneta?", "no vaya solo"),
        ("traía mi mochila adentro, ¿la mochila me la pagan?", "objetos personales"),
        ("¿cuánto me va a costar la grúa?", "lo que incluye su póliza"),
        ("¿y a usted le gusta el fútbol?", "ajustador"),
    ],
)
def test_a_question_nobody_foresaw_gets_an_answer_at_the_read_back(caller, text, answer):
    to_the_read_back(caller)
    assert answer in said(caller, text, "inform")
    assert caller.state["expects"] == "confirm_report"


def test_a_question_passed_over_twice_for_other_facts_is_not_pressed(caller):
    caller.say(CRASH.replace(", póliza 1042587", ""), "report_loss")
    assert caller.state["expects"] == "policy_number"
    take(caller, "yo venía manejando, soy Laura Méndez", "mi teléfono es 3318452290")
    assert caller.state["expects"] != "policy_number"


def test_no_question_is_put_for_ever_while_other_things_are_asked(caller):
    caller.say(CRASH.replace(", póliza 1042587", ""), "report_loss")
    for _ in range(8):
        said(caller, "¿por qué tardan tanto?", "ask_what_to_do")
    assert caller.state["expects"] != "policy_number"


def test_who_is_not_the_insured_has_a_phone_all_the_same(caller):
    caller.say(CRASH, "report_loss")
    take(caller, "yo", "Laura Méndez")
    said(caller, "no soy el asegurado", "inform")
    assert caller.state["expects"] == "reporter_phone"


@pytest.mark.parametrize(
    "opening, asked",
    [
        (
            "choqué en la carretera nacional entre Montemorelos y Linares, nadie se lastimó, le pegué a una vaca",
            "kilómetro",
        ),
        ("choqué en avenida Patria en Zapopan, me pegó un taxi, nadie se lastimó", "altura"),
        ("se me ponchó una llanta, estoy en mi casa", "dirección"),
        ("choqué en avenida Patria 300, me pegó un taxi, nadie se lastimó", "municipio"),
    ],
)
def test_of_a_place_only_the_part_that_is_missing_is_asked_once(caller, opening, asked):
    first = (
        said(caller, opening, "report_loss")
        if "llanta" not in opening
        else (said(caller, "se me ponchó una llanta", "request_assistance"), said(caller, "estoy en mi casa"))[1]
    )
    assert asked in first
    assert caller.state["expects"] == "location"


@pytest.mark.parametrize(
    "incident",
    [
        "se cayó un árbol sobre mi carro que estaba estacionado",
        "granizó y abolló mi carro estacionado",
        "se inundó mi carro estacionado",
    ],
)
def test_nobody_is_asked_who_drove_a_car_that_stood(caller, incident):
    said(caller, incident, "report_loss")
    take(caller, "nadie", "avenida Patria 300, Zapopan", "6100001")
    assert caller.state["expects"] == "reporter_name"
