"""An article that was taken out is not shown again from what a channel remembers."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any, Dict, List

import pytest

from bot import sources
from bot.channels.web.turns import Conversations

PAYLOADS = Path(__file__).resolve().parents[1] / "data" / "payloads"


def publish(names: Path, *articles: str) -> None:
    beside = names.with_suffix(".new")
    beside.write_text(json.dumps({"roles": {}, "articles": list(articles)}))
    beside.replace(names)


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The names file of a build folder of our own."""
    monkeypatch.setenv("WAYPOINT_BUILD_DIR", str(tmp_path))
    publish(tmp_path / "names.json", "sermo-cardiology", "sermo-oncology")
    return tmp_path / "names.json"


def of_oncology() -> Dict[str, Any]:
    for path in sorted(PAYLOADS.glob("*.json")):
        payload = json.loads(path.read_text(encoding="utf-8"))
        if sources.cited_articles(payload) == {"sermo-oncology"}:
            return payload
    raise AssertionError("no golden answer is of oncology alone")


def test_every_golden_answer_with_citations_has_its_articles() -> None:
    for path in PAYLOADS.glob("*.json"):
        payload = json.loads(path.read_text(encoding="utf-8"))
        assert bool(sources.cited_articles(payload)) == bool(payload["citations"]), path.name


def test_an_answer_is_withheld_once_its_article_is_gone(names: Path) -> None:
    payload = of_oncology()
    answers = [{"text": payload["text"], "custom": payload}]
    assert sources.without_taken_out(answers) == answers
    publish(names, "sermo-cardiology")
    (withheld,) = sources.without_taken_out(answers)
    assert withheld["text"] == withheld["custom"]["text"] == sources.TAKEN_OUT
    assert not sources.cited_articles(withheld["custom"])


@pytest.mark.parametrize("content", [None, "{}", "{"])
def test_nothing_is_withheld_where_the_articles_are_not_known(names: Path, content: str) -> None:
    if content is None:
        names.unlink()
    else:
        names.write_text(content)
    payload = of_oncology()
    answers = [{"text": payload["text"], "custom": payload}]
    assert sources.without_taken_out(answers) == answers


def test_neither_catching_up_nor_sending_again_brings_it_back(names: Path) -> None:
    payload = of_oncology()

    async def talk() -> None:
        held = Conversations()

        async def run() -> List[Dict[str, Any]]:
            return [{"text": payload["text"], "custom": payload}]

        turn = held.take("a", "m1", "hi", run)
        await turn.task
        assert held.since("a", 0)[0].reply["answers"][0]["custom"]["kind"] == payload["kind"]
        publish(names, "sermo-cardiology")
        again = held.take("a", "m1", "hi", run)
        for one in (again, held.since("a", 0)[0]):
            assert one.reply["answers"][0]["text"] == sources.TAKEN_OUT
            assert "oncolog" not in json.dumps(one.reply["answers"])
        assert held._size == again.size

    asyncio.run(talk())
