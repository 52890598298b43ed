"""Turns of a conversation: what is understood, asked, kept and said. Intents are given; facts come from the parsers."""

import json

import pytest
from learned import answered, settled
from stage import ROOT, Book, Stage

from bot.nlu.parsers.every import find_all
from bot.nlu.told.settle import SETTLED

POLICIES = json.loads((ROOT / "policy_backend/policies/demo_book.json").read_text(encoding="utf-8"))["policies"]
CRASH = "choqué en avenida Patria 300 en Zapopan, me pegó un camión, sin heridos, póliza 1042587"


def facts(text):
    """What Rasa would add to a message: the entities, and an intent that says nothing."""
    found, heard = settled(text)
    ruled = find_all(text)
    learnt = [fact for fact in found if fact.entity in SETTLED and fact not in ruled]
    entities = [
        {
            "entity": f.entity,
            "value": f.value,
            "start": f.start,
            "end": f.end,
            "extractor": "Told" if f in learnt else "",
        }
        for f in found
    ]
    intent = {"name": "inform", "confidence": 0.5}
    return {"intent": intent, "entities": entities, "told": heard._asdict(), "answers": answered(text)}


@pytest.fixture
def book():
    return Book(POLICIES)


@pytest.fixture
def caller(book):
    return Stage(facts, book)


def take(stage, *texts):
    """Say all of it in turn; the last answer as one text."""
    said = []
    for text in texts:
        said = stage.say(text)
    return "\n".join(message["text"] for message in said)


def to_the_read_back(stage, opening=CRASH):
    stage.say(opening, "report_loss")
    return take(stage, "yo", "Laura Méndez", "3318452290", "aquí sigue", "no ha llegado nadie", "sí camina")


def reported(stage):
    to_the_read_back(stage)
    take(stage, "sí")
    assert stage.state["report_number"]
    return stage


def test_everything_in_the_first_message_counts(caller):
    caller.say(CRASH, "report_loss")
    claim = caller.state["claim"]
    assert claim["incident_type"] == "collision"
    assert claim["location"]["municipality"] == "Zapopan"
    assert claim["injuries"]["any"] is False
    assert claim["third_parties"]["any"] is True
    assert (claim["policy"]["found"], claim["policy"]["inciso"]) == (True, 1)
    assert caller.state["expects"] == "driver_name"


def test_somebody_hurt_is_said_first_and_alerts_a_person_once(caller):
    answer = caller.say("chocamos y hay dos heridos", "report_loss")
    assert "911" in answer[0]["text"]
    assert caller.state["handover"] == {"reason": "emergency"}
    assert caller.state["priority"] == "emergency"
    again = caller.say("en avenida Patria 300, Zapopan")
    assert caller.state["handover"] is None
    assert not any("911" in message["text"] for message in again)


def test_the_same_words_are_never_said_three_times(caller):
    caller.say(CRASH.replace(", póliza 1042587", ""), "report_loss")
    asked = [take(caller, text) for text in ("mmm", "pues", "este")]
    assert len(set(asked)) == 3


def test_no_se_is_an_answer(caller):
    caller.say(CRASH.replace(", póliza 1042587", ""), "report_loss")
    assert caller.state["expects"] == "policy_number"
    for question in ("plates", "vehicle", "vin", "insured_name", "driver_name"):
        take(caller, "no sé")
        assert caller.state["expects"] == question


def test_a_policy_that_is_not_found_is_asked_for_once_more_and_the_report_goes_on(caller, book):
    caller.say(CRASH.replace("1042587", "9999999"), "report_loss")
    assert caller.state["expects"] == "policy_number"
    take(caller, "9999998")
    assert caller.state["expects"] == "plates"
    assert caller.state["claim"]["policy"]["found"] is False


def test_plates_find_the_unit_of_a_fleet(caller):
    caller.say(CRASH.replace("1042587", "7001450"), "report_loss")
    assert caller.state["expects"] == "inciso"
    take(caller, "no sé")
    take(caller, "LB48211")
    assert caller.state["claim"]["policy"]["inciso"] == 2


