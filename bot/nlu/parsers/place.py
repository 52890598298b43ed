"""Where it happened: the claim's location fields from whatever was said of a place."""

import re
from typing import Any, Dict, List, Optional, Tuple

from .folding import fold
from .found import Found, found
from .geography import is_place, named
from .highway import road
from .landmark import landmark, seen
from .not_here import not_here, without_flight
from .regions import is_street, regions
from .said_numbers import spell
from .street import street
from .taken_back import held

FIELDS = (
    "kind",
    "state",
    "municipality",
    "neighborhood",
    "street",
    "number",
    "between_streets",
    "corner",
    "highway",
    "kilometer",
    "heading",
    "nearest_town",
    "landmark",
    "country",
    "text",
)
_BYPASS = re.compile(r"libramiento (?!de |d |del |a |al )(.+)", re.I)
_ROAD = re.compile(
    r"\bcaseta\b(?! de vigilancia| telefonica| del fracc)|(?<!de la )\b(?:autopista|super ?carretera|carretera"
    r"|libramiento)\b|\b(?:en|por) la (?:libre|cuota)\b"
)
# 'En la panorámica kilómetro 12': a road by what it is called.
_BEFORE_KM = re.compile(
    r"\b(?:en|por|sobre) la ((?!carretera|autopista|altura|salida|entrada|curva|caseta|zona|orilla|federal"
    r"|libre|de\b)[a-z]{4,}"
    r"(?: (?!del?\b|a\b|en\b|como\b|por\b|km)[a-z]+){0,2}),? (?:(?:a la altura|en el|del?|como en el"
    r"|por el) )*(?:km|kilometro)\b"
)


def find(text: str, taken: Tuple[Tuple[int, int], ...] = (), answer: bool = False) -> List[Found]:
    """`place`:
    the claim's location fields plus `landmark` and `country` (ISO, when outside Mexico); `taken`: offsets of
    people's names.
    """
    value: Dict[str, Any] = dict.fromkeys(FIELDS)
    said, spelled = text, spell(text)
    text, taken = without_flight(held(spelled.text)), spelled.here(taken)
    taken += not_here(text)
    on_road = road(text)
    spans: List[Tuple[int, int]] = list(on_road.spans)
    here = any(n.place.municipality and not n.place.shared for n in named(text))  # 'calle Los Ángeles, Guadalajara'
    abroad = () if here else tuple((n.start, n.end) for n in named(text) if n.place.country and not is_street(text, n))
    address = street(text, taken + on_road.spans + abroad, answer)
    spans += address.spans
    value.update(
        highway=on_road.highway,
        kilometer=on_road.kilometer,
        heading=on_road.heading,
        nearest_town=on_road.nearest_town,
        street=address.street,
        number=address.number,
        corner=address.corner,
        between_streets=address.between,
        neighborhood=address.neighborhood,
    )
    spans += regions(text, value, taken + tuple(spans))
    mark = seen(text, taken + tuple(spans)) or landmark(text, taken + tuple(spans))
    if mark:
        value["landmark"] = mark[2]
        spans.append(mark[:2])
    bypass = _BYPASS.match(value["highway"] or "") if value["municipality"] and value["kilometer"] is None else None
    if bypass and not value["street"] and not is_place(bypass[1]):
        value["street"] = value["highway"]  # 'en Tapachula, en el libramiento sur': a street of the town as well
    outside = value["kilometer"] is not None and not (value["municipality"] or value["neighborhood"] or value["number"])
    if outside and value["street"] and not value["highway"]:
        value["highway"], value["street"] = value["street"], None  # 'la transístmica km 40': a road by its kilometres
    called = _BEFORE_KM.search(fold(text)) if outside and not value["highway"] else None
    if called:
        value["highway"] = text[called.start(1) : called.end(1)].strip(" ,")
        spans.append(called.span(1))
    in_town = value["street"] or value["corner"] or value["neighborhood"]
    if value["highway"] or (value["kilometer"] is not None and not value["street"]):
        value["kind"] = "highway"
    elif _ROAD.search(fold(text)) and not in_town:
        value["kind"], value["between_streets"] = "highway", []  # 'entre la caseta y el entronque'
    elif in_town or value["between_streets"]:
        value["kind"] = "street"
    telling = [value[key] for key in FIELDS if key not in ("kind", "heading", "text")]
    if not any(item for item in telling) and value["kilometer"] is None and not value["heading"]:
        return []
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    place = found("place", value, said, *spelled.said(start, end))
    value["text"] = place.text
    return [place]


def read(text: str) -> Optional[Dict[str, Any]]:
    """The location in an answer to 'where?':
    as `find`, and when nothing is recognised, whatever was said as `text`; None when empty.
    """
    seen = find(text, answer=True)
    if seen:
        value = dict(seen[0].value)
        value["text"] = text.strip()
        return value
    return (
        {**dict.fromkeys(FIELDS), "between_streets": [], "text": text.strip()}
        if re.search(r"[a-z]{3}", fold(text))
        else None
    )
