"""Amounts of one's own: what is earned or owed is no wish, unless it is to be matched."""

from __future__ import annotations

import pytest

from knowledge.language.own_pay import own_amounts
from knowledge.language.pay import find_pay

WISHES = [
    ("I make 310 now, can anything match that", [">=310000 USD/year"]),
    ("im at 350, what beats that", [">350000 USD/year"]),
    ("currently making 280 and dont want a pay cut", [">=280000 USD/year"]),
    ("i earn 250k. something close to that but remote?", ["~250000 USD/year"]),
    ("i only make 210, what pays more", [">210000 USD/year"]),
    ("make about what I make now which is two sixty", ["~260000 USD/year"]),
    ("as much as what i make now, 260", [">=260000 USD/year"]),
    ("as much as 260k", ["<=260000 USD/year"]),
    ("match my 300k", [">=300000 USD/year"]),
    ("i make 400 and want out", []),
    ("I make 260 and havent had a raise in years, what is there", []),
    ("I earn 250k and would like a raise", [">250000 USD/year"]),
    ("I earn 250k, jobs that pay more than 300k", [">300000 USD/year"]),
    ("I owe 300k in loans, nothing beats that", []),
    ("over 200k", [">200000 USD/year"]),
    ("how many years till i make 340k again", [">=340000 USD/year"]),
    ("how long till i earn what i make now, 380", [">=380000 USD/year"]),
]


@pytest.mark.parametrize(("text", "bounds"), WISHES)
def test_ones_own_pay(text, bounds):
    assert [m.value for m in own_amounts(text, find_pay(text))] == bounds


def test_asking_about_pay_is_no_bound():
    assert find_pay("asking about my pay, 260") == []
