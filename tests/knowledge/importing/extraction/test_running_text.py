"""Text without headings, letters, diaries, forums: whose figure it is, and what is nobody's pay."""

from __future__ import annotations

from dataclasses import replace

from knowledge.importing.publisher import publisher_of
from tests.knowledge.importing.extraction.pages import figures, found, page, roles


def amounts(role):
    return [(figure.low, figure.unit) for figure in role.figures]


def test_labelled_paragraphs_after_a_line_that_looks_like_a_heading_are_roles_of_their_own():
    by_title = roles(
        "# Side gigs that paid me", "Chart audits for an ACO. $95/hr, 10 hrs/month.", "Disability exams —",
        "$175 per exam. There is no treating.", "Camp doctor: room and board plus $1,100 a week.",
        "Medical survey panels: $50-$200 each.", "Speaking for pharma? I got $1,500 a talk.",
        "Total 2024: $61,400 on top of my day job.",
    )  # fmt: skip
    assert {title: amounts(role) for title, role in by_title.items()} == {
        "Chart audits for an ACO": [(95, "hour")], "Disability exams": [(175, "evaluation")],
        "Camp doctor": [(1100, "week")], "Medical survey panels": [(50, "survey")],
        "Speaking for pharma": [(1500, "project")],
    }  # fmt: skip


def test_letters_each_speak_of_their_own_work():
    by_kind = {
        role.kind: amounts(role)
        for role in found(
            "# Letters to the editor",
            "SIR - I left my practice and now work as a medical director for a health insurer. The pay, at $248,000, is"
            " a little over half of what I used to make.",
            "SIR - I would warn you about expert witness work. The hourly fee is fair ($550 in my case, and $750 when I"
            " testify), yet my retainer of $3,000 was returned.",
            "SIR - Telehealth suits the tired. A platform gives me $48 per visit. Nobody should expect six figures.",
            "The editor replies: Of 388 readers, 9 percent earned more than $50,000 that way.",
        ).roles
    }
    assert by_kind == {
        "health-executive": [(248000, "year")],
        "medico-legal": [(550, "hour"), (750, "hour")],
        "telemedicine": [(48, "case")],
    }


def test_the_name_of_a_society_is_no_role():
    assert not found("# Pay", "The American Medical Writers Association reports a mean salary of $121,000.").roles


def test_work_as_the_subject_of_a_paragraph():
    by_title = roles(
        "# What I earned", "Biotech consulting was the surprise. My day rate crept up to $3,400 in the autumn.",
        "Then expert reports for disability insurers. Forty-one files at $275 a file.",
        "This newsletter is a hobby; others make $90,000 with theirs.",
    )  # fmt: skip
    assert amounts(by_title["Biotech consulting"]) == [(None, "day")]
    assert amounts(by_title["expert reports"]) == [(275, "case")]


def test_terms_of_a_list_of_definitions_lead_what_is_below_them():
    document = page("# Guide", "- Patent consultant", "- Explains implants. Usual fees are $400 to $600 an hour.")
    blocks = (*document.blocks[:2], replace(document.blocks[2], level=2))
    from knowledge.importing.extraction import extract
    from tests.knowledge.importing.extraction.pages import known_work

    (role,) = extract(replace(document, blocks=blocks), known_work()).roles
    assert (role.title, amounts(role)) == ("Patent consultant", [(400, "hour")])


def test_numbers_without_a_sign_are_money_with_a_unit_and_a_verb_of_pay():
    found_here = figures("# Gigs", "## Expert witness", "I charge 400 an hour.", "600/hr at trial.")
    assert [figure.low for figure in found_here] == [400, 600]
    assert not figures("# Gigs", "## Expert witness", "I can read 20 an hour, and 12 an hour on bad days.")


def test_what_a_rule_says_of_all_figures_gives_way_to_another_voice():
    first, second = figures(
        "# Guide", "All figures are U.S. averages from Glassdoor unless we say otherwise.",
        "## Utilization management physician", "Salary: $213,000", "## Clinical editor",
        "A recruiter we spoke with quoted a salary of $98,000.",
    )  # fmt: skip
    assert (first.statistic, first.attributed_to, first.geography) == ("average", "Glassdoor", "U.S.")
    assert (second.statistic, second.attributed_to) == ("unspecified", None)


def test_a_rule_behind_a_semicolon():
    (one,) = figures(
        "# Portfolio careers", "A consultant's basic NHS salary is £105,504; the figures here are UK averages.",
        "## Medical adviser to an insurer", "Salary: £92,000",
    )  # fmt: skip
    assert (one.statistic, one.geography, one.low) == ("average", "UK", 92000)


def test_ranks_in_a_table_under_a_role_are_qualifiers():
    (role,) = found(
        "# Guide", "## Transplant data consultant", "| Level | Day rate", "| Associate | $900",
        "| Senior | $1,400–1,800",
    ).roles  # fmt: skip
    assert [(figure.low, figure.qualifier) for figure in role.figures] == [(900, "Associate"), (1400, "Senior")]


