"""Twilio: contacts, sends, calls and their turns, news told"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP

revision: str = "c0002"
down_revision: str | Sequence[str] | None = "c0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

When = TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.create_table(
        "twilio_contacts",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("last_inbound_at", When, nullable=True),
        sa.Column("stopped_at", When, nullable=True),
        sa.PrimaryKeyConstraint("channel", "phone", name=op.f("pk_twilio_contacts")),
    )
    op.create_table(
        "twilio_sends",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("route", sa.String(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("to", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("attempted_at", When, nullable=True),
        sa.Column("unsure", sa.Boolean(), nullable=False),
        sa.Column("sid", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("error_code", sa.Integer(), nullable=True),
        sa.Column("encoding", sa.String(), nullable=True),
        sa.Column("segments", sa.Integer(), nullable=True),
        sa.Column("price", sa.Numeric(10, 4), nullable=True),
        sa.Column("created_at", When, nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["messages.id"], name=op.f("fk_twilio_sends_message_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_twilio_sends")),
        sa.UniqueConstraint("message_id", "route", "part", name=op.f("uq_twilio_sends_message_id_route_part")),
    )
    op.create_index(
        "uq_twilio_sends_sid", "twilio_sends", ["sid"], unique=True, postgresql_where=sa.text("sid IS NOT NULL")
    )
    op.create_table(
        "twilio_calls",
        sa.Column("sid", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("expects", sa.String(), nullable=True),
        sa.Column("said", JSONB(), nullable=False),
        sa.Column("doubtful", sa.String(), nullable=True),
        sa.Column("silences", sa.Integer(), nullable=False),
        sa.Column("not_understood", sa.Integer(), nullable=False),
        sa.Column("number_told", sa.String(), nullable=True),
        sa.Column("offered", JSONB(), nullable=False),
        sa.Column("moved", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("taken_at", When, nullable=True),
        sa.Column("started_at", When, nullable=False),
        sa.Column("ended_at", When, nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_twilio_calls_conversation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("sid", name=op.f("pk_twilio_calls")),
    )
    op.create_index("ix_twilio_calls_conversation", "twilio_calls", ["conversation_id"])
    op.create_table(
        "twilio_call_turns",
        sa.Column("call_sid", sa.String(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("twiml", sa.String(), nullable=True),
        sa.Column("started_at", When, nullable=False),
        sa.PrimaryKeyConstraint("call_sid", "turn", name=op.f("pk_twilio_call_turns")),
    )
    op.create_table(
        "twilio_news",
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("facts", JSONB(), nullable=False),
        sa.Column("told_at", When, nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["messages.id"], name=op.f("fk_twilio_news_message_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("subject", "event", name=op.f("pk_twilio_news")),
    )


def downgrade() -> None:
    for table in ("twilio_news", "twilio_call_turns", "twilio_calls", "twilio_sends", "twilio_contacts"):
        op.drop_table(table)
