"""Who of the people named is hurt: each with what is said of them, counted once."""

import re
from typing import Callable, Dict, List, Optional

from .health import of_health
from .injury_count import all_with_the_worst, counted, of_both_sides, of_the_others, of_those_there, told_in_all
from .people_named import BODY, ME, OF_SOMETHING, SOMEBODY, THESE, WE, Group, Piece, pieces
from .person_nouns import CHILD

State = Callable[[str], Optional[bool]]  # whether a piece of text says of somebody that they are hurt, well, or nothing

_ALSO = re.compile(r"(?:tambien|igual|lo mismo|tampoco)")
# 'A mi esposa le duele el cuello y a mi hijo la cabeza'.
_THE_SAME = re.compile(
    rf"(?:(?:un|una|el|la|los|las|del?|en|golpe|dolor|con|otro|derech[oa]|izquierd[oa]|{BODY})\b ?)+"
)
_A_LIMB = re.compile(rf"(?:(?:en|el|la|los|las|mi|su) )*{BODY}(?: (?:derech|izquierd)[oa])?")
_OF_WHAT = re.compile(rf" (?!(?:de la|del?) (?:l[oa]s )?{BODY}\b){OF_SOMETHING}")
_FILLER = re.compile(
    r"\b(?:y|e|a|al|de|del|con|pues|si|nomas|nada mas|solo|solamente|unicamente|creo que"
    r"|fue|es|era|son)\b"
)
# Who is called for help is called for somebody hurt, but it is not said for whom.
_CALLED = re.compile(
    r"\b(?:ya )?(?:(?:le|les|se|la|lo) )?(?:habl|llam|marc|ped|pid|avis|mand|solicit)\w+(?: \w+){0,3}?"
    r" (?:ambulancia|paramedicos|cruz roja|911|emergencias)\b|\b(?:ya )?(?:viene|vienen|llego|va|viene en camino)"
    r"(?: ya)? (?:la|una|los) (?:ambulancia|paramedicos)\b"
)
_ODD = re.compile(rf"\b(?:(?:el|al) {OF_SOMETHING}|amb[oa]s)\b|\bla {OF_SOMETHING}")
_MASCULINE = re.compile(r"^(?:a )?(?:el|al|del|un|1|otro|este|ese|aquel|don)\b")
# 'Está inconsciente': somebody, who is not named.
_SINGULAR = re.compile(
    r"\b(?:esta|sigue|quedo|trae|tiene|viene|anda|salio|va|perdio|murio|fallecio|le \w+|(?:se|lo"
    r"|la) (?:\w+ )?\w+(?:o|aron)"
    r"|no (?:respira|reacciona|responde|despierta|se mueve|habla|contesta))\b"
)
_HIS_PART = re.compile(r"operador|chofer|conductor|ocupante|pasajero|motociclista|peaton|ciclista|copiloto|tercero")
# 'Hay gente lastimada', 'trae varios heridos': more than the one who is named beside them, and nobody says how many.
_HURT = r"(?:herid|lesionad|lastimad|golpead|descalabrad|prensad)"
_SEVERAL = re.compile(
    r"(?<!\bno )(?<!\bni )\b(?:hay|habia|hubo|tra(?:e|en|ia|ian|igo|emos|iamos)|llev(?:a|o|aba|amos|aban)|tenemos|tengo"
    r"|tienen?|resultaron) (?:ahi |mas )?(?:much[ao]s? |vari[ao]s |un[ao]s |algun[ao]s )?"
    rf"(?:gente (?:\w+ )?{_HURT}a|(?:personas|pasajer[oa]s|ocupantes) (?:\w+ )?{_HURT}[oa]s|{_HURT}os)\b"
    r"(?! (?:el|la|los|las|del?|sus?|ambos)\b)"
)
_PLURAL = re.compile(r"(?:mis|sus|los|las|nuestr[oa]s|otr[oa]s|\d+|dos|tres|cuatro|cinco|seis|siete|ocho)\b")
_ONE_OF_THEM = re.compile(r"\bun[oa] (?:esta|trae|tiene|se|le|llora|sangra|viene|anda|quedo|sali[oa]|no)\b")
_ANOTHER = re.compile(r"(?:(?:el|la|al|a la|a el) )?otr[oa]")
_GENERIC = re.compile(
    r"^(?:el|al|la|del|ese|esa|este|esta) (?:pobre )?(?:senora?|muchach[oa]|joven|chav[oa]|chavit[oa]|persona|chic[oa]|"
    r"hombre|mujer|tipo|wey|guey|bato|compa|plebe|morr[oa]|don|dona|viejit[oa]|ancian[oa]|nin[oa]|bebe|chamac[oa])$"
)


