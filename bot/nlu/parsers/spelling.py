"""Letters and digits said one by one: 'jota ene be cuatro ocho dos ce', 'be de burro', 've chica', 'doble u'."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Dict, List, Tuple

from .folding import Token, tokens
from .number_words import Atom, atoms

LETTERS: Dict[str, str] = {
    "a": "A",
    "be": "B",
    "b": "B",
    "ce": "C",
    "se": "C",
    "de": "D",
    "e": "E",
    "efe": "F",
    "ge": "G",
    "je": "G",
    "hache": "H",
    "ache": "H",
    "i": "I",
    "jota": "J",
    "ka": "K",
    "ca": "K",
    "ele": "L",
    "eme": "M",
    "ene": "N",
    "enie": "Ñ",
    "o": "O",
    "pe": "P",
    "cu": "Q",
    "qu": "Q",
    "ere": "R",
    "erre": "R",
    "ese": "S",
    "te": "T",
    "u": "U",
    "ve": "V",
    "uve": "V",
    "equis": "X",
    "ekis": "X",
    "ye": "Y",
    "yee": "Y",
    "zeta": "Z",
    "seta": "Z",
    "ceta": "Z",
    "alfa": "A",
    "bravo": "B",
    "charlie": "C",
    "charly": "C",
    "delta": "D",
    "eco": "E",
    "foxtrot": "F",
    "golf": "G",
    "hotel": "H",
    "india": "I",
    "juliet": "J",
    "kilo": "K",
    "lima": "L",
    "mike": "M",
    "november": "N",
    "oscar": "O",
    "papa": "P",
    "quebec": "Q",
    "romeo": "R",
    "sierra": "S",
    "tango": "T",
    "uniform": "U",
    "victor": "V",
    "whisky": "W",
    "yanqui": "Y",
    "zulu": "Z",
}
_CODE_WORDS = frozenset(
    word
    for word in LETTERS
    if len(word) > 3 and word not in ("hache", "ache", "jota", "erre", "equis", "ekis", "enie", "zeta", "seta", "ceta")
)
_SURE = {
    "be",
    "ce",
    "efe",
    "ge",
    "hache",
    "ache",
    "jota",
    "ka",
    "ele",
    "eme",
    "ene",
    "pe",
    "cu",
    "ere",
    "erre",
    "uve",
    "equis",
    "ekis",
    "ye",
    "zeta",
    "seta",
    "ceta",
    "alfa",
    "bravo",
    "charly",
    "delta",
}
_TWO = {
    ("doble", "u"): "W",
    ("doble", "ve"): "W",
    ("doble", "uve"): "W",
    ("uve", "doble"): "W",
    ("i", "griega"): "Y",
    ("y", "griega"): "Y",
    ("i", "latina"): "I",
    ("be", "grande"): "B",
    ("be", "alta"): "B",
    ("be", "larga"): "B",
    ("ve", "chica"): "V",
    ("ve", "corta"): "V",
    ("ve", "baja"): "V",
    ("be", "chica"): "V",
    ("b", "grande"): "B",
    ("b", "chica"): "V",
    ("v", "chica"): "V",
    ("b", "alta"): "B",
    ("uve", "chica"): "V",
    ("be", "labial"): "B",
}
_SKIP = {"-", ",", ".", "guion", "eh", "este", "mmm", "luego", "/", "espacio", "mayuscula", ":"}
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
    `chars` in upper case; `sure` when it is a letter's name that is no other word.
    """

    chars: str
    start: int
    end: int
    sure: bool
    letter: bool


@lru_cache(maxsize=64)
def spelled(text: str) -> Tuple[Tuple[Piece, ...], ...]:
    """Stretches of letters' names, single letters, short codes and numbers, with nothing but pauses between."""
    words = tokens(text)
    by_start: Dict[int, Atom] = {atom.start: atom for atom in atoms(text)}
    stretches: List[Tuple[Piece, ...]] = []
    current: List[Piece] = []
    at = 0
    while at < len(words):
        piece, after = _piece(words, at, by_start, text)
        if piece:
            current.append(piece)
            at = after
        elif current and words[at].text in _SKIP:
            at += 1
        else:
            if current:
                stretches.append(tuple(current))
                current = []
            at += 1
    if current:
        stretches.append(tuple(current))
    return tuple(stretches)


def _piece(words: Tuple[Token, ...], at: int, numbers: Dict[int, Atom], text: str) -> Tuple["Piece | None", int]:
    word = words[at]
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
    return Piece(letter, word.start, words[after - 1].end, word.text in _SURE or after > at + 1, True), after


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
            and (example not in LETTERS or (example in _CODE_WORDS and LETTERS[example] == letter))
            and example not in _SKIP
            and not _is_number(example)
        ):
            return at + 2
        if letter == "X" and example not in LETTERS and not _is_number(example):
            return at + 2
    return at


def _is_number(word: str) -> bool:
    return bool(atoms(word))
