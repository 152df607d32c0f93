from __future__ import annotations

import pytest

from knowledge.language.names import Names
from tests.knowledge.language.said import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not remote", "!work_mode=remote"),
        ("best paid non-remote", "order=highest !work_mode=remote"),
        ("not remote but part time", "!work_mode=remote commitment=part_time"),
        ("not pharma, remote ok", "!setting=pharma work_mode=remote"),
        ("no pharma or insurance", "!setting=pharma !setting=insurer"),
        ("no pharma, insurance or law firms", "!setting=pharma !setting=insurer !setting=legal"),
        ("not pharma and not insurance", "!setting=pharma !setting=insurer"),
        ("neither pharma nor insurance", "!setting=pharma !setting=insurer"),
        (
            "no call, nights or weekends",
            "!unstated_wish=call !unstated_wish=nights !unstated_wish=weekends",
        ),
        ("anything but MSL", "!role=medical-science-liaison"),
        ("everything except pharma", "!setting=pharma"),
        ("other than MSL or UR", "!role=medical-science-liaison !role=utilization-review"),
        ("nothing in insurance", "!setting=insurer"),
        ("what to do beside seeing patients", "patient_contact=none"),
        ("I hate call", "!unstated_wish=call"),
        ("don't want to do nights", "!unstated_wish=nights"),
        (
            "cardiologist, not interested in MSL or UR",
            "specialty=cardiology !role=medical-science-liaison !role=utilization-review",
        ),
        ("pharma but not MSL", "setting=pharma !role=medical-science-liaison"),
        ("remote only, no pharma", "work_mode=remote !setting=pharma"),
        ("no pharma, remote, over 200", "!setting=pharma work_mode=remote pay=>200 USD/?"),
        ("telehealth excluded", "!role=telemedicine"),
        ("excluding Glassdoor", "!source=Glassdoor"),
        ("I'm onc, not cards", "specialty=oncology !specialty=cardiology"),
        ("not cardiology, oncology", "!specialty=cardiology specialty=oncology"),
        ("im not in cards, im rheum", "!specialty=cardiology specialty=rheumatology"),
        ("instead of MSL, UR", "!role=medical-science-liaison role=utilization-review"),
        ("rather than pharma, legal", "!setting=pharma setting=legal"),
        ("neither remote nor part time", "!work_mode=remote !commitment=part_time"),
        ("is MSL not remote?", "role=medical-science-liaison !work_mode=remote"),
        ("jobs that aren't remote", "!work_mode=remote"),
        ("done with pharma", "!setting=pharma"),
        ("no travel or call", "travel=none !unstated_wish=call"),
    ],
)
def test_the_scope_of_a_negation(text: str, expected: str, names: Names) -> None:
    assert " ".join(said(text, names)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not only pharma", "setting=pharma"),
        ("nothing but remote", "work_mode=remote"),
        ("why don't cardiologists leave", "specialty=cardiology"),
        ("I hate being a cardiologist", "specialty=cardiology"),
        ("not sure, maybe pharma", "setting=pharma"),
        ("can't wait to go remote", "work_mode=remote"),
        ("no idea what pharma pays", "setting=pharma"),
        ("I can't take it. Remote?", "work_mode=remote"),
    ],
)
def test_what_only_looks_like_a_negation(text: str, expected: str, names: Names) -> None:
    assert " ".join(said(text, names)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don't require travel", "travel=none"),
        ("nothing with patients", "patient_contact=none"),
        ("jobs that dont involve patients", "patient_contact=none"),
        ("I hate travel but like pharma", "travel=none setting=pharma"),
        ("not a dead end", "growth=ladder"),
    ],
)
def test_yes_or_no_wishes_are_turned_round(text: str, expected: str, names: Names) -> None:
    assert " ".join(said(text, names)) == expected
