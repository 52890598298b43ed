"""One message of the caller: what was understood of it, what the conversation knows, and what is said back."""

import copy
import re
import unicodedata
from datetime import datetime, timezone
from typing import Any, Dict, List, Optional

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.actions import claim as drafts
from bot.actions.backend import Backend
from bot.nlu.answers.said import Chances
from bot.nlu.parsers import every
from bot.nlu.parsers.health import of_health
from bot.nlu.parsers.people_named import pieces
from bot.nlu.told.heard import Heard

MAX_ASKED = 3
# Here what happened and who is hurt is told in sentences, and what was learned of them counts. Elsewhere only the rules
# are heard: a number or a name that sounds like a blow calls no ambulance.
_TELLING = (None, "incident_type", "injuries", "description", "third_parties", "detained", "what_to_correct")
_SURELY_HURT = 0.95  # chosen on what callers answer to other questions: tests/conversations
_OF_PEOPLE = ("injuries", "third_parties", "detained")
_NOT_OF_HEALTH = ("third_parties", "detained", "what_to_correct")
_NO_WORDS = re.compile(r"\((ubicación compartida|foto|nota de voz|video|documento|contacto)\)$")
Memory = Dict[str, Any]


def fold(text: str) -> str:
    """Lower case without accents or doubled spaces, for comparing what people write."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"\s+", " ", plain).strip()


def _plain(value: Any) -> Any:
    return fold(value) if isinstance(value, str) else None if value in ("", []) else value


def blank_memory() -> Memory:
    """What is remembered of a conversation besides the draft."""
    return {
        "expects": "incident_type",  # the front door's greeting has asked what happened
        "asked": {},  # how often each thing was asked
        "skipped": [],  # what the caller does not know
        "misunderstood": 0,
        "vague": False,  # "un accidente": what kind is still open
        "flow": None,  # a question outside the report that is waiting for an answer
        "policy": None,  # what the look-up found: number, units, the unit
        "assumed": {},  # fields that were concluded, not told; whether each still is no more than that
        "same_as_reporter": [],  # fields that get the caller's name as soon as it is known
        "lookups_off": False,  # the backend was down: it looks the unit up itself when the report is registered
        "missed_numbers": [],  # policy numbers that were looked up and not found
        "report_number": None,
        "reports": [],  # the numbers given in this conversation
        "said_once": [],  # things that are said once
        "last_at": None,
    }


class Turn:
    """The caller's message beside the draft; flows read it, change the draft and say things through it."""

    def __init__(self, dispatcher: CollectingDispatcher, tracker: Tracker, backend: Backend) -> None:
        message = tracker.latest_message or {}
        self.dispatcher = dispatcher
        self.backend = backend
        self.conversation_id: str = tracker.sender_id
        self.text: str = (message.get("text") or "").strip()
        if _NO_WORDS.match(self.text):
            self.text = ""  # a pin or a photo: the metadata says it, nobody's name is "(foto)"
        self.folded: str = fold(self.text)
        self.intent: str = (message.get("intent") or {}).get("name") or "out_of_scope"
        self.confidence: float = float((message.get("intent") or {}).get("confidence") or 0.0)
        if not self.text:
            self.intent, self.confidence = "inform", 1.0
        told = message.get("told")
        self.heard: Optional[Heard] = Heard(**told) if told and self.text else None
        self.kept: str = self.text  # without what the message takes back
        self.retold = False  # it tells again, to take it back, what was said before
        self.mended: List[str] = []  # the fields that got another value in so many words
        self.answers: Optional[Dict[str, Chances]] = message.get("answers") if self.text else None
        self.metadata: Dict[str, Any] = message.get("metadata") or {}
        self.channel: str = self.metadata.get("channel") or "web"
        self.memory: Memory = {**blank_memory(), **copy.deepcopy(tracker.get_slot("memory") or {})}
        self.claim = copy.deepcopy(tracker.get_slot("claim")) or drafts.blank(self.channel)
        self.before = copy.deepcopy(self.claim)
        self.understood: Dict[str, Any] = {}
        self.answered = False
        self.handover: Optional[Dict[str, Any]] = None
        self.expected: Optional[str] = self.memory["expects"]
        self.entities: List[Dict[str, Any]] = [
            entity
            for entity in message.get("entities") or []
            if entity.get("extractor") != "Told" or self._may_tell(entity)
        ]
        self.attended: Optional[str] = None  # the number of the report that this turn followed
        self.about: Optional[Dict[str, Any]] = None  # the earlier report that files sent here go with
        self.left = False  # the report was left for another flow
        self.rerouted = False  # the words themselves asked for another flow
        self.resumed: Optional[str] = None  # what the answer to "¿seguimos con ese?" was
        self.partly = False  # half an answer: neither taken nor misunderstood

    def _may_tell(self, learned: Dict[str, Any]) -> bool:
        """Whether what was learned of a message is believed at this question."""
        if learned.get("entity") == "injuries" and learned["value"]["any"] is False and self.expected in _NOT_OF_HEALTH:
            return False  # "ninguno, yo sola contra la barda" tells who else was there, not that nobody is hurt
        if learned.get("entity") == "injuries" and learned["value"]["any"] and self._surely_hurt():
            return True  # whoever is plainly hurt is heard at any question
        known = self.claim["incident_type"] and not self.memory["vague"]
        if known and learned.get("entity") == "incident" and self.expected in _OF_PEOPLE:
            return False  # "un Chevy con una señora" tells who the other is, not that she was run over
        if learned.get("entity") == "service" and self.claim["incident_type"] == "roadside_assistance":
            return True  # "se me hace que es la batería", whatever was asked
        return self.expected in _TELLING or not drafts.started(self.claim)

    def _surely_hurt(self) -> bool:
        """Whether somebody who is spoken of is almost certainly hurt."""
        sure = self.heard is not None and self.heard.people.get("hurt", 0.0) >= _SURELY_HURT
        return sure and any(piece.groups for piece in pieces(of_health(self.text).text))

    def as_waiting(self) -> Dict[str, Any]:
        """The message as it was understood, to be taken up in a later turn."""
        told = self.heard._asdict() if self.heard else None
        return {"text": self.text, "intent": self.intent, "confidence": self.confidence, "entities": self.entities,
                "told": told, "answers": self.answers}  # fmt: skip

    def take_up(self, waiting: Dict[str, Any]) -> None:
        """Go on with a message that had to wait, in place of this one; greetings and the like only make an end."""
        tells = waiting.get("intent") in ("report_loss", "request_assistance", "inform", "correct", "dont_know")
        self.text = waiting["text"] if tells else ""
        self.folded, self.kept = fold(self.text), self.text
        self.intent = waiting["intent"] if tells else "greet"
        self.confidence = waiting["confidence"] if tells else 1.0
        self.entities = waiting["entities"] if tells else []
        self.heard = Heard(**waiting["told"]) if tells and waiting.get("told") else None
        self.answers = waiting.get("answers") if tells else None

    def keep_from(self, offset: int) -> None:
        """Leave out what stands before an offset: the message is read as if it had not been said."""
        self.text = self.kept = self.text[offset:].strip()
        self.folded = fold(self.text)
        self.entities = [
            {"entity": one.entity, "value": one.value, "start": one.start, "end": one.end}
            for one in every.find_all(self.text, self.now)
        ]
        self.heard = self.answers = None  # what was learned was learned of the whole

    # -- what was understood ---------------------------------------------------------------------------------
    def all(self, entity: str) -> List[Any]:
        """The values of every entity of this name, in the order said."""
        return [e["value"] for e in self.entities if e.get("entity") == entity]

    def first(self, entity: str) -> Any:
        """The value of the first entity of this name, None where there is none."""
        return next(iter(self.all(entity)), None)

    def set(self, path: str, value: Any) -> None:
        """Put a fact into the draft and note that this turn brought it."""
        if value is not None and drafts.put(self.claim, path, value):
            self.understood[path] = value
            if path in self.memory["assumed"]:
                self.memory["assumed"][path] = False

    def assume(self, path: str, value: Optional[Any]) -> None:
        """Put into the draft, once and where nothing is told, what follows; whatever is told takes its place."""
        told = drafts.get(self.claim, path) not in (None, "", [])
        if value is not None and not told and path not in self.memory["assumed"]:
            drafts.put(self.claim, path, value)
            self.memory["assumed"][path] = True

    def assumed(self, path: str) -> bool:
        """Whether a field holds what was concluded, and nobody told."""
        return bool(self.memory["assumed"].get(path))

    def take_back(self, path: str) -> None:
        """Let go of what was wrongly concluded."""
        if self.assumed(path):
            drafts.put(self.claim, path, None)
            self.memory["assumed"][path] = False

    def unset(self, path: str) -> None:
        """Take back what this turn brought."""
        self.understood.pop(path, None)
        drafts.put(self.claim, path, drafts.get(self.before, path))

    @property
    def now(self) -> datetime:
        """When the message arrived at the front door (the present where it does not say)."""
        stamp = self.metadata.get("received_at")
        try:
            return datetime.fromisoformat(str(stamp).replace("Z", "+00:00")) if stamp else datetime.now(timezone.utc)
        except ValueError:
            return datetime.now(timezone.utc)

    @property
    def news(self) -> List[str]:
        """The facts that differ from what was known before, but for how they were worded."""
        worded = ("text", "evidence", "added_notes", "occurred_text", "denuncia_text", "cargo_text", "damage")
        return [
            path
            for path in self.understood
            if (path.split(".")[-1] not in worded or path in self.mended)
            and _plain(drafts.get(self.before, path)) != _plain(drafts.get(self.claim, path))
        ]

    @property
    def replaced(self) -> bool:
        """Whether a fact of this turn took the place of another."""
        return any(drafts.get(self.before, path) not in (None, "", []) for path in self.news)

    @property
    def reported(self) -> bool:
        """Whether the current draft has become a report."""
        return self.memory["report_number"] is not None

    @property
    def emergency(self) -> bool:
        """Whether somebody may be hurt, or worse."""
        return bool(self.claim["injuries"]["any"])

    # -- what is said ----------------------------------------------------------------------------------------
    def say(self, response: str, **values: Any) -> None:
        """Say a response of domain.yml, its `{values}` filled in."""
        self.dispatcher.utter_message(response=response, **values)

    def lead(self, response: str, **values: Any) -> None:
        """Say a response in one breath with the next one."""
        self.say(response, lead=True, **values)

    def once(self, response: str, **values: Any) -> None:
        """Lead with a response the first time only, so that kindness does not become a tic."""
        if response not in self.memory["said_once"]:
            self.memory["said_once"].append(response)
            self.lead(response, **values)

    def vary(self, *responses: str) -> str:
        """One of these responses, each in its turn, so that the same words are not said twice running."""
        said: Dict[str, int] = self.memory.setdefault("varied", {})
        turns = said[responses[0]] = said.get(responses[0], -1) + 1
        return responses[turns % len(responses)]

    def ask(self, name: str, counted: bool = True, only: str = "", **values: Any) -> None:
        """Ask for one thing: in other words the second and the third time. `counted` is False after a digression;
        `only` names the part of it that is missing, which has its own words."""
        self.memory.pop("last_wait", None)
        asked: Dict[str, int] = self.memory["asked"]
        if counted:
            asked[name] = asked.get(name, 0) + 1
        put: Dict[str, int] = self.memory.setdefault("put", {})
        put[name] = put.get(name, 0) + 1
        wording = {0: "", 1: "", 2: "_again"}.get(asked.get(name, 0), "_last")
        if not counted and wording == "":
            wording = "_again"
        if only and self.memory.get("last_asked") != [name, only]:
            wording = only
        elif self.memory.get("last_asked") == [name, wording]:
            wording = "_again" if wording == "_last" else "_last"  # never the same words twice in a row
        self.memory["last_asked"] = [name, wording]
        self.say(f"utter_ask_{name}{wording}", **values)
        self.memory["expects"] = name

    def skip(self, name: str) -> None:
        """Accept that the caller does not know this."""
        if name not in self.memory["skipped"]:
            self.memory["skipped"].append(name)

    def hand_over(self, reason: str) -> None:
        """Alert the operators, for a reason."""
        self.handover = {"reason": reason}

    # -- the end of the turn ---------------------------------------------------------------------------------
    def finish(self) -> List[Dict[str, Any]]:
        """Send the turn's state after its messages; the events that keep what is known."""
        self.memory["last_at"] = self.now.isoformat()
        if self.dispatcher.messages and self.dispatcher.messages[-1].get("lead"):
            self.dispatcher.messages[-1]["lead"] = False  # nothing followed: it is a message of its own
        state = {
            # While a cancellation is confirmed by its buttons, no fact is being asked for.
            "expects": None if self.memory["expects"] == "confirm_cancel" else self.memory["expects"],
            "claim": self.claim,
            "report_number": self.memory["report_number"],
            "pending": bool(self.memory.get("pending")),  # agreed to, and the records could not be reached
            "about": self.about,
            "handover": self.handover,
            "priority": self.claim["priority"],
            "intent": self.intent,
            "confidence": round(self.confidence, 3),
            "understood": self.understood,
        }
        self.dispatcher.utter_message(json_message={"cabina": state})
        return [SlotSet("claim", self.claim), SlotSet("memory", self.memory)]
