"""Claims: reports, numbers, append-only history, evidence."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "records_03"
down_revision: str | Sequence[str] | None = "records_02"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("loss", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=True),
        sa.Column("report_number", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("priority", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("coverage", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.Column("duplicate_of_id", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("incident_type", sa.String(), nullable=True),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("policy_key", sa.String(), nullable=True),
        sa.Column("inciso", sa.Integer(), nullable=True),
        sa.Column("plates_key", sa.String(), nullable=True),
        sa.Column("vin_key", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("adjuster_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tow_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("adjuster", sa.String(), nullable=True),
        sa.Column("assigned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("adjuster_arrived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tow_arrived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("estimate", sa.Numeric(precision=14, scale=2), nullable=True),
        sa.Column("paid_amount", sa.Numeric(precision=14, scale=2), nullable=True),
        sa.Column("salvage", sa.Numeric(precision=14, scale=2), nullable=True),
        sa.Column("liability", sa.String(), nullable=True),
        sa.CheckConstraint("(status = 'draft') = (report_number IS NULL)", name="ck_claims_number_iff_reported"),
        sa.ForeignKeyConstraint(["duplicate_of_id"], ["claims.id"], name="fk_claims_duplicate_of_id"),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sa.UniqueConstraint("conversation_id", "loss", name="uq_claims_conversation_id_loss"),
        sa.UniqueConstraint("idempotency_key", name="uq_claims_idempotency_key"),
        sa.UniqueConstraint("report_number", name="uq_claims_report_number"),
    )
    op.create_index("ix_claims_duplicate_of_id", "claims", ["duplicate_of_id"], unique=False)
    op.create_index("ix_claims_phone", "claims", ["phone"], unique=False)
    op.create_index("ix_claims_plates_key", "claims", ["plates_key"], unique=False)
    op.create_index("ix_claims_policy_key", "claims", ["policy_key", "occurred_at"], unique=False)
    op.create_index("ix_claims_reported_at", "claims", ["reported_at", "id"], unique=False)
    op.create_index("ix_claims_status", "claims", ["status", "id"], unique=False)
    op.create_index("ix_claims_vin_key", "claims", ["vin_key"], unique=False)
    op.create_table(
        "report_sequences",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name="pk_report_sequences"),
    )
    op.create_table(
        "claim_changes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("claim_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_kind", sa.String(), nullable=False),
        sa.Column("actor_id", sa.String(), nullable=False),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("changes", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_claim_changes_claim_id"),
        sa.PrimaryKeyConstraint("id", name="pk_claim_changes"),
    )
    op.create_index("ix_claim_changes_claim", "claim_changes", ["claim_id", "id"], unique=False)
    op.create_table(
        "claim_evidence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("thumbnail", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_claim_evidence_claim_id"),
        sa.PrimaryKeyConstraint("id", name="pk_claim_evidence"),
    )
    op.create_index("ix_claim_evidence_claim_id", "claim_evidence", ["claim_id"], unique=False)
    op.execute(
        "CREATE TRIGGER claim_changes_append_only BEFORE UPDATE OR DELETE ON claim_changes "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )


def downgrade() -> None:
    op.drop_table("claim_evidence")
    op.drop_table("claim_changes")
    op.drop_table("report_sequences")
    op.drop_table("claims")
