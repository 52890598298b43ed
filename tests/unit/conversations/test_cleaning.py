"""What people type, made safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.conversations.cleaning import HEARD, clean, for_assistant


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  hola  ", "hola"),
        ("línea uno\r\nlínea dos", "línea uno\nlínea dos"),
        ("nin\u0303o", "niño"),
        ("a\x00b\x07c", "abc"),
        ("con\ttabulador", "con tabulador"),
        ("\u202eal revés\u202c", "al revés"),
        ("👨‍👩‍👧 y ❤️", "👨‍👩‍👧 y ❤️"),
        ("\u200d\ufe0f", ""),
        ("\ud83d suelto", "suelto"),
        (None, ""),
    ],
)
def test_keeps_what_is_visible(typed, kept):
    assert clean(typed) == kept


@pytest.mark.parametrize(
    ("text", "heard"), [("/restart", "restart"), (" / /x", "x"), ("a/b", "a/b"), ("///", "…"), ("1/2", "1/2")]
)
def test_no_leading_slash_reaches_the_assistant(text, heard):
    assert for_assistant(text) == heard


def test_a_long_text_is_cut_at_a_word():
    heard = for_assistant("palabra " * 1000)
    assert len(heard) <= HEARD
    assert heard.endswith("palabra")


@given(st.text(max_size=3000))
def test_whatever_is_typed_is_never_a_command_nor_empty(typed):
    heard = for_assistant(clean(typed))
    assert 0 < len(heard) <= HEARD
    assert not heard.startswith("/")


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing_and_can_be_stored(typed):
    once = clean(typed)
    assert clean(once) == once
    assert "\x00" not in once
    once.encode()
