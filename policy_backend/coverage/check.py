"""The coverage check: pure, from the policy as of the event, the unit, the product and the loss to the answer."""

from datetime import datetime
from zoneinfo import ZoneInfo

from policy_backend.coverage.answer import CoverageCheck, Flag, ServiceTimes
from policy_backend.coverage.assistance import CODE as ASSISTANCE
from policy_backend.coverage.assistance import Assistance, assistance
from policy_backend.coverage.at_stake import AtStake, at_stake, describe
from policy_backend.coverage.clocks import INSURER_ZONE, Moment, place_zone
from policy_backend.coverage.deductibles import Circumstances
from policy_backend.coverage.flags import facts_to_ask, raise_flags
from policy_backend.coverage.loss import Facts, Loss, PolicyAsOf, UnitAsOf
from policy_backend.coverage.payments import FINE, payment_state
from policy_backend.coverage.rulebook import IncidentRules, rulebook
from policy_backend.coverage.service_times import service_times
from policy_backend.coverage.signals import Standing, Values, signals
from policy_backend.coverage.total_loss import Estimate, estimate
from policy_backend.coverage.vigencia import in_force
from policy_backend.products.schema import Product

OUT_OF_VIGENCIA = "out_of_vigencia"
UNPAID = "El estado de pago de la póliza necesita revisión antes de confirmar esta cobertura."
OUTSIDE = "El evento ocurrió fuera de la vigencia de la póliza."


def _decision(standing: Standing, flags: list[Flag], stake: list[AtStake], undecided: bool) -> str:
    """codes.md, "A coverage check's words": the first that fits. An undecided incident is left to a person."""
    if not standing.vigencia.inside:
        return "not_covered" if standing.vigencia.far else "review"
    if undecided or standing.payment_status not in FINE or any(flag.effect != "INFO" for flag in flags):
        return "review"
    return "covered" if any(item.answers for item in stake) else "not_covered"


def _missing(product: Product, stake: list[AtStake]) -> list[Flag]:
    """The flag that says that nothing on the carátula answers (T-08), where the product has one and it is so."""
    rule = product.flags.get("T-08")
    used_up = any(item.speaker.answers.status == "review" for item in stake)
    return [Flag("T-08", rule.effect, rule.clause, rule.explanation)] if rule and not used_up else []


def _documents(product: Product, rules: IncidentRules, stake: list[AtStake], loss: Estimate | None) -> tuple[str, ...]:
    found = list(rules.documents)
    keys = [key for item in stake if item.answers for key in item.speaker.coverage.documents]
    if loss and loss.answer.reached:
        keys.extend(product.total_loss.documents)
    found.extend(product.sentences[key].text for key in keys)
    return tuple(dict.fromkeys(found))


def _instructions(product: Product, rules: IncidentRules, loss: Loss) -> tuple[str, ...]:
    more = "medical_pass" if (loss.facts.injured or 0) > 0 and "medical_pass" in product.sentences else None
    return (*rules.instructions, product.sentences[more].text) if more else rules.instructions


def _doubt(standing: Standing, undecided: str | None) -> str | None:
    """Why no coverage can be confirmed, whatever the flags say."""
    if not standing.vigencia.inside:
        return OUTSIDE
    return UNPAID if standing.payment_status not in FINE else undecided


def _note(item: AtStake, help_: Assistance) -> str | None:
    """What the roadside tier gives for the service asked for."""
    if item.speaker.code != ASSISTANCE or not help_.note:
        return None
    return f"{help_.note}, hasta {help_.limit:,.0f} pesos." if help_.limit is not None else f"{help_.note}."


def _place_question(product: Product, facts: Facts, sla: ServiceTimes, help_: Assistance, abroad: bool) -> list[str]:
    """What to ask of the place where the promised times or the service depend on it and it is not clear yet."""
    timed = product.service.metropolitan is not None and sla.zone is None
    if abroad or not (timed or help_.service_outside is None):
        return []
    return [name for name in ("municipality", "state") if getattr(facts, name) is None][:1]


def _questions(stake: list[AtStake], asked: list[str], place: list[str]) -> tuple[str, ...]:
    return facts_to_ask([*(name for item in stake for name in item.unknown), *asked, *place])


def check(
    policy: PolicyAsOf,
    unit: UnitAsOf,
    product: Product,
    loss: Loss,
    *,
    asked_at: datetime | None = None,
    insurer: ZoneInfo = INSURER_ZONE,
) -> CoverageCheck:
    """What the product says about this loss: advice, never a refusal (contracts/README.md 3, codes.md).

    `asked_at` starts the clock of the promised times when the loss has no `reported_at`. Pure: no clock, no I/O.
    """
    book, facts, at = rulebook(product), loss.facts, loss.occurred_at
    rules = book.by_incident[loss.incident_type]
    place = place_zone(facts.state, facts.municipality, insurer)
    moment = Moment(at, insurer, place)
    vigencia = in_force(policy, product.vigencia, moment)
    payment = payment_state(policy, unit, product.payment, moment)
    status = payment.status if vigencia.inside else OUT_OF_VIGENCIA
    damage = estimate(unit, facts, product.total_loss) if rules.own_damage else None
    help_ = assistance(policy, unit, product, facts)
    group = book.use_groups.get(unit.use, "commercial")
    standing = Standing(vigencia, status, payment.in_gap and vigencia.inside, damage, help_, group)
    values: Values = signals(loss, unit, product, standing, place)
    stake = at_stake(rules.speakers, values)
    flags, asked = raise_flags(rules.watches, values)
    decision = _decision(standing, flags, stake, rules.undecided is not None)
    if vigencia.inside and decision == "not_covered":
        flags.extend(_missing(product, stake))
    doubt = _doubt(standing, rules.undecided)
    sla = service_times(product, loss.incident_type, facts, asked_at)
    place_asked = _place_question(product, facts, sla, help_, values["abroad"])
    around = Circumstances(unit, facts, loss.incident_type, group, at.astimezone(place).date())
    return CoverageCheck(
        decision=decision,
        coverages=tuple(describe(item, flags, doubt, around, _note(item, help_)) for item in stake),
        payment_status=status,
        flags=tuple(flags),
        total_loss=damage.answer if damage else None,
        documents=_documents(product, rules, stake, damage),
        instructions=_instructions(product, rules, loss),
        sla=sla,
        open_questions=_questions(stake, asked, place_asked),
    )


def check_unidentified(
    product: Product,
    loss: Loss,
    policy: PolicyAsOf | None = None,
    *,
    asked_at: datetime | None = None,
    insurer: ZoneInfo = INSURER_ZONE,
) -> CoverageCheck:
    """The answer when the policy is not in the book (`policy` None) or its unit is not known: always `review`.

    `product` gives the texts; promised times and the fleet's payment status only where the policy is known.
    """
    rules = rulebook(product).by_incident[loss.incident_type]
    status, sla = None, ServiceTimes()
    if policy is not None:
        place = place_zone(loss.facts.state, loss.facts.municipality, insurer)
        moment = Moment(loss.occurred_at, insurer, place)
        vigencia = in_force(policy, product.vigencia, moment)
        payment = payment_state(policy, None, product.payment, moment)
        status = payment.status if vigencia.inside else OUT_OF_VIGENCIA
        sla = service_times(product, loss.incident_type, loss.facts, asked_at)
    return CoverageCheck(
        decision="review",
        payment_status=status,
        documents=rules.documents,
        instructions=_instructions(product, rules, loss),
        sla=sla,
        open_questions=("policy_number",) if policy is None else ("inciso",),
    )
