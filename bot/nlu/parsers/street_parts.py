"""What follows a street's name: its number, inside and out, and the street it crosses."""

import re
from dataclasses import dataclass, field
from typing import List, Optional, Tuple

from .folding import Token, fold
from .numbers import runs
from .street_names import Spans, is_believable, overlaps, street_at

JOIN = re.compile(
    r"\s*[,.]?\s*(?:(?:casi |y |en la |en |haciendo |hace |k hace |que hace )?(?:esquina|esq|eskina"
    r"|esqina|eskna|cruce|crucero|cruza|crucese|interseccion|cruzando"
    r"|cruzamiento)\.?\s*(?:casi )?(?:con|cn|c/|de|y|a|en)?(?: la| el| las)?(?: calle| avenida"
    r"| av\.?)?|casi (?:con|llegando a|esq\.? con)|(?:(?:y|con|x|e)\b|&|/|c/)(?: la| el)?)\s*"
)
NUMBER = re.compile(
    r"\s*,?\s*(?:(?:a la altura del?|altura del?|al|en el|frente al|enfrente del|afuera del"
    r"|con)\s+)?(?:numero|num|no|nro|nmro|n|#|ext|exterior|numero exterior)\.?\s*(?:exterior"
    r"|ext)?\s*:?\s*#?\s*(\d{1,5}(?:-?[a-d]\b)?)"
)
HASH = re.compile(r"\s*,?\s*#\s*(\d{1,5}(?:-?[a-d]\b)?)")
_PLAIN = re.compile(
    r"\s*,?\s*(?:al )?(\d{1,5}(?:-[a-z])?)\b(?!\s*(?:(?:minutos|min|horas|hrs|carros|personas|de (?:la"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|pm|am"
    r"|heridos|lesionados|metros|mts|km|anos|veces)\b|:|/|\d))"
)
_INSIDE = re.compile(
    r"\s*,?\s*(?:int|interior|depto|dpto|departamento|local|casa|torre|edificio|edif|piso)"
    r"(?:\.?\s?\d{1,4}[a-z]?|\.?\s[a-z])\b"
)


@dataclass
class Street:
    """What was said of a street address; `spans` are the offsets it was said at."""

    street: Optional[str] = None
    number: Optional[str] = None
    corner: Optional[str] = None
    between: List[str] = field(default_factory=list)
    neighborhood: Optional[str] = None
    spans: List[Tuple[int, int]] = field(default_factory=list)


def follow(text: str, said: Tuple[Token, ...], end: int, out: Street, taken: Spans) -> None:
    """Number and corner right after a street's name."""
    folded = fold(text)
    for _ in range(3):
        number = (
            None if out.number else NUMBER.match(folded, end) or HASH.match(folded, end) or _PLAIN.match(folded, end)
        )
        if number and not overlaps(number.start(1), number.end(1), taken):
            out.number = re.sub(r"\s", "", text[number.start(1) : number.end(1)]).upper()
            inside = _INSIDE.match(folded, number.end())
            after = (inside or number).end()
            out.spans.append((end, after))
            end = after
            continue
        spoken = None if out.number else _spoken_number(text, end)
        if spoken:
            out.number, new_end = spoken
            out.spans.append((end, new_end))
            end = new_end
            continue
        join = JOIN.match(folded, end)
        if join and not out.corner and not out.between:
            word = join.group().strip(" ,.")
            sure = bool(re.search(r"esq|cruc|esk|inters|casi", word))
            name = street_at(text, said, join.end())
            if name and is_believable(text, said, join.end(), sure) and not overlaps(name[0], name[1], taken):
                out.corner = name[2]
                out.spans.append((name[0], name[1]))
                end = name[1]
                continue
        break


def _spoken_number(text: str, end: int) -> Optional[Tuple[str, int]]:
    folded = fold(text)
    for run in runs(text):
        if run.start >= end and run.atoms[0].spoken:
            if (
                re.fullmatch(r"\s*,?\s*(?:(?:al|en el)\s+)?(?:numero|num|no\.?)?\s*", folded[end : run.start])
                and len(run.digits) <= 5
                and run.digits != "1"
            ):
                if re.match(
                    r"\s*(?:minutos|horas|carros|personas|heridos|lesionados|metros|de (?:la|mayo|julio|septiembre"
                    r"|noviembre|febrero|enero|diciembre))",
                    folded[run.end :],
                ):
                    return None
                return run.digits, run.end
            return None
    return None
