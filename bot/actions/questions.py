"""Questions in the middle of it all: why, what to do, which papers; what one's own policy says is in coverage.py."""

import re
from typing import Optional

from bot.actions import coverage
from bot.actions.asking import ask_again
from bot.actions.claim import started
from bot.actions.conversation import Flow
from bot.actions.told import is_supposed
from bot.actions.turn import Turn
from bot.nlu.parsers.health import fears

_PARTS = r"(?:partes?|autopartes|llantas?|espejos?|rin(?:es)?|piezas?|estereo|bateria|faros?|calaveras?|tapon(?:es)?)"
_PARTS_GONE = rf"\b(?:rob|llev|vuel|vol|quit|baj)\w+ (?:de )?(?:el |la |las |los |mis? |un |una )?{_PARTS}\b|autopartes"
_PARTS_GONE += r"|desvalij|robo parcial"
_CAR_GONE = (
    r"\brob(?:o|os|an?|ar|aran?|aron|en?|ad[oa]s?|arse|arme|aran)\b|\basalt\w+|\bhurt\w+|\bbaj\w+ del? (?:carro"
    r"|coche|auto)|"
    r"\b(?:llev|vuel|vol(?:o|aron|aran|aba)|desaparec)\w* (?:\w+ )?(?:el |la |mi |su )?(?:mi[oa]|carro|coche"
    r"|auto|camioneta|"
    r"moto|unidad|nave|troca|vehiculo)\b"
)
# What papers are asked for; the first that fits.
_DOCUMENTS = [
    (_PARTS_GONE, "partial_theft"),
    (_CAR_GONE, "total_theft"),
    (r"perdida total", "total_loss"),
    (r"cristal|parabrisas|vidrio|medallon|quemacocos", "glass"),
    (r"gastos medicos|lesionad|herid|hospital|pase medico|doctor", "injuries"),
    (r"inunda|(meti|mete|metio|entr\w+) (el |la )?agua", "flood"),
    (r"\bgrua\b|asistencia vial|auxilio", "roadside_assistance"),
    (r"factura", "invoice"),
]
# What to do: by what is asked about, else by the incident.
_ADVICE = [
    (
        r"\b(si|cuando) (\w+ )?(aparec\w+|lo (encuentr|hall|localiz)\w+|la (encuentr|hall|localiz)\w+)|si (lo|"
        r"la) veo\b",
        "found",
    ),
    (
        r"(mochila|bolsa|laptop|compu\w*|celular|herramienta|cosas|pertenencias|maletin|cartera|ipad|tablet)",
        "belongings",
    ),
    (r"\bgrua\b.*\b(otra|particular|transito|corralon|se (lo|la) (lleva|quiere))|corralon", "tow_other"),
    (
        r"(cuanto|cobr|cuesta|pag|precio|costo|gratis).*\b(grua|remolque|arrastre)\b|\b(grua|remolque|"
        r"arrastre)\b.*(cuanto|cobr|cuesta|"
        r"pag|precio|costo|gratis)",
        "tow_cost",
    ),
    (r"fuego|lumbre|humo|incendi|quem|extintor|echo agua|bomberos", "fire"),
    (r"mover|muevo|quit(o|e|arlo|ar el)|orill|estorb", "move"),
    (
        r"dinero|acept|ofrece|\b(los|lo|se los|le) (agarro|tomo|recibo)\b|\blana\b|billete|pesos|\bmil\b|"
        r"arregl|trato|convenio|firm|pag(a|ar|o)\b.*(fuera|efectivo)|acuerdo|por fuera",
        "deal",
    ),
    (r"agresiv|amenaz|quiere[n]? pegar|me insult|insultando|\bgrit|pistola|\barma\b", "threatened"),
    (r"ambulancia|herid|lesionad|lastimad|sangr", "injured"),
    (r"pase medico|hospital|doctor", "medical"),
    (r"denuncia|ministerio|fiscalia", "denuncia"),
    (r"taller|repar|arreglar(lo|la)? yo|componer", "repair"),
    (r"(prend|arranc|encend).*|inunda|agua", "flood"),
    (r"\birme\b|me voy|me puedo ir|retirar", "leave"),
    (r"no tiene seguro|se quiere ir|se fue|huy|fuga|mis datos|sus datos", "other_party"),
    (rf"{_PARTS_GONE}|{_CAR_GONE}", "theft"),
]


