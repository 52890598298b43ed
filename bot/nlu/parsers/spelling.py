"""Letters and digits said one by one: 'jota ene be cuatro ocho dos ce', 'be de burro', 've chica', 'doble u'."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Dict, List, Optional, Tuple

from .folding import Token, tokens
from .lookups import load_yaml
from .names import FIRST
from .number_words import Atom, atoms

_SAID = load_yaml("letters.yml")


def _by_word(table: str, apart: Optional[str] = None) -> Dict[str, str]:
    return {word.strip(): letter for letter, said in _SAID[table].items() for word in said.split(apart)}


_RADIO: Dict[str, str] = _by_word("radio")
LETTERS: Dict[str, str] = {**_by_word("names"), **_RADIO}
_SURE = frozenset(_SAID["sure"].split())
_TWO: Dict[Tuple[str, ...], str] = {tuple(pair.split()): letter for pair, letter in _by_word("pairs", ",").items()}
_MARKS = frozenset("-,./:")
_BETWEEN = frozenset(_SAID["between"].split())
_COUNTED = ("letras", "numeros", "digitos")
_AFTER_QUE = frozenset(
    ("son", "es", "era", "esta", "dice", "trae", "tiene", "la", "las", "el", "los", "no")
)  # 'creo q son'
_JOINS = frozenset(_SAID["joins"].split())
_SOUND = {
    "B": "bv",
    "V": "vb",
    "C": "cs",
    "S": "sc",
    "Z": "zs",
    "K": "kcq",
    "G": "gj",
    "J": "jg",
    "Q": "qc",
    "I": "i",
    "Y": "yi",
    "H": "h",
    "X": "x",
    "W": "w",
    "R": "r",
}


@dataclass(frozen=True)
class Piece:
    """One sign or group of signs said:
    `chars` in upper case; `sure` when it is a letter's name that is no other word; `radio` for a word or a given name
    that stands for its first letter ('romeo', 'beto').
    """

    chars: str
    start: int
    end: int
    sure: bool
    letter: bool
    radio: bool = False


@lru_cache(maxsize=64)
def spelled(text: str) -> Tuple[Tuple[Piece, ...], ...]:
    """Stretches of letters' names, single letters, short codes and numbers, with nothing but pauses between."""
    words = tokens(text)
    by_start: Dict[int, Atom] = {atom.start: atom for atom in atoms(text)}
    stretches: List[Tuple[Piece, ...]] = []
    current: List[Piece] = []
    at = 0
    while at < len(words):
        by_name = any(p.letter and p.end - p.start > 1 for p in current)
        after = _past_words(words, at, by_name) if current else at
        if after > at:
            at = after
            continue
        number = at + (words[at].text == "y")
        count = by_start.get(words[number].start) if number + 1 < len(words) else None
        if count and len(count.digits) == 1 and words[number + 1].text in _COUNTED:
            at = number + 2  # 'tres letras', 'y cuatro números'
            continue
        piece, after = _piece(words, at, by_start, text)
        piece, after = (piece, after) if piece else _initial(words, at, current)
        if piece:
            current.append(piece)
            at = after
        else:
            if current:
                stretches.append(tuple(current))
                current = []
            at += 1
    if current:
        stretches.append(tuple(current))
    return tuple(stretches)


def _past_words(words: Tuple[Token, ...], at: int, by_name: bool) -> int:
    """The index after what is said between two letters: a mark, 'guion', 'y luego', 'y los números son', 'acaba en'."""
    after, joins = at, 0
    following = words[at + 1].text if at + 1 < len(words) else ""
    if words[at].text == "y" and by_name and len(following) > 1 and following in LETTERS:
        return at + 1  # 'pe de pato y ene': whoever says 'ene' says 'ye' too
    third = words[at + 2].text if at + 2 < len(words) else ""
    if words[at].text == "y" and following in ("la", "el") and (third in LETTERS or len(third) == 1):
        return at + 2  # 'jnb 482 y la c'
    if words[at].text == "y" and following in ("una", "un") and _is_a_letter(words, at + 2):
        return at + 2  # 'cuatro ocho dos y una be'
    while after < len(words) and words[after].text in _JOINS and after - at < 2:
        after, joins = after + 1, joins + 1
    if after == len(words) or not (words[after].text in _BETWEEN or (words[after].text in _MARKS and not joins)):
        return at
    while after < len(words) and words[after].text in _BETWEEN | _MARKS:
        after += 1
    if words[after - 1].text in _BETWEEN - {"guion", "espacio"}:  # 'termina en', 'son los'
        while (
            after < len(words) and words[after].text in _JOINS - {"de"} and words[after].text != "y" and after - at < 6
        ):
            after += 1
    return after


