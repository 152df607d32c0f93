"""Who says so: the salary site, survey or organisation that a text names for a figure."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

_SITES = (
    "Glassdoor", "ZipRecruiter", "Zip Recruiter", "Salary.com", "Payscale", "PayScale", "Indeed.com", "Comparably", "Medscape", "Doximity",
    "MGMA", "AMGA", "SullivanCotter", "Sullivan Cotter", "Levels.fyi", "Zippia", "Talent.com", "SimplyHired", "CareerBuilder", "SalaryExpert",
    "Merritt Hawkins", "LinkedIn Salary", "Bureau of Labor Statistics", "U.S. Bureau of Labor Statistics", "BLS", "SEAK", "AmbitionBox",
    "GulfTalent", "Robert Half", "Weatherby", "CompHealth", "Jobted", "Erieri", "Salary Explorer", "SalaryExplorer", "Economic Research Institute",
    "American Medical Writers Association", "AMWA", "MSL Society", "Kienbaum", "StepStone", "Totaljobs", "Naukri", "Upwork", "Payscale.com", "Glassdoor.com",
    "ZipRecruiter.com", "Indeed",
)  # fmt: skip
SITES = re.compile(
    rf"(?<![\w.])(?:{'|'.join(re.escape(s) for s in sorted(_SITES, key=len, reverse=True))})(?![\w])(?!\.\w)",
    re.IGNORECASE,
)

_CAP = r"[A-Z][\w’'&-]*(?:\.(?:com|org|net|fyi|io))?"
_NAME = rf"(?P<name>{_CAP}(?:\s(?:of|for|and|&|the|de)(?:\sthe)?(?=\s[A-Z])|\s{_CAP}){{0,8}}(?:\s(?:salary|pay|compensation|wage|fee|expert|income)\s(?:survey|report|guide|index|study|data|database|benchmark))?)"
_SAY = (
    r"(?:reports?|reported|lists?|listed|puts?|shows?|showed|gives?|gave|has|had|estimates?|estimated|quotes?|quoted|cites?|cited|found|finds|suggests?"
    r"|recommends?|pegs?|pegged|says?|said|states?|calculates?|calculated|publishes|published|records?|recorded|tracks?|counted|counts|pins?|places?|indicates?|notes?|noted|advises)"
)
_BY = (
    re.compile(rf"\b[Aa]ccording to\s(?:a |an |the |data from |figures from |the latest |\d{{4}} |recent |data by |numbers from |estimates (?:from|by) ){{0,4}}{_NAME}"),
    re.compile(rf"(?:^|[\s(,])(?:[Pp]er|[Vv]ia|[Ss]ays?|[Ff]rom|[Oo]n|[Ss]ource:|[Ss]ources:|[Dd]ata:)\s(?:the |data from |a |an |its ){{0,2}}{_NAME}"),
    re.compile(rf"\b(?:reported|published|compiled|collected|gathered|provided|estimated|cited|quoted|conducted|done|run|taken|calculated|surveyed)\s(?:by|from|on|in)\s(?:the |a ){{0,2}}{_NAME}"),
    re.compile(rf"\b(?:[Ss]urvey|[Pp]oll|[Rr]eport|[Ss]tudy|[Rr]eview|[Dd]ata|[Ff]igures|[Nn]umbers|[Aa]nalysis|[Gg]uide|[Ee]stimates?)\s(?:\w+\s){{0,4}}?(?:by|of|from|at)\s(?:the |a |an ){{0,2}}{_NAME}"),
    re.compile(rf"\b(?:of|in|from|to|by)\s(?:the|a|its)\s{_NAME}(?:['’]s?)?\s(?:\d{{4}}\s)?(?:[a-z]+\s){{0,2}}(?:survey|report|guide|study|data|database|index|poll|benchmark)"),
    re.compile(rf"(?:^|[\s“\"(])(?:[Tt]he |[Aa] ){{0,1}}(?P<state>state of )?{_NAME}(?:['’]s?)?(?:\s(?:\d{{4}}|currently|now|also))?\s{_SAY}\b"),
    re.compile(rf"(?:^|\s){_NAME}['’]s?\s(?:\d{{4}}\s)?(?:[a-z]+\s){{0,3}}(?:survey|report|guide|study|data|database|index|poll|salary|average|figure|numbers?)"),
    re.compile(rf"\((?:[^()]{{0,40}}[,;]\s?)?{_NAME}(?:,\s?(?:\d{{4}}|[A-Z][\w. ]{{1,25}}))?\)"),
)  # fmt: skip
_STRONG = (0, 2, 3, 4)  # patterns that hold for any organisation; the others need to look like a source
_NO_SOURCE = frozenset(
    """The A An It They He She We You I This That These Those There Here Some Many Most All One Two Three Pay Salary Salaries Average Median Mean Fees
    Rates Expect In At On For From And But Or If When As Hospitals Companies Firms Employers Insurers Lawyers Attorneys Doctors Physicians Experts
    U.S US USA UK Dr Monday Tuesday Wednesday Thursday Friday January February March April May June July August September October November December
    My Our Your Their His Her What Who Whoever Nobody Everybody Someone No Yes Not So Then Base Full Part Remote Industry Medicine Table Figure
    Also Still Even Only Both Each Every Per Up Starting Senior Junior Entry MD MDs MBA PhD JD Platforms Startups Groups Vendors Manufacturers Contractors Clients Reviewers
    Colleagues Members Readers Recruiters Several Few Their Its Those Agencies Universities Schools Journals Publishers Studios Freelancers
    """.split()
)
_SOURCE_NOUN = re.compile(
    r"\b(?:survey|report|guide|study|data|database|index|society|association|institute|academy|college|council|bureau|foundation|board|group|salary|salaries|pay|wage|advisors|research|"
    r"analytics|insights|statistics|federation|union|network|review|journal|medicine|times|post|magazine|\.com|\.org|registry|census|department|ministry|office|agency)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"^(?:\d{4}\s)+|(?:\s\d{4})+$")


def source_in(text: str, known_names: frozenset[str] = frozenset()) -> tuple[str, int] | None:
    """The source that a sentence names, and where; known salary sites wherever they stand.

    Args:
        text: A sentence, a label or a caption.
        known_names: Names that are no source here: employers in headings, the article's own publisher.
    """
    found: list[tuple[int, str]] = [(match.start(), match.group()) for match in SITES.finditer(text)]
    found = [(at, name) for at, name in found if not (name.lower() == "indeed" and not _is_site(text, at))]
    if found:
        return found[0][1], found[0][0]
    for number, pattern in enumerate(_BY):
        for match in pattern.finditer(text):
            name = _cleaned(match["name"])
            if name and name not in known_names and (number in _STRONG or _looks_like_source(name, match, text)):
                if number == 5 and match["state"]:
                    name = f"state of {name}"
                return name, match.start("name")
    return None


def _is_site(text: str, at: int) -> bool:
    return text[at].isupper() and bool(
        re.search(r"(?:per|to|on|from|at|by|via|\()\s?$", text[:at]) or re.match(rf"Indeed\s{_SAY}", text[at:])
    )


def _cleaned(name: str) -> str | None:
    words = name.split()
    while (words and words[0].rstrip(".'’s") in _NO_SOURCE) or (words and words[0] in _NO_SOURCE):
        words = words[1:]
    name = _YEARS.sub("", " ".join(words)).strip(" ,.;")
    name = re.sub(r"['’]s?$", "", name)
    return name if len(name) > 2 and not name.isdigit() else None


def _looks_like_source(name: str, match: re.Match, text: str) -> bool:
    if match.re is _BY[5] and match["state"]:
        return True
    return bool(_SOURCE_NOUN.search(name)) or name.lower().endswith((".com", ".org"))
