"""The web chat's page in a browser: one thumb, a poor connection, a keyboard, a screen reader."""

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from sqlalchemy import select

from channels.conversations import operators, texts
from channels.conversations.tables import Conversation
from common.access import Actor
from common.database import transaction

playwright = pytest.importorskip("playwright.sync_api")
expect = playwright.expect

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium, chromium-browser or google-chrome on the PATH")

PHONE = {"width": 390, "height": 844}
ANA = Actor("operator", "ana", "Ana Torres")
INJURIES = {
    "text": "¿Hay lesionados?",
    "buttons": [{"title": "No, nadie", "payload": "no, nadie"}, {"title": "Sí", "payload": "sí"}],
}


@pytest.fixture(scope="module")
def browser() -> Iterator["playwright.Browser"]:
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def context(browser, live):
    made = browser.new_context(viewport=PHONE, locale="es-MX", base_url=str(live.base_url), has_touch=True)
    made.set_default_timeout(8000)
    yield made
    made.close()


@pytest.fixture
def page(context):
    page = context.new_page()
    page.faults, page.hosts = [], set()
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda line: page.faults.append(line.text) if "Content Security" in line.text else None)
    page.on("request", lambda request: page.hosts.add(re.sub(r"^(blob:)?https?://([^/]+).*", r"\2", request.url)))
    page.goto("/")
    expect(page.get_by_role("button", name="Tuve un choque")).to_be_visible()
    yield page
    assert page.faults == []
    assert len(page.hosts) == 1, "nothing comes from elsewhere"


def bubbles(page, who: str) -> list[str]:
    """What the bubbles of `who` say, without names, times and fates."""
    script = """items => items.map(item => Array.from(item.childNodes)
        .filter(node => !['SPAN', 'TIME', 'BUTTON', 'IMG'].includes(node.nodeName))
        .map(node => node.textContent).join(''))"""
    return page.locator(f"#log .{who}").evaluate_all(script)


def write(page, text: str) -> None:
    page.get_by_label("Su mensaje").fill(text)
    page.get_by_role("button", name="Enviar").click()


def said(page, text: str):
    """Wait until the log shows `text`."""
    return expect(page.locator("#log li", has_text=text).first).to_be_visible()


def conversation_id() -> UUID:
    with transaction() as session:
        return session.scalars(select(Conversation.id).order_by(Conversation.created_at.desc())).first()


class TestTalking:
    def test_one_touch_answers_and_the_choices_go_away(self, page, rasa):
        rasa.script["Tuve un choque"] = ([INJURIES], {"expects": "injuries"})
        page.get_by_role("button", name="Tuve un choque").tap()
        said(page, "¿Hay lesionados?")
        expect(page.get_by_role("button", name="Tuve un choque")).to_have_count(0)
        page.get_by_role("button", name="No, nadie").tap()
        said(page, "Entendí: no, nadie")
        expect(page.locator("#choices")).to_be_hidden()
        assert rasa.texts == ["Tuve un choque", "no, nadie"]

    def test_every_message_is_shown_once_though_it_comes_by_two_ways(self, page):
        for text in ("uno", "dos"):
            write(page, text)
            said(page, f"Entendí: {text}")
        page.wait_for_timeout(300)
        assert bubbles(page, "assistant")[1:] == ["Entendí: uno", "Entendí: dos"]
        assert bubbles(page, "caller") == ["uno", "dos"]

    def test_what_looks_like_html_is_text(self, page, rasa):
        evil = '<img src=x onerror="document.title=1"><b>hola</b>'
        rasa.script[evil] = ([evil], {})
        write(page, evil)
        said(page, "<b>hola</b>")
        assert bubbles(page, "caller") == [evil]
        assert page.locator("#log b, #log img").count() == 0

    def test_the_report_number_stays_in_sight(self, page, rasa):
        rasa.script["sí"] = (["Listo"], {"report_number": "2600001230", "expects": None})
        write(page, "sí")
        expect(page.locator("#number")).to_have_text("26-0000123-0")
        page.reload()
        expect(page.locator("#number")).to_have_text("26-0000123-0")

    def test_a_message_that_is_too_long_says_so(self, page):
        page.evaluate("document.getElementById('words').removeAttribute('maxlength')")
        write(page, "a" * 10_001)
        expect(page.get_by_role("status")).to_contain_text("muy largo")
        write(page, "hola")
        said(page, "Entendí: hola")

    def test_starting_another_report(self, page):
        write(page, "uno")
        said(page, "Entendí: uno")
        first = conversation_id()
        page.get_by_role("button", name="Nuevo reporte").click()
        page.get_by_role("button", name="Seguir aquí").click()
        said(page, "Entendí: uno")
        page.get_by_role("button", name="Nuevo reporte").click()
        page.get_by_role("button", name="Empezar otro").click()
        expect(page.get_by_role("button", name="Tuve un choque")).to_be_visible()
        assert bubbles(page, "caller") == []
        assert conversation_id() != first


