"""Articles and figures that have grown old."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import Iterator, Optional

from knowledge.curation.remarks import AGE, Check, Remark, remark
from knowledge.curation.words import counted
from knowledge.drafts import Drafts

DEFAULT_YEARS = 3.0
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def older_than(years: float, today: date) -> Check:
    """The check for a set age; `today` is given so that its results can be known."""
    return partial(_old, years=years, today=today)


def _old(drafts: Drafts, years: float, today: date) -> Iterator[Remark]:
    for article in drafts.articles:
        name = "published" if article.fact.published else "accessed"
        told = getattr(article.fact, name)
        age = _age(told, today)
        if age is None or age <= years:
            continue
        figures = sum((d.fact.role_id or "").startswith(f"{article.fact.id}#") for d in drafts.figures)
        verb = "was published" if name == "published" else "has no date and was read"
        yield remark(
            AGE, article, name, (article.fact.id,), (told,),
            f"the article {verb} {age:.1f} years ago ({told}); it gives {counted(figures, 'figure')}",
            "look for a newer edition, or read it again and set the date",
        )
    for poll in drafts.polls:
        if poll.fact.year and today.year - poll.fact.year > years:
            yield remark(AGE, poll, "year", (poll.fact.id,), (str(poll.fact.year),),
                         f"this poll is of {poll.fact.year}", "look for a newer one")
    for figure in drafts.figures:
        named = [int(y) for y in _YEAR.findall(figure.fact.qualifier or "")]
        if named and today.year - max(named) > years:
            yield remark(AGE, figure, "qualifier", (figure.fact.id,), (str(max(named)),),
                         f"this figure is of {max(named)}", "look for a newer one")


def _age(iso: Optional[str], today: date) -> Optional[float]:
    try:
        return (today - date.fromisoformat(iso or "")).days / 365.25
    except ValueError:
        return None
