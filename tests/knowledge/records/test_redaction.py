"""What is taken out of what people wrote, and what has to stay."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.records.redaction import redact
from tests.timing import seconds_of


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("mail me: jane.doe+jobs@clinic.example.org!", "mail me: [email]!"),
        ("JANE_DOE@CLINIC.ORG and o'brien@x.co.uk", "[email] and [email]"),
        ("jane＠clinic.org", "[email]"),
        ("jane.doe (at) clinic (dot) org", "[email]"),
        ("jane at gmail dot com please", "[email] please"),
        ("ja\u200bne@clinic.org", "[email]"),
    ],
)
def test_email_addresses_go(text: str, kept: str) -> None:
    assert redact(text) == kept


@pytest.mark.parametrize(
    "number",
    [
        "415-555-1234", "(415) 555-1234", "415.555.1234", "415 555 1234", "1-415-555-1234",
        "+1 415 555 1234", "+44 20 7946 0958", "+49 (0)30 901820", "4155551234", "14155551234",
        "415–555–1234", "415\u2011555\u20111234", "415\u00a0555\u00a01234", "４１５-555-1234",
    ],
)  # fmt: skip
def test_telephone_numbers_go(number: str) -> None:
    assert redact(f"I am at {number} today") == "I am at [phone] today"


@pytest.mark.parametrize("text", ["call 555-1234", "text me at 555 1234", "cell: 555-12 34"])
def test_short_telephone_numbers_go_where_a_word_says_so(text: str) -> None:
    assert "[phone]" in redact(text) and "555" not in redact(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("SSN 123-45-6789.", "SSN [number]."),
        ("it is 123-45-6789", "it is [number]"),
        ("123 45 6789", "[number]"),
        ("123.456.789", "[number]"),
        ("MRN 12345", "MRN [number]"),
        ("MRN: A-00123", "MRN: [number]"),
        ("mrn#0012 and more", "mrn#[number] and more"),
        ("patient id 4711 complained", "patient id [number] complained"),
        ("Patient number is 4711", "Patient number is [number]"),
        ("chart no. 88-12", "chart no. [number]"),
        ("DOB 01/02/1980", "DOB [number]"),
        ("born on 1/2/80", "born on [number]"),
        ("NPI 1234567893", "NPI [number]"),
        ("record 00123456 shows", "record [number] shows"),
        ("4111 1111 1111 1111", "[number]"),
        ("ticket #88123", "ticket #[number]"),
    ],
)
def test_numbers_of_people_and_patients_go(text: str, kept: str) -> None:
    assert redact(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "remote roles for a cardiologist over $150k",
        "over $150,000 a year, or 150000, or 150 000",
        "$1500000 and $1,500,000 and 1,234,567.50",
        "$67.49 an hour at 2,080 hours",
        "$300-1500 per case, 200-1000 charts, 100 - 150 patients",
        "€120000 or £95.000",
        "401k, 1099, 300 beds, 9 to 5, ZIP 94110, ZIP 94110-1234, since 2019-2024",
        "39% in 2023; 12.5 percent of 1,204 physicians",
        "chart reviewer, case manager, patient contact, record keeping, account executive",
        "medical record review and DEA work",
        "look at the MSL role",
        "I was born to do this",
        "at Medscape dot",
        "answer [1] says $357,482 [2]",
    ],
)
def test_questions_stay_readable(text: str) -> None:
    assert redact(text) == text


def test_what_is_not_seen_goes_and_lines_stay() -> None:
    assert redact("a\x00b\x1b[31m\u202ec\ud800\nd\te") == "ab[31mc\nd\te"


@given(st.text(max_size=200))
def test_redacting_again_changes_nothing_and_any_text_is_taken(text: str) -> None:
    once = redact(text)
    once.encode()
    assert redact(once) == once


@given(
    st.text(max_size=30),
    st.from_regex(r"[a-z]{1,8}(\.[a-z]{1,8})?@[a-z]{1,8}\.(com|org)", fullmatch=True),
    st.text(max_size=30),
)
def test_no_address_is_left_wherever_it_stands(before: str, address: str, after: str) -> None:
    assert address not in redact(f"{before} {address} {after}")


@given(
    st.text("abc ,.$", max_size=20),
    st.from_regex(r"[2-9][0-9]{2}[-. ][0-9]{3}[-. ][0-9]{4}", fullmatch=True),
    st.text("abc ,", max_size=20),
)
def test_no_telephone_number_is_left(before: str, number: str, after: str) -> None:
    assert not re.search(r"\d{3}\W\d{4}", redact(f"{before} {number} {after}"))


@pytest.mark.parametrize("part", ["a", "a.", "1", "1 ", "1-", "(", "a at ", "@", "call ", "+1", "MRN "])
def test_no_text_takes_long(part: str) -> None:
    text = part * (5_000 // len(part))
    assert seconds_of(lambda: redact(text), 0.5) < 0.5
