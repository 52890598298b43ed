"""Whether somebody is hurt, how many, and whether somebody died. What people say to mean 'it is over' is not a no."""

import re
from typing import Any, Dict, List, NamedTuple, Optional

from .aboard import told_aboard
from .clauses import clauses
from .found import Found, found
from .health import of_health
from .heard_as_hurt import no_injury
from .hospital import taken_there
from .hurt_briefly import hurt_briefly
from .hurt_corrected import unhurt_after_all
from .hurt_others import all_well, told_first_with_others
from .hurt_people import count_named, how_many, named
from .incident import decide
from .injury_count import of_both_sides
from .injury_words import (
    DEAD,
    FINE,
    HURT,
    HURT_TOO,
    IN_HOSPITAL,
    NEGATOR,
    NO_LONGER,
    NOT_ANSWER,
    NOT_DEAD,
    OVER,
    PERSON,
    SLIGHT,
    STRUCK,
    UNSURE,
    WELL,
    WELL_ALONE,
    WITHOUT,
)
from .lying import lies, none_outright, shut_in, silent
from .people_named import BODY
from .whose_state import of_somebody
from .yes_no import is_unknown, read_yes_no

# Said of somebody in the car when the hurt were asked after; elsewhere, of a telephone.
_SILENT = re.compile(r"\bno (?:me |nos )?contesta\b(?! (?:el|su) (?:tel|cel))")


_OF_DATA = re.compile(r"\b(?:datos?|poliza|correcto|nombre|telefono|menos|excepto|salvo)\b")
_TURNED_INTO = re.compile(r"\b(?:quedo|quedaron|quedado|es|esta|hecho|dejaron|dejo) $")
# Who tells it was there: that another is well says nothing of the teller.
_WE_TOO = re.compile(
    r"\b(?:choque|chocamos|pegue|estrelle|volque|atropelle|(?:me|nos) (?!habl|llam|marc|avis|pidi|dij|dic|mand"
    r"|cont|comunic"
    r"|encarg)\w+|conmigo|ibamos|veniamos|venimos|estamos|somos|yo|iba|venia|le (?:di|pegue))\b"
)


# 'Él está bien, nomás la pierna'.
_BUT_A_LIMB = re.compile(
    r"\b(?:nomas|nada mas|nadamas|solo|solamente|unicamente)(?: (?:que|es|de|del|en|le|trae|traigo|con))*"
    rf" (?:la|el|los|las|su|una?|mi) (?:\w+ )?{BODY}\b"
)
# 'Él está bien, iba solo': of whoever drove, who is told of.
_ALONE = re.compile(r"(?<!yo )\b(?:iba|venia|viajaba|andaba|manejaba) (?:el |ella )?sol[oa]\b")


class _Told(NamedTuple):
    """What is told of people, and the words that tell it."""

    any: Optional[bool]
    deaths: Optional[bool]
    start: int
    end: int


_DOES_WELL = re.compile(
    r"\b(?:esta|estan|estamos|estoy|anda|andan|ando|viene|vienen|salio|salieron|quedo|quedaron) (?:\w+ ){0,2}?"
    r"(?:bien|iles[oa]s?|perfect[oa]s?|ok|enter[oa]s?|como si nada|al cien)(?! (?:golpe|lastim|mal|fregad"
    r"|madread|grave))\b"
)
_CANNOT = re.compile(r"no (?:puede|respira|reacciona|se mueve|responde|despierta)")
_HAS = re.compile(r"(?:trae|traigo|tiene|tengo|me|le|se)\b")
# 'Lesiones: ninguna'.
_NONE_AFTER = re.compile(
    r"\s*,\s*(?:ningun[oa]?|nadie|cero|no (?:hay|hubo))(?! (?:mas|otr\w+|grave))(?=\W*(?:$|[.;]))"
    r"|\s*:?\s*(?:ningun[oa]?s?|nadie|cero|para nada|negativo|no(?=\W*(?:$|[,.;]| hay\b| hubo\b| gracias"
    r"| se (?:ven?|reporta))))(?!\w)"
)
# 'No lo vi, se lastimó la pierna': the no is of the sight.
_UNSEEN = re.compile(r"\bno (?:lo |la |los |le |me )?(?:vi|vio|alcance|alcanzo|pude|frene|di cuenta) $")
# Who shook hands or settled it is named for that: 'la vecina y yo ya platicamos'.
SETTLED_IT = re.compile(
    r"\b(?:nos (?:dimos (?:la|las) mano|dimos un abrazo|saludamos|arregl\w+|pusimos de acuerdo|entendimos|disculpamos"
    r"|pedimos (?:disculpas|perdon)|pasamos (?:los|nuestros)|perdonamos)|intercambiamos|quedamos (?:en paz|de acuerdo"
    r"|en buenos)|hicimos las paces|(?:estamos|estuvimos|seguimos) platicando|ya platicamos|llegamos a un (?:acuerdo"
    r"|arreglo))"
)


