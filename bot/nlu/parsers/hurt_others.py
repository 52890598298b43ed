"""The answer to who is hurt that sets one's own apart: 'dos del otro coche, de nosotros nadie', 'el de la bici sí'."""

import re
from typing import Callable, List, Optional

from .digitized import digitize
from .injury_count import told_first
from .people_named import ME, THESE, WE, Group, pieces

_VEHICLE = r"(?:carro|coche|auto|camioneta|troca|unidad|moto|lado|parte|familia|vehiculo|gente|nave)"
_OURS = (
    rf"(?:yo|nosotr[oa]s|(?:de|en) (?:nosotr[oa]s|l[oa]s (?:mi[oa]s|nuestr[oa]s)|(?:mi|nuestr[oa]|este) {_VEHICLE}"
    r"|el mio|la mia|aca|aqui))"
)
_NONE_OF_OURS = re.compile(
    rf"\b(?:pero )?{_OURS}(?: (?:no|nadie|ningun[oa]?|nada(?! mas)|cero|tod[oa]s bien|bien|ando bien|estoy bien"
    rf"|estamos bien"
    r"|no (?:traigo|tengo|traemos|tenemos) nada|sin nada))+(?=\W*$|\s*[,.;]|,? (?:y|pero)\b)"
    rf"|\b(?:nadie|ningun[oa]?|ni un[oa]) {_OURS}(?=\W*$|\s*[,.;]|,? (?:y|pero)\b)"
)
_NOT_SO = re.compile(
    r"\b(?:no|nadie|ningun[oa]?|tampoco|ni|cero|bien|iles[oa]s?|nada(?! mas)|quien sabe|no se|caminando|susto"
    r"|solo|sol[oa]s"
    r"|alcance|carr\w+|choque)\b(?! (?:lo|la|los|las) (?:sacan|dejan))"
)
_THEY_ARE_FEW = re.compile(
    r"^\W*(?:(?:al parecer|parece que|creo que|si|pues|hay|son|como|del?|en|el|la|los|las|otr[oa]s?|carro|coche|auto"
    r"|camioneta|taxi|combi|moto|vehiculo|lado|pero|y|mire)\W+)*(?P<n>\d{1,2}|un[oa])\b(?: (?:personas?|senor\w*"
    r"|muchach\w+|pasajer\w+|lesionad\w+|herid\w+))?(?: (?:de|en)(?:l| la| el| los"
    r"| las)? (?:otr[oa] )?\w+)?\W*(?:si\W*)?$"
)
_YES = re.compile(r"\bsi\W*$|^\W*si\b|^\W*(?:nada mas|nomas|solo|solamente|unicamente)\b")


def hurt_but_ours(folded: str) -> Optional[int]:
    """How many of the others, 0 where they cannot be counted; None where one's own are not set apart so."""
    digits = digitize(folded).text
    ours = _NONE_OF_OURS.search(digits)
    if not ours:
        return None
    rest = digits[: ours.start()].rstrip(" ,.;") + " " + digits[ours.end() :].lstrip(" ,.;")
    rest = re.sub(r"^\W*(?:pero|y)\b|\b(?:pero|y)\W*$", "", rest.strip()).strip()
    if not rest or _NOT_SO.search(rest):
        return None
    few = _THEY_ARE_FEW.match(rest)
    if few:
        return int(few["n"]) if few["n"].isdigit() else 1
    groups = [group for piece in pieces(rest) for group in piece.groups if not group.weak]
    who = {one for group in groups for one in group.who}
    if not groups or who & {ME, WE} or not _YES.search(rest) or any(THESE.match(one) for one in who):
        return None
    return counted_once(rest, groups) or 0


_IS_WELL = re.compile(
    r"\b(?:bien|iles[oa]s?|sin nada|nada(?! mas)|perfect\w+|caminando|enter[oa]s?|san[oa]s?|(?:no (?:tien|tra|le pas"
    r"|le du)\w+ nada))\b"
)
_LIKEWISE = re.compile(r"\W*(?:(?:y|e|dice|dicen|que|ya|creo|gracias a dios|pues) )*(?:tambien|igual|lo mismo)\W*")
_NEITHER = re.compile(r"\W*(?:(?:no|nadie|pues),? )*ni (?:yo|a mi|mis?|el|la|los|las|ell[oa]s?|nosotr[oa]s)\b.*\bni\b")


def all_well(folded: str, state: Callable[[str], Optional[bool]]) -> bool:
    """Whether everybody named is said to be well: 'mi esposa y yo bien, el señor también', 'ni yo ni el otro'."""
    if _NEITHER.match(folded):
        return not any(state(folded[one.start : one.end]) for one in pieces(folded))
    well = False
    for piece in pieces(folded):
        said, rest = folded[piece.start : piece.end], folded[piece.start : piece.end]
        for group in piece.groups:
            rest = rest.replace(folded[group.start : group.end], " ")
        rest = " ".join(re.sub(r"\b(?:de la|del?) (?:otr[oa] )?\w+", " ", rest).split())
        if state(said):
            return False
        if _IS_WELL.search(rest) and not re.search(r"\bno \w*\s*bien", rest):
            well = True
        elif not (well and piece.groups and _LIKEWISE.fullmatch(rest)) and (piece.groups or re.search(r"\w{3}", rest)):
            return False
    return well


def told_first_with_others(folded: str) -> Optional[int]:
    """The number that the answer begins with, and whoever is told with those: 'tres muchachas y yo'."""
    first = told_first(folded)
    groups = next((piece.groups for piece in pieces(folded) if piece.groups), [])
    if first is None or not groups or not _FIRST_GROUP.fullmatch(folded[: groups[0].start]):
        return first
    joined = folded[groups[0].start : groups[0].end]
    return max(first, groups[0].people or 0) if "," not in joined else first


_FIRST_GROUP = re.compile(r"\W*(?:(?:si|ay|hay|son|como|creo que|pues)\W+)*")


def counted_once(folded: str, groups: List[Group]) -> Optional[int]:
    """How many people the groups are, those named after a colon being the ones before it; None where not counted."""
    people = [group.people for group in groups]
    if not people or None in people:
        return None
    total, first = sum(number or 0 for number in people), people[0] or 0
    again = len(groups) > 1 and first > 1 and total == 2 * first and re.match(r"\W*[:,(]", folded[groups[0].end :])
    return first if again else total  # 'los dos de la moto: el muchacho y su novia'
