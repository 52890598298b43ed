"""Names found again despite accents, typos and word order: word keys, pair keys and misspellings, all 32-bit integers.

A holder is indexed under every word of the name and every pair of words. A word that is asked for is first looked up in
the vocabulary of all words by its misspellings (the deletion neighbourhood of how it sounds), so that "Bargas" finds
"Vargas" and "Mendes" finds "Méndez"; then holders are found by pairs, which stays fast however common each word is.
"""

import re
import zlib
from difflib import SequenceMatcher
from itertools import combinations

from common.text import fold

PARTICLES = frozenset(["de", "del", "la", "las", "los", "y", "e", "el", "sa", "cv", "sc", "ac", "rl", "srl", "sapi"])
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in [
        (r"ph", "f"), (r"qu(?=[ei])", "k"), (r"gu(?=[ei])", "g"), (r"ch", "x"), (r"h", ""), (r"[gx](?=[eiy])", "j"),
        (r"c(?=[eiy])", "s"), (r"[cq]", "k"), (r"z", "s"), (r"v", "b"), (r"w", "u"), (r"ll", "y"), (r"y", "i"),
        (r"(.)\1+", r"\1"),
    ]
]  # fmt: skip


def words(name: str) -> list[str]:
    """The words of a name that tell people apart, folded, without particles, in order, each once."""
    found = list(dict.fromkeys(fold(name).split()))
    return [word for word in found if word not in PARTICLES] or found


def hash32(text: str) -> int:
    """A stable signed 32-bit hash, as PostgreSQL's integer holds it."""
    return zlib.crc32(text.encode()) - 2**31


def pair_key(one: str, other: str) -> int:
    """The key of two words whatever their order."""
    return hash32(" ".join(sorted((one, other))))


def name_keys(name_words: list[str]) -> list[int]:
    """What a holder with these words is indexed under: every word and every pair."""
    return [hash32(word) for word in name_words] + [pair_key(*pair) for pair in combinations(name_words, 2)]


def sound(word: str) -> str:
    """How a folded word sounds in Mexican Spanish, in letters: b=v, s=z=c, silent h, ll=y, doubled letters once."""
    for pattern, letters in _SOUNDS:
        word = pattern.sub(letters, word)
    return word


def misspellings(word: str) -> list[int]:
    """Keys that two words share when they sound alike or differ in one letter (added, missing, changed or swapped)."""
    heard = sound(word)
    near = {heard, *(heard[:i] + heard[i + 1 :] for i in range(len(heard)))} if len(heard) > 3 else {heard}
    return [hash32(form) for form in near]


def likeness(asked: str, known: str) -> float:
    """How alike two folded words are, 0 to 1; 1 only for the same word."""
    return SequenceMatcher(None, asked, known).ratio()
