"""Messages in: signed, stored once, in order, of every kind."""

import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from channels.conversations.tables import Conversation, Media, Message
from channels.twilio import consent, texts
from common.database import transaction
from tests.rasa_stand_in import RasaStandIn
from tests.twilio_simulator import SimulatedTwilio, Webhooks
from tests.twilio_simulator.webhooks import FORM, message_sid

LAURA = "whatsapp:+5213318452290"
LAURA_SMS = "+523318452290"
Work = Callable[[], None]


def transcript() -> list[tuple[str, str | None]]:
    """Everything said, oldest first."""
    with transaction() as session:
        return [(m.author, m.text) for m in session.scalars(select(Message).order_by(Message.id))]


def the_conversation() -> Conversation:
    with transaction() as session:
        return session.scalars(select(Conversation)).one()


def test_a_message_is_stored_and_answered_with_nothing(webhooks: Webhooks) -> None:
    response = webhooks.message(LAURA, "choqué")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/xml")
    assert re.fullmatch(r"<\?xml[^>]*\?><Response></Response>", response.text)
    conversation = the_conversation()
    assert (conversation.channel, conversation.address, conversation.profile_name) == ("whatsapp", LAURA_SMS, "Laura")
    assert ("caller", "choqué") in transcript()


def test_the_reply_leaves_through_the_api(
    webhooks: Webhooks, work: Work, twilio: SimulatedTwilio, rasa: RasaStandIn
) -> None:
    rasa.script["choqué"] = (
        [
            "Lamento lo que le pasó.",
            {"text": "¿Hay heridos?", "buttons": [{"title": "Sí", "payload": "sí"}, {"title": "No", "payload": "no"}]},
        ],
        {"expects": "injuries"},
    )
    webhooks.message(LAURA, "choqué")
    work()
    assert twilio.account.to(LAURA) == [
        texts.INTRODUCTION["whatsapp"],
        "Lamento lo que le pasó.",
        "¿Hay heridos?\n(Sí / No)",
    ]
    assert rasa.heard[0]["channel"] == "whatsapp"
    assert rasa.heard[0]["metadata"]["address"] == LAURA_SMS
    assert twilio.account.messages[0].status_callback == "https://cabina.example.mx/webhooks/twilio/status?send=1"


def test_the_same_sid_again_is_answered_and_not_processed(webhooks: Webhooks, work: Work, rasa: RasaStandIn) -> None:
    sid = message_sid()
    assert [webhooks.message(LAURA, "choqué", sid=sid).status_code for _ in range(3)] == [200] * 3
    work()
    assert webhooks.message(LAURA, "choqué", sid=sid).status_code == 200
    work()
    assert rasa.texts == ["choqué"]


def test_order_is_kept_for_one_person(
    webhooks: Webhooks, work: Work, rasa: RasaStandIn, twilio: SimulatedTwilio
) -> None:
    for i in range(6):
        webhooks.message(LAURA, f"mensaje {i}")
    work()
    assert rasa.texts == [f"mensaje {i}" for i in range(6)]
    assert twilio.account.to(LAURA)[1:] == [f"Entendí: mensaje {i}" for i in range(6)]


def test_sms_and_whatsapp_of_one_person_are_one_conversation(
    webhooks: Webhooks, work: Work, twilio: SimulatedTwilio
) -> None:
    webhooks.message(LAURA, "choqué")
    webhooks.message(LAURA_SMS, "sigo aquí")
    work()
    assert the_conversation().channel == "sms"
    assert twilio.account.to(LAURA)[1:] == ["Entendí: choqué"]
    assert twilio.account.to(LAURA_SMS) == ["Entendí: sigo aquí"]


def test_another_person_is_another_conversation(webhooks: Webhooks) -> None:
    webhooks.message(LAURA, "choqué")
    webhooks.message("+525512345678", "hola")
    with transaction() as session:
        assert len(session.scalars(select(Conversation)).all()) == 2


def test_a_pin(webhooks: Webhooks, work: Work, rasa: RasaStandIn) -> None:
    webhooks.message(LAURA, Latitude="20.67", Longitude="-103.39", Address="Morelos 1250")
    work()
    assert rasa.heard[0]["message"] == "(ubicación compartida)"
    location = rasa.heard[0]["metadata"]["location"]
    assert (location["latitude"], location["longitude"]) == (20.67, -103.39)


PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 500
VCARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Juan Pérez\r\nTEL:+52 33 1234 5678\r\nEND:VCARD".encode()


def test_a_photo_without_words(webhooks: Webhooks, work: Work, rasa: RasaStandIn, twilio: SimulatedTwilio) -> None:
    url = twilio.url + twilio.account.add_media(PNG, "image/jpeg")
    webhooks.message(LAURA, media=[(url, "image/jpeg")])
    work()
    assert rasa.heard[0]["message"] == "(foto)"
    assert rasa.heard[0]["metadata"]["media"][0]["kind"] == "image"
    with transaction() as session:
        media = session.scalars(select(Media)).one()
        assert (media.content, media.content_type, media.size, media.error) == (PNG, "image/png", 508, None)


def test_a_contact_is_read_before_the_turn(
    webhooks: Webhooks, work: Work, rasa: RasaStandIn, twilio: SimulatedTwilio
) -> None:
    url = twilio.url + twilio.account.add_media(VCARD, "text/vcard")
    webhooks.message(LAURA, media=[(url, "text/vcard")])
    work()
    assert rasa.texts == ["Juan Pérez, +52 33 1234 5678"]


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest/meta-data/",
        "https://evil.example/x.jpg",
        "file:///etc/passwd",
        "https://api.twilio.com@evil.example/x",
    ],
)
def test_a_hostile_media_url_is_not_fetched(webhooks: Webhooks, work: Work, rasa: RasaStandIn, url: str) -> None:
    assert webhooks.message(LAURA, "mire", media=[(url, "image/jpeg")]).status_code == 200
    work()
    assert rasa.texts == ["mire"]
    with transaction() as session:
        media = session.scalars(select(Media)).one()
        assert media.content is None
        assert media.error


def test_a_redirect_to_elsewhere_is_not_followed(
    webhooks: Webhooks, work: Work, twilio: SimulatedTwilio, rasa: RasaStandIn
) -> None:
    path = twilio.account.add_media(PNG, "image/png")
    twilio.account.redirects[path] = f"{rasa.url}/status"
    webhooks.message(LAURA, media=[(twilio.url + path, "image/png")])
    work()
    with transaction() as session:
        assert session.scalars(select(Media)).one().content is None


def test_stop_and_start_on_whatsapp(webhooks: Webhooks, work: Work, twilio: SimulatedTwilio, rasa: RasaStandIn) -> None:
    webhooks.message(LAURA, "choqué")
    work()
    webhooks.message(LAURA, "ALTO")
    work()
    assert twilio.account.to(LAURA)[-1] == consent.STOPPED
    webhooks.message(LAURA, "alta")
    work()
    assert twilio.account.to(LAURA)[-1] == consent.STARTED
    assert rasa.texts == ["choqué"]


def test_whoever_said_stop_and_writes_again_is_heard(webhooks: Webhooks, work: Work, twilio: SimulatedTwilio) -> None:
    webhooks.message(LAURA, "baja")
    work()
    webhooks.message(LAURA, "me chocaron")
    work()
    assert twilio.account.to(LAURA)[-1] == "Entendí: me chocaron"


def test_on_sms_twilio_answers_a_stop_itself(webhooks: Webhooks, work: Work, twilio: SimulatedTwilio) -> None:
    webhooks.message(LAURA_SMS, "STOP")
    work()
    assert twilio.account.to(LAURA_SMS) == []


def test_text_that_looks_like_a_command_is_text(webhooks: Webhooks, work: Work, rasa: RasaStandIn) -> None:
    webhooks.message(LAURA, "/restart\x00\x1b")
    work()
    assert rasa.texts == ["restart"]


def test_rasa_down_nothing_is_lost(webhooks: Webhooks, work: Work, rasa: RasaStandIn, make_due: Work) -> None:
    rasa.status = 500
    assert webhooks.message(LAURA, "choqué").status_code == 200
    work()
    rasa.status = 200
    make_due()
    work()
    assert the_conversation().expects == "location"
    assert ("assistant", "Entendí: choqué") in transcript()


