"""HTTP of coverage: the check."""

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse

from common import clock
from common.access import Actor, require
from common.database import reading_session
from common.problems import Malformed, documented
from policy_backend.coverage import store
from policy_backend.coverage.clocks import place_zone
from policy_backend.coverage.intake import at_place, facts_of
from policy_backend.coverage.loss import Loss
from policy_backend.coverage.schemas import CheckIn, CheckOut, FactsIn
from policy_backend.policies.store import policy_by_number
from policy_backend.web import GUARDED

router = APIRouter(prefix="/api/v1", tags=["coverage"], responses=GUARDED | documented(Malformed))
Reader = Annotated[Actor, Depends(require("policies:read"))]


@router.post("/coverage-checks", response_model=CheckOut)
def check_coverage(actor: Reader, asked: CheckIn) -> JSONResponse:
    """What the conditions say of a loss: advice, never a refusal. An unknown policy or unit is answered `review`."""
    said, insurer = asked.facts or FactsIn(), clock.local_zone()
    place = place_zone(said.state, said.municipality, insurer)
    loss = Loss(asked.incident_type, at_place(asked.occurred_at, place), facts_of(said, place))
    with reading_session() as session:
        policy = policy_by_number(session, asked.policy_number, asked.inciso, most_units=2)
        answer = store.assess(session, policy, loss, asked_at=clock.local_now(), insurer=insurer)
    return JSONResponse(answer.as_json())
