"""`cabina twilio check` against a simulated account."""

from collections.abc import Callable

import pytest

from cabina.cli import main
from channels.twilio.check import account, report
from tests.twilio_simulator import SimulatedTwilio
from tests.twilio_simulator.account import SMS_FROM, WHATSAPP_FROM

HOST = "https://cabina.example.mx/webhooks/twilio"


@pytest.fixture
def check(
    configured: pytest.MonkeyPatch, twilio: SimulatedTwilio, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str]]:
    """Run the check with changed settings; returns the exit code and what was said."""
    from common.settings import settings

    monkeypatch.setattr(report, "_reachable", lambda now: [])

    def run(**changed: str) -> tuple[int, str]:
        for name, value in changed.items():
            configured.setenv(name, value)
        settings.cache_clear()
        said: list[str] = []
        return report.run(said.append), "\n".join(said)

    twilio.account.phone_numbers.append({
        "sid": "PN1", "phone_number": SMS_FROM, "sms_url": f"{HOST}/messaging#rc=5&rp=all", "sms_method": "POST",
        "voice_url": f"{HOST}/voice#rc=2&rp=all", "voice_method": "POST", "status_callback_method": "POST",
        "voice_fallback_url": "https://handler.twilio.com/twiml/EH1",
        "status_callback": f"{HOST}/voice/status#rc=5&rp=all",
    })  # fmt: skip
    twilio.account.whatsapp_senders.append({
        "sid": "XE1", "sender_id": WHATSAPP_FROM, "status": "ONLINE",
        "webhook": {"callback_url": f"{HOST}/messaging#rc=5&rp=all", "callback_method": "POST"},
    })  # fmt: skip
    return run


def test_all_well(check: Callable[..., tuple[int, str]], twilio: SimulatedTwilio) -> None:
    twilio.account.contents["HX1"] = {"status": "approved"}
    code, said = check(TWILIO_WHATSAPP_TEMPLATE="HX1")
    assert (code, "WRONG" in said) == (0, False), said
    assert said.endswith("Twilio is ready.")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"TWILIO_AUTH_TOKEN": "wrong"}, "refuses the credentials"),
        ({"TWILIO_ACCOUNT_SID": "AC12"}, "not an account's SID"),
        ({"TWILIO_SMS_FROM": "+15005550006"}, "not a number of this account"),
        ({"TWILIO_SMS_FROM": "hola"}, "neither"),
        ({"TWILIO_WHATSAPP_FROM": "whatsapp:+15005550006"}, "not a WhatsApp sender"),
        ({"TWILIO_WHATSAPP_TEMPLATE": "HX9"}, "not a template of this account"),
        ({"CABINA_PUBLIC_URL": "http://localhost:8000"}, "cannot be reached by Twilio"),
        ({"CABINA_PUBLIC_URL": "http://cabina.example.mx"}, "not https"),
        ({"CABINA_PUBLIC_URL": "https://otra.example.mx"}, "Messages to the number go to https://cabina.example.mx"),
        ({"CABINA_OPERATOR_PHONE": "911"}, "not a telephone"),
        ({"TWILIO_API_BASE_URL": "http://127.0.0.1:1"}, "cannot be reached (ConnectionError)"),
    ],
)
def test_what_is_wrong_is_said(check: Callable[..., tuple[int, str]], changed: dict[str, str], words: str) -> None:
    code, said = check(**changed)
    assert code == 1
    assert words in said


def test_webhooks_of_the_number(check: Callable[..., tuple[int, str]], twilio: SimulatedTwilio) -> None:
    number = twilio.account.phone_numbers[0]
    number |= {"sms_url": f"{HOST}/messaging", "voice_url": None, "voice_fallback_url": f"{HOST}/voice/fallback"}
    code, said = check()
    assert code == 1
    assert "not tried again on errors" in said
    assert "Calls to the number go to nowhere" in said
    assert "this same server" in said
    number["voice_fallback_url"] = None
    assert "Calls have no fallback" in check()[1]


def test_nothing_is_set(check: Callable[..., tuple[int, str]], configured: pytest.MonkeyPatch) -> None:
    for name in ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"):
        configured.delenv(name)
    code, said = check()
    assert code == 1
    assert "TWILIO_ACCOUNT_SID is not set" in said
    assert "TWILIO_AUTH_TOKEN is not set" in said


def test_the_command(configured: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["twilio", "check"]) == 1
    assert "CABINA_PUBLIC_URL" in capsys.readouterr().out


def test_recommended_overrides_are_twilios() -> None:
    for fragment in account.OVERRIDES.values():
        pairs = dict(pair.split("=") for pair in fragment.removeprefix("#").split("&"))
        assert set(pairs) <= {"rc", "rp", "ct", "rt", "tt"}
        assert 0 <= int(pairs["rc"]) <= 5
        assert int(pairs.get("tt", 0)) <= 15000
