"""What the front door itself says to people; the assistant's own texts are in domain.yml."""

GREETING = (
    "Hola, soy Cabina, el asistente virtual de su aseguradora. Le tomo su reporte aquí mismo; si prefiere que le "
    "atienda una persona, dígamelo.\n\n"
    "Si hay alguien lastimado, llame ya al 911.\n\n"
    "Sus datos se usan solo para atender su caso. ¿Qué pasó?"
)
GREETING_SMS = (
    "Cabina, asistente de su aseguradora. Le tomo su reporte; si prefiere una persona, digamelo. "
    "Datos solo para su caso. Si hay lesionados llame al 911. Que paso?"
)
GREETING_BUTTONS = (
    {"title": "Tuve un choque", "payload": "Tuve un choque"},
    {"title": "Me robaron", "payload": "Me robaron el coche"},
    {"title": "Necesito una grúa", "payload": "Necesito una grúa"},
    {"title": "Hablar con una persona", "payload": "Quiero hablar con una persona"},
)

LATE = (
    "Recibí su mensaje y ya quedó guardado. Estamos tardando un poco más de lo normal; en cuanto lo revise le contesto "
    "por aquí, no tiene que repetirlo. Si es una emergencia, llame al 911."
)
LATE_AGAIN = "También guardé este mensaje. Seguimos en ello y le contestamos por aquí. Si es urgente, llame al 911."
PERSON_ALERTED = (
    "Perdone la espera. Ya le avisé a una persona de la cabina para que le atienda; "
    "todo lo que nos contó está guardado."
)
SAY_IT_OTHERWISE = "Recibí su mensaje. ¿Me lo puede decir de otra forma, por favor?"
LOCATION_SHARED = "(ubicación compartida)"
MEDIA_SHARED = {
    "image": "(foto)",
    "audio": "(nota de voz)",
    "video": "(video)",
    "document": "(documento)",
    "contact": "(contacto)",
}


def number_at_last(report_number: str) -> str:
    """The number that could not be given when the report was agreed to."""
    shown = f"{report_number[:2]}-{report_number[2:9]}-{report_number[9:]}"
    return (
        f"Gracias por esperar: ya tengo su número de reporte, es {shown}. Confirma que recibimos su reporte; "
        "si necesita algo más, escríbame por aquí."
    )


def taken_over(operator_name: str) -> str:
    """Said when an operator takes the conversation."""
    return f"Le atiende {operator_name}, de la cabina. Ya tengo a la vista lo que nos contó; no necesita repetirlo."


HANDED_BACK = "Le sigue atendiendo el asistente virtual. Si quiere volver a hablar con una persona, dígamelo."
CLOSED = "Cerramos esta conversación. Si necesita algo más, escríbanos por aquí y le atendemos de nuevo."
