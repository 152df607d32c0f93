# ruff: noqa: E501 (one sentence of an article in one line)
"""Work in running prose: told by its verb, held by somebody, named in passing."""

from __future__ import annotations

import pytest

from knowledge.importing.extraction.told import work_told
from tests.knowledge.importing.extraction.pages import known_work, roles


@pytest.mark.parametrize(
    ("sentence", "title", "kind"),
    [
        ("Okafor coaches residents, mostly by telephone.", "coaches residents", None),
        ("He edits study guides for a nursing press.", "edits study guides", None),
        ("I translate package leaflets for $0.18 a word.", "translate package leaflets", None),
        ("Dr. Amara Bell now reviews claims for a carrier.", "reviews claims", "utilization-review"),
        ("On Mondays she puts on a suit and advises the county’s water board.", "advises the county’s water board", None),
        ("She sees patients on Mondays.", None, None),
        ("She leads a quiet life.", None, None),
        ("The company tests masks.", None, None),
        ("He had edited a newspaper.", None, None),
    ],
)
def test_work_told_by_its_verb(sentence, title, kind):
    told = work_told(sentence, known_work())
    assert (told and (told.title, told.kind)) == (title and (title, kind))


def test_what_is_told_is_a_role_where_its_pay_follows():
    by_title = roles(
        "# Title", "Mina Orlov left in May. She ghostwrites speeches for deans. They pay her $9,000 per project.",
        "Ravi Sood teaches juggling. It is fun.",
    )  # fmt: skip
    assert [(title, [f.low for f in role.figures]) for title, role in by_title.items()] == [("ghostwrites speeches", [9000])]


def test_who_does_it_for_a_living_makes_no_job_of_a_verb():
    assert "Okafor coaches physicians" not in roles("# Title", "Okafor coaches physicians. They pay her $200 an hour.")


def test_a_job_that_somebody_has_is_a_role_without_pay_if_more_is_said_of_it():
    by_title = roles(
        "# Title", "Luc is now a medical science liaison for a drug maker. He travels three weeks a month.",
        "His brother was never a chief medical officer.",
    )  # fmt: skip
    assert list(by_title) == ["medical science liaison"]


def test_a_bare_job_after_as():
    by_title = roles("# Title", "She was appointed as a coroner. She gets $475 per case.")
    assert [f.low for f in by_title["coroner"].figures] == [475]


def test_the_job_of_who_wrote_the_article_is_no_role():
    assert "Science reporter" not in roles(
        "# The doctors who left", "Mina Orlov", "Science reporter", "Published May 2, 2025",
        "She is now an AI consultant. The pay is $150 an hour.",
    )  # fmt: skip


def test_that_sort_of_work():
    by_title = roles("# Title", "That kind of medical editing, she said, brings $60 an hour.")
    assert [f.low for f in by_title["medical editing"].figures] == [60]
