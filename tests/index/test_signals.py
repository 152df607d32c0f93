from __future__ import annotations

import math

import numpy as np
import pytest

from index.passage_tokens import Match
from index.signals import SIGNALS, Hit, WordStatistics, signals_of

NOTHING_MET = Match((), np.zeros((0, 0)), np.zeros(0), np.zeros(0))


def test_signals_by_hand():
    statistics = WordStatistics({"pay": 5, "chart": 1}, passages=9)
    pay, chart, visa = math.log(10 / 5.5), math.log(10 / 1.5), math.log(10 / 0.5)
    hits = [Hit("a#1", 0.3, 0.4, 2.0, 0.7), Hit("a#2", 0.2, 0.6, 0.0, 0.9)]
    stems = {"a#1": {"pay"}, "a#2": {"pay", "chart"}}
    match = Match(
        ids=("a#1", "a#2"),
        met=np.array([[0.9, 1.0], [0.5, 0.8], [0.6, 0.1]]),
        met_any=np.array([0.4, 0.3]),
        scores=np.array([0.7, 0.9]),
    )
    signals = signals_of("pay?", ["pay", "chart", "visa"], hits, stems, statistics, match)
    assert set(signals) == set(SIGNALS)
    assert signals == pytest.approx({
        "nearest": 0.6, "best": 0.4, "unknown": 1 / 3,
        "covered": (pay + chart) / (pay + chart + visa), "covered_first": pay / (pay + chart + visa),
        "number_missing": 0.0,
        "met": 0.9, "met_first": 0.7, "met_all": 0.4, "ahead": 0.2,
        "met_least": 0.1,  # "visa" in a#2, the passage that meets the question best
        "met_nowhere": 0.6,  # "visa" in a#1
    })


@pytest.mark.parametrize("question, missing", [
    ("how many hours do they work", 0.5), ("do they work hours", 0.0), ("average pay", 0.5),
])
def test_a_number_that_is_asked_for_is_looked_for(question, missing):
    hits = [Hit("a#1", 0.3, 0.4, 2.0), Hit("a#2", 0.2, 0.6, 0.0)]
    stems = {"a#1": {"pay", "204"}, "a#2": {"pay"}}
    signals = signals_of(question, ["pay"], hits, stems, WordStatistics({"pay": 2}, 2), NOTHING_MET)
    assert signals["number_missing"] == missing


def test_no_hits_and_no_words_say_that_nothing_is_known():
    signals = signals_of("", [], [], {}, WordStatistics({}, passages=0), NOTHING_MET)
    assert signals == dict.fromkeys(SIGNALS, 0.0) | {"unknown": 1.0}
