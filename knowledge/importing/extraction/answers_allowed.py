"""How many answers a question allowed, in the many ways in which surveys say so."""

from __future__ import annotations

import re

_ANSWER = r"(?:answers?|responses?|replies|reply|choices?|options?|selections?|reasons?|votes?|box(?:es)?|items?|pick)"
_CHOOSE = r"(?:select|choose|chose|pick|tick|check|name|give|gave|mark|list|enter|vote|answer|cite)(?:ed|s|ing)?"
_MANY = r"(?:several|more than one|multiple|any number|up to (?:two|three|four|five|six|[2-9])\b|all that appl\w+)"
_MULTIPLE = re.compile(
    rf"\b{_CHOOSE}\b(?:\W+[\w’']+){{0,4}}?\W+(?:{_MANY}|as many)"
    rf"|\bas many (?:[\w’']+\s){{0,2}}as (?:they|you|one|members|readers|respondents|people|appl\w+|want\w*"
    rf"|like\w*|wish\w*|were)"
    # "every reason that applied", "several of these could be marked"
    r"|\b(?:every|any|all|each|whichever|whatever)\s(?:[\w’']+\s){0,3}?appl(?:y|ied|ies)\b"
    rf"|\b{_MANY}\b[^.;:]{{0,30}}\b(?:could|can|may|might) be (?:{_CHOOSE}|chosen|given|taken)\b"
    rf"|\b{_MANY}\s{_ANSWER}\b|\bmultiple[- ](?:answer|response|select|choices? allowed)|\ball that appl(?:y|ied)\b"
    r"|\b(?:do not|don.t|may not|need not|will not)\s(?:add up|sum|total)\b"
    r"|\b(?:exceed|exceeds|more than|over|above) 100\b(?!,)",
    re.IGNORECASE,
)
_ONE = r"(?:one|a single|1|just one|only one|exactly one)"
_SINGLE = re.compile(
    # "one answer each", "a single answer allowed", "one vote per member", "one main reason"
    rf"\b{_ONE}\s{_ANSWER}\s(?:[\w’'-]+\s){{0,2}}?(?:only|each|apiece|per|allowed|possible|permitted|accepted)\b"
    rf"|\b(?:allow\w*|permit\w*|with|take|accept\w*|each|limit\w* to)\s{_ONE}\s{_ANSWER}\b(?!\sor more)"
    rf"|\bone vote\b|\bonly (?:\w+ ){{0,2}}one\b|\b{_ONE} {_ANSWER} (?:only|per|was|allowed|counted)"
    # "could pick one", "choose the one statement", "asked for the single hardest part"
    rf"|\b{_CHOOSE}(?: (?:only|just|exactly|for))?\s(?:one|a single|the one|the single)\b(?! or more)"
    r"|\b(?:ask\w*|for) (?:one|the|their|a) (?:single|one|main|chief|most important|biggest|top) \w+"
    r"|\b(?:one|a single) (?:main|chief|principal|top) (?:reason|answer|cause|worry|concern)\b"
    # "one only", "one click per person", "one click, one answer", "Asked yes or no", "each is counted once"
    rf"|\bone only\b|\b{_ONE} (?:{_ANSWER}|click|tick|tap|mark|entry) (?:per|for each) [a-z]+\b"
    rf"|(?:^|[(,:;–—]\s?){_ONE} {_ANSWER}\s?(?=$|[),.;:–—])"
    r"|\bask\w* (?:\w+ ){0,3}yes or no\b|\bcounted (?:only )?once\b"
    r"|\bsingle[- ](?:choice|answer|response|select)|\b(?:a |plain |simple )?yes[- ]or[- ]no\b|\byes/no\b"
    # "You could pick yes, no or not sure, just one."
    rf"|\b{_CHOOSE}\b[^.;:]{{0,60}}, (?:but |and )?(?:just|only) one(?=\s?(?:$|[.;)]))"
    r"|\bmutually exclusive\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"; |, (?=while|whereas|but|and (?:for|in) )")
_QUESTIONS = re.compile(r"\b(?:questions?|q\.?)\s((?:\d{1,2}(?:, | and | or | to )?)+)", re.IGNORECASE)
_NUMBERED = re.compile(r"\W*(?:Question|Q)\.?\s?(\d{1,2})\b", re.IGNORECASE)


def answers_allowed(sentence: str) -> str:
    """ "yes" where several answers were allowed, "no" where one was, "unknown" where a sentence does not say."""
    several, one = bool(_MULTIPLE.search(sentence)), bool(_SINGLE.search(sentence))
    if several == one:
        return "unknown"
    return "yes" if several else "no"


def allowed_by_question(sentence: str) -> dict[int, str]:
    """The same for questions by their numbers: "Questions 1 and 3 allowed one answer; for question 2 ..."."""
    found: dict[int, str] = {}
    for clause in _CLAUSE.split(sentence):
        allowed = answers_allowed(clause)
        numbers = _QUESTIONS.search(clause)
        if numbers and allowed != "unknown":
            found |= {int(one): allowed for one in re.findall(r"\d{1,2}", numbers.group(1))}
    return found


def question_number(heading: str) -> int | None:
    """The number of a question in a heading: "Question 2. Why did you take it up?"."""
    match = _NUMBERED.match(heading)
    return int(match.group(1)) if match else None
