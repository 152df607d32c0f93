"""What reaches the dialogue is what the person typed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.rendering.mrkdwn import escape
from bot.channels.slack.text import clean, mentioned
from bot.channels.turn import MAX_CHARACTERS
from tests.bot.channels.slack.conftest import direct_message


@pytest.mark.parametrize(
    ("slack", "typed"),
    [
        ("&gt; $150k", "> $150k"),
        ("&lt;150k &amp; remote", "<150k & remote"),
        ("R&amp;D", "R&D"),
        ("&amp;gt; typed as an entity", "&gt; typed as an entity"),
        ("&amp;copy; is not ours to read", "&copy; is not ours to read"),
        ("<https://y.io> and <https://x.io|x.io>", "https://y.io and x.io"),
        ("<https://x.io/?a=1&amp;b=2>", "https://x.io/?a=1&b=2"),
        ("a <mailto:me@x.io|me@x.io> b", "a me@x.io b"),
        ("a <mailto:me@x.io> b", "a me@x.io b"),
        ("<tel:+18884090141|1-888-409-0141>", "1-888-409-0141"),
        ("<tel:988>", "988"),
        ("<#C1|careers> now", "#careers now"),
        ("<!subteam^S1|@docs> now", "@docs now"),
        ("<!date^1392734382^{date}|May 1> now", "May 1 now"),
        ("<!here> roles", "roles"),
        ("<@UBOT> roles", "roles"),
        ("roles <@UBOT>", "roles"),
        ("<@UBOT|waypoint> roles", "roles"),
        ("<@U2|ann> said", "@ann said"),
        ("*remote* and _part time_ and ~on site~ and `MSL`", "remote and part time and on site and MSL"),
        ("2*3*4, a_b_c, ~150k to ~200k", "2*3*4, a_b_c, ~150k to ~200k"),
        ("pay <300k and >150k", "pay <300k and >150k"),
        ("a < b and c > d", "a < b and c > d"),
        ("two  spaces\t and\nlines ", "two spaces and\nlines"),
        ("", ""),
    ],
)
def test_markup_becomes_words(slack, typed):
    assert clean(slack, ["UBOT"]) == typed


words = st.text(
    st.characters(blacklist_categories=["Cc", "Cs", "Zs", "Zl", "Zp"], blacklist_characters="*_~`"),
    min_size=1,
)


@given(st.lists(words, min_size=1))
def test_nothing_typed_gets_lost(pieces):
    typed = " ".join(pieces)
    assert clean(escape(typed)) == " ".join(typed.split(" ")).strip()


@given(st.lists(st.sampled_from(["<https://a.io|a>", "<@U1>", "<#C1|c>", "roles", "&gt;", "&lt;b"])))
def test_links_never_eat_what_stands_between_them(pieces):
    cleaned = clean(" ".join(pieces))
    assert cleaned.count("roles") == pieces.count("roles")
    assert cleaned.split().count("a") == pieces.count("<https://a.io|a>")
    assert cleaned.count(">") == pieces.count("&gt;")


def test_people_mentioned_are_found():
    assert mentioned("<@U1> and <@W2|bob> but <#C1|x> and @U3") == {"U1", "W2"}


@pytest.mark.parametrize(
    "piece", ["*a ", "_a ", "*a _b ~c `d ", "<@U1", "<a:b", "&amp;", "&", " ", "* "], ids=repr
)
def test_no_message_takes_long_to_clean(piece):
    """It is cleaned before Slack gets its acknowledgement, and meanwhile nobody else is served."""
    for characters in (2 * MAX_CHARACTERS, 40_000):
        text = piece * (characters // len(piece))
        began = time.thread_time()
        clean(text, ["UBOT"])
        assert time.thread_time() - began < 0.4


def test_marks_around_half_a_page_are_taken_away_and_further_ones_stay():
    assert clean(f"*{'a ' * 100}b*") == f"{'a ' * 100}b"
    far = f"*{'a ' * 400}b*"
    assert clean(far) == far


def test_much_markup_around_a_question_is_no_long_question():
    link = f"<https://x.io/{'a' * 3_000}|roles>"
    assert clean(f"{link} {link}") == "roles roles"


@pytest.mark.parametrize("piece", ["*a ", "&gt;", "<https://x.io|x> "])
def test_a_text_far_too_long_is_still_told_so(waypoint, piece):
    waypoint.send(direct_message(piece * (39_000 // len(piece))))
    command = {"command": "/waypoint", "text": piece * (39_000 // len(piece)), "team_id": "T1",
               "channel_id": "C1", "user_id": "U1", "trigger_id": f"{time.monotonic_ns()}"}  # fmt: skip
    waypoint.send(command)
    assert all("more than I can read at once" in reply["text"] for reply in waypoint.replies(2))
    assert waypoint.asked == []
