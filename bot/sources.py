"""Which articles there are now, for what a channel remembers: nothing of an earlier edition is shown again.

An article's edition stands for everything that it says. The names file lists the editions of the
knowledge version that it belongs to, and is written at each publication (knowledge/names_file.py).
An article that was taken out has none; one that lost a figure has another.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, FrozenSet, Iterable, List, Mapping, NamedTuple, Optional, Tuple

from actions.payload import plain_payload
from bot.paths import names_file

Answers = List[Dict[str, Any]]

OUTDATED = (
    "This answer is no longer shown: an article that it was taken from has been changed or taken out since. "
    "Please ask again."
)


class Sources(NamedTuple):
    """What an answer was taken from: pairs of a knowledge version, an article and its edition; "" is not known."""

    editions: FrozenSet[Tuple[str, str, str]] = frozenset()

    @property
    def outdated(self) -> bool:
        """Whether an article is there no more, or says something else now."""
        now = _editions_now() if self.editions else None
        if now is None:
            return False
        version, editions = now
        return any(v != version and (not e or editions.get(article) != e) for v, article, e in self.editions)


def sources_of(*payloads: Mapping[str, Any]) -> Sources:
    """Return what some answers were taken from, to be called when they are given.

    An answer of another version than the names file's was given in the moment of a publication:
    which editions it saw is not known, so it counts as outdated unless that version is in force again.
    """
    version, editions = _editions_now() or ("", {})
    return Sources(frozenset(
        (of, article, editions.get(article, "") if of == version else "")
        for payload in payloads
        for of in [payload.get("knowledge_version") or ""]
        for article in cited_articles(payload)
    ))


def cited_articles(payload: Mapping[str, Any]) -> FrozenSet[str]:
    """Return the ids of the articles that an answer shows anything of."""
    cited = {(c.get("article") or {}).get("id") for c in payload.get("citations") or ()}
    for part in ("roles", "not_stated", "near_misses", "polls", "passages"):
        cited |= {one.get("article_id") for one in payload.get(part) or ()}
    return frozenset(i for i in cited if i)


def without_sourced(answers: Answers) -> Answers:
    """Return the answers to one message, once it is outdated: those that show anything of an article are withheld."""
    return [_withheld(a) if cited_articles(a.get("custom") or {}) else a for a in answers]


def _withheld(answer: Dict[str, Any]) -> Dict[str, Any]:
    payload = {**plain_payload("none", OUTDATED), "answer_id": answer["custom"].get("answer_id") or ""}
    return {**answer, "text": OUTDATED, "custom": payload}


def _editions_now() -> Optional[Tuple[str, Mapping[str, str]]]:
    """The version in force and its editions by article; None where that is not known."""
    path = names_file()
    try:
        status = path.stat()
        return _editions(path, (status.st_mtime_ns, status.st_ino))
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=2)
def _editions(path: Path, stamp: Tuple[int, int]) -> Optional[Tuple[str, Mapping[str, str]]]:
    names = json.loads(path.read_text(encoding="utf-8"))
    listed: Optional[Iterable[str]] = names.get("articles")
    if listed is None:
        return None
    return names.get("version") or "", listed if isinstance(listed, dict) else dict.fromkeys(listed, "")
