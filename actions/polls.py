"""Finding a poll by its meaning: the passages that hold polls, then the words of each answer."""

from __future__ import annotations

import re

from actions.query import Query
from actions.services import Snapshot
from knowledge.facts import Poll

_COMMON = frozenset(
    "a about an and are as at be by do does for from had has have how i in is it many much my of on"
    " or out percent percentage physician physicians doctor doctors poll polls said say share survey"
    " than that the their them they this to was were what which who with number most".split()
)
_NEAREST = 8


def polls_about(query: Query, snapshot: Snapshot) -> list[Poll]:
    """The polls that a question is about, best first; empty when none fits.

    A percentage in the question ("what is the 26 %?") names its polls outright.
    """
    knowledge = snapshot.knowledge
    named = {float(v) for v in query.values("percent")}
    if named:
        return [p for p in knowledge.polls.values() if p.percent in named]
    holding = {p.passage_id for p in knowledge.polls.values()}
    hits = snapshot.retriever.search(query.text, allowed=holding, top_k=_NEAREST)
    rank = {hit.passage_id: place for place, hit in enumerate(hits)}
    asked = _words(query.text)
    scored = [
        (len(asked & _words(f"{p.statement} {p.question} {' '.join(p.topics)}")), p)
        for p in knowledge.polls.values()
        if p.passage_id in rank and _fits_specialty(p, query, snapshot)
    ]
    best = max((score for score, _ in scored), default=0)
    if best == 0:
        return []
    chosen = [(rank[p.passage_id], p) for score, p in scored if score == best]
    return [p for _, p in sorted(chosen, key=lambda pair: pair[0])][:3]


def _fits_specialty(poll: Poll, query: Query, snapshot: Snapshot) -> bool:
    article = snapshot.knowledge.articles[poll.article_id]
    wanted = set(query.specialties)
    return not wanted & set(_covered(snapshot)) or bool(wanted & set(article.specialties))


def _covered(snapshot: Snapshot) -> list[str]:
    return [s for a in snapshot.knowledge.articles.values() for s in a.specialties]


def _words(text: str) -> set[str]:
    """Content words, cut to six letters so that "leaving" meets "leave"-like forms."""
    words = re.findall(r"[a-z]+", text.lower())
    return {w[:5] for w in words if w not in _COMMON and len(w) > 2}
