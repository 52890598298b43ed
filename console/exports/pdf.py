"""One conversation as PDF: who said what and when, and the claim."""

import unicodedata
from collections.abc import Sequence
from typing import Any

from fpdf import FPDF
from fpdf.enums import WrapMode, XPos, YPos

from channels.conversations.tables import Message
from common.clock import local_now
from console import claims_text, formats, words
from console.conversation.case import Case
from console.masking import Mask
from console.people.access import Visitor
from policy_backend.claims.store.tables import ClaimRow

TYPOGRAPHY = str.maketrans(
    {"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "•": "*", "→": "->"}
)


def printable(said: str) -> str:
    """`said` in the characters of the PDF's fonts; any other is named, so that nothing disappears: `[crying face]`."""
    pieces = []
    for character in said.translate(TYPOGRAPHY):
        if character in "\n\t" or " " <= character <= "~" or "\xa0" <= character <= "\xff":
            pieces.append(character)
        elif unicodedata.category(character)[0] in "LSNP":
            pieces.append(f"[{unicodedata.name(character, f'U+{ord(character):04X}').lower()}]")
    return "".join(pieces)


class _Document(FPDF):
    """A page with the conversation's name above and its number below."""

    def __init__(self, heading: str) -> None:
        super().__init__(format="Letter")
        self._heading = heading
        self.set_auto_page_break(True, 18)
        self.set_margins(18, 18)
        self.set_title(heading)
        self.set_lang("es-MX")

    def header(self) -> None:
        self.set_font("Helvetica", "B", 10)
        self.set_text_color(90)
        self.cell(0, 6, self._heading, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(2)

    def footer(self) -> None:
        self.set_y(-14)
        self.set_font("Helvetica", "", 8)
        self.set_text_color(110)
        self.cell(0, 6, f"Página {self.page_no()} de {{nb}}", align="R")

    def line_of(self, text: str, style: str = "", size: float = 10, grey: int = 20) -> None:
        """A paragraph."""
        self.set_font("Helvetica", style, size)
        self.set_text_color(grey)
        self.multi_cell(
            0, size * 0.5, printable(text) or " ", new_x=XPos.LMARGIN, new_y=YPos.NEXT, wrapmode=WrapMode.CHAR
        )

    def fact(self, name: str, value: str) -> None:
        """One line of the claim."""
        self.set_font("Helvetica", "B", 9)
        self.set_text_color(90)
        self.cell(34, 5, printable(name))
        self.set_font("Helvetica", "", 9)
        self.set_text_color(20)
        self.multi_cell(0, 5, printable(value) or "-", new_x=XPos.LMARGIN, new_y=YPos.NEXT, wrapmode=WrapMode.CHAR)


def conversation_pdf(case: Case, messages: Sequence[Message], visitor: Visitor) -> bytes:
    """The whole conversation; names, phones and numbers that the visitor does not see are masked."""
    claim, conversation, by = case.claim, case.conversation, visitor.operator.full_name
    number = formats.report_number(claim.report_number) if claim and claim.report_number else "sin número"
    document = _Document(f"Cabina - Reporte {number}")
    document.add_page()
    document.line_of("Conversación", "B", 16)
    made = formats.full_time(local_now())
    channel, state = words.word(conversation.channel, words.CHANNELS), words.word(conversation.state, words.STATES)
    document.line_of(f"{channel} - {state} - exportada por {by} el {made}", size=9, grey=90)
    document.ln(3)
    for name, value in facts(claim, case.shows_claim(visitor)) if claim else ():
        document.fact(name, value)
    document.ln(4)
    for message in messages:
        _message(document, message, None if case.shows_said(visitor, message.created_at) else case.mask)
    return bytes(document.output())


def facts(claim: ClaimRow, personal: bool) -> list[tuple[str, str]]:
    """The claim's lines."""
    said, reporter = claim.facts, claims_text.part(claim.facts, "reporter")
    name, phone, plates = reporter.get("name"), reporter.get("phone"), claims_text.plates(said)
    return [
        ("Reporte", formats.report_number(claim.report_number)),
        ("Estado", words.word(claim.status, words.CLAIM_STATUS)),
        ("Qué pasó", words.word(said.get("incident_type"), words.INCIDENTS)),
        ("Ocurrió", formats.full_time(claim.occurred_at)),
        ("Reportado", formats.full_time(claim.reported_at)),
        ("Lugar", claims_text.place(said) or "-"),
        ("Reporta", (name or "-") if personal else formats.masked_name(name)),
        ("Teléfono", formats.phone(phone) if personal else formats.masked_phone(phone)),
        ("Vehículo", claims_text.vehicle(said) or "-"),
        ("Placas", (plates or "-") if personal else formats.masked_tail(plates)),
        ("Ajustador", claim.adjuster or "-"),
    ]


def _message(document: _Document, message: Message, mask: Mask | None) -> None:
    who, when = words.word(message.author, words.AUTHORS), formats.full_time(message.created_at)
    delivery = f" - {words.word(message.delivery, words.DELIVERY)}" if message.delivery else ""
    document.line_of(f"{who} - {when}{delivery}", "B", 8, 100)
    document.line_of(mask(_said(message)) if mask else _said(message))
    document.ln(2)


def _said(message: Message) -> str:
    pieces: list[Any] = [message.text] if message.text else []
    if message.location:
        pieces.append(f"(ubicación {message.location.get('latitude')}, {message.location.get('longitude')})")
    pieces += [f"(archivo: {item.get('kind')})" for item in message.media or ()]
    return "\n".join(pieces) or "(sin texto)"
