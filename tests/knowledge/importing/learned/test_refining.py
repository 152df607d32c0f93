"""Which of two opinions is kept: the rules' or the page reader's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from knowledge.importing.extracted import ExtractedFigure, ExtractedPoll, Extraction
from knowledge.importing.extraction import extract
from knowledge.importing.learned.examples import FIELDS
from knowledge.importing.learned.reader import Value, WindowReading
from knowledge.importing.learned.refining import MOST, refined
from knowledge.importing.learned.windows import Window
from tests.knowledge.importing.extraction.pages import known_work, page

WRITING = "## Medical writer|Writers get $80,000 a year in Ohio, according to Payscale.".split("|")


class Opinion:
    """A reader that says the same of every window, and remembers what it was shown."""

    def __init__(self, pay: float = 0.0, several: float = 0.0, **values: Value) -> None:
        self._values = dict.fromkeys(FIELDS, Value(None, 0.0)) | values
        self._kinds = {"none": 1 - pay, "figure": pay, "poll": 0.0}
        self._allowed = {"unknown": 1 - several, "yes": several, "no": 0.0}
        self.shown: list[Window] = []

    def read(self, windows: Sequence[Window]) -> list[WindowReading]:
        self.shown += windows
        return [WindowReading(self._values, self._kinds, self._allowed) for _ in windows]


def read(opinion: Opinion, *lines: str) -> Extraction:
    document = page(*lines)
    return refined(document, extract(document, known_work()), known_work(), opinion)


def figure(opinion: Opinion, *lines: str) -> ExtractedFigure:
    (role,) = read(opinion, *(lines or WRITING)).roles
    return role.figures[0]


ASKED = "In 2023 the Harbor Survey asked 412 hospitalists. Of the hospitalists, 41% plan to leave."


def poll(opinion: Opinion, text: str = ASKED) -> ExtractedPoll:
    return read(opinion, text).polls[0]


def test_field_that_the_reader_sees_differently_is_named_and_stays() -> None:
    seen = figure(Opinion(qualifier=Value("Writers", 0.25), place=Value("Maine", 0.9), source=Value(None, 0.9)))

    assert (seen.qualifier, seen.geography, seen.attributed_to) == (None, "Ohio", "Payscale")
    assert seen.unsure == ("qualifier", "geography", "attributed_to")


def test_what_the_reader_is_sure_of_completes_a_figure() -> None:
    bare = ("## Medical writer", "Writers get $80,000 a year in Ohio.")
    seen = figure(
        Opinion(source=Value("Payscale", 0.9), place=Value("Ohio", 0.9), qualifier=Value("beginners", 0.9)), *bare
    )

    assert (seen.qualifier, seen.geography, seen.attributed_to) == ("beginners", "Ohio", "Payscale")


def test_what_the_reader_is_sure_is_not_said_is_left_out() -> None:
    lines = ("## Medical writer", "Beginners get $80,000 a year in Ohio.")
    assert figure(Opinion(), *lines).qualifier == "Beginners"

    assert figure(Opinion(qualifier=Value(None, 0.9)), *lines).qualifier is None
    assert figure(Opinion(qualifier=Value(None, 0.6)), *lines).qualifier == "Beginners"


def test_place_is_the_rules() -> None:
    assert figure(Opinion(place=Value(None, 0.9))).geography == "Ohio"
    assert "geography" in figure(Opinion(place=Value("Maine", 0.9))).unsure


def test_field_that_both_see_alike_is_not_named() -> None:
    alike = figure(Opinion(qualifier=Value(None, 0.9), place=Value("Ohio", 0.9), source=Value("Payscale", 0.9)))

    assert alike.unsure == ()


def test_guess_of_the_reader_raises_no_doubt() -> None:
    assert figure(Opinion(qualifier=Value("Writers", 0.05), place=Value("Maine", 0.05))).unsure == ()


def test_country_told_by_an_adjective_is_the_country() -> None:
    lines = ("## Medical writer", "Writers get $80,000 a year in Canada, according to Payscale.")

    assert "geography" not in figure(Opinion(place=Value("Canadian", 0.9)), *lines).unsure


def test_what_the_reader_is_sure_of_completes_a_poll() -> None:
    bare = "Of those asked, 41% plan to leave."

    assert poll(Opinion(), bare).year is None
    assert poll(Opinion(year=Value("2021", 0.9)), bare).year == 2021
    assert poll(Opinion(year=Value("2021", 0.2)), bare).year is None


def test_rules_keep_what_they_found_of_a_poll_unless_the_reader_is_sure_of_something_else() -> None:
    assert (poll(Opinion()).sample, poll(Opinion()).year) == (412, 2023)
    guess = Opinion(sample=Value("900", 0.5), year=Value("2021", 0.4), population=Value("nurses", 0.3))
    assert (poll(guess).sample, poll(guess).year, poll(guess).population) == (412, 2023, "hospitalists")
    assert poll(guess).unsure == ("population", "sample", "year")
    sure = Opinion(sample=Value("900", 0.9), year=Value("2021", 0.9), population=Value("nurses", 0.9))
    assert (poll(sure).sample, poll(sure).year, poll(sure).population) == (900, 2021, "nurses")
    assert poll(Opinion(sample=Value(None, 0.99))).sample == 412


def test_amount_is_shown_where_it_stands() -> None:
    opinion = Opinion()
    figure(opinion)
    (window,) = opinion.shown

    assert window.text[window.start : window.end].startswith("$80,000")
    assert "Medical writer" in window.text


BARE = "Of those asked, 41% plan to leave."


@pytest.mark.parametrize("words", ["1,204", "1 204", "1,204 members", "some 1204"])
def test_number_of_people_is_a_number(words: str) -> None:
    assert poll(Opinion(sample=Value(words, 0.9)), BARE).sample == 1204


@pytest.mark.parametrize("words", ["312 of 1,204", "1.2 million", "12 states, 900", "14%", "1,204.5", "2 thousand"])
def test_words_that_are_not_one_number_are_none(words: str) -> None:
    seen = poll(Opinion(sample=Value(words, 0.9)), BARE)

    assert seen.sample is None
    assert "sample" not in seen.unsure


def test_number_that_both_see_is_not_doubted_for_its_comma() -> None:
    text = "In 2023 the Harbor Survey asked 1,204 hospitalists. Of the hospitalists, 41% plan to leave."
    seen = poll(Opinion(sample=Value("1,204", 0.9)), text)

    assert seen.sample == 1204
    assert "sample" not in seen.unsure


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The survey found that 14% of surgeons and 4% of nurses plan to leave.", ["14%", " 4%"]),
        ("The survey found that 41% of surgeons and 41% of nurses plan to leave.", ["41% of s", "41% of n"]),
    ],
)
def test_each_share_of_a_sentence_is_shown_at_its_own_place(text: str, marked: list[str]) -> None:
    opinion = Opinion()
    poll(opinion, "In 2023 the Harbor Survey asked 412 doctors. " + text)

    places = [one.text.index(words) + len(words) - len(words.lstrip()) for one, words in zip(opinion.shown, marked)]
    assert len(opinion.shown) == 2
    assert [one.start for one in opinion.shown] == places


@pytest.mark.parametrize("words", ["last year", "twelve", "99999999999", "1893", "2021 to 2023"])
def test_what_is_no_year_is_none(words: str) -> None:
    assert poll(Opinion(year=Value(words, 0.999)), BARE).year is None


def test_document_with_thousands_of_amounts_is_read_as_far_as_there_is_time() -> None:
    text = "In 2023 the Harbor Survey asked 412 doctors. Of the doctors, 41% plan to leave."
    document = page("## Medical writer", *("Writers get $80,000 a year." for _ in range(3)), "## Why", text)
    extraction = extract(document, known_work())
    (role,), (share,) = extraction.roles, extraction.polls
    many = replace(extraction, roles=(replace(role, figures=role.figures[:1] * (MOST + 50)),), polls=(share,) * 9)
    opinion = Opinion()

    seen = refined(document, many, known_work(), opinion)

    assert len(opinion.shown) == MOST
    assert sum("41%" in one.text[one.start : one.end] for one in opinion.shown) == 9
    assert (len(seen.roles[0].figures), len(seen.polls)) == (MOST + 50, 9)


def test_how_many_answers_were_allowed_is_the_readers_where_the_rules_do_not_know() -> None:
    assert poll(Opinion(several=0.9)).multi_select == "yes"
    assert poll(Opinion(several=0.5)).multi_select == "unknown"
    assert poll(Opinion(several=0.9), f"{ASKED} They could tick one box.").multi_select == "no"
