from __future__ import annotations

import pytest

from knowledge.language.lexicon import expand
from knowledge.language.names import Names
from knowledge.language.specialties import SPECIALTIES
from tests.knowledge.language.said import said


def test_every_parent_is_a_specialty_and_no_line_runs_in_circles() -> None:
    for specialty in SPECIALTIES.values():
        lineage = specialty.lineage()
        assert lineage[0] == specialty.id
        assert len(set(lineage)) == len(lineage) <= 4


def test_no_name_belongs_to_two_specialties() -> None:
    owners: dict[str, str] = {}
    for specialty in SPECIALTIES.values():
        for name in {phrase.lower() for wording in specialty.names for phrase in expand(wording)}:
            assert owners.setdefault(name, specialty.id) == specialty.id, name


@pytest.mark.parametrize("specialty", SPECIALTIES.values(), ids=lambda s: s.id)
def test_titles_and_physicians_are_recognised(specialty, names: Names) -> None:
    expected = [f"specialty={specialty.id}"]
    assert said(f"remote jobs for a {specialty.physician}", names)[1:] == expected
    assert said(f"{specialty.title.upper()}?", names) == expected
    assert said(f"what do {specialty.physician}s earn", names) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cards", "cardiology"),
        ("rheum", "rheumatology"),
        ("onc", "oncology"),
        ("heme/onc", "hematology-oncology"),
        ("hem-onc", "hematology-oncology"),
        ("GI doc", "gastroenterology"),
        ("pulm", "pulmonology"),
        ("crit care", "critical-care"),
        ("ER doc", "emergency-medicine"),
        ("fam med", "family-medicine"),
        ("peds", "pediatrics"),
        ("ob/gyn", "obstetrics-gynecology"),
        ("OB-GYN", "obstetrics-gynecology"),
        ("psych", "psychiatry"),
        ("derm", "dermatology"),
        ("ortho", "orthopedic-surgery"),
        ("ENT", "otolaryngology"),
        ("nsgy", "neurosurgery"),
        ("anesthesia", "anesthesiology"),
        ("rads", "radiology"),
        ("PM&R", "physical-medicine-rehabilitation"),
        ("physiatrist", "physical-medicine-rehabilitation"),
        ("endo", "endocrinology"),
        ("nephro", "nephrology"),
        ("A&I", "allergy-immunology"),
        ("gen surg", "general-surgery"),
        ("plastics", "plastic-surgery"),
        ("optho", "ophthalmology"),
        ("rad onc", "radiation-oncology"),
        ("surg onc", "surgical-oncology"),
        ("PCP", "primary-care"),
        ("occ med", "occupational-medicine"),
        ("peds cards", "pediatric-cardiology"),
        ("EP cardiologist", "cardiac-electrophysiology"),
        ("interventional cards", "interventional-cardiology"),
        ("hospitalists", "hospital-medicine"),
        ("a cardiologist's options", "cardiology"),
        ("I’m a surgeon", "surgery"),
        ("any specialty", "any"),
    ],
)
def test_everyday_names(text: str, expected: str, names: Names) -> None:
    found = said(text, names)
    assert found in ([f"specialty={expected}"], ["drop=specialty"] if expected == "any" else None)


@pytest.mark.parametrize(
    ("child", "parent"),
    [
        ("interventional-cardiology", "cardiology"),
        ("cardiac-electrophysiology", "cardiology"),
        ("hematology-oncology", "oncology"),
        ("pediatric-hematology-oncology", "oncology"),
        ("pediatric-rheumatology", "rheumatology"),
        ("radiation-oncology", "oncology"),
    ],
)
def test_subspecialties_fall_back_on_the_wider_field(child: str, parent: str) -> None:
    assert parent in SPECIALTIES[child].lineage()[1:]


@pytest.mark.parametrize(
    "text",
    [
        "im burnt out",
        "I'm so tired",
        "id like something from abroad".replace(" from abroad", ""),
        "career path",
        "what is the path to industry",
        "show em to me",
        "gas prices",
        "this or that",
        "i lost my id",
        "can't sleep",
        "what is ur name",
        "um, hello",
        "credit cards",
        "the primary reason",
        "Im done",
        "tell us more",
        "IM BURNT OUT AND DONE WITH THIS PLACE",
    ],
)
def test_ordinary_english_is_not_a_specialty(text: str, names: Names) -> None:
    assert not [
        found for found in said(text, names) if found.startswith(("specialty", "role", "geo"))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ID doc here", "infectious-disease"),
        ("anything for id?", "infectious-disease"),
        ("im an im doc", "internal-medicine"),
        ("EM to pharma", "emergency-medicine"),
        ("path doc", "pathology"),
        ("gas", "anesthesiology"),
        ("as an ep", "cardiac-electrophysiology"),
        ("IR jobs", "interventional-radiology"),
        ("sleep doc", "sleep-medicine"),
    ],
)
def test_short_names_count_where_only_a_field_can_stand(
    text: str, expected: str, names: Names
) -> None:
    assert f"specialty={expected}" in said(text, names)
