from __future__ import annotations

from pathlib import Path
from typing import Iterator, Tuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import PayParseError
from knowledge.language.pay import PayBound, find_pay
from knowledge.language.pay_bound import PAY_UNITS
from knowledge.language.pay_settled import settled

DATA = Path(__file__).parent / "data"


def _phrases(name: str) -> Iterator[Tuple[str, str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            phrase, expected = line.split("\t")
            yield phrase, expected


def _pay(text: str) -> str:
    found = [mention.value for mention in find_pay(text) if mention.kind == "pay"]
    return " | ".join(found) or "-"


def _settled(text: str) -> str:
    return " | ".join(settled(mention).value for mention in find_pay(text))


@pytest.mark.parametrize(("phrase", "expected"), tuple(_phrases("pay_written_before.tsv")))
def test_phrases_written_before_the_grammar(phrase: str, expected: str) -> None:
    assert _pay(phrase) == expected


@pytest.mark.parametrize(("phrase", "expected"), tuple(_phrases("pay_written_after.tsv")))
def test_phrases_written_after_the_grammar(phrase: str, expected: str) -> None:
    assert _pay(phrase) == expected


@pytest.mark.parametrize(
    ("strict", "inclusive"),
    [
        ("over 185000", "at least 185000"),
        ("more than $185,000", "no less than $185,000"),
        ("under 185k", "no more than 185k"),
        ("below 90 an hour", "up to 90 an hour"),
        ("> 185k", ">= 185k"),
    ],
)
def test_strict_and_inclusive_bounds_differ(strict: str, inclusive: str) -> None:
    one, other = PayBound.parse(_pay(strict)), PayBound.parse(_pay(inclusive))
    assert (one.low, one.high) == (other.low, other.high)
    assert one.op in "<>"
    assert other.op in ("<=", ">=")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("remote roles over $150k a year please", "over $150k a year"),
        ("no jobs under 150k for onc", "no jobs under 150k"),
        ("pays at least what I make now, say 220?", "at least what I make now, say 220"),
        ("between 150 and 250k, remote", "between 150 and 250k"),
        ("who pays $67.49/hour?", "$67.49/hour"),
    ],
)
def test_the_span_covers_bound_amount_and_unit(text: str, span: str) -> None:
    assert [mention.text for mention in find_pay(text)] == [span]


def test_a_negated_amount_is_excluded_and_a_negated_bound_is_turned_round() -> None:
    (amount,) = find_pay("not 200k")
    assert (amount.value, amount.excluded) == ("=200000 USD/year", True)
    (bound,) = find_pay("nothing under 200k")
    assert (bound.value, bound.excluded) == (">=200000 USD/year", False)


@pytest.mark.parametrize(
    ("text", "value"),
    [("26% are burnt out", "26"), ("26 percent", "26"), ("twenty six percent", "26")],
)
def test_percentages_are_not_pay(text: str, value: str) -> None:
    assert [(mention.kind, mention.value) for mention in find_pay(text)] == [("percent", value)]


@pytest.mark.parametrize(
    "canonical",
    [
        ">150000 USD/year",
        "<=67.49 USD/hour",
        "=1 USD/word",
        "~200 USD/?",
        "150000..250000 GBP/year",
        ">1..<2 USD/day",
        "~100000..120000 EUR/year",
    ],
)
def test_canonical_values_round_trip(canonical: str) -> None:
    assert str(PayBound.parse(canonical)) == canonical


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "150000",
        ">150000",
        ">150k USD/year",
        "> 150000 USD/year",
        ">1 USD/fortnight",
        "5..1 USD/year",
        ">=1 usd/year",
        "1...2 USD/year",
        ">1 USD/year extra",
    ],
)
def test_what_is_not_canonical_is_refused(wrong: str) -> None:
    with pytest.raises(PayParseError):
        PayBound.parse(wrong)


def test_a_bound_needs_an_amount() -> None:
    with pytest.raises(PayParseError):
        PayBound(None, None)


# "401k" alone is always the retirement plan; "$401k" and "401,000" are pay.
_THOUSANDS = st.integers(40, 999).filter(lambda thousands: thousands not in (401, 403, 457))
_AMOUNTS = st.integers(1, 10**9) | st.integers(1, 10**6).map(lambda cents: cents / 100)


