"""The page of people: administrators add, disable, reset and unlock; every act is audited."""

import uuid

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from common.database import session_dependency
from common.problems import Conflict, Invalid
from common.settings import settings
from console.people import store
from console.people.access import Visitor, signed_in
from console.people.model import ROLE_NAMES, Operator, OperatorSession, Role, SignInThrottle, wall_clock
from console.trail import note
from console.web import back, page

router = APIRouter(prefix="/console/people", include_in_schema=False)
Db = Depends(session_dependency)
Administrator = Depends(signed_in("people:manage"))


def link_url(token: str) -> str:
    """Where a one-time link leads."""
    return f"{settings().public_url.rstrip('/')}/console/password/{token}"


@router.get("")
def people(request: Request, visitor: Visitor = Administrator, db: Session = Db) -> HTMLResponse:
    """Everyone, with their role, second factor, open sessions and lock-out."""
    return _people(request, visitor, db)


def _people(request: Request, visitor: Visitor, db: Session, status: int = 200, **shown: object) -> HTMLResponse:
    open_sessions = (
        select(OperatorSession.operator_id, func.count())
        .where(OperatorSession.revoked_at.is_(None), OperatorSession.expires_at > wall_clock())
        .group_by(OperatorSession.operator_id)
    )
    locked = select(SignInThrottle.key).where(SignInThrottle.locked_until > wall_clock())
    context: dict[str, object] = {"link": None, "fault": None, "form": {}} | shown
    return page(
        request,
        "people.html",
        visitor,
        db=db,
        status=status,
        people=store.list_all(db),
        sessions=dict(db.execute(open_sessions).all()),
        locked=set(db.scalars(locked)),
        roles=ROLE_NAMES,
        **context,
    )


@router.post("")
def add(
    request: Request,
    username: str = Form("", max_length=200),
    full_name: str = Form("", max_length=300),
    email: str = Form("", max_length=300),
    role: str = Form("operator"),
    visitor: Visitor = Administrator,
    db: Session = Db,
) -> Response:
    """Add a person; their one-time link is shown once."""
    try:
        if role not in set(Role):
            raise Invalid("Esa función no existe.")
        operator = store.add(db, username=username, full_name=full_name, role=Role(role), email=email)
    except (Invalid, Conflict) as problem:
        db.rollback()
        form = {"username": username, "full_name": full_name, "email": email, "role": role}
        return _people(request, visitor, db, problem.status, fault=problem.detail, form=form)
    token = store.issue_password_link(db, operator)
    note(db, visitor.actor, "person.added", "operator", str(operator.id), {"username": operator.username, "role": role})
    db.commit()
    return _people(request, visitor, db, link=(operator, link_url(token)))


def _acted(visitor: Visitor, db: Session, operator: Operator, action: str, told: str, **detail: object) -> Response:
    """After an act on a person: audit it and go back to the list, which says what was done."""
    note(db, visitor.actor, action, "operator", str(operator.id), detail or None)
    return back(visitor, db, "/console/people", f"{operator.full_name}{told}")


@router.post("/{person}/link")
def new_link(request: Request, person: uuid.UUID, visitor: Visitor = Administrator, db: Session = Db) -> Response:
    """A fresh one-time link for somebody who forgot the password."""
    operator = store.get(db, person)
    token = store.issue_password_link(db, operator)
    note(db, visitor.actor, "person.link", "operator", str(person))
    db.commit()
    return _people(request, visitor, db, link=(operator, link_url(token)))


@router.post("/{person}/disable")
def disable(person: uuid.UUID, visitor: Visitor = Administrator, db: Session = Db) -> Response:
    """Close the door to a person, at once."""
    operator = store.get(db, person)
    store.disable(db, operator)
    return _acted(visitor, db, operator, "person.disabled", " ya no puede entrar.")


@router.post("/{person}/enable")
def enable(person: uuid.UUID, visitor: Visitor = Administrator, db: Session = Db) -> Response:
    """Open it again."""
    operator = store.get(db, person)
    store.enable(db, operator)
    return _acted(visitor, db, operator, "person.enabled", " puede entrar de nuevo.")


@router.post("/{person}/role")
def change_role(
    person: uuid.UUID, role: str = Form(""), visitor: Visitor = Administrator, db: Session = Db
) -> Response:
    """Give a person another role; their sessions end."""
    if role not in set(Role):
        raise Invalid("Esa función no existe.")
    operator = store.get(db, person)
    before = operator.role
    store.change_role(db, operator, Role(role))
    return _acted(visitor, db, operator, "person.role", f": {ROLE_NAMES[Role(role)]}.", before=before, after=role)


@router.post("/{person}/second-factor/forget")
def forget_second_factor(person: uuid.UUID, visitor: Visitor = Administrator, db: Session = Db) -> Response:
    """Remove the second factor of somebody who lost the phone."""
    operator = store.get(db, person)
    store.forget_second_factor(db, operator)
    return _acted(visitor, db, operator, "second_factor.removed", " podrá registrar otro teléfono.")


@router.post("/{person}/unlock")
def unlock(person: uuid.UUID, visitor: Visitor = Administrator, db: Session = Db) -> Response:
    """Forget the failures that keep a person waiting."""
    operator = store.get(db, person)
    store.forget_failures(db, f"user:{operator.username}", f"code:{operator.id}")
    return _acted(visitor, db, operator, "person.unlocked", " puede intentar de nuevo.")


@router.post("/{person}/sessions/end")
def end_sessions(person: uuid.UUID, visitor: Visitor = Administrator, db: Session = Db) -> Response:
    """End every session of a person."""
    operator = store.get(db, person)
    count = store.revoke_sessions(db, person)
    return _acted(visitor, db, operator, "session.ended", f": sesiones terminadas, {count}.", count=count)
