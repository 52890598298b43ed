"""What was learned of losses and of people, in a conversation: the question asked decides how much is enough."""

import json

import pytest
from stage import Book, Stage
from test_turns import POLICIES, facts


@pytest.fixture
def caller():
    return Stage(facts, Book(json.loads(json.dumps(POLICIES))))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("yo venía en mi carril y una troca me sacó de la calle", "collision"),
        ("el de la pipa me llegó por detrás y me aventó contra un camión", "collision"),
        ("me topé de frente con una moto en la bajada", "collision"),
        ("amaneció el carro sin espejos y sin la llanta de refacción", "partial_theft"),
        ("le volaron las polveras y los cuartos a mi jetta", "partial_theft"),
        ("se le abrió la tolva y quedó todo el sorgo tirado en la carretera", "cargo"),
        ("se soltó un ventarrón y me dejó caer un anuncio en el toldo", ("weather", "falling_object")),
        ("una viejita se bajó de la banqueta y no la libré", "run_over"),
        ("la unidad quedó recostada en la curva", "rollover"),
        ("el carro ya no tose ni nada, le doy marcha y no quiere", "roadside_assistance"),
    ],
)
def test_what_happened_is_understood_in_other_words(caller, text, kind):
    caller.say(text)
    assert caller.state["claim"]["incident_type"] in (kind if isinstance(kind, tuple) else (kind,))


@pytest.mark.parametrize(
    ("text", "hurt", "count"),
    [
        ("uno desmayado y otro prensado", True, 2),
        ("veníamos cinco y a tres los subieron a la ambulancia", True, 3),
        ("de los cuatro dos traen golpes", True, 2),
        ("0", False, None),
        ("que yo sepa nadie", False, None),
        ("bien todos, puro susto", False, None),
        ("nadie venía adentro, estaba estacionado", False, None),
        ("tengo seis meses de embarazo y me apretó el cinturón", True, 1),
        ("no contesta mi papá, no contesta", True, 1),
        ("ahí quedó la cosa", None, None),
        ("no fue nada grave", None, None),
        ("no sé, todavía no me bajo", None, None),
        ("no sé bien, el muchacho está sentado en la banqueta", None, None),
        ("no sé, pero al otro le sangra la cabeza", True, 1),
    ],
)
def test_who_is_hurt_when_it_was_asked(caller, text, hurt, count):
    caller.say("me chocaron")
    assert caller.state["expects"] == "injuries"
    caller.say(text)
    injuries = caller.state["claim"]["injuries"]
    assert (injuries["any"], injuries["count"]) == (hurt, count)
    assert (caller.state["priority"] == "emergency") is bool(hurt)


@pytest.mark.parametrize(
    "text",
    [
        "volcadura km 20, operador lesionado",
        "atropellé a un joven, ya viene en camino la ambulancia",
        "choqué y mi hija está tirada y no reacciona",
    ],
)
def test_somebody_hurt_is_an_emergency_wherever_it_is_said(caller, text):
    caller.say(text)
    assert caller.state["priority"] == "emergency"


def test_an_excuse_takes_nothing_back(caller):
    caller.say("atropellé a una muchacha, no fue mi culpa se aventó, está inconsciente")
    assert caller.state["claim"]["injuries"]["any"] is True


def test_what_happened_is_asked_once_more_at_most(caller):
    caller.say("buenas, me pasó una cosa bien rara con el asunto aquel")
    assert caller.state["expects"] == "incident_type"
    caller.say("pues eso que le digo, lo del asunto")
    caller.say("lo del asunto aquel")
    assert caller.state["claim"]["incident_type"] == "other"


@pytest.mark.parametrize(
    "text", ["¿me cubren el robo?", "¿cuánto es el deducible si choco?", "mi póliza trae granizo?"]
)
def test_a_question_about_losses_opens_no_report(caller, text):
    caller.say(text, "ask_coverage")
    assert caller.state["claim"]["incident_type"] is None


def test_a_siniestro_with_another_car_is_a_crash(caller):
    caller.say("Reporto siniestro, sin lesionados, el tercero es una camioneta gris")
    assert caller.state["claim"]["incident_type"] == "collision"


@pytest.mark.parametrize(
    "text",
    [
        "No he chocado ni nada, solo quiero saber qué papeles piden si me roban el coche completo",
        "no tengo ningún siniestro, es una duda: ¿qué documentos me pedirían si un día se roban mi carro?",
        "No vengo a reportar nada, nomás dígame qué requisitos son cuando roban una camioneta",
        "por suerte no tuve un accidente; quisiera saber qué documentación entregaría si algún día me lo roban",
        "no es una emergencia, quiero saber qué papeles se ocupan en un robo total",
    ],
)
@pytest.mark.parametrize("intent", ["ask_documents", "report_loss"])
def test_papers_of_a_theft_that_was_not_open_no_report(caller, text, intent):
    answer = "\n".join(message["text"] for message in caller.say(text, intent))
    assert "carpeta de investigación" in answer
    assert caller.state["claim"]["incident_type"] is None


@pytest.mark.parametrize(
    "text",
    [
        "no es un accidente, me robaron el carro, ¿qué papeles piden?",
        "no tuve un choque, se robaron mi camioneta, qué documentos ocupo",
    ],
)
def test_a_theft_told_beside_a_denied_crash_is_one(caller, text):
    caller.say(text)
    assert caller.state["claim"]["incident_type"] == "total_theft"
