"""An offer beside a figure: above, below, within, or not to be compared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.offers import ABOVE, BELOW, NOT_COMPARABLE, WITHIN, position_of
from knowledge.facts import Figure
from knowledge.language.pay_bound import PayBound

YEARLY = Figure("f", "r", "average", "salary", 200_000, 200_000, "USD", "year", "stated", "$200,000", "Glassdoor",
    None, None, "p")
HOURLY = replace(YEARLY, low=100, high=100, unit="hour")
OPEN = replace(YEARLY, low=300_000, high=None)
WIDE = replace(YEARLY, low=180_000, high=220_000)


@pytest.mark.parametrize("pay, figure, position", [
    ("=210000 USD/year", YEARLY, ABOVE),
    ("=190000 USD/year", YEARLY, BELOW),
    ("=200000 USD/year", YEARLY, WITHIN),
    ("=200000 USD/year", WIDE, WITHIN),
    ("=230000 USD/year", WIDE, ABOVE),
    ("190000..210000 USD/year", WIDE, WITHIN),
    ("190000..230000 USD/year", WIDE, NOT_COMPARABLE),  # partly within, partly above
    ("=95 USD/hour", HOURLY, BELOW),
    ("=95 USD/hour", YEARLY, BELOW),  # 197,600 at 2,080 hours
    ("=97 USD/hour", YEARLY, ABOVE),
    ("=208000 USD/year", HOURLY, WITHIN),  # the very 2,080 hours
    ("=290000 USD/year", OPEN, BELOW),
    ("=310000 USD/year", OPEN, WITHIN),
    (">200000 USD/year", replace(YEARLY, low=150_000, high=150_000), ABOVE),
    (">200000 USD/year", replace(YEARLY, low=250_000, high=250_000), NOT_COMPARABLE),
    ("=200000 EUR/year", YEARLY, NOT_COMPARABLE),
    ("=1000 USD/day", YEARLY, NOT_COMPARABLE),
    ("=500 USD/project", replace(YEARLY, unit="project", low=400, high=400), ABOVE),
])
def test_position(pay, figure, position):
    assert position_of(PayBound.parse(pay), figure) == position


@given(low=st.integers(1, 500_000), more=st.integers(1, 500_000), figure=st.integers(1, 500_000))
def test_more_money_never_stands_lower(low, more, figure):
    order = {BELOW: 0, WITHIN: 1, ABOVE: 2}
    at = replace(YEARLY, low=figure, high=figure)
    lower = position_of(PayBound.of("=", low, unit="year"), at)
    higher = position_of(PayBound.of("=", low + more, unit="year"), at)
    assert order[lower] <= order[higher]
