"""Whether a loss is told, or only spoken of: asked about, feared, or named beside something else."""

import re
from typing import Any

from bot.actions import claim as drafts
from bot.actions.emergency import somebody_is_hurt
from bot.actions.hearing import asks
from bot.actions.turn import Turn, fold
from bot.actions.wording import says_so
from bot.nlu.parsers.denied import DENIED

# "Si me chocan", "si un día me roban", "si llegara a chocar": the present and the subjunctive after "si" suppose, the
# past tells ("sí, me chocaron"). The singular is both ("si me choca", "sí me chocó"), so it needs a question beside it.
_LOSS_VERB = (
    r"(?:choc|peg|rob|romp|inund|quem|volc|volte|golpe|quebr|estrell|ponch|descomp|atropell|qued|incendi|"
    r"asalt|ray|da|dan|llev|vuel|vol|cae|ca|quiebr|choqu|pegu|baj|tron|desvalij|met|ponch)"
)
_SUPPOSED = re.compile(
    r"(?:^|[^\wí])(?:si|por si|en caso (?:de )?que|cuando|suponiendo que|digamos que)\s+(?:(?:un día|un dia|"
    r"algún día|algun dia|"
    r"yo|alguien|alguna vez|otro|el otro|acaso|a mi|mañana|no)\s+)*(?:(?:me|nos|te|le|lo|la|se|les)\s+){0,2}"
    rf"(?:lleg(?:o|a|an|ara|aran|ue|uen)\s+a\b|{_LOSS_VERB}\w*?(?:an|en|ara|aran|are|iera|ieran|ase|asen)\b)",
    re.I,
)
_SUPPOSED_ONE = re.compile(
    r"(?:^|[^\wí])si\s+(?:(?:un día|un dia|algún día|algun dia|yo|alguien|(?:mi|un|una|el|la) \w+)\s+)*"
    r"(?:(?:me|nos|te|le|lo|la|se)\s+){0,2}"
    rf"{_LOSS_VERB}\w*?[oea]\b",
    re.I,
)
_NOTHING_HAPPENED = re.compile(
    r"\bno (me|nos) ha pasado nada|\b(?:todavia|aun|nunca) no (?:me|nos) (?:pasa|paso) nada|\bno (me |nos )?(h?e"
    r"|hemos|han) (chocado|tenido|robado|sufrido)\b|"
    r"\bpor si acaso\b|\bno (ha pasado|paso) nada,? (solo|nomas|es)\b|\bhipotetic\w+|"
    r"\bsupong\w+"
)
# "No tengo un accidente", "no vengo a reportar ningún choque": what is denied is no loss; another may be told.
_DENIED_BEFORE = re.compile(DENIED + "$")
_DENIED_LOSS = re.compile(
    DENIED + r"(?:accidente|choque|siniestro|percance|incidente|robo|reporte|emergencia)\b"
    r"|\bno (?:\w+ )?(?:a |para )?reportar nada\b"
)
_ONLY_ASKING = re.compile(
    r"\b(es|tengo|era|traigo) (una |pura |nada mas una |solo una |nomas una )?(duda|consulta)\b|"
    r"\b(solo|nomas|nada mas|unicamente|solamente) (quiero|queria|quisiera|para|es para|hablo para|es por) (saber|"
    r"preguntar|informarme|consultar|pregunt\w+|una (duda|pregunta|consulta))\b|"
    r"\b(una )?(duda|consulta|pregunta) (nomas|nada mas|solamente|general)\b|\b(solo|nomas|nada mas) (es |era )?(una )?"
    r"(duda|pregunta|consulta)\b"
)

