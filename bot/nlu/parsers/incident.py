"""What happened, in the plainest words for it: the strongest cue decides between kinds that share words.

What is told in other words is for what was learned (bot/nlu/told)."""

import re
from typing import Dict, List, NamedTuple, Optional

from .denied import DENIED
from .folding import fold
from .found import Found, found
from .incident_cues import FOUND_SO, RULES
from .services import find_service, read_service
from .sms import spell_out
from .vehicle_mentions import mentions

__all__ = ["Seen", "cues", "decide", "find", "find_service", "is_question", "read", "read_service"]

_HYPOTHETICAL = re.compile(
    r"\b(?:si (?:me|te|se|nos|alguien|chocara|llego|choco|tengo|tuviera)|en caso de|que (?:pasa|hago"
    r"|documentos|necesito|cubre|papeles)|cuanto|me cubre|mi (?:poliza|seguro) cubre"
    r"|documentos? (?:para|por|de)|requisitos|deducible)\b"
)


_TOOK_MY = re.compile(
    r"\b(?:rob|quit|llev|vol|baj|chingar|clav|hurt|tumb|pel|gan)(?:aron|o|aron de|on|ado"
    r"|ada)\s+(?:mi|el|la|un|una|nuestro|nuestra|su|mi propi[oa])\s*$"
)


_NOT_TAKEN = re.compile(
    r"\bno (?:fue |hubo )?(?:se |me |le |les |nos )?(?:lo |la |los |las )?(?:alcanz\w+ a |lograron )?"
    r"(?:robo|robaron|llevo|llevaron|quito|quitaron|volaron|sacaron|bajaron|llevarse|robarse)\b[^,.;]*$"
)
_NOT_CRASHED = re.compile(
    rf"(?:{DENIED}|\bno (?:(?:me|nos|lo) )?(?:(?:h?e|hemos|ha|han) )?)(?:choqu\w+|choc\w+|colision|accidente|percance"
    r"|siniestro)$"
)
_DENIED = {"total_theft": _NOT_TAKEN, "partial_theft": _NOT_TAKEN, "collision": _NOT_CRASHED}


class Seen(NamedTuple):
    """A cue: the kind, how strong it is, and its offsets in the text spelled out."""

    kind: str
    weight: int
    start: int
    end: int


def cues(text: str) -> List[Seen]:
    """Every kind of incident the text has a cue for, strongest first."""
    folded, out = spell_out(text).text, []
    for kind, weight, pattern in RULES:
        for match in pattern.finditer(folded):
            if (
                not re.search(
                    r"\b(?:no (?:fue|es|era|hubo|me|se|hay)|sin|ni)\s(?:un "
                    r"|una )?$",
                    folded[: match.start()],
                )
                and not (kind in _DENIED and _DENIED[kind].search(folded[: match.end()]))
                and match.group().strip()
                and not (kind == "partial_theft" and "con todo y" in match.group())
            ):
                out.append(Seen(kind, weight, match.start(), match.end()))
                break
    for mention in mentions(folded):
        taken = _TOOK_MY.search(folded[: mention.start])
        if taken and mention.make:  # 'me robaron mi tsuru': no word for a vehicle, but one by its name
            out.append(Seen("total_theft", 84, taken.start(), mention.end))
    return sorted(out, key=lambda seen: -seen.weight)


