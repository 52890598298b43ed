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


@lru_cache
def words() -> Dict[str, List[str]]:
    """The words for each place, by its name."""
    lists = yaml.safe_load((FOLDER / WORDS).read_text(encoding="utf-8"))
    return {name: [line.strip() for line in lines.splitlines() if line.strip()] for name, lines in lists.items()}


def patterns(folder: Path = FOLDER) -> Iterator[Pattern]:
    """Every sentence of the folder, file by file."""
    for file in sorted(folder.glob("*.yml")):
        if file.name == WORDS:
            continue
        told = yaml.safe_load(file.read_text(encoding="utf-8"))
        for field in ("said", "asked"):
            for line in (told.get(field) or "").splitlines():
                if line.strip():
                    yield Pattern(line.strip(), told.get("kind"), told.get("people"), field == "asked", file.stem)


def fill(text: str, choose: random.Random) -> str:
    """One of the sentences that the pattern stands for."""
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda match: choose.choice(match[1].split("|")), text)
    text = _PLACE.sub(lambda match: choose.choice(words()[match[1]]), text)
    return re.sub(r"\s+([,.?])", r"\1", re.sub(r"\s+", " ", text)).strip()


def ways(text: str) -> int:
    """How many sentences the pattern stands for."""
    count = 1
    for choice in _CHOICE.findall(text):
        count *= choice.count("|") + 1
    for place in _PLACE.findall(text):
        count *= len(words()[place])
    return count
