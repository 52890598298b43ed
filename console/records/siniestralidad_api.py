"""The siniestralidad page: a month as the fleet contract wants it, to look at and to download."""

from datetime import date
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse
from sqlalchemy.orm import Session

from common import clock
from common.database import session_dependency
from console.people.access import Visitor, signed_in
from console.trail import note
from console.web import page
from policy_backend.siniestralidad import store
from policy_backend.siniestralidad.model import COLUMNS

router = APIRouter(prefix="/console/siniestralidad", include_in_schema=False)
Text = Annotated[str, Query(max_length=60)]
SHOWN = 200
HIDDEN = {"Número de póliza", "Número de serie", "Número de placas del vehículo"}


def month_of(text: str) -> date:
    """The first day of a month written YYYY-MM; this month for anything else."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return clock.today().replace(day=1)


@router.get("")
def siniestralidad_page(
    request: Request,
    month: Text = "",
    policy: Text = "",
    visitor: Visitor = Depends(signed_in("reports:read")),
    db: Session = Depends(session_dependency),
) -> HTMLResponse:
    """The first rows of the month's report, and its downloads; the whole of it is in the files."""
    first = month_of(month)
    rows = list(islice(store.rows(db, first, policy.strip() or None), SHOWN + 1))
    note(db, visitor.actor, "siniestralidad.read", "report", f"{first:%Y-%m}", {"policy": bool(policy.strip())})
    db.commit()
    return page(
        request,
        "siniestralidad.html",
        visitor,
        db=db,
        columns=COLUMNS,
        hidden=HIDDEN,
        rows=rows[:SHOWN],
        more=len(rows) > SHOWN,
        month=f"{first:%Y-%m}",
        policy=policy,
        personal=visitor.sees_personal_data(),
    )
