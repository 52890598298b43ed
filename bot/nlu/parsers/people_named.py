"""The people named in a message, and the pieces in which something is said of each: 'mi suegra | el niño y yo | …'."""

import re
from typing import Iterator, List, NamedTuple, Optional, Tuple

from .clauses import clauses
from .folding import fold
from .lookups import load_lines
from .person_nouns import KIN, STRANGER

ME, WE, SOMEBODY = "me", "we", "?"
_NUMBERS = {"dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
            "diez": 10, "once": 11, "doce": 12, "ambos": 2, "ambas": 2}  # fmt: skip
_NUMBER = rf"(?:[2-9]|1\d|{'|'.join(word for word in _NUMBERS if not word.startswith('amb'))})"
_THING = (
    r"(?:carros?|coches?|autos?|camionetas?|camion|camiones|trailer|motos?|unidad|vehiculos?|tro[ck]\w+|vagoneta"
    r"|van|combi|urvan|micro|pipa|nave|tracto\w*|torton|pick ?up|lados?|vez|veces|"
    r"dias?|partes?|cosas?|taxis?|llantas?|puertas?|postes?|cuadras?|minutos?|horas?|calles?|esquinas?|carril(?:es)?)"
)
BODY = (
    r"(?:brazo|pierna|pie|pies|costillas?|nariz|manos?|muneca|cadera|tobillo|rodillas?|dedos?|clavicula|cuello|ceja"
    r"|frente|cabeza|boca|labio|cara|hombro|espalda|columna|pecho|panza|estomago|codos?|dientes?|ojo|oreja|barbilla"
    r"|mandibula|cintura|nuca|sien|oido|vientre|torax)"
)
# After a name or a word that may mean anybody: what only people do or have.
_OF_PEOPLE = (
    rf"(?= \(?(?:(?:ya |tambien |si )?(?:se (?:le |me )?(?:quej|golpe|peg[oa]|lastim|cort|abri|quebr|rompi|rasp"
    rf"|torci|descalabr|"
    rf"desmay|fractur|lesion|quem|puso mal|siente|ve mal)|sangra|cojea|vomit|llora|trae (?:un |una |el |la |los |las )?"
    rf"(?:\w+ )?(?:golp|{BODY}|dolor|sangr|cortad|raspon|chipote|chichon|moret|herida|fractur)|dice que"
    rf"|le (?:duele|sangra))"
    rf"|(?:el |la |con (?:el |la |un |una )?)?{BODY} (?:rot|quebr|abiert|cortad|rasp|torcid|hinch|lastim|sangr"
    rf"|fractur)))"
)
# 'Está sentada en la banqueta, dice que le duele': the kerb says nothing.
_NOT_WHERE = r"(?<!\ben )(?<!\bsobre )(?<!\bpor )(?<!\bhasta )(?<!\bdesde )(?<!\bcontra )(?<!\bentre )(?<!\bcon )"
# 'El señor de la bici se raspó': he did.
_NOT_OF = r"(?<!\bde )"
# 'Trae una cortada', 'se hizo una herida': no other woman.
_NOT_A_WOUND = (
    r"(?<!trae )(?<!traen )(?<!traia )(?<!traigo )(?<!tiene )(?<!tienen )(?<!tenia )(?<!tengo )(?<!hizo )(?<!hice )"
    r"(?<!con )(?<!sufrio )(?<!quedo )(?<!dejo )"
)
_AUTHORITY = r"(?:transito|policia|ambulancia|cruz roja|proteccion|vialidad|seguridad|bomberos|guardia|seguro|grua)"
# 'El de la moto', 'la del Versa'.
OF_SOMETHING = (
    rf"(?:de la|del?) (?!cuota|libre|atras|adelante|enfrente|junto|aqui|{_AUTHORITY})(?:otr[oa] )?\w+(?: \d+)?"
)
_MENTION = re.compile(
    r"(?P<me>\b(?:yo|a mi|conmigo)\b(?! (?:no )?(?:vi|creo|sepa|digo|pienso|supe|veo|le (?:pegue|di)|tuve la culpa)\b)"
    rf"(?! (?:{KIN}|{STRANGER})s?\b))"
    rf"|(?P<count>\b(?:(?:mis|los|las|sus|otr[oa]s|a) )*{_NUMBER} (?:\w+ )??(?:{KIN}|{STRANGER})(?:s|es)\b"
    rf"|\b{_NUMBER} de (?:(?:los|las|mis|sus|nuestr[oa]s) (?:{KIN}|{STRANGER})(?:s|es)|ell[oa]s|nosotr[oa]s"
    rf"|l[oa]s mi[oa]s"
    rf"|(?:los|las) nuestr[oa]s)\b"
    rf"|\b(?:los|las) {_NUMBER} (?!de la (?:tarde|manana|noche|madrugada)|del (?:dia|mediodia)){OF_SOMETHING}\b"
    rf"|\b(?:los|las|nosotr[oa]s|nos) (?:otr[oa]s )?{_NUMBER}\b(?! (?:{_THING}|de la|y media))|\bamb[oa]s\b"
    rf"|(?<!\bde)(?<!\bde )\ba? ?{_NUMBER}(?= (?:se|nos|les|los|las|van|estan|salieron|quedaron|traen|vienen) ))"
    r"|(?P<somebody>\b(?:un|una|1|algun|alguna) (?:herid[oa]|lesionad[oa]|lastimad[oa]|golpead[oa]|muert[oa]"
    r"|fallecid[oa])\b(?<!una herida(?= (?:en|de) (?:el|la|los|las|su) ))"
    r"|\balguien\b)"
    rf"|(?P<one>\b(?:(?:mi|su|nuestr[oa]) (?:\w+ )?{KIN}"
    r"|un[oa] de (?:los|las|mis|sus|ell[oa]s|nosotr[oa]s)(?: \w+)?"
    rf"|(?:el|la|un|una|1|al|del|otro|otra|aquel|aquella|este|esta|ese|esa) (?:otr[oa] )?(?:{STRANGER})"
    rf"|(?:el|la|al) {OF_SOMETHING}"
    rf"|(?:el|la|al) otr[oa]\b(?! {_THING})|otr[oa]\b(?! (?:{_THING}|\w+ (?:de la|del)\b))"
    rf"|{_NOT_A_WOUND}un[oa](?= (?:que (?:ya )?(?:no|esta|quedo|trae|tiene|se|sangra|le|viene|va)\b|[a-z]+(?:ad|id"
    rf"|ert)[oa]\b"
    r"|esta|quedo|trae|tiene|salio|se|sin|no|con|inconsc|herid|lastim"
    r"|golpe|prensad|atrapad|grave|va|iba"
    r"|venia|de ell))"
    rf"|{_NOT_WHERE}{_NOT_OF}(?:el|la|un|una|don|dona|mi|su) (?!{_THING}\b|{BODY}\b|de\b|que\b"
    rf"|otr)[a-z]+(?: (?!{_THING}\b|{BODY}\b"
    rf"|y\b|e\b|que\b|en\b)[a-z]+)?{_OF_PEOPLE})\b)"
    r"|(?P<they>\bella\b|\ba el\b|\bel(?= (?:se|esta|no|trae|tiene|anda|tambien|si|viene|y (?:su|mi|la|una?"
    r"|otr[oa]|yo)) ))"
    rf"|(?P<many>\b(?:(?:mis|los|las|sus|unos|unas) (?:otr[oa]s )?(?:{KIN}|{STRANGER})(?:s|es)|los demas|los otros"
    rf"|las otras|(?<!bien )tod[oa]s|varios|varias|algunos|algunas|(?:los|las) del? (?!(?:la "
    rf"|el )?{_AUTHORITY})(?:otr[oa] "
    rf"|la )?\w+"
    r"|(?:una?|el|la|otr[oa]) (?:parejita|pareja|matrimonio)(?: de \w+| mayor)?|(?:una|la|otra) familia"
    r"|pasajeros|ocupantes|(?:(?<=hay )|(?<=hubo )|(?<=traemos )|(?<=tenemos ))(?:herid|lesionad|lastimad"
    r"|golpead)[oa]s)\b)"
    r"|(?P<role>\b(?:operador|chofer|conductor|ocupante|pasajero|motociclista|peaton|ciclista|copiloto|tercero)a?\b)"
    r"|(?P<i>\b(?:(?<!se )me(?= )(?!(?<=que me) (?:pego|choco|golpeo|dio|impacto|cerro|embistio|alcanzo)\b(?! en\b))"
    r"(?! (?:dice|dijo|aviso|hablo|llamo|marco|cuenta|comenta|pregunt|esta pid"
    r"|equivo|confund|falt(?!a (?:el )?aire)|olvid"
    r"|parece|imagino|acuerdo|acorde|di cuenta|contesta|responde))"
    r"|traigo|tengo|siento|ando|quede"
    r"|estoy(?! (?:(?:aqui|ahi|parad[oa]|ya|casi) )*(?:en (?!shock|el (?:hospital|piso|suelo)|la (?:clinica|cruz)"
    r"|urgencias)|por|sobre|cerca|frente|afuera)\b)|sali|(?<!le )(?<!les )(?<!se )(?:sangro|cojeo)|no puedo)\b)"
    r"|(?P<we>\b(?:(?<!que )nos|estamos|quedamos|salimos|andamos|venimos|(?<!la )(?<!lo )vamos|ibamos|veniamos)\b)"
)
_NAMED = re.compile(
    rf"(?:(?<=^)|(?<=[,.;:(y] )|(?<=[,.;:(])|(?<= e )|(?<= a la )|(?<= a ))(?:don |dona )?"
    rf"(?!(?:esta|anda|viene|trae|traia|tiene|tenia|lleva|ahora|tambien|despues|luego|que|pero|nos|les|apenas"
    rf"|ahorita|todavia|solo"
    rf"|nomas)\b)[a-z]{{3,}}{_OF_PEOPLE}"
)
_NAMES = frozenset(fold(name) for name in load_lines("first_names.txt"))
_NO_NAME = frozenset(
    ["angel", "rosa", "luz", "jesus", "dolores", "paz", "sol", "victoria", "guadalupe", "concepcion", "mar", "simon"]
)
_HURT = re.compile(r"(?:herid|lesionad|lastimad|golpead)")
_WORD = re.compile(r"[a-z]{3,}")
_AND = re.compile(r"\s*(?:,|,?\s*\b(?:y|e|con|mas)\b)\s*(?:tambien\s+)?(?:a\s+)?")
_OF_WHAT = re.compile(r"^ (?:de la|del?) (?:otr[oa] )?(?!y\b)\w+")
_OBJECT = re.compile(r"\b(?:a|al)\s*$")
_TOPIC = re.compile(r"\s*(?:(?!(?:a|al|en|de|del|por|con|y)\b)\w+\s+){0,3}?(?:le|lo|la|les|los|las)\b")
_ALONE_VERB = re.compile(r"\s*(?:\w+ )??(?:esta|trae|tiene|viene|anda|salio|quedo|se|le|no|dice|va|iba|sigue)\b")
_OF_A_THING = re.compile(
    r"\b(?:carro|coche|auto|camioneta|camion|casa|moto|nombre|poliza|celular|telefono|seguro|numero|lado|taller"
    r"|trabajo|"
    r"escuela|ine|licencia|calle|avenida|colonia)s? (?:es )?(?:de |del )?$"
)
# 'Los dos', of people named before or after; 'los dos chavos del Tsuru' are a group of their own.
THESE = re.compile(rf"^(?:(?:los|las|nosotr[oa]s|nos) {_NUMBER}|amb[oa]s)$")
# Of whom something else may be said: 'mi papá, los niños vienen bien'.
_THE_MANY = re.compile(r"(?:los|las|nosotr[oa]s|nos) |amb[oa]s$")
_OF_ME = re.compile(
    r" (?:(?:no|si|nomas|solo|tambien|tampoco|nada mas) )*(?:estoy|ando|traigo|tengo|sali|quede|siento)\b"
)
# Who are two.
_PAIR = re.compile(
    r"(?:(?:mis|sus) (?:papas|papis|padres|suegros|abuelos|abuelitos)|(?:mis|sus|los|las) gemel(?:it)?[oa]s"
    r"|(?:una?|el|la|otr[oa]) (?:parej|matrim)\w+(?: de \w+| mayor)?)$"
)
# Said of whoever was named before.
_OF_ONE_BEFORE = re.compile(
    rf"\b(?:trae|tiene|esta|sangra|se (?:peg|golp|quebr|fractur|abr|lastim|cort|desmay)\w+|le (?:duele|sangra))\b"
    rf"[^,.;]*\b(?:{BODY}|golpes?|inconsciente|desmayad[oa]|sangrando|prensad[oa])\b"
)
_A_CLAUSE = 4  # words before which a verb of one's own begins nothing new


