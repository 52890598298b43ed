"""Whose plates or policy: 'la del otro es …, la mía …', '… son las del que me pegó'."""

import re
from typing import FrozenSet, List, Optional, Sequence

from .folding import fold
from .found import Found

THEIRS = (
    r"(?:(?:del?|dl) (?:l )?(?:otr[oa]|(?:\w+ )?que (?:me|nos) \w+|terc\w+|contrari\w+|culpable|responsable|senora?\b"
    r"|taxista|chofer"
    r"|fulano|tipo|ruco|vato|chavo|muchach[oa])|de la (?:otra|contraria|(?:\w+ )?que (?:me|nos) \w+|senora)|de el\b"
    r"|de ella\b"
    r"|\bsuyas?\b|\bla suya\b|\bsus placas\b|\bsu poliza\b|\bel otro (?:trae|tiene|me dio|me paso|es|dice)\b"
    r"|\b(?:el|la) (?:\w+ )?que (?:me|nos) \w+ (?:(?:si|no|tambien|ya) )*(?:trae|tiene|me dio|me paso|es|son"
    r"|era|traia)\b"
    r"|\b(?:foto|anot\w+|apunt\w+|tom[eo]\w*) (?:de |a |las |la )*del? (?!mi|nuestr|(?:la |el |los |un |una )?(?:poliza"
    r"|tarjeta|caratula|papel|seguro|recibo|credencial|hoja|documento|contrato|celular)))"
)
_MINE = (
    r"(?:\bmi(?:s|a|as|o)?\b|\bnuestr[oa]s?\b|\byo(?! le| no| las? (?:vi|anot|apunt|tom))|\btraigo\b"
    r"|\bla que (?:traigo|manejo)\b|\b(?:le|les) (?:puedo |voy a |puedo mejor |mejor )?(?:doy|paso|dar|pasar"
    r"|dicto|dejo|mando)"
    r" (?:las|la) (?:placa|poliza)s?\b(?! del? (?:otr|que)))"
)
_WHOSE = re.compile(rf"(?P<mine>{_MINE})|(?P<theirs>{THEIRS})")
_AFTER = re.compile(
    rf"\W*(?:es|son|eran|era)\W+(?:(?:las?|el|placas?|poliza)\W+)*(?:(?P<mine>{_MINE})|(?P<theirs>{THEIRS}))"
    rf"|\W*\(?(?:las? |el )?(?:(?P<mine2>{_MINE})|(?P<theirs2>{THEIRS}))(?!\W*(?:no |es |son |me |te |poliza|placa"
    rf"|carro|coche|tel|cel))"
)


def theirs(text: str, seen: Sequence[Found]) -> FrozenSet[str]:
    """The values among `seen` (in order) that the words beside them give to somebody else, and those that nobody
    claims beside one that is the caller's: 'la mía es …, la del taxi …'.
    """
    folded = fold(text)
    owners: List[Optional[str]] = []
    told_after = False
    for at, one in enumerate(seen):
        before = folded[seen[at - 1].end if at else 0 : one.start]
        if at and (re.match(r"\W*(?:es|son|eran|era)\b", before) or told_after):
            before = re.split(r"[,;.]|\by\b", before, maxsplit=1)[-1]  # '… es la del otro, la mía es …'
        upto = seen[at + 1].start if at + 1 < len(seen) else len(folded)
        after = _AFTER.match(folded[one.end : upto])
        said = list(_WHOSE.finditer(before))
        told_after = not said and bool(after)
        if said:
            owners.append("theirs" if said[-1]["theirs"] else "mine")
        elif after:
            owners.append("theirs" if after["theirs"] or after["theirs2"] else "mine")
        else:
            owners.append(None)
    out = {one.value for one, whose in zip(seen, owners) if whose == "theirs"}
    if "mine" in owners:
        out |= {one.value for one, whose in zip(seen, owners) if whose is None}
    return frozenset(out - {one.value for one, whose in zip(seen, owners) if whose == "mine"})
