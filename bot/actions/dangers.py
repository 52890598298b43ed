"""What is dangerous around the caller, told in passing: fuel, smoke, threats. What to do is said at once."""

import re

from bot.actions.turn import Turn

_FUEL = re.compile(
    r"(?<!\bno )\b(?:(?:huele|olor|apesta)(?: \w+){0,2} a (?:gas|gasolina|diesel|combustible|quemado)"
    r"|(?:tira|tirando|fuga de|derram\w+|gote\w+|chorre\w+|sale|saliendo|cae|escurr\w+|regando)(?: (?!no\b)\w+){0,2}"
    r" (?:gasolina|diesel|combustible)|(?:sale|salir|saliendo|echa|echando|saca|sacando)(?: (?!no\b)\w+){0,2}"
    r" (?:humo|chispas))\b"
)
_THREAT = re.compile(
    r"\b(?:me|nos) (?:(?:[qk]u?ieren?|va|van|viene|vienen|pueden?) (?:a )?(?:golpear|pegar|agredir|matar|linchar"
    r"|madrear)"
    r"|(?:esta|estan) (?:amenaz|golpe|agred|peg)\w+|amenaz(?:a|an|o|aron)\b)"
    r"|\b(?:trae|traen|saco|sacaron) (?:(?:un|una|el|la|su) )?(?:pistola|arma|machete|navaja|bat|tubo|cuchillo)\b"
)
# 'Mi papá me va a matar' threatens nobody.
_SCOLDED = re.compile(r"\b(?:mis?|el|la) \w+(?: \w+)? (?:me|nos) (?:va|van) a matar\b")
# There what to do is said of itself.
_BURNING = {"fire"}
_ROBBED = {"total_theft", "partial_theft"}


def warn(turn: Turn) -> None:
    """Lead with what to do about fuel or smoke, and about whoever threatens, each once."""
    incidents = {turn.claim["incident_type"], *(said.get("type") for said in turn.all("incident"))}
    if _FUEL.search(turn.folded) and not incidents & _BURNING:
        turn.once("utter_fuel_safety")
    if _THREAT.search(_SCOLDED.sub(" ", turn.folded)) and not incidents & _ROBBED:
        turn.once("utter_threat_safety")
