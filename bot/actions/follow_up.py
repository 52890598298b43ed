"""After the number: how the report is going, what is added, what is taken back."""

import re
from datetime import datetime
from typing import Any, Dict, List, Optional

from bot.actions import additions, attachments, made_before, resume, words
from bot.actions.asking import advance, ask_again
from bot.actions.backend import BackendDown, Rejected
from bot.actions.claim import get, started
from bot.actions.conversation import Flow
from bot.actions.hearing import says_unknown, yes_no
from bot.actions.merge import merge
from bot.actions.rerouting import FOUND
from bot.actions.told import is_question
from bot.actions.turn import Turn
from bot.nlu.parsers import report_number

Record = Dict[str, Any]
# Said after "ya no": the draft is taken up again.
GOES_ON = re.compile(r"\b(segu|siga\b|sigale|sigan\b|sigamos|continu|siempre si|mejor si|si quiero)|^\W*si+\b")
_KEEPS = re.compile(
    r"\bno (?:me |lo |la |se |nos )?(?:cancel(?:e|en|es)\b(?! (?:el|la|mi) (?:otro|pago))|(?:quiero|quise|dije"
    r"|vaya a|vayan a|he dicho) (?:que )?cancel\w+)"
)
_ARRIVAL = ("adjuster_due_at", "tow_due_at")


class ActionFollowUp(Flow):
    """Questions about a report that exists, and changes to it."""

    action: str = "action_follow_up"

    @staticmethod
    async def handle(turn: Turn) -> None:
        """Find the report meant; then say how it goes, add to it or cancel it."""
        waiting = turn.memory["flow"] or {}
        wish = waiting.get("wish") or turn.intent
        turn.memory["flow"] = None
        if turn.expected == "confirm_cancel" and waiting:
            await _confirmed(turn, waiting["number"])
            return
        open_draft = _is_open(turn)
        if wish == "cancel_report" and _KEEPS.search(turn.folded) and (open_draft or turn.reported):
            _keep(turn)
            return
        if open_draft and not waiting and not _names_a_report(turn):
            if wish == "cancel_report" and turn.memory.get("set_aside") and GOES_ON.search(turn.folded):
                turn.memory["set_aside"] = False
                advance(turn)
            elif wish == "cancel_report":
                set_aside(turn)
            elif wish == "add_to_report" and turn.expected == "confirm_report" and not is_question(turn):
                told = turn.claim["description"]
                turn.set("description", f"{told}; {turn.text}"[:2000] if told else turn.text[:2000])
                turn.lead("utter_ack_added")
                advance(turn)
            else:
                turn.lead("utter_follow_up_draft")
                ask_again(turn)
            return
        try:
            found = await _find(turn)
        except BackendDown:
            turn.hand_over("backend_down")
            turn.say("utter_backend_down")
            ask_again(turn)
            return
        if len(found) != 1:
            said = waiting.get("said") or additions.told(turn, wish)
            _ask_which(turn, wish, tried=bool(waiting) or _names_a_report(turn), several=bool(found))
            if turn.memory["flow"] and said:
                turn.memory["flow"]["said"] = said
            return
        if waiting.get("said"):  # what is to be put in was told before it was known into which report
            additions.take_up(turn, waiting["said"])
            open_draft = False
        await _attend(turn, found[0], wish)
        if not turn.reported and not open_draft:
            made_before.remember(turn, found[0])


async def _attend(turn: Turn, claim: Record, wish: str) -> None:
    turn.attended = claim["report_number"]
    if wish == "cancel_report" and claim.get("status") != "cancelled":
        turn.memory["flow"] = {"action": "action_follow_up", "wish": wish, "number": claim["report_number"]}
        turn.ask("confirm_cancel", number=words.report_number(claim["report_number"]))
    elif wish == "add_to_report" or _brings_news(turn, claim):
        await _add(turn, claim)
    else:
        _tell(turn, claim)


_NEWS = ("denuncia", "drivable", "authorities", "stolen_parts", "third_parties")
_OF_THE_HELP = re.compile(r"\b(?:ajustador\w*|grua|esper\w+|lleg\w+|vien\w+|tard(?:a|an|ar|aron|o)|cuando|como va)\b")


def _brings_news(turn: Turn, claim: Record) -> bool:
    """Whether who names the report tells something of it and asks nothing: "reporte 26…, ya puse la denuncia"."""
    if is_question(turn) or _OF_THE_HELP.search(turn.folded):
        return False
    found = claim.get("incident_type") == "total_theft" and FOUND.search(turn.folded)
    return bool(found) or any(turn.all(name) for name in _NEWS)


