# ruff: noqa: E501 (one sentence of an article in one line)
"""Amounts in a role's own section that are nobody's pay there: listed with a reason, never taken, never lost."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.extraction.pages import found

SENTENCES = [
    "The field took in $482 million last year.",
    "The market is forecast to reach USD 2.9 billion by 2029.",
    "An executive MBA costs $120,000 or so.",
    "The board examination fee was $2,150 at last count.",
    "Health systems spend about $250,000 to replace one surgeon.",
    "Hospitals lose money; one analyst puts the waste at $2,000 per room and hour.",
    "The mean payment on a claim is $309,000.",
    "E&O policy was $1,150 for me.",
    "Malpractice tail averages $18,000.",
    "Signing bonuses of $25,000 to $40,000 have come back.",
    "Insurance costs about $3,400 a season.",
    "My loans were $318,000.",
    "She left her hospital job, which paid $310,000, for this.",
    "The average psychiatrist earns $323,000.",
    "In clinical practice the median is $472,000.",
    "That is less than the $450,000 of private practice.",
    "The prize was a €200 voucher.",
    "A membership costs €4 a month.",
    "Chains sell this to patients for a price of USD 90 to 150 apiece.",
    "She sold her company for $14 million.",
    # the subject of the clause is what costs so much
    "My rider runs $1,150 a year.",
    "Family insurance comes to about $1,900 a month.",
    "The licence is £463 a year.",
    "Keep your registration, it's £463 a year.",
    "A two-bedroom apartment near the office is $2,650 a month.",
    "Add the price of a lawyer (about $300 an hour) first.",
    "Think of the extra insurance (about $3,100 a year) too.",
    "A typical plan ends up at $3 million to $9 million.",
    "In my last year of practice I billed $390,000.",
    "Weigh that against malpractice premiums, which can exceed $38,000 a year.",
    "Doctors who see patients earn an average of $361,000 per year.",
    "The average urologist we talk to bills $590,000 and stays.",
    "The typical internist that I know makes $268,000.",
    # not the article's own
    "Nocturnists wanted! Montana, $2,650/day, housing paid.",
    "READ MORE: Company that paid doctors $240 an hour leaves the state",
    "Small ads. Flat to let, two rooms, CHF 1'950 a month.",
    "Related stories: Why coders earn $98,000 a year",
    "Hospital in Ohio, $310/hr, no weekends. Apply now.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_pay(sentence):
    extraction = found("# Title", "## Medical writer", "You write for a living.", sentence)
    assert [figure.as_written for role in extraction.roles for figure in role.figures] == []
    assert extraction.unplaced
    assert all(one.why for one in extraction.unplaced)


@pytest.mark.parametrize(
    "sentence",
    [
        "Insurance companies pay $190,000 a year.",
        "She went to an insurance company, which pays $190,000 a year.",
        "A course earns its author $4,000 a month.",
        "For courses you are paid $4,000 a month.",
        "Lawyers pay $400 an hour.",
        "You name your own price, I ask $500 an hour.",
        "One agency paid a flat $3,200 per project until its client was bought.",
        "The visa took a year, the job pays $95 an hour.",
    ],
)
def test_pay_although_a_thing_that_costs_is_named(sentence):
    (role,) = found("# Title", "## Medical writer", "You write for a living.", sentence).roles
    assert len(role.figures) == 1


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("And what did you earn on the wards?", 0),
        ("What was your clinical salary?", 0),
        ("What did the hospital pay when you were in private practice?", 0),
        ("And what does it pay?", 1),
    ],
)
def test_an_answer_is_about_what_was_asked(question, taken):
    (role,) = found("# Title", "## Medical writer", "You write for a living, and get $2 a word.", question, "$62,000 a month, tax free.").roles
    assert len(role.figures) == 1 + taken


def test_pay_beside_an_amount_that_is_none():
    extraction = found(
        "# Title", "## Lactation app adviser", "Startups that have raised $10 million or more can pay $3,000 to $5,000 a month.",
        "Camps pay $1,000-$2,500 a week plus free tuition, worth up to $12,000.",
    )  # fmt: skip
    assert [f.as_written for f in extraction.roles[0].figures] == ["$3,000 to $5,000 a month", "$1,000-$2,500 a week"]
    assert [one.as_written for one in extraction.unplaced] == ["$10 million", "$12,000"]


def test_pay_without_a_role_is_listed():
    extraction = found("# Title", "Family physicians earn a median of $255,000.", "Some get $90 an hour for it.")
    assert extraction.roles == ()
    assert [one.as_written for one in extraction.unplaced] == ["$255,000", "$90 an hour"]


@pytest.mark.parametrize(
    "sentence",
    [
        "They charge patients $300 an hour for it.",
        "Their customers pay $2,000 a month for the app.",
        "Nurses in the same job make $110,000.",
        "An orthopedic surgeon makes $570,000.",
        "Expect to give up $100,000 a year.",
        "The wage gap is $20,000 a year.",
        "Travel budget: $10,000 a year",
        "CME allowance: $3,000 per year",
        "Relocation package: $15,000",
        "Malpractice insurance: $4,000/year",
    ],
)
def test_who_pays_or_earns_is_somebody_else(sentence):
    (role,) = found("# Title", "## Medical writer", "You write for a living, and get $2 a word.", sentence).roles
    assert [figure.low for figure in role.figures] == [2]


@pytest.mark.parametrize(
    ("sentence", "lows"),
    [
        ("Base of $190,000 and $30,000 in stock.", [190000]),
        ("Total compensation is $260,000, of which $30,000 is bonus.", [260000]),
        ("A radiologist gets $450 an hour for it.", [450]),
        ("Companies charge you nothing and pay $90 an hour.", [90]),
        ("Insurance review: $95 an hour", [95]),
        ("A utilization review physician makes $219,400.", [219400]),
        ("The average utilization review physician makes $219,400.", [219400]),
        ("I took $231,000 and gave up $58,000.", [231000]),
    ],
)
def test_what_is_pay_beside_it(sentence, lows):
    (role,) = found("# Title", "## Utilization review", "You read charts.", sentence).roles
    assert [figure.low for figure in role.figures] == lows
