"""Registering a report: its number, and what comes now."""

import logging
from typing import Any, Dict

from bot.actions import words
from bot.actions.backend import BackendDown, Rejected
from bot.actions.caller import holders_in_full
from bot.actions.turn import Turn

logger = logging.getLogger(__name__)

# Fields of the draft that the backend sets itself.
_NOT_SENT = ("status",)


async def submit(turn: Turn) -> None:
    """Register the report and give its number; without the backend, say the truth and lose nothing."""
    claim = turn.claim
    if claim["policy"]["found"] is None:
        claim["policy"]["found"] = False
    body = {name: value for name, value in claim.items() if name not in _NOT_SENT}
    body["reporter"] = {**claim["reporter"], "name": holders_in_full(turn, claim["reporter"]["name"])}
    body["driver_name"] = holders_in_full(turn, claim["driver_name"])
    body["conversation_id"] = turn.conversation_id
    try:
        registered = await turn.backend.report(body, f"{turn.conversation_id}:{claim['loss']}")
    except (BackendDown, Rejected) as problem:
        logger.error("The report of %s could not be registered: %s", turn.conversation_id, problem)
        if not turn.memory.get("pending"):
            turn.hand_over("backend_down" if isinstance(problem, BackendDown) else "report_rejected")
        turn.memory["pending"] = True
        turn.memory["expects"] = None
        turn.say("utter_report_kept", phone=words.phone(claim["reporter"]["phone"]) or "su teléfono")
        return
    turn.memory["pending"] = False
    adopt(turn, registered)
    _say_number(turn, registered)
    _say_what_now(turn, registered)


def adopt(turn: Turn, registered: Dict[str, Any]) -> None:
    """Keep what the backend made of the draft, above all its number."""
    number = registered["report_number"]
    for name in turn.claim:
        if name in registered and registered[name] is not None:
            turn.claim[name] = registered[name]
    turn.memory["report_number"] = number
    turn.memory["reports"] = [*turn.memory["reports"], number]
    turn.memory["expects"] = None
    turn.memory["flow"] = None


def _say_number(turn: Turn, registered: Dict[str, Any]) -> None:
    number = registered["report_number"]
    turn.say(
        "utter_report_number",
        number=words.report_number(number),
        spoken=words.spoken_digits(number),
        operator=registered.get("operator") or "Cabina",
    )


def _say_what_now(turn: Turn, registered: Dict[str, Any]) -> None:
    incident = turn.claim["incident_type"] or "other"
    sla = registered.get("sla") or {}
    for field, response in (("adjuster_due_at", "utter_adjuster_due"), ("tow_due_at", "utter_tow_due")):
        time = words.instant(sla.get(field), turn.now)
        if time:
            turn.say(response, time=time)
    denounced = incident == "total_theft" and turn.claim["details"].get("denuncia_at") not in (None, False)
    turn.say("utter_after_total_theft_denounced" if denounced else f"utter_after_{incident}")
    if turn.emergency:
        turn.say("utter_after_injured")
    if turn.claim["third_parties"]["any"] and incident in ("collision", "run_over", "rollover", "cargo", "other"):
        turn.say("utter_no_deals")
    if turn.memory.pop("another", None):
        turn.say("utter_next_loss")
        turn.memory["expects"] = "incident_type"
    else:
        turn.say("utter_closing", number=words.report_number(registered["report_number"]))


def say_number_again(turn: Turn) -> None:
    """The number of the report that was registered, for who did not get it."""
    _say_number(turn, {"report_number": turn.memory["report_number"]})
