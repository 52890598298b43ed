"""The colonia that stands beside an address, without its label: '…1250, Providencia', '…#105 centro oaxaca'."""

import re
from typing import Optional, Tuple

from .folding import fold
from .geography import named
from .lookups import words
from .neighborhood import OPEN_END, Spans, free
from .place_lists import GENERIC, MONTHS, STOPS, known_colonia, shown, town_at
from .place_names import name_end, place_starts

_GAP = re.compile(r"\s*(,)?\s*")
_OF_GRID = re.compile(r"\s*(,)?\s*(?:de? (?=[a-z]))?")  # '21 x 18 y 20 de Itzimná'


def after_address(text: str, end: int, taken: Spans, gridded: bool = False) -> Optional[Tuple[str, int, int]]:
    """The colonia said right after a street and its number: '…1250, Providencia', '…#105 centro oaxaca'."""
    folded, said = fold(text), words(text)
    gap = (_OF_GRID if gridded else _GAP).match(folded[end:])
    first = next((i for i, w in enumerate(said) if w.start >= end + (gap.end() if gap else 0)), len(said))
    if (
        first == len(said)
        or not gap
        or said[first].start != end + gap.end()
        or not free(said[first].start, said[first].end, taken)
    ):
        return None
    if said[first].text == "centro":
        return "Centro", said[first].start, said[first].end
    known, town = known_colonia(text, said, first), town_at(text, said, first)
    states = {fold(state) for state in town.entry.states} if town else set()
    if town and any(fold(n.place.name) in states for n in named(text)):
        return None  # 'Zacatecas, bulevar López Portillo, Guadalupe'
    of = gap.group().strip(" ,").startswith("d")
    if (
        (of or (gridded and text[said[first].start].isupper() and text != text.upper()))
        and fold(said[first].text) not in MONTHS
        and said[first].start not in place_starts(text)
    ):
        after = known.after if known else name_end(text, said, first, most=3, numbered=False)
        if after > first and (known or OPEN_END.match(folded, said[after - 1].end)):
            return shown(text, said[first].start, said[after - 1].end), said[first].start, said[after - 1].end
    colonial = said[first].text in GENERIC and not town
    if not gap[1] and not colonial and not (known and not town):
        return None
    if said[first].start in place_starts(text) and not (known and not town):
        return None
    after = known.after if known else name_end(text, said, first, most=4, numbered=False)
    if after == first or said[first].text in STOPS:
        return None
    start, stop = said[first].start, said[after - 1].end
    capital = text[start].isupper() and text != text.upper()
    closed = re.match(r"\s*(?:,|\.|$)", folded[stop:]) or (
        colonial and after < len(said) and town_at(text, said, after)
    )
    colonial = (colonial or said[first].text in ("los", "las", "la", "el", "san", "santa")) and text == text.lower()
    if known or ((capital or colonial) and closed):
        return (known.entry if known else shown(text, start, stop)), start, stop
    return None


def listed(text: str, taken: Spans) -> Optional[Tuple[str, int, int]]:
    """A colonia of the list that stands alone between commas or after its town: 'Polanco, Masaryk y Molière'."""
    folded, said = fold(text), words(text)
    told = [*(end for _, end in taken), *(n.end for n in named(text))]
    for first in range(len(said)):
        known = known_colonia(text, said, first)
        if not known or town_at(text, said, first) or not free(said[first].start, said[known.after - 1].end, taken):
            continue
        start, end = said[first].start, said[known.after - 1].end
        opened = re.search(r"(?:^|[,.;])\W*(?:(?:en|por|la)\s+)*$", folded[:start])
        closed = re.match(r"\s*(?:[,.;]|$)", folded[end:])
        if (opened or any(e <= start and not folded[e:start].strip(" ,") for e in told)) and closed:
            return known.entry, start, end
    return None
