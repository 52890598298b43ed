"""Yes, no and "no sé": the words first, then what the classifier is sure of."""

import re
from typing import Optional

from bot.actions import learned
from bot.actions.turn import Turn, fold
from bot.nlu.answers.said import CERTAIN, SURE, UNKNOWN
from bot.nlu.parsers.yes_no import is_unknown, read_yes_no

_NO_IDEA = re.compile(
    r"\bno (lo |la )?(se(?! (me|mueve|pued|pudo|prend|deja|ha|arranc|le|nos)\w*)|sabria|me acuerdo|recuerdo)\b|"
    r"\bni idea\b|\bquien sabe\b|\bsepa\b|\bn[cs]\b"
)

_QUESTION = re.compile(
    r"[?¿]|^\W*(oiga|disculpe|perdon|y|pero|este|una (pregunta|duda))?\W*"
    r"(que(?! (bien|bueno|buena|amable|padre|chido|gusto|alivio|si)\b)|"
    r"como(?! (a (las?|eso)|hace|unos|unas|\d+|media|usted|dij\w+|dice|lo (dij\w+|pus\w+|"
    r"anot\w+|dice|ley\w+))\b)|cuando(?! guste)|cuanto|cuanta|cuantos|cual|cuales|quien|donde|a donde|"
    r"(por|x|para|pa) (que|ke|k|q)|(ke|k|q) (h?ago|hacemos|sigue|procede|pasa|me (toca|recomienda))|"
    r"puedo|me puede[ns]?|tengo que|debo|hay que|necesito saber|quiero saber|quisiera saber)\b"
)

# Said again as it was asked: 'que si le hablan a una ambulancia', 'yo pregunto si me mandan grúa'.
_ASKED_AGAIN = re.compile(
    r"^\W*(?:(?:oiga|disculpe|perdon|pero|digo|no|es)\W+)*(?:que|ke) si (?:(?:l[aeo]s?|me|nos|se|ya) )*"
    r"(?:pued\w+|podr\w+|pod\w+|van|va a|mand\w+n|habl\w+n|llam\w+n|cubr\w+|pag\w+|vien\w+|tard\w+|cobr\w+|entra)\b"
    r"|\b(?:pregunto|preguntaba|pregunte) si\b"
)
# In the middle of what by voice has no marks: "disculpe le hago una pregunta qué es eso de...".
_A_QUESTION = re.compile(
    r"\b(?:una|otra) (?:pregunta|duda|consulta|preguntita|dudita)\b"
    r"|\b(?:quiero|queria|quisiera|quisieramos|queremos|para) (?:saber|preguntar\w*|consultar)\b"
    r"|\bno se (?:ni )?(?:que|ke|k|q) (?:hacer|h?ago)\b"
)

_OR_WHAT = re.compile(r"\bo (que|como|como le hago|no|mejor no|que hago)\W*$")

