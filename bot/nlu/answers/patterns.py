"""The sentences of bot/data/answers: a file a question, a block a kind of answer.

`unknown` is not to know; `else` answers something else. The answers of common.yml are of every question.
"""

from functools import lru_cache
from pathlib import Path
from typing import Dict, List

import yaml

from bot.nlu.told import grammar

FOLDER = Path(__file__).resolve().parents[2] / "data" / "answers"
_COMMON = "common.yml"

Blocks = Dict[str, List[str]]  # kind of answer → patterns


@lru_cache
def questions() -> Dict[str, Blocks]:
    """The answers of each question, by its name."""
    return {
        file.stem: _blocks(file) for file in sorted(FOLDER.glob("*.yml")) if file.name not in (grammar.WORDS, _COMMON)
    }


@lru_cache
def common() -> Blocks:
    """The answers that are the same for every question."""
    return _blocks(FOLDER / _COMMON)


@lru_cache
def places() -> Dict[str, List[str]]:
    """The words for each place, these and those of the told losses."""
    return {**grammar.words(), **grammar.words(FOLDER)}


def _blocks(file: Path) -> Blocks:
    said = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {_plain(name): grammar.lines(block) for name, block in said.items()}


def _plain(name: object) -> str:
    """YAML takes a bare yes and no for true and false."""
    return {True: "yes", False: "no"}.get(name, str(name)) if isinstance(name, bool) else str(name)
