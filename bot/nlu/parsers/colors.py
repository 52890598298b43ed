"""Colours of vehicles, with their shades and slang."""

import re
from typing import List, Optional

from .folding import fold
from .found import Found, found
from .lookups import Phrases, load_yaml, words

# Those whose plural is no other thing: not 'rosas', 'perlas', 'arenas'.
_PLAIN = frozenset(
    ["blanco", "negro", "gris", "rojo", "azul", "verde", "amarillo", "dorado", "plata", "guinda", "café", "naranja"]
)
COLORS: "Phrases[str]" = Phrases()
for _color, _said in load_yaml("colors.yml").items():
    for _phrase in _said:
        COLORS.add(_phrase, _color)


def find(text: str) -> List[Found]:
    """`color`: the colour's usual name in the masculine ("blanca" is "blanco")."""
    said = words(text)
    return [found("color", m.entry, text, said[m.first].start, said[m.after - 1].end) for m in COLORS.every(text)]


def read(text: str) -> Optional[str]:
    """The first colour named in the text, or None."""
    seen = find(text)
    return seen[0].value if seen else _one_of_many(text)


_PAINTED = re.compile(
    r"\b(?:(?:lo|la|le) )?(?:mand[eo] (?:a )?)?(?:re)?pint(?:e|ar|aron|amos|o|ad[oa])(?:l[oa])?(?: (?:todo|ya"
    r"|otra vez))?(?: de(?: color)?| color)? "
    r"|\b(?:forr|vinil|rotul|envolv|cubr)\w+ (?:de|en|con)(?: vinil)?(?: color)? "
    r"|\b(?:ahora|ahorita|hoy|actualmente) (?:ya )?(?:es|esta) (?:de )?(?:color )?"
    r"|\bya no es (?:de )?(?:color )?[a-z]+(?: [a-z]+)?,? (?:ahora |sino |ya )?(?:es|que) (?:de )?(?:color )?"
)
_FORMERLY = re.compile(r"\b(?:era|antes|originalmente|de fabrica)\b[^.;]{0,12}$")


def painted(text: str) -> Optional[Found]:
    """The colour that it has now, by what was done to it: 'ya no es gris, lo pinté de negro'."""
    folded, said = fold(text), words(text)
    for match in reversed(list(_PAINTED.finditer(folded))):
        at = next((i for i, word in enumerate(said) if word.start >= match.end()), len(said))
        color = COLORS.at(said, at) if at < len(said) and said[at].start == match.end() else None
        if color and not _FORMERLY.search(folded[: match.start()]):
            return found("color", color.entry, text, match.start(), said[color.after - 1].end)
    return None


_ONE_OF = re.compile(r"\b(?:de|como|color|son|eran) (?:(?:las|los|esas|esos|estas|estos) )?([a-z]{3,}?)(e?s)\b")


def _one_of_many(text: str) -> Optional[str]:
    """The colour that is told of all such cars: 'era de las rojas', 'de esos grises'."""
    for match in _ONE_OF.finditer(fold(text)):
        for one in (match[1], match[1] + match[2][:-1]):
            color = COLORS.at(words(one), 0)
            if color and color.entry in _PLAIN:
                return color.entry
    return None