class Group(NamedTuple):
    """People of whom the same is said: 'mi esposa y mis dos hijos'."""

    who: Tuple[str, ...]
    people: Optional[int]  # None where some are not counted
    start: int
    end: int
    object: bool = False  # of what befell somebody: 'tumbó a un ciclista'
    weak: bool = False  # only in a verb: 'traigo', 'estamos'


class Piece(NamedTuple):
    """A piece of the text and who is named in it."""

    groups: List[Group]
    start: int
    end: int


def pieces(folded: str) -> Iterator[Piece]:
    """The text cut where something else is said, or something of somebody else."""
    for start, end in _clauses(folded):
        groups: List[Group] = []
        at = start
        for group in _groups(folded, start, end):
            if not _attached(folded, groups, group, at):
                before = re.search(r"(?:\b(?:a|y|e|pero|que)\s+)*$", folded[at : group.start])
                cut = at + before.start() if before else group.start
                yield Piece(groups, at, cut)
                groups, at = [], cut
            groups.append(group)
        yield Piece(groups, at, end)


def _attached(folded: str, groups: List[Group], group: Group, at: int) -> bool:
    """Whether a group belongs to the piece that began `at`, whose groups are known."""
    if not groups:
        if re.search(r"\by (?:que )?(?:a )?$", folded[at : group.start]) and _OF_ONE_BEFORE.search(
            folded, at, group.start
        ):
            return False  # 'trae la cabeza abierta y yo el brazo'
        if group.who == (ME,) and not group.weak and _OF_ME.match(folded, group.end):
            return len(folded[at : group.start].split()) < 2  # 'está respirando yo no traigo nada'
        return not group.weak or len(folded[at : group.start].split()) < _A_CLAUSE
    last = groups[-1]
    if group.weak:  # 'yo y mi esposa nos pegamos', 'yo traigo'
        mine = ME in last.who or bool(THESE.match(last.who[0]))
        return mine if group.who == (ME,) else mine or len(last.who) > 1 or last.people is None
    if last.weak:  # 'traigo dos pasajeras'
        return len(folded[last.start : group.start].split()) <= 2
    and_a = re.search(r"\by (?:a )?$", folded[: group.start])
    return group.object and not _TOPIC.match(folded, group.end) and not and_a


