"""The monthly report: the contract's columns, real types, filters, no formulas, bounded memory at 100,000 claims."""

# ruff: noqa: E501

import csv
import io
import json
import os
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook
from sqlalchemy import text

from common import clock
from common.database import new_session, transaction
from policy_backend.siniestralidad import files, schedule, store
from policy_backend.siniestralidad.model import month_bounds
from policy_backend.siniestralidad.schedule import last_day

MONTH = f"{clock.today():%Y-%m}"
URL = "/api/v1/reports/siniestralidad"
CONTRACT = [
    "Fecha del siniestro", "Lugar del siniestro", "Fecha de reporte siniestro", "Número de póliza", "Inciso", "Cobertura afectada",
    "Causa del siniestro", "Monto indemnizado", "Monto estimado", "Estatus", "Estatus responsable o afectado", "Localidad", "Ramo",
    "Subramo", "Salvamentos", "Número de serie", "Número de placas del vehículo",
]  # fmt: skip


@pytest.fixture
def claims(book: None, api: TestClient) -> list[str]:
    place = {"street": "=HYPERLINK(1)", "municipality": "Toluca", "state": "México"}
    bodies = [
        {"policy": {"number": "8800001", "inciso": 25}, "incident_type": "collision", "occurred_at": clock.local_now().isoformat(), "location": place},
        {"policy": {"number": "8800001", "inciso": 118}, "incident_type": "total_theft"},
        {"policy": {"number": "1042587"}, "incident_type": "glass"},
    ]  # fmt: skip
    numbers = [api.post("/api/v1/claims", json=body).json()["report_number"] for body in bodies]
    settled = api.put(
        f"/api/v1/claims/{numbers[0]}/settlement",
        json={"estimate": "12500.50", "paid_amount": 11000, "liability": "afectado"},
    )
    assert settled.json() == {
        "estimate": "12500.50",
        "paid_amount": "11000.00",
        "salvage": None,
        "liability": "afectado",
    }
    api.post(f"/api/v1/claims/{numbers[0]}/transitions", json={"event": "close"})
    api.post(f"/api/v1/claims/{numbers[1]}/transitions", json={"event": "cancel", "reason": "apareció"})
    return numbers


def test_xlsx_has_the_contract_s_columns_and_real_types(claims: list[str], api: TestClient, tmp_path: Path) -> None:
    answer = api.get(URL, params={"month": MONTH, "policy": "8800001", "format": "xlsx"})
    path = tmp_path / "report.xlsx"
    path.write_bytes(answer.content)
    sheet = load_workbook(path).active
    assert [cell.value for cell in sheet[1]] == CONTRACT
    assert (sheet.auto_filter.ref, sheet.freeze_panes, sheet.max_row) == ("A1:Q3", "A2", 3)
    first = dict(zip(CONTRACT, sheet[2], strict=True))
    assert isinstance(first["Fecha del siniestro"].value, datetime)
    assert (first["Monto estimado"].value, first["Monto indemnizado"].value, first["Inciso"].value) == (
        12500.5,
        11000,
        25,
    )
    assert (first["Lugar del siniestro"].data_type, first["Lugar del siniestro"].value) == (
        "s",
        "=HYPERLINK(1), Toluca, México",
    )
    assert [row[9].value for row in sheet.iter_rows(min_row=2)] == ["pagado", "cancelado"]
    assert (first["Estatus responsable o afectado"].value, first["Ramo"].value, first["Subramo"].value) == (
        "afectado",
        "Automóviles",
        "Automóviles",
    )
    assert first["Número de serie"].value == "3VWDP6BU9HM224518"
    assert sheet["N3"].value == "Motocicletas"


def test_csv_and_json_say_the_same(claims: list[str], api: TestClient) -> None:
    table = list(
        csv.reader(io.StringIO(api.get(URL, params={"month": MONTH, "format": "csv"}).content.decode("utf-8-sig")))
    )
    assert table[0] == CONTRACT
    assert len(table) == 4
    assert table[1][1] == "'=HYPERLINK(1), Toluca, México"
    report = api.get(URL, params={"month": MONTH, "format": "json"}).json()
    assert list(report["columns"].values()) == CONTRACT
    assert [row["policy_no"] for row in report["rows"]] == ["8800001", "8800001", "1042587"]
    assert report["rows"][0]["paid_amount"] == "11000.00"


def test_months_and_refusals(claims: list[str], api: TestClient) -> None:
    assert api.get(URL, params={"month": "2020-01"}).json()["rows"] == []
    for params in ({}, {"month": "2026-13"}, {"month": "0000-01"}, {"month": "hoy"}, {"month": MONTH, "format": "pdf"}):
        assert api.get(URL, params=params).status_code == 422


def test_a_month_ends_at_midnight_of_the_insurer(claims: list[str], api: TestClient) -> None:
    edge = datetime.combine(month_bounds(date(2026, 2, 1))[1], datetime.min.time(), clock.local_zone())
    with transaction() as session:
        session.execute(text("UPDATE claims SET reported_at = :at"), {"at": edge})
        session.execute(
            text("UPDATE claims SET reported_at = :at WHERE policy_key = '1042587'"),
            {"at": edge - timedelta(seconds=1)},
        )
    assert [len(api.get(URL, params={"month": month}).json()["rows"]) for month in ("2026-02", "2026-03")] == [1, 2]


def test_a_hundred_thousand_claims_in_bounded_memory(claims: list[str]) -> None:
    copies = text(
        "INSERT INTO claims (loss, report_number, status, priority, channel, facts, coverage, operator, version, created_at, updated_at, reported_at) "
        "SELECT loss, lpad(n::text, 10, '0'), status, priority, channel, facts, '{}', operator, version, created_at, updated_at, '2026-05-05T12:00:00Z' "
        "FROM claims, generate_series(1, 100000) n WHERE report_number = :number"
    )

    def resident() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    with transaction() as session:
        session.execute(copies, {"number": claims[0]})
    with new_session() as session:
        before, written, peak = resident(), 0, 0
        for piece in files.csv_lines(store.rows(session, date(2026, 5, 1))):
            written, peak = written + len(piece), max(peak, resident())
    assert written > 10_000_000
    assert peak - before < 40 * 2**20


def test_on_schedule_once(claims: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(schedule, "folder", lambda: tmp_path)
    with new_session() as session:
        written = schedule.write_due(session)
        assert schedule.write_due(session) == []
    last_month = clock.today().replace(day=1) - timedelta(days=1)
    expected = [f"siniestralidad-8800001-{last_month:%Y-%m}.xlsx"] if last_month.year == clock.today().year else []
    assert [path.name for path in written] == expected


def test_the_last_day_to_deliver() -> None:
    assert last_day(date(2026, 12, 1)) == date(2027, 1, 8)  # 1 January is a holiday, 2 and 3 a weekend


def test_json_pieces_are_json_even_without_rows() -> None:
    assert json.loads("".join(files.json_lines([], "2026-01", None)))["rows"] == []
