# ruff: noqa: E501 (one sentence of an article in one line)
"""Work that a sentence presents without a verb of hiring: what there is, what one goes into, what one may like."""

from __future__ import annotations

import pytest

from knowledge.importing.extraction.noun_phrases import jobs_in
from tests.knowledge.importing.extraction.pages import known_work, roles


@pytest.mark.parametrize(
    ("sentence", "title", "how"),
    [
        ("When nights are the problem, medical writing might be kinder.", "medical writing", "subject"),
        ("For people with loans, drug safety has its charms.", "drug safety", "subject"),
        ("After that, chart review feels like a holiday.", "Chart review", "subject"),
        ("Then there is the expert witness work that lawyers hand out.", "expert witness work", "verb"),
        ("And there are IRB members in every university town.", "IRB members", "verb"),
        ("A handful of us went into clinical informatics.", "clinical informatics", "verb"),
        ("Several have moved into medical writing.", "medical writing", "verb"),
        ("Dr. Lena Moroz drifted into utilization review after a bad winter.", "utilization review", "verb"),
        ("On Fridays he conducts independent medical exams in a rented room.", "independent medical exams", "verb"),
        ("Insurers want hospitalists for utilization review.", "utilization review", "verb"),
        ("Law firms recruit surgeons for chart review.", "chart review", "verb"),
        ("She would not go into medical writing.", "medical writing", "mention"),
        ("She is training as a patent attorney.", "patent attorney", "mention"),
        ("He studies to become a wine merchant, a job with few patients.", "wine merchant", None),
        ("The next step would be vice president.", "vice president", "mention"),
        ("Two of them retrained as hospital chaplains.", "hospital chaplains", "verb"),
        ("He now works as a ski patroller in Utah.", "ski patroller", "verb"),
        ("I was hired as flight nurse by a charter firm.", "flight nurse", "verb"),
        ("They work as a team.", "team", None),
        ("He is a medicolegal adviser in Leeds.", "medicolegal adviser", "verb"),
    ],
)
def test_how_a_sentence_presents_work(sentence, title, how):
    found = {job.name.title.lower(): job.how for job in jobs_in(sentence, known_work())}
    assert found.get(title.lower()) == how


def test_a_chapter_over_several_presented_jobs_is_none_itself():
    by_title = roles(
        "# Ways out", "## Slower medicine, from a couch",
        "If you like to argue, utilization review may suit you. Posts are advertised at $200,000 a year.",
        "Some go into medical writing. The pay is $90 an hour.",
    )  # fmt: skip
    assert {title: [f.low for f in role.figures] for title, role in by_title.items()} == {
        "utilization review": [200000], "medical writing": [90],
    }  # fmt: skip


def test_items_under_a_role_that_begin_with_other_roles_are_roles():
    by_title = roles(
        "# Jobs in public service", "## Army: medical officer, and the back office",
        "- Medical officer. You see recruits in person. The pay is $150,000 a year.",
        "- Physician utilization review adviser. It is a part-time post. It pays $80 an hour.",
        "## Navy: chart reviewer", "You read charts. They pay $60 an hour.",
    )  # fmt: skip
    assert [f.low for f in by_title["Physician utilization review adviser"].figures] == [80]
    assert [f.low for f in by_title["chart reviewer"].figures] == [60]
    assert not any("back office" in title for title in by_title)


def test_a_paragraph_under_a_role_turns_to_another():
    by_title = roles(
        "# Jobs", "## Program officer", "A program officer reads proposals. The pay is $120,000 a year.",
        "To try it first, sign up as a grant reviewer. It brings $150 a day.",
    )  # fmt: skip
    assert [f.low for f in by_title["Program officer"].figures] == [120000]
    assert [f.low for f in by_title["grant reviewer"].figures] == [150]


def test_who_does_the_work_is_no_other_job():
    by_title = roles(
        "# Jobs", "Insurers hire physicians for utilization review. Contract reviewers get $110 an hour.",
        "She became a medical coding auditor. Moonlighting auditors get $70 an hour.",
    )  # fmt: skip
    assert {title: [f.low for f in role.figures] for title, role in by_title.items()} == {
        "utilization review": [110], "medical coding auditor": [70],
    }  # fmt: skip


def test_a_paragraph_that_goes_on_about_somebody_does_not_turn():
    by_title = roles(
        "# Out", "She works as a medical science liaison. She flies a lot.",
        "Her first base was $180,000. She writes to friends in drug safety.",
    )  # fmt: skip
    assert [f.low for f in by_title["medical science liaison"].figures] == [180000]


def test_a_job_that_begins_a_paragraph_is_a_role_by_what_is_said_of_its_pay():
    by_title = roles(
        "# Roles", "The venture partner sits with the fund. Pay is negotiated one by one.",
        "The night porter saw her leave. She was tired.",
    )  # fmt: skip
    assert list(by_title) == ["venture partner"] and by_title["venture partner"].pay_note


