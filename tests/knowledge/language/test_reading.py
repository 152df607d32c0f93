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
        ("no patients and still clear 180k", "patient_contact=none pay=>180000 USD/year"),
        ("onc, without patients and can clear 210", "specialty=oncology patient_contact=none pay=>210 USD/?"),
        ("clear the 180k", "drop=pay"),
        ("least work of those", "unstated_wish=workload"),
        ("the easiest job for rheum", "unstated_wish=workload specialty=rheumatology"),
        ("whats ur name", ""),
        ("isnt sermo just guessing", "source=Sermo"),
        ("isnt remote better", "work_mode=remote"),
        ("will i have to testify in court", "unstated_wish=supervision"),
        ("is chart review well paid", "role=chart-review"),
        ("well paid remote roles", "order=highest work_mode=remote"),
        ("MSL and UR, which pays more", "role=medical-science-liaison role=utilization-review"),
        ("pi to 20 digits", ""),
        ("a PI role for onc", "role=principal-investigator specialty=oncology"),
        ("prednisone dose for PMR", ""),
        ("PMR jobs", "specialty=physical-medicine-rehabilitation"),
        ("cards EP", "specialty=cardiac-electrophysiology"),
        ("hepatitis b over 65", ""),
        ("over $200.000", "pay=>200000 USD/year"),
        ("im always at the hospital", "setting=hospital"),
        ("hotels in vegas", ""),
        ("order roles by pay, lowest first", "order=lowest"),
        ("principle investigator pay", "role=principal-investigator"),
        ("i could do 10 hrs a week", "commitment=part_time"),
        ("can a medical writer clear 100", "role=medical-writing pay==100 USD/?"),
        ("45+67", ""),
        ("remote cards 200+k", "work_mode=remote specialty=cardiology pay=>=200000 USD/year"),
        ("the worst 3 months of my life", ""),
        ("lowest 3 for rheum", "order=lowest limit=3 specialty=rheumatology"),
    ],
)
def test_lines_that_were_misread(text: str, expected: str, names: Names) -> None:
    assert " ".join(said(text, names)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hourly gigs for rheum", "pay_unit=hour specialty=rheumatology"),
        ("not hourly", "!pay_unit=hour"),
        ("salaried, not hourly", "pay_unit=year !pay_unit=hour"),
        ("per diem cards", "pay_unit=day specialty=cardiology"),
        ("hourly gigs above $90", "pay_unit=hour pay=>90 USD/hour"),
        ("hourly or salaried is fine", "drop=pay_unit"),
        ("is MSL hourly or salaried", "role=medical-science-liaison pay_unit=hour pay_unit=year"),
        ("best paid hourly", "order=highest pay_unit=hour"),
        ("forget hourly", "drop=pay_unit"),
        ("paid per project", "commitment=per_project"),
        ("annual leave", "unstated_wish=vacation"),
    ],
)
def test_how_pay_is_stated(text: str, expected: str, names: Names) -> None:
    assert " ".join(said(text, names)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 hours a week", "commitment=part_time"),
        ("10-15 hrs/wk from home", "commitment=part_time work_mode=remote"),
        ("no more than 2 days a week", "commitment=part_time"),
        ("twenty hours a week", "commitment=part_time"),
        ("0.5 FTE", "commitment=part_time"),
        ("half an fte", "commitment=part_time"),
        ("80% fte", "commitment=part_time"),
        ("5 hours a month", "commitment=part_time"),
        ("1.0 fte", "commitment=full_time"),
        ("40 hours a week", "commitment=full_time"),
        ("under 40 hours a week", "unstated_wish=hours"),
        ("four day week", "unstated_wish=hours"),
        ("four days a week", "unstated_wish=hours"),
        ("at least 20 hours a week", "unstated_wish=hours"),
        ("i work 80 hours a week, what is there for rheum", "specialty=rheumatology"),
        ("i want to work 10 hours a week", "commitment=part_time"),
        ("2 days a week on site", "work_mode=on_site"),
        ("3 days off a week", ""),
        ("150k for 20 hours a week", "pay==150000 USD/year commitment=part_time"),
        ("less than 25% travel", "unstated_wish=amount of travel"),
        ("travel under 25%, remote", "unstated_wish=amount of travel work_mode=remote"),
        ("100% remote cards jobs", "work_mode=remote specialty=cardiology"),
    ],
)
def test_hours_and_shares_of_work(text: str, expected: str, names: Names) -> None:
    assert " ".join(said(text, names)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("flying around", "travel=required"),
        ("lots of travel", "travel=required"),
        ("no flights", "travel=none"),
        ("i dont want to be a road warrior", "travel=none"),
        ("home every night", "travel=none"),
        ("without the limit", "drop=pay"),
        ("without that filter", "drop=last"),
        ("remove filter", "drop=all"),
        ("clear filters", "drop=all"),
        ("ignore what i said about pay", "drop=pay"),
        ("forget what i said about pharma", "drop=setting=pharma"),
        ("startup equity", "setting=technology unstated_wish=equity"),
        ("stock options", "unstated_wish=equity"),
        ("mentoring residents", "unstated_wish=mentoring"),
        ("something creative", "unstated_wish=creativity"),
        ("prestigious", "unstated_wish=prestige"),
        ("writing jobs onc", "role=medical-writing specialty=oncology"),
        ("im writing to ask about remote jobs", "work_mode=remote"),
    ],
)
def test_wishes_in_other_words(text: str, expected: str, names: Names) -> None:
    assert " ".join(said(text, names)) == expected


@pytest.mark.parametrize(
    "text",
    ["go back to the list", "back to the results", "show me the list again", "previous list"],
)
def test_the_list_last_shown(text: str, names: Names) -> None:
    found = said(text, names, without="cue")
    assert found == ["reference=list"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("want something w/ regular hrs, no wknds", "schedule=predictable !unstated_wish=weekends"),
        ("working for an insurance co", "setting=insurer"),
        ("writing for a medical journal", "role=medical-writing"),
        ("private equity roles for physicians", "unstated_wish=finance"),
        ("startup equity for rheum", "setting=technology unstated_wish=equity specialty=rheumatology"),
        ("the bottom one", "ordinal=last"),
        ("limited patient contact", "patient_contact=limited"),
        ("minimal patient contact", "patient_contact=none"),
        ("set own schedule", "schedule=flexible"),
        ("9-5", "schedule=predictable"),
        ("good wlb", "unstated_wish=hours"),
        ("FT remote onc", "commitment=full_time work_mode=remote specialty=oncology"),
        ("PT rheum", "commitment=part_time specialty=rheumatology"),
        ("my pt is sick", ""),
        ("didnt match, what can i do", "unstated_wish=residency"),
        ("dont need remote", "drop=work_mode"),
        ("looking to scale back to 2 days/wk", "commitment=part_time"),
    ],
)
def test_short_and_everyday_forms(text: str, expected: str, names: Names) -> None:
    assert " ".join(said(text, names)) == expected


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("both cards and rheum", "reference", False),
        ("compare both", "reference", True),
        ("looking to scale back to 2 days/wk", "cue", False),
        ("back to onc", "cue", True),
    ],
)
def test_what_leans_on_the_conversation(text: str, kind: str, found: bool, names: Names) -> None:
    kinds = {mention.split("=")[0] for mention in said(text, names, without="")}
    assert (kind in kinds) is found
