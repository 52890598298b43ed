"""Claims in PostgreSQL: drafts, report numbers, history, search."""

from policy_backend.claims.store.drafts import save_draft
from policy_backend.claims.store.history import history
from policy_backend.claims.store.queries import ClaimFilter, by_number, search

__all__ = ["ClaimFilter", "by_number", "history", "save_draft", "search"]
