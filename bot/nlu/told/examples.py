"""The sentences that the classifier learns from, with what each tells."""

import random
from collections import defaultdict
from typing import Dict, Iterable, List, NamedTuple, Optional, Tuple

from bot.nlu.heard import Sentence, sentences
from bot.nlu.parsers import incident
from bot.nlu.told.aspects import Aspects
from bot.nlu.told.grammar import Pattern, fill, patterns, ways, words
from bot.nlu.told.heard import ASPECTS, IF_ASKED, NOTHING, PLAIN, Heard
from bot.nlu.told.manners import among_others, in_one_breath, in_some_manner

# How many sentences are made of each file: by how often it happens and how many ways there are to tell it.
MADE = {"collision": 3200, "nothing": 2500, "hurt": 2200, "unhurt": 1500, "unsaid": 1700, "roadside_assistance": 1200,
        "total_theft": 1500, "partial_theft": 900, "vandalism": 1000, "falling_object": 900}  # fmt: skip
MADE_ELSE = 700
MANY = 64  # ways of saying a pattern from which it is said no oftener
# What befell a car in these leaves it where it is: 'le pegué a un venado, ya no arranca' calls for no jump start.
LEFT_LYING = ("collision", "rollover", "run_over", "fire", "flood", "weather", "falling_object")
HURTFUL = ("collision", "collision", "rollover", "run_over", "fire", "total_theft")


class Example(NamedTuple):
    """A sentence; `kind` is None where it does not matter, `people` likewise."""

    text: str
    kind: Optional[str]
    people: Optional[str]


def made(seed: int = 911) -> List[Example]:
    """Every example, the same every time; another pattern changes little of what is made of the others."""
    topics: Dict[str, List[Pattern]] = defaultdict(list)
    for pattern in patterns():
        topics[pattern.topic].append(pattern)
    out: List[Example] = []
    seen = set()
    for topic, all_of_it in topics.items():
        weights = [min(ways(pattern.text), MANY) ** 0.5 for pattern in all_of_it]
        each = MADE.get(topic, MADE_ELSE) / sum(weights)
        for pattern, weight in zip(all_of_it, weights, strict=True):
            choose = random.Random(f"{seed} {pattern.text}")  # noqa: S311 - not for secrets
            for _ in range(int(each * weight + choose.random())):
                example = _one(pattern, topics, choose)
                if example.text not in seen:
                    seen.add(example.text)
                    out.append(example)
    return out


def _one(pattern: Pattern, topics: Dict[str, List[Pattern]], choose: random.Random) -> Example:
    text = fill(pattern.text, choose)
    kind: Optional[str] = pattern.kind or NOTHING
    people: Optional[str] = pattern.people or NOTHING
    if pattern.topic == "unsaid":
        kind = None  # some of them tell of a crash
    if pattern.asked:
        people = f"{pattern.people}{IF_ASKED}"
    elif pattern.kind and choose.random() < 0.4:
        beside = _said(topics[choose.choice(("hurt", "hurt", "unhurt", "unhurt", "unsaid"))], choose)
        text, people = in_one_breath(text, fill(beside.text, choose), choose), beside.people or NOTHING
    elif pattern.people and choose.random() < 0.25:
        told = _said(topics[choose.choice(HURTFUL)], choose)
        text, kind = in_one_breath(fill(told.text, choose), text, choose), told.kind
    if kind in LEFT_LYING and choose.random() < 0.15:
        text = in_one_breath(text, choose.choice(words()["afterwards"]), choose)
    if not pattern.asked or choose.random() < 0.3:
        text = among_others(text, choose)
    return Example(in_some_manner(text, choose), kind, people)


def _said(all_of_it: List[Pattern], choose: random.Random) -> Pattern:
    return choose.choice([pattern for pattern in all_of_it if not pattern.asked])


# Of these intents no message tells a loss of which nothing is known yet, whatever words it has.
ASIDE = frozenset(
    ["ask_coverage", "ask_deductible", "ask_documents", "ask_identity", "ask_privacy", "ask_repeat", "ask_why",
     "cancel_report", "complaint", "dont_know", "follow_up_report", "goodbye", "greet", "out_of_scope",
     "request_person", "thank", "tramite_follow_up", "tramite_info", "wait"]
)  # fmt: skip


def beside(texts: Iterable[Tuple[str, Optional[str]]]) -> List[Example]:
    """The examples among (text, intent) that tell of no loss and nobody hurt."""
    labelled = {one.text for one in sentences()}  # what these tell is known, whatever their kind
    return [Example(text, NOTHING, NOTHING) for text, intent in texts if intent in ASIDE and text not in labelled]


# Asked these, whoever tells nothing of the loss is not labelled for it. Places and times are told with one too: the
# words of those that come alone would weigh against it.
_ELSEWHERE = frozenset(
    ["plates", "reporter_phone", "policy_number", "vin", "inciso", "reporter_name", "driver_name", "insured_name",
     "licence", "driver_age", "confirm_policy", "confirm_report", "vehicle", "injuries", "drivable", "authorities",
     "occupants"]
)  # fmt: skip
# Their words may tell of people what no label says.
_AGAIN = frozenset(["correct", "add_to_report", "legal_help"])


def heard() -> List[Example]:
    """What people were heard to say: what is labelled of it, and what tells nothing."""
    return [Example(one.text, _kind_heard(one), _people_heard(one)) for one in sentences()]


def _kind_heard(one: Sentence) -> Optional[str]:
    if one.judges("incident_type"):
        several = isinstance(one.fields["incident_type"], dict)
        return None if several else one.told("incident_type") or NOTHING
    if one.intent in ASIDE:
        return NOTHING
    tells = one.expects not in _ELSEWHERE or incident.read(one.text)  # "fue cuando me pegaron, a las dos"
    return None if tells else NOTHING


def _people_heard(one: Sentence) -> Optional[str]:
    asked = one.expects == "injuries"
    if one.judges("injuries.any"):
        if isinstance(one.fields["injuries.any"], dict):
            return None
        said = {True: "hurt", False: "unhurt"}.get(one.told("injuries.any"))
        by_question = asked and (said == "unhurt" or len(one.text.split()) <= PLAIN)
        return f"{said}{IF_ASKED}" if said and by_question else said or NOTHING
    return None if asked or one.intent in _AGAIN else NOTHING


def learn(examples: Iterable[Example]) -> Aspects:
    """What the examples teach, each under the aspects of which it says something."""
    examples = list(examples)
    told = {aspect: [getattr(example, aspect) for example in examples] for aspect in ASPECTS}
    return Aspects.train([example.text for example in examples], told)


def hear(aspects: Aspects, text: str) -> Heard:
    """What one sentence tells."""
    return Heard(**aspects.hear(text))
