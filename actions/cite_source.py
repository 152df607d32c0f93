"""action_cite_source: where the last answer comes from."""

from __future__ import annotations

from actions.answers import beyond_the_list
from actions.asked_roles import asked_roles
from actions.open_questions import Answered
from actions.query import Query
from actions.respond import AnswerAction
from actions.services import Snapshot
from knowledge.answering.figures import names_figure
from knowledge.answering.sources import answer_sources


class ActionCiteSource(AnswerAction):
    """Shows the passages behind the last answer, or behind the roles that the question names."""

    def name(self) -> str:
        return "action_cite_source"

    def answer(self, query: Query, snapshot: Snapshot) -> Answered:
        if beyond := beyond_the_list(query):  # "the 2nd, source?", of a list of one
            return beyond
        cited = cited_passages(query, snapshot)
        return answer_sources(snapshot.knowledge, cited), query.memory


def cited_passages(query: Query, snapshot: Snapshot) -> list[str]:
    """Passage ids: of the figure or the roles named, else those that the last answer cited."""
    named = [f.pay for f in query.filters if f.name == "pay" and f.pay.op == "=" and not f.negated]
    figures = snapshot.knowledge.figures.values()
    stated = [f.passage_id for f in figures if any(names_figure(f, bound) for bound in named)]
    if stated:  # "how did they arrive at 273k"
        return list(dict.fromkeys(stated))
    shares = {float(value) for value in query.values("percent")}
    if polled := [p.passage_id for p in snapshot.knowledge.polls.values() if p.percent in shares]:
        return list(dict.fromkeys(polled))  # "is the 95% real"
    if query.kinds or query.first("ordinal"):
        roles, _, _ = asked_roles(query, snapshot)
        stated = [f.passage_id for role in roles for f in role.figures]
        return stated or [role.passage_ids[0] for role in roles]
    return [p for p in query.memory.cited if p in snapshot.knowledge.passages]
