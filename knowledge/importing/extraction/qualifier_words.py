# ruff: noqa: E501 (a pattern is easier to read in one line)
"""By which words a figure's qualifier is found, and what is none. Data only."""

from __future__ import annotations

import re

EMPLOYERS = frozenset(
    """company companies firm firms hospital hospitals manufacturer manufacturers contractor contractors platform platforms group groups agency agencies
    insurer insurers client clients studio studios journal journals publisher publishers employer employers vendor vendors startup startups system systems
    plan plans university universities school schools lawyer lawyers attorney attorneys court courts payer payers sponsor sponsors maker makers cro cros
    government governments ministry ministries organization organizations site sites website websites survey surveys report reports page
    society societies foundation magazine magazines market markets budget budgets recruiter recruiters board boards service services
    network networks team teams practice practices department departments state""".split()
)
GENERIC = frozenset(
    """you it they we i he she one this that these those there pay salary salaries compensation income rate rates fee fees job jobs work role roles position
    positions figure figures number numbers money physician physicians doctor doctors people person most many some average median mean range package earnings
    title amount charge honorarium honoraria hour hours day days who which what everyone anybody everybody others mds post posts entry field typical going
    expected usual standard share wage wages offer offers case cases report project projects all posting postings ad ads listing listings vacancy vacancies""".split()
)
INFORMANTS = frozenset(
    "candidate reader respondent member colleague alumnus alumna alumni friend client listener subscriber interviewee neighbor neighbour buddy classmate coworker guy boss mentor cousin brother sister uncle aunt partner husband wife".split()
)
PAY_NOUNS = frozenset(
    """pay salary salaries compensation income earning rate fee average median mean range package charge amount figure number total wage
    money pricing price tariff budget share sum remuneration ceiling floor bonus""".split()
)
# Words of size, rank or kind that tell one payer from the others.
NARROW_KINDS = frozenset(
    """small smaller large larger big bigger tiny mid midsize mid-size mid-sized medium private public academic rural urban regional local
    national foreign overseas international independent nonprofit non-profit established new young well-funded elite boutique top leading
    early-stage late-stage better best cheap rich busy full full-time part-time""".split()
)
LEADING = re.compile(
    r"\b(?P<q>base|entry[- ]level|starting|senior|junior|first[- ]year|mid[- ]career|experienced|full[- ]time|part[- ]time|early[- ]career|executive|director[- ]level|freelance|"
    r"in-house|board-certified|newcomers?|total|associate|principal)\s(?:(?:annual|yearly|hourly|monthly|average|median|mean|daily)\s){0,2}"
    r"(?:pay|salar(?:y|ies)|compensation|rates?|fees?|income|earnings|wages?|comp|cash|package)\b|\b(?P<base>base)\s(?:is|was|of|are)\b",
    re.IGNORECASE,
)
FOR = re.compile(
    r"(?:^|[\s,(]{1,3})(?P<q>(?:for|to|among)\s(?!what\b|it\b|each\b|every\b|me\b|you\b|us\b|now\b|example\b|instance\b|some\b|the same\b|the (?:job|role|title|position|work|post)\b|a (?:few|living|while|year|day|long)\b|the (?:year|month|week|summer|season|whole year)\b|\d|more\b|less\b|sure\b|free\b|this\b|that\b|them\b"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\$|€|£)(?!(?<=to )(?:do|be|have|take|get|see|start|begin|assess|review|read|write|help|teach|keep|make|work|join|cover|run)\b)"
    r"(?:those |someone |anyone |people |physicians |doctors )?[A-Za-z][^,.;:()$€£]{2,80}?)(?=\s(?:is|was|are|were|it|the same|shows?|has|ran|runs?|start|starts|from|at|lies?|come|comes|who work remotely|,|and the)\b|\s(?:and|or|but)\s(?:about\s|around\s|up to\s)?[$€£]|[,.;:()]|$)",
    re.IGNORECASE,
)
AT_EMPLOYER = re.compile(
    r"(?:^|[\s,(])(?P<q>at (?:an? |the )?[\w-]+(?:[\s-][\w-]+){0,3}?[\s-](?:biotechs?|compan(?:y|ies)|start-?ups?|hospitals?|firms?|plans?|insurers?|systems?|level|cros?))\b",
    re.IGNORECASE,
)
PAY_BEFORE = re.compile(
    r"\b(?:salar(?:y|ies)|pay|charges?|rates?|fees?|medians?|averages?|means?|ranges?|incomes?|compensation|earnings|figures?|numbers?|amounts?|honorari(?:um|a))(?:,?\s\w+)?\s$|^\s*$",
    re.IGNORECASE,
)
OF = re.compile(
    r"\b(?:salaries|pay|rates|fees|compensation|incomes|earnings)\s(?P<q>(?:of|at|in)\s(?:the\s)?[A-Z][\w-]*s\b|(?:of|at)\s(?:larger|smaller|big|small|large)[\w\s-]{3,30}?)\s",
    re.IGNORECASE,
)
# "Base pay in the mid $200s is usual, though $191,000 was the last": said once for the sentence.
BASE = re.compile(
    r"(?P<q>base)\s(?:pay|salar(?:y|ies)|compensation)\b(?!.*\b(?:total|bonus|rates?|fees?|contract)\b)(?P<base>)",
    re.IGNORECASE,
)
NO_SALARY = re.compile(r"\b(?P<q>honorari(?:um|a)|retainers?|stipends?)\b", re.IGNORECASE)
EXTREME = re.compile(
    r"(?:the )?(?:lowest|highest|best|worst|top) (?:offer|rate|fee|pay|salary|bid|quote)\b[^,.;()]{0,40}", re.IGNORECASE
)
COUNTS = re.compile(r"\bwhich (?:counts?|covers?|includes?)\s(?P<q>[^,.;]{3,50})", re.IGNORECASE)
NOT_NARROWING = re.compile(
    r"\b(?:pay|salar(?:y|ies)|compensation|income|earnings?|wages?|rates?|fees?|packages?|per|hourly|daily|weekly|monthly|annual(?:ly)?|yearly|average|median|mean|typical|range|"
    r"source|note|total|cost|price|example|usd|eur|money|numbers?|figures?|amounts?|seen|quoted|honorari\w+|stipends?|budget|remuneration|what|how|is|are|was|mentioned|said)\b",
    re.IGNORECASE,
)
IS_BASE = re.compile(
    r"^(?:this|that|these)(?:'s|’s|\sis|\sare)\s(?:the\s|just\s|only\s)?base\b|^base (?:pay |salary )?only\b",
    re.IGNORECASE,
)
IS_FOR = re.compile(r"^(?:that|this|these|those|it)(?:[’']s|\sis|\sare)\s(?P<q>for\s[^,.;:]{3,60})", re.IGNORECASE)
LATER = re.compile(
    r"\b(?P<q>plus (?:equity|stock|bonus(?:es)?|benefits|commission|a car)|in year \d+|the longer ones)\b",
    re.IGNORECASE,
)
SUM = re.compile(r"\s(?:of|worth|at|up to)\s(?:about\s|up to\s|around\s)?[$€£].*$")
YEAR = re.compile(r"\s*\bin (?:19|20)\d\d\b")
