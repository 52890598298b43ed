"""The web application: every capability's routes, wired once."""

from fastapi import FastAPI

from common import access, problems


def create_app() -> FastAPI:
    """The FastAPI application of `uvicorn cabina.app:create_app --factory`."""
    app = FastAPI(title="Cabina", version="0.1.0")
    problems.install(app)
    app.state.authenticators = [access.trusted_program]

    @app.get("/healthz", tags=["health"])
    def healthz() -> dict[str, str]:
        """Alive: the process answers."""
        return {"status": "alive"}

    return app
