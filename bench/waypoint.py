"""Waypoint itself as a bot to measure: the servers of `waypoint serve` on free ports."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bench.bots import LOOPBACK, free_port
from bench.runs import Subject
from bench.web import UNLIMITED
from cli.servers import ROOT, Address, action_server, rasa_server

# One of each kind of answer; all of them are cited, as the goal for whole turns asks.
CITED_QUESTIONS = {
    "roles by filters": "remote roles for a cardiologist over $150k",
    "pay of a role": "how much does an MSL make?",
    "comparison": "MSL or medical director for onc?",
    "reasons": "why do oncologists leave practice?",
    "polls": "how many physicians are not considering a career change?",
    "open question": "how does a chart reviewer become an executive?",
}


def waypoint_subject(main_python: Path, rasa_python: Path, logs: Path) -> Subject:
    """Waypoint as it is served, with Rasa's HTTP API open to this machine for the measuring.

    Args:
        main_python: Python of the action server.
        rasa_python: Python with Rasa.
        logs: Folder for the servers' output.
    """
    address = Address(LOOPBACK, free_port(), free_port())
    rasa, actions = rasa_server(address), action_server(address)
    rasa_line = [str(rasa_python), *rasa.command[1:], "--enable-api"]
    actions_line = [str(main_python), *actions.command[1:]]
    unlimited = {**rasa.environment, **UNLIMITED}
    rasa = replace(rasa, name="Rasa", command=rasa_line, log=logs / "rasa.log", environment=unlimited)
    actions = replace(actions, name="action server", command=actions_line, log=logs / "actions.log")
    actions_url = f"http://{LOOPBACK}:{address.action_port}"
    return Subject("Waypoint", [actions, rasa], ROOT, address.url, CITED_QUESTIONS, actions_url, web=True)
