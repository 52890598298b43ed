"""The page on a poor connection, and opened again: nothing is lost, nothing is said twice."""

from channels.conversations.tables import Conversation
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
