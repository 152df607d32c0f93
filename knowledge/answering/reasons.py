"""Why physicians leave, and the polls: each percentage with its question and population."""

from __future__ import annotations

import re
from typing import Sequence

from knowledge.answering.answer import Answer
from knowledge.answering.phrases import joined, poll_heading, poll_phrase, poll_share
from knowledge.coverage import serving_specialties
from knowledge.facts import Driver, KnowledgeBase, Poll
from knowledge.filters import Filter, specialty_title

MOST_REASONS = 6
STEM = 6  # letters of a word that its other forms share


def answer_reasons(
    knowledge: KnowledgeBase,
    specialties: Sequence[str],
    *,
    filters: Sequence[Filter] = (),
    only: Sequence[Driver] = (),
) -> Answer:
    """The drivers that the articles name, for some specialties or for all, with their polls.

    `only` narrows the answer to some drivers, where the question names what it is about.
    """
    if only:
        return _answer_named(knowledge, only, filters)
    serving = serving_specialties(knowledge, specialties)
    drivers = _drivers(knowledge, serving)
    answer = Answer(kind="reasons", filters=tuple(filters))
    names = joined([specialty_title(s) for s in serving])
    missing = joined([specialty_title(s) for s in specialties if s not in serving], "or")
    if missing and drivers:
        answer.say("notice", f"No article here is about {missing}.")
    if specialties and not drivers:
        specialties = ()
        answer.say("lead", f"No article here is about {missing}. What the others say:")
        drivers = list(knowledge.drivers.values())
    elif names:
        answer.say("lead", f"What the article about {names} gives as reasons:")
    else:
        drivers = list(knowledge.drivers.values())
        answer.say("lead", "What the articles give as reasons, each for its own specialty:")
    shown = drivers[:MOST_REASONS] if specialties else _one_each(drivers)
    answer.reasons = shown
    answer.say("reasons", "\n".join(_reason_line(answer, d, bool(specialties)) for d in shown))
    polls = _polls_of(knowledge, shown) or list(knowledge.polls.values())[:3]
    report_polls(answer, polls)
    answer.say("caveat", "The polls asked physicians as their population says, not only this "
               "specialty; they show what was answered, not what causes what.")
    answer.suggest("what else could I do?")
    return answer


def answer_reasons_by_specialty(knowledge: KnowledgeBase) -> Answer:
    """Where the reasons stand that an overview has no room for: with each specialty."""
    names = [specialty_title(s) for d in knowledge.drivers.values() for s in d.specialties]
    answer = Answer(kind="help")
    answer.say("lead", f"There are more reasons by specialty: {joined(list(dict.fromkeys(names)), 'or')}?")
    answer.suggest(*[f"why do they leave {name}?" for name in dict.fromkeys(names)])
    return answer


def _answer_named(
    knowledge: KnowledgeBase, drivers: Sequence[Driver], filters: Sequence[Filter]
) -> Answer:
    answer = Answer(kind="reasons", filters=tuple(filters))
    answer.say("lead", "What the articles say of that as a reason:")
    answer.reasons = list(drivers[:MOST_REASONS])
    answer.say("reasons", "\n".join(_reason_line(answer, d, False) for d in answer.reasons))
    report_polls(answer, _polls_of(knowledge, answer.reasons))
    answer.suggest("what else drives physicians out?")
    return answer


def drivers_named(
    knowledge: KnowledgeBase, words: Sequence[str], specialties: Sequence[str]
) -> list[Driver]:
    """The drivers that the words left of a question name, by their own name or an everyday one."""
    drivers = _drivers(knowledge, specialties) or list(knowledge.drivers.values())
    asked = {_stem(word) for word in words} - _ANYWHERE
    names = [{_stem(w) for w in re.findall(r"[a-z]+", " ".join([d.name, *d.wordings]).lower())} for d in drivers]
    scores = [len(asked & known) for known in names]
    most = max(scores, default=0)
    return [d for d, score in zip(drivers, scores) if most and score == most]


def _stem(word: str) -> str:
    """The letters that the forms of a word share: charting and charts, insurer and insurance."""
    return re.sub(r"(?:ing|ings|ers?|es|s)$", "", word.lower())[:STEM]


_ANYWHERE = frozenset(map(_stem, "and of for to from the in on with care work clinic better".split()))


