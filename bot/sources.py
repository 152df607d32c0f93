"""Which articles there are now, for what a channel remembers: an article that was taken out is not shown again.

The names file lists them and is written at each publication (knowledge/names_file.py).
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Mapping, Optional, Tuple

from actions.payload import plain_payload
from bot.paths import names_file

Answers = List[Dict[str, Any]]

TAKEN_OUT = (
    "This answer is no longer shown: an article that it was taken from is not among my sources any more. "
    "Please ask again."
)


def articles_now() -> Optional[FrozenSet[str]]:
    """Return the ids of all articles; None where that is not known."""
    path = names_file()
    try:
        status = path.stat()
        return _articles(path, (status.st_mtime_ns, status.st_ino))
    except (OSError, ValueError):
        return None


def cited_articles(payload: Mapping[str, Any]) -> FrozenSet[str]:
    """Return the ids of the articles that an answer shows anything of."""
    cited = {(c.get("article") or {}).get("id") for c in payload.get("citations") or ()}
    for part in ("roles", "not_stated", "near_misses", "polls", "passages"):
        cited |= {one.get("article_id") for one in payload.get(part) or ()}
    return frozenset(i for i in cited if i)


def is_taken_out(cited: FrozenSet[str]) -> bool:
    """Return whether one of some articles is there no more."""
    articles = articles_now() if cited else None
    return articles is not None and not cited <= articles


def without_taken_out(answers: Answers) -> Answers:
    """Return the answers, those from an article that was taken out replaced by a sentence."""
    return [_withheld(a) if is_taken_out(cited_articles(a.get("custom") or {})) else a for a in answers]


def _withheld(answer: Dict[str, Any]) -> Dict[str, Any]:
    payload = {**plain_payload("none", TAKEN_OUT), "answer_id": answer["custom"].get("answer_id") or ""}
    return {**answer, "text": TAKEN_OUT, "custom": payload}


@lru_cache(maxsize=2)
def _articles(path: Path, stamp: Tuple[int, int]) -> Optional[FrozenSet[str]]:
    listed = json.loads(path.read_text(encoding="utf-8")).get("articles")
    return None if listed is None else frozenset(listed)
