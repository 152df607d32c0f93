"""The real knowledge and whole answers made from it, as the actions would send them."""

from __future__ import annotations

import pytest

from actions.payload import build_payload
from knowledge.answering.comparison import compare_roles
from knowledge.answering.fixed import (
    answer_distress,
    answer_greeting,
    answer_out_of_scope,
)
from knowledge.answering.guidance import GUIDE_SLOTS, answer_guide_question, answer_shortlist
from knowledge.answering.passages import answer_not_covered, answer_passages
from knowledge.answering.reasons import answer_polls, answer_reasons
from knowledge.answering.role_details import RoleRequest, answer_role_details, roles_of_kind
from knowledge.answering.role_lists import RoleListRequest, answer_role_list
from knowledge.answering.sources import answer_reliability, answer_sources
from knowledge.article_file import read_articles
from knowledge.facts import KnowledgeBase
from knowledge.filters import Filter
from knowledge.settings import Settings
from knowledge.shortlisting import shortlist


@pytest.fixture(scope="session")
def articles() -> KnowledgeBase:
    return real_articles()


@pytest.fixture(scope="session")
def answers(articles: KnowledgeBase) -> dict:
    return golden_answers(articles)


def real_articles() -> KnowledgeBase:
    """The knowledge files as the repository ships them."""
    settings = Settings.from_environment({})
    return read_articles(settings.articles_dir, settings.roles_file)


def golden_answers(articles: KnowledgeBase) -> dict:
    """One real answer of every kind, by name."""
    cardiology = Filter("specialty", "cardiology")
    lists = {
        "remote cardiology over 150k": (cardiology, Filter("work_mode", "remote"),
                                        Filter("pay", ">150000 USD/year")),
        "everything for rheumatology": (Filter("specialty", "rheumatology"),),
        "hourly": (Filter("pay", ">=100 USD/hour"),),
        "uncovered": (Filter("specialty", "dermatology"),),
    }
    made = {name: answer_role_list(articles, RoleListRequest(f)) for name, f in lists.items()}
    liaisons, _ = roles_of_kind(articles, ["medical-science-liaison"], [])
    pair, _ = roles_of_kind(articles, ["medical-science-liaison", "medical-director"], ["oncology"])
    ids = tuple(r.id for r in liaisons)
    made["pay side by side"] = answer_role_details(articles, RoleRequest(ids, pay_only=True))
    made["one role"] = answer_role_details(articles, RoleRequest(ids[:1]))
    made["comparison"] = compare_roles(articles, pair)
    made["reasons"] = answer_reasons(articles, ["oncology"])
    made["polls"] = answer_polls(articles, [articles.polls["sermo-cardiology#not-considering"]])
    made["passages"] = answer_passages(articles, list(articles.passages)[:3])
    made["not covered"] = answer_not_covered()
    made["greeting"] = answer_greeting(articles)
    made["help choose"] = answer_guide_question(articles, GUIDE_SLOTS[0], note="begin")
    wishes = (Filter("work_mode", "remote"), Filter("pay", ">=150000 USD/year"))
    made["shortlist"] = answer_shortlist(
        shortlist(articles, "oncology", wishes, by_income=True), (Filter("specialty", "oncology"), *wishes),
        pull="income")
    made["out of scope"] = answer_out_of_scope()
    made["distress"] = answer_distress()
    made["sources"] = answer_sources(articles, made["one role"].citations.passage_ids)
    made["reliability"] = answer_reliability(articles, made["one role"].citations.passage_ids)
    return {name: build_payload(a, articles, answer_id=name) for name, a in made.items()}
