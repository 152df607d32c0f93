"""The words that narrow whom or what a figure is for: "for people new to the field", "base only", "plus a car"."""

# ruff: noqa: E501 (a pattern is easier to read in one line)
from __future__ import annotations

import re

from knowledge.importing.extraction.amounts import Amount
from knowledge.importing.extraction.evidence import around
from knowledge.importing.extraction.known import name_key
from knowledge.importing.extraction.noun_phrases import SENTENCE_WORDS
from knowledge.importing.extraction.places import label_place, places_in
from knowledge.importing.extraction.sources import SITES

_EMPLOYERS = frozenset(
    """company companies firm firms hospital hospitals manufacturer manufacturers contractor contractors platform platforms group groups agency agencies
    insurer insurers client clients studio studios journal journals publisher publishers employer employers vendor vendors startup startups system systems
    plan plans university universities school schools lawyer lawyers attorney attorneys court courts payer payers sponsor sponsors maker makers cro cros
    government governments ministry ministries organization organizations site sites website websites survey surveys report reports page listing listings
    ad ads posting postings society societies foundation magazine magazines market markets budget budgets recruiter recruiters board boards service services
    network networks team teams practice practices department departments state""".split()
)
_GENERIC = frozenset(
    """you it they we i he she one this that these those there pay salary salaries compensation income rate rates fee fees job jobs work role roles position
    positions figure figures number numbers money physician physicians doctor doctors people person most many some average median mean range package earnings
    title amount charge honorarium honoraria hour hours day days who which what everyone anybody everybody others mds post posts entry field typical going
    expected usual standard share wage wages offer offers deposition depositions case cases report project projects all""".split()
)
_ANYBODY = frozenset("colleague reader friend former one someone somebody physician doctor person people most".split())
_IN_PLACE = re.compile(r"^in (?:the )?[A-Z][\w.]+(?: [A-Z][\w.]+)?,? ")
_PRONOUNS = frozenset(
    "with in at for after before on by from as when if once they you it we i he she there this that these what nobody all his her".split()
)
_VERB = (
    r"(?:(?:can|may|might|will|should|could|not|never|often|usually|typically|generally|now|regularly|commonly|sometimes|currently|who work remotely)\s){0,3}"
    r"(?:earns?|earned|makes?|made|charges?|charged|gets?|got|averages?|averaged|bills?|billed|starts?|started|expects?|reports?|reported|commands?|draws?|takes? home|brings? in"
    r"|receives?|are paid|is paid|were paid|was paid|are offered|go for|see|have|has|reach(?:es)?|pulls? in|invoices?|ask(?:s)? for)\b"
)
_SUBJECT = re.compile(
    rf"^(?:(?:and|but|so|still|here|today|in practice|overall|as a rule),?\s)?(?P<np>[A-Za-z][\w’'-]*(?:[\s/-][\w’'-]+){{0,11}}?)\s{_VERB}",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"\b(?P<q>base|entry[- ]level|starting|senior|junior|first[- ]year|mid[- ]career|experienced|full[- ]time|part[- ]time|early[- ]career|executive|director[- ]level|freelance|"
    r"in-house|board-certified|newcomers?|total|associate|principal)\s(?:(?:annual|yearly|hourly|monthly|average|median|mean|daily)\s){0,2}"
    r"(?:pay|salar(?:y|ies)|compensation|rates?|fees?|income|earnings|wages?|comp|cash|package)\b|\b(?P<base>base)\s(?:is|was|of|are)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[\s,]*\(?(?P<q>(?:plus|including|excluding|before|not counting|not including|on top of|most of it|half of it|exclusive of|inclusive of|with (?:a |an )?(?:bonus|equity|benefits|stock)|base|in base|all[- ]in"
    r"|in cash|(?:full|part)[- ]time(?=[.,;:)]|$| only)|without|total comp(?:ensation)?|after tax|before tax|once|if|when|after|at (?:a|an|the)\s(?!time|moment|end|last)|in your|in the first|in year|within|depending on|as (?:an? )?(?:employee|contractor|beginner))"
    r"\b[^,.;:()]{0,80})",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?:^|[\s,(]{1,3})(?P<q>(?:for|to|among)\s(?!what\b|it\b|each\b|every\b|me\b|you\b|us\b|now\b|example\b|instance\b|some\b|the same\b|the (?:job|role|title|position|work|post)\b|a (?:few|living|while|year|day|long)\b|the (?:year|month|week|summer|season|whole year)\b|\d|more\b|less\b|sure\b|free\b|this\b|that\b|them\b"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\$|€|£)(?!(?<=to )(?:do|be|have|take|get|see|start|begin|assess|review|read|write|help|teach|keep|make|work|join|cover|run)\b)"
    r"(?:those |someone |anyone |people |physicians |doctors )?[A-Za-z][^,.;:()$€£]{2,80}?)(?=\s(?:is|was|are|were|it|the same|shows?|has|ran|runs?|start|starts|from|at|lies?|come|comes|who work remotely|,|and the)\b|[,.;:()]|$)",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    r"^[\s-]?(?:incomes?|salar(?:y|ies)|pay|compensation|earnings|packages?|contracts?|sums?)\b", re.IGNORECASE
)
_ON_TOP = re.compile(
    r"[\s,(](?P<q>(?:plus|including|excluding|not counting|base only|before bonus(?:es)?|most of it in|half of it in)\b[^,.;:()]{0,60}|(?<=, )(?:full|part)[- ]time(?=[.,;:)]|$))",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:and\s|but\s|so\s|then\s)?(?P<q>(?:once|if|after|when|with|at (?:an?|the) (?!time|moment|end|rate)|in (?:your|the|their|his|her) (?:first|second|third|early|later)|within)\b[^,.;:$€£]{3,80}?)(?:,\s|\s(?=(?:they|you|it|he|she|we|one|i)\s))",
    re.IGNORECASE,
)
_AT_EMPLOYER = re.compile(
    r"(?:^|[\s,(])(?P<q>at (?:an? |the )?[\w-]+(?:[\s-][\w-]+){0,3}?[\s-](?:biotechs?|compan(?:y|ies)|start-?ups?|hospitals?|firms?|plans?|insurers?|systems?|level|cros?))\b",
    re.IGNORECASE,
)
_PAY_BEFORE = re.compile(
    r"\b(?:salar(?:y|ies)|pay|charges?|rates?|fees?|medians?|averages?|means?|ranges?|incomes?|compensation|earnings|figures?|numbers?|amounts?|honorari(?:um|a))(?:,?\s\w+)?\s$|^\s*$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\b(?:salaries|pay|rates|fees|compensation|incomes|earnings)\s(?P<q>(?:of|at|in)\s(?:the\s)?[A-Z][\w-]*s\b|(?:of|at)\s(?:larger|smaller|big|small|large)[\w\s-]{3,30}?)\s",
    re.IGNORECASE,
)
_EXTREME = re.compile(
    r"(?:the )?(?:lowest|highest|best|worst|top) (?:offer|rate|fee|pay|salary|bid|quote)\b[^,.;()]{0,40}", re.IGNORECASE
)
_COUNTS = re.compile(r"\bwhich (?:counts?|covers?|includes?)\s(?P<q>[^,.;]{3,50})", re.IGNORECASE)
_NOT_NARROWING = re.compile(
    r"\b(?:pay|salar(?:y|ies)|compensation|income|earnings?|wages?|rates?|fees?|packages?|per|hourly|daily|weekly|monthly|annual(?:ly)?|yearly|average|median|mean|typical|range|"
    r"source|note|total|cost|price|example|usd|eur|money|numbers?|figures?|amounts?|seen|quoted|honorari\w+|stipends?|budget|remuneration|what|how|is|are|was|mentioned|said)\b",
    re.IGNORECASE,
)
_IS_BASE = re.compile(
    r"^(?:this|that|these)(?:'s|’s|\sis|\sare)\s(?:the\s|just\s|only\s)?base\b|^base (?:pay |salary )?only\b",
    re.IGNORECASE,
)
_IS_FOR = re.compile(r"^(?:that|this|these|those|it)(?:[’']s|\sis|\sare)\s(?P<q>for\s[^,.;:]{3,60})", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?P<q>plus (?:equity|stock|bonus(?:es)?|benefits|commission|a car)|in year \d+|the longer ones)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\s*\bin (?:19|20)\d\d\b")


def qualifier_of(text: str, amount: Amount, titles: tuple[str, ...], place: str | None) -> str | None:
    """The qualifier of an amount in its sentence.

    Args:
        text: The sentence.
        amount: With places in it.
        titles: Names of the role; they narrow nothing.
        place: The figure's geography, which is no qualifier.
    """
    near = around(text, amount)
    after = _YEAR.sub("", _NOUN_AFTER.sub("", near.after, count=1), count=1)
    found = _first(_AFTER.match(after), titles) or _first(_FOR.match(after), titles, place)
    found = (
        found
        or (_label(near.lead, titles) if len(near.before.split()) < 4 else None)
        or _first(_ON_TOP.search(after), titles)
    )
    found = found or _first(_OPENING.match(text[: amount.start]), titles, place)
    if found:
        return found
    leading = _LEADING.search(near.before) or _LEADING.search(near.lead)
    if leading:
        return (leading["q"] or leading["base"]).strip()
    for pattern, where in ((_EXTREME, near.after), (_COUNTS, near.clause)):
        if match := pattern.search(where):
            return (match["q"] if "q" in match.groupdict() else match.group()).strip()
    for match in _FOR.finditer(near.before):
        if (
            not (match.start() == 0 or _PAY_BEFORE.search(near.before[: match.start("q")]))
            or match["q"][:2].lower() == "to"
        ):
            continue
        if found := _first(match, titles, place):
            return found
    if match := _OF.search(near.lead + " " + near.before + " "):
        return match["q"].strip()
    if found := _first(_AT_EMPLOYER.search(near.before), titles) or _first(_AT_EMPLOYER.search(near.after), titles):
        return found
    return (
        _subject(near.before, titles)
        or (_subject(text[: amount.start], titles) if near.before != text[: amount.start] else None)
        or _first(
            re.search(
                r",?\s(?P<q>(?:plus|including|excluding)\s[^,.;:()]{3,60}|most of it in \w+)", near.after, re.IGNORECASE
            ),
            titles,
        )
    )


def _label(lead: str, titles: tuple[str, ...]) -> str | None:
    """ "Deposition: $500/hr", "Senior directors: $310,000": a label that is neither pay, nor a place, nor the role."""
    words = lead.strip(" *•-–")
    if any(word.lower() in SENTENCE_WORDS for word in words.split()):
        return None
    if (
        len(words) < 3
        or len(words) > 40
        or len(words.split()) > 5
        or _NOT_NARROWING.search(words)
        or label_place(words)
    ):
        return None
    key = set(name_key(words).split())
    if (
        any(key <= set(name_key(title).split()) for title in titles)
        or SITES.search(words)
        or words.endswith(("?", "."))
    ):
        return None
    return words


def later_qualifier(texts: list[str]) -> str | None:
    """What sentences after a number on a line of its own say of it: "this is base", "plus equity"."""
    for text in texts:
        if _IS_BASE.match(text):
            return "base"
    for text in texts[:3]:
        if match := _IS_FOR.match(text) or _LATER.search(text):
            return match["q"].strip()
    return None


def _first(match: re.Match | None, titles: tuple[str, ...], place: str | None = None) -> str | None:
    if match is None:
        return None
    words = _YEAR.sub("", match["q"]).strip(" ,")
    if site := SITES.search(words):
        words = words[: site.start()].strip(" ,")
    if place and words.lower().removeprefix("for ").removeprefix("the ") == place.lower():
        return None
    inner = re.sub(r"^(?:for|to|among)\s(?:an?\s|the\s)?", "", words, flags=re.IGNORECASE)
    if not inner or _is_own_name(inner, titles):
        return None
    return words


def _is_own_name(words: str, titles: tuple[str, ...]) -> bool:
    key = set(name_key(words).split()) - {"in", "the", "a", "an", "of"}
    if len(words.split()) == 1 and words[:2].isupper():  # "IMEs"
        initials = {"".join(word[0] for word in title.split()).lower() for title in titles}
        if any(
            letters.startswith(name_key(words)) or name_key(words).startswith(letters)
            for letters in initials
            if len(letters) > 1
        ):
            return True
    return (
        not key
        or key <= _GENERIC
        or any(
            key <= set(name_key(title).split()) | {"role", "job", "work", "position", "physician"} for title in titles
        )
    )


def place_left_out(words: str) -> bool:
    """Whether nothing is left of "a colleague in Toronto" without the place and words for anybody."""
    rest = words
    for name, _, _ in places_in(words):
        rest = rest.replace(name, " ")
    left = [
        word for word in name_key(rest).split() if word not in _ANYBODY and word not in ("in", "the", "of", "a", "an")
    ]
    return not left


def _subject(before: str, titles: tuple[str, ...]) -> str | None:
    """Who earns it: "General surgeons charge between"."""
    match = _SUBJECT.match(_IN_PLACE.sub("", before.lstrip()))
    if match is None:
        return None
    words = match["np"]
    if words.split()[0].lower() in _PRONOUNS:
        return None
    plain = re.sub(r"^(?:the|an?|its|their|our|my|some|many|most|few)\s", "", words, flags=re.IGNORECASE)
    key = name_key(plain).split()
    if not key or SITES.search(words) or _is_own_name(plain, titles):
        return None
    if place_left_out(plain):
        return None
    head = re.split(r"\s(?:in|of|at|for|with|who|that|on|from)\s", plain.lower())[0].split()
    if (
        not head
        or head[-1] in _EMPLOYERS
        or (head[-1] in _GENERIC and len(head) == len(plain.split()))
        or (head[0] in _GENERIC and len(head) == 1 and len(key) < 3)
    ):
        return None
    if words.lower() in ("platforms", "both", "neither", "nobody", "others") or any(
        w in _GENERIC and w in ("pay", "salary", "rate", "rates", "fees", "salaries", "income") for w in head
    ):
        return None
    if words[0].isupper() and len(words.split()) > 1 and all(w[0].isupper() for w in words.split()):
        return None
    return plain
