"""Mexican telephones as people write and say them, to E.164 without the old mobile 1; and 'a este mismo'."""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Dict, Iterator, List, NamedTuple, Optional, Tuple

import phonenumbers

from . import phone_owner, restated
from .folding import fold
from .found import Found, found
from .numbers import Run, runs
from .report_number import find as find_reports

SAME = "same"
_PREFIX = re.compile(r"^(?:00)?(?:521|52|044|045|01)?(\d{10})$")
_LABEL = re.compile(
    r"(?:tel(?:efono|s|efonico)?|cel(?:ular|u)?|wh?ats?(?:app|ap|sap)?|movil|numero de contacto"
    r"|contacto|"
    r"(?:marc|llam|localiz|comuni|habl)\w*|fono|recados)\b[^\d]{0,40}$"
)
_NOT_PHONE = re.compile(
    r"(?:p[oi]l[ie][sz]+a|\bpol|serie|vin|niv|folio|reporte|siniestro|motor|carpeta|expediente|tramite"
    r"|cuenta|clabe|"
    r"tarjeta|licencia)\b[^\d]{0,25}$"
)
_USING = (
    r"(?:le |les |te |me )?(?:estoy )?(?:hablo|hablando|llamo|llamando|marco|marcando"
    r"|marca|escribo|escribiendo|escribe|mando|mensajeo|mensajeando|contacto|reporto)"
)
_DEVICE = r"(?:numero|num|tel(?:efono)?|cel(?:ular)?|whats?(?:app)?|wats(?:ap)?|chat|movil|contacto)"
_THIS = re.compile(
    rf"\b(?:(?:a|al|en|de|es|con|por) (?:(?:este|ste|ese|el)(?= (?!cel|tel|num|movil))|este|ste|ese)"
    rf"(?: (?:mismo|mero|de aqui|{_DEVICE}))+|"
    rf"este? (?:mismo|mero|{_DEVICE})\b|"
    rf"(?:el|al|del|este) (?:mismo )?(?:{_DEVICE} )?(?:del? |d |por |con |desde )?(?:el "
    rf"|l )?(?:que|q|k|donde|cual) {_USING}|"
    rf"(?:el|al) mismo(?: {_DEVICE})?(?:$|[,.]| por favor| gracias| xfa)|de donde {_USING}|"
    r"este que (?:ve|aparece|sale)\w*|aqui mismo|por aqui|por este medio|(?:el que|ahi) le (?:aparece|sale)|a este)\b"
)

_OF_A_NUMBER = re.compile(r"\b(?:numero|tel|cel|wh?ats|marc|marqu|llam|habl|escrib|mensaj|contact|locali|comuni)")
_WHERE = re.compile(r"\b(?:aqui|ahi|alla|en el) mismo$|\bpor aqui$")  # it may be where the car is
_CALL = re.compile(
    r"\b(?:marqu|llam|localic|comuniqu|habl|contact|escrib|mand)\w*(?:me|nos)\b"
    r"|\b(?:me|nos) (?:pueden? (?:usted )?|puedes? )?(?:marc|llam|localiz|comunic|habl|contact|escrib"
    r"|mand)(?:an|en|ar|ir)\b"
)


class Phone(NamedTuple):
    """An answer to 'which phone?':
    `e164`, or `same` number as the one in use, or the `digits` said and the `problem` with them.
    """

    e164: Optional[str]
    same: bool
    digits: str
    problem: Optional[str]  # None, too_short, too_long, invalid


