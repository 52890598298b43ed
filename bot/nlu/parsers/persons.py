"""Who: names with the part they play (reporter, driver, insured), and 'yo mismo'."""

import re
from dataclasses import replace
from typing import List

from . import companies, policy_owners, speaker
from .folding import Token, fold
from .found import Found, found
from .greetings import named_by_place
from .had_the_car import had_the_car
from .lookups import words
from .name_choice import ordered, standing, stretches
from .named_after import NO_DOUBT, TITLED, keep, kins_name, name_after, person, somebody_else
from .names import first_word, name_end, title, unlisted_name
from .not_me import did_not_drive
from .person_words import (
    AFTER_DRIVER,
    BEFORE_DRIVER,
    DRIVER,
    DROVE,
    I_DROVE,
    INSURED,
    KIN,
    NEAR,
    OPERATOR,
    REPORTER,
    SELF_DRIVER,
    SKIP,
    THEIR_DRIVER,
    THIRD_DRIVER,
)

# 'El que habla es mi vecino', 'mi chofer, de nombre Saúl'.
_NOT_HERE = re.compile(r"\b(?:(?:no|(?<!soy )(?:el|la) que|quien) \S{1,6}|de nombre"
                       r"|(?:hablo|llamo|marco|escribo|reporto|vengo)(?: yo)? de par)$")  # fmt: skip


def find(text: str) -> List[Found]:
    """`person`:
    {"name", "role": reporter|driver|insured|other, "self": the speaker, "relation": of the speaker}; name None for
    'yo iba manejando'.
    """
    folded = fold(text)
    out: List[Found] = []
    ours = companies.spoken_for(text)
    if ours:
        out.append(found("person", speaker.part(companies.written(text, ours), "insured"), text, *ours))
    policy_owners.not_mine_but(text, folded, out)
    for role, pattern in (("driver", DRIVER), ("insured", INSURED), ("reporter", REPORTER)):
        for label in pattern.finditer(folded):
            theirs = THEIR_DRIVER if re.match(r"l[oa] ", label.group()) else THIRD_DRIVER
            if role == "driver" and (
                theirs.search(folded[: label.start()]) or re.match(r"\s*(?:un|una)\s", folded[label.end() :])
            ):
                continue
            if role == "reporter" and _NOT_HERE.search(folded[: label.start()] + label.group()[:6]):
                continue
            if role == "insured" and speaker.not_the_insured(folded[: label.end()]):
                continue
            firm = companies.read(text[label.end() :], asked=False) if role == "insured" else None
            if firm:
                start, end = label.end() + firm[0], label.end() + firm[1]
                keep(out, person(text, start, end, role))
                continue
            told = role == "reporter" and label.group() != "nombre"
            named = name_after(text, label.end(), told or role == "insured", bool(NO_DOUBT.fullmatch(label.group())))
            if (
                named
                and named[2] not in (None, "senor", "senora")
                and label.group().startswith(("pregunt", "de parte"))
            ):
                continue  # 'pregunte por mi hermano Luis', 'de parte de mi patrón, Luis Cota'
            if named and not somebody_else(text, folded, role, label.end(), named):
                start, end, relation = named
                name = title(text[start:end])
                in_order = ordered(text)
                if in_order and set(fold(name).split()) <= set(fold(in_order).split()):
                    name = in_order  # 'de apellido Montejano y de nombre Cruz'
                keep(out, found("person", speaker.part(name, role, relation=relation), text, start, end))
    policy_owners.named(text, folded, out)
    _operators(text, folded, out)
    named = any(f.value["role"] == "reporter" for f in out)
    by_place = None if named else named_by_place(text)
    if by_place:
        name, start, end = by_place
        keep(out, found("person", speaker.part(name, "reporter"), text, start, end))
    _instead_of_me(text, folded, out)
    _kin(text, folded, out)
    _called(text, folded, out)
    _kin_of(text, folded, out)
    _named_drivers(text, folded, out)
    out += speaker.owns(text, folded, out)
    if not any(f.value["role"] == "driver" for f in out):
        _self_or_kin(text, folded, out)
    return sorted(_by_relation(out), key=lambda f: f.start)