# Agreement in other words, at a question like "¿está bien?".
_NOTHING_WRONG = re.compile(
    r"\b(nada|ningun[oa]?|sin) (que )?(\w+ )?(corregir|cambi(ar|os?)|agregar|anadir|mal|equivocad[oa]|error(es)?|"
    r"correccion)\b"
    r"|\bno (hay|veo|tiene|encuentro|trae) (nada|ningun[oa]?|error(es)?)( \w+)? ?(mal|error(es)?|que)?"
    r"|\bno (le |me )?(falta|cambi\w+|corrij\w+|mueva\w*) (nada|ningun[oa]?)\b"
    r"|\b(no|nada)(\W+(ya )?(asi|todo|quedo)|\s*[,;.]\s*(ya )?esta)( \w+){0,2} (bien|perfect[oa]|correct[oa]|"
    r"excelente|en orden|dejelo)\b"
    r"|\bno\W+asi (dejelo|esta|quedo)\b"
)
_SOMETHING_WRONG = re.compile(
    r"\b(mal|pero|salvo|excepto|menos|equivoc\w+|error\w*|incorrect\w+|corr(ij|eg)\w+|cambi(e|o|ar|elo|ele)|"
    r"falt\w+|falso|tampoco|mas bien|en vez|sino|digo|"
    r"no (es|era|fue|son|eran|esta|estaba|me|se|asi|todo|del todo|tanto)|ni)\b|^\W*no+\b"
)
# 'Todo bien, nomás que…', 'fuera de la calle, bien': what follows is wrong; but 'nomás que lleguen pronto'.
_BUT_FOR = re.compile(
    r"\b(?:nomas|namas|nada mas|solo|solamente|unicamente|lo unico(?: es)?) que\b"
    r"(?! (?:me |nos |le |ya |se |por favor )*(?:veng|lleg|mand|tard|apur|urg|avis|apres|hable|marqu|llam|gracias))"
    r"|\b(?:fuera de|quitando|a excepcion de|con excepcion de|exceptuando)\b"
)
_AGREED = re.compile(
    r"\b(si+|simon|sip|correct\w*|exact\w*|tal cual|asi (es|mero|fue|esta|quedo|dejelo|merito|nomas)|"
    r"eso (es|mero|mismo)|perfect\w*|excelente|bien(?=\W*$|[,.;!]| (asi|todo|gracias|hecho|ya|ahora|senor\w*|joven|"
    r"lic\w*)\b)|"
    r"ok\w*|(va|sale|dale)(?=\W*$|[,.;!])|vale|arre|jalo?|listo|dale|adelante|"
    r"de acuerdo|conforme|"
    r"confirm\w+|en orden|"
    r"me parece|acept\w+|todo (ok|esta|bien|correcto)|claro|orale|andele|aja|ahi quedo|eso(?=\W*$)|ya quedo|esta bueno|"
    r"registr\w+|"
    r"mand(e|en)(lo|la)|proceda|cierto|afirmativo|efectivamente|muy amable|gracias|ya (esta|estuvo)(?=\W*$)|chido|"
    r"sobres)\b"
)
# What an agreement is dressed in; beside it a word or two may stand ("sí, mándela ya").
_DRESSING = re.compile(
    r"\b(todo|toda|todos|todas|esta|estan|asi|los?|las?|el|datos?|informacion|es|son|y|e|muy|mucho|muchas|mil|"
    r"senorita|senora|"
    r"senor|joven|licenciad[oa]|oiga|oye|pues|pos|ya|me|le|lo|por|favor|porfa|xfa|reporte|que|mi|su|quedo|quede|"
    r"queda|esa|ese|"
    r"eso|a|de|del|en|con|no|hay|nada|ni|tal|cual|si|ah|ay|este|bueno|mero|muchisimas|ahora|ora|ahorita|parte|"
    r"tambien|tan|"
    r"gusto|usted|ustedes|ahi|tal|yo|como|dijo|dije|puso|anoto|leyo|menciona|dice|veo|estoy|tengo|total|completo|"
    r"verdad|"
    r"al|mand\w+|ajustador|grua|ayuda|procede\w*|se|para|mejor|entonces|adelante|nomas|solo|hacer|hagalo)\b"
)
_LEADS = re.compile(
    r"^\W*(?:(?:ah|ay|pues|pos|bueno|ok|okey|oiga|este|ajale|mmm+|gracias|claro|que)\W+)*(si+|simon|sip|correct[oa]|"
    r"exact[oa]|"
    r"claro|perfect[oa]|asi es|asi mero|(esta|todo) bien(?=\W*$|[,.;!]| (asi|todo|gracias|ya|ahora|senor\w*|joven|"
    r"lic\w*)\b)|todo (esta )?(bien|correcto|perfecto|en orden)|de acuerdo|"
    r"confirm\w+|adelante|ok|(va|sale|dale)(?=\W*$|[,.;!])|vale|listo|afirmativo|efectivamente|aja|cierto|conforme|"
    r"arre|andele|orale)\b"
)
# Facts that may come while the report is read out: 'la Guardia Nacional ya está' agrees to nothing.
_NEWS = ("authorities", "denuncia", "time", "phone", "plates", "place", "third_parties")
_SO_IT_IS = re.compile(
    r"\W*si (?:(?:l[aeo]s?|me|nos|se|ya) )*(?:teng\w+|tien\w+|traig\w+|trae\w*|camina|prende|arranca|anda|hay"
    r"|hub\w+|lleg\w+"
    r"|vin\w+|puse|fui|iba\w*|venia\w*|denuncie|llam\w+)\b"
)
_ONLY_NOW = re.compile(r"\W*(?:(?:si|ok|bueno|pues)\W+)?ya+(?:\W+ya)*\W*")
_THUMB = re.compile(
    "[\U0001f44c\U0001f44d\u2705\u2714\u2611\U0001f64f\U0001f197\U0001f4af\U0001f642\U0001f60a\U0001f91d\U0001f64c]"
)


