"""Writing the book, a policy at a time; the bulk road is policies/importing."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from common.text import fold
from policy_backend.policies.model import FinancingPlan, Policy, Unit, number_key, plates_key, vin_key
from policy_backend.policies.store.holders import holder_id
from policy_backend.policies.store.tables import FinancingPlanRow, InstallmentRow, PolicyRow, UnitRow


def unit_row(policy_id: int, unit: Unit) -> UnitRow:
    """The row of a unit, canonical columns filled."""
    v = unit.vehicle
    return UnitRow(
        policy_id=policy_id, inciso=unit.inciso, make=v.make, model=v.model, year=v.year, color=v.color,
        plates=v.plates, vin=v.vin, kind=v.kind,
        make_key=fold(v.make) if v.make else None, model_key=fold(v.model) if v.model else None,
        plates_key=plates_key(v.plates) if v.plates else None, vin_key=vin_key(v.vin) if v.vin else None,
        use=unit.use, entity=unit.entity, habitual_driver=unit.habitual_driver, cancelled_at=unit.cancelled_at,
        coverages=unit.coverages,
    )  # fmt: skip


def cancel_policy(session: Session, number: str, at: datetime) -> None:
    """Write that the policy of this number, where the book has it, is cancelled from `at` on."""
    session.execute(update(PolicyRow).where(PolicyRow.number_key == number_key(number)).values(cancelled_from=at))


def save_policy(session: Session, policy: Policy) -> int:
    """Write a policy with its units and instalments, in place of the one with the same number; returns its id."""
    values = {
        "number": policy.number,
        "product": policy.product,
        "package": policy.package,
        "holder_id": holder_id(session, policy.holder),
        "fleet": policy.fleet,
        "starts_at": policy.starts_at,
        "ends_at": policy.ends_at,
    }
    statement = insert(PolicyRow).values(number_key=number_key(policy.number), **values)
    policy_id = session.execute(
        statement.on_conflict_do_update(index_elements=["number_key"], set_=values).returning(PolicyRow.id)
    ).scalar_one()
    session.execute(delete(UnitRow).where(UnitRow.policy_id == policy_id))
    session.execute(delete(InstallmentRow).where(InstallmentRow.policy_id == policy_id))
    session.add_all(unit_row(policy_id, unit) for unit in policy.units)
    session.add_all(
        InstallmentRow(
            policy_id=policy_id, inciso=f.inciso, due_at=f.due_at, amount=f.amount, paid_at=f.paid_at,
            grace_until=f.grace_until,
        )
        for f in policy.installments
    )  # fmt: skip
    session.flush()
    return policy_id


def save_financing_plan(session: Session, plan: FinancingPlan) -> None:
    """Write a financing plan, in place of the one of the same group and member."""
    session.merge(
        FinancingPlanRow(
            group_key=number_key(plan.group), member_key=number_key(plan.member), plan_group=plan.group,
            member=plan.member, holder=plan.holder, policy_number=plan.policy_number, balance=plan.balance,
            stage=plan.stage,
        )
    )  # fmt: skip
    session.flush()
