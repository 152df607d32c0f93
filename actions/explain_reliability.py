"""action_explain_reliability: how far the last answer can be trusted."""

from __future__ import annotations

from actions.answers import Answered
from actions.cite_source import cited_passages
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.sources import answer_reliability


class ActionExplainReliability(AnswerAction):
    """States the chain: the figure's site, by way of the article, and what that leaves open."""

    def name(self) -> str:
        return "action_explain_reliability"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        return answer_reliability(snapshot.knowledge, cited_passages(query, snapshot)), query.memory
