"""HTTP of claims: report, read, find, correct, move on."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body, Depends, Header, Path, Query, Response
from pydantic import AwareDatetime, ValidationError
from sqlalchemy.orm import Session

from common.access import Actor, require
from common.database import session_dependency
from common.problems import Conflict, Invalid, NotFound, PreconditionFailed, documented
from policy_backend.audit.store import record
from policy_backend.claims import handling, reporting, store
from policy_backend.claims.model.facts import LossFacts, e164
from policy_backend.claims.model.numbers import InvalidReportNumber, parse_number
from policy_backend.claims.model.states import Status, TransitionRefused
from policy_backend.claims.schemas import (
    ChangeOut,
    ClaimList,
    ClaimOut,
    ReportIn,
    SaidByProgram,
    Settlement,
    TransitionIn,
)
from policy_backend.claims.store.document import document
from policy_backend.claims.store.tables import ClaimRow
from policy_backend.web import GUARDED, Clean, cursor_of, key_of

router = APIRouter(prefix="/api/v1/claims", tags=["claims"], responses=GUARDED)
Db = Annotated[Session, Depends(session_dependency)]
Reader = Annotated[Actor, Depends(require("claims:read"))]
Writer = Annotated[Actor, Depends(require("claims:write"))]
Number = Annotated[Clean, Path(description="report number; hyphens and spaces do not matter")]
IfMatch = Annotated[str | None, Header(description="the ETag last read; 412 when the claim has changed since")]


def etag(row: ClaimRow) -> str:
    """The entity tag of a claim: its version."""
    return f'"{row.version}"'


def answer(row: ClaimRow, response: Response) -> ClaimOut:
    """The claim as the API gives it, with its ETag."""
    response.headers["ETag"] = etag(row)
    return ClaimOut.model_validate(document(row))


def the_claim(session: Session, number: str, lock: bool = False, if_match: str | None = None) -> ClaimRow:
    """The claim of a path. Raises NotFound, also for a wrong check digit and says so, and PreconditionFailed."""
    try:
        digits = parse_number(number)
    except InvalidReportNumber as error:
        reasons = {"length": "it does not have ten digits", "check_digit": "its check digit does not fit the others"}
        raise NotFound(f"{number!r} is not a report number: {reasons[error.reason]}.", reason=error.reason) from error
    row = store.by_number(session, digits, lock)
    if row is None:
        raise NotFound(f"No claim has the report number {digits}.", reason="unknown")
    if (
        if_match is not None
        and if_match.strip() != "*"
        and etag(row) not in [tag.strip() for tag in if_match.split(",")]
    ):
        raise PreconditionFailed(
            f"The claim is now at version {etag(row)}; read it again.", headers={"ETag": etag(row)}
        )
    return row


def _invalid(error: ValidationError) -> Invalid:
    errors = [{"field": ".".join(map(str, item["loc"])) or "body", "message": item["msg"]} for item in error.errors()]
    return Invalid("The request has values that cannot be used; see errors.", errors)


@router.post("", status_code=201, responses=documented(Conflict))
def report_claim(
    body: ReportIn,
    response: Response,
    session: Db,
    actor: Writer,
    idempotency_key: Annotated[
        str | None,
        Header(
            min_length=1,
            max_length=200,
            description="the same key gives the same claim; another loss under it is refused",
        ),
    ] = None,
) -> ClaimOut:
    """Report a loss and get its number. It is never refused for what is unknown: coverage then says `review`."""
    facts = LossFacts.model_validate(body.model_dump(include=set(LossFacts.model_fields)))
    try:
        row = reporting.report(
            session, facts, actor, idempotency_key=idempotency_key, conversation_id=body.conversation_id,
            loss=body.loss, operator=body.operator,
        )  # fmt: skip
    except reporting.KeyReused as reused:
        raise Conflict(f"This Idempotency-Key gave the claim {reused}, which is another loss.") from reused
    record(session, actor, "claim.report", "claim", row.report_number or "")
    session.commit()
    response.headers["Location"] = f"/api/v1/claims/{row.report_number}"
    return answer(row, response)


@router.get("")
def find_claims(
    session: Db,
    actor: Reader,
    conversation_id: Annotated[UUID | None, Query(description="also gives its draft")] = None,
    plates: Annotated[Clean | None, Query(description="compared without hyphens, spaces and case")] = None,
    vin: Annotated[Clean | None, Query()] = None,
    policy: Annotated[Clean | None, Query(description="policy number")] = None,
    phone: Annotated[Clean | None, Query(description="phone of who reported, E.164 or as dialled in Mexico")] = None,
    status: Annotated[Status | None, Query(description="drafts come only when asked for")] = None,
    since: Annotated[AwareDatetime | None, Query(alias="from", description="reported at or after")] = None,
    until: Annotated[AwareDatetime | None, Query(alias="to", description="reported before")] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[Clean | None, Query(description="`next` of the page before")] = None,
) -> ClaimList:
    """Claims that answer to everything given, the newest first, a page at a time."""
    wanted = store.ClaimFilter(
        conversation_id, plates, vin, policy, e164(phone) if phone else None, status, since, until
    )
    rows = store.search(session, wanted, limit + 1, key_of(cursor))
    page = rows[:limit]
    result = ClaimList(
        items=[ClaimOut.model_validate(document(row)) for row in page],
        next=cursor_of(page[-1].id) if len(rows) > limit else None,
    )
    record(session, actor, "claim.search", "claim", "", {"found": [row.report_number for row in page]})
    session.commit()
    return result


@router.get("/{report_number}", responses=documented(NotFound))
def get_claim(report_number: Number, response: Response, session: Db, actor: Reader) -> ClaimOut:
    """A claim; its ETag is the version to send back in If-Match."""
    row = the_claim(session, report_number)
    result = answer(row, response)
    record(session, actor, "claim.read", "claim", row.report_number or "")
    session.commit()
    return result


@router.patch("/{report_number}", responses=documented(NotFound, PreconditionFailed))
def correct_claim(
    report_number: Number,
    response: Response,
    session: Db,
    actor: Writer,
    patch: Annotated[
        dict[str, Any],
        Body(description="merge patch of what was said: only the fields that change; null makes unknown"),
    ],
    if_match: IfMatch = None,
) -> ClaimOut:
    """Correct what was said. The history keeps the old and the new value."""
    row = the_claim(session, report_number, lock=True, if_match=if_match)
    unknown = sorted(set(patch) - set(LossFacts.model_fields))
    if unknown:
        raise Invalid(
            "Only what was said can be corrected here.",
            [{"field": name[:100], "message": "cannot be changed"} for name in unknown],
        )
    try:
        SaidByProgram.model_validate(patch)
        handling.correct(session, row, patch, actor)
    except ValidationError as error:
        raise _invalid(error) from error
    record(session, actor, "claim.correct", "claim", row.report_number or "", {"fields": sorted(patch)})
    session.commit()
    return answer(row, response)


@router.post("/{report_number}/transitions", responses=documented(NotFound, Conflict, PreconditionFailed))
def move_claim(
    report_number: Number, body: TransitionIn, response: Response, session: Db, actor: Writer, if_match: IfMatch = None
) -> ClaimOut:
    """Assign, arrive, close, cancel or reopen; 409 where the claim's state does not allow it."""
    row = the_claim(session, report_number, lock=True, if_match=if_match)
    missing = {"assign": "adjuster", "cancel": "reason", "reopen": "reason"}.get(body.event)
    if missing and not getattr(body, missing):
        raise Invalid(f"{body.event} needs {missing}.", [{"field": missing, "message": "is needed"}])
    try:
        match body.event:
            case "assign":
                handling.assign(session, row, body.adjuster or "", actor)
            case "arrive":
                handling.arrive(session, row, actor)
            case "tow_arrive":
                handling.tow_arrive(session, row, actor)
            case "close":
                handling.close(session, row, body.reason, actor)
            case "cancel":
                handling.cancel(session, row, body.reason or "", actor)
            case "reopen":
                handling.reopen(session, row, body.reason or "", actor)
    except TransitionRefused as error:
        raise Conflict(str(error), possible=error.possible) from error
    record(session, actor, f"claim.{body.event}", "claim", row.report_number or "")
    session.commit()
    return answer(row, response)


@router.get("/{report_number}/settlement", responses=documented(NotFound))
def get_settlement(report_number: Number, session: Db, actor: Reader) -> Settlement:
    """What the claim costs and who answers for it, as far as is known."""
    return Settlement.model_validate(the_claim(session, report_number))


@router.put("/{report_number}/settlement", responses=documented(NotFound, PreconditionFailed))
def settle_claim(
    report_number: Number, body: Settlement, session: Db, actor: Writer, if_match: IfMatch = None
) -> Settlement:
    """Set what the claim costs and who answers for it; what is left out becomes unknown."""
    row = the_claim(session, report_number, lock=True, if_match=if_match)
    handling.settle(session, row, body.model_dump(), actor)
    record(session, actor, "claim.settle", "claim", row.report_number or "")
    session.commit()
    return Settlement.model_validate(row)


@router.get("/{report_number}/history", responses=documented(NotFound))
def get_history(report_number: Number, session: Db, actor: Reader) -> list[ChangeOut]:
    """Who changed what, the first change first."""
    row = the_claim(session, report_number)
    record(session, actor, "claim.history", "claim", row.report_number or "")
    result = [ChangeOut.model_validate(change) for change in store.history(session, row)]
    session.commit()
    return result
