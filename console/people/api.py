"""Sign-in pages: password, second factor, setting a password by link, one's own account."""

import uuid
from hmac import compare_digest
from secrets import token_urlsafe
from typing import Any
from urllib.parse import quote

import segno
from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from common.database import session_dependency
from common.problems import Invalid, NotFound
from console.people import sessions, store
from console.people.access import ForgedForm, Visitor, signed_in
from console.people.model import OperatorSession, Stage, wall_clock
from console.settings import console_settings
from console.trail import note
from console.web import back, page, safe_path, wants_html

router = APIRouter(prefix="/console", include_in_schema=False)
FORM_COOKIE = "cabina_form"
Db = Depends(session_dependency)
PLACES = {Stage.CODE: "/console/login/code", Stage.ENROL: "/console/account/second-factor", Stage.OPEN: "/console"}


def _form_token(request: Request) -> str:
    """The token that ties a form without a session to the browser that asked for it."""
    return request.cookies.get(FORM_COOKIE) or token_urlsafe(24)


def _check_form(request: Request, csrf: str) -> None:
    if not compare_digest(csrf.encode(), (request.cookies.get(FORM_COOKIE) or "-").encode()):
        raise ForgedForm("La página caducó. Recárguela y vuelva a intentarlo.")


def _open_page(request: Request, name: str, status: int = 200, **context: Any) -> HTMLResponse:
    token = _form_token(request)
    response = page(request, name, status=status, csrf=token, oidc=console_settings(), **context)
    response.set_cookie(
        FORM_COOKIE, token, httponly=True, samesite="lax", path="/console", secure=sessions.secure_cookies()
    )
    return response


@router.get("/login")
def login_page(request: Request, next: str = "") -> HTMLResponse:
    """The sign-in form."""
    return _open_page(request, "login.html", fault=None, username="", next=safe_path(next))


@router.post("/login")
def login(
    request: Request,
    username: str = Form("", max_length=200),
    password: str = Form("", max_length=2000),
    csrf: str = Form(""),
    next: str = Form("", max_length=2000),
    db: Session = Db,
) -> Response:
    """Check the password; on to the code, the enrolment or the console."""
    _check_form(request, csrf)
    address = sessions.client_address(request)
    outcome = sessions.check_password(db, username, password, address)
    if isinstance(outcome, sessions.Refused):
        note(db, None, "sign_in.refused", "operator", store.username_key(username) or "-", {"reason": outcome.reason})
        db.commit()
        return _open_page(
            request, "login.html", 429 if outcome.until else 401, fault=outcome, username=username, next=safe_path(next)
        )
    stage = sessions.next_stage(outcome)
    token = sessions.open_session(db, outcome, stage, address=address, user_agent=request.headers.get("user-agent"))
    if stage == Stage.OPEN:
        note(db, outcome.actor(), "sign_in", "operator", str(outcome.id))
    db.commit()
    response = RedirectResponse(safe_path(next) if stage == Stage.OPEN else PLACES[stage], 303)
    sessions.set_cookie(response, token)
    return response


@router.get("/login/code")
def code_page(request: Request, visitor: Visitor = Depends(signed_in(stages=(Stage.CODE,)))) -> HTMLResponse:
    """The form for the second factor's code."""
    return page(request, "code.html", visitor, fault=None)


@router.post("/login/code")
def code(
    request: Request,
    code: str = Form("", max_length=32),
    visitor: Visitor = Depends(signed_in(stages=(Stage.CODE,))),
    db: Session = Db,
) -> Response:
    """Check the code; the half-done session ends and a whole one starts, with a new token."""
    operator, key = visitor.operator, f"code:{visitor.id}"
    until = store.locked_until(db, key)
    if until or not sessions.use_code(db, operator, code):
        until = until or store.record_failure(db, key)
        note(db, visitor.actor, "sign_in.code_refused", "operator", str(visitor.id))
        db.commit()
        return page(request, "code.html", visitor, status=401, fault=sessions.Refused("code", until))
    store.forget_failures(db, key)
    return _finish(request, visitor, db, "/console")


def _finish(request: Request, visitor: Visitor, db: Session, url: str) -> Response:
    visitor.session.revoked_at = wall_clock()
    token = sessions.open_session(
        db,
        visitor.operator,
        Stage.OPEN,
        address=sessions.client_address(request),
        user_agent=request.headers.get("user-agent"),
    )
    note(db, visitor.actor, "sign_in", "operator", str(visitor.id), {"second_factor": True})
    db.commit()
    response = RedirectResponse(url, 303)
    sessions.set_cookie(response, token)
    return response


@router.post("/logout")
def logout(visitor: Visitor = Depends(signed_in(stages=tuple(Stage))), db: Session = Db) -> Response:
    """End this session."""
    store.revoke_sessions(db, visitor.id, only=visitor.session.id)
    note(db, visitor.actor, "sign_out", "operator", str(visitor.id))
    db.commit()
    response = RedirectResponse("/console/login", 303)
    response.delete_cookie(sessions.COOKIE, path="/")
    return response


