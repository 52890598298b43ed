"""Dated tables: UMA, clocks, metropolitan municipalities."""

from datetime import date
from decimal import Decimal

import pytest

from policy_backend.products.places import clock, metropolitan_zone
from policy_backend.products.states import state_name
from policy_backend.products.uma import daily


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2016, 1, 27), None),
        (date(2016, 1, 28), "73.04"),
        (date(2024, 1, 31), "103.74"),
        (date(2024, 2, 1), "108.57"),
        (date(2024, 2, 29), "108.57"),
        (date(2025, 12, 31), "113.14"),
        (date(2026, 1, 31), "113.14"),
        (date(2026, 2, 1), "117.31"),
        (date(2027, 1, 31), "117.31"),
        (date(2027, 2, 1), None),
    ],
)
def test_the_uma_by_date_with_a_gap_where_nothing_is_published(day: date, value: str | None) -> None:
    assert daily(day) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("state", "municipality", "zone"),
    [
        ("Jalisco", None, "America/Mexico_City"),
        ("Quintana Roo", "Benito Juárez", "America/Cancun"),
        ("Sonora", "Hermosillo", "America/Hermosillo"),
        ("B.C.", "Tijuana", "America/Tijuana"),
        ("BCS", None, "America/Mazatlan"),
        ("Nayarit", "Tepic", "America/Mazatlan"),
        ("Nayarit", "Bahia de Banderas", "America/Bahia_Banderas"),
        ("chihuahua", "Ciudad Juárez", "America/Ciudad_Juarez"),
        ("Tamaulipas", "Nuevo Laredo", "America/Matamoros"),
        ("Tamaulipas", "Tampico", "America/Monterrey"),
    ],
)
def test_the_clock_of_a_place(state: str, municipality: str | None, zone: str) -> None:
    found = clock(state, municipality)
    assert found is not None
    assert found.key == zone


def test_an_unknown_state_has_no_clock() -> None:
    assert clock(None, "Benito Juárez") is None
    assert clock("Texas", None) is None


@pytest.mark.parametrize(
    ("said", "name"), [("Edo. Méx.", "México"), ("D.F.", "Ciudad de México"), ("N.L.", "Nuevo León"), ("x", None)]
)
def test_states_as_people_write_them(said: str, name: str | None) -> None:
    assert state_name(said) == name


@pytest.mark.parametrize(
    ("state", "municipality", "zone", "doubtful"),
    [
        ("CDMX", None, "metropolitan", False),
        ("Ciudad de México", "Milpa Alta", "metropolitan", False),
        (None, "iztapalapa", "metropolitan", False),
        ("Estado de México", "Ecatepec", "metropolitan", False),
        ("México", "Valle de Bravo", "outside", False),
        ("México", None, None, False),
        ("Nuevo León", "Monterrey", "metropolitan", False),
        ("NL", "San Pedro Garza García", "outside", True),
        ("Jalisco", "GUADALAJARA", "metropolitan", False),
        ("Jalisco", "Zapopan", "outside", True),
        ("Jalisco", "Puerto Vallarta", "outside", False),
        ("Sonora", None, "outside", False),
        ("Quintana Roo", "Benito Juárez", "outside", False),
        (None, "Benito Juárez", None, False),
        (None, "Jalisco", None, False),
        (None, "Monterrey", "metropolitan", False),
        (None, "Zapopan", "outside", True),
        (None, "Tepic", "outside", False),
        (None, None, None, False),
    ],
)
def test_metropolitan_places(state: str | None, municipality: str | None, zone: str | None, doubtful: bool) -> None:
    found = metropolitan_zone("fleet", state, municipality)
    assert (found.name, found.doubtful) == (zone, doubtful)


@pytest.mark.parametrize(
    ("state", "municipality", "zone"),
    [
        ("Jalisco", "Zapopan", "metropolitan"),
        ("Jalisco", "Autlán de Navarro", "outside"),
        ("CDMX", None, "metropolitan"),
        (None, "Tlalpan", "metropolitan"),
        ("Tabasco", "Villahermosa", "metropolitan"),
        ("Yucatán", None, None),
        (None, None, None),
    ],
)
def test_metropolitan_areas_of_the_country(state: str | None, municipality: str | None, zone: str | None) -> None:
    assert metropolitan_zone("country", state, municipality).name == zone
