"""The web application: every capability's routes, wired once."""

import gc

from fastapi import FastAPI

from cabina import health
from channels.conversations import api as conversations
from channels.conversations import operator_api as operator_conversations
from channels.twilio import api as twilio
from channels.web import api as web
from common import logs, problems
from common.bodies import BodyLimit
from console import api as console
from policy_backend.claims import api as claims_api
from policy_backend.claims import evidence_api
from policy_backend.coverage import api as coverage_api
from policy_backend.policies import api as policies_api
from policy_backend.products.loader import products
from policy_backend.siniestralidad import api as siniestralidad_api
from policy_backend.tramites import api as tramites_api

GARBAGE = 50_000
"""Objects made between two collections of garbage, as in the assistant (bot/connector.py); Python's own is 700."""
LARGE_BODIES = [(r"/api/v1/conversations/[^/]+/photos", 11 * 2**20), (r"/api/v1/claims/[^/]+/evidence", 16 * 2**20)]


def create_app() -> FastAPI:
    """The FastAPI application of `uvicorn cabina.app:create_app --factory`."""
    logs.configure()
    products()  # a mistake in a product stops the start, with its file, line and key
    app = FastAPI(title="Cabina", version="0.1.0")
    problems.install(app)
    app.state.authenticators = []

    app.add_middleware(BodyLimit, default=256 * 1024, exceptions=LARGE_BODIES)
    for api in (
        conversations,  # these two first, as most requests are for them
        twilio,
        policies_api,
        coverage_api,
        claims_api,
        evidence_api,
        tramites_api,
        siniestralidad_api,
        operator_conversations,
        web,
        health,
    ):
        app.include_router(api.router)
    web.mount_files(app)

    console.install(app)

    # What is loaded by now stays: the collector of garbage need not look through it several times a request.
    gc.freeze()
    gc.set_threshold(GARBAGE)
    return app
