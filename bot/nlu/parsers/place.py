"""Where it happened: the claim's location fields from whatever was said of a place."""

import re
from typing import Any, Dict, List, Optional, Tuple

from .folding import fold
from .found import Found, found
from .geography import STATES, Named, capital_named_as_state, municipality_in, named, state_of
from .highway import road
from .lookups import words
from .place_names import AVENUES, name_end, shown
from .street import street

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
_LANDMARK = re.compile(
    r"\b(?:(?:enfrente|frente|afuera|fuera|cerca|cerquita|junto|a un lado|a un costado|al lado|atras"
    r"|detras|a espaldas|a la altura|altura|antes|pasando|pasandito|despues|delante|debajo|abajo"
    r"|arriba|dentro|adentro|a la salida|a la entrada|a unos metros|a una cuadra|a dos cuadras"
    r"|a media cuadra)"
    r"\s*(?:del?|al?|de los?|de las?|por)?\s*(?:la |el |los |las |l )?|\b(?:en|por|sobre|x) (?:la |el "
    r"|los |una |un )?|^\W*(?:es |fue |estoy |estamos )?(?:en )?(?:la |el )?(?=[a-z]))"
)
_THINGS = (
    r"(?:plaza|oxxo|gasolinera|gasolineria|pemex|hospital|escuela|mercado|puente|central|soriana"
    r"|wal ?mart|walmart|chedraui|aurrera|bodega aurrera|costco|sams?|parque|estadio|iglesia|templo|"
    r"catedral|universidad|uni|tec|aeropuerto|terminal|glorieta|minerva|tianguis|banco|estacionamiento"
    r"|centro comercial|galerias|liverpool|sears|home depot|coppel|elektra|hotel|motel|panteon"
    r"|zoologico|"
    r"fabrica|caseta|tunel|paradero|metro|estacion|distribuidor|nodo|monumento|angel|presidencia"
    r"|ayuntamiento|palacio|secundaria|primaria|prepa|preparatoria|kinder|clinica|imss|issste"
    r"|cruz roja|farmacia|"
    r"taller|llantera|rancho|crucero|semaforo|retorno|entronque|desviacion|cinepolis|cinemex|mcdonalds"
    r"|starbucks|farmacias|7 eleven|seven|deportivo|club|gym|casino|autolavado|comisaria|corralon|"
    r"cementos?|tienda|super|restaurante|restaurant|fonda|bar|antro|paso a desnivel|desnivel|lienzo"
    r"|expo|auditorio|arena|macroplaza|palacio municipal|normal|campus|cbtis|cetis|conalep|facultad|cu"
    r"|refineria|puerto|muelle|playa|presa|rio|vado|mirador|andares)"
)
_THING = re.compile(_THINGS + r"s?\b")
_ELSEWHERE = re.compile(
    r"(?:placas?(?: son)? (?:del? )?(?:estado de )?|licencia (?:es )?(?:de|del) (?:estado de )?|soy de"
    r"|vivo en|vivimos en|originari[oa] de|emplacad[oa] en|registrad[oa] en|seguros? |tarjeta de|"
    r"salimos de|salio de|venia de|veniamos de|vengo de|venimos de|salia de|saliendo de"
    r"|oficinas? (?:en|de)|agencia de|banco|universidad de|estadio|hospital|taller de|corralon de"
    r"|llevaron a|llevar a|llevaran a|me lo lleven a)\s*(?:la |el )?$"
)
_HEADS = re.compile(
    r"(?:municipio|mpio|alcaldia|delegacion|deleg|del|ciudad|cd|pueblo|villa|poblado)\.?\s*(?:de "
    r"|del )?$"
)


def find(text: str, taken: Tuple[Tuple[int, int], ...] = ()) -> List[Found]:
    """`place`:
    the claim's location fields plus `landmark` and `country` (ISO, when outside Mexico); `taken`: offsets of
    people's names.
    """
    value: Dict[str, Any] = dict.fromkeys(FIELDS)
    on_road = road(text)
    spans: List[Tuple[int, int]] = list(on_road.spans)
    address = street(text, taken + on_road.spans)
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
    spans += _regions(text, value, taken + tuple(spans))
    landmark = _landmark(text, taken + tuple(spans))
    if landmark:
        value["landmark"] = landmark[2]
        spans.append(landmark[:2])
    if value["highway"] or value["kilometer"] is not None:
        value["kind"] = "highway"
    elif value["street"] or value["corner"] or value["neighborhood"] or value["between_streets"]:
        value["kind"] = "street"
    telling = [value[key] for key in FIELDS if key not in ("kind", "heading", "text")]
    if not any(item for item in telling) and value["kilometer"] is None and not value["heading"]:
        return []
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    place = found("place", value, text, start, end)
    value["text"] = place.text
    return [place]


