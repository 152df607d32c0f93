"""Titles that a page shouts, or writes all in small letters, are proposed as a person would write them."""

from __future__ import annotations

import pytest

from knowledge.importing.drafts.titles import proposed_title
from tests.knowledge.importing.drafts import sources


@pytest.mark.parametrize(
    ("title", "proposed"),
    [
        ("SECOND ACTS: TEN JOBS FOR SURGEONS", "Second acts: Ten jobs for surgeons"),
        ("SECOND ACTS: Ten jobs for surgeons", "Second acts: Ten jobs for surgeons"),
        ("second acts for surgeons", "Second acts for surgeons"),
        ("LIFE AFTER THE ER – WHAT AN MSL EARNS IN THE U.S.", "Life after the ER – What an MSL earns in the U.S."),
        ("CME, IRB AND FDA WORK | A GUIDE", "CME, IRB and FDA work | A guide"),
        ("what an msl earns in march", "What an MSL earns in March"),
        ("HOW I LEFT MEDICINE IN 2025", "How I left medicine in 2025"),
        ("THE PHYSICIAN'S GUIDE TO MEDICARE WORK", "The physician's guide to Medicare work"),
        ("NON-CLINICAL JOBS VS. CAREERS", "Non-clinical jobs vs. careers"),
        ("OB/GYN AND ENT: WAYS OUT", "OB/GYN and ENT: Ways out"),
    ],
)
def test_a_title_in_one_case_gets_another(title, proposed):
    assert proposed_title(title) == proposed


@pytest.mark.parametrize(
    "title",
    [
        "Second Acts for Surgeons", "Alternative careers for cardiologists", "NEJM: Ten jobs for surgeons", "MSL",
        "CMO", "iPhone apps for doctors", "KOL work", "", "2026", "AI & ML", "<b>x</b>",
    ],
)
def test_a_title_that_somebody_thought_about_stays(title):
    assert proposed_title(title) == title


def test_a_draft_has_the_proposed_titles_and_the_same_name(bring):
    page = [(kind, text.upper() if kind == "heading" else text, *level) for kind, text, *level in sources.PAGE]
    document = sources.document(page, title="SECOND ACTS: CAREERS BEYOND THE CLINIC")
    draft = bring(document, sources.Extraction((), (), (), ()))
    assert draft.page.front["title"] == "Second acts: Careers beyond the clinic"
    assert draft.folder.name == "second-acts-careers-beyond-the-clinic"
    assert {heading.title for heading in draft.page.headings if heading.level == 2} == {
        "Careers beyond the clinic", "Utilization review", "Why people leave", "Medical pun writer"}
