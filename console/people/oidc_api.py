"""The two ends of a sign-in with the company's identity provider."""

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from common.database import session_dependency
from common.problems import NotFound
from console.people import oidc, sessions
from console.people.model import Stage
from console.settings import console_settings
from console.trail import note
from console.web import page, safe_path

router = APIRouter(prefix="/console/oidc", include_in_schema=False)
COOKIE = "cabina_oidc"
Db = Depends(session_dependency)


def _refuse(request: Request, reason: str, db: Session) -> Response:
    note(db, None, "sign_in.refused", "operator", "oidc", {"reason": reason})
    db.commit()
    return page(
        request,
        "error.html",
        status=403,
        heading="No fue posible entrar",
        detail="Su cuenta de la empresa no abrió la consola. Avise a quien la administra o entre con su contraseña.",
    )


@router.get("")
def begin(request: Request, next: str = "", db: Session = Db) -> Response:
    """Send the browser to the provider."""
    if not console_settings().oidc_enabled:
        raise NotFound("Esta forma de entrar no está activada.")
    try:
        url, cookie = oidc.begin(safe_path(next))
    except oidc.SignInFailed as failure:
        return _refuse(request, str(failure), db)
    response = RedirectResponse(url, 303)
    response.set_cookie(
        COOKIE, cookie, max_age=oidc.FLOW_SECONDS, httponly=True, samesite="lax", path="/console/oidc",
        secure=sessions.secure_cookies(),
    )  # fmt: skip
    return response


@router.get("/callback")
def callback(request: Request, state: str = "", code: str = "", db: Session = Db) -> Response:
    """Believe the provider's answer, or not, and open the session. The provider answers for the second factor."""
    if not console_settings().oidc_enabled:
        raise NotFound("Esta forma de entrar no está activada.")
    try:
        operator, wanted = oidc.finish(db, request.cookies.get(COOKIE, ""), state, code)
    except oidc.SignInFailed as failure:
        return _refuse(request, str(failure), db)
    token = sessions.open_session(
        db,
        operator,
        Stage.OPEN,
        address=sessions.client_address(request),
        user_agent=request.headers.get("user-agent"),
    )
    note(db, operator.actor(), "sign_in", "operator", str(operator.id), {"oidc": True})
    db.commit()
    response = RedirectResponse(safe_path(wanted), 303)
    response.delete_cookie(COOKIE, path="/console/oidc")
    sessions.set_cookie(response, token)
    return response
