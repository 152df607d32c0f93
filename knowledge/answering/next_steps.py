"""The way into a role, out of practice and back, as far as the articles tell; else said to be silent."""

from __future__ import annotations

import re
from typing import Optional, Sequence

from knowledge.answering.answer import Answer, Block
from knowledge.answering.comparison import ATTRIBUTE_ROWS
from knowledge.answering.phrases import basis_phrase, joined, role_label
from knowledge.answering.role_lists import role_line
from knowledge.facts import Attribute, KnowledgeBase, Passage, Role
from knowledge.filters import Filter

MOST_OWN = 2  # passages about the role itself
MOST_GENERAL = 3
MOST_ROLES = 4

# What advice on a way is told by.
ADVICE = re.compile(
    r"\bnetworking\b|\bconnections\b|\bfirst steps?\b|\bcertificat\w+|\b(?:MBA|MPH)\b|\bexperience\b|"
    r"\bnext steps?\b|\bopenings?\b|\bpositions\b.{0,60}\b(?:few|rare)\b|\b(?:harder|hard) to (?:get|break)"
    r"|\badvises?\b|\bsuggests?\b|"
    r"\bshould ask\b|\bentry\b|\bway into\b|\bpath\b|\bmove up\b|\bmoving up\b|\bbecome an?\b|\bexplore\b"
    r"|\bfirst taste\b")
_STRONG = re.compile(r"\b(?:first|next) steps?\b|\bnetworking\b|\bconnections\b")
LEAVING = re.compile(
    r"\bleav\w+ (?:clinical )?(?:practice|medicine)\b|\bgive up\b|\bgiving up\b|\bstop practi[cs]e\b"
    r"|\bleave room for clinical\b|"
    r"\b(?:beside|supplement) clinical practice\b|\bstill practi[cs]e\b|\bcommitment\b")
RETURNING = re.compile(
    r"\b(?:return(?:s|ed|ing)?|come|comes|coming|go|goes|going|went|re-?ent\w+)(?: back)?(?: in)?to (?:clinical "
    r"|patient |the )?"
    r"(?:practice|medicine|clinic|patients?|care)\b", re.IGNORECASE)
_MEANS_LEAVING = ("commitment", "patient_contact", "work_mode", "travel")


def passages_about(
    knowledge: KnowledgeBase, words: "re.Pattern[str]", role: Optional[Role] = None
) -> tuple[list[Passage], list[Passage]]:
    """Passages that hold some words: those of a role's own entry, and the general ones.

    General are those of no role, in articles for the role's specialty or for any physician; those
    that name steps or people to meet come first, then those for any physician.
    """
    own: list[Passage] = []
    general: list[tuple[bool, Passage]] = []
    paid = {f.passage_id for f in knowledge.figures.values()} | {p.passage_id for p in knowledge.polls.values()}
    for passage in knowledge.passages.values():
        if passage.id in paid or not words.search(passage.text):
            continue
        written_for = knowledge.articles[passage.article_id].specialties
        if role is not None and passage.id in role.passage_ids:
            own.append(passage)
        elif passage.role_id is None and (role is None or not written_for or set(written_for) & set(role.specialties)):
            general.append((bool(written_for), passage))
    ranked = sorted(general, key=lambda pair: (-len(_STRONG.findall(pair[1].text)), pair[0]))
    return own, [passage for _, passage in ranked]


