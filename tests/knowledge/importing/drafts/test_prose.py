"""Text taken apart into sentences, whatever it is made of."""

from __future__ import annotations

import time

import pytest

from knowledge.importing.drafts.prose import sentences


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_sentences_end_at_their_marks_and_not_at_abbreviations() -> None:
    text = 'Dr. Ann B. Lee earns $95.  "Does she?"  Some say so... Others (e.g. Bo) do not.'
    assert parts(text) == ["Dr. Ann B. Lee earns $95.", '"Does she?"', "Some say so...", "Others (e.g. Bo) do not."]


@pytest.mark.parametrize("filler", [".", "?!", "Dr. ", "X. Y ", "Yes. ", '."', ". "])
def test_a_page_of_one_mark_is_read_at_once(filler: str) -> None:
    """A row of 20,000 dots, or of abbreviations, held the import and the review page for many seconds."""
    text = filler * (100_000 // len(filler)) + "zz"
    began = time.process_time()
    assert "".join("".join(parts(text)).split()) == "".join(text.split())
    assert time.process_time() - began < 2
