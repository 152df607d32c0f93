"""Offers that a person has: whose they are, what they pay, and for what kind of work.

"They offered me 95/hr for chart review" tells one; "any offers over 200k?" looks for work. An
amount of the person's own is theirs alone: never a filter, and never what a role pays.
"""

from __future__ import annotations

import itertools
import re
from typing import List, NamedTuple, Optional, Sequence, Tuple

from knowledge.language.mentions import Mention
from knowledge.language.pay_bound import PayBound, PayParseError
from knowledge.language.wish_text import AMOUNT, ORDINAL, REFERENCE, ROLE, SPECIALTY, as_signs

TELL, LIST, REMOVE = "tell", "list", "remove"
MOST_CHARACTERS = 1_000


class ToldOffer(NamedTuple):
    """One offer as told: `pay` is a canonical bound (its unit may be "?"), `kind` a kind of work."""

    pay: str
    as_written: str
    kind: Optional[str]
    title: str  # what the person calls the work; "" where they did not
    start: int  # where its amount stands in the text
    end: int


class OfferWish(NamedTuple):
    """What a message says of the person's offers."""

    operation: str
    offers: Tuple[ToldOffer, ...] = ()


_HAVE = (
    r"(?:i|we)(?:'ve| have|'m| am|'d| had)?(?: just| also| now| already| currently| recently| finally| only"
    r"| actually| kinda)*"
    r" (?:have|had|got|get|received|am|was|were|hold|holding|landed|weighing|considering|choosing between|sitting on|"
    r"looking at|comparing|juggling|been|gotten)"
)
_OWNED = re.compile(
    r"\bmy(?: \w+){0,3} offers?\b|\boffer(?:ed|s|ing|ered)? (?:me|us)\b"
    r"|\b(?:i|we)(?:'ve| have|'m| am)?(?: just| also| now| already| recently)*(?: was| were| been| being| got"
    r"| get| getting| had)*"
    r" offered\b|^\W*(?:so |and |also |just |ok |hey |hi )*(?:was |been |being |got |getting |just )*offered\b"
    rf"|\b{_HAVE}(?: \S+){{0,4}}? offers?\b"
    r"|^\W*(?:so |and |also |ok |hey |hi |just |then )*(?:(?:got|have|received|with) )?(?:a|an|another|one|two"
    r"|second|new|2|other)"
    r"(?: \w+){0,2}? offers?\b|^\W*(?:so |and |also |the )*(?:\w+ )?offers?(?: is| was| from| came| of| in hand"
    r"| on the table| at| for|:)"
    r"|\b(?:they|company|recruiter|employer|startup|insurer|hospital)(?:'d| would|'ll| will|'re| are| is)?"
    r"(?: want to| wants to| willing to| going to| ready to)? (?:pay|pays|paying|give|giving) me\b"
    r"|\boffers? (?:in hand|on the table|letter)\b"
    r"|\b(?:got|received|holding|weighing|juggling) (?!any|some|more|no)(?:\w+ ){0,2}offers?\b"
    # "Got 210 for MSL": the amount comes at once, so nobody asks what there is.
    rf"|^\W*(?:(?:so|ok|hey|hi|well|just|i|i've|we|ive|have|finally|also|now|then|and)\W+){{0,4}}"
    rf"(?:got|received|was quoted|been quoted) \$?(?:{AMOUNT}+|\d{{2,3}}(?:,\d{{3}})?k?(?: ?/ ?h(?:ou)?r?)?)"
    rf" (?:as|for|from|doing)\b")
# "Help me negotiate an offer of 240": it lies on the table, whatever is asked about it.
_AT_HAND = re.compile(
    r"\b(?P<verb>[a-z']+ )?(?:on |about |of |with )?(?:an?|this|that|the|their|another|one)(?: [a-z]+){0,2} offer"
    rf"(?: (?:is|of|for|at|on|paying|from|letter|came|in|that|says|says|a|an|the|for|around|about|to|do|"
    rf"[a-z]{{3,12}})){{0,5}}"
    rf" \$?(?:{AMOUNT}+|\d{{2,3}}(?:,\d{{3}})?k?\b)")
_NOT_AT_HAND = frozenset(
    "want wants need hope hoping land landing get getting find finding expect expecting like love see for give wish "
    "win score make making with without no any".split())
_ASKED_FOR = re.compile(
    r"^\W*(?:(?:so|and|ok|hey|hi|but|please) )*(?:any(?:body|one)?|which|what|who|whose|where|find|show|list"
    r"|search|are there|"
    r"is there|does|do|did|will|would|could|can|should|might|may|how)\b(?!.*\b(?:my|offered me|i (?:was|got"
    r"|have)|i'?ve)\b)")
