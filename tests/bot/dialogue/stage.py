"""A conversation without servers: the trained model, the real actions, and a backend that remembers.

`Stage` understands with the model in `models/`, picks the flow by the rules of `bot/data/rules`, runs the action and
renders `domain.yml`. The backend is a stand-in at the HTTP seam (httpx.MockTransport), so `backend.py` is exercised.
"""

import asyncio
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
import yaml
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.actions import follow_up, handover, questions, report, session, tramites
from bot.actions.backend import Backend
from bot.actions.conversation import respond
from bot.actions.turn import Turn, fold

FLOWS = (follow_up, handover, questions, report, session, tramites)  # importing them registers them
ROOT = Path(__file__).resolve().parents[3]


@lru_cache
def responses() -> dict[str, list[dict[str, Any]]]:
    """The responses of domain.yml."""
    return yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["responses"]


@lru_cache
def rules() -> dict[str, str]:
    """intent → action, from bot/data/rules."""
    table = {}
    for file in sorted((ROOT / "bot/data/rules").glob("*.yml")):
        for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]:
            steps = {key: value for step in rule["steps"] for key, value in step.items()}
            table[steps["intent"]] = steps["action"]
    return table


def render(message: dict[str, Any], channel: str) -> dict[str, Any]:
    """What Rasa's template engine makes of a message for a channel."""
    if not message.get("response"):
        return {"text": message.get("text") or "", "buttons": [], "lead": False}
    variants = responses()[message["response"]]
    fitting = [v for v in variants if v.get("channel") == channel] or [v for v in variants if "channel" not in v]
    text = re.sub(r"\{(\w+)\}", lambda m: str(message[m.group(1)]), fitting[0]["text"])
    return {"text": text, "buttons": fitting[0].get("buttons") or [], "lead": bool(message.get("lead"))}


NAMES = {
    "material_damage": "Daños materiales",
    "total_theft": "Robo total",
    "glass": "Rotura de cristales",
    "third_party_liability": "Responsabilidad civil por daños a terceros",
    "roadside_assistance": "Asistencia vial",
    "occupant_medical": "Gastos médicos ocupantes",
    "legal_assistance": "Asistencia legal",
}


