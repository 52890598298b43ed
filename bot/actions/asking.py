"""The next question of the agenda, with what was understood said first."""

import re
from typing import Any, Dict, Optional, Set

from bot.actions import agenda, aside, attachments, words
from bot.actions.claim import lacks_town, names_home, part_lacking, started
from bot.actions.feelings import comfort, vents
from bot.actions.hearing import says_unknown
from bot.actions.identify import unit, units
from bot.actions.summary import summaries
from bot.actions.taking import note_that_it_stood, note_whether_it_moves
from bot.actions.told import is_question
from bot.actions.turn import MAX_ASKED, Turn
from bot.actions.whose import other_side
from bot.nlu.parsers import phone

# However often it was put off by other talk.
MOST_PUT = 6
PASSED = 2
_NEVER_PASSED = ("incident_type", "injuries", "location")
_NO_AMBULANCE = re.compile(
    r"\bno (hace falta|es necesari[oa]|es para tanto|ocup\w+|neces\w+)|\bya (llame|llamamos|les hable|le hable|"
    r"vien\w+|marque|esta|"
    r"llego)\b"
)
_ODD_NUMBER = ("reporter_phone", "vin")
_TWO = re.compile(r"\b(dos|2|tres|varios) (cosas|reportes|percances|siniestros|accidentes|choques|eventos|problemas)\b")
# A place that is still vague after the second try is written down as said.
LIMITS = {"incident_type": 2, "location": 2, "inciso": 2, "vin": 2, "description": 2, "denuncia": 2}


def advance(turn: Turn) -> None:
    """Ask the next thing, having said what was understood; read back when nothing is missing."""
    note_passed_over(turn)
    _ask_once_whether_left(turn)
    note_that_it_stood(turn)
    note_whether_it_moves(turn)
    acknowledge(turn)
    if turn.memory.pop("doubt", None):
        turn.ask("confirm_policy", vehicle=words.vehicle(unit(turn).get("vehicle") or {}))
        return
    question = next_question(turn)
    if question:
        _word_by_what_was_said(turn, question)
        turn.ask(question, **values_for(turn, question))
    else:
        read_back(turn)


def _ask_once_whether_left(turn: Turn) -> None:
    """Whether the others left is asked once: what they are is known. A fact of something else puts it off."""
    put_off = is_question(turn) or "reporter.name" in turn.understood
    if turn.expected == "third_parties" and turn.before["third_parties"]["any"] and not put_off:
        turn.skip("third_parties")


def _word_by_what_was_said(turn: Turn, question: str) -> None:
    """Go straight to the second wording where the first would ask what was just told in part."""
    told_in_vain = question == turn.expected == "incident_type" and len(turn.folded.split()) > 4
    if told_in_vain or (question == "denuncia" and turn.claim["details"].get("denuncia_text")):
        turn.memory["asked"].setdefault(question, 1)


def next_question(turn: Turn, still: Optional[str] = None) -> Optional[str]:
    """The agenda's next question, leaving out what was asked often enough (but for `still`, which was put off).

    What the caller passed over twice to tell other things comes once more at the end.
    """
    passed = turn.memory.get("passed", {})
    later = {name for name, times in passed.items() if times >= PASSED and name not in _NEVER_PASSED}
    return _next(turn, still, later) or (_next(turn, still, set()) if later else None)


def _next(turn: Turn, still: Optional[str], later: Set[str]) -> Optional[str]:
    while True:
        skipped = frozenset(turn.memory["skipped"]) | later
        asked = set(turn.memory["asked"])
        if is_question(turn) and not turn.answered:
            asked.discard(turn.expected or "")  # put off, not answered
        question = agenda.next_question(turn.claim, skipped, len(units(turn)), unit(turn), asked)
        if question in (None, still) or not _often_enough(turn, question):
            return question
        turn.skip(question)
        if question == "incident_type":
            turn.set("incident_type", "other")


def _often_enough(turn: Turn, question: str) -> bool:
    """Whether a question was asked, or put again after other talk, as often as a person bears."""
    asked, put = turn.memory["asked"].get(question, 0), turn.memory.get("put", {}).get(question, 0)
    if question == "location" and lacks_town(turn.claim["location"]) and not turn.memory.get("town_asked"):
        return False
    if turn.left and question == turn.expected and put <= asked:
        return False  # put off by a question of the caller's: it comes back once
    return bool(asked >= LIMITS.get(question, MAX_ASKED) or put >= MOST_PUT)


def note_passed_over(turn: Turn) -> None:
    """Count a question that the caller passed over to tell something else of use."""
    if turn.expected and turn.news and not turn.answered:
        passed: Dict[str, int] = turn.memory.setdefault("passed", {})
        passed[turn.expected] = passed.get(turn.expected, 0) + 1


def acknowledge(turn: Turn) -> None:
    """Say briefly what was understood, so that a mistake can be corrected at once."""
    other_side(turn)
    _be_kind(turn)
    if turn.memory.pop("future", None):
        turn.lead("utter_ack_future")
    if turn.claim["priority"] == "emergency" and turn.expected == "location" and _NO_AMBULANCE.search(turn.folded):
        turn.once("utter_ack_911")
    attachments.acknowledge(turn)
    _say_policy(turn)
    unanswered = turn.memory.pop("unanswered", None)
    if not aside.answer(turn) and unanswered:
        aside.no_answer(turn)
    place = words.place(turn.claim["location"])
    if place and turn.expected == "location" and turn.answered and len(place) < 90:
        turn.lead("utter_ack_place", place=place)
    told = {"policy.found", "third_parties.fled"} & set(turn.understood)
    if says_unknown(turn) and turn.expected in turn.memory["skipped"] and not told:
        turn.lead(turn.vary("utter_ack_unknown", "utter_ack_unknown_2", "utter_ack_unknown_3"))
    elif turn.expected == "reporter_phone" and not turn.answered and phone.SAME in turn.all("phone"):
        turn.lead("utter_ack_no_number_here")
    elif turn.expected in _ODD_NUMBER and not turn.answered and not turn.partly and re.search(r"\d{4}", turn.text):
        turn.lead("utter_ack_odd_number")
    if turn.memory.pop("two_told", None):
        turn.lead("utter_two_losses", what=words.INCIDENTS[turn.claim["incident_type"] or "other"])
    elif _TWO.search(turn.folded) and "incident_type" in turn.understood and not turn.memory.get("another"):
        turn.memory["another"] = True
        turn.lead("utter_one_at_a_time")


