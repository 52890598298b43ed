"""HTTP of the siniestralidad report."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import FileResponse, Response, StreamingResponse
from sqlalchemy.orm import Session
from starlette.background import BackgroundTask

from common.access import Actor, require
from common.database import new_session, session_dependency
from policy_backend.audit.store import record
from policy_backend.siniestralidad import files, store
from policy_backend.siniestralidad.model import Row
from policy_backend.web import GUARDED, Clean

router = APIRouter(prefix="/api/v1/reports", tags=["reports"], responses=GUARDED)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The report",
        "content": {
            "application/json": {"schema": {"type": "object"}},
            "text/csv": {"schema": {"type": "string"}},
            XLSX: {"schema": {"type": "string", "format": "binary"}},
        },
    }
}


def _pieces(make: Callable[[Iterable[Row]], Iterator[str]], month: date, policy: str | None) -> Iterator[str]:
    """The pieces of a file over a session of their own, open while they are sent."""
    with new_session() as session:
        yield from make(store.rows(session, month, policy))


@router.get("/siniestralidad", responses=FORMATS, response_class=Response)
def siniestralidad(
    session: Annotated[Session, Depends(session_dependency)],
    actor: Annotated[Actor, Depends(require("reports:read"))],
    month: Annotated[
        str, Query(pattern="^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$", description="month of the report, YYYY-MM")
    ],
    policy: Annotated[Clean | None, Query(description="policy number; all policies when absent")] = None,
    format: Annotated[Literal["xlsx", "csv", "json"], Query(description="kind of file")] = "json",
) -> Response:
    """The claims reported in a month, with the fleet contract's columns in its order."""
    first = date.fromisoformat(f"{month}-01")
    record(session, actor, "report.siniestralidad", "report", month, {"policy": policy, "format": format})
    session.commit()
    name = f"siniestralidad-{month}.{format}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if format == "csv":
        return StreamingResponse(_pieces(files.csv_lines, first, policy), media_type="text/csv", headers=headers)
    if format == "json":
        pieces = _pieces(lambda rows: files.json_lines(rows, month, policy), first, policy)
        return StreamingResponse(pieces, media_type="application/json")
    with tempfile.NamedTemporaryFile(suffix=".xlsx", delete=False) as file:
        path = Path(file.name)
    try:
        files.write_xlsx(store.rows(session, first, policy), path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return FileResponse(path, media_type=XLSX, filename=name, background=BackgroundTask(path.unlink, missing_ok=True))
