"""Colours of vehicles, with their shades and slang."""

from typing import List, Optional

from .found import Found, found
from .lookups import Phrases, load_yaml, words

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
    return seen[0].value if seen else None