_TAKE_OUT = re.compile(
    r"(?<!no )(?<!no le )(?<!no lo )(?<!no me )\b(quiten?|borren?|elimine|saque|cambie|corrija|ponga|pongale|agregue)"
    r"(le|lo|la)?\b"
)
# "Sí, está bien. ¿Cuánto tarda el ajustador?", "sí, pero mándeme un abogado": the wish takes nothing back.
_ASIDE = re.compile(
    r"¿[^?]*\?|(?<=[,.;!])[^,.;!?¿]*\?"
    r"|\b(?:pero|nomás|nomas|nada más|nada mas|y)\W+(?:ya |por favor |porfa |sí |si )*"
    r"(?:m[aá]nd\w+|env[ií]\w+|ap[uú]r\w+|d[eé](?:nse|se) prisa|urge\w*|que (?:vengan?|lleguen?|no tarden?)|r[aá]pido|"
    r"m[aá]rqu\w+|ll[aá]m\w+|com[uú]n[ií]\w+|p[aá]se(?:n|me)\w*|ay[uú]d\w+|vengan?|no (?:se )?tarden?)\b[^,.;]*",
    re.I,
)


def agrees(turn: Turn) -> bool:
    """Whether the message says that what was read out is right: in any words, with thanks, with an emoji."""
    said = _ASIDE.sub(" ", turn.text)
    folded = fold(said) if said != turn.text else turn.folded
    confirms = str(turn.expected).startswith("confirm_") and "?" not in said
    confirmed = False if _BUT_FOR.search(folded) else learned.yes_no(turn, CERTAIN) if confirms else None
    if confirmed is not None or _TAKE_OUT.search(folded):
        return bool(confirmed)
    if _NOTHING_WRONG.search(folded):
        return True
    waited = "last_wait" in turn.memory and _ONLY_NOW.fullmatch(folded)  # whoever asked to wait is back
    told = _SO_IT_IS.match(folded) and turn.understood  # 'sí tengo licencia', by the way
    if "?" in said or asks(folded) or _SOMETHING_WRONG.search(folded) or waited or told:
        return False
    if _THUMB.search(said) or _LEADS.search(folded) or _ONLY_NOW.fullmatch(folded):
        return True
    if _AGREED.search(folded) and not any(turn.first(name) for name in _NEWS):  # and says nothing else
        return len(_DRESSING.sub(" ", re.sub(r"[^a-z0-9 ]", " ", _AGREED.sub(" ", folded))).split()) <= 2
    return turn.intent in ("affirm", "thank") and turn.confidence > 0.6 and len(folded.split()) <= 6


def asks(folded: str) -> bool:
    """Whether folded words begin as a question does, with or without its marks, or say that they are one."""
    return any(told.search(folded) for told in (_QUESTION, _A_QUESTION, _ASKED_AGAIN, _OR_WHAT))


def only_asks(text: str) -> bool:
    """Whether a message is one question from its beginning to its end: '¿mi mamá tiene que venir?', 'que si tardan'."""
    said = text.strip()
    marked = re.fullmatch(r"¿?[^?.,;¿]*\?+", said)
    return bool(marked and (said.startswith("¿") or asks(fold(said.rstrip("?"))))) or bool(
        _ASKED_AGAIN.search(fold(said))
    )


def disagrees(turn: Turn) -> bool:
    """Whether the message says that something of what was read out is wrong."""
    wrong = _SOMETHING_WRONG.search(turn.folded) or _BUT_FOR.search(turn.folded)
    return not agrees(turn) and bool(wrong or yes_no(turn) is False)


# By voice and by SMS "no, se la llevaron" looks like "no sé".
_NO_AND_SE = re.compile(
    r"\bno se (?:(?:me|te|nos|l[aeo]s?) \w+(?:o|io|aron|ieron|aba|aban|ia|ian)|\w+(?:aron|ieron))\b"
)


def says_unknown(turn: Turn) -> bool:
    """Whether the caller says not to know, not to have it at hand, or that there is no more."""
    sure = learned.heard(turn, SURE)
    if sure:
        return sure == UNKNOWN
    guessed = turn.intent == "dont_know" and turn.confidence > 0.4 and not _NO_AND_SE.search(turn.folded)
    known = is_unknown(turn.text) or guessed
    return known or learned.heard(turn) == UNKNOWN


def yes_no(turn: Turn) -> Optional[bool]:
    """Yes, no, or None: the words first unless what was learned is sure, then what it or the intent says."""
    sure = learned.yes_no(turn, SURE)
    if sure is not None:
        return sure
    if _NO_IDEA.search(turn.folded):
        return None
    said = read_yes_no(turn.text)
    said = None if said is not None and learned.doubts(turn, said) else said
    said = learned.yes_no(turn) if said is None else said
    guessed = turn.confidence > 0.6 and not is_unknown(turn.text) and not learned.tells_another_thing(turn)
    if said is None and guessed:
        said = {"affirm": True, "deny": False}.get(turn.intent)
    return said
