"""People's names: which words are a name, where it ends, and how it is written."""

import re
from typing import FrozenSet, Optional, Tuple

from .catalogue import MAKES, MODELS
from .folding import Token, fold
from .geography import STATE_NAMES, TOWNS
from .lookups import load_lines, words
from .ordinary import is_ordinary

_FIRST = [*load_lines("first_names.txt"), *load_lines("rarer_first_names.txt")]
_LAST = [*load_lines("surnames.txt"), *load_lines("rarer_surnames.txt")]
# Given names as they are written in short; 'Ma.' is kept as it is, for many are registered so.
_SHORT = {"gpe": "Guadalupe", "fco": "Francisco", "fca": "Francisca", "jse": "José"}
FIRST: FrozenSet[str] = frozenset([*map(fold, _FIRST), *_SHORT])
LAST: FrozenSet[str] = frozenset(map(fold, _LAST))
_ACCENTED = {fold(name): name for name in [*_LAST, *_FIRST] if fold(name) != name.lower()}
INSIDE = frozenset(
    ("viuda", "vda", "de", "d", "la", "del", "los", "las", "y", "san", "santa", "da", "di", "von", "van", "mac")
)
INITIAL = frozenset(("j", "m", "ma"))  # José and María, as many are registered
NOT_NAMES: FrozenSet[str] = frozenset(load_lines("not_names.txt"))
INITIALS = re.compile(r"s\.?a\.?(?:b\.?|s\.?)?|c\.?v\.?|r\.?l\.?|[as]\.?c\.?|s\.?p\.?r\.?")

# Surnames that are words of their own, and names only after these particles.
_AFTER = {
    "de": frozenset(("anda", "dios", "oca")),
    "de la": frozenset(("borbolla", "concha", "fuente", "hoz", "lanza", "maza", "o", "sota", "torre", "vara", "vina")),
    "de los": frozenset(("cobos", "heros", "monteros")),
    "del": frozenset(("bosque", "campo", "cid", "hoyo", "monte", "moral", "olmo", "pozo", "real")),
}

_WORKPLACE = (
    r"(?:empresa|oficina|compania|sucursal|area|departamento|administracion|flotilla|logistica|trafico|taller|despacho"
    r"|notaria|sitio|base|radio|distribuidora|transportes?|grupo|constructora)"
)


def is_name_word(word: str) -> bool:
    """True for a given name or a surname of the lists (folded)."""
    return word in FIRST or word in LAST


def is_rare(said: Tuple[Token, ...], at: int) -> bool:
    """True for a word that may be a name of no list: no Spanish word, no place and no car's name."""
    word = said[at].text
    if len(word) < 3 or not word.isalpha() or word in NOT_NAMES or not set(word) & set("aeiouy") or is_ordinary(word):
        return False
    return not any(phrases.at(said, at) for phrases in (TOWNS, STATE_NAMES, MAKES, MODELS))


def unlisted_name(text: str, said: Tuple[Token, ...], first: int, sure: bool) -> int:
    """Index after a name whose first word is on no list ('Xunashi López'), or `first`: a surname follows it, or,
    where the words before leave no doubt (`sure`), it stands alone or before another such word.
    """
    if first >= len(said) or is_name_word(said[first].text) or not is_rare(said, first):
        return first
    if first + 1 < len(said) and fold(text)[said[first].end : said[first + 1].start].isspace():
        following = said[first + 1].text
        if is_name_word(following) and following not in NOT_NAMES:
            return name_end(text, said, first + 1)
        if sure and is_rare(said, first + 1):
            return max(name_end(text, said, first + 1), first + 2)
    return first + 1 if sure else first


def name_end(text: str, said: Tuple[Token, ...], first: int, most: int = 6, open_ended: bool = False) -> int:
    """Index after the person's name that starts at word `first`, or `first`.

    Unknown words count after a known one, in capitals, or when `open_ended`; those that are no Spanish word after a
    known one in any letters.
    """
    at, known, taken = first, 0, 0
    folded = fold(text)
    typed = text != text.lower() and text != text.upper()
    # A capital at the beginning of a sentence says nothing of the letters to come.
    within = re.search(r"[^\s.!?¡¿]\s*$", text[: said[first].start])
    cased = typed and within is not None and text[said[first].start].isupper()
    while at < len(said) and taken < most:
        word = said[at].text
        if at == first and word in INITIAL and at + 1 < len(said) and said[at + 1].text in FIRST:
            at, taken = at + 1, taken + 1  # 'j jesus camarena'
            continue
        if at > first and not re.fullmatch(r"[\s\-']*\.?\s*", folded[said[at - 1].end : said[at].start]):
            break
        if at > first and "." in folded[said[at - 1].end : said[at].start] and len(said[at - 1].text) > 3:
            break
        if at > first and folded[said[at].end :].startswith(":"):
            break  # 'Nombre: Adela Montes Domicilio: …'
        if word in INSIDE and at > first and (word != "d" or not typed or text[said[at].start] == "d"):
            inside = _particles(said, at)
            if not inside:
                break
            at, known, taken = at + inside, known + 1, taken + 1
            continue
        capital = typed and text[said[at].start].isupper()
        if (
            not word.isalpha()
            or (word in NOT_NAMES and not (capital and word in LAST) and said[at - 1].text != "la")
            or (len(word) < 2 and not capital and said[at - 1].text != "la")
        ):
            break
        if word in FIRST or word in LAST:
            if typed and not capital and at > first and text[said[first].start].isupper() and word not in LAST:
                break
            known += 1
        elif not (
            capital
            or (known and taken <= 4 and not cased and is_rare(said, at))
            or (known and taken <= 4 and not typed and len(word) > 2 and _closed(folded, said, at))
            or (open_ended and len(word) > 2)
        ):
            break
        at, taken = at + 1, taken + 1
    if not known and not open_ended and not (typed and at - first >= 2):
        return first
    return at


