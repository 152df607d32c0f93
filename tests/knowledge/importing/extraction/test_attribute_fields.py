"""Fields and columns that tell a property, shares of a week, and other words for the same."""

from __future__ import annotations

import pytest

from knowledge.importing.extraction.attribute_fields import fields_in
from knowledge.importing.extraction.time_shares import share_of
from tests.knowledge.importing.extraction.pages import roles


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Patient contact: None", {("patient_contact", "none", "stated")}),
        ("Clinical contact: limited to school visits", {("patient_contact", "limited", "stated")}),
        ("Patient care: daily", {("patient_contact", "direct", "stated")}),
        ("Location: Hybrid, in Boston", {("work_mode", "remote", "partly"), ("work_mode", "on_site", "partly")}),
        ("Where: anywhere with a phone", {("work_mode", "remote", "stated")}),
        ("Workplace – hospital campus", {("work_mode", "on_site", "stated")}),
        ("Travel: none", {("travel", "none", "stated")}),
        ("Travel: 30% of the time", {("travel", "required", "stated")}),
        ("Career path: lead, then head of safety", {("growth", "ladder", "stated")}),
        ("Who hires: public school districts", {("setting", "education", "stated")}),
        ("Location: Denver", set()),
        ("Travel: varies", set()),
        ("What you do: read files from home", set()),
        ("Sponsor: none", set()),
    ],
)
def test_a_field(line, expected):
    assert set(fields_in(line, (), ())) == expected


def test_a_column_that_says_where():
    by_title = roles(
        "# Title", "| Role | Pay | Where you work", "| Chart review | $60 an hour | Home",
        "| Medical director | $250,000 a year | Insurer’s office",
    )  # fmt: skip
    modes = {t: [(a.value, a.basis) for a in role.attributes if a.name == "work_mode"] for t, role in by_title.items()}
    assert modes == {"Chart review": [("remote", "stated")], "Medical director": [("on_site", "stated")]}


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("Two mornings a week, that is all.", "part_time"),
        ("About 10-15 hrs/wk, more in spring.", "part_time"),
        ("The board meets once a quarter.", "part_time"),
        ("I do them Fridays.", "part_time"),
        ("The week is 40 hours.", "full_time"),
        ("You are there six days a week.", "full_time"),
        ("You travel three days a week.", None),
        ("Two days a week from home are allowed.", None),
        ("She keeps a clinic half a day a week.", None),
        ("It takes two years.", None),
    ],
)
def test_a_share_of_the_week(sentence, share):
    assert share_of(sentence) == share


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She does it at a desk in the garage.", ("work_mode", "remote")),
        ("The panel meets over Zoom.", ("work_mode", "remote")),
        ("Half the readers work from a cabin.", ("work_mode", "remote")),
        ("You go to the plant for it.", ("work_mode", "on_site")),
        ("It cannot be done from home.", ("work_mode", "on_site")),
        ("He has never met a claimant.", ("patient_contact", "none")),
        ("You will not speak to any patient.", ("patient_contact", "none")),
        ("Nobody is examined.", ("patient_contact", "none")),
        ("You see the children once a month.", ("patient_contact", "direct")),
        ("She covers four states.", ("travel", "required")),
        ("Expect a flight every week.", ("travel", "required")),
        ("There is a clear path to the top.", ("growth", "ladder")),
        ("You take only the files you want, at your own pace.", ("schedule", "flexible")),
        ("You log off at five.", ("schedule", "predictable")),
        ("The work comes file by file.", ("commitment", "per_project")),
    ],
)
def test_other_words(sentence, expected):
    role = roles("# Title", "## Quality officer", sentence)["Quality officer"]
    assert expected in [(a.name, a.value) for a in role.attributes]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("You carry questions back to the home office.", ("work_mode", "remote")),
        ("You answer for the promotion and safety of the drug.", ("growth", "ladder")),
        ("You read travel claims.", ("travel", "required")),
        ("You decide which of them matter.", ("schedule", "flexible")),
        ("You speak to the FDA.", ("setting", "government")),
        ("You go to hospitals and count beds.", ("setting", "hospital")),
        ("It got me out of hospital.", ("setting", "hospital")),
    ],
)
def test_what_only_looks_like_it(sentence, wrong):
    role = roles("# Title", "## Quality officer", sentence)["Quality officer"]
    assert wrong not in [(a.name, a.value) for a in role.attributes]


def test_the_heading_of_the_employers_implies_the_setting():
    by_title = roles(
        "# Title", "## Insurers and review companies", "### Appeals reviewer", "It pays $90 an hour.",
        "## Law firms", "### Record reader", "They pay $120 an hour at the hospital.",
        "## What next", "### Camp planner", "It pays $80 an hour.",
    )  # fmt: skip
    found = {title: [(a.value, a.basis) for a in role.attributes] for title, role in by_title.items()}
    assert found == {
        "Appeals reviewer": [("insurer", "implied")], "Record reader": [("hospital", "stated")], "Camp planner": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "setting"),
    [
        ("A maker of antibiotics took her on.", "pharma"),
        ("The disability carriers hire for this.", "insurer"),
        ("Solicitors send the bundles.", "legal"),
        ("Two school districts have one.", "education"),
        ("The state licensing board pays for it.", "government"),
        ("You sit on a research ethics committee.", "research"),
        ("A chatbot company asked him.", "technology"),
    ],
)
def test_who_employs(sentence, setting):
    role = roles("# Title", "## Quality officer", sentence)["Quality officer"]
    assert ("setting", setting) in [(a.name, a.value) for a in role.attributes]
