"""Whether one drove, told by whose hands the car was in: 'se llevó mi coche', 'venía en su Matiz', 'le presté…'."""

import re

from .folding import fold
from .person_words import I_DROVE
from .vehicle_mentions import mentions

_CAR = (
    r"(?:carr[oa]|carrito|coche|cochecito|auto|camioneta|troca|troka|moto|motoneta|unidad|vehiculo|nave"
    r"|mueble|trailer)"
)
_OURS = r"(?:mi|su|nuestr[oa])"
_WENT = (
    r"(?:iba|venia|andaba|anda|va|viene|circulaba|salio|salia|regresaba|regreso|volvia|fue|se fue|se iba|se venia"
    r"|se regreso|llego|llegaba|pasaba|bajaba|subia|entraba)"
)
_TOOK = (
    r"(?:se (?:me )?(?:llevo|trajo|lleva)|agarro|tomo|uso|usaba|saco|traia|trae|tenia|llevaba|(?:me |nos )?pidio"
    r"(?: prestad[oa])?|manejo)"
)
# What follows the name, up to where the vehicle is named; a clause that begins with somebody else ends it.
_WENT_IN = re.compile(rf"(?P<gap>(?:(?!\b(?:y|pero|cuando|que|un|una|me|nos|con)\b)[^.;]){{0,60}}?)\b{_WENT}\b"
                      rf"(?P<way>(?:(?!\b(?:y|pero|cuando|que|me|nos|con|conmigo)\b)[^.,;]){{0,60}}?)"
                      rf" en (?:{_OURS} (?:propi[oa] )?|(?=(?:el|la) {_CAR}\b))")  # fmt: skip
_HAS_IT = re.compile(rf"\W*(?:(?:el|ella|la que|el que|quien)\W+)?{_TOOK} (?:{_OURS} |(?=(?:el|la) {_CAR}\b))")
_LENT = re.compile(rf"\b(?:prest[eo]|prestamos|deje|dejamos|habia prestado)\b[^.;]{{0,40}}? a $"
                   rf"|\b{_CAR}\b[^.,;]{{0,20}} (?:lo|la) (?:tenia|tiene|usaba|uso|agarro|llevaba"
                   rf"|andaba usando)\s+$")  # fmt: skip
_NAMED_CAR = re.compile(rf"(?:el |la )?{_CAR}\b")
_CRASHED = re.compile(
    r"[^.;]{0,70}?\by (?:que )?(?:ya )?(?:choco|volco|derrapo|se (?:volteo|volco|estrello|accidento|estampo))\b"
    r"(?! (?:un|una|el|la|mi)\b)"
)
_BESIDE = re.compile(r"\b(?:copiloto|pasajer[oa]|acompan\w+|asiento|atras|cajuela|batea|caja)\b")
# The other side's: what was ours they hit; and whoever kept the car took it.
_AGAINST_US = re.compile(
    r"\b(?:peg|choc|golpe|rasp|di|impact|estrell|estamp)\w*(?: un \w+)? (?:a |en |contra |con )?(?:mi|nuestr[oa]) "
    r"|\brob\w+|\bsin (?:mi )?permiso|\bno (?:me )?(?:lo|la) (?:devuelv|regres|quier)\w+"
)


def had_the_car(text: str, start: int, end: int) -> bool:
    """Whether the one of the speaker's whose name is text[start:end], the relation with it, had the car in hand."""
    folded = fold(text)
    rest = folded[end:]
    if I_DROVE.search(folded) or _AGAINST_US.search(rest):
        return False
    if _LENT.search(folded[:start]):
        return True
    if re.search(r"\bcon $", folded[:start]):
        return False
    went = _WENT_IN.match(rest) or _HAS_IT.match(rest)
    if went and not _BESIDE.search(went.group()):
        at = end + went.end()
        if _NAMED_CAR.match(folded, at) or any(said.start == at for said in mentions(text)):
            return True
    return bool(_CRASHED.match(rest))
