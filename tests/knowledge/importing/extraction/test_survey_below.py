"""Surveys told of below their shares, named without anyone who asks, or only near by: sentences invented here."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.extraction.test_polls import heading, item, polls_of


@pytest.mark.parametrize(
    "note",
    [
        "Source: Larch Panel, May 2023, n = 412. Several answers were possible.",
        "Base: 412 midwives, asked by the Larch Panel in 2023. Several answers were possible.",
        "(Larch Panel 2023, 412 midwives. Several answers were possible.)",
    ],
)
def test_a_survey_told_of_under_its_shares(note):
    polls = polls_of(heading("What would help?"), item("Rest: 58%"), item("Money: 31%"), note)
    assert [(poll.percent, poll.attributed_to, poll.sample, poll.year) for poll in polls] == [
        (58, "Larch Panel", 412, 2023), (31, "Larch Panel", 412, 2023),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "Three in five say so. The Larch Guild asked 240 midwives in 2022.",
        "Money was named by 31%, rest by 58%. The Larch Guild asked 240 midwives in 2022.",
        "“No,” said 31% of them. The Larch Guild put the question to 240 midwives in 2022.",
    ],
)
def test_a_survey_told_of_behind_its_shares(said):
    polls = polls_of(said)
    assert polls and {(poll.attributed_to, poll.sample, poll.year) for poll in polls} == {("Larch Guild", 240, 2022)}


@pytest.mark.parametrize(
    "said",
    [
        ("Pay rose by 4%.", heading("Mood"), "The Larch Guild asked 240 midwives in 2022."),
        ("The bonus is 20%. The Larch Guild asked 240 midwives in 2022.",),
        ("The platform keeps 30%. The Larch Guild asked 240 midwives in 2022.",),
        ("Loans bear 6.8%, alas. The Larch Guild asked 240 midwives in 2022.",),
        ("The Larch Guild asked 240 midwives; 44% replied.",),
        ("The Larch Guild wrote to 800 midwives, of whom 240 answered (30%).",),
        ("The Larch Guild asked 240 midwives. Shares may add up to 100%.",),
    ],
)
def test_a_survey_near_by_makes_no_poll_of_what_is_none(said):
    assert not polls_of(*said)


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("In the Wainscot Survey, 82% of reviewers said they were happy.", "Wainscot Survey"),
        ("By the Offhours Panel 19% of directors work on weekends.", "Offhours Panel"),
        ("Most are tired: 59% said “often” (Marlow Barometer 2022, 460 doctors).", "Marlow Barometer"),
    ],
)
def test_a_survey_is_named_with_no_one_who_asks(said, source):
    [poll] = polls_of(said)
    assert source in (poll.attributed_to or "")


@pytest.mark.parametrize(
    ("title", "allowed"),
    [
        ("Why did you leave? (choose one)", "no"), ("What helped? Tick all that apply", "yes"),
        ("What helped?", "unknown"), ("You are not the only one", "unknown"),
    ],
)
def test_a_heading_says_how_many_answers_were_allowed(title, allowed):
    polls = polls_of(heading(title), item("Rest: 58%"), item("Money: 31%"), "Side Hill Inquiry 2024, 733 urologists")
    assert [(poll.multi_select, poll.sample, poll.year) for poll in polls] == [(allowed, 733, 2024)] * 2


def test_a_number_behind_a_share_is_of_its_group():
    poll = polls_of("The Larch Guild asked 900 midwives in 2024. 52% said no. In Wales it was 41% (n = 187).")[-1]
    assert (poll.sample, poll.year, poll.attributed_to) == (187, 2024, "Larch Guild")


@pytest.mark.parametrize(
    "said", ["Invitations reached 900 midwives; 30% said no.", "Surgeons (n = 96) agree: 30% said no."]
)
def test_what_begins_with_a_capital_is_not_who_asked(said):
    assert {poll.attributed_to for poll in polls_of(said)} == {None}
