"""The pure side of coverage: what a check takes and gives, and the check itself. No I/O."""

from policy_backend.coverage.answer import (
    Alternative,
    CoverageAnswer,
    CoverageCheck,
    Deductible,
    Flag,
    ServiceTimes,
    TotalLoss,
)
from policy_backend.coverage.check import check, check_unidentified
from policy_backend.coverage.loss import FACT_NAMES, INCIDENTS, Facts, Installment, Loss, PolicyAsOf, UnitAsOf

__all__ = [
    "FACT_NAMES",
    "INCIDENTS",
    "Alternative",
    "CoverageAnswer",
    "CoverageCheck",
    "Deductible",
    "Facts",
    "Flag",
    "Installment",
    "Loss",
    "PolicyAsOf",
    "ServiceTimes",
    "TotalLoss",
    "UnitAsOf",
    "check",
    "check_unidentified",
]
