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


_ONE_OF = re.compile(r"\b(?:de|como|color|son|eran) (?:(?:las|los|esas|esos|estas|estos) )?([a-z]{3,}?)(e?s)\b")


def _one_of_many(text: str) -> Optional[str]:
    """The colour that is told of all such cars: 'era de las rojas', 'de esos grises'."""
    for match in _ONE_OF.finditer(fold(text)):
        for one in (match[1], match[1] + match[2][:-1]):
            color = COLORS.at(words(one), 0)
            if color and color.entry in _PLAIN:
                return color.entry
    return None
