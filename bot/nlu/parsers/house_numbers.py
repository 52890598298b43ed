"""The exterior number of a house where it is told apart from its street: 'calle Mina. El número es el 512'."""

import re
from typing import Optional, Tuple

from .folding import fold
from .street_names import Spans, overlaps
from .street_parts import Street

_FACING = re.compile(
    r"\b(?:frente|enfrente|afuera|fuera|a la altura|altura|delante|junto|en el)\s*(?:al|a|del"
    r"|de)?\s*(?:el\s+)?(?:(?:edificio|local|negocio|portal)\s+)?(?:numero|num|no|nro"
    r"|#)?\.?\s*#?\s*(\d{1,5})\b(?!\s*(?:de (?!(?:la )?(?:calle|av|avenida"
    r"|blvd|boulevard)\b)|minutos|metros|km|:"
    r"|carros|horas|-?eleven|-?once))"
)
# 'El número de la casa es 14', '… calle Mina. El número, 512', 'creo que es el 45': told apart from the street.
_HOUSE_NUMBER = re.compile(
    r"\b(?:numeros?|num|no)\.? (?:exterior |ext )?(?:d|de)(?: la| mi)? (?:calle|casa|domicilio),?\s*(?:es|era"
    r"|:)?\s*(?:el )?(\d{1,5}[a-d]?)\b"
)
_HOUSE = r"(\d{1,5}(?:-?[a-d])?)\b"
_APART = re.compile(
    r"(?:^|[,.;:\u2026]\s*|\b(?:y|con|es|casa|en|creo que|tiene|trae|pero|dice) )"
    r"(?:(?:con|en|es|y|creo que(?: es)?|es en) )?(?:el |de )?"
    r"(?:numero|num|nro|#)\.?\s*(?:exterior |ext )?[,:.]?\s*(?:(?:creo que )?(?:es|era)(?: el)? |el )?"
    rf"{_HOUSE}(?!\s*(?:de (?!la casa|casa|la calle)|del |heridos|lesionados|\d))"
    rf"|[,.;]?\s+(?:(?:y |creo que )?(?:es|era|creo que(?: es)?) (?:en )?el|mi casa es (?:la|el)) {_HOUSE}"
    r"(?=\s*(?:[,.;]|$|en |col\b|colonia|fracc|frente|esq|entre|y ))"
    rf"|\s*,\s*(?:(?:en|la casa|casa) )?el (?:mero )?{_HOUSE}(?=\s*(?:[,.;]|$))"  # 'calle Pino, el 410, es mi casa'
)
_OTHER_NUMBER = re.compile(
    r"\b(?:poliza|inciso|unidad|economico|placas?|serie|tel\w*|cel\w*|folio|reporte|siniestro|ruta|camion|taxi|local"
    r"|lote|manzana|motor|licencia)\b[^,.;]{0,12}$"
)


def house_number(text: str, out: Street, taken: Spans) -> Optional[Tuple[str, Tuple[int, int]]]:
    """The number told apart from its street, and where: in front of what it was, or what number the house has."""
    folded = fold(text)
    if out.street or out.neighborhood or re.search(r"\bfrente al? (?:numero|num|#)", folded):
        facing = _FACING.search(folded)
        if facing and not overlaps(facing.start(1), facing.end(1), taken):
            return facing[1], facing.span()
    spot = _HOUSE_NUMBER.search(folded)
    if spot and not overlaps(*spot.span(1), taken):
        return spot[1].upper(), spot.span()
    for apart in _APART.finditer(folded) if out.street else ():
        at = next(group for group in (1, 2, 3) if apart[group])
        span, inside = apart.span(at), overlaps(*apart.span(at), taken + tuple(out.spans))
        near = at == 1 or any(
            end <= apart.start() + 2 and not folded[end : apart.start()].strip() for _, end in out.spans
        )
        if near and not inside and not _OTHER_NUMBER.search(folded[: apart.start() + 1]):
            return apart[at].upper(), span
    return None
