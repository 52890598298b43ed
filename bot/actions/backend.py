"""The policy backend over HTTP: the only module that speaks to it (contracts §3, system of record)."""

import logging
import os
from typing import Any, Dict, List, Optional
from urllib.parse import quote as _quote

import httpx

logger = logging.getLogger(__name__)
# httpx logs every URL; ours hold plates, names and phones.
logging.getLogger("httpx").setLevel(logging.WARNING)

Record = Dict[str, Any]


def quote(part: str) -> str:
    """A path segment: what people say may hold anything."""
    return _quote(part, safe="")


class BackendDown(Exception):
    """The backend did not answer, or not in a way that can be used; the report goes on without it."""


class Rejected(Exception):
    """The backend refused what was sent; `detail` is the problem's own words, for the log."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(f"{status}: {detail}")
        self.status, self.detail = status, detail


class Backend:
    """Policies, claims and trámites as the actions need them. Every call may raise BackendDown."""

    def __init__(self, url: Optional[str] = None, token: Optional[str] = None,
                 transport: Optional[httpx.AsyncBaseTransport] = None) -> None:  # fmt: skip
        self._client = httpx.AsyncClient(
            base_url=(url or os.environ.get("CABINA_API_URL") or "http://127.0.0.1:8000").rstrip("/") + "/api/v1",
            headers={"Authorization": f"Bearer {token or os.environ.get('CABINA_API_TOKEN', '')}"},
            timeout=httpx.Timeout(2.0, connect=1.0),
            transport=transport,
        )

    async def policy(self, number: str) -> Optional[Record]:
        """The policy with this number, None where there is none."""
        return await self._find(f"/policies/{quote(number)}")

    async def policies(self, **search: Any) -> List[Record]:
        """Policies whose units match plates, vin, holder, make, model or year; each with its matching units only."""
        return await self._items("/policies", search)

    async def claim(self, report_number: str) -> Optional[Record]:
        """The report with this number, None where there is none."""
        return await self._find(f"/claims/{quote(report_number)}")

    async def claims(self, **search: Any) -> List[Record]:
        """Reports by conversation_id, plates, policy, status or phone, the latest first."""
        return await self._items("/claims", search)

    async def coverage_check(self, body: Record) -> Record:
        """What the policy says of a loss (contracts §3). Raises Rejected for a body it cannot use."""
        return await self._send("POST", "/coverage-checks", body)

    async def report(self, body: Record, key: str) -> Record:
        """Register a report; the same key gives the same report. Raises Rejected."""
        return await self._send("POST", "/claims", body, {"Idempotency-Key": key})

    async def change_claim(self, report_number: str, changes: Record) -> Record:
        """Change a report's facts or status. Raises Rejected."""
        return await self._send("PATCH", f"/claims/{quote(report_number)}", changes)

    async def cancel_claim(self, report_number: str, reason: str) -> Record:
        """Cancel a report, with the caller's reason. Raises Rejected where its state does not allow it."""
        body = {"event": "cancel", "reason": reason}
        return await self._send("POST", f"/claims/{quote(report_number)}/transitions", body)

    async def tramite(self, folio: str) -> Optional[Record]:
        """The trámite with this folio, None where there is none."""
        return await self._find(f"/tramites/{quote(folio)}")

    async def financing_plan(self, group: str, member: str) -> Optional[Record]:
        """The financing plan of a group and member, None where there is none."""
        return await self._find(f"/financing-plans/{quote(group)}/{quote(member)}")

    async def _find(self, path: str) -> Optional[Record]:
        try:
            return await self._send("GET", path)
        except Rejected as refusal:
            if refusal.status in (404, 422):
                return None
            raise BackendDown(str(refusal)) from refusal

    async def _items(self, path: str, search: Record) -> List[Record]:
        query = {name: value for name, value in search.items() if value is not None}
        try:
            answer = await self._send("GET", path, query=query)
        except Rejected as refusal:
            if refusal.status in (404, 422):
                return []
            raise BackendDown(str(refusal)) from refusal
        items = answer.get("items")
        return items if isinstance(items, list) else []

    async def _send(self, method: str, path: str, body: Optional[Record] = None,
                    headers: Optional[Dict[str, str]] = None, query: Optional[Record] = None) -> Record:  # fmt: skip
        # Every call here may be repeated: reads, a keyed report, a change that sets what it says.
        for attempt in (1, 2):
            try:
                answer = await self._client.request(method, path, json=body, headers=headers, params=query)
            except httpx.HTTPError as problem:
                logger.warning("%s %s: %s (try %d)", method, path.split("/")[1], type(problem).__name__, attempt)
                continue
            if answer.status_code >= 500 or answer.status_code == 429:
                logger.warning("%s %s: status %d (try %d)", method, path.split("/")[1], answer.status_code, attempt)
                continue
            try:
                content = answer.json()
            except ValueError as problem:
                raise BackendDown("the answer is not JSON") from problem
            if answer.status_code in (401, 403):
                raise BackendDown(f"status {answer.status_code}: is CABINA_API_TOKEN the backend's token?")
            if answer.status_code >= 400:
                raise Rejected(answer.status_code, str(content.get("detail") or content.get("title")))
            if not isinstance(content, dict):
                raise BackendDown("the answer is not an object")
            return content
        raise BackendDown(f"{method} {path.split('/')[1]} failed twice")
