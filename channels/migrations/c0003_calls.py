"""Calls: what was said last is in the transcript"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "c0003"
down_revision: str | Sequence[str] | None = "c0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.drop_column("twilio_calls", "said")


def downgrade() -> None:
    op.add_column("twilio_calls", sa.Column("said", JSONB(), nullable=False, server_default="[]"))
