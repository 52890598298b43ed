"""Rows as XLSX or CSV, harmless to open: a text never becomes a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from fastapi.responses import Response
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from common.clock import local_zone

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
WIDEST, LONGEST = 48, 32_000


def _local(value: Any) -> Any:
    return value.astimezone(local_zone()).replace(tzinfo=None) if isinstance(value, datetime) else value


def xlsx(title: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A workbook of one sheet: real types, a header that stays, filters."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    kept = [[_local(value) for value in row] for row in rows]
    for place, name in enumerate(header):
        widest = max([len(name), *(len(str(row[place] or "")) for row in kept[:300])])
        sheet.column_dimensions[get_column_letter(place + 1)].width = min(widest + 2, WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(header))}{len(kept) + 1}"
    heads = [WriteOnlyCell(sheet, name) for name in header]
    for cell in heads:
        cell.font = Font(bold=True)
    sheet.append(heads)
    for row in kept:
        sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: Any) -> Any:
    if value is None or isinstance(value, (bool, int, float, Decimal, datetime, date)):
        return value
    cell = WriteOnlyCell(sheet, "".join(c for c in str(value)[:LONGEST] if c.isprintable() or c == "\n"))
    cell.data_type = "s"
    return cell


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """UTF-8 with a mark that spreadsheets recognise; a text that would be a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_plain(value) for value in row] for row in rows)
    return ("\ufeff" + out.getvalue()).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(local_zone()).isoformat(timespec="seconds")
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def file_response(name: str, kind: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Response:
    """A download of `rows` as `kind`, xlsx or csv."""
    if kind == "xlsx":
        return attachment(xlsx(name, header, rows), XLSX, f"{name}.xlsx")
    return attachment(csv_text(header, rows), "text/csv; charset=utf-8", f"{name}.csv")


def attachment(content: bytes, media_type: str, filename: str) -> Response:
    """A file to keep, never shown in the page."""
    return Response(
        content, media_type=media_type, headers={"content-disposition": f'attachment; filename="{filename}"'}
    )