def find(text: str, asked: bool = False) -> List[Found]:
    """`injuries`:
    {"any", "count", "deaths", "text"}; nothing when the text does not speak of people being hurt or unhurt. `asked`,
    whoever does not move needs no name.
    """
    plain = of_health(text)
    told = _told(plain.text, asked)
    if told is None:
        return []
    start, end = _widen(text, *plain.said(told.start, told.end))
    value = {
        "any": told.any,
        "count": _count(text, plain.text) if told.any else 0 if told.any is False else None,
        "deaths": told.deaths,
        "text": text[start:end].strip(" ,.;"),
    }
    return [found("injuries", value, text, start, end)]


# 'No toy bien' as it is written: no, I am well, or I am not. It is asked again; speech has no capitals.
NO_I_AM_WELL = re.compile(r"\W*(?:[Nn][Oo] toy|No (?:es)?toy|No ando) bien\W*$")


_BEGINS = re.compile(r"\W*(?:(?:bueno|bien|ok|okay|ya|ah|este|eh|pues|oiga|mire|perdon|digo|mas bien|es que|no)\b\W*)+")
_OF_SOMEBODY = re.compile(
    r"\b(?:si|no|nadie|ningun\w*|nada|nomas|solo|solamente|puro|pura|leve\w*|tod[oa]s|golpe\w*|sust\w+|material\w*"
    r"|tambien"
    r"|bien|grave\w*|fuerte\w*|llegue\w*|dolor\w*|duel\w+|sangr\w+)\b"
    rf"|\b{BODY}\b"
)


def tells_only_what_happened(text: str) -> bool:
    """Whether an answer to who is hurt tells of the loss alone, of which a word of yes at its beginning is no part:
    'bueno, más bien un choque', 'ok, fue un alcance'."""
    folded = of_health(text).text
    begins = _BEGINS.match(folded)
    rest = folded[begins.end() :] if begins else folded
    if re.match(r"\W*no\b(?!\W+(?:mas bien|digo|perdon|es que)\b)", folded) or _OF_SOMEBODY.search(rest):
        return False
    return bool(decide(rest)) and not named(rest) and _told(folded) is None


def _count(text: str, folded: str) -> Optional[int]:
    number = how_many(text, state)
    if number is None and any(silent(folded)) and count_named(text, state) == 1:
        return 1  # the one who lies there is the only one named
    return number


def state(text: str) -> Optional[bool]:
    """Whether the words say of somebody that they are hurt, or well; None where they say neither."""
    said = of_health(text).text
    told = _told(said)
    if told is not None and told.any is not None:
        return told.any
    return False if WELL.search(said) or _DOES_WELL.search(said) else None


def _told(folded: str, asked: bool = True) -> Optional[_Told]:
    hurt, denied, unsure, dead, not_dead = [], [], [], [], []
    for match in [*HURT.finditer(folded), *HURT_TOO.finditer(folded), *STRUCK.finditer(folded)]:
        start = _clause_start(folded, match.start())
        before = folded[start : match.start()]
        if no_injury(folded, match, before, asked):
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
    hurt += silent(folded)
    hurt += shut_in(folded)
    hurt += [match for match in IN_HOSPITAL.finditer(folded) if taken_there(folded, match)]
    for match in DEAD.finditer(folded):
        around = folded[max(0, match.start() - 30) : match.end() + 25]
        if NOT_DEAD.search(around):
            continue
        before = folded[_clause_start(folded, match.start()) : match.start()]
        (not_dead if NEGATOR.search(before) and not NO_LONGER.match(match.group()) else dead).append(match)
    fine = [
        m
        for m in FINE.finditer(folded)
        if not re.search(r"\bno (?:\w+ ){0,2}$", folded[_clause_start(folded, m.start()) : m.start()])
        and not _condition(folded, m)
    ]
    if not _WE_TOO.search(_ALONE.sub(" ", folded)):  # whoever it befell is told of by another
        fine += WELL.finditer(folded)
    fine = [] if _BUT_A_LIMB.search(folded) else fine
    if not (hurt or denied or dead or fine or not_dead):
        return None
    if none_outright(folded) and all(lies(m) and not of_somebody(folded, *m.span(), only=True) for m in hurt):
        hurt = []  # that somebody lies there is only inferred; 'no hay heridos' is said
    if none_outright(folded) and _GOT_OUT.search(folded) and all(_TRAPPED.match(m.group()) for m in hurt):
        hurt = []  # 'me quedé atrapada en el agua, ya me salí, no hay nadie lastimado'
    marks = hurt or dead or denied or fine or not_dead
    any_hurt: Optional[bool] = True if hurt or dead else False if denied or fine else None
    if unsure and not hurt and not dead:
        any_hurt = None
    if any_hurt is None and not not_dead:
        return None
    deaths = True if dead else False if not_dead else None
    return _Told(any_hurt, deaths, min(m.start() for m in marks), max(m.end() for m in marks))


_TRAPPED = re.compile(r"atrapad|encerrad|atorad")
_GOT_OUT = re.compile(
    r"\b(?:ya (?:me |nos |pude |logre |pudimos )?sal(?:i|imos|ir)|(?:logre|pude|pudimos|logramos) salir"
    r"|ya (?:me|nos) sac(?:aron|o|amos))\b"
)


