"""Pay phrases: what counts as right, strictly and with the thousands convention."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.evaluation.part import NotMeasured
from cli.evaluation.pay import read_phrases, score_phrases, with_thousands


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (">200 USD/?", ">200000 USD/year"),
        ("150..250 USD/?", "150000..250000 USD/year"),
        ("~40 USD/?", "~40000 USD/year"),
        (">200000 USD/year", ">200000 USD/year"),
        (">90 USD/hour", ">90 USD/hour"),
        ("=39 USD/?", "=39 USD/?"),
        ("=1000 USD/?", "=1000 USD/?"),
        ("not a bound", "not a bound"),
    ],
)
def test_an_open_unit_is_read_as_thousands_a_year(value: str, read: str) -> None:
    assert with_thousands(value) == read


def test_a_phrase_is_right_only_as_a_whole() -> None:
    phrases = [
        {"text": "over 120k under 180k", "expect": ["<180000 USD/year", ">120000 USD/year"]},
        {"text": "over 120k under 180k", "expect": [">120000 USD/year"]},
        {"text": "my 401k", "expect": []},
        {"text": "over 200k", "expect": []},
    ]

    shares, misses = score_phrases(phrases)

    assert shares == {"strict": 0.5, "thousands": 0.5}
    assert [miss["text"] for miss in misses] == ["over 120k under 180k", "over 200k"]
    assert misses[1]["found"] == [">200000 USD/year"]


def test_both_readings_of_a_bare_number_are_scored() -> None:
    meant = [{"text": "over 200", "expect": [value]} for value in (">200 USD/?", ">200000 USD/year")]

    shares, misses = score_phrases(meant)

    # Whichever of the two the grammar says, one of them is strictly right, and both loosely.
    assert shares == {"strict": 0.5, "thousands": 1.0}
    assert [miss["right_with_thousands"] for miss in misses] == [True]


def test_tuned_phrases_are_not_measured(tmp_path: Path) -> None:
    file = tmp_path / "pay.yml"
    file.write_text("tune:\n- {text: a, expect: []}\ntest:\n- {text: b, expect: []}\n")

    assert [phrase["text"] for phrase in read_phrases(file)] == ["b"]


@pytest.mark.parametrize("content", [None, "tune:\n- {text: a, expect: []}\n"])
def test_a_file_without_phrases_is_not_measured(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "pay.yml"
    if content:
        file.write_text(content)

    with pytest.raises(NotMeasured, match=r"pay\.yml"):
        read_phrases(file)
