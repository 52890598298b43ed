"""Names of streets: their types, where they begin and end, and whether they can be believed."""

import re
from typing import List, Optional, Tuple

from .folding import Token, fold
from .place_names import known_street, name_end, place_starts, shown

TYPE = re.compile(
    r"\b(?:calle|cale|caye|clle|c(?=\.?\s?\d{1,3}\b)|av|ave|avenida|avda|abenida|avnda|blvd|blv|bldv|bulevar|boulevard"
    r"|bulebar|bulevard|boulebard|calz|calzada|calsada|prol|prolongacion|privada|priv|cerrada|cda"
    r"|andador|"
    r"callejon|circuito|paseo|eje|anillo periferico|periferico|perif|perifericoo|preiferico|viaducto"
    r"|glorieta|diagonal|malecon|costera|via|camino (?:a|al|real|viejo|antiguo|nacional)|1a cerrada"
    r"|rinconada|carril lateral de|lateral de|lateral del)\b\.?"
)


_ALONE = re.compile(r"(?:anillo )?periferico|perif|viaducto|malecon|costera|circuito")


_ORDINAL = (
    r"(?:\d{1,3}\.?(?:a|ta|ra|da|ma|va|na|er|ro|do|to|o)?|primera?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]"
    r"|septim[oa]|octav[oa]|noven[oa]|decim[oa])"
)
# '9a Poniente Norte', '11 sur', 'quinta avenida', '3ra privada de Juárez': the number is the name.
SIDE = re.compile(
    rf"{_ORDINAL}\s+(?:(?:avenida|av|ave|calle)\.?(?:\s+(?:norte|sur|oriente|poniente|ote|pte|nte))?(?!\s+de\b)\b"
    r"|(?:norte|sur|oriente|poniente|ote|pte|nte)(?:\s+(?:norte|sur|oriente|poniente|ote|pte|nte))?)\b"
)
NUMBERED = re.compile(rf"\b{_ORDINAL}\s+$")  # before a type: '3ra privada de Juárez'


BEFORE_JOIN = re.compile(
    r"\b(?:en|sobre|por|de)\s+(?:la |el )?((?!la "
    r"|el )[a-z0-9][a-z0-9.]*(?: [a-z0-9.]+){0,3}?)\s+(?:y|esquina con|esq\.? con|esq"
    r"|esquina|casi esquina con)\s+$"
)


PUBLIC = re.compile(r"\bvia (?:publica|telefonica|rapida a|de)\b")


Spans = Tuple[Tuple[int, int], ...]


def overlaps(start: int, end: int, spans: "Tuple[Tuple[int, int], ...] | List[Tuple[int, int]]") -> bool:
    return any(s < end and start < e for s, e in spans)


def word_at(said: Tuple[Token, ...], offset: int) -> int:
    return next((i for i, w in enumerate(said) if w.start >= offset), len(said))


def street_at(text: str, said: Tuple[Token, ...], offset: int, numbered: bool = True) -> Optional[Tuple[int, int, str]]:
    """(start, end, shown) of the street named at `offset`, its type included, or None."""
    folded, first = fold(text), word_at(said, offset)
    if first == len(said) or said[first].start - offset > 3:
        return None
    side = SIDE.match(folded, said[first].start)
    if side:
        return side.start(), side.end(), shown(text, side.start(), side.end())
    label = TYPE.match(folded, said[first].start)
    begin = word_at(said, label.end()) if label else first
    if label and begin < len(said) and re.search(r"[,;:]", folded[label.end() : said[begin].start]):
        begin = len(said)  # 'en la costera, la policía…': the type is the whole name
    of_a_town = begin + 1 < len(said) and said[begin].text == "de" and said[begin + 1].start in place_starts(text)
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
    if label and label.group().rstrip(".") in ("calle", "cale", "caye", "clle"):
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
    if said[first].text.isdigit():
        return len(said[first].text) <= 3 and bool(
            re.match(r"\s*(?:$|,|\.|col|en\b|de la col)", folded[said[first].end :])
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
