"""What the assistant says: complete, short, in three wordings, fit for the ear and for an SMS."""

import re

import pytest
import yaml
from stage import ROOT, responses, rules

from bot.connector import gsm7

QUESTIONS = [
    "incident_type",
    "injuries",
    "location",
    "occurred_at",
    "description",
    "policy_number",
    "inciso",
    "driver_name",
    "insured_name",
    "vehicle",
    "plates",
    "vin",
    "reporter_name",
    "reporter_phone",
    "third_parties",
    "drivable",
    "authorities",
    "service",
    "damage",
    "vehicle_whereabouts",
    "occupants",
    "licence",
    "driver_age",
    "trailer",
    "cargo",
    "parked",
    "denuncia",
    "violence",
    "stolen_parts",
    "glass_part",
    "tow_destination",
    "detained",
    "confirm_policy",
    "confirm_report",
    "resume_report",
    "what_to_correct",
    "report_number",
    "tramite_folio",
    "tramite_plan",
    "confirm_cancel",
]
WORDINGS = ("", "_again", "_last")
GSM_7 = set("@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
            "abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€")  # fmt: skip


def variants(name: str, channel: str) -> list[str]:
    """The texts that a channel may hear of a response."""
    own = [r["text"] for r in responses()[name] if r.get("channel") == channel]
    return own or [r["text"] for r in responses()[name] if "channel" not in r]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_three_different_wordings_and_a_reason(question):
    texts = [variants(f"utter_ask_{question}{wording}", "web")[0] for wording in WORDINGS]
    assert len(set(texts)) == 3
    assert variants(f"utter_why_{question}", "web")


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_words_for_the_ear(question):
    own = [r for r in responses()[f"utter_ask_{question}"] if r.get("channel") == "voice"]
    assert own and not any(r.get("buttons") for r in own)
    for wording in WORDINGS:
        for text in variants(f"utter_ask_{question}{wording}", "voice"):
            assert len(text) <= 140, text
            assert not re.search(r"[«»…]|escrib|toque|comparta", text), text


@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_fit_one_sms(question):
    for wording in WORDINGS:
        for text in variants(f"utter_ask_{question}{wording}", "sms"):
            if "{" not in text:
                sms = gsm7(text)
                assert set(sms) <= GSM_7, set(sms) - GSM_7
                assert len(sms) <= 160, (len(sms), sms)


@pytest.mark.parametrize("name", sorted(responses()))
def test_words_are_usted_without_jargon_or_judgement(name):
    for response in responses()[name]:
        text = response["text"].casefold()
        assert not re.search(r"\b(tú|tu|tus|contigo|puedes|tienes|dime|oye)\b", text), text
        assert not re.search(r"siniestro|geográfic|proporcione|no está asegurad|no procede|su culpa|ok\b", text), text
        assert len(text) <= 420, (len(text), text)
        assert text.count("?") <= 2, text


@pytest.mark.parametrize("incident", ["total_theft", "partial_theft"])
def test_a_theft_is_never_told_not_to_move_the_vehicle(incident):
    for channel in ("web", "voice", "sms"):
        assert not any(re.search(r"no (la |lo )?muev", t, re.I) for t in variants(f"utter_after_{incident}", channel))


@pytest.mark.parametrize("incident", ["collision", "rollover", "run_over", "fire", "cargo"])
def test_an_accident_is_told_not_to_move_the_vehicle(incident):
    for channel in ("web", "voice", "sms"):
        assert all(re.search(r"no mueva el vehículo", t, re.I) for t in variants(f"utter_after_{incident}", channel))


def test_every_intent_has_a_rule():
    from stage import ROOT

    intents = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"]
    assert sorted(rules()) == sorted(intents)


def test_every_response_is_said_and_every_response_said_exists():
    code = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "bot/actions").glob("*.py"))
    plain = set(re.findall(r"\"(utter_\w+)\"", code))
    families = [prefix + ".*" for prefix in re.findall(r"f\"(utter_\w*_)\{", code)]
    assert plain <= set(responses()), plain - set(responses())
    unsaid = {n for n in responses() if n not in plain and not any(re.fullmatch(f, n) for f in families)}
    assert not unsaid


@pytest.mark.parametrize("name", sorted(responses()))
def test_no_number_is_read_aloud_in_one_piece(name):
    for text in variants(name, "voice"):
        assert not re.search(r"\{(number|folio)\}|\b\d\d \d{4} \d{4}\b", text), text


@pytest.mark.parametrize("name", [n for n in sorted(responses()) if n.startswith(("utter_after_", "utter_advice_"))])
def test_what_to_do_fits_one_sms(name):
    for text in variants(name, "sms"):
        assert len(gsm7(text)) <= 160, (len(text), text)
