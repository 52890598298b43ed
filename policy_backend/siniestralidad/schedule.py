"""The report on schedule: within the first five business days, one file for each policy whose contract asks for it."""

from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from common import clock
from common.settings import settings
from policy_backend.policies.store.tables import PolicyRow
from policy_backend.siniestralidad import files, store
from policy_backend.siniestralidad.model import month_bounds
from policy_backend.siniestralidad.store import midnight
from policy_backend.tramites.model.calendar import add_business_days

PRODUCTS_WITH_REPORT = ("sector-hacienda",)
BUSINESS_DAYS = 5


def last_day(month: date) -> date:
    """The last day to deliver the report of a month: the fifth business day of the next one (s4:411, s4:507)."""
    _, next_month = month_bounds(month)
    return add_business_days(next_month - timedelta(days=1), BUSINESS_DAYS)


def folder() -> Path:
    """Where the scheduled reports are kept, outside of what is served."""
    return settings().data_dir / "reports"


def write_due(session: Session) -> list[Path]:
    """Write last month's report of every policy that has it and was in force then, unless it is there; a daily task."""
    month = (clock.today().replace(day=1) - timedelta(days=1)).replace(day=1)
    first, next_month = month_bounds(month)
    query = select(PolicyRow.number, PolicyRow.number_key).where(
        PolicyRow.product.in_(PRODUCTS_WITH_REPORT),
        PolicyRow.starts_at < midnight(next_month),
        PolicyRow.ends_at > midnight(first),
    )
    written = []
    for number, key in session.execute(query).all():
        path = folder() / f"siniestralidad-{key}-{month:%Y-%m}.xlsx"
        if path.exists():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        files.write_xlsx(store.rows(session, month, number), partial)
        partial.replace(path)
        written.append(path)
    return written
