"""A name in answer to a question: 'what name?', 'who was driving?'."""

import re
from typing import NamedTuple, Optional, Tuple

from .companies import company
from .folding import Token, fold
from .lookups import words
from .name_choice import named as in_its_order
from .name_choice import standing, stretches
from .named_after import kins_name
from .names import FIRST, NOT_NAMES, bare_name, first_word, is_name_word, name_end, title, unlisted_name
from .ordinary import is_ordinary
from .person_words import LEAD, NEAR, SELF, SELF_DRIVER, TAIL
from .persons import find
from .yes_no import is_unknown, read_yes_no


class NameSaid(NamedTuple):
    """An answer to 'who?': the `name`, or the speaker in person (`me`), or a `relation` ('esposo') without a name."""

    name: Optional[str]
    me: bool
    relation: Optional[str]


_CALLED = re.compile(r"\b(?:se llam(?:a|aba|o)|su nombre es|de nombre|llamad[oa]|responde al nombre de)\s+(?=[a-z])")


# How the elderly call whoever answers the telephone: 'yo mija, Teresa'.
_CALLING_US = re.compile(r"\b(?:mij(?:it)?[oa]s?|mi (?:reina|amor|vida|cielo|coraz[oó]n))\b", re.I)


def read_name(text: str) -> Optional[NameSaid]:
    """The answer to 'what name?' or 'who was driving?':
    a name (accents kept or restored), 'yo', 'mi esposo'; None when it holds none.
    """
    return _read(_CALLING_US.sub(lambda said: " " * len(said.group()), text))


def _read(text: str) -> Optional[NameSaid]:
    folded = fold(text)
    if is_unknown(text) and not any(is_name_word(w.text) for w in words(text)):
        return None
    relation = re.search(rf"\b(?:mi|el|la|nuestro|un|una)\s+({NEAR})\b", folded)
    first_choice = _first_of_two(text, folded)
    if first_choice:
        return NameSaid(first_choice, False, None)
    stands = in_its_order(text)
    if stands:
        return NameSaid(stands, bool(SELF.search(folded)) and not relation, relation[1] if relation else None)
    kin = (
        relation[1]
        if relation
        and not re.search(r"asegurad|el (?:senor|conductor|chofer)|la (?:senora|conductora)", relation.group())
        else None
    )
    firm = company(text)
    me = bool(SELF.search(folded))
    person = (bare_name(text.split(",", maxsplit=1)[0]) or _before_firm(text, firm[0])) if firm else None
    if person:  # 'Licha Barajas, soy la operadora del radio', 'la contadora Irma Peralta de Transportes Lince'
        return NameSaid(person, me, None)
    if firm:
        return NameSaid(title(text[firm[0] : firm[1]]), False, None)
    named = [f for f in find(text) if f.value["name"]]
    if named:
        return NameSaid(
            named[0].value["name"],
            bool(re.search(r"\byo\b|\bsoy\b|\bservidora?\b", folded)) and not kin,
            named[0].value["relation"] or kin,
        )
    apart = _told_apart(text, folded, kin)
    if apart:
        return NameSaid(apart, False, kin)
    lead = LEAD.match(folded)
    start = lead.end() if lead else 0
    tail = TAIL.search(folded, start)
    end = tail.start() if tail else len(text)
    rest = text[start:end].strip(" ,.;:!¡¿?\"'")
    begin = text.find(rest, start) if rest else start
    said = words(text)
    first = first_word(text, begin)
    if rest and first < len(said) and said[first].start < end:
        bare = len(rest.split()) <= 6 and not any(
            w in NOT_NAMES and w not in ("de", "la", "del", "los", "las", "y", "el") for w in fold(rest).split()
        )
        after = name_end(text, said, first, open_ended=bare and not kin and not re.search(r"\d", rest))
        described = after == first + 1 and re.match(r"\s+(?:que|con|del?)\b", folded[said[first].end :])
        if described and lead and re.search(r"\b(?:la|el|una?)\s*$", lead.group()):
            alone = _at_the_end(text)
            if alone:
                return NameSaid(alone, me and not kin, kin)
            return NameSaid(None, False, said[first].text)  # 'la chava que me ayuda' has no name
        spoken = SELF.search(folded, 0)
        if me and spoken and spoken.start() <= said[first].start < spoken.end() and not is_name_word(said[first].text):
            after = first  # 'la que escribe'
        if kin and after == first:
            after = kins_name(text, said, first, bool(_ALONE.match(folded, said[first].start)))
        known, after = _or_rare(text, said, first, after)
        later = [one for one in stretches(text) if one.first >= after and said[one.first].text in FIRST]
        if after > first and later and not known:
            first, after = later[0]  # 'yo lo dejé ahí, Fabiola Cano'
        if after > first and (bare or known) and not _no_name(said[first:after]):
            first, after = standing(text, first, after)
            return NameSaid(title(text[said[first].start : said[after - 1].end]), me and not kin, kin)
    alone = _at_the_end(text)
    if alone:
        return NameSaid(alone, me and not kin, kin)
    mine = SELF_DRIVER.search(folded) or re.match(r"\W*(?:si|no)?\W*(?:soy )?yo\b", folded)
    theirs = any(f.value["role"] == "driver" and f.value["relation"] for f in find(text))  # 'mi hermano iba manejando'
    if me and (mine or not kin) and not theirs:
        return NameSaid(None, True, None)
    if kin:
        return NameSaid(None, False, kin)
    return None