def _regions(text: str, value: Dict[str, Any], taken: Tuple[Tuple[int, int], ...]) -> List[Tuple[int, int]]:
    """Fill state, municipality and country; the offsets they were said at."""
    folded = fold(text)
    seen = [
        n
        for n in named(text)
        if not any(s < n.end and n.start < e for s, e in taken) and not _ELSEWHERE.search(folded[: n.start])
    ]
    abroad = [n for n in seen if n.place.country]
    seen = [n for n in seen if not n.place.country]
    states = {fold(s): s for s in STATES}
    state_said = [n for n in seen if n.place.municipality is None or fold(n.place.name) in states]
    only_state = [n for n in state_said if n.place.municipality is None]
    towns = [n for n in seen if n.place.municipality is not None]
    out: List[Tuple[int, int]] = []
    state: Optional[str] = None
    for n in sorted(only_state, key=lambda n: -n.start)[:1]:
        state = n.place.states[0]
        out.append((n.start, n.end))
    if state is None:
        for n in towns:
            as_state = states.get(fold(n.place.name))
            if as_state and any(
                other is not n and as_state in other.place.states and other.start < n.start for other in towns
            ):
                state = as_state
                out.append((n.start, n.end))
                towns = [t for t in towns if t is not n]
                break
    chosen = _town(folded, towns, state, value)
    if chosen:
        name = chosen.place.city or chosen.place.municipality or chosen.place.name
        as_state = states.get(fold(chosen.place.name))
        if (as_state and state is None and not capital_named_as_state(chosen.place.name)) or (
            as_state and state is None and chosen.place.shared
        ):
            state = as_state
        elif as_state and state is None and as_state in chosen.place.states:
            state = as_state
            value["municipality"] = municipality_in(name, as_state)
        else:
            inside = municipality_in(chosen.place.name, state) if state else None
            value["municipality"] = inside or chosen.place.municipality
            if state is None:
                state = state_of(chosen.place.name)
                value["municipality"] = (
                    municipality_in(chosen.place.name, state) if state else None
                ) or chosen.place.municipality
        out.append((chosen.start, chosen.end))
    if state is None and value["nearest_town"]:
        state = state_of(value["nearest_town"])
    value["state"] = state
    if abroad and not (state or value["municipality"]):
        value["country"] = abroad[0].place.country
        out.append((abroad[0].start, abroad[0].end))
    return out


def _town(folded: str, towns: List[Named], state: Optional[str], value: Dict[str, Any]) -> Optional[Named]:
    """The municipality that is meant among those named, or None:
    one of the state said first, then one that is no everyday name.
    """
    if state:
        inside = [n for n in towns if state in n.place.states]
        sure = [n for n in inside if not n.place.shared]
        if sure or inside:
            return (sure or inside)[0]
        towns = [n for n in towns if not n.place.shared and not n.place.states]
    sure = [
        n for n in towns if not n.place.shared or (state_of(n.place.name) and re.search(r"\ben $", folded[: n.start]))
    ]
    if sure:
        introduced = [n for n in sure if re.search(r"\b(?:en|de|,)\s*$", folded[: n.start])]
        return (introduced or sure)[0]
    for n in towns:
        if (
            _HEADS.search(folded[: n.start])
            or (
                re.search(r"\ben (?:la ciudad de )?$", folded[: n.start])
                and (n.place.name not in AVENUES or value["street"])
            )
            or (value["street"] and re.search(r",\s*$|\ben $", folded[: n.start]))
        ):
            return n
    return None


def _landmark(text: str, taken: Tuple[Tuple[int, int], ...]) -> Optional[Tuple[int, int, str]]:
    folded, said = fold(text), words(text)
    for match in _LANDMARK.finditer(folded):
        thing = _THING.match(folded, match.end())
        altura = re.match(r"(?:a la )?altura", match.group())
        if not thing and not altura:
            continue
        first = next((i for i, w in enumerate(said) if w.start >= match.end()), len(said))
        after = name_end(text, said, first, most=4, numbered=False)
        end = max(said[after - 1].end if after > first else match.end(), thing.end() if thing else 0)
        tail = re.match(r"\s+(?:de|del)\s+(?:la |el )?", folded[end:])
        if tail and thing and after - first <= 1:
            first2 = next((i for i, w in enumerate(said) if w.start >= end + tail.end()), len(said))
            after2 = name_end(text, said, first2, most=3, numbered=False)
            end = said[after2 - 1].end if after2 > first2 else end
        if end <= match.end() or (
            any(s < end and match.end() < e for s, e in taken if not (s <= match.start() and e >= end)) and not thing
        ):
            continue
        start = match.start() if not match.group().startswith(("en ", "por ", "sobre ", "x ")) else match.end()
        return match.start(), end, shown(text, start, end) if start == match.end() else text[start:end].strip()
    return None


def read(text: str) -> Optional[Dict[str, Any]]:
    """The location in an answer to 'where?':
    as `find`, and when nothing is recognised, whatever was said as `text`; None when empty.
    """
    seen = find(text)
    if seen:
        value = dict(seen[0].value)
        value["text"] = text.strip()
        return value
    return (
        {**dict.fromkeys(FIELDS), "between_streets": [], "text": text.strip()}
        if re.search(r"[a-z]{3}", fold(text))
        else None
    )
