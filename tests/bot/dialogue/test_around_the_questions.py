"""Offers of money, papers of a trámite, words explained, the other side, who comes back: what a good operator hears.

Intents are given as the classifier may get them wrong; facts come from the parsers.
"""

import json

import pytest
from stage import Book, Stage
from test_turns import CRASH, POLICIES, facts, reported, take, to_the_read_back


@pytest.fixture
def caller():
    return Stage(facts, Book(json.loads(json.dumps(POLICIES))))


def said(stage, text, intent=None, **metadata):
    return "\n".join(message["text"] for message in stage.say(text, intent, **metadata))


OFFERS = [
    "el señor que me pegó me ofrece tres mil pesos, los agarro o qué",
    "dice que me da 2 mil pesos y ahí muera",
    "me quiere dar dinero para que me vaya",
    "el otro quiere que nos arreglemos",
    "me ofreció una lana, ¿la acepto?",
]


@pytest.mark.parametrize("text", OFFERS)
@pytest.mark.parametrize("intent", ["inform", "report_loss", "ask_what_to_do"])
def test_money_offered_is_answered_and_the_report_goes_on(caller, text, intent):
    caller.say(CRASH, "report_loss")
    answer = said(caller, text, intent)
    assert "No acepte" in answer
    assert caller.state["expects"] == "driver_name"


def test_money_offered_in_the_first_breath(caller):
    answer = said(caller, "me acaban de chocar y el que me pegó me ofrece mil pesos, los agarro o qué", "report_loss")
    assert "No acepte" in answer
    assert caller.state["claim"]["incident_type"] == "collision"
    assert caller.state["expects"] == "injuries"


@pytest.mark.parametrize(
    "text, answer",
    [
        ("mi nombre está mal en la póliza, ¿qué papeles ocupo?", "identificación"),
        ("quiero cambiar el domicilio de la póliza, qué documentos son", "comprobante de domicilio"),
        ("el número de serie de mi póliza está equivocado, qué necesito", "factura"),
        ("qué papeles para un endoso", "endoso"),
        ("quiero cancelar mi seguro, ya liquidé", "formato de cancelación"),
    ],
)
@pytest.mark.parametrize("intent", ["ask_documents", "correct", "inform"])
def test_the_papers_of_a_tramite_are_told_whatever_it_was_taken_for(caller, text, answer, intent):
    assert answer in said(caller, text, intent)
    assert caller.state["claim"]["incident_type"] is None


def test_and_which_papers_asks_about_what_was_just_spoken_of(caller):
    said(caller, "quiero cancelar mi seguro, ya liquidé", "tramite_info")
    said(caller, "no sé", "dont_know")
    assert "formato" in said(caller, "¿y qué papeles?", "ask_documents")


@pytest.mark.parametrize(
    "text, meaning",
    [
        ("¿a qué se refiere con terceros?", "el otro conductor"),
        ("¿qué es eso de inciso?", "cada unidad"),
        ("¿dónde viene el número de póliza?", "carátula"),
        ("¿cuál es el número de serie?", "17 letras"),
        ("¿qué quiere decir con que si camina?", "prende y avanza"),
    ],
)
def test_a_word_of_ours_is_explained_and_the_question_comes_back(caller, text, meaning):
    caller.say(CRASH, "report_loss")
    answer = said(caller, text, "ask_repeat")
    assert meaning in answer
    assert caller.state["expects"] == "driver_name"


def test_say_it_again_at_the_read_back_reads_it_again(caller):
    to_the_read_back(caller)
    assert "Póliza 1042587" in said(caller, "perdón, ¿qué dijo?", "ask_repeat")


@pytest.mark.parametrize("text", ["va vacío", "quedó bien golpeado", "sale humo del cofre", "está bien feo el golpe"])
def test_words_that_begin_like_an_agreement_agree_with_nothing(caller, text):
    to_the_read_back(caller)
    said(caller, text, "inform")
    assert caller.state["report_number"] is None


@pytest.mark.parametrize(
    "text",
    [
        "un carro asegurado con ustedes me chocó, yo no soy cliente",
        "su asegurado se quiere ir, me pegó",
        "no soy cliente de ustedes, me pegó uno de sus asegurados",
        "el que me pegó trae seguro con ustedes",
        "yo soy el otro, al que le pegaron",
    ],
)
def test_the_other_party_is_not_told_what_the_policy_insures(caller, text):
    said(caller, text, "report_loss")
    answer = said(caller, "las placas son JNB482C")
    assert "Versa" not in answer


