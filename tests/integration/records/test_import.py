"""Importing a book: good lines loaded, bad ones named, nothing half-written, the same file twice the same book."""

# ruff: noqa: E501

import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from cabina.cli import main
from common.database import engine, new_session
from policy_backend.policies import store
from policy_backend.policies.importing import ImportFailed, Report, import_book
from policy_backend.policies.store.tables import InstallmentRow, PolicyRow, UnitRow

HEADER = "policy_number,product,package,holder,fleet,starts_on,ends_on,inciso,make,model,year,color,plates,vin,kind,use,coverages,installments"
GOOD = [
    '0031,maps-autos,amplia,"Peña Ruiz, Óscar",false,2026-01-10,2027-01-10,1,Nissan,Versa,2021,gris,ABC-12-34,3N1CN8AE1ML812345,auto,particular,'
    "material_damage sum_insured=200000 deductible_pct=5; legal_assistance,2026-01-10 9800.00 paid=2026-01-11; 2026-07-10 9800.00",
    "77,maps-autos,amplia,Fletes SA,sí,2026-01-10,2027-01-10,1,Isuzu,ELF,2020,blanco,XX-1,,truck,comercial,legal_assistance,",
    "77,maps-autos,amplia,Fletes SA,sí,2026-01-10,2027-01-10,2,,,,,,,,comercial,legal_assistance,",
]


