"""A question in one breath with a loss or an answer: answered in a sentence, and the thread goes on."""

import re
from typing import List

from bot.actions.claim import started
from bot.actions.hearing import asks
from bot.actions.told import tells_a_loss
from bot.actions.turn import Turn, fold
from bot.actions.whose import WHOSE, asks_about_theirs

MOST = 2
# What is asked → the response; the first that fits each question.
_TOPICS = [
    (r"ambulancia|llamo al 911", "utter_advice_injured"),
    (r"\b(si|cuando) (\w+ )?(aparec\w+|(lo|la) (encuentr|hall|localiz)\w+)", "utter_advice_found"),
    (r"\b(mochila|bolsa|laptop|compu\w*|celular|herramientas?|cosas|pertenencias|maletin|cartera|tablet)\b",
     "utter_advice_belongings"),
    (r"(cuanto|cobr|cuesta|pag|precio|costo|gratis).*\b(grua|remolque|arrastre)\b|\b(grua|arrastre)\b.*(cuanto|cobr|"
         r"cuesta|pag|"
     r"costo|gratis)", "utter_advice_tow_cost"),
    (r"corralon|\bgrua\b.*\b(otra|transito)\b|\b(otra|de transito)\b.*\bgrua\b", "utter_advice_tow_other"),
    (r"deducible|\bcubr\w+|cobertura|(me|lo|la) (paga|van a pagar|pagan)|seguro (me )?paga|tengo que (poner|pagar)",
     "utter_coverage_later"),
    (r"(cuanto|que tanto|a que hora|cuando|en cuanto).{0,25}(tarda\w*|llega\w*|vien\w+|demora\w*)|ya viene|"
    r"viene alguien|"
     r"(mandan?|va a venir|viene) (a )?(el|un|al|una|la) (ajustador|grua)", "utter_when_later"),
    (r"\bculpa\b|\bculpable\b|quien paga", "utter_fault_later"),
    (r"\bdonde\b.*(denuncia|\b(la|se) (pong|pon|levant|present|hag|hac)\w*|(poner|levantar|presentar|hacer)la)",
     "utter_advice_denuncia"),
    (r"acept\w+|arregl\w+|\b(le|lo) (doy|cobro)\b|ofrece|firm[oa]\w*|dinero|billete|\blana\b", "utter_advice_deal"),
    (r"mover(lo|la|me)?\b|(lo|la|le) (muevo|quito|orillo|arrimo)|\b(muevo|quito|orillo)\b|orilla", "utter_advice_move"),
    (r"(papeles|documentos)", "utter_documents_general"),
    (r"(me voy|me puedo ir|irme|retirar)", "utter_advice_leave"),
    (r"que hago|que debo hacer|que tengo que hacer|que sigue", "utter_advice_short"),
]  # fmt: skip
_MUST = re.compile(
    r"\b(?:a fuerzas?|forzos\w+|obligatori\w+|necesari\w+|indispensable|hace falta|tengo que|debo|se ocupa)\b"
)
# 'No he ido, ¿a dónde voy?': after a theft it is the prosecutor.
_WHERE_TO_GO = re.compile(
    r"\ba?donde (?:voy|vamos|acudo|acudimos|me dirijo|es(?: que voy)?|queda|(?:tengo|tenemos|hay|debo) (?:que "
    r"|de )?(?:ir|acudir))\b"
)
_DENOUNCED = ("total_theft", "partial_theft")
_WITH_PAPERS = ("total_theft", "partial_theft", "glass", "flood", "roadside_assistance")
_WANTS_TO_GO = re.compile(r"se (quiere|va a|piensa) ir|sin seguro|no (tiene|trae) seguro|se esta yendo")
_QUESTIONS = re.compile(r"¿([^?]+)\?|([^.;:,!¿?\n]+)\?")
# "No la he puesto, dónde la pongo"
_WHERE = re.compile(r"\b(?:(?:a|en) )?donde (?:la|lo|se|tengo|hay|voy|puedo|debo)\b[^,.;]*$")
_WANTS_TO_KNOW = re.compile(
    r"\b(?:quiero|quisiera|queria|necesito|ocupo|pued\w+|podria\w*|digame|diganme|deme|denme|pas[ae]me|pasenme)"
    r"(?: \w+)? (?:saber|dar\w*|decir\w*|conocer|tener|pasar\w*|el|los|las)\b"
)


def answer(turn: Turn) -> bool:
    """Lead with a short answer to each question that came along, two at most; none after a flow that answers.

    Returns whether there was one.
    """
    if turn.left or turn.intent == "ask_why":
        return False
    found: List[str] = []
    questions = [match.group(1) or match.group(2) or "" for match in _QUESTIONS.finditer(turn.text)]
    if not questions and asks(turn.folded):
        questions = [turn.text]  # without its marks
    if not questions:
        questions = [match.group() for match in _WHERE.finditer(turn.folded)]
    for asked in map(fold, questions):
        response = next((name for pattern, name in _TOPICS if re.search(pattern, asked)), None)
        if not response and turn.claim["incident_type"] in _DENOUNCED and _WHERE_TO_GO.search(asked):
            response = "utter_advice_denuncia"
        if turn.expected == "denuncia" and _MUST.search(asked):
            parts = turn.claim["incident_type"] == "partial_theft"
            response = "utter_documents_partial_theft" if parts else "utter_advice_denuncia"
        if response == "utter_documents_general" and turn.claim["incident_type"] in _WITH_PAPERS:
            response = f"utter_documents_{turn.claim['incident_type']}"
        if response == "utter_advice_short" and _WANTS_TO_GO.search(turn.folded):
            response = "utter_advice_other_party"
        if response and response not in found:
            found.append(response)
    for response in found[:MOST]:
        turn.lead(response)
    return bool(found)


def no_answer(turn: Turn) -> None:
    """Lead with who knows, where a question has no answer here."""
    turn.lead(turn.vary("utter_no_answer", "utter_no_answer_2"))


def about_others(turn: Turn) -> bool:
    """Whether the message wants another person's data, told by plates or as "el otro"; "¿está asegurado?" is too."""
    if turn.expected in ("insured_name", "driver_name"):
        return False
    if asks_about_theirs(turn):
        return True
    wants = "?" in turn.text or bool(turn.all("plates")) or _WANTS_TO_KNOW.search(turn.folded)
    return bool(wants and WHOSE.search(turn.folded))


def keep_private(turn: Turn) -> None:
    """Say that nobody is told of others: with a loss in one breath with what is asked next."""
    if turn.reported:
        turn.say("utter_others_data_later")
    elif tells_a_loss(turn) or started(turn.claim):
        turn.lead("utter_others_data_later")
    else:
        turn.say("utter_others_data")
