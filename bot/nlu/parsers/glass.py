"""Which glass broke: named among others that are well, 'el medallón; el parabrisas está perfecto'."""

import re
from typing import List, Optional

from .folding import fold
from .found import Found, found

_PANE = r"(?:vidrio|cristal|vidrito|cristalito|ventanit\w|ventanill\w|ventana)s?"
PARTS = {
    "parabrisas": r"para ?brisas?|(?:vidrio|cristal) (?:de |del )?(?:frente|delantero|enfrente|adelante)",
    "medallón trasero": r"medallon|(?:vidrio|cristal) (?:de |del )?(?:atras|trasero|posterior)",
    "quemacocos": r"quema ?cocos|techo panoramico|sun ?roof",
    "aleta": rf"aletas?|{_PANE}(?: \w+){{0,4}}? (?:chiquit[oa]|triang\w+)|triangulito",
    "espejo lateral": r"espejo|retrovisor",
    "cristal de puerta": (
        rf"{_PANE}(?: (?!y\b|pero\b|ni\b)\w+){{0,3}}? (?:puerta|lateral|copiloto|conductor|piloto|pasajero|chofer"
        r"|derech[oa]|izquierd[oa]|lado)|ventanilla|ventana|(?:vidrio|cristal) lateral"
    ),
}
_PARTS = {name: re.compile(rf"\b(?:{pattern})\b") for name, pattern in PARTS.items()}
# 'El numerito ese del parabrisas' is read through it.
_READ_THROUGH = re.compile(
    r"\b(?:numer\w+|num|serie|vin|calcomania|engomado|holograma|tag|etiqueta|plaquita|letr\w+)\b(?: \w+){0,4}?"
    r" (?:del?|en|por|bajo|abajo|debajo|tras|atras|detras)(?: (?:del|de|el|la|lado|vidrio))* $"
)
_SIDE = re.compile(r"\b(copiloto|conductor|piloto|pasajero|chofer|derech[oa]|izquierd[oa])\b")
_REAR = re.compile(r"\b(?:traser[oa]|de atras)\b")
_OF_GLASS = re.compile(r"cristal|vidrio|brisas|medallon|quema|ventan|aleta")
_WHOSE = r"(?: (?:de|del|la|el|los|las|atras|adelante|enfrente|trasero|delantero|puerta|lado|copiloto|conductor))*"
# 'Sigue bien', 'no le pasó nada', 'aguantó': said of what was named last.
_SOUND = re.compile(
    rf"{_WHOSE},? (?:(?:si|ya|ese|esa|esos|esas|gracias a dios|por suerte|afortunadamente|de milagro|todavia"
    rf"|aun)[, ]+)*"
    r"(?:(?:esta|estan|sigue|siguen|quedo|quedaron|salio|se ve)(?: (?:muy|todo|bastante))?"
    r" (?:bien\b(?! (?:(?:estrell|rot|quebr|raj|madre|fregad|roto|hecho|feo)\w*))|perfect\w+|enter\w+|intact\w+|sano"
    r"|sana|sanos|ok\b|al cien|como si nada|completo|buen[oa]|iles[oa])|(?:se salvo|aguanto|libro|resistio)\b"
    r"|no (?:(?:se|le|les|lo) )*(?:paso nada|rompi|estrell|quebr|toc|dan|fue|tiene nada|hizo nada|alcanz)\w*"
    r"|(?:sin|ni) (?:un |ningun |una )?(?:dan|rasgun|ray|rayon|novedad|problema)\w*|no(?=\W*(?:[,.;]|$)))"
)
# 'No fue el parabrisas', 'menos el quemacocos'.
_SPARED = re.compile(r"\b(?:no (?:es|fue|era|son|fueron)|menos|excepto|salvo|no)(?: (?:el|la|los|las|tanto|ni))* $")


def _named(text: str) -> List["tuple[int, int, str]"]:
    """The parts named, in the order said: of two that overlap the longer."""
    folded = fold(text)
    seen = [(m.start(), m.end(), part) for part, pattern in _PARTS.items() for m in pattern.finditer(folded)]
    seen = [a for a in seen if not any(b is not a and b[0] <= a[0] and a[1] <= b[1] and b[1] - b[0] > a[1] - a[0]
                                       for b in seen)]  # fmt: skip
    return sorted(one for one in seen if not _READ_THROUGH.search(folded[: one[0]]))


def broken(text: str) -> List["tuple[int, int, str]"]:
    """(start, end, name) of the parts named that are not said to be well."""
    folded = fold(text)
    return [
        (start, end, _sided(part, folded, start, end))
        for start, end, part in _named(text)
        if not _SOUND.match(folded, end) and not _SPARED.search(folded[:start])
    ]


def read(text: str) -> Optional[str]:
    """The glass named, by its usual name and, of a door's, its side; None where none is."""
    return next((name for _, _, name in broken(text)), None)


def find(text: str) -> List[Found]:
    """`glass_part`: every part that broke, at most one Found; mirrors alone are none."""
    if not _OF_GLASS.search(fold(text)):
        return []
    parts = [part for part in broken(text) if part[2] != "espejo lateral"]
    if not parts:
        return []
    names = list(dict.fromkeys(name for _, _, name in parts))
    return [found("glass_part", ", ".join(names), text, parts[0][0], parts[0][1])]


def _sided(part: str, folded: str, start: int, end: int) -> str:
    """A door's glass with its side, told next to it or anywhere."""
    door = part == "cristal de puerta"
    side = _SIDE.search(folded, start, end + 30) or _SIDE.search(folded) if door else None
    if not side:
        return part
    if not side[1].startswith(("der", "izq")):
        return f"{part} del {side[1]}"
    rear = " trasera" if _REAR.search(folded, start, end + 30) else ""
    return f"{part}{rear} {side[1][:-1]}a"
