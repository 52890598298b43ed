"""What happened, in the caller's own words: kept from whatever message tells it, so that nobody tells it twice."""

import re
from typing import List, Optional, Tuple

from bot.actions.feelings import vents
from bot.actions.turn import Turn, fold
from bot.nlu.parsers import damage, names
from bot.nlu.parsers.lookups import load_lines

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
_EMPTY = frozenset(load_lines("no_story.txt"))
# Who speaks, not what happened: "le escribo del área de tráfico de …".
_INTRODUCES = re.compile(r"^\W*(?:(?:buen\w+|hola|oiga|si|mire|dias|tardes|noches|que tal)\W+)*(?:(?:yo |le |"
    r"les )?(?:escrib|habl|llam|marc|report)"
                         r"(?:o|amos|a)|soy|somos)\b")  # fmt: skip
# While these are asked, what is told of the loss is still the story.
_EARLY = ("incident_type", "description", "injuries", "location", "occurred_at", "policy_number", "third_parties", None)
_WORDS_OF_A_STORY = 4
_SCENE = ("incident", "third_parties", "stolen_parts", "violence", "cargo")


# Clauses that tell nothing: a yes or a no, courtesy, and that somebody was called or is on the way.
_NO_STORY = re.compile(
    r"(?:(?:(?:creo que |la verdad )?(?:no se si )?(?:no |ya no |tampoco )?(?:tengo|traigo|cuento con|tenga|esta) "
    r"(?:el |la |mi )?(?:seguro|poliza|asegurad[oa]|papeles|licencia)(?: creo)?|creo|"
    r"si+|no+|nel|simon|ok|okey|va|claro|aja|correct[oa]|exacto|perfecto|asi es|esta bien|todo bien|bien|ya|"
    r"ahi|eso|pues|"
    r"bueno|oiga|este|ah|ay|mmm*|gracias|muchas gracias|por favor|porfa|hola|buen[oa]s?( dias| tardes| noches)?|"
    r"listo|sale|"
    r"de acuerdo|nada|nadie|ningun[oa]|espere\w*|un momento|deje\w*( \w+)?|ahorita|permitame|senorita|joven|disculpe|"
    r"perdon|"
    r"(ya |le |les |lo |la |se |se lo |te )*(llam|habl|marqu|avis|dij|mand|coment|cont|expli(c|qu)|pas)(e|o|amos|"
    r"aron|eron)\b"
    r"( (a|al|con|por|de|todo|eso|la|el|una|mi|911|066|policia|ambulancia|patrulla|esposo|esposa|jefe))*|"
    r"ya (viene|vienen|llego|llegaron|esta|estan)( \w+){0,4}) ?)+"
)


def tells_nothing(turn: Turn) -> bool:
    """Whether a message has no word of its own for a question in free words: "sí, gracias", "ya llamé", a phone."""
    telling = [
        e for e in turn.entities if e.get("entity") in ("incident", "third_parties", "stolen_parts", "glass_part")
    ]
    if telling:
        return False
    if names.bare_name(turn.text):
        return True
    clauses = [re.sub(r"[^a-z0-9 ]", " ", clause).strip() for clause in re.split(r"[,.;:¿?¡!]", turn.folded)]
    if all(_NO_STORY.fullmatch(re.sub(r" +", " ", clause)) for clause in clauses if clause):
        return True
    data = ("phone", "policy_number", "plates", "vin", "time", "report_number")
    spans = [(e["start"], e["end"]) for e in turn.entities if "start" in e and (
        e.get("entity") in data or (e.get("entity") == "person" and (e["value"] or {}).get("name")))]  # fmt: skip
    bare = "".join(" " if any(a <= i < b for a, b in spans) else c for i, c in enumerate(turn.text))
    return bool(spans) and not re.search(r"\w{4,}", bare)


def tell(turn: Turn) -> None:
    """Keep the telling part of a message as the description, or add it to what is told, if it tells enough."""
    claim = turn.claim
    incident, known = claim["incident_type"], claim["description"]
    if turn.expected not in _EARLY or not incident or vents(turn) or tells_nothing(turn):
        return
    if turn.expected == "injuries" and not known and not _befell(turn):
        return  # "uno, el del mototaxi" tells who is hurt
    opens = "incident_type" in turn.understood or turn.expected == "description"
    if not opens and not (_scene(turn) and len(_substance(turn, turn.text, 0)) >= _WORDS_OF_A_STORY):
        return
    said = ", ".join(clause for clause in _clauses(turn) if clause)
    enough = bool(said) if incident not in ("collision", "other") else bool(_substance(turn, said))
    if not said or not enough:
        return
    if not known:
        turn.set("description", said[:2000])
    elif not (_scene(turn) and (turn.expected in ("injuries", "location") or not turn.answered)):
        return
    elif fold(said) not in fold(known):
        turn.set("description", f"{known}; {said}"[:2000])


# Of these the damage that is seen is asked for, where it is not told with what happened.
_DAMAGING = ("weather", "falling_object", "vandalism")


def tell_damage(turn: Turn) -> None:
    """Keep what is damaged, told with what happened, so that it is not asked for."""
    if turn.claim["incident_type"] in _DAMAGING and turn.expected in _EARLY:
        turn.assume("details.damage", damage.told(turn.text))


def _befell(turn: Turn) -> bool:
    """Whether the message tells what happened, and not only of the others."""
    return any(turn.all(name) for name in _SCENE if name != "third_parties")


def _scene(turn: Turn) -> bool:
    """Whether the message tells of the loss itself, not only who is hurt or where it was."""
    return any(e.get("entity") in _SCENE and not _denies(e.get("value")) for e in turn.entities)


def _denies(value: object) -> bool:
    return isinstance(value, dict) and value.get("any") is False


def _clauses(turn: Turn) -> List[str]:
    told = []
    for match in _CLAUSE.finditer(_TAG.sub(lambda tag: " " * len(tag.group()), turn.text)):
        if match.group("asks"):
            continue  # a question tells nothing
        start, end = match.span()
        inside = {e["entity"] for e in turn.entities if e.get("start", 0) < end and e.get("end", 0) > start}
        if _INTRODUCES.search(fold(match.group())) and not inside & set(_TELLING):
            continue
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
