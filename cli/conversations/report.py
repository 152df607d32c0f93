"""Results of conversations for people (text), programs (JSON) and build servers (JUnit)."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree

from cli.conversations.run import ConversationResult, TurnResult


def line_of(result: ConversationResult) -> str:
    """One line for one conversation."""
    mark = "ok  " if result.passed else "FAIL"
    conversation = result.conversation
    turns = f"{len(conversation.turns)} turn{'s' if len(conversation.turns) > 1 else ''}"
    return f"{mark}  {conversation.name}  ({turns}, {result.milliseconds:.0f} ms)"


def details_of(result: ConversationResult, *, whole: bool = False) -> str:
    """What went wrong, turn by turn; with `whole` every turn is shown."""
    lines = [f"{result.conversation.name}  ({result.conversation.where})"]
    for number, turn in enumerate(result.turns, start=1):
        if whole or turn.problems:
            lines.append(_turn_text(number, turn, result.conversation.file))
    if result.error:
        lines.append(f"  {result.error}")
    return "\n".join(lines)


def _turn_text(number: int, result: TurnResult, file: str) -> str:
    lines = [f"  turn {number}, {file}:{result.turn.line}", f"    > {result.turn.user}"]
    answer = result.reply.text or "(no text)"
    lines += [f"    {line}" if line else "" for line in answer.splitlines()]
    for problem in result.problems:
        lines.append(
            textwrap.fill(problem, 110, initial_indent="    - ", subsequent_indent="      ")
        )
    return "\n".join(lines)


def summary_of(results: Sequence[ConversationResult]) -> str:
    """The last line of a run, with the answer times of all turns."""
    passed = sum(result.passed for result in results)
    turns = sorted(turn.reply.milliseconds for r in results for turn in r.turns)
    text = f"{passed} of {len(results)} conversations passed, {len(turns)} turns"
    if turns:
        p95 = turns[min(len(turns) - 1, int(len(turns) * 0.95))]
        text += f", {turns[len(turns) // 2]:.0f} ms (p50), {p95:.0f} ms (p95) an answer"
    return text


def as_json(results: Sequence[ConversationResult]) -> dict[str, Any]:
    """Everything, for other programs; texts as they were received."""
    return {
        "passed": sum(result.passed for result in results),
        "failed": sum(not result.passed for result in results),
        "conversations": [_conversation_json(result) for result in results],
    }


def _conversation_json(result: ConversationResult) -> dict[str, Any]:
    conversation = result.conversation
    return {
        "name": conversation.name,
        "file": conversation.file,
        "line": conversation.line,
        "tags": list(conversation.tags),
        "passed": result.passed,
        "error": result.error,
        "turns": [
            {
                "line": turn.turn.line,
                "user": turn.turn.user,
                "text": turn.reply.text,
                "kind": (turn.reply.custom or {}).get("kind"),
                "milliseconds": round(turn.reply.milliseconds, 1),
                "problems": list(turn.problems),
            }
            for turn in result.turns
        ],
    }


def as_junit(results: Sequence[ConversationResult]) -> str:
    """A JUnit file: one suite for each file, one case for each conversation."""
    root = ElementTree.Element("testsuites")
    for file in dict.fromkeys(result.conversation.file for result in results):
        of_file = [result for result in results if result.conversation.file == file]
        suite = ElementTree.SubElement(
            root,
            "testsuite",
            name=file,
            tests=str(len(of_file)),
            failures=str(sum(not result.passed and not result.error for result in of_file)),
            errors=str(sum(bool(result.error) for result in of_file)),
            time=f"{sum(result.milliseconds for result in of_file) / 1000:.3f}",
        )
        for result in of_file:
            _junit_case(suite, result)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _junit_case(suite: ElementTree.Element, result: ConversationResult) -> None:
    conversation = result.conversation
    case = ElementTree.SubElement(
        suite,
        "testcase",
        classname=conversation.file,
        name=conversation.name,
        time=f"{result.milliseconds / 1000:.3f}",
    )
    if result.passed:
        return
    problems = [problem for turn in result.turns for problem in turn.problems]
    kind = "error" if result.error else "failure"
    message = result.error or problems[0]
    ElementTree.SubElement(case, kind, message=message).text = _xml_safe(details_of(result))


def _xml_safe(text: str) -> str:
    """Without the control characters that XML has no way to write."""
    return "".join(c for c in text if c in "\n\t" or ord(c) >= 32)
