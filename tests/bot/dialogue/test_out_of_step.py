"""Facts that come a message late or early: each goes where it belongs, and answers nothing else.

Intents are given; facts come from the parsers.
"""

import pytest
from test_shock_and_circles import caller, claim, said
from test_turns import take, to_the_read_back

__all__ = ["caller"]
ON_A_STREET = "choqué con un poste en la calzada del valle, en san pedro garza garcía, no hay heridos"


@pytest.mark.parametrize("text", ["ABC-123-D", "3312345678", "4099004"])
def test_numbers_and_plates_are_no_corner(caller, text):
    caller.say(ON_A_STREET, "report_loss")
    assert caller.state["expects"] == "location"
    caller.say(text)
    where = claim(caller)["location"]
    assert (where["corner"], where["number"]) == (None, None)
    found = claim(caller)["vehicle"]["plates"] or claim(caller)["reporter"]["phone"] or claim(caller)["policy"]["found"]
    assert found


@pytest.mark.parametrize("text, number, corner", [("300", "300", None), ("20 de noviembre", None, "20 de Noviembre")])
def test_a_bare_number_or_a_date_on_a_known_street_still_is(caller, text, number, corner):
    caller.say(ON_A_STREET, "report_loss")
    caller.say(text)
    assert (claim(caller)["location"]["number"], claim(caller)["location"]["corner"]) == (number, corner)


def test_the_corner_told_while_the_policy_is_asked_is_kept(caller):
    caller.say(ON_A_STREET, "report_loss")
    take(caller, "4099004", "esquina con Ricardo Margáin")
    assert claim(caller)["location"]["corner"] == "Ricardo Margáin"


@pytest.mark.parametrize("question", ["policy_number", "vehicle", "insured_name"])
def test_other_plates_are_looked_up_where_the_first_found_nothing(caller, question):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos, placas ABC-123-D")
    steps = {"policy_number": [], "vehicle": ["no la tengo"]}
    take(caller, *steps.get(question, ["no la tengo", "un Jetta 2015 gris", "no lo tengo"]))
    assert caller.state["expects"] == question
    caller.say("ah no, JNB-482-C")
    assert claim(caller)["policy"]["number"] == "1042587"


