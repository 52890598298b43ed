"""Life first: somebody hurt is said at once to the caller and to the operators, whatever was being asked."""

from bot.actions.turn import Turn

_URGENT = ("run_over", "fire", "rollover")


def somebody_is_hurt(turn: Turn) -> bool:
    """Whether the message itself says that somebody is hurt or dead."""
    return any(said.get("any") or said.get("deaths") for said in turn.all("injuries"))


def alert(turn: Turn) -> None:
    """Say 911 and call the operators."""
    turn.hand_over("emergency")
    turn.say("utter_emergency")


def put_life_first(turn: Turn) -> None:
    """Raise the priority for what this turn brought; say 911 and alert a person the first time somebody is hurt.

    Who is being detained is told whom to ask for, and the operators are alerted, while the report goes on.
    """
    claim = turn.claim
    if turn.understood.get("details.detained") is True and not (turn.left and turn.intent == "legal_help"):
        turn.hand_over("legal_help")
        turn.say("utter_legal_help")
    if turn.emergency and claim["priority"] != "emergency":
        claim["priority"] = "emergency"
        turn.understood["priority"] = "emergency"
        alert(turn)
    elif not turn.emergency and "injuries.any" in turn.understood and claim["priority"] == "emergency":
        claim["priority"] = "normal"
    urgent = claim["incident_type"] in _URGENT or claim["details"].get("violence") or claim["details"].get("detained")
    if claim["priority"] == "normal" and urgent:
        claim["priority"] = "urgent"
