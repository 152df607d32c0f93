"""Amounts in a message: digits, grouped digits, number words, scales and currencies.

The pay grammar (pay.py) decides whether an amount is pay. Here it is only read, together
with what gives it away: a currency, a scale ("k"), grouped thousands.
"""

from __future__ import annotations

import re
from typing import Dict, List, NamedTuple, Optional, Tuple

from knowledge.language.pay_typos import MISSPELT

CURRENCY = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD", "buck": "USD",
    "bucks": "USD", "c$": "CAD", "ca$": "CAD", "cad": "CAD", "a$": "AUD", "au$": "AUD",
    "aud": "AUD", "nz$": "NZD", "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP",
    "sterling": "GBP",
    "quid": "GBP", "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "chf": "CHF",
    "francs": "CHF", "₹": "INR", "inr": "INR", "rupees": "INR",
}  # fmt: skip
_PREFIX_CODES = {"usd", "cad", "aud", "gbp", "eur", "chf", "inr"}
_MONEY_AFTER = frozenset("usd dollars dollar cad eur euros gbp a per / annually yearly".split())
_WORDLIKE = frozenset(("word", "symbol", "currency"))
_LOOK_AHEAD = 16  # words that any rule may look at beyond the end
_COUNTRY_DOLLARS = {"us": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD"}
SCALES = {
    "k": 1e3, "ks": 1e3, "k's": 1e3, "thousand": 1e3, "thousands": 1e3, "thousan": 1e3,
    "thousnd": 1e3, "thosand": 1e3, "thousad": 1e3, "thou": 1e3, "grand": 1e3, "g": 1e3,
    "gs": 1e3, "g's": 1e3, "large": 1e3, "m": 1e6, "mm": 1e6, "mil": 1e6, "mill": 1e6,
    "million": 1e6, "millions": 1e6, "mio": 1e6,
}  # fmt: skip
_SMALL = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split(),
        start=1,
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_TENS["fourty"] = 40
_SMALL["fiveteen"] = 15
NUMBER_WORDS = {**_SMALL, **_TENS, "hundred": 100}
_HUNDRED = {"hundred", "hundreds", "hunderd", "hundered"}

_GLUED = re.compile(
    r"(?P<scale>k|m|mm|mil|mill|million|thousand|thou|grand|gs?)?(?P<decade>s)?"
    r"(?P<rest>ish|hrs?|h|ph|yrs?|pa|usd|cad|eur|gbp|aud|plus|min|max|hourly|yearly|dollars|"
    r"bucks)?"
)
_PIECE = re.compile(
    r"""
    (?P<other>
        (?<![\d.,$])\+?(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)      # phone numbers
      | \d{4}-\d{1,2}-\d{1,2}(?!\d)                                         # dates
      | \d{1,2}:\d\d(?:\s?[ap]\.?m\b\.?)? | \d{1,2}\s?[ap]m\b               # times
      | (?<!\$)\b\d{1,4}(?:/\d{1,4})+(?![\d,k])                             # 24/7, 12/05/2026
      | (?<!\$)\b(?:401|403|457)[ -]?\(?[kb]\b\)?                           # retirement plans
      | \d+(?:st|nd|rd|th)\b | \#\s?\d+
      | \b(?!(?:usd|cad|eur|gbp|aud|over|under|above|below|min|max|about|around|least)\d)
        [a-z]+\d[\w-]*                                                      # h1b, w2, t2dm
      | \b(?!low|mid|high|upper|sub|late)[a-z]+-\d{1,2}(?![\dk,.])[\w-]*    # covid-19, pgy-3
    )
  | (?P<number>\d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)|\d{1,3}(?:[,']\d{3}){1,8}(?!\d)(?:\.\d+)?
      |\d{1,3}(?:\.\d{3}){2,8}(?!\d)|\d+(?:\.\d+)?|\.\d+)(?P<glued>[a-z]+(?!\w))?
  | (?P<currency>(?:us|ca|c|a|au|nz)?\$|[£€₹])
  | (?P<word>(?:[a-z]\.){2,}|[a-z]+(?:'[a-z]+)?)
  | (?P<symbol>>=|=>|<=|=<|≥|≤|>|<|≈|~|=|\.{2,}|-{1,2}>?|[^\s\w])
    """,
    re.VERBOSE,
)


class Piece(NamedTuple):
    """A lexical piece; kind is number, word, symbol, currency or other (never an amount)."""

    kind: str
    text: str
    start: int
    end: int
    spaced: bool  # white space before it


class Amount(NamedTuple):
    """A number as read; `first` and `after` are indices of pieces, `after` exclusive."""

    value: float
    first: int
    after: int
    currency: Optional[str] = None
    scaled: bool = False  # k, thousand, million were said
    grouped: bool = False  # 150,000
    decade: bool = False  # 200s
    digits: str = ""
    factor: float = 1.0
    approximate: bool = False


class Pieces(List[Piece]):
    """The pieces of a message. `words[i]` is the text of a word or symbol, "" for the others."""

    words: List[str]


def pieces_of(folded: str) -> Pieces:
    """Cuts a folded text into pieces; "150k" gives the number and its scale apart."""
    pieces = Pieces()
    last_end = 0
    for match in _PIECE.finditer(folded):
        spaced = match.start() > last_end
        kind = match.lastgroup if match.lastgroup != "glued" else "number"
        last_end = match.end()
        if kind == "number" and match["glued"]:
            pieces.extend(_unglue(match, spaced))
        else:
            text = match.group().replace(".", "") if kind == "word" else match.group()
            text = MISSPELT.get(text, text)
            pieces.append(Piece(kind or "other", text, match.start(), match.end(), spaced))
    pieces.words = [piece.text if piece.kind in _WORDLIKE else "" for piece in pieces]
    pieces.words += [""] * _LOOK_AHEAD
    return pieces


def _unglue(match: "re.Match[str]", spaced: bool) -> List[Piece]:
    glued = _GLUED.fullmatch(match["glued"])
    if glued is None:  # "20mg", "3d"
        return [Piece("other", match.group(), match.start(), match.end(), spaced)]
    at = match.end("number")
    parts = [Piece("number", match["number"], match.start(), at, spaced)]
    for name in ("scale", "decade", "rest"):
        if glued[name]:
            parts.append(Piece("word", glued[name], at, at + len(glued[name]), False))
            at += len(glued[name])
    return parts


def word_at(pieces: Pieces, at: int) -> str:
    """The text of the word or symbol at `at`, "" beyond the ends or at a number."""
    return pieces.words[at] if at >= 0 else ""


def may_start(piece: Piece) -> bool:
    """Whether an amount can begin here; most words of a message cannot begin one."""
    return piece.kind in ("number", "currency") or (
        piece.kind == "word" and piece.text in _STARTERS
    )


def read_amount(pieces: Pieces, at: int) -> Optional[Amount]:
    """The amount that starts at piece `at`, currency before it and scale after it included."""
    first, currency = at, None
    text = word_at(pieces, at)
    if pieces[at].kind == "currency" or text in _PREFIX_CODES:
        currency, at = CURRENCY[text], at + 1
        if word_at(pieces, at) in ("$", "£", "€"):  # "USD $150k"
            at += 1
    if at >= len(pieces):
        return None
    amount = _read_digits(pieces, at, bool(currency)) if pieces[at].kind == "number" else None
    if amount is None:
        amount = _read_words(pieces, at)
    if amount is None:
        return None
    if word_at(pieces, amount.after) in ("cents", "cent", "¢") and not amount.scaled:
        return amount._replace(
            value=amount.value / 100, first=first, after=amount.after + 1, currency="USD"
        )
    said, after = currency_after(pieces, amount.after)
    if currency == "USD" and said and pieces[first].text == "$":  # "$200k CAD"
        currency = said
    return amount._replace(first=first, after=after, currency=currency or said)


def currency_after(pieces: Pieces, at: int) -> Tuple[Optional[str], int]:
    """A currency word at `at` ("dollars", "CAD", "US dollars"): its code and the index after."""
    text = word_at(pieces, at)
    if text in _COUNTRY_DOLLARS and word_at(pieces, at + 1) in ("dollars", "dollar", "bucks"):
        return _COUNTRY_DOLLARS[text], at + 2
    if text in CURRENCY:
        if pieces[at].kind == "currency" and _starts_number(pieces, at + 1):
            return None, at  # belongs to the next amount
        return CURRENCY[text], at + 1
    return None, at


def _starts_number(pieces: Pieces, at: int) -> bool:
    return at < len(pieces) and pieces[at].kind == "number"


def _read_digits(pieces: Pieces, at: int, has_currency: bool) -> Optional[Amount]:
    text = pieces[at].text
    digits = re.sub(r"[,']" if text.count(".") < 2 else r"\.", "", text)
    grouped = len(digits) != len(text)
    after = at + 1
    while _is_thousands_group(pieces, after, digits, has_currency):
        digits, grouped, after = digits + pieces[after].text, True, after + 1
    if re.fullmatch(r"\d{1,3}\.\d{3}", digits) and word_at(pieces, after) not in SCALES:
        digits, grouped = digits.replace(".", ""), True  # 150.000, as written in Europe
    if len(digits) > 12:
        return None
    amount = Amount(float(digits), at, after, grouped=grouped, digits=digits)
    return _with_scale(pieces, amount)


def _is_thousands_group(pieces: Pieces, at: int, digits: str, has_currency: bool) -> bool:
    """ "191 000": a group of three digits after a space."""
    if not _starts_number(pieces, at) or len(pieces[at].text) != 3 or "." in pieces[at].text:
        return False
    if "." in digits or (len(digits) > 3 and digits[-3:] != "000"):
        return False
    glued_letter = at + 1 < len(pieces) and not pieces[at + 1].spaced
    if glued_letter and pieces[at + 1].kind == "word":
        return False
    if has_currency or pieces[at].text in ("000", "500"):
        return True
    return word_at(pieces, at + 1) in _MONEY_AFTER  # "167 241 USD a year"


def _with_scale(pieces: Pieces, amount: Amount) -> Amount:
    """Applies "hundred", "thousand", "k", "million" and the plural of decades ("200s")."""
    value, after, factor = amount.value, amount.after, 1.0
    word = word_at(pieces, after)
    if word in _HUNDRED and value < 100:
        value, after = value * 100, after + 1
        more = _below_hundred(pieces, after)
        if more:
            value, after = value + more[0], more[1]
        word = word_at(pieces, after)
    glued = after < len(pieces) and not pieces[after].spaced
    if word == "ish" and word_at(pieces, after + 1) in ("k", "grand", "thousand"):  # "150ish k"
        amount = amount._replace(approximate=True)
        after, word, glued = after + 1, word_at(pieces, after + 1), True
    if word == "s" and glued:
        return amount._replace(value=value, after=after + 1, decade=True)
    if word in SCALES and (glued or word not in ("m", "g", "mm", "large")):
        factor, after = SCALES[word], after + 1
        if word_at(pieces, after) == "s" and not pieces[after].spaced:
            after += 1
    if factor == 1.0:
        return amount._replace(value=value, after=after)
    if factor == 1e6 and _words(pieces, after, 3) == ("and", "a", "half"):
        value, after = value + 0.5, after + 3
    return amount._replace(value=round(value * factor, 2), after=after, scaled=True, factor=factor)


def _words(pieces: Pieces, at: int, count: int) -> Tuple[str, ...]:
    return tuple(word_at(pieces, at + offset) for offset in range(count))


_FRACTIONS: Dict[Tuple[str, ...], float] = {
    ("a", "quarter", "of", "a"): 0.25, ("quarter", "of", "a"): 0.25, ("a", "quarter"): 0.25,
    ("quarter",): 0.25, ("three", "quarters", "of", "a"): 0.75, ("half", "of", "a"): 0.5,
    ("half", "a"): 0.5, ("a", "half"): 0.5, ("half",): 0.5, ("one", "and", "a", "half"): 1.5,
    ("two", "and", "a", "half"): 2.5,
}  # fmt: skip


_FRACTION_STARTS = frozenset(words[0] for words in _FRACTIONS)
_STARTERS = (
    frozenset(_SMALL) | frozenset(_TENS) | _FRACTION_STARTS | _PREFIX_CODES
    | frozenset("an hundred couple low lower mid middle high upper hi late multiple multi".split())
)  # fmt: skip


def _read_words(pieces: Pieces, at: int) -> Optional[Amount]:
    fractions = _FRACTIONS.items() if word_at(pieces, at) in _FRACTION_STARTS else ()
    for words, share in fractions:
        scale_at = at + len(words)
        if _words(pieces, at, len(words)) == words:
            if word_at(pieces, scale_at) == "-":
                scale_at += 1
            if word_at(pieces, scale_at) in ("million", "mil", "mill"):
                return Amount(share * 1e6, at, scale_at + 1, scaled=True, factor=1e6)
    if _words(pieces, at, 2) == ("couple", "hundred"):
        scaled = _with_scale(pieces, Amount(200.0, at, at + 2))
        return scaled._replace(approximate=True) if scaled.scaled else None
    spoken = _below_thousand(pieces, at)
    if spoken is None:
        return None
    value, after = spoken
    if word_at(pieces, after - 1) == "hundreds" and value >= 100:  # "in the three hundreds"
        return Amount(float(value), at, after, decade=True)
    amount = _with_scale(pieces, Amount(float(value), at, _skip_hyphen(pieces, after)))
    if amount.factor == 1e3:
        more = _below_thousand(pieces, amount.after)
        if more and more[0] >= 100:  # "one hundred thousand five hundred"
            amount = amount._replace(value=amount.value + more[0], after=more[1])
    if not amount.scaled and not amount.decade:
        amount = amount._replace(after=after if amount.value == value else amount.after)
    return amount


def _skip_hyphen(pieces: Pieces, at: int) -> int:
    """Past a hyphen inside a number word ("one-fifty"), not past a dash between two amounts."""
    if word_at(pieces, at) == "-" and not pieces[at].spaced:
        following = word_at(pieces, at + 1)
        if following in NUMBER_WORDS or following in SCALES or following in _HUNDRED:
            return at + 1
    return at


def _below_hundred(pieces: Pieces, at: int) -> Optional[Tuple[int, int]]:
    """ "fifty", "fifty five", "twelve", also after "and"."""
    if word_at(pieces, at) == "and":
        at += 1
    at = _skip_hyphen(pieces, at)
    word = word_at(pieces, at)
    if word in _TENS:
        after = _skip_hyphen(pieces, at + 1)
        unit = _SMALL.get(word_at(pieces, after), 0)
        if 0 < unit < 10:
            return _TENS[word] + unit, after + 1
        return _TENS[word], at + 1
    if word in _SMALL:
        return _SMALL[word], at + 1
    return None


_VAGUE = frozenset("few several many some couple".split())  # "a few hundred" is no number


def _below_thousand(pieces: Pieces, at: int) -> Optional[Tuple[int, int]]:
    """Spoken numbers up to 9,900: "two hundred ten", "one fifty", "fifteen hundred"."""
    word = word_at(pieces, at)
    after = at + 1
    if word in ("a", "an"):
        following = word_at(pieces, after)
        if following in _HUNDRED:
            value = 1
        elif following in ("thousand", "million", "mil", "grand"):
            return 1, after
        else:
            return None
    elif word in _SMALL:
        value = _SMALL[word]
        after = _skip_hyphen(pieces, after)
    elif word in _TENS:
        return _below_hundred(pieces, at)
    elif word == "hundred" and word_at(pieces, at - 1) not in _VAGUE:
        value, after = 1, at
    else:
        return None
    if word_at(pieces, after) in _HUNDRED:
        after += 1
        if word_at(pieces, after - 1) == "hundreds":  # "the low two hundreds"
            return value * 100, after
        more = _below_hundred(pieces, after)
        return (value * 100 + more[0], more[1]) if more else (value * 100, after)
    if value < 10:  # "one fifty", "two ten"
        more = _below_hundred(pieces, after) if word_at(pieces, after) != "and" else None
        if more and more[0] >= 10:
            return value * 100 + more[0], more[1]
    return value, at + 1
