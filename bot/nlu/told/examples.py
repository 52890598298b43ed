"""The sentences that the classifier learns from, with what each tells."""

import random
from collections import defaultdict
from typing import Dict, Iterable, List, NamedTuple, Optional, Tuple

from bot.nlu.told.grammar import Pattern, fill, patterns
from bot.nlu.told.heard import IF_ASKED, NOTHING
from bot.nlu.told.manners import among_others, by_sms, by_thumb, by_voice, in_one_breath

# How many sentences are made of each file: by how often it happens and how many ways there are to tell it.
MADE = {"collision": 1300, "nothing": 1300, "hurt": 1500, "unhurt": 1100, "unsaid": 500, "roadside_assistance": 650,
        "total_theft": 600, "partial_theft": 600}  # fmt: skip
MADE_ELSE = 420
HURTFUL = ("collision", "collision", "rollover", "run_over", "fire", "total_theft")


class Example(NamedTuple):
    """A sentence; `kind` is None where it does not matter, `people` likewise."""

    text: str
    kind: Optional[str]
    people: Optional[str]


def made(seed: int = 911) -> List[Example]:
    """Every example, the same every time."""
    choose = random.Random(seed)  # noqa: S311 - not for secrets
    topics: Dict[str, List[Pattern]] = defaultdict(list)
    for pattern in patterns():
        topics[pattern.topic].append(pattern)
    out: List[Example] = []
    seen = set()
    for topic, all_of_it in topics.items():
        for number in range(MADE.get(topic, MADE_ELSE)):
            example = _one(all_of_it[number % len(all_of_it)], topics, choose)
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
    elif pattern.kind and choose.random() < 0.3:
        hurt = _said(topics[choose.choice(("hurt", "unhurt"))], choose)
        text, people = in_one_breath(text, fill(hurt.text, choose), choose), hurt.people
    elif pattern.people and choose.random() < 0.25:
        told = _said(topics[choose.choice(HURTFUL)], choose)
        text, kind = in_one_breath(fill(told.text, choose), text, choose), told.kind
    if not pattern.asked or choose.random() < 0.3:
        text = among_others(text, choose)
    style = choose.random()
    if style < 0.2:
        text = by_sms(text, choose)
    elif style < 0.45:
        text = by_voice(text, choose)
    if choose.random() < 0.2:
        text = by_thumb(text, choose)
    return Example(text, kind, people)


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
    return [Example(text, NOTHING, NOTHING) for text, intent in texts if intent in ASIDE]
