"""A name put right by how it is spelt: 'Méndez con zeta', 'Rovelo va con ve chica', 'es con hache', 'sin hache'."""

import difflib
import re
from typing import List, Optional, Tuple

from .folding import fold
from .lookups import load_yaml
from .names import FIRST, LAST, title

_SAID = load_yaml("letters.yml")
_LETTERS = {
    word.strip(): letter.lower()
    for table, apart in (("names", None), ("pairs", ","))
    for letter, said in _SAID[table].items()
    for word in said.split(apart)
    if letter != "Ñ"
}
_LETTER = "|".join(sorted(map(re.escape, {*_LETTERS, *"bcghijklmnqrstvwxyz"}), key=len, reverse=True))
_HOW = (
    r"(?:(?:se )?(?:escribe|escriben|es|va|van|lleva|llevan|termina|acaba|empieza|pero|tambien|mi|apellido|nombre) )*"
)
_AFTER = r"(?: (?:de \w+|chica|grande|corta|larga))?"
_WITH = re.compile(
    rf"(?:\b(?P<word>[a-z]{{3,}})[ ,]+)??(?P<no>\bno[ ,]+)?{_HOW}\b(?P<how>con|en|sin) (?:la (?:letra )?)?"
    rf"(?P<twice>doble )?(?P<letter>{_LETTER})\b{_AFTER}(?P<first> al (?:principio|inicio|comienzo)| inicial)?"
    r"(?P<last> al final)?"
)
# Which letters are written for which, and whether the last of them is meant rather than the first.
_FOR = {"z": ("scx", True), "s": ("zcx", True), "c": ("szkq", True), "v": ("bw", False), "b": ("v", False),
        "j": ("gxh", False), "g": ("j", False), "x": ("jsz", False), "y": ("i", True), "i": ("y", True),
        "k": ("cq", False), "w": ("vu", False), "q": ("kc", False), "n": ("m", False), "m": ("n", False)}  # fmt: skip
_NAMES = frozenset([*FIRST, *LAST])
_NO_WORD = re.compile(
    r"(?:es|va|con|se|escribe|lleva|apellido|nombre|mal|esta|era|bueno|perdon|digo|que|pero|sino|mi|el|la|no)$"
)


def respelled(name: str, text: str, listed: bool = False) -> Optional[str]:
    """The name with the word of it whose spelling `text` tells written so; None where it tells of none, or of several
    that it might be. Where it is `listed`, no word is written as no list of names has it.
    """
    words, changed = name.split(), False
    for said in _WITH.finditer(re.sub(r"[,.]", " ", fold(text)).replace("  ", " ")):
        letter = _LETTERS.get(said["letter"], said["letter"])
        if said["no"]:
            continue
        at = _which(words, said["word"], letter, said["how"] == "sin")
        if at is None:
            continue
        heard = said["word"] if said["word"] and _like(said["word"], words[at]) else fold(words[at])
        new = _written(heard, letter, said)
        if new and fold(new) != fold(words[at]) and not (listed and fold(new) not in _NAMES):
            words[at], changed = title(new), True
    return " ".join(words) if changed else None


def _like(word: str, known: str) -> bool:
    return not _NO_WORD.match(word) and difflib.SequenceMatcher(None, _sound(word), _sound(fold(known))).ratio() >= 0.8


def _sound(word: str) -> str:
    """A word with the letters that sound alike in Mexico written as one."""
    plain = re.sub(r"c(?=[ei])|z|x", "s", word.replace("h", "").replace("v", "b").replace("ll", "y"))
    return re.sub(r"g(?=[ei])", "j", plain)


def _which(words: List[str], said: Optional[str], letter: str, without: bool) -> Optional[int]:
    near = [at for at, known in enumerate(words) if said and _like(said, known)]
    if near:
        return near[0]
    if said and not _NO_WORD.match(said):
        return None
    may = [at for at, known in enumerate(words) if _applies(fold(known), letter, without)]
    return may[0] if len(may) == 1 else None


def _applies(word: str, letter: str, without: bool) -> bool:
    if without:
        return letter in word
    if letter == "h":
        return word[0] in "aeiou"
    return letter not in word and any(other in word for other in _FOR.get(letter, ("", True))[0])


def _written(word: str, letter: str, said: "re.Match[str]") -> Optional[str]:
    if said["how"] == "sin":
        return word.replace(letter, "", 1)
    if said["twice"]:
        return word if letter * 2 in word else _put(word, "y" if letter == "l" and "y" in word else letter, letter * 2)
    if letter == "h":
        return word if "h" in word.replace("ch", "") else _with_h(word)
    others, last = _FOR.get(letter, ("", True))
    last = bool(said["last"]) or (last and not said["first"])
    place = _place(word, others, last)
    if letter in (word if not (said["last"] or said["first"]) else word[-1] if last else word[0]):
        return word
    return None if place is None else word[: place[0]] + letter + word[place[1] :]


def _place(word: str, others: str, last: bool) -> Optional[Tuple[int, int]]:
    found = [at for at, letter in enumerate(word) if letter in others]
    return None if not found else (found[-1], found[-1] + 1) if last else (found[0], found[0] + 1)


def _put(word: str, old: str, new: str) -> Optional[str]:
    return word.replace(old, new, 1) if old in word else None


def _with_h(word: str) -> str:
    if word.endswith("t") or re.search(r"t[aeio]$", word):
        return re.sub(r"t(?=[aeio]?$)", "th", word)
    if word[0] in "aeiou":
        return "h" + word
    return re.sub(r"(?<=[aeo])(?=[aeiou])", "h", word, count=1)
