"""The payoff's state machine, its actors, guards, deadlines and what is told."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policy_backend.tramites.model.balance import route_of
from policy_backend.tramites.model.calendar import add_business_days, is_business_day
from policy_backend.tramites.model.folio import IncompleteData, Tramite, TransitionRefused
from policy_backend.tramites.model.follow_up import follow_up
from policy_backend.tramites.model.payoff import STEPS, new_items
from policy_backend.tramites.model.transitions import EVENTS, PARTIES, possible_events, take

MONDAY = date(2027, 3, 1)


def payoff(state: str = "en_ruta") -> Tramite:
    return Tramite(
        "260000018", "payoff", state, MONDAY, group="1234", member="056", balance=Decimal(350), items=new_items(MONDAY)
    )


def paid(paid_on: date = MONDAY) -> Tramite:
    t = take(payoff(), "agree", "conauto", {"amount": "12000", "due_on": "2027-03-20"}, MONDAY)
    t = take(t, "capture", "distribuidora", {}, MONDAY)
    t = take(
        t,
        "receive_documents",
        "cliente",
        {"documents": ["formato_cancelacion_seguro", "identificacion_oficial"]},
        MONDAY,
    )
    return take(t, "post_deposit", "conauto", {"amount": 12000, "paid_on": paid_on.isoformat()}, paid_on)


@pytest.mark.parametrize(
    ("balance", "stage", "rule"),
    [
        ("0", "normal", "SAL-1"),
        ("500.00", "normal", "SAL-1"),
        ("500.01", "normal", "SAL-2"),
        ("0", "extrajudicial", "SAL-3"),
        (None, None, "SAL-0"),
    ],
)
def test_balance_gives_the_route(balance: str | None, stage: str | None, rule: str) -> None:
    assert route_of(Decimal(balance) if balance else None, stage).rule == rule


def test_the_whole_road_closes_the_folio() -> None:
    t = paid()
    for event, party, data in [
        ("settle_plan", "conauto", {}),
        ("start_cancellation", "conauto", {}),
        ("cancel_policy", "conauto", {"cancelled_from": "2027-03-02"}),
        ("process_invoice", "conauto", {}),
        ("hand_to_representative", "conauto", {}),
        ("hand_to_dealer", "distribuidora", {}),
        ("hand_to_client", "distribuidora", {"signature": "P. Lozano"}),
        ("return_receipt", "distribuidora", {}),
    ]:
        t = take(t, event, party, data, MONDAY)
    assert (t.state, t.open, t.review) == ("cerrada", False, [])
    assert possible_events(t) == []


def test_deadlines_count_business_days_from_the_payment() -> None:
    friday = date(2027, 3, 12)  # Monday 15 March 2027 is the holiday of Benito Juárez
    t = paid(friday)
    assert [t.items[kind].due_on for kind in ("LIQ", "SEG", "FAC")] == [
        date(2027, 3, 16),
        date(2027, 3, 17),
        date(2027, 3, 22),
    ]


def test_a_missed_deadline_is_flagged_and_said() -> None:
    t = paid()
    late = date(2027, 3, 10)
    assert t.items["LIQ"].breached(late)
    assert "disculpa" in follow_up(t, late).text
    settled = take(t, "settle_plan", "conauto", {}, late)
    assert settled.review == ["LIQ: fuera del plazo de respuesta"]
    assert settled.items["LIQ"].breached(date(2028, 1, 1))


def test_another_amount_stays_open_for_review() -> None:
    t = take(payoff(), "agree", "conauto", {"amount": "100", "due_on": "2027-03-20"}, MONDAY)
    t = take(t, "capture", "distribuidora", {}, MONDAY)
    after = take(t, "post_deposit", "conauto", {"amount": "99.99"}, MONDAY)
    assert (after.state, after.paid_on, len(after.review)) == ("abierta", None, 1)


def test_late_deposit_and_passed_day_become_incumplida() -> None:
    t = take(payoff(), "agree", "conauto", {"amount": "100", "due_on": "2027-03-02"}, MONDAY)
    t = take(t, "capture", "distribuidora", {}, MONDAY)
    with pytest.raises(TransitionRefused):
        take(t, "pass_due", "sistema", {}, date(2027, 3, 2))
    assert take(t, "pass_due", "sistema", {}, date(2027, 3, 3)).state == "incumplida"
    late = take(t, "post_deposit", "conauto", {"amount": "100"}, date(2027, 3, 3))
    assert late.state == "incumplida"
    assert (
        take(late, "agree", "conauto", {"amount": "90", "due_on": "2027-03-09"}, date(2027, 3, 4)).state == "acordada"
    )


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"amount": "100", "due_on": "2027-02-30"}, IncompleteData),
        ({"amount": "-1", "due_on": "2027-03-20"}, IncompleteData),
        ({"amount": "NaN", "due_on": "2027-03-20"}, IncompleteData),
        ({"due_on": "2027-03-20"}, IncompleteData),
        ({"amount": "100", "due_on": "2027-02-28"}, TransitionRefused),
        ({"amount": "100", "due_on": "2027-03-20", "includes_life_insurance": True}, TransitionRefused),
        ({"amount": "100", "due_on": "2027-03-20", "next_insurance_due_on": "2027-03-19"}, TransitionRefused),
    ],
)
def test_agreement_guards(data: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        take(payoff(), "agree", "conauto", data, MONDAY)


def test_past_insurance_due_day_is_for_review() -> None:
    data = {"amount": "100", "due_on": "2027-03-20", "next_insurance_due_on": "2027-02-20"}
    assert take(payoff(), "agree", "conauto", data, MONDAY).review


def test_every_event_refuses_who_is_not_its_actor() -> None:
    for event, step in STEPS.items():
        for party in set(PARTIES) - set(step.actors):
            with pytest.raises(TransitionRefused, match="corresponde a"):
                take(payoff(step.states[0]), event, party, {}, MONDAY)


DATA = st.dictionaries(
    st.sampled_from(
        ["amount", "due_on", "balance", "documents", "paid_on", "granted", "signature", "reason", "cancelled_from"]
    ),
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(["", "x", "-1", "NaN", "1e400", "350"])
    | st.just("2027-03-05")
    | st.lists(st.sampled_from(["identificacion_oficial", "formato_cancelacion_seguro"])),
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(st.sampled_from(EVENTS), st.sampled_from(PARTIES), DATA), max_size=12))
def test_no_sequence_breaks_it(steps: list[tuple[str, str, dict[str, object]]]) -> None:
    t = payoff("recibida")
    for event, party, data in steps:
        before = asdict(t)
        try:
            t = take(t, event, party, data, MONDAY)
        except (TransitionRefused, IncompleteData):
            assert asdict(t) == before
        assert follow_up(t, MONDAY).text
        if t.state == "cerrada":
            assert t.items["LIQ"].state == "liquidado"
            assert t.items["SEG"].state == "cancelado"


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(1, 30))
def test_business_days(start: date, days: int) -> None:
    end = add_business_days(start, days)
    assert is_business_day(end)
    assert sum(is_business_day(date.fromordinal(n)) for n in range(start.toordinal() + 1, end.toordinal() + 1)) == days