@lru_cache(maxsize=1024)
def e164(digits: str, country: str = "MX") -> Optional[str]:
    """E.164 of ten national digits, or of a Mexican number with an old or new prefix;
    None when no such number can exist.
    """
    plain = _PREFIX.match(digits)
    national = plain[1] if plain else digits
    try:
        number = phonenumbers.parse(national, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _windows(run: Run) -> Iterator[Tuple[int, int, str, str]]:
    """(first atom, after last atom, digits, e164) of the stretches of a run that are a telephone, whole runs first."""
    spans: List[Tuple[int, int]] = []
    for first in range(len(run.atoms)):
        size = 0
        for after in range(first + 1, len(run.atoms) + 1):
            size += len(run.atoms[after - 1].digits)
            if size >= 9:  # nine, for a reading with one digit more: 'treinta tres' is 33 or 303
                spans.append((first, after))
            if size > 15:
                break
    for first, after in sorted(spans, key=lambda span: span[0] - span[1]):
        for digits in Run(run.atoms[first:after]).readings():
            number = e164(digits) if _PREFIX.match(digits) else None
            if number:
                yield first, after, digits, number
                break


def _foreign(text: str) -> Iterator[Found]:
    if "+" in text:
        for match in phonenumbers.PhoneNumberMatcher(text, "MX"):
            number = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
            digits = re.sub(r"\D", "", match.raw_string)
            if digits.startswith("521") and len(digits) == 13:
                number = e164(digits) or number
            yield found("phone", number, text, match.start, match.end)


def find(text: str) -> List[Found]:
    """`phone`: E.164, or "same" for the number in use."""
    folded = fold(text)
    out = list(_foreign(text))
    taken = [(f.start, f.end) for f in out] + [
        (f.start, f.end)
        for f in find_reports(text)
        if f.entity == "report_number" and not _LABEL.search(folded[: f.start])
    ]
    for run in runs(text):
        if any(start < run.end and run.start < end for start, end in taken):
            continue
        used: List[Tuple[int, int]] = []
        for first, after, _, number in _windows(run):
            start, end = run.atoms[first].start, run.atoms[after - 1].end
            if _NOT_PHONE.search(folded[:start]) or any(a < after and first < b for a, b in used):
                continue
            used.append((first, after))
            out.append(found("phone", number, text, start, end))
    out = [_whole(text, one) for one in restated.stand(text, sorted(out, key=lambda one: one.start))]
    again = _put_right(text) if not out else None
    if again:
        return [again]
    pieces = _in_pieces(text) if not out and _AREA.search(folded) else None
    if pieces:
        return [pieces]
    if not out:
        this = _THIS.search(folded)
        numbered = this and any(this.end() <= run.start <= this.end() + 2 for run in runs(text))  # 'es el número uno'
        where = this and _WHERE.search(this.group()) and not _CALL.search(folded)
        if this and not numbered and not where and _OF_A_NUMBER.search(folded):
            out.append(found("phone", SAME, text, this.start(), this.end()))
    return out


_AREA = re.compile(r"\b(?:lada|clave|empieza|termina|acaba)\b")
_AREA_BEFORE = re.compile(r"\blada\b[^\d,.;]{0,25},?\s*$")
_AREA_AFTER = re.compile(r"[^\d.;]{0,14}\b(?:la|el|de) lada\b")
_HOURS = re.compile(r"\b(?:las?|despues de|antes de|hasta|como a|a) (?:las )?$")
_UNITS = re.compile(r"\s*(?:minut|hora|hrs|am\b|pm\b|de la (?:tarde|manana|noche)|anos|:)")


def _in_pieces(text: str) -> Optional[Found]:
    """A telephone told in pieces, with words between: 'la lada es 664, luego 218 y termina en 7035'."""
    folded = fold(text)
    said = [r for r in runs(text) if not (_HOURS.search(folded[: r.start]) or _UNITS.match(folded[r.end :]))]
    gaps = [folded[one.end : other.start] for one, other in pairwise(said)]
    if not 2 <= len(said) <= 6 or any(len(gap) > 40 or restated.TAKES_BACK.search(gap) for gap in gaps):
        return None
    areas = [r for r in said if _AREA_BEFORE.search(folded[: r.start]) or _AREA_AFTER.match(folded[r.end :])]
    area = next((r for r in areas if len(r.digits) in (2, 3)), said[0])
    digits = "".join(r.digits for r in [area, *(r for r in said if r is not area)])
    number = e164(digits) if len(digits) == 10 else None
    return found("phone", number, text, said[0].start, said[-1].end) if number else None


def _whole(text: str, one: Found) -> Found:
    """The number with the part of it that is said again: '618 130 9926, no, 9962'."""
    national = one.value[3:] if one.value.startswith("+52") else ""
    mended = restated.mended(text, national, one.end) if national else ""
    return replace(one, value=e164(mended) or one.value) if mended != national else one


_CORRECTS = re.compile(
    r"^\W*(?:\b(?:no|ay|perdon|digo|espere\w*|mejor|corrijo|miento|mas bien|que diga|es|el|los|termina en|ultim[oa]s?"
    r"|par|dos|numeros?|digitos?|son|al final|joven|senorita)\b\W*)+$"
)


_WRONG = re.compile(r"^\W*(?:(?:no|ay|eh|este)\W+)*(?:perdon|digo|miento|mas bien|mejor dicho|corrijo|que diga)\b"
                    r"(?:\W+(?:es|no|son|digo|perdon)\b)*\W*$")  # fmt: skip


def _put_right(text: str) -> Optional[Found]:
    """A number whose last group is put right before it goes on: '33 12 45, digo, 46 78 90'."""
    folded = fold(text)
    for one, other in pairwise(runs(text)):
        if not _WRONG.match(folded[one.end : other.start]) or _NOT_PHONE.search(folded[: one.start]):
            continue
        for groups in range(1, min(4, len(one.atoms))):
            kept = "".join(atom.digits for atom in one.atoms[:-groups])
            wrong = len(one.digits) - len(kept)
            number = e164(kept + other.digits) if len(kept + other.digits) == 10 else None
            if number and wrong <= 4 and wrong < len(other.digits):
                return found("phone", number, text, one.start, other.end)
    return None


def _mended(text: str) -> Optional[str]:
    """E.164 of a number whose end is said again: '867-714-29-3… espéreme, 31', '… 22 91, no, 90'."""
    said, folded = runs(text), fold(text)
    for one, other in pairwise(said):
        digits, end = one.digits, other.digits
        if not 8 <= len(digits) < 10 or not 1 <= len(end) <= 4:
            continue
        if not _CORRECTS.match(folded[one.end : other.start]) or not re.search(r"[a-z]", folded[one.end : other.start]):
            continue
        kept = digits[: len(digits) - len(one.atoms[-1].digits)]
        for whole in (digits + end, kept + end, digits[: -len(end)] + end):
            if len(whole) == 10 and e164(whole):
                return e164(whole)
    return None


def owners(text: str) -> Dict[str, str]:
    """The numbers that are not the caller's, and whose they are: 'me dejó su cel', 'mi chofer es Luis, su cel es …'."""
    return phone_owner.owners(text, [one for one in find(text) if one.value != SAME])


def read(text: str) -> Optional[Phone]:
    """The answer to 'which phone?', or None when nothing in it is about a number."""
    mended = _mended(text)
    if mended:
        return Phone(mended, False, re.sub(r"\D", "", mended), None)
    seen = find(text)
    numbers = [f for f in seen if f.value != SAME]
    if not numbers:
        pieces = _in_pieces(text)
        numbers = [pieces] if pieces else []
    if numbers:
        own = [one for one in numbers if one.value not in phone_owner.owners(text, numbers)] or numbers
        return Phone(own[0].value, False, re.sub(r"\D", "", own[0].value), None)
    digits = max((run.digits for run in runs(text)), key=len, default="")
    if len(digits) >= 5:
        return Phone(
            None, False, digits, "too_short" if len(digits) < 10 else "too_long" if len(digits) > 10 else "invalid"
        )
    if (
        seen
        or _THIS.search(fold(text))
        or re.fullmatch(r"\W*(?:el|este|ese|es este|a este|aqui|este mero|el mismo|es el mismo)\W*", fold(text))
    ):
        return Phone(None, True, "", None)
    return None
