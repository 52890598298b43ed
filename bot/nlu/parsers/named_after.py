"""The name that follows what it is told by: a label, a relation, an article; and what only looks like one."""

import re
from typing import List, Optional, Tuple

from . import speaker
from .catalogue import MAKES, MODELS
from .folding import Token, fold
from .found import Found, found
from .lookups import words
from .name_choice import Stretch, standing
from .names import NOT_NAMES, first_word, name_end, title, unlisted_name
from .person_words import NEAR, SKIP


def person(text: str, start: int, end: int, role: str, relation: Optional[str] = None) -> Found:
    """The person whose name is text[start:end]."""
    return found("person", speaker.part(title(text[start:end]), role, relation=relation), text, start, end)


def keep(out: List[Found], new: Found) -> None:
    """Keep one reading of each stretch: the first role found for it (driver, insured, reporter)."""
    if not any(f.start < new.end and new.start < f.end for f in out):
        out.append(new)


# What follows these is a name, be it on a list or not.
NO_DOUBT = re.compile(r"me llamo|mi nombre(?: completo)?(?: es)?|quien (?:reporta|habla) es|nombre:")
TITLED = re.compile(
    r"\b(?:(?:don|dona|sra?|senora?|senorita|lic|ing|inge)\.?|se llam(?:a|aba|o)|llamad[oa]|de nombre)\s*$"
)


def name_after(text: str, offset: int, sure: bool, no_doubt: bool = False) -> Optional[Tuple[int, int, Optional[str]]]:
    """(start, end, relation) of the name after a label, past 'es', 'el señor', 'mi hijo'."""
    folded, said = fold(text), words(text)
    skip = re.match(SKIP, folded[offset:])
    at = offset + (skip.end() if skip else 0)
    relation = re.search(rf"\b{NEAR}\b", folded[offset:at]) if skip else None
    no_doubt = no_doubt or bool(TITLED.search(folded[offset:at]))
    first = first_word(text, at)
    if first == len(said) or said[first].start - at > 2:
        return None
    after = name_end(text, said, first)
    if (
        after == first
        and sure
        and said[first].text not in NOT_NAMES
        and said[first].text.isalpha()
        and len(said[first].text) > 2
        and text[said[first].start].isupper()
        and text != text.upper()
    ):
        after = first + 1
    if after == first:
        after = unlisted_name(text, said, first, no_doubt)
    if after == first:
        return None
    first, after = standing(text, first, after)
    return said[first].start, said[after - 1].end, relation.group() if relation else None


def kins_name(text: str, said: Tuple[Token, ...], first: int, sure: bool = False) -> int:
    """Index after the name told of a relation: its first word may be on no list when a surname follows it."""
    after = name_end(text, said, first)
    return after if after > first else unlisted_name(text, said, first, sure)


def a_thing(said: Tuple[Token, ...], name: Stretch) -> bool:
    """Whether one word after an article is no name: 'el poste de la luz', 'la paz'; 'el Rio' is a car."""
    before = said[name.first - 1].text if name.first else ""
    return name.after == name.first + 1 and before in ("el", "la", "los", "las", "de", "del", "al", "un", "una")


def _a_car(text: str, folded: str, start: int) -> bool:
    """Whether what follows an article or a possessive is a car's name: 'manejando el Rio', 'traía su Clio'."""
    said, first = words(text), first_word(text, start)
    named = first < len(said) and (MODELS.at(said, first) or MAKES.at(said, first))
    return bool(named and re.search(r"\b(?:el|la|un|una|mi|su|nuestr[oa])\s+$", folded[:start]))


# 'Soy su esposa, él se llama Jorge': not the speaker; 'venía manejando yo Laura se quejaba': another sentence.
_HE_IS = re.compile(r"\b(?:el|ella|quien|que)\s+(?:se llama|es)\b")
_DOES = re.compile(r"\s+(?:se|trae|traia|va|viene|esta|iba|le|dice|quedo|y (?:mi|yo))\b")


def somebody_else(text: str, folded: str, role: str, offset: int, named: Tuple[int, int, Optional[str]]) -> bool:
    """Whether the name after a label is not of the person that the label is about."""
    skipped = folded[offset : named[0]]
    if role == "reporter":
        return bool(_HE_IS.search(skipped))
    if role == "driver" and _a_car(text, folded, named[0]):
        return True
    has = re.search(r"\b(?:trae|traia)$", folded[:offset]) and re.fullmatch(r"\s*(?:el|la)\s+", skipped)
    return role == "driver" and bool(has or (re.search(r"\byo\b", skipped) and _DOES.match(folded, named[1])))
