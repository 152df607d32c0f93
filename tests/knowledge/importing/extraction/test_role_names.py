"""What a heading or a label names, and what it does not."""

from __future__ import annotations

import pytest

from knowledge.importing.extraction.labels import role_label
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
        ("Benefits", None, None),
        ("Data and methods", None, None),
    ],
)
def test_a_heading(heading, title, kind):
    names = roles_named(heading, known_work())
    assert [(name.title, name.kind) for name in names] == ([(title, kind)] if title else [])


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


def test_what_belongs_to_somebody_is_no_work():
    assert "reviewers’ lead" not in [j.name.title for j in jobs_in("The reviewers’ lead has shrunk.", known_work())]


def test_a_numbered_sister_of_roles_is_one():
    by_title = roles(
        "# Title", "## 1. Chart review", "Pays $60 an hour.", "## 2. Surveys (really)", "They bring $40 per survey.",
        "## 3. Expert witness work", "I bill $450 an hour.", "## 4. My own CME course", "It varies.",
    )  # fmt: skip
    assert list(by_title) == ["Chart review", "Surveys", "Expert witness work", "CME course"]
