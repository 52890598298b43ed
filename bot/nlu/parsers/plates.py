"""Mexican plates (the forms of the federal norm and of older series), written or spelled out."""

import re
from typing import FrozenSet, Iterator, List, Optional, Tuple

from . import possession, restated, trailer_plates
from .folding import fold
from .found import Found, found
from .lookups import load_lines
from .number_words import atoms
from .sms import spell_out
from .spelling import LETTERS, Piece, spelled
from .vehicle_mentions import mentions

_FORMS = [
    "AAA000A",
    "AAA0000A",
    "AAA0000",
    "AAA000",
    "AAA00",
    "A00AAA",
    "A000AAA",
    "AA00000",
    "AA0000A",
    "AA000A",
    "AA0000",
    "AA00000A",
    "0000AA",
    "0000AAA",
    "A00000",
    "A000000",
    "00AA0A",
    "00AA00",
    "000AA0",
    "000AA0A",
    "00AA0",
    "A0AA0",
    "00AAA0",
    "000AAA",
    "00AAA",
    "0AAA00",
    "000AA",
    "A00AA0",
    "AA000",
    "AA00A",
    "0AA00",
    "A000A",
    "00000A",
    "0000A",
]
_COMMON = {
    "AAA000A",
    "AAA0000A",
    "AAA0000",
    "AAA000",
    "A00AAA",
    "AA00000",
    "AA0000A",
    "0000AAA",
    "00AA0A",
    "000AA0",
    "000AAA",
    "0000AA",
}
_LABEL = re.compile(
    r"\b(?:placas?|plakas?|placs|matriculas?|pls|plcs|plaquitas?|las (?:mias?|nuestras)"
    r"|las (?:del?|dl|d) (?:(?:el|l|la|mi|otr[oa]) ?){0,2}(?:carro|coche|auto|camioneta|moto|taxi|troca|camion)?)\b"
)
_BETWEEN = re.compile(
    r"^[\s:#.,]*(?:(?:del?|mi|mis|la|las|el|es|son|num|numero|con|taxi|trailer|troca|carro"
    r"|coche|auto|vehiculo|camioneta"
    r"|camion|moto|unidad|mexicanas|"
    r"estatales|federales|eh|este|pues|que|trae|tiene|lleva|dicen|dice|tengo|creo|ah|bueno|mire|mira"
    r"|letras|aqui|estan|le|doy|va|van|"
    r"siguientes?|jalisco|edomex|cdmx|nuevo leon|guanajuato)\b[\s:#.,]*)*$"
)
_WRITTEN = re.compile(
    r"(?<![a-z0-9@])(?=[a-z0-9]*[-. ]?[a-z0-9]*[-. ]?[a-z0-9]*)([a-z0-9]{1,7}(?:-[a-z0-9]{1,5}){1,3}"
    r"|[a-z0-9]{5,8})(?![a-z0-9@])"
)
_SPACED = re.compile(
    r"(?<![a-z0-9])([a-z]{3}) (\d{3}) ([a-z])(?![a-z0-9])"
    r"|(?<![a-z0-9])([a-z]{3})[ -](\d{2})[ -](\d{2})(?![a-z0-9])|"
    r"(?<![a-z0-9])([a-z]{2,3}) (\d{3,4})(?: ([a-z]))?(?![a-z0-9])"
    r"|(?<![a-z0-9])(\d{2}) ([a-z]{2}) (\d[a-z])(?![a-z0-9])|"
    r"(?<![a-z0-9])([a-z]\d{2}) ([a-z]{3})(?![a-z0-9])"
)
_WORDS = frozenset(load_lines("not_plates.txt"))
_SHAPE = str.maketrans({**dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZÑ", "A"), **dict.fromkeys("0123456789", "0")})
_TO_DIGIT = {"O": "0", "I": "1", "Q": "0"}


def repair(code: str) -> Optional[str]:
    """`code` (letters and digits) as a plate, reading O, I and Q as digits where a plate has one;
    None when it has no plate's form.
    """
    plain = code if code.translate(_SHAPE) in _FORMS else None
    swapped = _swap(code)
    if swapped and (plain is None or (any(c in "OIQ" for c in code) and swapped.translate(_SHAPE) in _COMMON)):
        return swapped
    return plain


def _swap(code: str) -> Optional[str]:
    """The code with confused letters as digits, when that gives one of the common forms."""
    if not any(c in _TO_DIGIT for c in code):
        return None
    for form in sorted(_COMMON) + sorted(set(_FORMS) - _COMMON):
        if len(form) != len(code):
            continue
        out = "".join(_TO_DIGIT.get(c, c) if f == "0" else c for c, f in zip(code, form))
        if out.translate(_SHAPE) == form:
            return out
    return None


def _written(folded: str) -> Iterator[Tuple[int, int, str, bool]]:
    for match in _WRITTEN.finditer(folded):
        yield match.start(), match.end(), _bare(match.group()), True
    for match in _SPACED.finditer(folded):
        parts, end = [p for p in match.groups() if p], match.end()
        whole = not (parts[-1] in _WORDS and re.match(r"\s+[a-z]", folded[end:]))
        if not whole:
            end -= 2  # 'sat 1207 y la póliza'
            parts.pop()
        if not any(p in _WORDS for p in parts if len(p) > 1):
            yield match.start(), end, "".join(parts).upper(), whole and match[1] is not None


def find(text: str) -> List[Found]:
    """`plates`: upper case, no separators, confused letters repaired."""
    folded = fold(text)
    labels = [m.end() for m in _LABEL.finditer(folded)]
    out: List[Found] = [found("plates", code, text, start, end) for start, end, code in _put_right(text)]
    for start, end, code, strong in _written(folded):
        labelled = any(0 <= start - at <= 60 and _BETWEEN.match(folded[at:start]) for at in labels)
        if not (any(c.isalpha() for c in code) and any(c.isdigit() for c in code)) or len(code) > 8:
            continue
        plate = repair(code)
        if plate and (
            labelled or (strong and plate.translate(_SHAPE) in _COMMON and not _other_thing(folded, start, end, code))
        ):
            _add(out, found("plates", plate, text, start, end))
        elif labelled and 5 <= len(code) <= 8 and sum(c.isdigit() for c in code) >= 2:
            _add(out, found("plates", code, text, start, end))
    for start, end, code in _spelled(text, labels, folded):
        _add(out, found("plates", code, text, start, end))
    return restated.stand(text, trailer_plates.of_the_truck(text, sorted(out, key=lambda f: f.start)))


def _add(out: List[Found], new: Found) -> None:
    if not any(f.start < new.end and new.start < f.end for f in out):
        out.append(new)


def _other_thing(folded: str, start: int, end: int, code: str) -> bool:
    """A model name, a unit or a highway that looks like a plate: 'np300', 'f150', 'cx5', '10km'."""
    return bool(
        re.fullmatch(r"(?:NP|CX|MX|RAM|GLA|GLC|F|T|X|Q|A|KM|HR|CR)\d{1,4}[A-Z]?", code)
        or re.fullmatch(r"\d+(?:KM|KMS|HRS|PM|AM|MIN|PESOS|CC)", code)
        or re.search(r"(?:km|serie|vin|folio|motor|carretera|federal|modelo)\s*:?\s*$", folded[:start])
    )


_WRONG = re.compile(
    r"\W*\b(?:(?:ay|uy|no|este|eh|ah)\W+)*(?:perdon|digo|miento|mas bien|mejor dicho|corrijo|me equivoque"
    r"|que diga|no no|no es)\b"
    r"(?:\W+(?:es|no|son|digo|perdon)\b)*\W*"
)


def _put_right(text: str) -> Iterator[Tuple[int, int, str]]:
    """Plates put right while they are spelled: 'pe zeta ka seis cero cuatro, no, perdón, seis cero nueve a'."""
    for wrong in _WRONG.finditer(fold(text)):
        before = next((s for s in reversed(spelled(text[: wrong.start()])) if s[-1].end >= wrong.start() - 1), None)
        after = next((s for s in spelled(text[wrong.end() :]) if s[0].start <= 1), None)
        if not before or not after or not any(piece.letter or piece.chars.isalpha() for piece in before):
            continue
        old, new = "".join(p.chars for p in before), "".join(p.chars for p in after)
        for cut in range(min(len(old) - 1, len(new)), 0, -1):
            code = old[:-cut] + new
            same = old[-cut:].translate(_SHAPE) == new[:cut].translate(_SHAPE)
            if same and code.translate(_SHAPE) in _COMMON:
                yield before[0].start, wrong.end() + after[-1].end, code
                break


def _spelled(text: str, labels: List[int], folded: str) -> Iterator[Tuple[int, int, str]]:
    for stretch in spelled(text):
        labelled = any(
            0 <= stretch[0].start - at <= 60 and _BETWEEN.match(folded[at : stretch[0].start]) for at in labels
        )
        inside = [at for at in labels if stretch[0].start < at <= stretch[-1].start]
        pieces = [p for p in stretch if not inside or p.start >= inside[0]]
        if (
            pieces
            and folded[pieces[-1].start : pieces[-1].end] == "de"
            and re.match(r"\s+(?!d)[a-z]{4}", folded[pieces[-1].end :])
        ):
            pieces.pop()  # 'NUM 44 17 de Querétaro'
        best = _window(pieces, labelled or bool(inside))
        if best:
            yield best


def _window(pieces: List[Piece], labelled: bool) -> Optional[Tuple[int, int, str]]:
    for length in range(min(len(pieces), 9), 1, -1):
        for first in range(len(pieces) - length + 1):
            part = pieces[first : first + length]
            code = "".join(p.chars for p in part)
            if not 5 <= len(code) <= 8:
                continue
            letters = [p for p in part if p.letter]
            radio = sum(p.radio for p in part)
            sure = sum(p.sure or (p.radio and radio > 2) for p in part)
            named = all(p.end - p.start > 3 for p in letters if p.chars in "OIQ")  # 'quebec' is no zero
            plate = code if named and code.translate(_SHAPE) in _COMMON else repair(code)
            if plate and (
                labelled
                or (
                    plate.translate(_SHAPE) in _COMMON
                    and letters
                    and sure * 2 >= len(letters)
                    and part[0].letter | part[-1].letter
                )
            ):
                return part[0].start, part[-1].end, plate
    if labelled and pieces:
        code = "".join(p.chars for p in pieces)
        if 5 <= len(code) <= 8 and any(c.isalpha() for c in code) and any(c.isdigit() for c in code):
            return pieces[0].start, pieces[-1].end, code
    return None


def others(text: str) -> FrozenSet[str]:
    """The plates that the words beside them give to somebody else: 'las del otro son …', '… son las del otro'."""
    return possession.theirs(text, find(text))


def _in_capitals(text: str) -> str:
    """The text with two or three letters before a number in capitals, as those of a plate: 'upk siete siete uno e'."""
    out = text
    for atom in atoms(text):
        letters = re.search(r"(?<![a-z])[a-z]{2,3}(?= $)", fold(text)[: atom.start])
        if letters and letters.group() not in _WORDS and letters.group() not in LETTERS and not atoms(letters.group()):
            out = out[: letters.start()] + out[letters.start() : letters.end()].upper() + out[letters.end() :]
    return out


def _bare(said: str) -> str:
    return re.sub(r"[^a-z0-9]", "", said.lower()).upper()


def read(text: str) -> Optional[str]:
    """The plate in an answer to 'which plates?', labelled or not;
    a permit or foreign plate as said; None when there is none, or only somebody else's.
    """
    models = {one + _bare(m.model) for m in mentions(text) if m.model for one in ("", "1")}
    for said in (text, "placas " + text, "placas " + _in_capitals(text)):
        seen = [one for one in find(said) if one.value not in models]  # 'una ft150 roja' are no plates
        if seen:
            theirs = possession.theirs(said, seen)
            return next((one.value for one in seen if one.value not in theirs), None)
    for stretch in spelled(text):
        best = _window(list(stretch), True)
        if best and best[2] not in models:
            one = found("plates", best[2], text, best[0], best[1])
            return None if possession.theirs(text, [one]) else one.value
    codes = [_bare(m.group()) for m in _WRITTEN.finditer(fold(text))]
    codes = [c for c in codes if c not in models and sum(ch.isdigit() for ch in c) >= 2]
    codes = [c for c in codes if any(ch.isalpha() for ch in c) or "permiso" in fold(text)]
    return max(codes, key=len) if codes else None


_NONE_YET = re.compile(
    r"\b(?:con|trae|traigo|traemos|tiene|tengo|es|nomas|solo|puro|el|un|su|hay) (?:(?:el|un|su|puro|mi|nomas"
    r"|solo) )*permiso\b"
    r"|\bpermiso (?:provisional|temporal|para circular|de circulacion|de transito)"
    r"|\b(?:sin|no (?:tiene|trae|lleva|hay|cuenta con)) (?:ni )?(?:placas?|emplacar)\b|\bplacas? (?:estan |aun "
    r"|siguen )?en tramite"
    r"|\bno (?:esta|lo he|la he|lo hemos|la hemos|se ha) (?:ni )?emplacad|\b(?:sin|por) emplacar\b"
    r"|\b(?:aun|todavia|ni siquiera) no (?:(?:me|le|nos|se|les) )*(?:las? )?(?:dan|entregan|han (?:dado"
    r"|entregado)|llegan|salen"
    r"|emplac\w+|asignan|tiene)\b|\bno (?:(?:me|le|nos|se) )+(?:las )?(?:dan|entregan|han (?:dado"
    r"|entregado)) (?:las )?(?:placas|todavia|aun)"
    r"|\b(?:nuevo|nueva|nuevecit[oa]|de agencia|cero kilometros|0 km)\b|\brecien (?:comprad|salid|sacad)[oa]"
    r"|\b(?:acabo de|acabamos de|apenas (?:lo|la)) (?:compr|sac|estren)\w+"
)


def none_yet(text: str) -> bool:
    """Whether the vehicle is told to have no plates yet: a new one, or one with a permit."""
    folded = spell_out(text).text
    return bool(_NONE_YET.search(folded)) and not re.search(
        r"\bno (?:me |las? )*(?:se(?! (?:me|le|l[ao]s?|ha|han)\b)|acuerdo|recuerdo)\b", folded
    )
