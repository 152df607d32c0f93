"""Whole lines: what is recognised in them, in order. Each was misread once."""

from __future__ import annotations

import pytest

from knowledge.language.names import Names
from tests.knowledge.language.said import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("five best paying jobs cancer", "limit=5 order=highest specialty=oncology"),
        ("top 3 for rheum by money", "limit=3 specialty=rheumatology order=highest"),
        ("rheum jobs in farma", "specialty=rheumatology setting=pharma"),
        ("i cant stand in the cath lab anymore", "!unstated_wish=procedures"),
        ("how well does tele onc pay", "role=telemedicine specialty=oncology"),
        ("telecardiology pay", "role=telemedicine"),
        ("med dir oncology comp", "role=medical-director specialty=oncology"),
        ("drg safety doc whats that", "role=drug-safety-physician"),
        (
            "comparison table of msl, ur and ime please",
            "role=medical-science-liaison role=utilization-review role=independent-medical-examiner",
        ),
        ("UM and chart review next to each other", "role=utilization-review role=chart-review"),
        ("is ur really boring", "role=utilization-review"),
        ("whats ur name", ""),
        ("isnt sermo just guessing", "source=Sermo"),
        ("isnt remote better", "work_mode=remote"),
        ("will i have to testify in court", "unstated_wish=supervision"),
        ("is chart review well paid", "role=chart-review"),
        ("well paid remote roles", "order=highest work_mode=remote"),
        ("MSL and UR, which pays more", "role=medical-science-liaison role=utilization-review"),
        ("remote cards 200+k", "work_mode=remote specialty=cardiology pay=>=200000 USD/year"),
    ],
)
def test_lines_that_were_misread(text: str, expected: str, names: Names) -> None:
    assert " ".join(said(text, names)) == expected