def _self_or_kin(text: str, folded: str, out: List[Found]) -> None:
    """Who drove, told without a name: 'yo iba manejando', 'manejaba mi hijo'."""
    me = SELF_DRIVER.search(folded) or speaker.at_the_wheel(text, folded, out)
    if (
        me
        and not did_not_drive(text)
        and not re.search(
            rf"\b(?:no|{KIN}|el|ella|quien|que)\s+(?:era (?:el|la) que |es (?:el|la) que )?$", folded[: me.start()]
        )
    ):
        out.append(found("person", speaker.part(None, "driver", me=True), text, me.start(), me.end()))
    else:
        kin = re.search(
            rf"\b(?:mi|el|la|un|nuestro)\s+({KIN})\s+(?:es quien |es el que |es la que |era quien |era el que "
            r"|era la que )?(?:lo |la )?(?:iba|venia|estaba|andaba)?\s*(?:manejando|conduciendo|manejaba"
            r"|conducia|al volante|(?:lo |la )?traia\b)|"
            r"\b(?:manejaba|conducia|iba manejando|venia manejando|lo traia|la traia|el (?:conductor"
            r"|chofer) (?:es|era))(?: (?:el|la) (?:carro|coche|auto|camioneta|troca|moto|unidad|camion|taxi))?"
            rf"\s+mi\s+({KIN})\b"
            r"|\b(?:quien|(?:el|la) que) (?:lo |la )?(?:(?:iba|venia|estaba|andaba) )?(?:manejando|conduciendo|manejaba"
            r"|manejo|conducia|al volante|traia)(?: (?:el|la) (?:carro|coche|auto|camioneta|troca|moto|unidad))?"
            rf" (?:era|es|fue) mi ({KIN})\b",
            folded,
        )
        if kin:
            relation = kin[1] or kin[2] or kin[3]
            out.append(found("person", speaker.part(None, "driver", relation=relation), text, kin.start(), kin.end()))


def _by_relation(out: List[Found]) -> List[Found]:
    """'Lo traía mi hijo …, él se llama Yandel': the driver told by the relation is the one named by it."""
    for driver in [f for f in out if f.value["role"] == "driver" and not f.value["name"] and f.value["relation"]]:
        same = next((f for f in out if f.value["name"] and f.value["relation"] == driver.value["relation"]), None)
        if same and same.value["role"] == "other":
            named = replace(same, value={**same.value, "role": "driver"})
            return [f for f in out if f not in (driver, same)] + [named]
    return out


_THE_ONE = (
    r" (?:quien|(?:el|la) que) (?:lo |la |se )?(?:choco|accidento|volco|volteo|estrello|estampo|impacto|manejaba"
    r"|conducia|traia|iba|venia|manejo|tuvo)\b[a-z ]{0,25}?| (?:el|la) del (?:choque|accidente|percance|siniestro)"
)
_NOT_I_BUT = re.compile(
    rf"\b(?:no (?:soy|fui|era|fue) yo(?P<drove>{_THE_ONE})?|yo no (?:soy|fui|era)(?P<did>{_THE_ONE})"
    r"|yo no (?P<nor>choque|manejaba|conducia|iba manejando|venia manejando|volque))"
    r"[\s,.;]+(?:pero )?(?:si ?no )?(?:que )?(?:es|fue|era)\s+"
)


_HIT_US = re.compile(r"\W*(?:quien|(?:el|la) que|que) (?:me|nos)\b")


def _instead_of_me(text: str, folded: str, out: List[Found]) -> None:
    """'Yo no era quien manejaba, era mi patrón el ingeniero Urrutia'."""
    for match in _NOT_I_BUT.finditer(folded):
        named = name_after(text, match.end(), sure=False)
        if named and _HIT_US.match(folded, named[1]):
            continue  # 'yo no choqué, fue el señor Luis Cota el que me chocó'
        if named and (match["drove"] or match["did"] or match["nor"] or DROVE.search(folded, named[1])):
            keep(out, person(text, *named[:2], "driver", relation=named[2]))


_THEN = re.compile(
    r" (?:iba|venia|traia|manejaba|conducia|choco|se (?:llevo|volteo|accidento|estrello)|fue quien|era quien)\b"
)


def _named_so(text: str, word: Token) -> bool:
    """Whether a word on no list, after a relation, shows itself as a name: by its capital, or by what its owner did."""
    return (text[word.start].isupper() and text != text.upper()) or bool(_THEN.match(fold(text), word.end))


def _kin(text: str, folded: str, out: List[Found]) -> None:
    """'mi hijo Pablo Robles (iba manejando)'; the part is the driver's when driving is spoken of, else other."""
    said = words(text)
    for match in re.finditer(
        rf"\b(?:(?:mi|nuestr[oa])\s+(?P<mine>{NEAR})|(?:el|la|un|una|su)\s+(?P<one>{KIN}))\b", folded
    ):
        skip = re.compile(r"\s*[,:(]?\s*(?:que )?(?:de \d{1,2}(?: anos)?\b,?)?" + SKIP).match(folded, match.end())
        kin, at = match["mine"] or match["one"], skip.end() if skip else match.end()
        first = first_word(text, at)
        near = first < len(said) and said[first].start - at <= 1
        sure = bool(TITLED.search(folded[match.end() : at])) or (near and _named_so(text, said[first]))
        after = kins_name(text, said, first, sure) if near else first
        if after > first and kin not in ("conductor", "chofer", "senor", "senora"):
            first, after = standing(text, first, after)
            start, end = said[first].start, said[after - 1].end
            driving = BEFORE_DRIVER.match(folded, end) or AFTER_DRIVER.search(folded[: match.start()])
            role = "driver" if driving or had_the_car(text, match.start(), end) else "other"
            keep(out, person(text, start, end, role, relation=kin))


