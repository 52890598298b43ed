"""What a caller's words mean to the line itself: a person, WhatsApp, yes, no; everything else is the assistant's."""

import re
import unicodedata

_PERSON = re.compile(
    r"^(?:(?:quiero|necesito|deme|dame|comuniqueme|paseme|pasame|con|hablar|hablo|por favor|a|un|una|el|la|puedo|me"
    r"|comunica|pasa|podria|ser|atienda|que)\s+)*"
    r"(?:operador|operadora|persona|humano|asesor|asesora|agente|ejecutivo|ejecutiva|alguien real|persona real)"
    r"(?:\s+(?:por favor|humano|humana|real|ya))*$"
)
_WHATSAPP = re.compile(r"\b(?:whats ?app?|wats ?app?|guats?ap|guatsapp|wasap|guasap|whats)\b")
_YES = re.compile(r"^(?:si+|aja|claro|correcto|asi es|exacto|eso|es correcto|simon|de acuerdo|ok|okey|sale)\b")
_NO = re.compile(r"^(?:no|nel|negativo|incorrecto|esta mal|para nada)\b")
_EMERGENCY = re.compile(
    r"\b(?:herid[oa]s?|lesionad[oa]s?|lastimad[oa]s?|sangr\w*|ambulancia|auxilio|inconsciente|atrapad[oa]s?|prensad[oa]s?"
    r"|muert[oa]s?|fallecid[oa]s?|murio|incendi\w*|embarazada|desmay\w*)\b"
)


def _fold(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9 ]+", " ", plain).split())


def wants_person(text: str) -> bool:
    """True for "operador", "quiero hablar con una persona por favor"; not for a story that mentions one."""
    return bool(_PERSON.match(_fold(text)))


def wants_whatsapp(text: str) -> bool:
    """True when the caller would rather go on by WhatsApp; a refusal ("no tengo WhatsApp") is not that."""
    folded = _fold(text)
    return bool(_WHATSAPP.search(folded)) and not re.search(r"\bno (?:tengo|uso|quiero|manejo|puedo)\b", folded)


def is_yes(text: str) -> bool:
    """True for a plain yes."""
    return bool(_YES.match(_fold(text)))


def is_no(text: str) -> bool:
    """True for a plain no."""
    return bool(_NO.match(_fold(text)))


def sounds_urgent(text: str) -> bool:
    """True when the words speak of injuries or danger: such an answer is never held up to be confirmed.

    "No hay heridos" is not urgent, and a badly heard one is worth confirming.
    """
    folded = _fold(text)
    return bool(_EMERGENCY.search(folded)) and not re.search(r"\b(?:no|sin|nadie|ningun[oa]?)\b", folded)
