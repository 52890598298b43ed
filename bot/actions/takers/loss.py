"""What happened and when: what is said of the loss goes into the draft."""

import re
from datetime import datetime, timedelta
from typing import Any, Dict, Optional

from bot.actions.hours import loss_time
from bot.actions.learned import tells_another_thing
from bot.actions.mend import correcting, mends
from bot.actions.taking import may_set, simple
from bot.actions.turn import Turn, fold
from bot.nlu.parsers import incident, left, times
from bot.nlu.parsers.digitized import digitize
from bot.nlu.parsers.mended_there import NO_TOW
from bot.nlu.parsers.services import wants_a_tow

_ANY_LOSS = {"siniestro", "reporte", "un siniestro"}
_ACCIDENT = {"accidente", "un accidente", "percance", "un percance"}
# "Quiero reportar un daño a mi carro": whatever is told next says what it was.
_SOME_DAMAGE = re.compile(r"\b(dan(?:o|os|aron|ad[oa]s?)|desperfectos?|problemas?|incidentes?|afectacion\w*)\b")
# A later word may say more exactly what happened, never less.
SHARPER = {
    None: None,  # anything
    "other": None,
    "roadside_assistance": ("collision", "rollover", "run_over", "fire", "flood", "tire", "glass", "total_theft",
                            "weather", "falling_object", "vandalism", "partial_theft"),
    "collision": ("run_over", "rollover"),
    "total_theft": ("partial_theft",),
}  # fmt: skip
# What follows from a loss, or is only part of it, stands low; told as one more thing it takes no higher one's place:
# "también quebró el medallón", after a branch that fell.
_RANK = {"other": 0, "roadside_assistance": 0, "tire": 1, "glass": 1, "partial_theft": 2, "vandalism": 2, "cargo": 2}
_LOSS = 3
_ONE_MORE = re.compile(
    r"\b(tambien|ademas|aparte|falt\w+|olvid\w+|agreg\w+|otra cosa|de paso|y (?:ya )?(?:se|me|le|nos|lo|la))\b"
)
_WAS = re.compile(
    r"\b(lo que (?:\w+ )?paso|en realidad|mas bien|mejor dicho)\b"
    r"|\b(?:es|era|fue|hubo) (?:un |una |puro |pura |solo |nada mas |nomas )*$"
)
CONFIRMS = ("confirm_report", "confirm_policy", "what_to_correct")
_JUST_NOW = ("apenas", "ahorita", "ahora", "ya", "hoy", "orita", "ahora mismo", "en este momento", "acaba de",
             "acaban de", "acabo de")  # fmt: skip
# Asked so, a vague "accidente" is told more exactly; afterwards a wheel that jams is the crash's, no puncture.
_TELL_KINDS = (None, "incident_type", "injuries", "location", "description", *CONFIRMS)
_BEFELL = re.compile(
    r"\b(?<!se )(fue|paso|pasaron|ocurrio|sucedio|choqu\w+|choc\w+|chok\w+|peg(o|aron|ue|amos)|rob\w+|asalt\w+"
    r"|quit(o|aron)"
    r"|kit(o|aron)|amanec\w+|acaba|cay(o|eron)|volte\w+|volc\w+|ponch\w+|inund\w+|quem\w+|apag(o|aron)|rompi\w+"
    r"|estrell\w+"
    r"|dio|dieron|di|le di|atropell\w+|impact\w+|accident\w+|percance|llev(o|aron)|bajaron|rayaron|golpe\w*|trono)\b"
)
# 'Acabo de salir del cine', 'de ver el golpe': done now, but not the loss.
_NO_LOSS = re.compile(
    r" (salir|salirme|llegar|ver|verl[oa]|regresar|volver|encontrar|darme|darnos|hablar|hablarles?|llamar|llamarles?"
    r"|marcar|marcarles?|sacar|sacarl[oa]|comprar|comprarl[oa]|pagar|pagarl[oa]|lavar|lavarl[oa]|poner|ponerle|avisar"
    r"|avisarles?|decir|decirle|despertar|despertarme|levantar|levantarme|subir|subirme|terminar|empezar|checar"
    r"|contratar"
    r"|renovar|renovarl[oa]|recoger|recogerl[oa]|descargar|mandar|mandarles?|enviar|enviarles?|ir|entrar|cargar)\b"
)
_TAKEN = re.compile(r"\b(?:rob|asalt|quit|llev|vol|baj|hurt)(?:o|aron|ado|ada)\b|\b(?:fue el robo|lo del robo)\b")
_BY_THE_WAY = re.compile(r" (lo|la|le|me|se)? ?(habia|iba|tengo|llevo|traigo|voy|estoy|venia)\b.*")
_YET = re.compile(r"\b(van?|voy|vamos|ir|viene|vienen|llega|le|les) (a|con|para|habl\w+|llam\w+|contest\w+|avis\w+)\b")
_TELL_TIMES = (None, "occurred_at", "incident_type", "description", "injuries")


