"""What the words of a message allow it to be: a request in so many words, an answer, and the intent as finally read."""

import re

from bot.actions.agenda import KNOWN
from bot.actions.hearing import agrees, says_unknown, yes_no
from bot.actions.mend import mends, mends_outright
from bot.actions.turn import Turn
from bot.nlu.parsers import occupants, situation, third_parties

# In the middle of a question these need their own words: the classifier sees a short answer without its question.
_SAYS_SO = {
    "wait": r"moment|segund|minut|esper|permit|aguant|deje(me|n|nos)?\b|dame chance|ahorita (le|lo|la|se|te|"
    r"vuelvo|regreso)|"
    r"voy (a|por)|orit|tantit|ratit|busc",
    "thank": r"gracias|agradec|amable",
    "goodbye": r"adios|hasta (luego|pronto|manana)|bye|nos vemos|bonit|buen(a|as|os)? (dia|tarde|noche)|cuidese|colgar",
    "greet": r"\b(hola|buen(a|as|os)?|que tal|ola)\b",
    "ask_repeat": r"anot|apunt|repit|repet|otra vez|como dijo|\bmande\b|no (le |lo |te |se )?(escuch|oi|oy|"
    r"entend|entiend|comprend)|"
    r"que dijo|se cort|perdon\W*$|cual era|de nuevo|me perdi",
    "cancel_report": r"cancel|olvid|ya no (quiero|necesit|hace falta|ocup|voy|la|lo|me interesa|siempre)|siempre no|"
    r"dej(e|elo|emos|ar) (asi|ahi|lo)|no quiero|mejor (ya )?no|anul|dar de baja|retir",
    "request_person": r"(habl|comuni|pas(e|en|ar|as)|quier|quisier|necesit|atiend|prefier|dese|transfi|contact|"
    r"mand|ponga|urge|"
    r"llam|marque|sea)\w*( \w+){0,5} (persona|human|operador|asesor|agente|ejecutiv|alguien|supervisor|gerente|"
    r"encargad|gente|senorita|jefe)|^\W*(una?|con) (persona|human|operador|asesor|agente|ejecutiv|alguien)|"
    r"(robot|maquina|bot)\b",
    "complaint": r"insult|me cobr|colgaron|injust|conforme|"
    r"queja|quejar|molest|enoj|pesim|mal servicio|inutil|no (sirve|ayuda|resuelv)|horas? esperando|"
    r"demand|condusef|"
    r"nadie (me |nos )?(ha |contest|atiend|llega|viene)|tardan|hart[oa]|reclam|verguenza|porqueria|groser",
    "legal_help": r"abogad|legal|deten|ministerio|fiscal|arrest|juridic|demand|separos|carcel|delegacion|juez|preso",
    "tramite_info": r"tramit|liquid|cancel|endoso|factura|recibo|saldo|adeud|finiquit|condona|interes|"
    r"mensualidad|pagar|contrato",
    "tramite_follow_up": r"tramit|folio|endoso|cancelacion|solicitud|como va",
    "follow_up_report": r"report|ajustador|grua|como va|cuanto (falta|tard)|ya viene|numero de|status|estatus|llega",
    "add_to_report": r"agreg|anad|adicion|video|testigo|detalle|apunte|"
    r"aument|(al|mi|del|el) report|otro dato|me falto|tambien quiero|pongale|foto",
    "new_report": r"(otro|nuev|segund|distint)\w* (report|percanc|choque|accident|siniestr|vez)|de nuevo|de cero|empez",
    "ask_privacy": r"datos|privacidad|informacion|grab|confidencial|comparten|quien (ve|lee)",
    "ask_identity": r"robot|maquina|bot\b|quien|humano|persona|se llama|eres|usted es|es usted|aseguradora",
    "ask_why": r"por ?que|para que|pa que|pa qu|que importa|xq|de que (le )?sirve|motivo|razon",
}
# Answered by yes or no; what else is said with it stays an answer of yes or no.
_YES_NO = (
    "injuries", "third_parties", "drivable", "authorities", "licence", "trailer", "parked", "denuncia", "violence",
    "detained", "confirm_policy", "confirm_report", "resume_report",
)  # fmt: skip
_FREE = ("description", "damage", "vehicle_whereabouts", "stolen_parts", "glass_part", "tow_destination", "cargo")
_QUESTIONS = ("out_of_scope", "ask_coverage", "ask_deductible", "ask_documents")
_LED = re.compile(r"^\W*(?:(?:pues|pos|ah|oiga|este|bueno|mire|claro que|que|perdon)\W+)*(si+|simon|sip|aja|"
    r"claro|no+|nel|nop|nadie|"
                  r"ningun[oa]?|nada|correcto|exacto|asi|todavia no|aun no|para nada|ok|va)\b")  # fmt: skip


