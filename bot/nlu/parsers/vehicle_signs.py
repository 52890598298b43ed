"""What stands beside a name that tells a vehicle from a place, a person or an everyday word."""

import re
from typing import Tuple

from .catalogue import INTRODUCERS
from .colors import COLORS
from .folding import Token
from .names import FIRST, LAST
from .spelling import LETTERS

# 'El march no da marcha', 'la lobo ya no prende', 'se me apagó el city': only vehicles do so.
_DOES = re.compile(
    r"(?:(?:ya|no|ni|me|se|nos|le|que|quiere|quiso|puede) )*(?:prend|arranc|enciend|encend|da march|dio march"
    r"|camina|jala"
    r"|amaneci|apag|descompus|calent|ponch|poncho|qued[oa] (?:tirad|sin|varad|prendid|encendid|sumid|aboll))"
)
_BEFELL = re.compile(
    r"se (?:me|le|nos) (?:\w+ )?(?:apag|descompus|qued|ponch|calent|trono|mojo|inund|quem|incendi|cerr)\w*"
)
_PLACES = frozenset(
    ["hotel", "motel", "plaza", "calle", "avenida", "av", "blvd", "bulevar", "boulevard", "colonia", "col", "fracc",
     "fraccionamiento", "privada", "cerrada", "agencia", "taller", "concesionaria", "concesionario", "restaurante",
     "salon", "paseo", "camino", "residencial", "villas", "jardines", "prepa", "escuela"]
)  # fmt: skip


def at_work(said: Tuple[Token, ...], first: int, after: int) -> bool:
    """Whether what stands beside a name with 'el' or 'la' is said of vehicles alone."""
    follows = " ".join(word.text for word in said[after : after + 6])
    leads = " ".join(word.text for word in said[max(0, first - 5) : first - 1])
    return bool(_DOES.match(follows) or re.search(rf"{_BEFELL.pattern}$", leads))


_DRIVEN = frozenset(
    ["manejo", "manejaba", "manejando", "conduzco", "conducia", "conduciendo", "traigo", "traia", "llevaba", "choque",
     "chocaron"]
)  # fmt: skip


def driven(said: Tuple[Token, ...], first: int) -> bool:
    """Whether it is driven: 'manejando el Rio', 'yo traía la Lobo'."""
    return first > 1 and said[first - 2].text in _DRIVEN


def is_spelled(said: Tuple[Token, ...], first: int) -> bool:
    """Whether it is a sign of plates: 'te doble u equis dos', 'unidad uno'."""
    before = said[first - 1].text if first else ""
    return (said[first].text == "equis" and before in LETTERS) or (said[first].text, before) == ("uno", "unidad")


def is_river(said: Tuple[Token, ...], first: int, after: int) -> bool:
    """Whether it is a river, or what is called after it: 'Río Blanco esquina Ferrocarril', 'el Río Verde creció'."""
    color = COLORS.at(said, after) if said[first].text == "rio" and after < len(said) else None
    before = said[first - 1].text if first else ""
    if not color or before not in ("", "el", "en", "calle", "al") or driven(said, first):
        return False
    rest = said[color.after].text if color.after < len(said) else ""
    return not (rest.isdigit() or rest == "modelo" or at_work(said, first, color.after))


def is_elsewhere(said: Tuple[Token, ...], first: int) -> bool:
    """Whether the name is a place's or a person's: 'el hotel Fiesta', 'calle Ibiza', 'esquina con Marcos Montero'."""
    before = said[first - 1].text if first else ""
    of = first > 1 and before in ("de", "del", "la", "el") and said[first - 2].text in _PLACES - {"agencia", "taller"}
    named = before in FIRST and said[first].text in LAST
    return before in _PLACES or of or (named and (first < 2 or said[first - 2].text not in INTRODUCERS))
