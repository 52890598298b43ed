"""Word lists of ../lookups, read once, and the longest-match search that all finders share."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, Generic, Iterator, List, NamedTuple, Optional, Tuple, TypeVar

import yaml

from .folding import Token, fold, tokens

FOLDER = Path(__file__).resolve().parent.parent / "lookups"
T = TypeVar("T")


def load_yaml(name: str) -> Any:
    """The YAML file `name` of the lookups."""
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def load_lines(name: str) -> List[str]:
    """The lines of the text file `name`, without blanks and comments."""
    lines = (line.split("#")[0].strip() for line in (FOLDER / name).read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


@lru_cache(maxsize=128)
def words(text: str) -> Tuple[Token, ...]:
    """The words of the folded text, without marks."""
    return tuple(token for token in tokens(text) if token.text.isalnum())


class Match(NamedTuple):
    """A phrase of a list seen in a text: words[first:after]."""

    first: int
    after: int
    entry: Any


class Phrases(Generic[T]):
    """Phrases to look for, by their words; hyphens and accents do not matter."""

    def __init__(self) -> None:
        self._by_first: Dict[str, List[Tuple[Tuple[str, ...], T]]] = {}

    def add(self, phrase: str, entry: T) -> None:
        """Look for `phrase` too; the first entry of a phrase wins."""
        parts = tuple(re.findall(r"[a-z0-9]+", fold(phrase)))
        if parts:
            known = self._by_first.setdefault(parts[0], [])
            if all(parts != other for other, _ in known):
                known.append((parts, entry))
                known.sort(key=lambda item: -len(item[0]))

    def at(self, said: Tuple[Token, ...], first: int) -> Optional[Match]:
        """The longest phrase that starts at word `first`, or None."""
        for parts, entry in self._by_first.get(said[first].text, ()):
            after = first + len(parts)
            if len(parts) == 1 or (
                after <= len(said) and all(said[first + i].text == part for i, part in enumerate(parts))
            ):
                return Match(first, after, entry)
        return None

    def every(self, text: str) -> Iterator[Match]:
        """Longest phrases of the text from left to right, none overlapping."""
        said, first = words(text), 0
        while first < len(said):
            match = self.at(said, first)
            if match:
                yield match
                first = match.after
            else:
                first += 1

    def __contains__(self, phrase: str) -> bool:
        said = words(phrase)
        match = self.at(said, 0) if said else None
        return bool(match and match.after == len(said))
