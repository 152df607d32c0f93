"""Open questions: the best passages, word for word from the knowledge files, or a refusal."""

from __future__ import annotations

from typing import Optional, Sequence

from knowledge.answering.answer import Answer
from knowledge.answering.phrases import joined
from knowledge.coverage import covered_specialties
from knowledge.facts import KnowledgeBase
from knowledge.filters import Filter
from knowledge.language.specialties import SPECIALTIES

MOST_PASSAGES = 5
MOST_SPECIALTIES = 5  # named in a sentence
MOST_CHARACTERS = 900  # of all passages together: what a telephone shows without scrolling far


def answer_passages(
    knowledge: KnowledgeBase, passage_ids: Sequence[str], *, filters: Sequence[Filter] = ()
) -> Answer:
    """Shows passages with their section's notice, best first."""
    answer = Answer(kind="passages", filters=tuple(filters))
    shown = _short_enough(knowledge, read_on(knowledge, passage_ids))
    for passage_id in shown:
        passage = knowledge.passages[passage_id]
        answer.passages.append(passage)
        answer.say("passages", f"{passage.text} {answer.citations.mark(passage_id)}")
        notice = knowledge.sections[passage.section_id].notice
        if notice and all(block.text != notice for block in answer.blocks):
            answer.say("caveat", notice)
    roles = [knowledge.passages[p].role_id for p in shown]
    answer.subjects = [r for r in dict.fromkeys(roles) if r]
    answer.suggest("where is that from?")
    return answer


def answer_way_in(
    knowledge: KnowledgeBase, of_role: Sequence[str], at_large: Sequence[str], *, into: str = ""
) -> Answer:
    """What the articles say of getting into work outside practice, and that they lay out no steps.

    Args:
        knowledge: the snapshot.
        of_role: passages on the role asked about that speak of the way in.
        at_large: passages on getting in at all.
        into: the kind of work or the setting asked about, in words.
    """
    answer = Answer(kind="passages")
    subject = f"{into[0].upper()}{into[1:]}: no article lays out the steps into it." if into else ""
    answer.say("lead", f"{subject or 'No article lays out the steps.'} What they do say:")
    for passage_id in [*of_role, *at_large]:
        passage = knowledge.passages[passage_id]
        answer.passages.append(passage)
        answer.say("passages", f"{passage.text} {answer.citations.mark(passage_id)}")
    roles = [knowledge.passages[p].role_id for p in of_role]
    answer.subjects = [r for r in dict.fromkeys(roles) if r]
    answer.suggest(*([f"{into} roles"] if into else []), "how do chart reviewers move up?")
    return answer


def read_on(knowledge: KnowledgeBase, passage_ids: Sequence[str]) -> list[str]:
    """Puts behind the best passage the one that follows it, where that goes on about the same.

    An argument often takes two paragraphs, and the second one shares few words with the question.
    """
    best = knowledge.passages[passage_ids[0]]
    following = [
        p.id for p in knowledge.passages.values()
        if p.section_id == best.section_id and p.position == best.position + 1
        and p.role_id is None and best.role_id is None
    ]
    return list(dict.fromkeys([best.id, *following, *passage_ids[1:]]))


def _short_enough(knowledge: KnowledgeBase, passage_ids: Sequence[str]) -> list[str]:
    shown: list[str] = []
    for passage_id in passage_ids[:MOST_PASSAGES]:
        length = sum(len(knowledge.passages[p].text) for p in [*shown, passage_id])
        if not shown or length <= MOST_CHARACTERS:
            shown.append(passage_id)
    return shown


def answer_not_covered(
    about: Sequence[str] = (), *, filters: Sequence[Filter] = (), knowledge: Optional[KnowledgeBase] = None
) -> Answer:
    """Says that the sources are silent, and what they do speak of. Nothing is cited."""
    answer = Answer(kind="none", filters=tuple(filters))
    subject = f" on {joined(list(about), 'or')}" if about else ""
    answer.say("lead", f"The articles I have say nothing{subject} that answers this, "
               "so I would rather not guess.")
    if knowledge is not None:
        answer.say("notice", what_is_covered(knowledge))
    answer.suggest("which roles pay most?", "why do physicians leave?", "help me choose")
    return answer


def what_is_covered(knowledge: KnowledgeBase) -> str:
    """What the articles of the moment speak of, in a sentence; of many specialties the first ones."""
    specialties = [SPECIALTIES[s].title if s in SPECIALTIES else s for s in covered_specialties(knowledge)]
    if len(specialties) > MOST_SPECIALTIES:
        specialties = [*specialties[:MOST_SPECIALTIES], "other specialties"]
    if any(not article.specialties for article in knowledge.articles.values()):
        specialties.append("physicians in general")
    parts = [f"roles and pay for {joined(specialties)}"] if specialties else ["roles and pay"]
    if knowledge.drivers:
        parts.append("why physicians leave")
    return f"They cover {', and '.join(parts)}."