def load(path: Path, lines: list[str] | str, all_or_nothing: bool = False) -> tuple[Report, list[tuple[int, str]]]:
    path.write_text(lines if isinstance(lines, str) else "\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    heard: list[tuple[int, str]] = []
    report = import_book(
        engine(), path, all_or_nothing=all_or_nothing, say=lambda _: None, bad=lambda n, why: heard.append((n, why))
    )
    return report, heard


def counts() -> list[int]:
    with new_session() as session:
        return [
            session.scalar(select(func.count()).select_from(table)) or 0
            for table in (PolicyRow, UnitRow, InstallmentRow)
        ]


def test_csv_twice_gives_the_same_book(database: str, tmp_path: Path) -> None:
    for _ in range(2):
        report, bad = load(tmp_path / "book.csv", GOOD)
        assert (report.policies, report.units, bad, counts()) == (2, 3, [], [2, 3, 2])
    with new_session() as session:
        policy = store.policy_by_number(session, "31")
        assert policy is not None
        assert policy.holder == "Peña Ruiz, Óscar"
        assert policy.starts_at.isoformat() == "2026-01-10T12:00:00-06:00"
        assert policy.units[0].coverages == {
            "material_damage": {"sum_insured": 200000, "deductible_pct": 5},
            "legal_assistance": {},
        }
        assert [fraction.paid_at is None for fraction in policy.installments] == [False, True]
        assert [found.number for found in store.search(session, plates="abc1234")] == ["0031"]
        assert [found.number for found in store.search(session, holder="oscar pena")] == ["0031"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("maps-autos", "otro"), "product: 'otro' is not one of"),
        (("2027-01-10", "2026-01-10"), "ends_on: is not after starts_on"),
        (("2026-01-10,2027", "2026-02-30,2027"), "starts_on: '2026-02-30' is not a day"),
        ((",1,Nissan", ",uno,Nissan"), "inciso: 'uno' is not a whole number"),
        (("2021", "1492"), "year: '1492' is not a whole number"),
        (("particular", "privado"), "use: 'privado' is not one of"),
        (("legal_assistance", "legal"), "coverages: 'legal' is not a coverage code"),
        (("sum_insured=200000", "sum_insured=-1"), "coverages: sum_insured of material_damage"),
        (("9800.00 paid", "-5 paid"), "amount: '-5' is not an amount"),
        (("2026-07-10 9800.00", "2026-07-10"), "amount: '' is not an amount"),
        (("gris,", "gris,,"), "line: has 19 cells"),
        (("0031", "000"), "policy_number: '000' holds no digit"),
        (('"Peña Ruiz, Óscar"', ""), "holder: is missing"),
        (("paid=2026-01-11", "cuando=2026"), "installments: cuando: unknown"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_loaded(
    database: str, tmp_path: Path, change: tuple[str, str], reason: str
) -> None:
    report, bad = load(tmp_path / "book.csv", [GOOD[0].replace(*change), *GOOD[1:]])
    assert [number for number, _ in bad] == [2]
    assert bad[0][1].startswith(reason)
    assert (report.bad, counts()) == (1, [1, 2, 0])


def test_a_policy_with_one_bad_line_is_not_loaded_by_halves(database: str, tmp_path: Path) -> None:
    load(tmp_path / "book.csv", GOOD)
    worse = [GOOD[0], GOOD[1].replace("Isuzu", "Hino"), GOOD[2].replace("comercial", "x")]
    report, bad = load(tmp_path / "book.csv", worse)
    assert (report.policies, [number for number, _ in bad], counts()) == (1, [4], [2, 3, 2])
    with new_session() as session:
        kept = store.policy_by_number(session, "77")
        assert kept is not None
        assert kept.units[0].vehicle.make == "Isuzu"


def test_contradictions_between_lines(database: str, tmp_path: Path) -> None:
    other_holder, same_inciso = GOOD[2].replace("Fletes SA", "Otra SA"), GOOD[2].replace(",2,", ",1,")
    for line in (other_holder, same_inciso):
        report, bad = load(tmp_path / "book.csv", [GOOD[0], GOOD[1], line])
        assert (len(bad), report.policies, counts()[0]) == (1, 1, 1)


def test_all_or_nothing(database: str, tmp_path: Path) -> None:
    report, bad = load(tmp_path / "book.csv", [*GOOD, "basura"], all_or_nothing=True)
    assert (report.loaded, len(bad), counts()) == (False, 1, [0, 0, 0])


def test_json_lines(database: str, tmp_path: Path) -> None:
    policy = {
        "number": "500", "product": "sector-hacienda", "holder": "Entidad", "fleet": True, "starts_on": "2026-01-01", "ends_on": "2026-12-31",
        "units": [{"inciso": 25, "use": "oficial", "entity": "SAT", "vehicle": {"make": "Honda", "plates": "K8MX2"}, "coverages": {"glass": {}}}],
        "installments": [{"due": "2026-03-01", "amount": 1500.5, "paid": None}],
    }  # fmt: skip
    broken = [
        "[]",
        "{",
        '{"number": 5}',
        json.dumps(policy | {"units": []}),
        json.dumps(policy | {"number": "7", "units": [{"inciso": 1, "use": "oficial", "coverages": {"glass": 3}}]}),
        json.dumps(policy),
    ]
    report, bad = load(
        tmp_path / "book.jsonl",
        "\n".join(
            [
                json.dumps(policy | {"number": "6"}),
                *broken,
                json.dumps(policy | {"number": "8"}),
                json.dumps(policy | {"number": "8"}),
            ]
        ),
    )
    assert [number for number, _ in bad] == [2, 3, 4, 5, 6, 9]
    assert report.policies == 1
    with new_session() as session:
        policy_500 = store.policy_by_number(session, "500")
        six = store.policy_by_number(session, "6")
    assert policy_500 is None
    assert six is not None
    assert six.ends_at.isoformat() == "2027-01-01T00:00:00-06:00"


@pytest.mark.parametrize(("name", "content"), [("book.xlsx", "x"), ("book.csv", "a,b\n1,2\n"), ("book.csv", "")])
def test_a_file_that_is_no_book(database: str, tmp_path: Path, name: str, content: str) -> None:
    with pytest.raises(ImportFailed):
        load(tmp_path / name, content)


def test_bytes_that_are_no_text_are_a_bad_line(database: str, tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    path.write_bytes("\n".join([HEADER, *GOOD]).encode("latin-1") + b"\n")
    heard: list[int] = []
    import_book(engine(), path, all_or_nothing=False, say=lambda _: None, bad=lambda n, _: heard.append(n))
    assert heard == [2, 3, 4]


def test_command_line(database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "book.csv"
    path.write_text("\n".join([HEADER, *GOOD, "basura"]), encoding="utf-8")
    assert main(["import", str(path)]) == 1
    shown = capsys.readouterr()
    assert "line 5: line: has 1 cells" in shown.err
    assert "loaded 2 policies with 3 units" in shown.out
    assert main(["import", str(tmp_path / "nada.csv")]) == 1
