"""How the premium of a policy of the book stands at an instant, for each of its units."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from policy_backend.coverage.book import policy_as_of, unit_as_of
from policy_backend.coverage.check import OUT_OF_VIGENCIA
from policy_backend.coverage.clocks import Moment
from policy_backend.coverage.loss import Installment, PolicyAsOf
from policy_backend.coverage.payments import SEVERITY, payment_state
from policy_backend.coverage.vigencia import in_force
from policy_backend.policies.model import Policy
from policy_backend.products.schema import Product

BY_SEVERITY = (*SEVERITY, "fleet_arrears", OUT_OF_VIGENCIA)


def unit_statuses(policy: Policy, product: Product, at: datetime, insurer: ZoneInfo) -> dict[int, str]:
    """{inciso: status} of the policy's units at `at`, on the insurer's clock, in the words of codes.md. Pure."""
    book, moment = policy_as_of(policy, at), Moment(at, insurer, insurer)
    if not in_force(book, product.vigencia, moment).inside:
        return {unit.inciso: OUT_OF_VIGENCIA for unit in policy.units}
    found: dict[int, str] = {}
    if policy.fleet and product.payment.fleet_pays_as_one:
        by_use: dict[str, str] = {}
        for unit in map(unit_as_of, policy.units):
            if unit.use not in by_use:
                by_use[unit.use] = payment_state(book, unit, product.payment, moment).status
            found[unit.inciso] = by_use[unit.use]
        return found
    counting = _by_unit(book)
    for unit in map(unit_as_of, policy.units):
        own = replace(book, installments=(*counting[None], *counting[unit.inciso]))
        found[unit.inciso] = payment_state(own, unit, product.payment, moment).status
    return found


def _by_unit(book: PolicyAsOf) -> dict[int | None, list[Installment]]:
    """The fractions of each unit, and under None those of the whole policy: a large fleet is gone through once."""
    grouped: dict[int | None, list[Installment]] = defaultdict(list)
    for item in book.installments:
        grouped[item.inciso].append(item)
    return grouped


def worst(statuses: dict[int, str]) -> str | None:
    """The status of a policy: its worst unit's. None without units."""
    return max(statuses.values(), key=BY_SEVERITY.index, default=None)
