"""The closed lists of a claim (contracts: claim.schema.json)."""

from typing import Literal

IncidentType = Literal[
    "collision", "rollover", "run_over", "fire", "weather", "flood", "falling_object", "vandalism", "total_theft",
    "partial_theft", "glass", "tire", "cargo", "roadside_assistance", "other",
]  # fmt: skip
Service = Literal["tow", "tire_change", "jump_start", "fuel", "locksmith"]
Channel = Literal["whatsapp", "sms", "voice", "web", "operator"]
Priority = Literal["emergency", "urgent", "normal"]
PlaceKind = Literal["street", "highway"]
