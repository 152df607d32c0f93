"""Open questions: the best passages, word for word from the knowledge files, or a refusal."""

from __future__ import annotations

from typing import Sequence

from knowledge.answering.answer import Answer
from knowledge.answering.phrases import joined
from knowledge.facts import KnowledgeBase
from knowledge.filters import Filter

MOST_PASSAGES = 3


def answer_passages(
    knowledge: KnowledgeBase, passage_ids: Sequence[str], *, filters: Sequence[Filter] = ()
) -> Answer:
    """Shows passages with their section's notice, best first."""
    answer = Answer(kind="passages", filters=tuple(filters))
    for passage_id in passage_ids[:MOST_PASSAGES]:
        passage = knowledge.passages[passage_id]
        answer.passages.append(passage)
        answer.say("passages", f"{passage.text} {answer.citations.mark(passage_id)}")
        notice = knowledge.sections[passage.section_id].notice
        if notice and all(block.text != notice for block in answer.blocks):
            answer.say("caveat", notice)
    roles = [knowledge.passages[p].role_id for p in passage_ids[:MOST_PASSAGES]]
    answer.subjects = [r for r in dict.fromkeys(roles) if r]
    answer.suggest("where is that from?")
    return answer


def answer_not_covered(about: Sequence[str] = (), *, filters: Sequence[Filter] = ()) -> Answer:
    """Says that the sources are silent, and what they do speak of. Nothing is cited."""
    answer = Answer(kind="none", filters=tuple(filters))
    subject = f" on {joined(list(about), 'or')}" if about else ""
    answer.say("lead", f"The articles I have say nothing{subject} that answers this, "
               "so I would rather not guess.")
    answer.say("notice", "They cover roles and pay for cardiology, rheumatology and oncology, why "
               "physicians leave, and jobs against careers.")
    answer.suggest("which roles pay most?", "why do physicians leave?", "job or career?")
    return answer
