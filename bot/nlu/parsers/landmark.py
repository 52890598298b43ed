"""Buildings, shops, bridges, junctions: what people point at to tell where they are."""

import re
from typing import Optional, Tuple

from .folding import fold
from .geography import TOWNS
from .lookups import load_lines, words
from .place_lists import shown
from .place_names import name_end

_LANDMARK = re.compile(
    r"\b(?:(?:saliendo|enfrente|frente|afuera|fuera|cerca|cerquita|junto|a un lado|a un costado|al lado|atras"
    r"|detras|a espaldas|a la altura|altura|antes|pasando|pasandito|despues|delante|debajo|abajo"
    r"|arriba|dentro|adentro|a la salida|a la entrada|a unos metros|a una cuadra|a dos cuadras"
    r"|a media cuadra)"
    r"\s*(?:del?|d\b|al?|de los?|de las?|por)?\s*(?:la |el |los |las |l |un |una )?|\b(?:en|por|sobre|x) (?:la |el "
    r"|los |una |un )?|^\W*(?:es |fue |estoy |estamos )?(?:en )?(?:la |el )?(?=[a-z]))"
)
THINGS = "(?:" + "|".join(sorted(load_lines("landmarks.txt"), key=len, reverse=True)) + ")"
_THING = re.compile(THINGS + r"s?\b")
_RELATIVE = re.compile(
    r"(?:saliendo|enfrente|frente|afuera|fuera|cerca|cerquita|junto|a un lado|a un costado|al lado"
    r"|atras|detras|a espaldas|a la altura|altura|pasando|pasandito)\b"
)
# A shop that every town has, called by its town or its street: 'soriana mante', 'el Walmart de Bernardo Quintana'.
CHAIN = re.compile(
    r"\b(?:wal ?mart|soriana|chedraui|oxxo|costco|sams|aurrera|coppel|elektra|home depot|liverpool|heb|autozone"
    r"|cinepolis|seven) (?:de |d )?$"
)
_NO_LANDMARK = frozenset(load_lines("not_landmarks.txt"))


def landmark(text: str, taken: Tuple[Tuple[int, int], ...]) -> Optional[Tuple[int, int, str]]:
    """(start, end, words) of a building, a shop, a bridge… that tells the place, with 'frente a' and the like."""
    folded, said = fold(text), words(text)
    for match in _LANDMARK.finditer(folded):
        relative = (
            not match.group().startswith(("en ", "por ", "sobre ", "x "))
            and bool(match.group())
            and match.end() > match.start()
        )
        thing = _THING.match(folded, match.end())
        if not thing and (
            not (relative and _RELATIVE.match(match.group())) or match.group().endswith((" un ", " una "))
        ):
            continue
        first = next((i for i, w in enumerate(said) if w.start >= match.end()), len(said))
        after = name_end(text, said, first, most=4, numbered=False)
        end = max(said[after - 1].end if after > first else match.end(), thing.end() if thing else 0)
        tail = re.match(r"\s+(?:de|del|d)\s+(?:la |el )?", folded[end:])
        if tail and thing and after - first <= 1:
            first2 = next((i for i, w in enumerate(said) if w.start >= end + tail.end()), len(said))
            after2 = name_end(text, said, first2, most=3, numbered=False)
            end = said[after2 - 1].end if after2 > first2 else end
        if end <= match.end() or any(s <= match.end() < e for s, e in taken):
            continue
        named_so = after - first > 1 or (after < len(said) and TOWNS.at(said, after))
        if thing and thing.group() == "arena" and not named_so:
            continue  # 'patiné por la arena', but 'la Arena Monterrey'
        bare = re.fullmatch(r"(?:atras|detras|delante|enfrente|fuera|afuera|junto|pasando) ", match.group())
        if not thing and bare and not text[match.end()].isupper():
            continue  # 'el señor que llevo atrás dice…'
        if not thing and re.match(r"(?:saliendo|pasando|pasandito) (?!de|del |la |el |los |las )", match.group()):
            continue  # 'me está saliendo sangre'
        if not thing and (said[first].text in _NO_LANDMARK or said[first].text.isdigit()):
            continue
        start = match.start() if relative and _RELATIVE.match(match.group()) else match.end()
        return match.start(), end, shown(text, start, end) if start == match.end() else text[start:end].strip()
    return None


# 'Hay enfrente un Alsuper', 'veo una gasolinera y un puente amarillo': what a caller sees who knows no street.
_AROUND = r"(?:(?:aqui|ahi|enfrente|adelante|atras|cerca|cerquita|al lado|a un lado|de este lado|nada mas|nomas) )*"
_SEES = re.compile(
    rf"\b(?:hay|veo|vemos|miro|se ve|se mira|se alcanza a ver|alcanzo a ver|tengo|tenemos|esta|queda) {_AROUND}"
    rf"(?:un|una|unas|unos|el|la) (?={THINGS}s?\b)"
)
_AND_ANOTHER = re.compile(rf",? (?:y |con )?{_AROUND}(?:un|una|unas|unos|el|la) (?={THINGS}s?\b)")
_ASKED = re.compile(r"[^.;,]*\?")


def seen(text: str, taken: Tuple[Tuple[int, int], ...]) -> Optional[Tuple[int, int, str]]:
    """(start, end, words) of the buildings, shops, bridges… that a caller says to see around."""
    folded, said = fold(text), words(text)
    for match in _SEES.finditer(folded):
        start, thing = match.end(), _THING.match(folded, match.end())
        if not thing or any(s < thing.end() and start < e for s, e in taken) or _ASKED.match(folded, start):
            continue
        also: Optional[re.Match[str]] = match
        while also:
            thing = _THING.match(folded, also.end())
            first = next(i for i, w in enumerate(said) if w.start >= also.end())
            after = name_end(text, said, first, most=3, numbered=False)
            end = max(thing.end() if thing else 0, said[after - 1].end if after > first else 0)
            also = _AND_ANOTHER.match(folded, end)
        begin = re.search(r"\w+ $", text[:start])
        start = begin.start() if begin else start
        return start, end, text[start:end]
    return None


def is_landmark(word: str) -> bool:
    """True for a folded word that names a kind of landmark ('clinica', 'puente')."""
    return bool(_THING.fullmatch(word))