def answer_polls(
    knowledge: KnowledgeBase,
    polls: Sequence[Poll],
    *,
    filters: Sequence[Filter] = (),
    asked: Sequence[str] = (),
    notice: str = "",
) -> Answer:
    """Some polls, with all that look alike beside them and a warning where they differ.

    `asked` are the specialties that the question names: no poll is of one of them alone. `notice` stands
    first where the polls do not ask the very question.
    """
    alike = with_lookalikes(knowledge, polls)
    if len(alike) < MOST_REASONS:
        alike += _other_answers(knowledge, alike)[: MOST_REASONS - len(alike)]
    answer = Answer(kind="polls", filters=tuple(filters))
    if notice:
        answer.say("lead", notice)
    elif asked:
        names = joined([specialty_title(s) for s in asked], "or")
        answer.say("lead", f"No poll here is of {names} alone; these asked wider groups:")
    report_polls(answer, alike)
    if _disagree(alike):
        answer.say("caveat", "These polls look alike and differ. The articles give no dates that "
                   "would tell them apart, so both stand.")
    return answer


def answer_no_poll() -> Answer:
    """Where a share is asked for that no poll of the articles gives; nothing is cited."""
    answer = Answer(kind="none")
    answer.say("lead", "No poll in the articles asks that, so there is no share to give.")
    answer.say("notice", "They asked whether physicians consider a change of career, and what drives them out.")
    answer.suggest("how many want a career change?", "why do physicians leave?")
    return answer


def answer_main_reasons(
    knowledge: KnowledgeBase, polls: Sequence[Poll], specialties: Sequence[str], *, filters: Sequence[Filter] = ()
) -> Answer:
    """The polls that asked for the main reason, the most named first; beyond them nothing is ranked."""
    names = joined([specialty_title(s) for s in serving_specialties(knowledge, specialties)])
    answer = Answer(kind="polls", filters=tuple(filters))
    where = f"as the article about {names} reports them" if names else "as the articles report them"
    answer.say("lead", f"What physicians named most when polls asked for a main reason, {where}:")
    report_polls(answer, sorted(polls, key=lambda poll: -poll.percent))
    answer.say("caveat", "The articles rank no other reasons, and each poll asked its own question of its own group.")
    answer.suggest("why do physicians leave?")
    return answer


def _other_answers(knowledge: KnowledgeBase, polls: Sequence[Poll]) -> list[Poll]:
    """What else was answered in the survey of the first poll, as the same passage reports it."""
    first = polls[0]
    return [
        p for p in knowledge.polls.values()
        if p.passage_id == first.passage_id and p.question == first.question and p not in polls
    ]


def report_polls(answer: Answer, polls: Sequence[Poll]) -> None:
    """Adds polls to an answer; what answers to one question share is said once, above them."""
    if not polls:
        return
    surveys: dict[tuple[str, str], list[Poll]] = {}
    for poll in polls:
        surveys.setdefault((poll.article_id, poll_heading(poll)), []).append(poll)
    # A line without a heading stands first: below another survey's it would seem to belong to it.
    ordered = sorted(surveys.items(), key=lambda survey: len(survey[1]) > 1)
    answer.polls = [poll for _, asked in ordered for poll in asked]
    lines: list[str] = []
    for (_, heading), asked in ordered:
        lines += [heading] if len(asked) > 1 else []
        words = poll_share if len(asked) > 1 else poll_phrase
        lines += [f"- {words(p)} {answer.citations.mark(p.passage_id)}" for p in asked]
    answer.say("polls", "\n".join(lines))


def with_lookalikes(knowledge: KnowledgeBase, polls: Sequence[Poll]) -> list[Poll]:
    """The polls, and those that are about the very same topics, whatever their article."""
    topics = [set(p.topics) for p in polls]
    alike = [p for p in knowledge.polls.values() if set(p.topics) in topics and p not in polls]
    return [*polls, *alike]


def _disagree(polls: Sequence[Poll]) -> bool:
    for poll in polls:
        for other in polls:
            same = set(poll.topics) == set(other.topics)
            if same and poll.article_id != other.article_id and poll.percent != other.percent:
                return True
    return False


def _drivers(knowledge: KnowledgeBase, specialties: Sequence[str]) -> list[Driver]:
    return [d for d in knowledge.drivers.values() if set(d.specialties) & set(specialties)]


def _one_each(drivers: Sequence[Driver]) -> list[Driver]:
    """Takes turns between the specialties so that none fills the list."""
    queues: dict[tuple[str, ...], list[Driver]] = {}
    for driver in drivers:
        queues.setdefault(driver.specialties, []).append(driver)
    turns = [d for row in zip(*[q[:2] for q in queues.values()]) for d in row]
    return turns[:MOST_REASONS]


def _reason_line(answer: Answer, driver: Driver, one_specialty: bool) -> str:
    names = "" if one_specialty else f" ({joined([specialty_title(s) for s in driver.specialties])})"
    return f"- {driver.name}{names}: {driver.summary} {answer.citations.mark(*driver.passage_ids)}"


def _polls_of(knowledge: KnowledgeBase, drivers: Sequence[Driver]) -> list[Poll]:
    ids = dict.fromkeys(p for d in drivers for p in d.poll_ids)
    return [knowledge.polls[i] for i in ids]
