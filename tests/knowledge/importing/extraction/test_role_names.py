"""What a heading or a label names, and what it does not."""

from __future__ import annotations

import pytest

from knowledge.importing.extraction.labels import role_label
from knowledge.importing.extraction.new_jobs import new_jobs
from knowledge.importing.extraction.noun_phrases import jobs_in
from knowledge.importing.extraction.role_names import roles_named
from tests.knowledge.importing.extraction.pages import known_work, roles


@pytest.mark.parametrize(
    ("heading", "title", "kind"),
    [
        ("Parenting column writer", "Parenting column writer", "medical-writing"),
        ("Dossier copywriter", "Dossier copywriter", "medical-writing"),
        ("Comedy writer", "Comedy writer", None),
        ("Medico-legal adviser", "Medico-legal adviser", "medico-legal"),
        ("Claim file reviewer", "Claim file reviewer", "chart-review"),
        ("Rating AI outputs", "Rating AI outputs", "ai-consultant"),
        ("Clinical informaticist salary by state", "Clinical informaticist", "clinical-informaticist"),
        ("Medical science liaison average pay in 2024", "Medical science liaison", "medical-science-liaison"),
        ("Benefits counselor", "Benefits counselor", None),
        ("Tax examiner", "Tax examiner", None),
        ("My own podcast channel", "podcast channel", "content-creator"),
        ("Life Insurance Medical Director", "Life Insurance Medical Director", None),
        ("Medical director, life and disability insurance", "Medical director, life and disability insurance", None),
        ("Reinsurance medical director", "Reinsurance medical director", None),
        ("Insurance Medical Director", "Insurance Medical Director", "health-executive"),
        ("Health insurance medical director", "Health insurance medical director", "health-executive"),
        ("Benefits", None, None),
        ("Data and methods", None, None),
    ],
)
def test_a_heading(heading, title, kind):
    names = roles_named(heading, known_work())
    assert [(name.title, name.kind) for name in names] == ([(title, kind)] if title else [])


def test_a_quoted_sentence_over_a_story_is_no_role():
    made = roles("# Careers", "## “They gave me a title and a folding chair”", "He is medical director of an app.")

    assert not any("folding" in title for title in made)


@pytest.mark.parametrize("text", ["I'm a camp planner.", "She’d been a camp planner.", "He got a lab director fired."])
def test_a_sentence_is_no_label(text):
    assert role_label(text, known_work()) is None


@pytest.mark.parametrize(
    ("text", "title", "how"),
    [
        ("My cousin does file review for two carriers.", "file review", "verb"),
        ("I wrote expert reports for a while.", "expert reports", "verb"),
        ("She sits on an institutional review board.", "institutional review board", "verb"),
        ("They call me the simulation lead.", "simulation lead", "verb"),
        ("We have worked as camp planners.", "camp planners", "verb"),
        ("Insurers ask for chart review before they pay.", "chart review", "mention"),
    ],
)
def test_a_job_in_a_sentence(text, title, how):
    assert (title, how) in [(job.name.title, job.how) for job in jobs_in(text, known_work())]


@pytest.mark.parametrize(
    "text",
    [
        "My neighbor tutors residents for $90 an hour.",
        "Her old colleague mentors students for $40 an hour.",
        "A classmate authors questions for $100 each.",
        "One retired surgeon judges science fairs for $500.",
    ],
)
def test_what_one_person_does_is_no_name_of_several(text):
    assert new_jobs(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Our board tutors earn $90 an hour.", "board tutors"),
        ("My exam tutors charge $90 an hour.", "exam tutors"),
        ("A board tutor earns $90 an hour.", "board tutor"),
        ("One of the board tutors earns $90 an hour.", "board tutors"),
    ],
)
def test_several_of_a_job_are_one(text, title):
    assert [name.title for name in new_jobs(text)] == [title]


def test_what_belongs_to_somebody_is_no_work():
    assert "reviewers’ lead" not in [j.name.title for j in jobs_in("The reviewers’ lead has shrunk.", known_work())]


def test_a_numbered_sister_of_roles_is_one():
    by_title = roles(
        "# Title", "## 1. Chart review", "Pays $60 an hour.", "## 2. Surveys (really)", "They bring $40 per survey.",
        "## 3. Expert witness work", "I bill $450 an hour.", "## 4. My own CME course", "It varies.",
    )  # fmt: skip
    assert list(by_title) == ["Chart review", "Surveys", "Expert witness work", "CME course"]


def test_a_job_that_only_its_object_tells_keeps_it():
    by_title = roles(
        "# Work outside the clinic", "## What members do", "- Health plan reviewer. From home.",
        "- Author of board review questions. In batches.", "- Reader for the drugs regulator. Three days a week.",
    )  # fmt: skip
    expected = {"Health plan reviewer", "Author of board review questions", "Reader for the drugs regulator"}
    assert set(by_title) == expected


def test_several_roles_of_one_paragraph_each_with_its_pay():
    by_title = roles(
        "# Beyond", "## For the evening",
        "Chart review: $90 an hour. It is from home. Board exam item writing: a publisher pays $600 per project."
        " It is fun. Expert witness: $500 an hour.",
    )  # fmt: skip
    pay = {title: [figure.low for figure in role.figures] for title, role in by_title.items()}
    assert pay == {"Chart review": [90], "Board exam item writing": [600], "Expert witness": [500]}


def test_side_work_is_no_role():
    text = "Chart review: $90 an hour. The catch: you pay $300 for software."
    assert set(roles("# Beyond", "## Side work", text)) == {"Chart review"}