def _no_name(said: Tuple[Token, ...]) -> bool:
    """Whether these are but ordinary words, or a yes or a no: 'con pistola', 'la batería', 'siii'."""
    if any(is_name_word(word.text) for word in said):
        return False
    return all(is_ordinary(word.text) for word in said) or read_yes_no(said[0].text) is not None


def _or_rare(text: str, said: Tuple[Token, ...], first: int, after: int) -> Tuple[bool, int]:
    """Whether a name begins at word `first`, and where it ends: on no list perhaps, as in 'Xunashi López, su prima'."""
    if is_name_word(said[first].text):
        return True, after
    rare = unlisted_name(text, said, first, sure=False)
    return rare > first, max(after, rare)


# 'Mi hijo Brandon', 'mi hijo Brandon, Brandon Alexis Luévano': a word or two, and no more.
_ALONE = re.compile(r"[a-z]+(?: [a-z]+)?\s*(?:[,.;]|$)")


_SO_TO_SAY = re.compile(r"^\s*(?:(?:o sea|es decir|que es|osea|bueno|ella es|él es|el es|es)\s+)+", re.I)


def _told_apart(text: str, folded: str, kin: Optional[str]) -> Optional[str]:
    """The name after 'se llama', or after the relation and a comma."""
    called = _CALLED.search(folded)
    if called:  # 'el muchacho que me ayuda, se llama Chuy Palomares'
        said, first = words(text), first_word(text, called.end())
        after = name_end(text, said, first) if first < len(said) and said[first].start == called.end() else first
        if after > first:
            return title(text[said[first].start : said[after - 1].end])
    # 'mi roomie, Pau, Paulina Tinoco', 'mi hijo el menor, Iker Salgado'
    return bare_name(_SO_TO_SAY.sub("", text.rpartition(",")[2])) if kin else None


def _at_the_end(text: str) -> Optional[str]:
    """The one name of a message where it ends it, apart from the rest: 'ya se lo di, Rogelio Cota'."""
    seen, said = stretches(text), words(text)
    if len(seen) != 1 or seen[0].after != len(said) or said[seen[0].first].text not in FIRST or not seen[0].first:
        return None
    start = said[seen[0].first].start
    if not re.search(r"(?:[,.:;?!(]|\b(?:es|era|fue|el|la|don|dona|senor|senora)\b)\s*$", fold(text)[:start]):
        return None
    return title(text[start : said[-1].end])


def _before_firm(text: str, at: int) -> Optional[str]:
    """The person who speaks for a company: 'habla Irma Peralta de Transportes Lince'."""
    lead, said = LEAD.match(fold(text)), words(text)
    first = first_word(text, lead.end() if lead else 0)
    after = name_end(text, said, first) if first < len(said) and said[first].start < at else first
    if after - first >= 2 and said[after - 1].end <= at and said[first].text in FIRST:
        return title(text[said[first].start : said[after - 1].end])
    return None


_OR = re.compile(r"\bo (?:si no )?(?:a nombre )?(?:del?|d|la|el|mi)\b")


def _first_of_two(text: str, folded: str) -> Optional[str]:
    """The name before 'or': 'José Cervantes, o de mi mamá: Lupita Ortega'."""
    other, said = _OR.search(folded), words(text)
    head = [word.text for word in said if other and word.end <= other.start()]
    if (
        not 2 <= len(head) <= 5
        or head[0] not in FIRST
        or NOT_NAMES.intersection(head) - {"de", "la", "del", "los", "y"}
    ):
        return None
    return title(text[said[0].start : said[len(head) - 1].end])
