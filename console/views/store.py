"""Saved views: keeping, listing and forgetting them."""

import uuid
from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from common.problems import Invalid, NotFound
from console.views.tables import SavedView

PAGES = ("/console", "/console/search", "/console/review", "/console/audit", "/console/policies")


def views_of(session: Session, operator_id: uuid.UUID, path: str) -> Sequence[SavedView]:
    """The operator's views of a page, and those that others share."""
    mine = or_(SavedView.operator_id == operator_id, SavedView.shared)
    return session.scalars(select(SavedView).where(SavedView.path == path, mine).order_by(SavedView.name)).all()


def save(session: Session, operator_id: uuid.UUID, path: str, query: str, name: str, shared: bool) -> None:
    """Keep the page with its filters under a name, in place of the one of the same name. Raises Invalid."""
    if path not in PAGES or not name.strip() or len(name) > 60 or len(query) > 1000:
        raise Invalid("Escriba un nombre corto para la vista.")
    values = {"query": query.lstrip("?"), "shared": shared}
    statement = insert(SavedView).values(operator_id=operator_id, path=path, name=name.strip(), **values)
    session.execute(statement.on_conflict_do_update(constraint="uq_saved_views_operator_id_path_name", set_=values))


def forget(session: Session, operator_id: uuid.UUID, view_id: int) -> SavedView:
    """Remove one of the operator's own views. Raises NotFound."""
    view = session.get(SavedView, view_id)
    if view is None or view.operator_id != operator_id:
        raise NotFound("Esa vista no existe o es de otra persona.")
    session.delete(view)
    return view
