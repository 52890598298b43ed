"""A claim as the API gives it: the shape of contracts' claim.schema.json."""

from datetime import datetime
from typing import Any

from common import clock
from policy_backend.claims.store.tables import ClaimRow, EvidenceRow


def instant(value: datetime | None) -> str | None:
    """ISO 8601 with the insurer's offset."""
    return value.astimezone(clock.local_zone()).isoformat(timespec="seconds") if value else None


def evidence_document(row: EvidenceRow) -> dict[str, Any]:
    """A file of evidence as the API describes it."""
    return {
        "id": str(row.id), "kind": row.kind, "media_type": row.media_type, "name": row.name, "size": row.size,
        "sha256": row.sha256, "thumbnail": row.thumbnail, "created_at": instant(row.created_at),
    }  # fmt: skip


def document(row: ClaimRow) -> dict[str, Any]:
    """The claim of `row`; every property of the schema is there, null where unknown."""
    facts = row.facts
    return {
        "report_number": row.report_number,
        "status": row.status,
        "priority": row.priority,
        "channel": row.channel,
        "incident_type": facts["incident_type"],
        "service": facts["service"],
        "description": facts["description"],
        "occurred_at": instant(row.occurred_at),
        "reported_at": instant(row.reported_at),
        **{part: facts[part] for part in ("location", "injuries", "reporter")},
        "driver_name": facts["driver_name"],
        "insured_name": facts["insured_name"],
        **{part: facts[part] for part in ("policy", "vehicle", "third_parties", "drivable", "authorities", "details")},
        "coverage": row.coverage,
        "sla": {"adjuster_due_at": instant(row.adjuster_due_at), "tow_due_at": instant(row.tow_due_at)},
        "operator": row.operator,
        "duplicate_of": row.duplicate_of.report_number if row.duplicate_of_id and row.duplicate_of else None,
        "evidence": [evidence_document(item) for item in row.evidence],
        "conversation_id": str(row.conversation_id) if row.conversation_id else None,
        "loss": row.loss,
        "handling": {
            "adjuster": row.adjuster,
            "assigned_at": instant(row.assigned_at),
            "adjuster_arrived_at": instant(row.adjuster_arrived_at),
            "tow_arrived_at": instant(row.tow_arrived_at),
            "closed_at": instant(row.closed_at),
            "reason": row.reason,
        },
    }
