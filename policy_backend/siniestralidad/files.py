"""The report as XLSX, CSV and JSON, each written row by row."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from policy_backend.siniestralidad.model import COLUMNS, KEYS, Row

WIDTHS = (18, 44, 18, 14, 8, 36, 20, 16, 16, 11, 16, 22, 13, 16, 14, 20, 16)
DATE_FORMAT, MONEY_FORMAT = "yyyy-mm-dd hh:mm", "#,##0.00"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
UTF8_MARK = "\ufeff"


def _cell(sheet: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, datetime):
        cell = WriteOnlyCell(sheet, value.replace(tzinfo=None))
        cell.number_format = DATE_FORMAT
        return cell
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, Decimal):
        cell.number_format = MONEY_FORMAT
    elif isinstance(value, str):
        cell.data_type = "s"
    return cell


def write_xlsx(rows: Iterable[Row], path: Path) -> int:
    """Write the report: dates and amounts as such, header, filter, texts never as formulas. Returns how many rows."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet("Siniestralidad")
    sheet.freeze_panes = "A2"
    for place, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    header = []
    for name in COLUMNS:
        cell = WriteOnlyCell(sheet, name)
        cell.font = Font(bold=True)
        header.append(cell)
    sheet.append(header)
    count = 0
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{count + 1}"
    book.save(path)
    return count


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return str(value) if isinstance(value, Decimal) else value


def _harmless(value: Any) -> Any:
    """A text that a spreadsheet would take for a formula gets an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """The report as CSV text, line by line, with the mark by which spreadsheets know UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    buffer.write(UTF8_MARK)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_plain(_harmless(value)) for value in row])
        if buffer.tell() > 65536:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def json_lines(rows: Iterable[Row], month: str, policy: str | None) -> Iterator[str]:
    """The report as one JSON object, piece by piece."""
    head = {"month": month, "policy": policy, "columns": dict(zip(KEYS, COLUMNS, strict=True))}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "rows": ['
    for place, row in enumerate(rows):
        values = {key: _plain(value) for key, value in zip(KEYS, row, strict=True)}
        yield ("," if place else "") + "\n" + json.dumps(values, ensure_ascii=False)
    yield "]}\n"
