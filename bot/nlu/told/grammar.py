"""Sentences with places for words: `[a|b]` is one or the other, `{otro}` a word of words.yml."""

import random
import re
from functools import lru_cache
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Optional

import yaml

FOLDER = Path(__file__).resolve().parents[2] / "data" / "told"
WORDS = "words.yml"
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_PLACE = re.compile(r"\{(\w+)\}")


class Pattern(NamedTuple):
    """A sentence to be filled in; `kind` of loss and `people` are None where nothing is told of them."""

    text: str
    kind: Optional[str]
    people: Optional[str]
    asked: bool  # says so only as the answer to whether anybody is hurt
    topic: str  # the file it stands in


def lines(block: Optional[str]) -> List[str]:
    """The lines of a block that say something."""
    return [line.strip() for line in (block or "").splitlines() if line.strip()]


@lru_cache
def words(folder: Path = FOLDER) -> Dict[str, List[str]]:
    """The words for each place, by its name."""
    lists = yaml.safe_load((folder / WORDS).read_text(encoding="utf-8"))
    return {name: lines(block) for name, block in lists.items()}


def patterns(folder: Path = FOLDER) -> Iterator[Pattern]:
    """Every sentence of the folder, file by file."""
    for file in sorted(folder.glob("*.yml")):
        if file.name == WORDS:
            continue
        told = yaml.safe_load(file.read_text(encoding="utf-8"))
        for field in ("said", "asked"):
            for line in lines(told.get(field)):
                yield Pattern(line, told.get("kind"), told.get("people"), field == "asked", file.stem)


def fill(text: str, choose: random.Random) -> str:
    """One of the sentences that the pattern stands for."""
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda match: choose.choice(match[1].split("|")), text)
    return put_in_places(text, words(), choose)


def fill_all(text: str, places: Dict[str, List[str]], choose: random.Random) -> Iterator[str]:
    """Some of the sentences that the pattern stands for, in which every alternative stands at least once."""
    parts = [part.split("|") if number % 2 else [part] for number, part in enumerate(_CHOICE.split(text))]
    for part in parts:
        choose.shuffle(part)
    for number in range(max(map(len, parts))):
        yield put_in_places("".join(part[number % len(part)] for part in parts), places, choose)


def put_in_places(text: str, places: Dict[str, List[str]], choose: random.Random) -> str:
    """The sentence with a word in each place."""
    text = _PLACE.sub(lambda match: choose.choice(places[match[1]]), text)
    return re.sub(r"\s+([,.?])", r"\1", re.sub(r"\s+", " ", text)).strip()


def ways(text: str) -> int:
    """How many sentences the pattern stands for."""
    count = 1
    for choice in _CHOICE.findall(text):
        count *= choice.count("|") + 1
    for place in _PLACE.findall(text):
        count *= len(words()[place])
    return count