def how_many(text: str, state: State) -> Optional[int]:
    """How many are hurt, by a number beside a word for it, else by the people named, else of how many there were."""
    number = of_both_sides(text) or all_with_the_worst(text) or _with_ones_own(text, state) or counted(text)
    if number is None:
        number = count_hurt(text, state)
        total = told_in_all(text, number)
        number = number if total is None else total
    number = of_those_there(text) if number is None else number
    if number in (1, None) and _SEVERAL.search(of_health(text).text):
        return None
    return 1 if number is None and _only_me(text) else number


def _with_ones_own(text: str, state: State) -> Optional[int]:
    """Those counted of the other side and one's own told beside them: 'dos en la pick up y mi ayudante del brazo'."""
    beside = of_the_others(text)
    own = beside and count_hurt(beside.own, state)
    return beside.number + own if beside and own else None


def _only_me(text: str) -> bool:
    """Whether whoever tells it is the only one named."""
    who = {one for piece in pieces(of_health(text).text) for group in piece.groups for one in group.who}
    return who == {ME}


def named(text: str) -> bool:
    """Whether anybody is named."""
    return any(not group.weak for piece in pieces(of_health(text).text) for group in piece.groups)


def count_named(text: str, state: State) -> Optional[int]:
    """How many people are named of whom it is not said that they are well; None where some are not counted."""
    said = of_health(text).text
    people = _People()
    for piece in pieces(said):
        if state(_plain(said[piece.start : piece.end])) is False and _rest(said, piece):
            continue
        for group in piece.groups:
            if not group.weak:
                people.meet(group)
                people.hurt(group, "")
    return people.count()


def count_hurt(text: str, state: State) -> Optional[int]:
    """How many of the people named are hurt, by `state` of what is said of each; None where that cannot be told."""
    said = of_health(text).text
    people = _People()
    last: Optional[Group] = None
    hurt: Optional[bool] = None
    called = False
    limbs: List[Group] = []
    subject_last = False  # 'viene lastimado él', before 'y su esposa'
    for piece in pieces(said):
        group = _meant(piece) or last
        if group and group.who == (WE,) and last and (ME in last.who or len(last.who) > 1):
            group = last  # 'yo y mi comadre, nos duele todo'
        last = group
        for one in piece.groups:
            people.meet(one)
        rest = _rest(said, piece)
        if rest in ("no", "no tanto", "ella no", "el no") and hurt is not None:
            hurt = not hurt  # 'yo estoy bien pero mi acompañante no'
        elif piece.groups and (
            rest == "no" or (not rest and hurt is False and re.search(r"\bsi\W*$", said[: piece.end]))
        ):
            hurt = not rest  # 'yo no, mi copiloto sí'
        elif not _ALSO.fullmatch(rest) and not (hurt and _THE_SAME.fullmatch(rest)):
            what = said[piece.start : piece.end]
            called = called or bool(_CALLED.search(what))
            what = _CALLED.sub(" ", what)
            listed = not rest and hurt and re.match(r"\W*y ", what) and subject_last
            hurt = True if listed else state(_plain(what)) if rest or not piece.groups else None
        subject_last = bool(piece.groups) and not said[piece.groups[-1].end : piece.end].strip()
        if hurt is True:
            people.hurt(group, said[piece.start : piece.end])
            for earlier in limbs:
                people.hurt(earlier, "")
            limbs = []
        elif hurt is None and piece.groups and group and _A_LIMB.fullmatch(rest):
            limbs.append(group)  # 'yo del brazo y mi amiga se pegó en la cabeza'
    return people.only_one() if called and people.count() is None else people.count()


def _meant(piece: Piece) -> Optional[Group]:
    """Of whom a piece speaks: the one it befell, else the first."""
    strong = [one for one in piece.groups if not one.weak] or piece.groups
    befell = [one for one in strong if one.object]
    return befell[-1] if befell else strong[0] if strong else None


def _rest(said: str, piece: Piece) -> str:
    """What a piece says besides naming people."""
    rest = said[piece.start : piece.end]
    for group in piece.groups:
        of_what = _OF_WHAT.match(said, group.end)
        rest = rest.replace(said[group.start : of_what.end() if of_what else group.end], " ")
    return " ".join(re.findall(r"\w+", _FILLER.sub(" ", rest)))


