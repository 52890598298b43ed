"""Plays a caller against the public HTTP API and says in what the outcome differs from what the scenario expects.

A scenario: {"id", "opening": text | [text…], "answers": {question: text | [text…]}, "expect": {dotted path: wanted},
"must_say": [regex…], "must_not_say": [regex…], "max_turns": n, "no_report": bool}. `wanted` is a value,
{"contains": text} or {"any_of": [wanted…]}. A text "@location lat,lon" sends a pin.
Optional: "after": [{"text", "must_say", "must_not_say"}…], what the caller says once there is a number, and
"expect_after", the claim's values at the very end.
"""

import json
import re
import time
import unicodedata
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import httpx

ANSWERS_BY_DEFAULT: dict[str, str] = {
    "authorities": "no ha llegado nadie",
    "cargo": "no llevaba carga",
    "confirm_policy": "sí",
    "confirm_report": "sí, está bien",
    "damage": "se golpeó la defensa",
    "denuncia": "todavía no",
    "description": "me pegaron por atrás",
    "detained": "no",
    "driver_age": "tengo 38",
    "driver_name": "yo",
    "drivable": "sí, sí camina",
    "glass_part": "el parabrisas",
    "inciso": "no sé",
    "injuries": "no, nadie",
    "insured_name": "está a mi nombre",
    "licence": "sí, vigente",
    "occupants": "venía solo",
    "occurred_at": "hace diez minutos",
    "parked": "estaba estacionado",
    "reporter_phone": "33 1234 5678",
    "resume_report": "es otro reporte",
    "service": "una grúa",
    "stolen_parts": "las que le dije",
    "third_parties": "no, nadie más",
    "tow_destination": "a un taller de ustedes",
    "trailer": "no",
    "vehicle_whereabouts": "aquí está todavía",
    "vin": "no lo tengo",
    "violence": "no, sin violencia",
    "what_to_correct": "nada, está bien",
}


@dataclass
class Outcome:
    """What came of a scenario; `failures` is empty when everything held; `seconds` are those of each turn, `asked` what
    each answer asked for.
    """

    id: str
    failures: list[str] = field(default_factory=list)
    wrong_fields: list[str] = field(default_factory=list)
    log: list[tuple[str, str]] = field(default_factory=list)
    turns: int = 0
    asked: list[str | None] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    report_number: str | None = None
    claim: dict[str, Any] = field(default_factory=dict)

    def transcript(self) -> str:
        """The conversation as lines of "who: text"."""
        return "\n".join(f"{who}: {text}" for who, text in self.log)


def folded(value: Any) -> str:
    """Text without accents, case, punctuation or spaces."""
    plain = unicodedata.normalize("NFKD", str(value)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", plain)


def agrees(wanted: Any, got: Any) -> bool:
    """Whether a claim's value is what the scenario wants."""
    if isinstance(wanted, dict):
        if "any_of" in wanted:
            return any(agrees(one, got) for one in wanted["any_of"])
        return got is not None and folded(wanted["contains"]) in folded(got)
    if wanted is None or isinstance(wanted, bool) or isinstance(got, bool):
        return wanted is got
    if isinstance(wanted, int | float) and isinstance(got, int | float):
        return abs(wanted - got) < 1e-6
    return got is not None and folded(wanted) == folded(got)


def value_at(record: Any, path: str) -> Any:
    """The value at a dotted path, or None."""
    for part in path.split("."):
        if isinstance(record, list):
            record = record[int(part)] if part.isdigit() and int(part) < len(record) else None
        else:
            record = record.get(part) if isinstance(record, dict) else None
    return record


def luhn_holds(digits: str) -> bool:
    """The Luhn check of a string of digits, the last being the check digit."""
    doubled = (int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits)))
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


class Speaker(Protocol):
    """Who says the caller's texts, on one channel or another; `state` holds expects, messages and report_number."""

    state: dict[str, Any]

    def say(self, text: str) -> dict[str, Any]:
        """Send one message; returns the new state."""
        ...


class Caller:
    """One conversation over the public API."""

    def __init__(self, http: httpx.Client) -> None:
        self._http = http
        self.state = self._post("/api/v1/conversations", {}, None)
        self.id, self._token = self.state["id"], self.state["token"]

    def _post(self, path: str, body: dict[str, Any], token: str | None) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        answer = self._http.post(path, json=body, headers=headers, timeout=30)
        answer.raise_for_status()
        return dict(answer.json())

    def say(self, text: str, message_id: str | None = None) -> dict[str, Any]:
        """Send one message; returns the answer of the API."""
        body: dict[str, Any] = {"client_message_id": message_id or str(uuid.uuid4())}
        if text.startswith("@location "):
            latitude, longitude = text.removeprefix("@location ").split(",")
            body["location"] = {"latitude": float(latitude), "longitude": float(longitude)}
        else:
            body["text"] = text
        self.state = self._post(f"/api/v1/conversations/{self.id}/messages", body, self._token)
        return self.state


