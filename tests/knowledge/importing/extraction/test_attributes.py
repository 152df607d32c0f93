"""Properties of a role, what denies them, and what is said of pay without a figure."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.extraction.pages import roles


def role(sentence):
    return roles("# Title", "## Quality officer", sentence)["Quality officer"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The work is done entirely from home.", ("work_mode", "remote", "stated")),
        ("Much of it can be done from home.", ("work_mode", "remote", "partly")),
        ("You will be on site every day.", ("work_mode", "on_site", "stated")),
        ("It is a full-time job.", ("commitment", "full_time", "stated")),
        ("You do not see patients.", ("patient_contact", "none", "stated")),
        ("No patient is ever seen.", ("patient_contact", "none", "stated")),
        ("You see patients by video.", ("patient_contact", "direct", "stated")),
        ("You choose your own hours.", ("schedule", "flexible", "stated")),
        ("The hours are regular.", ("schedule", "predictable", "stated")),
        ("Expect to be on the road three days out of five.", ("travel", "required", "stated")),
        ("Travel is not part of it.", ("travel", "none", "stated")),
        ("There is a ladder: manager, group manager, head.", ("growth", "ladder", "stated")),
        ("There is no ladder to climb.", ("growth", "none", "stated")),
        ("Insurers hire for this.", ("setting", "insurer", "stated")),
    ],
)
def test_an_attribute(sentence, expected):
    assert expected in [(a.name, a.value, a.basis) for a in role(sentence).attributes]


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("It is not remote.", ("work_mode", "remote")),
        ("International travel is rare.", ("travel", "required")),
        ("Remote posts are still the exception.", ("work_mode", "remote")),
        ("Part-time contracts are very uncommon here.", ("commitment", "part_time")),
        ("There is no ladder to climb.", ("growth", "ladder")),
        ("You do not see patients.", ("patient_contact", "direct")),
        ("Travel is not part of it.", ("travel", "required")),
        ("It is never part time.", ("commitment", "part_time")),
    ],
)
def test_what_is_denied_does_not_count(sentence, denied):
    assert denied not in [(a.name, a.value) for a in role(sentence).attributes]


def test_a_table_that_is_asked_with_yes_and_no():
    by_title = roles(
        "# Title",
        "| Job | Remote? | Travel",
        "| AI consultant | yes | none",
        "| Product manager | no | constant",
        "| Grant reviewer | yes | none",
    )
    assert {(a.name, a.value) for a in by_title["AI consultant"].attributes} == {
        ("work_mode", "remote"),
        ("travel", "none"),
    }
    assert {(a.name, a.value) for a in by_title["Product manager"].attributes} == {
        ("work_mode", "on_site"),
        ("travel", "required"),
    }


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("Pay varies widely.", "varies widely"),
        ("It is usually unpaid.", "unpaid"),
        ("Pay depends on the school and is seldom published.", "depends on the school and is seldom published"),
        ("The rules vary by state.", None),
    ],
)
def test_pay_note(sentence, note):
    assert role(sentence).pay_note == note


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The post is hybrid.", {("work_mode", "remote", "partly"), ("work_mode", "on_site", "partly")}),
        ("She goes to one meeting a month.", {("commitment", "part_time", "implied")}),
        ("He works deal by deal.", {("commitment", "per_project", "stated")}),
        ("There are no on-calls.", {("schedule", "predictable", "stated")}),
        ("Nobody minds whether it is noon or midnight.", {("schedule", "flexible", "stated")}),
        ("Her employer is a pump company.", {("setting", "device", "stated")}),
        ("His employer is an aid agency.", {("setting", "nonprofit", "stated")}),
        ("She was in eleven countries last year.", {("travel", "required", "implied")}),
        ("The next step would be vice president.", {("growth", "ladder", "stated")}),
        ("The next step is to send a letter.", set()),
        ("It is for a company that serves rural hospitals.", set()),
    ],
)
def test_properties_in_other_words(sentence, expected):
    (role,) = roles("# Jobs", "## Chart reviewer", f"{sentence} The pay is $90 an hour.").values()
    assert {(one.name, one.value, one.basis) for one in role.attributes} == expected
