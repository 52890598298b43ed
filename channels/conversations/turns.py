"""The turn: stored message in, stored answer out, one at a time per conversation, whatever dies in between.

The database is only held for moments; while Rasa works a lease keeps the conversation. A process that dies leaves its
lease to run out and its message pending, and the next to come takes the answer from Rasa's tracker if there is one.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from sqlalchemy.orm import Session

from channels.conversations import texts, turn_store
from channels.conversations.metrics import ASSISTANT_SECONDS, TURN_SECONDS, TURNS
from channels.conversations.model import Answer, Claim, Outcome, Reply
from channels.conversations.rasa import RasaClient, RasaFault, RasaLost, RasaUnavailable
from channels.conversations.store import get
from channels.conversations.tables import Message
from common.database import transaction

log = logging.getLogger(__name__)

DEADLINE = 8.0
"""Seconds a chat waits for the assistant before it is told that the answer comes later."""
_POLL = 0.05

_places: RunVar[CapacityLimiter | None] = RunVar("places for transactions", None)

Result = TypeVar("Result")


def limit_transactions(at_once: int) -> None:
    """Have `in_transaction` in this event loop run at most so many at once; the others wait in line."""
    _places.set(CapacityLimiter(at_once))


async def in_transaction(work: Callable[[Session], Result]) -> Result:
    """Run `work` with a session in a transaction of its own, off the event loop."""

    def run() -> Result:
        with transaction() as session:
            return work(session)

    return await to_thread.run_sync(run, limiter=_places.get())


class Turns:
    """Processes pending messages with the help of one Rasa client."""

    def __init__(self, rasa: RasaClient) -> None:
        self._rasa = rasa

    async def answer(self, conversation_id: UUID, message_id: int, claim: Claim | bool, deadline: float) -> Outcome:
        """Process the conversation's pending messages, oldest first, up to `message_id`; what its sender is told.

        `claim` is what `turn_store.claim_next` gave when the message was stored. Never raises for the assistant's
        faults: past `deadline` seconds, or when Rasa fails, the outcome is a notice and the message stays pending.
        """
        until = time.monotonic() + deadline
        while (left := until - time.monotonic()) > 0:
            if isinstance(claim, Claim):
                outcome = await self._turn(claim, left)
                if claim.message_id == message_id:
                    return outcome
                if outcome.pending:
                    break
            elif claim:
                await asyncio.sleep(min(_POLL, left))
            else:
                return await in_transaction(
                    lambda session: self._standing_outcome(session, conversation_id, message_id)
                )
            claim = await in_transaction(lambda session: turn_store.claim_next(session, conversation_id, deadline))
        if isinstance(claim, Claim):
            await self._postpone(claim, None)
        return await in_transaction(
            lambda session: turn_store.postpone(session, conversation_id, message_id, None, None)
        )

    async def drain(self, conversation_id: UUID, deadline: float = DEADLINE) -> None:
        """Process every pending message of the conversation, oldest first, until one fails or another turn is at it."""
        if self._rasa.away():
            await in_transaction(lambda session: turn_store.postpone_oldest(session, conversation_id))
            return
        while isinstance(
            claim := await in_transaction(lambda s: turn_store.claim_next(s, conversation_id, deadline)), Claim
        ):
            if (await self._turn(claim, deadline)).pending:
                return

    async def _turn(self, claim: Claim, deadline: float) -> Outcome:
        started = time.perf_counter()
        try:
            answer = await self._ask(claim, deadline)
        except RasaUnavailable:
            TURNS.labels(claim.channel, "unavailable").inc()
            return await self._postpone(claim, None)
        except RasaFault as fault:
            TURNS.labels(claim.channel, "fault").inc()
            log.warning("turn failed", extra={"conversation": claim.conversation_id, "fault": str(fault)})
            return await self._postpone(claim, str(fault))
        ASSISTANT_SECONDS.labels(claim.channel).observe(time.perf_counter() - started)
        outcome = await self._complete(claim, answer)
        TURNS.labels(claim.channel, "answered").inc()
        TURN_SECONDS.labels(claim.channel).observe(time.perf_counter() - started)
        return outcome

    async def _complete(self, claim: Claim, answer: Answer) -> Outcome:
        """Store the answer; a draft that cannot be saved never costs the person the answer."""
        try:
            return await in_transaction(lambda session: turn_store.complete(session, claim, answer))
        except Exception:
            log.exception("answer not stored with its draft", extra={"conversation": claim.conversation_id})
        return await in_transaction(lambda session: turn_store.complete(session, claim, answer, with_draft=False))

    async def _ask(self, claim: Claim, deadline: float) -> Answer:
        answer = None
        if claim.attempt > 1:
            answer = await self._rasa.recover(claim.conversation_id, str(claim.message_id), deadline)
        if answer is None:
            try:
                answer = await self._rasa.ask(claim.payload, deadline)
            except RasaLost as lost:
                answer = await self._ask_again(claim, deadline, lost)
        return answer if answer.replies else Answer((Reply(texts.SAY_IT_OTHERWISE),), answer.state)

    async def _ask_again(self, claim: Claim, deadline: float, lost: RasaLost) -> Answer:
        """After a broken connection: the answer, if it was made; else the question once more, to whoever is up."""
        try:
            answer = await self._rasa.recover(claim.conversation_id, str(claim.message_id), deadline)
            return answer or await self._rasa.ask(claim.payload, deadline)
        except RasaUnavailable:
            raise lost from None

    async def _postpone(self, claim: Claim, fault: str | None) -> Outcome:
        conversation_id = UUID(claim.conversation_id)
        return await in_transaction(
            lambda session: turn_store.postpone(session, conversation_id, claim.message_id, claim, fault)
        )

    @staticmethod
    def _standing_outcome(session: Session, conversation_id: UUID, message_id: int) -> Outcome:
        return turn_store.outcome(session, get(session, conversation_id), session.get_one(Message, message_id))
