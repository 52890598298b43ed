"""That nobody has come yet, and whether an authority is meant."""

import pytest

from bot.nlu.parsers.nobody_came import no_authority_came, nobody_came


@pytest.mark.parametrize("text", [
    "no ha llegado nadie", "no ha venido nadie", "nadie ha llegado", "todavía no llegan", "aún no viene nadie",
    "no llega nadie todavía", "no vino nadie", "nadie ha venido a ver", "no ha llegado", "nadie a llegado",
    "no an llegado todavia",
])  # fmt: skip
def test_nobody(text):
    assert nobody_came(text)
    assert no_authority_came(text)


@pytest.mark.parametrize("text", ["no ha llegado el ajustador", "todavía no llega la grúa", "no vino nadie del seguro"])
def test_nobody_of_ours(text):
    assert nobody_came(text)
    assert not no_authority_came(text)


@pytest.mark.parametrize("text", ["ya llegó la patrulla", "no camina", "no hay nadie herido", "nadie más"])
def test_somebody_or_another_thing(text):
    assert not nobody_came(text)
