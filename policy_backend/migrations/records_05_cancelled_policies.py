"""When a policy was cancelled because its plan was paid off."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "records_05"
down_revision: str | Sequence[str] | None = "records_04"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("policies", sa.Column("cancelled_from", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("policies", "cancelled_from")