def _particles(said: Tuple[Token, ...], at: int) -> int:
    """How many words from `at` are particles and their surname ("de la Torre"); 0 where the name ends before them."""
    length = 1
    if said[at].text in ("viuda", "vda"):
        inside = _particles(said, at + 1) if at + 1 < len(said) and said[at + 1].text == "de" else 0
        return inside + 1 if inside else 0
    if said[at].text == "y" and at + 1 < len(said) and said[at + 1].text in ("de", "del"):
        inside = _particles(said, at + 1)  # 'de la Cruz y de la Torre'
        return inside + 1 if inside else 0
    if said[at].text in ("de", "d") and at + 1 < len(said) and said[at + 1].text in ("la", "los", "las"):
        length = 2
    following = said[at + length].text if at + length < len(said) else ""
    before = " ".join("de" if word.text == "d" else word.text for word in said[at : at + length])
    named = is_name_word(following) and following not in NOT_NAMES
    return length + 1 if named or following in _AFTER.get(before, ()) else 0


def _town(said: Tuple[Token, ...], at: int) -> bool:
    """Whether a place of several words begins here: 'habla rosa, tuxtla gutiérrez'."""
    place = TOWNS.at(said, at)
    return place is not None and place.after - at > 1


def _closed(folded: str, said: Tuple[Token, ...], at: int) -> bool:
    """Whether an unknown word ends the sentence or stands before a name: a rare surname rather than the next verb."""
    following = said[at + 1].text if at + 1 < len(said) else ""
    if _town(said, at):
        return False
    return (
        bool(re.match(rf"\s*(?:$|[,.;:!?])|\s+de(?:l| la)? {_WORKPLACE}\b", folded[said[at].end :]))
        or following in ("y", "mi")
        or (is_name_word(following) and following not in NOT_NAMES)
    )


def title(text: str) -> str:
    """The name in capitals and small letters, with the accents of the lists where it came without.

    'laura mendez' is 'Laura Méndez'; 'transportes cima sa de cv' is 'Transportes Cima SA de CV'.
    """
    out = []
    plain = re.sub(r"\s+", " ", text.strip(" ,;:"))
    if plain.endswith(".") and not re.search(r"\b[a-zA-Z]\.$", plain):
        plain = plain[:-1]
    for index, part in enumerate(plain.split(" ")):
        key = fold(part)
        if key.rstrip(".") in _SHORT:
            out.append(_SHORT[key.rstrip(".")])
        elif part == "d" and index:
            out.append("de")  # as in a text message: 'juan d dios perez'
        elif key in INSIDE and key != "d" and index:
            out.append(key)
        elif INITIALS.fullmatch(key):
            out.append(part.upper())
        elif part not in (part.lower(), part.upper()):
            out.append(part)
        elif key == part.lower() and key in _ACCENTED:
            out.append(_ACCENTED[key])
        else:
            out.append("-".join(piece[:1].upper() + piece[1:].lower() for piece in part.split("-")))
    return " ".join(out)


def first_word(text: str, offset: int) -> int:
    """Index of the first word at or after `offset`."""
    said = words(text)
    return next((i for i, w in enumerate(said) if w.start >= offset), len(said))


def bare_name(text: str) -> Optional[str]:
    """The name in a message that is nothing but a first name and surnames, such as "Martín Olvera Ríos"; else None."""
    said = re.sub(r"\b(ma|fco|gpe|j)\. ?", r"\1 ", fold(text)).strip(" .,!").split()
    if not 2 <= len(said) <= 5 or said[0] not in FIRST or not any(word in LAST for word in said[1:]):
        return None
    if not all(word in FIRST or word in LAST or word in ("de", "d", "la", "del", "los", "y") for word in said):
        return None
    return title(text.strip(" .,!"))
