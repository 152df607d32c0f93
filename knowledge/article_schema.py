"""What may stand in the front matter and in each fenced block: one table for each.

The values allowed are those of `facts.py`; docs/fields.md says the same in prose.
"""

from __future__ import annotations

from knowledge import facts
from knowledge.fields import (
    Field,
    choice,
    currency,
    date,
    integer,
    many,
    number,
    raw_list,
    slug,
    text,
    url,
)

FRONT_MATTER = (
    Field("id", slug, required=True, example="sermo-cardiology"),
    Field("title", text, required=True, example="Alternative careers for cardiologists"),
    Field("publisher", text, required=True, example="Sermo"),
    Field("url", url),
    Field("published", date),
    Field("accessed", date, required=True, example="2026-11-22"),
    Field("specialties", many(slug), default=(), example="[cardiology]"),
    Field("rights", choice(*facts.RIGHTS), required=True, example="paraphrased"),
)

SECTION = (Field("notice", text, required=True, example="what to say beside it"),)

ROLE = (
    Field("kind", slug, required=True, example="telemedicine"),
    Field("title", text),
    Field("summary", text, required=True, example="a short clause without numbers"),
    Field("attributes", raw_list, default=()),
    Field("figures", raw_list, default=()),
    Field("pay_note", text),
    Field("pay_note_passage", slug),
)

ATTRIBUTE = (
    *(Field(name, choice(*values)) for name, values in facts.ATTRIBUTES.items()),
    Field("basis", choice(*facts.ATTRIBUTE_BASES), required=True, example="stated"),
    Field("passage", slug),
)

FIGURE = (
    Field("statistic", choice(*facts.STATISTICS), required=True, example="average"),
    Field("kind", choice(*facts.PAY_KINDS), required=True, example="salary"),
    Field("amount", number),
    Field("low", number),
    Field("high", number),
    Field("currency", currency, default="USD"),
    Field("unit", choice(*facts.UNITS), required=True, example="year"),
    Field("unit_basis", choice(*facts.UNIT_BASES), required=True, example="inferred"),
    Field("as_written", text, required=True, example='"$357,482"'),
    Field("attributed_to", text),
    Field("qualifier", text),
    Field("geography", text),
    Field("passage", slug),
)

POLL = (
    Field("id", slug, required=True, example="not-considering"),
    Field("percent", number, required=True, example="74"),
    Field("statement", text, required=True, example="of physicians polled said ..."),
    Field("question", text, required=True, example="whether ..."),
    Field("population", text, required=True, example="physicians on Sermo"),
    Field("multi_select", choice("yes", "no", "unknown"), required=True, example="unknown"),
    Field("sample", integer),
    Field("year", integer),
    Field("attributed_to", text, required=True, example="Sermo poll"),
    Field("as_written", text, required=True, example='"74%"'),
    Field("passage", slug),
    Field("topics", many(slug), default=()),
    Field("wordings", many(text), default=()),
)

DRIVER = (
    Field("name", text, required=True, example="Administrative overload"),
    Field("summary", text, required=True, example="a sentence without numbers"),
    Field("passages", many(slug), default=()),
    Field("polls", many(slug), default=()),
    Field("wordings", many(text), default=()),
)

KIND = (
    Field("id", slug, required=True, example="utilization-review"),
    Field("title", text, required=True, example="Utilization review"),
    Field("names", many(text), default=()),
    Field("related", many(slug), default=()),
)
