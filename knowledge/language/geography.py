"""Countries, U.S. states and large cities that people name when they ask about pay or jobs."""

from __future__ import annotations

from typing import Dict

US = (
    "u.s.; u.s.a.; usa; united states; united states of america; the states; america; "
    "stateside; "
    "us based; u.s. based; in the us; in us; nationwide; nationally; within the us; the us; "
    "across the us"
)
COUNTRIES = (
    "Canada; United Kingdom; England; Scotland; Wales; Ireland; Germany; France; Spain; Italy; "
    "Portugal; Switzerland; Austria; Netherlands; Belgium; Sweden; Norway; Denmark; Finland; "
    "Poland; Greece; Israel; India; Pakistan; Bangladesh; China; Japan; South Korea; Singapore; "
    "Hong Kong; Australia; New Zealand; Mexico; Brazil; Argentina; Colombia; Chile; Egypt; "
    "Nigeria; Kenya; South Africa; Saudi Arabia; United Arab Emirates; Dubai; Qatar; Kuwait; "
    "Turkey; Russia; Ukraine; Philippines; Thailand; Vietnam; Indonesia; Malaysia; Iran; Iraq; "
    "Lebanon; Jordan; Syria; Romania; Hungary; Czech Republic; Costa Rica; Cuba; Jamaica; "
    "Haiti; "
    "Dominican Republic; Venezuela; Peru; Ecuador; Europe; Asia; Africa; Latin America; "
    "Middle East; Ghana; Ethiopia; Nepal; Sri Lanka; Taiwan; Iceland; Luxembourg; Croatia"
)
STATES = (
    "Alabama; Alaska; Arizona; Arkansas; California; Colorado; Connecticut; Delaware; Florida; "
    "Georgia; Hawaii; Idaho; Illinois; Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine; "
    "Maryland; Massachusetts; Michigan; Minnesota; Mississippi; Missouri; Montana; Nebraska; "
    "Nevada; New Hampshire; New Jersey; New Mexico; New York; North Carolina; North Dakota; "
    "Ohio; "
    "Oklahoma; Oregon; Pennsylvania; Rhode Island; South Carolina; South Dakota; Tennessee; "
    "Texas; "
    "Utah; Vermont; Virginia; Washington; West Virginia; Wisconsin; Wyoming; Puerto Rico; "
    "New England; Midwest; West Coast; East Coast"
)
US_CITIES = (
    "Boston; Chicago; Houston; Dallas; Austin; San Antonio; Los Angeles; San Francisco; "
    "San Diego; "
    "Seattle; Portland; Denver; Phoenix; Philadelphia; Pittsburgh; Atlanta; Miami; Orlando; "
    "Tampa; "
    "Detroit; Minneapolis; Cleveland; Cincinnati; Columbus; Nashville; Baltimore; Charlotte; "
    "Raleigh; St. Louis; Kansas City; Las Vegas; Salt Lake City; New Orleans; Sacramento; "
    "Washington DC; Bay Area; Silicon Valley; Brooklyn; Manhattan"
)
OTHER_CITIES = (
    "London; Toronto; Vancouver; Montreal; Calgary; Ottawa; Paris; Berlin; Munich; Zurich; Geneva; Basel; Dublin; "
    "Sydney; Melbourne; Mumbai; Delhi; Tokyo; Tel Aviv; Ontario; Quebec; British Columbia; Alberta"
)
CITIES = f"{US_CITIES}; {OTHER_CITIES}"
_OTHER_NAMES: Dict[str, str] = {
    "us": US,
    "United Kingdom": "uk; u.k.; great britain; britain; nhs",
    "United Arab Emirates": "uae; u.a.e.; abu dhabi",
    "Canada": "canadian",
    "Germany": "german jobs",
    "New York": "nyc; new york city; n.y.",
    "Los Angeles": "l.a.",
    "Washington DC": "d.c.; washington d.c.",
    "California": "calif; socal; norcal; southern california; northern california",
    "Europe": "the eu; e.u.; european union",
    "Mexico": "mexican",
    "Australia": "australian; aussie",
    "India": "indian",
    "Middle East": "the middle east; gulf states; the gulf",
    "abroad": "abroad; overseas; outside the us; outside the u.s.; outside the states; "
    "outside of the us; another country; foreign country; other countries; international; "
    "internationally",
    "Philadelphia": "philly",
    "Texas": "tx",
    "Florida": "fla",
    "Massachusetts": "mass",
}


def places() -> "Dict[str, str]":
    """Place to wordings, for lexicon.py."""
    table: Dict[str, str] = {}
    for group in (COUNTRIES, STATES, CITIES):
        for place in (name.strip() for name in group.split(";")):
            table.setdefault(place, place)
    for place, wordings in _OTHER_NAMES.items():
        table[place] = f"{table[place]}; {wordings}" if place in table else wordings
    return table


def is_in_us(place: str) -> bool:
    """Whether a place, by the value of its mention, is the U.S. or lies in it."""
    return place == "us" or place in {name.strip() for name in f"{STATES}; {US_CITIES}".split(";")}
