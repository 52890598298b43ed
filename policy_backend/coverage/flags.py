"""Triage flags and contradictions that a loss raises, and the questions whose answers could raise more."""

from collections.abc import Iterable

from policy_backend.coverage.answer import Flag
from policy_backend.coverage.loss import FACT_NAMES
from policy_backend.coverage.rulebook import Watch
from policy_backend.coverage.signals import ASKED_AS, Values


def raise_flags(watches: Iterable[Watch], values: Values) -> tuple[list[Flag], list[str]]:
    """(the flags whose condition holds for a contracted coverage, the facts to ask for that could raise another)."""
    raised: list[Flag] = []
    asked: list[str] = []
    for watch in watches:
        if watch.coverages is not None and watch.coverages.isdisjoint(values.contracted):
            continue
        holds, unknown = watch.condition.evaluate(values)
        if holds:
            coverages = () if watch.coverages is None else tuple(sorted(watch.coverages))
            raised.append(Flag(watch.code, watch.effect, watch.clause, watch.explanation, coverages))
        elif holds is None and watch.asks and (not watch.ask_kinds or values["vehicle_kind"] in watch.ask_kinds):
            asked.extend(unknown)
    return raised, asked


def facts_to_ask(names: Iterable[str]) -> tuple[str, ...]:
    """Facts of codes.md behind unknown facts and signals, each once, in the order met."""
    facts = (ASKED_AS.get(name, name) for name in names)
    return tuple(dict.fromkeys(name for name in facts if name in FACT_NAMES))
