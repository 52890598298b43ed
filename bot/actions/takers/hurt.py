"""Who is hurt: what is said of it goes into the draft, and takes the place of what was told before."""

import re
from typing import Any, Dict, Optional

from bot.actions.emergency import somebody_is_hurt
from bot.actions.mend import correcting, mends
from bot.actions.takers.loss import CONFIRMS
from bot.actions.turn import Turn
from bot.actions.whose import IDENTIFYING
from bot.nlu.parsers import injuries
from bot.nlu.parsers.hurt_corrected import number_corrected, number_denied, some_more, taken_out, unhurt_after_all
from bot.nlu.parsers.hurt_people import named
from bot.nlu.parsers.injury_count import in_all
from bot.nlu.parsers.still_hurt import still_hurt
from bot.nlu.told import heard

# "Está mal el teléfono" is about the report, not about anybody's health.
_WRONG = re.compile(
    r"\best(a|an|aba|uvo) mal (el|la|los|las|lo|mi|mis|su|ese|esa|eso|este|esta|esto|un|escrit|anotad)"
    r"|\blo del? (?:(?:la|el|los|las) )?\w+ (?:esta|estan|estaba|quedo) mal\b"
    r"|\b(?:(?:que|le|les|te) (?:di|dije|puse|pase|mande|anote|escribi)|telefono|cel|celular|numero|poliza|inciso"
    r"|placas?|nombre|apellidos?|calle|colonia|direccion|ubicacion|hora|fecha|modelo|color|dato|correo|kilometro)"
    r"(?: \w+){0,2}? (?:estan?|estaba|quedo|iba) mal\b"
)
_BAD = re.compile(r"\best(?:a|an|aba|aban|uvo) (?:\w+ )?mal\b")
_WRONG_ALL = re.compile(r"\b(esta|estan|quedo) (muy |todo |bien )?mal\W*$")
_CAR_STILL = re.compile(
    r"^\W*(no|nada|ni|ya no)\b[\W\w]{0,12}\b(se mueve|responde|reacciona|despierta)\b"
    r"(?! (el|la|mi) (?!carr|coch|auto|cam|uni))"
)
# Who died before all this: the late holder of a policy.
_LATE = re.compile(
    r"\b(mi|del?|el|la) (difunt|finad)[oa]\b|\ben paz descanse\b|\bviud[oa]\b|\bnombre (de|del) [^.;]{0,60}"
    r"(fallecio|murio|difunt[oa]|finad[oa]|ya no (vive|esta con))|\bya (es|esta) (difunt|finad)[oa]\b"
)
_DIED = re.compile(r"\b(ya|que|hace) [\w ]{0,20}(fallecio|murio)\b|\b(fallecio|murio) (hace|el ano|en)\b")
_OF_PEOPLE = re.compile(r"\b(herid|lesion|lastim|golpe|iles|nadie|person|duel|dol|estamos|estoy|ambulancia)\w*")
# Asked these, what is hurt is the car unless somebody is named.
_OF_THE_CAR = ("drivable", "damage", "vehicle_whereabouts")
_OF_SOMEBODY = re.compile(r"\b(me|nos|le|les)\b|\b(herid|lesion|ambulancia|sangr)\w*")


def take_injuries(turn: Turn, value: Optional[Dict[str, Any]]) -> None:
    """Who is hurt; nobody hurt only where it was asked, or not known yet."""
    known = turn.claim["injuries"]["any"]
    aboard = injuries.only_aboard(turn.text)
    if turn.expected == "injuries" and turn.heard and not aboard and re.search(r"[a-z]{2}", turn.folded):
        value = heard.answer(turn.text, injuries.read(turn.text), turn.heard)
    late = _LATE.search(turn.folded) or (turn.expected in IDENTIFYING and _DIED.search(turn.folded))
    if value is None or (value.get("deaths") and late):
        return  # "mi difunto esposo" died before all this
    if _of_the_report(turn):
        return
    if turn.expected in CONFIRMS and value.get("any") is False and not _OF_PEOPLE.search(turn.folded):
        return  # "todo bien", "todo bien menos la calle" is said of the report
    of_the_car = turn.expected in _OF_THE_CAR and not (named(turn.text) or _OF_SOMEBODY.search(turn.folded))
    if of_the_car or _only_the_car_is_still(turn):
        return  # "quedó prensado de adelante"
    if value.get("any") is None and not value.get("deaths"):
        return
    kept = known and turn.expected != "injuries" and (not correcting(turn) or number_denied(turn.text))
    if value.get("any") is False and kept:
        return
    _put(turn, {**value, "count": _with_those_before(turn, value)})


def _of_the_report(turn: Turn) -> bool:
    """Whether what "está mal" is what was read back, and nobody: "el 30 está mal", "está mal todo"."""
    if _WRONG.search(turn.folded) or turn.expected not in CONFIRMS:
        return bool(_WRONG.search(turn.folded))
    of_nobody = not (named(turn.text) or _OF_PEOPLE.search(turn.folded))
    return bool(_WRONG_ALL.search(turn.folded) or (_BAD.search(turn.folded) and of_nobody))


def _put(turn: Turn, value: Dict[str, Any]) -> None:
    for field in ("any", "count", "deaths", "text"):
        turn.set(f"injuries.{field}", value.get(field))
    if value.get("any") is False:
        turn.claim["injuries"]["count"] = None


def _with_those_before(turn: Turn, value: Dict[str, Any]) -> Optional[int]:
    """How many are hurt with those told of before: another one comes on top, one told again takes nobody away."""
    count, known = value.get("count"), turn.before["injuries"]["count"]
    if not value.get("any") or not known or turn.expected == "injuries":
        return count
    if in_all(turn.text):
        return count
    if count and some_more(turn.text):
        return int(known) + int(count)
    corrects = turn.expected == "what_to_correct" or (correcting(turn) and (mends(turn) or _NO.match(turn.folded)))
    return count if corrects else max(int(known), int(count or 0))


def _only_the_car_is_still(turn: Turn) -> bool:
    """Whether what does not move is the car, nobody having asked, and nobody is told to be hurt besides."""
    still = _CAR_STILL.match(turn.folded) if _of_a_car(turn) else None
    return bool(still and injuries.state(turn.folded[still.end() :]) is not True)


def _of_a_car(turn: Turn) -> bool:
    """Whether what does not move is the car, nobody being hurt and nobody having asked."""
    unhurt = turn.claim["injuries"]["any"] is False and turn.expected not in (None, "injuries", "third_parties")
    return turn.expected == "drivable" or unhurt


def put_hurt_right(turn: Turn) -> None:
    """Another number of hurt people than was told before, or nobody after all."""
    known, asked = turn.before["injuries"], turn.expected in CONFIRMS
    if turn.expected == "injuries" or (known["any"] is None and not asked):
        return
    count = number_corrected(turn.text, known["count"], asked)
    if count is None and asked and known["any"] and (known["count"] or 0) > 1:
        count = still_hurt(turn.text, known["count"], injuries.state)
    if count is not None:
        text = turn.text.strip()[:300]
        _put(turn, {"any": count > 0, "count": count, "text": text})
    elif known["any"] and not known["deaths"]:
        after_all = not somebody_is_hurt(turn) and unhurt_after_all(turn.text, known["count"] == 1)
        if after_all or (asked and taken_out(turn.text)):
            _put(turn, {"any": False, "text": turn.text.strip()[:300]})


_NO = re.compile(r"\W*no\b")