class TestReloadAndPoorConnections:
    def test_takes_up_where_it_was(self, page, rasa):
        rasa.script["uno"] = ([INJURIES], {})
        write(page, "uno")
        said(page, "¿Hay lesionados?")
        page.reload()
        said(page, "¿Hay lesionados?")
        assert bubbles(page, "caller") == ["uno"]
        page.get_by_role("button", name="No, nadie").click()
        said(page, "Entendí: no, nadie")
        assert len(bubbles(page, "assistant")) == 3

    def test_offline_it_says_so_and_sends_by_itself_once_back(self, page, context, rasa):
        context.set_offline(True)
        write(page, "uno")
        expect(page.locator("#log .fate")).to_contain_text("Pendiente")
        expect(page.get_by_role("status")).to_contain_text("Sin conexión")
        expect(page.get_by_role("link", name="llame a la cabina")).to_have_attribute("href", "tel:+523320187628")
        write(page, "dos")
        context.set_offline(False)
        said(page, "Entendí: dos")
        expect(page.get_by_role("status")).to_be_hidden()
        assert rasa.texts == ["uno", "dos"]
        assert page.locator("#log .fate").count() == 0

    def test_an_answer_lost_on_the_way_is_not_a_second_message(self, page, rasa):
        lost = []

        def lose_first(route):
            if lost:
                route.continue_()
            else:
                lost.append(route.fetch())
                route.abort()

        page.route("**/messages", lose_first)
        write(page, "uno")
        said(page, "Entendí: uno")
        expect(page.locator("#log .fate")).to_have_count(0)
        assert rasa.texts == ["uno"]
        assert bubbles(page, "assistant")[1:] == ["Entendí: uno"]

    def test_what_waited_is_sent_after_a_reload(self, page, rasa):
        page.route("**/messages", lambda route: route.abort())
        write(page, "uno")
        expect(page.locator("#log .fate")).to_contain_text("Pendiente")
        page.unroute("**/messages")
        page.reload()
        said(page, "Entendí: uno")
        assert bubbles(page, "caller") == ["uno"]

    def test_opens_as_soon_as_there_is_a_connection(self, context):
        page = context.new_page()
        page.route("**/api/v1/conversations", lambda route: route.abort())
        page.goto("/")
        expect(page.get_by_role("status")).to_contain_text("llame a la cabina")
        page.unroute("**/api/v1/conversations")
        expect(page.get_by_role("button", name="Tuve un choque")).to_be_visible()

    def test_a_conversation_that_is_gone_begins_again(self, page):
        with transaction() as session:
            session.delete(session.get_one(Conversation, conversation_id()))
        page.reload()
        expect(page.get_by_role("button", name="Tuve un choque")).to_be_visible()

    def test_too_many_messages_wait_their_turn(self, page, rasa):
        refusals = []

        def refuse_once(route):
            if refusals:
                route.continue_()
                return
            refusals.append(1)
            route.fulfill(status=429, headers={"Retry-After": "1"}, json={"detail": "Espere unos segundos."})

        page.route("**/messages", refuse_once)
        write(page, "uno")
        expect(page.get_by_role("status")).to_contain_text("Espere unos segundos")
        said(page, "Entendí: uno")


class TestLateAnswersAndPeople:
    def test_the_late_answer_arrives_by_itself(self, page, rasa, live):
        import asyncio

        from channels.conversations.rasa import RasaClient
        from channels.conversations.turns import Turns

        async def drain() -> None:
            client = RasaClient([rasa.url])
            await Turns(client).drain(conversation_id())
            await client.close()

        rasa.status = 500
        write(page, "uno")
        said(page, texts.LATE[:30])
        rasa.status = 200
        import threading

        worker = threading.Thread(target=lambda: asyncio.run(drain()))
        worker.start()
        worker.join()
        said(page, "Entendí: uno")

    def test_an_operators_words_and_name_appear(self, page):
        with transaction() as session:
            operators.take_over(session, conversation_id(), ANA)
            operators.operator_reply(session, conversation_id(), ANA, "Buenas, ¿está usted bien?")
        said(page, "¿está usted bien?")
        expect(page.locator("#handler")).to_have_text("Le atiende Ana Torres")
        assert page.locator("#log .operator .name").text_content().startswith("Persona de la cabina")
        write(page, "sí, gracias")
        page.wait_for_timeout(300)
        assert page.locator("#log .fate").count() == 0
        with transaction() as session:
            operators.hand_back(session, conversation_id(), ANA)
        expect(page.locator("#handler")).to_have_text("Asistente virtual")


