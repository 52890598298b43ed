"""Life first: somebody hurt is said at once to the caller and to the operators, whatever was being asked."""

import re

from bot.actions.turn import Turn

# Somebody who cannot get out of a locked vehicle by himself.
_LOCKED_IN = re.compile(
    r"\b(beb\w*|nin[oa]s?|hij[oa]s?|niet[oa]s?|abuel\w*|perr\w*|mascota|persona|mama|papa)\b.{0,40}\b(adentro|dentro|"
    r"encerrad\w*)\b|"
    r"\b(adentro|dentro|encerr\w*)\b.{0,30}\b(con|a|el|la|mi|mis|un|una|al) (mi |el |la )?(beb\w*|nin[oa]s?|"
    r"hij[oa]s?|niet[oa]s?|"
    r"abuel\w*|perr\w*)\b"
)
_THREATENED = re.compile(
    r"\b(me|nos|lo|la) (quieren?|van a|va a|piensan?) (detener|llevar(?! el| la| mi)|arrestar|consignar|"
    r"encerrar|remitir)\b"
)
_URGENT = ("run_over", "fire", "rollover")


def somebody_is_hurt(turn: Turn) -> bool:
    """Whether the message itself says that somebody is hurt or dead."""
    return any(said.get("any") or said.get("deaths") for said in turn.all("injuries"))


def alert(turn: Turn) -> None:
    """Say 911 and call the operators."""
    turn.hand_over("emergency")
    turn.say("utter_emergency")


def legal(turn: Turn) -> None:
    """Call the operators for legal help, and say what not to do meanwhile; in other words the second time."""
    turn.hand_over("legal_help")
    turn.say(turn.vary("utter_legal_help", "utter_legal_help_2"))


def put_life_first(turn: Turn) -> None:
    """Raise the priority for what this turn brought; say 911 and alert a person the first time somebody is hurt.

    Who is being detained is told whom to ask for, and the operators are alerted, while the report goes on.
    """
    claim = turn.claim
    stranded = claim["incident_type"] == "roadside_assistance" and claim["priority"] != "emergency"
    if stranded and not turn.reported and _LOCKED_IN.search(turn.folded):
        claim["priority"] = turn.understood["priority"] = "emergency"
        turn.hand_over("emergency")
        turn.say("utter_locked_in")
    threatened = _THREATENED.search(turn.folded) and not claim["details"].get("detained") and not turn.left
    if threatened and "legal" not in turn.memory["said_once"]:
        turn.memory["said_once"].append("legal")
        legal(turn)
    elif turn.understood.get("details.detained") is True and not (turn.left and turn.intent == "legal_help"):
        legal(turn)
    if turn.emergency and claim["priority"] != "emergency":
        claim["priority"] = "emergency"
        turn.understood["priority"] = "emergency"
        alert(turn)
    elif not turn.emergency and "injuries.any" in turn.understood and claim["priority"] == "emergency":
        claim["priority"] = "normal"
    urgent = claim["incident_type"] in _URGENT or claim["details"].get("violence") or claim["details"].get("detained")
    if claim["priority"] == "normal" and urgent:
        claim["priority"] = "urgent"
