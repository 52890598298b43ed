"""One import, from a file to the book, in one transaction: what is killed on the way leaves the book as it was."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from sqlalchemy import Engine

from policy_backend.policies.importing import staging
from policy_backend.policies.importing.reading import ImportFailed, is_json, read_lines
from policy_backend.policies.importing.rows import Line, Row
from policy_backend.policies.model.names import misspellings, name_keys, words

BATCH = 20_000
PROGRESS = 100_000
Say = Callable[[str], None]


@dataclass
class Report:
    """What an import did. `bad` counts lines; a policy with a bad line is not loaded at all."""

    lines: int = 0
    bad: int = 0
    policies: int = 0
    units: int = 0
    loaded: bool = False


@dataclass
class _Stage:
    """Rows on their way to the staging tables, and what must be remembered of those before them."""

    cursor: psycopg.Cursor[Row]
    whole: bool
    policies: list[Row] = field(default_factory=list)
    units: list[Row] = field(default_factory=list)
    installments: list[Row] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    bad_keys: set[str] = field(default_factory=set)

    def add(self, line: Line) -> str | None:
        """Take a line, or say why not: its policy came before, with other data or where lines are whole policies.

        Instalments count on the first line of a policy.
        """
        fingerprint = hash(line.policy)
        if line.key not in self.seen:
            self.seen[line.key] = fingerprint
            holder_words = words(line.policy[4])
            self.words.update(holder_words)
            keys = "{" + ",".join(map(str, name_keys(holder_words))) + "}"
            self.policies.append((*line.policy, keys))
            self.installments += line.installments
        elif self.whole:
            return "policy_number: this policy was on a line before"
        elif self.seen[line.key] != fingerprint:
            return "policy_number: a line before gives this policy another product, holder or term"
        self.units += line.units
        if len(self.units) >= BATCH:
            self.flush()
        return None

    def flush(self) -> None:
        """Send what is waiting to the staging tables."""
        staging.copy_rows(self.cursor, "stage_policies", staging.POLICY_COLUMNS, self.policies)
        staging.copy_rows(self.cursor, "stage_units", staging.UNIT_COLUMNS, self.units)
        staging.copy_rows(self.cursor, "stage_installments", staging.INSTALLMENT_COLUMNS, self.installments)

    def finish(self) -> None:
        """Send the rest: waiting rows, the vocabulary, the policies that must not be loaded."""
        self.flush()
        vocabulary: list[Row] = [(word, misspellings(word)) for word in sorted(self.words)]
        staging.copy_rows(self.cursor, "stage_words", "word, forms", vocabulary)
        staging.copy_rows(self.cursor, "stage_bad", "number_key", [(key,) for key in self.bad_keys])
        for table in ("stage_policies", "stage_units", "stage_installments"):
            self.cursor.execute(f"ANALYZE {table}".encode())


def _read(path: Path, stage: _Stage, report: Report, say: Say, bad: Callable[[int, str], None]) -> None:
    for number, key, line, reason in read_lines(path):
        report.lines += 1
        refused = reason or (stage.add(line) if line else None)
        if refused:
            report.bad += 1
            stage.bad_keys.add(key)
            bad(number, refused)
        if report.lines % PROGRESS == 0:
            say(f"read {report.lines:,} lines, {report.bad:,} bad")
    stage.flush()
    for key, inciso, number in stage.cursor.execute(staging.REPEATED_UNITS).fetchall():
        report.bad += 1
        stage.bad_keys.add(key)
        bad(number, f"inciso: {inciso} of policy {key} is there more than once")


def _merge(cursor: psycopg.Cursor[Row], report: Report, say: Say) -> None:
    if report.bad:
        cursor.execute(staging.DROP_BAD)
    for name, statement in staging.MERGE:
        cursor.execute(statement.encode())
        say(f"{name}: {cursor.rowcount:,}")
        if name == "policies":
            report.policies = cursor.rowcount
        if name == "units":
            report.units = cursor.rowcount


def import_book(
    engine: Engine, path: Path, *, all_or_nothing: bool, say: Say, bad: Callable[[int, str], None]
) -> Report:
    """Validate every line of `path` and load the good policies in place of those with the same number.

    `bad` hears each line that cannot be used and why, `say` hears of progress. With `all_or_nothing` a single bad line
    leaves the book as it was. The same file twice gives the same book. Raises ImportFailed
    for a file that cannot be read.
    """
    if not path.is_file():
        raise ImportFailed(f"{path} is not a file")
    whole, report = is_json(path), Report()
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as pooled:
        connection = pooled.connection.driver_connection
        if not isinstance(connection, psycopg.Connection):
            raise ImportFailed("an import needs PostgreSQL through psycopg")
        with connection.transaction(), connection.cursor() as cursor:
            cursor.execute(staging.CREATE)
            stage = _Stage(cursor, whole)
            _read(path, stage, report, say, bad)
            stage.finish()
            if all_or_nothing and report.bad:
                raise psycopg.Rollback
            _merge(cursor, report, say)
            report.loaded = True
        if report.loaded:
            for statement in staging.AFTER:
                connection.execute(statement.encode())
            for table in staging.TABLES:
                connection.execute(f"VACUUM (ANALYZE) {table}".encode())
    return report
