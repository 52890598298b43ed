"""Which name stands where several are said of one person, and names in an order of their own.

'Hilda no, Gilda, Gilda Arámbula', 'dígame Chayo pero en el INE dice Rosario Cano', 'Tere... María Teresa Olvera',
'Ochoa Peña, Ramiro', 'de apellido Montejano y de nombre Cruz', 'Óscar, este, Villaseñor'.
"""

import difflib
import re
from itertools import pairwise
from typing import Dict, FrozenSet, List, NamedTuple, Optional, Tuple

from .folding import fold
from .lookups import load_yaml, words
from .names import FIRST, INITIAL, INSIDE, LAST, NOT_NAMES, is_name_word, name_end, title, unlisted_name
from .spelling import LETTERS


class Stretch(NamedTuple):
    """The words [first, after) of a text that are a name."""

    first: int
    after: int


_LINKS_OF = {kind: frozenset(said.split()) for kind, said in load_yaml("name_links.yml").items()}
_RATHER, _PAPERS, _FRIENDS = _LINKS_OF["rather"], _LINKS_OF["papers"], _LINKS_OF["friends"]
_ACTS, _PARTS, _SMALL = _LINKS_OF["acts"], _LINKS_OF["parts"], _LINKS_OF["small"]
# What may stand between two names of one person: spelling, corrections, what the papers say, what friends say.
_SPELLS = _LINKS_OF["spelled"] | frozenset(LETTERS)
_BETWEEN = _RATHER | _PAPERS | _FRIENDS | _SMALL | _SPELLS
_PAUSE = re.compile(r"\W*(?:(?:\.{2,}|…|,)\W*)?(?:(?:eh+|este|mm+|em+|ah)\b\W*)*")
# 'Para el reporte', 'en los papeles', 'para efectos del seguro': the name that stands follows.
_IN_PAPERS = re.compile(
    r"\b(?:para|pa|en|por|segun|conforme a?) (?:(?:el|la|l?os|las|lo|mis?|sus?|un|cosas|efectos|fines"
    r"|cuestiones|temas?|asuntos?"
    r"|del?) )*"
    r"(?:reportes?|seguros?|poliza|papel|papeles|documentos?|tramites?|registros?|oficial|formal|legal(?:es)?|ustedes"
    r"|usted|ley|actas?)\b"
)
_OF_FRIENDS = re.compile(
    r"\W*(?:(?:asi )?(?:como )?(?:me|m|nos) (?:dicen|llaman|conocen|nombran)|(?:para|entre|con) (?:los |las "
    r"|mis )?(?:amig|cuate|compa|conocid|famili|casa)\w*)"
)
_FILLED = re.compile(r"(?:\.{2,}|…|\b(?:eh+|este|mm+|em+|ah)\b)")


def stretches(text: str) -> Tuple[Stretch, ...]:
    """The names of a text, each as long as it is said without a break."""
    said, at = words(text), 0
    out: List[Stretch] = []
    while at < len(said):
        word = said[at].text
        begins = is_name_word(word) and word not in NOT_NAMES and word not in INSIDE
        if word == "paz" and at and said[at - 1].text == "en":  # 'mi abuelo, que en paz descanse'
            begins = False
        after = name_end(text, said, at) if begins else _unlisted(text, at)
        if after > at + (len(word) == 1 or word in INITIAL):
            out.append(Stretch(at, after))
        at = max(after, at + 1)
    return tuple(out)


def _unlisted(text: str, at: int) -> int:
    """Index after a name whose first word is on no list: before one of a list, or said a second time."""
    said = words(text)
    if at > 1 and said[at - 1].text in ("de", "como") and said[at - 2].text in LETTERS:
        return at  # 'con ese de sapo, Zepeda'
    again = any(word.text == said[at].text for word in said[:at])
    following = said[at + 1].text if at + 1 < len(said) else ""
    return unlisted_name(text, said, at, again) if again or is_name_word(following) else at


def standing(text: str, first: int, after: int) -> Tuple[int, int]:
    """Of the name [first, after) and those by which it is said again, the one that stands: the one of the papers,
    the fuller one, the one that follows a 'no, perdón'.
    """
    best, *others = _chain(text, Stretch(first, after))
    rather = False
    for one in others:
        rather = rather or bool((_RATHER | {"con", "sin"}) & set(_before(text, one)))
        fuller = len(_words(text, one)) > len(_words(text, best)) and bool(_words(text, one) & _words(text, best))
        more = _weight(text, one) - _weight(text, best) + fuller
        if more > 0 or (more == 0 and rather):
            best, rather = one, False
    return best.first, best.after


def named(text: str) -> Optional[str]:
    """The name that an answer gives in an order of its own, or says more than once; None where it does neither."""
    in_order = ordered(text)
    if in_order:
        return in_order
    for one in stretches(text):
        if len(_chain(text, one)) > 1:
            return _part_again(text, one) or _written(text, *standing(text, *one))
        if one.after - one.first >= 2 and _papers_say(text, one):
            return _written(text, *one)  # 'me dicen el Gordo pero en el reporte va Manuel Iriarte'
    return None