# "¿El seguro me paga si le caí a un bache?": what may have been is asked about; what was told apart from it was.
_PAYS_IF = re.compile(
    r"\b(?:pag\w+|cubr\w+|respond\w+|ampar\w+|entra|aplica|cuenta|vale|hac\w+ cargo|repon\w+"
    r"|reconoc\w+)\b[^.;?!]{0,25}\bsi\b"
)
_IS_COVERED = re.compile(
    r"\s*(?:\w+ ){0,3}?(?:entra|se paga|est[aá] cubiert\w+|est[aá] incluid\w+|viene incluid\w+|l[oa] (?:cubre"
    r"|paga)n?|aplica)\b"
)
# What befell an acquaintance is no loss of the caller's: "a un vecino le robaron el carro, ¿qué papeles le piden?".
_OF_SOMEBODY_ELSE = re.compile(
    r"\ba (?:un|una|unos|unas) (?:\w+ )?(?:compadre|comadre|amig|vecin|conocid|companer|compa|primo|prima|tio|tia|cunad"
    r"|sobrin|cliente|cuate|camarada|paisan)\w* (?:\w+ ){0,3}(?:les?|l[ao]s?) \w+(?:aron|ieron|o|io)\b"
)
_DONE_BY_THE_CALLER = re.compile(r"\b(?:di|pegue|choque|atropelle|golpee|impacte|alcance|avente|tumbe|lleve)\b")
# What is paid, needed or to be done is asked, also in words that do not begin as a question does.
ASK = ("ask_coverage", "ask_deductible", "ask_documents", "ask_what_to_do")
SURELY = 0.8
_QUESTIONS = (*ASK, "tramite_info")
# "El seguro me cubre un choque", "qué hago si choco": the loss is only spoken of.
_SPOKEN_OF = re.compile(
    r"\b(si|en caso de|cuando|para|por si|entra[n]?|documentos|papeles|requisitos|cubre[n]?|cobertura|"
    r"deducible|que pasa|seguro de|contra|tramite|ampara|incluye)\b(?! (?:me|nos) (?:peg|choc|rob))"
)
_TOLD = re.compile(
    r"(?:[aeio]ron|amos|imos|que)\b|\b\w+[eo]\b|\b(acab\w+|tuve|hubo|hay|estoy|estamos|tengo|quede|ando|"
    r"traigo|se me|me)\b"
)
_IN_CASE = re.compile(r"\bsi (me|se|yo|alguien|un|choc|rob)|en caso de")
# About a report or a person, not about a new loss, whatever it names: "ya no necesito la grúa", "se lo llevó el MP".
_ABOUT = ("cancel_report", "follow_up_report", "add_to_report", "new_report", "ask_repeat", "tramite_info",
          "tramite_follow_up", "legal_help", "complaint")  # fmt: skip
_ASKS_ABOUT = re.compile(
    r"\b(cuant[oa]s?|cubren?|incluye|aplica|viene con|tengo (derecho|cobertura|seguro|grua|asistencia|auxilio|auto))\b"
)


def is_question(turn: Turn) -> bool:
    """Whether the message reads like a question, or is surely of a kind that asks: by voice it has no marks."""
    return asks(turn.folded) or (turn.intent in ASK and turn.confidence >= SURELY)


def supposes(turn: Turn) -> bool:
    """Whether the message asks about a loss instead of telling one: "¿me cubre si choco?" opens no report."""
    if drafts.started(turn.claim) or turn.confidence < 0.4:
        return False
    hurt = somebody_is_hurt(turn)
    if (not hurt or turn.intent == "add_to_report") and _about_something_else(turn):
        return True
    if hurt or tells_a_loss(turn):
        return False
    if is_supposed(turn) or any(_referred_to(turn, said) for said in turn.entities if said["entity"] == "incident"):
        return True
    if turn.intent == "ask_what_to_do":
        return _only_asks_of(turn) or bool(_IN_CASE.search(turn.folded))
    return turn.intent in (*_QUESTIONS, "tramite_follow_up")


def is_supposed(turn: Turn) -> bool:
    """Whether what is spoken of is only imagined: "si me chocan", "es una duda nomás"."""
    alone = bool(_SUPPOSED_ONE.search(turn.text)) and asks(turn.folded)
    return (
        alone
        or bool(_SUPPOSED.search(turn.text))
        or _nothing_happened(turn)
        or any(told.search(turn.folded) for told in (_DENIED_LOSS, _ONLY_ASKING))
    )


def _about_something_else(turn: Turn) -> bool:
    sure = turn.confidence >= 0.75 or (turn.confidence >= 0.5 and says_so(turn))
    if turn.expected not in (None, "incident_type") or turn.intent not in _ABOUT or not sure:
        return False
    kinds = [_kind(said) for said in turn.all("incident")]
    if turn.intent in ("tramite_info", "tramite_follow_up"):
        return not tells_a_loss(turn)
    if turn.intent == "complaint":  # of the tow truck, not for one
        return all(kind == "roadside_assistance" for kind in kinds)
    # Whom the police took was not stolen; who fell off a motorcycle had an accident.
    others = any(said.get("any") for said in turn.all("third_parties"))
    return turn.intent != "legal_help" or (all(kind == "total_theft" for kind in kinds) and not others)


