"""Who reports, by the place of the name alone: beside a greeting, or as the signature of a message."""

import re
from typing import Optional, Tuple

from .folding import fold
from .geography import TOWNS
from .lookups import words
from .name_choice import Stretch, stretches
from .names import FIRST, LAST, NOT_NAMES, bare_name, is_name_word, title
from .person_words import GREETED, TITLE

_SIGNED = re.compile(
    r"(?:^|[,.;\n])\s*(?:atte?\.?:? |atentamente:? )?([a-z]+(?: [a-z]+){1,3}?),?\s*"
    r"(?:(?:tel|cel|telefono|celular)\b\.?:?\s*)?(?:\+?52\s?)?\d{2,3}[ -]?\d{3,4}[ -]?\d{4}\W*$"
)


def signed(text: str) -> Optional[Tuple[str, int, int]]:
    """The name, and its offsets, before a telephone at the end: '…, mande ajustador. Elena Prado 3112345678'."""
    match = _SIGNED.search(fold(text))
    if not match or not all(is_name_word(word) and word not in NOT_NAMES for word in match[1].split()):
        return None
    return title(text[slice(*match.span(1))]), *match.span(1)


# A title and a whole name end what somebody tells in the first person: '… y no puedo mover el carro. Dra. Irma Luna'.
_TITLED_LAST = re.compile(
    rf"(?:(?P<apart>[.;\n…]|\batt?e\.?:?|\batentamente:?)|,|(?<=[a-z]))\s*"
    rf"\b(?!don|dona|jefe|chef)(?:{TITLE}\b\.? ?)+"
    r"(?P<name>[a-z]+(?: [a-z]+){1,4})\W*$"
)
_OF_MYSELF = re.compile(
    r"\b(?:me|mi|mis|estoy|soy|traigo|tengo|choque|iba|venia|voy|ando|necesito|quiero|no puedo|nos)\b"
)
# Before it, whoever is named is somebody else.
_OF_ANOTHER = re.compile(
    r"\b(?:otr[oa]|conductora?|chofer|operadora?|duen[oa]|titular|asegurad[oa]|testigo|ajustadora?|nombre|llama|licencia|poliza"
    r"|seguro|(?:choco|pego|dio|golpeo|embistio|avento|cerro) un[oa]?|manej\w+|conduc\w+|atend\w+)\b"
)
_NEEDS_A_NAME = re.compile(
    r"\b(?:el|la|los|las|al|del?|d|a|con|y|e|o|mi|su|un|una|es|era|fue|soy|habla|llama|choco|pego|dio|golpeo|por|para|que|otr[oa]|en|frente|junto|gracias"
    r"|calle|avenida|ave?|bulevar|boulevard|blvd|calzada|carretera|esquina|colonia|col|fracc\w*|clinica|hospital|escuela|prepa\w*"
    r"|primaria|secundaria|mercado|plaza|parque|consultorio)\W*$"
)


def titled_last(text: str) -> Optional[Tuple[str, int, int]]:
    """The name, and its offsets, with which whoever speaks of himself ends: 'me pegaron por atrás. Sra. Irma Luna'."""
    folded = fold(text)
    match = _TITLED_LAST.search(folded)
    if not match or match["name"] in TOWNS or not _OF_MYSELF.search(folded[: match.start()]):
        return None
    before = folded[: match.start()].rstrip()
    if not match["apart"] and (_OF_ANOTHER.search(re.split(r"[.;\n]", before)[-1]) or _NEEDS_A_NAME.search(before)):
        return None
    name = text[slice(*match.span("name"))]
    return (title(name), *match.span("name")) if _whole_name(name) else None


_HEADED = re.compile(
    r"\W*([a-z]+(?: [a-z]+){1,4}?)\s*[,.;:]?\s*(?:y )?(?:mi |con )?(?:n[uo]m(?:ero)? de )?(?:pol(?:iza)?|tel|cel)\b"
)


def headed(text: str) -> Optional[Tuple[str, int, int]]:
    """The name, and its offsets, before a policy or a telephone at the beginning: 'silvia cordova pol 4107733, …'."""
    match = _HEADED.match(fold(text))
    name = bare_name(match[1]) if match and match[1] not in TOWNS else None
    return (title(text[slice(*match.span(1))]), *match.span(1)) if match and name else None


def greeted(text: str) -> Optional[Tuple[str, int, int]]:
    """The name, and its offsets, that is said with a greeting: 'Buenas, Teresa Luna. Me chocaron'."""
    match = GREETED.match(fold(text))
    span = match.span("after" if match["after"] else "before") if match else (0, 0)
    said = text[slice(*span)]
    name = bare_name(said) or (title(said) if _whole_name(said) else None)
    return (name, *span) if name else None


def _whole_name(said: str) -> bool:
    """Whether the words are one name, from the given name on: 'Karla Yuritzi Maldonado'."""
    every = words(said)
    whole = len(every) > 1 and every[0].text in FIRST and stretches(said)[:1] == (Stretch(0, len(every)),)
    return whole and any(word.text in LAST or not is_name_word(word.text) for word in every[1:])


_AT_YOUR_SERVICE = re.compile(
    r"\W+(?:para servir(?:le|les)|a sus ordenes|a la orden|(?:(?:su|un|una) )?servidora?|al habla|reportando\w*)\b"
)


def courteous(text: str) -> Optional[Tuple[str, int, int]]:
    """The name, and its offsets, before 'para servirle', 'a sus órdenes'."""
    said = words(text)
    for match in _AT_YOUR_SERVICE.finditer(fold(text)):
        one = next((one for one in stretches(text) if said[one.after - 1].end == match.start()), None)
        if one and said[one.first].text in FIRST:
            start, end = said[one.first].start, said[one.after - 1].end
            return title(text[start:end]), start, end
    return None


def named_by_place(text: str) -> Optional[Tuple[str, int, int]]:
    """Who reports, and the offsets of the name, by where the name stands."""
    return headed(text) or signed(text) or greeted(text) or courteous(text) or titled_last(text)