@pytest.mark.parametrize(
    "text", ["can I speak with someone please", "I want to talk to a person", "is there an operator there"]
)
def test_who_asks_for_somebody_in_english_gets_somebody(caller, text):
    said(caller, text, "out_of_scope")
    assert caller.state["handover"] == {"reason": "requested"}


def test_what_was_put_aside_is_taken_up_by_a_mind_changed(caller):
    to_the_read_back(caller)
    said(caller, "ya no quiero nada", "cancel_report")
    said(caller, "mejor sí", "cancel_report")
    assert caller.state["expects"] == "confirm_report"


def test_a_complaint_of_an_adjuster_asks_which_report(caller):
    answer = said(caller, "llevo tres horas esperando y el ajustador no llega", "complaint")
    assert caller.state["handover"] == {"reason": "complaint"}
    assert "número de reporte" in answer


def test_waiting_in_the_same_words_twice_is_an_answer(caller):
    caller.say(CRASH, "report_loss")
    said(caller, "yo lo traigo", "wait")
    said(caller, "yo lo traigo", "wait")
    assert caller.state["expects"] == "reporter_name"


def test_who_died_long_ago_is_no_emergency(caller):
    caller.say("se cayó un árbol sobre mi carro en avenida Patria 300, Zapopan", "report_loss")
    said(caller, "la póliza la guardaba mi difunto esposo", "dont_know")
    assert not caller.state["claim"]["injuries"]["any"]


def test_just_now_moves_no_accident_at_the_read_back(caller):
    to_the_read_back(caller, CRASH + ", hoy a las 8")
    before = caller.state["claim"]["occurred_at"]
    said(caller, "apenas voy a ir con el mecánico")
    assert caller.state["claim"]["occurred_at"] == before


def test_a_licence_not_at_hand_is_a_licence(caller):
    caller.say("volqué la unidad en avenida Patria 300, Zapopan, nadie se lastimó", "report_loss")
    caller.slots["memory"] = {**caller.slots["memory"], "expects": "licence"}
    said(caller, "no la tengo aquí a la mano")
    assert caller.state["claim"]["details"].get("driver_licensed") is not False


def test_what_happened_is_no_place(caller):
    said(caller, "me robaron el carro, nadie herido", "report_loss")
    assert caller.state["expects"] == "location"
    said(caller, "me quitaron el carro con pistola hace 20 minutos")
    assert caller.state["claim"]["location"]["text"] is None


def test_the_full_name_takes_the_place_of_the_first(caller):
    caller.say(CRASH + ", soy Amparo", "report_loss")
    take(caller, "yo")
    said(caller, "Amparo Tovar")
    assert caller.state["claim"]["reporter"]["name"] == "Amparo Tovar"


@pytest.mark.parametrize(
    "asked, text, intent, label",
    [
        ("injuries", "estamos bien, nomás el susto", "affirm", "deny"),
        ("injuries", "que yo sepa ninguno", "affirm", "deny"),
        ("trailer", "no no traigo nada solo el tractor", "affirm", "deny"),
        ("injuries", "no responde el señor", "deny", "inform"),
        ("drivable", "sí, sí camina", "inform", "affirm"),
        ("injuries", "no pasó nada grave", "cancel_report", "inform"),
        ("reporter_phone", "le pegué al de adelante", "report_loss", "inform"),
    ],
)
def test_the_kind_of_an_answer_is_what_it_made_of_the_question(caller, asked, text, intent, label):
    caller.say("quiero reportar un choque", "report_loss")
    caller.slots["memory"] = {**caller.slots["memory"], "expects": asked}
    said(caller, text, intent)
    assert caller.state["intent"] == label


def test_after_the_number_a_word_is_explained_too(caller):
    reported(caller)
    assert "la parte del daño" in said(caller, "¿qué es el deducible?", "ask_repeat")


def test_a_report_that_waits_for_its_number_says_so_and_takes_the_one_the_worker_gave(caller):
    to_the_read_back(caller)
    caller.book.down = True
    said(caller, "sí")
    assert caller.state["pending"] is True
    caller.book.down = False
    told = "Gracias por esperar: ya tengo su número de reporte, es 26-0000001-8. Confirma que recibimos su reporte."
    answer = said(caller, "gracias", "thank", operator_texts=[told])
    assert caller.state["report_number"] == "2600000018"
    assert caller.state["pending"] is False
    assert "26-0000001-8" not in answer


