"""Which of the times told is the one of the loss: 'salí a las 7, no, a las 7 y media, y el choque fue a las 8'.

What was taken back, and what only tells when something else was done, is blanked where the loss has a time of its own.
"""

import re
from typing import FrozenSet, List, NamedTuple, Optional, Tuple

from .days import DAYS, MONTHS

_HOUR_SAID = (
    r"\d{1,2}(?:[:.]\d\d|,? (?:y|con) (?:media|cuarto|pico|piquito|cachito|\d{1,2})\b)?"
    r"(?! (?!minutos|pasadas|pasaditas|horas|hrs|mas\b)[a-z]+s\b)(?!\d)"
)
_HALF = r"(?: (?:de|en|por) la (?:manana|tarde|noche|madrugada)| ?[ap]\.? ?m\b\.?)?"
_CLOCK = (
    rf"(?:(?:cuarto|\d{{1,2}}) para las? \d{{1,2}}\b|\blas? {_HOUR_SAID}|\b\d{{1,2}}:\d\d\b|\b\d{{1,2}} (?:y"
    rf"|con) (?:media"
    rf"|cuarto)\b|\b\d{{1,2}}(?= ?(?:[ap]m|hrs)\b)|\b(?:al? )?medio ?dia\b|\ba (?:la )?media ?noche\b){_HALF}"
)
_PART = r"\b(?:(?:en|por|de) la (?:manana|tarde|noche|madrugada)|(?:muy |bien )?tempran(?:o|ito))\b"
_DAY = (
    r"\b(?:hoy|ayer|antier|anteayer|anoche|antenoche|(?:el |este |del? )*(?:"
    + "|".join(DAYS)
    + rf")(?: pasado)?|(?:el )?\d{{1,2}} de (?:{'|'.join(MONTHS)}))\b"
)
_SPAN = r"(?:min|minutos?|horas?|hrs?|dias?|semanas?)"
_AGO = (
    rf"\b(?:hace|van?|tiene|llev(?:o|amos)) (?:como |unos |unas |casi |ya )*(?:\d+|media|una?) ?(?:y media )?{_SPAN}\b"
)
_MENTION = re.compile(rf"(?P<hour>{_CLOCK}|{_PART})|(?P<day>{_DAY})|(?P<ago>{_AGO})")
_TOGETHER = re.compile(r"[\s,]*(?:(?:a|en|por|como|tipo|eso|ahi|de|del|ya|mas o menos|casi|fue|eran)[\s,]*)*")

# 'No, perdón', 'digo', 'más bien', 'no, ya eran casi'; 'no el martes' denies what follows it.
_HARD = (
    r"(?:perdon\w*|disculp\w+|digo|miento|mejor dicho|mas bien|corrijo|que diga|quise decir|me equivoque|me confundi"
    r"|espere\w*)"
)
_SOFT = (
    r"(?:no|ay|ah|bueno|este|eh|mmm|ya|serian?|eran?|casi|como|a|eso de|por ahi|de|tipo|sobre|pongale|ponle|joven"
    r"|sabe (?:que|usted)|pero|mejor|que)"
)
_GAP = r"[\s,.;¿?¡!]*"
_TAKES_BACK = re.compile(
    rf"(?:{_GAP}(?:{_SOFT}\b{_GAP})*?\b{_HARD}\b|{_GAP}(?:(?:bueno|ay|ah|este|eh|pero)\b{_GAP})*"
    rf"(?:\bno(?:\s*[,.;]+|(?= (?:ya|como|casi|ay|este|eh|bueno|mejor|fue|eran?|serian?)\b))|\bbueno(?=\W+ya\b)))"
    rf"{_GAP}(?:(?:{_SOFT}|{_HARD}|fue)\b{_GAP})*"
)
# 'Le dije que a las 2', 'yo creía que eran las 2', 'no fue a las 2': the time that holds is another one of the message.
_OTHERWISE = re.compile(
    r"\b(?:(?:habia |habiamos )?(?:dije|dicho|dij[io]mos|puse|puesto|comente|anote|apunte|crei|creia|pense"
    r"|pensaba|pensado)"
    r"(?: hace rato| antes| mal)?(?: que)?|(?<!si )no(?: antes de| despues de)?)"
    r" (?:(?:fue|era|eran|paso|habia sido|seria|serian|es|son|a|como|eso de|por ahi de|tipo|en)\s)*$"
)
_BARE_HOUR = re.compile(rf"{_HOUR_SAID}(?=$|[\s,.;])(?! (?:de|{'|'.join(MONTHS)}|minutos?|horas?|hrs?|km)\b(?! la))")

