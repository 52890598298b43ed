"""The staging tables of an import, and the set-based statements that move them into the book."""

import psycopg

from policy_backend.policies.importing.rows import Row

POLICY_COLUMNS = "number_key, number, product, package, holder, fleet, starts_at, ends_at, holder_keys"
UNIT_COLUMNS = (
    "number_key, inciso, make, model, year, color, plates, vin, kind, make_key, model_key, plates_key, vin_key, use, "
    "entity, habitual_driver, coverages, line"
)
INSTALLMENT_COLUMNS = "number_key, inciso, due_at, amount, paid_at, grace_until"

CREATE = """
SET LOCAL temp_buffers = '256MB';
SET LOCAL synchronous_commit = off;
SET LOCAL work_mem = '256MB';
SET LOCAL maintenance_work_mem = '512MB';
SET LOCAL gin_pending_list_limit = '1GB';
CREATE TEMP TABLE stage_policies (number_key text, number text, product text, package text, holder text, fleet bool,
    starts_at timestamptz, ends_at timestamptz, holder_keys int[]) ON COMMIT DROP;
CREATE TEMP TABLE stage_units (number_key text, inciso int, make text, model text, year smallint, color text,
    plates text, vin text, kind text, make_key text, model_key text, plates_key text, vin_key text, use text,
    entity text, habitual_driver text, coverages jsonb, line int) ON COMMIT DROP;
CREATE TEMP TABLE stage_installments (number_key text, inciso int, due_at timestamptz, amount numeric(14,2),
    paid_at timestamptz, grace_until timestamptz) ON COMMIT DROP;
CREATE TEMP TABLE stage_words (word text, forms int[]) ON COMMIT DROP;
CREATE TEMP TABLE stage_bad (number_key text) ON COMMIT DROP;
"""

REPEATED_UNITS = """
SELECT number_key, inciso, max(line) FROM stage_units GROUP BY number_key, inciso HAVING count(*) > 1 ORDER BY 3
"""

DROP_BAD = """
DELETE FROM stage_policies USING stage_bad WHERE stage_policies.number_key = stage_bad.number_key;
DELETE FROM stage_units USING stage_bad WHERE stage_units.number_key = stage_bad.number_key;
DELETE FROM stage_installments USING stage_bad WHERE stage_installments.number_key = stage_bad.number_key;
"""

MERGE = (
    ("words", "INSERT INTO name_words (word, forms) SELECT word, forms FROM stage_words ON CONFLICT DO NOTHING"),
    (
        "holders",
        "INSERT INTO holders (name, keys) SELECT DISTINCT ON (holder) holder, holder_keys FROM stage_policies "
        "ON CONFLICT (name) DO NOTHING",
    ),
    (
        "old units",
        "DELETE FROM units USING policies p, stage_policies s WHERE s.number_key = p.number_key AND policy_id = p.id",
    ),
    (
        "old instalments",
        "DELETE FROM installments i USING policies p, stage_policies s "
        "WHERE s.number_key = p.number_key AND i.policy_id = p.id",
    ),
    (
        "policies",
        "INSERT INTO policies (number, number_key, product, package, holder_id, fleet, starts_at, ends_at) "
        "SELECT number, number_key, product, package, h.id, fleet, starts_at, ends_at FROM stage_policies s "
        "JOIN holders h ON h.name = s.holder ON CONFLICT (number_key) DO UPDATE SET number = excluded.number, "
        "product = excluded.product, package = excluded.package, holder_id = excluded.holder_id, "
        "fleet = excluded.fleet, starts_at = excluded.starts_at, ends_at = excluded.ends_at",
    ),
    (
        "units",
        "INSERT INTO units (policy_id, inciso, make, model, year, color, plates, vin, kind, make_key, model_key, "
        "plates_key, vin_key, use, entity, habitual_driver, coverages) SELECT p.id, inciso, make, model, year, color, "
        "plates, vin, kind, make_key, model_key, plates_key, vin_key, use, entity, habitual_driver, coverages "
        "FROM stage_units s JOIN policies p ON p.number_key = s.number_key",
    ),
    (
        "instalments",
        "INSERT INTO installments (policy_id, inciso, due_at, amount, paid_at, grace_until) "
        "SELECT p.id, inciso, due_at, amount, paid_at, grace_until "
        "FROM stage_installments s JOIN policies p ON p.number_key = s.number_key",
    ),
)
AFTER = ("SELECT gin_clean_pending_list('ix_holders_keys'::regclass)",)
TABLES = ("holders", "name_words", "policies", "units", "installments")


def copy_rows(cursor: psycopg.Cursor[Row], table: str, columns: str, rows: list[Row]) -> None:
    """COPY rows into a staging table and empty the list."""
    if rows:
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN".encode()) as copy:
            for row in rows:
                copy.write_row(row)
        rows.clear()