class Book:
    """The backend's side of the seam: policies of the demonstration book, claims in memory."""

    def __init__(self, policies: list[dict[str, Any]]) -> None:
        self.policies = policies
        self.claims: dict[str, dict[str, Any]] = {}
        self.keys: dict[str, str] = {}
        self.down = False
        self.calls: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer one call as the contract says."""
        self.calls.append(f"{request.method} {request.url.path}")
        if self.down:
            raise httpx.ConnectError("down")
        path = unquote(request.url.path).removeprefix("/api/v1")
        query = dict(request.url.params)
        body = json.loads(request.content) if request.content else {}
        if path == "/policies":
            return httpx.Response(200, json={"items": self._search(query), "next": None})
        if path.startswith("/policies/"):
            return self._one(next((p for p in self.policies if p["number"] == path.split("/")[2]), None))
        if path == "/claims" and request.method == "POST":
            return self._report(body, request.headers["Idempotency-Key"])
        if path == "/claims":
            return httpx.Response(200, json={"items": self._claims(query), "next": None})
        if path.startswith("/claims/"):
            claim = self.claims.get(path.split("/")[2])
            if claim and path.endswith("/transitions"):
                claim["status"] = {"cancel": "cancelled"}[body["event"]]
            if claim and request.method == "PATCH":
                for name, value in body.items():
                    claim[name] = {**claim[name], **value} if isinstance(claim.get(name), dict) else value
            return self._one(claim)
        if path == "/coverage-checks":
            return httpx.Response(200, json=self._check(body))
        return self._one(None)

    def _check(self, body: dict[str, Any]) -> dict[str, Any]:
        policy = next(p for p in self.policies if p["number"] == body["policy_number"])
        unit = next(u for u in policy["units"] if u["inciso"] == body["inciso"])
        coverages = [
            {"code": code, "name": NAMES.get(code, code), "status": "applies", "sum_insured": terms.get("sum_insured"),
             "deductible": {"pct": terms.get("deductible_pct"), "amount": None}}
            for code, terms in unit["coverages"].items()
        ]  # fmt: skip
        return {"decision": "review", "coverages": coverages, "payment_status": "ok"}

    def _one(self, record: dict[str, Any] | None) -> httpx.Response:
        return httpx.Response(200, json=record) if record else httpx.Response(404, json={"title": "Not found"})

    def _search(self, query: dict[str, str]) -> list[dict[str, Any]]:
        def bare(text: Any) -> str:
            return re.sub(r"[^a-z0-9]", "", fold(str(text)))

        hits = []
        for policy in self.policies:
            if "holder" in query and not set(fold(query["holder"]).split()) & set(fold(policy["holder"]).split()):
                continue
            wanted = {name: bare(value) for name, value in query.items() if name != "holder"}
            units = [u for u in policy["units"] if all(w in bare(u["vehicle"].get(n)) for n, w in wanted.items())]
            if units:
                hits.append({**policy, "units": units, "match": "exact"})
        return hits

    def _report(self, body: dict[str, Any], key: str) -> httpx.Response:
        if key not in self.keys:
            number = f"26{len(self.keys) + 1:07d}"
            total = sum(int(d) if i % 2 else sum(divmod(int(d) * 2, 10)) for i, d in enumerate(number))
            number += str(-total % 10)
            self.keys[key] = number
            policy = next((p for p in self.policies if p["number"] == body["policy"]["number"]), None)
            unit = next((u for u in (policy or {}).get("units", []) if u["inciso"] == body["policy"]["inciso"]), {})
            registered = {"report_number": number, "status": "reported", "operator": "Cabina", "sla": {}}
            vehicle = unit.get("vehicle") or body["vehicle"]
            self.claims[number] = {**body, **registered, "vehicle": vehicle, "coverage": {"decision": "review"}}
        return httpx.Response(201, json=self.claims[self.keys[key]])

    def _claims(self, query: dict[str, str]) -> list[dict[str, Any]]:
        def fits(claim: dict[str, Any]) -> bool:
            plates = re.sub(r"\W", "", str(claim["vehicle"].get("plates")))
            return all({"plates": plates == value, "phone": claim["reporter"]["phone"] == value,
                        "conversation_id": claim["conversation_id"] == value,
                        "policy": claim["policy"]["number"] == value}.get(name, True)
                       for name, value in query.items())  # fmt: skip

        return [claim for claim in self.claims.values() if fits(claim)]


class Stage:
    """One conversation."""

    def __init__(self, understand: Any, book: Book, channel: str = "web", address: str | None = None) -> None:
        self.understand, self.book, self.channel, self.address = understand, book, channel, address
        self.slots: dict[str, Any] = {"claim": None, "memory": None}
        self.state: dict[str, Any] = {"expects": "incident_type"}
        self.log: list[str] = []
        self.backend = Backend("http://backend", "token", httpx.MockTransport(book))
        self.at = "2026-11-21T10:00:00-06:00"

    def say(self, text: str, intent: str | None = None, **metadata: Any) -> list[dict[str, Any]]:
        """Say something; the assistant's messages, leads joined. `intent` overrides the model."""
        text = text.lstrip("/ ")  # as the front door does: what people write is never a command
        parsed = dict(self.understand(text))
        if intent:
            parsed["intent"] = {"name": intent, "confidence": 1.0}
        message = {"text": text, **parsed, "metadata": {"channel": self.channel, "address": self.address,
                                                        "received_at": self.at, **metadata}}  # fmt: skip
        tracker = Tracker("conversation", dict(self.slots), message, [], False, None, {}, "action_listen")
        dispatcher = CollectingDispatcher()
        turn = Turn(dispatcher, tracker, self.backend)

        async def run() -> None:
            await respond(turn, rules()[turn.intent])
            for event in turn.finish():
                self.slots[event["name"]] = json.loads(json.dumps(event["value"]))

        asyncio.run(run())
        self.log.append(f"C: {text}   [{turn.intent} {turn.confidence:.2f} {[e['entity'] for e in turn.entities]}]")
        said: list[dict[str, Any]] = []
        lead: list[str] = []
        for item in dispatcher.messages:
            if item.get("custom"):
                self.state = item["custom"]["cabina"]
                continue
            rendered = render(item, self.channel)
            if rendered["lead"]:
                lead.append(rendered["text"])
                continue
            said.append({**rendered, "text": " ".join([*lead, rendered["text"]])})
            lead = []
        assert not lead, f"a lead without a message after it: {lead}"
        self.log += [f"A: {m['text']}" for m in said] + [f"   → {self.state['expects']}"]
        return said
