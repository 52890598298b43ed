"""Which state and which municipality are meant among the places named."""

import itertools
import re
from typing import Any, Dict, List, Optional, Tuple

from .folding import fold
from .geography import STATES, Named, capital_named_as_state, municipality_in, named, state_of, states_with
from .highway import road
from .landmark import CHAIN, THINGS
from .lookups import words
from .place_lists import AVENUES
from .place_names import closes, is_surname, place_starts
from .street_names import TYPE

_ELSEWHERE = re.compile(
    r"(?:placas?(?: son)? (?:del? )?(?:estado de )?|licencia (?:es )?(?:de|del) (?:estado de )?|soy de"
    r"|vivo en|vivimos en|nacid[oa] en|naci en|oriund[oa] de|originari[oa] de|emplacad[oa] en|registrad[oa] en"
    r"|seguros? |tarjeta de|"
    r"salimos de|sali de|salio de|venia de|viniendo de|procedente de|desde"
    r"|veniamos de|vengo de|venimos de|salia de|saliendo de"
    r"|oficinas? (?:en|de)|fiscalia (?:en|de)|ministerio publico (?:en|de)|pension (?:en|de)|agencia de|banco"
    r"|(?<!avenida )(?<!av )(?<!av\. )universidad de|estadio|hospital|taller de|corralon de"
    r"|llevaron a|llevar a|llevaran a|me lo lleven a)\s*(?:la |el )?$"
)
# 'A la altura de Viaducto y Tlalpan': a street that crosses another.
_CROSSED = re.compile(
    r"\b(?:a la altura|altura|esquina|cruce|crucero|entre)(?: del?)?(?: la| el)?(?: [a-z]+){1,3} y (?:la |el )?$"
)
# 'Se metió el agua a mi calle, vivo en Villahermosa': where one lives is where it happened.
_HOME = re.compile(r"\b(?:en|a|de|frente a) mi (?:calle|casa|cochera|cuadra|banqueta|colonia|edificio)\b")
# 'La dejé en la cochera de la oficina en Pachuca': where the car stood is where it happened.
_STOOD_AT = re.compile(
    r"\b(?:dej[eo]|dejamos|estaba|estacionad[oa]|parad[oa]|cochera|estacionamiento|afuera|frente|enfrente|entrada)\b"
    r"[^.;,]{0,40}\b(?:oficinas?|pension|agencia|fiscalia|ministerio publico) (?:en|de)\s*(?:la |el )?$"
)
# What is called by a town may stand in another one.
_HALL = re.compile(
    r"\b(?:plaza|galerias|patio|paseo|mall|centro comercial|outlet|hotel|torre|motel|cine|club|multiplaza|farmacias?) $"
)
_SCHOOL = re.compile(r"\b(?:tec|tecnologico) de $")
_TAKEN_TO = re.compile(
    r"\b(?:llevar(?:lo|la|me)?|lleven(?:lo|la)?|(?<!l[oa] )lleve(?:lo|la)?|traslad\w+|remolqu\w+)\b(?: \w+){0,8} $"
)
_OF_TOWN = re.compile(
    r"\b(?:malecon|centro|periferico|libramiento|catedral|zocalo|costera|aeropuerto|central|plaza|parque|mercado"
    r"|puerto) de $"
)
# 'Lo van a llevar al corralón aquí en Jacona': the caller is there, whatever stands before it.
_HERE_IN = re.compile(r"\b(?:aqui|aca) (?:mismo )?en (?:la ciudad de )?$")
_HEADS = re.compile(
    r"(?:municipio|mpio|alcaldia|delegacion|deleg|ciudad|cd|pueblo|villa|poblado)\.?\s*(?:de "
    r"|del )?$"
)


