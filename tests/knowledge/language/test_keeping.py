"""What a message wants done with the person's own list, read from its shape."""

from __future__ import annotations

import pytest

from knowledge.language.keeping import MOST_CHARACTERS, list_wish
from knowledge.language.understand import understand
from tests.timing import seconds_of

WISHES = {
    "save": ["save the second one", "keep #1 and 3", "add MSL for onc to my list", "bookmark telecardiology",
    "keep both",
             "can you save the first and the last for me?", "i like the third, save it", "shortlist UR for rheum",
             "put medical director on my shortlist please", "ok save 1, 2 and 4", "add that one to the list",
             "please add UR in onc, and MSL in rheum, to my list"],
    "remove": ["take off utilization review", "remove the second one", "take MSL off my list", "drop number 3",
               "cross the first off my list",
               "remove Remote reads for cardiac imaging (cardiology) from my shortlist",
               "drop remote reads from my list"],
    "note": ["note on the first: ask about travel", "add a note to MSL - too far", "remove the note on the first",
             'note for the last one: "call Bob"'],
    "show": ["my shortlist", "show me my list", "what's on my list?", "what have i saved so far"],
    "clear": ["clear my list", "empty my shortlist please", "yes, clear my list", "delete everything on my list"],
    "export": ["export as csv", "download my list as markdown", "print my list", "give me my list as a spreadsheet",
    "csv please"],
    "undo": ["undo", "undo that", "put it back", "oops, undo", "restore my list"],
}
OTHERS = [
    "jobs that save me time", "any jobs that let me keep seeing patients", "keep going",
    "can i do chart review and keep my practice",
    "how much should i save for retirement", "add MSL", "drop remote", "remove the filters", "undo remote", "the list",
    "back to the list", "forget the pay limit", "could i keep it part time", "delete my conversation", "drop the 200k",
    "list the roles that pay hourly", "print jobs for doctors", "don't save that", "keep it simple", "start over",
    "note that i am an oncologist", "keep just the first two", "keep only the remote ones", "save my time",
    "i noted that MSL pays 190, why?", "what is utilization review", "which save the most time",
]


@pytest.mark.parametrize("operation, text", [(o, t) for o, texts in WISHES.items() for t in texts])
def test_a_wish_is_read(names, operation, text):
    wish = list_wish(text, understand(text, names))
    assert wish is not None and wish.operation == operation


@pytest.mark.parametrize("text", OTHERS)
def test_other_talk_is_left_alone(names, text):
    assert list_wish(text, understand(text, names)) is None


def test_the_parts_of_a_wish(names):
    def read(text):
        return list_wish(text, understand(text, names))

    assert read("save 1, 2 and 4").places == (1, 2, 4)
    assert read("cross the last off my list").places == (0,)
    assert read("note on the first: ask about Travel & pay (25%)").note == "ask about Travel & pay (25%)"
    assert read("delete my note on MSL").note == ""
    assert read("export my list to excel").form == "csv" and read("print my list").form == "html"
    assert read("export my shortlist").form == "md"
    assert read("yes, clear my list").confirmed and not read("clear my list").confirmed
    assert read("take UR off my list").names_list and not read("take off UR").names_list


@pytest.mark.parametrize("part", ["save the ", "1, ", "note on ", "my list my list ", "and save the role ",
    "export as in to ",
                                  "put it on the list ", "please now ok ", "remove out the 1 off "])
def test_no_message_holds_the_process(names, part):
    text = (part * 800)[:MOST_CHARACTERS]
    mentions = understand(text, names)
    assert seconds_of(lambda: list_wish(text, mentions), 1) < 1
