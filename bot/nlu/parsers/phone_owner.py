"""Whose telephone: the caller's, one that the other side left ('me dejó su cel', 'el del taxista es …'), or a borrowed
one."""

import re
from typing import Dict, Sequence

from .folding import fold
from .found import Found
from .person_words import NEAR
from .possession import THEIRS

_DEVICE = r"(?:tel|cel|num|whats|wats|contacto|movil|fijo|lada)\w*"
_GAVE = r"(?:dio|dejo|paso|dieron|dejaron|pasaron|apunto|anoto|dicto|presto)"
_STRANGER = (
    r"(?:del?|de la) (?:el |la )?(?:senora?|chofer|conductora?|taxista|otr[oa]|muchach[oa]|joven|tipo|chav[oa]"
    r"|ajustador|trailero|motociclista|testigo|policia|patrullero|papel(?:ito)?|recado|recadito|nota)\b"
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
    rf"\W*(?:(?:es|ese|era|fue|que|y|el|la|venia|viene|dejo|dejaron|en|un)\W+)*(?:{THEIRS}|{_STRANGER}"
    rf"|(?:me|nos) l[oa] {_GAVE}\b|su {_DEVICE}|(?:papel(?:ito)?|recad(?:o|ito)|nota)\b)"
)


OTHER_SIDE, OURS = "other side", "ours"
_LENT = re.compile(r"\b(?:me|nos) (?:presto|dejo|paso|esta prestando)\b")  # 'mi esposo me prestó su cel'


def owners(text: str, seen: Sequence[Found]) -> Dict[str, str]:
    """Of the numbers among `seen` (in order), those that the words before them, or at once after them, give to
    somebody of the other side (`OTHER_SIDE`) or to one of the caller's (`OURS`): 'mi chofer es Luis, su cel es …'.
    """
    folded, at = fold(text), 0
    out: Dict[str, str] = {}
    for one in seen:
        marks = list(_MARK.finditer(folded, at, one.start))
        last = next((mark for mark in reversed(marks) if mark.lastgroup != "ours"), None)
        if last and last.lastgroup == "left":
            ours = any(mark.lastgroup == "ours" for mark in marks)
            lent = ours and _LENT.search(folded, at, one.start)
            out.update({} if lent else {one.value: OURS if ours else OTHER_SIDE})
        elif last and last.lastgroup == "theirs":
            apart = re.search(r"[,.;](?! (?:es|era)\b)", folded[last.end() : one.start])
            out.update({} if apart else {one.value: OTHER_SIDE})
        elif not marks and _AFTER.match(folded, one.end):
            out[one.value] = OTHER_SIDE
        at = one.end
    return out


_LINE = r"(?:tel(?:efono)?|cel(?:ular|u)?|linea|whats?(?:app)?)"
_BORROWED = re.compile(
    rf"\b{_LINE} (?:\w+ ){{0,4}}?prest\w+|\bprest\w+ (?:\w+ ){{0,2}}?{_LINE}\b|\b{_LINE} (?:\w+ )?no es mi[oa]?\b"
    rf"|\bno es mi (?:{_LINE}|numero)\b"
    rf"|\b(?:habl|llam|marc|escrib)\w* (?:\w+ ){{0,2}}?(?:del?|desde el) (?:un )?{_LINE} "
    r"(?:publico|de (?!casa|mi casa))"
    r"|\bcaseta telefonica\b|\btelefono publico\b"
)


def borrowed(text: str) -> bool:
    """Whether the line in use is said to be another's: 'me prestaron este celular', 'este teléfono no es mío'."""
    return bool(_BORROWED.search(fold(text)))
