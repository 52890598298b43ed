"""What a word of ours means, for whoever asks: "¿a qué se refiere con terceros?"."""

import re
from typing import Optional

from bot.actions.turn import Turn

_ASKS = re.compile(
    r"\b(a que se refiere|que (es|son|quiere decir|significa|seria)|como que|cual es (el|la|ese|eso)|no (se|"
    r"entiendo) que (es|son)|"
    r"que es eso|donde (viene|encuentro|esta|veo|la encuentro|lo encuentro)|en que parte)\b"
)
_WORDS = [
    (r"tercer", "third_parties"),
    (r"inciso", "inciso"),
    (r"caratula|numero de poliza|la poliza", "policy_number"),
    (r"serie|\bniv\b|\bvin\b", "vin"),
    (r"denuncia|ministerio|\bmp\b", "denuncia"),
    (r"remolque|caja", "trailer"),
    (r"medallon|quemacocos", "glass_part"),
    (r"deducible", "deductible"),
    (r"ajustador", "adjuster"),
    (r"corralon", "vehicle_whereabouts"),
    (r"camin|moverse", "drivable"),
]


def explains(turn: Turn) -> Optional[str]:
    """The response that explains the word asked about, or what was asked last; None where nothing is asked about."""
    if not _ASKS.search(turn.folded):
        return None
    named = next((name for pattern, name in _WORDS if re.search(pattern, turn.folded)), None)
    if named is None and re.search(r"\b(eso|esa|ese|lo que)\b", turn.folded):
        named = turn.expected if turn.expected in {name for _, name in _WORDS} else None
    return f"utter_explain_{named}" if named else None
