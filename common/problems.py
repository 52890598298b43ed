"""RFC 9457 problems: every error a program gets, in one shape, made in one place."""

import logging
from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

log = logging.getLogger(__name__)

PROBLEM_JSON = "application/problem+json"


class Problem(Exception):
    """An answer that is an error. Subclasses set `status`, `kind` (last part of the type URI) and `title`."""

    status = 500
    kind = "internal"
    title = "Internal error"

    def __init__(
        self,
        detail: str,
        errors: Sequence[dict[str, Any]] = (),
        headers: dict[str, str] | None = None,
        **extra: Any,
    ) -> None:
        super().__init__(detail)
        self.detail, self.errors, self.headers, self.extra = detail, list(errors), headers or {}, extra


class Malformed(Problem):
    status, kind, title = 400, "malformed", "The body cannot be read"


class NotFound(Problem):
    status, kind, title = 404, "not-found", "Not found"


class Invalid(Problem):
    status, kind, title = 422, "invalid", "Invalid input"


class Conflict(Problem):
    status, kind, title = 409, "conflict", "Conflict with the present state"


class Unauthorized(Problem):
    status, kind, title = 401, "unauthorized", "Missing or wrong credentials"


class Forbidden(Problem):
    status, kind, title = 403, "forbidden", "Not allowed"


class TooMany(Problem):
    status, kind, title = 429, "rate-limited", "Too many requests"


class Unavailable(Problem):
    status, kind, title = 503, "unavailable", "Temporarily unavailable"


class PreconditionFailed(Problem):
    status, kind, title = 412, "precondition-failed", "Changed since it was read"


class FieldError(BaseModel):
    """What is wrong with one field."""

    field: str = Field(description="dotted path of the field")
    message: str


class ProblemDocument(BaseModel):
    """RFC 9457 problem details."""

    type: str = Field(description="URI reference of the kind of problem")
    title: str
    status: int
    detail: str
    errors: list[FieldError] | None = Field(None, description="one entry a field, where input is at fault")


def documented(*kinds: type[Problem]) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that may answer with these problems, for its OpenAPI document."""
    found: dict[int | str, dict[str, Any]] = {}
    for kind in kinds:
        content = {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/ProblemDocument"}}}
        found[kind.status] = {"description": kind.title, "model": ProblemDocument, "content": content}
    return found


def problem_response(problem: Problem) -> JSONResponse:
    """The HTTP answer of a problem."""
    body: dict[str, Any] = {
        "type": f"/problems/{problem.kind}",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
        **problem.extra,
    }
    if problem.errors:
        body["errors"] = problem.errors
    return JSONResponse(body, problem.status, problem.headers, PROBLEM_JSON)


def _field(location: Sequence[str | int]) -> str:
    return ".".join(str(part) for part in location if part not in ("body", "query", "path", "header")) or "body"


def install(app: FastAPI) -> None:
    """Map problems, framework errors and validation errors of `app` to problem+json."""

    @app.exception_handler(Problem)
    async def _problem(_: Request, problem: Problem) -> JSONResponse:
        return problem_response(problem)

    @app.exception_handler(RequestValidationError)
    async def _validation(_: Request, error: RequestValidationError) -> JSONResponse:
        errors = [{"field": _field(item["loc"]), "message": item["msg"]} for item in error.errors()]
        return problem_response(Invalid("The request has values that cannot be used; see errors.", errors))

    @app.exception_handler(OperationalError)
    async def _database(_: Request, error: OperationalError) -> JSONResponse:
        log.error("the database failed a request", extra={"error": type(error.orig).__name__})
        detail = (
            "No pudimos guardar su solicitud en este momento. Inténtelo de nuevo; si es una emergencia, llame al 911."
        )
        return problem_response(Unavailable(detail, headers={"Retry-After": "2"}))

    @app.exception_handler(Exception)
    async def _unforeseen(_: Request, error: Exception) -> JSONResponse:
        return problem_response(Problem("Something failed here. It was noted; trying again later may help."))

    @app.exception_handler(HTTPException)
    async def _http(_: Request, error: HTTPException) -> JSONResponse:
        problem = Problem(str(error.detail), headers=dict(error.headers or {}))
        problem.status, problem.title, problem.kind = error.status_code, str(error.detail), f"http-{error.status_code}"
        return problem_response(problem)