def tells_a_loss(turn: Turn) -> bool:
    """Whether a loss is told, not only spoken of: "choqué, ¿me cubre?" is one, "¿me cubre un choque?" is not."""
    if _nothing_happened(turn) or _only_asks_of(turn):
        return False
    for entity in turn.entities:
        if entity.get("entity") == "incident":
            of_road = _kind(entity.get("value")) == "roadside_assistance"
            named = of_road and _names_a_service(turn)
            if _asked_of_cover(turn, entity) or _referred_to(turn, entity):
                continue
            denied = not of_road and _DENIED_BEFORE.search(fold(turn.text[: entity.get("start", 0)]))
            if named or denied or _in_supposed_clause(turn.text, entity):
                continue
            clause = re.split(r"[,.;:¿?¡!\n]", turn.text[: entity.get("start", 0)])[-1]
            said = fold(turn.text[entity.get("start", 0) : entity.get("end", 0)])
            if not _SPOKEN_OF.search(fold(clause)) and _TOLD.search(said + " " + turn.folded):
                return True
    return False


def _nothing_happened(turn: Turn) -> bool:
    """Whether nothing befell the caller: whose car only stopped says "no he chocado" too."""
    stranded = any(_kind(said) == "roadside_assistance" for said in turn.all("incident"))
    return bool(_NOTHING_HAPPENED.search(turn.folded)) and not stranded


def _only_asks_of(turn: Turn) -> bool:
    """Whether a loss is named in a question by who has none to report, or of somebody who is not the caller's."""
    others = _OF_SOMEBODY_ELSE.search(turn.folded) and not _DONE_BY_THE_CALLER.search(turn.folded)
    return (
        bool(turn.memory.get("supposed") or others)
        and is_question(turn)
        and turn.intent in _QUESTIONS
        and turn.confidence >= 0.6
    )


# "Lo del choque de enero": a loss that is known already, in a message about what came of it.
_KNOWN_LOSS = re.compile(r"\b(?:lo|asunto|tema) (?:del|de mi|de un|de el|d|de)\W*$")


def _referred_to(turn: Turn, entity: Any) -> bool:
    about = turn.intent in (*_ABOUT, *_QUESTIONS) and turn.confidence >= 0.4
    return about and bool(_KNOWN_LOSS.search(fold(turn.text[: entity.get("start", 0)])))


def _asked_of_cover(turn: Turn, entity: Any) -> bool:
    """Whether the loss stands in a question of what is paid: "¿me paga si …?", "¿la inundación entra?"."""
    if not asks(turn.folded):
        return False
    start, end = entity.get("start", 0), entity.get("end", 0)
    before = fold(re.split(r"[.;:¿?¡!\n]", turn.text[:start])[-1])
    learned = entity.get("extractor") == "Told" and _PAYS_IF.search(turn.folded)
    return bool(_PAYS_IF.search(before + " ") or learned or _IS_COVERED.match(turn.text[end:].lower()))


def asks_of_cover(turn: Turn) -> bool:
    """Whether all the message may tell of a loss is asked about: whether the policy pays for it."""
    return asks(turn.folded) and not tells_a_loss(turn)


def _in_supposed_clause(text: str, entity: Any) -> bool:
    """Whether the clause of a loss supposes it: "si me chocan y se van, …"."""
    if entity.get("extractor") == "Told":  # which of its clauses tells it is a guess
        return bool(_SUPPOSED.search(text) or ("?" in text and _SUPPOSED_ONE.search(text)))
    start, end = entity.get("start", 0), entity.get("end", 0)
    first = max(text.rfind(mark, 0, start) for mark in ",.;:¿?¡!\n") + 1
    last = min([at for at in (text.find(mark, end) for mark in ",.;:?!\n") if at >= 0] or [len(text)])
    clause = text[first:last]
    return bool(_SUPPOSED.search(clause) or ("?" in text and _SUPPOSED_ONE.search(clause)))


def _names_a_service(turn: Turn) -> bool:
    """Whether help on the road is only spoken of: "¿por la grúa pago deducible?"."""
    asks = turn.intent not in ("request_assistance", "report_loss", "inform", "affirm", "deny", "dont_know", "greet")
    return bool(_ASKS_ABOUT.search(turn.folded)) or (asks and turn.confidence >= 0.5)


def _kind(incident: Any) -> Any:
    return incident.get("type") if isinstance(incident, dict) else incident