_HOPED = re.compile(
    r"\b(?:want|wants|need|hope|hoping|looking for|like|love|wish|aim\w*|expect\w*|waiting for|land|negotiate)"
    r"(?: for| to (?:get|have|land|see))?(?: an?| some| any| more)?(?: \w+)? offers?\b")
_NOT_GOT = re.compile(
    r"\b(?:no|not|never|don'?t|didn'?t|haven'?t|without|if)(?: \w+){0,4} offer(?:s|ed)?\b|\b(?:job"
    r"|career) offers\b.*\?")
_REMOVING = re.compile(
    r"\b(?:remove|delete|drop|take off|take away|take out|forget|cancel|withdraw|scrap|scratch|erase|clear|lose"
    r"|get rid of|strike|ditch)"
    r"(?: off| out| about)?(?: (?:my|the|that|this|all|both|of|those|these))*"
    rf"(?: (?:[\w/-]+|[{ROLE}{ORDINAL}{AMOUNT}{SPECIALTY}{REFERENCE}]+|for|as|\$?[\d,.]+k?)){{0,4}} offers?\b"
    rf"|\bi (?:turned|am turning|'m turning) down(?: \S+){{0,4}} offers?\b")
_LISTING = re.compile(
    r"\b(?:my|our|both|these|those|the two|which|the) (?:\w+ )?offers?\b")
_WORDS = r"(?<![a-z])[a-z]{1,30}(?![a-z])(?: [a-z]{1,30}(?![a-z]))?"  # whole ones: a page of letters took seconds
_NAMED_PAIR = re.compile(
    rf"(?P<name>[{ROLE}]+|{_WORDS}) ?(?:(?:at|for|@|paying|pays|with|on|is|-|=|:) ?)?\$?(?:{AMOUNT}+"
    rf"|\d{{2,3}}(?:,\d{{3}})?k?\b(?:/h(?:ou)?r)?)"
    rf"|\$?(?:{AMOUNT}+|\d{{2,3}}(?:,\d{{3}})?k?\b(?:/h(?:ou)?r)?) (?:as|for|in)(?: an?"
    rf"| the)? (?P<other>[{ROLE}]+|{_WORDS})")
_BETWEEN = re.compile(r"\b(?:or|vs\.?|versus|and|against|plus)\b|[,;/&]")
_BARE = re.compile(r"(?<![\w.,$€£#-])\$?(\d{2,3}(?:,?\d{3})?)( ?k|(?: ?/ ?| an | per )(?:h|hr|hour)\b)?(?![\w%]"
    r"|[.,]\d)", re.IGNORECASE)
_SAID_OF = re.compile(r"\b(?:as|for|in|of|at)(?: an?| the| some)? (?P<title>[a-z][a-z-]*(?: [a-z][a-z-]*){0,3})")
_NO_TITLES = frozenset(
    "offer offers job jobs role roles gig work pay salary year hour now it that this one them us my i they we what "
    "which me and or at least most total base remote home roles anything something option options position "
    "positions more less about over under around up to the an a from is was are be have got been them".split())


def offer_wish(text: str, mentions: Sequence[Mention]) -> Optional[OfferWish]:
    """What a message says of offers that the person has; None where it is about something else."""
    signs = as_signs(text, mentions)
    if len(signs) > MOST_CHARACTERS:
        return None
    if _REMOVING.search(signs):
        return OfferWish(REMOVE)
    asked_for = _HOPED.search(signs) or _NOT_GOT.search(signs) or _ASKED_FOR.match(signs)
    is_told = (_OWNED.search(signs) and not asked_for) or _is_choice(signs) or _is_at_hand(signs)
    if is_told and (offers := told_offers(text, mentions)):
        return OfferWish(TELL, tuple(offers))
    own = _LISTING.search(signs) if re.search(r"\b(?:my|our|both)(?: \w+)? offers?\b", signs) else None
    return OfferWish(LIST) if own and not _HOPED.search(signs) and not _NOT_GOT.search(signs) else None


def _is_choice(signs: str) -> bool:
    """Whether two kinds of work stand with an amount each: "MSL at 210 or director at 240?"."""
    pairs = [m for m in _NAMED_PAIR.finditer(signs) if _last_word(m["name"] or m["other"]) not in _NO_TITLES]
    if len(pairs) < 2 or not any(ROLE in m.group() for m in pairs):
        return False
    return all(_BETWEEN.search(signs[a.end() - 1 : b.start() + 1]) or _BETWEEN.search(signs[a.end() : b.end()])
               for a, b in itertools.pairwise(pairs))


