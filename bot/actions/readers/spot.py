"""Where: how the answers about places are read."""

import re

from bot.actions.half_places import answered_part
from bot.actions.hearing import asks, says_unknown
from bot.actions.learned import tells_another_thing
from bot.actions.merge import take
from bot.actions.readers.plain import free_text
from bot.actions.turn import Turn, fold
from bot.nlu.parsers import names, place
from bot.nlu.parsers.lookups import words
from bot.nlu.parsers.place_lists import known_street

# Words of a sentence about something else than a place, and those by which places are told.
_TELLS = re.compile(
    r"^\W*(no|ya|que|ay|dios|hijole|chale|uy+|uf+|auxilio|ayuda|animas|virgen|madre)\b|\b(hable|llame|marque"
    r"|avise|mande|llego|llegaron|dijo|dijeron|habia|quiero|necesito|ocupo"
    r"|tengo|"
    r"traigo|viene|vienen|"
    r"estoy (muy |bien |toda? |todo |media |medio )?(bien|mal|solo|sola|nervios\w*|asustad\w*)|"
    r"estamos bien|pego|pegaron|choco|chocaron|"
    r"gracias|favor|ayud\w+|apur\w+|rapido|urge)\b"
)
_SPOT = re.compile(
    r"\b(en|por|frente|enfrente|cerca|cerquita|junto|atras|detras|adelante|altura|entre|esquina|salida|entrada|rumbo|"
    r"hacia|sobre|antes|despues|pasando|pasandito|afuera|calle|avenida|av|bulevar|blvd|carretera|autopista|km|"
    r"kilometro|puente|crucero|glorieta|caseta|colonia|col|fraccionamiento|plaza|parque|gasolinera|oxxo|mercado|"
    r"hospital|escuela|estacionamiento|casa|trabajo|lado|contra|al (norte|sur|oriente|poniente))\b"
)


_FROM_A_SPOT = re.compile(
    r"^\W*(?:(?:pues|es|fue|estoy|estamos|aqui|ahorita|mire|si|no se)\W+)*(en|por|frente|enfrente|cerca|junto|afuera|"
    r"atras|"
    r"entre|sobre|a la altura|a un lado|al lado|pasando|antes|despues|esquina|calle|avenida|av|col|colonia|carretera)\b"
)


_UNKNOWN = re.compile(r"\bno (?:lo |la |le |me )?(?:se|acuerdo|recuerdo|conozco|sabria|alcanzo|veo|tengo)\b")
_NOT_A_PLACE = frozenset(
    (
        "incident",
        "violence",
        "injuries",
        "third_parties",
        "person",
        "phone",
        "plates",
        "vin",
        "policy_number",
        "occupants",
    )
)
# What somebody did, or how somebody is, which is no spot: 'me quitaron el celular', 'la vaca se murió', 'tiene 2 años'.
_ABSENT = re.compile(
    r"\b(?:yo )?no (?:estoy|estaba|ando|me encuentro) (?:ahi|alli|alla|en el lugar|presente)\b|\b(?:ni"
    r"|no) estuve (?:ahi|alli|alla)\b"
)
_IT_WAS = re.compile(r"\b(?:fue|paso|quedo|esta|estan|choco|chocaron|sigue|ocurrio)\b")
_HAPPENED = re.compile(
    r"\b(?:estoy|vengo|voy|ando|estamos|vamos|venimos|viene|vienen) con (?:mis?|un|una|dos|la|el|los|las)\b"
    r"|\binciso \w+|\bse quiere\w* \w+|\bpoliza\b|"
    r"\b(?:me|nos|le|les|se|te)(?: (?:l[oa]s?|me|nos|le))? \w+(?:aron|ieron|eron|ando|iendo)\b"
    r"|\bse (?:me |nos |le )?(?:murio|fue|fueron|cayo|apago|desmayo|solto|escapo|pelo|quedo|puso|paro|bajo|subio)\b"
    r"|\b(?:estoy|esta|estan|estamos|ando) (?:escribiendo|hablando|llorando|gritando|temblando|sangrando"
    r"|encerrad\w+|adentro)\b"
    r"|\b(?:tiene|tengo|cumplio) (?:\w+ ){1,3}(?:anos?|anitos|meses)\b|\b(?:es|era) de mi \w+|\bmis? (?:nin|beb|hij)\w+"
)


def read_location(turn: Turn) -> bool:
    """A place, or the part that was missing of the one that is known."""
    text = _beside_the_unknown(turn.text) if says_unknown(turn) else turn.text
    said = None if not text or turn.text.startswith("(foto") else place.read(text)
    if not said and answered_part(turn.claim, turn.text):
        said = {"text": turn.text.strip()}  # "120", of a road that is known
    if not said or tells_another_thing(turn) or (len(turn.text) < 4 and not turn.text.strip().isdigit()):
        return False
    recognised = any(value not in (None, "", []) for name, value in said.items() if name != "text")
    if not recognised and _is_a_person(turn.text):
        return False
    other = _NOT_A_PLACE.intersection(str(e.get("entity")) for e in turn.entities)
    empty = asks(turn.folded) or turn.intent in ("affirm", "deny", "thank", "greet")
    if not recognised and empty and not (_FROM_A_SPOT.match(turn.folded) or answered_part(turn.claim, turn.text)):
        return False
    if not recognised and other and not turn.first("place") and not _FROM_A_SPOT.match(turn.folded):
        return False  # what happened, or to whom, is no place
    told = (_TELLS.search(turn.folded) or _HAPPENED.search(turn.folded)) and not _SPOT.search(turn.folded)
    absent = _ABSENT.search(turn.folded) and not _IT_WAS.search(turn.folded)
    if not recognised and (told or absent):
        return False  # "ya le hablé al 911" is nowhere
    take(turn, "place", said)
    return True


def _beside_the_unknown(text: str) -> str:
    """What tells a spot beside what is not known: "no sé el kilómetro, hay una gasolinera y un puente"."""
    clauses = [clause.strip() for clause in re.split(r"[,.;]|\bpero\b", text)]
    told = [clause for clause in clauses if clause and not _UNKNOWN.search(fold(clause)) and _SPOT.search(fold(clause))]
    return ", ".join(told)


def _is_a_person(text: str) -> bool:
    """Whether the answer is nobody's street, but a name: "Rosa Martínez López"."""
    return bool(names.bare_name(text)) and not known_street(words(text), 0)


_WHITHER = re.compile(
    r"\b(?:al?|hasta|para|pa|en|con|taller\w*|agencia|casa|domicilio|mecanico|direccion|deposito|pension|donde|cerca)\b"
)


def read_destination(turn: Turn) -> bool:
    """Where to: the service itself ("una grúa") is no place, and another service needs none."""
    if "service" in turn.understood and turn.claim["service"] != "tow":
        return True
    if turn.first("service") and not _WHITHER.search(turn.folded):
        return False  # "una grúa, o si me pasan corriente mejor"
    return free_text("details.tow_destination")(turn)
