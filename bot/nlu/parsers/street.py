"""Streets, corners, streets between, exterior numbers and colonias, however they are strung together."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import List, Optional, Tuple

from .folding import Token, fold
from .lookups import words
from .numbers import runs
from .place_names import AVENUES, NEIGHBORHOODS, STOPS, known_street, name_end, shown

_TYPE = re.compile(
    r"\b(?:calle|cale|caye|clle|av|ave|avenida|avda|abenida|avnda|blvd|blv|bldv|bulevar|boulevard"
    r"|bulebar|bulevard|boulebard|calz|calzada|calsada|prol|prolongacion|privada|priv|cerrada|cda"
    r"|andador|"
    r"callejon|circuito|paseo|eje|anillo periferico|periferico|perif|perifericoo|preiferico|viaducto"
    r"|glorieta|diagonal|malecon|costera|via|camino (?:a|al|real|viejo|antiguo|nacional)|1a cerrada"
    r"|rinconada|carril lateral de|lateral de|lateral del)\b\.?"
)
_ALONE = re.compile(r"(?:anillo )?periferico|perif|viaducto|malecon|costera|circuito")
_JOIN = re.compile(
    r"\s*[,.]?\s*(?:(?:casi |y |en la |en |haciendo |hace |k hace |que hace )?(?:esquina|esq|eskina"
    r"|esqina|eskna|cruce|crucero|cruza|crucese|interseccion|cruzando"
    r"|cruzamiento)\.?\s*(?:casi )?(?:con|cn|c/|de|y|a|en)?(?: la| el| las)?(?: calle| avenida"
    r"| av\.?)?|casi (?:con|llegando a|esq\.? con)|(?:y|con|x|&|/|e|c/)(?: la| el)?)\s*"
)
_BETWEEN = re.compile(r"\bentre\s+(?:las? )?(?:calles? |av(?:enida)?s?\.? )?(?:de )?(?:la |el )?")
_CORNER_OF = re.compile(
    r"\b(?:esquina|esq|eskina|cruce|crucero|interseccion|entronque)\.?\s+(?:que forman |formada por "
    r"|de|con|entre|en|q forman)?\s*(?:las calles |las avenidas |la calle |calles |avenidas "
    r"|la avenida |av\.? |la |el )?"
)
_NUMBER = re.compile(
    r"\s*,?\s*(?:(?:a la altura del?|altura del?|al|en el|frente al|enfrente del|afuera del"
    r"|con)\s+)?(?:numero|num|no|nro|nmro|n|#|ext|exterior|numero exterior)\.?\s*(?:exterior"
    r"|ext)?\s*:?\s*#?\s*(\d{1,5}(?:-?[a-d]\b)?)"
)
_HASH = re.compile(r"\s*,?\s*#\s*(\d{1,5}(?:-?[a-d]\b)?)")
_PLAIN = re.compile(
    r"\s*,?\s*(?:al )?(\d{1,5}(?:-[a-z])?)\b(?!\s*(?:minutos|min|horas|hrs|carros|personas|de (?:la"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|pm|am"
    r"|heridos|lesionados|:|/|\d|metros|mts|km|anos|veces))"
)
_FACING = re.compile(
    r"\b(?:frente|enfrente|afuera|fuera|a la altura|altura|delante|junto|en el)\s*(?:al|a|del"
    r"|de)?\s*(?:el\s+)?(?:numero|num|no|nro|#)?\.?\s*#?\s*(\d{1,5})\b(?!\s*(?:de |minutos|metros|km|:"
    r"|carros|horas))"
)
_COLONIA = re.compile(
    r"\b(?:col|colonia|kolonia|colinia|coloni|fracc|fracionamiento|fraccionamiento|frac|barrio"
    r"|unidad habitacional|u\.?h\.?|residencial|conjunto habitacional|coto|poblado|ejido|rancheria"
    r"|infonavit|villas de|zona|sector)\b\.?\s*(?:de la |la |el |de )?"
)
_CENTER = re.compile(
    r"\b(?:en|por|cerca de|a|,) (?:el |pleno |mero )?centro\b(?! comercial| de (?:la carretera|salud"
    r"|convenciones|verificacion))|\bzona centro\b|\bcolonia centro\b|, centro\b|\bel mero centro\b"
)
_PUBLIC = re.compile(r"\bvia (?:publica|telefonica|rapida a|de)\b")


@dataclass
class Street:
    """What was said of a street address; `spans` are the offsets it was said at."""

    street: Optional[str] = None
    number: Optional[str] = None
    corner: Optional[str] = None
    between: List[str] = field(default_factory=list)
    neighborhood: Optional[str] = None
    spans: List[Tuple[int, int]] = field(default_factory=list)


@lru_cache(maxsize=64)
def street(text: str, taken: Tuple[Tuple[int, int], ...] = ()) -> Street:
    """The street address in the text;
    `taken` are offsets that are already known to be something else (a road, a name).
    """
    out = Street()
    said = words(text)
    _colonia(text, said, out, taken)
    _between(text, said, out, taken)
    _typed(text, said, out, taken) or _untyped(text, said, out, taken) or _corner_of(
        text, said, out, taken
    ) or _numbered(text, said, out, taken)
    if not out.number and (out.street or out.neighborhood or re.search(r"\bfrente al? (?:numero|num|#)", fold(text))):
        facing = _FACING.search(fold(text))
        if facing and not _overlaps(facing.start(1), facing.end(1), taken):
            out.number = facing[1]
            out.spans.append(facing.span())
    return out


def _overlaps(start: int, end: int, spans: "Tuple[Tuple[int, int], ...] | List[Tuple[int, int]]") -> bool:
    return any(s < end and start < e for s, e in spans)


def _index(said: Tuple[Token, ...], offset: int) -> int:
    return next((i for i, w in enumerate(said) if w.start >= offset), len(said))


def _name_at(text: str, said: Tuple[Token, ...], offset: int, numbered: bool = True) -> Optional[Tuple[int, int, str]]:
    """(start, end, shown) of the street named at `offset`, its type included, or None."""
    first = _index(said, offset)
    if first == len(said) or said[first].start - offset > 3:
        return None
    label = _TYPE.match(fold(text), said[first].start)
    begin = _index(said, label.end()) if label else first
    after = max(known_street(said, begin), name_end(text, said, begin, numbered=numbered or bool(label)))
    if after <= begin:
        if label and _ALONE.match(label.group()):
            return label.start(), label.end(), shown(text, label.start(), label.end())
        return None
    start = said[first].start
    kept = said[begin].start if label and label.group().rstrip(".") in ("calle", "cale", "caye", "clle") else start
    return start, said[after - 1].end, shown(text, kept, said[after - 1].end)


def _believable(text: str, said: Tuple[Token, ...], offset: int, sure: bool) -> bool:
    """Whether what follows 'y' or 'con' is a street: typed, known, in capitals, or `sure` by what came before."""
    first = _index(said, offset)
    if first == len(said):
        return False
    return bool(
        sure
        or _TYPE.match(fold(text), said[first].start)
        or known_street(said, first) > first
        or (text[said[first].start].isupper() and not text.isupper())
    )


def _follow(text: str, said: Tuple[Token, ...], end: int, out: Street, taken: Tuple[Tuple[int, int], ...]) -> None:
    """Number and corner right after a street's name."""
    folded = fold(text)
    for _ in range(3):
        number = (
            None if out.number else _NUMBER.match(folded, end) or _HASH.match(folded, end) or _PLAIN.match(folded, end)
        )
        if number and not _overlaps(number.start(1), number.end(1), taken):
            out.number = re.sub(r"\s", "", text[number.start(1) : number.end(1)]).upper()
            out.spans.append((end, number.end()))
            end = number.end()
            continue
        spoken = None if out.number else _spoken_number(text, end)
        if spoken:
            out.number, new_end = spoken
            out.spans.append((end, new_end))
            end = new_end
            continue
        join = _JOIN.match(folded, end)
        if join and not out.corner and not out.between:
            word = join.group().strip(" ,.")
            sure = bool(re.search(r"esq|cruc|esk|inters|casi", word))
            name = _name_at(text, said, join.end(), numbered=sure)
            if name and _believable(text, said, join.end(), sure) and not _overlaps(name[0], name[1], taken):
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


