"""The measures page, its pictures and its sheets."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response
from sqlalchemy.orm import Session

from common.database import session_dependency
from common.problems import NotFound
from console.exports.sheets import file_response
from console.measures.charts import svg
from console.measures.model import Measure
from console.measures.store import WINDOWS, counted_at, measures
from console.people.access import Visitor, signed_in
from console.trail import note
from console.web import page

router = APIRouter(prefix="/console/measures", include_in_schema=False)
Db = Depends(session_dependency)
Reader = Depends(signed_in("measures"))
Days = Annotated[str, Query(max_length=4)]
Step = Annotated[str, Query(pattern="^(day|month)$")]
CHART_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def _asked(days: str, step: str) -> tuple[int, str]:
    return WINDOWS.get(days, 30), step


def _one(db: Session, name: str, days: str, step: str) -> Measure:
    for measure in measures(db, *_asked(days, step), name=name):
        return measure
    raise NotFound("Esa medida no existe.")


@router.get("")
def measures_page(
    request: Request, days: Days = "30", step: Step = "day", visitor: Visitor = Reader, db: Session = Db
) -> HTMLResponse:
    """Every measure as a chart with its table."""
    return page(
        request,
        "measures.html",
        visitor,
        db=db,
        measures=measures(db, *_asked(days, step)),
        counted_at=counted_at(db),
        days=days if days in WINDOWS else "30",
        step=step,
        windows=WINDOWS,
        theme=visitor.operator.preferences.get("theme", "auto"),
    )


@router.get("/{name}.svg")
def chart(
    name: str,
    days: Days = "30",
    step: Step = "day",
    dark: bool = False,
    visitor: Visitor = Reader,
    db: Session = Db,
) -> Response:
    """One chart. Its policy lets it style itself and nothing else."""
    content = svg(_one(db, name, days, step), dark=dark)
    headers = {"content-security-policy": CHART_POLICY, "cache-control": "private, max-age=60"}
    return Response(content, media_type="image/svg+xml", headers=headers)


@router.get("/{name}.{kind}")
def sheet(
    name: str, kind: str, days: Days = "30", step: Step = "day", visitor: Visitor = Reader, db: Session = Db
) -> Response:
    """One measure's table as XLSX or CSV."""
    measure = _one(db, name, days, step)
    note(db, visitor.actor, "export.measure", "measure", name)
    db.commit()
    rows = [[label, *(line.values[place] for line in measure.series)] for place, label in enumerate(measure.labels)]
    return file_response(name, kind, ["", *(line.name for line in measure.series)], rows)
