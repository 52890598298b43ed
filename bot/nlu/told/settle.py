"""What the rules found and what was learned, made one: each decides where it is the surer."""

import re
from dataclasses import replace
from typing import Callable, List, NamedTuple, Tuple

from bot.nlu.parsers import incident
from bot.nlu.parsers.clauses import clauses
from bot.nlu.parsers.folding import fold
from bot.nlu.parsers.found import Found, found
from bot.nlu.parsers.health import of_health
from bot.nlu.parsers.hurt_people import count_hurt, how_many
from bot.nlu.parsers.person_nouns import KIN, STRANGER
from bot.nlu.parsers.sms import spell_out
from bot.nlu.told.heard import NOTHING, PEOPLE_UNASKED, Heard, injuries, likeliest, of_people, state

SETTLED = ("incident", "service", "injuries")
# Chosen as told in `heard`.
ENOUGH = 0.4  # for a kind of which the rules say nothing
MORE_THAN_RULES = 0.8  # for a kind other than theirs
NO_LOSS = 0.93  # for no loss at all, where they see one
EXCLUDED = 0.15  # for theirs, where another is likely enough
VAGUE = ("collision", "roadside_assistance", "glass")  # told beside much else: "me pegó", "no arranca"
AROUND = 4  # in words
MAYBE_HURT = 0.08  # for somebody hurt, so that whoever is named is counted
SOME_HURT = 0.2  # for somebody hurt among others of whom the opposite is told
NOT_PEOPLE = 0.95  # for nobody hurt at all, where they see somebody


# 'Mi sobrina ya se puso mala': said of nothing but people, however seldom it was learned.
_FELL_ILL = re.compile(
    rf"\b(?:mi|la|el|su) (?:{KIN}|{STRANGER})\b[^,.;]{{0,25}}\bse (?:me )?(?:puso|est[aá] poniendo|siente|sinti[oó])"
    r" (?:muy |bien |medio )?mal[oa]?\b"
    rf"|\b(?:mi|la|el|su) (?:{KIN}|{STRANGER})\b[^,.;]{{0,25}}\b(?:no|sin) (?:\w+ )?"
    r"(?:despert|despiert|reaccion|respir)\w+",
    re.I,
)


class Settled(NamedTuple):
    """The facts of both, and what was heard, for whoever knows which question was asked."""

    facts: List[Found]
    heard: Heard


def settle(text: str, facts: List[Found], hear: Callable[[str], Heard]) -> Settled:
    """The facts of a message with `incident`, `service` and `injuries` as both see them."""
    heard = _hear(text, hear)
    if of_people(heard, asked=True)[True] >= MAYBE_HURT or any(
        f.entity == "injuries" and f.value["any"] for f in facts
    ):
        heard = heard._replace(hurt=how_many(text, lambda piece: state(piece, hear(piece))))
    return Settled(_people(text, _kind(text, facts, heard, hear), heard, hear), heard)


def _hear(text: str, hear: Callable[[str], Heard]) -> Heard:
    """What is heard in the text, of people as it is to be read for who is hurt."""
    heard, plain = hear(text), of_health(text).text
    return heard if plain == spell_out(text).text else heard._replace(people=hear(plain).people)


def _kind(text: str, facts: List[Found], heard: Heard, hear: Callable[[str], Heard]) -> List[Found]:
    ruled = next((fact for fact in facts if fact.entity == "incident"), None)
    kind, chance = likeliest(heard.kind)
    others = [fact for fact in facts if fact.entity not in ("incident", "service")]
    if ruled is None:
        if kind == NOTHING or chance < ENOUGH:
            return facts
    elif kind == NOTHING:
        return others if chance >= NO_LOSS and _told_nowhere(text, ruled, hear) else facts
    elif kind == ruled.value["type"] or not _outvoted(text, heard, ruled):
        return facts
    start, end = _where(text, kind, hear) if ruled is None else (ruled.start, ruled.end)
    others.append(found("incident", {"type": kind}, text, start, end))
    return others + incident.service_beside(kind, text)


# Whether a person was run over or an animal is told by who it was.
_RUN_OVER = re.compile(r"\b(?:atropell|arroll)\w+")


def _outvoted(text: str, heard: Heard, ruled: Found) -> bool:
    """Whether another kind is likely enough against the rules' own: sooner where theirs is vague and hardly heard."""
    kind = ruled.value["type"]
    if {kind, likeliest(heard.kind)[0]} == {"run_over", "collision"} and _RUN_OVER.match(fold(text)[ruled.start :]):
        return False
    if (kind, likeliest(heard.kind)[0]) == ("partial_theft", "total_theft"):
        return likeliest(heard.kind)[1] >= NO_LOSS  # parts are named
    excluded = kind in VAGUE and heard.kind.get(kind, 0.0) <= EXCLUDED
    return likeliest(heard.kind)[1] >= (ENOUGH if excluded else MORE_THAN_RULES)


def _told_nowhere(text: str, ruled: Found, hear: Callable[[str], Heard]) -> bool:
    """Whether the words around what the rules saw tell of no loss either: 'choqué' does, before '¿me cubre?'."""
    start, end = next((p for p in clauses(text) if p[0] <= ruled.start < p[1]), (0, len(text)))
    words = [match.start() for match in re.finditer(r"\S+", text[start : ruled.start])]
    start += words[-AROUND] if len(words) > AROUND else 0
    after = [match.end() for match in re.finditer(r"\S+", text[ruled.end : end + 1])]
    end = ruled.end + (after[AROUND - 1] if len(after) > AROUND else max(after, default=0))
    return hear(text[start:end]).kind[NOTHING] >= NO_LOSS


def _where(text: str, kind: str, hear: Callable[[str], Heard]) -> Tuple[int, int]:
    """The clause that tells it."""
    pieces = clauses(text)
    if len(pieces) < 2:
        return 0, len(text)
    return max(pieces, key=lambda piece: hear(text[piece[0] : piece[1]]).kind.get(kind, 0.0))


def _people(text: str, facts: List[Found], heard: Heard, hear: Callable[[str], Heard]) -> List[Found]:
    ruled = next((fact for fact in facts if fact.entity == "injuries"), None)
    others = [fact for fact in facts if fact is not ruled]
    if ruled and ruled.value["any"]:
        sure = not ruled.value["deaths"] and heard.people[NOTHING] >= NOT_PEOPLE and not _FELL_ILL.search(ruled.text)
        if sure and _hear(ruled.text, hear).people[NOTHING] >= NOT_PEOPLE:
            return others
        count = ruled.value["count"] if heard.hurt is None else heard.hurt
        return (
            facts if count == ruled.value["count"] else [*others, replace(ruled, value={**ruled.value, "count": count})]
        )
    value = injuries(text, heard)
    if ((ruled is None and value is None) or (ruled and ruled.value["any"] is False)) and heard.people[
        "hurt"
    ] >= SOME_HURT:
        # 'El chavo se raspó los codos. Yo y mi novia estamos bien': heard one by one.
        count = count_hurt(text, lambda piece: state(piece, hear(piece), PEOPLE_UNASKED))
        value = {"any": True, "count": count, "deaths": None, "text": text.strip(" ,.;")[:300]} if count else None
        facts = others if count else facts
    elif ruled:
        return facts
    return [*facts, found("injuries", value, text, 0, len(text))] if value else facts
