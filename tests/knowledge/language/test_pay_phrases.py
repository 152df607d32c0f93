"""The pay phrases of tests/data, read by the grammar; the held-out ones are scored elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List

import pytest
import yaml

from knowledge.language.pay import find_pay

PHRASES = Path(__file__).parents[2] / "data" / "pay_phrases.yml"


def _phrases() -> List[Dict[str, Any]]:
    sections = yaml.safe_load(PHRASES.read_text(encoding="utf-8"))
    return [phrase for section in sections.values() for phrase in section]


@pytest.mark.parametrize("phrase", _phrases(), ids=lambda phrase: phrase["text"])
def test_pay_phrases(phrase: Dict[str, Any]) -> None:
    found = [m.value for m in find_pay(phrase["text"]) if m.kind == "pay"]
    assert sorted(found) == sorted(phrase["expect"])
