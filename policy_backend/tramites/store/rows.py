"""Rows of trámites to and from the pure Tramite."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from common import clock
from common.access import Actor
from policy_backend.tramites.model.folio import Item, ItemKind, Kind, Tramite, make_folio
from policy_backend.tramites.store.tables import FolioSequenceRow, TramiteEventRow, TramiteItemRow, TramiteRow

_SAME = (
    "state", "since", "member", "holder", "policy_number", "requester", "balance", "stage", "payoff_amount",
    "payoff_due_on", "paid_on", "cancelled_from", "reason", "data", "documents", "review",
)  # fmt: skip


def tramite_of(row: TramiteRow) -> Tramite:
    """The trámite of a row, with its items."""
    items = {
        item.kind: Item(cast("ItemKind", item.kind), item.state, item.since, item.due_on, item.answered_on)
        for item in row.items
    }
    same = {name: getattr(row, name) for name in _SAME}
    return Tramite(folio=row.folio, kind=cast("Kind", row.kind), group=row.plan_group, items=items, **same)


def _write(session: Session, row: TramiteRow, tramite: Tramite) -> None:
    row.plan_group = tramite.group
    for name in _SAME:
        setattr(row, name, getattr(tramite, name))
    session.add(row)
    session.flush()
    for item in tramite.items.values():
        values = {
            "state": item.state,
            "since": item.since,
            "due_on": item.due_on,
            "answered_on": item.answered_on,
        }
        statement = insert(TramiteItemRow).values(tramite_id=row.id, kind=item.kind, **values)
        session.execute(statement.on_conflict_do_update(index_elements=["tramite_id", "kind"], set_=values))
    session.expire(row, ["items"])


def _event(session: Session, row: TramiteRow, event: str, party: str, actor: Actor, data: dict[str, Any]) -> None:
    session.add(
        TramiteEventRow(
            tramite_id=row.id, at=clock.now(), event=event, party=party, actor_kind=actor.kind, actor_name=actor.name,
            state=row.state, data=data,
        )
    )  # fmt: skip


def _row(session: Session, folio: str, lock: bool = False) -> TramiteRow | None:
    query = select(TramiteRow).where(TramiteRow.folio == re.sub(r"\D", "", folio))
    return session.scalars(query.with_for_update() if lock else query).first()


def by_folio(session: Session, folio: str, lock: bool = False) -> Tramite | None:
    """The trámite of a folio, spaces and hyphens or not; `lock` holds it for the transaction."""
    row = _row(session, folio, lock)
    return tramite_of(row) if row else None


def by_key(session: Session, idempotency_key: str) -> Tramite | None:
    """The trámite that was made with this key."""
    row = session.scalars(select(TramiteRow).where(TramiteRow.idempotency_key == idempotency_key)).first()
    return tramite_of(row) if row else None


def create(session: Session, tramite: Tramite, actor: Actor, idempotency_key: str | None = None) -> Tramite:
    """Store a new trámite under the next folio of the year, in the caller's transaction."""
    statement = insert(FolioSequenceRow).values(year=clock.today().year, last=1)
    statement = statement.on_conflict_do_update(index_elements=["year"], set_={"last": FolioSequenceRow.last + 1})
    sequence = session.execute(statement.returning(FolioSequenceRow.last)).scalar_one()
    tramite.folio = make_folio(clock.today().year, sequence)
    row = TramiteRow(
        folio=tramite.folio, kind=tramite.kind, idempotency_key=idempotency_key, created_at=clock.now()
    )  # fmt: skip
    _write(session, row, tramite)
    _event(session, row, "create", str(tramite.requester.get("kind")), actor, {})
    return tramite


def save(session: Session, tramite: Tramite, event: str, party: str, actor: Actor, data: dict[str, Any]) -> None:
    """Store a trámite after an event, with the event, in the caller's transaction."""
    row = _row(session, tramite.folio, lock=True)
    if row is None:
        raise LookupError(tramite.folio)
    _write(session, row, tramite)
    _event(session, row, event, party, actor, data)


def events(session: Session, folio: str) -> Sequence[TramiteEventRow]:
    """What happened to a folio, the first first."""
    query = select(TramiteEventRow).join(TramiteRow).where(TramiteRow.folio == folio).order_by(TramiteEventRow.id)
    return session.scalars(query).all()


def overdue(session: Session, today: date, limit: int = 500) -> list[Tramite]:
    """Open payoffs whose day of payment has passed, locked; those that another process holds are left to it."""
    query = select(TramiteRow).where(TramiteRow.state == "abierta", TramiteRow.payoff_due_on < today)
    return [tramite_of(row) for row in session.scalars(query.limit(limit).with_for_update(skip_locked=True))]
