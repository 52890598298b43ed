"""The parts that whoever speaks plays: owner of the policy, at the wheel."""

import re
from typing import Any, Dict, List, Optional

from .folding import fold
from .found import Found, found
from .person_words import I_DROVE, NEAR, SELF_OWNER
from .vehicle_mentions import mentions

OTHERS = re.compile(r"\b(?:otr[oa]|que (?:me|nos) \w+)\b[^.,;]*$")


_ON_BEHALF = re.compile(r"\b(?:hablo|llamo|marco|escribo|reporto|reportando|hablando|vengo)(?: yo)? a nombre\b[^.,;]*$")


def not_the_insured(folded: str) -> bool:
    """Whether 'a nombre de' and the like, at the end of the words, say something else than whose the policy is."""
    return bool(OTHERS.search(folded) or _ON_BEHALF.search(folded))


def part(name: Optional[str], role: str, me: bool = False, relation: Optional[str] = None) -> Dict[str, Any]:
    """The value of a `person`."""
    return {"name": name, "role": role, "self": me, "relation": relation}


def owns(text: str, folded: str, known: List[Found]) -> List[Found]:
    """'El dueño soy yo, Nicanor Meza', 'soy la titular, Irma Luna': the speaker by two parts."""
    mine = SELF_OWNER.search(folded)
    if (
        not mine
        or OTHERS.search(folded[: mine.end()])
        or re.match(r" (?:del otro|de la otra|que )", folded[mine.end() :])
    ):
        return []
    named = [
        f for f in known if f.value["name"] and not f.value["relation"] and f.value["role"] in ("reporter", "insured")
    ]
    after = [f for f in named if f.start >= mine.end() and not folded[mine.end() : f.start].strip(" ,.:y")]
    spoken = next((f for f in named if f.value["role"] == "reporter"), after[0] if after else None)
    name = spoken.value["name"] if spoken else None
    return [
        found("person", part(name, role, me=True), text, mine.start(), mine.end())
        for role in (("reporter", "insured") if name else ("insured",))
        if not any(f.value["role"] == role and f.value["name"] for f in known)
    ]


_INTRODUCED = re.compile(
    r"[\s,.;]*(?:y )?(?:yo )?(?:(?:iba|venia|estaba|andaba) (?:yo )?(?:manejando|conduciendo|al volante)"
    r"|manejaba|conducia)\b"
    rf"(?!,? (?:mi|el|la|un|una|su|nuestr[oa]) (?:senora? |joven )?{NEAR}\b)"
)
_DRIVING = re.compile(
    r"\b(?:iba|venia|estaba|andaba) (?:manejando|conduciendo) (?:el|la|los|un|una|mi) (?:carr|coch|aut|cam|troc"
    r"|unid|mot|muebl"
    r"|nave|vehic|traile|tracto|van|vagonet|pick)\w*"
)


_HAD = re.compile(r"\b(?:yo (?:traia|llevaba)|(?:traia|llevaba) yo) (?:el|la|mi|un|una) ")
_A_CAR = re.compile(r"(?:carr|coch|aut|cam|troc|unid|mot|muebl|nave|vehic|traile|tracto|van\b|vagonet|pick|taxi)\w*")


# 'Me quedé sin gasolina', 'se me calentó la camioneta': who is left standing was at the wheel.
_STRANDED = re.compile(
    r"\bme? quede (?:sin (?:gas|gasolina|combustible|diesel)|tirad[oa]|varad[oa]|botad[oa])\b"
    r"|\bse me (?:calento|poncho|descompuso|desbielo|apago) (?:(?:el|la|mi|una) )?(?:carr|coch|auto|cam|troc|mot|llanta"
    r"|nave|vehic|traile|taxi)\w*"
)
_ANOTHER = re.compile(rf"\b(?:chofer|operador|conductor|empleado|repartidor|a (?:mi|su|un|una) {NEAR})\b")


def at_the_wheel(text: str, folded: str, known: List[Found]) -> Optional["re.Match[str]"]:
    """'Soy Ana Luna, venía manejando …'; 'iba manejando la camioneta de mi mamá y me pegaron'; 'yo traía el Versa'."""
    stranded = _STRANDED.search(folded)
    if stranded and not _ANOTHER.search(folded):
        return stranded
    had = _HAD.search(folded)
    if had and (_A_CAR.match(folded, had.end()) or any(said.start == had.end() for said in mentions(text))):
        return had
    for one in known:
        if one.value["role"] == "reporter" and one.value["name"] and not one.value["relation"]:
            said = _INTRODUCED.match(folded, one.end)
            if said:
                return said
    said = _DRIVING.search(folded) if I_DROVE.search(folded) else None
    return said if said and not re.search(rf"\b{NEAR}\b", folded[: said.start()]) else None


