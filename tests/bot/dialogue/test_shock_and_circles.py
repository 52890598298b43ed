"""Callers in shock, angry, too young, or sent in circles: what is said of feelings, of another thing, or a second time.

Intents are given; facts come from the parsers.
"""

import json

import pytest
from stage import Book, Stage
from test_turns import CRASH, POLICIES, facts, reported, take, to_the_read_back


@pytest.fixture
def caller():
    return Stage(facts, Book(json.loads(json.dumps(POLICIES))))


def said(stage, text, intent=None, **metadata):
    """The answer as one text."""
    return "\n".join(message["text"] for message in stage.say(text, intent, **metadata))


def claim(stage):
    return stage.state["claim"]


# -- what is felt ------------------------------------------------------------------------------------------------
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


# -- "no sé", of another thing -------------------------------------------------------------------------------------
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


# -- which report, and none at all ---------------------------------------------------------------------------------
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
    assert "plates" != caller.state["expects"] or caller.say("no, ya déjelo así", "deny")
    assert caller.state["expects"] is None


# -- the same words twice --------------------------------------------------------------------------------------------
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


# -- the tow truck, money, and the rest of the vehicle ------------------------------------------------------------------
def stranded(stage):
    stage.say("necesito una grúa, me quedé tirado en avenida Patria 300 en Zapopan, póliza 1042587", "request_assistance")
    take(stage, "Laura Méndez", "3318452290")
    assert stage.state["expects"] == "tow_destination"
    take(stage, "a mi casa en Tonalá")
    assert stage.state["expects"] == "confirm_report"


def test_where_the_tow_truck_goes_is_read_back(caller):
    stranded(caller)
    assert "a su casa en Tonalá" in "\n".join(caller.log)


@pytest.mark.parametrize(("text", "where"), [
    ("no, a mi casa no, mejor al taller de Ignacio Zaragoza 120", "al taller de Ignacio Zaragoza 120"),
    ("no, que lo lleven a la agencia Nissan de Vallarta", "a la agencia Nissan de Vallarta"),
    ("cambie el destino: al taller Hernández, en Tlaquepaque", "al taller Hernández, en Tlaquepaque"),
])  # fmt: skip
def test_another_destination_moves_no_accident(caller, text, where):
    stranded(caller)
    caller.say(text, "correct")
    assert claim(caller)["details"]["tow_destination"] == where
    assert claim(caller)["location"]["street"] == "avenida Patria"


@pytest.mark.parametrize("text", ["¿y eso cuesta?", "¿tiene costo la ayuda?", "¿me van a cobrar algo?", "¿es gratis?"])
def test_what_it_costs_is_no_why(caller, text):
    caller.say("necesito una grúa, me quedé tirado en avenida Patria 300 en Zapopan, póliza 1042587",
               "request_assistance")  # fmt: skip
    assert "va con lo que incluye su póliza" in said(caller, text, "ask_why")
    assert caller.state["expects"] == "reporter_name"


def test_the_year_and_colour_of_the_car_told_late_are_taken(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    take(caller, "no la tengo", "no las sé", "un Jetta")
    assert caller.state["expects"] == "vin"
    answer = said(caller, "gris 2016")
    assert (claim(caller)["vehicle"]["year"], claim(caller)["vehicle"]["color"]) == (2016, "gris")
    assert "no me cuadra" not in answer


def test_the_year_of_the_car_that_is_known_is_mended_by_its_name(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    take(caller, "no la tengo", "no las sé", "un Jetta gris 2016", "no lo tengo", "no sé", "yo, Laura Méndez Robles",
         "3318452290", "se fue", "no", "sí camina")  # fmt: skip
    assert caller.state["expects"] == "confirm_report"
    caller.say("no, el Jetta es 2018", "correct")
    assert claim(caller)["vehicle"]["year"] == 2018


# -- at the read-back ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("text", "count"), [
    ("quita eso, solo mi esposa", 1),
    ("no, nada más mi hijo", 1),
    ("no, solo una persona", 1),
])  # fmt: skip
def test_fewer_are_hurt_than_was_written_down(caller, text, count):
    caller.say(CRASH.replace("sin heridos", "mi esposa y mi hijo están heridos"), "report_loss")
    take(caller, "yo, Laura Méndez", "3318452290", "aquí sigue", "no ha llegado nadie", "sí camina", "30")
    assert (caller.state["expects"], claim(caller)["injuries"]["count"]) == ("confirm_report", 2)
    caller.say(text, "correct")
    assert (claim(caller)["injuries"]["any"], claim(caller)["injuries"]["count"]) == (True, count)


def test_two_surnames_leave_the_first_name_and_the_street_alone(caller):
    caller.say("le di a una barda en la calle 5 de mayo 1200, Puebla, nadie herido, póliza 6100001", "report_loss")
    take(caller, "yo, Iván Cruz", "2221234567", "nada más la barda", "no", "sí")
    assert caller.state["expects"] == "confirm_report"
    caller.say("no, el lugar está mal, es 5 de mayo 1020, y mi apellido es Cruz Lima", "correct")
    assert claim(caller)["reporter"]["name"] == "Iván Cruz Lima"
    assert claim(caller)["location"]["number"] == "1020"


def test_a_first_name_told_again_takes_no_surname_away(caller):
    to_the_read_back(caller)
    caller.say("bueno, soy Laura, ¿qué me decía?", "ask_repeat")
    assert claim(caller)["reporter"]["name"] == "Laura Méndez"


def test_a_day_is_read_back_as_a_day_and_a_theft_has_no_other_side(caller):
    caller.say("me asaltaron y se llevaron mi carro ayer en la calle Aguayo 12, Coyoacán, nadie herido, póliza 1042587",
               "report_loss")  # fmt: skip
    take(caller, "yo, Laura Méndez", "3318452290", "todavía no")
    text = caller.say("¿cómo quedó?", "ask_repeat")[-1]["text"]
    assert caller.state["expects"] == "confirm_report"
    assert ", ayer." in text and "a las" not in text
    assert "involucrado" not in text


def test_the_loss_told_at_another_question_joins_the_story(caller):
    caller.say("un chofer nuestro chocó en avenida Patria 300 en Zapopan, sin heridos", "report_loss")
    assert caller.state["expects"] == "policy_number"
    caller.say("le pegó por atrás otro tráiler en el alto")
    assert "otro tráiler" in claim(caller)["description"]
