"""When two writings of a field say the same. What is not said to be lenient here is compared as it is.

- Titles: letter case, punctuation, plural and what stands in brackets do not count.
- `as_written`: lead-in words ("up to", "about", "~"), pipes, white space and unit words do not count:
  where an amount begins and ends is a matter of taste, its numbers and its currency are not.
- `qualifier`, `population`, `pay_note`: half of the content words of the shorter one are in the other.
- `attributed_to`: "the", years and words such as "survey" do not count: "Medscape" and "the Medscape
  compensation report 2024" are one source. So are the publisher and a survey of its own without a name
  ("reader survey"), which people write either way.
- `geography`: the usual short forms of the United States and the United Kingdom.
- `statistic`: for spoken bands ("high $200s", "six figures") and open ranges ("$400-600+") `range`
  and `unspecified` are one, since the two people who wrote the labels read these differently.
"""

from __future__ import annotations

import re
import unicodedata

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NO_WORD = re.compile(r"[^\w]+")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_LEAD_IN = re.compile(
    r"~|\b(?:up to|as (?:much|little|high|low) as|at (?:least|most|best)|(?:start|begin)(?:s|ing)? (?:at|from)"
    r"|from|between|about|around|roughly|approximately|approx|circa|nearly|almost|some|over|under|above"
    r"|below|more than|less than|average|median|the)\b"
)
_UNIT_NAMES = (
    r"(?:years?|yrs?|annum|months?|mos?|weeks?|wks?|days?|hours?|hrs?|h|projects?|articles?|engagements?|evaluations?"
    r"|exams?|examinations?|cases?|depositions?|reports?|charts?|reads?|words?|surveys?)"
)
_UNIT = re.compile(
    rf"(?:/|\b(?:per|an?|each|every|the|by the)\b)\s*{_UNIT_NAMES}\b|\b(?:annual|year|month|week|dai|hour)ly\b"
    r"|\bannual(?:ly)?\b|\bdaily\b|\bp\.?\s?a\.?(?=\W|$)"
)
_BAND = re.compile(r"\b(?:low|mid|middle|high|upper)\b.*\d+\s?k?s\b|\b(?:five|six|seven)[ -]figures?\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_STOP_WORDS = frozenset(
    "a an and are as at be been by for from has have in is it its of on only or our than that the their them these they"
    " this those to was we were what which who whom whose with you your plus".split()
)
_SOURCE_WORDS = frozenset(
    "the a an s survey surveys poll study report reports data salary compensation pay guide annual expert review"
    " its their own of by in fee fees rate rates".split()
)
_OWN_SURVEY = frozenset(
    "reader readers member members membership alumni subscriber subscribers listener listeners follower followers user"
    " users community colleague colleagues mailing list panel questionnaire inquiry house informal own internal spring"
    " summer autumn fall winter online".split()
)
_PLACES = {"us": "united states", "usa": "united states", "america": "united states", "uk": "united kingdom"}


def same_title(found: str, title: str) -> bool:
    """Whether two names of a role differ in nothing but what does not count."""
    return _title(found) == _title(title) != ""


def same_amount(found: float | None, wanted: float | None) -> bool:
    """Whether two bounds are one; an open bound is only equal to an open bound."""
    if found is None or wanted is None:
        return found is wanted
    return abs(found - wanted) <= 1e-6 * max(1.0, abs(wanted))


def same_written(found: str, wanted: str) -> bool:
    """Whether two slices of a text give the same amount."""
    return bare_amount(found) == bare_amount(wanted)


def bare_amount(written: str) -> str:
    """An amount without lead-in words, unit words, pipes and white space."""
    text = _DASHES.sub("-", _folded(written))
    text = _LEAD_IN.sub(" ", _UNIT.sub(" ", text))
    return re.sub(r"[\s|]+", "", text).strip(".,;:()\"'“”")


def same_statistic(found: str, wanted: str, as_written: str, *, one_end_open: bool) -> bool:
    """Whether two statistics are one, given the labelled amount and whether one of its ends is open."""
    if found == wanted:
        return True
    open_range = one_end_open and len(_NUMBER.findall(re.sub(r"[,.' ](?=\d{3})", "", as_written))) > 1
    return {found, wanted} == {"range", "unspecified"} and (open_range or bool(_BAND.search(as_written)))


def same_words(found: str | None, wanted: str | None) -> bool:
    """Both absent, or half of the content words of the shorter one are in the other."""
    if found is None or wanted is None:
        return found is wanted
    mine, theirs = _content(found), _content(wanted)
    if not mine or not theirs:
        return _plain(found) == _plain(wanted)
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs))


def same_source(found: str | None, wanted: str | None, publisher: str | None = None) -> bool:
    """Whether both name the same salary site, survey or organisation, in an article of that publisher."""
    if found is None or wanted is None:
        return found is wanted
    if _source(found) == _source(wanted):
        return True
    return publisher is not None and _is_of_publisher(found, publisher) and _is_of_publisher(wanted, publisher)


def same_place(found: str | None, wanted: str | None) -> bool:
    """Whether both name the same place."""
    if found is None or wanted is None:
        return found is wanted
    return _place(found) == _place(wanted)


def same_text(found: str, wanted: str) -> bool:
    """Whether two quotes are the same but for white space and the marks at their ends."""
    return _quote(found) == _quote(wanted)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _plain(text: str) -> str:
    return _NO_WORD.sub(" ", _folded(text)).strip()


def _title(text: str) -> str:
    outside = _BRACKETS.sub(" ", text)
    return " ".join(map(_singular, _plain(outside if outside.strip() else text).split()))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _content(text: str) -> set[str]:
    return {_singular(word) for word in _plain(text).split() if word not in _STOP_WORDS}


def _source(text: str) -> str:
    words = _plain(text.replace(".", "")).split()  # else Salary.com is a salary of some "com"
    kept = [word for word in words if word not in _SOURCE_WORDS and not re.fullmatch(r"(?:19|20)\d\d", word)]
    return " ".join(kept or words)


def _is_of_publisher(source: str, publisher: str) -> bool:
    """Whether a source is the publisher, or a survey with no other name than whom it asked: "our reader survey"."""
    others = set(_source(source).split()) - set(_source(publisher).split())
    return not others - _SOURCE_WORDS - _OWN_SURVEY


def _place(text: str) -> str:
    name = _plain(text.replace(".", "")).removeprefix("the ")
    return _PLACES.get(name, name)


def _quote(text: str) -> str:
    return "".join(_folded(text).split()).strip(".,;:!?-*•\"'“”‘’")