@pytest.mark.parametrize("text", ["no sé el inciso pero es la isuzu", "no sé qué inciso, es la ELF blanca"])
def test_the_vehicle_tells_which_unit_of_a_fleet_it_is(caller, text):
    caller.say(CRASH.replace("1042587", "7001450"), "report_loss")
    take(caller, text)
    assert caller.state["claim"]["policy"]["inciso"] == 2


def test_another_vehicle_than_the_insured_is_confirmed(caller):
    caller.say("traigo un Mazda 3 azul, " + CRASH, "report_loss")
    assert caller.state["expects"] == "confirm_policy"
    take(caller, "no")
    assert caller.state["expects"] == "plates"


def test_the_holder_is_never_named_to_the_caller(caller):
    said = "\n".join(m["text"] for m in caller.say(CRASH, "report_loss")) + to_the_read_back(caller)
    assert "Robles" not in said


def test_a_question_in_the_middle_is_answered_and_then_the_question_comes_back(caller):
    caller.say(CRASH.replace(", póliza 1042587", ""), "report_loss")
    answer = caller.say("¿para qué la quiere?", "ask_why")
    assert "encuentro" in answer[0]["text"]
    assert caller.state["expects"] == "policy_number"


def test_a_supposition_opens_no_report(caller):
    caller.say("¿me cubre si choco?", "ask_coverage")
    assert caller.state["claim"]["incident_type"] is None


@pytest.mark.parametrize(
    "said, path, wanted",
    [
        ("no, el teléfono es 3318452299", ("reporter", "phone"), "+523318452299"),
        ("me equivoqué, fue en Tonalá", ("location", "municipality"), "Tonalá"),
        ("sí pero la póliza es la 2087713", ("policy", "number"), "2087713"),
    ],
)
def test_the_read_back_takes_the_right_value_at_once(caller, said, path, wanted):
    to_the_read_back(caller)
    caller.say(said, "correct")
    assert caller.state["claim"][path[0]][path[1]] == wanted
    assert caller.state["expects"] == "confirm_report"
    assert caller.state["report_number"] is None


def test_a_wrong_phone_hurts_nobody(caller):
    to_the_read_back(caller)
    caller.say("no, está mal el teléfono", "correct")
    assert caller.state["claim"]["injuries"]["any"] is False
    assert caller.state["expects"] == "reporter_phone"


def test_what_to_correct_names_a_field_and_takes_it(caller):
    to_the_read_back(caller)
    take(caller, "no")
    assert caller.state["expects"] == "what_to_correct"
    take(caller, "el teléfono")
    assert caller.state["expects"] == "reporter_phone"
    take(caller, "3318452299")
    assert caller.state["claim"]["reporter"]["phone"] == "+523318452299"
    assert caller.state["expects"] == "confirm_report"


def test_the_read_back_is_short_and_has_no_codes(caller):
    text = to_the_read_back(caller)
    assert len(text.split("\n")) <= 8  # a line before, six of facts, the question
    assert not any(word in text for word in ("None", "null", "collision", "True", "False"))


def test_a_backend_that_is_down_loses_nothing_and_the_number_comes_later(caller, book):
    book.down = True
    caller.say(CRASH, "report_loss")
    answer = take(caller, "yo", "Laura Méndez", "3318452290", "aquí sigue", "no ha llegado nadie", "sí camina", "sí")
    assert caller.state["report_number"] is None
    assert caller.state["handover"] == {"reason": "backend_down"}
    assert "Guardé" in answer
    book.down = False
    take(caller, "¿ya?")
    assert caller.state["report_number"]
    assert len(book.claims) == 1


def test_one_report_a_conversation_however_often_it_is_confirmed(caller, book):
    reported(caller)
    take(caller, "sí", "sí")
    assert len(book.claims) == 1


def test_a_further_fact_goes_into_the_report(caller, book):
    reported(caller)
    caller.say("las placas del otro carro son JKV913A", "add_to_report")
    claim = next(iter(book.claims.values()))
    assert claim["details"]["third_party_plates"] == "JKV913A"


def test_cancelling_asks_first(caller, book):
    reported(caller)
    caller.say("cancele el reporte", "cancel_report")
    assert caller.state["expects"] is None  # confirmed by buttons; no fact of the contract is asked for
    caller.say("no", "deny")
    assert next(iter(book.claims.values()))["status"] == "reported"
    caller.say("cancele el reporte", "cancel_report")
    caller.say("sí", "affirm")
    assert next(iter(book.claims.values()))["status"] == "cancelled"