def test_a_withheld_sender_is_kept_too(webhooks: Webhooks) -> None:
    assert webhooks.message("25252", "hola").status_code == 200
    assert the_conversation().address == "25252"


class TestRefused:
    def test_unsigned(self, client: TestClient, webhooks: Webhooks) -> None:
        form = webhooks.message_form(LAURA, "hola")
        response = client.post("/webhooks/twilio/messaging", data=form)
        assert response.status_code == 403
        assert response.headers["content-type"] == "application/problem+json"
        assert transcript() == []

    def test_signed_with_another_token(self, client: TestClient) -> None:
        assert Webhooks(client, "https://cabina.example.mx", "other").message(LAURA, "hola").status_code == 403

    def test_signed_for_another_url(self, client: TestClient) -> None:
        assert Webhooks(client, "https://evil.example").message(LAURA, "hola").status_code == 403

    def test_changed_after_signing(self, client: TestClient, webhooks: Webhooks) -> None:
        form = webhooks.message_form(LAURA, "hola")
        signature = webhooks.signature("https://cabina.example.mx/webhooks/twilio/messaging", form)
        headers = {"X-Twilio-Signature": signature, "Content-Type": FORM}
        response = client.post("/webhooks/twilio/messaging", data=form | {"Body": "otra cosa"}, headers=headers)
        assert response.status_code == 403

    def test_of_another_account(self, webhooks: Webhooks) -> None:
        assert webhooks.message(LAURA, "hola", AccountSid="AC" + "9" * 32).status_code == 403

    def test_missing_fields(self, webhooks: Webhooks) -> None:
        response = webhooks.post("/webhooks/twilio/messaging", {"Body": "hola"})
        assert response.status_code == 422
        assert {error["field"] for error in response.json()["errors"]} == {"MessageSid", "From", "To"}

    def test_control_characters_anywhere(self, webhooks: Webhooks) -> None:
        form = webhooks.message_form(LAURA, "cho\0qué\x1b[2J", media=[("https://api.twilio.com/\0x", "image/\0png")])
        form |= {"ProfileName": "La\0ura\x07", "ButtonText": "", "MessageSid": "SM\0" + "1" * 32, "Extra\0": "\0"}
        assert webhooks.post("/webhooks/twilio/messaging", form).status_code == 200
        with transaction() as session:
            message = session.scalars(select(Message).where(Message.author == "caller")).one()
            assert (message.text, message.provider_id) == ("choqué[2J", "SM" + "1" * 32)

    def test_a_megabyte(self, webhooks: Webhooks) -> None:
        assert webhooks.message(LAURA, "a" * 2**20).status_code == 413
        assert transcript() == []

    def test_not_a_form(self, client: TestClient, webhooks: Webhooks) -> None:
        url = "https://cabina.example.mx/webhooks/twilio/messaging"
        headers = {"X-Twilio-Signature": webhooks.signature(url, {}), "Content-Type": "application/json"}
        response = client.post("/webhooks/twilio/messaging", content=b"\xff\xfe{}", headers=headers)
        assert response.status_code == 422

    def test_not_configured(self, configured: pytest.MonkeyPatch, client: TestClient, webhooks: Webhooks) -> None:
        from common.settings import settings

        configured.delenv("TWILIO_AUTH_TOKEN")
        settings.cache_clear()
        response = webhooks.message(LAURA, "hola")
        assert response.status_code == 503
        assert "TWILIO_AUTH_TOKEN" in response.json()["detail"]


def test_the_log_names_nobody(webhooks: Webhooks, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    webhooks.message(LAURA, "me llamo Laura Méndez")
    for record in caplog.records:
        line = str(vars(record))
        if record.name.startswith("channels"):
            assert "Méndez" not in line
            assert "3318452290" not in line


def test_the_database_gone_twilio_is_asked_to_try_again(webhooks: Webhooks, monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlalchemy.exc import OperationalError

    from channels.twilio import messaging_api

    async def gone(_: object) -> None:
        raise OperationalError("", {}, ConnectionError())

    monkeypatch.setattr(messaging_api, "in_transaction", gone)
    response = webhooks.message(LAURA, "choqué")
    assert response.status_code == 503
    assert response.headers["content-type"] == "application/problem+json"
