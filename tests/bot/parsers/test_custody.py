"""In whose hands the vehicle was."""

import pytest

from bot.nlu.parsers import custody


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("dejé mi coche con un valet y me lo regresaron chocado", ["entrusted"]),
        ("lo dejé en el taller y se lo robaron de ahí", ["entrusted"]),
        ("se lo presté a un amigo y no me lo devuelve", ["by_relative", "entrusted"]),
        ("mi cuñado se llevó la camioneta y no la regresa", ["by_relative"]),
        ("el chofer se robó el camión", ["by_relative"]),
        ("me robó el carro mi ex esposo", ["by_relative"]),
        ("que lo lleven al taller", []),
        ("me pegó un taxista y se fue", []),
        ("mi hijo chocó", []),
        ("un señor se me metió y se fue con todo", []),
    ],
)
def test_who_had_the_vehicle(text, facts):
    assert [found.entity for found in custody.find(text)] == facts
