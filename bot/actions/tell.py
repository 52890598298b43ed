"""What happened, in the caller's own words: kept from whatever message tells it, so that nobody tells it twice."""

import re
from typing import List, Optional, Tuple

from bot.actions.turn import Turn, fold

# Facts with a place of their own in the report; a clause that holds nothing else tells nothing.
_DATA = (
    "place",
    "policy_number",
    "inciso",
    "phone",
    "person",
    "plates",
    "vin",
    "time",
    "report_number",
    "folio",
    "age",
)
_TELLING = (
    "incident",
    "service",
    "third_parties",
    "stolen_parts",
    "glass_part",
    "violence",
    "parked",
    "cargo",
    "drivable",
)
_TAG = re.compile(r"<[^<>]*>")
_ABBREVIATED = r"(?:av|avda|blvd|calz|col|fracc|núm|num|km|sta|sto|dr|gral|lic|ing|prol|esq|carr)"
_CLAUSE = re.compile(rf"(?:(?<=\b)(?i:{_ABBREVIATED})\.|[^,.;:\n!¡?¿])+(?P<asks>\?)?")
# What is left when these are gone is what the other person, the thing hit, or the manner is told with.
_EMPTY = frozenset(
    [
        "a",
        "al",
        "aca",
        "ahi",
        "ahorita",
        "alguien",
        "algun",
        "alguna",
        "aqui",
        "asi",
        "ay",
        "ayuda",
        "ayudeme",
        "ayudenme",
        "bueno",
        "buenos",
        "buenas",
        "buen",
        "dia",
        "dias",
        "tardes",
        "noches",
        "hola",
        "oiga",
        "oigan",
        "mire",
        "eh",
        "este",
        "esta",
        "pues",
        "es",
        "que",
        "si",
        "no",
        "mi",
        "me",
        "nos",
        "se",
        "le",
        "lo",
        "la",
        "los",
        "las",
        "un",
        "una",
        "el",
        "en",
        "de",
        "del",
        "por",
        "favor",
        "quiero",
        "quisiera",
        "necesito",
        "ocupo",
        "urge",
        "reportar",
        "levantar",
        "hacer",
        "dar",
        "reporte",
        "accidente",
        "choque",
        "siniestro",
        "percance",
        "robo",
        "tuve",
        "tuvimos",
        "hubo",
        "acabo",
        "acabamos",
        "acaban",
        "chocar",
        "chocaron",
        "choco",
        "chocamos",
        "choke",
        "choca",
        "fue",
        "soy",
        "estoy",
        "estamos",
        "yo",
        "hace",
        "ratito",
        "rato",
        "poquito",
        "momento",
        "y",
        "o",
        "con",
        "para",
        "ustedes",
        "usted",
        "su",
        "seguro",
        "aseguradora",
        "auxilio",
        "emergencia",
        "urgente",
        "gracias",
        "ya",
        "poliza",
        "numero",
        "carro",
        "coche",
        "auto",
        "llegue",
        "golpe",
        "golpearon",
        "dieron",
        "pegaron",
        "pego",
        "heridos",
        "lesionados",
        "hay",
        "sin",
        "nadie",
        "herido",
        "lesionado",
        "lesionada",
        "av",
        "avenida",
        "blvd",
        "calle",
        "calz",
        "col",
        "colonia",
    ]
)


def tell(turn: Turn) -> None:
    """Keep the telling part of a message as the description, if it tells enough."""
    claim = turn.claim
    if claim["description"] or turn.expected not in ("incident_type", "description", "injuries", "location", None):
        return
    incident = claim["incident_type"]
    if not incident or ("incident_type" not in turn.understood and turn.expected != "description"):
        return
    clauses = [clause for clause in _clauses(turn) if clause]
    said = ", ".join(clauses)
    enough = bool(said) if incident not in ("collision", "other") else bool(_substance(turn, said))
    if said and enough:
        turn.set("description", said[:2000])


def _clauses(turn: Turn) -> List[str]:
    told = []
    for match in _CLAUSE.finditer(_TAG.sub(lambda tag: " " * len(tag.group()), turn.text)):
        if match.group("asks"):
            continue  # a question tells nothing
        start, end = match.span()
        inside = {e["entity"] for e in turn.entities if e.get("start", 0) < end and e.get("end", 0) > start}
        only_data = inside and inside <= set(_DATA) and not _substance(turn, match.group(), start)
        text = match.group().strip()
        if not only_data and (inside & set(_TELLING) or _substance(turn, text, start)):
            told.append(text)
    return told


def _substance(turn: Turn, text: str, start: Optional[int] = None) -> List[str]:
    """The words that tell something: neither courtesy nor a fact with a place of its own."""
    spans: List[Tuple[int, int]] = [(e["start"], e["end"]) for e in turn.entities
                                    if e.get("entity") in _DATA and "start" in e]  # fmt: skip
    offset = turn.text.find(text) if start is None else start
    words = []
    for match in re.finditer(r"[^\W_]+", text):
        at = offset + match.start()
        if offset >= 0 and any(first <= at < last for first, last in spans):
            continue
        if fold(match.group()) not in _EMPTY and not match.group().isdigit():
            words.append(match.group())
    return words
