from __future__ import annotations

import pytest

from knowledge.importing.reading.html import read_html
from knowledge.importing.reading.html_about import about_page
from knowledge.importing.reading.html_tree import parsed
from knowledge.importing.reading.limits import Limits
from knowledge.importing.reading.reading import Reading
from tests.knowledge.importing.reading.pages import BANNER, COMMENT, MENU, TEASER, page

ARTICLE = """<main><article class="post"><h1>Careers for psychiatrists</h1>
<div class="byline">By Dana Poe · March 4, 2025 · 8 min read</div>
<p>Psychiatrists have more exits than they think. This guide <b>names</b> twelve, with <i>pay</i> where it is known.</p>
<h2>1. Medical director</h2><p>You run trials.</p><p><strong>Salary:</strong> $250,000&ndash;$350,000 a year.</p>
<h2>2. Telepsychiatry</h2><p>Average: $275K</p>
<ul><li>Pay per hour: $150-$250<ul><li>nights up to $300/hour</li></ul></li><li>Requires a licence</li></ul>
<dl><dt>Utilization review</dt><dd>$230,000 median</dd></dl>
<aside class="callout"><p>Editor's note: figures are from 2024.</p></aside>
<blockquote><p>I doubled my pay in a year, said one.</p></blockquote>
<p>68% of those asked said they would do it again.</p></article></main>"""


def read(main: str, **around: str) -> Reading:
    return read_html(page(main, **around), Limits())


def shown(reading: Reading) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text) for block in reading.blocks]


def test_the_article_is_read_in_order_and_nothing_else():
    assert shown(read(ARTICLE)) == [
        ("heading", 1, "Careers for psychiatrists"),
        ("paragraph", 0, "By Dana Poe · March 4, 2025 · 8 min read"),
        (
            "paragraph",
            0,
            "Psychiatrists have more exits than they think. This guide names twelve, with pay where it is known.",
        ),
        ("heading", 2, "1. Medical director"),
        ("paragraph", 0, "You run trials."),
        ("paragraph", 0, "Salary: $250,000–$350,000 a year."),
        ("heading", 2, "2. Telepsychiatry"),
        ("paragraph", 0, "Average: $275K"),
        ("list_item", 1, "Pay per hour: $150-$250"),
        ("list_item", 2, "nights up to $300/hour"),
        ("list_item", 1, "Requires a licence"),
        ("list_item", 1, "Utilization review"),
        ("list_item", 2, "$230,000 median"),
        ("paragraph", 0, "Editor's note: figures are from 2024."),
        ("paragraph", 0, "I doubled my pay in a year, said one."),
        ("paragraph", 0, "68% of those asked said they would do it again."),
    ]


def test_what_surrounds_the_article_is_dropped_but_listed():
    dropped = read(ARTICLE).dropped

    for text in (BANNER, "Accept", *MENU, "Related posts", TEASER, "2 comments", COMMENT, "Privacy"):
        assert text in dropped


def test_an_article_shorter_than_its_surroundings_is_found():
    reading = read('<div id="content"><h2>Coach</h2>$200/hour<br>per session</div>')

    assert [block.text for block in reading.blocks] == ["Coach", "$200/hour", "per session"]


def test_a_page_of_cards_without_any_article_element_is_read():
    cards = "".join(
        f'<div class="card"><div class="card-title">Role {word}</div><div>What a doctor does there all day.</div>'
        f"<div><span>$1{n}0,000</span><span>per year</span></div></div>"
        for n, word in enumerate("one two three four five".split())
    )
    sidebar = '<div class="sidebar"><h4>Popular</h4><a href="/x">Earn $1M</a></div>'
    reading = read(f'<div class="grid">{cards}</div>{sidebar}')

    assert [b.text for b in reading.blocks if b.kind == "heading"] == [
        "Role one", "Role two", "Role three", "Role four", "Role five",
    ]  # fmt: skip
    assert "$130,000 per year" in [b.text for b in reading.blocks]
    assert "Earn $1M" in reading.dropped


def test_related_posts_without_a_telling_name_are_dropped_by_their_heading():
    body = ARTICLE.replace("</article>", f"<h2>You may also like</h2><p>{TEASER} Part two.</p></article>")
    reading = read(body)

    assert f"{TEASER} Part two." in reading.dropped
    assert reading.blocks[-1].text == "68% of those asked said they would do it again."


def test_a_table_of_contents_is_dropped():
    entries = '<li><a href="#a">Medical director</a></li><li><a href="#b">Telepsychiatry</a></li>'
    contents = f"<div><p>In this article</p><ul>{entries}</ul></div>"
    reading = read(ARTICLE.replace("<h2>1.", contents + "<h2>1.", 1))

    assert {"In this article", "Medical director", "Telepsychiatry"} <= set(reading.dropped)


def test_names_that_only_sound_like_page_parts_lose_nothing():
    main = ARTICLE.replace('class="post"', 'class="newsletter-post share-layout comments-open"')

    assert shown(read(main)) == shown(read(ARTICLE))


