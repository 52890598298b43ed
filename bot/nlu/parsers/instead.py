"""One thing said in place of another: "no es X, es Y", "es Y, no X", "Y en vez de X"; and the pieces of a message that
each mend one thing.
"""

import re
from typing import Iterator, List, NamedTuple, Tuple

from .folding import fold

IS = (
    r"(?:es|era|fue|son|eran|fueron|esta|estaba|estuvo|se llama|se apellida|vive|iba|ibamos|voy|vamos|venia"
    r"|veniamos|hubo|paso|"
    r"seria|manejaba|manejo|conducia|traia|termina|dice|decia)"
)
_TO = r"(?:(?:en|por|para|pa|hacia|con|a|al|de) )?"
# 'No fue mi culpa, está tirada', 'ya no está donde la dejé, es una Hilux' take nothing back.
_EXCUSE = (
    r"(?!(?:mi )?(?:culpa|intencion|falta)\b|(?:a proposito|adrede|nada|grave|para tanto|queja)\b"
    r"|donde (?:lo|la|los|las|yo|se)\b|(?:ahi|alla|aqui|aca)(?: mero| mismo)?,)"
)
# 'Seis cero cuatro, no, perdón, seis cero nueve': what comes next is the right one.
_NOT_SORRY = r"(?!(?:perdon|disculp|espere|digo|mejor dicho|mas bien|me equivoque|ay)\w*\b)"
# 'Escribieron Ulices', 'aparece Baldez': what is kept now, in the words of whoever reads it.
_STANDS = r"(?:aparece|aparezco|sale|viene|quedo|tienen?)"
WROTE = (
    r"(?:dije|puse|dice|decia|puso|pusieron|anote|anoto|anotaron|apunte|apunto|apuntaron|escribi|escribio|escribieron"
    r"|capturo|capturaron|registro|registraron|entendio|entendieron|dicte"
    rf"|{_STANDS} (?:como|anotad[oa]|escrit[oa]|puest[oa]))"
)
# Each has the old value (x) and the new one (y); over the text folded letter by letter.
_NOT_BUT = re.compile(
    rf"\b(?P<no>no\s+{IS}\s+{_TO}{_EXCUSE}(?P<x>[^,.;:]{{1,60}}?))\s*(?:[,.;:]\s*"
    rf"(?:si ?no |mas bien )?(?:que )?(?:{IS}(?:\s+(?:que\s+)?(?:es|era|fue|en|por)\b)?)?|"
    rf"\s+si ?no(?:\s+(?:que\s+)?{IS})?(?:\s+en\b)?|"
    rf"(?<! que)(?<! quien)\s+{IS}\b)\s+(?P<y>\S.*)$",
    re.S,
)
_BUT_NOT = re.compile(
    rf"^(?P<y>.{{2,90}}?)(?P<no>[\s,.;:]+(?:y\s+)?no\s+{_NOT_SORRY}(?:{IS}\s+)?{_TO}(?P<x>[^,.;:]{{1,40}}?)\W*)$", re.S
)
# What was said before is told again only to be taken back: "le dije que no había heridos, pero a mi hijo le duele".
_SAID_BUT = re.compile(
    r"\b(?P<no>(?:(?:le|les|te) (?:habia )?(?:dije|dicho|comente|puse|conteste|respondi)|(?:habia )?(?:dije|dicho)) "
    r"que "
    r"(?P<x>[^.;:]{1,70}?))[\s,.;]+pero (?:ya |ahora |ahorita |resulta que |siempre )?(?P<y>\S.*)$",
    re.S,
)
_INSTEAD = (
    re.compile(r"^(?P<y>.{1,90}?)(?P<no>[\s,]+en (?:vez|lugar) de(?:l)? (?P<x>[^,.;:]{1,40}?)\W*)$", re.S),
    re.compile(
        rf"\b(?P<no>en (?:vez|lugar) de(?:l)? (?P<x>[^,.;:]{{1,40}}?))[\s,]+(?:{IS}\s+|pon(?:g\w+|le|me)? )?"
        r"(?P<y>\S.*)$",
        re.S,
    ),
    re.compile(
        rf"\b(?P<no>(?:(?:lo|la|me|le) )?{WROTE} (?:que |como |con |a )?"
        rf"(?:{IS} )?(?P<x>(?!que\b)[^,.;:]{{1,40}}?))[\s,]+(?:y|pero)?\s*(?:en realidad )?{IS}\s+(?P<y>\S.*)$",
        re.S,
    ),
    re.compile(
        rf"\b(?P<no>(?:donde )?(?:(?:lo|la|me|le) )?(?:{WROTE}|{_STANDS}) (?:que |como "
        rf"|con )?(?P<x>[^,.;:]{{1,40}}?)),?(?: y| pero)? "
        r"(?:va|vaya|debe (?:de )?(?:ser|decir|ir)|tiene que (?:ser|decir)|pong\w+|ponle|quise poner) (?P<y>\S.*)$",
        re.S,
    ),
    re.compile(
        r"\b(?P<no>(?:cambi|sustituy|reemplac|corrij|corrig)\w+ (?:el |la "
        r"|de )?(?P<x>[^,.;:]{1,40}?)) por (?P<y>\S.*)$",
        re.S,
    ),
)
# 'El 120 está mal, es 1200': believed only where X is known.
_X_IS_WRONG = re.compile(
    r"^\W*(?:(?:oiga|bueno|no|si|perdon|joven|senorita)\W+)*(?P<no>(?:(?:el|la|los|las|lo de) )?(?P<x>[^,.;:]{1,40}?)"
    r" (?:esta|estan|quedo|sale) (?:mal|equivocad[oa]|incorrect[oa]))[\s,.;]+"
    r"(?:(?:y|pero) )?(?:es|son|era|va|debe (?:de )?ser|pong\w+) (?P<y>\S.*)$",
    re.S,
)
# "No Morelos, Hidalgo"; "Morelos no, Hidalgo": believed only where X is known.
_BARE = (
    re.compile(
        rf"^\W*(?P<no>no {_NOT_SORRY}{_TO}(?P<x>[^,.;:]{{1,40}}?))\s*[,;]\s*{_TO}(?P<y>[^,.;]{{2,60}}?)\W*$", re.S
    ),
    re.compile(rf"^\W*{_TO}(?P<no>(?P<x>[^,.;:]{{1,40}}?),? no)\s*[,;]\s*{_TO}(?P<y>[^,.;]{{2,60}}?)\W*$", re.S),
)
_WHICH = re.compile(r"\s+(?:el|la|lo|los) que\b")
_A_FACT = re.compile(rf"\b{IS}\b")
# 'Iba a la colonia Obrera pero no llegué' takes back no name.
_A_VERB = re.compile(
    r"(?:(?:me|le|se|lo|la|nos) )*(?:lleg\w+|alcan[cz]\w+|pud[eio]\w*|puedo|vi|vimos|veo|supe|fui|fuimos|entr[eo]"
    r"|entramos|recuerdo|acuerdo|conozco|camina|prende|arranca|sirve|funciona|tengo|traigo)\b"
)
_NOTHING = re.compile(r"\W*(?:(?:no|si|ay|oiga|bueno|yo|pues|perdon|espere\w*|joven)\b\W*)+")
_AFTER_IS = re.compile(rf"\b{IS}\s+(?=\S)")
FIELD = (
    r"(?:(?:tambien|que) )*(?:(?:el|la|los|las|mi|mis|su|en|lo) )*(?:color|marca|modelo|ano|placas?|inciso|unidad"
    r"|poliza|tel\w*|cel\w*|numero|nombre|apellidos?|calle|avenida|colonia|municipio|ciudad|estado|esquina|kilometro"
    r"|km|hora|chofer|conductor\w*|operador|carro|coche|camioneta|vehiculo|rumbo|sentido|otr[oa] \w+"
    r"|no (?:es|era|fue|son|manejaba|iba))\b"
)
_CUT = re.compile(rf"\n|;|(?<=[a-z0-9]{{4}})[.:]\s|(?:,\s*(?:y\s+)?|\s+(?:y|e|ademas)\s+)(?={FIELD})")