def test_plates_told_of_the_other_car_find_no_policy_of_ours(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    take(caller, "no la tengo", "ABC-123-D")
    caller.say("las placas del otro son JNB-482-C")
    assert claim(caller)["vehicle"]["plates"] == "ABC123D"


@pytest.mark.parametrize("text", ["ya", "ya ya", "sí, ya", "sii", "ya está"])
def test_agreement_in_hardly_a_word(caller, text):
    to_the_read_back(caller)
    caller.say(text, "cancel_report")
    assert caller.state["report_number"]


def test_a_report_is_still_cancelled_by_its_words(caller):
    to_the_read_back(caller)
    caller.say("ya no quiero reportar, cancele", "cancel_report")
    assert not caller.state["report_number"]


@pytest.mark.parametrize("text", ["se me hace que es la batería", "creo que nomás ocupa que le pasen corriente"])
@pytest.mark.parametrize("question", ["policy_number", "reporter_name"])
def test_the_cause_told_later_makes_another_service(caller, text, question):
    caller.say("mi carro no prende, estoy en avenida Patria 300 en Zapopan", "request_assistance")
    assert claim(caller)["service"] == "tow"
    if question == "reporter_name":
        take(caller, "4099004")
    assert caller.state["expects"] == question
    caller.say(text)
    assert claim(caller)["service"] == "jump_start"


def test_a_tow_that_was_asked_for_stays_one(caller):
    caller.say("ocupo una grúa, mi carro no prende, estoy en avenida Patria 300 en Zapopan", "request_assistance")
    caller.say("se me hace que es la batería")
    assert claim(caller)["service"] == "tow"


def test_a_car_gone_from_where_it_stood_was_taken_without_violence(caller):
    caller.say(
        "salí de misa y ya no está mi carro, lo dejé estacionado en avenida Patria 300 en Zapopan", "report_loss"
    )
    take(caller, "no", "1042587")
    assert claim(caller)["details"]["violence"] is False
    caller.say("bueno, es que sí me encañonaron y me lo quitaron")
    assert claim(caller)["details"]["violence"] is True


def test_where_the_car_was_going_is_kept_whenever_it_is_told(caller):
    caller.say("me volteé en la autopista México-Querétaro kilómetro 120, sin heridos", "report_loss")
    take(caller, "por el puente de Palmillas")
    assert caller.state["expects"] == "policy_number"
    caller.say("íbamos hacia Querétaro")
    assert claim(caller)["location"]["heading"] == "Querétaro"


def test_what_is_seen_on_a_known_road_is_added_to_it(caller):
    caller.say("me volteé en la autopista México-Querétaro kilómetro 120, sin heridos", "report_loss")
    take(caller, "por el puente de Palmillas")
    where = claim(caller)["location"]
    assert (where["highway"], where["kilometer"]) == ("autopista México-Querétaro", 120)
    assert "Palmillas" in where["text"]


def test_a_place_told_again_in_another_town_is_the_right_one(caller):
    caller.say("choqué con un taxi en Tlaxcala, no hay heridos", "report_loss")
    take(caller, "San Martín de Porres y 20 de Noviembre")
    caller.say("no espere es por Apizaco, San Martín de Porres y 20 de Noviembre")
    where = claim(caller)["location"]
    assert (where["municipality"], where["street"]) == ("Apizaco", "San Martín de Porres")


@pytest.mark.parametrize("text", ["sii", "con pistola", "la batería", "afuera del oxxo", "siii", "licencia vigente"])
def test_what_is_no_name_is_nobody(caller, text):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos, póliza 1042587", "report_loss")
    take(caller, "yo")
    assert caller.state["expects"] == "reporter_name"
    caller.say(text)
    assert claim(caller)["reporter"]["name"] is None


def test_the_whole_name_of_another_who_drove_comes_a_message_late(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos, póliza 1042587", "report_loss")
    take(caller, "iba manejando mi hermano", "Daniel", "Daniel Mota Ruiz")
    assert claim(caller)["driver_name"] == "Daniel Mota Ruiz"
    assert claim(caller)["reporter"]["name"] is None
    assert caller.state["expects"] == "reporter_name"
    take(caller, "Laura Mota")
    assert (claim(caller)["reporter"]["name"], claim(caller)["driver_name"]) == ("Laura Mota", "Daniel Mota Ruiz")


def test_a_name_that_a_monument_shares_is_a_name(caller):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos, póliza 1042587", "report_loss")
    take(caller, "yo", "Rosa Mota", "3318452290", "aquí sigue")
    before = dict(claim(caller)["location"])
    caller.say("Minerva Ibarra")
    assert claim(caller)["location"] == before


def test_a_telephone_names_no_other_driver(caller):
    caller.say("me volteé en avenida Patria 300 en Zapopan, no hay heridos, póliza 1042587", "report_loss")
    take(caller, "yo", "Rosa Mota", "3318452290")
    assert caller.state["expects"] == "third_parties"
    caller.say("es el 33 1845 2291")
    assert said(caller, "no, nadie más", "deny")
    assert claim(caller)["third_parties"]["any"] is False


@pytest.mark.parametrize("question", ["third_parties", "authorities", "drivable"])
def test_a_surname_sent_a_message_late_is_the_callers(caller, question):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos, póliza 1042587", "report_loss")
    take(caller, "yo", "Brandon Yahir", "3318452290")
    before = {"third_parties": [], "authorities": ["aquí sigue"], "drivable": ["aquí sigue", "no ha llegado nadie"]}
    take(caller, *before[question])
    assert caller.state["expects"] == question
    caller.say("Brandon Yahir Cruz Peralta")
    assert claim(caller)["reporter"]["name"] == claim(caller)["driver_name"] == "Brandon Yahir Cruz Peralta"
    assert caller.state["expects"] == question


@pytest.mark.parametrize("text", ["una ft150 roja 2022", "Italika FT150", "una np300", "es una ft 150"])
def test_the_model_of_a_motorcycle_is_no_plate(caller, text):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos", "report_loss")
    take(caller, "no la tengo")
    assert caller.state["expects"] == "plates"
    caller.say(text)
    assert claim(caller)["vehicle"]["plates"] is None
    assert claim(caller)["vehicle"]["model"] in ("FT150", "NP300")


def test_who_gave_the_holders_name_is_not_asked_again_who_it_is(caller):
    caller.say("¿mi seguro cubre cristales?", "ask_coverage")
    take(caller, "1042587", "Laura Méndez Robles")
    assert "deducible" in said(caller, "¿y de cuánto es el deducible?", "ask_deductible").lower()
    assert caller.state["expects"] is None


@pytest.mark.parametrize("text", ["hoy a las 8", "fue ayer en la noche", "como a las tres de la tarde"])
def test_when_it_happened_is_taken_whatever_was_asked(caller, text):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos, póliza 1042587", "report_loss")
    assert caller.state["expects"] == "driver_name"
    caller.say(text)
    assert claim(caller)["occurred_at"]
    assert claim(caller)["driver_name"] is None
    assert caller.state["expects"] == "driver_name"


@pytest.mark.parametrize("text", ["ahorita", "ahorita le digo", "en un momento"])
def test_a_moment_is_no_hour(caller, text):
    caller.say("choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos, póliza 1042587", "report_loss")
    caller.say(text)
    assert claim(caller)["occurred_at"] is None


def test_the_parked_car_that_was_hit_is_the_others(caller):
    caller.say(
        "le pegué a un carro en Zaragoza 45 colonia Centro, Querétaro, sin heridos, póliza 1042587", "report_loss"
    )
    take(caller, "yo, Laura Méndez", "3318452290", "no hay nadie, es un Jetta negro estacionado")
    assert claim(caller)["details"].get("vehicle_parked") is None


@pytest.mark.parametrize("text", ["no, ¿dónde la pongo?", "no la he puesto, dónde la pongo", "no, y dónde se pone"])
def test_where_the_denuncia_is_made_is_answered_when_asked(caller, text):
    caller.say("me robaron el carro en avenida Patria 300 en Zapopan, sin heridos, póliza 1042587", "report_loss")
    take(caller, "yo, Laura Méndez", "3318452290", "no hubo", "hoy a las 8")
    assert caller.state["expects"] == "denuncia"
    assert "Ministerio Público o la Fiscalía" in said(caller, text, "deny")
    assert claim(caller)["details"]["denuncia_at"] is False


def test_a_report_cancelled_where_it_is_asked_which_one_is_meant_is_cancelled(caller):
    to_the_read_back(caller)
    take(caller, "sí")
    caller.say("mi reporte dice que choqué, yo no choqué, me chocaron", "report_loss")
    assert caller.state["expects"] == "resume_report"
    before = len(caller.log)
    caller.say("cancele mejor, ya nos arreglamos", "affirm")
    assert "cancel" in "\n".join(caller.log[before + 1 :]).lower()


def test_a_question_after_the_policys_answer_is_asked_of_the_policy(caller):
    caller.say("¿mi seguro me cubre si choca mi sobrino?", "ask_coverage")
    take(caller, "1042587", "Laura Méndez Robles")
    caller.say("¿y qué pasa si no trae licencia?", "deny")
    assert caller.state["intent"] == "ask_coverage"
    assert caller.state["expects"] is None


def test_what_a_tramite_is_for_stays_with_the_tramite(caller):
    caller.say("quiero saber cómo va mi endoso", "tramite_follow_up")
    take(caller, "no tengo el folio")
    answer = said(caller, "es para cambiar el nombre", "correct")
    assert "endoso" in answer.lower() or "identificación" in answer
    assert "¿Qué le pasó?" not in answer
