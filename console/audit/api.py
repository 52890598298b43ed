"""The audit page and its sheets."""

import json
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response
from sqlalchemy.orm import Session

from common.database import session_dependency
from console.audit import store
from console.exports.sheets import file_response
from console.people.access import Visitor, signed_in
from console.search.api import day
from console.trail import note
from console.views.store import views_of
from console.web import RowId, page

router = APIRouter(prefix="/console/audit", include_in_schema=False)
Db = Depends(session_dependency)
Auditor = Depends(signed_in("audit:read"))
Text = Annotated[str, Query(max_length=120)]
HEADER = ("Cuándo", "Quién", "Tipo", "Qué hizo", "Código", "Sobre", "Cuál", "Detalle")


def wanted(
    actor: Text = "", action: Text = "", subject: Text = "", subject_id: Text = "", since: Text = "", until: Text = ""
) -> store.Wanted:
    """Which acts the URL asks for."""
    return store.Wanted(actor.strip(), action, subject, subject_id, day(since), day(until))


@router.get("")
def audit_page(
    request: Request,
    asked: store.Wanted = Depends(wanted),
    before: RowId | None = Query(None, ge=1),
    visitor: Visitor = Auditor,
    db: Session = Db,
) -> HTMLResponse:
    """Who looked at or changed what, the latest first."""
    found = store.acts(db, asked, before=before, limit=store.PAGE + 1)
    return page(
        request,
        "audit.html",
        visitor,
        db=db,
        acts=found[: store.PAGE],
        older=found[store.PAGE - 1].id if len(found) > store.PAGE else None,
        asked=asked,
        actions=store.ACTIONS,
        subjects=store.SUBJECTS,
        detail=store.detail_text,
        views=views_of(db, visitor.id, "/console/audit"),
    )


@router.get("/acts.{kind}")
def export_acts(
    kind: str, asked: store.Wanted = Depends(wanted), visitor: Visitor = Auditor, db: Session = Db
) -> Response:
    """The acts that the filters show, as XLSX or CSV, at most 50,000."""
    rows = [
        (
            act.at, act.actor_name, act.actor_kind, store.ACTIONS.get(act.action, act.action), act.action,
            store.SUBJECTS.get(act.subject, act.subject), act.subject_id,
            json.dumps(act.detail, ensure_ascii=False) if act.detail else None,
        )
        for act in store.acts(db, asked, limit=store.LONGEST_EXPORT)
    ]  # fmt: skip
    note(db, visitor.actor, "export.audit", "audit", "", {"rows": len(rows)})
    db.commit()
    return file_response("bitacora", kind, HEADER, rows)
