"""Conversations, messages, notes, media, and the tables of deferred work"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from procrastinate.schema import SchemaManager
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP, TSVECTOR

revision: str = "c0001"
down_revision: str | Sequence[str] | None = None
branch_labels: str | Sequence[str] | None = ("channels",)
depends_on: str | Sequence[str] | None = None

When = TIMESTAMP(timezone=True)

ANNOUNCE = """
CREATE FUNCTION announce_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('cabina_conversations', NEW.conversation_id::text);
    RETURN NULL;
END $$;
CREATE TRIGGER announce_said AFTER INSERT ON messages
    FOR EACH ROW WHEN (NEW.direction = 'outbound') EXECUTE FUNCTION announce_message();
"""
"""Whoever looks at a conversation is told when something is said in it, at no extra round trip."""


def upgrade() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("profile_name", sa.String(), nullable=True),
        sa.Column("token_hash", sa.LargeBinary(), nullable=True),
        sa.Column("expects", sa.String(), nullable=True),
        sa.Column("handled_by", sa.String(), nullable=False),
        sa.Column("operator_id", sa.String(), nullable=True),
        sa.Column("operator_name", sa.String(), nullable=True),
        sa.Column("taken_at", When, nullable=True),
        sa.Column("operator_texts", JSONB, nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("priority", sa.String(), nullable=False),
        sa.Column("needs_person", sa.Boolean(), nullable=False),
        sa.Column("handover_reason", sa.String(), nullable=True),
        sa.Column("report_number", sa.String(), nullable=True),
        sa.Column("assistant_state", JSONB, nullable=True),
        sa.Column("turn_owner", sa.String(), nullable=True),
        sa.Column("turn_until", When, nullable=True),
        sa.Column("created_at", When, nullable=False),
        sa.Column("last_message_at", When, nullable=False),
        sa.Column("last_inbound_at", When, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
    )
    op.create_index(
        "ix_conversations_address",
        "conversations",
        ["address", "last_message_at"],
        unique=False,
        postgresql_where=sa.text("address IS NOT NULL"),
    )
    op.create_index("ix_conversations_last_message_at", "conversations", ["last_message_at", "id"], unique=False)
    op.create_index(
        "ix_conversations_needs_person",
        "conversations",
        ["last_message_at"],
        unique=False,
        postgresql_where=sa.text("needs_person"),
    )
    op.create_index(
        "ix_conversations_report_number",
        "conversations",
        ["report_number"],
        unique=False,
        postgresql_where=sa.text("report_number IS NOT NULL"),
    )
    op.create_index("ix_conversations_state", "conversations", ["state", "last_message_at", "id"], unique=False)
    op.create_table(
        "conversation_media",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("content_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("source_url", sa.String(), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("created_at", When, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name="fk_conversation_media_conversation_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_conversation_media"),
    )
    op.create_index("ix_conversation_media_conversation", "conversation_media", ["conversation_id"], unique=False)
    op.create_index("ix_conversation_media_created_at", "conversation_media", ["created_at"], unique=False)
    op.create_table(
        "conversation_notes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.String(), nullable=False),
        sa.Column("operator_name", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("created_at", When, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name="fk_conversation_notes_conversation_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_conversation_notes"),
    )
    op.create_index("ix_conversation_notes_conversation", "conversation_notes", ["conversation_id", "id"], unique=False)
    op.create_table(
        "messages",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("buttons", JSONB, nullable=True),
        sa.Column("location", JSONB, nullable=True),
        sa.Column("media", JSONB, nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.Column("understood", JSONB, nullable=True),
        sa.Column("intent", sa.String(), nullable=True),
        sa.Column("intent_confidence", sa.Float(), nullable=True),
        sa.Column("outcome", JSONB, nullable=True),
        sa.Column("provider_id", sa.String(), nullable=True),
        sa.Column("client_message_id", sa.String(), nullable=True),
        sa.Column("in_reply_to", sa.BigInteger(), nullable=True),
        sa.Column("created_at", When, nullable=False),
        sa.Column("processed_at", When, nullable=True),
        sa.Column("delivery", sa.String(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", When, nullable=True),
        sa.Column("error_code", sa.String(), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("segments", sa.Integer(), nullable=True),
        sa.Column(
            "search",
            TSVECTOR,
            sa.Computed(
                "to_tsvector('spanish', translate(lower(coalesce(text, '')), 'áéíóúüñ', 'aeiouun'))", persisted=True
            ),
            nullable=True,
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name="fk_messages_conversation_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_messages"),
    )
    op.create_index("ix_messages_conversation", "messages", ["conversation_id", "id"], unique=False)
    op.create_index(
        "ix_messages_outbox",
        "messages",
        ["conversation_id", "id"],
        unique=False,
        postgresql_where=sa.text("delivery IN ('queued', 'sending')"),
    )
    op.create_index(
        "ix_messages_pending",
        "messages",
        ["conversation_id", "id"],
        unique=False,
        postgresql_where=sa.text("direction = 'inbound' AND processed_at IS NULL"),
    )
    op.create_index("ix_messages_search", "messages", ["search"], unique=False, postgresql_using="gin")
    op.create_index(
        "uq_messages_client_message_id",
        "messages",
        ["conversation_id", "client_message_id"],
        unique=True,
        postgresql_where=sa.text("client_message_id IS NOT NULL"),
    )
    op.create_index(
        "uq_messages_provider_id",
        "messages",
        ["provider_id"],
        unique=True,
        postgresql_where=sa.text("provider_id IS NOT NULL"),
    )
    op.execute(ANNOUNCE)
    op.get_bind().connection.cursor().execute(SchemaManager.get_schema())  # many statements, so not through SQLAlchemy


def downgrade() -> None:
    for table in ("messages", "conversation_notes", "conversation_media", "conversations"):
        op.drop_table(table)
    op.execute("DROP FUNCTION announce_message")
    tables = "procrastinate_events, procrastinate_periodic_defers, procrastinate_jobs, procrastinate_workers"
    op.execute(f"DROP TABLE {tables} CASCADE")
    op.execute(
        "DROP TYPE procrastinate_job_status, procrastinate_job_event_type, procrastinate_job_to_defer_v1 CASCADE"
    )
