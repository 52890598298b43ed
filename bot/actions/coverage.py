"""What the caller's own policy says: only after a light identification, only from the backend, never a verdict."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any, Dict, List, Optional

from bot.actions.asking import ask_again
from bot.actions.backend import BackendDown, Rejected
from bot.actions.claim import started
from bot.actions.explain import explains
from bot.actions.hearing import says_unknown
from bot.actions.identify import identify, units
from bot.actions.merge import merge
from bot.actions.told import is_question
from bot.actions.turn import Turn, fold
from bot.nlu.parsers import name_answers

Record = Dict[str, Any]
FLOW = "action_question"
MISSED = 2
# What is asked about → the coverage's code and the incident that a check needs.
_TOPICS = [
    (r"cristal|parabrisas|vidrio|medallon|quemacocos", "glass", "glass"),
    (r"llanta|rin\b|rines|neumatico", "tire_insurance", "tire"),
    (r"robo (parcial|de (partes|autopartes))|autopartes|espejos", "partial_theft", "partial_theft"),
    (r"rob(o|aron|en)\b", "total_theft", "total_theft"),
    (r"gastos medicos|lesion|herid|hospital|ocupante|medic", "occupant_medical", "collision"),
    (r"terceros?|al otro|del otro|responsabilidad|la barda|el poste|dano(s)? que (hice|cause)", "third_party_liability",
     "collision"),
    (r"grua|asistencia vial|auxilio|cerrajero|gasolina|corriente", "roadside_assistance", "roadside_assistance"),
    (r"abogado|legal|juridic|fianza", "legal_assistance", "collision"),
    (r"auto sustituto|carro prestado|coche de renta|sustituto", "substitute_car_theft", "total_theft"),
    (r"inunda|agua|granizo|arbol|danos|choque|mi carro|mi coche|mi auto|perdida total", "material_damage", "collision"),
]  # fmt: skip


_PAYS = re.compile(r"\b(pag\w+|cubr\w+|respond\w+|repon\w+)\b")
_OF_INCIDENT = {
    "collision": "material_damage", "rollover": "material_damage", "fire": "material_damage",
    "weather": "material_damage",
    "flood": "material_damage", "falling_object": "material_damage", "total_theft": "total_theft",
    "partial_theft": "partial_theft", "glass": "glass", "tire": "tire_insurance", "run_over": "third_party_liability",
}  # fmt: skip
_STANDING = re.compile(
    r"vigen\w*|asegurad\w*|vencid\w*|vence|activ[oa]|(sigo|estoy|todavia|aun) (asegurad|cubiert)\w*|al corriente|(debo|"
    r"no he pagado|atras)\w*|"
    r"esta pagad\w*|tengo seguro todavia"
)
# Who asked and does not want to know any more.
_NO_MORE = re.compile(
    r"\bno,? (?:\w+ )?(?:muchas )?gracias\b|^\W*(?:no\W+|bueno\W+|ya\W+)*(?:dejel[oa]|olvidel[oa]|asi (?:dejelo"
    r"|esta bien)"
    r"|mejor (?:ya )?no|ya no|luego|despues|otro dia|era (?:todo|solo))\b"
)
_STANDINGS = {
    "ok": "utter_standing_ok",
    "in_grace": "utter_standing_grace",
    "out_of_vigencia": "utter_standing_out",
}


async def answer(turn: Turn) -> None:
    """Answer from the policy; ask first whose it is, unless a report is being taken and more urgent."""
    waiting = turn.memory["flow"] or {}
    intent = waiting.get("intent") or turn.intent
    question = waiting.get("question") or turn.folded
    if waiting and turn.intent in ("ask_coverage", "ask_deductible") and is_question(turn) and not turn.entities:
        intent, question = turn.intent, f"{turn.folded} {waiting.get('question')}"  # "¿y de deducible?"
        turn.memory["asked"].pop("coverage_policy_number", None)
    turn.memory["flow"] = None
    busy = started(turn.claim) and not turn.reported
    explained = explains(turn)
    if explained:
        turn.lead(explained)
    if waiting and not turn.reported:
        merge(turn)
        await identify(turn)
    elif turn.reported and turn.first("plates"):
        turn.memory["caller_plates"] = turn.first("plates")
    if not units(turn):
        if busy or turn.memory.get("backend_down"):
            turn.memory.pop("backend_down", None)
            turn.lead("utter_coverage_later") if busy else turn.say("utter_backend_down")
            ask_again(turn)
        else:
            _ask(turn, "policy_number", intent, question)
        return
    if not identified(turn):
        if busy:
            turn.lead("utter_coverage_later")
            ask_again(turn)
        else:
            by_number = (turn.memory["policy"] or {}).get("by") == "number"
            _ask(turn, "plates" if by_number else "insured_name", intent, question)
        return
    await _tell(turn, intent, question)
    turn.memory["expects"] = turn.memory["expects"] if busy else None
    ask_again(turn)


def identified(turn: Turn) -> bool:
    """Whether the caller gave two of three: the policy's number, the plates of a unit, the holder's name.

    Plates alone can be read in the street.
    """
    policy = turn.memory["policy"] or {}
    if policy.get("holder_told"):
        return True
    said = turn.memory.get("caller_plates")
    plates = said and any(_bare(said) == _bare((u.get("vehicle") or {}).get("plates")) for u in units(turn))
    if policy and str(turn.first("policy_number")) == str(policy["number"]):
        policy["by"] = "number"  # told after the plates
    by_number = policy.get("by") == "number"
    if plates and by_number:
        return True
    if not plates and not by_number:
        return False
    holder = set(fold(policy.get("holder") or "").split())
    answer = name_answers.read_name(turn.text) if turn.expected in ("plates", "insured_name") else None
    names = (turn.claim["reporter"]["name"], turn.claim["insured_name"], answer.name if answer else None,
             turn.text if turn.expected == "insured_name" else None)  # fmt: skip
    policy["holder_told"] = any(len(holder & set(fold(name).split())) >= 2 for name in names if name)
    return bool(policy["holder_told"])


def _ask(turn: Turn, question: str, intent: str, said: str) -> None:
    if question == "policy_number" and says_unknown(turn) and not turn.memory["asked"].get("coverage_plates"):
        question = "plates"  # as the question itself offers
    tries = turn.memory["asked"].get(f"coverage_{question}", 0)
    if tries and _NO_MORE.search(turn.folded) and not turn.entities:
        turn.memory["asked"].pop(f"coverage_{question}", None)
        turn.memory["expects"] = None
        turn.say("utter_goodbye")
        return
    if tries >= MISSED or (tries and says_unknown(turn)):
        turn.memory["asked"].pop(f"coverage_{question}", None)
        turn.memory["expects"] = None
        turn.say("utter_not_identified")
        return
    turn.memory["asked"][f"coverage_{question}"] = tries + 1
    turn.memory["flow"] = {"action": FLOW, "intent": intent, "question": said}
    begun = any(
        turn.memory["asked"].get(f"coverage_{other}") for other in ("policy_number", "plates") if other != question
    )
    missed = tries and re.search(r"\d", turn.text)
    if missed or begun:
        turn.lead("utter_identify_again" if missed else "utter_identify_more")
    else:
        _say_what_for(turn, intent, said)
    again = bool(tries or turn.expected == question)
    turn.ask(question, counted=False) if again else turn.say(f"utter_ask_{question}")
    turn.memory["expects"] = question


def _say_what_for(turn: Turn, intent: str, said: str) -> None:
    """Say what will be told once the policy is found: what was asked, where it has a name."""
    code = next((code for pattern, code, _ in _TOPICS if re.search(pattern, said)), "material_damage")
    if intent == "ask_deductible":
        turn.lead("utter_identify_deductible")
    elif code == "material_damage" or _STANDING.search(said):
        turn.lead("utter_identify_first")
    else:
        turn.lead("utter_identify_coverage", coverage=_name(None, code))


async def _tell(turn: Turn, intent: str, question: str) -> None:
    code, incident = next(((c, i) for pattern, c, i in _TOPICS if re.search(pattern, question)), (None, None))
    happened = turn.claim["incident_type"]
    if code is None and (intent == "ask_deductible" or _PAYS.search(question)):
        code = _OF_INCIDENT.get(happened or "")  # "¿me lo van a pagar?", with a loss told
    incident = incident or happened or "collision"
    inciso = turn.claim["policy"]["inciso"] or units(turn)[0]["inciso"]
    body = {"policy_number": (turn.memory["policy"] or {})["number"], "inciso": inciso, "incident_type": incident,
            "occurred_at": turn.now.isoformat(), "facts": {"service": _service(question)}}  # fmt: skip
    try:
        check = await turn.backend.coverage_check(body)
    except (BackendDown, Rejected):
        turn.say("utter_backend_down")
        return
    if intent == "ask_coverage" and _STANDING.search(question):
        standing = _STANDINGS.get(str(check.get("payment_status")), "utter_standing_review")
        turn.say(standing)
        return
    coverages: List[Record] = check.get("coverages") or []
    asked: Optional[Record] = next((c for c in coverages if c.get("code") == code), None)
    main = asked or next((c for c in coverages if c.get("status") != "not_contracted"), None)
    if intent == "ask_deductible":
        _tell_deductible(turn, asked if code else main)
    elif code and (asked is None or asked.get("status") == "not_contracted"):
        turn.say("utter_coverage_not_listed", coverage=_name(asked, code))
    elif asked:
        amount = money(asked.get("sum_insured"))
        turn.say(
            "utter_coverage_listed_sum" if amount else "utter_coverage_listed",
            coverage=_name(asked, code),
            amount=amount,
        )
        if asked.get("note"):
            turn.say("utter_coverage_note", note=asked["note"])
    else:
        names = [c["name"] for c in coverages if c.get("status") != "not_contracted"]
        listed = "; ".join(names[:6]) or "ninguna que aparezca para este caso"
        turn.say("utter_coverage_list", coverages=listed)


def _service(question: str) -> Optional[str]:
    words = [
        ("cerrajero|llaves", "locksmith"),
        ("gasolina", "fuel"),
        ("corriente|bateria", "jump_start"),
        ("grua", "tow"),
    ]
    return next((service for pattern, service in words if re.search(pattern, question)), None)


def _tell_deductible(turn: Turn, coverage: Optional[Record]) -> None:
    deductible = (coverage or {}).get("deductible") or {}
    pct, amount = deductible.get("pct"), money(deductible.get("amount"))
    if not coverage or pct is None:
        turn.say("utter_deductible_unknown")
    elif amount:
        turn.say("utter_deductible_amount", coverage=_name(coverage, None), pct=f"{float(pct):g}", amount=amount)
    else:
        turn.say("utter_deductible_pct", coverage=_name(coverage, None), pct=f"{float(pct):g}")


def _name(coverage: Optional[Record], code: Optional[str]) -> str:
    names = {"glass": "cristales", "tire_insurance": "llantas", "partial_theft": "robo parcial",
             "total_theft": "robo total",
             "occupant_medical": "gastos médicos a ocupantes", "third_party_liability": "daños a terceros",
             "roadside_assistance": "asistencia vial", "legal_assistance": "asistencia legal",
             "substitute_car_theft": "auto sustituto", "material_damage": "daños materiales"}  # fmt: skip
    return str((coverage or {}).get("name") or names.get(code or "") or "esa cobertura").lower()


def money(amount: Any) -> str:
    """`"248000.00"` → `248,000 pesos`; '' for what is no amount."""
    try:
        return f"{Decimal(str(amount)):,.0f} pesos"
    except (InvalidOperation, TypeError):
        return ""


def _bare(plates: Any) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(str(plates or ""))).replace("o", "0").replace("i", "1")
