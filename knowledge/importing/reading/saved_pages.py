"""Web pages that a browser saved as one file: MHTML (Chrome, Edge) and webarchive (Safari)."""

from __future__ import annotations

import email
import email.policy
import plistlib
from dataclasses import replace
from xml.parsers.expat import ExpatError

from knowledge.importing.reading.encodings import decoded
from knowledge.importing.reading.html import read_html
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.reading import Reading, Unreadable

_AGAIN = "save the page again as HTML, or print it to PDF"


def read_mhtml(data: bytes, limits: Limits) -> Reading:
    """The page that an MHTML file holds."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for number, part in enumerate(message.walk()):
        if number > 2000:
            break
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True) or b""
            address = part.get("Content-Location") or message.get("Snapshot-Content-Location")
            return _read(content, part.get_content_charset(), address, limits)
    raise Unreadable("holds no page", _AGAIN)


def read_webarchive(data: bytes, limits: Limits) -> Reading:
    """The page that a webarchive holds."""
    try:
        main = plistlib.loads(data, fmt=plistlib.FMT_BINARY)["WebMainResource"]
        content = bytes(main["WebResourceData"])
        said, address = main.get("WebResourceTextEncodingName"), main.get("WebResourceURL")
    except (plistlib.InvalidFileException, KeyError, TypeError, ValueError, OverflowError, ExpatError) as error:
        raise Unreadable("holds no page", _AGAIN) from error
    return _read(content, said if isinstance(said, str) else None, address, limits)


def _read(content: bytes, said: str | None, address: object, limits: Limits) -> Reading:
    text, warnings = decoded(content, declares=True, said=said)
    reading = read_html(text, limits)
    reading.warnings[:0] = warnings
    if not reading.about.url and isinstance(address, str) and address.startswith(("http://", "https://")):
        reading.about = replace(reading.about, url=address.strip())
    return reading
