"""A loss that nobody saw, told by when the vehicle was left and when it was found: 'lo dejé a las 9, salí a la 1'."""

import re
from typing import Iterator, Tuple

from .folding import fold

_LEFT = re.compile(
    r"\b(?:deje|dejamos|dejo|dejaron|habia dejado|(?:la |lo )deja(?:mos|ron)?|estacione|estacionamos|estaciono"
    r"|parquee|pare"
    r"|guarde|guardamos|guardo|meti|metimos|entre a|entre al|entramos|llegue|llegamos|me (?:dormi|acoste|meti)"
    r"|nos (?:dormimos|acostamos|metimos)|cerre|cerramos|(?:lo |la )?(?:vi|vimos|vio) (?:por|x) ultima vez"
    r"|estaba (?:bien|bueno|entero|completo|ahi|aqui)|todavia (?:estaba|lo vi|la vi))\b"
)
_FOUND = re.compile(
    r"\b(?:sali|salimos|salio|regres[eo]|regresamos|volvi|volvimos|baje|bajamos|encontr[eo]|encontramos|me di cuenta"
    r"|nos dimos cuenta|me fije|amaneci\w*|desperte|despertamos|me levante|nos levantamos|ya no|ya (?:estaba|tenia)"
    r"|cuando|fui por|me asome|(?:lo |la )(?:vi|halle|hallamos) (?:asi|ya|rayad|sin)\w*|no (?:estaba|esta))\b"
)
_PARTS = re.compile(r"[,.;]\s+|\b(?:y|pero|hasta que|cuando)\b")
_DAY = (
    r"(?:el |la |esta )?(?:hoy|ayer|anoche|antier|antenoche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|{})\b"
)
# 'De anoche a hoy en la mañana', 'entre ayer en la tarde y hoy temprano'.
_FROM_TO = re.compile(
    rf"\b(?:de|desde|entre|x) {_DAY.format('madrugada')}(?: [a-z]+){{0,5}}? (?:a|y|hasta)"
    rf"(?= {_DAY.format('madrugada|manana|tarde|noche')})"
)


def halves(text: str) -> Iterator[Tuple[str, int]]:
    """(when it was left, where what tells when it was found begins): each way to part the text so; none mostly."""
    folded = fold(text)
    between = _FROM_TO.search(folded)
    if between and not re.search(r"\d", folded):
        yield text[: between.end()], between.end()
    left = _LEFT.search(folded)
    if not left or not _FOUND.search(folded, left.end()):
        return
    for part in _PARTS.finditer(folded, left.end()):
        if _FOUND.search(folded, part.start()):
            yield text[: part.start()], part.end() if part.group() != "cuando" else part.start()
