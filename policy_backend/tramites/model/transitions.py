"""Taking a step: the event's state and actor are checked, then its own guard, and only then anything changes."""

from copy import deepcopy
from datetime import date
from typing import Any, get_args

from policy_backend.tramites.model import endosos, payoff
from policy_backend.tramites.model.folio import Party, Tramite, TransitionRefused

EVENTS = (*payoff.STEPS, *(name for name in endosos.STEPS if name not in payoff.STEPS))
PARTIES: tuple[Party, ...] = get_args(Party)


def _steps(tramite: Tramite) -> dict[str, payoff.Step]:
    return payoff.STEPS if tramite.kind == "payoff" else endosos.STEPS


def possible_events(tramite: Tramite) -> list[str]:
    """The events that the present state allows, whatever their guards."""
    return [name for name, step in _steps(tramite).items() if tramite.state in step.states]


def take(tramite: Tramite, event: str, actor: Party, data: dict[str, Any], today: date) -> Tramite:
    """The trámite after `event`; the one given is not touched. Raises TransitionRefused or IncompleteData."""
    step = _steps(tramite).get(event)
    if step is None or tramite.state not in step.states:
        allowed = ", ".join(possible_events(tramite)) or "nada"
        raise TransitionRefused(f"Un trámite en {tramite.state!r} no admite {event!r}; admite: {allowed}.")
    if actor not in step.actors:
        raise TransitionRefused(f"{event!r} corresponde a {' o '.join(step.actors)}, no a {actor}.")
    after = deepcopy(tramite)
    step.effect(after, data, today)
    return after
