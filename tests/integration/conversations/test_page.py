"""The web chat's page in a browser: talking, late answers, people, places and photos."""

from io import BytesIO

from PIL import Image

from channels.conversations import operators, texts
from common.access import Actor
from common.database import transaction
from tests.integration.conversations.chat_page import (
    INJURIES,
    bubbles,
    conversation_id,
    expect,
    needs_browser,
    said,
    write,
)

pytestmark = needs_browser

ANA = Actor("operator", "ana", "Ana Torres")


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
