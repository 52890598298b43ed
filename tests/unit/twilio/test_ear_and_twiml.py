"""Texts for the ear, the line's own words, and every TwiML document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.twilio.voice import ear, twiml, words
from channels.twilio.voice.prompts import prompt_for, prompts
from tests.twilio_simulator.phone import PhoneCall
from tests.twilio_simulator.twiml import faults

EXPECTS = [
    "incident_type", "injuries", "location", "occurred_at", "description", "policy_number", "inciso",
    "driver_name", "insured_name", "vehicle", "plates", "vin", "reporter_name", "reporter_phone", "third_parties",
    "drivable", "authorities", "service", "damage", "vehicle_whereabouts", "occupants", "licence", "driver_age",
    "trailer", "cargo", "parked", "denuncia", "violence", "stolen_parts", "glass_part", "tow_destination",
    "detained", "confirm_policy", "confirm_report", "resume_report", "what_to_correct", "report_number",
]  # fmt: skip


def hear(document: str) -> str:
    """What a caller hears of `document`, checked as Twilio would."""
    call = PhoneCall(None)  # type: ignore[arg-type]
    call.follow(document)
    return call.ear


def test_every_question_has_words_for_the_ear() -> None:
    assert set(EXPECTS) <= set(prompts())
    for name, prompt in prompts().items():
        for words_ in (prompt.ask, prompt.again, prompt.keypad or ""):
            assert len(words_.split(". ")) <= 3, name
            assert not any(sign in words_ for sign in "*#/()[]_"), name
        assert prompt.again != prompt.ask
        assert len(prompt.keys) <= 3, name
        assert "0" not in prompt.keys, name


@pytest.mark.parametrize("name", [*EXPECTS, "tramite_folio", None])
def test_every_question_makes_a_good_gather(name: str | None) -> None:
    prompt = prompt_for(name)
    document = twiml.ask([prompt.ask, prompt.again, prompt.keypad or ""], prompt, 3)
    assert faults(document) == []
    assert 'language="es-MX"' in document
    assert 'input="dtmf speech"' in document


def test_yes_or_no_leans_towards_yes_and_no() -> None:
    assert {"sí", "no"} <= set(prompt_for("injuries").hint_text().split(", "))
    assert {"Versa", "Jetta"} <= set(prompt_for("vehicle").hint_text().split(", "))
    assert {"Zapopan", "Iztapalapa"} <= set(prompt_for("location").hint_text().split(", "))


def test_a_number_is_said_digit_by_digit() -> None:
    heard = ear.heard(ear.pieces("Su póliza 1042587, llame al 33 1845 2290 o al 911."))
    assert heard == "Su póliza 1 0 4, 2 5 8, 7 , llame al 3 3, 1 8 4 5, 2 2 9 0 o al 9 1 1"


def test_plates_are_spelled() -> None:
    heard = ear.heard(ear.pieces("Un Jetta con placas JNB-482-C."))
    assert heard == "Un Jetta con placas jota, ene de Nicolás, be de burro, 4, 8, 2, ce de casa"


@pytest.mark.parametrize(
    "text", ["Es un Mazda CX-5 2023.", "A las 14:30.", "El kilómetro 135.2.", "Morelos 1250, colonia Centro."]
)
def test_what_is_not_a_code_is_said_as_it_is(text: str) -> None:
    assert ear.pieces(text) == [ear.Words(text)]


def test_what_cannot_be_said_is_not() -> None:
    assert ear.sayable("¡Listo! 🚗 *Siga* aquí: https://wa.me/52 \x07") == "¡Listo! Siga aquí:"
    assert ear.sayable("- uno\n- dos") == "uno. dos"


def test_the_report_number_is_read_twice_and_cannot_be_cut_short() -> None:
    document = twiml.ask(
        ["¿Algo más?"],
        prompt_for(None),
        9,
        numbers=[("Anote su número.", "2600001230"), ("Se lo repito.", "2600001230")],
    )
    assert hear(document).count("2 6 0 0 0 0 1 2 3 0") == 2
    before, _, gather = document.partition("<Gather")
    assert "interpret-as" in before
    assert "interpret-as" not in gather


@pytest.mark.parametrize(
    "text",
    ["operador", "Operadora, por favor.", "quiero hablar con una persona", "páseme con un asesor", "con un ejecutivo"],
)
def test_a_person_is_one_word_away(text: str) -> None:
    assert words.wants_person(text)


@pytest.mark.parametrize(
    "text", ["atropellé a una persona", "el agente de tránsito ya llegó", "venía una persona conmigo", "cero"]
)
def test_a_story_with_a_person_is_a_story(text: str) -> None:
    assert not words.wants_person(text)


def test_whatsapp_is_heard_as_people_say_it() -> None:
    assert words.wants_whatsapp("mejor mándeme un guatsap")
    assert words.wants_whatsapp("por WhatsApp")
    assert not words.wants_whatsapp("no tengo WhatsApp")


def test_danger_is_never_held_up() -> None:
    assert words.sounds_urgent("hay dos heridos")
    assert words.sounds_urgent("mi esposa está atrapada")
    assert not words.sounds_urgent("no hay heridos")
    assert not words.sounds_urgent("nadie lastimado")


def test_whisper_and_transfer_and_message() -> None:
    assert faults(twiml.transfer("+523320187628", "CA1", ["Le comunico."])) == []
    assert faults(twiml.whisper("Choque en Zapopan.", "CA1")) == []
    assert faults(twiml.record(["Deje su mensaje."])) == []
    assert faults(twiml.goodbye(["Adiós."])) == []
    assert faults(twiml.nothing()) == []


@given(st.text(max_size=500))
def test_any_text_makes_good_twiml(text: str) -> None:
    assert faults(twiml.ask([text], prompt_for("description"), 1, before=[text])) == []
