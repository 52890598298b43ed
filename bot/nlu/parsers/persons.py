"""Who: names with the part they play (reporter, driver, insured), and 'yo mismo'."""

import re
from typing import Any, Dict, List, Optional, Tuple

from .folding import Token, fold
from .found import Found, found
from .lookups import words
from .names import LAST, NOT_NAMES, bare_name, company, first_word, is_name_word, name_end, title
from .person_words import (
    BEFORE_DRIVER,
    DRIVER,
    GREETED,
    INSURED,
    KIN,
    NAMED_LATER,
    NEAR,
    OPERATOR,
    REPORTER,
    SELF_DRIVER,
    SKIP,
    THIRD_DRIVER,
)


def find(text: str) -> List[Found]:
    """`person`:
    {"name", "role": reporter|driver|insured|other, "self": the speaker, "relation": of the speaker}; name None for
    'yo iba manejando'.
    """
    folded = fold(text)
    out: List[Found] = []
    for role, pattern in (("driver", DRIVER), ("insured", INSURED), ("reporter", REPORTER)):
        for label in pattern.finditer(folded):
            if role == "driver" and (
                THIRD_DRIVER.search(folded[: label.start()]) or re.match(r"\s*(?:un|una)\s", folded[label.end() :])
            ):
                continue
            if role == "reporter" and re.search(r"\b(?:no |el que |quien )$", folded[: label.start()]):
                continue
            firm = company(text[label.end() :]) if role != "driver" else None
            if (
                firm
                and firm[0] <= 25
                and role == "insured"
                and not set(re.findall(r"\w+", folded[label.end() : label.end() + firm[0]]))
                - {"la", "empresa", "de", "es", "el", "mi", "una", "razon", "social", "compania"}
            ):
                start, end = label.end() + firm[0], label.end() + firm[1]
                _add(out, found("person", _value(title(text[start:end]), role), text, start, end))
                continue
            named = _name_after(
                text, label.end(), sure=(role == "reporter" and label.group() != "nombre") or role == "insured"
            )
            if named:
                start, end, relation = named
                _add(out, found("person", _value(title(text[start:end]), role, relation=relation), text, start, end))
    _operators(text, folded, out)
    _signature(text, folded, out)
    _named_later(text, folded, out)
    _kin(text, folded, out)
    _named_drivers(text, folded, out)
    _greeted(text, folded, out)
    if not any(f.value["role"] == "driver" for f in out):
        me = SELF_DRIVER.search(folded)
        if me and not re.search(
            rf"\b(?:no|{KIN}|el|ella|quien|que)\s+(?:era (?:el|la) que |es (?:el|la) que )?$", folded[: me.start()]
        ):
            out.append(found("person", _value(None, "driver", me=True), text, me.start(), me.end()))
        else:
            kin = re.search(
                rf"\b(?:mi|el|la|un|nuestro)\s+({KIN})\s+(?:es quien |es el que |es la que |era quien |era el que "
                r"|era la que )?(?:lo |la )?(?:iba|venia|estaba|andaba)?\s*(?:manejando|conduciendo|manejaba"
                r"|conducia|al volante|(?:lo |la )?traia\b)|"
                r"\b(?:manejaba|conducia|iba manejando|venia manejando|lo traia|la traia|el (?:conductor"
                rf"|chofer) (?:es|era))\s+mi\s+({KIN})\b",
                folded,
            )
            if kin:
                out.append(
                    found("person", _value(None, "driver", relation=kin[1] or kin[2]), text, kin.start(), kin.end())
                )
    return sorted(out, key=lambda f: f.start)


def _value(name: Optional[str], role: str, me: bool = False, relation: Optional[str] = None) -> Dict[str, Any]:
    return {"name": name, "role": role, "self": me, "relation": relation}


def _add(out: List[Found], new: Found) -> None:
    """Keep one reading of each stretch: the first role found for it (driver, insured, reporter)."""
    if not any(f.start < new.end and new.start < f.end for f in out):
        out.append(new)


def _name_after(text: str, offset: int, sure: bool) -> Optional[Tuple[int, int, Optional[str]]]:
    """(start, end, relation) of the name after a label, past 'es', 'el señor', 'mi hijo'."""
    folded, said = fold(text), words(text)
    skip = re.match(SKIP, folded[offset:])
    at = offset + (skip.end() if skip else 0)
    relation = re.search(NEAR + r"\b", folded[offset:at]) if skip else None
    first = first_word(text, at)
    if first == len(said) or said[first].start - at > 2:
        return None
    after = name_end(text, said, first) if not relation else kins_name(text, said, first)
    if (
        after == first
        and sure
        and said[first].text not in NOT_NAMES
        and said[first].text.isalpha()
        and len(said[first].text) > 2
        and text[said[first].start].isupper()
        and text != text.upper()
    ):
        after = first + 1
    if after == first:
        return None
    first, after = fullest(text, first, after)
    return said[first].start, said[after - 1].end, relation.group() if relation else None


def kins_name(text: str, said: Tuple[Token, ...], first: int) -> int:
    """Index after the name told of a relation: its first word may be on no list when a surname follows it."""
    after = name_end(text, said, first)
    rare = after == first and len(said) > first + 1 and said[first].text.isalpha() and len(said[first].text) > 3
    if rare and said[first].text not in NOT_NAMES and said[first + 1].text in LAST - NOT_NAMES:
        return name_end(text, said, first + 1)
    return after


