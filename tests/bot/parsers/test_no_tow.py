"""A tyre that was changed already, a tow that is refused."""

import pytest

from bot.nlu.parsers import drivable
from bot.nlu.parsers.incident import find_service


def heard(text):
    """(drivable, service) as told in passing."""
    seen, wanted = drivable.find(text), find_service(text)
    return (seen[0].value if seen else None), (wanted[0].value["service"] if wanted else None)


@pytest.mark.parametrize("text", [
    "ya puse la refacción", "ya le cambié la llanta", "la llanta ya la cambiamos", "ya le cambió mi hijo la llanta",
    "ya traigo puesta la de refacción", "ya la cambié por la de refacción", "ya pusieron la llanta nueva",
    "un señor me ayudó a cambiar la llanta", "mi cuñado ya me puso la de refacción",
    "quedó tronada la llanta, inservible, no ocupo grúa, puse la de refacción",
    "no necesito grúa", "no me manden grúa", "sin necesidad de grúa",
    "la grúa no hace falta", "no quiero que manden grúa",
])  # fmt: skip
def test_it_goes_and_wants_no_tow(text):
    assert heard(text) == (True, None)
    assert drivable.read(text) is True


@pytest.mark.parametrize("text,moves,service", [
    ("no trae refacción, necesito grúa", False, "tow"), ("me urge una grúa", False, "tow"),
    ("no necesito nada más que una grúa", None, "tow"), ("¿no me mandan una grúa?", False, "tow"),
    ("no necesito grúa, solo gasolina", None, "fuel"), ("no quiero grúa, ya viene una", None, None),
    ("no prende pero no necesito grúa, con que me pasen corriente", False, "jump_start"),
    ("no he puesto la refacción", None, "tire_change"), ("le puse aire a la llanta pero se baja", None, "tire_change"),
    ("todavía no le cambio la llanta", None, "tire_change"), ("se me ponchó una llanta", None, "tire_change"),
    ("ya le cambié la llanta pero la refacción también está ponchada", None, "tire_change"),
    ("ya puse la llanta de refacción pero se dobló el eje", False, "tow"),
    ("me robaron la refacción y el gato", None, "tire_change"),
    ("me poncharon dos llantas", False, "tire_change"),
    ("amaneció con las cuatro llantas ponchadas", False, "tire_change"),
])  # fmt: skip
def test_what_looks_alike(text, moves, service):
    assert heard(text) == (moves, service)
