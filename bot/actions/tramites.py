"""Payoff, cancellation and endorsements: what to bring, whom to call by the balance rule, how a folio is going."""

import re
from typing import Any, Dict, Optional, Tuple

from bot.actions.asking import ask_again
from bot.actions.backend import BackendDown
from bot.actions.claim import started
from bot.actions.conversation import Flow
from bot.actions.hearing import says_unknown
from bot.actions.turn import Turn
from bot.nlu.parsers.digitized import digitize

_TOPICS = [
    (r"equipo especial|equipo de sonido|adaptacion|blindaje|rotul", "equipment"),
    (r"(nombre|domicilio|direccion|rfc|datos? (del|de) (cliente|titular)|apellido)", "client_data"),
    (
        r"(datos?|serie|motor|placas|color).*(vehiculo|carro|coche|auto)|vehiculo.*(esta )?mal|\b(serie|motor)\b|"
        r"\b(placas|color)\b.*\b(poliza|seguro|mal)\b",
        "vehicle_data",
    ),
    (r"recibo", "receipt"),
    (r"factura", "invoice"),
    (r"endoso", "endoso"),
    (r"interes|condona", "interest"),
    (r"cancel", "cancellation"),
    (r"liquid|pagar todo|pago total|adelant|saldo|debo|finiquit", "payoff"),
]
_PLAN = re.compile(
    r"grupo\D{0,12}(\d{2,6})\D{1,25}?(?:integrante|int)?\D{0,6}(\d{1,4})|\b(\d{3,5})\s*[/-]\s*(\d{2,4})\b|"
    r"^\D*(\d{3,5})\D+(\d{2,4})\D*$"
)
_AMOUNT = re.compile(r"(?:debo|saldo|resto|faltan?|deuda)\D{0,25}(\d[\d,.]*)\s*(mil)?")


class ActionTramite(Flow):
    """Trámites of the financing plan: no report is opened for them."""

    action: str = "action_tramite"

    @staticmethod
    async def handle(turn: Turn) -> None:
        """A folio's progress, or what a trámite needs and whom to call."""
        waiting = turn.memory["flow"] or {}
        turn.memory["flow"] = None
        if waiting.get("wish") == "folio" or turn.intent == "tramite_follow_up":
            await follow(turn, bool(waiting))
        else:
            await inform(turn, waiting)


async def follow(turn: Turn, waiting: bool) -> None:
    """How a folio is going: now, since when, what comes next and when."""
    turn.memory["tramite"] = _topic(turn) or turn.memory.get("tramite") or "general"
    folio = turn.first("folio") or (_bare_folio(turn) if waiting else None)
    try:
        tramite = await turn.backend.tramite(str(folio)) if folio else None
    except BackendDown:
        turn.hand_over("backend_down")
        turn.say("utter_backend_down")
        _end(turn)
        return
    if tramite:
        turn.say("utter_tramite_status", text=(tramite.get("follow_up") or {}).get("text") or tramite["state_name"])
        _end(turn)
        return
    asked = turn.memory["asked"].get("tramite_folio", 0)
    if asked >= 2 or (waiting and says_unknown(turn)):
        turn.memory["asked"].pop("tramite_folio", None)
        turn.say("utter_tramite_no_folio")
        _end(turn)
        return
    if folio:
        turn.lead("utter_tramite_folio_missing", folio=folio)
        turn.memory["asked"].setdefault("tramite_folio", 1)
    turn.memory["flow"] = {"action": ActionTramite.action, "wish": "folio"}
    turn.ask("tramite_folio")


async def inform(turn: Turn, waiting: Dict[str, Any]) -> None:
    """What the trámite needs; for a payoff, whom to call by what is owed."""
    topic = waiting.get("topic") or _topic(turn) or turn.memory.get("tramite") or "general"
    turn.memory["tramite"] = topic
    if not waiting:
        turn.say(f"utter_tramite_{topic}")
    if topic not in ("payoff", "cancellation", "general"):
        _end(turn)
        return
    route = await _route(turn)
    if route:
        turn.say(f"utter_tramite_route_{route}")
    elif waiting or started(turn.claim):
        turn.say("utter_tramite_route_unknown")
    else:
        turn.memory["flow"] = {"action": ActionTramite.action, "wish": "plan", "topic": topic}
        turn.ask("tramite_plan")
        return
    _end(turn)


def _topic(turn: Turn) -> Optional[str]:
    """Which trámite the words name."""
    return next((name for pattern, name in _TOPICS if re.search(pattern, turn.folded)), None)


async def _route(turn: Turn) -> Optional[str]:
    """atencion up to 500 pesos, temprana above, extrajudicial whatever the amount; the balance itself is not told."""
    if re.search(r"extra ?-?judicial|juridico|despacho", turn.folded):
        return "extrajudicial"
    owed = _AMOUNT.search(turn.folded)
    if owed:
        pesos = float(owed.group(1).replace(",", "").rstrip(".") or 0) * (1000 if owed.group(2) else 1)
        return "atencion" if pesos <= 500 else "temprana"
    plan = plan_in(turn.folded)
    if plan:
        try:
            record = await turn.backend.financing_plan(*plan)
        except BackendDown:
            record = None
        if record:
            if record.get("stage") == "extrajudicial":
                return "extrajudicial"
            return "atencion" if float(record["balance"]) <= 500 else "temprana"
    return None


def plan_in(folded: str) -> Optional[Tuple[str, str]]:
    """(group, member) of a financing plan as written: "grupo 1234 integrante 056", "1234/056"."""
    match = _PLAN.search(folded)
    if not match:
        return None
    group, member = [part for part in match.groups() if part][:2]
    return group, member


def _bare_folio(turn: Turn) -> Optional[str]:
    match = re.search(r"\b[a-z]{0,4}[\d][\d -]{2,}\b", digitize(turn.folded).text)  # by voice it comes in words
    return re.sub(r"[\s-]", "", match.group()).upper() if match else None


def _end(turn: Turn) -> None:
    busy = started(turn.claim) and not turn.reported
    turn.memory["expects"] = turn.memory["expects"] if busy else None
    ask_again(turn)
