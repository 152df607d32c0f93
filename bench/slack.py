"""How long Slack waits: for the acknowledgement (it allows 3 s) and for the answer.

The real channel and the real slack_sdk, with signed requests and a stand-in for Slack on this
machine; what the network to Slack adds is not in it. `python -m bench.slack` measures only this.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench.bots import running
from bench.measures import Times
from bench.phrasings import phrasings
from bench.report import latency_table
from bench.waypoint import waypoint_subject
from cli.conversations.slack import SlackTalk, slack_environment
from cli.conversations.slack_stand_in import SlackStandIn
from cli.servers import ROOT
from knowledge.settings import Settings

WARM_UP = 12


def measure_slack(rasa_python: Path, logs: Path, calls: int) -> dict[str, Times]:
    """Start Waypoint with the stand-in for Slack, ask, and stop it.

    Args:
        rasa_python: Python with Rasa.
        logs: Folder for the servers' output.
        calls: How often is asked in each way.

    Returns:
        Milliseconds from the request to its acknowledgement and to the answer's arrival.

    Raises:
        BenchError: The servers did not start.
        BotUnreachable: A question got no answer.
    """
    with SlackStandIn() as slack:
        environment = slack_environment(slack.port)
        subject = waypoint_subject(Path(sys.executable), rasa_python, logs)
        *others, rasa = subject.servers
        rasa = replace(rasa, environment={**rasa.environment, **environment})
        questions = list(subject.questions.values())
        with running([*others, rasa], subject.folder, subject.url, questions[0]):
            talk = SlackTalk(subject.url, environment["WAYPOINT_SLACK_SIGNING_SECRET"], slack)
            found = _ask_all(talk, slack, questions, calls)
            talk.close()
    return found


def _ask_all(talk: SlackTalk, slack: SlackStandIn, questions: list[str], calls: int) -> dict[str, Times]:
    ways = {"message": talk.send_message, "/waypoint": talk.send_command}
    wordings = [phrasings(question) for question in questions]
    taken: dict[str, list[float]] = {}
    for number in range(WARM_UP + calls):
        for way, send in ways.items():
            question = next(wordings[number % len(wordings)])
            acknowledged, answered = _ask(slack, send, f"D{way[1:].upper()}{number}", question)
            if number >= WARM_UP:
                taken.setdefault(f"{way}: acknowledged", []).append(acknowledged)
                taken.setdefault(f"{way}: answered", []).append(answered)
    return {name: Times(tuple(times)) for name, times in taken.items()}


def _ask(slack: SlackStandIn, send: Callable[[str, str], float], channel: str, question: str) -> tuple[float, float]:
    before, began = len(slack.taken()), time.monotonic()
    acknowledged = send(channel, question)
    calls = slack.wait(lambda taken: len(taken) > before, seconds=30)
    return acknowledged, (calls[before].time - began) * 1000


def main() -> None:
    """Print the table."""
    rasa_python = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".venv-rasa" / "bin" / "python"
    logs = Settings.from_environment().build_dir / "bench" / "logs"
    print(latency_table(measure_slack(rasa_python, logs, calls=100)))


if __name__ == "__main__":
    main()
