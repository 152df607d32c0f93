"""Takes personal data out of what people wrote, before it is stored or logged.

Finds what has a form: e-mail addresses, telephone numbers, numbers of people and patients. Names,
places and stories have none; docs/operations.md says so to whoever reads the records. Pay stays
readable: amounts with a currency sign, thousands marks or up to six digits are left alone.
"""

from __future__ import annotations

import re

EMAIL = "[email]"
PHONE = "[phone]"
NUMBER = "[number]"

_DASH = r"\-\u2010-\u2015\u2212"
_GAP = rf"[\s./{_DASH}]"
_NOT_MONEY = r"(?<![\w$€£¥,.#])"  # no number begins in the middle of another one, or after its currency
_END = r"(?![\w%])(?![,.]\d)"

_EMAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_SPELLED_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]+\s?(?:\(at\)|\[at\]|\bat\b)\s?[\w-]+\s?(?:\(dot\)|\[dot\]|\bdot\b)\s?"
    r"(?:com|org|net|edu|gov|io|co|us|me)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?P<label>(?:MRN|DOB|SSN|NPI|DEA|date of birth|born(?: on)?|social security|medical record|"
    r"(?:patient|member|policy|account|acct|chart|record|case|license|licence|passport|hospital)"
    r"(?=\s*(?:id|number|no|nr|num|#|:)))"
    r"(?:\s+(?:id|number|no|nr|num)\b)?[\s:.#=]*(?:is\b|was\b)?[\s:.#=]*)"
    rf"(?=[\w/.{_DASH}]*\d)\w+(?:[/.{_DASH}]+\w+)*(?:[ ]\d[\d/{_DASH}]*)*",
    re.IGNORECASE,
)
_CALLED = re.compile(
    rf"\b(?P<label>(?:call|phone|tel|telephone|cell|mobile|text|fax|pager|whatsapp|reach)"
    rf"(?:\s+(?:me|us|number|no))?(?:\s+(?:at|on|is))?[\s:.]*)\+?\(?\d[\d\s().{_DASH}]{{5,}}\d",
    re.IGNORECASE,
)
_INTERNATIONAL = re.compile(rf"(?<!\w)\+\d[\d\s().{_DASH}]{{6,}}\d")
_PHONE = re.compile(
    rf"{_NOT_MONEY}(?:1{_GAP})?(?:\(\d{{3}}\)\s?|\d{{3}}{_GAP})\d{{3}}{_GAP}\d{{4}}{_END}"
)
_TEN_DIGITS = re.compile(rf"{_NOT_MONEY}1?[2-9]\d{{9}}{_END}")
_GROUPED = re.compile(
    rf"{_NOT_MONEY}(?:\d{{3}}{_GAP}\d{{2}}{_GAP}\d{{4}}|\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}"
    rf"|\d{{4}}(?:{_GAP}\d{{4}}){{2,3}}){_END}"
)
_LONG = re.compile(rf"{_NOT_MONEY}\d{{7,}}{_END}|(?<=#)\d{{5,}}{_END}")

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# Halves of characters, controls but tab and line ends, marks that are not seen or turn the text.
_UNSEEN = re.compile(
    "[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)


def redact(text: str) -> str:
    """The text with e-mail addresses, telephone and personal numbers replaced by what they were.

    Also without characters that are not seen, which could hide a number or upset a terminal.
    """
    text = _UNSEEN.sub("", text.translate(_FULL_WIDTH))
    text = _EMAIL.sub(EMAIL, text)
    text = _SPELLED_EMAIL.sub(EMAIL, text)
    text = _LABELLED.sub(lambda m: f"{m['label']}{NUMBER}", text)
    text = _CALLED.sub(lambda m: f"{m['label']}{PHONE}", text)
    text = _INTERNATIONAL.sub(PHONE, text)
    text = _PHONE.sub(PHONE, text)
    text = _TEN_DIGITS.sub(PHONE, text)
    text = _GROUPED.sub(NUMBER, text)
    return _LONG.sub(NUMBER, text)
