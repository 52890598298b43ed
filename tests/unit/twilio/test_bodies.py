"""Long texts as several messages."""

import re

from hypothesis import given
from hypothesis import strategies as st

from channels.twilio import bodies


def test_a_short_text_stays_whole() -> None:
    assert bodies.split("Hola.") == ["Hola."]
    assert bodies.split(" \n ") == []


def test_parts_end_where_sentences_end() -> None:
    sentence = "El ajustador llegará en unos minutos, no mueva el vehículo. "
    parts = bodies.split(sentence * 60)
    assert len(parts) == 3
    assert all(len(part) <= 1600 and part.endswith(".") for part in parts)
    assert " ".join(parts) == (sentence * 60).strip()


def test_without_sentences_words_stay_whole() -> None:
    parts = bodies.split("palabra " * 500)
    assert all(set(part.split()) == {"palabra"} for part in parts)


def test_control_characters_do_not_travel() -> None:
    assert bodies.clean("a\x00b\x1b[31m\u0085c\td\ne") == "ab[31mc\td\ne"


@given(st.text(max_size=3000), st.integers(min_value=5, max_value=200))
def test_nothing_is_lost(text: str, limit: int) -> None:
    parts = bodies.split(text, limit)
    assert all(0 < len(part) <= limit for part in parts)
    assert re.sub(r"\s", "", "".join(parts)) == re.sub(r"\s", "", bodies.clean(text))
