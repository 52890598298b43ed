"""A loss that is only asked about opens no report: it is answered, by what the question names."""

import pytest
from test_turns import POLICIES, facts

from bot.actions.hearing import asks
from bot.actions.turn import fold

from stage import Book, Stage  # isort: skip


def after(*said):
    caller = Stage(facts, Book(POLICIES))
    for text, intent in said:
        caller.say(text, intent)
    return caller


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("si un día me pega alguien que no trae seguro, ¿ustedes responden?", "ask_coverage"),
        ("¿el seguro me paga si caí en un bache y se tronó el rin?", "ask_coverage"),
        ("¿me pagan si choqué yo solo contra la barda?", "ask_coverage"),
        ("oye y el granizo entra en la amplia o se paga aparte?", "ask_coverage"),
        ("¿si mi esposa le pegó al portón eso lo pagan?", "ask_coverage"),
        ("¿de cuánto es el deducible si me llegan a chocar?", "ask_deductible"),
        ("¿qué debo hacer si un día se llevan el mío?", "ask_what_to_do"),
    ],
)
def test_what_is_only_supposed_is_a_question(said, kind):
    caller = after((said, "report_loss"))
    assert caller.state["claim"]["incident_type"] is None
    assert caller.state["intent"] == kind


@pytest.mark.parametrize(
    "said",
    [
        "me chocó un taxi en Toluca, ¿ustedes me pagan si el otro no trae seguro?",
        "caí en un bache en Toluca y se me ponchó la llanta, ¿eso lo paga el seguro?",
        "oiga me robaron la camioneta, ¿eso lo cubre mi póliza?",
        "se me metió el agua al motor en Tláhuac, ¿me lo pagan?",
    ],
)
def test_a_loss_that_is_told_is_one_whatever_is_asked_beside_it(said):
    assert after((said, "report_loss")).state["claim"]["incident_type"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("a un vecino le robaron el carro anoche, ¿qué papeles le van a pedir?", "ask_documents"),
        ("a una amiga la chocaron y el otro se fue, ¿eso lo cubre el seguro de ella?", "ask_coverage"),
        ("a un compañero del trabajo le quebraron el medallón, ¿cuánto es de deducible?", "ask_deductible"),
    ],
)
def test_what_befell_an_acquaintance_is_no_loss_of_the_callers(said, kind):
    caller = after((said, kind))
    assert caller.state["claim"]["incident_type"] is None
    assert caller.state["intent"] == kind


@pytest.mark.parametrize(
    "said",
    [
        "a mi esposa le robaron la camioneta, ¿qué hago?",
        "le pegué a un vecino en su carro, ¿eso lo cubre?",
        "choqué a una amiga en la camioneta de la empresa, ¿qué hago?",
        "le di a un compañero y la moto lo aventó, ¿qué hago?",
    ],
)
def test_what_befell_the_family_or_was_done_by_the_caller_is_a_loss(said):
    assert after((said, "ask_what_to_do")).state["claim"]["incident_type"]


@pytest.mark.parametrize(
    ("said", "kind", "answered"),
    [
        ("¿qué papeles le piden a mi jefa si le volaron el coche?", "ask_documents", "factura"),
        ("¿qué papeles piden si me desvalijan el carro?", "ask_documents", "lista de lo robado"),
        ("¿qué hago si me asaltan y se llevan la camioneta?", "ask_what_to_do", "denuncia"),
        ("todavía no me pasa nada, pero ¿qué debo hacer si se llevan mi carro?", "ask_what_to_do", "denuncia"),
        ("¿qué documentos ocupo si me quiebran el parabrisas?", "ask_documents", "cristal"),
    ],
)
def test_it_is_answered_by_what_it_names(said, kind, answered):
    assert answered in "\n".join(after((said, kind)).log)


def test_a_question_after_the_question_takes_its_place():
    first, second = (
        ("¿me cubren si un día me chocan?", "ask_coverage"),
        ("¿y de deducible cuánto es?", "ask_deductible"),
    )
    caller = after(first, second)
    assert "deducible" in caller.log[-2]


def test_a_doubt_that_is_only_announced_is_asked_for():
    assert "duda" in after(("tengo una duda nada más", "greet")).log[-2]


@pytest.mark.parametrize("again", ["sí, cancélelo", "sí cancele todo", "que ya no, bórrelo"])
def test_what_is_cancelled_before_any_number_stays_cancelled(again):
    caller = after(
        ("choqué en la calle Morelos 20 en Mexicali", "report_loss"),
        ("ya no, cancéleme todo el reporte por favor", "cancel_report"),
        (again, "affirm"),
    )
    assert "cancelado" in caller.log[-2]
    assert caller.state["expects"] is None


