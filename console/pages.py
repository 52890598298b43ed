"""How an error looks to a person at the console; programs get the problem as everywhere."""

from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from common.database import transaction
from common.problems import Problem, problem_response
from console.people.access import ForgedForm, SignInNeeded
from console.people.api import sign_in_redirect
from console.security import HEADERS, under_console
from console.trail import note
from console.web import page, wants_html

HEADINGS = {
    401: "Entre para continuar",
    403: "No permitido",
    404: "No existe",
    409: "Cambió mientras tanto",
    413: "Es demasiado grande",
    422: "Hay un dato que no se puede usar",
    429: "Demasiados intentos",
    503: "Un momento, por favor",
}
UNFORESEEN = (
    "No pudimos mostrar esta página. La falla quedó registrada. Regrese y revise si su último cambio se guardó; "
    "si vuelve a pasar, avise a quien administra Cabina."
)


def _page(request: Request, status: int, detail: str) -> Response:
    visitor = getattr(request.state, "visitor", None)
    heading = HEADINGS.get(status, "Algo salió mal")
    return page(request, "error.html", visitor, status=status, heading=heading, detail=detail)


def _audit_refusal(request: Request, problem: Problem) -> None:
    visitor = getattr(request.state, "visitor", None)
    if isinstance(problem, ForgedForm) or problem.status == 403:
        with transaction() as db:
            detail = {"kind": problem.kind, "method": request.method}
            note(db, visitor.actor if visitor else None, "request.refused", "page", request.url.path, detail)


def _failure(request: Request, status: int, detail: str) -> Response:
    """The page of an error of ours: without the visitor, whose record may be what failed, and with the guard's headers,
    since an unforeseen error is answered outside of it."""
    heading = HEADINGS.get(status, "Algo salió mal")
    answer = page(request, "error.html", status=status, heading=heading, detail=detail)
    answer.headers.update({**HEADERS, "cache-control": "no-store"})
    return answer


def install(app: FastAPI) -> None:
    """Make errors under /console pages; leave every other error as it is."""
    others: dict[Any, Any] = dict(app.exception_handlers)

    @app.exception_handler(Problem)
    async def _problem(request: Request, problem: Problem) -> Response:
        if not under_console(request.url.path):
            return cast(Response, await others[Problem](request, problem))
        if isinstance(problem, SignInNeeded) and (redirect := sign_in_redirect(request)):
            return redirect
        _audit_refusal(request, problem)
        return _page(request, problem.status, problem.detail) if wants_html(request) else problem_response(problem)

    @app.exception_handler(RequestValidationError)
    async def _validation(request: Request, error: RequestValidationError) -> Response:
        if not under_console(request.url.path) or not wants_html(request):
            return cast(Response, await others[RequestValidationError](request, error))
        parts = {str(item["loc"][0]) for item in error.errors()}
        if "path" in parts:
            return _page(request, 404, "Esa dirección no corresponde a nada.")
        return _page(request, 422, "La página envió un dato que no se puede usar. Regrese y revíselo.")

    @app.exception_handler(OperationalError)
    async def _database(request: Request, error: OperationalError) -> Response:
        answer = cast(Response, await others[OperationalError](request, error))
        if not under_console(request.url.path) or not wants_html(request):
            return answer
        return _failure(request, answer.status_code, "No pudimos consultar los datos. Espere un momento y recargue.")

    @app.exception_handler(Exception)
    async def _unforeseen(request: Request, error: Exception) -> Response:
        if not under_console(request.url.path) or not wants_html(request):
            return cast(Response, await others[Exception](request, error))
        return _failure(request, 500, UNFORESEEN)

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> Response:
        if not under_console(request.url.path) or not wants_html(request):
            return cast(Response, await others[HTTPException](request, error))
        return _page(
            request, error.status_code, "Esa página no existe." if error.status_code == 404 else str(error.detail)
        )
