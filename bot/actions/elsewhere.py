"""Answers that name a place which is not where it happened: where the car goes or stands, where a paper is from."""

import re

from bot.actions.claim import place_is_enough
from bot.actions.turn import Turn

_ASKED = ("tow_destination", "denuncia", "trailer", "licence", "plates", "vehicle_whereabouts")
# Whose name may be a place's: "del gobierno, sector salud", "Transportes Guadalajara".
_NAMES = ("insured_name", "driver_name", "reporter_name")
_HERE = re.compile(r"\b(?:estoy|estamos|aqui|choque\w*|fue|paso|ocurrio|colonia|calle|avenida"
                   r"|carretera|kilometro|km)\b")  # fmt: skip
_HAPPENED = re.compile(
    r"\b(?:choque|chocamos|accidente|percance|siniestro|robaron|pegaron|paso|ocurrio|sucedio|fue)\b[^.;]{0,20}"
    r"\b(?:en|sobre)\b"
)
_STILL_THERE = re.compile(
    r"\b(?:ahi|aqui|alli|aca) mismo\b|\b(?:sigue|seguimos|esta|estoy|estamos|quedo) (?:aqui|ahi|alli)\b"
)


def elsewhere(turn: Turn) -> bool:
    """Whether a place in the message is another than where it happened, by what was asked: not 'ahí mismo, en Juárez
    20' while the place is unknown, nor 'el choque fue en…'.
    """
    if turn.expected in _NAMES:
        return not _HERE.search(turn.folded)
    if turn.expected not in _ASKED or _HAPPENED.search(turn.folded):
        return False
    there = turn.expected == "vehicle_whereabouts" and bool(_STILL_THERE.search(turn.folded))
    return not there or place_is_enough(turn.claim["location"])
