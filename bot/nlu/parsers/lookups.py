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
        self._entries: Dict[Tuple[str, ...], T] = {}
        self._lengths: Dict[str, List[int]] = {}  # of the phrases that begin with a word, the longest first

    def add(self, phrase: str, entry: T) -> None:
        """Look for `phrase` too; the first entry of a phrase wins."""
        parts = tuple(re.findall(r"[a-z0-9]+", fold(phrase)))
        if parts and parts not in self._entries:
            self._entries[parts] = entry
            lengths = self._lengths.setdefault(parts[0], [])
            if len(parts) not in lengths:
                lengths.append(len(parts))
                lengths.sort(reverse=True)

    def at(self, said: Tuple[Token, ...], first: int) -> Optional[Match]:
        """The longest phrase that starts at word `first`, or None."""
        for length in self._lengths.get(said[first].text, ()):
            parts = tuple([word.text for word in said[first : first + length]])
            if parts in self._entries:
                return Match(first, first + len(parts), self._entries[parts])
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