def _next_text(scenario: dict[str, Any], opening: list[str], answers: dict[str, list[str]], expects: Any) -> str | None:
    if opening:
        return opening.pop(0)
    if expects in answers:
        queue = answers[expects]
        return queue.pop(0) if len(queue) > 1 else queue[0]
    return None if scenario.get("no_report") and expects is None else ANSWERS_BY_DEFAULT.get(str(expects))


def play(http: httpx.Client, api_token: str, scenario: dict[str, Any], speaker: Speaker | None = None) -> Outcome:
    """Hold one scenario against the application at `http`'s base URL; by its public API where no `speaker` is given."""
    outcome = Outcome(scenario["id"])
    opening = [scenario["opening"]] if isinstance(scenario["opening"], str) else list(scenario["opening"])
    answers = {name: list(v) if isinstance(v, list) else [v] for name, v in scenario.get("answers", {}).items()}
    caller = speaker or Caller(http)
    outcome.log += [("assistant", message["text"]) for message in caller.state["messages"]]
    while outcome.turns < scenario.get("max_turns", 20) and not outcome.report_number:
        text = _next_text(scenario, opening, answers, caller.state["expects"])
        if text is None:
            if not scenario.get("no_report"):
                outcome.failures.append(f"asked for {caller.state['expects']!r}, to which the caller has no answer")
            break
        outcome.log.append(("caller", text))
        began = time.perf_counter()
        state = caller.say(text)
        outcome.seconds.append(time.perf_counter() - began)
        outcome.log += [("assistant", message["text"]) for message in state["messages"]]
        outcome.turns += 1
        outcome.asked.append(state["expects"])
        outcome.report_number = state["report_number"]
        if not state["messages"]:
            outcome.failures.append(f"silence after {text!r}")
    _judge(http, api_token, scenario, outcome)
    if outcome.report_number:
        _after_the_number(http, api_token, scenario, outcome, caller)
    return outcome


def _judge(http: httpx.Client, api_token: str, scenario: dict[str, Any], outcome: Outcome) -> None:
    said = "\n".join(text for who, text in outcome.log if who == "assistant")
    number = outcome.report_number
    if scenario.get("no_report"):
        if number:
            outcome.failures.append(f"gave a report number {number} where none was due")
    elif not number:
        outcome.failures.append(f"no report number after {outcome.turns} turns")
    else:
        if not (re.fullmatch(r"\d{10}", number) and luhn_holds(number)):
            outcome.failures.append(f"{number!r} is not a report number")
        if number not in re.sub(r"\D", "", said):
            outcome.failures.append("the caller was not told the number")
        _compare(http, api_token, scenario.get("expect", {}), outcome)
    _listen_for(scenario, said, outcome)


def _listen_for(wanted: dict[str, Any], said: str, outcome: Outcome) -> None:
    """Note what had to be said and was not, and what must not be said and was."""
    outcome.failures += [f"never said /{p}/" for p in wanted.get("must_say", []) if not re.search(p, said, re.I)]
    outcome.failures += [f"said /{p}/" for p in wanted.get("must_not_say", []) if re.search(p, said, re.I)]


def _compare(http: httpx.Client, api_token: str, expected: dict[str, Any], outcome: Outcome) -> None:
    """Read the claim again and note each expected value that it does not have."""
    answer = http.get(f"/api/v1/claims/{outcome.report_number}", headers={"Authorization": f"Bearer {api_token}"})
    answer.raise_for_status()
    outcome.claim = answer.json()
    for path, wanted in expected.items():
        if not agrees(wanted, got := value_at(outcome.claim, path)):
            outcome.wrong_fields.append(path)
            outcome.failures.append(f"{path}: wanted {wanted!r}, got {got!r}")


def _after_the_number(
    http: httpx.Client, api_token: str, scenario: dict[str, Any], outcome: Outcome, caller: Speaker
) -> None:
    for step in scenario.get("after", []):
        said = "\n".join(message["text"] for message in caller.say(step["text"])["messages"])
        outcome.log += [("caller", step["text"]), ("assistant", said)]
        outcome.failures += [
            f"never said /{p}/ after" for p in step.get("must_say", []) if not re.search(p, said, re.I)
        ]
        outcome.failures += [f"said /{p}/ after" for p in step.get("must_not_say", []) if re.search(p, said, re.I)]
    if "expect_after" in scenario:
        _compare(http, api_token, scenario["expect_after"], outcome)


def scenarios(folder: Path) -> list[dict[str, Any]]:
    """Every scenario of the folder's JSON files, in the order of the files."""
    return [one for file in sorted(folder.glob("*.json")) for one in json.loads(file.read_text(encoding="utf-8"))]
