"""What was heard in a sentence, and what follows from it. Plain arithmetic: the actions use it too, without the learned
model.

The thresholds were chosen on tests/conversations/development and the parsers' tables, never on tests/bot/told.
"""

import re
from typing import Any, Dict, NamedTuple, Optional, Tuple

from bot.nlu.parsers import injuries as injuries_said
from bot.nlu.parsers.health import of_health
from bot.nlu.parsers.hurt_briefly import hurt_briefly
from bot.nlu.parsers.hurt_corrected import unhurt_after_all
from bot.nlu.parsers.hurt_others import all_well, told_first_with_others
from bot.nlu.parsers.injury_count import in_all, of_the_others, told_first, told_of_some

NOTHING = "nothing"
IF_ASKED = "_if_asked"
PEOPLE = 0.5  # for what is said of people, where the rules say nothing and it was asked
UNTOLD = 0.7  # for nobody hurt, where it was asked and no word of health is said
PIECE = 0.6  # for what a piece says of one among others
FEW_WORDS, OF_FEW = 3, 0.9  # the same where it has hardly a word
PEOPLE_UNASKED = 0.9  # who is hurt is asked anyway; a false alarm frightens
DENIED = 0.15  # for nobody hurt, where the answer begins with a no
BESIDE_THE_WELL = 0.12  # for one hurt among others who are not: "el señor nada más de su pierna, yo estoy bien"
SOME_HURT = 0.3  # for somebody hurt, where the answer seems to tell of the loss alone
ANSWERED = 0.95  # for another answer than the rules read
PLAIN = 4  # words of an answer so short that the rules know it
GUESS = 0.25  # for a kind of loss, where the message answers what happened


_NOBODY = re.compile(
    r"\W*(?:(?:pues|pos|yo|creo|pienso|digo|me parece|parece|al parecer|seg[uú]n yo|seg[uú]n veo|hasta donde s[eé]"
    r"|gracias a dios|bendito dios|afortunadamente|que|q)\W+)*"
    r"(?:no(?! (?:me |nos )?(?:contest|respond|reaccion|despiert|respir|habl|se muev))|nadie|ning[uú]n[oa]?|nada|nd)\b",
    re.I,
)


# 'No sé bien, está sentado en la banqueta'.
_NOT_SURE = re.compile(
    r"\W*(?:pues |mire |la verdad )*(?:no ?(?:lo |le )?s[eé](?! (?:me|le|les|nos|lastim|golpe|peg|mueve))\b"
    r"|no c(?=\W*$|[,.;]| no\b)"
    r"|no estoy segur|qui[eé]n sabe)\b",
    re.I,
)
_NOBODY_HURT = re.compile(
    r"\bnadie\b[^,.;]{0,20}(?:lastim|herid|lesion|golpe)|\bno h(?:ay|ubo) (?:herid|lesion|lastim)", re.I
)
# Nobody asked, nobody is unhurt without a word for it: 'venía tranquilo', 'nadie dejó recado' have none.
_OF_HEALTH = re.compile(
    r"\b(?:lastim|herid|lesion|golpead|iles|caminand|rasgu|hurt|injur|okay|fine|salvo|quem|hicieron|paso nada"
    r"|sano|sana|viv[oa]"
    r"|enter[oa]|duel|hirier|complet)\w*|\b(?:nada mas|nomas|solo|puro|solamente|puros) (?:\w+ ){0,2}?"
    r"(?:susto|espant|asust|nervios|coraje)\w*|\b(?:bien|ok|nada|nd|bn)\b(?!\W+(?:de|mas|menos)\b)"
)
_NOTHING_GRAVE = re.compile(r"\bnada (?:muy |tan )?(?:grave|serio|de (?:cuidado|gravedad|peligro))\b", re.I)
_THING_WELL = re.compile(  # 'la carga va bien'
    r"\b(?:carga|mercancia|carr\w+|coche|auto|camioneta|camion|troca|unidad|moto|remolque|caja|vehiculo|motor"
    r"|llantas?)(?: (?!y\b|pero\b|yo\b|todos\b)\w+){0,2}? (?:bien|enter[oa]|complet[oa])\b"
)
_WITHOUT = re.compile(r"\b(?:nada de|sin|ni)\b", re.I)


ASPECTS = ("kind", "people")


class Heard(NamedTuple):
    """How likely each kind of loss is, and each thing that may be said of people (`nothing` among both); how many of
    the people named are hurt, None where that is not clear."""

    kind: Dict[str, float]
    people: Dict[str, float]
    hurt: Optional[int] = None