def _typed(text: str, said: Tuple[Token, ...], out: Street, taken: Tuple[Tuple[int, int], ...]) -> bool:
    folded = fold(text)
    for label in _TYPE.finditer(folded):
        if (
            _overlaps(label.start(), label.end(), taken)
            or _overlaps(label.start(), label.end(), out.spans)
            or _PUBLIC.match(folded, label.start())
        ):
            continue
        name = _name_at(text, said, label.start())
        if not name:
            continue
        out.street = name[2]
        out.spans.append((name[0], name[1]))
        _follow(text, said, name[1], out, taken)
        if not out.corner and not out.between:
            _reverse_corner(text, said, name, out, taken)
        if not out.corner:
            _second(text, said, name[1], out, taken)
        return True
    return False


def _reverse_corner(
    text: str, said: Tuple[Token, ...], name: Tuple[int, int, str], out: Street, taken: Tuple[Tuple[int, int], ...]
) -> None:
    """'Acueducto y avenida Patria': the known street before 'y' is the other street of the corner."""
    folded = fold(text)
    before = re.search(r"\s(?:y|con|esquina con|esq con|esq|casi)\s+$", folded[: name[0]])
    if not before:
        return
    for index in range(len(said)):
        if (
            said[index].start < before.start()
            and known_street(said, index) > index
            and said[known_street(said, index) - 1].end == before.start()
            and said[index].text not in ("la", "el")
        ):
            out.corner, out.street = out.street, shown(text, said[index].start, before.start())
            out.spans.append((said[index].start, before.start()))
            return