def says_so(turn: Turn) -> bool:
    """Whether the message has words for the intent it was given."""
    wanted = _SAYS_SO.get(turn.intent)
    return bool(wanted and re.search(wanted, turn.folded))


def could_answer(turn: Turn) -> bool:  # noqa: PLR0911 - one line a rule, the first that fits
    """Whether the message, by its form alone, can be the answer to what was asked."""
    question, text = turn.expected or "", turn.folded
    if question not in KNOWN or (turn.intent in _QUESTIONS and len(text.split()) > 6):
        return False
    if question in _FREE:
        return True
    if question == "occupants":
        return occupants.read(turn.text) is not None
    if re.fullmatch(r"[\d\s().+-]+", turn.text) or says_unknown(turn):
        return True
    if question == "third_parties" and third_parties.read(turn.text):
        return True
    if question in situation.known() and situation.read(question, turn.text) is not None:
        return True
    if question in _YES_NO:
        return yes_no(turn) is not None or bool(_LED.match(text))
    return len(text.split()) <= 6 and bool(re.search(r"[a-z]{2}", text))


def read_as(turn: Turn) -> str:  # noqa: PLR0911 - one line a rule, the first that fits
    """The intent as finally read: what the message did with what was asked."""
    told = turn.understood.get("incident_type")
    stays = not turn.left and (turn.intent not in _ELSEWHERE or not says_so(turn))
    if turn.understood and stays and _corrects(turn):
        return "correct"
    if turn.expected == "what_to_correct" and not turn.news and agrees(turn):
        return "deny" if _LED.match(turn.folded) and yes_no(turn) is False else "affirm"
    if told and turn.expected in (None, "incident_type", "description") and not turn.left:
        return "request_assistance" if told == "roadside_assistance" else "report_loss"
    if turn.expected in ("confirm_report", "confirm_policy") and turn.intent not in _ELSEWHERE:
        if turn.news and (turn.replaced or turn.intent in ("inform", "affirm", "deny", "correct", "thank", "wait")):
            return turn.intent if turn.intent in ("correct", "inform") else "correct"
        if agrees(turn):
            return "affirm"
    if not turn.answered or turn.left or (turn.intent == "correct" and turn.replaced):
        return turn.intent
    if turn.expected in turn.memory["skipped"] and says_unknown(turn):
        return "dont_know"
    if turn.expected in _YES_NO and (_LED.match(turn.folded) or turn.intent in ("affirm", "deny")):
        return "deny" if yes_no(turn) is False else "affirm"
    return "inform"


def _corrects(turn: Turn) -> bool:
    """Whether the facts of the message stand in the place of others: by its words, or by what they replaced."""
    if turn.expected == "what_to_correct" or mends_outright(turn):
        return turn.expected != "what_to_correct" or bool(turn.news)
    return turn.replaced and (mends(turn) or (turn.intent == "correct" and turn.confidence >= 0.5))


_ELSEWHERE = ("request_person", "complaint", "legal_help", "cancel_report")