def test_a_patrol_that_came_does_not_make_the_car_move(caller):
    caller.say(CRASH, "report_loss")
    take(caller, "yo", "Laura Méndez", "3318452290", "aquí sigue", "ya llegó una patrulla")
    assert caller.state["expects"] == "drivable"
    said(caller, "ya llegó una patrulla, dicen que lo mueva, ¿lo muevo?", "ask_what_to_do")
    assert caller.state["claim"]["drivable"] is None


@pytest.mark.parametrize(
    "text",
    ["afuera de mi casa, amaneció inundado", "estaba en mi cochera", "lo dejé anoche afuera", "no había nadie adentro"],
)
def test_a_car_left_standing_is_known_by_how_it_is_told(caller, text):
    caller.say("se metió el agua a mi coche", "report_loss")
    said(caller, text)
    assert caller.state["claim"]["details"]["vehicle_parked"] is True


def test_a_number_at_the_question_of_the_hurt_hurts_nobody(caller):
    caller.say("choqué", "report_loss")
    said(caller, "6100001")
    assert not caller.state["claim"]["injuries"]["any"]


@pytest.mark.parametrize("text", ["el mismo", "soy yo", "ya se lo dije", "el que manejaba"])
def test_who_drove_and_who_calls_may_be_the_same(caller, text):
    caller.say(CRASH, "report_loss")
    take(caller, "Óscar Villaseñor Ruiz")
    assert caller.state["expects"] == "reporter_name"
    said(caller, text)
    assert caller.state["claim"]["reporter"]["name"] == "Óscar Villaseñor Ruiz"


def test_two_words_that_are_no_name_are_nobodys(caller):
    caller.say("se metió el agua a mi coche estacionado en avenida Patria 300, Zapopan", "report_loss")
    said(caller, "ahí sigue")
    assert caller.state["claim"]["reporter"]["name"] is None


@pytest.mark.parametrize(
    "text", ["¿y la mochila me la pagan?", "traía mi laptop adentro, ¿me la pagan?", "¿me pagan las herramientas?"]
)
def test_what_lay_in_the_car_is_not_the_car(caller, text):
    to_the_read_back(caller)
    assert "objetos personales" in said(caller, text, "ask_coverage")


def test_the_papers_asked_for_beside_an_answer_are_those_of_the_loss(caller):
    caller.say("me robaron el carro estacionado en calle Roble 12, Zapopan, hoy a las 8", "report_loss")
    take(caller, "1042587", "yo", "Laura Méndez", "3318452290")
    assert "carpeta" in said(caller, "no, apenas voy, ¿qué papeles llevo?", "deny")


@pytest.mark.parametrize("text", ["ya, un humano", "con una persona real", "páseme con un asesor ya"])
def test_a_person_is_one_word_away(caller, text):
    caller.say(text, "request_person")
    assert caller.state["handover"] == {"reason": "requested"}


@pytest.mark.parametrize("text", ["mío", "es mío", "el seguro es mío"])
def test_whose_policy_it_is_may_be_said_in_a_word(caller, text):
    caller.say(CRASH.replace("póliza 1042587", "no tengo la póliza"), "report_loss")
    caller.slots["memory"] = {**caller.slots["memory"], "expects": "insured_name"}
    said(caller, text)
    assert caller.state["claim"]["insured_name"] is None
    take(caller, "yo", "Laura Méndez")
    assert caller.state["claim"]["insured_name"] == "Laura Méndez"


def test_at_home_is_asked_for_its_address_whatever_stands_beside_it(caller):
    caller.say("me robaron los espejos del carro, nadie herido", "report_loss")
    assert "dirección" in said(caller, "amanecieron así, en mi casa")


def test_who_is_held_is_said_in_answer_and_gets_help(caller):
    caller.say("atropellé a un señor en avenida Patria 300, Zapopan", "report_loss")
    caller.slots["memory"] = {**caller.slots["memory"], "expects": "detained"}
    answer = said(caller, "sí, a mi chofer se lo llevaron al ministerio público", "legal_help")
    assert "legal" in answer
    assert caller.state["claim"]["details"]["detained"] is True


@pytest.mark.parametrize("text", [
    "¿y si no pagué la última mensualidad ya no me toman el reporte?",
    "oiga ¿y si debo un recibo del seguro me lo van a rechazar?",
])  # fmt: skip
def test_who_asks_about_an_unpaid_premium_gives_nothing_up(caller, text):
    caller.say("se me metió el agua al carro, estaba estacionado, nadie se lastimó", "report_loss")
    before = caller.state["expects"]
    said(caller, text, "cancel_report")
    assert caller.state["expects"] == before