def _second(text: str, said: Tuple[Token, ...], end: int, out: Street, taken: Tuple[Tuple[int, int], ...]) -> None:
    """'sobre avenida Patria … esquina con Acueducto', with other facts in between."""
    match = re.search(r"\b(?:esquina|esq|eskina|cruce|crucero)\.?\s*(?:con|de)?\s*(?:la |el )?", fold(text)[end:])
    if match:
        name = _name_at(text, said, end + match.end())
        if name and not _overlaps(name[0], name[1], taken):
            out.corner = name[2]
            out.spans.append((name[0], name[1]))


def _untyped(text: str, said: Tuple[Token, ...], out: Street, taken: Tuple[Tuple[int, int], ...]) -> bool:
    """A known avenue after 'en', 'sobre', 'por', at the start, or with another street behind 'y' or 'esquina'."""
    folded = fold(text)
    for first in range(len(said)):
        after = known_street(said, first)
        if (
            after == first
            or _overlaps(said[first].start, said[after - 1].end, taken)
            or _overlaps(said[first].start, said[after - 1].end, out.spans)
        ):
            continue
        start, end = said[first].start, said[after - 1].end
        before = said[first - 1].text if first else ""
        join = _JOIN.match(folded, end)
        joined = bool(
            join
            and (
                known_street(said, _index(said, join.end())) > _index(said, join.end())
                or re.search(r"esq|cruc", join.group())
                or (before in ("en", "sobre", "por", "de") and _believable(text, said, join.end(), False))
            )
        )
        lone = re.match(r"\s*,?\s*(?:y|con)\s", folded[end:]) is None
        article = said[first].text in ("la", "el")
        if (
            joined
            or (lone and before in ("en", "sobre", "por", "x", "lateral", "cruzando") and not article)
            or (lone and (_HASH.match(folded, end) or re.match(r"\s*,?\s*(?:numero|num|no\.?) ?\d", folded[end:])))
        ):
            if article and not joined:
                continue
            begin = said[first + 1].start if article and not AVENUES.at(said, first) else start
            extended = max(after, name_end(text, said, first))
            if extended > after and not joined:
                end = said[extended - 1].end
            out.street = shown(text, begin, end)
            out.spans.append((start, end))
            _follow(text, said, end, out, taken)
            return True
    return False


def _corner_of(text: str, said: Tuple[Token, ...], out: Street, taken: Tuple[Tuple[int, int], ...]) -> bool:
    """'en la esquina de X y Y', 'cruce de X con Y', and 'en X esquina con Y' for streets that no list has."""
    folded = fold(text)
    for match in _CORNER_OF.finditer(folded):
        name = _name_at(text, said, match.end())
        if not name or _overlaps(name[0], name[1], taken):
            continue
        before = re.search(
            r"\b(?:en|sobre|por|de|x|,)\s+(?:la |el )?([a-z0-9][a-z0-9 .]{2,30}?)\s*,?\s*(?:casi |y )?$",
            folded[: match.start()],
        )
        if before and re.search(r"con\b|esq|esk", match.group()) and not set(before[1].split()) & STOPS:
            out.street, out.corner = shown(text, before.start(1), before.end(1)), name[2]
            out.spans += [(before.start(1), before.end(1)), (name[0], name[1])]
            return True
        out.street = name[2]
        out.spans.append((name[0], name[1]))
        join = re.match(r"\s*,?\s*(?:y|con|esquina con|esq\.? con|esquina|e)\s+(?:la |el )?", folded[name[1] :])
        if join:
            other = _name_at(text, said, name[1] + join.end())
            if other:
                out.corner = other[2]
                out.spans.append((other[0], other[1]))
        return True
    return False