def regions(text: str, value: Dict[str, Any], taken: Tuple[Tuple[int, int], ...]) -> List[Tuple[int, int]]:
    """Fill a place's state, municipality and country; the offsets they were said at."""
    folded = fold(text)
    seen = [
        n
        for n in named(text)
        if not any(s < n.end and n.start < e for s, e in taken)
        and (
            _HERE_IN.search(folded[: n.start])
            or not (_said_of(_ELSEWHERE, folded, n, taken) or _TAKEN_TO.search(folded[: n.start]))
        )
        and not (n.place.name == "Monterrey" and _SCHOOL.search(folded[: n.start]))
        and not (n.place.name in AVENUES and _CROSSED.search(folded[: n.start]))
        and not _is_surname(text, n)
    ]
    abroad = [n for n in seen if n.place.country and not is_street(text, n)]
    seen = [n for n in seen if not n.place.country]
    states = {fold(s): s for s in STATES}
    state_said = [n for n in seen if n.place.municipality is None or fold(n.place.name) in states]
    only_state = [n for n in state_said if n.place.municipality is None]
    towns = _but_halls(
        folded,
        [
            n
            for n in seen
            if n.place.municipality is not None and (not n.place.small or _is_told(folded, n, state_said))
        ],
    )
    out: List[Tuple[int, int]] = []
    state: Optional[str] = None
    for n in sorted(only_state, key=lambda n: -n.start)[:1]:
        state = n.place.states[0]
        out.append((n.start, n.end))
    whither = re.search(r" al? ", fold(value["highway"] or "")) and road(text).spans[0][1]
    for n in towns if state is None and whither else ():  # 'carretera a Tuxpan Veracruz'
        if n.start >= whither and not folded[whither : n.start].strip(" ,") and fold(n.place.name) in states:
            state = states[fold(n.place.name)]
            out.append((n.start, n.end))
            towns = [t for t in towns if t is not n]
            break
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
    chosen = _town(folded, towns, state, value) or _left(folded, text)
    if chosen:
        name = chosen.place.city or chosen.place.municipality or chosen.place.name
        as_state = states.get(fold(chosen.place.name))
        if as_state and state is None:
            state = as_state
            in_it = _in_the_capital(folded[: chosen.start], as_state)
            beside = not chosen.place.shared or value["street"] or value["neighborhood"] or in_it
            value["municipality"] = municipality_in(name, as_state) if beside else None
        else:
            inside = municipality_in(chosen.place.name, state) if state else None
            value["municipality"] = inside or chosen.place.municipality
            if state is None:
                state = state_of(chosen.place.name)
                value["municipality"] = (
                    municipality_in(chosen.place.name, state) if state else None
                ) or chosen.place.municipality
        out.append((chosen.start, chosen.end))
    if value["municipality"] is None and not chosen and not value["highway"]:
        value["municipality"] = _capital(text, only_state, anywhere=bool(value["street"]))
    if state is None and value["nearest_town"]:
        state = _state_beside(value["nearest_town"], value["highway"] or "")
    value["state"] = state
    if abroad and not (state or value["municipality"]):
        value["country"] = abroad[0].place.country
        out.append((abroad[0].start, abroad[0].end))
    return out


def _in_the_capital(before: str, state: str) -> bool:
    """Whether a state's name after these words is that of its capital: 'en colima', 'en el soriana de colima'."""
    in_it = state != "Sinaloa" and before.endswith("en ")
    return in_it or bool(_AT_A_THING.search(before) or CHAIN.search(before))


def _but_halls(folded: str, towns: List[Named]) -> List[Named]:
    """The towns without what a mall or a hotel is called, where another is named: 'Plaza Angelópolis, en Puebla'."""
    told = [n for n in towns if not _HALL.search(folded[: n.start])]
    return told if any(not n.place.shared or folded[: n.start].endswith("en ") for n in told) else towns


def _said_of(elsewhere: "re.Pattern[str]", folded: str, place: Named, taken: Tuple[Tuple[int, int], ...]) -> bool:
    """Whether `elsewhere` stands right before the place, not within a taken name: 'Jardines del Estadio SLP'."""
    before = elsewhere.search(folded[: place.start])
    if not before or (before.group().startswith("viv") and _HOME.search(folded)):
        return False
    if _STOOD_AT.search(folded[: place.start]):
        return False
    return not any(s < before.start() < e for s, e in taken)


def _state_beside(town: str, highway: str) -> Optional[str]:
    """The state of the town that a road was near to: one that the road goes through, where several have it."""
    through = {state for n in named(highway) for state in n.place.states}
    near, beside = state_of(town), through & states_with(town)
    return near if near in through or not beside else beside.pop() if len(beside) == 1 else None


# States whose short name is how their capital, of the same name, is written: 'av tecnologico y zaragoza qro'.
_CAPITALS = frozenset(["ags", "camp", "chih", "col", "dgo", "pue", "qro", "san luis", "slp", "s l p", "tlax", "zac"])


def _capital(text: str, states: List[Named], anywhere: bool) -> Optional[str]:
    """The capital that a state's short name stands for, where no town is told: `anywhere` beside a street or a
    landmark, else after 'en'.
    """
    anywhere = anywhere or bool(_NEAR_A_THING.search(fold(text)))
    short = [n for n in states if fold(text[n.start : n.end]).replace(".", "").strip() in _CAPITALS]
    said = [n for n in short if anywhere or fold(text)[: n.start].endswith("en ")]
    return municipality_in(said[-1].place.name, said[-1].place.states[0]) if said else None


def _is_told(folded: str, town: Named, states: List[Named]) -> bool:
    """Whether a small town is one here: its state follows, or 'en', 'el pueblo de' stands before it."""
    near = [n for n in states if not folded[town.end : n.start].strip(" ,.")]
    before = re.search(
        r"\b(?:en|pueblo de|comunidad de|ejido|poblado de|localidad de|se llama) $", folded[: town.start]
    )
    return any(n.place.states[0] in town.place.states for n in near) or bool(
        before and len(town.place.name) > 6 and not town.place.name.startswith(("El ", "La ", "Los ", "Las "))
    )


