"""Files: the report that each goes with, be it of this conversation or of an earlier one"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "c0004"
down_revision: str | Sequence[str] | None = "c0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("conversation_media", sa.Column("report_number", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("conversation_media", "report_number")
