"""Life first: somebody hurt is said at once to the caller and to the operators, whatever was being asked."""

from bot.actions.turn import Turn

_URGENT = ("run_over", "fire", "rollover")


def put_life_first(turn: Turn) -> None:
    """Raise the priority for what this turn brought; say 911 and alert a person the first time somebody is hurt."""
    claim = turn.claim
    if turn.emergency and claim["priority"] != "emergency":
        claim["priority"] = "emergency"
        turn.hand_over("emergency")
        turn.say("utter_emergency")
    elif not turn.emergency and "injuries.any" in turn.understood and claim["priority"] == "emergency":
        claim["priority"] = "normal"
    if claim["priority"] == "normal" and (claim["incident_type"] in _URGENT or claim["details"].get("violence")):
        claim["priority"] = "urgent"
