"""Whether something told in the third person is told of the other side: who was spoken of last before it."""

import re

from .person_nouns import KIN, STRANGER
from .person_words import NEAR

_OURS = re.compile(
    rf"\b(?:yo|(?:mi|nuestr[oa]) (?:\w+ )?{NEAR}|(?:ella|el) es mi|soy (?:el|la|su) {NEAR} de"
    r"|(?:el|la) (?:chofer|operadora?) (?:nuestr|de nosotros|de (?:mi|la|nuestra) (?:unidad|empresa)))\b"
)
_MET = (
    r"(?:peg(?:o|aron)|choc(?:o|aron)|golpe(?:o|aron)|dio|dieron|impact(?:o|aron)|embisti\w+|alcanz(?:o|aron)"
    r"|cerr(?:o|aron))"
)
_THEIRS = re.compile(
    rf"\b(?:(?:un|una|al|otr[oa]|(?:el|la|es[ea]|est[ea]|aquel|aquella)(?! (?:conductor|{KIN}\b))) (?:otr[oa] )?"
    rf"(?:{STRANGER})\b|(?:el|la|al|del) (?:otr[oa]|del?|de la|que (?:me|nos))\b|(?:me|nos) {_MET}"
    r"|le (?:pegue|pegamos|di|dimos)|contra (?:un|una)|al otro|atropell(?:e|amos))\b"
)
# 'Tengo', 'traigo mi licencia': in the first person it is the speaker's own.
_I = re.compile(r"\b(?:tengo|traigo|cuento con|saque|renove|mi licencia|me la)\b")


def told_of_the_other(folded: str, start: int, end: int) -> bool:
    """Whether the words [start, end) of a folded text are said of somebody of the other side."""
    if _I.search(folded, start, end):
        return False
    ours = max((one.end() for one in _OURS.finditer(folded, 0, start)), default=-1)
    theirs = max((one.end() for one in _THEIRS.finditer(folded, 0, start)), default=-1)
    return theirs > ours