_BREAK = re.compile(r"[,.;:()]|\b(?:y|pero|cuando|entonces|luego|despues|aunque|porque|pues)\b")
_LOSS = re.compile(
    r"\b(?:choc\w+|choque|chok\w+|golpe\w*|peg(?:o|aron|ue|amos|arle)|(?:me|nos|le) di(?:o|eron|mos)"
    r"|accident\w+|percance"
    r"|siniestro"
    r"|\w+azo|impact\w+|estrell\w+|estamp\w+|volc\w+|volte\w+|rob\w+|asalt\w+|quit(?:o|aron)|llevaron|ray(?:o|aron|on"
    r"|ado)\w*|ponch\w+|inund\w+|cayo|cayeron|incend\w+|quem\w+|atropell\w+|pas(?:o|aria)|ocurri\w+|sucedi\w+|fue)\b"
)
_ELSE = re.compile(
    r"\b(?:sal(?:i|go|e|io|imos|ia|iamos)|entr(?:o|e|a|amos|aba)|lleg(?:ue|o|a|ar|amos|aba)|termin\w+|empiez\w+"
    r"|empez\w+"
    r"|abr(?:en|ieron)|cierr\w+|desayun\w+|comi(?:mos)?|cen(?:e|amos)|quede (?:de|con)|cita|turno|vuelo|junta|clases?"
    r"|recog\w+|fui|fuimos|iba a|iba para|iba al|dej(?:e|amos|o)|estacion(?:e|amos|o)|levant\w+|despert\w+"
    r"|habl(?:e|o|amos)|llam(?:e|o|amos)|marque|marc(?:o|amos)|report(?:e|o|amos)|avis\w+|(?:me|nos) (?:di"
    r"|dimos) cuenta"
    r"|not(?:e|o|amos)|(?:me|nos) enter\w+|vi|vimos|vio|lav(?:e|o|amos)|llev(?:e|o|amos)|dij(?:o|e|eron)|compre"
    r"|cuenta)\b"
)


class _When(NamedTuple):
    """A stretch that tells a time: what it tells (day, hour), its offsets and the parts it is made of."""

    kinds: FrozenSet[str]
    start: int
    end: int
    parts: Tuple[Tuple[str, int, int], ...]


# 'Me equivoqué de número hace rato': when it was told, not when it happened.
_WHEN_TOLD = re.compile(
    r"\b(?:me equivoque|(?:(?:le|les|te|se|que) )(?:l[oae]s? )?(?:habia )?(?:dije|dicho|puse|pase|di|mande|escribi"
    r"|anote))"
    r"(?: (?:mal|de|el|la|los|las|mi|su|numero|telefono|tel|cel|poliza|placas?|nombre|hora|calle|dato|bien))*"
    r" (hace (?:un )?rat(?:o|ito)|ahorita|orita|hace un momento|hace (?:unos )?(?:\d+ )?minutos)\b"
)


def of_the_loss(t: str) -> str:
    """A folded text with digits, blanks where a time stands that is not the one of the loss; offsets stay."""
    for told in _WHEN_TOLD.finditer(t):
        t = t[: told.start(1)] + " " * len(told[1]) + t[told.end(1) :]
    out = _without_otherwise(_without_corrected(t))
    seen = _mentions(out)
    if len(seen) < 2:
        return out
    told = [(_about(out, seen, at), one) for at, one in enumerate(seen)]
    losses = [one for loss, one in told if loss]
    for loss, other in told:
        if loss is not False:
            continue
        own_day = "day" in other.kinds and any("day" in one.kinds for one in losses)
        for kind, start, end in other.parts:
            if own_day or any(kind in one.kinds for one in losses):
                out = out[:start] + " " * (end - start) + out[end:]
    return out


