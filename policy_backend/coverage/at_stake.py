"""Which coverages speak to a loss, and which of them answer for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from policy_backend.coverage.amounts import decimal
from policy_backend.coverage.answer import CoverageAnswer, Flag
from policy_backend.coverage.deductibles import Circumstances, deductible
from policy_backend.coverage.rulebook import Speaker
from policy_backend.coverage.signals import Values

NOT_CONTRACTED = "La carátula no la muestra contratada."
TO_CONFIRM = "Falta confirmarlo."


@dataclass(frozen=True, slots=True)
class AtStake:
    """A coverage that speaks to the loss. `answers`: contracted, and not denied by the facts."""

    speaker: Speaker
    contracted: bool
    answers: bool
    unknown: tuple[str, ...]


def at_stake(speakers: Iterable[Speaker], values: Values) -> list[AtStake]:
    """The coverages to show, each once, in the product's order; those whose condition the facts deny are left out."""
    found: dict[str, AtStake] = {}
    for speaker in speakers:
        rule = speaker.answers
        holds = rule.condition.holds(values)
        contracted = speaker.code in values.contracted
        if holds is False or not (contracted or (rule.role == "main" and rule.show_missing)):
            continue
        if holds is None and rule.kinds and values["vehicle_kind"] not in rule.kinds:
            continue
        unknown = tuple(name for name in rule.condition.names if values[name] is None)
        answers = contracted and (rule.role == "main" or (rule.role == "also" and holds is True))
        earlier = found.get(speaker.code)
        if earlier is None or (answers and not earlier.answers):
            found[speaker.code] = AtStake(speaker, contracted, answers, unknown)
    return list(found.values())


def describe(
    item: AtStake, flags: Iterable[Flag], doubt: str | None, circumstances: Circumstances, note: str | None
) -> CoverageAnswer:
    """The coverage as the answer shows it: review where a flag or the policy's state touches it."""
    code, coverage = item.speaker.code, item.speaker.coverage
    clause = item.speaker.clause
    if not item.contracted:
        return CoverageAnswer(code, coverage.name, "not_contracted", NOT_CONTRACTED, clause)
    raised = [flag for flag in flags if flag.effect != "INFO" and (not flag.coverages or code in flag.coverages)]
    status = "review" if doubt or raised else item.speaker.answers.status
    plain = item.speaker.answers.reason or coverage.protects
    if item.unknown:
        plain = f"{plain} {TO_CONFIRM}"
    reason = doubt or (raised[0].explanation if raised else plain)
    return CoverageAnswer(
        code=code,
        name=coverage.name,
        status=status,
        reason=f"{reason} {note}" if note else reason,
        clause=raised[0].clause if raised and not doubt else clause,
        sum_insured=decimal(circumstances.unit.coverages[code].get("sum_insured")),
        deductible=deductible(code, coverage, circumstances),
    )
