"""action_explain_reliability: how far the last answer can be trusted."""

from __future__ import annotations

import re

from actions.cite_source import cited_passages
from actions.open_questions import Answered, abroad, open_question
from actions.query import Query
from actions.respond import AnswerAction
from actions.role_questions import why_different
from actions.services import Snapshot
from knowledge.answering.sources import answer_reliability

_ASKS_TIME = re.compile(r"\bhow (?:long|soon|fast|quickly)\b(?! ago)", re.IGNORECASE)  # the work's, not the figure's


class ActionExplainReliability(AnswerAction):
    """States the chain: the figure's site, by way of the article, and what that leaves open."""

    def name(self) -> str:
        return "action_explain_reliability"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        if query.first("unstated_wish") or _ASKS_TIME.search(query.text):
            return open_question(query, snapshot)
        if differing := why_different(query, snapshot):
            return differing
        answer = answer_reliability(snapshot.knowledge, cited_passages(query, snapshot))
        return abroad(query, snapshot) or (answer, query.memory)
