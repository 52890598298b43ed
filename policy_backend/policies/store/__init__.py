"""The book in PostgreSQL: look-ups, writing, financing plans."""

from policy_backend.policies.store.lookup import financing_plan, find, policy_by_number, search
from policy_backend.policies.store.writing import cancel_policy, save_financing_plan, save_policy

__all__ = [
    "cancel_policy",
    "financing_plan",
    "find",
    "policy_by_number",
    "save_financing_plan",
    "save_policy",
    "search",
]