def _is_at_hand(signs: str) -> bool:
    """Whether an offer is spoken of with its amount, as of a thing that is there."""
    found = _AT_HAND.search(signs)
    if found is None or _NOT_GOT.search(signs):
        return False
    return (found["verb"] or "").strip() not in _NOT_AT_HAND and not re.search(r"\b(?:any|which|what) offers?\b", signs)


def _last_word(name: str) -> str:
    return name.split()[-1] if name.strip() else ""


def told_offers(text: str, mentions: Sequence[Mention]) -> List[ToldOffer]:
    """The amounts of a message, each with the kind of work that stands nearest to it."""
    signs = as_signs(text, mentions)
    amounts = _amounts(text, signs, mentions)
    roles = [m for m in mentions if m.kind == "role" and not m.excluded]
    found = []
    for at, (pay, start, end) in enumerate(amounts):
        first = _cut(signs, amounts[at - 1][2], start) if at else 0
        last = _cut(signs, end, amounts[at + 1][1]) if at + 1 < len(amounts) else len(text)
        near = [m for m in roles if first <= m.start < last]
        named = min(near, key=lambda m: min(abs(m.start - end), abs(start - m.end)), default=None)
        title = named.text if named else _title(signs[first:start], signs[end:last])
        found.append(ToldOffer(pay, text[start:end].strip(), named.value if named else None, title, start, end))
    return found


def _amounts(text: str, signs: str, mentions: Sequence[Mention]) -> List[Tuple[str, int, int]]:
    """Canonical pay, start and end of each amount; bare numbers that no rule read are taken, too."""
    found = [(_told_pay(m, text), m.start, m.end) for m in mentions
             if m.kind == "pay" and not m.excluded and _is_bound(m.value)]
    for match in _BARE.finditer(signs):
        amount = float(match[1].replace(",", ""))
        unit = (match[2] or "").strip().lower()
        if amount < 20 or 1_000 <= amount < 20_000:
            continue
        if unit == "k" or amount >= 20_000:
            pay = PayBound.of("=", amount * (1_000 if unit == "k" else 1), unit="year")
        else:
            pay = PayBound.of("=", amount, unit="hour" if unit else None)
        found.append((str(pay), match.start(), match.end()))
    return sorted(found, key=lambda item: item[1])[:4]


_AND_MORE = re.compile(r"^\W*(?:an?|the|some|my|\d+ ?%|bonus\w*|equity|benefits|stock|options|rsus?|sign|"
                       r"incentives?|perks)\b",
                       re.IGNORECASE)


def _told_pay(mention: Mention, text: str) -> str:
    """An amount of an offer: "230 plus a bonus" is 230, and what comes on top, not "at least 230"."""
    pay = PayBound.parse(mention.value)
    on_top = mention.text.lower().rstrip().endswith(("plus", "+")) and _AND_MORE.match(text[mention.end :])
    if pay.op != ">=" or not on_top:
        return mention.value
    return str(PayBound.of("=", pay.low or 0.0, unit=pay.unit, currency=pay.currency))


def _is_bound(value: str) -> bool:
    try:
        PayBound.parse(value)
    except PayParseError:
        return False
    return True


def _cut(signs: str, after: int, before: int) -> int:
    """Where the words between two amounts fall apart: at the last "or", "and", comma."""
    cuts = list(_BETWEEN.finditer(signs, after, before))
    return cuts[-1].start() if cuts else after


def _title(before: str, after: str) -> str:
    """What the work is called where no name was recognised: "as regional director", "director at"."""
    candidates = [m["title"] for m in _SAID_OF.finditer(after)]
    candidates += [m["title"] for m in _SAID_OF.finditer(before)]
    if found := re.search(r"([a-z][a-z-]*(?: [a-z][a-z-]*){0,2}) (?:at|for|@|paying|pays|:|=) ?\$?$", before):
        candidates.append(found[1])
    if found := re.match(r" ([a-z][a-z-]*(?: [a-z][a-z-]*)?)(?=\W*$|[,;.?!]| (?:and|or|which|vs|versus)\b)", after):
        candidates.append(found[1])  # "240 director, ..."
    for candidate in candidates:
        words = [w for w in candidate.split() if w not in _NO_TITLES]
        if words:
            return " ".join(words)
    return ""