def _be_kind(turn: Turn) -> None:
    """Once, and only for what deserves it."""
    incident = turn.understood.get("incident_type")
    if incident and incident != "roadside_assistance" and not turn.emergency:
        turn.once("utter_sorry")
    comfort(turn)
    if incident == "run_over" and turn.claim["injuries"]["any"] is None:
        turn.once("utter_run_over_safety")
    elif incident == "roadside_assistance":
        turn.once("utter_on_it")
    elif incident == "total_theft":
        turn.once("utter_theft_safety")
    elif incident == "fire":
        turn.once("utter_fire_safety")


def _say_policy(turn: Turn) -> None:
    found_now, vehicle = turn.memory.pop("found_now", None), unit(turn).get("vehicle")
    if found_now and other_side(turn):
        turn.lead("utter_ack_policy_other")
    elif found_now and vehicle and not turn.memory.get("doubt"):
        turn.lead("utter_ack_vehicle", vehicle=words.vehicle(vehicle), plates=words.plates_end(vehicle.get("plates")))
    elif found_now and not vehicle:
        turn.lead("utter_ack_fleet")
    elif "policy.number" in turn.understood and turn.claim["policy"]["found"] is False:
        turn.lead("utter_ack_policy_missing", number=turn.claim["policy"]["number"])
    if turn.memory.pop("backend_down", None):
        turn.once("utter_ack_lookup_later")


def values_for(turn: Turn, question: str) -> Dict[str, Any]:
    """What a question's words name, and which part of it is all that is missing."""
    lacking = part_lacking(turn.claim) if question == "location" else ""
    if question == turn.expected == "location" and not lacking and names_home(turn.text):
        lacking = "address"
    if lacking == "town":
        turn.memory["town_asked"] = True
    if question == "third_parties" and turn.claim["third_parties"]["any"]:
        again = turn.memory.get("last_asked") == ["third_parties", "_left"]
        lacking = "left_again" if again else "left"
    if question == "driver_name" and turn.claim["driver_name"]:
        lacking = "whole"  # of who is known by the first name
    if question == "vehicle" and (turn.claim["vehicle"]["make"] or turn.claim["vehicle"]["model"]):
        lacking = "year"
    if question == turn.expected == "insured_name" and turn.partly:
        lacking = "name"  # "está a nombre de mi papá"
    if question == "denuncia" and turn.claim["details"].get("denuncia_text"):
        lacking = "when"
    drove = "traía el vehículo" if turn.claim["incident_type"] == "total_theft" else "iba manejando"
    return {
        "drove": f"{drove} el vehículo asegurado" if other_side(turn) else drove,
        "where": "está" if turn.claim["incident_type"] == "roadside_assistance" else "fue",
        "other": "La otra persona" if turn.claim["incident_type"] == "run_over" else "El otro vehículo",
        "only": f"_{lacking}" if lacking else "",
    }


def ask_again(turn: Turn) -> None:
    """After a digression: come back to what was asked, or to what the digression's facts left to ask."""
    if turn.reported or turn.expected is None or not started(turn.claim):
        # Nothing is open: who only had a question is not pressed for a report.
        return
    if turn.expected == "confirm_report" and not turn.news:
        turn.say(turn.vary("utter_back_to_confirm", "utter_back_to_confirm_2"))
        return
    if turn.expected == "confirm_report":
        turn.ask("confirm_report", counted=False, **summaries(turn))
        return
    if turn.expected in ("what_to_correct", "confirm_policy"):
        turn.ask(turn.expected, counted=False, vehicle=words.vehicle(unit(turn).get("vehicle") or {}))
        return
    question = next_question(turn)
    if question:
        turn.ask(question, counted=question != turn.expected, **values_for(turn, question))
    else:
        read_back(turn)


def note_misunderstanding(turn: Turn) -> None:
    """Count what could not be used: other words, then choices, then a person."""
    if (
        turn.answered
        or turn.understood
        or turn.partly
        or vents(turn)
        or not turn.text
        or turn.intent in ("report_loss", "request_assistance", "greet")
    ):
        turn.memory["misunderstood"] = 0
        return
    if is_question(turn) and started(turn.claim) and len(turn.folded.split()) > 2:
        turn.memory["unanswered"] = True  # a question is no misunderstanding of ours to count
        return
    turn.memory["misunderstood"] += 1
    if turn.expected == "incident_type":
        turn.memory["asked"].setdefault("incident_type", 1)  # the greeting asked it: now with an example
    if turn.memory["misunderstood"] == 2:
        turn.lead("utter_help")
    elif turn.memory["misunderstood"] >= 3:
        turn.memory["misunderstood"] = 0
        turn.hand_over("misunderstood")
        turn.say("utter_person_misunderstood")
        if turn.expected not in (None, "incident_type"):
            turn.skip(turn.expected)


def read_back(turn: Turn) -> None:
    """Read the report back and ask whether it is right."""
    turn.ask("confirm_report", **summaries(turn))
