"""The lookup of makes, models and words for vehicles, ready to search."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Dict, FrozenSet, List, Optional

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from .folding import fold
from .lookups import Phrases, load_lines, load_yaml
from .ordinary import is_ordinary


@dataclass(frozen=True)
class Model:
    """A make (`model` None) or a model of it; `shy` ones need company to be believed, `code` ones their make."""

    make: str
    model: Optional[str]
    kind: str
    shy: bool = False
    code: bool = False


_WORDS = load_yaml("vehicle_words.yml")
NOUNS: Dict[str, str] = {noun: kind for kind, nouns in _WORDS["nouns"].items() for noun in nouns}
GLUE: FrozenSet[str] = frozenset(_WORDS["glue"])
INTRODUCERS: FrozenSet[str] = frozenset(_WORDS["introducers"])
PLAIN_MAKES: FrozenSet[str] = frozenset(_WORDS["plain_makes"])
TRIMS: FrozenSet[str] = frozenset(load_lines("trims.txt"))
_EVERYDAY = frozenset(load_lines("not_vehicles.txt"))
_SHOWN = {"Mercedes-Benz Autobuses": "Mercedes-Benz", "Honda Motos": "Honda"}

MAKES: "Phrases[Model]" = Phrases()
MODELS: "Phrases[Model]" = Phrases()
OF_MAKE: Dict[str, "Phrases[Model]"] = {}
KINDS: "Phrases[str]" = Phrases()


def _load() -> List[str]:
    kinds = {model: kind for kind, models in _WORDS["kinds_of_models"].items() for model in models}
    names = set()
    for noun, kind in NOUNS.items():
        KINDS.add(noun, kind)
        KINDS.add(noun + "s", kind)
    for make, entry in load_yaml("makes_models.yml").items():
        shown = _SHOWN.get(make, make)
        own = OF_MAKE.setdefault(shown, Phrases())
        for name in [make, *entry["aka"]]:
            if name not in _SHOWN:
                MAKES.add(name, Model(shown, None, entry["kind"]))
                names.add(fold(name))
        for line in entry["models"]:
            said, _, meant = str(line).lstrip("~!").partition(" = ")
            shy = str(line).startswith(("~", "!")) or len(said) <= 3 or said.isdigit()
            digits_first = said[0].isdigit() and not re.search(r"[a-zA-Z]{2}", said)
            code = str(line).startswith("!") or (len(said) <= 2 and said != "Ka") or digits_first
            model = Model(shown, meant or said, kinds.get(meant or said, entry["kind"]), shy, code)
            apart = re.sub(r"(?<=[a-zA-Z])(?=\d)", " ", said)  # 'A3' is heard as 'a tres'
            for form in (said, re.sub(r"[ \-]", "", said), apart):
                own.add(form, model)
                if not (code and form.isdigit()) and not (form == apart != said and len(form.split()[0]) < 2):
                    MODELS.add(form, model)
            if not shy and len(said) >= 5 and said.isalpha():
                names.add(fold(said))
    return sorted(name for name in names if len(name) >= 5 and name.isalpha())


_NAMES = _load()
_EXACT = frozenset(_NAMES)


@lru_cache(maxsize=2048)
def misspelled(word: str) -> Optional[str]:
    """The make or model (folded) that `word` (folded) misspells by one letter, or None."""
    if len(word) < 5 or not word.isalpha() or word in _EVERYDAY or word in NOUNS:
        return None
    if word not in _EXACT and is_ordinary(word):
        return None  # a yard ('patio') is no Palio
    near = extractOne(word, _NAMES, scorer=OSA.distance, score_cutoff=1)
    return near[0] if near and near[0][0] == word[0] else None
