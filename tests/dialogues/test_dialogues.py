"""The conversation files themselves, and the conversations with a bot that runs.

Set WAYPOINT_URL to the address of a running bot to hold them; without it only the files
and the table of facts are checked.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from cli.conversations.answer import numbers, plain
from cli.conversations.cases import Conversation, load_conversations
from cli.conversations.facts import Facts
from cli.conversations.report import details_of
from cli.converse import hold_conversations

FOLDER = Path(__file__).parent
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
CHAINS = "chains.yml"
SOURCE_OF = {
    "sermo-cardiology": "000_*.txt",
    "sermo-rheumatology": "001_*.txt",
    "sermo-oncology": "002_*.txt",
}


@pytest.fixture(scope="module")
def conversations() -> list[Conversation]:
    return load_conversations([FOLDER])


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts.load(FOLDER / "facts.yml")


def test_there_are_enough_conversations(conversations: list[Conversation]) -> None:
    per_file = Counter(Path(c.file).name for c in conversations)

    chains = per_file.pop(CHAINS)
    assert chains >= 30
    assert sum(per_file.values()) >= 45


def test_chains_have_five_turns(conversations: list[Conversation]) -> None:
    chains = [c for c in conversations if Path(c.file).name == CHAINS]

    assert {len(chain.turns) for chain in chains} == {5}


def test_every_conversation_keeps_contract_and_facts(conversations: list[Conversation]) -> None:
    for conversation in conversations:
        assert conversation.contract == "answer/1", conversation.where
        assert conversation.facts.roles, conversation.where


def test_expected_figures_are_facts(conversations: list[Conversation], facts: Facts) -> None:
    """A slip of the pen in an expectation would make a right bot fail."""
    known = [role["figure"] for role in facts.roles if role["figure"]]
    for conversation in conversations:
        for turn in conversation.turns:
            for figure in turn.expect.get("figures", ()):
                assert any(_agrees(figure, fact) for fact in known), (
                    f"{conversation.where}: {figure}"
                )


def _agrees(figure: dict, fact: dict) -> bool:
    if numbers(figure["as_written"]) != numbers(fact["as_written"]):
        return False
    keys = [key for key in ("statistic", "unit", "attributed_to") if key in figure]
    return all(figure[key] == fact[key] for key in keys)


def test_facts_have_all_roles_figures_and_polls(facts: Facts) -> None:
    assert len(facts.roles) == 35
    assert sum(bool(role["figure"]) for role in facts.roles) == 30
    assert len(facts.polls) == 21


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the source articles are not at hand")
def test_facts_stand_in_the_source_articles(facts: Facts) -> None:
    for role in facts.roles:
        if role["figure"]:
            fact, entry = role["figure"], _entry(role)
            assert plain(fact["as_written"]) in plain(entry), role
            assert fact["attributed_to"] in entry, role
            assert fact["statistic"] in entry.casefold(), role
            assert plain(fact.get("qualifier") or "") in plain(entry), role
    for poll in facts.polls:
        assert re.search(rf"\b{poll['percent']}%", _source(poll["article"])), poll


def _source(article: str) -> str:
    return next(SEEDS.glob(SOURCE_OF[article])).read_text(encoding="utf-8")


def _entry(role: dict) -> str:
    """The lines of a role in its article: from its heading to the line with its pay."""
    lines = _source(role["article"]).splitlines()
    title = plain(role["title"])
    start = next(n for n, line in enumerate(lines) if title in plain(line) and len(line) < 80)
    return "\n".join(lines[start : start + 3])


@pytest.mark.server
@pytest.mark.slow
@pytest.mark.skipif("WAYPOINT_URL" not in os.environ, reason="WAYPOINT_URL names no running bot")
@pytest.mark.parametrize("mode", ["one-by-one", "interleaved", "at-once"])
def test_conversations_come_out_right(conversations: list[Conversation], mode: str) -> None:
    results = hold_conversations(conversations, os.environ["WAYPOINT_URL"], mode=mode)

    failed = [details_of(result) for result in results if not result.passed]
    assert not failed, "\n\n".join(failed)
