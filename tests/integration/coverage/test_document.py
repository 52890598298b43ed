"""The API document tells the truth: what it allows is taken, what it forbids is a clear problem."""

import schemathesis
from hypothesis import HealthCheck, given, settings

from cabina.app import create_app
from common.database import transaction
from policy_backend.policies import demo_book


def test_any_body_the_document_allows_or_forbids(database: str) -> None:
    with transaction() as session:
        demo_book.load(session)
    document = schemathesis.openapi.from_asgi("/openapi.json", create_app())
    operation = document["/api/v1/coverage-checks"]["POST"]
    for mode in (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE):

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
        def hold(case: schemathesis.Case) -> None:
            case.call_and_validate(headers={"Authorization": "Bearer test-token"})

        hold()
