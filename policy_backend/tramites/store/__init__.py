"""Trámites in PostgreSQL: folios, their items, the append-only record of events."""

from policy_backend.tramites.store.rows import by_folio, create, events, overdue, save

__all__ = ["by_folio", "create", "events", "overdue", "save"]
