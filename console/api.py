"""The console, wired: its pages, its static files, its guard. `cabina.app` calls `install` once."""

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from console import pages
from console.audit import api as audit
from console.board import api as board
from console.conversation import actions_api, canned_api
from console.conversation import api as conversation
from console.dispatch import api as dispatch
from console.exports import api as exports
from console.measures import api as measures
from console.people import admin_api, oidc_api
from console.people import api as people
from console.people.access import operator_session
from console.privacy import api as privacy
from console.records import policies_api, siniestralidad_api, tramites_api
from console.review import api as review
from console.search import api as search
from console.security import ConsoleGuard
from console.views import api as views
from console.web import HERE

ROUTERS = (
    people,
    oidc_api,
    admin_api,
    board,
    canned_api,
    conversation,
    actions_api,
    dispatch,
    search,
    policies_api,
    tramites_api,
    siniestralidad_api,
    review,
    exports,
    measures,
    audit,
    privacy,
    views,
)


def install(app: FastAPI) -> None:
    """Add the console to `app`: operators' sessions open the HTTP API too."""
    app.state.authenticators.append(operator_session)
    app.add_middleware(ConsoleGuard)
    app.mount("/console/static", StaticFiles(directory=HERE / "static"), name="console-static")
    for module in ROUTERS:
        app.include_router(module.router)
    pages.install(app)
