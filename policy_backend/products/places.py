"""What the place of an event decides: its clock, and whether it is metropolitan."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from common.text import fold
from policy_backend.products.states import state_name

_TABLES = Path(__file__).parent / "tables"


@lru_cache
def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((_TABLES / name).read_text(encoding="utf-8"))
    return content


@lru_cache(8192)
def clock(state: str | None, municipality: str | None) -> ZoneInfo | None:
    """The zone of a place in Mexico; None when its state is not known."""
    name = state_name(state) if state else None
    if not name:
        return None
    table = _read("time_zones.yml")
    said = fold(municipality or "")
    for zone, members in table["municipalities"].get(name, {}).items():
        if said in {fold(member) for member in members}:
            return ZoneInfo(zone)
    return ZoneInfo(table["states"].get(name, table["default"]))


@dataclass(frozen=True, slots=True)
class Zone:
    """`name`: metropolitan, outside, or None (not known). `doubtful`: the source is not clear about this place."""

    name: str | None
    doubtful: bool = False


def _within(said: str, members: list[str]) -> bool:
    return any(said == name or (len(said) > 5 and name.startswith(f"{said} ")) for name in map(fold, members))


def _home(states: dict[str, Any], ambiguous: list[str], said: str) -> str | None:
    """The state whose municipality `said` is, in a table of metropolitan areas; "" for none of them; None in doubt."""
    if state_name(said) == "Ciudad de México":
        return "Ciudad de México"
    if not said or state_name(said) or _within(said, ambiguous):
        return None
    homes = [key for key, rule in states.items() if _within(said, rule["municipalities"] + rule.get("doubtful", []))]
    return homes[0] if len(homes) == 1 else None if homes else ""


@lru_cache(8192)
def metropolitan_zone(area: str, state: str | None, municipality: str | None) -> Zone:
    """Where a place stands in `area` of tables/metropolitan.yml. Accents, case and short names make no difference.

    A municipality without its state is placed by its name, unless several states have one of that name.
    """
    table = _read("metropolitan.yml")
    states, said = table["areas"][area], fold(municipality or "")
    name = (state_name(state) if state else None) or _home(states, table["ambiguous"], said)
    if name is None:
        return Zone(None)
    rule = states.get(name)
    if rule is None:
        return Zone("outside")
    if rule.get("all") or _within(said, rule["municipalities"]):
        return Zone("metropolitan")
    return Zone("outside", doubtful=_within(said, rule.get("doubtful", []))) if said else Zone(None)
