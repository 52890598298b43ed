"""The answers that the classifier learns from: each with what it says to the question, and to others."""

import random
from functools import lru_cache
from typing import Dict, Iterable, Iterator, List, Mapping, NamedTuple, Optional, Tuple

from bot.nlu.answers.patterns import common, places, questions
from bot.nlu.answers.said import ELSE, UNKNOWN
from bot.nlu.told import grammar
from bot.nlu.told.aspects import Aspects
from bot.nlu.told.examples import ASIDE
from bot.nlu.told.manners import among_others, in_one_breath, in_some_manner

TIMES = 3  # that every alternative of every pattern is said
A_TOLD = 100  # sentences of each topic that tells something else
A_SHARE = 0.15  # of what people say beside the point is heard at each question
ALSO_ELSEWHERE = 0.05  # of them are heard at another question, where they answer nothing
LED, BESIDE = 0.2, 0.15  # begin with yes or no, go on with something else

# What the answers of common.yml say where it is not what they are called; None where it says nothing.
_EVERYWHERE = {"wrong": ELSE, "named": ELSE}
_BARE: Mapping[str, Mapping[str, Optional[str]]] = {
    "confirm_report": {"wrong": "no"},
    "driver_name": {"yes": "me", "no": "other", "named": None},
    "service": {"yes": None, "no": "none"},
    "trailer": {"yes": "one", "no": "none"},
}
_LED = {"yes": ("sí", "sí,", "simón,", "pues sí,", "claro,"), "no": ("no", "no,", "nel,", "pues no,", "nombre,")}
# Kinds of answer that may begin with a yes or a no.
_POLARITY = {"yes": "yes", "no": "no", "one": "yes", "two": "yes", "none": "no", "stayed": "yes", "fled": "yes"}

# Questions whose answers may answer each other in the same words.
_NEAR = tuple(map(frozenset, (
    ("confirm_policy", "confirm_report", "resume_report"), ("drivable", "service", "trailer"),
    ("parked", "driver_name", "violence"), ("authorities", "detained", "denuncia"), ("third_parties", "driver_name"),
    ("third_parties", "violence"), ("drivable", "parked"), ("third_parties", "parked"), ("confirm_policy", "trailer"),
)))  # fmt: skip
# At these questions the sentences of a topic of bot/data/told answer nothing.
_TOLD = {
    "hurt": frozenset(questions()),
    "collision": frozenset(("authorities", "licence", "denuncia", "detained", "trailer", "confirm_report", "service")),
    **dict.fromkeys(
        ("fire", "weather", "flood", "vandalism", "glass", "cargo", "rollover"),
        frozenset(("confirm_report", "confirm_policy", "licence", "authorities")),
    ),
}
_MARK = "¤"


class Answer(NamedTuple):
    """A sentence, and which kind of answer it is to the questions at which it may be heard."""

    text: str
    to: Dict[str, str]


def made(seed: int = 712) -> List[Answer]:
    """Every example, the same every time."""
    choose = random.Random(seed)  # noqa: S311 - not for secrets
    out = [
        _answer(question, kind, text, choose)
        for question, blocks in questions().items()
        for kind, patterns in blocks.items()
        for text in _sentences(patterns, choose)
    ]
    for kind, patterns in common().items():
        to = {question: said for question in questions() if (said := _said(question, kind))}
        out += [Answer(in_some_manner(text, choose), to) for text in _sentences(patterns, choose)]
    told = list(grammar.patterns())
    for topic, at in _TOLD.items():
        of_it = [pattern.text for pattern in told if pattern.topic == topic and not pattern.asked]
        for _ in range(A_TOLD):
            text = grammar.fill(choose.choice(of_it), choose)
            out.append(Answer(in_some_manner(text, choose), dict.fromkeys(at, ELSE)))
    return out + _of_another([one.text for one in told if one.topic == "collision"] * TIMES, choose)


def _of_another(patterns: List[str], choose: random.Random) -> List[Answer]:
    """Whoever tells of a crash with another tells that there was another."""
    marked = {**places(), "otro": [f"{_MARK}{other}" for other in places()["otro"]]}
    texts = [next(grammar.fill_all(pattern, marked, choose)) for pattern in patterns]
    told = [text.replace(_MARK, "") for text in texts if _MARK in text]
    return [Answer(in_some_manner(text, choose), {"third_parties": "yes"}) for text in told]


def learn(answers: Iterable[Answer]) -> Aspects:
    """What the examples teach of each question."""
    answers = list(answers)
    told = {question: [answer.to.get(question) for answer in answers] for question in questions()}
    return Aspects.train([answer.text for answer in answers], told, each_alone=True)


def _sentences(patterns: List[str], choose: random.Random) -> Iterator[str]:
    for pattern in patterns * TIMES:
        yield from grammar.fill_all(pattern, places(), choose)


def beside(texts: Iterable[Tuple[str, Optional[str]]], seed: int = 411) -> List[Answer]:
    """The examples among (text, intent) that answer no question, or say not to know; each at some questions."""
    choose = random.Random(seed)  # noqa: S311 - not for secrets
    kinds = {**dict.fromkeys((*ASIDE, "ask_what_to_do"), ELSE), "dont_know": UNKNOWN}
    return [
        Answer(text, {question: kinds[intent] for question in questions() if choose.random() < A_SHARE})
        for text, intent in texts
        if intent in kinds
    ]


def _said(question: str, kind: str) -> Optional[str]:
    return _BARE.get(question, {}).get(kind, _EVERYWHERE.get(kind, kind))


def _answer(question: str, kind: str, text: str, choose: random.Random) -> Answer:
    alone = len(text.split()) >= 4
    to = {question: kind}
    if kind not in (UNKNOWN, ELSE):
        if question == "detained" and kind == "yes":
            to["authorities"] = "yes"  # whoever is held is held by somebody
        if alone:
            others = [other for other in questions() if not any({question, other} <= near for near in _NEAR)]
            to.update({other: ELSE for other in others if other != question and choose.random() < ALSO_ELSEWHERE})
        if kind in _POLARITY and choose.random() < LED:
            return Answer(in_some_manner(f"{choose.choice(_LED[_POLARITY[kind]])} {text}", choose), {question: kind})
        if choose.random() < BESIDE:
            other = next(grammar.fill_all(choose.choice(_elsewhere(question)), places(), choose))
            text = in_one_breath(text, other, choose)
            to = {question: kind}
    if choose.random() < 0.3:
        text = among_others(text, choose)
    return Answer(in_some_manner(text, choose), to)


@lru_cache
def _elsewhere(question: str) -> List[str]:
    """The patterns of the questions whose answers are not taken for this one's."""
    return [
        pattern
        for other, blocks in questions().items()
        if other != question and not any({question, other} <= near for near in _NEAR)
        for kind, patterns in blocks.items()
        if kind not in (UNKNOWN, ELSE)
        for pattern in patterns
    ]
