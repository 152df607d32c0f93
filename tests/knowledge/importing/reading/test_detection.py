from __future__ import annotations

import io
import plistlib
import zipfile

import pytest

from knowledge.importing.reading.formats import read_bytes
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.reading import Unreadable
from tests.knowledge.importing.reading.pages import paragraph, word_file

PAGE = "<html><head><title>Coach</title></head><body><h1>Coach</h1><p>It pays $90 an hour, they say.</p></body></html>"
MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.example/coach\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\n'
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    + PAGE.replace("=", "=3D").replace("$90", "=2490") + "\r\n----b--\r\n"
)  # fmt: skip
WEBARCHIVE = plistlib.dumps(
    {"WebMainResource": {"WebResourceData": PAGE.encode(), "WebResourceURL": "https://x.example/coach"}},
    fmt=plistlib.FMT_BINARY,
)


@pytest.mark.parametrize(
    "data, suffix, format_, address",
    [
        (PAGE.encode(), ".html", "html", None),
        (PAGE.encode(), ".pdf", "html", None),
        (PAGE.encode(), ".txt", "html", None),
        (b"<p>It pays $90 an hour", ".html", "html", None),
        (b"It pays <b>$90</b> an hour.", ".txt", "text", None),
        (b"It pays $90 an hour.", ".html", "text", None),
        (b"# Coach\n\nIt pays.\n\n# Writer\n\nIt pays, too.", ".txt", "markdown", None),
        (b"Coach\n\nIt pays.", ".md", "markdown", None),
        (word_file(paragraph("It pays $90.")), ".txt", "docx", None),
        (MHTML.encode(), ".mhtml", "html", "https://x.example/coach"),
        (WEBARCHIVE, ".webarchive", "html", "https://x.example/coach"),
    ],
)
def test_a_file_is_what_it_holds(data, suffix, format_, address):
    reading = read_bytes(data, suffix, Limits())

    assert reading.format == format_
    assert reading.about.url == address
    assert "It pays" in " ".join(block.text for block in reading.blocks)


def archive(name: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(name, "x")
    return packed.getvalue()


@pytest.mark.parametrize(
    "data, suffix, reason",
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, ".doc", "old Office file"),
        (b"{\\rtf1 It pays.}", ".docx", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, ".html", "is a picture"),
        (b"RIFF1234WEBPVP8 ", ".html", "is a picture"),
        (archive("xl/workbook.xml"), ".docx", "spreadsheet"),
        (archive("mimetype"), ".docx", "OpenDocument"),
        (archive("a.txt"), ".docx", "packed file"),
        (b"PK\x03\x04" + b"x" * 50, ".docx", "is damaged"),
        (b"%PDF-1.7\n nothing", ".pdf", "damaged PDF"),
        (b"It pays $90 an hour.", ".pdf", "is no PDF file"),
        (b"<script>only()</script>", ".html", "holds no text"),
        (b"bplist00" + b"\xff" * 50, ".webarchive", "holds no page"),
    ],
)
def test_what_cannot_be_read_says_why(data, suffix, reason):
    with pytest.raises(Unreadable, match=reason) as caught:
        read_bytes(data, suffix, Limits())

    assert caught.value.instead


def test_a_text_of_navigation_alone_is_said_to_be_one():
    reading = read_bytes(b"<html><body><nav><a href='/'>Home</a></nav></body></html>", ".html", Limits())

    assert reading.warnings == ["All of its text was taken for navigation and left out."]