def _papers_say(text: str, one: Stretch) -> bool:
    """Whether a name is the one of the papers, right after they are told: 'para el reporte póngale …'."""
    folded, start = fold(text), words(text)[one.first].start
    papers = [said for said in _IN_PAPERS.finditer(folded, 0, start) if " " in said.group()]
    after = re.findall(r"\w+", folded[papers[-1].end() : start]) if papers else ["?"]
    return all(word in _SMALL - {"mi", "su", "de", "d", "del"} for word in after)


def ordered(text: str) -> Optional[str]:
    """The name that is told surname first, by its parts, or with a pause in it; None where none is."""
    labelled = _by_labels(text)
    if labelled:
        return labelled
    seen = stretches(text)
    turned = (_surname_first(text, a, b) or _hesitated(text, a, b) for a, b in pairwise(seen))
    return next((name for name in turned if name), None)


def _part_again(text: str, one: Stretch) -> Optional[str]:
    """A name with one of its words said again: 'Perla Nevares, no, Nevárez', 'Jorge Peña, perdón, José'."""
    chain, said = _chain(text, one), words(text)
    if len(chain) != 2 or chain[0].after - chain[0].first < 2 or chain[1].after - chain[1].first != 1:
        return None
    new = said[chain[1].first].text
    known = [word.text for word in said[chain[0].first : chain[0].after]]
    if not _RATHER & set(_before(text, chain[1])) or new in known or (new in FIRST) == (new in LAST):
        return None
    like = difflib.get_close_matches(new, known, 1, 0.6)
    at = chain[0].first + (known.index(like[0]) if like else 0 if new in FIRST else len(known) - 1)
    pieces = [text[word.start : word.end] for word in said[chain[0].first : chain[0].after]]
    pieces[at - chain[0].first] = text[said[chain[1].first].start : said[chain[1].first].end]
    return title(" ".join(pieces))


def _written(text: str, first: int, after: int) -> str:
    said = words(text)
    return title(text[said[first].start : said[after - 1].end])


def _chain(text: str, first: Stretch) -> List[Stretch]:
    """The name and those that say it again, without those that are denied."""
    said = words(text)
    chain, at = [first], first.after
    earlier = {word.text for word in said[first.first : first.after]}
    for one in (other for other in stretches(text) if other.first >= first.after):
        between = _unpapered(text, said[at - 1].end, said[one.first].start)
        again = said[one.first].text == said[first.first].text  # 'soy Brenda, la esposa de él, Brenda Salcido'
        linked = all(word in _BETWEEN or ["no", word] == between[i - 1 : i + 1] for i, word in enumerate(between))
        linked = linked or _nickname_of_place(text, first, one)
        if not again and not linked:  # 'Bernal, no vernal': a spelling that is denied is on no list perhaps
            break
        if any(word.text in _ACTS for word in said[one.after : one.after + 1]):
            break  # 'soy Ramón, Elvira es la dueña'
        at = one.after
        if _denied(text, one):
            twice = [i for i in range(one.first + 1, one.after) if said[i].text in earlier]
            if not twice:
                continue
            one = Stretch(twice[0], one.after)  # 'marta no maría marta olmos'
        earlier |= {word.text for word in said[one.first : one.after]}
        chain.append(one)
    return [one for one in chain if not _denied(text, one)] or chain


_OF_A_PLACE = re.compile(r"\s*,?\s*(?:(?:el|la) )?(?:del?|d) (?:la |el |los |las )?[a-z]+(?: [a-z]+)?\s*,\s*")


def _nickname_of_place(text: str, one: Stretch, other: Stretch) -> bool:
    """'Beto el de la base, Norberto Salas': what people call somebody, and then the whole name, which ends it."""
    said = words(text)
    whole = other.after - other.first >= 2 and said[other.first].text in FIRST and other.after == len(said)
    gap = fold(text)[said[one.after - 1].end : said[other.first].start]
    return whole and one.after - one.first == 1 and bool(_OF_A_PLACE.fullmatch(gap))


def _before(text: str, one: Stretch) -> List[str]:
    """The words between the name before and this one."""
    said, at = words(text), one.first
    names = {i for other in stretches(text) for i in range(other.first, other.after)}
    while at > 0 and at - 1 not in names:
        at -= 1
    return [word.text for word in said[at : one.first]]


def _unpapered(text: str, start: int, end: int) -> List[str]:
    """The words of text[start:end] but for those of whose papers or friends a name is the one."""
    gap = _IN_PAPERS.sub(" ", fold(text)[start:end])
    friends = _OF_FRIENDS.match(gap)
    return re.findall(r"\w+", gap[friends.end() :] if friends else gap)


def _denied(text: str, one: Stretch) -> bool:
    """Whether 'no' stands at once before the name: 'no Elia, Delia', 'Salas, no Salaz'."""
    said = words(text)
    return bool(
        one.first
        and said[one.first - 1].text == "no"
        and text[said[one.first - 1].end : said[one.first].start].isspace()
    )


