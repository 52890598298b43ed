"""The page by keyboard, by screen reader, with one thumb, in the dark."""

import re
from pathlib import Path

import pytest

from tests.integration.conversations.chat_page import INJURIES, expect, needs_browser, said, write

pytestmark = needs_browser


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
