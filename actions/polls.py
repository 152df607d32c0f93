"""Finding a poll by its meaning, for the specialty asked for where its article reports polls."""

from __future__ import annotations

from actions.names import TOPIC_POLLS
from actions.query import Query
from actions.services import Snapshot
from knowledge.coverage import serving_specialties
from knowledge.facts import Poll

# A poll this near is taken. One that is only nearer than LEAST_SCORE is taken where the polls
# know every content word of the question: "regret" or "age" in it means that none was asked.
CERTAIN_SCORE = 0.6
LEAST_SCORE = 0.38
MARGIN = 0.04
NEAREST_SCORE = 0.45  # a poll that does not ask the question may still be worth showing, said to be only near
MOST_POLLS = 3
_OF_POLLS = frozenset("named cited gave said blame blamed mention mentioned percent percentage share poll".split())


def polls_about(query: Query, snapshot: Snapshot) -> list[Poll]:
    """The polls that a question is about, best first; empty when none comes near.

    A percentage in the question ("what is the 26 %?") names its polls outright.
    """
    named = {float(v) for v in query.values("percent")}
    if named:
        return [p for p in snapshot.knowledge.polls.values() if p.percent in named]
    if on_topic := _on_topic(query, snapshot):
        return on_topic
    again = asks_again(query)
    text = query.memory.question if again else query.text
    hits = [h for h in snapshot.polls.search(text) if _fits_specialty(h.poll, query, snapshot)]
    if not hits or not (_is_near(hits[0].score, query, snapshot) or (again and hits[0].score >= LEAST_SCORE)):
        return []
    return [h.poll for h in hits if h.score > hits[0].score - MARGIN][:MOST_POLLS]


def nearest_polls(query: Query, snapshot: Snapshot, question: str) -> list[Poll]:
    """The polls nearest to a question that none of them asks; empty where none is worth showing for it."""
    hits = [h for h in snapshot.polls.search(question) if _fits_specialty(h.poll, query, snapshot)]
    return [h.poll for h in hits if h.score >= max(NEAREST_SCORE, hits[0].score - MARGIN)][:MOST_POLLS]


def asks_again(query: Query) -> bool:
    """Whether a fragment only names another specialty for the poll last asked for: "and cardiologists?"."""
    fragment = query.refines and query.values("specialty") and not query.shape.leftover
    return bool(fragment and query.memory.topic == TOPIC_POLLS and query.memory.question)


def _on_topic(query: Query, snapshot: Snapshot) -> list[Poll]:
    """Every poll on a topic that the question names outright, and nothing else: "what % named burnout"."""
    words = [w for w in query.shape.leftover if w not in _OF_POLLS]
    if len(words) != 1:
        return []
    found = [p for p in snapshot.knowledge.polls.values() if words[0] in p.topics]
    return [p for p in found if _fits_specialty(p, query, snapshot)]


def _is_near(score: float, query: Query, snapshot: Snapshot) -> bool:
    if score >= CERTAIN_SCORE or score < LEAST_SCORE:
        return score >= CERTAIN_SCORE
    return snapshot.polls.knows(query.shape.leftover)


def _fits_specialty(poll: Poll, query: Query, snapshot: Snapshot) -> bool:
    wanted = set(serving_specialties(snapshot.knowledge, query.specialties))
    return not wanted or bool(wanted & set(snapshot.knowledge.articles[poll.article_id].specialties))
