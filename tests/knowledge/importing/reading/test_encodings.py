from __future__ import annotations

import pytest

from knowledge.importing.reading.encodings import decoded
from knowledge.importing.reading.reading import Unreadable

TEXT = "The physicians’ pay is $150,000–$250,000 a year – “not bad”, says Müller; £90 or €80 an hour elsewhere.\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_an_encoding_that_is_not_named(encoding):
    assert decoded(TEXT.encode(encoding))[0] == TEXT


@pytest.mark.parametrize(
    "encoding, named",
    [("cp1252", "iso-8859-1"), ("cp1252", "windows-1252"), ("utf-8", "iso-8859-1"), ("cp1252", "utf-8")],
)
def test_an_encoding_that_is_named_rightly_or_wrongly(encoding, named):
    page = f'<meta charset="{named}">{TEXT}'

    assert decoded(page.encode(encoding), declares=True)[0] == page


def test_a_named_east_asian_encoding():
    page = '<meta charset="shift_jis">医師の年収は1,800万円です。'

    assert decoded(page.encode("shift_jis"), declares=True)[0] == page


@pytest.mark.parametrize("named", ["rot13", "base64", "unicode_escape", "no-such-thing", "idna"])
def test_a_named_encoding_that_is_none(named):
    page = f'<meta charset="{named}">caf\u00e9 society'

    assert "society" in decoded(page.encode("cp1252"), declares=True)[0]


def test_single_windows_characters_in_utf8_are_put_right():
    mixed = TEXT.encode() + "$90–$120".encode("cp1252")
    text, warnings = decoded(mixed)

    assert text == TEXT + "$90–$120"
    assert len(warnings) == 1


def test_text_that_was_decoded_wrongly_before_is_put_right():
    text, warnings = decoded("It pays $150,000–$250,000, they’d say.".encode().decode("cp1252").encode())

    assert text == "It pays $150,000–$250,000, they’d say."
    assert len(warnings) == 1


def test_single_nul_characters_are_taken_out():
    assert decoded(b"It pays\0 $90, and that is that.") == (
        "It pays $90, and that is that.", ["NUL characters were taken out."],
    )  # fmt: skip


@pytest.mark.parametrize("data", [b"\0" * 100, bytes(range(256)) * 50, b"\x01\x02\x03words" * 30])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(Unreadable, match="holds no text"):
        decoded(data)
