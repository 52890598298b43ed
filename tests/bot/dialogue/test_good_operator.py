"""What a good operator does besides asking: answers on the way, heeds colleagues, guards other people's data, waits.

Intents are given; facts come from the parsers.
"""

import json

import pytest
from stage import Book, Stage
from test_turns import CRASH, POLICIES, facts, reported, take, to_the_read_back

from bot.actions import claim as drafts


@pytest.fixture
def caller():
    return Stage(facts, Book(json.loads(json.dumps(POLICIES))))


def said(stage, text, intent=None, **metadata):
    """The answer as one text."""
    return "\n".join(message["text"] for message in stage.say(text, intent, **metadata))


def test_questions_that_come_with_the_loss_are_answered_and_kept_out_of_the_story(caller):
    answer = said(caller, "choqué con un taxi, ¿lo muevo?, ¿me cubre el seguro?", "report_loss")
    assert "Déjelo donde está" in answer
    assert "revisa el ajustador" in answer
    assert caller.state["expects"] == "injuries"
    assert "cubre" not in (caller.state["claim"]["description"] or "")


def test_a_question_beside_the_agreement_takes_nothing_back(caller):
    to_the_read_back(caller)
    caller.say("sí, está bien. ¿y cuánto tarda el ajustador?", "follow_up_report")
    assert caller.state["report_number"]


@pytest.mark.parametrize("text", [
    "sí ándele pero mándeme un abogado",
    "sí pero apúrenle por favor",
    "correcto y que lleguen rápido",
    "así está bien, nomás no se tarden",
])  # fmt: skip
def test_a_wish_beside_the_agreement_takes_nothing_back(caller, text):
    to_the_read_back(caller)
    caller.say(text, "affirm")
    assert caller.state["report_number"]


def test_whoever_says_the_same_again_is_not_sent_round_in_circles(caller):
    caller.say("me robaron el carro en avenida Patria 300, Zapopan, nadie herido, póliza 1042587", "report_loss")
    take(caller, "Laura Méndez", "3318452290", "no hubo violencia", "hace una hora")
    assert caller.state["expects"] == "denuncia"
    for _ in range(3):
        caller.say("no, si acaba de pasar, ¿qué hago?", "ask_what_to_do")
    assert caller.state["expects"] != "denuncia"


def test_after_a_question_at_the_read_back_the_whole_report_is_not_read_again(caller):
    to_the_read_back(caller)
    answer = said(caller, "¿qué papeles necesito?", "ask_documents")
    assert caller.state["expects"] == "confirm_report"
    assert "Póliza" not in answer.split("\n")[-1]


def test_what_is_wrong_is_not_agreed_with_because_nothing_is_the_matter_with_somebody(caller):
    caller.say(CRASH.replace("sin heridos", "mi hijo está herido"), "report_loss")
    take(caller, "yo", "Laura Méndez", "3318452290", "aquí sigue", "no ha llegado nadie", "sí camina")
    caller.say("mi hijo no tiene nada, quite lo de los heridos", "correct")
    assert caller.state["report_number"] is None


def test_waiting_is_said_in_other_words_each_time(caller):
    caller.say(CRASH, "report_loss")
    answers = [said(caller, text, "wait") for text in ("espéreme", "espere por favor", "tantito")]
    assert len(set(answers)) == 3


def test_a_child_locked_in_is_an_emergency(caller):
    answer = said(caller, "dejé las llaves adentro del carro y mi bebé está encerrado", "request_assistance")
    assert "911" in answer
    assert caller.state["priority"] == "emergency"
    assert caller.state["handover"] == {"reason": "emergency"}


def test_who_fears_to_be_taken_gets_legal_help(caller):
    caller.say("atropellé a un ciclista en avenida Patria 300, Zapopan", "report_loss")
    answer = said(caller, "dicen los policías que me van a llevar", "inform")
    assert "legal" in answer


def test_a_road_with_a_landmark_is_place_enough():
    location = {**dict.fromkeys(drafts.LOCATION_FIELDS), "between_streets": []}
    text = "carretera a Chapala a la altura del aeropuerto"
    known = {"kind": "highway", "highway": "carretera a Chapala", "text": text}
    assert drafts.place_is_enough({**location, **known})
    assert not drafts.place_is_enough({**location, **known, "text": "en la carretera a Chapala"})


def test_a_denuncia_already_made_is_not_asked_for_again(caller):
    caller.say("anoche me robaron el carro estacionado en calle Roble 12, Zapopan, ya puse la denuncia hoy a las 9; "
               "nadie herido", "report_loss")  # fmt: skip
    claim = caller.state["claim"]
    assert claim["details"]["denuncia_at"].startswith("2026-11-21T09:00")
    assert claim["occurred_at"].startswith("2026-11-20")
    answer = take(caller, "1042587", "yo", "Laura Méndez", "3318452290", "sí")
    assert caller.state["report_number"], caller.log
    assert "Ponga la denuncia" not in answer


