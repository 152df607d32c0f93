"""The ranking rule of shortlists, held on the real articles and attacked with random wishes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.article_file import read_articles
from knowledge.facts import KnowledgeBase
from knowledge.filters import Filter, Status, criteria
from knowledge.settings import Settings
from knowledge.shortlisting import FEWEST_ROLES, MOST_ROLES, Ranked, _judged, _standing, shortlist

WISHES = [
    Filter("work_mode", "remote"), Filter("patient_contact", "none"), Filter("patient_contact", "direct"),
    Filter("commitment", "part_time"), Filter("schedule", "flexible"), Filter("pay", ">=150000 USD/year"),
    Filter("setting", "pharma"), Filter("travel", "none"), Filter("growth", "ladder"),
]


@pytest.fixture(scope="module")
def articles() -> KnowledgeBase:
    settings_ = Settings.from_environment({})
    return read_articles(settings_.articles_dir, settings_.roles_file)


def wish_lists() -> st.SearchStrategy[list[Filter]]:
    return st.lists(st.sampled_from(WISHES), max_size=5, unique_by=lambda f: f.name)


def ranking(articles: KnowledgeBase, wishes: list[Filter], by_income: bool) -> list[str]:
    judged = [_judged(role, wishes) for role in articles.roles.values()]
    return [r.role.id for r in sorted(judged, key=lambda r: _standing(r, by_income))]


@settings(max_examples=150, deadline=None)
@given(wishes=wish_lists(), added=st.sampled_from(WISHES), by_income=st.booleans(), data=st.data())
def test_adding_a_wish_that_a_role_meets_never_lowers_it(articles, wishes, added, by_income, data):
    if any(w.name == added.name for w in wishes):
        return
    role = data.draw(st.sampled_from(list(articles.roles.values())))
    if criteria(role, [added])[0].status is not Status.MEETS:
        return
    before = ranking(articles, wishes, by_income).index(role.id)
    assert ranking(articles, [*wishes, added], by_income).index(role.id) <= before


@settings(max_examples=60, deadline=None)
@given(wishes=wish_lists(), specialty=st.sampled_from([None, "cardiology", "oncology", "rheumatology"]))
def test_each_wish_of_each_role_is_met_missed_or_not_stated_as_stored(articles, wishes, specialty):
    found = shortlist(articles, specialty, wishes)
    assert FEWEST_ROLES <= len(found.ranked) <= MOST_ROLES
    for entry in found.ranked:
        said = {c.name: c.status for c in (*entry.met, *entry.missed, *entry.not_stated)}
        assert said == {c.name: c.status for c in criteria(entry.role, wishes)}
        assert not specialty or not entry.role.specialties or specialty in entry.role.specialties


def test_the_role_that_meets_every_wish_stands_first(articles):
    found = shortlist(articles, "cardiology", [Filter("work_mode", "remote"), Filter("pay", ">=150000 USD/year")])
    assert found.ranked[0].role.title == "Telecardiology"
    assert not found.ranked[0].missed and not found.trades


def test_income_settles_what_the_wishes_leave_open(articles):
    found = shortlist(articles, "oncology", [Filter("work_mode", "remote")], by_income=True)
    amounts = [f.high for r in found.ranked for f in r.role.figures if f.unit == "year"]
    assert amounts == sorted(amounts, reverse=True)


def test_wishes_in_conflict_name_what_letting_one_go_would_gain(articles):
    wishes = [Filter("work_mode", "remote"), Filter("pay", ">=400000 USD/year")]
    found = shortlist(articles, "cardiology", wishes)
    assert found.trades
    for trade in found.trades:
        others = [w for w in wishes if w.name != trade.wish.name]
        for role in trade.roles:
            assert all(c.status is Status.MEETS for c in criteria(role, others))


def test_silence_counts_neither_way(articles):
    role = next(r for r in articles.roles.values() if not r.attributes_named("travel"))
    silent: Ranked = _judged(role, [Filter("travel", "none")])
    assert not silent.met and not silent.missed and silent.not_stated[0].name == "travel"


@settings(max_examples=60, deadline=None)
@given(wishes=wish_lists(), specialty=st.sampled_from([None, "cardiology", "oncology", "rheumatology"]))
def test_what_a_trade_gains_meets_all_that_was_not_given_up(articles, wishes, specialty):
    found = shortlist(articles, specialty, wishes)
    for trade in found.trades:
        given_up = {wish.name for wish in (trade.wish, trade.also) if wish}
        assert len(given_up) == (2 if trade.also else 1)
        for role in trade.roles:
            missing = {c.name for c in criteria(role, wishes) if c.status is not Status.MEETS}
            assert missing == given_up


def test_two_wishes_go_only_where_no_single_one_helps(articles):
    wishes = [Filter("patient_contact", "none"), Filter("growth", "none"), Filter("pay", ">=900000 USD/year")]
    trades = shortlist(articles, None, wishes).trades
    assert trades and all(trade.also for trade in trades)