def _is_a_letter(words: Tuple[Token, ...], at: int) -> bool:
    """Whether the word at `at` can be nothing else than a letter: 'be', 'z', 'de de dado', or the last word of all."""
    if at >= len(words):
        return False
    word, last = words[at].text, at + 1 == len(words)
    shown = not last and _past_example(words, at + 1, LETTERS.get(word, word.upper())) > at + 1
    single = len(word) == 1 and word.isalpha()
    return (
        word in _SURE
        or (single and (last or word not in "aeodyu"))
        or ((word in LETTERS or single) and (last or shown))
    )


def _initial(words: Tuple[Token, ...], at: int, current: List[Piece]) -> Tuple[Optional[Piece], int]:
    """A given name for its first letter, as policemen say them: at least two in a row begin what is spelled."""

    def names(index: int) -> bool:
        return index < len(words) and (words[index].text in FIRST or words[index].text in _RADIO)

    word = words[at]
    begun = current[0].radio if current else names(at + 1)
    if word.text not in FIRST or not begun:
        return None, at
    return Piece(word.text[0].upper(), word.start, word.end, False, True, True), at + 1


def _piece(words: Tuple[Token, ...], at: int, numbers: Dict[int, Atom], text: str) -> Tuple["Piece | None", int]:
    word = words[at]
    if word.text == "q" and at + 1 < len(words) and words[at + 1].text in _AFTER_QUE:
        return None, at
    pair = (word.text, words[at + 1].text) if at + 1 < len(words) else ("", "")
    if pair in _TWO and not (
        pair == ("uve", "doble") and at + 2 < len(words) and words[at + 2].text in ("u", "ve", "uve")
    ):
        after = _past_example(words, at + 2, _TWO[pair])
        return Piece(_TWO[pair], word.start, words[after - 1].end, True, True), after
    atom = numbers.get(word.start)
    if atom:
        after = at
        while after < len(words) and words[after].end <= atom.end:
            after += 1
        return Piece(atom.digits, atom.start, atom.end, False, False), after
    letter = LETTERS.get(word.text)
    if letter is None and len(word.text) == 1 and word.text.isalpha():
        letter = word.text.upper()
    if (
        letter is None
        and re.fullmatch(r"(?=.*[a-z])[a-z0-9]{1,17}", word.text)
        and (any(c.isdigit() for c in word.text) or _code(text, word))
    ):
        return Piece(word.text.upper(), word.start, word.end, any(c.isdigit() for c in word.text), False), at + 1
    if letter is None:
        return None, at
    after = _past_example(words, at + 1, letter)
    if word.text == "de" and after == at + 1:
        after = _elided(words, after)
    sure = word.text in _SURE or after > at + 1
    return Piece(letter, word.start, words[after - 1].end, sure, True, word.text in _RADIO), after


def _code(text: str, word: Token) -> bool:
    """Two to four letters in capitals, or without a vowel: part of a plate rather than a word."""
    said = text[word.start : word.end]
    return (
        2 <= len(said) <= 4
        and said.isalpha()
        and ((said.isupper() and not text.isupper()) or not set(word.text) & set("aeiou"))
    )


def _past_example(words: Tuple[Token, ...], at: int, letter: str) -> int:
    """The index after 'de burro' when the example begins with the letter, else `at`."""
    if at + 1 < len(words) and words[at].text in ("de", "d", "como", "en", "comoen") and len(words[at + 1].text) >= 3:
        example = words[at + 1].text
        if (
            example[0] in _SOUND.get(letter, letter.lower())
            and (example not in LETTERS or _RADIO.get(example) == letter)
            and example not in _BETWEEN
            and not _is_number(example)
        ):
            return at + 2
        if letter == "X" and example not in LETTERS and not _is_number(example):
            return at + 2
    return at


def _elided(words: Tuple[Token, ...], at: int) -> int:
    """The index after 'dedo' of 'de dedo eme te …', where the letter's name and 'de' are one; else `at`."""
    example = words[at].text if at < len(words) else ""
    spelled_on = at + 1 < len(words) and (words[at + 1].text in LETTERS or _is_number(words[at + 1].text))
    if len(example) >= 4 and example[0] == "d" and spelled_on and not _is_number(example) and example not in _BETWEEN:
        return at + 1
    return at


def _is_number(word: str) -> bool:
    return bool(atoms(word))