def test_marks_of_footnotes_and_short_forms_are_no_part_of_a_name():
    by_title = roles(
        "# Jobs", "| Job | Pay", "| Chief medical officer² | $400,000", "| Drug safety physician† | $230,000",
        "## What they do", "Disability (C&P) examiner. It pays $150 per exam.",
    )  # fmt: skip
    assert {"Chief medical officer", "Drug safety physician"} <= set(by_title)
    assert by_title["Disability (C&P) examiner"].kind == "disability-exams"


def test_the_tenth_item_is_read_like_the_ninth():
    by_title = roles(
        "# Ten jobs", "9. Expert witness. Lawyers pay $400 an hour.", "10. Taste panelist. Firms pay $50 per survey.",
        "11. Chart reviewer. They pay $60 an hour.",
    )  # fmt: skip
    assert list(by_title) == ["Expert witness", "Taste panelist", "Chart reviewer"]


def test_each_sentence_with_money_may_speak_of_other_work():
    by_title = roles(
        "# Words",
        "Medical editing pays little, at $55 an hour. Grant writing (for charities) brings in $4,000 per proposal. "
        "Translators of package inserts get $0.16 a word. And there is ghostwriting: a memoir goes for $30,000.",
    )  # fmt: skip
    assert {title: [f.low for f in role.figures] for title, role in by_title.items()} == {
        "Medical editing": [55], "Grant writing": [4000], "Translators of package inserts": [0.16], "ghostwriting": [30000],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("A recruiter said that field clinical specialists start at $130,000.", "field clinical specialists"),
        ("Nobody minds, as school health planners make $98,000 a year.", "school health planners"),
        ("The museum has two exhibit reviewers, who get $150 a day.", "exhibit reviewers"),
        ("Aditi Rao, 38, is head of clinical content at a start-up, a job that pays $205,000.", "head of clinical content"),
        ("Ines Caldeira, 41, reviews zoning plans for $90 an hour.", "reviews zoning plans"),
        ("Less well known is the work of organ allocation reviewers, who get $105 an hour.", "organ allocation reviewers"),
    ],
)  # fmt: skip
def test_new_jobs_in_the_midst_of_a_sentence_by_what_they_earn(sentence, title):
    assert [one.figures[0].low for name, one in roles("# Title", sentence).items() if name == title]


@pytest.mark.parametrize(
    "sentence",
    [
        "The union's lead negotiator earns $310,000 a year.",
        "The hospital paid its chief compliance clerk $210,000 last year.",
        "Seven county commissioners voted for a levy of $40 a year.",
    ],
)
def test_what_others_earn_makes_no_role(sentence):
    assert not roles("# Title", sentence)


def test_words_before_a_known_name_make_other_work_of_it():
    by_title = roles(
        "# Title", "A correctional medical director can expect $275,000 a year.",
        "At drug makers the medical directors earn $300,000.",
    )  # fmt: skip
    assert by_title["correctional medical director"].kind is None


def test_several_kinds_of_work_in_one_sentence_each_with_its_pay():
    by_title = roles(
        "# Title",
        "Others pick up disability file reviews ($90 an hour), sit on data safety monitoring boards ($300 an hour), "
        "or do second opinions online for $175 apiece.",
        "Two of us do museum label editing for $40 an hour.",
    )  # fmt: skip
    assert {title: [f.low for f in role.figures] for title, role in by_title.items()} == {
        "disability file reviews": [90], "data safety monitoring boards": [300], "second opinions": [175],
        "museum label editing": [40],
    }  # fmt: skip


def test_a_rank_alone_is_no_job():
    by_title = roles(
        "# Title", "As an associate director of drug supply you would start near $260,000. A senior director gets $340,000.",
    )  # fmt: skip
    assert list(by_title) == ["associate director of drug supply"]


def test_headings_of_one_job_at_two_employers_are_two_roles():
    by_title = roles(
        "# Title", "| Job | Yearly pay", "| UN desk officer, P-4 | $120,000", "| Chart reviewer | $80,000",
        "## UN: desk officer, and a long corridor", "You read cables.",
        "## Legation desk officer", "It pays $90,000 a year.",
    )  # fmt: skip
    assert {title: [f.low for f in role.figures] for title, role in by_title.items()} == {
        "desk officer": [120000], "Chart reviewer": [80000], "Legation desk officer": [90000],
    }  # fmt: skip


@pytest.mark.parametrize("pay", ["$40,000", "£40,000", "₹900,000", "¥4,000,000", "CHF 40,000", "SEK 400,000"])
def test_who_earns_is_a_role_in_any_currency(pay: str) -> None:
    found = roles("# Working elsewhere", f"She told us that benefits clerks make {pay} a year.")
    assert [(title, role.figures[0].as_written) for title, role in found.items()] == [
        ("benefits clerks", f"{pay} a year")
    ]