_CRASHED = re.compile(r"\b(?:chocamos|choque|chocaron|choco|me pego|me pegaron|le pegue|choke|colision)\b")
_CRASHED_MYSELF = re.compile(
    r"\b(?:chocamos|(?<!un )(?<!el )(?<!de )choque|me pego|me pegaron|me choc\w+|le pegue|le di|choke|me estrelle"
    r"|me impact\w+)\b"
)
_TAKEN = re.compile(r"rob|asalt|vol[oa]|quit|bajar|bajo|llevaron|encanon|tumbar|despoj|pelaron|dieron baj")
_BELONGINGS = re.compile(
    r"cristalazo|mochila|bolsa|laptop|celular|cartera|cosas|pertenencias|lentes|chamarra"
    r"|documentos"
)
_VEHICLE = re.compile(
    r"\b(?:carro|coche|auto|automovil|camioneta|troca|moto\w*|camion|trailer|unidad"
    r"|vehiculo|nave)\b"
)
_TYRE_DAMAGE = re.compile(
    r"seguro de llanta|bache|hoyo|coladera|socavon|pozo|reclam|\brin(?:es)?\b|rueda"
    r"|se (?:me )?salio"
)
# Who had a tyre punctured and wants it changed needs help, whoever did it.
_WANTS_IT_CHANGED = re.compile(r"\b(?:cambi\w+|asistencia|auxilio|talachero|vulca\w*|refaccion|ayud\w+|mand\w+|grua)\b")


def decide(text: str) -> Optional[Seen]:
    """The kind of incident the text tells of, or None: of several, what the others followed from or led to."""
    seen = cues(text)
    seen = [one for one in seen if one.weight > FOUND_SO] or seen
    if not seen:
        return None
    kinds: Dict[str, Seen] = {}
    for one in seen:
        kinds.setdefault(one.kind, one)
    folded = spell_out(text).text
    pane = None if "glass" in kinds else _broken_apart(kinds, folded)
    if pane:
        return pane
    if "collision" in kinds and "run_over" not in kinds:
        return _beside_a_crash(kinds, folded)
    if (
        "weather" in kinds
        and seen[0].kind == "total_theft"
        and re.search(r"\bvol(?:o|aron)\b", _words(seen[0], folded))
    ):
        return kinds["weather"]  # what the wind blew away
    if "total_theft" in kinds:
        for other in ("flood", "partial_theft"):
            if other in kinds:
                return kinds[other]
        if "glass" in kinds and _only_things(kinds, folded):
            return kinds["glass"]
    if "tire" in kinds and set(kinds) <= {"tire", "roadside_assistance"}:
        tire = kinds["tire"]
        return tire if _TYRE_DAMAGE.search(folded) else Seen("roadside_assistance", 60, tire.start, tire.end)
    only_tyres = seen[0].kind == "vandalism" and set(kinds) <= {"vandalism", "tire", "roadside_assistance"}
    if only_tyres and "ponch" in _words(seen[0], folded) and _WANTS_IT_CHANGED.search(folded):
        return Seen("roadside_assistance", 60, seen[0].start, seen[0].end)
    if {"glass", "weather"} <= set(kinds):
        return kinds["weather"]
    if {"vandalism", "weather"} <= set(kinds) and not _ON_PURPOSE.search(folded):
        return kinds["weather"]  # what the wind threw scratches as a key does
    if {"glass", "vandalism"} <= set(kinds) and "partial_theft" not in kinds:
        return kinds["vandalism" if re.search(r"vandal|manifest|grafit|ray", folded) else "glass"]
    return seen[0]


_ON_PURPOSE = re.compile(r"vandal|grafit|a proposito|manifest|turba|llave|navaja|clavo")
_MISSILE = re.compile(r"piedr|pedrada|cristalazo|balon|pelota|grava|botella|objeto")


# 'Es por mi parabrisas. Me brincó una piedra, está estrellado': the pane is named apart from what befell it.
_PANE = re.compile(r"\b(?:para ?brisas?|medallon|cristal|vidrio|bidrio|quema ?cocos|ventanilla)\b")
_CRACKED = re.compile(
    r"\b(?:estrellad[oa]|rajad[oa]|cuartead[oa]|fisurad[oa]|quebrad[oa]|estrellit[oa]|telarana"
    r"|(?:se|me lo|lo|me la|la) (?:me )?(?:estrello|rajo|cuarteo|fisuro|quebro))\b"
)
# 'Me cayó una piedra de un camión en el parabrisas' is a broken pane; on the bonnet as well it is an object that fell.
_OFF_A_TRUCK = re.compile(r"\b(?:camion\w*|trailer|traile|torton|gondola|volteo|pipa|tolva|rabon|llantas? de)\b")
_BODYWORK = re.compile(r"\b(?:cofre|toldo|techo|capo|cajuela|puertas?|salpicadera|defensa|carroceria)\b")
_BY_A_STONE = re.compile(r"\b(?:piedr\w+|pedrada|grava|balon|pelota|balin|resortera)\b")


