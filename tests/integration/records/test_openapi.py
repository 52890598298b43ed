"""The OpenAPI of the system of record: every field explained, and schemathesis finds no 5xx and no undocumented answer."""

# ruff: noqa: E501

import os
import re
from collections.abc import Iterator

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from common import problems
from common.database import transaction
from policy_backend.claims import api as claims
from policy_backend.claims import evidence_api
from policy_backend.coverage import api as coverage
from policy_backend.policies import api as policies
from policy_backend.policies import demo_book
from policy_backend.siniestralidad import api as siniestralidad
from policy_backend.tramites import api as tramites
from tests.conftest import empty_tables

PATHS = re.compile(r"^/api/v1/(policies|claims|tramites|reports|coverage-checks|financing-plans)")
EXAMPLES = int(os.environ.get("CABINA_SCHEMATHESIS_EXAMPLES", "8"))


def records_app() -> FastAPI:
    """The system of record alone: without the lifespan of the rest, which would start anew for each request."""
    app = FastAPI()
    problems.install(app)
    app.state.authenticators = []
    for api in (policies, coverage, claims, evidence_api, tramites, siniestralidad):
        app.include_router(api.router)
    return app


APP = records_app()
SCHEMA = schemathesis.openapi.from_dict(APP.openapi())
SCHEMA.app = APP
OPERATIONS = {
    f"{found.ok().method.upper()} {found.ok().path}": found.ok()
    for found in SCHEMA.get_all_operations()
    if PATHS.match(found.ok().path)
}
SAYS_NO_TO_VALID_DATA = {
    "GET /api/v1/policies": "one of the criteria is needed",
    "GET /api/v1/claims": "a cursor is one that was given",
    "POST /api/v1/coverage-checks": "the year of an instant is bounded",
    "POST /api/v1/tramites": "a payoff needs its plan, an endoso its movement",
}
"""Rules that a JSON schema cannot say; what they refuse is tested elsewhere."""


@pytest.fixture(scope="module")
def served(migrated: str) -> Iterator[None]:
    with transaction() as session:
        demo_book.load(session)
    yield
    empty_tables()


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("name", OPERATIONS)
def test_no_5xx_and_nothing_undocumented(served: None, name: str, mode: GenerationMode) -> None:
    operation = OPERATIONS[name]

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )
    @given(operation.as_strategy(generation_mode=mode))
    def every_check_holds(case: Case) -> None:
        skipped = [positive_data_acceptance] if name in SAYS_NO_TO_VALID_DATA else []
        case.call_and_validate(headers={"Authorization": "Bearer test-token"}, excluded_checks=skipped)

    every_check_holds()


def test_every_field_is_explained() -> None:
    """Fields of requests of the records say what they mean, unless their name does."""
    schemas = APP.openapi()["components"]["schemas"]
    for name in ("ReportIn", "CheckIn", "TramiteIn", "TransitionIn", "FactsIn"):
        for title in (key for key in schemas if key.endswith(name)):
            silent = [
                field
                for field, value in schemas[title]["properties"].items()
                if "description" not in value and "$ref" not in value
            ]
            assert set(silent) <= {"driver_name", "insured_name", "policy_number", "event"}, (title, silent)
