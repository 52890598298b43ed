"""Names of streets: their types, where they begin and end, and whether they can be believed."""

import re
from typing import List, Optional, Tuple

from .folding import Token, fold
from .geography import STATE_NAMES, TOWNS, state_of
from .lookups import words
from .place_lists import NEIGHBORHOODS, date_end, known_street, shown
from .place_names import name_end, place_starts

TYPE = re.compile(
    r"\b(?:(?:blvd|bulevar|boulevard|calzada) a(?= [a-z]{4})"
    r"|calle|cale|caye|clle|cll|cto|pso|c(?=\.?\s?\d{1,3}\b|/\s?[a-z0-9])|av|ave|avenida|avda|abenida|avnda"
    r"|blvd|blv|bldv"
    r"|bulevar|boulevard"
    r"|bulebar|bulevard|boulebard|calz|calzada|calsada|prol|prolongacion|privada|priv|cerrada|cda"
    r"|andador|"
    r"callejon|circuito exterior(?! mexiq)|circuito|paseo|eje vial|eje"
    r"|anillo periferico|periferico|perif|perifericoo|preiferico|viaducto"
    r"|glorieta|diagonal|malecon|costera|via|camino (?:a|al|real|viejo|antiguo|nacional)|1a cerrada"
    r"|rinconada|retorno(?= \d)|anillo vial|carril lateral de|lateral de(?! la (?:carretera|autopista))"
    r"|lateral del)\b\.?"
)


_ALONE = re.compile(r"(?:anillo )?periferico|perif|viaducto|malecon|costera|circuito|camino (?:real|nacional|viejo)")
_SPOKEN = (
    r"(?:(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y (?:un[oa]?|dos|tres|cuatro|cinco|seis"
    r"|siete|ocho"
    r"|nueve))?|un[oa]|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci[a-z]+"
    r"|veint[a-z]+)"
)


_ORDINAL = (
    r"(?:\d{1,3}\.?(?:a|ta|ra|da|ma|va|na|er|ro|do|to|o)?|primera?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]"
    r"|septim[oa]|octav[oa]|noven[oa]|decim[oa])"
)
_SIDES = r"(?:norte|sur|oriente|poniente|ote|pte|nte)"
# '9a Poniente Norte', '11 sur', 'la once sur', 'quinta avenida', 'oriente 6': the number is the name.
SIDE = re.compile(
    rf"{_ORDINAL}\s+(?:(?:avenida|av|ave|calle)\.?(?:\s+{_SIDES}\b|\b(?!\s+(?:de|{_SIDES})\b))"
    rf"|{_SIDES}(?:\s+{_SIDES})?)\b"
    rf"|{_SPOKEN}\s+{_SIDES}(?:\s+{_SIDES})?\b|{_SIDES}\s+\d{{1,3}}(?:-?[a-z])?\b(?!\s+{_SIDES})"
)
NUMBERED = re.compile(rf"\b{_ORDINAL}\s+$")  # before a type: '3ra privada de Juárez'
NUMBERED_TYPE = re.compile(rf"{_ORDINAL}\s+{TYPE.pattern}")


PUBLIC = re.compile(r"\bvia (?:publica|telefonica|rapida a|de)\b")


Spans = Tuple[Tuple[int, int], ...]


def overlaps(start: int, end: int, spans: "Tuple[Tuple[int, int], ...] | List[Tuple[int, int]]") -> bool:
    """Whether text[start:end] shares a character with one of the spans."""
    return any(s < end and start < e for s, e in spans)


def is_address(name: str) -> bool:
    """Whether what looks like a person's name is a street with its type, or a town and its state: 'León Gto'."""
    said = words(name)
    if not said:
        return False
    typed = len(said) > 1 and len(said[0].text) > 3 and bool(TYPE.match(fold(name), said[0].start))
    town = TOWNS.at(said, 0)
    state = STATE_NAMES.at(said, town.after) if town and town.after < len(said) else None
    return typed or bool(state and state.after == len(said) and len(said[-1].text) <= 4)


def type_at(text: str, offset: int) -> int:
    """Where the name after the type of street at `offset` may begin, 0 where no type stands there."""
    label = TYPE.match(fold(text), offset) or NUMBERED_TYPE.match(fold(text), offset)
    return label.end() if label else 0


