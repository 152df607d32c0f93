from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.language.names import Names
from knowledge.language.understand import understand
from tests.knowledge.language.said import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("msls", "role=medical-science-liaison"),
        ("Medical Science Liaisons", "role=medical-science-liaison"),
        ("medical-science-liaison", "role=medical-science-liaison"),
        ("pharma medical director", "role=medical-director"),
        ("medicolegal", "role=medico-legal"),
        ("tele-cardiology", "role=telemedicine"),
        ("tele health", "role=telemedicine"),
        ("utilisation review", "role=utilization-review"),
        ("second opinions", "role=second-opinions"),
        ("is UR remote", "role=utilization-review"),
        ("zip recruiter", "source=ZipRecruiter"),
        ("med econ", "source=Medical Economics"),
    ],
)
def test_names_in_other_forms(text: str, expected: str, names: Names) -> None:
    assert said(text, names)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cardiolgist", "specialty=cardiology"),
        ("rheumotologist", "specialty=rheumatology"),
        ("oncolgy", "specialty=oncology"),
        ("nuerology", "specialty=neurology"),
        ("urolgist", "specialty=urology"),
        ("gastroenterolgist", "specialty=gastroenterology"),
        ("medcial director", "role=medical-director"),
        ("chief medcal officer", "role=chief-medical-officer"),
        ("expert wittness", "role=medico-legal"),
        ("telemedecine", "role=telemedicine"),
        ("glasdoor", "source=Glassdoor"),
        ("pharmacuetical", "setting=pharma"),
        ("remtoe", "work_mode=remote"),
        ("part tiem", "commitment=part_time"),
    ],
)
def test_typing_errors_are_put_right_and_marked(text: str, expected: str, names: Names) -> None:
    (mention,) = understand(text, names)
    assert f"{mention.kind}={mention.value}" == expected
    assert mention.corrected
    assert mention.text == text


def test_what_was_typed_well_is_not_marked(names: Names) -> None:
    assert not any(m.corrected for m in understand("remote MSL jobs for a cardiologist", names))


@pytest.mark.parametrize(
    "text",
    [
        "remove",
        "removed",
        "median",
        "trails",
        "urban",
        "cardinal",
        "pharmacy",
        "mls",
        "umm",
        "cme2",
    ],
)
def test_ordinary_words_and_short_ones_are_left_alone(text: str, names: Names) -> None:
    assert said(text, names) == []


def test_urology_and_neurology_are_kept_apart(names: Names) -> None:
    assert said("urology or neurology", names) == ["specialty=urology", "specialty=neurology"]


def test_the_longest_name_wins(names: Names) -> None:
    assert said("pharma medical director jobs", names) == ["role=medical-director"]
    assert said("pediatric heme/onc", names) == ["specialty=pediatric-hematology-oncology"]


def test_names_are_read_from_the_built_file(tmp_path: Path) -> None:
    file = tmp_path / "names.json"
    content = {
        "version": "1",
        "roles": {"grant-reviewer": {"title": "Grant reviewer", "names": ["study section"]}},
        "sources": {"AMA": ["ama"]},
        "protected": ["grand"],
    }
    file.write_text(json.dumps(content), encoding="utf-8")
    names = Names.load(file)
    assert said("study sections, says AMA", names) == ["role=grant-reviewer", "source=AMA"]
    with pytest.raises(FileNotFoundError):
        Names.load(tmp_path / "missing.json")
