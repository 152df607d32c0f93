"""The turns that the channel remembers: each message runs once, one at a time, in order.

A browser sends a message again when no answer came. The same id then gets the same answer, or
waits for it where the first is still being worked on. Memory is bounded three ways: turns of a
conversation, conversations, bytes; what has been silent longest is forgotten first.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Awaitable, Callable, Dict, List, NamedTuple, Optional, Tuple

from bot.sources import Sources, sources_of, without_sourced

Answers = List[Dict[str, Any]]
Run = Callable[[], Awaitable[Answers]]

TURNS = 40  # of a conversation
CONVERSATIONS = 5_000
BYTES = 64_000_000  # of answers, compressed
WAITING = 8  # messages of one conversation that are accepted and not answered yet
FORGOTTEN = 10_000  # conversations known to be forgotten, whose tokens are good no more


class IdReused(Exception):
    """The id belongs to another message of this conversation."""


class TooManyWaiting(Exception):
    """The conversation has enough messages that wait for their turn."""


class ConversationForgotten(Exception):
    """The person had the conversation forgotten."""


class AnswerNote(NamedTuple):
    """What feedback on an answer is stored with."""

    answer_id: str
    kind: Optional[str]
    knowledge_version: Optional[str]


@dataclass
class Turn:
    """A message and, once `task` is done, its answers."""

    n: int
    id: str
    message: str
    time: str  # ISO 8601, UTC
    task: "Optional[asyncio.Task[None]]" = None
    packed: bytes = b""  # what is sent: gzip over JSON
    notes: List[AnswerNote] = field(default_factory=list)
    sources: Sources = field(default_factory=Sources)  # what the answers were taken from

    @property
    def reply(self) -> Dict[str, Any]:
        """What the message brought: {"id", "n", "time", "epoch", "answers"}."""
        return json.loads(gzip.decompress(self.packed))

    def keep(self, answers: Answers, epoch: str) -> None:
        """Take the answers in."""
        reply = {"id": self.id, "n": self.n, "time": self.time, "epoch": epoch, "answers": answers}
        self.packed = gzip.compress(json.dumps(reply).encode(), compresslevel=4)
        payloads = [answer.get("custom") or {} for answer in answers]
        self.sources = sources_of(*payloads)
        self.notes = [
            AnswerNote(p["answer_id"], p.get("kind"), p.get("knowledge_version"))
            for p in payloads
            if p.get("answer_id")
        ]

    def withhold_outdated(self) -> None:
        """Replace answers from articles that have been changed or taken out since they were given."""
        if self.packed and self.sources.outdated:
            reply = self.reply
            self.keep(without_sourced(reply["answers"]), reply["epoch"])

    @property
    def size(self) -> int:
        """Bytes that it takes, roughly."""
        return len(self.packed) + 4 * len(self.message) + 500


@dataclass
class Conversation:
    """The turns of one conversation, oldest first."""

    turns: "OrderedDict[str, Turn]" = field(default_factory=OrderedDict)
    waiting: int = 0
    last: int = 0  # number of the last turn begun
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def finished(self) -> List[Turn]:
        """The turns that have answers."""
        return [turn for turn in self.turns.values() if turn.packed]


class Conversations:
    """What is remembered of all conversations."""

    def __init__(
        self, turns: int = TURNS, conversations: int = CONVERSATIONS, size: int = BYTES
    ) -> None:
        self.epoch = secrets.token_hex(8)  # of this memory: another one after a restart
        self._bounds = (turns, conversations, size)
        self._held: "OrderedDict[str, Conversation]" = OrderedDict()
        self._forgotten: "OrderedDict[str, None]" = OrderedDict()
        self._size = 0
        self._numbered = 0  # the highest number of all that was dropped

    def known(self, name: str, message_id: str) -> bool:
        """Return whether the message was accepted before."""
        return name in self._held and message_id in self._held[name].turns

    def is_forgotten(self, name: str) -> bool:
        """Return whether the person had the conversation forgotten."""
        return name in self._forgotten

    def take(self, name: str, message_id: str, message: str, run: Run) -> Turn:
        """Return the message's turn, begun now or earlier; await its `task` for the answers.

        The task goes on when the browser that sent the message is gone.

        Args:
            name: The conversation.
            message_id: The browser's name for this message.
            message: What the person wrote.
            run: Called once, when all earlier messages have been answered.

        Raises:
            IdReused: That id came with another message before.
            TooManyWaiting: Come again when some have been answered.
        """
        held = self._held.setdefault(name, Conversation())
        self._held.move_to_end(name)
        turn = held.turns.get(message_id)
        if turn is not None:
            if turn.message != message:
                raise IdReused
            self._withhold(turn)
            return turn
        if held.waiting >= WAITING:
            raise TooManyWaiting
        now = datetime.now(timezone.utc)
        # By the clock: numbers grow over a restart, too, and after a conversation was dropped.
        held.last = max(max(held.last, self._numbered) + 1, int(time.time() * 1000))
        turn = Turn(held.last, message_id, message, now.isoformat(timespec="milliseconds"))
        held.turns[message_id] = turn
        held.waiting += 1
        turn.task = asyncio.create_task(self._run(name, held, turn, run))
        turn.task.add_done_callback(lambda task: task.cancelled() or task.exception())  # seen here
        return turn

    def since(self, name: str, after: int) -> List[Turn]:
        """Return the answered turns with a number above `after`, oldest first."""
        held = self._held.get(name)
        turns = [turn for turn in held.finished if turn.n > after] if held else []
        for turn in turns:
            self._withhold(turn)
        return turns

    def find_answer(self, name: str, answer_id: str) -> Tuple[Optional[str], Optional[AnswerNote]]:
        """Return the question and the note of an answer; both None when not remembered."""
        held = self._held.get(name)
        for turn in reversed(held.turns.values()) if held else ():
            for note in turn.notes:
                if note.answer_id == answer_id:
                    return turn.message, note
        return None, None

    async def forget(self, name: str, forget_elsewhere: Callable[[], Awaitable[None]]) -> None:
        """Forget a conversation, here and elsewhere; its token is good no more.

        Messages that wait for their turn are not run; the one that is being worked on ends first.
        """
        self._forgotten[name] = None
        while len(self._forgotten) > FORGOTTEN:
            self._forgotten.popitem(last=False)
        held = self._held.get(name) or Conversation()
        async with held.lock:
            await forget_elsewhere()
            self._drop(name)

    def drop_answered(self, name: str) -> None:
        """Forget the turns that have answers; the conversation goes on."""
        held = self._held.get(name)
        for turn in held.finished if held else ():
            self._size -= held.turns.pop(turn.id).size

    def _withhold(self, turn: Turn) -> None:
        before = turn.size
        turn.withhold_outdated()
        self._size += turn.size - before

    async def _run(self, name: str, held: Conversation, turn: Turn, run: Run) -> None:
        try:
            async with held.lock:
                if self.is_forgotten(name):
                    raise ConversationForgotten
                turn.keep(await run(), self.epoch)
        except BaseException:
            held.turns.pop(turn.id, None)  # it may be sent again
            raise
        finally:
            held.waiting -= 1
        if self._held.get(name) is held:
            self._size += turn.size
            self._trim(held)

    def _trim(self, held: Conversation) -> None:
        turns, conversations, size = self._bounds
        finished = held.finished
        for turn in finished[: max(0, len(finished) - turns)]:
            self._size -= held.turns.pop(turn.id).size
        if len(self._held) <= conversations and self._size <= size:
            return
        for name in [name for name, one in self._held.items() if not one.waiting]:
            self._drop(name)
            if len(self._held) <= conversations and self._size <= size:
                break

    def _drop(self, name: str) -> None:
        held = self._held.pop(name, None)
        if held is not None:
            self._numbered = max(self._numbered, held.last)
            self._size -= sum(turn.size for turn in held.finished)