# 'Cámbiele X por Y y Z por W': each exchange is a piece of its own.
_EXCHANGES = re.compile(r"\b(?:cambi|sustituy|reemplac|corrij|corrig)\w+\b")
_EXCHANGE = r"(?:(?:el|la|los|las|lo) )?(?:de )?(?:\S+ ){1,3}?por (?!favor\b|si\b|que\b|ahi\b|aqui\b)\S"
_NEXT_EXCHANGE = re.compile(rf"(?:,\s*(?:y\s+)?|\s+(?:y|e)\s+)(?:tambien )?(?={_EXCHANGE})")
_X_FOR_Y = re.compile(r"^\s*(?P<no>(?:(?:el|la|los|las|lo) )?(?:de )?(?P<x>[^,.;:]{1,40}?)) por (?P<y>\S.*)$", re.S)


def _again(kept: str, denied: str) -> int:
    """Where the last word that is kept is said again among the words that are denied, past the first; 0 where it is
    not.
    """
    last = re.findall(r"[a-z]{3,}|\d+", kept)[-1:]
    again = re.search(rf"(?<=\s){last[0]}\b", denied) if last else None
    return again.start() if again else 0


class Reading(NamedTuple):
    """The old value `x` and the new one `y` with their offsets, and the stretch that takes X back (`no`)."""

    x: str
    y: str
    x_span: Tuple[int, int]
    y_span: Tuple[int, int]
    no: Tuple[int, int]
    sure: bool  # the words themselves say that X is denied, whatever X is
    retold: bool = False  # X is what the caller says to have said before


