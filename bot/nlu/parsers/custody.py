"""In whose hands the vehicle was: lent or entrusted, or taken by a relative or a worker (facts of a coverage check)."""

import re
from typing import List

from .folding import fold
from .found import Found, found
from .person_words import KIN

_NEAR_ONES = (
    rf"(?:(?!senor|conductor|jef|patron|vecin){KIN}|ex\w*(?: (?:novi|espos|marid|pareja)\w*)?|hijastr[oa]|inquilin[oa]"
    r"|emplead[oa]|velador|mesero|albanil)"
)
_TOOK = (
    r"(?:(?:se |me )?(?:lo |la )?(?:llevo|robo|quito|agarro|vendio|empeno|tumbo|pelo|volo|chingo)|se (?:fue"
    r"|pelo|fugo|largo)"
    r" con|no (?:me )?(?:lo |la )?(?:regres\w+|devuelv\w+|devolvio|quiere (?:regresar|devolver)))"
)
_BY_RELATIVE = re.compile(
    rf"\b(?:mi|nuestr[oa]|el|la|un|una) (?:propi[oa] )?{_NEAR_ONES}(?: \w+){{0,5}}? (?:que )?(?:se |me )?{_TOOK}\b"
    rf"|\b(?:robo|robaron|llevo|quito)(?: \w+){{0,4}}? (?:mi|un|una) (?:propi[oa] )?{_NEAR_ONES}\b"
    rf"|\bfue (?:mi|un|una) (?:propi[oa] )?{_NEAR_ONES} (?:quien|el que|la que)\b"
)
_STRANGERS = re.compile(r"\b(?:taxista|otro|del taxi|de la grua|me peg|me choc|que me)\b")
_ENTRUSTED = re.compile(
    r"\b(?:(?:pidio|pedi|pidieron|pide)(?: \w+){0,4}? prestad[oa]s?|(?:se )?(?:lo|la|el carro|el coche|la camioneta"
    r"|la moto|mi carro|mi coche|mi camioneta|mi auto) (?:preste"
    r"|habia prestado|tenia prestad[oa]|encargue|confie|rente|habia rentado|di a consignacion|deje a consignacion)"
    r"|(?:se|le) (?:lo|la) (?:habia )?(?:preste|prestado|encargue|confie|rente|deje encargad[oa])"
    r"|(?:le )?(?:preste|encargue"
    r"|rente|confie) (?:mi|el|la) (?:carro|coche|auto|camioneta|moto|unidad|troca|nave)|(?:estaba|andaba) prestad[oa]"
    r"|(?:deje|dejamos|entregue|di|dejado|estaba|tenia|traia|llevo|llevaba|regres\w+|choco|robo|perdio)(?: \w+){0,4}? "
    r"(?:(?:con|al|en|a|por) )?(?:el|un|la|los|del)? ?(?:chavo del |senor del |muchacho del )?(?:valet"
    r"|ballet parking|taller"
    r"|mecanico|autolavado|lavado de autos|car ?wash|pension|agencia|lote|hojalatero|acomodador)|(?:el|un|del"
    r"|los) (?:\w+ )?"
    r"(?:del )?(?:valet|acomodador)(?: parking)?)\b"
)


def find(text: str) -> List[Found]:
    """`by_relative` and `entrusted`, true where the text says so."""
    folded = fold(text)
    out: List[Found] = []
    near = _BY_RELATIVE.search(folded)
    if near and not _STRANGERS.search(near.group()):
        out.append(found("by_relative", True, text, near.start(), near.end()))
    kept = _ENTRUSTED.search(folded)
    if kept and not re.search(r"\b(?:lleven|llevar|llevarlo|llevarla|llevara|grua)\b", folded[: kept.end()]):
        out.append(found("entrusted", True, text, kept.start(), kept.end()))
    return out
