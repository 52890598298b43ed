"""The console: people, viewers, replies, dispatch, reviews, views, the vocabulary of search, the privacy register"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "console_01"
down_revision: str | Sequence[str] | None = None
branch_labels: str | Sequence[str] | None = ("console",)
depends_on: str | Sequence[str] | None = ("c0001", "records_03")

PEOPLE_INDEX = """
CREATE INDEX ix_claims_people ON claims USING gin (to_tsvector('simple', translate(lower(
    coalesce(facts->'reporter'->>'name', '') || ' ' || coalesce(facts->>'driver_name', '') || ' ' ||
    coalesce(facts->>'insured_name', '')), 'áéíóúüñ', 'aeiouun')))
"""
REPLIES = (
    ("Saludo", "Soy {operador}, de la cabina. Ya leí lo que nos contó y sigo con usted."),
    (
        "Primero su seguridad",
        "Si alguien está lastimado llame al 911. Póngase en un lugar seguro, lejos del paso de los autos.",
    ),
    (
        "Pedir ubicación",
        "Para que el ajustador llegue con usted, ¿me comparte su ubicación o me dice la calle, el cruce y la colonia?",
    ),
    (
        "Pedir placas o póliza",
        "¿Tiene a la mano el número de póliza? Si no, con las placas del vehículo lo encontramos.",
    ),
    ("Número de reporte", "Su número de reporte es {reporte}. Guárdelo, por favor: con él puede preguntar cómo va."),
    ("Ajustador asignado", "Le atenderá {ajustador}. Debe llegar a más tardar a las {vence} a {lugar}."),
    (
        "No mueva el vehículo",
        "No mueva el vehículo salvo que la autoridad o el ajustador se lo pidan, o que sea un peligro dejarlo ahí.",
    ),
    ("No firme ni acuerde", "Por favor no haga tratos ni firme nada hasta que llegue el ajustador."),
    (
        "Disculpa por la demora",
        "Lamento la demora. Estoy al pendiente de que llegue quien le va a ayudar y le aviso por aquí.",
    ),
    ("Despedida", "Quedo al pendiente. Si algo cambia, escríbame por este mismo medio."),
)


def upgrade() -> None:
    op.create_table(
        "canned_replies",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_canned_replies"),
        sa.UniqueConstraint("title", name="uq_canned_replies_title"),
    )
    op.create_table(
        "field_units",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=True),
        sa.Column("on_duty", sa.Boolean(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_field_units"),
    )
    op.create_table(
        "operators",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("username", sa.String(length=64), nullable=False),
        sa.Column("full_name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("totp_secret", sa.String(length=64), nullable=True),
        sa.Column("totp_confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("totp_last_step", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_sign_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "preferences", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_operators"),
        sa.UniqueConstraint("email", name="uq_operators_email"),
        sa.UniqueConstraint("username", name="uq_operators_username"),
    )
    op.create_table(
        "privacy_acts",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("outcome", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_privacy_acts"),
    )
    op.create_table(
        "search_progress",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_search_progress"),
    )
    op.create_table(
        "search_words",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("trigrams", sa.ARRAY(sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("word", name="pk_search_words"),
    )
    op.create_index("ix_search_words_trigrams", "search_words", ["trigrams"], unique=False, postgresql_using="gin")
    op.create_table(
        "sign_in_throttles",
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_failure_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_sign_in_throttles"),
    )
    op.create_table(
        "conversation_viewers",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("operator_name", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_conversation_viewers_conversation_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["operators.id"], name="fk_conversation_viewers_operator_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("conversation_id", "operator_id", name="pk_conversation_viewers"),
        prefixes=["UNLOGGED"],
    )
    op.create_table(
        "corrections",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("right", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("exported_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["operators.id"], name="fk_corrections_author_id"),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name="fk_corrections_conversation_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
    )
    op.create_index("ix_corrections_conversation_id", "corrections", ["conversation_id"], unique=False)
    op.create_table(
        "dispatches",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("claim_id", sa.BigInteger(), nullable=False),
        sa.Column("unit_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("assigned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("assigned_by", sa.Text(), nullable=False),
        sa.Column("on_the_way_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("justification", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_dispatches_claim_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["unit_id"], ["field_units.id"], name="fk_dispatches_unit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_dispatches"),
    )
    op.create_index("ix_dispatches_claim_id", "dispatches", ["claim_id"], unique=False)
    op.create_index(
        "ix_dispatches_unit_under_way",
        "dispatches",
        ["unit_id"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL AND arrived_at IS NULL"),
    )
    op.create_index(
        "uq_dispatches_under_way",
        "dispatches",
        ["claim_id", "kind"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "operator_sessions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("csrf", sa.String(length=64), nullable=False),
        sa.Column("stage", sa.String(length=8), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reveal_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("flash", sa.Text(), nullable=True),
        sa.Column("address", sa.String(length=64), nullable=True),
        sa.Column("user_agent", sa.String(length=300), nullable=True),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["operators.id"], name="fk_operator_sessions_operator_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_operator_sessions"),
        sa.UniqueConstraint("token_hash", name="uq_operator_sessions_token_hash"),
    )
    op.create_index("ix_operator_sessions_operator_id", "operator_sessions", ["operator_id"], unique=False)
    op.create_table(
        "password_links",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["operators.id"], name="fk_password_links_operator_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name="pk_password_links"),
    )
    op.create_table(
        "reviews",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("reviewer_id", sa.Uuid(), nullable=False),
        sa.Column("reviewer_name", sa.Text(), nullable=False),
        sa.Column("marks", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("tags", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name="fk_reviews_conversation_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["reviewer_id"], ["operators.id"], name="fk_reviews_reviewer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
        sa.UniqueConstraint("conversation_id", "reviewer_id", name="uq_reviews_conversation_id_reviewer_id"),
    )
    op.create_index("ix_reviews_tags", "reviews", ["tags"], unique=False, postgresql_using="gin")
    op.create_table(
        "saved_views",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("operator_id", sa.Uuid(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["operators.id"], name="fk_saved_views_operator_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_saved_views"),
        sa.UniqueConstraint("operator_id", "path", "name", name="uq_saved_views_operator_id_path_name"),
    )
    op.execute(PEOPLE_INDEX)
    op.create_index("ix_claims_updated_at", "claims", ["updated_at"])
    op.create_index("ix_claims_adjuster_due_at", "claims", ["adjuster_due_at"])
    op.create_index("ix_messages_created_at", "messages", ["created_at"], postgresql_using="brin")
    op.create_index("ix_audit_log_actor_id", "audit_log", ["actor_id", "id"])
    replies = sa.table("canned_replies", sa.column("title"), sa.column("text"), sa.column("position"))
    rows = [{"title": title, "text": text, "position": 10 * place} for place, (title, text) in enumerate(REPLIES, 1)]
    op.bulk_insert(replies, rows)


def downgrade() -> None:
    op.execute("DROP INDEX ix_claims_people")
    op.drop_index("ix_audit_log_actor_id", table_name="audit_log")
    op.drop_index("ix_messages_created_at", table_name="messages")
    op.drop_index("ix_claims_adjuster_due_at", table_name="claims")
    op.drop_index("ix_claims_updated_at", table_name="claims")
    op.drop_table("saved_views")
    op.drop_index("ix_reviews_tags", table_name="reviews", postgresql_using="gin")
    op.drop_table("reviews")
    op.drop_table("password_links")
    op.drop_index("ix_operator_sessions_operator_id", table_name="operator_sessions")
    op.drop_table("operator_sessions")
    op.drop_index("uq_dispatches_under_way", table_name="dispatches", postgresql_where=sa.text("ended_at IS NULL"))
    op.drop_index(
        "ix_dispatches_unit_under_way",
        table_name="dispatches",
        postgresql_where=sa.text("ended_at IS NULL AND arrived_at IS NULL"),
    )
    op.drop_index("ix_dispatches_claim_id", table_name="dispatches")
    op.drop_table("dispatches")
    op.drop_index("ix_corrections_conversation_id", table_name="corrections")
    op.drop_table("corrections")
    op.drop_table("conversation_viewers")
    op.drop_table("sign_in_throttles")
    op.drop_index("ix_search_words_trigrams", table_name="search_words", postgresql_using="gin")
    op.drop_table("search_words")
    op.drop_table("search_progress")
    op.drop_table("privacy_acts")
    op.drop_table("operators")
    op.drop_table("field_units")
    op.drop_table("canned_replies")
