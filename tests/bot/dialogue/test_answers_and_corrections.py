"""What only answers the question, whatever it was taken for, and what takes back something said before."""

import json

import pytest
from stage import Book, Stage
from test_turns import POLICIES, facts


@pytest.fixture
def asked():
    """Says something at a question, taken for an intent; the conversation after it."""

    def ask(question, text, intent, before="quiero reportar un choque"):
        caller = Stage(facts, Book(json.loads(json.dumps(POLICIES))))
        caller.say(before, "report_loss")
        caller.slots["memory"] = {**caller.slots["memory"], "expects": question}
        caller.say(text, intent)
        return caller.state

    return ask


@pytest.mark.parametrize(
    ("question", "text", "intent"),
    [
        ("driver_name", "no era yo, manejaba mi prima Rocío Cantú", "inform"),
        ("driver_name", "yo no venía manejando, era mi compadre Efraín Luna", "inform"),
        ("driver_name", "no fui yo, fue mi hija Paola Nuño", "inform"),
        ("third_parties", "sí había una camioneta blanca pero se fue", "affirm"),
        ("third_parties", "sí sí es una señora en un carro gris la que me pegó", "affirm"),
        ("injuries", "creo que no, aunque mi hijo se queja de la cabeza", "inform"),
        ("injuries", "pues nosotros no pero la señora del otro carro sí se pegó", "inform"),
        ("injuries", "no, gracias a Dios nadie", "deny"),
        ("parked", "no no estaba estacionado, iba circulando", "deny"),
        ("drivable", "no, o sea sí prende pero no avanza", "deny"),
        ("authorities", "ya llegó la guardia nacional", "affirm"),
        ("insured_name", "no soy yo, es mi suegro Anselmo Rivas", "inform"),
        ("location", "es la calle Pino Suárez, el número no lo alcanzo a ver", "inform"),
        # put right in the same breath, nothing said before is
        ("reporter_phone", "33 1122 3345, perdón, 33 1122 3354. Me equivoqué por las prisas", "inform"),
        ("occurred_at", "serían las diez no más bien las once y cuarto", "inform"),
        ("plates", "JNB 428 C, corrijo, JNB 482 C", "inform"),
        ("vehicle", "es un Aveo 2017, mejor dicho 2018, rojo", "inform"),
        ("inciso", "el 3, me equivoqué, el 8", "inform"),
        ("location", "Juárez 120, más bien 210, colonia Centro, Toluca", "inform"),
        ("occurred_at", "ya le dije que a las 2", "inform"),
    ],
)
def test_an_answer_taken_for_a_correction(asked, question, text, intent):
    assert asked(question, text, "correct")["intent"] == intent


@pytest.mark.parametrize(
    ("question", "text", "taken_for"),
    [
        ("reporter_phone", "oiga me equivoqué, la calle es Allende", "inform"),
        ("drivable", "perdón, dije mal la calle, es Allende", "deny"),
        ("third_parties", "oiga le dije que todos bien pero a mi niño le sangra la nariz", "report_loss"),
        ("authorities", "le dije que nadie se lastimó pero mi esposa trae el brazo roto", "deny"),
        # of what is asked for, and told before
        ("occurred_at", "le había dicho que a las 2 pero no, fue a las 3 y cuarto", "inform"),
        ("occurred_at", "le dije a las 8 y fue a las 9", "inform"),
        ("vehicle", "no perdón le dije dos mil catorce y es dos mil quince", "inform"),
        ("reporter_phone", "me equivoqué de número hace rato, es el 33 1278 4410", "inform"),
        ("reporter_phone", "el que di está mal, es 33 1278 4410", "inform"),
    ],
)
def test_a_correction_told_at_another_question(asked, question, text, taken_for):
    before = "me chocaron en la calle Morelos 12, Zapopan, nadie se lastimó"
    assert asked(question, text, taken_for, before)["intent"] == "correct"


@pytest.mark.parametrize("text", ["me equivoqué de número hace rato, es 33 1278 4410",
                                  "el que di está mal, es 33 1278 4410"])  # fmt: skip
def test_what_was_told_wrong_is_no_pain_and_when_is_no_time_of_the_loss(asked, text):
    claim = asked("reporter_phone", text, "correct")["claim"]
    assert (claim["reporter"]["phone"], claim["injuries"]["any"]) == ("+523312784410", None)
    assert claim["occurred_at"] is None


def test_what_was_said_before_is_not_heard_again(asked):
    state = asked("third_parties", "oiga le dije que nadie se lastimó pero a mi niña le sangra la nariz", "deny")
    assert state["claim"]["injuries"]["any"] is True
    assert state["claim"]["third_parties"]["any"] is None


@pytest.mark.parametrize("taken_for", ["cancel_report", "deny", "goodbye"])
def test_nothing_happened_leaves_open_who_is_hurt(asked, taken_for):
    state = asked("injuries", "no pasó nada, fue un golpecito", taken_for)
    assert (state["intent"], state["claim"]["injuries"]["any"]) == ("inform", None)


@pytest.mark.parametrize(
    ("question", "text", "intent"),
    [
        ("location", "no sé dónde estoy, es una carretera", "dont_know"),
        ("occurred_at", "no sé, lo encontré así hoy a las 8", "dont_know"),
        ("location", "estoy en la 57, el kilómetro no sé cuál sea", "inform"),
        ("policy_number", "nc donde viene", "dont_know"),
        ("plates", "no m las c d memoria, la traigo prestada", "dont_know"),
        ("vin", "ns", "dont_know"),
        ("drivable", "no c si prenda", "dont_know"),
        ("injuries", "nc si hay lastimados", "dont_know"),
    ],
)
def test_who_begins_by_not_knowing_does_not_know(asked, question, text, intent):
    assert asked(question, text, "dont_know")["intent"] == intent


@pytest.mark.parametrize(
    "text", ["a mi esposo lo subieron a la patrulla, ¿qué hago?", "mi hijo está detenido, ¿cómo lo saco?"]
)
def test_what_to_do_for_somebody_held_asks_for_legal_help(asked, text):
    state = asked("detained", text, "inform")
    assert (state["intent"], state["claim"]["details"]["detained"]) == ("legal_help", True)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("third_parties", "un señor con su hijo en una Caravan"),
        ("third_parties", "la camioneta la trae una señora grande"),
        ("third_parties", "una señora con dos niños, iba en un Pointer"),
        ("injuries", "un muchacho de la moto, está tirado"),
        ("injuries", "una señora que iba en el otro carro se pegó con el tablero"),
    ],
)
def test_who_the_other_is_changes_nothing_of_what_happened(asked, question, text):
    assert asked(question, text, "inform", "reporto un alcance")["claim"]["incident_type"] == "collision"


@pytest.mark.parametrize(
    ("question", "text", "kind"),
    [("third_parties", "un ciclista, lo atropellé", "run_over"), ("injuries", "atropellé a un señor", "run_over")],
)
def test_what_happened_may_be_told_sharper_in_plain_words(asked, question, text, kind):
    assert asked(question, text, "inform", "reporto un choque")["claim"]["incident_type"] == kind
