"""What was kept by law of people who had their data erased: hidden from everybody but after an audited reveal"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "console_03"
down_revision: str | Sequence[str] | None = "console_02"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "blocked_conversations",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_blocked_conversations_conversation_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_blocked_conversations"),
    )
    op.create_table(
        "blocked_claims",
        sa.Column("claim_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_blocked_claims_claim_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim_id", name="pk_blocked_claims"),
    )


def downgrade() -> None:
    op.drop_table("blocked_claims")
    op.drop_table("blocked_conversations")
