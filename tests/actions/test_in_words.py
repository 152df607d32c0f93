"""Pay bands and shares that an article gives in words are published, and shown in those words alone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from actions.guard import violations
from actions.payload import build_payload
from knowledge.answering.comparison import compare_roles
from knowledge.answering.export import export_of
from knowledge.answering.offers import answer_offers
from knowledge.answering.reasons import answer_polls
from knowledge.answering.role_details import RoleRequest, answer_role_details
from knowledge.answering.role_lists import RoleListRequest, answer_role_list
from knowledge.article_file import read_articles
from knowledge.errors import ArticleFormatError
from knowledge.filters import Filter
from knowledge.records.personal_record import Offer, PersonalRecord, SavedRole

ARTICLE = """---
id: small
title: Small
publisher: Nobody
accessed: 2026-01-01
specialties: [cardiology]
rights: own
---

## Work {#work}

### Review {#review}

It pays PAY there. {#review}

```yaml role
kind: review
title: Review
summary: reads charts
figures:
  - {statistic: unspecified, kind: salary, ENDS, unit: UNIT, unit_basis: inferred, as_written: "PAY", passage: review}
```

### Advising {#advising}

It pays $240,000 a year. {#advising}

```yaml role
kind: advising
title: Advising
summary: gives advice
figures:
  - {statistic: unspecified, kind: salary, amount: 240000, unit: year, unit_basis: stated,
     as_written: "$240,000 a year", passage: advising}
```

## Why {#why}

SHARE of members said that they are tired. {#poll}

```yaml poll
id: tired
percent: PERCENT
statement: of members said that they are tired
question: whether they are tired
population: members of a forum
multi_select: no
attributed_to: Forum poll
as_written: "SHARE"
passage: poll
```
"""
KINDS = "- id: review\n  title: Review\n- id: advising\n  title: Advising\n"
CARDIOLOGY = Filter("specialty", "cardiology")


@pytest.fixture
def read(tmp_path):
    def reading(pay="high $200s", ends="low: 200000, high: 299999", unit="year", share="One in three", percent="33.3"):
        (tmp_path / "roles.yml").write_text(KINDS, encoding="utf-8")
        (tmp_path / "articles").mkdir(exist_ok=True)
        text = ARTICLE.replace("PAY", pay).replace("ENDS", ends).replace("UNIT", unit)
        text = text.replace("SHARE", share).replace("PERCENT", percent)
        (tmp_path / "articles" / "small.md").write_text(text, encoding="utf-8")
        return read_articles(tmp_path / "articles", tmp_path / "roles.yml")

    return reading


def shown(answer, knowledge, own=None):
    """The payload of an answer that the guard lets pass; no digits but those of the article are in what is shown."""
    payload = build_payload(answer, knowledge, answer_id="x", own=own)
    assert violations(payload, knowledge, own=own) == []
    return payload


@pytest.mark.parametrize(("pay", "ends", "unit"), [
    ("high $200s", "low: 200000, high: 299999", "year"),
    ("mid-$300,000s", "low: 300000, high: 399999", "year"),
    ("low-to-mid 300s", "low: 300000, high: 399999", "year"),
    ("$200s", "low: 200000, high: 299999", "year"),
    ("six figures", "low: 100000, high: 999999", "year"),
    ("low $90s", "low: 90, high: 99", "hour"),
    ("high $200s", "low: 200, high: 299", "hour"),
])
def test_a_band_is_shown_in_its_words_and_never_in_digits_made_from_it(read, pay, ends, unit):
    knowledge = read(pay, ends, unit)
    answers = [
        answer_role_list(knowledge, RoleListRequest((CARDIOLOGY,))),
        answer_role_details(knowledge, RoleRequest(("small#review",), pay_only=True)),
        compare_roles(knowledge, list(knowledge.roles.values())),
    ]
    for answer in answers:
        payload = shown(answer, knowledge)
        assert f"salary “{pay}” a{'n' if unit == 'hour' else ''} {unit} [" in payload["text"]
        seen = re.sub(r'"(?:offset|n|total)": \d+', "", str(payload)).replace(pay, "").replace("$240,000", "")
        assert not re.search(r"[23]00[,.]?000|[29]9{2}|\b90|\b99|187|205", seen.replace("240000", "")), seen
        figure = payload["roles"][[r["id"] for r in payload["roles"]].index("small#review")]["figures"][0]
        assert [figure[k] for k in ("low", "high", "annual_low", "annual_high", "hours_per_year")] == [None] * 5
        assert figure["as_written"] == pay


@pytest.mark.parametrize(("pay", "ends", "what"), [
    ("high $200s", "low: 270000, high: 299999", 'write "low: 200000" and "high: 299999"'),
    ("six figures", "amount: 100000", 'write "low: 100000" and "high: 999999"'),
    ("high $200s plus a $30,000 bonus", "low: 200000, high: 299999", "more than one amount"),
    ("mid $200s to low $300s", "low: 200000, high: 299999", "more than one amount"),
])
def test_a_band_that_is_not_what_its_words_say_is_refused(read, pay, ends, what):
    with pytest.raises(ArticleFormatError) as refused:
        read(pay, ends)
    assert what in str(refused.value)


def test_a_band_that_its_passage_does_not_say_is_refused(read, tmp_path):
    read()
    file = tmp_path / "articles" / "small.md"
    file.write_text(file.read_text(encoding="utf-8").replace("It pays high $200s", "It pays well"), encoding="utf-8")
    with pytest.raises(ArticleFormatError, match="is not in the passage"):
        read_articles(tmp_path / "articles", tmp_path / "roles.yml")


@pytest.mark.parametrize(("words", "group"), [
    (">150000 USD/year", "roles"), (">250000 USD/year", "not_stated"), (">300000 USD/year", "near_misses"),
    ("<300000 USD/year", "roles"), ("<250000 USD/year", "not_stated"), ("=270000 USD/year", "not_stated"),
])
def test_a_band_meets_a_bound_only_where_all_of_it_does(read, words, group):
    """“High $200s” is over $150,000; whether it is over $250,000 the article does not say."""
    knowledge = read()
    answer = answer_role_list(knowledge, RoleListRequest((CARDIOLOGY, Filter("pay", words))))
    payload = shown(answer, knowledge)
    ids = {name: [r["id"] for r in payload[name]] for name in ("roles", "not_stated", "near_misses")}
    assert [name for name, found in ids.items() if "small#review" in found] == [group]
    if group == "not_stated":
        assert "No figure given" not in payload["text"]
        assert "too rough" in payload["text"]


@pytest.mark.parametrize("others", ["high $200s", None])
def test_a_long_list_of_what_is_too_rough_or_silent_is_counted(read, tmp_path, others):
    """The count behind the new heading was a number that the guard did not know."""
    read()
    file = tmp_path / "articles" / "small.md"
    text = file.read_text(encoding="utf-8")
    one = text[text.index("### Review") : text.index("### Advising")]
    silent = one[: one.index("figures:")] + "```\n\n"
    entry = one if others else silent
    entry = entry.replace("{#review}", "{#review-N}").replace("passage: review", "passage: review-N")
    more = "".join(entry.replace("review-N", f"review-{n}") for n in "abcdefg")
    if not others:
        more = more.replace("It pays high $200s there.", "It is done there.")
    file.write_text(text.replace("### Advising", f"{more}### Advising"), encoding="utf-8")
    knowledge = read_articles(tmp_path / "articles", tmp_path / "roles.yml")
    answer = answer_role_list(knowledge, RoleListRequest((CARDIOLOGY, Filter("pay", ">250000 USD/year"))))
    lead = "Said too roughly to tell" if others else "No figure, or one too rough to tell"
    assert f"{lead} (and 3 more):" in shown(answer, knowledge)["text"]


def test_a_band_is_sorted_by_the_least_that_it_can_mean(read):
    knowledge = read("six figures", "low: 100000, high: 999999")
    answer = answer_role_list(knowledge, RoleListRequest((CARDIOLOGY,), order="highest"))
    assert [r.id for r in answer.roles] == ["small#advising", "small#review"]


@pytest.mark.parametrize(("pay", "said"), [("=250000 USD/year", "no exact number"), ("=150000 USD/year", "below it")])
def test_an_offer_inside_a_band_is_not_placed(read, pay, said):
    knowledge = read()
    offer = Offer(1, "review", "review", pay, "250", "2026-01-01")
    own = PersonalRecord(offers=(offer,))
    payload = shown(answer_offers(knowledge, [offer]), knowledge, own)
    assert said in payload["text"] and "lies within" not in payload["text"]


@pytest.mark.parametrize("form", ["md", "csv", "html"])
def test_an_exported_band_has_its_words_alone(read, form):
    knowledge = read()
    own = PersonalRecord(saved=(SavedRole("small#review", None, "2026-01-01"),))
    content = export_of(form, knowledge, own).content
    assert "high $200s" in content
    assert not re.search(r"200,?000|299,?999", content)


@pytest.mark.parametrize(("share", "percent"), [
    ("One in three", "33.3"), ("Forty-two percent", "42"), ("two-thirds", "66.7"), ("7 out of 10", "70"),
    ("Half", "50"),
])
def test_a_share_is_shown_in_its_words(read, share, percent):
    knowledge = read(share=share, percent=percent)
    polls = list(knowledge.polls.values())
    for answer in (answer_polls(knowledge, polls), answer_polls(knowledge, [polls[0], polls[0]])):
        payload = shown(answer, knowledge)
        assert f"“{share}” of members said that they are tired" in payload["text"]
        assert percent not in str(payload).replace(share, "")
        assert payload["polls"][0]["percent"] is None
        assert payload["polls"][0]["as_written"] == share


@pytest.mark.parametrize(("share", "percent", "what"), [
    ("One in three", "30", 'write "percent: 33.3"'), ("Forty-two percent", "24", 'write "percent: 42"'),
    ("Most", "60", "is not the percentage 60"),
])
def test_a_share_that_is_not_what_its_words_say_is_refused(read, share, percent, what):
    with pytest.raises(ArticleFormatError) as refused:
        read(share=share, percent=percent)
    assert what in str(refused.value)


def test_the_guard_holds_digits_made_from_words_back(read):
    knowledge = read()
    answer = answer_role_list(knowledge, RoleListRequest((CARDIOLOGY,)))
    payload = shown(answer, knowledge)
    wrong = payload["text"].replace("“high $200s”", "$200,000 to $299,999")
    assert violations({**payload, "text": wrong}, knowledge)
    role = knowledge.roles["small#review"]
    moved = replace(role.figures[0], low=270_000.0)
    other = replace(knowledge, roles={**knowledge.roles, role.id: replace(role, figures=(moved,))})
    assert violations(payload, other)
    polled = shown(answer_polls(knowledge, list(knowledge.polls.values())), knowledge)
    assert violations({**polled, "text": polled["text"].replace("“One in three”", "33.3%")}, knowledge)
