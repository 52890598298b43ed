"""Callers in shock, angry, too young, or sent in circles: what is said of feelings, of another thing, or a second time.

Intents are given; facts come from the parsers.
"""

import json

import pytest
from stage import Book, Stage
from test_turns import CRASH, POLICIES, facts, reported, take


@pytest.fixture
def caller():
    return Stage(facts, Book(json.loads(json.dumps(POLICIES))))


def said(stage, text, intent=None, **metadata):
    """The answer as one text."""
    return "\n".join(message["text"] for message in stage.say(text, intent, **metadata))


def claim(stage):
    return stage.state["claim"]


# -- what is felt
@pytest.mark.parametrize("text", [
    "estoy muy asustada",
    "ando bien nervioso señorita",
    "tengo mucho miedo",
    "no puedo dejar de temblar",
    "no sé qué hacer",
    "ay Dios mío",
])  # fmt: skip
def test_fear_gets_a_kind_word_once_and_is_no_misunderstanding(caller, text):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    assert caller.state["expects"] == "policy_number"
    assert "Aquí estoy con usted" in said(caller, text)
    assert caller.state["expects"] == "policy_number"
    assert "Aquí estoy con usted" not in said(caller, text)
    assert not caller.state["handover"]


@pytest.mark.parametrize("text", [
    "ya se lo dije dos veces señorita",
    "ya le dije, son unos ineptos",
    "otra vez lo mismo",
    "cuántas preguntas hacen",
])  # fmt: skip
def test_who_is_tired_of_questions_is_asked_pardon_and_tells_no_story_with_it(caller, text):
    caller.say("choqué", "report_loss")
    take(caller, "nadie", "avenida Patria 300, Zapopan")
    assert caller.state["expects"] == "description"
    assert "Disculpe la repetición" in said(caller, text)
    assert claim(caller)["description"] is None


@pytest.mark.parametrize("text", [
    "ya le dije al oficial que me esperara aquí",
    "ya les di mis datos a los de tránsito",
    "me pegó dos veces por atrás",
])  # fmt: skip
def test_what_was_told_to_others_is_no_complaint(caller, text):
    caller.say("choqué", "report_loss")
    take(caller, "nadie", "avenida Patria 300, Zapopan")
    assert "Disculpe la repetición" not in said(caller, text)


@pytest.mark.parametrize("text", ["vengan rápido por favor", "apúrense ya por favor", "ayúdenme, me urge"])
def test_a_plea_is_no_vehicle(caller, text):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    take(caller, "no la tengo", "no las sé")
    assert caller.state["expects"] == "vehicle"
    caller.say(text)
    assert caller.state["expects"] == "vehicle"
    assert not claim(caller)["details"].get("vehicle_text")


@pytest.mark.parametrize("text", ["tengo 9 años", "yo tengo once años", "tengo apenas 8 años y estoy sola"])
def test_a_child_gets_a_person_and_is_asked_for_no_papers(caller, text):
    caller.say("mi papá chocó en avenida Patria 300 en Zapopan y no despierta", "report_loss")
    answer = said(caller, text)
    assert "hace muy bien" in answer
    assert caller.state["handover"] == {"reason": "requested"}
    assert caller.state["expects"] not in ("policy_number", "plates", "vin", "insured_name")
    assert not claim(caller)["details"].get("driver_age")


# -- "no sé", of another thing
@pytest.mark.parametrize(("text", "named"), [
    ("no sé cuándo, salí del cine y ya estaba así", "occurred_at"),
    ("no me acuerdo a qué hora", "occurred_at"),
    ("no me sé mi teléfono", "reporter_phone"),
    ("no sé quién me pegó", None),
    ("no sé cómo pasó", None),
    ("no sé dónde estoy", None),
])  # fmt: skip
def test_who_does_not_know_another_thing_is_still_asked_for_this_one(caller, text, named):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    assert caller.state["expects"] == "policy_number"
    caller.say(text, "dont_know")
    assert caller.state["expects"] == "policy_number"
    assert "policy_number" not in caller.slots["memory"]["skipped"]
    if named:
        assert named in caller.slots["memory"]["skipped"]


@pytest.mark.parametrize("text", ["no la sé", "no sé, no traigo los papeles", "no me acuerdo del número",
                                  "no sé la póliza ni las placas"])  # fmt: skip
def test_who_does_not_know_the_policy_is_asked_for_something_else(caller, text):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    caller.say(text, "dont_know")
    assert caller.state["expects"] != "policy_number"


@pytest.mark.parametrize("text", ["no prende", "no camina", "no se llevaron nada"])
def test_a_no_about_the_car_gives_up_no_policy(caller, text):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    caller.say(text)
    assert "policy_number" not in caller.slots["memory"]["skipped"]


def test_a_question_is_no_answer_to_who_is_hurt(caller):
    caller.say("me robaron el carro en la calle Aguayo 12, Coyoacán", "report_loss")
    assert caller.state["expects"] == "injuries"
    caller.say("¿no se lo habrá llevado la grúa?", "dont_know")
    assert caller.state["expects"] == "injuries"


