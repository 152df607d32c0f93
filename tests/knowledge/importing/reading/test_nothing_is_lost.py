"""Whatever a page, a Markdown file or a text says is in the text or among what was dropped, once."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from knowledge.importing.reading.html import read_html
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.markdown import read_markdown
from knowledge.importing.reading.reading import Reading, assembled
from knowledge.importing.reading.text import read_text

WORD = st.integers(min_value=0, max_value=10**6).map(lambda n: f"w{n}w")
WORDS = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
BLOCKS = "p div h2 h3 section article aside blockquote li ul ol nav footer header figure main td".split()
NAMES = ["", "sidebar", "related-posts", "comments", "content", "entry-title", "share", "cookie-notice", "post-body"]


def _element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inner = st.lists(children, min_size=1, max_size=4).map("".join)
    return st.one_of(
        st.builds(lambda tag, name, text: f'<{tag} class="{name}">{text}</{tag}>', st.sampled_from(BLOCKS),
                  st.sampled_from(NAMES), inner),
        st.builds("<b>{}</b> ".format, inner),
        st.builds('<a href="/x">{}</a> '.format, inner),
        st.builds("{}<br>{}".format, WORDS, WORDS),
        st.builds("<table><tr><th>{}</th><td>{}</td></tr><tr><td>{}</td><td>{}</td></tr></table>".format,
                  WORDS, WORDS, WORDS, inner),
    )  # fmt: skip


MARKUP = st.lists(st.recursive(WORDS.map(lambda text: f" {text} "), _element, max_leaves=25), min_size=1, max_size=6)


def said(text: str) -> Counter[str]:
    return Counter(re.findall(r"w\d+w", text))


def told(reading: Reading) -> Counter[str]:
    return said("\n".join([*(block.text for block in reading.blocks), *reading.dropped]))


# Making a failing page smaller takes minutes: it is shown as it is.
@given(MARKUP)
@settings(max_examples=50, deadline=None, phases=set(Phase) - {Phase.shrink, Phase.explain})
def test_of_a_page(parts):
    markup = "".join(parts)

    assert told(read_html(f"<html><body>{markup}</body></html>", Limits())) == said(markup)


@given(st.lists(st.tuples(st.sampled_from(["", "- ", "# ", "> ", "1. ", "    ", "* * ", "| "]), WORDS), max_size=15))
@settings(max_examples=100, deadline=None)
def test_of_markdown(lines):
    text = "\n".join(mark + words for mark, words in lines)

    assert told(read_markdown(text, Limits())) == said(text)


BEFORE = st.sampled_from(["", "", "- ", "1. ", "\t", "  ", "Home\n", "\n", "\n\n"])
LINES = st.lists(st.tuples(BEFORE, WORDS, st.sampled_from(["", ".", ":", "\tw1w"])), max_size=25)


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_of_plain_text(lines):
    text = "\n".join("".join(parts) for parts in lines)

    assert told(read_text(text, Limits())) == said(text)


@given(MARKUP)
@settings(max_examples=25, deadline=None)
def test_each_block_is_at_its_place(parts):
    text, blocks = assembled(read_html(f"<html><body>{''.join(parts)}</body></html>", Limits()).blocks)

    assert [text[block.start : block.end] for block in blocks] == [block.text for block in blocks]
    assert all(block.text == " | ".join(block.cells) for block in blocks if block.kind == "table_row")
    assert all(block.text == " ".join(block.text.split()) for block in blocks if block.kind != "table_row")
    assert "\n".join(block.text for block in blocks) == text
