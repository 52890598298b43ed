"""Whether somebody is hurt, how many, and whether somebody died. What people say to mean 'it is over' is not a no."""

import re
from typing import Any, Dict, List, Optional

from .clauses import clauses
from .digitized import digitize
from .folding import fold
from .found import Found, found
from .injury_count import ONE, ROLE, WELL, counted_people, how_many, told_first, without_the_well
from .injury_words import (
    DATUM,
    DEAD,
    FINE,
    HURT,
    HURT_TOO,
    NEGATOR,
    NOT_ANSWER,
    NOT_DEAD,
    NOT_PERSON,
    OVER,
    PART_AFTER,
    PERSON,
    SLIGHT,
    STRUCK,
    UNSURE,
    WELL_ALONE,
)
from .yes_no import is_unknown, read_yes_no

# Said of somebody in the car when the hurt were asked after; elsewhere, of a telephone.
_SILENT = re.compile(r"\bno (?:me |nos )?contesta\b(?! (?:el|su) (?:tel|cel))")


def find(text: str) -> List[Found]:
    """`injuries`:
    {"any", "count", "deaths", "text"}; nothing when the text does not speak of people being hurt or unhurt.
    """
    folded = fold(text)
    hurt, denied, unsure, dead, not_dead = [], [], [], [], []
    for match in [*HURT.finditer(folded), *HURT_TOO.finditer(folded), *STRUCK.finditer(folded)]:
        start = _clause_start(text, match.start())
        before = folded[start : match.start()]
        of_things = NOT_PERSON.search(before) and not re.search(PERSON, before) and not ROLE.match(match.group())
        if of_things or PART_AFTER.match(folded, match.end()):
            continue
        if re.match(r"(?:esta|estan) mal", match.group()) and DATUM.search(before):
            continue
        if (
            match.group() in ("grave", "delicado", "delicada", "dolor", "cortada", "cortado")
            and not re.search(PERSON + r"|\bestoy|\besta\b|tengo|alguien|mucho", folded)
        ) or (
            match.group().startswith(("atrapad", "prensad", "rasp", "cort"))
            and re.search(r"(?:carro|llanta|mi (?:mano )?llave|tarjeta)\w* $", before)
        ):
            continue
        if UNSURE.search(before):
            unsure.append(match)
        elif NEGATOR.search(before) and not re.search(
            r"no (?:puede|respira|reacciona|se mueve|responde|despierta)", match.group()
        ):
            denied.append(match)
        else:
            hurt.append(match)
    for match in DEAD.finditer(folded):
        around = folded[max(0, match.start() - 30) : match.end() + 25]
        if NOT_DEAD.search(around):
            continue
        (not_dead if NEGATOR.search(folded[_clause_start(text, match.start()) : match.start()]) else dead).append(match)
    fine = [
        m
        for m in FINE.finditer(folded)
        if not re.search(r"\bno (?:\w+ ){0,2}$", folded[_clause_start(text, m.start()) : m.start()])
        and not _condition(folded, m)
    ]
    if not (hurt or denied or dead or fine or not_dead):
        return []
    marks = hurt or dead or denied or fine or not_dead
    any_hurt: Optional[bool] = True if hurt or dead else False if denied or fine else None
    if unsure and not hurt and not dead:
        any_hurt = None
    if any_hurt is None and not not_dead:
        return []
    start, end = _widen(text, min(m.start() for m in marks), max(m.end() for m in marks))
    value = {
        "any": any_hurt,
        "count": _count(text, hurt or dead) if any_hurt else 0 if any_hurt is False else None,
        "deaths": True if dead else False if not_dead else None,
        "text": text[start:end].strip(" ,.;"),
    }
    return [found("injuries", value, text, start, end)]


def _condition(folded: str, match: "re.Match[str]") -> bool:
    """'todo bien' and 'estoy bien' about something else: the data, the place, the policy."""
    return bool(
        re.match(r"(?:todo|todos) bien", match.group())
        and re.search(r"\b(?:datos?|poliza|correcto|nombre|telefono)\b", folded)
    ) or bool(re.match(r"\s+(?:ubicad|estacionad|molest|enojad|asustad)", folded[match.end() :]))


def _clause_start(text: str, at: int) -> int:
    return next((s for s, e in clauses(text) if s <= at < e), 0)


def _widen(text: str, start: int, end: int) -> "tuple[int, int]":
    """The clauses that the offsets lie in."""
    inside = [(s, e) for s, e in clauses(text) if s < end and start < e]
    if inside and max(e for _, e in inside) - min(s for s, _ in inside) <= 70:
        return min(s for s, _ in inside), max(e for _, e in inside)
    folded = fold(text)
    return (folded.rfind(" ", 0, max(0, start - 25)) + 1 if start > 25 else 0), (
        folded.find(" ", end + 15) if folded.find(" ", end + 15) > 0 else len(text)
    )


def _count(text: str, marks: "List[re.Match[str]]") -> Optional[int]:
    start, _ = _widen(text, min(m.start() for m in marks), max(m.end() for m in marks))
    return how_many(text, marks, start)


def read(text: str) -> Optional[Dict[str, Any]]:
    """The answer to 'is anybody hurt?', as `find`;
    None when it is no answer ('no pasó nada', 'ahí quedó') or not known.
    """
    folded = fold(text)
    if NOT_ANSWER.match(folded):
        return None
    if re.match(
        r"\W*(?:(?:pues|mire|hasta ahorita) )*no,? que (?:yo sepa|sepamos|veamos|yo vea)\b|\W*(?:(?:pues|mire) )*"
        r"(?:hasta donde|(?:de )?lo|que) (?:yo )?(?:sepa|se|vea|sepamos|sabemos|veamos|veo|vemos),? "
        r"(?:no|nadie|ningun)",
        folded,
    ):
        return {"any": False, "count": 0, "deaths": None, "text": text.strip()}
    seen = find(text)
    if seen:
        return seen[0].value
    if _SILENT.search(folded):
        return {"any": True, "count": 1, "deaths": None, "text": text.strip()}
    if (
        re.search(r"\b(?:nadie|nadien|naiden?|ningun[oa]?|cero|nel|no|nada)\b", folded)
        and read_yes_no(text) is False
        and not re.search(r"no (?:paso nada|es nada|fue nada)|no (?:entiendo|quiero)", folded)
    ):
        return {"any": False, "count": 0, "deaths": None, "text": text.strip()}
    count = told_first(text)
    if count is not None and len(folded) < 60:
        return {"any": count > 0, "count": count, "deaths": None, "text": text.strip()}
    if is_unknown(text) or OVER.search(folded):
        return None
    if WELL_ALONE.match(folded) or (WELL.search(folded) and not ONE.search(WELL.sub(" ", folded))):
        return {"any": False, "count": 0, "deaths": None, "text": text.strip()}
    hurt = without_the_well(digitize(text).text)
    people, me = counted_people(hurt), bool(re.search(r"\byo\b", hurt))
    if (people or me or SLIGHT.search(folded)) and (read_yes_no(text) is not False or SLIGHT.search(folded)):
        return {"any": True, "count": people + me or None, "deaths": None, "text": text.strip()}
    if read_yes_no(text) is True:
        return {"any": True, "count": None, "deaths": None, "text": text.strip()}
    if re.match(rf"\W*(?:pues |nomas |solo |nada mas |creo que )?{PERSON}\W*$", folded):
        return {"any": True, "count": 1, "deaths": None, "text": text.strip()}
    return None
