"""Use cases of trámites: start a payoff or an endoso, take a step, let the days of payment that passed be known."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from common import clock
from common.access import SYSTEM, Actor
from policy_backend.policies import store as policies
from policy_backend.policies.model import number_key
from policy_backend.policies.model.book import noon
from policy_backend.tramites import store
from policy_backend.tramites.model.folio import Party, Tramite
from policy_backend.tramites.model.payoff import new_items
from policy_backend.tramites.model.transitions import take
from policy_backend.tramites.store.rows import by_key


class KeyReused(Exception):
    """The key belongs to another request; the message is its folio."""


def _another(known: Tramite, asked: Tramite) -> bool:
    """Whether `asked` is for another plan or movement than the trámite of the same key."""
    if (known.kind, known.data.get("movement")) != (asked.kind, asked.data.get("movement")):
        return True
    pairs = [(known.group, asked.group), (known.member, asked.member), (known.policy_number, asked.policy_number)]
    return any(new and number_key(new) != number_key(old or "") for old, new in pairs)


def start(
    session: Session,
    tramite: Tramite,
    actor: Actor,
    idempotency_key: str | None = None,
) -> Tramite:
    """Give the request a folio, the same for the same key; the balance of a plan in the book is read at once.

    Raises KeyReused when the key gave a folio to another request.
    """
    if idempotency_key is not None:
        session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"tramite:{idempotency_key}", 0))))
        known = by_key(session, idempotency_key)
        if known is not None:
            if _another(known, tramite):
                raise KeyReused(known.folio)
            return known
    today = clock.today()
    plan = policies.financing_plan(session, tramite.group or "", tramite.member or "")
    if plan is not None:
        tramite.group, tramite.member, tramite.holder = plan.group, plan.member, plan.holder
        tramite.policy_number = tramite.policy_number or plan.policy_number
        tramite.balance, tramite.stage = plan.balance, plan.stage
    elif tramite.kind == "payoff":
        tramite.flag("El plan no está en los registros: verificar grupo e integrante.")
    if tramite.kind == "payoff":
        tramite.items = new_items(today)
        tramite.state = "en_ruta" if plan is not None else "recibida"
    tramite.since = today
    return store.create(session, tramite, actor, idempotency_key)


def step(session: Session, tramite: Tramite, event: str, party: Party, data: dict[str, Any], actor: Actor) -> Tramite:
    """Take a step and store it. Raises TransitionRefused or IncompleteData and then stores nothing."""
    after = take(tramite, event, party, data, clock.today())
    if after.cancelled_from and not tramite.cancelled_from and after.policy_number:
        policies.cancel_policy(session, after.policy_number, noon(after.cancelled_from, clock.local_zone()))
    store.save(session, after, event, party, actor, data)
    return after


def pass_due_days(session: Session) -> int:
    """Move every open payoff whose day passed without deposit to `incumplida`; returns how many. For a daily task."""
    late = store.overdue(session, clock.today())
    for tramite in late:
        step(session, tramite, "pass_due", "sistema", {}, SYSTEM)
    return len(late)
