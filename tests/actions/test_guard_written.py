"""Figures in the short forms that articles use reach people; those that no passage contains do not."""

from __future__ import annotations

import pytest

from actions.guard import violations
from actions.payload import build_payload
from knowledge.answering.role_lists import RoleListRequest, answer_role_list
from knowledge.article_file import read_articles
from knowledge.filters import Filter

ARTICLE = """---
id: small
title: Small
publisher: Nobody
accessed: 2026-01-01
specialties: [cardiology]
rights: own
---

## Work {{#work}}

### Review {{#review}}

It pays {as_written} there. {{#review}}

```yaml role
kind: review
title: Review
summary: reads charts
figures:
  - {{statistic: unspecified, kind: salary, {ends}, currency: {currency}, unit: {unit}, unit_basis: {basis},
     as_written: "{as_written}", passage: review}}
```
"""


def read(tmp_path, as_written, ends, currency="USD", unit="year", basis="inferred"):
    (tmp_path / "roles.yml").write_text("- id: review\n  title: Review\n", encoding="utf-8")
    folder = tmp_path / "articles"
    folder.mkdir()
    text = ARTICLE.format(as_written=as_written, ends=ends, currency=currency, unit=unit, basis=basis)
    (folder / "small.md").write_text(text, encoding="utf-8")
    return read_articles(folder, tmp_path / "roles.yml")


@pytest.mark.parametrize(
    ("as_written", "ends", "more"),
    [
        ("$269K-425K", "low: 269000, high: 425000", ()),
        ("~$1.09M", "amount: 1090000", ()),
        ("$150-200k", "low: 150000, high: 200000", ()),
        ("CHF 3'500 per day", "amount: 3500", ("CHF", "day", "stated")),
        ("$400-600+/hour", "low: 400", ("USD", "hour", "stated")),
    ],
)
def test_a_short_form_is_shown(tmp_path, as_written, ends, more):
    knowledge = read(tmp_path, as_written, ends, *more)
    answer = answer_role_list(knowledge, RoleListRequest((Filter("specialty", "cardiology"),)))
    assert violations(build_payload(answer, knowledge, answer_id="x"), knowledge) == []

