"""The training lines: apart from every line that measures, and each with one meaning."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, DefaultDict, Iterator, List, Set, Tuple

import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.utils.io import read_yaml_file

ROOT = Path(__file__).resolve().parent.parent.parent
MEASURING = sorted((ROOT / "tests" / "data").glob("nlu_*.yml"))
DIALOGUES = [file for file in sorted((ROOT / "tests" / "dialogues").glob("*.yml")) if file.stem != "facts"]
# Whoever writes "hello" or "only remote" writes it like everybody else.
EVERYBODYS_WORDS = 2


def lines_of(file: Path) -> Iterator[Tuple[str, str]]:
    """Yield text and intent of each line of labelled data."""
    for example in load_data(str(file)).intent_examples:
        yield example.get(TEXT), example.get(INTENT)


def turns_of(part: Any) -> Iterator[str]:
    """Yield what the user says anywhere in a file of dialogues."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield from [value] if key == "user" and isinstance(value, str) else turns_of(value)
    elif isinstance(part, list):
        for value in part:
            yield from turns_of(value)


def plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


@pytest.fixture(scope="module")
def training() -> List[Tuple[str, str]]:
    return [line for file in sorted((ROOT / "bot" / "nlu").glob("*.yml")) for line in lines_of(file)]


@pytest.fixture(scope="module")
def known(training) -> Set[str]:
    return {plain(text) for text, _ in training}


def longer(texts: Iterator[str]) -> Set[str]:
    return {line for line in map(plain, texts) if len(line.split()) > EVERYBODYS_WORDS}


def test_there_are_lines_to_measure_with():
    assert len(MEASURING) >= 2
    assert len(DIALOGUES) >= 10


@pytest.mark.parametrize("file", MEASURING, ids=lambda file: file.stem)
def test_no_line_that_measures_was_trained_on(file, known):
    measuring = longer(text for text, _ in lines_of(file))
    assert len(measuring) > 100
    assert sorted(measuring & known) == []


@pytest.mark.parametrize("file", DIALOGUES, ids=lambda file: file.stem)
def test_no_turn_of_a_dialogue_was_trained_on(file, known):
    turns = longer(turns_of(read_yaml_file(file)))
    assert turns
    assert sorted(turns & known) == []


def test_a_line_has_one_meaning(training):
    meanings: DefaultDict[str, Set[str]] = defaultdict(set)
    for text, intent in training:
        meanings[text.lower()].add(intent)
    assert {text: found for text, found in meanings.items() if len(found) > 1} == {}


def test_no_line_is_written_twice(training):
    counts = Counter(text.lower() for text, _ in training)
    assert [text for text, count in counts.items() if count > 1] == []
