"""Signing in: who gets in, who waits, and when a session ends."""

from datetime import timedelta

import pyotp
import pytest
from sqlalchemy import select, update

from common.database import transaction
from console.people import sessions, store
from console.people.first_run import ensure_administrator
from console.people.model import Operator, OperatorSession, Role, SignInThrottle, wall_clock
from console.settings import console_settings
from policy_backend.audit.store import AuditRow
from tests.integration.console.conftest import PASSWORD


def actions() -> list[str]:
    with transaction() as session:
        return list(session.scalars(select(AuditRow.action).order_by(AuditRow.id)))


def test_without_a_session_pages_lead_to_the_form_and_programs_get_401(browser):
    visitor = browser()
    answer = visitor.get("/console/account")
    assert (answer.status_code, answer.headers["location"]) == (303, "/console/login?next=/console/account")
    answer = visitor.get("/console/account", headers={"accept": "application/json"})
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_right_password_opens_and_leads_back(browser, add_person):
    add_person()
    visitor = browser()
    form = {"username": " SOFIA ", "password": PASSWORD, "next": "/console/account"}
    answer = visitor.post("/console/login", form, on="/console/login?next=/console/account")
    assert (answer.status_code, answer.headers["location"]) == (303, "/console/account")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie
    assert "Sofía Ramírez Luna" in visitor.get("/console/account").text
    assert "sign_in" in actions()


@pytest.mark.parametrize(
    "away", ["https://malo.example/", "//malo.example", "/consoleX", "/console\\..\\x", "javascript:1"]
)
def test_nobody_is_led_elsewhere(browser, add_person, away):
    add_person()
    visitor = browser()
    answer = visitor.post(
        "/console/login", {"username": "sofia", "password": PASSWORD, "next": away}, on="/console/login"
    )
    assert answer.headers["location"] == "/console"


def test_wrong_password_and_unknown_name_answer_alike(browser, add_person):
    add_person()
    known = browser().sign_in("sofia", "no es esta frase")
    unknown = browser().sign_in("nadie", "no es esta frase")
    assert known.status_code == unknown.status_code == 401
    assert "El usuario o la contraseña no son correctos" in known.text and "no son correctos" in unknown.text
    assert actions().count("sign_in.refused") == 2


def test_five_failures_lock_even_the_right_password_until_the_wait_is_over(browser, add_person):
    add_person()
    visitor = browser()
    answers = [visitor.sign_in("sofia", "mala frase larga").status_code for _ in range(5)]
    assert answers == [401, 401, 401, 401, 429]
    assert visitor.sign_in("sofia").status_code == 429
    with transaction() as session:
        session.execute(update(SignInThrottle).values(locked_until=wall_clock() - timedelta(seconds=1)))
    assert visitor.sign_in("sofia").status_code == 303


def test_a_form_without_its_token_is_refused_and_audited(signed_in):
    visitor = signed_in()
    answer = visitor.client.post("/console/account/preferences", data={"theme": "dark"})
    assert answer.status_code == 403
    answer = visitor.client.post("/console/account/preferences", data={"theme": "dark", "csrf": "otro"})
    assert answer.status_code == 403
    assert actions().count("request.refused") == 2


def test_a_change_asked_by_another_site_is_refused(signed_in):
    visitor = signed_in()
    data = {"theme": "dark", "csrf": visitor.token("/console/account")}
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://malo.example"}):
        assert visitor.client.post("/console/account/preferences", data=data, headers=headers).status_code == 403
    answer = visitor.client.post("/console/account/preferences", data=data, headers={"sec-fetch-site": "same-origin"})
    assert answer.status_code == 303


def test_signing_out_ends_the_session_on_the_server(signed_in):
    visitor = signed_in()
    token = visitor.client.cookies[sessions.COOKIE]
    assert visitor.post("/console/logout").status_code == 303
    visitor.client.cookies.set(sessions.COOKIE, token)
    assert visitor.get("/console/account").status_code == 303


@pytest.mark.parametrize(
    "values",
    [
        {"expires_at": wall_clock() - timedelta(seconds=1)},
        {"last_seen_at": wall_clock() - timedelta(hours=3)},
        {"revoked_at": wall_clock()},
    ],
    ids=["expired", "idle", "revoked"],
)
def test_a_session_ends(signed_in, values):
    visitor = signed_in()
    with transaction() as session:
        session.execute(update(OperatorSession).values(**values))
    assert visitor.get("/console/account").status_code == 303


