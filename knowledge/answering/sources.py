"""Where a figure comes from, and how far it can be trusted: the chain, stated plainly."""

from __future__ import annotations

from typing import Sequence

from knowledge.answering.answer import Answer, Block
from knowledge.answering.phrases import joined
from knowledge.facts import Article, KnowledgeBase, Passage

_UNDATED = "The articles carry no date, and give neither year nor sample nor method for the pay figures."
_PARTLY_DATED = "Some articles carry no date; what is known of a figure's year, sample or method is shown with it."
_DATED = "What is known of a figure's year, sample or method is shown with it."
_SIGNPOSTS = "Take these as signposts, and ask employers for their own numbers."


def answer_sources(knowledge: KnowledgeBase, passage_ids: Sequence[str]) -> Answer:
    """The passages that the last answer cited, with article, section and address."""
    if not passage_ids:
        return answer_library(knowledge)
    answer = Answer(kind="passages")
    answer.say("lead", "My last answer rests on these passages (our summaries of the articles):")
    for passage_id in passage_ids[:5]:
        passage = knowledge.passages[passage_id]
        answer.passages.append(passage)
        answer.say("passages", f"{passage.text} {answer.citations.mark(passage_id)}")
    for notice in section_notices(knowledge, passage_ids[:5]):
        answer.say("caveat", notice)
    answer.suggest("is that reliable?")
    return answer


def answer_library(knowledge: KnowledgeBase) -> Answer:
    """The articles that everything comes from."""
    answer = Answer(kind="help")
    answer.say("lead", "Everything I say comes from these articles:")
    lines = []
    for article in knowledge.articles.values():
        address = f": {article.url}" if article.url else ""
        lines.append(f"- {article.title} ({article.publisher}){address}")
    answer.say("notice", "\n".join(lines))
    sites = sorted({f.attributed_to for f in knowledge.figures.values() if f.attributed_to})
    if sites:
        answer.say("notice", f"The pay figures in them are those of {joined(sites)}.")
    return answer


def answer_reliability(knowledge: KnowledgeBase, passage_ids: Sequence[str]) -> Answer:
    """States the chain of each source that the last answer used, without a verdict."""
    if not passage_ids:
        answer = answer_library(knowledge)
        answer.blocks.insert(0, Block("lead", f"{_how_dated(knowledge)} {_SIGNPOSTS}"))
        answer.say("caveat", "Sections on paid surveys advertise the publisher's own product.")
        return answer
    answer = Answer(kind="guidance")
    passages = [knowledge.passages[p] for p in passage_ids]
    for article_id in dict.fromkeys(p.article_id for p in passages):
        mine = [p for p in passages if p.article_id == article_id]
        answer.say("lead", _chain(knowledge, knowledge.articles[article_id], mine, answer))
    answer.say("caveat", "Take the figures as signposts, and ask employers for their own numbers.")
    for notice in section_notices(knowledge, passage_ids):
        answer.say("caveat", notice)
    return answer


def _how_dated(knowledge: KnowledgeBase) -> str:
    """What holds of all articles: an imported one may carry a date where the others have none."""
    dated = [bool(article.published) for article in knowledge.articles.values()]
    return _DATED if all(dated) and dated else _PARTLY_DATED if any(dated) else _UNDATED


def section_notices(knowledge: KnowledgeBase, passage_ids: Sequence[str]) -> list[str]:
    """What has to be said of the sections of some passages, an advertisement for instance."""
    sections = (knowledge.sections[knowledge.passages[p].section_id] for p in passage_ids)
    return list(dict.fromkeys(s.notice for s in sections if s.notice))


def _chain(
    knowledge: KnowledgeBase, article: Article, passages: Sequence[Passage], answer: Answer
) -> str:
    cited = {p.id for p in passages}
    sites = sorted(
        {f.attributed_to for f in knowledge.figures.values() if f.passage_id in cited
         and f.attributed_to}
    )
    polls = any(p.passage_id in cited for p in knowledge.polls.values())
    marks = answer.citations.mark(*[p.id for p in passages][:5])
    dated = f"dated {article.published}" if article.published else "which carries no date"
    where = f'the {article.publisher} article "{article.title}", {dated}'
    if sites:
        return (f"The pay figures are those of {joined(sites)}, by way of {where}; beyond "
                f"what is shown with each it gives neither sample nor method nor year {marks}.")
    if polls:
        return (f"The percentages are as {where}, reports them; beyond what is shown with each it "
                f"tells neither sample nor method {marks}.")
    return f"This is our summary of {where} {marks}."
