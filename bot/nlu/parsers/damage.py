"""The damage to the vehicle told with what happened: 'techo y parabrisas deshechos', 'me quebraron los dos espejos'."""

import re
from typing import Optional

from .folding import fold

_PART = (
    r"(?:cofre|capo|techo|toldo|medallon|cristal(?:es)?|vidrios?|para ?brisas?|ventan(?:a|illa)s?|quema ?cocos"
    r"|espejos?|retrovisor(?:es)?|puertas?|portezuelas?|defensas?|fa[sc]+ias?|parachoques|parrilla|salpicaderas?"
    r"|guardafangos?|cajuela|batea|redilas?|faros?|calaveras?|molduras?|manijas?|chapas?|antena|carroceria|pintura"
    r"|lamina|costados?|estribos?|postes? del techo|llantas?|rin(?:es)?|asientos?|tablero|motor|radiador)"
)
_DAMAGED = (
    r"(?:aboll|quebr|romp|rot[oa]|estrell|cuarte|raj|ray|grafit|pint(?:aron|arraj|ado|ada)|desh[ie]|destr|destro|hund"
    r"|aplast|dobl|doblad|sum(?:i|ido|ida)|chuec|despint|descarapel|parti(?:o|d|eron)|golpea|desprend|arranc|dan(?:o|ad|aron)"
    r"|fregad|jodid|torci|perfor|agujer|apach|magull|tron(?:o|ad|aron)|reven|cacariz|kebr|ponch|pate)\w*"
)
_TOLD = re.compile(rf"\b{_DAMAGED}(?:,? \w+){{0,4}}?,? {_PART}\b|\b{_PART}(?: \w+){{0,5}}? {_DAMAGED}")
_DENIED = re.compile(r"\b(?:no|ni|sin|nada)(?: \w+){0,2} $")
_CLAUSE = re.compile(r"[^.;:!?¿¡\n]+")


def told(text: str) -> Optional[str]:
    """The sentences that name what of the vehicle is damaged, as they were said; None where none does."""
    said = []
    for sentence in _CLAUSE.findall(text):
        folded = fold(sentence)
        match = _TOLD.search(folded)
        if match and not _DENIED.search(folded[: match.start()]):
            said.append(sentence.strip(" ,"))
    return "; ".join(said) or None