_PRICE = re.compile(r"\b(?:cuesta|costo|cobr\w+|precio|cargo|gratis|gratuit[oa]|pagar)\b")


class ActionQuestion(Flow):
    """Answer, then come back to what was asked."""

    action: str = "action_question"

    @staticmethod
    async def handle(turn: Turn) -> None:
        """Answer by intent."""
        if topic(turn.folded, _DOCUMENTS):
            turn.memory["asked_about"] = turn.folded  # "¿y qué papeles piden?" is asked of the same
        supposed = turn.memory.pop("supposed", None) or (is_supposed(turn) and not started(turn.claim))
        imagined = "if" if supposed else None
        aside = topic(turn.folded, _ADVICE[:4]) if not turn.memory["flow"] else None
        if aside and started(turn.claim):
            turn.say(f"utter_advice_{aside}")
            ask_again(turn)
            return
        if turn.claim["incident_type"] == "roadside_assistance" and _PRICE.search(turn.folded) and turn.rerouted:
            turn.say("utter_advice_tow_cost" if turn.claim["service"] in (None, "tow") else "utter_coverage_later")
            ask_again(turn)
            return
        if imagined and turn.intent == "ask_what_to_do" and not _says_what(turn):
            turn.say("utter_ask_away")
            return
        if turn.intent in ("ask_coverage", "ask_deductible") or turn.memory["flow"]:
            await coverage.answer(turn)
            return
        if turn.intent == "ask_why":
            why = turn.expected if turn.expected and not turn.reported else None
            turn.lead(f"utter_why_{why}") if why else turn.say("utter_why_general")
        elif (
            turn.intent == "ask_documents"
            and turn.memory.get("tramite")
            and not (started(turn.claim) or topic(turn.folded, _DOCUMENTS))
        ):
            turn.say(f"utter_tramite_{turn.memory['tramite']}")  # the papers of what was just spoken of
        elif "denuncia" in turn.folded and turn.claim["incident_type"] not in (None, "total_theft", "partial_theft"):
            turn.say("utter_advice_denuncia_other")
        elif turn.intent == "ask_documents":
            spoken_of = topic(turn.memory.get("asked_about", ""), _DOCUMENTS)
            papers = topic(turn.folded, _DOCUMENTS) or _of_incident(turn) or spoken_of or "general"
            turn.say(f"utter_documents_{papers}")
        else:
            told = topic(turn.folded, _ADVICE) or ("medical" if fears(turn.text) else None)
            turn.say(f"utter_advice_{told or imagined or _advice_of_incident(turn)}")
        ask_again(turn)


_ANNOUNCES = re.compile(
    r"\b(?:buen\w*|dias?|tardes?|noches?|hola|oig[ao]n?|disculpe|senorita|joven|mire|es|tengo|traigo|quiero"
    r"|queria|hacerle|hacer"
    r"|nada mas|nomas|solo|solamente|una?|otra|pregunta|preguntita|duda|dudita|consulta|rapida|no (?:vengo|voy"
    r"|quiero|es para|llamo)"
    r" (?:a |para )?report\w+(?: nada| ningun \w+)?|no he chocado(?: ni nada)?|no (?:me )?(?:ha pasado|paso) nada)\b"
)
_FEW = 4


def _says_what(turn: Turn) -> bool:
    """Whether a question comes with the announcement of one: "tengo una duda nada más" asks nothing yet."""
    told = _ANNOUNCES.sub(" ", turn.folded)
    return "?" in turn.text or bool(turn.entities) or len(told.split()) > _FEW


def topic(said: str, table: "list[tuple[str, str]]") -> Optional[str]:
    """The first row of the table that a folded text fits."""
    return next((name for pattern, name in table if re.search(pattern, said)), None)


def _of_incident(turn: Turn) -> Optional[str]:
    incident = turn.claim["incident_type"]
    return incident if incident in {name for _, name in _DOCUMENTS} else None


def _advice_of_incident(turn: Turn) -> str:
    incident = turn.claim["incident_type"]
    if incident in ("total_theft", "partial_theft"):
        return "theft"
    return {"fire": "fire", "flood": "flood", "roadside_assistance": "roadside", "glass": "repair"}.get(
        incident or "", "accident"
    )