def take_incident(turn: Turn, value: Any) -> None:
    """What happened: more exactly than known, never less."""
    kind = value.get("type") if isinstance(value, dict) else value
    current = turn.claim["incident_type"]
    words = {
        fold(e.get("text") or turn.text[e["start"] : e["end"]]) for e in turn.entities if e["entity"] == "incident"
    }
    announced = words <= {"percance"} and "report" in turn.folded  # "quiero reportar otro percance"
    if words and (words <= _ANY_LOSS or announced) and not any(said.get("any") for said in turn.all("third_parties")):
        return  # the question what happened is still open
    if turn.expected == "drivable" and current and kind == "roadside_assistance" and not correcting(turn):
        return  # "no, no prende" tells how it is left
    others = turn.claim["third_parties"]["any"]
    if kind == "total_theft" and current and others and left.fled(turn.text) and not _TAKEN.search(turn.folded):
        return  # "ya no está el otro"
    vague = turn.memory["vague"]
    turn.memory["vague"] = bool(words) and all(_says_little(said) for said in words)
    sharper = None if vague and turn.expected in _TELL_KINDS else SHARPER.get(current, ())
    mends = correcting(turn) and _instead(turn, kind, current)
    if sharper and _ONE_MORE.search(turn.folded) and _RANK.get(kind, _LOSS) < _RANK.get(str(current), _LOSS):
        return  # "también se llevaron el estéreo", with the car
    if sharper is None or kind in sharper or turn.expected == "incident_type" or mends:
        turn.set("incident_type", kind)


def _says_little(told: str) -> bool:
    """Whether the words of a loss leave open what it was."""
    return told in _ACCIDENT or bool(_SOME_DAMAGE.search(told) and not incident.cues(told))


def _instead(turn: Turn, kind: str, current: Optional[str]) -> bool:
    """Whether a kind of loss is told in the place of the one known, and not as what came of it."""
    denied = turn.kept != turn.text and not turn.mended
    if not current or (denied and (kind != "roadside_assistance" or _denies_a_loss(turn))):
        return True
    start = next((e.get("start", 0) for e in turn.entities if e.get("entity") == "incident"), 0)
    weight, known = _RANK.get(kind, _LOSS), _RANK.get(current, _LOSS)
    if _WAS.search(fold(turn.text[:start]) + " "):
        return _as_sharp(kind, current)
    if _ONE_MORE.search(turn.folded) or (turn.mended and turn.expected in CONFIRMS):
        return weight > known
    return weight >= known and _as_sharp(kind, current)


def _denies_a_loss(turn: Turn) -> bool:
    """Whether what is taken back is what happened, and not how it is left: 'le dije que sí prendía y no'."""
    said = "".join(letter if kept == " " else " " for letter, kept in zip(turn.text, turn.kept, strict=True))
    return bool(incident.cues(fold(said)))


def _as_sharp(kind: str, current: Optional[str]) -> bool:
    """Whether a kind of loss says no less than the one known: a wreck that "ya no prendió" is still a crash."""
    return kind != "roadside_assistance" and current not in (SHARPER.get(kind) or ())


_BATTERY = re.compile(
    r"\b(?:es|sea|fue|sera|ser|era|seria|bajo|descargo|murio|acabo) (?:\w+ )?(?:la |el |mi )(?:bateria|pila"
    r"|acumulador)\b"
    r"|\b(?:bateria|pila|acumulador) (?:\w+ )?(?:muert|descargad|bajo|baja|se (?:bajo|descargo|murio|acabo))\w*"
)
_NOT_THAT = re.compile(
    r"\bno (?:es|era|fue|sea|creo que sea) (?:la |el |mi )|\b(?:nueva|nuevo|esta bien|cambi\w+)\b|[?¿]"
)


def take_cause(turn: Turn) -> None:
    """What keeps a vehicle from starting, told later by the way: 'no, es la batería yo creo'."""
    stranded = turn.before["incident_type"] == "roadside_assistance" and turn.before["service"] == "tow"
    if stranded and not turn.first("service") and _BATTERY.search(turn.folded) and not _NOT_THAT.search(turn.folded):
        take_service(turn, "jump_start")