def fullest(text: str, first: int, after: int) -> Tuple[int, int]:
    """The name, or the longer one that begins alike and is said after it: 'soy Griselda con G, Griselda Montes'."""
    said = words(text)
    for at in range(after, len(said)):
        if said[at].text == said[first].text:
            end = name_end(text, said, at)
            if end - at > after - first:
                return at, end
    gap = fold(text)[said[after - 1].end : said[after].start] if after < len(said) else ""
    if after - first == 1 and gap.strip() == ",":  # 'el Memo, Guillermo Ortega'
        end = name_end(text, said, after)
        if end - after >= 2 and is_name_word(said[after].text):
            return after, end
    return first, after


def _kin(text: str, folded: str, out: List[Found]) -> None:
    """'mi hijo Pablo Robles (iba manejando)'; the part is the driver's when driving is spoken of, else other."""
    said = words(text)
    for match in re.finditer(
        rf"\b(?:mi\s+(?P<mine>{NEAR})|(?:nuestro|nuestra|el|la|un|una|su)\s+(?P<one>{KIN}))[,:]?\s+"
        r"(?:de nombre |se llama |que se llama )?",
        folded,
    ):
        first, kin = first_word(text, match.end()), match["mine"] or match["one"]
        near = first < len(said) and said[first].start - match.end() <= 1
        after = kins_name(text, said, first) if near else first
        if after > first and kin not in ("conductor", "chofer", "senor", "senora"):
            first, after = fullest(text, first, after)
            start, end = said[first].start, said[after - 1].end
            driving = BEFORE_DRIVER.match(folded, end) or re.search(
                r"(?:manejaba|conducia|manejando|conduciendo|traia|al volante|^\W*(?:pues |era )?(?:iba|venia))\s*$",
                folded[: match.start()],
            )
            _add(
                out,
                found(
                    "person",
                    _value(title(text[start:end]), "driver" if driving else "other", relation=kin),
                    text,
                    start,
                    end,
                ),
            )


_SIGNED = re.compile(
    r"(?:^|[,.;\n])\s*(?:atte?\.?:? |atentamente:? )?([a-z]+(?: [a-z]+){1,3}?),?\s*"
    r"(?:(?:tel|cel|telefono|celular)\b\.?:?\s*)?(?:\+?52\s?)?\d{2,3}[ -]?\d{3,4}[ -]?\d{4}\W*$"
)


def _signature(text: str, folded: str, out: List[Found]) -> None:
    """'…, mande ajustador. Elena Prado 3112345678': a name and a telephone at the end are who reports."""
    signed = None if any(f.value["role"] == "reporter" for f in out) else _SIGNED.search(folded)
    if signed and all(is_name_word(word) and word not in NOT_NAMES for word in signed[1].split()):
        start, end = signed.span(1)
        _add(out, found("person", _value(title(text[start:end]), "reporter"), text, start, end))


def _greeted(text: str, folded: str, out: List[Found]) -> None:
    """Who greets and says a name at once is who reports."""
    greeted = None if any(f.value["role"] == "reporter" for f in out) else GREETED.match(folded)
    if greeted:
        start, end = greeted.span("after" if greeted["after"] else "before")
        name = bare_name(text[start:end])
        if name:
            _add(out, found("person", _value(name, "reporter"), text, start, end))


def _named_later(text: str, folded: str, out: List[Found]) -> None:
    said = words(text)
    for match in NAMED_LATER.finditer(folded):
        first = first_word(text, match.end())
        after = name_end(text, said, first) if first < len(said) and said[first].start == match.end() else first
        if after > first:
            start, end = said[first].start, said[after - 1].end
            out[:] = [f for f in out if f.start >= end or f.end <= start]
            out.append(found("person", _value(title(text[start:end]), "driver", relation=match[1]), text, start, end))


def _operators(text: str, folded: str, out: List[Found]) -> None:
    """'el chofer de nuestra unidad, el señor Saúl Rangel, volcó'."""
    said = words(text)
    for match in OPERATOR.finditer(folded):
        first = first_word(text, match.end())
        after = name_end(text, said, first) if first < len(said) and said[first].start == match.end() else first
        if after > first and not THIRD_DRIVER.search(folded[: match.start()]):
            start, end = said[first].start, said[after - 1].end
            _add(out, found("person", _value(title(text[start:end]), "driver"), text, start, end))


def _named_drivers(text: str, folded: str, out: List[Found]) -> None:
    """'Jorge Ibarra iba manejando'."""
    said = words(text)
    for driving in re.finditer(
        r"\b(?:es quien |es el que |era quien |era el que |era )?(?:el que )?(?:iba manejando"
        r"|venia manejando|iba conduciendo|manejaba|conducia|es el chofer|es el conductor|era el conductor"
        r"|era el chofer|es la conductora|lo manejaba|la manejaba|lo traia|la traia)\b",
        folded,
    ):
        last = max((i for i, w in enumerate(said) if w.end <= driving.start()), default=-1)
        first = last
        while (
            first >= 0
            and last - first < 5
            and (
                (is_name_word(said[first].text) and said[first].text not in NOT_NAMES)
                or said[first].text in ("de", "la", "del")
            )
        ):
            first -= 1
        first += 1
        if (
            first <= last
            and is_name_word(said[first].text)
            and re.fullmatch(r"\s*", folded[said[last].end : driving.start()])
        ):
            kept = [f for f in out if f.start < said[last].end and said[first].start < f.end]
            for other in kept:
                if other.value["role"] == "other":
                    out.remove(other)
            _add(
                out,
                found(
                    "person",
                    _value(title(text[said[first].start : said[last].end]), "driver"),
                    text,
                    said[first].start,
                    said[last].end,
                ),
            )
