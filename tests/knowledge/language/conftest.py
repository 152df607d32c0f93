"""Names as a knowledge base would give them, small enough to read."""

from __future__ import annotations

import pytest

from knowledge.language.names import Names

ROLES = {
    "medical-science-liaison": ["Medical science liaison (MSL)", "medical science liaison", "MSL"],
    "medical-director": ["Medical director", "pharma medical director"],
    "chief-medical-officer": ["Chief medical officer (CMO)", "CMO"],
    "utilization-review": ["Utilization review (UR)", "UR", "utilization management", "UM"],
    "telemedicine": ["Telemedicine", "telehealth", "telecardiology", "tele-oncology", "tele-onc"],
    "medico-legal": ["Medico-legal consultation", "expert witness", "medico-legal"],
    "independent-medical-examiner": ["Independent medical examiner (IME)", "IME"],
    "second-opinions": ["Second opinions", "second opinion"],
    "chart-review": ["Chart review", "chart reviewer"],
    "drug-safety-physician": ["Drug safety physician", "pharmacovigilance"],
    "principal-investigator": ["Principal investigator (PI)", "PI"],
    "clinical-trial-consultant": ["Clinical trial consultant", "clinical trials"],
    "medical-writing": ["Medical writing", "medical writer"],
}
SOURCES = {
    "ZipRecruiter": ["zip recruiter"],
    "Glassdoor": ["glass door"],
    "Sermo": [],
    "Medical Economics": ["med econ"],
}
PROTECTED = (
    "beside remove removed removing media median trail trails office device devise career careers "
    "carrier "
    "pharmacy scholar moral path cardinal urban reader broad witness science director"
).split()


@pytest.fixture(scope="session")
def names() -> Names:
    return Names.of(ROLES, SOURCES, PROTECTED)
