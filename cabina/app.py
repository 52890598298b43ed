"""The web application: every capability's routes, wired once."""

from fastapi import FastAPI

from common import access, problems
from policy_backend.claims import api as claims_api
from policy_backend.policies import api as policies_api


def create_app() -> FastAPI:
    """The FastAPI application of `uvicorn cabina.app:create_app --factory`."""
    app = FastAPI(title="Cabina", version="0.1.0")
    problems.install(app)
    app.state.authenticators = [access.trusted_program]

    for api in (policies_api, claims_api):
        app.include_router(api.router)

    @app.get("/healthz", tags=["health"])
    def healthz() -> dict[str, str]:
        """Alive: the process answers."""
        return {"status": "alive"}

    return app