@router.get("/password/{token}")
def password_page(request: Request, token: str, db: Session = Db) -> HTMLResponse:
    """The form behind a one-time link."""
    operator = store.find_by_link(db, token)
    return _open_page(request, "password.html", 200 if operator else 404, operator=operator, fault=None)


@router.post("/password/{token}")
def set_password(
    request: Request,
    token: str,
    password: str = Form("", max_length=2000),
    again: str = Form("", max_length=2000),
    csrf: str = Form(""),
    db: Session = Db,
) -> Response:
    """Set the password of the link's person; the link is spent."""
    _check_form(request, csrf)
    operator = store.find_by_link(db, token, lock=True)
    if not operator:
        return _open_page(request, "password.html", 404, operator=None, fault=None)
    fault = None if password == again else "Las dos contraseñas no son iguales."
    if not fault:
        try:
            store.set_password(db, operator, password)
        except Invalid as problem:
            fault = problem.detail
    if fault:
        db.rollback()
        return _open_page(request, "password.html", 422, operator=operator, fault=fault)
    note(db, operator.actor(), "password.set", "operator", str(operator.id))
    db.commit()
    return RedirectResponse("/console/login", 303)


@router.get("/account")
def account(request: Request, visitor: Visitor = Depends(signed_in()), db: Session = Db) -> HTMLResponse:
    """One's own sessions, second factor and preferences."""
    own = db.scalars(
        select(OperatorSession)
        .where(
            OperatorSession.operator_id == visitor.id,
            OperatorSession.revoked_at.is_(None),
            OperatorSession.expires_at > wall_clock(),
        )
        .order_by(OperatorSession.last_seen_at.desc())
    ).all()
    return page(request, "account.html", visitor, db=db, sessions=own)


@router.post("/account/preferences")
def preferences(
    theme: str = Form("auto"),
    sound: bool = Form(False),
    keys: bool = Form(False),
    visitor: Visitor = Depends(signed_in()),
    db: Session = Db,
) -> Response:
    """Keep the colours and the sound that the person prefers."""
    chosen = theme if theme in ("auto", "light", "dark") else "auto"
    visitor.operator.preferences = {**visitor.operator.preferences, "theme": chosen, "sound": sound, "keys": keys}
    return back(visitor, db, "/console/account", "Preferencias guardadas.")


@router.post("/account/sessions/{session_id}/end")
def end_session(session_id: uuid.UUID, visitor: Visitor = Depends(signed_in()), db: Session = Db) -> Response:
    """End another of one's own sessions."""
    if not store.revoke_sessions(db, visitor.id, only=session_id):
        raise NotFound("Esa sesión ya terminó.")
    note(db, visitor.actor, "session.ended", "operator", str(visitor.id))
    return back(visitor, db, "/console/account", "Sesión terminada.")


@router.get("/account/second-factor")
def second_factor_page(
    request: Request, visitor: Visitor = Depends(signed_in(stages=(Stage.ENROL, Stage.OPEN))), db: Session = Db
) -> HTMLResponse:
    """The QR code to enrol; nothing to see once it is confirmed."""
    return _second_factor(request, visitor, db, None)


def _second_factor(
    request: Request, visitor: Visitor, db: Session, fault: str | None, status: int = 200
) -> HTMLResponse:
    qr = None
    if not visitor.operator.totp_confirmed_at:
        uri = sessions.new_totp(db, visitor.operator)
        db.commit()
        qr = segno.make(uri, error="m").svg_inline(scale=5, border=2, omitsize=True, svgclass="qr", lineclass="qr-line")
    return page(request, "second_factor.html", visitor, status=status, qr=qr, fault=fault)


@router.post("/account/second-factor")
def confirm_second_factor(
    request: Request,
    code: str = Form("", max_length=32),
    visitor: Visitor = Depends(signed_in(stages=(Stage.ENROL, Stage.OPEN))),
    db: Session = Db,
) -> Response:
    """Confirm the enrolment with a first code."""
    key = f"code:{visitor.id}"
    if visitor.operator.totp_confirmed_at:
        return RedirectResponse("/console/account", 303)
    if store.locked_until(db, key) or not sessions.use_code(db, visitor.operator, code):
        store.record_failure(db, key)
        db.commit()
        return _second_factor(request, visitor, db, "El código no coincide. Espere al siguiente y escríbalo.", 401)
    visitor.operator.totp_confirmed_at = wall_clock()
    note(db, visitor.actor, "second_factor.enrolled", "operator", str(visitor.id))
    if visitor.session.stage == Stage.ENROL:
        return _finish(request, visitor, db, "/console")
    return back(visitor, db, "/console/account", "Listo: a partir de ahora se le pedirá un código al entrar.")


def sign_in_redirect(request: Request) -> Response | None:
    """Where a browser without a whole session is led; None for scripts and programs, which get the problem."""
    if not wants_html(request):
        return None
    half = getattr(request.state, "half_done", None)
    target = PLACES.get(half, "/console/login") if half else "/console/login"
    wanted = safe_path(str(request.url.path) + (f"?{request.url.query}" if request.url.query else ""))
    if request.method == "GET" and not half and wanted != "/console":
        target += f"?next={quote(wanted, safe='/')}"
    return RedirectResponse(target, 303)
