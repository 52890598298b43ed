"""Losses written from the domain tables alone, before the engine was read, answered by the real endpoint."""

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from common.clock import local_zone
from common.database import transaction
from common.settings import settings
from policy_backend.policies import demo_book

AUDIT = json.loads(Path(__file__).with_name("audit_losses.json").read_text())
DAY = date.fromisoformat(AUDIT["load_day"])


@pytest.fixture
def book(api: TestClient, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The demonstration book as loaded on the audit's day, with the clock fixed at its evening."""
    monkeypatch.setenv("CABINA_NOW", AUDIT["now"])
    settings.cache_clear()
    with transaction() as session:
        demo_book.load(session, DAY)
    yield api
    monkeypatch.undo()
    settings.cache_clear()


def moment(said: str) -> str:
    """The instant of a moment as the data file writes it, ISO with offset."""
    day, hour, *years = said.split(" ")
    if day.startswith("@"):
        on = date(DAY.year + int(years[0]) if years else DAY.year, *map(int, day[1:].split("-")))
    else:
        on = DAY + timedelta(days=int(day))
    return datetime.combine(on, time.fromisoformat(hour), local_zone()).isoformat()


def instants(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: moment(said) if name.endswith("_at") and said else said for name, said in facts.items()}


def differences(expect: dict[str, Any], answer: dict[str, Any]) -> list[str]:
    """What the answer says otherwise than expected, a line each."""
    wrong: list[str] = []

    def same(what: str, wanted: object, got: object) -> None:
        if wanted != got:
            wrong.append(f"{what}: expected {wanted}, got {got}")

    decision, allowed = answer["decision"], expect.get("decision")
    if allowed is not None and decision != allowed and decision not in (allowed if isinstance(allowed, list) else ()):
        same("decision", allowed, decision)
    if "payment_status" in expect:
        same("payment_status", expect["payment_status"], answer["payment_status"])
    if "flags" in expect:
        same("flags", sorted(expect["flags"]), sorted(flag["code"] for flag in answer["flags"]))
    effects = {flag["code"]: flag["effect"] for flag in answer["flags"]}
    for code, effect in expect.get("effects", {}).items():
        same(f"effect of {code}", effect, effects.get(code))
    coverages = {item["code"]: item for item in answer["coverages"]}
    if expect.get("coverages") == {}:
        same("coverages", {}, coverages)
    for code, status in expect.get("coverages", {}).items():
        same(f"status of {code}", status, coverages.get(code, {}).get("status"))
    for code, wanted in expect.get("deductible", {}).items():
        got = coverages.get(code, {}).get("deductible")
        if wanted is None or got is None:
            same(f"deductible of {code}", wanted, (got and got["pct"]) or None)
            continue
        parts = ("pct", "base", "amount")
        same(f"deductible of {code}", [wanted[name] for name in parts], [number(name, got.get(name)) for name in parts])
        if "alternatives" in wanted:
            shown = [[item["pct"], item["amount"]] for item in got.get("alternatives") or []]
            same(f"alternatives of {code}", wanted["alternatives"], shown)
    for question in expect.get("open_questions", []):
        same(f"open question {question}", True, question in answer["open_questions"])
    for words in expect.get("documents", []):
        same(
            f"a document of {words}",
            True,
            any(each in " ".join(answer["documents"]).lower() for each in words.split("|")),
        )
    for name, wanted in expect.get("total_loss", {}).items():
        same(f"total_loss {name}", wanted, number(name, (answer.get("total_loss") or {}).get(name)))
    for name, wanted in expect.get("sla", {}).items():
        same(f"sla {name}", moment(wanted) if name.endswith("_at") and wanted else wanted, answer["sla"][name])
    return wrong


def number(name: str, value: Any) -> Any:
    """Percentages as numbers, money with two decimals, the rest as it is."""
    if value is None or isinstance(value, bool):
        return value
    return float(value) if name.endswith("pct") else f"{Decimal(str(value)):.2f}"


def test_the_engine_answers_as_the_sources_say(book: TestClient) -> None:
    """One load of the book for all of them; every disagreement is listed."""
    wrong: dict[str, list[str]] = {}
    for loss in AUDIT["losses"]:
        body = {
            "policy_number": loss["policy"], "inciso": loss["inciso"], "incident_type": loss["incident"],
            "occurred_at": moment(loss["at"]), "facts": instants(loss["facts"]),
        }  # fmt: skip
        response = book.post("/api/v1/coverage-checks", json=body)
        said = [response.text] if response.status_code != 200 else differences(loss["expect"], response.json())
        if said:
            wrong[loss["id"]] = said
    assert not wrong, "\n".join(f"{loss}: {'; '.join(said)}" for loss, said in wrong.items())
