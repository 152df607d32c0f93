"""The publisher of pages whose metadata do not name one."""

from __future__ import annotations

import pytest

from knowledge.importing.document import SourceBlock, SourceDocument
from knowledge.importing.publisher import publisher_of


def page(*lines: str, title: str | None = "Second acts", publisher: str | None = None, dropped=()) -> SourceDocument:
    blocks, start = [], 0
    for line in lines:
        blocks.append(SourceBlock("heading" if line == title else "paragraph", line, start))
        start += len(line) + 1
    return SourceDocument("p", "0", "html", title, publisher, None, None, "\n".join(lines), tuple(blocks), dropped)


@pytest.mark.parametrize(
    ("lines", "dropped", "publisher"),
    [
        (("Second acts", "Prepared by Hale Moss Search, 19 May 2025"), (), "Hale Moss Search"),
        (("Second acts", "Cut & Sew, 30 November 2024"), (), "Cut & Sew"),
        (("Second acts", "The Ward | 3 March 2025"), (), "The Ward"),
        (("Second acts", "Blue Lamp, May 2025", "Subscribe to Blue Lamp."), (), "Blue Lamp"),
        (("Second acts", "Jane Oduya, 3 March 2025", "She left."), (), None),
        (("Second acts", "By Jane Oduya, MD. Published 2 April 2025."), (), None),
        (("Second acts", "Text."), ("© 2016–2025 Blue Lamp LLC. All rights reserved.",), "Blue Lamp"),
        (("Second acts", "Text.", "Copyright 2024 Blue Lamp Media"), (), "Blue Lamp Media"),
        (("Second acts", "Text."), ("© 2025 All rights reserved",), None),
        (("Second acts", "Text."), ("Elm Society of Internists, 12 Main St Page 1 of 2",), "Elm Society of Internists"),
        (("Second acts", "Text."), ("Blue Lamp Page 1", "Blue Lamp Page 2"), "Blue Lamp"),
        (("Second acts", "Text."), ("Home", "About us", "Subscribe Now"), None),
        (("THE RETRACTOR", "Second acts", "The Retractor appears four times a year."), (), "The Retractor"),
        (("Dear reader", "Second acts", "Text."), (), None),
        (("THE LARCH VALLEY HERALD | WEEKEND", "Sunday, 9 March 2025", "Second acts"), (), "The Larch Valley Herald"),
        (("LARCH SOCIETY OF INTERNISTS", "Second acts", "Issued by the Pay Committee, May 2025"), (),
         "Larch Society of Internists"),
        (("SALT & PAGER", "Second acts", "No. 4, 1 May 2025"), (), "Salt & Pager"),
        (("FOR IMMEDIATE RELEASE", "Second acts", "Text.", "About Salt & Pager Research", "It asks doctors."), (),
         "Salt & Pager Research"),
        (("OPINION", "Second acts", "Text.", "About the author", "Jane Oduya writes."), (), None),
        (("Second acts", "Text."), ("IN PRACTICE", "Lantern | Spring 2025 3", "IN PRACTICE", "Lantern | Spring 2025 4"),
         "Lantern"),
        (("Second acts", "Text."), ("© 2025 Beyond the Ward. Email hello@ward.example",), "Beyond the Ward"),
        (("Second acts", "Text.", "Larch Neurology Association, 410 Elm Row, Suite 6, Fargo."), (),
         "Larch Neurology Association"),
        (("Second acts", "Beyond the Ward is a weekly podcast for doctors."), (), "Beyond the Ward"),
        (("Second acts", "Text · Prepared by the Pay Committee"), (), None),
        ((), (), None),
    ],
)
def test_publisher(lines, dropped, publisher):
    assert publisher_of(page(*lines, dropped=dropped)) == publisher


def test_what_the_page_says_itself_comes_first():
    assert publisher_of(page("Second acts", "The Ward, May 2025", publisher="Skin Deep")) == "Skin Deep"
