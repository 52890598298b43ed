"""HTTP of the book: look-ups by what people have at hand."""

from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import BaseModel
from sqlalchemy.orm import Session

from common import clock
from common.access import Actor, require
from common.database import reading_session_dependency
from common.problems import Invalid, NotFound, documented
from policy_backend.coverage.payment_status import unit_statuses, worst
from policy_backend.policies import store
from policy_backend.policies.model import Policy
from policy_backend.policies.schemas import FinancingPlanOut, FoundPolicyOut, PolicyList, PolicyOut, UnitOut
from policy_backend.products.loader import products
from policy_backend.web import GUARDED, Clean

Shown = TypeVar("Shown", bound=PolicyOut)

router = APIRouter(prefix="/api/v1", tags=["policies"], responses=GUARDED)
Reader = Annotated[Actor, Depends(require("policies:read"))]
Db = Annotated[Session, Depends(reading_session_dependency)]
Number = Annotated[Clean, Path(description="policy number; spaces, hyphens and leading zeros do not matter")]


def _known(session: Session, number: str, inciso: int | None = None) -> Policy:
    policy = store.policy_by_number(session, number, inciso)
    if policy is None:
        raise NotFound(f"No policy in the book has the number {number!r}.")
    return policy


def _json(shown: BaseModel) -> Response:
    """The answer as it is, which FastAPI would validate once more: a fleet has thousands of units."""
    return Response(shown.model_dump_json(), media_type="application/json")


def _shown(policy: Policy, shape: type[Shown]) -> Shown:
    """The policy as the API gives it, with the state of its payment as of now."""
    shown, product = shape.model_validate(policy), products().get(policy.product)
    if product is not None:
        statuses = unit_statuses(policy, product, clock.now(), clock.local_zone())
        shown.payment_status = worst(statuses)
        for unit in shown.units:
            unit.payment_status = statuses[unit.inciso]
    return shown


@router.get("/policies", response_model=PolicyList)
def search_policies(
    session: Db,
    actor: Reader,
    plates: Annotated[
        Clean | None, Query(description="hyphens, spaces and case do not matter; O is read as 0, I as 1")
    ] = None,
    vin: Annotated[Clean | None, Query(description="número de serie, compared like plates")] = None,
    holder: Annotated[
        Clean | None, Query(description="name of the contratante; accents, typos and order forgiven")
    ] = None,
    make: Annotated[Clean | None, Query(description="brand of the vehicle")] = None,
    model: Annotated[Clean | None, Query(description="line, with or without version")] = None,
    year: Annotated[int | None, Query(ge=1900, le=2100, description="model year")] = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> Response:
    """Policies that answer to everything given, each with only its matching units."""
    if not any((plates, vin, holder, make, model, year)):
        message = "give at least one of plates, vin, holder, make, model, year"
        raise Invalid("Nothing to search by.", [{"field": "query", "message": message}])
    found = store.search(session, plates=plates, vin=vin, holder=holder, make=make, model=model, year=year, limit=limit)
    return _json(PolicyList(items=[_shown(policy, FoundPolicyOut) for policy in found]))


@router.get("/policies/{number}", response_model=PolicyOut, responses=documented(NotFound))
def get_policy(session: Db, actor: Reader, number: Number) -> Response:
    """A policy with all its units and instalments."""
    return _json(_shown(_known(session, number), PolicyOut))


@router.get("/policies/{number}/units/{inciso}", responses=documented(NotFound))
def get_unit(session: Db, actor: Reader, number: Number, inciso: Annotated[int, Path(ge=0, lt=2**31)]) -> UnitOut:
    """One unit of a policy."""
    policy = _known(session, number, inciso)
    if not policy.units:
        raise NotFound(f"Policy {policy.number} has no inciso {inciso}.")
    return _shown(policy, PolicyOut).units[0]


@router.get("/financing-plans/{group}/{member}", responses=documented(NotFound), tags=["trámites"])
def get_financing_plan(
    session: Db,
    actor: Reader,
    group: Annotated[Clean, Path(description="grupo")],
    member: Annotated[Clean, Path(description="integrante")],
) -> FinancingPlanOut:
    """A financing plan by group and member."""
    plan = store.financing_plan(session, group, member)
    if plan is None:
        raise NotFound(f"No financing plan has the group {group!r} and the member {member!r}.")
    return FinancingPlanOut.model_validate(plan)
