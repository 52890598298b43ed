"""The chat's page in a browser: what its tests read and press. Without a browser they are skipped, by name."""

import shutil
from uuid import UUID

import pytest
from sqlalchemy import select

from channels.conversations.tables import Conversation
from common.database import transaction

playwright = pytest.importorskip("playwright.sync_api")
expect = playwright.expect

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_browser = pytest.mark.skipif(BROWSER is None, reason="no chromium, chromium-browser or google-chrome on the PATH")

PHONE = {"width": 390, "height": 844}
INJURIES = {
    "text": "¿Hay lesionados?",
    "buttons": [{"title": "No, nadie", "payload": "no, nadie"}, {"title": "Sí", "payload": "sí"}],
}


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
