# ruff: noqa: E501 (one sentence of an article in one line)
"""Layouts met in the wild: who owns which figure."""

from __future__ import annotations

from tests.knowledge.importing.extraction.pages import found, roles


def bounds(role):
    return [(figure.low, figure.high, figure.unit) for figure in role.figures]


def test_a_numbered_heading_with_a_label_of_pay():
    role = roles("# Title", "## 3. Medical Writer", "You write.", "Average salary: $98,400, according to Payscale")[
        "Medical Writer"
    ]
    assert (role.kind, bounds(role)) == ("medical-writing", [(98400, 98400, "year")])
    assert (role.figures[0].statistic, role.figures[0].attributed_to) == ("average", "Payscale")


def test_pay_in_the_heading_itself():
    role = roles("# Title", "## 1. School health consultant ($62/hour)", "Districts hire pediatricians.")[
        "School health consultant"
    ]
    assert bounds(role) == [(62, 62, "hour")]


def test_one_heading_for_two_roles():
    by_title = roles(
        "# Title", "## Medical affairs director & scientific adviser", "Two posts.",
        "The medical affairs director earns €185,000–€240,000.", "The scientific adviser gets CHF 3'500 per day.",
    )  # fmt: skip
    assert bounds(by_title["Medical affairs director"]) == [(185000, 240000, "year")]
    assert bounds(by_title["scientific adviser"]) == [(3500, 3500, "day")]


def test_two_roles_with_both_figures_in_one_sentence():
    by_title = roles(
        "# Title", "## Medical director and chief medical officer",
        "Salary.com puts the medians at $298,000 for medical directors and $412,000 for chief medical officers.",
    )  # fmt: skip
    assert bounds(by_title["Medical director"]) == [(298000, 298000, "year")]
    assert bounds(by_title["chief medical officer"]) == [(412000, 412000, "year")]
    assert by_title["chief medical officer"].figures[0].statistic == "median"


def test_two_headings_of_one_kind_are_one_role():
    by_title = roles(
        "# Title", "## Utilization review", "Reviewers average $214,750 a year.",
        "## Physician reviewer for claims", "Pay is $80 to $125 per hour.",
    )  # fmt: skip
    assert list(by_title) == ["Utilization review"]
    assert bounds(by_title["Utilization review"]) == [(214750, 214750, "year"), (80, 125, "hour")]


def test_employers_as_headings():
    by_title = roles(
        "# Title", "## Genlytic",
        "It is recruiting a senior medical director for its phase 3 program, at $330,000 to $370,000 plus stock.",
        "## CarePoint Benefits", "The insurer hires physician reviewers. They work from home and are paid $112 an hour.",
    )  # fmt: skip
    assert {role.kind for role in by_title.values()} == {"medical-director", "utilization-review"}
    assert not {"Genlytic", "CarePoint Benefits"} & set(by_title)


def test_the_number_on_the_line_before_its_label():
    by_title = roles(
        "Here is my list.", "$400-600+/hour", "Expert witness work. you review the file at home.",
        "$1/word", "Medical writing. that's for the trade magazines.", "$75 per survey", "Market research surveys, the longer ones.",
    )  # fmt: skip
    assert bounds(by_title["Expert witness work"]) == [(400, None, "hour")]
    assert bounds(by_title["Medical writing"]) == [(1, 1, "word")]
    assert by_title["Medical writing"].figures[0].qualifier == "for the trade magazines"
    assert bounds(by_title["Market research surveys"]) == [(75, 75, "survey")]


def test_the_label_on_the_line_before_its_number():
    by_title = roles(
        "# Title", "Medical writer", "$1/word", "Chart review", "$90 an hour", "Expert witness", "$500 an hour"
    )
    assert {title: bounds(role) for title, role in by_title.items()} == {
        "Medical writer": [(1, 1, "word")], "Chart review": [(90, 90, "hour")], "Expert witness": [(500, 500, "hour")],
    }  # fmt: skip


def test_a_list_of_labels():
    by_title = roles(
        "# Title", "## Corporate roles", "- Medical science liaison — $175,000 to $225,000 plus a company car.",
        "- Health plan medical director: mid-$200s, mostly remote", "- Start-up adviser. Usually equity only.",
        "- Clinical informatics lead — \"six figures, easily\", says one",
    )  # fmt: skip
    assert bounds(by_title["Medical science liaison"]) == [(175000, 225000, "year")]
    assert by_title["Health plan medical director"].kind == "health-executive"
    assert bounds(by_title["Clinical informatics lead"]) == [(100000, 999999, "year")]
    assert by_title["Start-up adviser"].figures == ()


def test_a_chapter_of_roles_is_no_role():
    assert list(roles("# Title", "## Medical writing", "### Regulatory editor", "Pay: $90,000", "### Board question author", "Fee: $50 per question")) == [
        "Regulatory editor", "Board question author",
    ]  # fmt: skip


def test_chapters_that_are_no_roles():
    extraction = found(
        "# Title", "## Why leave", "Many do.", "## What an MBA costs", "Between $60,000 and $200,000.", "## Next steps", "Call us.",
        "## Executive MBA", "Tuition: $120,000", "## Conclusion", "Nothing pays like $500,000.",
    )  # fmt: skip
    assert extraction.roles == ()
    assert [one.as_written for one in extraction.unplaced] == ["$60,000 and $200,000", "$120,000", "$500,000"]


def test_a_table_of_roles_with_low_and_high():
    by_title = roles(
        "# Title", "## Salaries", "| Job title | Low | High | Median | Openings",
        "| Device company medical director | $240,000 | $390,000 | $310,000 | 122",
        "| Expert witness | $400/hr | $900/hr | $550/hr | -",
    )  # fmt: skip
    assert bounds(by_title["Expert witness"]) == [(400, 900, "hour"), (550, 550, "hour")]
    director = by_title["Device company medical director"]
    assert [(f.low, f.high, f.statistic) for f in director.figures] == [
        (240000, 390000, "range"),
        (310000, 310000, "median"),
    ]


def test_a_table_with_a_column_for_each_source():
    by_title = roles(
        "# Title", "| Title | Glassdoor | ZipRecruiter", "| Physician advisor | $227,000 | $218,400",
        "| Chief quality officer | — | $340,000", "Averages, U.S., April 2025.",
    )  # fmt: skip
    assert [(f.low, f.attributed_to, f.statistic, f.geography) for f in by_title["Physician advisor"].figures] == [
        (227000, "Glassdoor", "average", "U.S."), (218400, "ZipRecruiter", "average", "U.S."),
    ]  # fmt: skip


def test_a_table_of_levels_inside_a_role():
    role = roles(
        "# Title", "## Chief medical officer", "You lead.", "| Experience | Total compensation", "| 0-5 years | $320,000",
        "| More than 10 years | $515,000",
    )["Chief medical officer"]  # fmt: skip
    assert [(f.low, f.qualifier) for f in role.figures] == [(320000, "0-5 years"), (515000, "More than 10 years")]


def test_a_table_of_prices_is_no_pay():
    extraction = found(
        "# Title", "| Program | Price", "| Executive MBA | $98,000–$214,000", "| Writing workshop | $350"
    )
    assert extraction.roles == ()
    assert len(extraction.unplaced) == 2
