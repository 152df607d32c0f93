from __future__ import annotations

import pytest

from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.markdown import read_markdown

SOURCE = """---
title: Radiology around the world
publisher: Contrast
url: https://contrast.example/world
date: 2024-11-30
---

# Radiology around the world

A line that is
wrapped, with **bold** and [a link](https://x.example).

## AI consultant

- Japan: JPY 18,000,000 a year
  - with five years: more
- India: INR 4,500 per hour

| Job | Pay |
| --- | --- |
| Coach | $90 |
| Writer | $60 |

<script>alert("$1")</script>
<div onclick="x()">Plain <b>HTML</b></div>
"""


def test_blocks_of_a_markdown_file():
    reading = read_markdown(SOURCE, Limits())

    assert [(b.kind, b.level, b.text, b.header) for b in reading.blocks] == [
        ("heading", 1, "Radiology around the world", ()),
        ("paragraph", 0, "A line that is wrapped, with bold and a link.", ()),
        ("heading", 2, "AI consultant", ()),
        ("list_item", 1, "Japan: JPY 18,000,000 a year", ()),
        ("list_item", 2, "with five years: more", ()),
        ("list_item", 1, "India: INR 4,500 per hour", ()),
        ("table_row", 0, "Job | Pay", ()),
        ("table_row", 0, "Coach | $90", ("Job", "Pay")),
        ("table_row", 0, "Writer | $60", ("Job", "Pay")),
        ("paragraph", 0, "Plain HTML", ()),
    ]


def test_the_front_matter_says_what_it_is():
    about = read_markdown(SOURCE, Limits()).about

    assert (about.title, about.publisher) == ("Radiology around the world", "Contrast")
    assert (about.url, about.published) == ("https://contrast.example/world", "2024-11-30")


@pytest.mark.parametrize("key", ["publication", "magazine", "journal"])
def test_the_front_matter_calls_the_publisher_by_what_it_is(key):
    about = read_markdown(f"---\ntitle: Nights\n{key}: The Larch Letter\n---\n\nText.", Limits()).about

    assert about.publisher == "The Larch Letter"


def test_front_matter_that_multiplies_itself_is_passed_over():
    bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: &t [*b, *b]\n---\n\n# Title\n\nText.\n"

    assert read_markdown(bomb, Limits()).about.title == "Title"


@pytest.mark.parametrize("heading", ["Comment", "Responses"])
def test_section_of_a_report_is_no_reader_comment(heading):
    reading = read_markdown(f"## Results\n\nA third would leave.\n\n## {heading}\n\nNobody was surprised.", Limits())

    assert reading.blocks[-1].text == "Nobody was surprised."


@pytest.mark.parametrize("heading", ["Comments", "3 comments", "1 reply", "Responses (12)"])
def test_comments_of_readers_are_left_out(heading):
    reading = read_markdown(f"## Results\n\nA third would leave.\n\n## {heading}\n\nI earn $900,000!", Limits())

    assert reading.blocks[-1].text == "A third would leave."
