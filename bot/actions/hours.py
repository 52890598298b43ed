"""Which words of a message tell when the loss happened, and of which day they speak."""

import re
from datetime import datetime, timedelta
from typing import Optional

from bot.actions.turn import Turn, fold
from bot.nlu.parsers import times
from bot.nlu.parsers.folding import fold as fold_in_place

# Beside a telephone an hour is when to call, unless it is told that something happened then.
_CALL_AT = re.compile(
    r"\b(?:despues de|a partir de|hasta|antes de|desde|entre|de (?=(?:las? )?\d{1,2} a )|por las?"
    r"|pasad[oa]s?)\b[^.;\n]*"
)
_HAPPENED = re.compile(r"\b(?:fue|paso|hace|eran|ocurr\w+|suced\w+|choc\w+|peg\w+|rob\w+)\b")

_DAY = re.compile(
    r"\b(?:hoy|ayer|antier|anteayer|anoche|antenoche|hace|ahorita|ahora|rato|lunes|martes|miercoles|jueves"
    r"|viernes|sabado|"
    r"domingo|apenas|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b|/"
)

# Of what is to come, or of a habit: 'mi vuelo sale a las 7', 'tengo que cruzar a las 5', 'abren a las 9'.
_PLANS = re.compile(
    r"\b(?:sale|salen|salgo|entro|entra|entran|empieza|cierra|cierran|abre|abren|llego|llega|vence|tengo que"
    r"|tenemos que"
    r"|debo|hay que|voy a|vamos a|quiero|necesito|quede de|urge|mi vuelo|mi cita|trabajo de|horario)\b"
    r"[^,.;!?\n]{0,50}?\b(?:a|de|antes de|desde) las? [^,.;!?\n]*"
)
_NOT_A_PLAN = re.compile(r"\b(?:hoy|ayer|anoche|antier)\b|\b(?:encuentro|encontre|ya no|rayad|choc|peg|rob)")

# How long the help is waited for tells no more than that: 'llevo media hora esperando', 'hace una hora que les marco'.
_BEFELL = re.compile(r"\b(?:choc|chok|peg|rob|asalt|volc|volt|ponch|inund|atropell|accident|estrell|qued|par[oe])\w*")
_WAITING = re.compile(
    r"\bhace\b[^,.;!?\n]{0,25}? que (?:ya |les? |los |estoy |estamos )*(?:esper|marc|llam|habl)\w*"
    r"|\b(?:llev\w+|tengo|tenemos|van)\b[^,.;!?\n]{0,30}?\b(?:esper\w+|marc\w+|llam\w+|en la linea"
    r"|formad\w+|sin que|y (?:nadie|nada|no (?:lleg|vien|contest|me|nos))\w*)"
    r"|\b(?:esper\w+|marcando|llamando)\b[^,.;!?\n]{0,25}?\b(?:minutos?|horas?|rato)\b"
)
_WHEN_TO_CALL = re.compile(r"\b(?:después|despues|a partir|antes|hasta)(?: de)? las? [^,.;]*", re.I)


def loss_time(turn: Turn) -> Optional[times.TimeSaid]:
    """When the message says that it happened, seen from when it arrived; an hour alone is of the day that is known."""
    text, asked = of_the_loss(turn), turn.expected == "occurred_at"
    said = times.parse_time(text, turn.now, asked)
    known = turn.claim["details"].get("occurred_to") or turn.claim["occurred_at"]
    if said is None or not known or _DAY.search(fold(said.text)):
        return said
    day = datetime.fromisoformat(known).astimezone(turn.now.tzinfo)
    end = day.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1, seconds=-1)
    return times.parse_time(text, min(end, turn.now), asked) or said


def of_the_loss(turn: Turn) -> str:
    """The message without what tells of the denuncia or of plans, or is a street or a person named after a day."""
    text = turn.text
    if turn.expected == "reporter_phone":
        text = _WHEN_TO_CALL.sub(lambda said: " " * len(said.group()), text)
    for said in turn.entities:
        if said.get("entity") == "denuncia":
            start, end = clause_around(text, said["start"], said["end"])
        elif said.get("entity") == "place" or (said.get("entity") == "person" and said["value"].get("name")):
            start, end = said["start"], said["end"]
        else:
            continue
        text = text[:start] + " " * (end - start) + text[end:]
    if turn.expected == "reporter_phone" and turn.first("phone"):
        text = _CALL_AT.sub(lambda window: " " * len(window.group()), fold_in_place(text))
        if not _HAPPENED.search(text):
            return ""
    if turn.expected != "occurred_at":
        text = _PLANS.sub(_unless_told, fold_in_place(text))
        text = _WAITING.sub(_unless_it_happened, text)
    return text if times.parse_time(text, turn.now) else turn.text if turn.expected == "occurred_at" else text


def _unless_told(plan: "re.Match[str]") -> str:
    """Blanks for a plan, what happened left as it is: 'salgo hoy a las 6 y me encuentro mi carro rayado'."""
    return plan.group() if _NOT_A_PLAN.search(plan.group()) else " " * len(plan.group())


def _unless_it_happened(wait: "re.Match[str]") -> str:
    """Blanks for a wait, what happened left as it is: 'hace una hora que me chocaron y nadie viene'."""
    return wait.group() if _BEFELL.search(wait.group()) else " " * len(wait.group())


def clause_around(text: str, start: int, end: int) -> "tuple[int, int]":
    """Where the clause around a span begins and ends."""
    first = max(text.rfind(mark, 0, start) for mark in ",.;\n") + 1
    last = min([at for at in (text.find(mark, end) for mark in ",.;\n") if at >= 0] or [len(text)])
    return first, last
