"""The console's pure rules: lock-out, passwords, penalties before they happen, formats, canned replies, patches."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest

from common.problems import Invalid
from console import claims_text, formats
from console.board.model import BoardFilter, BoardRow
from console.conversation import canned, editing
from console.dispatch.penalties import Promise, clock, promises
from console.people.model import lock_after, password_fault
from console.review.export import marked
from console.web import safe_path

DUE = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def test_waiting_doubles_up_to_an_hour():
    waits = [lock_after(failures) for failures in (0, 4, 5, 6, 7, 50)]
    assert waits == [None, None, minutes(0.5), minutes(1), minutes(2), minutes(60)]


@pytest.mark.parametrize("password", ["corta", "contraseña123", "sofia sofia sofia", "aaaaaaaaaaaaaa", "x" * 300])
def test_weak_passwords_are_refused(password):
    assert password_fault(password, "sofia")


def test_a_long_phrase_is_a_password():
    assert password_fault("tres gatos en la azotea", "sofia") is None


def test_the_penalty_is_said_before_it_is_owed():
    ahead = clock(Promise("adjuster", DUE, None, 45), DUE - minutes(10), "sector-hacienda", Decimal(5000))
    assert (ahead.state, ahead.owed, ahead.next_at) == ("soon", (), DUE)
    assert {item.code for item in ahead.next_owed} == {"hourly_500", "deduction_2500"}


def test_forty_minutes_late_is_the_worked_example_of_the_contract():
    late = clock(Promise("adjuster", DUE, DUE + minutes(40), 45), DUE + minutes(90), "sector-hacienda", Decimal(5000))
    assert late.state == "late" and late.late == minutes(40) and not late.next_owed
    assert {item.code: item.amount for item in late.owed} == {
        "adjuster_discount": Decimal("3000.00"),
        "hourly_500": Decimal("500.00"),
        "deduction_2500": Decimal("2500.00"),
    }


def test_other_products_have_a_clock_and_no_penalty():
    standing = clock(Promise("adjuster", DUE, None, 45), DUE + minutes(90), "maps-autos", None)
    assert standing.state == "late" and not standing.owed and not standing.next_owed


def test_a_report_without_a_promise_has_no_clock():
    claim = SimpleNamespace(coverage={}, adjuster_due_at=None, tow_due_at=None, reported_at=DUE)
    assert promises(claim) == []


def row(**values):
    blank = dict.fromkeys(BoardRow.__dataclass_fields__)
    now = datetime.now(UTC)
    known = {
        "id": "x",
        "channel": "web",
        "state": "open",
        "priority": "normal",
        "last_message_at": now,
        "arrived": False,
    }
    return BoardRow(**blank | known | {"facts": {}} | values)


def test_the_board_orders_emergency_deadline_waiting():
    now = datetime.now(UTC)
    rows = [
        row(id="reported", state="reported"),
        row(id="open"),
        row(id="ahead", adjuster_due_at=now + minutes(40)),
        row(id="waiting", state="waiting_for_person"),
        row(id="late", adjuster_due_at=now - minutes(5)),
        row(id="emergency", priority="emergency"),
    ]
    order = [item.id for item in sorted(rows, key=lambda item: item.rank)]
    assert order == ["emergency", "late", "waiting", "ahead", "open", "reported"]


def test_a_filter_shows_only_what_it_asks_for():
    shown = row(channel="sms", facts={"location": {"municipality": "Zapopan"}})
    assert BoardFilter(channel="sms", place="zapo").shows(shown)
    assert not BoardFilter(channel="web").shows(shown)


@pytest.mark.parametrize(
    ("number", "shown"),
    [("+523312345678", "33 1234 5678"), ("+524421239876", "442 123 9876"), (None, "—"), ("web", "web")],
)
def test_phones_as_they_are_said(number, shown):
    assert formats.phone(number) == shown


def test_masks_hide_what_they_must():
    assert formats.masked_phone("+523312345678").endswith("5678") and "331234" not in formats.masked_phone(
        "+523312345678"
    )
    assert formats.masked_name("Laura Méndez Robles") == "L. M. R."


def test_variables_of_a_reply_that_are_not_known_are_left_to_complete():
    text, unknown = canned.fill("Su número es {reporte}, {persona}", {"persona": "Ana", "reporte": None})
    assert text == "Su número es [número de reporte], Ana" and unknown == ("reporte",)


def test_a_form_changes_only_what_it_changes():
    facts = {"vehicle": {"plates": "ABC-123", "year": 2020}, "drivable": None, "description": "uno\ndos"}
    form = {
        "vehicle.plates": "ABC-123",
        "vehicle.year": "2021",
        "drivable": "false",
        "description": "uno\r\ndos",
        "x": "1",
    }
    assert editing.patch_of(facts, form) == {"vehicle": {"year": 2021}, "drivable": False}
    with pytest.raises(Invalid):
        editing.patch_of(facts, {"vehicle.year": "dos mil"})


def test_an_address_elsewhere_is_not_followed():
    assert safe_path("/console/search?q=a") == "/console/search?q=a"
    assert {safe_path(url) for url in ("//x.mx", "https://x.mx", "/consolex", "/console\n", None)} == {"/console"}


def test_marked_text_cannot_forge_notation():
    said = "un [versa](x) gris"
    entity = SimpleNamespace(start=said.index("gris"), end=len(said), target="vehicle")
    assert marked(said, [entity]) == "un versax [gris](vehicle)"


def test_what_is_missing_is_said_life_first():
    assert claims_text.missing({})[:2] == ["qué pasó", "lesionados"]
    assert claims_text.map_link("<script>", 1) is None
