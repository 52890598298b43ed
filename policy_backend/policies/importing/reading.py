"""Reading a book's file: a stream of lines, each either usable or refused with its reason."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from policy_backend.policies.importing.fields import BadField
from policy_backend.policies.importing.rows import Line, line_of_csv, line_of_json
from policy_backend.policies.model.keys import number_key

NEEDED_COLUMNS = ("policy_number", "product", "holder", "starts_on", "ends_on", "inciso", "use", "coverages")


class ImportFailed(Exception):
    """The file as a whole cannot be read; the message says why."""


class ReadLine(NamedTuple):
    """A line of the file: `line` when it can be used, else `reason`; `key` is its policy as far as it can be told."""

    number: int
    key: str
    line: Line | None
    reason: str | None


def _refused(number: int, named: Any, reason: object) -> ReadLine:
    return ReadLine(number, number_key(named) if isinstance(named, str) else "", None, str(reason))


def _json_lines(path: Path) -> Iterator[ReadLine]:
    with path.open(encoding="utf-8-sig", errors="surrogateescape") as file:
        for number, written in enumerate(file, 1):
            if not written.strip():
                continue
            content: Any = None
            try:
                content = json.loads(written)
                line = line_of_json(content, number)
                yield ReadLine(number, line.key, line, None)
            except (BadField, RecursionError) as error:
                named = content.get("policy_number", content.get("number")) if isinstance(content, dict) else None
                yield _refused(number, named, error)
            except json.JSONDecodeError as error:
                yield _refused(number, None, f"is not JSON: {error.msg} at column {error.colno}")


def _csv_lines(path: Path) -> Iterator[ReadLine]:
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        reader = csv.reader(file)
        header = [name.strip() for name in next(reader, [])]
        missing = [name for name in NEEDED_COLUMNS if name not in header]
        if missing:
            raise ImportFailed(f"the header lacks {', '.join(missing)}; see docs/import.md")
        width, number_at = len(header), header.index("policy_number")
        while True:
            cells: list[str] = []
            try:
                cells = next(reader)
                if not cells:
                    continue
                if len(cells) != width:
                    raise BadField("line", f"has {len(cells)} cells, the header has {width}")
                line = line_of_csv(dict(zip(header, cells, strict=True)), reader.line_num)
                yield ReadLine(reader.line_num, line.key, line, None)
            except StopIteration:
                return
            except (BadField, csv.Error) as error:
                named = cells[number_at] if len(cells) > number_at else None
                yield _refused(reader.line_num, named, error)


def is_json(path: Path) -> bool:
    """True for JSON Lines (.jsonl, .ndjson, .json), False for CSV. Raises ImportFailed for any other name."""
    suffix = path.suffix.lower()
    if suffix not in (".jsonl", ".ndjson", ".json", ".csv"):
        raise ImportFailed(f"{path.name}: the name must end in .csv or .jsonl")
    return suffix != ".csv"


def read_lines(path: Path) -> Iterator[ReadLine]:
    """Every line of the file in order. Raises ImportFailed when the file cannot be read at all."""
    return _json_lines(path) if is_json(path) else _csv_lines(path)
