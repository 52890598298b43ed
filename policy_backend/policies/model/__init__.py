"""Policies, units and payments as the insurer's book has them; pure types and rules."""

from policy_backend.policies.model.book import (
    FinancingPlan,
    Installment,
    Match,
    Policy,
    Unit,
    Vehicle,
    term_instants,
)
from policy_backend.policies.model.keys import number_key, plates_key, plates_text, vin_key, vin_text

__all__ = [
    "FinancingPlan",
    "Installment",
    "Match",
    "Policy",
    "Unit",
    "Vehicle",
    "number_key",
    "plates_key",
    "plates_text",
    "term_instants",
    "vin_key",
    "vin_text",
]