def likeliest(chances: Dict[str, float]) -> Tuple[str, float]:
    """The likeliest of them and how likely it is."""
    best = max(chances, key=lambda name: chances[name])
    return best, chances[best]


def of_people(heard: Heard, asked: bool) -> Dict[Optional[bool], float]:
    """How likely somebody is hurt, nobody is, or (None) nothing is said of it."""
    weight = float(asked)
    said = {
        answer: heard.people.get(name, 0.0) + weight * heard.people.get(name + IF_ASKED, 0.0)
        for name, answer in (("hurt", True), ("unhurt", False))
    }
    return {**said, None: max(0.0, 1.0 - sum(said.values()))}


def injuries(text: str, heard: Heard, asked: bool = False) -> Optional[Dict[str, Any]]:
    """What is said of people, in the form of the parser's `injuries.find`; None where it is not clear enough."""
    if injuries_said.NO_I_AM_WELL.match(text):
        return None
    chances = of_people(heard, asked)
    answer = max((True, False), key=lambda one: chances[one])
    told = answer or _OF_HEALTH.search(_THING_WELL.sub(" ", of_health(text).text))
    least = PEOPLE if asked and told else UNTOLD if asked else PEOPLE_UNASKED
    sure = chances[answer] >= least and (asked or not answer or not _NOTHING_GRAVE.search(text))
    return _injuries(text, heard, answer) if sure and (told or asked) else None


def answer(text: str, ruled: Optional[Dict[str, Any]], heard: Heard) -> Optional[Dict[str, Any]]:
    """The answer to whether anybody is hurt: what the rules read in it (`ruled`), unless another is much likelier."""
    plain = of_health(text).text
    open_still = _NOT_SURE.match(plain) and not (ruled and ruled["any"])
    chances = of_people(heard, asked=True)
    of_the_loss = chances[True] < SOME_HURT and injuries_said.tells_only_what_happened(text)
    settled = ruled is None and (injuries_said.SETTLED_IT.search(plain) or of_the_loss)
    if injuries_said.NO_I_AM_WELL.match(text) or open_still or settled:
        return None
    none_of_it = _NOBODY.match(plain) or _WITHOUT.search(plain) or _NOBODY_HURT.search(plain)
    none_of_it = none_of_it or unhurt_after_all(text, only=True, asked=True) or all_well(plain, injuries_said.state)
    of_both = min(chances[True], chances[False]) >= BESIDE_THE_WELL and not none_of_it
    if of_both and (ruled is None or ruled["any"] is False):
        return _injuries(text, heard, True)
    if ruled is None:
        denied = _NOBODY.match(plain) and chances[False] >= DENIED
        return _injuries(text, heard, False) if denied else injuries(text, heard, asked=True)
    said, chance = max(chances.items(), key=lambda one: one[1])
    sure = said == ruled["any"] or chance < ANSWERED or ruled["deaths"]
    one_by_one = (said is False and heard.hurt) or hurt_briefly(plain, injuries_said.state) is not None
    if sure or (ruled["any"] and one_by_one):
        first = told_first(plain) or 0
        part = of_the_others(text) or told_of_some(text, heard.hurt) or (told_first_with_others(plain) or 0) > first
        count = first if first > 1 and not part else heard.hurt or ruled["count"] or first
        return {**ruled, "count": count} if ruled["any"] and count else ruled
    if said is None:
        told = ruled["any"] and (in_all(text) or injuries_said.state(text))
        return (
            ruled if told or len(plain.split()) <= PLAIN or (ruled["any"] is False and _NOBODY.match(plain)) else None
        )
    return _injuries(text, heard, said)


def _injuries(text: str, heard: Heard, hurt: bool) -> Dict[str, Any]:
    return {"any": hurt, "count": heard.hurt if hurt else 0, "deaths": None, "text": text.strip(" ,.;")[:300]}


def state(text: str, heard: Heard, least: float = PIECE) -> Optional[bool]:
    """Whether a piece of a sentence says of somebody that they are hurt, or well: by the rules, else as heard."""
    ruled = injuries_said.state(text)
    if ruled is not None:
        return ruled
    chances = of_people(heard, asked=False)
    answer = max((True, False), key=lambda one: chances[one])
    least = max(least, OF_FEW) if len(text.split()) <= FEW_WORDS else least
    return answer if chances[answer] >= least else None


def guess(heard: Heard) -> Optional[str]:
    """The best guess at what happened, for a message that answers just that; None where nothing points anywhere."""
    losses = {kind: chance for kind, chance in heard.kind.items() if kind != NOTHING}
    if not losses:
        return None
    kind, chance = likeliest(losses)
    return kind if chance >= GUESS else None
