"""What stars and remove buttons say: titles with brackets, as the articles write them; read at once."""

from __future__ import annotations

from functools import partial

import pytest

from knowledge.language import keeping
from knowledge.language.mentions import Mention
from tests.timing import seconds_of


def mentions(text: str, **words: str) -> list[Mention]:
    """Roles and specialties at their places in a text."""
    found = []
    for kind, named in words.items():
        for word in named.split("|"):
            start = text.index(word)
            found.append(Mention(kind, word.lower(), start, start + len(word), word))
    return found


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("Medical Science Liaison (MSL) (oncology)", "Medical Science Liaison|MSL"),
        ("Utilization Review (UR) for insurance (oncology)", "Utilization Review|UR"),
        ("Telecardiology (oncology)", "Telecardiology"),
    ],
)
def test_a_title_in_brackets_is_saved_and_removed_at_once(title: str, roles: str) -> None:
    """Removing one held the process for minutes: a name was cut into pieces in all possible ways."""
    for text, operation in ((f"Save {title}", keeping.SAVE), (f"remove {title} from my shortlist", keeping.REMOVE)):
        found = mentions(text, role=roles, specialty="oncology")
        wish = keeping.list_wish(text, found)
        assert wish is not None and wish.operation == operation
        assert seconds_of(partial(keeping.list_wish, text, found), 0.5) < 0.5


@pytest.mark.parametrize("text", ["remove MSL (oncology) from my filters", "which MSL (oncology) roles save time?"])
def test_other_lists_and_questions_are_none(text: str) -> None:
    assert keeping.list_wish(text, mentions(text, role="MSL", specialty="oncology")) is None
