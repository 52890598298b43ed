"""STOP and START, and what only looks like them."""

import pytest

from channels.twilio import consent


@pytest.mark.parametrize("text", ["STOP", "alto", "Alto.", "BAJA", " baja ", "¡ALTO!", "Unsubscribe"])
def test_stop(text: str) -> None:
    assert consent.read(text) == "stop"


@pytest.mark.parametrize("text", ["START", "alta", "ALTA ", "unstop"])
def test_start(text: str) -> None:
    assert consent.read(text) == "start"


@pytest.mark.parametrize(
    "text", ["me pasé el alto", "no respetó el alto y me pegó", "dar de baja mi póliza", "sí", "no", ""]
)
def test_a_story_is_not_a_command(text: str) -> None:
    assert consent.read(text) is None


def test_twilios_own_reading_is_believed() -> None:
    assert consent.read("ya no me escriban", "STOP") == "stop"
    assert consent.read("help", "HELP") is None


def test_what_is_answered_has_no_claim_words() -> None:
    assert "ALTA" in consent.STOPPED
    assert "911" in consent.STOPPED
