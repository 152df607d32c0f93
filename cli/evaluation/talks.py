"""The parts that talk with running servers: whole conversations, and asking everything twice."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cli.conversations.cases import CaseError, Conversation, load_conversations
from cli.conversations.report import as_json
from cli.conversations.rest import BotUnreachable, Reply, RestBot, new_sender
from cli.conversations.run import ConversationResult
from cli.converse import hold_conversations
from cli.evaluation.part import ROOT, NotMeasured, Part, Setting

# What names the conversation or the answer itself, and is new each time.
_EACH_TIME = ("recipient_id", "answer_id")


def load_talks(setting: Setting) -> list[Conversation]:
    """The conversations of the dialogue files.

    Raises:
        NotMeasured: A file has mistakes.
    """
    try:
        return load_conversations([setting.dialogues])
    except CaseError as error:
        raise NotMeasured(str(error)) from error


def conversations(setting: Setting, url: str) -> Part:
    """Every conversation held with the bot at `url`, real actions and all."""
    return conversation_part(hold_conversations(load_talks(setting), url))


def conversation_part(results: Sequence[ConversationResult]) -> Part:
    """The share that came out right, each file's count, and the others turn by turn."""
    passed = sum(result.passed for result in results)
    turns = sum(len(result.turns) for result in results)
    numbers = {
        "count": float(len(results)),
        "turns": float(turns),
        "passed": passed / len(results) if results else 0.0,
    }
    files: dict[str, dict[str, int]] = {}
    for result in results:
        row = files.setdefault(Path(result.conversation.file).stem, {"held": 0, "failed": 0})
        row["held"] += 1
        row["failed"] += not result.passed
    failed = [_failed(result) for result in results if not result.passed]
    held = as_json(results)["conversations"]
    return Part("conversations", numbers, {"files": files, "failed": failed, "held": held})


def _failed(result: ConversationResult) -> dict[str, Any]:
    conversation = result.conversation
    return {
        "name": conversation.name,
        "where": _from_root(conversation.file) + f":{conversation.line}",
        "error": result.error,
        "unasked": [turn.user for turn in conversation.turns[len(result.turns) :]],
        "turns": [
            {
                "user": turn.turn.user,
                "text": turn.reply.text,
                "expected": dict(turn.turn.expect),
                "problems": list(turn.problems),
            }
            for turn in result.turns
        ],
    }


def _from_root(file: str) -> str:
    path = Path(file).absolute()
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name


def determinism(setting: Setting, url: str) -> Part:
    """Every message of the conversation files asked twice, each time as a first message."""
    turns = (turn.user for talk in load_talks(setting) for turn in talk.turns)
    return determinism_part(list(dict.fromkeys(turns)), url)


def determinism_part(questions: Sequence[str], url: str) -> Part:
    """The share of questions answered the same twice, to the byte.

    The second round goes backwards, so that what is remembered from one conversation for
    another shows, too.

    Args:
        questions: All different.
        url: Where the bot listens.

    Raises:
        NotMeasured: The bot does not answer.
    """
    bot = RestBot(url)
    try:
        first = {text: _bytes(bot.say(new_sender("again"), text)) for text in questions}
        second = {text: _bytes(bot.say(new_sender("again"), text)) for text in reversed(questions)}
    except BotUnreachable as error:
        raise NotMeasured(str(error)) from error
    finally:
        bot.close()
    changed = [text for text in questions if first[text] != second[text]]
    same = 1 - len(changed) / len(questions) if questions else 0.0
    numbers = {"questions": float(len(questions)), "same": same}
    details = {"changed": [_change(text, first[text], second[text]) for text in changed]}
    return Part("determinism", numbers, details)


def _bytes(reply: Reply) -> bytes:
    """An answer as it came, texts, payload, order of keys, without what is new each time."""
    return json.dumps([_lasting(m) for m in reply.messages], ensure_ascii=False).encode()


def _lasting(message: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in message.items() if key not in _EACH_TIME}
    if isinstance(kept.get("custom"), Mapping):
        kept["custom"] = {k: v for k, v in kept["custom"].items() if k not in _EACH_TIME}
    return kept


def _change(text: str, first: bytes, second: bytes) -> dict[str, str]:
    at = next((i for i, (a, b) in enumerate(zip(first, second)) if a != b), 0)
    near = slice(max(0, at - 80), at + 80)
    return {
        "text": text,
        "first": first[near].decode(errors="replace"),
        "second": second[near].decode(errors="replace"),
    }
