"""Open questions: a poll where a share is asked for, the passages that answer, or a refusal."""

from __future__ import annotations

import re
from typing import Optional, Sequence

from actions.getting_in import getting_in
from actions.memory import Memory
from actions.names import TOPIC_PAY, TOPIC_POLLS, TOPIC_QUESTION, TOPIC_ROLE, TOPIC_ROLES
from actions.polls import asks_again, nearest_polls, polls_about
from actions.query import Query
from actions.services import Snapshot
from actions.silence import no_article_for, silent, unserved, word_not_said
from index.retriever import AnswerStatus, Evidence
from knowledge.answering.answer import Answer, Block
from knowledge.answering.passages import answer_not_covered, answer_passages
from knowledge.answering.phrases import joined
from knowledge.answering.reasons import answer_no_poll, answer_polls
from knowledge.facts import KnowledgeBase
from knowledge.filters import specialty_title
from knowledge.language.geography import is_in_us

Answered = tuple[Answer, Memory]
NOT_ASKED = "No poll here asks exactly that; what comes nearest:"
_SHARE = re.compile(r"%|\b(?:per ?cent\w*|pct|share|proportion|fraction|portion)\b", re.IGNORECASE)
_ASKS_NEED = re.compile(r"\b(?:need(?:s|ed)?|requir\w+|necessary|have to have|must (?:i|you|one)|mandatory|worth|"
                        r"should (?:i|we|one))\b", re.IGNORECASE)