def answer_next_steps(
    knowledge: KnowledgeBase, roles: Sequence[Role], general: Sequence[Passage], *,
    filters: Sequence[Filter] = (), pay: bool = False,
) -> Answer:
    """What the articles advise on the way into roles: each one's own advice, its path, then what is general.

    Args:
        knowledge: the stored passages.
        roles: those asked about, most important first.
        general: advice that belongs to no single role, best first.
        filters: the specialties asked for.
        pay: whether their pay was asked for as well.
    """
    answer = Answer(kind="passages", filters=tuple(filters))
    shown = roles[:MOST_ROLES]
    spoken = False
    for role in shown:
        if pay:
            answer.roles.append(role)
            answer.say("lead", role_line(role, answer))
        own, _ = passages_about(knowledge, ADVICE, role)
        spoken = spoken or bool(own)
        path = [a for name in ("commitment", "growth") for a in role.attributes_named(name)]
        if path:
            answer.say("lead", f"{role_label(role)}: {_cited(path, answer)}.")
        for passage in own[:MOST_OWN]:
            _show(answer, passage)
    names = joined([role_label(role) for role in shown])
    if not spoken:
        silence = f"No article describes step by step how to get into this work: {names}." if names else (
            "No article describes a way into one kind of work step by step.")
        answer.blocks.insert(0, Block("notice", silence))
    if general:
        answer.say("notice", "What the articles advise in general:")
        for passage in general[:MOST_GENERAL]:
            _show(answer, passage)
    _say_notices(knowledge, answer)
    answer.subjects = [role.id for role in shown]
    if not answer.citations.passage_ids:
        answer.kind = "none"
    answer.suggest("job or career?", "what would i give up?")
    return answer


def answer_giving_up(
    knowledge: KnowledgeBase, roles: Sequence[Role], general: Sequence[Passage], *, filters: Sequence[Filter] = ()
) -> Answer:
    """What leaving practice means as the articles tell it, and what they state of the roles asked about."""
    answer = Answer(kind="passages", filters=tuple(filters))
    for role in roles[:MOST_ROLES]:
        told = [a for name in _MEANS_LEAVING for a in role.attributes_named(name)]
        silent = [ATTRIBUTE_ROWS[name].lower() for name in _MEANS_LEAVING if not role.attributes_named(name)]
        words = [_cited(told, answer)] if told else []
        words += [f"{joined(silent, 'or')} not stated"] if silent else []
        answer.say("lead", f"{role_label(role)}: {'; '.join(words)}.")
    for passage in general[:MOST_GENERAL]:
        _show(answer, passage)
    if not general:
        answer.say("notice", "The articles do not say what one gives up.")
    else:
        answer.say("caveat", "I find nothing else on it in the articles.")
    answer.subjects = [role.id for role in roles[:MOST_ROLES]]
    if not answer.citations.passage_ids:
        answer.kind = "none"
    answer.suggest("can i come back to practice?", "job or career?")
    return answer


def answer_coming_back(
    knowledge: KnowledgeBase, roles: Sequence[Role], *, filters: Sequence[Filter] = ()
) -> Answer:
    """Whether one can come back to practice; a refusal where no passage speaks of it."""
    told: list[Passage] = []
    for role in [*roles, None]:
        own, general = passages_about(knowledge, RETURNING, role)
        told += [p for p in (*own, *general) if p not in told]
    if told:
        answer = Answer(kind="passages", filters=tuple(filters))
        for passage in told[:MOST_GENERAL]:
            _show(answer, passage)
        return answer
    answer = Answer(kind="none", filters=tuple(filters))
    answer.say("lead", "The articles do not say whether, or how, one comes back to practice, so I would rather not "
               "guess. Your licensing board and your specialty board know what a return takes.")
    answer.say("notice", "They do say which work leaves room for practice meanwhile, and what leaving means.")
    answer.suggest("what would i give up?", "part time roles")
    return answer


def _cited(attributes: Sequence[Attribute], answer: Answer) -> str:
    return "; ".join(f"{basis_phrase(a)} {answer.citations.mark(a.passage_id)}" for a in attributes)


def _show(answer: Answer, passage: Passage) -> None:
    if passage not in answer.passages:
        answer.passages.append(passage)
        answer.say("passages", f"{passage.text} {answer.citations.mark(passage.id)}")


def _say_notices(knowledge: KnowledgeBase, answer: Answer) -> None:
    """What has to be said of sections that are shown: an advertisement, for instance."""
    notices = (knowledge.sections[p.section_id].notice for p in answer.passages)
    for notice in dict.fromkeys(n for n in notices if n):
        answer.say("caveat", notice)

