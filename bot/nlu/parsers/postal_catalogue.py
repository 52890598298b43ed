"""The national postal catalogue (SEPOMEX, as postalcodes-mexico carries it): each colonia or village with its town."""

import sqlite3
from typing import Iterator, NamedTuple

from postalcodes_mexico.postalcodes_mexico import DB_PATH

# The states that are not called there as people call them.
_STATES = {
    "México": "Estado de México",
    "Coahuila de Zaragoza": "Coahuila",
    "Michoacán de Ocampo": "Michoacán",
    "Veracruz de Ignacio de la Llave": "Veracruz",
}


class Settlement(NamedTuple):
    """A colonia, village or farm: its name, its kind ('Colonia', 'Pueblo'…), and where it lies; `city` may be empty."""

    name: str
    kind: str
    municipality: str
    city: str
    state: str


def settlements() -> Iterator[Settlement]:
    """Every settlement of the catalogue, states called as in states.yml."""
    with sqlite3.connect(f"file:{DB_PATH}?mode=ro", uri=True) as database:
        for *where, state in database.execute("SELECT place, place_type, municipality, city, state FROM places"):
            yield Settlement(*where, _STATES.get(state, state))
