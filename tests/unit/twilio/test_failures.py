"""What each error of Twilio's leads to."""

import pytest

from channels.twilio.failures import Outcome, classify, receipt_failure


@pytest.mark.parametrize(
    ("status", "code", "outcome"),
    [
        (429, 20429, Outcome.RETRY),
        (429, None, Outcome.RETRY),
        (400, 63018, Outcome.RETRY),
        (500, None, Outcome.UNKNOWN),
        (503, 20503, Outcome.UNKNOWN),
        (None, None, Outcome.UNKNOWN),
        (401, 20003, Outcome.ACCOUNT),
        (403, None, Outcome.ACCOUNT),
        (400, 21606, Outcome.ACCOUNT),
        (400, 21211, Outcome.PERMANENT),
        (400, 21610, Outcome.PERMANENT),
        (400, 63016, Outcome.PERMANENT),
        (400, 99999, Outcome.PERMANENT),
        (404, None, Outcome.PERMANENT),
    ],
)
def test_outcome(status: int | None, code: int | None, outcome: Outcome) -> None:
    assert classify(status, code).outcome is outcome


def test_the_other_way_to_reach_the_person_is_named() -> None:
    assert classify(400, 63016).remedy == "template"
    assert classify(400, 63003).remedy == "sms"
    assert classify(400, 21610).remedy == "call"


def test_a_receipt_without_a_known_code_still_says_something() -> None:
    failure = receipt_failure(None)
    assert failure.outcome is Outcome.PERMANENT
    assert "desconocido" in failure.explanation
    assert receipt_failure(30003).explanation == "El teléfono está apagado o fuera de servicio."
