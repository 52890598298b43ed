"""What goes out by WhatsApp and SMS besides the assistant's answers. GSM-7 words where a sentence allows it."""

INTRODUCTION = {
    "whatsapp": (
        "Hola, soy Cabina, el asistente virtual de su aseguradora. Le tomo su reporte por aquí y, si prefiere que le "
        "atienda una persona, dígamelo.\nSus datos se usan únicamente para atender su caso.\n"
        "Si hay alguien lastimado, llame ya al 911."
    ),
    "sms": (
        "Cabina, asistente de su aseguradora. Si hay lesionados llame al 911. Si quiere una persona, escriba OPERADOR. "
        "Sus datos se usan solo para su caso."
    ),
}
RESUME = (
    "Cabina: se nos cortó la llamada. Lo que me dijo quedó guardado; responda a este mensaje y seguimos donde nos "
    "quedamos. Emergencias: 911."
)


def number_by_message(shown: str) -> str:
    """The report number for whoever was told it on the phone. `shown` is grouped, `26-0000123-0`."""
    return f"Cabina: su número de reporte es {shown}. Guárdelo. Para saber cómo va, responda a este mensaje."


def come_to_whatsapp(link: str) -> str:
    """By SMS, to a caller who would rather go on by WhatsApp and has not written there yet."""
    return f"Cabina: siga su reporte por WhatsApp y compartame su ubicación y fotos: {link}"


WHATSAPP_INVITATION = (
    "Hola, seguimos por aquí con su reporte. Ya tengo lo que me dijo por teléfono. "
    "Compártame su ubicación y, si puede sin arriesgarse, fotos de los daños."
)
WHATSAPP_LINK_TEXT = "Hola, sigo con mi reporte"


def with_choices(text: str, titles: list[str]) -> str:
    """`text` with the choices that the web chat shows as buttons, unless it already names them all."""
    missing = [title for title in titles if title.casefold() not in text.casefold()]
    if not missing:
        return text
    return f"{text}\n({' / '.join(titles)})"