def test_the_tokens_themselves_are_not_kept(signed_in):
    visitor = signed_in()
    token = visitor.client.cookies[sessions.COOKIE]
    with transaction() as session:
        kept = session.scalars(select(OperatorSession.token_hash)).one()
    assert token.encode() not in kept


def test_second_factor_enrolled_asked_for_and_never_twice(signed_in, browser):
    visitor = signed_in()
    assert "QR" not in visitor.get("/console/account/second-factor").headers
    with transaction() as session:
        secret = session.scalars(select(Operator.totp_secret)).one()
    code = pyotp.TOTP(secret).now()
    page = "/console/account/second-factor"
    assert visitor.post(page, {"code": "000000" if code != "000000" else "111111"}, on=page).status_code == 401
    assert visitor.post(page, {"code": code}, on=page).status_code == 303

    other = browser()
    answer = other.sign_in("sofia")
    assert answer.headers["location"] == "/console/login/code"
    assert other.get("/console/account").headers["location"] == "/console/login/code"
    assert other.post("/console/login/code", {"code": code}, on="/console/login/code").status_code == 401
    with transaction() as session:
        session.execute(update(Operator).values(totp_last_step=0))
    assert other.post("/console/login/code", {"code": code}, on="/console/login/code").status_code == 303
    assert other.get("/console/account").status_code == 200


def test_where_the_policy_asks_for_it_the_first_sign_in_enrols(browser, add_person, monkeypatch):
    monkeypatch.setattr(console_settings(), "second_factor", "required")
    add_person()
    visitor = browser()
    assert visitor.sign_in("sofia").headers["location"] == "/console/account/second-factor"
    assert visitor.get("/console").headers["location"] == "/console/account/second-factor"


def test_the_first_administrator_has_a_link_and_no_password(browser, database):
    with transaction() as session:
        url = ensure_administrator(session)
    assert url
    path = url[url.index("/console") :]
    assert browser().sign_in("admin", "").status_code == 401
    visitor = browser()
    assert "Elija su contraseña" in visitor.get(path).text
    assert visitor.post(path, {"password": "corta", "again": "corta"}, on=path).status_code == 422
    assert visitor.post(path, {"password": PASSWORD, "again": PASSWORD + "x"}, on=path).status_code == 422
    assert visitor.post(path, {"password": PASSWORD, "again": PASSWORD}, on=path).status_code == 303
    assert visitor.get(path).status_code == 404
    assert visitor.sign_in("admin").status_code == 303
    with transaction() as session:
        assert ensure_administrator(session) is None


def test_administrators_manage_people_and_nobody_else_does(signed_in, browser):
    administrator = signed_in("jefa", Role.ADMINISTRATOR, "Jefa de Cabina")
    form = {"full_name": "Diego Ortega", "username": "diego", "role": "operator", "email": "diego@cabina.example"}
    answer = administrator.post("/console/people", form, on="/console/people")
    assert answer.status_code == 200 and "/console/password/" in answer.text
    assert administrator.post("/console/people", form, on="/console/people").status_code == 409
    with transaction() as session:
        diego = store.find_by_username(session, "diego")
        store.set_password(session, diego, PASSWORD)
    visitor = browser()
    visitor.sign_in("diego")
    assert visitor.get("/console/people").status_code == 403
    answer = administrator.post(f"/console/people/{diego.id}/disable", on="/console/people")
    assert answer.status_code == 303
    assert visitor.get("/console/account").status_code == 303, "the session ended with the person"
    assert visitor.sign_in("diego").status_code == 401


def test_the_last_administrator_stays(signed_in):
    administrator = signed_in("jefa", Role.ADMINISTRATOR, "Jefa de Cabina")
    with transaction() as session:
        person = store.find_by_username(session, "jefa")
    assert administrator.post(f"/console/people/{person.id}/disable", on="/console/people").status_code == 409
    role = administrator.post(f"/console/people/{person.id}/role", {"role": "operator"}, on="/console/people")
    assert role.status_code == 409


def test_every_page_has_a_strict_policy_and_is_not_kept(browser):
    answer = browser().get("/console/login")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-frame-options"] == "DENY"
    assert "<script>" not in answer.text and "style=" not in answer.text


def test_an_operators_session_opens_the_http_api_and_changes_need_the_token(signed_in):
    visitor = signed_in()
    json = {"accept": "application/json"}
    assert visitor.get("/api/v1/claims", headers=json).status_code == 200
    assert visitor.client.post("/api/v1/claims", json={}, headers=json).status_code == 401
    token = visitor.token("/console/account")
    answer = visitor.client.post("/api/v1/claims", json={}, headers={**json, "x-csrf-token": token})
    assert answer.status_code == 201
