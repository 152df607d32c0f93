"""Everyday wordings for what the list should look like: order, ranks, counts, missing pay."""

from __future__ import annotations

from typing import Dict

ORDER: Dict[str, str] = {
    "highest": (
        "(best|highest|top|most|better|higher|good|well) (paid|paying|pay|salary|salaries|"
        "compensated|earning|money|earners|earner|income|rate|rates|compensation|comp|payng|"
        "paing|payed|figure|figures|payer|payers|earnings); highest; highest (hourly|daily|"
        "annual) (rate|pay|paid|); hightest; higest; best (hourly|) rate; best money; "
        "best comp; "
        "best paid;"
        "(pays|pay|paying|earn|earns|earning|make|makes|making|paid) (the|you|me|) (most|best|"
        "highest) (money|); (most|more) money; the most lucrative; most lucrative; lucrative; "
        "biggest (paycheck|salary|pay|money|bucks|check|paychecks|salaries|figure); big bucks; "
        "big money; max (pay|salary|money|comp|income); maximum (pay|salary|income); "
        "maximize (income|pay|salary|my income|money); most profitable; "
        "richest; where the money is; sort by (pay|salary) (descending|high to low); "
        "highest first; by highest pay; from highest; high to low; most pay; pays best; "
        "pays most; pays more; pay most; pay best; top dollar; top end; top earning; "
        "top salary; "
        "biggest; largest (salary|pay|figure|); order by (pay|salary); sort by (pay|salary); "
        "sorted by (pay|salary); rank by (pay|salary); ranked by (pay|salary); rank (them|these|"
        "those) by (pay|salary); most well paid; most highly paid; highly paid; high paying; "
        "high income; high salary; high pay; high paid; best earning; make bank; "
        "by money; (list|order|rank|sort) (it|them|these|those|all|roles|jobs|) by (pay|salary|income|comp);"
        "highest to lowest; best payin; higher paying; better paying; better paid"
    ),
    "lowest": (
        "(lowest|worst|least|poorest|bottom|low|poorly|badly|lower) (paid|paying|pay|salary|"
        "salaries|compensated|earning|money|figure|rate|rates|compensation|comp|income|"
        "figures); "
        "lowest; worst (hourly|) rate; (pays|pay|paying|earn|earns|make|makes|paid) (the|"
        ") (least|worst|lowest) (money|); least money; least lucrative; smallest (salary|pay|"
        "paycheck|figure); cheapest; lowest first; from lowest; low to high; lowest to highest; "
        "pays least; smallest; lest paid; bottom of the list; sort by pay ascending; "
        "least well paid; who pays worst; pays worst"
    ),
}
COUNT = (
    "how many; number of; what number of; count of; total number of; how mny; howmany; hw many; "
    "how much (roles|jobs|options|gigs|positions); count (them|the|all|those|these); in total; "
    "what s the total; count"
)
RANK_WORDS = {
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "fifth": 5,
    "5th": 5,
    "sixth": 6,
    "6th": 6,
    "seventh": 7,
    "7th": 7,
    "eighth": 8,
    "8th": 8,
    "ninth": 9,
    "9th": 9,
    "tenth": 10,
    "10th": 10,
    "first": 1,
    "1st": 1,
    "next": 2,
    "seccond": 2,
    "secnd": 2,
}
SMALL_NUMBERS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "couple": 2,
    "one": 1,
    "handful": 5,
}