_OF_A_STREET = re.compile(rf"{TYPE.pattern}(?: [a-z]+){{0,2}} $|\bnueva $")


def is_street(text: str, place: Named) -> bool:
    """'Calle Nueva España': a country or a city abroad that a street is called by."""
    return bool(_OF_A_STREET.search(fold(text)[: place.start]))


_MUNICIPALITY = re.compile(r"\b(?:municipio|mpio|alcaldia|delegacion|deleg)\.? (?:de |del |d )?$")


def _is_surname(text: str, town: Named) -> bool:
    """'Distribuidor Salvador Nava': a surname after a first name."""
    said = words(text)
    at = next(i for i, word in enumerate(said) if word.start >= town.start)
    return is_surname(text, said, at) and not capital_named_as_state(fold(town.place.name))


_NEAR_A_THING = re.compile(rf"\b(?:en|por|x|frente a|afuera de|junto a|cerca de)l? (?:el |la )?{THINGS}\b")
# 'En la plaza Zentralia de Colima', not 'en la plaza Colima'.
_AT_A_THING = re.compile(_NEAR_A_THING.pattern + r"(?:(?: \w+){1,4} de|(?: \w+){0,4},) $")
_ITSELF = re.compile(r",? (?:centro|capital)\b(?! comercial)")  # 'colima centro'
_LEFT = re.compile(
    r"\b(?:libramiento(?: (?:norte|sur|oriente|poniente|nte|ote|pte|viejo|nuevo))?"
    r"|saliendo|salida|salimos|a las afueras|afueras) (?:de|del|d)\s*(?:la |el )?$"
)


def _left(folded: str, text: str) -> Optional[Named]:
    """'Saliendo de Querétaro', 'el libramiento de Tepic', where no other town is named."""
    return next((n for n in named(text) if n.place.municipality and _LEFT.search(folded[: n.start])), None)


# 'Lo del lugar … es Tonalá', 'esto es Nogales', 'el municipio es Juárez'.
_IT_IS = re.compile(
    r"\b(?:lugar|municipio|ciudad|esto|aqui|pueblo|ubicacion|direccion)\b[a-z ]{0,40}\b(?:es|era|fue)(?: en)? $"
)


def _ends_after_colonia(folded: str, town: Named, colonia: Optional[str]) -> bool:
    """'Calzada de Tlalpan 3000 col Portales Benito Juárez': what ends the address after its colonia."""
    before = folded[: town.start].rstrip(" ,.")
    return bool(colonia) and before.endswith(fold(colonia or "")) and not folded[town.end :].strip(" .,")


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
    towns = [n for n in towns if n.place.name != "Centro"]  # of Tabasco only where that is said
    sure = [
        n for n in towns if not n.place.shared or (state_of(n.place.name) and re.search(r"\ben $", folded[: n.start]))
    ]
    labelled = [n for n in towns if _MUNICIPALITY.search(folded[: n.start])]
    if labelled:
        return labelled[-1]  # 'aquí en Monterrey, municipio de Apodaca'
    if sure:
        for one, two in itertools.pairwise(sure):  # 'calle Tiburcio Garza Zamora Reynosa'
            if folded[one.end : two.start] == " " and not set(one.place.states) & set(two.place.states):
                return two
        for one, two in itertools.pairwise(sure):  # 'en Guadalajara, en Tlaquepaque'
            if set(one.place.states) & set(two.place.states) and re.search(r"\ben $", folded[: one.start]):
                sure = [two] if re.fullmatch(r",? (?:pues |aqui )?en ", folded[one.end : two.start]) else sure
        introduced = [n for n in sure if re.search(r"\b(?:en|de|,)\s*$", folded[: n.start])]
        return (introduced or sure)[0]
    for n in towns:
        before = folded[: n.start]
        if (
            _HEADS.search(before)
            or (_ITSELF.match(folded, n.end) and state_of(n.place.name))
            or (CHAIN.search(before) and state_of(n.place.name) and re.match(r"\W*$|\s*[,.]", folded[n.end :]))
            or (_OF_TOWN.search(before) and state_of(n.place.name))
            or (capital_named_as_state(fold(n.place.name)) and _AT_A_THING.search(before))
            or (_ends_after_colonia(folded, n, value["neighborhood"]))
            or (state_of(n.place.name) and _IT_IS.search(before) and not folded[n.end :].strip(" .,"))
            or (value["street"] and n.start in place_starts(folded) and re.search(r" de? $", before))
            or (value["street"] and "Ciudad de México" in n.place.states and before.endswith("en la "))
            or (
                re.search(r"\ben (?:la ciudad de )?$", folded[: n.start])
                and (n.place.name not in AVENUES or value["street"])
            )
            or (value["street"] and (re.search(r",\s*$|\ben $", folded[: n.start]) or closes(folded, n)))
            or (
                (value["street"] or value["highway"])
                and len(n.place.states) == 1
                and re.match(r"\s*(?:$|[,.])", folded[n.end :])
            )
        ):
            return n
    return None