def _numbered(text: str, said: Tuple[Token, ...], out: Street, taken: Tuple[Tuple[int, int], ...]) -> bool:
    """'en Morelos 1250', 'sobre Pino Suárez número 88', 'en Morelos entre X y Y': a street by what follows it."""
    folded = fold(text)
    for match in re.finditer(r"(?:\b(?:en|sobre|por)\s+(?:la |el )?|^\s*(?:es |fue |estoy en )?)", folded):
        first = _index(said, match.end())
        after = name_end(text, said, first, numbered=False)
        if (
            after <= first
            or _overlaps(said[first].start, said[after - 1].end, taken)
            or _overlaps(said[first].start, said[after - 1].end, out.spans)
        ):
            continue
        end = said[after - 1].end
        number = (
            _NUMBER.match(folded, end)
            or _HASH.match(folded, end)
            or re.match(r"\s+(\d{2,5})\b(?!\s*(?:minutos|horas|km|metros|:|/|de |pesos|\d))", folded[end:])
        )
        between = re.match(r"\s*,?\s*entre\b", folded[end:])
        words_said = [w.text for w in said[first:after]]
        if (number and match.group().strip()) or (between and out.between):
            if any(
                w in ("poliza", "reporte", "folio", "inciso", "modelo", "nissan")
                or (len(w) < 3 and w not in ("de", "la", "el"))
                for w in words_said
            ):
                continue
            out.street = shown(text, said[first].start, end)
            out.spans.append((said[first].start, end))
            _follow(text, said, end, out, taken)
            return True
    return False


def _between(text: str, said: Tuple[Token, ...], out: Street, taken: Tuple[Tuple[int, int], ...]) -> None:
    folded = fold(text)
    for match in _BETWEEN.finditer(folded):
        if re.match(
            r"(?:las? )?(?:\d{1,2}(?::\d\d)?|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once"
            r"|doce)\s*(?:y|e|a|:|de la|am|pm|hrs)\b",
            folded[match.start() + 6 :],
        ) and not re.search(
            r"\b(?:calle|c)\.?\s*\d+(?:\s*-?[a-z])?\s*,?\s*(?:numero \d+|#\s?\d+|x|num\.? \d+)?\s*,?\s*$",
            folded[: match.start()],
        ):
            continue
        one = _name_at(text, said, match.end())
        if not one or _overlaps(one[0], one[1], taken):
            continue
        join = re.match(r"\s*,?\s*(?:y|e|&|con)\s+(?:la |el )?(?:calle )?", folded[one[1] :])
        two = _name_at(text, said, one[1] + join.end()) if join else None
        if two:
            out.between = [one[2], two[2]]
            out.spans.append((match.start(), two[1]))
            return


def _colonia(text: str, said: Tuple[Token, ...], out: Street, taken: Tuple[Tuple[int, int], ...]) -> None:
    folded = fold(text)
    for match in _COLONIA.finditer(folded):
        first = _index(said, match.end())
        if first == len(said) or said[first].start - match.end() > 2 or _overlaps(match.start(), match.end(), taken):
            continue
        known = NEIGHBORHOODS.at(said, first)
        after = max(known.after if known else first, name_end(text, said, first, most=4))
        if after == first or (
            match.group().startswith(("zona", "sector", "coto"))
            and said[first].text in ("de", "donde", "muy", "que", "industrial")
            and match.group().startswith("coto")
        ):
            continue
        kept = (
            match.start() if match.group().startswith(("villas", "infonavit", "zona i", "ejido")) else said[first].start
        )
        out.neighborhood = shown(text, kept, said[after - 1].end)
        out.spans.append((match.start(), said[after - 1].end))
        return
    center = _CENTER.search(folded)
    if center and not _overlaps(center.start(), center.end(), taken):
        out.neighborhood = "Centro"
        out.spans.append((center.end() - 6, center.end()))
        return
    for first in range(len(said)):
        known = NEIGHBORHOODS.at(said, first)
        if (
            known
            and first
            and said[first - 1].text in ("en", "la", "colonia", "el")
            and not _overlaps(said[first].start, said[known.after - 1].end, taken)
        ):
            two_back = said[first - 2].text if first > 1 else ""
            if (said[first - 1].text in ("la", "el") and two_back not in ("en", "por", "de", "es", "")) or (
                AVENUES.at(said, first) and said[first - 1].text == "en"
            ):
                continue
            if re.match(r"\s*(?:y|esq|esquina|\d|#|numero)\b", folded[said[known.after - 1].end :]):
                continue
            out.neighborhood = known.entry
            out.spans.append((said[first].start, said[known.after - 1].end))
            return
