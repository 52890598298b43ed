"""What Rasa understands of a message but for its intent: the rules and what was learned (trained once a session)."""

from functools import lru_cache
from pathlib import Path

import yaml

from bot.nlu.answers import examples as answer_examples
from bot.nlu.answers.said import likely
from bot.nlu.parsers.every import find_all
from bot.nlu.told import examples
from bot.nlu.told.settle import SETTLED, settle

NLU = Path(__file__).resolve().parents[2] / "bot/data/nlu"


def said():
    """What people say, with its intent (bot/data/nlu)."""
    for file in sorted(NLU.glob("*.yml")):
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                yield line.removeprefix("- "), block.get("intent")


@lru_cache
def ear():
    """The classifier of bot/data/told, as `make train` trains it."""
    return examples.learn([*examples.made(), *examples.beside(said()), *examples.heard()])


@lru_cache
def answers():
    """The classifier of bot/data/answers, as `make train` trains it."""
    return answer_examples.learn([*answer_examples.made(), *answer_examples.beside(said())])


@lru_cache(maxsize=4096)
def answered(text):
    """What a message may answer, as `Answers` leaves it."""
    return likely(answers().hear(text))


@lru_cache(maxsize=4096)
def heard(text):
    """What the classifier hears."""
    return examples.hear(ear(), text)


def settled(text):
    """The facts of a message as `CallerFacts` and `Told` leave them, and what was heard."""
    facts = find_all(text)
    told = settle(text, [fact for fact in facts if fact.entity in SETTLED], heard)
    return [fact for fact in facts if fact.entity not in SETTLED] + told.facts, told.heard


def kind_of(text):
    """The kind of loss told, None if none."""
    return next((fact.value["type"] for fact in settled(text)[0] if fact.entity == "incident"), None)