def _mentions(t: str) -> List[_When]:
    """The times told, those together that stand side by side: 'ayer en la noche como a las 11'."""
    out: List[_When] = []
    for match in _MENTION.finditer(t):
        kinds = frozenset(["day", "hour"] if match.lastgroup == "ago" else [str(match.lastgroup)])
        parts = tuple((kind, *match.span()) for kind in kinds)
        last = out[-1] if out else None
        if last and not _two_hours(t, last, match) and _TOGETHER.fullmatch(t, last.end, match.start()):
            out[-1] = _When(last.kinds | kinds, last.start, match.end(), last.parts + parts)
        else:
            out.append(_When(kinds, *match.span(), parts))
    return out


def _two_hours(t: str, one: _When, other: "re.Match[str]") -> bool:
    """Whether both tell an hour of the clock: 'a las 2, fue a las 3' tells no single time."""
    return all(re.search(r"\blas? \d", t[slice(*span)]) for span in ((one.start, one.end), other.span()))


def _without_corrected(t: str) -> str:
    """'A las 5, no, perdón, a las 6' without its 5."""
    parts = [part for one in _mentions(t) for part in one.parts]
    for kind, start, end in parts:
        back = _TAKES_BACK.match(t, end)
        if not back:
            continue
        again = next((one for one in parts if one[0] == kind and one[1] == back.end()), None)
        bare = again or (None if kind == "day" else _BARE_HOUR.match(t, back.end()))
        if again and (kind == "day" or not t[back.end()].isdigit()):
            t = t[:start] + " " * (back.end() - start) + t[back.end() :]
        elif bare:  # 'a las 5, no, 6': the hour that stands takes the article of the other
            digit = re.compile(r"\d").search(t, start, end)
            first = digit.start() if digit else start
            t = t[:first] + " " * (back.end() - first) + t[back.end() :]
    return t


def _without_otherwise(t: str) -> str:
    """'Le dije que a las 2 pero fue a las 3' without its 2."""
    seen = _mentions(t)
    wrong = [one for one in seen if _OTHERWISE.search(t, 0, one.start)]
    for one in wrong:
        for kind, start, end in one.parts:
            holds = (at for at, other in enumerate(seen) if other not in wrong and kind in other.kinds)
            if any(_about(t, seen, at) is not False for at in holds):
                t = t[:start] + " " * (end - start) + t[end:]
    return t


def _about(t: str, seen: List[_When], at: int) -> Optional[bool]:
    """Whether a time is told of the loss (True) or of something else (False); None where nothing says so."""
    one = seen[at]
    before = seen[at - 1].end if at else 0
    after = seen[at + 1].start if at + 1 < len(seen) else len(t)
    breaks = [match.end() for match in _BREAK.finditer(t, before, one.start)]
    begin = breaks[-1] if breaks else before
    stop = _BREAK.search(t, one.end, after)
    verdict = _last(t, begin, one.start)
    if verdict is None:
        verdict = _first(t, one.end, stop.start() if stop else after)
    return _last(t, before, begin) if verdict is None else verdict


def _last(t: str, start: int, end: int) -> Optional[bool]:
    loss = max((match.start() for match in _LOSS.finditer(t, start, end)), default=-1)
    other = max((match.start() for match in _ELSE.finditer(t, start, end)), default=-1)
    return None if loss == other else loss > other


def _first(t: str, start: int, end: int) -> Optional[bool]:
    loss, other = _LOSS.search(t, start, end), _ELSE.search(t, start, end)
    if not loss or not other:
        return bool(loss) if loss or other else None
    return loss.start() < other.start()