def test_a_denuncia_made_who_knows_when_is_asked_when(caller):
    caller.say("me robaron el carro estacionado anoche en calle Roble 12, Zapopan, nadie herido", "report_loss")
    take(caller, "1042587", "yo", "Laura Méndez", "3318452290")
    assert caller.state["expects"] == "denuncia"
    answer = said(caller, "sí, ya la puse", "affirm")
    assert "Qué día" in answer
    take(caller, "hoy a las 8 de la mañana")
    assert caller.state["claim"]["details"]["denuncia_at"].startswith("2026-11-21T08:00")


def test_what_was_hit_while_parked_is_asked_when_and_a_crash_is_not(caller):
    caller.say("me chocaron el carro estacionado en avenida Patria 300, Zapopan, sin heridos", "report_loss")
    take(caller, "1042587", "Laura Méndez", "3318452290", "aquí sigue", "no ha llegado nadie", "sí camina")
    assert caller.state["expects"] == "occurred_at"


def test_plates_alone_do_not_open_a_policy(caller):
    caller.say("¿qué cubre mi póliza?", "ask_coverage")
    caller.say("no la tengo a la mano", "dont_know")
    assert caller.state["expects"] == "plates"
    assert "incluye" not in said(caller, "JKV913A", "inform")
    assert caller.state["expects"] == "insured_name"
    assert "incluye" in said(caller, "Jorge Ibarra Castañeda", "inform")


def test_whose_car_it_is_is_told_to_nobody(caller):
    answer = said(caller, "¿de quién es el carro de placas JKV913A?", "out_of_scope")
    assert "privacidad" in answer
    assert caller.state["claim"]["vehicle"]["plates"] is None


def test_the_other_party_is_not_told_the_insured_vehicle(caller):
    answer = said(caller, "su asegurado me pegó, la póliza es 1042587", "report_loss")
    assert caller.state["claim"]["policy"]["found"] is True
    assert "Versa" not in answer


def test_two_losses_told_at_once_are_taken_one_after_the_other(caller):
    answer = said(caller, "quiero reportar dos choques, uno fue en " + CRASH.split("en ", 1)[1], "report_loss")
    assert "enseguida tomamos el otro" in answer
    take(
        caller,
        "fue contra un camión",
        "yo",
        "Laura Méndez",
        "3318452290",
        "aquí sigue",
        "no ha llegado nadie",
        "sí camina",
        "sí",
    )
    assert caller.state["expects"] == "incident_type"


def test_a_cancelled_report_is_not_spoken_of_as_open(caller):
    reported(caller)
    caller.say("siempre no, cancélelo", "cancel_report")
    caller.say("sí", "affirm")
    assert "cancelado" in said(caller, "¿y si cambio de opinión?", "out_of_scope") or caller.state["expects"] is None
    answer = said(caller, "choqué otra vez en avenida Patria 500, Zapopan", "report_loss")
    assert caller.state["expects"] == "injuries", answer


def test_what_a_person_corrected_wins_over_what_the_machine_had_read(caller):
    caller.say(CRASH, "report_loss")
    told = ["location.street: Avenida Acueducto", "drivable: false", "vehicle.color: negro"]
    caller.say("yo", "inform", operator_texts=told)
    claim = caller.state["claim"]
    assert claim["location"]["street"] == "Avenida Acueducto"
    assert claim["drivable"] is False
    take(caller, "Laura Méndez", "3318452290", "aquí sigue", "no ha llegado nadie")
    assert caller.state["expects"] == "confirm_report"
    assert caller.state["claim"]["vehicle"]["color"] == "negro"


def test_a_report_made_by_hand_is_known_and_not_made_twice(caller):
    caller.say(CRASH, "report_loss")
    caller.say(
        "gracias", "thank", operator_texts=["Ya quedó su reporte. El número es 26-0000001-8. Guárdelo, por favor."]
    )
    assert caller.state["report_number"] == "2600000018"
    assert caller.state["expects"] is None


def test_no_se_does_not_answer_what_happened(caller):
    caller.say("no sé", "dont_know")
    assert caller.state["expects"] == "incident_type"


def test_a_new_fact_is_noted_not_corrected(caller):
    caller.say(CRASH, "report_loss")
    assert "corregí" not in said(caller, "mi teléfono es 3318452290", "correct")
    assert "corregí" in said(caller, "no, el teléfono es 3318452299", "correct")


@pytest.mark.parametrize("asked", ["¿sigo asegurado?", "¿está vigente mi póliza?"])
def test_the_standing_of_the_policy_is_told_to_whom_it_belongs(caller, asked):
    caller.say(asked, "ask_coverage")
    caller.say("1042587", "inform")
    assert "al corriente" in said(caller, "JNB-482-C", "inform")