def word_at(said: Tuple[Token, ...], offset: int) -> int:
    """The number of the first word at or after an offset; how many words there are when none is."""
    return next((i for i, w in enumerate(said) if w.start >= offset), len(said))


def street_at(text: str, said: Tuple[Token, ...], offset: int, numbered: bool = True) -> Optional[Tuple[int, int, str]]:
    """(start, end, shown) of the street named at `offset`, its type included, or None."""
    folded, first = fold(text), word_at(said, offset)
    if first == len(said) or said[first].start - offset > 3:
        return None
    side = SIDE.match(folded, said[first].start)
    if side:
        return side.start(), side.end(), shown(text, side.start(), side.end())
    label = TYPE.match(folded, said[first].start) or NUMBERED_TYPE.match(folded, said[first].start)
    begin = word_at(said, label.end()) if label else first
    if label and begin < len(said) and re.search(r"[,;:]", folded[label.end() : said[begin].start]):
        begin = len(said)  # 'en la costera, la policía…': the type is the whole name
    town = TOWNS.at(said, begin + 1) if begin + 1 < len(said) and said[begin].text == "de" else None
    of_a_town = town and (said[begin + 1].start in place_starts(text) or state_of(town.entry.name))
    named_so = known_street(said, first) > begin or begin == len(said)
    of_a_town = of_a_town or (not named_so and said[begin].start in place_starts(text))  # 'malecón La Paz BCS'
    if label and of_a_town and _ALONE.match(label.group()):
        return label.start(), label.end(), shown(text, label.start(), label.end())  # 'periférico de Mérida'
    after = max(
        known_street(said, first),
        known_street(said, begin),
        name_end(text, said, begin, numbered=numbered or bool(label)),
    )
    if after <= begin:
        if label and _ALONE.match(label.group()):
            return label.start(), label.end(), shown(text, label.start(), label.end())
        return None
    start = said[first].start
    if label and label.group() == "eje":  # 'Eje 8 Sur Popocatépetl'
        side = SIDE.match(folded, said[begin].start)
        after = word_at(said, side.end()) if side else after
        here = after < len(said) and folded[said[after - 1].end : said[after].start] == " "
        if here and not NEIGHBORHOODS.at(said, after) and said[after].start not in place_starts(text):
            after = max(after, name_end(text, said, after, most=3, numbered=False))
    written = label and label.group() == "c" and folded[label.end()] == "/"  # 'c/ Morelos 22'
    if label and (written or label.group().rstrip(".")) in (True, "calle", "cale", "caye", "clle", "cll"):
        kept = begin + 1 if said[begin].text == "de" and begin + 1 < after else begin
        return start, said[after - 1].end, shown(text, said[kept].start, said[after - 1].end)
    return start, said[after - 1].end, shown(text, start, said[after - 1].end)


def is_believable(text: str, said: Tuple[Token, ...], offset: int, sure: bool) -> bool:
    """Whether what follows 'y' or 'con' is a street:
    typed, known, in capitals, closed by a boundary, or `sure` by the joining word.
    """
    folded, first = fold(text), word_at(said, offset)
    if first == len(said):
        return False
    if (
        sure
        or TYPE.match(folded, said[first].start)
        or SIDE.match(folded, said[first].start)
        or known_street(said, first) > first
    ):
        return True
    if text[said[first].start].isupper() and not text.isupper():
        return True
    if date_end(said, first) and re.match(r"\d", said[first].text):
        return True
    if said[first].text.isdigit():
        after = folded[said[first].end :]
        near = first + 1 < len(said) and said[first + 1].start in place_starts(text)
        return len(said[first].text) <= 3 and (
            near or bool(re.match(r"\s*(?:$|,|\.|col|en\b|de la col|centro|fracc|y\b)", after))
        )
    after = name_end(text, said, first, most=4, numbered=False)
    if after == first or (after - first == 1 and len(said[first].text) < 4):
        return False
    end = said[after - 1].end
    return bool(
        re.match(
            r"\s*(?:$|,|\.|en\b|col\b|colonia\b|municipio\b|(?:el|la|los|las|me|se|no|ya|hay|un"
            r"|una|mi|soy|estoy|traigo|tengo|poliza)\b)",
            folded[end:],
        )
    ) or (after < len(said) and said[after].start in place_starts(text))
