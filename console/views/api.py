"""Keeping and forgetting views."""

from fastapi import APIRouter, Depends, Form
from fastapi.responses import Response
from sqlalchemy.orm import Session

from common.database import session_dependency
from console.people.access import Visitor, signed_in
from console.views import store
from console.web import RowId, back

router = APIRouter(prefix="/console/views", include_in_schema=False)
Db = Depends(session_dependency)
Person = Depends(signed_in("console"))


@router.post("")
def save(
    path: str = Form("", max_length=200),
    query: str = Form("", max_length=2000),
    name: str = Form("", max_length=200),
    shared: bool = Form(False),
    visitor: Visitor = Person,
    db: Session = Db,
) -> Response:
    """Keep the page with its filters; only supervision shares with everybody."""
    store.save(db, visitor.id, path, query, name, shared and visitor.may("views:share"))
    return back(visitor, db, f"{path}?{query.lstrip('?')}", f"Vista «{name.strip()}» guardada.")


@router.post("/{view_id}/forget")
def forget(view_id: RowId, visitor: Visitor = Person, db: Session = Db) -> Response:
    """Remove one's own view."""
    view = store.forget(db, visitor.id, view_id)
    return back(visitor, db, view.path, f"Vista «{view.name}» eliminada.")
