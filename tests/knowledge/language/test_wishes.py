from __future__ import annotations

import pytest

from knowledge.language.names import Names
from tests.knowledge.language.said import said

WISHES = {
    "work_mode=remote": "remote; from home; wfh; from my couch; telecommute; "
    "virtual; work from anywhere; "
    "no commute",
    "work_mode=on_site": "in person; onsite; on-site; in the office; face to face",
    "commitment=part_time": "part-time; side gig; on the side; moonlighting; "
    "a few hours a week; extra income",
    "commitment=full_time": "full-time; fulltime; permanent position",
    "commitment=per_project": "freelance; contract work; per project; gig work",
    "patient_contact=none": "no patients; without patient contact; non-patient-facing; "
    "away from bedside; "
    "no bedside;"
    " don't want to see patients; never touch a patient again",
    "patient_contact=direct": "patient contact; still see patients; direct patient care; bedside",
    "setting=pharma": "pharma; big pharma; drug company; in industry; drug makers",
    "setting=biotech": "biotech",
    "setting=device": "device maker; medical devices; medtech",
    "setting=insurer": "insurance; payer side; health plan; managed care",
    "setting=legal": "law firms; work for lawyers",
    "setting=hospital": "hospital; health system",
    "setting=education": "teaching; academia; I want to teach",
    "setting=technology": "tech; startups; digital health; health tech",
    "setting=government": "government; FDA; public health",
    "setting=nonprofit": "nonprofit; non profit; NGO",
    "setting=research": "research jobs",
    "schedule=flexible": "flexible hours; set my own hours; my own schedule",
    "schedule=predictable": "predictable hours; regular hours; 9 to 5 schedule",
    "travel=none": "no travel; without travel; don't want to travel; can't travel",
    "travel=required": "with travel; travel required",
    "growth=ladder": "career ladder; room to grow; promotion",
    "growth=none": "dead end; no ladder; no growth",
    "order=highest": "best paid; highest paying; top paying; most money; pays the most; lucrative",
    "order=lowest": "lowest; worst paid; pays the least",
    "count=count": "how many",
    "pay_given=no": "without a number; no figure; pay not given; "
    "no stated salary; don't list a salary",
    "pay_given=yes": "with a figure; with a stated salary; that list a salary",
    "drop=pay": "drop the pay limit; any pay is fine; forget the pay; pay doesn't matter; "
    "remove the salary filter",
    "drop=specialty": "any specialty is fine; drop the specialty; no preference on specialty",
    "drop=work_mode": "forget remote; doesn't have to be remote; "
    "remote isn't required; remote or not",
    "drop=travel": "travel is fine; don't mind travel",
    "drop=all": "clear all filters; drop everything; forget all that",
    "geography=Canada": "in Canada; canada",
    "geography=us": "in the US; in the United States; u.s.; USA",
    "geography=Texas": "Texas",
    "unstated_wish=visa": "visa sponsorship; h1b",
    "unstated_wish=malpractice": "malpractice coverage; tail coverage",
    "unstated_wish=vacation": "vacation; pto",
    "unstated_wish=retirement plan": "pension; 401k",
    "unstated_wish=benefits": "health insurance; benefits",
    "limit=3": "top 3; three best; show me 3",
    "rank=2": "second highest paying; second best",
    "ordinal=2": "the second one; #2; number two; option 2; the 2nd; 2",
    "ordinal=last": "the last one; the latter",
    "cue=only": "only MSL; MSL only; just MSL",
    "cue=instead": "MSL instead",
    "cue=what_about": "what about MSL; how about MSL",
    "cue=actually": "actually MSL",
    "cue=and_for": "and for rheum; same for rheum",
    "cue=more": "more; anything else; show more",
    "cue=except": "except MSL; not MSL",
    "reference=it": "does it pay well; compare it with MSL",
    "reference=that": "is that reliable; where does that come from",
    "reference=those": "which of those are remote; those",
}


@pytest.mark.parametrize(
    ("expected", "text"),
    [(value, text.strip()) for value, texts in WISHES.items() for text in texts.split(";")],
)
def test_everyday_wordings(expected: str, text: str, names: Names) -> None:
    found = said(text, names, without="")
    if expected == "reference=those":
        assert expected in found or "cue=of_those" in found
    else:
        assert expected in found


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("jobs that pay well", "reference"),
        ("is it hard to leave medicine", "reference"),
        ("burnout is killing me and it sucks", "reference"),
        ("I only did residency once", "cue"),
        ("remote and part time", "cue"),
        ("no thanks", "cue"),
        ("call me back", "unstated_wish"),
        ("my second job", "ordinal"),
        ("second opinion work", "ordinal"),
        ("the first step", "ordinal"),
        ("second career", "ordinal"),
        ("how lucrative is it", "order"),
        ("no pharma jobs", "cue"),
        ("credit cards", "specialty"),
        ("in 3 years", "limit"),
        ("tell us about it", "geography"),
    ],
)
def test_wordings_that_only_look_alike(text: str, unwanted: str, names: Names) -> None:
    assert unwanted not in {
        found.split("=")[0].lstrip("!") for found in said(text, names, without="")
    }


def test_one_line_with_many_wishes(names: Names) -> None:
    text = (
        "I'm a rheum, done with prior auths, anything from home that pays at least what I make "
        "now, say 220?"
    )
    assert said(text, names) == [
        "specialty=rheumatology",
        "!unstated_wish=charting",
        "work_mode=remote",
        "pay=>=220000 USD/year",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("second highest paying for onc", ["rank=2", "order=highest", "specialty=oncology"]),
        ("3 highest paying remote", ["limit=3", "order=highest", "work_mode=remote"]),
        ("compare the first and the third", ["ordinal=1", "ordinal=3"]),
        ("the second and third ones", ["ordinal=2", "ordinal=3"]),
        ("compare 1 and 3", ["ordinal=1", "ordinal=3"]),
        ("second best", ["rank=2", "order=highest"]),
    ],
)
def test_ranks_limits_and_ordinals(text: str, expected: list, names: Names) -> None:
    assert said(text, names) == expected