def _keep(turn: Turn) -> None:
    """ "No, no cancele": the draft goes on, the report stands."""
    if turn.reported:
        turn.say("utter_not_cancelled", number=words.report_number(turn.memory["report_number"]))
    elif turn.memory.pop("set_aside", None):
        advance(turn)
    else:
        turn.lead("utter_repeat")
        ask_again(turn)


def _names_a_report(turn: Turn) -> bool:
    return any(turn.all(name) for name in ("report_number", "report_number_wrong")) or (
        bool(turn.all("plates")) and not _is_open(turn)
    )


def _is_open(turn: Turn) -> bool:
    """Whether a report is being taken; what this message tells of another one has begun none."""
    begun = started(turn.before) or "incident_type" in turn.understood
    return begun and started(turn.claim) and not turn.reported


async def _find(turn: Turn) -> List[Record]:
    """The report meant; none where it is not found, several where a fleet's policy has reports of several vehicles."""
    number = turn.first("report_number")
    if not number and turn.expected == "report_number":
        said = report_number.read(turn.text)
        number = said.digits if said and said.valid else None
    if number:
        claim = await turn.backend.claim(str(number))
        return [claim] if claim else []
    if turn.first("report_number_wrong"):
        return []
    if turn.reported:
        claim = await turn.backend.claim(turn.memory["report_number"])
        return [claim] if claim else []
    said = turn.claim if not _is_open(turn) else {"vehicle": {}, "policy": {}}  # of a question, not of a new loss
    plates = turn.first("plates") or said["vehicle"].get("plates")
    policy = turn.first("policy_number") or said["policy"].get("number")
    phone = turn.first("phone") or turn.metadata.get("address")
    searches: List[Record] = [{"plates": plates}, {"policy": policy}, {"phone": phone}]
    for search in searches:
        if any(search.values()):
            found = await turn.backend.claims(**search)
            if "policy" in search and len({claim["vehicle"]["plates"] for claim in found}) > 1:
                return list(found)
            if found:
                return [found[0]]
    return []


def _ask_which(turn: Turn, wish: str, tried: bool, several: bool) -> None:
    turn.memory["flow"] = {"action": "action_follow_up", "wish": wish}
    asked: Dict[str, int] = turn.memory["asked"]
    unknown = says_unknown(turn)
    if asked.get("report_number", 0) >= 2:
        turn.memory["flow"] = None
        asked.pop("report_number", None)
        turn.memory["expects"] = None
        turn.memory["sought"] = wish
        turn.hand_over("report_not_found")
        turn.say("utter_report_not_found_person")
        return
    if turn.first("report_number_wrong"):
        turn.lead("utter_report_number_wrong")
    elif unknown and asked.get("report_number"):
        asked["report_number"] = 2  # there is no number: the plates or the phone will do
    elif several:
        turn.lead("utter_report_several_vehicles")
    elif tried and re.search(r"\d", turn.text):
        turn.lead("utter_report_not_found")
    turn.ask("report_number")


def _tell(turn: Turn, claim: Record) -> None:
    """What happens now, since when, what comes next and when; an apology where a deadline was missed."""
    turn.memory["expects"] = turn.memory["expects"] if started(turn.claim) and not turn.reported else None
    status = claim.get("status") or "reported"
    number = words.report_number(claim["report_number"])
    since = words.instant(claim.get("reported_at"), turn.now) or "hoy"
    adjuster = (claim.get("handling") or {}).get("adjuster") or "un ajustador"
    turn.say(f"utter_status_{status}", number=number, since=since, adjuster=adjuster)
    if status in ("reported", "assigned"):
        for field in _ARRIVAL:
            due = (claim.get("sla") or {}).get(field)
            what = "la grúa" if field == "tow_due_at" else "el ajustador"
            if not due:
                continue
            late = datetime.fromisoformat(str(due).replace("Z", "+00:00")) < turn.now
            said = turn.vary("utter_status_late", "utter_status_late_again") if late else "utter_status_due"
            turn.say(said, what=what, time=words.instant(due, turn.now))
            if late:
                turn.hand_over("late")
    ask_again(turn)