@given(
    op=st.sampled_from([">", ">=", "<", "<=", "=", "~"]),
    amount=_AMOUNTS,
    unit=st.sampled_from(PAY_UNITS) | st.none(),
)
def test_every_bound_survives_its_canonical_form(op: str, amount: float, unit: str) -> None:
    bound = PayBound.of(op, amount, unit=unit)
    assert bound.op == op
    assert PayBound.parse(str(bound)) == bound


@given(low=_AMOUNTS, more=_AMOUNTS, strict=st.booleans(), loose=st.booleans())
def test_every_range_survives_its_canonical_form(
    low: float, more: float, strict: bool, loose: bool
) -> None:
    bound = PayBound(low, round(low + more, 2), not strict, True, approximate=loose)
    assert PayBound.parse(str(bound)) == bound


@given(thousands=_THOUSANDS, op=st.sampled_from(["over", "at least", "under", "up to"]))
def test_an_amount_reads_the_same_however_it_is_written(thousands: int, op: str) -> None:
    forms = (
        f"{op} {thousands}k",
        f"{op} ${thousands}K",
        f"{op} {thousands},000",
        f"{op} {thousands}000",
        f"{op} ${thousands} 000",
        f"{op} {thousands} thousand",
        f"{op} {thousands} grand a year",
        f"{op} {thousands}",
        f"{op.upper()} {thousands}k USD",
        f"{op} ${thousands},000.00/yr",
    )
    assert len({_settled(form) for form in forms}) == 1, {form: _settled(form) for form in forms}


@pytest.mark.parametrize(
    ("text", "open_unit", "meant"),
    [
        ("over 200", ">200 USD/?", ">200000 USD/year"),
        ("between 150 and 250", "150..250 USD/?", "150000..250000 USD/year"),
        ("over one fifty", ">150 USD/?", ">150000 USD/year"),
        ("over $150", ">150 USD/?", ">150 USD/?"),
        ("more than 90 bucks", ">90 USD/?", ">90 USD/?"),
        ("surveys paying over $5 each", ">5 USD/?", ">5 USD/?"),
    ],
)
def test_a_bare_amount_keeps_its_unit_open_until_the_conversation_settles_it(
    text: str, open_unit: str, meant: str
) -> None:
    assert _pay(text) == open_unit
    assert _settled(text) == meant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("salary over 200", ">200000 USD/year"),
        ("annual pay above 150", ">150000 USD/year"),
        ("at least what I make now, say 220", ">=220000 USD/year"),
        ("over 150k but under 250", ">150000 USD/year | <250000 USD/year"),
        ("hourly over 100", ">100 USD/hour"),
    ],
)
def test_a_message_may_settle_the_unit_itself(text: str, expected: str) -> None:
    assert _pay(text) == expected


def test_a_word_of_earning_makes_a_number_pay_behind_patients() -> None:
    assert _pay("what can i do without seeing patients and still make 200") == "=200 USD/?"


def test_settling_leaves_every_other_mention_alone() -> None:
    for text in ("over 200k", "$67.49/hour", "26%", "at least $100 an hour"):
        for mention in find_pay(text):
            assert settled(mention) is mention


def test_a_retirement_plan_is_never_pay() -> None:
    assert [_pay(text) for text in ("over 401k", "401(k)", "a 403b")] == ["-"] * 3
    assert _pay("over $401k") == _pay("over 401,000") == ">401000 USD/year"


@given(rate=st.integers(15, 900), unit=st.sampled_from(["an hour", "/hr", "per hour", "hourly"]))
def test_an_hourly_rate_is_never_taken_for_thousands(rate: int, unit: str) -> None:
    assert _pay(f"over {rate} {unit}") == f">{rate} USD/hour"


@given(
    st.integers(1900, 2099), st.sampled_from(["in {}", "since {}", "{}", "before {}", "a {} poll"])
)
def test_years_are_not_pay(year: int, phrase: str) -> None:
    assert _pay(phrase.format(year)) == "-"


@given(st.text(max_size=200))
def test_any_text_is_read_without_error_and_spans_match(text: str) -> None:
    for mention in find_pay(text):
        assert text[mention.start : mention.end] == mention.text
        if mention.kind == "pay":
            assert str(PayBound.parse(mention.value)) == mention.value


@pytest.mark.parametrize(
    "unit", ["1 ", "$1,", "1-", "a quarter of a ", "what my ", "150k to ", "9"]
)
@pytest.mark.timeout(60)  # a pattern that backtracks runs for hours
def test_a_page_of_numbers_comes_to_an_end(unit: str) -> None:
    text = (unit * 5000)[:5000]
    assert all(text[m.start : m.end] == m.text for m in find_pay(text))