_CALLED = re.compile(r"\b(?:se llama(?:ba)?|se llamo|su nombre(?: completo)? es|ella es|el es|nombre:)\s+(?=[a-z])")
_WHOSE_NAME = re.compile(rf"\b(?:mi|su|la|el|nuestr[oa])\s+({NEAR})\b|(?P<other>\botr[oa]\b|\bun[oa]? (?:\w+ )?que\b"
                         rf"|\b(?:con|contra) un[oa]?\b|\bme (?:pego|choco|dio|embistio)\b)")  # fmt: skip
_STRANGER = re.compile(r"otr[oa]\b|conductor|chofer|operador|senora?$")


def _called(text: str, folded: str, out: List[Found]) -> None:
    """'Mi mamá chocó en Celaya, se llama Guadalupe Arreola', 'soy su esposa, él se llama Jorge Ibarra, chocó …'."""
    said = words(text)
    for match in _CALLED.finditer(folded):
        spoken_of = list(_WHOSE_NAME.finditer(folded, 0, match.start()))
        if not spoken_of or spoken_of[-1]["other"]:
            continue
        mine = spoken_of[-1].group().startswith("mi ")
        if _STRANGER.match(spoken_of[-1][1]) and not (mine and spoken_of[-1][1] in ("senora", "senor")):
            continue
        first = first_word(text, match.end())
        near = first < len(said) and said[first].start == match.end()
        after = name_end(text, said, first) if near else first
        after = unlisted_name(text, said, first, sure=True) if near and after == first else after
        if after > first:
            start, end = said[first].start, said[after - 1].end
            role = "driver" if DROVE.search(folded) and not I_DROVE.search(folded) else "other"
            owner = INSURED.match(folded, 0, spoken_of[-1].start()) or any(
                one.end() >= spoken_of[-1].start() - 1 for one in INSURED.finditer(folded, 0, spoken_of[-1].start())
            )
            role = "insured" if owner else role
            out[:] = [f for f in out if f.start >= end or f.end <= start or f.value["role"] == "driver"]
            keep(out, person(text, start, end, role, relation=spoken_of[-1][1]))


_KIN_OF = re.compile(rf"\bsoy (?:la|el|su) ({KIN}) del?\b")


def _kin_of(text: str, folded: str, out: List[Found]) -> None:
    """'Soy la hija de don Anselmo Rangel, chocó en Celaya'."""
    for match in _KIN_OF.finditer(folded):
        named = name_after(text, match.end(), sure=False)
        if named:
            role = "driver" if DROVE.search(folded) and not I_DROVE.search(folded) else "other"
            keep(out, person(text, *named[:2], role, relation=match[1]))


def _operators(text: str, folded: str, out: List[Found]) -> None:
    """'el chofer de nuestra unidad, el señor Saúl Rangel, volcó'."""
    said = words(text)
    for match in OPERATOR.finditer(folded):
        first = first_word(text, match.end())
        near = first < len(said) and said[first].start == match.end()
        after = kins_name(text, said, first, bool(TITLED.search(match.group()))) if near else first
        if after > first and not THIRD_DRIVER.search(folded[: match.start()]):
            first, after = standing(text, first, after)
            start, end = said[first].start, said[after - 1].end
            keep(out, person(text, start, end, "driver"))


# 'Íbamos para La Tinaja manejaba mi compadre': a place, and who drove after it.
_TO_A_PLACE = re.compile(
    r"\b(?:para|pa|a|al|de|del|hacia|en|desde|por|rumbo|hasta|entre|con|sobre)(?: (?:el|la|los|las|san|santa"
    r"|santo))*\s*$"
)
_WHO_DROVE = re.compile(rf"\s+(?:yo\b|(?:mi|su|nuestr[oa]) {NEAR}\b|don\b|dona\b)")


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
        name = next((one for one in stretches(text) if one.after == last + 1), None)
        elsewhere = name and (
            _TO_A_PLACE.search(folded[: said[name.first].start]) or _WHO_DROVE.match(folded, driving.end())
        )
        if name and not elsewhere and not folded[said[last].end : driving.start()].strip():
            start, end = said[name.first].start, said[last].end
            out[:] = [f for f in out if f.value["role"] != "other" or f.start >= end or f.end <= start]
            keep(out, person(text, start, end, "driver"))
