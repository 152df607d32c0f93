"""How pay is stated: by the hour, as a yearly salary, by the day (kind `pay_unit`).

Only wordings without an amount; "over $100 an hour" is a pay bound (pay.py). What is paid by
the project or the case is a commitment of its own (wishes_work.py), since articles say so of
roles.
"""

from __future__ import annotations

from typing import Dict

PAY_UNIT: Dict[str, str] = {
    "hour": (
        "hourly; by the hour; (per|an) (hour|hr) (only|ones|jobs|work); "
        "hourly (pay|paid|paying|rate|rates|wage|wages|gig|gigs|job|jobs|work|roles|"
        "role|position|positions|basis|stuff|ones|only|based|option|options|compensation|comp|figure|"
        "figures); (paid|pay|pays|paying|billed|bill|charge|charged|charging|rate|rates) (hourly|"
        "by the hour|per hour|an hour|per hr|by hour|by the hr); on an hourly basis; per hour rate; hourlies; "
        "houlry; hrly"
    ),
    "year": (
        "salaried; salaried (job|jobs|role|roles|position|positions|work|only|ones|stuff|gig|gigs); "
        "yearly (salary|salaries|pay|rate|figure|figures|wage|income|basis|ones); yearly; "
        "annual (salary|salaries|pay|figure|figures|wage|income|rate|ones|basis); annually; "
        "by the year; paid (yearly|annually|by the year|per year|a salary|on salary); on salary; on a salary; "
        "(straight|fixed|flat|guaranteed|regular|steady|proper|real|set) salary; "
        "(pays|with) a salary; salary (based|only)"
    ),
    "month": "monthly (pay|rate|salary|retainer|income|figures); paid (monthly|by the month|per month); "
    "by the month; retainer; on retainer; monthly",
    "week": "weekly (pay|rate|salary|income|figures); paid (weekly|by the week|per week); by the week",
    "day": "(day|daily) (rate|rates|pay); paid (daily|by the day|per day|per diem); by the day; per diem; "
    "per diems; perdiem; per diem (work|jobs|job|gig|gigs|role|roles|rate|rates|shifts|only)",
    "word": "(paid|pay|rate|rates) (by the|per|a) word; by the word",
    "survey": "(paid|pay|rate|rates) (by the|per|a) survey; by the survey",
}  # fmt: skip
