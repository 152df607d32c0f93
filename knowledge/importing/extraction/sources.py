"""Who says so: the salary site, survey or organisation that a text names for a figure."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.importing.extraction.reporters import reporters_in

_SITES = (
    "Glassdoor", "ZipRecruiter", "Zip Recruiter", "Salary.com", "Payscale", "PayScale", "Indeed.com", "Comparably", "Medscape", "Doximity",
    "MGMA", "AMGA", "SullivanCotter", "Sullivan Cotter", "Levels.fyi", "Zippia", "Talent.com", "SimplyHired", "CareerBuilder", "SalaryExpert",
    "Merritt Hawkins", "LinkedIn Salary", "Bureau of Labor Statistics", "LinkedIn", "U.S. Bureau of Labor Statistics", "BLS", "SEAK", "AmbitionBox",
    "GulfTalent", "Robert Half", "Weatherby", "CompHealth", "Jobted", "Erieri", "Salary Explorer", "SalaryExplorer", "Economic Research Institute",
    "American Medical Writers Association", "AMWA", "MSL Society", "Kienbaum", "StepStone", "Totaljobs", "Naukri", "Upwork", "Payscale.com", "Glassdoor.com",
    "ZipRecruiter.com", "Indeed",
)  # fmt: skip
SITES = re.compile(
    rf"(?<![\w.])(?:{'|'.join(re.escape(s) for s in sorted(_SITES, key=len, reverse=True))})(?![\w])(?!\.\w)",
    re.IGNORECASE,
)

_CAP = r"[A-Z][\w’'&-]*(?:\.(?:com|org|net|fyi|io))?"
_NAME = rf"(?P<name>{_CAP}(?:\s(?:of|for|and|&|the|de)(?:\sthe)?(?=\s[A-Z])|\s{_CAP}){{0,8}})"
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
_SOURCE_LINE = re.compile(rf"(?:[Ss]ources?|[Dd]ata):\s(?:the |a |our )?{_NAME}")
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
_JOINT = re.compile(
    r"\b(?:both|all(?: three| of them)?)\s(?:figures\s|numbers\s)?(?:are\s|were\s)?(?:taken\s)?(?:from|by|per|according to|in|at|on)\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_GOVERNS = re.compile(r"(?:According to|Per|In|By)\s[^,;]*$")
_PART = re.compile(r";\s|\.\s(?=[A-Z])|,\s(?:and|while|whereas|but)\s(?!(?:\w+\s){0,2}[$€£\d~])")
_DENIED = re.compile(
    r"[^,;.:]{0,40}?\s(?:do(?:es)?n[’']t|do(?:es)? not|is(?: not|n[’']t)|are(?: not|n[’']t)|has no|have no|lists? no|gives? no|shows? no|cannot|can[’']t|is silent)\b"
)  # "Doximity does not break it out"
_YEARS = re.compile(r"^(?:\d{4}\s)+|(?:\s\d{4})+$")


def sources_in(text: str, known_names: frozenset[str] = frozenset()) -> list[tuple[str, int, int]]:
    """The sources that a sentence, a label or a caption names, with their places, in order.

    Args:
        text: The words.
        known_names: Names that are no source here: employers in headings, the article's own publisher.
    """
    found = [(match.group(), match.start(), match.end()) for match in SITES.finditer(text)]
    found = [one for one in found if not (one[0].lower() == "indeed" and not _is_site(text, one[1]))]
    found = [one for one in found if not _DENIED.match(text, one[2])]
    for number, pattern in enumerate(_BY):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            if any(at < end and start < after for _, at, after in found) or _is_person(text, end):
                continue
            name = _cleaned(match["name"])
            if name and name not in known_names and (number in _STRONG or _looks_like_source(name, match)):
                found.append((f"state of {name}" if number == 5 and match["state"] else name, start, end))
    lines = [(match["name"], *match.span("name")) for match in _SOURCE_LINE.finditer(text)]
    for words, start, end in [*lines, *reporters_in(text)]:
        name = _cleaned(words)
        if name and name not in known_names and not any(at < end and start < after for _, at, after in found):
            found.append((name, start, end))
    return sorted(found, key=lambda one: one[1])


def source_in(text: str, known_names: frozenset[str] = frozenset()) -> tuple[str, int] | None:
    """The first source that a text names, known salary sites before others, and where it stands."""
    found = sources_in(text, known_names)
    best = next((one for one in found if SITES.fullmatch(one[0])), found[0] if found else None)
    return (best[0], best[1]) if best else None


def source_of(text: str, start: int, end: int, others: list[int], known_names: frozenset[str]) -> str | None:
    """The source that a sentence names for the amount at `start` to `end`.

    Args:
        text: The sentence.
        start: Where the amount begins.
        end: Where it ends.
        others: Where the other amounts of the sentence begin; a source may be theirs.
        known_names: See `sources_in`.
    """
    found = sources_in(text, known_names)
    if not found or not others:
        best = next((one for one in found if SITES.fullmatch(one[0])), found[0] if found else None)
        return best[0] if best else None
    joint = next((one for one in found if _JOINT.search(text[: one[1]])), None)
    if joint:
        return joint[0]
    bracket = next((one for one in found if 0 <= one[1] - end <= 4 and "(" in text[end : one[1]]), None)
    if bracket:
        return bracket[0]
    left = max([match.end() for match in _PART.finditer(text, 0, start)], default=0)
    right = min([match.start() for match in _PART.finditer(text, end)], default=len(text))
    here = [one for one in found if left <= one[1] < right]
    taken = [one for one in here if text[one[1] - 1 : one[1]] == "(" and any(o < one[1] for o in others if o > start)]
    here = [one for one in here if one not in taken]
    if not here and _GOVERNS.match(text[: found[0][1]]):
        return found[0][0]  # "According to the Guild, most earn $200, and a few get $400"
    if here:
        before = [one for one in here if one[1] < start]
        return (before[-1] if before else here[0])[0]
    if left and not any(at < left for at in others):
        earlier = [one for one in found if one[1] < left]
        return earlier[-1][0] if earlier else None
    if right < len(text) and not any(at > right for at in others):
        later = [one for one in found if one[1] > right]
        return later[0][0] if later else None
    if len(found) == 1 and not _PART.search(text):
        return found[0][0]
    return None


def _is_person(text: str, end: int) -> bool:
    """ "according to Jane Miller, a recruiter": people are no sources."""
    return bool(
        re.match(
            r",?\s(?:an?\s|who\b|M\.?D\b|D\.?O\b|Ph\.?D\b|MBA\b|the\s(?:founder|author|ceo|president|head))",
            text[end : end + 20],
        )
    )


def _is_site(text: str, at: int) -> bool:
    return text[at].isupper() and bool(
        re.search(r"(?:per|to|on|from|at|by|via|\()\s?$", text[:at]) or re.match(rf"Indeed\s{_SAY}", text[at:])
    )


def _cleaned(name: str) -> str | None:
    words = name.split()
    if words[:1] == ["By"]:
        return None  # the line of a page's author
    while (words and words[0].rstrip(".'’s") in _NO_SOURCE) or (words and words[0] in _NO_SOURCE):
        words = words[1:]
    name = _YEARS.sub("", " ".join(words)).strip(" ,.;")
    name = re.sub(r"['’]s?$", "", name)
    return name if len(name) > 2 and not name.isdigit() else None


def _looks_like_source(name: str, match: re.Match) -> bool:
    if match.re is _BY[5] and match["state"]:
        return True
    return bool(_SOURCE_NOUN.search(name)) or name.lower().endswith((".com", ".org"))
