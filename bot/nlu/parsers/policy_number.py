"""Policy numbers:
named ('póliza 1042587', 'pol. no. 10-42-587'), or a number of six to nine digits that is nothing else.
"""

import re
from dataclasses import replace
from typing import FrozenSet, List, Optional, Tuple

from . import possession, restated
from .folding import fold
from .found import Found, found
from .labelled import numbers_after
from .numbers import Run, runs

_LABEL = re.compile(
    r"\b(?:p[ol]{1,2}i[sz]+(?:a|as)|poli[zs]s?a|poisa|poliz|polz|plz|pol|numero (?:de"
    r"|del) (?:mi )?(?:seguro|cliente)|"
    r"no\.? de (?:seguro|cliente)|mi seguro es (?:el|la)|cuenta de seguro|la mia es(?: la| el)?"
    r"|el mio es el)\b"
)
_OTHER = re.compile(
    r"(?:tel(?:efono|s)?|cel(?:ular)?|wh?ats?(?:app|ap)?|serie|vin|niv|motor|reporte|folio|siniestro"
    r"|tramite|"
    r"expediente|carpeta|km|kilometro|placas?|licencia|marcar(?:me)?|llamar(?:me)?|contacto|pesos|\$|#"
    r"|grupo|"
    r"\bcp|c\.p\.|codigo(?: postal)?|numero exterior)[\s:.]*(?:(?:es|son|el|la|los|de|del|numero|numeros"
    r"|digitos|num|no|a"
    r"|al|terminan?|acaban?|en|mi|que|dice)[\s:.]*)*$"
)
# 'Cinco millones no sé qué': the beginning of a number, not the number.
_VAGUE = re.compile(
    r"\W*(?:no (?:me )?(?:se|acuerdo|recuerdo)\b|y (?:algo|tant[oa]s|pico|cacho|feria)\b|quien sabe|o algo asi)"
)
_SLASH = re.compile(r"\b(?:diagonal|guion|raya)\b|/")
LENGTHS = range(4, 13)
_UNIT = re.compile(r"\s*(?:pesos|mil\b|km|kilometros|metros|anos|personas|%|pm|am|hrs)|-?[a-z]")


def find(text: str) -> List[Found]:
    """`policy_number`: digits only, as a string; not one that is taken back, and mended where a part of it is."""
    seen: List[Found] = []
    for _, said in numbers_after(text, _LABEL):
        run = _without_inciso(text, said)
        if len(run.digits) in LENGTHS:
            seen.append(found("policy_number", run.digits, text, run.start, run.end))
    bare = _bare(text) if restated.TAKES_BACK.search(fold(text)) or not seen else []
    named = list(seen)
    for one in bare:
        gap = fold(text)[named[-1].end : one.start] if named else ""
        if not named or (len(gap) < 40 and restated.TAKES_BACK.search(gap) and one.start >= named[-1].end):
            seen.append(one)
    seen = restated.stand(text, sorted(seen, key=lambda one: one.start))
    own = [one for one in seen if one.value not in possession.theirs(text, seen)] or seen
    kept = own if named else own[:1]
    return [replace(one, value=restated.mended(text, one.value, one.end)) for one in kept]


def others(text: str) -> FrozenSet[str]:
    """The policy numbers that the words beside them give to somebody else."""
    return possession.theirs(text, find(text))


def with_inciso(text: str, run: Run) -> Optional[Tuple[Run, Run]]:
    """The policy and the inciso of a number said in one breath: 'siete cero … cero diagonal tres'."""
    for at in range(len(run.atoms) - 1, 0, -1):
        before, after = Run(run.atoms[:at]), Run(run.atoms[at:])
        if len(after.digits) > 3 or len(before.digits) > 9:
            return None
        if len(before.digits) >= 7 and _SLASH.search(fold(text)[before.end : after.start]):
            return before, after
    return None


def _without_inciso(text: str, run: Run) -> Run:
    """'7001450-2' and '7001450 2' are a policy and an inciso, and a phone said right after is not part of it."""
    atoms = list(run.atoms)
    if not atoms[0].spoken and len(atoms[0].digits) >= 6:
        return Run((atoms[0],))
    both = with_inciso(text, run)
    return both[0] if both else run


def _bare(text: str) -> List[Found]:
    """Numbers of six to nine digits that no other word claims."""
    folded, out = fold(text), []
    for said in runs(text):
        run = _without_inciso(text, said)
        written = folded[run.start : run.end]
        if (
            6 <= len(run.digits) <= 9
            and not run.digits.startswith("0")
            and not _OTHER.search(folded[: run.start])
            and not _UNIT.match(folded[run.end :])
            and not _VAGUE.match(folded, run.end)
            and not re.search(r"[a-z]$|[a-z]-$", folded[: run.start])  # part of a plate or a serial number
            and not re.search(r"/|\d, +\d", written)  # a date, a list
        ):
            out.append(found("policy_number", run.digits, text, run.start, run.end))
    return out
