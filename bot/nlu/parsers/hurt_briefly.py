"""The answer to who is hurt that only names them, with the limb perhaps: 'sí, la pasajera, la nuca. Yo bien'."""

import re
from typing import Callable, List, Optional, Set

from .hurt_others import counted_once, hurt_but_ours
from .injury_count import told_first, told_in_all
from .people_named import BODY, ME, OF_SOMETHING, THESE, WE, Group, pieces

_LIMB = rf"(?:(?:de |del |en )?(?:el |la |los |las |su |sus |mi |mis |un |una )?{BODY}(?: derech[oa]| izquierd[oa])?)"
_ONLY = r"(?:nada mas|nadamas|nomas|solo|solamente|unicamente)"
_YES = re.compile(
    rf"\W*(?:(?:pues|mire|ay|este|eh|senorita|oiga) )*(?:si\b|(?:son )?\d"
    rf"|{_ONLY} (?:el \w|la \w|(?!el\b|la\b|los\b))"
    r"|(?:una?|otr[oa]|\d|dos|tres) (?:\w+ ){1,2}que (?:iba|venia|viajaba|traia|llevaba|cruzaba|estaba)n?\b)"
)
_YES_BUT_HOW_MANY = re.compile(
    r"\W*(?:si|simon|sip|si hay)\b[^.;]{0,30}\bno (?:lo |le )?(?:se|sabria|sabemos|alcanzo a ver) (?:bien "
    r"|exactamente )?cuant[oa]s\b"
    r"[^.;]{0,25}\W*"
)
_BESIDES = re.compile(
    rf"\b(?:si|pues|y|e|a|con|de|del|mire|este|eh|fue|es|son|seria|el|la|ella|uno|una persona|personas?|creo que"
    rf"|{_ONLY}|\d{{1,2}}|dos|tres|cuatro|cinco)\b|{_LIMB}\b|\W"
)
_WELL = re.compile(
    r"\b(?:bien|iles[oa]s?|sin nada|nada|no (?:tengo|traigo|tiene|tienen|traen?|me paso|le paso|les paso|me duele)"
    r" (?:nada|golpes|ni un rasguno)|no)\b"
)
# 'Sí, la pasajera, una persona': the one named.
_ONE_AFTER = re.compile(r"(?<!\by)(?<!\bcon)(?<!\bmas) (?:una persona|uno|1)\W*$")
_ONLY_WORD = re.compile(rf"\b{_ONLY}\b")
_OF_WHAT = re.compile(rf"\b{OF_SOMETHING}")
# 'La chava que llevaba atrás': which one.
_WHO_RODE = re.compile(
    r"\bque (?:(?:el|ella|yo|la|lo|me|nos) )*(?:llevaba|traia|iba|venia|viajaba|viene|va|manejaba|traigo|llevo)n?"
    r"(?: (?:atras|adelante|enfrente|ahi|manejando|cruzando|con (?:el|ella|migo|nosotros)|conmigo"
    r"|de (?:copiloto|pasajer[oa])"
    r"|en (?:la|el) (?:moto|bici|carro|coche|camioneta)|al volante|a pie))*\b"
)
_LIMB_SAID = re.compile(rf"\b(?:del?|el|la|los|las|su|sus) {BODY}\b")


def hurt_briefly(folded: str, state: Callable[[str], Optional[bool]]) -> Optional[int]:
    """How many are named so, 0 where they cannot be counted; None where more is said, or something else."""
    if _YES_BUT_HOW_MANY.fullmatch(folded):
        return 0
    others = hurt_but_ours(folded)
    if others is not None:
        return others
    yes, limb = bool(_YES.match(folded)), bool(_LIMB_SAID.search(folded))
    if not (yes or limb):
        return None
    many = (told_first(folded) or 0) > 1
    hurt: List[Group] = []
    before = "?"
    well: Set[str] = set()
    for piece in pieces(folded):
        said = folded[piece.start : piece.end]
        strong = [group for group in piece.groups if not group.weak]
        rest = said
        for group in piece.groups:
            rest = rest.replace(folded[group.start : group.end], " ")
        rest = _ONLY_WORD.sub(" ", _OF_WHAT.sub(" ", _WHO_RODE.sub(" ", rest)))
        if strong and _WELL.search(rest) and not _LIMB_SAID.search(rest):
            if hurt and not re.search(r"\w", before) and re.match(r"\W*y ", said):
                strong.append(hurt.pop())  # 'mi marido y los niños están bien'
            well |= {who for group in strong for who in group.who}
            continue
        before = rest
        if _BESIDES.sub("", rest) or any(group.weak for group in piece.groups):
            if not yes or strong or state(said) is False or not (limb or many):
                return None
            continue
        hurt += strong
    if many and not hurt and well == {ME}:
        return told_first(folded)  # 'sí, tres, Beto, Lupita y el licenciado, yo estoy bien'
    who = [one for group in hurt for one in group.who]
    if not who or set(who) & well or WE in who or WE in well or any(one.startswith("tod") for one in well):
        return None
    return _number(folded, hurt)


def _number(folded: str, hurt: List[Group]) -> int:
    named = [group for group in hurt if not THESE.match(group.who[0])]
    people = counted_once(folded, named) if named else 0
    first = told_first(folded) or 0
    total = 1 if people == 2 and _ONE_AFTER.search(folded) else first if first > 1 else told_in_all(folded, people)
    return total or people or 0