def _broken_apart(kinds: Dict[str, Seen], folded: str) -> Optional[Seen]:
    """A pane that is named, and told to be cracked by a stone, where nobody crashed and nothing else befell."""
    cracked, pane = _CRACKED.search(folded), _PANE.search(folded)
    alone = set(kinds) <= {"collision", "tire", "roadside_assistance"} | (
        {"falling_object"} if _OFF_A_TRUCK.search(folded) and not _BODYWORK.search(folded) else set()
    )
    if not (pane and cracked and alone and _BY_A_STONE.search(folded)) or _CRASHED.search(folded):
        return None
    return Seen("glass", 70, pane.start(), pane.end())


def _words(seen: Seen, folded: str) -> str:
    return folded[seen.start : seen.end]


def _only_things(kinds: Dict[str, Seen], folded: str) -> bool:
    """Whether what was taken through the broken glass were things, not the vehicle."""
    theft = kinds.get("total_theft")
    took = folded[theft.start : theft.end] if theft else ""
    return bool(_BELONGINGS.search(folded)) or (bool(theft) and not _VEHICLE.search(took))


def _beside_a_crash(kinds: Dict[str, Seen], folded: str) -> Seen:
    """What a message with a word for a collision is about:
    the collision, unless it was a step to or from something else.
    """
    crash = kinds["collision"]
    crashed = next((m for m in _CRASHED.finditer(folded) if not _NOT_CRASHED.search(folded[: m.end()])), None)
    theft = kinds.get("partial_theft") or kinds.get("total_theft")
    if "rollover" in kinds:
        return kinds["rollover"]
    if "fire" in kinds:
        return crash if crashed else kinds["fire"]
    if "glass" in kinds and theft and _only_things(kinds, folded):
        return kinds["glass"]
    if theft and _TAKEN.search(folded[theft.start : theft.end]):
        return theft  # hit from behind, then robbed: a known trick
    hit = "glass" in kinds and not ("weather" in kinds and not crashed)
    if hit and (re.match("estrell", folded[crash.start :]) or (not crashed and _MISSILE.search(folded))):
        return kinds["glass"]
    if "cargo" in kinds and kinds["cargo"].start < crash.start and not _CRASHED_MYSELF.search(folded):
        return kinds["cargo"]  # what falls off one's own load stays that, whomever it hits or whoever runs into it
    for kind in ("weather", "falling_object", "cargo", "flood", "vandalism"):
        if kind in kinds and not crashed:
            return kinds[kind]
    if "roadside_assistance" in kinds and re.search(r"\bllaves\b", folded):
        return kinds["roadside_assistance"]
    return crash


def find(text: str) -> List[Found]:
    """`incident`: {"type"} of the schema; `service`: {"service"} when roadside assistance is asked for."""
    decided = decide(text)
    if not decided:
        return []
    start, end = spell_out(text).said(decided.start, decided.end)
    out = [found("incident", {"type": decided.kind}, text, start, end)]
    return out + service_beside(decided.kind, text)


def service_beside(kind: str, text: str) -> List[Found]:
    """The help wanted where this happened: any on the road, a tow truck for a tyre that is no more."""
    wanted = find_service(text) if kind in ("roadside_assistance", "tire") else []
    return [fact for fact in wanted if kind != "tire" or fact.value["service"] == "tow"]


def read(text: str) -> Optional[str]:
    """The incident type in an answer to 'what happened?'; None if none."""
    decided = decide(text)
    return decided.kind if decided else None


def is_question(text: str) -> bool:
    """True when the incident is only spoken of:
    '¿qué documentos necesito para el robo total?', 'si choco, ¿me cubre?'.
    """
    return bool(_HYPOTHETICAL.search(fold(text)))
