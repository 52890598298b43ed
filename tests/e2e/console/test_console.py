"""What operators do, in a real browser."""

import re
import time
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.console.conftest import Console, sign_in

EMERGENCY, REPORTED, LATE, WAITING, TALKING, HELD = range(6)
NEW_EMERGENCY = """
from channels.conversations import store
from channels.conversations.model import Inbound
from common.database import transaction
with transaction() as session:
    conversation, _ = store.open_conversation(session, "whatsapp", address="+523311119999")
    store.receive(session, conversation, Inbound(text="{text}"))
    conversation.priority = "{priority}"
    store.announce(session, conversation.id)
    print(conversation.id)
"""


def conversation_page(console: Console, which: int) -> str:
    return f"{console.url}/console/conversations/{console.conversations[which]}"


def arrive(console: Console, text: str = "hay heridos", priority: str = "emergency") -> str:
    """A new conversation begins; its id."""
    return console.run(NEW_EMERGENCY.format(text=text, priority=priority)).strip()


def test_the_board_shows_what_matters_first_and_an_emergency_as_it_comes(console: Console, enter: Any) -> None:
    page = enter()
    expect(page.locator("#board tbody tr").first).to_contain_text("Emergencia")
    before = page.locator("tr[data-priority=emergency]").count()
    expect(page).to_have_title(re.compile(rf"^\({before}\) Tablero"))
    new = arrive(console)
    expect(page.locator(f"#c-{new}")).to_be_visible(timeout=5000)
    expect(page).to_have_title(re.compile(rf"^\({before + 1}\) Tablero"))
    expect(page.locator("#n-emergency")).to_contain_text(str(before + 1))


def test_filters_live_in_the_url_and_hold_for_what_arrives(console: Console, enter: Any) -> None:
    page = enter()
    page.get_by_label("Estado").select_option("waiting_for_person")
    page.wait_for_url(re.compile("state=waiting_for_person"))
    expect(page.locator("#board tbody tr .state .tag").first).to_have_text("Espera a una persona")
    new = arrive(console, "hola", "normal")
    page.wait_for_timeout(1500)
    expect(page.locator(f"#c-{new}")).to_have_count(0)
    page.get_by_text("Guardar esta vista").click()
    page.get_by_placeholder("Nombre").fill("Esperan")
    page.get_by_role("button", name="Guardar", exact=True).click()
    page.goto(f"{console.url}/console")
    page.get_by_role("link", name="Esperan").click()
    expect(page).to_have_url(re.compile("state=waiting_for_person"))


def test_everything_by_keyboard(console: Console, enter: Any) -> None:
    page = enter()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/conversations/**")
    page.keyboard.press("g")
    page.keyboard.press("d")
    page.wait_for_url("**/dispatch")
    page.keyboard.press("/")
    page.wait_for_url("**/search")
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_take_answer_and_hand_back_while_another_watches(console: Console, enter: Any) -> None:
    page, other = enter("sofia"), enter("diego")
    for window in (page, other):
        window.goto(conversation_page(console, WAITING))
    expect(page.locator("#standing")).to_contain_text("Diego Ortega Solís")
    page.get_by_role("button", name="Tomar la conversación").click()
    expect(page.get_by_placeholder("Escriba a la persona…")).to_be_visible()
    expect(other.locator("#standing")).to_contain_text("La atiende Sofía Ramírez Luna")
    page.locator("#canned").select_option(label="Saludo")
    expect(page.locator("#reply")).to_have_value(re.compile("Soy Sofía, de la cabina"))
    page.keyboard.press("Control+Enter")
    expect(other.locator("#transcript")).to_contain_text("Soy Sofía, de la cabina")
    expect(page.locator("#reply")).to_have_value("")
    page.get_by_placeholder("Solo la ven ustedes").fill("Habla por un vecino")
    page.keyboard.press("Enter")
    expect(other.locator("#notes")).to_contain_text("Habla por un vecino")
    page.get_by_role("button", name="Devolver al asistente").click()
    expect(other.get_by_role("button", name="Tomar la conversación")).to_be_visible()


