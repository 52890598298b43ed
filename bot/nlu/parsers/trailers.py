"""The trailers a truck pulls: whether, how many, and whether they stayed hitched."""

import re
from typing import Any, Dict, Optional

from .digitized import digitize
from .folding import fold

_TWO = re.compile(
    r"\b(?:full|doble (?:remolque|caja|semirremolque)|(?:dos|2|ambas|ambos|las dos|los dos) (?:\w+ )?(?:cajas?"
    r"|remolques?"
    r"|semirremolques?|tolvas|planas|plataformas|pipas)|doblemente articulad[oa])\b"
)
_ONE = re.compile(
    r"\b(?:remolqu\w+|semirremolque|caja (?:seca|refrigerada|de \d+)|plana|plataforma|tolva|gondola|pipa|lowboy"
    r"|cama baja"
    r"|madrina|nodriza|jaula|trailita|dolly|(?:una|1|la|con) caja|sencillo)\b"
)
_NO = re.compile(
    r"\b(?:(?:sin|no (?:traigo|traia|llevo|llevaba|jalaba)) (?:remolque|caja|plataforma|trailer)|bobtail"
    r"|nada (?:enganchad|de remolq|jaland)\w+"
    r"|(?:puro|solo|nomas|nada mas|solamente) (?:el |mi )?(?:tracto\w*|cabezal|camion|torton|rabon|unidad))\b"
)
_LOOSE = re.compile(
    r"\b(?:(?:se )?(?:me |le )?(?:desengancho|solto|zafo|desprendio)|desenganchad[oa]|suelt[oa]|no enganchad[oa])\b"
)
_HITCHED = re.compile(r"\b(?:enganchad[oa]s?|acoplad[oa]s?|unid[oa]s?|no se (?:desengancho|solto|zafo))\b")


def read(text: str) -> Optional[Dict[str, Any]]:
    """{"any", "count", "hitched"} of the trailers in the text, or None when it names none."""
    folded = fold(text)
    if _NO.search(folded):
        return {"any": False, "count": 0, "hitched": None}
    hitched = True if re.search(r"no se (?:desengancho|solto|zafo)", folded) else None
    hitched = hitched or (False if _LOOSE.search(folded) else True if _HITCHED.search(folded) else None)
    if _TWO.search(digitize(text).text) or _TWO.search(folded):
        return {"any": True, "count": 2, "hitched": hitched}
    if _ONE.search(folded):
        return {"any": True, "count": 1, "hitched": hitched}
    return {"any": True, "count": 1, "hitched": hitched} if hitched is not None else None