def test_hours_later_the_open_report_is_offered_and_the_waiting_message_is_used(caller):
    caller.say(CRASH.replace(", póliza 1042587", ""), "report_loss")
    caller.at = "2026-11-21T13:00:00-06:00"
    caller.say("ya encontré mi póliza es la 1042587", "inform")
    assert caller.state["expects"] == "resume_report"
    caller.say("sí, seguimos", "affirm")
    assert caller.state["claim"]["policy"]["number"] == "1042587"
    assert caller.state["claim"]["incident_type"] == "collision"


def test_hours_later_a_new_report_keeps_who_calls(caller):
    caller.say("soy Laura Méndez, " + CRASH, "report_loss")
    caller.at = "2026-11-21T19:00:00-06:00"
    caller.say("hola", "greet")
    caller.say("no, es uno nuevo", "deny")
    assert caller.state["claim"]["incident_type"] is None
    assert caller.state["claim"]["reporter"]["name"] == "Laura Méndez"


def test_a_second_loss_is_a_second_report(caller, book):
    reported(caller)
    caller.say("quiero reportar otro percance", "new_report")
    assert caller.state["report_number"] is None
    assert caller.state["claim"]["loss"] == 2


def test_what_a_caller_no_longer_wants_is_set_aside_and_taken_up_with_one_word(caller):
    caller.say(CRASH, "report_loss")
    caller.say("ya no, olvídelo", "cancel_report")
    assert caller.state["expects"] is None
    caller.say("siempre sí, seguimos", "affirm")
    assert caller.state["expects"] == "driver_name"


def test_after_three_misunderstandings_a_person_is_asked_for(caller):
    for text in ("asdf", "qwer", "zxcv"):
        caller.say(text, "inform")
    assert caller.state["handover"] == {"reason": "misunderstood"}


def test_the_number_in_use_is_the_phone_on_a_channel_that_has_one(book):
    caller = Stage(facts, book, "whatsapp", "+523318452290")
    caller.say(CRASH, "report_loss")
    take(caller, "yo", "Laura Méndez", "a este mismo")
    assert caller.state["claim"]["reporter"]["phone"] == "+523318452290"


def test_a_photo_is_kept_and_never_taken_for_an_answer(caller):
    caller.say(CRASH, "report_loss")
    photo = {"id": "1", "kind": "image"}
    caller.say("(foto)", media=[photo])
    assert caller.state["claim"]["evidence"] == [photo]
    assert caller.state["expects"] == "driver_name"


def test_on_the_phone_the_number_is_said_twice_digit_by_digit(book):
    caller = Stage(facts, book, "voice", "+523318452290")
    to_the_read_back(caller)
    said = caller.say("sí")[0]["text"]
    number = caller.state["report_number"]
    assert said.count(", ".join(" ".join(part) for part in (number[:2], number[2:5], number[5:9], number[9:]))) == 2


def test_every_turn_ends_with_one_state(caller):
    caller.say("hola", "greet")
    assert set(caller.state) == {
        "expects",
        "claim",
        "report_number",
        "pending",
        "about",
        "handover",
        "priority",
        "intent",
        "confidence",
        "understood",
    }


@pytest.mark.parametrize("plates", ["JNB482C", "JNB-482-C", "son JNB482C"])
def test_plates_will_do_where_the_policy_is_asked_for(caller, plates):
    take(caller, "choqué en avenida Patria 300 en Zapopan", "nadie", "le pegué a un poste")
    assert caller.state["expects"] == "policy_number"
    said = take(caller, plates)
    assert "No encuentro" not in said
    assert caller.state["claim"]["vehicle"]["plates"].replace("-", "") == "JNB482C"
    assert caller.state["claim"]["policy"]["found"]


def test_plates_that_the_book_lacks_are_no_policy_number(caller):
    take(caller, "choqué en avenida Patria 300 en Zapopan", "nadie", "le pegué a un poste")
    assert "No encuentro" not in take(caller, "JRK8219")
    assert caller.state["claim"]["policy"]["number"] is None
    assert caller.state["claim"]["vehicle"]["plates"] == "JRK8219"
