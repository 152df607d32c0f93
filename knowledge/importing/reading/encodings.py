"""Bytes to text: what the file says of its encoding, else UTF-8, else the best guess.

Files that mix UTF-8 with single Windows characters are common (a page pasted into a page); they are
read as UTF-8 with those characters put right. Text that was decoded wrongly before it was saved
("â€“" for a dash) is put right, too.
"""

from __future__ import annotations

import codecs
import re

import ftfy
from charset_normalizer import from_bytes

from knowledge.importing.reading.reading import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What browsers read when a page says so.
_AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([a-zA-Z0-9_.-]{2,40})")
# UTF-8 read as Windows-1252: a lead byte followed by what its next byte became.
_TWICE = re.compile("â€[“”™œ\x9d¦\x93\x94˜¢]|Ã[ -¿]|Â[ -¿]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
# An English text with a few dashes is Windows-1252; a guess by statistics takes it for rarer relatives.
_FOREIGN = 0.15  # of the bytes beyond ASCII
_SAMPLE = 64 * 1024


def decoded(data: bytes, declares: bool = False, said: str | None = None) -> tuple[str, list[str]]:
    """The text, and warnings for the maintainer.

    Args:
        data: The file.
        declares: Whether it may name its encoding in a meta element.
        said: The encoding that something around the text names, such as a mail header.

    Raises:
        Unreadable: What the bytes hold is no text.
    """
    warnings: list[str] = []
    text = _decoded(data, declares, said, warnings)
    if "\0" in text:
        if text.count("\0") * 20 > len(text):
            raise _no_text()
        text = text.replace("\0", "")
        warnings.append("NUL characters were taken out.")
    if len(_CONTROL.findall(text[:_SAMPLE])) * 50 > len(text[:_SAMPLE]):
        raise _no_text()
    return _put_right(text, warnings), warnings


def _no_text() -> Unreadable:
    return Unreadable("holds no text", "import a web page, PDF, Word, Markdown or text file")


def _decoded(data: bytes, declares: bool, said: str | None, warnings: list[str]) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").lstrip("\ufeff")
    wide = _utf16_without_mark(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        # Text of another encoding that is valid UTF-8 by chance is next to impossible, whatever it claims.
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        warnings.append("Some characters were in another encoding; dashes and quotation marks may need a look.")
        return data.decode("utf-8", "waypoint_windows")
    for name in (said, _declared(data) if declares else None):
        text = _by_name(data, name)
        if text is not None:
            return text
    return _guessed(data, warnings)


def _declared(data: bytes) -> str | None:
    found = _META.search(data[:8192]) or _XML.search(data[:400])
    return found.group(1).decode("ascii") if found else None


def _by_name(data: bytes, name: str | None) -> str | None:
    try:
        codec = codecs.lookup(name or "")
        # Codecs such as rot13 or base64 are no encodings of a text.
        if not codec._is_text_encoding or codec.name.startswith("utf-8"):
            return None
        return data.decode(_AS_BROWSERS_DO.get(codec.name, codec.name))
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _guessed(data: bytes, warnings: list[str]) -> str:
    encoding = "cp1252"
    if sum(byte > 127 for byte in data) > len(data) * _FOREIGN or _by_name(data, encoding) is None:
        best = from_bytes(_around_strange(data), threshold=0.4).best()
        encoding = best.encoding if best else encoding
    warnings.append(f"The encoding was not given; it was read as {encoding.replace('_', '-')}.")
    return data.decode(encoding, "replace")


def _around_strange(data: bytes) -> bytes:
    """A sample around the first byte beyond ASCII."""
    first = next((i for i, byte in enumerate(data) if byte > 127), 0)
    return data[max(0, first - 1000) : first + _SAMPLE]


def _utf16_without_mark(data: bytes) -> str | None:
    head = data[:2000]
    if len(head) < 20:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 2 > len(head) * 0.6 and even * 10 < odd:
        return "utf-16-le"
    if even * 2 > len(head) * 0.6 and odd * 10 < even:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "waypoint_count")
    wrong = text.count("\udcff")
    right = sum(1 for c in text if c > "\x7f" and c != "\udcff")
    return right >= 2 and wrong <= right


def _put_right(text: str, warnings: list[str]) -> str:
    if not _TWICE.search(text):
        return text
    lines = [ftfy.fix_encoding(line) if _TWICE.search(line) else line for line in text.split("\n")]
    mended = "\n".join(lines)
    if mended != text:
        warnings.append("Characters that had been decoded wrongly before the file was saved were put right.")
    return mended


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1


def _as_mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\udcff", error.start + 1


codecs.register_error("waypoint_windows", _as_windows)
codecs.register_error("waypoint_count", _as_mark)
