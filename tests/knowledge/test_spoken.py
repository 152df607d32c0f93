"""Numbers in words, as articles write them."""

from __future__ import annotations

import pytest

from knowledge.spoken import band, names_statistic, share


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("six figures", 100_000, 999_999),
        ("a six-figure salary", 100_000, 999_999),
        ("seven figures", 1_000_000, 9_999_999),
        ("high $200s", 200_000, 299_999),
        ("mid-300s", 300_000, 399_999),
        ("low $90s", 90_000, 99_999),
    ],
)
def test_a_band(words, low, high):
    assert band(words) == (low, high)


@pytest.mark.parametrize("words", ["$200,000", "up to $500/hour", "high pay", "figures", "$191 000"])
def test_digits_are_no_band(words):
    assert band(words) is None


@pytest.mark.parametrize(
    ("words", "percent"),
    [
        ("Forty-two percent", 42),
        ("twelve per cent", 12),
        ("One in three", 100 / 3),
        ("seven out of ten", 70),
        ("two thirds", 200 / 3),
        ("a quarter", 25),
        ("half", 50),
        ("one hundred percent", 100),
        ("thirty-one in a hundred", 31),
    ],
)
def test_a_share(words, percent):
    assert share(words) == pytest.approx(percent)


@pytest.mark.parametrize("words", ["most", "many of them", "42", ""])
def test_no_share(words):
    assert share(words) is None


@pytest.mark.parametrize(
    ("statistic", "text", "named"),
    [
        ("average", "The mean is $242,000.", True),
        ("average", "Salaries averaging $242,000.", True),
        ("average", "This is meant to be $242,000.", False),
        ("median", "The median is $242,000.", True),
        ("median", "The average is $242,000.", False),
    ],
)
def test_a_statistic_goes_by_several_words(statistic, text, named):
    assert names_statistic(statistic, text) is named
