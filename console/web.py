"""Pages: the template environment, the words and formats they share, and how an error looks to a person."""

import hashlib
from functools import lru_cache, partial
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import Field
from sqlalchemy.orm import Session

from console import formats, words
from console.people.access import Visitor

RowId = Annotated[int, Field(ge=0, le=2**63 - 1)]
"""The id of a row, as a URL or a form may hold it."""
HERE = Path(__file__).resolve().parent
NAVIGATION = (
    ("/console", "Tablero", "conversations:read", "t"),
    ("/console/dispatch", "Despacho", "claims:read", "d"),
    ("/console/search", "Buscar", "conversations:read", "b"),
    ("/console/policies", "Pólizas", "policies:read", "p"),
    ("/console/tramites", "Trámites", "tramites:read", "r"),
    ("/console/review", "Revisión", "review", "v"),
    ("/console/measures", "Medidas", "measures", "m"),
    ("/console/siniestralidad", "Siniestralidad", "reports:read", "s"),
    ("/console/audit", "Bitácora", "audit:read", "a"),
    ("/console/people", "Personas", "people:manage", "u"),
)
WORDS = {
    "incident": words.INCIDENTS,
    "state": words.STATES,
    "channel": words.CHANNELS,
    "priority": words.PRIORITIES,
    "claim_status": words.CLAIM_STATUS,
    "handover": words.HANDOVER,
    "service": words.SERVICES,
    "coverage_name": words.COVERAGES,
    "fact": words.FACTS,
    "decision": words.DECISIONS,
    "coverage_status": words.COVERAGE_STATUS,
    "effect": words.EFFECTS,
    "payment": words.PAYMENT,
    "zone": words.ZONES,
    "delivery": words.DELIVERY,
    "author": words.AUTHORS,
    "expects": words.EXPECTS,
}


@lru_cache
def environment() -> Environment:
    """The template environment: everything escaped, an unknown name is an error."""
    env = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters.update(formats.FILTERS)
    env.filters.update({name: partial(words.word, table=table) for name, table in WORDS.items()})
    env.filters.update(field=words.field, value_of=lambda content, path: words.value(path, content))
    env.globals.update(static=static_url, navigation=NAVIGATION, query=query_string)
    return env


@lru_cache
def static_url(name: str) -> str:
    """The URL of a static file, with its content's hash so that a new version is fetched."""
    digest = hashlib.sha256((HERE / "static" / name).read_bytes()).hexdigest()[:10]
    return f"/console/static/{name}?v={digest}"


def query_string(parameters: dict[str, Any], **changes: Any) -> str:
    """`?a=b…` of `parameters` with `changes`; empty values are left out."""
    merged = {**parameters, **changes}
    text = urlencode({key: value for key, value in merged.items() if value not in (None, "", [])}, doseq=True)
    return f"?{text}" if text else "?"


def fragment(name: str, **context: Any) -> str:
    """The HTML of a template without its page."""
    return environment().get_template(name).render(**context)


def page(
    request: Request,
    name: str,
    visitor: Visitor | None = None,
    *,
    db: Session | None = None,
    status: int = 200,
    **context: Any,
) -> HTMLResponse:
    """A whole page. With `db`, a message left by the last change is shown once."""
    flash = None
    if visitor and db and visitor.session.flash:
        flash, visitor.session.flash = visitor.session.flash, None
        db.commit()
    html = fragment(name, request=request, visitor=visitor, flash=flash, path=request.url.path, **context)
    return HTMLResponse(html, status)


def back(visitor: Visitor, db: Session, url: str, message: str | None = None) -> Response:
    """After a change: commit it, leave `message` for the next page, and go there."""
    if message:
        visitor.session.flash = message
    db.commit()
    return RedirectResponse(safe_path(url), 303)


def safe_path(url: str | None, default: str = "/console") -> str:
    """`url` when it is a path of the console, else `default`: nobody is led elsewhere."""
    text = url or ""
    inside = text == "/console" or text.startswith(("/console/", "/console?"))
    return text if inside and "\\" not in text and not any(ord(c) < 32 for c in text) else default


def wants_html(request: Request) -> bool:
    """True for a browser that navigates, false for scripts and programs."""
    return request.headers.get("x-requested-with") != "fetch" and "text/html" in request.headers.get("accept", "")
