"""Numbers as people say and write them: digits, groups of digits, words; each with the readings it may have."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import List, Tuple

from .folding import fold
from .number_words import Atom, atoms

_JOINERS = {
    "guion",
    "guión",
    "diagonal",
    "raya",
    "eh",
    "este",
    "mmm",
    "mm",
    "luego",
    "despues",
    "ah",
    "em",
    "pues",
    "espacio",
    "coma",
    "punto",
    "a",
    "ver",
}


@dataclass(frozen=True)
class Run:
    """Atoms with nothing but pauses, hyphens and fillers between them."""

    atoms: Tuple[Atom, ...]

    @property
    def start(self) -> int:
        return self.atoms[0].start

    @property
    def end(self) -> int:
        return self.atoms[-1].end

    @property
    def digits(self) -> str:
        return "".join(atom.digits for atom in self.atoms)

    def readings(self, limit: int = 12) -> List[str]:
        """All atoms joined; the most natural reading first, at most `limit`."""
        choices = [(atom.digits, *atom.others) for atom in self.atoms]
        ambiguous = sum(len(choice) > 1 for choice in choices)
        if ambiguous > 6:
            return [self.digits]
        ranked = sorted(product(*(range(len(choice)) for choice in choices)), key=sum)
        seen = dict.fromkeys("".join(c[i] for c, i in zip(choices, picks)) for picks in ranked)
        return list(seen)[:limit]


@lru_cache(maxsize=128)
def runs(text: str) -> Tuple[Run, ...]:
    """Atoms grouped as one number said in pieces. A comma, a stop or a new line parts two numbers when one is long."""
    out: List[List[Atom]] = []
    folded = fold(text)
    for atom in atoms(text):
        if out and _joined(folded[out[-1][-1].end : atom.start], out[-1], atom):
            out[-1].append(atom)
        else:
            out.append([atom])
    return tuple(Run(tuple(group)) for group in out)


def _joined(gap: str, before: List[Atom], atom: Atom) -> bool:
    left = before[-1]
    if len(gap) > 24:
        return False
    words = re.findall(r"[a-z]+", gap)
    if words[:1] == ["y"] and set(words) & {"luego", "despues", "entonces"}:
        words = words[1:]
    if any(word not in _JOINERS and word != "o" for word in words):
        return False
    if "o" in words and not (left.spoken and atom.spoken and len(before) >= 2):
        return False
    if re.search(r"[^\sa-z,.\-_/+()]", gap):
        return False
    long = len(left.digits) >= 6 or len(atom.digits) >= 6
    return not (long and (re.search(r"[,.;\n]", gap) or words)) or (left.spoken and atom.spoken and "\n" not in gap)


def read_number(text: str) -> List[str]:
    """Digit strings that an answer to 'which number?' may mean, best first: the whole, then its parts; [] if none."""
    groups = [run for run in runs(text) if not _is_article(run)]
    if not groups:
        return []
    groups.sort(key=lambda run: -len(run.digits))
    out: List[str] = []
    whole = "".join(run.digits for run in sorted(groups, key=lambda run: run.start))
    out.extend(groups[0].readings())
    for run in groups[1:]:
        out.extend(run.readings(3))
    if len(groups) > 1:
        out.append(whole)
    out.extend(atom.digits for run in groups for atom in run.atoms if len(atom.digits) >= 4)
    return list(dict.fromkeys(out))[:12]


def _is_article(run: Run) -> bool:
    """'un', 'una', 'uno' alone: an article or a pronoun, not a number."""
    return len(run.atoms) == 1 and run.atoms[0].spoken and run.atoms[0].digits == "1"
