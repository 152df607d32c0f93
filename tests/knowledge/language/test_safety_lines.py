"""Signs of need in everyday words, and idioms of work that only sound alike."""

from __future__ import annotations

from pathlib import Path
from typing import List, Tuple

import pytest
import yaml

from knowledge.language.safety import detect_distress, detect_strain, detect_symptoms

_FILE = Path(__file__).parent / "data" / "safety_lines.yml"
_LINES = yaml.safe_load(_FILE.read_text(encoding="utf-8"))


def _lines(heard: str, not_heard: str) -> List[Tuple[str, bool]]:
    return [(text, True) for text in _LINES[heard]] + [(text, False) for text in _LINES[not_heard]]


@pytest.mark.parametrize(("text", "heard"), _lines("distress", "not_distress"))
def test_distress(text: str, heard: bool) -> None:
    assert detect_distress(text) is heard


@pytest.mark.parametrize(("text", "heard"), _lines("symptoms", "not_symptoms"))
def test_symptoms(text: str, heard: bool) -> None:
    assert detect_symptoms(text) is heard


@pytest.mark.parametrize(("text", "heard"), _lines("strain", "not_strain"))
def test_strain(text: str, heard: bool) -> None:
    assert detect_strain(text) is heard


@pytest.mark.parametrize("text", [*_LINES["not_symptoms"], *_LINES["strain"], *_LINES["not_strain"]])
def test_what_is_no_distress_in_either_list(text: str) -> None:
    assert not detect_distress(text)


@pytest.mark.parametrize(
    "part",
    ["i want to be with my ", "my friend said ", "how many of the ", "my left arm ", "i have a very bad ", "suicidel "],
)
@pytest.mark.timeout(60)  # a pattern that backtracks runs for hours
def test_long_texts_come_to_an_end(part: str) -> None:
    text = (part * 1000)[:6000]
    assert detect_distress(text) in (True, False)
    assert detect_symptoms(text) in (True, False)