def _condition(folded: str, match: "re.Match[str]") -> bool:
    """'todo bien' about something else: the data, the place, the policy; 'quedó puro fierro' of what is burnt."""
    start, end = next((p for p in clauses(folded) if p[0] <= match.start() < p[1]), (0, len(folded)))
    of_data = re.match(r"todos? bien", match.group()) and _OF_DATA.search(folded[start:end])
    return bool(of_data or (match.group().startswith("puro") and _TURNED_INTO.search(folded[: match.start()])))


def _clause_start(folded: str, at: int) -> int:
    return next((s for s, e in clauses(folded) if s <= at < e), 0)


def _widen(text: str, start: int, end: int) -> "tuple[int, int]":
    """The clauses that the offsets lie in."""
    inside = [(s, e) for s, e in clauses(text) if s < end and start < e]
    if inside and max(e for _, e in inside) - min(s for s, _ in inside) <= 70:
        return min(s for s, _ in inside), max(e for _, e in inside)
    return (text.rfind(" ", 0, max(0, start - 25)) + 1 if start > 25 else 0), (
        text.find(" ", end + 15) if text.find(" ", end + 15) > 0 else len(text)
    )


def only_aboard(text: str) -> bool:
    """Whether an answer to who is hurt tells no more than who is on board."""
    folded = of_health(text).text
    return told_aboard(folded) and not SLIGHT.search(folded) and _told(folded) is None


def read(text: str) -> Optional[Dict[str, Any]]:
    """The answer to 'is anybody hurt?', as `find`;
    None when it is no answer ('no pasó nada', 'ahí quedó') or not known.
    """
    folded = of_health(text).text
    if NOT_ANSWER.match(folded) or NO_I_AM_WELL.match(text) or tells_only_what_happened(text):
        return None
    if re.match(
        r"\W*(?:(?:pues|mire|hasta ahorita) )*no,? que (?:yo sepa|sepamos|veamos|yo vea)\b|\W*(?:(?:pues|mire) )*"
        r"(?:hasta donde|(?:de )?lo|que) (?:yo )?(?:sepa|se|vea|sepamos|sabemos|veamos|veo|vemos),? "
        r"(?:no|nadie|ningun)",
        folded,
    ):
        return {"any": False, "count": 0, "deaths": None, "text": text.strip()}
    count = hurt_briefly(folded, state)
    if count is not None:
        return {"any": True, "count": count or None, "deaths": None, "text": text.strip()}
    seen = find(text, asked=True)
    if seen:
        return seen[0].value
    if named(folded) and re.search(r"\w\W+si\W*$", folded):  # 'yo no, mi copiloto sí'
        return {"any": True, "count": how_many(text, state), "deaths": None, "text": text.strip()}
    if _SILENT.search(folded) and not is_unknown(folded):
        return {"any": True, "count": 1, "deaths": None, "text": text.strip()}
    if (
        re.search(r"\b(?:nadie|nadien|naiden?|ningun[oa]?|cero|nel|no|nada(?! mas))\b", folded)
        and read_yes_no(folded) is False
        and not re.search(r"^(?!\W*(?:no|nadie|ningun\w*|nel)\b).*\bno se (?:ni )?(?:que|como|donde)\b", folded)
        and not re.search(r"no (?:(?:le|te|lo|la) )?(?:enti?end|escuch|oi|alcanc|quier)", folded)
    ):
        return {"any": False, "count": 0, "deaths": None, "text": text.strip()}
    if all_well(folded, state) or unhurt_after_all(text, only=True, asked=True):
        return {"any": False, "count": 0, "deaths": None, "text": text.strip()}
    count = of_both_sides(folded)
    if count is not None:
        return {"any": True, "count": count, "deaths": None, "text": text.strip()}
    if SETTLED_IT.search(folded) and not SLIGHT.search(folded):
        return None
    count = told_first_with_others(folded)
    if count is not None and len(text) < 60:
        return {"any": count > 0, "count": count, "deaths": None, "text": text.strip()}
    if is_unknown(folded) or OVER.search(folded):
        return None
    if WELL_ALONE.match(folded) or (WELL.search(folded) and not named(WELL.sub(" ", folded))):
        return {"any": False, "count": 0, "deaths": None, "text": text.strip()}
    if only_aboard(folded):
        return None
    people, polarity = named(text), read_yes_no(folded.replace("nada mas", "nomas"))
    if (people or SLIGHT.search(folded)) and (polarity is not False or SLIGHT.search(folded)):
        return {"any": True, "count": count_named(text, state), "deaths": None, "text": text.strip()}
    if read_yes_no(folded) is True:
        return {"any": True, "count": None, "deaths": None, "text": text.strip()}
    if re.match(rf"\W*(?:pues |nomas |solo |nada mas |creo que )?{PERSON}\W*$", folded):
        return {"any": True, "count": 1, "deaths": None, "text": text.strip()}
    return None
