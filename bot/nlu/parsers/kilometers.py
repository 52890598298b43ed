"""Kilometres of roads: 'km 85+200', 'por el 34 de la libre', 'el 67, no, perdón, el 76'."""

import re
from typing import Optional, Tuple

from .folding import fold

_KM = re.compile(
    r"\b(?:km|kms|kmt|k\.m|kilo ?metros?|quilometro|kilometraje|klm)\b\.?,?\s*(?:numero |num "
    r"|no\.? |(?:(?:ahi |por ahi )?como|mas o menos|creo que|creo|casi|aproximadamente"
    r"|aprox\.?) (?:es )?(?:en )?(?:el )?"
    r"|el |al |(?:esta (?:mal|equivocado)[,;]? )?(?:es|era) (?:el )?|:|#)?\s*(?=[0-9])|\bkm(?=\d)"
    # 'por el 34 de la carretera vieja a Tepic', 'en el 76 de la Perote-Teziutlán'
    r"|\b(?:en|por|x) el (?=\d{1,3}(?:\+\d+)? (?:de|d) (?:la|el) (?:carretera|carr|autopista|libre|cuota|federal"
    r"|libramiento|maxipista|\d{2,3}\b|[a-z]+-[a-z]+))"
)
_WRITTEN = re.compile(
    r"(\d{1,4})(?:\s*(?:\+|\bmas\b)\s*(\d{1,3})|(?:[.,]| punto )(\d{1,3}))?(?:\s+(?:mas|y)\s+(\d{1,3})\s*(?:metros|mts"
    r"|m\b)?)?(\s+y medio)?"
)


# 'En el Arco Norte, como en el 84': on a road that is named it is a kilometre.
_BARE = re.compile(
    r"\b(?:como|mas o menos|casi|por ahi|ahi|ya|voy|vamos)(?: como)? (?:en|por) el (\d{1,3}(?:\+\d{1,3})?)"
    r"(?=\W*$|\s*[,.;]|\s+(?:antes|pasando|rumbo|hacia|para|pa|con|voy|iba|y|de (?:la|esa) (?:autopista|carretera))\b)"
)


# 'No me fijé bien del km, creo que era el 78': the number comes after what is said of not being sure.
_HEDGED = re.compile(
    r"\b(?:km|kilometro|kilometraje)\b(?:[\s,.;\u2026]+(?:no (?:es|era|fue) el \d{1,4}(?: si ?no)?"
    r"|(?!(?:poliza|inciso|unidad|economico|ruta|carril|placas?|serie|numero|num|calle|casa|libre|carretera|autopista"
    r"|federal|modelo|carro|coche|choque|chofer|camion|tel\w*|cel\w*|dia|fecha|hora|accidente)\b)[a-z]+)){0,12}?"
    r"[\s,.;\u2026]+(?<!no )(?:es|era|fue|seria|ser|sea|creo|digo|hace|parece|como)(?: (?:que|q|k|como|en|por|ahi))* "
    r"el (\d{1,3}(?:\+\d{1,3})?)\b(?!\s*(?:\d|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre"
    r"|octubre|noviembre|diciembre)))"
)


def _hedged_kilometer(text: str) -> Optional[Tuple[int, int, float]]:
    """(start, end, kilometre) of one told after doubts about it."""
    seen = _HEDGED.search(fold(text))
    if not seen:
        return None
    whole, _, metres = seen[1].partition("+")
    value = int(whole) + (int(metres) / 1000 if metres else 0)
    rather = _RATHER_THAN.match(fold(text), seen.end())
    again = None if rather else _kilometer_instead(fold(text), seen.end())
    return (seen.start(1), again[0], again[1]) if again else (seen.start(1), seen.end(), value)


def bare_kilometer(text: str) -> Optional[Tuple[int, int, float]]:
    """(start, end, kilometre) of one without its label, on a road that is named."""
    seen = _BARE.search(fold(text))
    if not seen:
        return None
    whole, _, metres = seen[1].partition("+")
    return seen.start(1), seen.end(), int(whole) + (int(metres) / 1000 if metres else 0)


def kilometer(text: str) -> Optional[Tuple[int, int, float]]:
    """(start, end, kilometre) where one is told; of two, the one that takes the other back."""
    folded = fold(text)
    for label in _KM.finditer(folded):
        written = _WRITTEN.match(folded, label.end())
        if written:
            metres = written[2] or written[4]
            decimals = written[3]
            value = int(written[1]) + (
                int(metres) / 1000
                if metres
                else int(decimals) / 10 ** len(decimals)
                if decimals
                else 0.5
                if written[5]
                else 0
            )
            contrast = _IT_IS.search(label.group()) and _RATHER_THAN.match(folded, written.end())
            again = None if contrast else _kilometer_instead(folded, written.end())
            return (label.start(), again[0], again[1]) if again else (label.start(), written.end(), value)
    return _hedged_kilometer(text)


# 'El kilómetro es el 212, no el 221': the first of the two.
_IT_IS = re.compile(r"\b(?:es|era) (?:el )?$")
_RATHER_THAN = re.compile(r"\s*[,;]?\s*(?:y )?no (?:el |es el )?\d")
# 'El 67, no, perdón, el 76': the one said last.
_INSTEAD = re.compile(
    r"\W*(?:(?:ay|uy|bueno|es|este|eh)\b\W*)*"
    r"(?:no|perdon|digo|miento|mas bien|mejor dicho|espere|esperame|espereme|corrijo|me equivoque|que diga"
    r"|quise decir)\b"
    r"\W*(?:(?:ay|no|perdon|digo|miento|mas bien|mejor dicho|espere|esperame|espereme|corrijo|me equivoque|bueno"
    r"|que diga|quise decir|es|ya)\b\W*)*(?:(?:en )?(?:el |al )?(?:km|kilometro)?\.? ?)(\d{1,4})"
    r"(?:\s*\+\s*(\d{1,3})|\.(\d{1,3}))?\b(?!\s*(?:[a-z]*(?:herid|lesionad|lastimad|golpead|muert|grav)|personas"
    r"|carros|coches|camion|trailer|heridos|minutos|horas|metros|anos|llantas))"
)


def _kilometer_instead(folded: str, end: int) -> Optional[Tuple[int, float]]:
    """(end, kilometre) of the one that takes back the one before; None when none does."""
    seen: Optional[Tuple[int, float]] = None
    match = _INSTEAD.match(folded, end)
    while match:
        metres = int(match[2]) / 1000 if match[2] else float(f"0.{match[3]}") if match[3] else 0
        seen = match.end(), int(match[1]) + metres
        match = _INSTEAD.match(folded, match.end())
    return seen
