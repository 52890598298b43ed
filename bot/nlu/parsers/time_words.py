"""The words that tell a time, spelled as their finders know them: 'antier x la noxe' as 'antier por la noche'."""

import re
from functools import lru_cache

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


# Odd forms of hours and of how long ago, put as the finders know them; each reads what those before it made.
_HOUR = r"(?:hrs?|h|horas?|oras?)\b"
_CLOCK = r"([01]?\d|2[0-3])"
_ODD = [
    # 'hace 1/2 hr', '1 1/2 hora', 'hora y ½', '3/4 de hora', '2h30'
    (rf"\b(\d) ?(?:1/2|½) ?(?={_HOUR})", r"\1.5 "),
    (rf"(?:\b1/2|½) ?(?={_HOUR})", "media "),
    (r"(?<=hora y )(?:1/2|½)", "media"),
    (r"(?:\b1/4|¼)(?= de h?ora\b)", "cuarto"),
    (r"(?:\b3/4|¾)(?= de h?ora\b)", "3 cuartos"),
    (r"\b(\d{1,2}) ?h ?(?=[1-5]\d\b)", r"\1 horas y "),
    # '730am', '7 30 pm', 'ocho treinta de la mañana'; 'a las 730', 'ayer 845'; '8 30' alone
    (
        rf"(?<!hace )\b{_CLOCK}[ .]?([0-5]\d) ?(?=am\b|pm\b|a\.? ?m\b|p\.? ?m\b|hrs?\b|horas\b"
        r"|de la (?:manana|tarde|noche|madrugada))",
        r"\1:\2 ",
    ),
    (rf"(?<=las ){_CLOCK}([0-5]\d)\b", r"\1:\2"),
    (rf"(?<=hoy |yer ){_CLOCK}([0-5]\d)\b", r"\1:\2"),
    (rf"^(\W*(?:(?:como|fue|eran|hoy|ayer)\W+)*){_CLOCK} ([0-5]\d)(?=\W*$)", r"\1\2:\3"),
    # 'veinte pa las cuatro'
    (r"(?<=\d )pa(?= las? \d)|(?<=cuarto )pa(?= las? \d)", "para"),
    # 'a media mañana', 'hoy temprano', 'a primera hora'
    (r"\ba media manana\b", "como a las 10:30 de la manana"),
    (r"\ba media tarde\b", "como a las 4:30 de la tarde"),
    (r"(?<=hoy |yer )(?=tempran)|(?<=hoy |yer )a primera hora\b", "en la manana "),
]
_ODD_FORMS = [(re.compile(pattern), put) for pattern, put in _ODD]
_ANY_ODD = re.compile(r"\d|cuarto pa |[½¼¾]|media (?:manana|tarde)|tempran|primera hora")


@lru_cache(maxsize=128)
def spelled(text: str) -> Digitized:
    """The folded text with numbers in digits and the words of time spelled out."""
    out = respelled(digitize(text), _MISSPELLED, lambda match: _SPELLINGS[match.group()])
    for pattern, put in _ODD_FORMS if _ANY_ODD.search(out.text) else ():
        out = respelled(out, pattern, lambda match, put=put: match.expand(put))  # type: ignore[misc]
    return out
