"""The real knowledge and whole answers made from it, as the actions would send them."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

from actions.payload import build_payload
from actions.services import Services, Snapshot
from index.errors import PassageIndexError
from knowledge.answering.about_person import answer_what_is_known
from knowledge.answering.comparison import compare_roles
from knowledge.answering.export import answer_export
from knowledge.answering.fixed import (
    answer_distress,
    answer_greeting,
    answer_out_of_scope,
)
from knowledge.answering.guidance import GUIDE_SLOTS, answer_guide_question, answer_shortlist
from knowledge.answering.offers import answer_offers
from knowledge.answering.passages import answer_not_covered, answer_passages
from knowledge.answering.reasons import answer_polls, answer_reasons
from knowledge.answering.role_details import RoleRequest, answer_role_details, roles_of_kind
from knowledge.answering.role_lists import RoleListRequest, answer_role_list
from knowledge.answering.shortlists import answer_my_shortlist, kept_words
from knowledge.answering.sources import answer_reliability, answer_sources
from knowledge.article_file import read_articles
from knowledge.errors import KnowledgeError
from knowledge.facts import KnowledgeBase
from knowledge.filters import Filter
from knowledge.language.names import Names
from knowledge.records.personal_record import PersonalRecord, with_note, with_offer, with_role
from knowledge.settings import Settings
from knowledge.shortlisting import shortlist
from tests.actions.chat import Chat


@pytest.fixture(scope="session")
def articles() -> KnowledgeBase:
    return real_articles()


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """What the actions answer from, as it is built."""
    try:
        return Services(Settings.from_environment()).current()
    except (KnowledgeError, PassageIndexError) as error:
        pytest.skip(f"not built yet, `make build` does: {error}")


@pytest.fixture
def chat(snapshot: Snapshot) -> Chat:
    """A conversation with the actions, without the model: a test names the action."""
    return Chat(snapshot, Names.load(Settings.from_environment().names_file))


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
    own: dict[str, PersonalRecord] = {}  # what is kept of the person who gets an answer
    liaisons, _ = roles_of_kind(articles, ["medical-science-liaison"], [])
    pair, _ = roles_of_kind(articles, ["medical-science-liaison", "medical-director"], ["oncology"])
    ids = tuple(r.id for r in liaisons)
    made["pay side by side"] = answer_role_details(articles, RoleRequest(ids, pay_only=True))
    made["one role"] = answer_role_details(articles, RoleRequest(ids[:1]))
    made["comparison"] = compare_roles(articles, pair)
    made["reasons"] = answer_reasons(articles, ["oncology"])
    made["polls"] = answer_polls(articles, [articles.polls["sermo-cardiology#not-considering"]])
    made["passages"] = answer_passages(articles, list(articles.passages)[:3])
    made["not covered"] = answer_not_covered(knowledge=articles)
    made["greeting"] = answer_greeting(articles)
    made["help choose"] = answer_guide_question(articles, GUIDE_SLOTS[0], note="begin")
    wishes = (Filter("work_mode", "remote"), Filter("pay", ">=150000 USD/year"))
    made["shortlist"] = answer_shortlist(
        shortlist(articles, "oncology", wishes, by_income=True), (Filter("specialty", "oncology"), *wishes),
        pull="income")
    record = own_record_of(articles)
    own["my shortlist"] = own["my offers"] = own["export"] = own["what is known"] = record
    made["my shortlist"] = answer_my_shortlist(articles, record, lasts=False)
    made["my offers"] = answer_offers(articles, record.offers, kept=kept_words(False))
    made["export"] = answer_export("csv", articles, record, on=date(2026, 1, 31))
    made["what is known"] = answer_what_is_known(articles, record, lasts=True)
    made["out of scope"] = answer_out_of_scope()
    made["distress"] = answer_distress()
    made["sources"] = answer_sources(articles, made["one role"].citations.passage_ids)
    made["reliability"] = answer_reliability(articles, made["one role"].citations.passage_ids)
    return {name: build_payload(a, articles, answer_id=name, own=own.get(name)) for name, a in made.items()}


def own_record_of(articles: KnowledgeBase) -> PersonalRecord:
    """A record with everything in it that can be kept of a person."""
    liaisons, _ = roles_of_kind(articles, ["medical-science-liaison"], ["oncology"])
    reviews, _ = roles_of_kind(articles, ["chart-review"], [])
    told = datetime(2026, 1, 30, 8, 0, tzinfo=timezone.utc)
    record = PersonalRecord(guide={"guide_specialty": "oncology", "guide_pay": ">=180000 USD/year"})
    for role in (liaisons[0], reviews[0]):
        record = with_role(record, role.id, told)
    record = with_note(record, liaisons[0].id, "=SUM(A1) ask <b>Ann</b> about the 25 [1] travel days")
    record = with_offer(record, title="MSL", role_kind="medical-science-liaison", pay="=210000 USD/year",
                        as_written="210", now=told)
    return with_offer(record, title="expert witness", role_kind="medico-legal", pay="=95 USD/hour",
                      as_written="95/hr", now=told)
