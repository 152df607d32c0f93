"""The articles that Waypoint ships load, and hold what they are known to hold."""

from __future__ import annotations

from collections import Counter

from knowledge.checks import check
from knowledge.settings import Settings


def test_the_articles_have_no_mistake():
    settings = Settings.from_environment({})
    assert [str(p) for p in check(settings.articles_dir, settings.roles_file)] == []


def test_every_role_and_figure_of_the_sources_is_there(knowledge):
    roles = Counter(role.article_id for role in knowledge.roles.values())
    assert roles == {
        "sermo-cardiology": 11,
        "sermo-oncology": 13,
        "sermo-rheumatology": 11,
        "medical-economics-jobs-vs-careers": 8,
    }
    assert len(knowledge.figures) == 30


def test_every_figure_is_in_the_text_of_its_own_role(knowledge):
    for figure in knowledge.figures.values():
        assert figure.as_written in knowledge.passages[figure.passage_id].text
        assert figure.passage_id in knowledge.roles[figure.role_id].passage_ids


def test_every_kind_of_work_is_in_an_article(knowledge):
    assert {role.kind for role in knowledge.roles.values()} == set(knowledge.kinds)