def test_a_guess_gives_no_place_up(caller):
    caller.say("choqué", "report_loss")
    caller.say("nadie")
    caller.say("no la veo golpeada", "dont_know")
    assert caller.state["expects"] == "location"


def test_not_yet_is_no_time(caller):
    caller.say("me robaron el carro en la calle Aguayo 12, Coyoacán, nadie herido, póliza 1042587", "report_loss")
    take(caller, "yo, Laura Méndez", "3318452290", "no hubo violencia")
    assert caller.state["expects"] == "occurred_at"
    caller.say("todavía no")
    assert not claim(caller)["details"].get("occurred_text")


@pytest.mark.parametrize("text", [
    "mi celular se lo llevaron, no sé, le doy el de la señora que me lo presta, permítame",
    "no me acuerdo del mío, deje le pregunto a mi hija el suyo",
    "no traigo el mío, le paso el de mi vecino, espéreme",
])  # fmt: skip
def test_a_telephone_that_is_about_to_come_is_waited_for(caller, text):
    caller.say(CRASH, "report_loss")
    take(caller, "yo, Laura Méndez")
    assert caller.state["expects"] == "reporter_phone"
    caller.say(text, "dont_know")
    assert caller.state["expects"] == "reporter_phone"
    caller.say("es el 33 1845 2290")
    assert claim(caller)["reporter"]["phone"] == "+523318452290"


def test_who_has_no_telephone_is_not_waited_for_for_ever(caller):
    caller.say(CRASH, "report_loss")
    take(caller, "yo, Laura Méndez")
    for _ in range(3):
        caller.say("no tengo, deje le pregunto a mi hija", "dont_know")
    assert caller.state["expects"] != "reporter_phone"


# -- which report, and none at all
def test_the_same_loss_told_again_is_added_once_and_asked_once(caller):
    reported(caller)
    caller.say("choqué en avenida Patria 300", "report_loss")
    assert caller.state["expects"] == "resume_report"
    assert "quedó en su reporte" in said(caller, "es el mismo")
    assert caller.state["expects"] is None


def test_which_report_is_meant_is_asked_in_other_words_and_not_for_ever(caller):
    reported(caller)
    first = said(caller, "me robaron los espejos", "report_loss")
    second = said(caller, "fue hoy en la mañana", "inform")
    assert caller.state["expects"] == "resume_report" and first != second
    caller.say("en mi casa", "inform")
    assert caller.state["expects"] not in ("resume_report", None)  # another kind of loss: a new report
    assert claim(caller)["incident_type"] == "partial_theft"


@pytest.mark.parametrize("text", [
    "no, espere, ya lo encontré, estaba en la otra calle",
    "ya apareció, se lo llevó la grúa",
    "siempre no me lo robaron, lo movió mi hermano",
])  # fmt: skip
def test_a_theft_that_was_none_is_set_aside(caller, text):
    caller.say("me robaron el carro en la calle Aguayo 12, Coyoacán, nadie herido, póliza 1042587", "report_loss")
    answer = said(caller, text, "correct")
    assert "Qué bueno que apareció" in answer and "no registro nada" in answer


@pytest.mark.parametrize("text", ["ya lo encontraron en Tlalpan desvalijado", "no lo encuentro en ningún lado"])
def test_a_stolen_car_that_was_found_elsewhere_is_still_stolen(caller, text):
    caller.say("me robaron el carro en la calle Aguayo 12, Coyoacán, nadie herido, póliza 1042587", "report_loss")
    assert "no registro nada" not in said(caller, text)


def test_who_only_asked_about_cover_may_leave_it_there(caller):
    caller.say("¿me cubre el robo?", "ask_coverage")
    caller.say("1042587")
    assert caller.state["expects"] == "plates"
    caller.say("no, gracias", "deny")
    assert caller.state["expects"] != "plates" or caller.say("no, ya déjelo así", "deny")
    assert caller.state["expects"] is None


# -- the same words twice
@pytest.mark.parametrize(("text", "intent"), [
    ("quiero hablar con una persona", "request_person"),
    ("me están llevando detenido", "legal_help"),
    ("qué mal servicio, quiero poner una queja", "complaint"),
])  # fmt: skip
def test_who_asks_for_somebody_again_is_answered_in_other_words(caller, text, intent):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    first, second = (caller.say(text, intent)[0]["text"] for _ in range(2))
    assert first != second


def test_a_denuncia_not_heard_of_is_asked_for_not_dated(caller):
    caller.say("me robaron el carro en la calle Aguayo 12, Coyoacán, nadie herido, póliza 1042587", "report_loss")
    take(caller, "yo, Laura Méndez", "3318452290", "no hubo violencia", "hace una hora")
    assert caller.state["expects"] == "denuncia"
    assert "qué hora" not in said(caller, "el carro era de mi papá")


def test_what_was_asked_of_the_policy_is_named_before_it_is_found(caller):
    assert "gastos médicos" in said(
        caller, "¿el seguro cubre los gastos médicos de los que van conmigo?", "ask_coverage"
    )