def take_service(turn: Turn, value: Any) -> None:
    """The service wanted at the roadside, or a tow beside a loss."""
    service = value.get("service") if isinstance(value, dict) else value
    if turn.claim["incident_type"] is None:
        turn.set("incident_type", "roadside_assistance")
    if turn.claim["incident_type"] in ("roadside_assistance", "tire"):
        if turn.expected == "tow_destination" and NO_TOW.search(turn.folded):
            turn.set("service", service if service != "tow" else None)  # "grúa no, nada más corriente"
        told = f"{turn.claim['description'] or ''}. {turn.text}"
        if turn.claim["service"] == "tow" and "service" not in turn.memory["asked"] and not wants_a_tow(told):
            turn.set("service", service)  # "no prende", and later "es la batería"
        simple("service", "service")(turn, service)
    elif service == "tow":
        turn.set("details.tow_requested", True)


# Asked these, an hour alone is of something else: when to call, when it was denounced.
_OTHER_TIMES = ("reporter_phone", "denuncia", "authorities", "licence")


def take_time(turn: Turn, value: Dict[str, Any]) -> None:
    """When it happened, seen from when the message arrived."""
    said = loss_time(turn)
    if not said or not (may_set(turn, "occurred_at", "occurred_at") or _narrows(turn, said)):
        return
    if turn.expected in CONFIRMS and fold(said.text) in _JUST_NOW and not mends(turn):
        return  # "apenas voy a ir" moves no accident
    first = not turn.claim["occurred_at"] and not times.is_now(fold(said.text))
    alone = turn.expected not in _OTHER_TIMES and tells_another_thing(turn) and (first or _narrows(turn, said))
    if turn.expected != "occurred_at" and not correcting(turn) and not alone and not _is_of_the_loss(turn, said):
        return  # "apenas voy a ir", "la descargamos ayer": when it happened only where that was asked
    if turn.expected == "denuncia" and not correcting(turn) and not _TAKEN.search(turn.folded):
        return  # "sí, ayer en la noche, me dieron una copia"
    if said.future:
        if turn.expected == "occurred_at":
            turn.memory["future"] = True
        return
    same_hour = _other_day(turn, said)
    turn.set("occurred_at", (same_hour or said.best).isoformat(timespec="seconds"))
    turn.set("details.occurred_text", said.text)
    for end in ("occurred_from", "occurred_to"):
        turn.claim["details"].pop(end, None)
    if said.at is None and not same_hour:
        turn.set("details.occurred_from", said.earliest.isoformat(timespec="seconds"))
        turn.set("details.occurred_to", said.latest.isoformat(timespec="seconds"))


def _other_day(turn: Turn, said: times.TimeSaid) -> Optional[datetime]:
    """The hour that is known on the day that is told in place of another: 'no fue hoy, fue ayer', of 'a las tres'."""
    details, known = turn.before["details"], turn.before["occurred_at"]
    vague = details.get("occurred_from") or not _HOUR_TOLD.search(digitize(details.get("occurred_text") or "").text)
    if not known or vague or said.at is not None or said.latest - said.earliest < _ALL_DAY:
        return None
    hour = datetime.fromisoformat(known)
    day = said.earliest.astimezone(hour.tzinfo)
    return day.replace(hour=hour.hour, minute=hour.minute, second=0, microsecond=0)


_ALL_DAY = timedelta(hours=20)
_HOUR_TOLD = re.compile(r"\blas? \d|\d\s*(?:[:.]\s*\d\d|am\b|pm\b|hrs?\b|horas\b)|mediodia|medio dia|medianoche")


def _is_of_the_loss(turn: Turn, said: times.TimeSaid) -> bool:
    """Whether a time that nobody asked for is when the loss happened: told with it, and no mere 'now' beside it."""
    when = fold(said.text)
    if times.is_now(when):
        near = re.search(rf"\b{re.escape(when)}\b(?P<after>[^,.;]*)", turn.folded)
        after = near["after"] if near else ""
        before = turn.folded[: near.start()] if near else turn.folded
        if when.startswith("acab"):
            return not _NO_LOSS.match(after)
        if not when.startswith(("apenas", "recien")):
            after = re.split(r"[,.;]", before)[-1] + " " + after
        return bool(_BEFELL.search(_BY_THE_WAY.sub("", after)) and not _YET.search(after))
    briefly = len(turn.text.split()) <= 3
    return turn.expected in _TELL_TIMES or (not briefly and bool(_BEFELL.search(turn.folded)))


def _narrows(turn: Turn, said: times.TimeSaid) -> bool:
    """Whether an hour lies within the vague time that is known: "anoche", and later "como a las tres"."""
    first, last = (turn.claim["details"].get(f"occurred_{end}") for end in ("from", "to"))
    if said.at is None or not first or not last:
        return False
    return datetime.fromisoformat(first) <= said.at <= datetime.fromisoformat(last)
