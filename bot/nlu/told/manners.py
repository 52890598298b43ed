"""How a sentence is said: with courtesies and other facts around it, by thumb, by SMS, through speech recognition."""

import random
import re
from functools import lru_cache
from pathlib import Path
from typing import Callable, Dict, List

from bot.nlu.told.grammar import words

LOOKUPS = Path(__file__).resolve().parents[1] / "lookups"
_THINKING = ("este", "eh", "pues", "o sea", "verdad", "así", "no")
_BETWEEN = (", ", ". ", " ", " ", " y ")
_SHORT = (
    (r"\bque\b", "q"), (r"\bpor\b", "x"), (r"\bde\b", "d"), (r"\bcon\b", "cn"), (r"\bme\b", "m"), (r"\bporque\b", "xq"),
    (r"\besta\b", "sta"), (r"\btambien\b", "tmb"), (r"\bpara\b", "pa"), (r"\bbien\b", "bn"), (r"qui", "ki"),
    (r"que", "ke"), (r"\bun\b", "1"), (r"\buna\b", "1"), (r"\bhay\b", "ay"), (r"\bdos\b", "2"), (r"ll", "y"),
    (r"\bv", "b"), (r"ch(?=[oe])", "sh"), (r"\bh", ""), (r"c(?=[ei])", "s"), (r"z", "s"), (r"j(?=[ei])", "g"),
)  # fmt: skip
_DROPPED = re.compile(r"\b(?:el|la|un|una|mi|los|las|de|en|me|se|que) ")


@lru_cache
def _facts() -> Dict[str, List[str]]:
    def lines(name: str) -> List[str]:
        rows = (LOOKUPS / name).read_text(encoding="utf-8").splitlines()
        return [row.strip() for row in rows if row.strip() and not row.startswith("#")]

    return {
        "road": lines("avenues.txt"),
        "area": lines("neighborhoods.txt"),
        "city": lines("common_municipality_names.txt"),
        "first": lines("first_names.txt"),
        "last": lines("surnames.txt"),
        "make": ["Versa", "Jetta", "Aveo", "Tsuru gris", "March blanco", "Civic", "Hilux", "Ranger", "Spark 2015",
                 "Sentra rojo", "Kenworth", "CR-V", "Beat", "Onix"],
    }  # fmt: skip


def _a_fact(name: str, choose: random.Random) -> str:
    if name == "digits":
        return str(choose.randrange(10**6, 10**10))
    if name == "n":
        return str(choose.randrange(1, 60))
    if name == "plates":
        return "".join(choose.choice("ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(3)) + str(choose.randrange(1000, 10000))
    if name == "name":
        return f"{choose.choice(_facts()['first'])} {choose.choice(_facts()['last'])}"
    return choose.choice(_facts()[name])


def _filled(text: str, choose: random.Random) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: _a_fact(match[1], choose), text)


def among_others(text: str, choose: random.Random) -> str:
    """The sentence with what else may be said in one breath."""
    if choose.random() < 0.35:
        text = f"{_filled(choose.choice(words()['before']), choose)} {text}"
    while choose.random() < 0.4:
        text += choose.choice(_BETWEEN) + _filled(choose.choice(words()["after"]), choose)
    return text


def in_one_breath(first: str, second: str, choose: random.Random) -> str:
    """Two things told, one after the other."""
    return first + choose.choice((", ", ". ", " ", " y ", " pero ", "; ")) + second


def by_thumb(text: str, choose: random.Random) -> str:
    """A letter lost, doubled or out of place."""
    for _ in range(choose.choice((1, 1, 2))):
        at = choose.randrange(max(1, len(text) - 2))
        twist: Callable[[str], str] = choose.choice((
            lambda two: two[1:], lambda two: two[0] + two, lambda two: two[::-1], lambda two: two.replace(" ", ""),
        ))  # fmt: skip
        text = text[:at] + twist(text[at : at + 2]) + text[at + 2 :]
    return text


def by_sms(text: str, choose: random.Random) -> str:
    """Short forms and spellings by ear, small words left out."""
    for pattern, short in choose.sample(_SHORT, 5):
        text = re.sub(pattern, short, text.lower())
    return _DROPPED.sub(lambda match: "" if choose.random() < 0.3 else match[0], text)


def by_voice(text: str, choose: random.Random) -> str:
    """Without marks, with what is said while thinking."""
    said = re.sub(r"[^\w\s]", " ", text).split()
    for _ in range(choose.randrange(3)):
        said.insert(choose.randrange(len(said) + 1), choose.choice(_THINKING))
    return " ".join(said)


def in_some_manner(text: str, choose: random.Random) -> str:
    """The sentence as it may arrive: now and then by SMS or by voice, with or without slips of the thumb."""
    style = choose.random()
    if style < 0.2:
        text = by_sms(text, choose)
    elif style < 0.45:
        text = by_voice(text, choose)
    return by_thumb(text, choose) if choose.random() < 0.2 else text