def _clauses(folded: str) -> Iterator[Tuple[int, int]]:
    """The clauses, those put together between which only people are listed: 'mi mamá, mi tía y yo'."""
    held: Optional[Tuple[int, int]] = None
    for start, end in clauses(folded):
        if held is not None and _listed(folded, held, start):
            held = (held[0], end)
            continue
        if held is not None:
            yield held
        held = (start, end)
    if held is not None:
        yield held


def _listed(folded: str, before: Tuple[int, int], start: int) -> bool:
    mentions = [mention for mention in _MENTION.finditer(folded, *before) if mention.lastgroup not in ("i", "we")]
    lead = re.match(r"\s*(?:y |e |a )*", folded[start:])
    following = _MENTION.match(folded, start + (lead.end() if lead else 0))
    if not mentions or not following or following.lastgroup in ("i", "we") or _THE_MANY.match(following.group()):
        return False
    if following.group() in [mention.group() for mention in mentions]:
        return False
    return bool(_AND.fullmatch(folded[mentions[-1].end() : start]))


class _Mention(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def _mentions(folded: str, start: int, end: int) -> List[_Mention]:
    """Who is named between the two offsets, by a word for people or by a name."""
    found = [
        _Mention(str(match.lastgroup), match.group(), match.start(), match.end())
        for match in _MENTION.finditer(folded, start, end)
        if match.lastgroup != "one" or not _OF_A_THING.search(folded[start : match.start()])
    ]
    taken = [(mention.start, mention.end) for mention in found]
    names = [match.span() for match in _NAMED.finditer(folded, start, end)]
    names += [
        word.span()
        for word in _WORD.finditer(folded, start, end)
        if word.group() in _NAMES - _NO_NAME
        and re.search(r"(?:^|[,.;:(]\s*|\b(?:y|e|a|con) )$", folded[start : word.start()])
    ]
    for first, last in sorted(set(names)):
        if any(a < last + 1 and first - 1 < b for a, b in taken):
            continue  # 'mi cuñada Patricia' is one
        taken.append((first, last))
        found.append(_Mention("one", folded[first:last], first, last))
    return sorted(found, key=lambda mention: mention.start)


def _groups(folded: str, start: int, end: int) -> Iterator[Group]:
    held: Optional[Group] = None
    for mention in _mentions(folded, start, end):
        weak = mention.kind in ("i", "we")
        who = {"me": ME, "i": ME, "we": WE, "somebody": SOMEBODY}.get(mention.kind, mention.text)
        who = SOMEBODY if mention.kind == "many" and _HURT.match(who) else who
        people = _number(mention)
        befallen = bool(_OBJECT.search(folded[start : mention.start])) or mention.text.startswith("al ")
        if held and not weak and not held.weak and _joined(folded, held, mention, who, start):
            total = None if held.people is None or people is None else held.people + people
            held = held._replace(who=(*held.who, who), people=total, end=mention.end)
            continue
        if held:
            yield held
        held = Group((who,), people, mention.start, mention.end, befallen, weak)
    if held:
        yield held


def _joined(folded: str, held: Group, mention: _Mention, who: str, start: int) -> bool:
    """Whether the same is said of the one as of the group before."""
    between = _OF_WHAT.sub("", folded[held.end : mention.start])
    if who in held.who or _THE_MANY.match(who) or not _AND.fullmatch(between):
        return False
    if SOMEBODY in held.who or THESE.match(held.who[0]):
        return False  # 'hay un herido, el motociclista', 'los dos, ella y yo'
    return not (held.start > start + 3 and _ALONE_VERB.match(folded, mention.end))


def _number(mention: _Mention) -> Optional[int]:
    if mention.kind in ("many", "we"):
        return 2 if _PAIR.match(mention.text) else None
    if mention.kind != "count":
        return 1
    said = re.search(rf"\b(?:{_NUMBER}|amb[oa]s)\b", mention.text)
    word = said.group() if said else ""
    return int(word) if word.isdigit() else _NUMBERS.get(word)
