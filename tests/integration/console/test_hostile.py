"""What a hostile person tries: guessing codes, half a sign-in, what is somebody else's, roles they do not have."""

from uuid import uuid4

import pyotp
import pytest
from sqlalchemy import func, select, update

from channels.conversations import store as conversations
from channels.conversations.model import Inbound
from channels.conversations.tables import Message
from common.database import transaction
from console.people.model import Operator, OperatorSession, Role
from policy_backend.audit.store import AuditRow


def audited(action: str) -> int:
    with transaction() as session:
        return session.scalar(select(func.count()).where(AuditRow.action == action))


def talk() -> str:
    with transaction() as session:
        conversation, _ = conversations.open_conversation(session, "whatsapp", address="+523312345678")
        conversations.receive(session, conversation, Inbound(text="me chocaron"))
        return f"/console/conversations/{conversation.id}"


@pytest.fixture
def half_way(signed_in, browser):
    """A browser that gave the password and not yet the code, and the right code."""
    visitor, page = signed_in(), "/console/account/second-factor"
    visitor.get(page)
    with transaction() as session:
        secret = session.scalars(select(Operator.totp_secret)).one()
    assert visitor.post(page, {"code": pyotp.TOTP(secret).now()}, on=page).status_code == 303
    with transaction() as session:
        session.execute(update(Operator).values(totp_last_step=0))
    other = browser()
    other.sign_in("sofia")
    return other, pyotp.TOTP(secret).now()


def test_half_a_sign_in_opens_nothing(half_way):
    other, _ = half_way
    page = talk()
    for url in ("/console", page, f"{page}/parts", "/console/board/events", f"{page}/events", "/console/search?q=x"):
        assert other.get(url).headers.get("location") == "/console/login/code", url
    assert other.get("/api/v1/claims", headers={"accept": "application/json"}).status_code == 401
    csrf = other.token("/console/login/code")
    assert other.client.post(f"{page}/take", data={"csrf": csrf}).headers["location"] == "/console/login/code"
    assert audited("conversation.take_over") == 0


def test_guessing_codes_locks_even_the_right_one(half_way):
    other, right = half_way
    page = "/console/login/code"
    for guess in ("000001", "000002", "", "x" * 32, "000005"):
        assert other.post(page, {"code": guess}, on=page).status_code == 401
    assert other.post(page, {"code": right}, on=page).status_code == 401, "it must wait"
    assert audited("sign_in.code_refused") == 6


def test_nobody_ends_the_session_of_somebody_else(signed_in):
    signed_in()
    other = signed_in("diego", name="Diego Ortega")
    with transaction() as session:
        sofia = session.scalars(select(OperatorSession.id).join(Operator).where(Operator.username == "sofia")).one()
    assert other.post(f"/console/account/sessions/{sofia}/end").status_code == 404
    with transaction() as session:
        assert session.get(OperatorSession, sofia).revoked_at is None


def test_nobody_speaks_in_a_conversation_that_another_holds(signed_in):
    first, other, page = signed_in(), signed_in("diego", name="Diego Ortega"), talk()
    first.post(f"{page}/take", on=page)
    for act, form in (("reply", {"text": "soy otro"}), ("back", {}), ("close", {})):
        assert other.post(f"{page}/{act}", form, on=page).status_code == 409, act
    with transaction() as session:
        assert session.scalar(select(func.count()).where(Message.text == "soy otro")) == 0
    assert audited("conversation.refused") == 3


def test_a_session_revoked_while_typing_sends_nothing_and_says_so(signed_in):
    visitor, page = signed_in(), talk()
    visitor.post(f"{page}/take", on=page)
    csrf = visitor.token(page)
    with transaction() as session:
        session.execute(update(OperatorSession).values(revoked_at=func.now()))
    form, script = {"csrf": csrf, "text": "ya va"}, {"x-requested-with": "fetch", "accept": "*/*"}
    assert visitor.client.post(f"{page}/reply", data=form, headers=script).status_code == 401
    assert visitor.client.post(f"{page}/reply", data=form).headers["location"] == "/console/login"
    with transaction() as session:
        assert session.scalar(select(func.count()).where(Message.author == "operator")) == 0


def test_the_token_of_one_session_does_not_serve_another(signed_in):
    first, other, page = signed_in(), signed_in("diego", name="Diego Ortega"), talk()
    assert other.client.post(f"{page}/take", data={"csrf": first.token(page)}).status_code == 403
    assert audited("request.refused") == 1 and audited("conversation.take_over") == 0


@pytest.mark.parametrize(
    "url",
    ["/console/people", "/console/people/{id}/role", "/console/people/{id}/disable", "/console/privacy/erase",
     "/console/replies", "/console/review/{id}", "/console/conversations/{id}/reveal"],
)  # fmt: skip
def test_what_a_role_does_not_include_is_refused_and_audited(signed_in, url):
    form = {"role": "administrator", "phone": "3312345678", "title": "x", "text": "x"}
    assert signed_in().post(url.format(id=uuid4()), form).status_code == 403
    assert audited("request.refused") == 1


@pytest.mark.parametrize("url", ["/console/dispatch/claims/999/assign", "/console/dispatch/999/arrived",
                                 "/console/dispatch/units/999/duty", "/console/views/999/forget"])  # fmt: skip
def test_ids_of_nothing_are_a_page_that_says_so(signed_in, url):
    assert signed_in().post(url, {"unit_id": "1"}).status_code == 404


@pytest.mark.parametrize("number", ["99999999999999999999", "-1", "1; DROP TABLE claims", "%00", "9223372036854775808"])
def test_numbers_that_no_row_can_have_are_harmless(signed_in, number):
    visitor, page = signed_in(Role.SUPERVISOR.value, Role.SUPERVISOR), talk()
    for url in (f"{page}?before={number}", f"/console/audit?before={number}", f"/console/policies/{number}"):
        assert visitor.get(url).status_code in (200, 404, 422), url
    for url in (f"{page}/claims/{number}", f"/console/dispatch/{number}/arrived"):
        assert visitor.post(url, {"version": number, "driver_name": "x"}).status_code in (404, 422), url


def test_a_supervisor_cannot_raise_themselves(signed_in):
    supervisor = signed_in("marta", Role.SUPERVISOR, "Marta Villaseñor")
    with transaction() as session:
        me = session.scalars(select(Operator.id)).one()
    assert supervisor.post(f"/console/people/{me}/role", {"role": "administrator"}).status_code == 403
    preferences = {"theme": "dark", "role": "administrator"}
    assert supervisor.post("/console/account/preferences", preferences).status_code == 303
    with transaction() as session:
        assert session.get(Operator, me).role == Role.SUPERVISOR
