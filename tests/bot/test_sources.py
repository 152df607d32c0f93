"""What was changed or taken out is not shown again from what a channel remembers."""

from __future__ import annotations

import asyncio
import json
from itertools import count
from pathlib import Path
from typing import Any, Dict, List

import pytest

from actions.payload import plain_payload
from bot import sources
from bot.channels.web.turns import Conversations

PAYLOADS = Path(__file__).resolve().parents[1] / "data" / "payloads"


VERSIONS = count(1)
BOTH = {"sermo-cardiology": "c1", "sermo-oncology": "o1"}


def publish(names: Path, articles: Dict[str, str], version: str = "") -> str:
    version = version or f"v{next(VERSIONS)}"
    beside = names.with_suffix(".new")
    beside.write_text(json.dumps({"version": version, "roles": {}, "articles": articles}))
    beside.replace(names)
    return version


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The names file of a build folder of our own."""
    monkeypatch.setenv("WAYPOINT_BUILD_DIR", str(tmp_path))
    return tmp_path / "names.json"


def of_oncology(version: str) -> Dict[str, Any]:
    for path in sorted(PAYLOADS.glob("*.json")):
        payload = json.loads(path.read_text(encoding="utf-8"))
        if sources.cited_articles(payload) == {"sermo-oncology"}:
            return {**payload, "knowledge_version": version}
    raise AssertionError("no golden answer is of oncology alone")


def test_every_golden_answer_with_citations_has_its_articles() -> None:
    for path in PAYLOADS.glob("*.json"):
        payload = json.loads(path.read_text(encoding="utf-8"))
        assert bool(sources.cited_articles(payload)) == bool(payload["citations"]), path.name


@pytest.mark.parametrize(("after", "outdated"), [
    (BOTH, False),
    ({**BOTH, "another": "a1"}, False),
    ({**BOTH, "sermo-cardiology": "c2"}, False),
    ({"sermo-oncology": "o1"}, False),
    ({"sermo-cardiology": "c1"}, True),
    ({**BOTH, "sermo-oncology": "o2"}, True),
], ids=["as it was", "one more", "another changed", "another gone", "gone", "changed"])  # fmt: skip
def test_an_answer_is_outdated_once_its_article_is_gone_or_changed(
    names: Path, after: Dict[str, str], outdated: bool
) -> None:
    taken = sources.sources_of(of_oncology(publish(names, BOTH)))
    assert not taken.outdated
    publish(names, after)
    assert taken.outdated is outdated


def test_what_was_withheld_shows_nothing_of_an_article(names: Path) -> None:
    payload = of_oncology("v1")
    plain = {"text": "Hello.", "custom": {**payload, **plain_payload("smalltalk", "Hello.")}}
    withheld, kept = sources.without_sourced([{"text": payload["text"], "custom": payload}, plain])
    assert withheld["text"] == withheld["custom"]["text"] == sources.OUTDATED
    assert not sources.cited_articles(withheld["custom"])
    assert kept == plain


def test_an_answer_given_while_a_publication_was_under_way_counts_as_outdated(names: Path) -> None:
    """The names are written before the switch: they are not those of the version that answered."""
    old = publish(names, BOTH)
    new = publish(names, {**BOTH, "sermo-oncology": "o2"})
    taken = sources.sources_of(of_oncology(old))
    assert taken.outdated
    assert not sources.sources_of(of_oncology(new)).outdated
    publish(names, BOTH, old)  # the publication failed and was taken back
    assert not taken.outdated


@pytest.mark.parametrize("content", [None, "{}", "{"])
def test_nothing_is_withheld_where_the_articles_are_not_known(names: Path, content: str) -> None:
    taken = sources.sources_of(of_oncology(publish(names, BOTH)))
    if content is None:
        names.unlink()
    else:
        names.write_text(content)
    assert not taken.outdated


@pytest.mark.parametrize("after", [{"sermo-cardiology": "c1"}, {**BOTH, "sermo-oncology": "o2"}])
def test_neither_catching_up_nor_sending_again_brings_it_back(names: Path, after: Dict[str, str]) -> None:
    payload = of_oncology(publish(names, BOTH))

    async def talk() -> None:
        held = Conversations()

        async def run() -> List[Dict[str, Any]]:
            return [{"text": payload["text"], "custom": payload}]

        turn = held.take("a", "m1", "hi", run)
        await turn.task
        assert held.since("a", 0)[0].reply["answers"][0]["custom"]["kind"] == payload["kind"]
        publish(names, after)
        again = held.take("a", "m1", "hi", run)
        for one in (again, held.since("a", 0)[0]):
            assert one.reply["answers"][0]["text"] == sources.OUTDATED
            assert "oncolog" not in json.dumps(one.reply["answers"])
        assert held._size == again.size

    asyncio.run(talk())
