"""Of the plates of a truck and of what it tows, those of the truck: 'las del tractor son …, las de la caja …'."""

import re
from typing import List, Optional, Sequence

from .folding import fold
from .found import Found

_TOWED = (
    r"(?:cajas?(?! (?:fuerte|de velocidades))|remolques?|semirremolques?|semi|gondolas?|plataforma|planas?|doll[yi]s?"
    r"|tolvas?|jaulas?|cama baja|lowboy|batea|contenedor|utilitario)"
)
_TRUCK = (
    r"(?:tractor|tractocamion|tracto|camion|cabeza(?:l)?|trailer|torton|rabon|unidad|camioneta|troca|carro|kenworth"
    r"|freightliner|international|mia|mio)"
)
_OF = re.compile(rf"\b(?:(?P<towed>{_TOWED})|(?P<truck>{_TRUCK}))\b")
_AFTER = re.compile(
    rf"\W*(?:es |son )?(?:la |las |el )?(?:del?|dl|de la|d la) (?:l[ao] )?(?:(?P<towed>{_TOWED})|(?P<truck>{_TRUCK}))\b"
)


def of_the_truck(text: str, seen: Sequence[Found]) -> List[Found]:
    """The plates `seen`, in order, without those of what is towed; all of them where none is the truck's."""
    if len(seen) < 2:
        return list(seen)
    folded, at = fold(text), 0
    kept: List[Found] = []
    for one in seen:
        before, after = list(_OF.finditer(folded, at, one.start)), _AFTER.match(folded, one.end)
        owner: Optional[re.Match[str]] = before[-1] if before else after
        at = after.end() if after and not before else one.end
        if not owner or not owner["towed"]:
            kept.append(one)
    return kept or list(seen)