async def _add(turn: Turn, claim: Record) -> None:
    turn.claim["details"]["added_notes"] = (claim.get("details") or {}).get("added_notes")
    if turn.reported:
        if turn.all("denuncia"):  # its hour is not the loss's
            turn.entities = [entity for entity in turn.entities if entity.get("entity") != "time"]
        merge(turn)
    note = turn.text if additions.is_note(turn) or turn.metadata.get("media") else None
    announced = additions.announces_photos(turn, told=bool(note))
    if not turn.metadata.get("media") and announced and turn.expected != "what_to_correct":
        turn.say("utter_send_it")
        turn.memory["expects"] = None
        return
    if turn.expected != "what_to_correct" and not note:
        turn.memory["flow"] = {"action": "action_follow_up", "wish": "add_to_report"}
        turn.ask("what_to_correct")
        return
    await change(turn, claim["report_number"], note or turn.text)


async def change(turn: Turn, number: str, note: Optional[str] = None) -> None:
    """Send what this turn brought to the report, with the caller's words as a note."""
    changes: Record = {}
    for path in turn.understood:
        root, _, leaf = path.partition(".")
        if root in ("details", "evidence"):
            continue
        if leaf:
            changes.setdefault(root, {})[leaf] = get(turn.claim, path)
        else:
            changes[root] = turn.claim[root]
    details = {path.split(".")[1]: get(turn.claim, path) for path in turn.understood if path.startswith("details.")}
    if note:
        notes = turn.claim["details"].get("added_notes") or []
        details["added_notes"] = [*notes, note[:1000]]
        turn.claim["details"]["added_notes"] = details["added_notes"]
    if details:
        changes["details"] = details
    try:
        await turn.backend.change_claim(number, changes)
    except (BackendDown, Rejected):
        turn.hand_over("change_failed")
        turn.say("utter_added_later")
    else:
        attachments.voice_note(turn)
        turn.say(turn.vary("utter_added", "utter_added_2"), number=words.report_number(number))
        if turn.claim["incident_type"] == "total_theft" and FOUND.search(turn.folded):
            turn.say("utter_advice_found")
    turn.memory["expects"] = None
    turn.memory["flow"] = None


async def _confirmed(turn: Turn, number: str) -> None:
    turn.memory["expects"] = None
    said = yes_no(turn)
    if said or (said is None and turn.intent == "cancel_report"):
        try:
            await turn.backend.cancel_claim(number, turn.text[:500])
            turn.say("utter_cancelled", number=words.report_number(number))
            turn.memory["cancelled"] = turn.reported
        except (BackendDown, Rejected):
            turn.hand_over("cancel_failed")
            turn.say("utter_cancel_later", number=words.report_number(number))
    else:
        turn.say("utter_not_cancelled", number=words.report_number(number))


def set_aside(turn: Turn) -> None:
    """A draft the caller no longer wants: nothing is registered, nothing is lost, and going on takes one word."""
    if turn.emergency:
        turn.hand_over("emergency")
        turn.say("utter_set_aside_emergency")
    else:
        turn.say("utter_set_aside")
    turn.memory["set_aside"] = True
    turn.memory["expects"] = None


async def after_report(turn: Turn) -> None:
    """What a caller says once the report has its number: a change, another loss, or nothing more."""
    number = turn.memory["report_number"]
    fresh = turn.intent in ("report_loss", "request_assistance") and (turn.all("incident") or turn.all("service"))
    if fresh and turn.resumed is None:
        turn.memory["waiting"] = turn.as_waiting()
        turn.memory["before_resume"] = None
        resume.ask_which(turn)
        return
    if turn.memory.get("cancelled"):
        turn.say("utter_goodbye" if turn.intent in ("deny", "affirm") else "utter_status_cancelled",
                 number=words.report_number(number))  # fmt: skip
        return
    merge(turn)
    if turn.understood or (turn.resumed and turn.text):
        await change(turn, number, turn.text if turn.resumed or len(turn.text.split()) > 4 else None)
        if "injuries.any" in turn.understood and turn.intent == "ask_what_to_do":
            turn.say("utter_advice_medical")
    elif turn.intent in ("deny", "affirm") and len(turn.text.split()) <= 4:
        turn.say("utter_goodbye")
    elif turn.intent == "correct":
        turn.memory["flow"] = {"action": "action_follow_up", "wish": "add_to_report"}
        turn.ask("what_to_correct")
    elif re.search(r"[a-z]{3}", turn.folded) and turn.intent == "inform":
        await change(turn, number, turn.text)
    else:
        turn.say("utter_anything_else", number=words.report_number(number))