_OF_NEED = re.compile(
    r"\b(?:need\w*|requir\w+|must|necessary|without|prefer\w*|qualif\w+|helps?|expect\w*|enough|only|harder)\b",
    re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
SHORT_WORD = 3  # letters
MOST_REMEMBERED = 300  # characters of a question


def abroad(query: Query, snapshot: Optional[Snapshot] = None) -> Optional[Answered]:
    """A refusal where a question is about another country, or a state or city."""
    places = [m for m in query.mentions if m.kind == "geography" and m.value != "us"]
    if not places:
        return None
    about = [m.value.replace("-", " ").title() for m in places]
    answer = answer_not_covered(about, knowledge=snapshot.knowledge if snapshot else None)
    return answer, query.memory.after_refusal()


def is_search_at_home(query: Query, topic: str) -> bool:
    """Whether a place stands beside what can be answered without it: "in texas, remote jobs", "CMO pay in Boston"."""
    if query.kinds and topic in (TOPIC_PAY, TOPIC_ROLE) and all(map(is_in_us, query.values("geography"))):
        return True
    wishes = query.values("specialty") or query.asks_properties
    return topic == TOPIC_ROLES and bool(wishes) and not query.kinds


def open_question(query: Query, snapshot: Snapshot) -> Answered:
    """Anything else: a poll if a share is asked for, the passages that answer it, or a refusal."""
    if asks_share(query) and (found := polls_about(query, snapshot)):
        answer = answer_polls(snapshot.knowledge, found, asked=query.specialties)
        return answer, query.memory.after(answer, topic=TOPIC_POLLS, kinds=(), question=_poll_question(query))
    pointed = [snapshot.knowledge.roles[i].title for i in query.role_ids[:1]]
    asked = [query.memory.question] if leans_on_question(query) else []
    evidence = snapshot.retriever.evidence(" ".join([*asked, query.text, *pointed]))
    if evidence.status is not AnswerStatus.FOUND or _misses_a_wish(query, snapshot, evidence):
        return getting_in(query, snapshot) or silent(query, snapshot)
    telling = _telling_passages(query, snapshot, evidence)
    if without := unserved(query, snapshot):  # another specialty's passages are not what was asked
        telling = [p for p in telling if not _written_for(p, snapshot.knowledge)]
        if not telling:
            return getting_in(query, snapshot) or no_article_for(query, snapshot, without)
    if not_said := word_not_said(query, snapshot, telling):
        return not_said
    answer = answer_passages(snapshot.knowledge, telling)
    if without:
        answer.blocks.insert(0, Block("notice", f"No article is about {joined(list(map(specialty_title, without)))}; "
                                                "this is from the one for any physician."))
    elif elsewhere := _said_elsewhere(query, telling, snapshot.knowledge):
        answer.blocks.insert(0, Block("notice", elsewhere))
    question = " ".join([*asked, query.text])[:MOST_REMEMBERED]
    return answer, query.memory.after(answer, topic=TOPIC_QUESTION, question=question)


def leans_on_question(query: Query) -> bool:
    """Whether a message only makes sense with the last open question: "which one pays more", "can I do both"."""
    before = query.memory.topic == TOPIC_QUESTION and query.memory.question
    named = any(m.kind not in ("reference", "cue", "count", "order", "ordinal") for m in query.mentions)
    return bool(before) and not named and not query.shape.leftover


def polls(query: Query, snapshot: Snapshot) -> Answered:
    """A percentage found by its meaning, with the polls that look alike."""
    found, notice = polls_about(query, snapshot), ""
    asked = _poll_question(query)
    if not found and _SHARE.search(asked) and not query.kinds:
        found, notice = nearest_polls(query, snapshot, asked), NOT_ASKED
        if not found:
            answer = answer_no_poll()
            return answer, query.memory.after(answer, topic=TOPIC_POLLS, kinds=(), question=asked)
    if not found:
        return open_question(query, snapshot)
    answer = answer_polls(snapshot.knowledge, found, filters=(), asked=query.specialties, notice=notice)
    return answer, query.memory.after(answer, topic=TOPIC_POLLS, kinds=(), question=_poll_question(query))


def _poll_question(query: Query) -> str:
    """What a later "and cardiologists?" asks again."""
    return query.memory.question if asks_again(query) else query.text[:MOST_REMEMBERED]


def asks_share(query: Query) -> bool:
    """Whether a number of people is asked for: "how many", "what percentage", "the survey"."""
    return bool(query.values("percent")) or bool(
        re.search(r"\b(how many|pct|percent\w*|share|proportion|polls?|polled|surveys? (said|show|ask)\w*)\b",
                  query.text.lower())
    )


def _misses_a_wish(query: Query, snapshot: Snapshot, evidence: Evidence) -> bool:
    """Whether a question turns on a thing that none of the passages found speaks of."""
    passages = [snapshot.knowledge.passages[h.passage_id].text for h in evidence.hits]
    if query.wishes and _ASKS_NEED.search(query.text):  # that an MBA can be paid for does not say that it is needed
        passages = [s for text in passages for s in _SENTENCE_END.split(text) if _OF_NEED.search(s)]
    return bool(query.wishes) and not any(_speaks_of(query, text) for text in passages)


def _speaks_of(query: Query, text: str) -> bool:
    """Whether a passage holds every wish that no attribute states, by the first letters of its words."""
    wishes = [m.text.lower().split() for m in query.mentions if m.kind == "unstated_wish"]
    telling = [[w for w in wish if len(w) > SHORT_WORD] or wish for wish in wishes]  # of "go to court", court
    return bool(telling) and all(word[:4] in text.lower() for wish in telling for word in wish)


def _of_specialties(
    passage_ids: Sequence[str], specialties: Sequence[str], knowledge: KnowledgeBase
) -> list[str]:
    """Without the passages about other specialties, where one is about a specialty asked for."""
    written_for = [_written_for(p, knowledge) for p in passage_ids]
    if not any(asked & set(specialties) for asked in written_for):
        return list(passage_ids)
    return [p for p, asked in zip(passage_ids, written_for) if not asked or asked & set(specialties)]


def _said_elsewhere(query: Query, passage_ids: Sequence[str], knowledge: KnowledgeBase) -> str:
    """That a wish is spoken of in another specialty's article than the one asked for; "" where it is not so."""
    written_for = set().union(*(_written_for(p, knowledge) for p in passage_ids))
    asked = [s for s in query.specialties if s != "any"]
    if not query.wishes or not asked or not written_for or written_for & set(asked):
        return ""
    mine = joined([specialty_title(s) for s in asked], "or")
    others = joined([specialty_title(s) for s in sorted(written_for)])
    return f"The article for {mine} does not say; this is from the one for {others}:"


def _written_for(passage_id: str, knowledge: KnowledgeBase) -> set[str]:
    """The specialties of a passage's article; none where it is for any physician."""
    return set(knowledge.articles[knowledge.passages[passage_id].article_id].specialties)


def _telling_passages(query: Query, snapshot: Snapshot, evidence: Evidence) -> list[str]:
    """The passages that answer best, without those that only lie near.

    Those that only say what a role pays are left out unless pay is asked.
    """
    knowledge = snapshot.knowledge
    found = _of_specialties([h.passage_id for h in evidence.hits], query.specialties, knowledge)
    for nearby in (found, [h.passage_id for h in evidence.hits]):  # what another specialty's article says of it
        if wished := [p for p in nearby if _speaks_of(query, knowledge.passages[p].text)]:
            return wished[:2]  # "do any of them give equity"
    if not query.shape.pay_word:
        pay = {f.passage_id for f in knowledge.figures.values()}
        pay |= {r.pay_note_passage_id for r in knowledge.roles.values()}
        found = [p for p in found if p not in pay] or found
    telling = {h.passage_id for h in evidence.hits[: evidence.telling]}
    return [p for p in found if p in telling] or found[:1]
