"""Whether somebody is hurt, how many, and whether somebody died. What people say to mean 'it is over' is not a no."""

import re
from typing import Any, Dict, List, NamedTuple, Optional

from .clauses import clauses
from .folding import fold
from .found import Found, found
from .hurt_people import count_named, how_many, named
from .injury_count import told_first
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
    ROLE,
    SLIGHT,
    STRUCK,
    UNSURE,
    WELL,
    WELL_ALONE,
    WITHOUT,
)
from .sms import spell_out
from .yes_no import is_unknown, read_yes_no

# Said of somebody in the car when the hurt were asked after; elsewhere, of a telephone.
_SILENT = re.compile(r"\bno (?:me |nos )?contesta\b(?! (?:el|su) (?:tel|cel))")


class _Told(NamedTuple):
    """What is told of people, and the words that tell it."""

    any: Optional[bool]
    deaths: Optional[bool]
    start: int
    end: int


_A_THING = re.compile(
    r"\b(?:carro|coche|auto|camioneta|troca|camion|trailer|unidad|vehiculo|moto|vagoneta|llantas?|motor"
    r"|direccion|puertas?)\b"
)
_MYSELF = re.compile(r"\b(?:estoy|ando|sali|quede|yo|me)(?: \w+)?\s*$")
_DOES_WELL = re.compile(
    r"\b(?:esta|estan|estamos|estoy|anda|andan|ando|viene|vienen|salio|salieron|quedo|quedaron) (?:\w+ ){0,2}?"
    r"(?:bien|iles[oa]s?|perfect[oa]s?|ok|enter[oa]s?|como si nada|al cien)(?! (?:golpe|lastim|mal|fregad"
    r"|madread|grave))\b"
)
_CANNOT = re.compile(r"no (?:puede|respira|reacciona|se mueve|responde|despierta)")
_HAS = re.compile(r"(?:trae|traigo|tiene|tengo|me|le|se)\b")
# What may be said of a car as of a person.
_STILL = re.compile(r"no (?:responde|reacciona|se mueve|puede moverse)")
# 'Lesiones: ninguna'.
_NONE_AFTER = re.compile(
    r"\s*:?\s*(?:ningun[oa]?s?|nadie|cero|para nada|negativo|no(?=\W*(?:$|[,.;]| hay\b| hubo\b| gracias"
    r"| se (?:ven?|reporta))))(?!\w)"
)
# 'No lo vi, se lastimó la pierna': the no is of the sight.
_UNSEEN = re.compile(r"\bno (?:lo |la |los |le |me )?(?:vi|vio|alcance|alcanzo|pude|frene|di cuenta) $")
# 'Iba a ver a mi hermana que está delicada'.
_ANOTHER_STORY = re.compile(
    r"\b(?:ver|visitar|cuidar|recoger|llevar) a (?:mi|una?|la|el) \w+ (?:que|porque) (?:esta )?$"
)


def _of_a_thing(folded: str, at: int) -> bool:
    """Whether the last of whom or what was spoken before is a thing: 'mi troca quedó a media calle y no se mueve'."""
    before = folded[max(folded.rfind(stop, 0, at) for stop in (".", ";", "!", "?")) + 1 : at]
    things = [match.start() for match in _A_THING.finditer(before)]
    people = [match.start() for match in re.finditer(rf"\b{PERSON}", before)]
    return bool(things) and things[-1] > max(people, default=-1)


def find(text: str) -> List[Found]:
    """`injuries`:
    {"any", "count", "deaths", "text"}; nothing when the text does not speak of people being hurt or unhurt.
    """
    told = _told(text) or _spelled_out(text)
    if told is None:
        return []
    start, end = _widen(text, told.start, told.end)
    value = {
        "any": told.any,
        "count": how_many(text, state) if told.any else 0 if told.any is False else None,
        "deaths": told.deaths,
        "text": text[start:end].strip(" ,.;"),
    }
    return [found("injuries", value, text, start, end)]


def state(text: str) -> Optional[bool]:
    """Whether the words say of somebody that they are hurt, or well; None where they say neither."""
    told = _told(text) or _spelled_out(text)
    if told is not None and told.any is not None:
        return told.any
    return False if WELL.search(fold(text)) or _DOES_WELL.search(fold(text)) else None


def _spelled_out(text: str) -> Optional[_Told]:
    """What is told in short forms: 'el d la moto se keja'."""
    spelled = spell_out(text)
    told = _told(spelled.text) if spelled.text != fold(text) else None
    return told and told._replace(
        start=spelled.said(told.start, told.end)[0], end=spelled.said(told.start, told.end)[1]
    )


def _told(text: str) -> Optional[_Told]:
    folded = fold(text)
    hurt, denied, unsure, dead, not_dead = [], [], [], [], []
    for match in [*HURT.finditer(folded), *HURT_TOO.finditer(folded), *STRUCK.finditer(folded)]:
        start = _clause_start(text, match.start())
        before = folded[start : match.start()]
        of_things = NOT_PERSON.search(before) and not (re.search(rf"\b{PERSON}", before) or _MYSELF.search(before))
        of_things = of_things and not ROLE.match(match.group())
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
        if _ANOTHER_STORY.search(before) or (_STILL.match(match.group()) and _of_a_thing(folded, match.start())):
            continue
        if UNSURE.search(before) or _NONE_AFTER.match(folded, match.end()):
            (denied if _NONE_AFTER.match(folded, match.end()) else unsure).append(match)
        elif (
            NEGATOR.search(before)
            and not _CANNOT.search(match.group())
            and not (_UNSEEN.search(before) and _HAS.match(match.group()))
        ) or (WITHOUT.search(before) and not _HAS.match(match.group())):
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
        return None
    marks = hurt or dead or denied or fine or not_dead
    any_hurt: Optional[bool] = True if hurt or dead else False if denied or fine else None
    if unsure and not hurt and not dead:
        any_hurt = None
    if any_hurt is None and not not_dead:
        return None
    deaths = True if dead else False if not_dead else None
    return _Told(any_hurt, deaths, min(m.start() for m in marks), max(m.end() for m in marks))


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
    if WELL_ALONE.match(folded) or (WELL.search(folded) and not named(WELL.sub(" ", folded))):
        return {"any": False, "count": 0, "deaths": None, "text": text.strip()}
    people = named(text)
    if (people or SLIGHT.search(folded)) and (read_yes_no(text) is not False or SLIGHT.search(folded)):
        return {"any": True, "count": count_named(text, state), "deaths": None, "text": text.strip()}
    if read_yes_no(text) is True:
        return {"any": True, "count": None, "deaths": None, "text": text.strip()}
    if re.match(rf"\W*(?:pues |nomas |solo |nada mas |creo que )?{PERSON}\W*$", folded):
        return {"any": True, "count": 1, "deaths": None, "text": text.strip()}
    return None