def _words(text: str, one: Stretch) -> FrozenSet[str]:
    return frozenset(word.text for word in words(text)[one.first : one.after])


def _weight(text: str, one: Stretch) -> int:
    """How likely it is that this one of a person's names is the one to keep."""
    before, said = set(_before(text, one)), words(text)
    folded, names = fold(text), [other for other in stretches(text) if other.after <= one.first]
    nick = bool(_FRIENDS & before) or bool(_OF_FRIENDS.match(folded, said[one.after - 1].end))
    gap = folded[said[names[-1].after - 1].end if names else 0 : said[one.first].start]
    return 4 * bool(_PAPERS & before or _IN_PAPERS.search(gap)) + 3 * (one.after - one.first >= 2) - 3 * nick


def _surname_first(text: str, one: Stretch, other: Stretch) -> Optional[str]:
    """'Ochoa Peña, Ramiro' in the order of speech."""
    said = words(text)
    gap = text[said[one.after - 1].end : said[other.first].start]
    surnames = [word.text for word in said[one.first : one.after] if word.text not in INSIDE]
    given = [word.text for word in said[other.first : other.after] if word.text not in INSIDE]
    whole = gap.strip() == "," and (one.first == 0 or _only_leads(text, one.first))
    if not whole or not all(word not in FIRST or word in LAST for word in surnames) or surnames[0] in FIRST - LAST:
        return None
    likely = all(word in FIRST for word in given) or (len(surnames) >= 2 and given[0] in FIRST)
    if not likely or (set(surnames) & set(given)) or all(word in FIRST for word in surnames):
        return None
    return f"{_written(text, *other)} {_written(text, *one)}"


def _only_leads(text: str, first: int) -> bool:
    return all(word.text in _SMALL | NOT_NAMES for word in words(text)[:first])


def _spelled(between: List[str]) -> bool:
    """Whether the words spell what was said: 'Ramiro con erre de rana Téllez', 'Pilar, pe i ele a erre, Estrada'."""
    hinted = between[:1] in (["con"], ["sin"]) and between[1:2] and between[1] in _SPELLS and len(between) <= 5
    return bool(hinted or (between and all(word in LETTERS for word in between)))


def _hesitated(text: str, one: Stretch, other: Stretch) -> Optional[str]:
    """'Óscar... Villaseñor Ruiz', 'Ramón, este, Terán': a name with a pause in it."""
    said = words(text)
    gap = fold(text)[said[one.after - 1].end : said[other.first].start]
    given = [word.text for word in said[one.first : one.after]]
    between = [word.text for word in said[one.after : other.first]]
    paused = _PAUSE.fullmatch(gap) and _FILLED.search(gap)
    if not (paused or _spelled(between)) or said[other.first].text not in LAST - FIRST:
        return None
    if not all(word in FIRST or word in INSIDE for word in given) or _denied(text, other):
        return None
    return f"{_written(text, *one)} {_written(text, *other)}"


_LABELS: Dict[str, str] = {
    **dict.fromkeys(("apellido", "apellidos", "apellida", "apellidan", "paterno", "materno"), "last"),
    **dict.fromkeys(("nombre", "nombres", "pila", "llamo", "llama"), "given"),
}
_NO_SURNAME = re.compile(r"\bno\b[\w ]{0,20}\bapellid|\bsin apellid")


def _by_labels(text: str) -> Optional[str]:
    """'De apellido Montejano y de nombre Cruz', 'Ignacio, apellidos Rosas Vera'."""
    folded = fold(text)
    if not re.search(r"apellid|\bpaterno\b|\bmaterno\b", folded) or _NO_SURNAME.search(folded):
        return None
    said = words(text)
    parts: Dict[str, List[str]] = {"given": [], "last": []}
    state: Optional[str] = "given"
    named = False  # before any label a word needs to be a name's: 'falta mi apellido, soy …'
    for at, word in enumerate(said):
        following = said[at + 1].text if at + 1 < len(said) else ""
        if word.text in _LABELS:
            state, named = _LABELS[word.text], True
        elif (
            word.text in INSIDE
            and state
            and parts[state]
            and word.text != "y"
            and _inside(said[at - 1].text, following)
        ):
            parts[state].append(text[word.start : word.end])
        elif word.text in _PARTS:
            continue
        elif word.text in NOT_NAMES - LAST or not word.text.isalpha():
            state = None if parts["last"] else state
        elif state and (named or is_name_word(word.text) or text[word.start].isupper()):
            parts[state].append(text[word.start : word.end])
    known = any(fold(w) in FIRST for w in parts["given"]) or any(fold(w) in LAST for w in parts["last"])
    if not parts["given"] or not parts["last"] or not known or len(said) > 20:
        return None
    given = [word for word in parts["given"] if word not in parts["last"]]
    return title(" ".join([*given, *parts["last"]]))


def _inside(before: str, following: str) -> bool:
    """Whether a 'de', 'la', 'los' stands within a name: 'María de los Ángeles'."""
    more = is_name_word(following) or (following in INSIDE and before not in INSIDE)
    return before not in _LABELS and following not in _LABELS and more