def test_a_form_around_the_whole_page_loses_nothing():
    assert shown(read(f'<form id="aspnetForm">{ARTICLE}</form>')) == shown(read(ARTICLE))


def test_a_title_above_the_main_element_is_kept():
    reading = read('<div class="hero"><h1>Careers for psychiatrists</h1><p>Twelve of them.</p></div>' + ARTICLE.replace(
        "<h1>Careers for psychiatrists</h1>", ""
    ))  # fmt: skip

    assert shown(reading)[:2] == [("heading", 1, "Careers for psychiatrists"), ("paragraph", 0, "Twelve of them.")]


def test_nothing_that_could_run_is_in_the_text():
    evil = (
        '<p onclick="run()">Plain words.</p><script>alert("$1 evil")</script>'
        '<iframe src="file:///etc/passwd">evil</iframe><noscript>evil</noscript><style>evil{}</style>'
        "<template>evil</template><object>evil</object><svg><text>evil</text></svg>"
        '<p style="display: none">hidden words</p><p hidden>more hidden words</p><!-- evil -->'
    )
    reading = read(ARTICLE.replace("</article>", evil + "</article>"))
    everything = "\n".join([*(block.text for block in reading.blocks), *reading.dropped])

    assert "Plain words." in everything
    assert "evil" not in everything and "run()" not in everything and "passwd" not in everything
    assert {"hidden words", "more hidden words"} <= set(reading.dropped)


@pytest.mark.parametrize(
    "markup, texts",
    [
        ("<p>$250,000<sup>1</sup> a year</p>", ["$250,000 a year"]),
        ("<p>the 12<sup>th</sup> time</p>", ["the 12th time"]),
        ("<p><span>psych</span><span>iatrist</span></p>", ["psychiatrist"]),
        ("<p><span>$120,000</span><span>per year</span></p>", ["$120,000 per year"]),
        ("<p><b>$1.2</b><b>M</b></p>", ["$1.2M"]),
        ("<p>Pay: $90/hour<br>Hours: 40</p>", ["Pay: $90/hour", "Hours: 40"]),
        ("<p>This line was broken by hand in the<br>middle of a sentence.</p>", [
            "This line was broken by hand in the middle of a sentence."
        ]),
        ("<p>a&nbsp;b\u200bc&shy;d</p>", ["a bcd"]),
        ("<div>one<p>two</p>three</div>", ["one", "two", "three"]),
    ],
)  # fmt: skip
def test_inline_elements_and_breaks(markup, texts):
    blocks = read_html(f"<html><body><article>{markup}</article></body></html>", Limits()).blocks

    assert [block.text for block in blocks] == texts


@pytest.mark.parametrize(
    "markup, kind",
    [
        ("<p><strong>Medical Writer</strong></p>", "heading"),
        ("<p><strong>Salary:</strong></p>", "paragraph"),
        ("<p><strong>$250,000</strong></p>", "paragraph"),
        ("<p><strong>Salary</strong> is high</p>", "paragraph"),
        ('<div role="heading" aria-level="3">Coach</div>', "heading"),
        ('<div class="entry__title">Coach</div>', "heading"),
    ],
)
def test_what_looks_like_a_heading_is_one(markup, kind):
    reading = read_html(f"<html><body><article>{markup}<p>Text.</p></article></body></html>", Limits())

    assert reading.blocks[0].kind == kind


HEAD = """<meta property="og:site_name" content="Crossroads"><link rel="canonical" href="https://crossroads.example/p">
<meta property="article:published_time" content="2025-03-05T10:00:00Z">"""
JSON_LD = '<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-02-01T00:00:00Z"}</script>'


@pytest.mark.parametrize(
    "head, publisher, url, published",
    [
        (HEAD, "Crossroads", "https://crossroads.example/p", "2025-03-05"),
        (JSON_LD, "Crossroads", None, "2025-02-01"),  # the page's title ends with it
        ("", "Crossroads", None, "2025-03-04"),
        ('<link rel="canonical" href="javascript:alert(1)">', "Crossroads", None, "2025-03-04"),
    ],
)
def test_what_a_page_says_of_itself(head, publisher, url, published):
    about = read(ARTICLE, head=head).about

    assert about.title == "Careers for psychiatrists"
    assert (about.publisher, about.url, about.published) == (publisher, url, published)


@pytest.mark.parametrize(
    "title, sign, publisher",
    [
        ("Coaches – The Night Float", "", "The Night Float"), ("Coaches | Pay | The Ward", "", "The Ward"),
        ("Coaches", '<a class="site-title" href="/">The Ward</a>', "The Ward"),
        ("Coaches", '<div id="logo"><img src="l.png" alt="The Ward logo"></div>', "The Ward"),
        ("Coaches - who pays them", "<p class='logos'>Home</p>", None), ("Coaches", "", None),
    ],
)  # fmt: skip
def test_the_sites_name_stands_behind_the_title_or_on_the_logo(title, sign, publisher):
    heading = title if "who" in title else "Coaches"
    markup = f"<html><head><title>{title}</title></head><body>{sign}<h1>{heading}</h1><p>They earn.</p></body></html>"

    assert about_page(parsed(markup, Limits())).publisher == publisher
