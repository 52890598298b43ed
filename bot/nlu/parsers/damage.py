"""The damage to the vehicle told with what happened: 'techo y parabrisas deshechos', 'me poncharon las llantas'; and
whether it stops the vehicle."""

import re
from typing import Optional

from .folding import fold
from .part_words import WHEELS

_PART = (
    r"(?:cofre|capo|techo|toldo|medallon|cristal(?:es)?|vidrios?|para ?brisas?|ventan(?:a|illa)s?|quema ?cocos"
    r"|espejos?|retrovisor(?:es)?|puertas?|portezuelas?|defensas?|fa[sc]+ias?|parachoques|parrilla|salpicaderas?"
    r"|guardafangos?|cajuela|batea|redilas?|faros?|calaveras?|molduras?|manijas?|chapas?|antena|carroceria|pintura"
    r"|lamina|costados?|estribos?|postes? del techo|llantas?|rin(?:es)?|asientos?|tablero|motor|radiador)"
)
_DAMAGED = (
    r"(?:aboll|quebr|romp|rot[oa]|estrell|cuarte|raj|ray|grafit|pint(?:aron|arraj|ado|ada)|desh[ie]|destr|destro|hund"
    r"|aplast|dobl|doblad|sum(?:i|ido|ida)|chuec|despint|descarapel|parti(?:o|d|eron)|golpea|desprend|arranc"
    r"|dan(?:o|ad|aron)"
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


def spoken_of(text: str) -> bool:
    """Whether the words name a part of a vehicle, or any damage at all."""
    return bool(
        re.search(rf"\b(?:{_PART}|{_DAMAGED}|tod[oa]s?|quem\w+|humo|adelante|atras|enfrente|frente|lado)\b", fold(text))
    )


_MANY = r"(?:(?:las?|mis|sus|2|3|4|dos|tres|cuatro|tod[oa]s|ambas) )+"
_PUNCTURED = re.compile(
    rf"\b(?:ponch|navaj|revent|desinfl|tron|pic|cort)\w*(?: \w+){{0,3}}? {_MANY}{WHEELS}"
    rf"|\b{_MANY}{WHEELS} (?:\w+ )?(?:ponchad|navajead|reventad|desinflad|tronad|picad|cortad)as"
)


def all_flat(text: str) -> bool:
    """Whether more tyres are told to be flat than there are spare ones."""
    return bool(_PUNCTURED.search(fold(text)))


_SKIN = re.compile(
    r"\b(?:ray\w+|rall\w+|pint\w+|grafit\w+|graffit\w+|aerosol|spray|talla\w*|aboll\w+|sumid\w+|espejos?"
    r"|puertas?|cofre|toldo|techo|cajuela|costados?|lados?|salpicader\w+|defensas?|faros?|calaveras?|antenas?|emblemas?)\b"
)
_WITHIN = re.compile(
    r"\b(?:[ly]lantas?|ruedas?|rin(?:es)?|ponch\w+|motor|bateria|cables?|azucar|quem\w+|incendi\w+|tanque|gasolina"
    r"|radiador|tablero|volante|suspension|no (?:prende|arranca|camina|enciende|se mueve|jala|anda|rueda))\b"
)


def skin_deep(told: str) -> bool:
    """Whether only paint, panels, mirrors and lamps are told to be damaged, which stop no vehicle."""
    folded = fold(told)
    return bool(_SKIN.search(folded)) and not _WITHIN.search(folded)
