"""Takes the console's pictures for docs/: `python -m tests.e2e.console.pictures URL CONVERSATION [FOLDER] [--all]`.

The console at URL is the one that `tests.e2e.console.seed` filled; CONVERSATION is a reported one of its conversations.
Without --all every page is taken at 1440 pixels, and those that are used on the road at 1024 and 390 as well.
"""

import shutil
import sys
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.e2e.console.conftest import sign_in

WIDTHS = (1440, 1024, 390)
COLOURS = 128
PICTURES = {
    "login": (None, "/console/login"),
    "board": ("sofia", "/console"),
    "conversation": ("sofia", "/console/conversations/{conversation}"),
    "dispatch": ("sofia", "/console/dispatch"),
    "search": ("sofia", "/console/search?q=yantas+robaron"),
    "policies": ("sofia", "/console/policies?holder=mendez"),
    "policy": ("sofia", "/console/policies/1042587"),
    "tramites": ("sofia", "/console/tramites"),
    "tramite": ("sofia", "/console/tramites/{folio}"),
    "account": ("sofia", "/console/account"),
    "review": ("marta", "/console/review?kind=handed_over"),
    "review-one": ("marta", "/console/review/{conversation}"),
    "measures": ("marta", "/console/measures"),
    "siniestralidad": ("marta", "/console/siniestralidad"),
    "audit": ("marta", "/console/audit"),
    "privacy": ("marta", "/console/privacy"),
    "replies": ("marta", "/console/replies"),
    "people": ("admin", "/console/people"),
    "second-factor": ("admin", "/console/account/second-factor"),
}
ON_THE_ROAD = {"board", "conversation", "dispatch"}


def _window(browser: Any, url: str, person: str | None, width: int, scheme: str) -> Any:
    size = {"width": width, "height": 900 if width > 500 else 844}
    context = browser.new_context(
        viewport=size, locale="es-MX", timezone_id="America/Mexico_City", color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{url}/console/login")
    if person:
        sign_in(page, person)
    return page


def _folio(page: Any, url: str) -> str:
    """A folio to show; one is started when there is none."""
    page.goto(f"{url}/console/tramites")
    link = page.locator("tbody a").first
    if link.count():
        return str(link.inner_text())
    page.get_by_label("Grupo").fill("1234")
    page.get_by_label("Integrante").fill("056")
    page.get_by_role("button", name="Dar folio").click()
    page.wait_for_url("**/tramites/2*")
    return str(page.url.rsplit("/", 1)[1])


def take(url: str, conversation: str, folder: Path, everything: bool) -> None:
    """Take the pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--lang=es-MX"]
        )
        folio = _folio(_window(browser, url, "sofia", 1440, "light"), url)
        for width, scheme in (*((width, "light") for width in WIDTHS), (1440, "dark")):
            windows: dict[str | None, Any] = {}
            for name, (person, path) in PICTURES.items():
                if not everything and (width != WIDTHS[0] or scheme == "dark") and name not in ON_THE_ROAD:
                    continue
                page = windows.setdefault(person, None) or _window(browser, url, person, width, scheme)
                windows[person] = page
                page.goto(url + path.format(conversation=conversation, folio=folio))
                page.wait_for_timeout(600)
                file = folder / f"{name}-{width}{'-dark' if scheme == 'dark' else ''}.png"
                page.screenshot(path=str(file), full_page=width < 500 or name == "measures")
                Image.open(file).convert("RGB").quantize(COLOURS).save(file, optimize=True)
        browser.close()


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    take(words[0], words[1], Path(words[2] if len(words) > 2 else "docs/screenshots"), "--all" in sys.argv)
