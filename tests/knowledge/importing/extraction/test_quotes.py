# ruff: noqa: E501 (one sentence of an article in one line)
"""Whatever a text holds: quotes stand where they say, and hostile texts take time in proportion to their length."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.importing.extraction import extract
from tests.knowledge.importing.extraction.pages import known_work, page

PIECES = st.sampled_from(
    "# Title|## Medical writer|## Expert witness and chart review|## Genlytic|- Medical director: $250k+ base|$75 per survey|Medical writing. remote."
    "|Average salary: $98,400 (ZipRecruiter, U.S.)|They hire a trial pathologist at $230K to $275K.|42% of 600 physicians said so.|| Role | Pay|"
    "| Grant reviewer | EUR 450|It pays six figures... or not!|Dr. A. B. works as a coach; he gets $150 each, e.g. twice.|Pay varies.|\u2003a\u0301 $1 000 000".replace(
        "||", "|\u0000"
    ).split("|")
)


def quotes(extraction):
    for role in extraction.roles:
        yield role.quote
        yield from (figure.quote for figure in role.figures)
        yield from (attribute.quote for attribute in role.attributes)
        if role.pay_note_quote:
            yield role.pay_note_quote
    yield from (poll.quote for poll in extraction.polls)
    yield from (one.quote for one in extraction.unplaced)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=1, max_size=12))
def test_every_quote_stands_at_its_place(lines):
    document = page(*[line.replace("\u0000", "| ") for line in lines])
    extraction = extract(document, known_work())
    for quote in quotes(extraction):
        assert document.text[quote.start : quote.end] == quote.text
    for role in extraction.roles:
        assert all(figure.as_written in figure.quote.text for figure in role.figures)


@pytest.mark.parametrize(
    "piece",
    [
        "according to A ",
        "Medical ",
        "$1 to ",
        "for a ",
        "a b-c ",
        "The ",
        "(",
        "pay is ",
        "averages of the ",
        "as a senior ",
        "remote, not ",
        "U.S. ",
        "which, ",
        "per ",
        "director of ",
        "$1,000 ",
    ],
)
def test_hostile_texts(piece):
    def seconds(times):
        document = page("# Title", "## Medical writer", (piece * times).strip() or "x")
        begun = time.process_time()
        extract(document, known_work())
        return time.process_time() - begun

    seconds(10)
    short, long = seconds(300), seconds(1200)
    assert long < 8 * short + 0.5