def _plain(said: str) -> str:
    """What is said, with plain words for whom."""

    def plain(odd: "re.Match[str]") -> str:
        return "la senora" if odd.group().startswith("la ") else "los dos" if odd.group()[0] == "a" else "el senor"

    return _ODD.sub(plain, said)


class _People:
    """Everybody met so far, and who of them is hurt."""

    def __init__(self) -> None:
        self._met: List[str] = []
        self._sizes: Dict[str, Optional[int]] = {}
        self._hurt: Dict[str, Optional[int]] = {}
        self._told_apart = False  # 'los dos niños uno llora y el otro …'

    def meet(self, group: Group) -> None:
        """Somebody is named."""
        if not group.weak:
            new = [who for who in group.who if who not in self._met and not THESE.match(who) and who != SOMEBODY]
            self._met += [who for who in new if self._same(who) == who]
            self._sizes.setdefault(group.who[0], group.people)

    def hurt(self, group: Optional[Group], said: str) -> None:
        """Of these it is said that they are hurt."""
        if group is None:
            self._hurt.setdefault(SOMEBODY, 1 if _SINGULAR.search(said) else None)
            return
        if THESE.match(group.who[0]) and group.people is not None:
            self._hurt.update(self._these(group.who[0], group.people))
            return
        if group.who == (WE,) and self._hurt:
            return
        who = [self._same(one) for one in group.who]
        self._told_apart = self._told_apart or bool((group.people or 0) > 1 and _ONE_OF_THEM.search(said))
        if group.people is None:
            self._hurt.update(dict.fromkeys(who))
        else:
            self._hurt.update({**dict.fromkeys(who, 1), who[-1]: group.people - len(who) + 1})

    def _these(self, who: str, people: int) -> Dict[str, Optional[int]]:
        """Whom 'los dos' means: a group of two met before, else the last two met, else two to be named yet."""
        groups = [one for one in self._met if self._sizes.get(one) == people]
        if groups:
            return {groups[-1]: people}
        return dict.fromkeys(self._met[-people:], 1) if len(self._met) >= people else {who: people}

    def _same(self, who: str) -> str:
        """The one met before whom 'ella' means, or 'el muchacho', or 'el pasajero' after 'un pasajero'."""
        before = self._met[: self._met.index(who)] if who in self._met else self._met
        others = [one for one in before if one not in (ME, WE)]
        if who in ("ella", "el", "a el"):
            return next((one for one in reversed(others) if _is_he(one) is (who != "ella")), who)
        noun = who.rsplit(maxsplit=1)[-1]
        for other in others:
            again = other.split()[-1] == noun and re.match(r"(?:el|la|al|del|los|las)\b", who)
            if again:
                return other
            if not _GENERIC.match(who) or _is_he(who) is not _is_he(other):
                continue
            if _PLURAL.match(other):
                continue
            child = bool(re.search(CHILD, who))
            if child is bool(re.search(CHILD, other)) and (child or not re.match(r"(?:mi|su|nuestr[oa])\b", other)):
                return other
        return who

    def only_one(self) -> Optional[int]:
        """One where nobody else was met: 'arrollé a un peatón, ya viene la ambulancia'."""
        others = [one for one in self._met if one not in (ME, WE)]
        return 1 if len(others) == 1 and self._sizes.get(others[0]) == 1 else None

    def count(self) -> Optional[int]:
        """How many are hurt; None where that is not known."""
        known = dict(self._hurt)
        if self._told_apart:
            known = {who: number for who, number in known.items() if not _ANOTHER.fullmatch(who)}
        others = [who for who in known if who != SOMEBODY]
        if others and not (next(iter(known)) == SOMEBODY and all(who.startswith("su ") for who in others)):
            known.pop(SOMEBODY, None)  # but not before 'su novia': whose novia she is
        these = [number or 0 for who, number in known.items() if THESE.match(who)]
        if these and len(these) < len(known):  # 'los dos, ella la cabeza y yo el brazo'
            rest = [number for who, number in known.items() if not THESE.match(who)]
            told = None if None in rest else sum(number or 0 for number in rest)
            return these[0] if len(these) == 1 and told is not None and told <= these[0] else None
        numbers = list(known.values())
        return None if not numbers or None in numbers else sum(number or 0 for number in numbers)


def _is_he(who: str) -> bool:
    if _HIS_PART.fullmatch(who):
        return True
    return bool(_MASCULINE.match(who) or re.match(r"(?:mi|su|nuestro) \w*(?:o|pa|re|bebe|chofer|or|al)$", who))
