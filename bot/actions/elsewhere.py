"""Answers that name a place which is not where it happened: where the car goes or stands, where a paper is from."""

import re
from typing import Optional

from bot.actions.claim import place_is_enough
from bot.actions.turn import Turn, fold

_ASKED = ("tow_destination", "denuncia", "trailer", "licence", "plates", "vehicle_whereabouts")
# "La trae mi hermana en Guadalajara", "naranja de Martínez de la Torre": where a paper lies, where goods are from.
_OF_THINGS = ("policy_number", "inciso", "vin", "vehicle", "reporter_phone", "cargo")
# Whose name may be a place's: "del gobierno, sector salud", "Transportes Guadalajara".
_NAMES = ("insured_name", "driver_name", "reporter_name")
_HERE = re.compile(r"\b(?:estoy|estamos|aqui|choque\w*|fue|paso|ocurrio|esquina|a la altura|colonia|calle|avenida"
                   r"|carretera|kilometro|km)\b")  # fmt: skip
_HAPPENED = re.compile(
    r"\b(?:choque|chocamos|accidente|percance|siniestro|robaron|pegaron|paso|ocurrio|sucedio|fue)\b[^.;]{0,20}"
    r"\b(?:en|sobre)\b"
)
_STILL_THERE = re.compile(
    r"\b(?:ahi|aqui|alli|aca) mismo\b|\b(?:sigue|seguimos|esta|estoy|estamos|quedo) (?:aqui|ahi|alli)\b"
)

# 'Varilla con destino a Celaya', 'gasolina para llegar a Celaya': where the load goes, what one would reach.
_AHEAD = re.compile(
    r"\b(?:lleg(?:o|ue|amos|ar|aria|uemos)|alcanz(?:o|a|ar|amos)|para|pa|rumbo|destino|hacia|hasta|entreg\w+"
    r"|llev\w+(?: \w+){1,5} al?)\b"
)
_BROKE_DOWN = re.compile(
    r"\b(?:qued\w+|varad[oa]|tirad[oa]|parad[oa]|botad[oa]|ando|andamos)\b[^.;]{0,40}\b(?:en|por)\b"
)
_CALLER_IN = re.compile(r"\b(?:aqui|aca) (?:mismo )?en (?!el |la |los |las |un|mi )[a-z]{3}")


_NOT_THERE = ("confirm_report", "what_to_correct")
_OTHER_DESTINATION = re.compile(
    r"(?:\b(?:mejor|sino|que (?:lo|la) lleven|llev\w+|mand\w+|remolqu\w+|pong\w+|cambi\w+|destino (?:es|sea"
    r"|seria))\b[^.;]{0,25}?"
    r"|[,.;:]\s*|\bes )(?P<to>(?:al?|hasta|para|pa) (?:mi |un |una |el |la |otr[oa] |su )?(?:taller|agencia"
    r"|casa|domicilio|pension"
    r"|concesionari|corralon|refaccionari|deposito|negocio|trabajo|cochera|vulcanizadora|calle|avenida|av"
    r"|colonia)\b[^,;\n]*)",
    re.I,
)


_NOT_TO = re.compile(r"\bno$")


def takes_elsewhere(turn: Turn) -> Optional[str]:
    """Where the tow truck shall go instead, said once the destination is known: it moves no accident."""
    if turn.expected not in _NOT_THERE or not turn.claim["details"].get("tow_destination"):
        return None
    found = [m for m in _OTHER_DESTINATION.finditer(turn.text) if not _NOT_TO.search(fold(m["to"]))]
    return turn.text[found[-1].start("to") :].strip(" .") if found else None


def elsewhere(turn: Turn) -> bool:
    """Whether a place in the message is another than where it happened, by what was asked: not 'ahí mismo, en Juárez
    20' while the place is unknown, nor 'el choque fue en…'.
    """
    if turn.expected in _NAMES:
        return not _HERE.search(turn.folded)
    if turn.expected in (*_OF_THINGS, "service"):
        here = _HERE.search(turn.folded) or _HAPPENED.search(turn.folded) or _BROKE_DOWN.search(turn.folded)
        of_a_thing = turn.expected in _OF_THINGS and turn.intent != "correct"
        return not here and (of_a_thing or bool(_AHEAD.search(turn.folded)))
    if turn.expected in ("tow_destination", "denuncia") and _CALLER_IN.search(turn.folded):
        return place_is_enough(turn.claim["location"])
    if turn.expected not in _ASKED or _HAPPENED.search(turn.folded):
        return False
    there = turn.expected == "vehicle_whereabouts" and bool(_STILL_THERE.search(turn.folded))
    return not there or place_is_enough(turn.claim["location"])
