"""Running conversations against a bot: one after the other, interleaved, or at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from cli.conversations.cases import Conversation, Turn
from cli.conversations.expectations import failed_expectations
from cli.conversations.invariants import CONTRACT, Answer, broken_invariants
from cli.conversations.rest import BotUnreachable, Reply, RestBot, new_sender

MOST_PAGES = 12
_PAGED = ("roles", "near_misses", "not_stated")


@dataclass(frozen=True)
class TurnResult:
    """What one turn brought back and what is wrong with it."""

    turn: Turn
    reply: Reply
    problems: tuple[str, ...]


@dataclass
class ConversationResult:
    """The turns of one conversation so far; `error` says why it could not go on."""

    conversation: Conversation
    turns: list[TurnResult] = field(default_factory=list)
    error: str | None = None

    @property
    def passed(self) -> bool:
        """Whether every turn was as expected, to the last one."""
        return self.error is None and not any(result.problems for result in self.turns)

    @property
    def milliseconds(self) -> float:
        """How long the bot took over all turns."""
        return sum(result.reply.milliseconds for result in self.turns)

    @property
    def answers(self) -> list[str]:
        """The texts, for telling whether a second run answers the same."""
        return [result.reply.text for result in self.turns]


class _Talk:
    """One conversation on its way, with a sender of its own."""

    def __init__(self, conversation: Conversation, bot: RestBot) -> None:
        self.result = ConversationResult(conversation)
        self._bot = bot
        self._sender = new_sender()
        self._left = list(conversation.turns)

    def step(self) -> bool:
        """Says the next turn; False once there is none or the bot no longer answers."""
        if not self._left:
            return False
        turn = self._left.pop(0)
        try:
            replies = self._ask(turn)
        except BotUnreachable as error:
            self.result.error = f"turn {len(self.result.turns) + 1}: {error}"
            return False
        self.result.turns.append(TurnResult(turn, replies[-1], tuple(self._judge(turn, replies))))
        return bool(self._left)

    def _ask(self, turn: Turn) -> list[Reply]:
        replies = [self._bot.say(self._sender, turn.user)]
        while turn.read_on and _has_more(replies[-1]) and len(replies) < MOST_PAGES:
            replies.append(self._bot.say(self._sender, "more"))
        return replies

    def _judge(self, turn: Turn, replies: Sequence[Reply]) -> list[str]:
        conversation = self.result.conversation
        said = (*(result.turn.user for result in self.result.turns), turn.user)
        problems: list[str] = []
        if conversation.contract == CONTRACT:
            for reply in replies:
                problems += broken_invariants(Answer(reply, said, conversation.facts))
        whole = replies[0] if len(replies) == 1 else _as_one(replies)
        return problems + failed_expectations(turn.expect, Answer(whole, said, conversation.facts))


def _has_more(reply: Reply) -> bool:
    page = (reply.custom or {}).get("page") or {}
    return bool(page) and page.get("last", 0) < page.get("total", 0)


def _as_one(replies: Sequence[Reply]) -> Reply:
    """The pages of a list as if they had been one answer."""
    payload: dict[str, Any] = dict(replies[0].custom or {})
    for name in _PAGED:
        entries: dict[str, Mapping[str, Any]] = {}
        for reply in replies:
            for role in (reply.custom or {}).get(name) or ():
                entries.setdefault(str(role.get("id")), role)
        payload[name] = list(entries.values())
    payload["citations"] = [
        c for reply in replies for c in (reply.custom or {}).get("citations", ())
    ]
    text = "\n".join(reply.text for reply in replies)
    return Reply(({"text": text, "custom": payload},), max(r.milliseconds for r in replies))


def run_one_by_one(
    conversations: Iterable[Conversation],
    connect: Callable[[], RestBot],
    done: Callable[[ConversationResult], None] = lambda result: None,
) -> list[ConversationResult]:
    """Each conversation from its first to its last turn before the next begins."""
    bot = connect()
    results = []
    for conversation in conversations:
        results.append(_finish(_Talk(conversation, bot)))
        done(results[-1])
    bot.close()
    return results


def run_interleaved(
    conversations: Iterable[Conversation],
    connect: Callable[[], RestBot],
    done: Callable[[ConversationResult], None] = lambda result: None,
) -> list[ConversationResult]:
    """Turn one of every conversation, then turn two of every one, and so on."""
    bot = connect()
    talks = [_Talk(conversation, bot) for conversation in conversations]
    active = talks
    while active:
        going = [(talk, talk.step()) for talk in active]
        for talk, more in going:
            if not more:
                done(talk.result)
        active = [talk for talk, more in going if more]
    bot.close()
    return [talk.result for talk in talks]


def run_at_once(
    conversations: Sequence[Conversation],
    connect: Callable[[], RestBot],
    done: Callable[[ConversationResult], None] = lambda result: None,
    workers: int = 8,
) -> list[ConversationResult]:
    """Conversations held by several people at the same moment.

    Args:
        conversations: What to run.
        connect: Makes one connection for each person.
        done: Called when a conversation is over, from that conversation's thread.
        workers: How many people.
    """

    def hold(conversation: Conversation) -> ConversationResult:
        bot = connect()
        result = _finish(_Talk(conversation, bot))
        bot.close()
        done(result)
        return result

    with ThreadPoolExecutor(max_workers=workers) as pool:
        return list(pool.map(hold, conversations))


def _finish(talk: _Talk) -> ConversationResult:
    while talk.step():
        pass
    return talk.result


def changed_answers(
    first: Sequence[ConversationResult], second: Sequence[ConversationResult]
) -> list[str]:
    """Where the same question was not answered the same twice."""
    changes = []
    for one, other in zip(first, second, strict=True):
        pairs = zip_longest(one.answers, other.answers)
        for number, (before, after) in enumerate(pairs, start=1):
            if before != after:
                changes.append(
                    f"{one.conversation.name}, turn {number}: the answer differs in a second run"
                )
    return changes
