"""What the words of a message allow it to be: a request in so many words, or an answer."""

import re

from bot.actions import learned
from bot.actions.agenda import KNOWN
from bot.actions.hearing import says_unknown, yes_no
from bot.actions.turn import Turn
from bot.nlu.parsers import inciso, name_answers, occupants, situation, third_parties

# In the middle of a question these need their own words: the classifier sees a short answer without its question.
_SAYS_SO = {
    "wait": r"moment|segund|minut|\bmin\b|\bseg\b|esper|permit|aguant|(?<!lo )(?<!la )(?<!le )deje(me|n|nos)?\b|"
    r"dame chance|"
    r"ahorita (le|lo|la|se|te|"
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
    r"\b(una?|con) (persona|human|operador|asesor|agente|ejecutiv)\w*( de verdad| real| ya| por favor| porfa)*\W*$|"
    r"(robot|maquina|bot)\b",
    "complaint": r"insult|me cobr|colgaron|injust|conforme|"
    r"queja|quejar|molest|enoj|pesim|mal servicio|inutil|no (sirve|ayuda|resuelv)|horas? esperando|"
    r"demand|condusef|"
    r"nadie (me |nos )?(ha |contest|atiend|llega|viene)|tardan|hart[oa]|reclam|verguenza|porqueria|groser",
    "legal_help": r"abogad|legal|deten|\besposas\b|\besposa(ron|d[oa])|consign|fianza|citatorio|declara|patrulla|"
    r"(se|me|lo) (lo |la |los )?(llev|quieren llev|van a llev|estan llev)|ministerio|fiscal|arrest|juridic|demand|"
    r"separos|carcel|delegacion|juez|preso",
    "tramite_info": r"tramit|liquid|cancel|endoso|factura|recibo|saldo|adeud|finiquit|condona|interes|"
    r"mensualidad|pagar|contrato",
    "tramite_follow_up": r"tramit|folio|endoso|cancelacion|solicitud|como va",
    "follow_up_report": r"report|ajustador|grua|como va|cuanto (falta|tard)|ya viene|numero de|status|estatus|llega",
    "add_to_report": r"agreg|anad|adicion|video|testigo|detalle|apunte|"
    r"aument|(al|mi|del|el) report|otro dato|me falto|tambien quiero|pongale|foto",
    "new_report": r"(otro|nuev|segund|distint)\w* (report|percanc|choque|accident|siniestr|vez)|de nuevo|de cero|empez",
    "ask_privacy": r"datos|privad|privacidad|informacion|grab|confidencial|compart|vendiendo|publicidad|"
    r"quien (mas )?(ve|lee|va a (ver|tener|leer))|"
    r"\b(a|con) quien\b.{0,20}\b(pas|dan|dar|vend)|\b(lo|los|se lo) (van a )?(pasan?|dan|venden|pasar|dar|vender)\b",
    "ask_identity": r"robot|maquina|bot\b|quien|humano|persona|se llama|eres|usted es|es usted|aseguradora",
    "ask_why": r"\b(por|x|para|pa) ?(que|ke|k|q|qu)\b|que importa|\bxq\b|de que (le )?sirve|motivo|razon",
}
# Answered by yes or no; what else is said with it stays an answer of yes or no.
YES_NO = (
    "injuries", "third_parties", "drivable", "authorities", "licence", "trailer", "parked", "denuncia", "violence",
    "detained", "confirm_policy", "confirm_report", "resume_report",
)  # fmt: skip
LONG = 6
_FREE = ("description", "damage", "vehicle_whereabouts", "stolen_parts", "glass_part", "tow_destination", "cargo")
_NAMES = ("driver_name", "insured_name", "reporter_name")
_QUESTIONS = ("out_of_scope", "ask_coverage", "ask_deductible", "ask_documents")
LED = re.compile(r"^\W*(?:(?:pues|pos|ah|oiga|este|bueno|mire|claro que|que|perdon)\W+)*(si+|simon|sip|aja|"
    r"claro|no+|nel|nop|nadie|"
                  r"ningun[oa]?|nada|correcto|exacto|asi|todavia no|aun no|para nada|ok|va)\b")  # fmt: skip


def says_so(turn: Turn) -> bool:
    """Whether the message has words for the intent it was given."""
    wanted = _SAYS_SO.get(turn.intent)
    return bool(wanted and re.search(wanted, turn.folded))


def could_answer(turn: Turn) -> bool:  # noqa: PLR0911 - one line a rule, the first that fits
    """Whether the message, by its form alone, can be the answer to what was asked."""
    question, text = turn.expected or "", turn.folded
    if question not in KNOWN:
        return False
    unknown = says_unknown(turn) and "?" not in turn.text
    if not unknown and turn.intent in _QUESTIONS and len(text.split()) > LONG:
        return False
    if question == "occupants" and not unknown:
        return occupants.read(turn.text) is not None
    if unknown or question in _FREE or re.fullmatch(r"[\d\s().+-]+", turn.text):
        return True
    if question in _NAMES and " " in (getattr(name_answers.read_name(turn.text), "name", None) or ""):
        return True  # 'así como se oye' beside it asks for no repetition
    if question == "third_parties" and third_parties.read(turn.text):
        return True
    if question == "inciso" and inciso.read(turn.text) is not None:
        return True  # 'creo que es el veinticinco, según la carátula'
    if learned.heard(turn):
        return True
    if question in situation.known() and situation.read(question, turn.text) is not None:
        return True
    if question in YES_NO:
        return yes_no(turn) is not None or bool(LED.match(text))
    return len(text.split()) <= LONG and bool(re.search(r"[a-z]{2}", text))
