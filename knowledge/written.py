"""Numbers as articles write them: `$191 000`, `$67.49/hour`, `$150-200k`, `74%`.

Only for checking the files against themselves. What people type in a conversation is
understood by `knowledge/language`.
"""

from __future__ import annotations

import re
from typing import List, Optional, Tuple

from knowledge.facts import UNITS

_NUMBER = r"\d{1,3}(?:[ ,'’]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_SCALE = r"(?: ?(?P<{0}>k|K|m|M|bn|thousand|million|billion)\b)?"
_SIGN = r"(?:\$|€|£|\b(?:USD|EUR|GBP|CAD) ?)"
_MONEY = re.compile(
    rf"{_SIGN} ?(?P<low>{_NUMBER}){_SCALE.format('low_scale')}"
    rf"(?:(?: ?[-–—] ?{_SIGN}?| to {_SIGN}?| and {_SIGN})"
    rf"(?P<high>{_NUMBER}){_SCALE.format('high_scale')})?"
)
_PERCENT = re.compile(rf"(?P<number>{_NUMBER}) ?(?:%|percent\b|per cent\b)")
_UNIT = re.compile(rf"(?:/ ?|\bper |\ban? )({'|'.join(UNITS)})\b")
_TIMES = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "billion": 1e9,
}


def amounts(as_written: str) -> Tuple[float, ...]:
    """The amounts that a figure's as-written form names: one, or two of a range.

    Without a currency sign every number in it counts.
    """
    match = _MONEY.search(as_written)
    if match:
        return _amounts_of(match)
    return tuple(_value(n) for n in re.findall(_NUMBER, as_written))


def money(text: str) -> List[Tuple[str, float]]:
    """Every amount of money in a text, each with the words it stands in."""
    found = []
    for match in _MONEY.finditer(text):
        found.extend((match.group(), amount) for amount in _amounts_of(match))
    return found


def percents(text: str) -> List[Tuple[str, float]]:
    """Every percentage in a text, each with the words it stands in."""
    return [(m.group(), _value(m.group("number"))) for m in _PERCENT.finditer(text)]


def unit(as_written: str) -> Optional[str]:
    """The unit that the as-written form states (`/hour`, `per day`), if it states one."""
    match = _UNIT.search(as_written)
    return match.group(1) if match else None


def numbers(text: str) -> List[str]:
    """Every number in a text, as written."""
    return re.findall(_NUMBER, text)


def occurs(written: str, text: str) -> bool:
    """Whether the words stand in the text as a whole: `$36` does not in `$360` or `$36.50`."""
    pattern = rf"(?<!\d)(?<!\d[.,]){re.escape(written)}"
    if written[-1:].isdigit():
        pattern += r"(?!\d|[.,]\d| \d{3}\b)"
    return re.search(pattern, text) is not None


def _amounts_of(match: re.Match) -> Tuple[float, ...]:
    low, high = match.group("low"), match.group("high")
    if high is None:
        return (_value(low, match.group("low_scale")),)
    # "$150-200k" means thousands at both ends.
    low_scale = match.group("low_scale") or (
        match.group("high_scale") if _value(low) < 1000 else None
    )
    return _value(low, low_scale), _value(high, match.group("high_scale"))


def _value(number: str, scale: Optional[str] = None) -> float:
    digits = float(re.sub(r"[ ,'’]", "", number))
    return round(digits * _TIMES[scale.lower()], 6) if scale else digits