class TestPlaceAndPhotos:
    def test_shares_the_place(self, page, context, rasa):
        context.grant_permissions(["geolocation"])
        context.set_geolocation({"latitude": 20.67, "longitude": -103.39})
        page.get_by_role("button", name="Ubicación").click()
        said(page, "Ubicación compartida")
        said(page, "Entendí: (ubicación compartida)")
        assert rasa.heard[0]["metadata"]["location"] == {"latitude": 20.67, "longitude": -103.39}

    def test_without_permission_it_asks_for_words(self, page, context):
        context.clear_permissions()
        page.get_by_role("button", name="Ubicación").click()
        expect(page.get_by_role("status")).to_contain_text("Escríbala, por favor")
        expect(page.get_by_label("Su mensaje")).to_be_focused()

    def test_sends_a_large_photo_made_smaller_and_shows_it_again(self, page, rasa):
        picture = Image.effect_noise((3000, 2000), 90).convert("RGB")
        file = BytesIO()
        picture.save(file, "JPEG", quality=95)
        assert len(file.getvalue()) > 1.5 * 2**20
        page.locator("#file").set_input_files(
            {"name": "choque.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}
        )
        said(page, "Entendí: (foto)")
        assert page.locator("#log .caller img").count() == 1
        page.reload()
        image = page.locator("#log .caller img")
        expect(image).to_be_visible()
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") == 2048


class TestForEverybody:
    def test_works_by_keyboard_alone(self, page, rasa):
        rasa.script["Me robaron el coche"] = ([INJURIES], {})
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent") == "Me robaron":
                break
        page.keyboard.press("Enter")
        said(page, "¿Hay lesionados?")
        page.get_by_label("Su mensaje").focus()
        page.keyboard.type("no")
        page.keyboard.press("Shift+Enter")
        page.keyboard.type("nadie")
        page.keyboard.press("Enter")
        said(page, "Entendí: no")
        assert rasa.texts[-1] == "no\nnadie"
        expect(page.get_by_label("Su mensaje")).to_be_focused()

    def test_screen_readers_hear_what_is_said_and_by_whom(self, page):
        log = page.get_by_role("log", name="Conversación")
        expect(log).to_have_attribute("aria-live", "polite")
        write(page, "hola")
        said(page, "Entendí: hola")
        assert log.locator("li").last.inner_text().startswith("Asistente:")
        unnamed = page.evaluate(
            """() => [...document.querySelectorAll('button, a[href], textarea')].filter(item => item.offsetParent &&
                !(item.getAttribute('aria-label') || item.textContent.trim() || item.labels?.length)).length"""
        )
        assert unnamed == 0
        assert page.locator("html").get_attribute("lang") == "es-MX"

    @pytest.mark.parametrize("size", [(390, 844), (320, 568), (1024, 768), (844, 390)])
    def test_911_and_every_control_are_in_sight_and_large_enough(self, page, size):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        expect(page.get_by_role("link", name="Llamar al 911")).to_be_in_viewport()
        expect(page.get_by_label("Su mensaje")).to_be_in_viewport()
        small = page.evaluate(
            """() => [...document.querySelectorAll('button, .call, textarea')].filter(item => item.offsetParent)
                .map(item => [item.id || item.textContent, item.getBoundingClientRect()])
                .filter(([, box]) => box.height < 48 || box.width < 48 || box.right > innerWidth + 1)
                .map(([name]) => name)"""
        )
        assert small == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    def test_motion_stops_for_those_who_ask(self, page):
        page.emulate_media(reduced_motion="reduce")
        page.evaluate("document.getElementById('typing').hidden = false")
        assert page.locator("#typing i").first.evaluate("dot => getComputedStyle(dot).animationName") == "none"

    def test_dark_mode_is_dark(self, page):
        page.emulate_media(color_scheme="dark")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 24, 24)"


PAIRS = [
    ("ink", "paper"), ("ink", "card"), ("soft", "paper"), ("soft", "card"), ("brand-ink", "brand"),
    ("mine-ink", "mine"), ("note-ink", "note"), ("danger-ink", "danger"),
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_have_aa_contrast(scheme):
    import channels.web

    css = (Path(channels.web.__file__).parent / "static/chat.css").read_text()
    blocks = re.findall(r":root \{(.*?)\}", css, re.S)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", "".join(blocks if scheme == "dark" else blocks[:1])))
    for ink, paper in PAIRS:
        assert contrast(colours[ink], colours[paper]) >= 4.5, (scheme, ink, paper)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two hexadecimal colours."""

    def luminance(colour: str) -> float:
        digits = colour[1:] if len(colour) == 7 else "".join(char * 2 for char in colour[1:])
        parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
