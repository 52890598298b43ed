"""Whose telephone: the caller's, or one that the other side left ('me dejó su cel', 'el del taxista es …')."""

import re
from typing import FrozenSet, Sequence, Set

from .folding import fold
from .found import Found
from .person_words import NEAR
from .possession import THEIRS

_DEVICE = r"(?:tel|cel|num|whats|wats|contacto|movil|fijo|lada)\w*"
_GAVE = r"(?:dio|dejo|paso|dieron|dejaron|pasaron|apunto|anoto|dicto|presto)"
_STRANGER = (
    r"(?:del?|de la) (?:el |la )?(?:senora?|chofer|conductora?|taxista|otr[oa]|muchach[oa]|joven|tipo|chav[oa]"
    r"|ajustador|trailero|motociclista|testigo|policia|patrullero)\b"
)
_MARK = re.compile(
    rf"(?P<mine>\bmis? (?!{NEAR}\b|agente|asesor|segur)(?:otro |propio )?\w+|\bmi[oa]\b"
    r"|\b(?:me|nos) (?:pueden? |puedes? )?(?:marc|llam|localiz|habl|contact|mand|escrib)\w*|\w+(?:me|nos)\b(?= al?\b)"
    r"|\byo\b(?! le| no)|\bsoy\b|\ba (?:sus ordenes|este)\b)"
    rf"|(?P<left>\bsus? (?:{_DEVICE}|datos|(?:segur|asegurador)\w+)|\b(?:me|nos) {_GAVE} (?:su|este|ese|el|un)\b)"
    rf"|(?P<theirs>{THEIRS}|\b{_DEVICE} (?:es )?{_STRANGER})"
    rf"|(?P<ours>\b(?:mi|nuestr[oa]) {NEAR}\b|\bel operador\b(?! del)|\b(?:chofer|conductora?) (?:es|se llama)\b)"
)
_AFTER = re.compile(
    rf"\W*(?:(?:es|ese|era|fue|que|y|el|la)\W+)*(?:{THEIRS}|{_STRANGER}|(?:me|nos) l[oa] {_GAVE}\b|su {_DEVICE})"
)


def theirs(text: str, seen: Sequence[Found]) -> FrozenSet[str]:
    """The numbers among `seen` (in order) that the words before them, or at once after them, give to somebody else."""
    folded, at = fold(text), 0
    out: Set[str] = set()
    for one in seen:
        marks = list(_MARK.finditer(folded, at, one.start))
        last = marks[-1] if marks else None
        kin = any(mark.lastgroup == "ours" for mark in marks)  # 'mi esposo me prestó su cel'
        left = last and last.lastgroup == "left" and not kin
        beside = (
            last
            and last.lastgroup == "theirs"
            and not re.search(r"[,.;](?! (?:es|era)\b)", folded[last.end() : one.start])
        )
        if left or beside or (not last and _AFTER.match(folded, one.end)):
            out.add(one.value)
        at = one.end
    return frozenset(out)
