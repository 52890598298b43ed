"""A loss told by who has reported it: 'ayer choqué y ya levanté mi reporte, agreguen a mi papá, que amaneció mal'."""

import re

from bot.actions import claim as drafts
from bot.actions.turn import Turn

_FLOW = "action_follow_up"
_REPORT = "action_report"
# The caller's own report, made with us before.
_MADE = re.compile(
    r"\bya (?:l[oa] |les |se )*(?:habia|habiamos|he|hemos|tenia|teniamos) reportado\b"
    r"|\b(?:levant(?:e|amos|aron)|hice|hicimos|meti|metimos|abri|abrimos|di|tengo|tenemos|quedo|esta|tomaron|levanto"
    r"|hicieron|tomo|dieron) (?:\w+ ){0,2}?(?:mi|el|nuestro|un|de) (?:\w+ )?reporte\b"
    r"|\b(?:a|en|de) (?:mi|nuestro) reporte\b|\b(?:ya )?(?:lo |la |les |los )?report(?:e|amos) (?:mi|el|un|una"
    r"|lo|con ustedes)\b"
    r"|\breporte (?:que )?(?:ya )?(?:hice|hicimos|levante|tengo|quedo)\b"
)
_CALLED_TO_REPORT = re.compile(
    r"\b(?:llame|llamamos|marque|marcamos|hable(?! con)|hablamos|les escribi|me comunique)\b(?: \w+){0,5}? "
    r"(?:para|pa|a) report\w+(?: (?:que|un|una|el|lo|mi) (?:(?:me|nos) )?\w+)?"
)
_WANTS_IT_IN = re.compile(
    r"\b(?:agreg\w+|anad\w+|anot\w+|apunt\w+|incluy\w+|incluir\w*|sum(?:en?|ar)\w*|adjunt\w+|anex\w+|complement\w+"
    r"|actualiz\w+|(?:pon|pong|pued)\w* (?:que|l[oae]s?|ah[i]|en el reporte)\b|pong(?:an?|anl[oae]s?"
    r"|al[oae]s?)\b|pon(?:erl|gal)\w*|falt(?:o|a|aba|aron) "
    r"(?:decir|poner|anotar|mencionar|agregar|el|la|mi|que|lo)|no (?:anotaron|pusieron|agregaron))\b"
)
# One that is still to be made, or was made by others.
_TO_MAKE = re.compile(
    r"\b(?:quiero|quisiera|voy a|necesito|vengo a|hablo para|llamo para|para|pa|deseo"
    r"|apenas) (?:\w+ ){0,3}?(?:(?:levant|hac|abr|met)\w*|report(?!es?\b)\w+|(?<! a )(?<! en )(?:un|hacer|el) reporte)"
    r"|\b(?:anotar|tomar|tomen|levantar|levanten|hacer|hagan|registrar|registren|abrir|abran) (?:mi|el|un) reporte\b"
    r"|\bfalta (?:el|mi|hacer el|hacer mi) reporte\b"
    r"|\bno (?:he|hemos|habia\w*|levant\w+|hic\w+) ?(?:\w+ ){0,2}?report\w*"
    r"|\b(?:policia|transito|perito|guardia|patrulla|oficial(?:es)?|mp)\b[^,.;]{0,20} (?:hizo|hicieron"
    r"|levant\w+|tomo|tomaron)\b"
    r"|\b(?:hizo|hicieron|levantaron|levanto|tomaron|tomo) [^,.;]{0,20}\breporte (?:los de )?(?:la "
    r"|el )?(?:policia|transito|perito)"
)


# A loss told now, and nothing of one that was told before.
_JUST_TOLD = re.compile(
    r"\b(?:choque|chocamos|volque|volcamos|atropelle|(?:me|nos) (?:chocaron|pegaron|robaron|asaltaron|volcaron))\b"
)
_BEFORE = re.compile(
    r"\b(?:report\w*|siniestro|folio|tambien|ademas|aparte|olvid\w+|falt\w+|agreg\w+|anad\w+|anex\w+|otra cosa|mas)\b"
)


def adds_to_one_made(turn: Turn, proposed: str) -> str:
    """Who has reported what is told, and wants something put in, begins no other report."""
    opens = turn.expected in (None, "incident_type") and not drafts.started(turn.claim) and not turn.reported
    if not opens or turn.memory["flow"] or turn.intent not in ("report_loss", "add_to_report", "inform", "correct"):
        return proposed
    called = _CALLED_TO_REPORT.sub(" ", turn.folded)
    made = (called != turn.folded or _MADE.search(turn.folded)) and not _TO_MAKE.search(called)
    if made and _WANTS_IT_IN.search(turn.folded):
        turn.intent, turn.confidence, turn.rerouted = "add_to_report", max(turn.confidence, 0.9), True
        return _FLOW
    to_make = _TO_MAKE.search(turn.folded) or (_JUST_TOLD.search(turn.folded) and not _BEFORE.search(turn.folded))
    if turn.intent == "add_to_report" and to_make and not made:
        turn.intent = "report_loss"
        return _REPORT
    return proposed
