"""How far the articles can be trusted: what is said of all of them holds of each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.answering.sources import answer_reliability
from knowledge.article_file import read_articles
from knowledge.settings import Settings


@pytest.fixture(scope="module")
def articles():
    settings = Settings.from_environment({})
    return read_articles(settings.articles_dir, settings.roles_file)


@pytest.mark.parametrize(
    ("dated", "said", "unsaid"),
    [
        (0, "The articles carry no date", "is shown with it"),
        (1, "Some articles carry no date", "The articles carry no date"),
        (100, "is shown with it", "no date"),
    ],
)
def test_an_article_with_a_date_is_not_said_to_have_none(articles, dated, said, unsaid):
    known = {
        name: replace(article, published="2026-03" if place < dated else None)
        for place, (name, article) in enumerate(articles.articles.items())
    }
    lead = answer_reliability(replace(articles, articles=known), []).blocks[0].text
    assert said in lead
    assert unsaid not in lead


def test_a_figure_that_says_its_year_is_not_said_to_give_none(articles):
    figure = next(f for f in articles.figures.values() if f.attributed_to)
    role = articles.roles[figure.role_id]
    told = replace(role, figures=tuple(replace(f, qualifier="in 2024, of 312 physicians") for f in role.figures))
    known = replace(articles, roles={**articles.roles, role.id: told})
    lead = answer_reliability(known, [figure.passage_id]).blocks[0].text
    assert "beyond what is shown with each it gives neither sample nor method nor year" in lead