def test_two_browsers_racing_to_take_over(console: Console, enter: Any) -> None:
    windows = [enter("sofia"), enter("diego")]
    for window in windows:
        window.goto(conversation_page(console, EMERGENCY))
    for window in windows:
        # The page is live: the first to take it may have removed the other's button before it could be pressed.
        window.evaluate("document.querySelector('button[data-key=t]')?.click()")
    for window in windows:
        expect(window.locator("#standing")).to_contain_text("La atiende")
    mine = [window.locator("#standing").get_by_text("La atiende usted").count() for window in windows]
    assert sorted(mine) == [0, 1]
    loser = windows[mine.index(0)]
    expect(loser.locator("#composer")).to_be_hidden()
    told = windows[0].locator("#transcript").get_by_text(re.compile("Le atiende"))
    expect(told).to_have_count(1)


def test_a_session_revoked_while_typing_loses_nothing(console: Console, enter: Any) -> None:
    page = enter("diego")
    page.goto(conversation_page(console, HELD))
    text = "Ya va en camino la grúa, no se mueva de ahí"
    page.locator("#reply").fill(text)
    console.run(
        "from common.database import transaction\nfrom console.people import store\n"
        "with transaction() as s: store.revoke_sessions(s, store.find_by_username(s, 'diego').id)"
    )
    page.get_by_role("button", name="Enviar").click()
    expect(page.locator("#notices")).to_contain_text("Su sesión terminó")
    expect(page.locator("#reply")).to_have_value(text)
    page.get_by_role("link", name="Entre de nuevo").click()
    sign_in(page, "diego")
    page.wait_for_url("**/conversations/**")
    expect(page.locator("#reply")).to_have_value(text)
    page.get_by_role("button", name="Enviar").click()
    expect(page.locator("#transcript")).to_contain_text(text)


def test_a_lost_connection_is_said_and_made_good(console: Console, enter: Any) -> None:
    page = enter("diego")
    page.goto(conversation_page(console, HELD))
    expect(page.locator("#composer")).to_be_visible()
    page.locator("#reply").fill("sigo aquí")
    page.context.set_offline(True)
    page.get_by_role("button", name="Enviar").click()
    expect(page.locator("#notices")).to_contain_text("Sin conexión")
    expect(page.locator("#reply")).to_have_value("sigo aquí")
    page.context.set_offline(False)
    page.get_by_role("button", name="Enviar").click()
    expect(page.locator("#transcript")).to_contain_text("sigo aquí")


def test_an_answer_that_the_person_gives_meanwhile_appears(console: Console, enter: Any) -> None:
    page = enter()
    page.goto(conversation_page(console, TALKING))
    expect(page.locator("#transcript")).to_be_visible()
    page.wait_for_timeout(800)
    console.run(
        "from uuid import UUID\nfrom channels.conversations import store\n"
        "from channels.conversations.model import Inbound\n"
        "from common.database import transaction\n"
        "with transaction() as s:\n"
        f"    c = store.locked(s, UUID('{console.conversations[TALKING]}'))\n"
        "    store.receive(s, c, Inbound(text='mis placas son NGK731A <b>gracias</b>'))\n"
        "    store.announce(s, c.id)"
    )
    expect(page.locator("#transcript")).to_contain_text("mis placas son NGK731A <b>gracias</b>")


def test_correct_the_claim_and_see_its_history(console: Console, enter: Any) -> None:
    page = enter()
    page.goto(conversation_page(console, REPORTED))
    page.get_by_role("button", name="Corregir").click()
    page.get_by_label("Colonia").fill("Jardines Vallarta")
    page.get_by_role("button", name="Guardar cambios").click()
    expect(page.locator("#claim")).to_contain_text("Jardines Vallarta")
    page.get_by_text(re.compile("Historia del reporte")).click()
    expect(page.locator(".history ins").first).to_have_text("Jardines Vallarta")


def test_dispatch_an_adjuster_until_he_arrives(console: Console, enter: Any) -> None:
    page = enter()
    page.goto(f"{console.url}/console/dispatch")
    row = page.locator("#jobs tbody tr", has_text="Cristales").first
    row.get_by_label(re.compile("Ajustador para")).select_option(label="Ramón Ibarra · Monterrey")
    row.get_by_role("button", name="Asignar").first.click()
    row = page.locator("#jobs tbody tr", has_text="Ramón Ibarra").first
    row.get_by_role("button", name="En camino").click()
    row.get_by_role("button", name="Llegó").click()
    expect(page.locator("#notices")).to_contain_text("Ramón Ibarra llegó.")