# 'Choqué' is the caller's own; 'un choque', 'reporto choque', 'que choque' are not.
_CRASHED = re.compile(
    r"(?<!\bun )(?<!\bel )(?<!\bmi )(?<!\bese )(?<!\bdel )(?<!\bde )(?<!\bpor )(?<!\bcon )(?<!\botro )(?<!\bque )"
    r"(?<!\breporto )(?<!\breportar )(?<!\breportando )(?<!\btuve )(?<!\bhubo )(?<!\bfue )(?<!\bsufri )"
    r"\b(?:choque|choke)\b(?!,? (?:de|del|por|entre|vehicular|fuerte|leve|multiple)\b)"
    r"|\ble (?:pegue|choque|di)\b|\bme (?:estrelle|volque|volte|estampe|embarre|sali de|fui contra|fui a estrellar)\b"
    r"|\batropelle\b|\bme (?:fui|eche|estaba echando|iba echando) (?:de|en|para) (?:reversa|atras)\b"
    r"|\bme (?:(?:acab\w+ de )?(?:choc|peg|golpe|impact|embist)\w+|cerro|cerraron|dieron|dio)\b"
    r"(?! (?:a |en )?(?:el|la|mi|los|las) (?:\w+ )?(?:carr|coch|aut|cam|troc|vehic|defens|fascia|puert|miedo|pena"
    r"|susto))"
)
# Whoever was on foot, was taken along or was not alone may have had another at the wheel.
_OTHERS_THERE = re.compile(
    rf"\b{NEAR}\b|\b(?:pasajer|copilot|acompana|operador|chofer|conductor|estacionad|peaton|caminando|a pie)\w*"
    r"|\b(?:nos|nuestr[oa]|ibamos|veniamos|chocamos|no (?:iba|venia|manejaba|traia|era|fui))\b|\bsus? (?:aseg|clien)\w+"
)


_CAR = (
    r"(?:carr[oa]|carrito|coche|cochecito|auto|camioneta|troca|moto|taxi|vehiculo|unidad|nave|mueble|barda|casa|porton"
    r"|puesto)s?"
)
# Whose the car is, who stood by or was hit, who speaks: none of them was at the wheel.
_NOT_AT_THE_WHEEL = re.compile(
    rf"\b{_CAR}(?: \w+)? (?:del?|de (?:mi|la|el|un|una|nuestr[oa])) {NEAR}\b"
    rf"|\bsoy (?:una?|el|la) (?:\w+ )?(?:senora?|muchach[oa]|chamac[oa]|viej[oa]|abuelit[oa]|repartidor|vecin[oa])\b"
    rf"|\b(?:un|una|unos|unas|otr[oa]|al otr[oa]|ese|esa) (?:\w+ )?(?:senora?|muchach[oa]|chamac[oa]|repartidora?"
    rf"|vecin[oa]"
    r"|conductora?|chofer|operadora?|morr[oa]|viej[oa]|viejit[oa]|velador|compa)\b(?! (?:mi[oa]|nuestr|de (?:la"
    r"|mi) empresa))"
    r"|\b(?:el|la|los|las) (?:senora?|muchach[oa]|chofer|conductora?|operadora?|vecin[oa]) (?:que|del|de la"
    r"|de enfrente)\b"
    r"|\b(?:(?:a|con|contra) (?:un|una|unos|unas|otr[oa]s?|el|la|los|las)|al|un|una|unos|unas|otr[oa])"
    rf" (?!mi\b){_CAR}(?: (?!y\b|mi\b|cuando\b|yo\b)\w+){{0,4}}? (?:estacionad|parquead|parad)[oa]s?\b"
)


def crashed(text: str) -> bool:
    """Whether the words tell the crash as the one's who was at the wheel, and of nobody else who could have been:
    'choqué en Av. Patria', 'me pegó una camioneta por atrás'; not 'me chocaron el carro', 'chocamos mi esposo y yo'."""
    folded = fold(text)
    return bool(_CRASHED.search(folded)) and not _OTHERS_THERE.search(_NOT_AT_THE_WHEEL.sub(" ", folded))
