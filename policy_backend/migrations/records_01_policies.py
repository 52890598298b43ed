"""The book: policies, units, instalments, holders with their name index, financing plans."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "records_01"
down_revision: str | Sequence[str] | None = None
branch_labels: str | Sequence[str] | None = ("records",)
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "financing_plans",
        sa.Column("group_key", sa.String(), nullable=False),
        sa.Column("member_key", sa.String(), nullable=False),
        sa.Column("plan_group", sa.String(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("policy_number", sa.String(), nullable=True),
        sa.Column("balance", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("group_key", "member_key", name="pk_financing_plans"),
    )
    op.create_table(
        "holders",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("keys", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_holders"),
        sa.UniqueConstraint("name", name="uq_holders_name"),
    )
    op.create_index("ix_holders_keys", "holders", ["keys"], unique=False, postgresql_using="gin")
    op.create_table(
        "name_words",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("forms", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.PrimaryKeyConstraint("word", name="pk_name_words"),
    )
    op.create_index("ix_name_words_forms", "name_words", ["forms"], unique=False, postgresql_using="gin")
    op.create_table(
        "policies",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("number_key", sa.String(), nullable=False),
        sa.Column("product", sa.String(), nullable=False),
        sa.Column("package", sa.String(), nullable=True),
        sa.Column("holder_id", sa.BigInteger(), nullable=False),
        sa.Column("fleet", sa.Boolean(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["holder_id"], ["holders.id"], name="fk_policies_holder_id"),
        sa.PrimaryKeyConstraint("id", name="pk_policies"),
        sa.UniqueConstraint("number_key", name="uq_policies_number_key"),
    )
    op.create_index("ix_policies_holder_id", "policies", ["holder_id"], unique=False)
    op.create_table(
        "installments",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("policy_id", sa.BigInteger(), nullable=False),
        sa.Column("inciso", sa.Integer(), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("amount", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("paid_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("grace_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["policy_id"], ["policies.id"], name="fk_installments_policy_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_installments"),
    )
    op.create_index("ix_installments_policy_id", "installments", ["policy_id"], unique=False)
    op.create_table(
        "units",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("policy_id", sa.BigInteger(), nullable=False),
        sa.Column("inciso", sa.Integer(), nullable=False),
        sa.Column("make", sa.String(), nullable=True),
        sa.Column("model", sa.String(), nullable=True),
        sa.Column("year", sa.SmallInteger(), nullable=True),
        sa.Column("color", sa.String(), nullable=True),
        sa.Column("plates", sa.String(), nullable=True),
        sa.Column("vin", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("make_key", sa.String(), nullable=True),
        sa.Column("model_key", sa.String(), nullable=True),
        sa.Column("plates_key", sa.String(), nullable=True),
        sa.Column("vin_key", sa.String(), nullable=True),
        sa.Column("use", sa.String(), nullable=False),
        sa.Column("entity", sa.String(), nullable=True),
        sa.Column("habitual_driver", sa.String(), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("coverages", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["policy_id"], ["policies.id"], name="fk_units_policy_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_units"),
        sa.UniqueConstraint("policy_id", "inciso", name="uq_units_policy_id_inciso"),
    )
    op.create_index(
        "ix_units_cancelled", "units", ["policy_id"], unique=False, postgresql_where=sa.text("cancelled_at IS NOT NULL")
    )
    op.create_index("ix_units_make_year", "units", ["make_key", "year"], unique=False)
    op.create_index(
        "ix_units_model_year",
        "units",
        ["model_key", "year"],
        unique=False,
        postgresql_ops={"model_key": "text_pattern_ops"},
    )
    op.create_index("ix_units_plates_key", "units", ["plates_key"], unique=False)
    op.create_index("ix_units_vin_key", "units", ["vin_key"], unique=False)


def downgrade() -> None:
    op.drop_table("units")
    op.drop_table("installments")
    op.drop_table("policies")
    op.drop_table("name_words")
    op.drop_table("holders")
    op.drop_table("financing_plans")