def test_search_forgives_accents_and_typos(console: Console, enter: Any) -> None:
    page = enter()
    page.goto(f"{console.url}/console/search")
    for typed, found in (
        ("mendes", "Laura Méndez Robles"),
        ("JNB482C", "Nissan Versa"),
        ("33 1234 5678", "26-0000001"),
    ):
        page.locator("#q").fill(typed)
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_contain_text(found)
    page.locator("#q").fill("yantas robaron")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()


def test_review_grade_and_correct(console: Console, enter: Any) -> None:
    page = enter("marta")
    page.goto(f"{console.url}/console/review/{console.conversations[REPORTED]}")
    for group in page.locator("fieldset.marks").all()[:5]:
        group.get_by_label("Bien", exact=True).check()
    page.get_by_label("ejemplo bueno").check()
    page.get_by_label("Comentario").fill("Clara y breve")
    page.get_by_role("button", name="Guardar revisión").click()
    expect(page.locator("#notices")).to_contain_text("Revisión guardada")
    page.get_by_text("La intención", exact=True).click()
    page.get_by_label("Intención correcta").select_option("report_loss")
    page.locator("#corrections details[open] button").click()
    expect(page.locator("#corrections")).to_contain_text("report_loss")


def test_the_second_factor_is_enrolled(console: Console, enter: Any) -> None:
    import pyotp

    page = enter("admin")
    page.goto(f"{console.url}/console/account/second-factor")
    expect(page.locator(".qr-box svg")).to_be_visible()
    secret = page.locator("code.secret").inner_text()
    page.get_by_label("Código", exact=True).fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Activar").click()
    expect(page.locator("main")).to_contain_text("Segundo factor activo")
    page.get_by_role("button", name="Salir").click()
    page.get_by_label("Usuario").fill("admin")
    page.get_by_label("Contraseña").fill("una frase larga y segura")
    page.get_by_role("button", name="Entrar", exact=True).click()
    page.get_by_label("Código").fill(pyotp.TOTP(secret).at(time.time() + 30))
    page.get_by_role("button", name="Continuar").click()
    page.wait_for_url("**/console")
    console.run(
        "from common.database import transaction\nfrom console.people import store\n"
        "with transaction() as s: store.forget_second_factor(s, store.find_by_username(s, 'admin'))"
    )


PAGES = {
    "sofia": ("/console", "/console/dispatch", "/console/search?q=choque", "/console/policies?holder=mendez",
              "/console/policies/1042587", "/console/tramites", "/console/account", "CONVERSATION"),
    "marta": ("/console/review", "REVIEW", "/console/measures", "/console/audit", "/console/privacy",
              "/console/replies", "/console/siniestralidad", "CONVERSATION"),
    "admin": ("/console/people", "/console/account/second-factor"),
}  # fmt: skip


def where(console: Console, path: str) -> str:
    """The path of a page of PAGES."""
    reported = console.conversations[REPORTED]
    named = {"CONVERSATION": f"/console/conversations/{reported}", "REVIEW": f"/console/review/{reported}"}
    return named.get(path, path)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("person", list(PAGES))
def test_axe_finds_no_serious_fault(console: Console, enter: Any, axe: str, person: str, scheme: str) -> None:
    page = enter(person, color_scheme=scheme)
    found = []
    for path in PAGES[person]:
        page.goto(console.url + where(console, path))
        page.evaluate(axe)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [
            f"{path}: {fault['id']} {[node['target'] for node in fault['nodes'][:3]]}"
            for fault in result["violations"]
            if fault["impact"] in ("serious", "critical")
        ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_nothing_overflows(console: Console, enter: Any, width: int) -> None:
    page = enter("marta", viewport={"width": width, "height": 844})
    for path in (*PAGES["marta"], *PAGES["sofia"]):
        page.goto(console.url + where(console, path))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
