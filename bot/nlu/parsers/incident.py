"""What happened, in the words of the claim schema: the strongest cue decides between kinds that share words."""

import re
from typing import List, NamedTuple, Optional

from .folding import fold
from .found import Found, found
from .incident_cues import RULES
from .services import find_service, read_service
from .sms import spell_out

__all__ = ["Seen", "cues", "decide", "find", "find_service", "is_question", "read", "read_service"]

_HYPOTHETICAL = re.compile(
    r"\b(?:si (?:me|te|se|nos|alguien|chocara|llego|choco|tengo|tuviera)|en caso de|que (?:pasa|hago"
    r"|documentos|necesito|cubre|papeles)|cuanto|me cubre|mi (?:poliza|seguro) cubre"
    r"|documentos? (?:para|por|de)|requisitos|deducible)\b"
)


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
                and match.group().strip()
            ):
                out.append(Seen(kind, weight, match.start(), match.end()))
                break
    return sorted(out, key=lambda seen: -seen.weight)


def decide(text: str) -> Optional[Seen]:
    """The kind of incident the text tells of, or None."""
    seen = cues(text)
    if not seen:
        return None
    kinds = {s.kind: s for s in seen}
    folded = spell_out(text).text
    if "collision" in kinds and "run_over" not in kinds:
        crash = kinds["collision"]
        if "rollover" in kinds:
            return kinds["rollover"]
        if "fire" in kinds and re.search(r"incendi|quem|llamas|lumbre|fuego", folded):
            return kinds["fire"] if not re.search(r"\b(?:choque|choc\w+|me pegaron)\b", folded) else crash
        if (
            {"total_theft", "partial_theft"} & set(kinds)
            and re.search(r"rob|asalt|vol(?:o|aron)|quit|baj(?:o|aron)", folded)
            and not re.search(r"\b(?:choque|chocaron|choco|me pego|me pegaron)\b", folded)
        ):
            return kinds.get("partial_theft") or kinds["total_theft"]
        strong = [s for s in seen if s.kind in ("falling_object", "cargo", "flood", "vandalism")]
        if strong and not re.search(
            r"\b(?:chocamos|choque|chocaron|choco|me pego|me pegaron|le pegue|choke|colision)\b", folded
        ):
            return strong[0]
        if (
            "glass" in kinds
            and re.search(r"piedra|pedrada|cristalazo", folded)
            and not re.search(r"\b(?:chocamos|choque|chocaron|choco|me pegaron|le pegue)\b", folded)
        ):
            return kinds["glass"]
        if "roadside_assistance" in kinds and re.search(r"\bllaves\b", folded):
            return kinds["roadside_assistance"]
        if "glass" in kinds and re.match(r"estrell", folded[crash.start :]):
            return kinds["glass"]
        return crash
    if "flood" in kinds and "total_theft" in kinds:
        return kinds["flood"]
    if "partial_theft" in kinds and "total_theft" in kinds:
        return kinds["partial_theft"]
    if "tire" in kinds and "vandalism" not in kinds:
        others = [s for s in seen if s.kind not in ("tire", "roadside_assistance")]
        if not others:
            asks = re.search(
                r"\b(?:grua|ayuda|asistencia|auxilio|cambi\w+|refaccion|pong\w+|gato|necesito|mand\w+|apoyo"
                r"|llave de cruz|servicio|ponch\w+)\b",
                folded,
            )
            return (
                Seen("roadside_assistance", 60, kinds["tire"].start, kinds["tire"].end)
                if asks and not re.search(r"seguro de llanta|bache|reclam|rin\b|rines", folded)
                else kinds["tire"]
            )
    if (
        "glass" in kinds
        and "partial_theft" not in kinds
        and "vandalism" in kinds
        and not re.search(r"vandal|manifest|grafit|ray", folded)
    ):
        return kinds["glass"]
    if (
        "glass" in kinds
        and "total_theft" in kinds
        and re.search(r"cristalazo|(?:mochila|bolsa|laptop|celular|cartera|cosas|pertenencias)", folded)
    ):
        return kinds["glass"]
    return seen[0]


def find(text: str) -> List[Found]:
    """`incident`: {"type"} of the schema; `service`: {"service"} when roadside assistance is asked for."""
    decided = decide(text)
    if not decided:
        return []
    start, end = spell_out(text).said(decided.start, decided.end)
    out = [found("incident", {"type": decided.kind}, text, start, end)]
    if decided.kind == "roadside_assistance":
        out += find_service(text)
    return out


def read(text: str) -> Optional[str]:
    """The incident type in an answer to 'what happened?'; None if none."""
    decided = decide(text)
    return decided.kind if decided else None


def is_question(text: str) -> bool:
    """True when the incident is only spoken of:
    '¿qué documentos necesito para el robo total?', 'si choco, ¿me cubre?'.
    """
    return bool(_HYPOTHETICAL.search(fold(text)))
