"""Where the name of a street may begin: after the words that introduce one, after a town, a colonia or a comma."""

import re
from typing import Dict, Tuple

from .folding import Token, fold
from .geography import named
from .landmark import THINGS
from .place_lists import AVENUES, STOPS
from .street_names import NUMBERED, PUBLIC, SIDE, TYPE, Spans, word_at

_INTRODUCED = re.compile(
    r"\b(en|sobre|por|x|cruzando|lateral(?: de)?|de)\s+(?=[a-z0-9])(?:(?:eh+|este|mmm?|ah) )*"
    r"(?:(?:la |el )?(?:mera |pura |mismisima )?"
    r"(?:esquina |cruce |crucero )?(?:de |entre )?(?:la |el |las |los )?)"
)
_ALONG = re.compile(
    r"\b(?:iba|ibamos|iban|venia|veniamos|venian|circulaba|circulabamos|manejaba|manejando|transitaba"
    r"|circulando|bajando"
    r"|bajaba|bajabamos|subiendo|subia|subiamos|rodando|conduciendo)(?: yo)? $"
)
_CORNER_OF = re.compile(
    r"\b(?:esquina|esq|eskina|cruce|crucero|interseccion)\.?\s+(?:que forman |formada por |de |d |del |con "
    r"|entre |en |q forman )?\s*(?:las |los )?(?:calles |avenidas )?(?:la |el )?"
)
_FILLERS = (
    r"(?:(?:es|era|fue|aqui|aca|ahi|alla|estoy|estamos|ando|andamos|me encuentro|en|sobre|la|el|pues|mire|mira|si|ah"
    r"|bueno|oiga|ahorita|mi casa|creo que|direccion|domicilio|ubicacion|dir)\b[\s:,]*)*"
)
_OPENS = re.compile(rf"(?:^|(?<=[,.;:\n(])|(?<= - ))\W*{_FILLERS}")
_NAMED = re.compile(
    r"\b(?:letrero|senalamiento|esquina) (?:que )?dice (?:que es )?(?:la |calle )?"
    r"|\b(?:calle|avenida|av|boulevard|bulevar|privada)\b[^,.;]{0,20}[,.;]?\s+(?:es|era|se llama|llamad[ao]|sino"
    r"|fue en)"
    r"\s+(?:la |el )?(?:calle |avenida )?"
)
# "mz 14 lt 3", "smz 50", "región 94", "departamento 3": parts of an address that are no street.
UNIT = re.compile(
    r"\b(?:mz|mza|manz|manzana|lt|lte|lote|smz|sm|supermanzana|super manzana|region|reg|depto|dpto|departamento"
    r"|edif|edificio|torre|etapa|seccion|secc)(?:\.?\s*#?\s*\d{1,4}(?:-?[a-z])?|\.?\s+[a-z])\b\s*,?\s*"
    r"|\b(?:[1-9](?:a|da|ra|ta|na|va)?|primera|segunda|tercera|cuarta)\.? (?:secc?(?:ion)?|etapa)\b\.?\s*,?\s*"
)
_OF_A_THING = re.compile(
    rf"\b{THINGS}s?(?: [a-z0-9]+){{0,2}}? (?:de|del|en"
    rf"|sobre|de la|de los|por|que esta (?:en|sobre)) (?:la |el )?"
)
# 'El segundo carril de López Portillo', 'en el alto de la 5 de Mayo': only streets have them.
_OF_A_LANE = re.compile(
    r"\b(?:alto|(?<=en el )semaforo|carril(?:es)?|tope|bache|camellon)"
    r"(?: (?:derecho|izquierdo|central(?:es)?|lateral(?:es)?"
    r"|de (?:alta|baja)"
    r"|de en medio))? (?:de|en|sobre) (?:la |el )?(?!alta\b|baja\b|en medio\b|un |una |mi "
    r"|aqui|ahi|alla|aca|peat|enfrente|esquina|entrada|salida|cruce|abajo"
    r"|arriba|adelante|atras|vuelta|siempre|tod|volada|noche|dia\b|madrugada|repente|pronto|frente|reversa|regreso|ida\b)"
)
# How much each introduction tells, the strongest last.
_LEFT_AT = re.compile(r"(?:estacionad|parad|chocad|ponchad|tirad|varad|aki|acá)\w*|[a-z]+(?:aron|e|o)n?")
_RANK = ("", "typed", "de", "opens", "por", "en", "along", "thing", "after", "sobre", "corner", "named")


def starts(text: str, said: Tuple[Token, ...], colonias: Spans) -> Dict[int, str]:
    """Index of the word -> how a name that begins there is introduced; the stronger introduction wins."""
    folded, out = fold(text), {}

    def begin(offset: int, introduced: str) -> None:
        at = word_at(said, offset)
        if at < len(said) and _RANK.index(introduced) >= _RANK.index(out.get(at, "")):
            out[at] = introduced

    for word in range(len(said)):
        if AVENUES.at(said, word) or SIDE.match(folded, said[word].start):
            out[word] = ""
    for match in _OPENS.finditer(folded):
        begin(match.end(), "opens")
    for match in _INTRODUCED.finditer(folded):
        along = _ALONG.search(folded[: match.start()])  # 'iba por Tlalpan'
        introduced = match[1] if match[1] in ("sobre", "en", "por", "de") else "por"
        begin(match.end(), "along" if along and introduced in ("en", "por") else introduced)
    for match in _OF_A_THING.finditer(folded):
        begin(match.end(), "thing")
    for match in _OF_A_LANE.finditer(folded):
        begin(match.end(), "en" if re.search(r" en (?:la |el )?$", match.group()) else "sobre")
    for end in [*(m.end() for m in UNIT.finditer(folded)), *_ends_of_places(text), *(end for _, end in colonias)]:
        gap = re.match(r"\W*(?:(?:la|el) )?", folded[end:])
        begin(end + (gap.end() if gap else 0), "after")
    for match in _CORNER_OF.finditer(folded):
        begin(match.end(), "corner")
    for match in _NAMED.finditer(folded):
        begin(match.end(), "named")
    for label in TYPE.finditer(folded):
        number = NUMBERED.search(folded[: label.start()])
        if not PUBLIC.match(folded, label.start()) and not _is_corner(folded, said, label, colonias):
            begin(label.start(), "typed")
            if number:
                begin(number.start(), "typed")
    return out


def _is_corner(folded: str, said: Tuple[Token, ...], label: "re.Match[str]", colonias: Spans) -> bool:
    """'Juárez c/ Hidalgo' is a corner; 'chocado c/ Hidalgo 3', 'col. Centro c/ Hidalgo' a street."""
    if label.group() != "c" or folded[label.end() : label.end() + 1] != "/":
        return False
    at = word_at(said, label.start())
    if at == 0 or any(end <= label.start() <= end + 2 for _, end in colonias):
        return False
    opened = re.search(r"[,.;:(\n-]", folded[said[at - 1].end : label.start()])
    return not opened and said[at - 1].text not in STOPS and not _LEFT_AT.fullmatch(said[at - 1].text)


def _ends_of_places(text: str) -> "list[int]":
    places = named(text)
    return [
        n.end
        for i, n in enumerate(places)
        if not n.place.shared or (i + 1 < len(places) and places[i + 1].place.municipality is None)
    ]