def test_pay_of_like_size_in_the_same_breath():
    first, second, third = figures(
        "# Digest", "## Utilization management medical director",
        "Median $262,500; in California $281,000. Directors with more than ten years' experience: $305,000.",
    )  # fmt: skip
    assert (first.statistic, second.geography) == ("median", "California")
    assert third.qualifier == "Directors with more than ten years' experience"


def test_a_bonus_is_no_pay_of_its_own():
    lines = ("## Chief quality officer", "Pay is $338,000 a year. Bonuses, where paid, average $46,000.")
    (one,) = figures("# Digest", *lines)
    assert one.low == 338000


def test_persons_titles_end_no_clause():
    first, second = figures(
        "# Digest", "## Expert witness", "Dr. Hale bills $500 an hour for file review and $650 an hour for deposition."
    )
    assert (first.qualifier, second.qualifier) == ("for file review", "for deposition")


def test_the_publisher_beside_the_author_and_alone_under_the_title():
    lines = ["# Life after the OR", "By Dana Whitcomb | The Slit Lamp Review | June 3, 2025", "Text."]
    assert publisher_of(page(*lines)) == "The Slit Lamp Review"
    lines[1] = "Ashgrove University, Office of Career Development"
    assert publisher_of(page(*lines)) == "Ashgrove University"
    lines[1] = "Fall 2024 edition. Prepared by Carrow & Lyle Compensation Advisors"
    assert publisher_of(page(*lines)) == "Carrow & Lyle Compensation Advisors"


def test_portraits_of_people_bear_their_work_behind_their_names():
    by_title = roles(
        "# What else is out there?", "Here is what they told us.",
        'Anita (class of 2009), quality improvement consultant in Kansas City: "I get 1,600 dollars a day."',
        'Deepak (2016), associate medical director, oncology: "Recruiters say mid $200s for people straight out of'
        ' fellowship."',
        "Ellen (1998), hospice medical director: paid per month, 4,500 dollars.",
        "Farid (2012), long-term care insurance: he reads applications at home, at $130 an hour.",
    )  # fmt: skip
    assert {title: amounts(role) for title, role in by_title.items()} == {
        "quality improvement consultant in Kansas City": [(1600, "day")],
        "associate medical director, oncology": [(240000, "year")],
        "hospice medical director": [(4500, "month")],
    }


def test_a_section_says_what_is_paid_for():
    first, second = figures(
        "# Guide", "## Core lab reading", "Core labs that read echocardiograms pay by the study.",
        "We have seen $20 for a simple one, $60 for a full protocol.",
    )  # fmt: skip
    assert (first.low, first.unit, first.as_written) == (20, "case", "$20")
    assert (second.low, second.unit, second.qualifier) == (60, "case", "for a full protocol")


def test_what_somebody_else_earns_goes_to_no_role():
    result = found(
        "# How I left", "I became a physician informaticist, paid at $120 an hour.",
        "It suits me. Someone who labels images for a firm gets $150 an hour.",
    )  # fmt: skip
    assert [figure.low for role in result.roles for figure in role.figures] == [120]
    assert [one.as_written for one in result.unplaced] == ["$150 an hour"]


def test_a_field_behind_a_job_is_no_second_job():
    (first, second) = found(
        "# FAQ", "## How much do psychiatrists earn in industry?",
        "Medical directors in drug development start at about $240,000. Medical science liaisons with an MD start at"
        " $180,000.",
    ).roles  # fmt: skip
    assert (first.kind, second.kind) == ("medical-director", "medical-science-liaison")
    assert (first.figures[0].low, second.figures[0].qualifier) == (240000, "with an MD")


def test_units_in_front_of_brackets():
    first, second = figures("# Ranked", "## Telehealth", "Per visit ($25 to $40) or per hour ($120-150). Your pick.")
    assert (first.unit, first.kind, second.unit, second.kind) == ("case", "fee", "hour", "rate")


def test_columns_by_the_year_and_by_the_hour():
    (role,) = found(
        "# Survey", "| Activity | Share doing it | Median per year | Median hourly",
        "| Expert witness work | 12% | $2,400 | $450",
    ).roles  # fmt: skip
    assert amounts(role) == [(2400, "year"), (450, "hour")]


def test_columns_of_low_and_high_with_a_column_of_units():
    by_title = roles(
        "# Pay", "| Work | Unit | Low | High", "| Medical writing | word | $0.60 | $1.50",
        "| Peer review of claims | hour | $90 | $140",
    )  # fmt: skip
    assert amounts(by_title["Medical writing"]) == [(0.6, "word")]
    assert amounts(by_title["Peer review of claims"]) == [(90, "hour")]
