"""STOP and START in Spanish and English: whole messages that are about the channel, not about a loss."""

import unicodedata

_STOP = frozenset({"stop", "stopall", "unsubscribe", "cancel", "end", "quit", "optout", "revoke", "alto", "baja"})
_START = frozenset({"start", "unstop", "alta", "reanudar"})
STOPPED = (
    "Listo: no le enviaremos más mensajes por este medio. Para volver a recibirlos escriba ALTA. "
    "Si tiene una emergencia, marque al 911."
)
STARTED = "Listo: volvemos a enviarle mensajes por aquí. ¿En qué le ayudo?"


def _word(text: str) -> str:
    folded = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return folded.strip(" \n\t.!¡\"'")


def read(text: str, opt_out_type: str | None = None) -> str | None:
    """`stop`, `start` or None. `opt_out_type` is Twilio's own reading (Advanced Opt-Out) and is believed first.

    Only a message that is nothing but the word counts: "me pasé el alto" is a loss.
    """
    by_twilio = {"STOP": "stop", "START": "start"}.get((opt_out_type or "").upper())
    if by_twilio:
        return by_twilio
    word = _word(text)
    return "stop" if word in _STOP else "start" if word in _START else None
