"""Yes, no and 'I do not know', as Mexico says them."""

import re
from typing import Optional

from .folding import fold

_UNKNOWN = re.compile(
    r"\b(?:no (?:lo |la |le |los |las |me |estoy )?(?:se(?! (?:(?:ni )?que (?:hacer|hago|decir)|"
    r"l[ao]s? (?:\w+(?:o|io|aron|ieron|aba|aban)|h?abran?|ha|han|hubier\w+)\b|me|le|les|nos|ha|han|hay|mueve\w*"
    r"|movi\w+|"
    r"puede\w*|pudo|prend\w+|apag\w+|deja|dejo|fue|paro|detuvo|quedo|quiere"
    r"|lastim\w+|hizo|hace|pone|cay\w+|tir\w+|derram\w+|arranc\w+|llev\w+|necesita|ocupa|abr\w+|romp\w+|meti\w+|"
    r"pasa|sal\w+|quit\w+|acerc\w+|\w+(?:io|ieron|aron|aba|aban|ian))\b)"
    r"|sabria|acuerdo|recuerdo|segur[oa]|tengo idea"
    r"|sabemos|idea)|ni idea|quien sabe|"
    r"sepa|sabra dios|ni se(?! )|ni se (?:bien|cual|que)|desconozco|no tengo (?:el dato|idea|ni idea)|"
    r"no se (?:la|lo) sabria"
    r"|yo no se|creo que no se|n[ps]i|n[cs]"
    r"|no (?:me|m) l[oa]s? c|no (?:l[oa]s? )?c(?=\W*$|[,.;]| (?:bien|aun|todavia|cual|donde|quien|como|joven"
    r"|senor|deje|eso|ese|la neta|de memoria|d memoria|q|que|k|ni|si)\b)|"
    r"tal vez|a lo mejor|puede ser|quizas?|no (?:alcanzo|alcance) a ver|nose|no vi|no me fije|mas o menos"
    r"|todavia no se|aun no se)\b|^\W*\?+\W*$"
)
_NO = re.compile(
    r"\b(?:no+|nel|nop|nope|nones|nel pastel|para nada|pa nada|negativo|nada|nadie|nadien|naide|naiden"
    r"|ningun[oa]?|nunca"
    r"|jamas|tampoco|claro que no|"
    r"en absoluto|que va|ni madres|ni de broma|nah|nain|nanai|naranjas|incorrecto|falso|mal)\b"
)
_YES = re.compile(
    r"\b(?:s[i]+|simon|sip|sep|sipi|aja|aja|ahja|ajam|asi es|asi mero|eso es|(?<![a-z] )eso|correcto"
    r"|correctisimo|claro(?: que si)?|por supuesto|exacto|exactamente|"
    r"afirmativo|efectivamente|cierto|desde luego|ok|okay|okey|oki|va|vale|sale|de acuerdo|por favor"
    r"|porfa(?:vor)?|xfa|xfavor|obvio|a huevo|"
    r"seguro|ya|andele|orale|arre|esta bien|todo bien|perfecto|confirmo|confirmado|esos son"
    r"|es correcto|es cierto|yes|yep|"
    r"hay|tiene|bien|puede ser que si|sale y vale|dale|adelante|asi|de hecho si|pos si|pues si"
    r"|me parece bien|ese mero|esa mera|ese es|esa es)\b|👍|👌|✅"
)
_TURN = re.compile(
    r"\b(?:bueno si|digo si|perdon si|mas bien si|ah si|o sea si|pensandolo bien si|pero si"
    r"|siempre si)\b"
)
_TURN_NO = re.compile(r"\b(?:bueno no|digo no|perdon no|mas bien no|ah no|pensandolo bien no|siempre no|mejor no)\b")


def read_yes_no(text: str) -> Optional[bool]:
    """True, False, or None when the text says neither, both, or 'I do not know'."""
    folded = re.sub(r"[,.;!¡¿?]+", " ", fold(text)).strip()
    folded = re.sub(r"\s+", " ", folded)
    if _TURN.search(folded):
        return True
    if _TURN_NO.search(folded):
        return False
    if is_unknown(text):
        return None
    if re.match(r"(?:claro|pues|pos|no|que|para|pa)? ?(?:que )?(?:no|nel|nada)\b", folded) and _NO.match(
        re.sub(r"^(?:claro que|claro|pues|pos) ", "", folded)
    ):
        return False
    yes, no = _first(_YES, folded), _first(_NO, folded)
    if yes is None and no is None:
        return None
    if no is None:
        return True
    if yes is None:
        return False
    return yes < no


def _first(pattern: "re.Pattern[str]", folded: str) -> Optional[int]:
    match = pattern.search(folded)
    return match.start() if match else None


def is_unknown(text: str) -> bool:
    """True when the text says that the speaker does not know, remember or have it."""
    folded = re.sub(r"[,.;!¡]+", " ", fold(text)).strip()
    return bool(
        _UNKNOWN.search(folded)
        or re.search(
            r"\bno (?:la |lo |los |las )?(?:tengo|traigo|encuentro|hallo|cargo|ubico|recuerdo|cuento con)\b", folded
        )
    )
