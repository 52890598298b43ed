"""The words that tell a time, spelled as their finders know them: 'antier x la noxe' as 'antier por la noche'."""

import re

from .digitized import Digitized, digitize, respelled

# What thumbs and ears make of the words that tell a time.
_SPELLINGS = {
    "d": "de", "dl": "del", "x": "por", "noxe": "noche", "nochi": "noche", "nochesita": "nochecita", "ora": "hora",
    "oras": "horas", "orita": "horita", "mnt": "min", "mnts": "min", "minuts": "minutos",
    "mnn": "manana", "aller": "ayer", "ayr": "ayer", "allr": "ayer", "aier": "ayer", "anoxe": "anoche",
    "anoch": "anoche", "antir": "antier", "noch": "noche", "tard": "tarde", "madrugda": "madrugada",
    "antiyer": "antier", "anteayr": "anteayer", "biernes": "viernes",
    "savado": "sabado", "sabdo": "sabado", "miercols": "miercoles", "juebes": "jueves",
}  # fmt: skip
_MISSPELLED = re.compile(
    r"\b(?:d(?=\s+(?:la\b|\d|ora|hora))|dl(?=\s+(?:dia|lunes|martes|medio))|x(?=\s+la\s+(?:noch|nox|tarde|manana"
    r"|mnn|madrug))|(?<=media )oras?|(?<=\d )oras?|(?<=\d )orita"
    r"|(?<=cuartos de )ora|(?<=cuarto de )ora|"
    + "|".join(word for word in _SPELLINGS if len(word) > 2 and not word.startswith(("ora", "orita")))
    + r")\b"
)


def spelled(text: str) -> Digitized:
    """The folded text with numbers in digits and the words of time spelled out."""
    return respelled(digitize(text), _MISSPELLED, _SPELLINGS)
