"""Searches over the real articles: which roles match, which just miss, which do not say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.article_file import read_articles
from knowledge.filters import Filter, Status, criteria
from knowledge.selection import select_roles
from knowledge.settings import Settings


@pytest.fixture(scope="module")
def articles():
    where = Settings.from_environment({})
    return read_articles(where.articles_dir, where.roles_file)


def wishes(*pairs: str) -> tuple[Filter, ...]:
    """Filters written as "name=value"; a leading "!" excludes."""
    made = []
    for pair in pairs:
        name, value = pair.lstrip("!").split("=", 1)
        made.append(Filter(name, value, negated=pair.startswith("!")))
    return tuple(made)


def titles(judged) -> list[str]:
    return [j.role.title for j in judged]


def test_remote_cardiology_over_150k(articles):
    found = select_roles(articles, wishes("specialty=cardiology", "work_mode=remote",
                                          "pay=>150000 USD/year"))
    assert titles(found.matches) == ["Telecardiology"]
    assert titles(found.near_misses) == [
        "Remote reads for cardiac imaging", "Cardiology second opinion services",
        "Utilization Review (UR) for insurance", "Medico-legal consultation"]
    assert titles(found.not_stated) == ["Cardiology content creator"]
    assert found.silent["work_mode"] == 5


@pytest.mark.parametrize("bound, among_matches", [
    (">185000 USD/year", False), (">=185000 USD/year", True), ("=185000 USD/year", True),
    ("<185000 USD/year", False), ("<=185000 USD/year", True)])
def test_strict_and_inclusive_bounds_at_exactly_185000(articles, bound, among_matches):
    found = select_roles(articles, wishes("specialty=cardiology", f"pay={bound}"))
    assert ("Scientific director (medical devices)" in titles(found.matches)) is among_matches


def test_the_amount_with_a_space_is_compared_as_191000(articles):
    found = select_roles(articles, wishes("specialty=oncology", "pay==191000 USD/year"))
    assert titles(found.matches) == ["Medical director (clinical development)"]


def test_hourly_bounds_meet_hourly_figures_only(articles):
    found = select_roles(articles, wishes("pay=>=100 USD/hour"))
    assert {(j.role.specialties, j.role.title) for j in found.matches} == {
        (("oncology",), "Medico-legal consultation"),
        (("rheumatology",), "Medico-legal consultation")}
    assert found.silent["other_pay_unit"] == 25


def test_hourly_roles_meet_a_yearly_bound_after_the_yearly_ones(articles):
    found = select_roles(articles, wishes("specialty=rheumatology", "pay=>=200000 USD/year"))
    units = [j.role.figures[0].unit for j in found.matches]
    assert units == ["year", "year", "hour"]


def test_roles_without_a_figure_are_never_near_misses(articles):
    found = select_roles(articles, wishes("specialty=rheumatology", "pay=>100000 USD/year"))
    assert len(found.not_stated) == 4
    assert all(not j.role.figures for j in found.not_stated)
    assert all(j.role.figures for j in [*found.matches, *found.near_misses])


def test_missing_figures_can_be_asked_for(articles):
    found = select_roles(articles, wishes("specialty=rheumatology", "pay_given=no"))
    assert len(found.matches) == 4


def test_six_figure_talk_never_meets_a_bound(articles):
    found = select_roles(articles, wishes("role=content-creator", "pay=>=100000 USD/year"))
    assert not found.matches
    assert titles(found.not_stated) == ["Cardiology content creator"]


def test_alternatives_of_one_name_and_exclusions_hold_together(articles):
    found = select_roles(articles, wishes("specialty=oncology", "specialty=rheumatology",
                                          "!role=medical-science-liaison", "!setting=pharma",
                                          "pay=>150000 USD/year"))
    kinds = {j.role.kind for j in found.matches}
    assert "medical-science-liaison" not in kinds
    assert all("pharma" not in {a.value for a in j.role.attributes} for j in found.matches)


def test_nothing_on_site_is_stated_so_those_that_do_not_say_are_offered_apart(articles):
    found = select_roles(articles, wishes("specialty=cardiology", "work_mode=on_site"))
    assert not found.matches
    assert all(j.names(Status.NOT_STATED) == ("work_mode",) for j in found.not_stated)


def test_other_currencies_are_not_compared(articles):
    found = select_roles(articles, wishes("specialty=cardiology", "pay=>100000 EUR/year"))
    assert not found.matches


FILTERS = st.lists(st.sampled_from([
    "specialty=cardiology", "specialty=oncology", "work_mode=remote", "!work_mode=remote",
    "pay=>150000 USD/year", "pay=<200000 USD/year", "pay=>=50 USD/hour", "setting=pharma",
    "!setting=insurer", "patient_contact=none", "commitment=part_time", "source=Glassdoor",
    "pay_given=no"]), max_size=4, unique=True)


@settings(deadline=None)
@given(chosen=FILTERS)
def test_groups_never_mix_and_no_filter_is_loosened(articles, chosen):
    filters = wishes(*chosen)
    found = select_roles(articles, filters)
    groups = [found.matches, found.near_misses, found.not_stated]
    ids = [j.role.id for group in groups for j in group]
    assert len(ids) == len(set(ids))
    for judged in found.matches:
        assert {c.status for c in criteria(judged.role, filters)} <= {Status.MEETS}
    for judged in found.near_misses:
        assert judged.names(Status.FAILS)
    everything = [j for j in articles.roles.values()
                  if all(c.status is Status.MEETS for c in criteria(j, filters))]
    assert len(everything) == len(found.matches)
