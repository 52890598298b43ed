"""HTTP of evidence: send a file, read it, read its thumbnail."""

from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, File, Path, Response, UploadFile
from fastapi.responses import FileResponse

from common.problems import Invalid, NotFound, Problem, documented
from policy_backend.audit.store import record
from policy_backend.claims import evidence
from policy_backend.claims.api import Db, Number, Reader, Writer, the_claim
from policy_backend.claims.schemas import EvidenceOut
from policy_backend.claims.store import files
from policy_backend.claims.store.document import evidence_document
from policy_backend.claims.store.tables import EvidenceRow
from policy_backend.web import GUARDED

router = APIRouter(prefix="/api/v1/claims/{report_number}/evidence", tags=["evidence"], responses=GUARDED)
EvidenceId = Annotated[UUID, Path(description="`id` of the file in the claim's `evidence`")]
BINARY: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
}
SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "private, no-store",
}


class TooLarge(Problem):
    status, kind, title = 413, "too-large", "Body too large"


@router.post("", status_code=201, responses=documented(NotFound, TooLarge))
def add_evidence(
    report_number: Number,
    session: Db,
    actor: Writer,
    file: Annotated[UploadFile, File(description="JPEG, PNG, WebP, GIF, HEIC, PDF or audio, up to 15 MB")],
) -> EvidenceOut:
    """Keep a file with the claim. What it is, is told by its content; the same bytes twice are one file."""
    row = the_claim(session, report_number, lock=True)
    try:
        kept = evidence.keep(session, row, file.file.read(evidence.MOST_BYTES + 1), file.filename, actor)
    except evidence.UnusableFile as unusable:
        raise Invalid(str(unusable), [{"field": "file", "message": str(unusable)}]) from unusable
    record(session, actor, "evidence.add", "claim", row.report_number or "", {"evidence": str(kept.id)})
    session.commit()
    return EvidenceOut.model_validate(evidence_document(kept))


def _the_file(session: Db, number: str, evidence_id: UUID) -> EvidenceRow:
    row = the_claim(session, number)
    found = session.get(EvidenceRow, evidence_id)
    if found is None or found.claim_id != row.id:
        raise NotFound(f"The claim has no evidence {evidence_id}.")
    return found


@router.get("/{evidence_id}", responses=BINARY | documented(NotFound), response_class=Response)
def get_evidence(report_number: Number, evidence_id: EvidenceId, session: Db, actor: Reader) -> FileResponse:
    """The bytes as they came, streamed, always as a download."""
    found = _the_file(session, report_number, evidence_id)
    if not files.path_of(found.id).is_file():
        raise NotFound("The file is no longer in the store.")
    record(session, actor, "evidence.read", "claim", report_number, {"evidence": str(found.id)})
    session.commit()
    headers = {**SAFE_HEADERS, "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name)}"}
    return FileResponse(files.path_of(found.id), media_type=found.media_type, headers=headers)


@router.get("/{evidence_id}/thumbnail", responses=BINARY | documented(NotFound), response_class=Response)
def get_thumbnail(report_number: Number, evidence_id: EvidenceId, session: Db, actor: Reader) -> FileResponse:
    """A small JPEG of an image, upright and without its metadata."""
    found = _the_file(session, report_number, evidence_id)
    if not files.thumbnail_of(found.id).is_file():
        raise NotFound("This file has no thumbnail.")
    return FileResponse(files.thumbnail_of(found.id), media_type="image/jpeg", headers=SAFE_HEADERS)
