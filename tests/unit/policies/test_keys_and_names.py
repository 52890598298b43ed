"""Canonical forms and the keys by which names are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_backend.policies.model.keys import number_key, plates_key, vin_key
from policy_backend.policies.model.names import likeness, misspellings, name_keys, pair_key, sound, words


def test_confusable_letters() -> None:
    assert plates_key("jnb-482-c") == plates_key("JNB 482 C")
    assert plates_key("OI0-1Q") == plates_key("0101O")
    assert vin_key("3n1cn8ae1ml8I2345") == vin_key("3N1CN8AEIML812345")
    assert number_key(" 00-104 2587") == "1042587"
    assert number_key("000") == ""


@given(st.text(max_size=20))
def test_keys_are_stable(text: str) -> None:
    for key in (number_key, plates_key, vin_key):
        assert key(key(text)) == key(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vargas", "bargas"),
        ("mendez", "mendes"),
        ("hernandez", "ernandes"),
        ("jimenez", "gimenez"),
        ("villasenor", "biyasenor"),
        ("quezada", "kesada"),
        ("jaime", "jayme"),
    ],
)
def test_what_sounds_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("robles", "roblez"),
        ("robles", "roble"),
        ("castaneda", "castaenda"),
        ("aguirre", "agirre"),
        ("ibarra", "ibarta"),
        ("cordova", "cordoba"),
    ],
)
def test_one_slip_shares_a_key(right: str, wrong: str) -> None:
    assert set(misspellings(right)) & set(misspellings(wrong))


@given(st.from_regex(r"[a-z]{4,10}", fullmatch=True), st.data())
def test_any_letter_left_out_shares_a_key(word: str, data: st.DataObject) -> None:
    heard = sound(word)
    if len(heard) < 5:
        return
    where = data.draw(st.integers(0, len(heard) - 1))
    forms = {*misspellings(word)}
    assert (
        forms & set(misspellings(word[:where] + word[where + 1 :]))
        or sound(word[:where] + word[where + 1 :]) != heard[:where] + heard[where + 1 :]
    )


def test_names() -> None:
    assert words("Óscar de la  Peña  Ruiz") == ["oscar", "pena", "ruiz"]
    assert pair_key("pena", "ruiz") == pair_key("ruiz", "pena")
    assert len(name_keys(["a", "b", "c"])) == 6
    assert likeness("mendes", "mendez") > 0.8
    assert likeness("mendez", "mendez") == 1.0