def test_who_has_not_crashed_but_is_stranded_is_helped():
    caller = after(("necesito una grúa, no he chocado, nada más se me apagó el carro", "request_assistance"))
    assert caller.state["claim"]["incident_type"] == "roadside_assistance"
    assert caller.state["intent"] == "request_assistance"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("mi carro sigue en el taller por lo del choque, ¿cuándo me lo dan?", "follow_up_report"),
        ("¿qué ha pasado con lo del robo de la camioneta?", "follow_up_report"),
    ],
)
def test_a_loss_that_is_known_is_not_told_again(said, kind):
    caller = after((said, kind))
    assert caller.state["claim"]["incident_type"] is None
    assert caller.state["intent"] == kind


def test_a_loss_told_is_a_loss_whatever_else_is_said_of_it():
    caller = after(("choqué con un taxi y quiero saber qué sigue por lo del choque", "report_loss"))
    assert caller.state["claim"]["incident_type"] == "collision"


@pytest.mark.parametrize(
    "said",
    ["se me apagó el carro en un charco, más bien era un río", "me pegó un taxi, digo, un camión de pasaje"],
)
def test_who_finds_a_better_word_in_the_opening_corrects_nothing(said):
    assert after((said, "report_loss")).state["intent"] in ("report_loss", "request_assistance")


def test_who_is_threatened_is_told_what_to_do():
    caller = after(
        ("me pegó un taxi", "report_loss"),
        ("no sé qué hacer, el señor está muy agresivo, ¿qué hago?", "ask_what_to_do"),
    )
    assert "911" in "\n".join(caller.log)
    assert caller.state["expects"] == "injuries"


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("disculpe le hago una pregunta ese deducible en qué consiste", True),
        ("mire llamo porque quisiera saber si el seguro ve lo del granizo", True),
        ("nada más es una duda que traigo del endoso", True),
        ("para q kiere saber", True),
        ("x q me pregunta eso", True),
        ("no se q hacer, el otro me grita", True),
        ("porque iba distraído", False),
        ("xq venia rapido", False),
        ("venía sobre juárez y me pegaron por atrás", False),
        ("no sé en qué calle estoy", False),
    ],
)
def test_a_question_has_no_marks_by_voice_and_by_thumb(said, asked):
    assert asks(fold(said)) is asked


def test_a_policy_left_somewhere_is_no_parked_car():
    caller = after(
        ("una camioneta me pegó por atrás en el semáforo", "report_loss"), ("nadie", "deny"),
        ("en Juárez 100, Toluca", "inform"), ("no la traigo, la dejé en la casa", "dont_know"),
    )  # fmt: skip
    assert caller.state["claim"]["details"].get("vehicle_parked") is None


def test_a_load_that_came_off_is_told_in_the_opening():
    caller = after(("se me abrió la redila y tiré toda la sandía en la autopista", "report_loss"))
    assert caller.state["claim"]["details"]["cargo_spilled"] is True


def test_a_call_that_drops_is_no_load():
    caller = after(("se nos ladeó la carga del tráiler y quedó recargada en las redilas", "report_loss"))
    assert caller.state["claim"]["incident_type"] == "cargo"
    caller.say("bueno, es que se cayó la llamada", "inform")
    assert caller.state["claim"]["details"].get("cargo_spilled") is None


def test_who_has_not_crashed_by_sms_only_asks():
    caller = after(("no e chocado, es duda. si m pegan pago yo el deducible?", "ask_deductible"))
    assert caller.state["claim"]["incident_type"] is None


@pytest.mark.parametrize(
    "intent", ["tramite_info", "ask_coverage", "ask_documents", "ask_what_to_do", "tramite_follow_up"]
)
def test_a_loss_that_is_told_is_never_swallowed(intent):
    caller = after(("acabo de chocar con una pipa, ¿qué me cubre el seguro?", intent))
    assert caller.state["claim"]["incident_type"] == "collision"
    assert caller.state["expects"] == "injuries"


@pytest.mark.parametrize("said", ["¿qué me cubre el seguro si choco?", "¿me cubren el robo total?"])
def test_a_loss_that_is_only_spoken_of_opens_no_report(said):
    caller = after((said, "ask_coverage"))
    assert caller.state["claim"]["incident_type"] is None


def test_who_asks_what_for_by_sms_is_told_and_tells_no_place():
    caller = after(
        ("m pegaron afuera de la escuela de mis ijos en pachuca", "report_loss"), ("nadie", "deny"),
        ("para q quiere saber", "ask_why"),
    )  # fmt: skip
    assert caller.state["expects"] == "location"
    assert caller.state["claim"]["location"]["text"] != "para q quiere saber"
    assert "ayuda" in caller.log[-1] + caller.log[-2]
