"""Trámites: folios, their items and events, endorsements."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "records_04"
down_revision: str | Sequence[str] | None = "records_03"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "folio_sequences",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name="pk_folio_sequences"),
    )
    op.create_table(
        "tramites",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("folio", sa.String(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("plan_group", sa.String(), nullable=True),
        sa.Column("member", sa.String(), nullable=True),
        sa.Column("holder", sa.String(), nullable=True),
        sa.Column("policy_number", sa.String(), nullable=True),
        sa.Column("requester", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("balance", sa.Numeric(precision=14, scale=2), nullable=True),
        sa.Column("stage", sa.String(), nullable=True),
        sa.Column("payoff_amount", sa.Numeric(precision=14, scale=2), nullable=True),
        sa.Column("payoff_due_on", sa.Date(), nullable=True),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("cancelled_from", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("data", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("documents", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("review", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tramites"),
        sa.UniqueConstraint("folio", name="uq_tramites_folio"),
        sa.UniqueConstraint("idempotency_key", name="uq_tramites_idempotency_key"),
    )
    op.create_index("ix_tramites_plan", "tramites", ["plan_group", "member"], unique=False)
    op.create_index("ix_tramites_state", "tramites", ["state", "payoff_due_on"], unique=False)
    op.create_table(
        "tramite_events",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("tramite_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("actor_kind", sa.String(), nullable=False),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("data", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["tramite_id"], ["tramites.id"], name="fk_tramite_events_tramite_id"),
        sa.PrimaryKeyConstraint("id", name="pk_tramite_events"),
    )
    op.create_index("ix_tramite_events_tramite", "tramite_events", ["tramite_id", "id"], unique=False)
    op.create_table(
        "tramite_items",
        sa.Column("tramite_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["tramite_id"], ["tramites.id"], name="fk_tramite_items_tramite_id"),
        sa.PrimaryKeyConstraint("tramite_id", "kind", name="pk_tramite_items"),
    )
    op.execute(
        "CREATE TRIGGER tramite_events_append_only BEFORE UPDATE OR DELETE ON tramite_events "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )


def downgrade() -> None:
    op.drop_table("tramite_items")
    op.drop_table("tramite_events")
    op.drop_table("tramites")
    op.drop_table("folio_sequences")
