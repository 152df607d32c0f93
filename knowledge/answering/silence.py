"""Answers where the articles do not state what is asked of a role: that is said, and what they do say is given."""

from __future__ import annotations

from typing import Sequence

from knowledge.answering.answer import Answer
from knowledge.answering.phrases import basis_phrase, joined
from knowledge.facts import KnowledgeBase, Role
from knowledge.filters import Filter, specialty_title

NOT_STATED = "the articles do not state this"
MOST_FACTS = 4


def answer_silent_on_role(
    knowledge: KnowledgeBase, roles: Sequence[Role], asked: Sequence[str] = (), *,
    filters: Sequence[Filter] = (), notices: Sequence[str] = (), nearest: Sequence[str] = (),
) -> Answer:
    """Says that a property is not stated of a role, and shows shortly what the first of its entries says.

    Args:
        knowledge: the snapshot.
        roles: the entries of the roles asked about, the nearest first; at least one.
        asked: the property in the person's own words; none where they do not name it.
        filters: the filters in force.
        notices: what else must be said first.
        nearest: passages that lie near the question, and may say it in other words; shown instead of the role's own.
    """
    answer = Answer(kind="passages", filters=tuple(filters))
    for notice in notices:
        answer.say("notice", notice)
    titles = joined(list(dict.fromkeys(knowledge.kinds[role.kind].title for role in roles)), "or")
    opening = f"{joined([f'“{words}”' for words in asked])}: {NOT_STATED}" if asked else _capital(NOT_STATED)
    hedge = " in so many words" if nearest else ""
    answer.say("lead", f"{opening}{hedge} for {titles}. What they do say of it:")
    near = [knowledge.passages[p].role_id for p in nearest]
    first = next((role for role in roles if role.id in near), roles[0])
    for passage_id in list(nearest)[:2] or _telling(first)[:1]:
        passage = knowledge.passages[passage_id]
        answer.passages.append(passage)
        answer.say("passages", f"{passage.text} {answer.citations.mark(passage_id)}")
    if facts := [f"{basis_phrase(a)} {answer.citations.mark(a.passage_id)}." for a in first.attributes[:MOST_FACTS]]:
        answer.say("notice", " ".join(facts))
    if others := _elsewhere(first, roles):
        answer.say("notice", f"There are entries for {joined(others)}, too; name one of these to see it.")
    answer.subjects = list(dict.fromkeys([first.id, *(role.id for role in roles[:4])]))
    answer.suggest("what does it pay?", "what does it involve?", "where is that from?")
    return answer


def answer_silent_on_it(
    knowledge: KnowledgeBase, roles: Sequence[Role], asked: Sequence[str] = (), *, filters: Sequence[Filter] = ()
) -> Answer:
    """Says that a property is not stated of the roles just looked at; what is, was shown a moment ago."""
    answer = Answer(kind="none", filters=tuple(filters))
    titles = joined(list(dict.fromkeys(knowledge.kinds[role.kind].title for role in roles)), "or")
    opening = f"{joined([f'“{words}”' for words in asked])}: {NOT_STATED}" if asked else _capital(NOT_STATED)
    answer.say("lead", f"{opening} for {titles}, so I would rather not guess.")
    answer.suggest("what does it involve?", "what does it pay?", "help me choose")
    return answer


def no_role_called(names: Sequence[str]) -> str:
    """Says that what a person named is no role of any article."""
    return f"No article has a role called {joined([f'“{name}”' for name in names], 'or')}."


def not_in_that_setting(title: str, labels: Sequence[str]) -> str:
    """Says that no entry of a role has what was asked with it, before its entries are given all the same."""
    return f"No article states this for {title}: {joined(list(labels))}. Nearest, what they give for it elsewhere:"


def _telling(role: Role) -> list[str]:
    """The passages on a role that do not only say what it pays; those that do where there is no other."""
    paid = {f.passage_id for f in role.figures} | {role.pay_note_passage_id}
    return [p for p in role.passage_ids if p not in paid] or list(role.passage_ids)


def _elsewhere(first: Role, roles: Sequence[Role]) -> list[str]:
    """The specialties of further entries of an entry's kind of work."""
    others = [s for role in roles if role.kind == first.kind for s in role.specialties]
    return [specialty_title(s) for s in dict.fromkeys(others) if s not in first.specialties]


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