def pieces(text: str) -> List[Tuple[int, int]]:
    """(start, end) of the stretches that may each mend a field of their own."""
    folded, at, out = fold(text), 0, []
    exchange = _EXCHANGES.search(folded)
    more = list(_NEXT_EXCHANGE.finditer(folded, exchange.end())) if exchange else []
    for cut in sorted([*_CUT.finditer(folded), *more], key=lambda cut: cut.start()):
        if cut.start() < at:
            continue
        out.append((at, cut.start()))
        at = cut.end()
    return [(start, end) for start, end in [*out, (at, len(text))] if folded[start:end].strip()]


def readings(text: str, start: int, end: int) -> Iterator[Reading]:
    """How the piece text[start:end] may be read, the likelier first."""
    folded = fold(text)[start:end]
    sure = [(one, True) for one in (_SAID_BUT, _NOT_BUT, *_INSTEAD)]
    if start and _EXCHANGES.search(fold(text)[:start]):
        sure.append((_X_FOR_Y, True))
    patterns = [*sure, (_BUT_NOT, False), (_X_IS_WRONG, False), *((one, False) for one in _BARE)]
    for pattern, certain in patterns:
        match = pattern.search(folded)
        if not match:
            continue
        if pattern is _BUT_NOT and (
            _A_FACT.search(match["x"]) or _A_VERB.match(match["x"]) or _NOTHING.fullmatch(match["y"])
        ):
            continue  # 'no yo, no manejaba, manejaba mi esposo'
        x, y, no = match.span("x"), match.span("y"), match.span("no")
        if pattern is _BUT_NOT:  # 'la calle es Naranjos, no Limones': Y is what stands after 'es'
            y = (max([y[0], *(y[0] + one.end() for one in _AFTER_IS.finditer(match["y"]))]), y[1])
        more = _WHICH.search(match["x"])  # 'no era un tráiler el que me pegó, era una pipa'
        x = (x[0], x[0] + more.start()) if more else x
        again = _again(folded[slice(*y)], folded[slice(*x)]) if pattern is _BUT_NOT else 0
        if again:  # 'el chofer es elías no eliseo elías campos': what is denied ends where the right one is said again
            y, x, no = (x[0] + again, x[1]), (x[0], x[0] + again), (no[0], x[0] + again)
        x, y, no = ((a + start, b + start) for a, b in (x, y, no))
        yield Reading(text[slice(*x)], text[slice(*y)].strip(" .!"), x, y, no, certain, pattern is _SAID_BUT)
