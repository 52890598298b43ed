"""Report numbers from a sequence a year."""

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from policy_backend.claims.model.numbers import make_number
from policy_backend.claims.store.tables import ReportSequenceRow


def next_number(session: Session, year: int) -> str:
    """The next report number of `year`, inside the caller's transaction.

    The year's row stays locked until that transaction ends, and goes back with it: no number is given twice, none is
    skipped. Take it last, so that the lock is short.
    """
    statement = insert(ReportSequenceRow).values(year=year, last=1)
    statement = statement.on_conflict_do_update(index_elements=["year"], set_={"last": ReportSequenceRow.last + 1})
    return make_number(year, session.execute(statement.returning(ReportSequenceRow.last)).scalar_one())
