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
    r"\b(?:(?:sin|ningun|ninguna|nada de|ni|cero|no (?:tra\w+|llev\w+|jal\w+|hay|habia)) (?:un |una |el |la )?"
    r"(?:remolque|caja|plataforma|trailer|semirremolque)s?\b(?! (?:vacia|suelt))|bobtail"
    r"|nada (?:enganchad|de remolq|jaland)\w+"
    r"|(?:pur[oa]|sol[oa]|nomas|nada mas|solamente) (?:el |la |mi )?(?:tracto\w*|cabezal|camion|torton|rabon|unidad"
    r"|camioneta|troca|pick ?up))\b"
)
# A number of things pulled, over the text in digits: 'sí, jalo 2', 'traigo uno', 'nomás una', 'son dos las que llevo'.
_COUNT = re.compile(
    r"(?:^\W*(?:(?:si|pues|simon|aja|claro|asi es|este|nomas|nada mas|solo|son|eran|es|era|con|de a)\W+)*"
    r"|\b(?:jal|arrastr|traig|trai|trae|llev|remolc|tir|pesc)\w*(?: (?:nomas|nada mas|solo|como|las|los|a))* "
    r"|\b(?:son|eran|van|iban|con) )([12]|un)(?: (?:nomas|solo|nada mas|solamente)\b| (?:(?:de )?l[ao]s\b"
    r"|cajas?)\b|\W*$|\W*[,.;])"
)
_LOOSE = re.compile(
    r"\b(?:(?:se )?(?:me |le )?(?:desengancho|solto|zafo|desprendio)|desenganchad[oa]|suelt[oa]|no enganchad[oa])\b"
)
_HITCHED = re.compile(r"\b(?:enganchad[oa]s?|acoplad[oa]s?|unid[oa]s?|no se (?:desengancho|solto|zafo))\b")

# 'Una pipa de agua me dio un llegue', 'brincó una piedra de una góndola': others', and no trailer of one's own.
_PULLED = re.compile(
    r"\b(?:tra[ei]\w*|llev\w+|jal\w+|remolc\w+|arrastr\w+|enganch\w+|full|dobles?|dos|2|si|mi|mis|nuestr[oa]|el|la"
    r"|voy con|iba con|iba cargad\w+ con|manej\w+)(?: \w+){0,3}? ?(?:remolques?|semirremolques?|caja\w*|plana"
    r"|plataforma|tolva"
    r"|gondola|pipa|dolly|full|trailita|remolquito|lowboy|cama baja|nodriza|madrina|jaula|enganchad[oa])\b"
    r"|\b(?:full|enganchad[oa]|doble remolque|dos cajas)\b"
    r"|(?<!contra )(?<!choque )(?<!pegue )(?<!encontre )\bcon (?:la |el |su |mi )?(?:\w+ )?(?:remolque|caja"
    r"|semirremolque)\b"
)


def pulled(folded: str) -> bool:
    """Whether what is named is said to be pulled, and is not only seen on the road."""
    return bool(_PULLED.search(folded))


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
    counted = _COUNT.search(digitize(text).text)
    if counted:
        return {"any": True, "count": 2 if counted[1] == "2" else 1, "hitched": hitched}
    return {"any": True, "count": 1, "hitched": hitched} if hitched is not None else None
