"""The measure of the import, on cases small enough to be counted by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.evaluation import importing
from cli.evaluation.importing_labels import (
    LabelledArticle,
    LabelledAttribute,
    LabelledFigure,
    LabelledPoll,
    LabelledRole,
    read_half,
)
from cli.evaluation.importing_matching import best_pairs
from cli.evaluation.importing_misses import miss_lines
from cli.evaluation.importing_report import half_as_json, half_as_markdown, half_of
from cli.evaluation.importing_scores import score, score_nothing
from cli.evaluation.part import NotMeasured
from knowledge.importing.document import SourceDocument
from knowledge.importing.extracted import (
    ExtractedAttribute,
    ExtractedFigure,
    ExtractedPoll,
    ExtractedRole,
    Extraction,
    Quote,
    Unplaced,
)

TEXT = "Chart review pays $90 an hour. Medical writers get $1 per word. The market is worth $90 million. 26% would."
HOURLY = LabelledFigure(
    "unspecified", "rate", 90, 90, "USD", "hour", "stated", "$90 an hour", None, None, None,
    "Chart review pays $90 an hour.",
)
BY_WORD = LabelledFigure(
    "unspecified", "fee", 1, 1, "USD", "word", "stated", "$1 per word", None, None, None,
    "Medical writers get $1 per word.",
)
AT_HOME = LabelledAttribute("work_mode", "remote", "implied", "Chart review pays $90 an hour.")
REVIEW = LabelledRole("Chart review", "chart-review", ("Reviews",), (HOURLY,), (AT_HOME,))
WRITING = LabelledRole("Medical writer", "medical-writing", (), (BY_WORD,))
POLL = LabelledPoll(26, "26%", "26% would.", "surgeons who answered", "Medscape", 512, 2024, "unknown")
ARTICLE = LabelledArticle(
    Path("one.html"), "A title", "A paper", "2025-03-14", ("cardiology",), (REVIEW, WRITING), (POLL,),
    ("$90 million", "26"),
)
PAGE = SourceDocument("one.html", "0", "html", "A title", "A paper", None, "2025-03-14", TEXT, ())


def quote(text: str) -> Quote:
    start = TEXT.index(text)
    return Quote(text, start, start + len(text))


def figure(label: LabelledFigure, **changes) -> ExtractedFigure:
    return ExtractedFigure(**(vars(label) | {"quote": quote(label.quote), "confidence": 0.9} | changes))


def role(label: LabelledRole, **changes) -> ExtractedRole:
    found = ExtractedRole(
        label.title, label.kind, quote(TEXT[:12]), (0,), tuple(map(figure, label.figures)),
        tuple(ExtractedAttribute(one.name, one.value, one.basis, quote(one.quote), 0.9) for one in label.attributes),
    )
    return replace(found, **changes)


def poll(**changes) -> ExtractedPoll:
    here = quote("26% would.")
    found = ExtractedPoll(26, "26%", "would", None, "surgeons", "unknown", 512, 2024, "Medscape", here, 1)
    return replace(found, **changes)


def extraction(*roles: ExtractedRole, polls: tuple[ExtractedPoll, ...] = (), unplaced: tuple = ()) -> Extraction:
    return Extraction(("cardiology",), roles, polls, unplaced)


def counts(found: Extraction, article: LabelledArticle = ARTICLE):
    half = half_of("opened", [score(article, PAGE, found)])
    return half, {name: (one.right, one.extra, one.missed) for name, one in half.counts.items()}


def test_everything_right_is_everything_right():
    half, found = counts(extraction(role(WRITING), role(REVIEW), polls=(poll(),)))

    assert found == {
        "roles": (2, 0, 0), "figures": (2, 0, 0), "figures_found": (2, 0, 0), "polls": (1, 0, 0),
        "polls_found": (1, 0, 0), "attributes": (1, 0, 0),
    }
    assert half.quotes == 1.0
    assert half.taken_for_pay == 0
    assert all(right == of for right, of in half.fields.values())


def test_nothing_found_is_all_missed_and_nothing_invented():
    half, found = counts(extraction())

    assert {name: one[1:] for name, one in found.items()} == {
        "roles": (0, 2), "figures": (0, 2), "figures_found": (0, 2), "polls": (0, 1), "polls_found": (0, 1),
        "attributes": (0, 1),
    }
    assert half.counts["figures"].recall == 0
    assert half.counts["roles"].f1 == 0


def test_a_file_that_cannot_be_read_costs_all_of_its_facts():
    half = half_of("opened", [score_nothing(ARTICLE, "is empty")])

    assert half.unread == 1
    assert half.counts["figures"].missed == 2
    assert half.counts["roles"].missed == 2
    assert half.counts["polls"].missed == 1
    assert half.counts["attributes"].missed == 1
    assert "1 could not be read" in half_as_markdown(half)


def test_figures_under_the_wrong_role_are_wrong_though_their_amounts_were_found():
    swapped = extraction(
        role(REVIEW, figures=(figure(BY_WORD),)), role(WRITING, figures=(figure(HOURLY),))
    )
    half, found = counts(swapped)

    assert found["roles"] == (2, 0, 0)
    assert found["figures"] == (0, 2, 2)
    assert found["figures_found"] == (2, 0, 0)
    assert half.fields["figures.role"] == (0, 2)
    assert "figures.unit" not in half.fields  # fields are measured where amount and role are right


def test_a_doubled_figure_costs_precision_only():
    half, found = counts(extraction(role(REVIEW, figures=(figure(HOURLY), figure(HOURLY))), role(WRITING)))

    assert found["figures"] == (2, 1, 0)
    assert half.counts["figures"].precision == pytest.approx(2 / 3)
    assert half.counts["figures"].recall == 1


def test_two_labels_are_not_satisfied_by_one_figure():
    twice = replace(ARTICLE, roles=(replace(REVIEW, figures=(HOURLY, HOURLY)), WRITING))
    assert counts(extraction(role(REVIEW), role(WRITING)), twice)[1]["figures"] == (2, 0, 1)


def test_two_entries_for_one_role_cost_precision_and_its_figures_go_where_they_are_right():
    bare = role(REVIEW, figures=(), attributes=())
    found = counts(extraction(bare, role(REVIEW, title="Reviews"), role(WRITING)))[1]

    assert found["roles"] == (2, 1, 0)
    assert found["figures"] == (2, 0, 0)


@pytest.mark.parametrize(
    "changes",
    [
        {"statistic": "average"}, {"kind": "fee"}, {"low": None}, {"high": 95}, {"currency": "CAD"}, {"unit": "day"},
        {"unit_basis": "inferred"}, {"as_written": "$900 an hour"}, {"attributed_to": "Glassdoor"},
        {"qualifier": "entry level"}, {"geography": "U.S."},
    ],
)
def test_one_wrong_field_makes_a_figure_wrong(changes):
    half, found = counts(extraction(role(REVIEW, figures=(figure(HOURLY, **changes),)), role(WRITING)))

    assert found["figures"] == (1, 1, 1)
    [name] = changes
    if name not in ("low", "high"):
        assert half.fields[f"figures.{name}"] == (1, 2)
        assert found["figures_found"] == (2, 0, 0)


def test_the_best_pairing_is_chosen_not_the_first():
    both = replace(REVIEW, figures=(HOURLY, replace(HOURLY, attributed_to="Glassdoor")))
    article = replace(ARTICLE, roles=(both, WRITING))
    reversed_order = role(both, figures=(figure(both.figures[1]), figure(both.figures[0])))

    assert counts(extraction(reversed_order, role(WRITING)), article)[1]["figures"] == (3, 0, 0)


def test_as_many_as_possible_are_paired():
    allowed = {("a", "x"), ("a", "y"), ("b", "x")}
    assert best_pairs("ab", "xy", lambda one, other: (one, other) in allowed) == [(0, 1), (1, 0)]
    assert best_pairs("ab", "", lambda one, other: 1) == []
    assert best_pairs("ab", "z", lambda one, other: 0) == []


@pytest.mark.parametrize(
    ("title", "is_right"),
    [
        ("chart reviews", True), ("Chart Review (per file)", True), ("Chart-review:", True), ("Reviews", True),
        ("Charts", False), ("Chart reviewer", False), ("Remote chart review", False), ("", False),
    ],
)
def test_titles_may_differ_in_case_punctuation_plural_and_brackets(title, is_right):
    found = counts(extraction(role(REVIEW, title=title), role(WRITING)))[1]
    assert found["roles"] == ((2, 0, 0) if is_right else (1, 1, 1))
    assert found["figures"] == ((2, 0, 0) if is_right else (1, 1, 1))


def test_the_kind_is_a_field_and_does_not_make_a_role_wrong():
    half, found = counts(extraction(role(REVIEW, kind=None), role(WRITING)))
    assert found["roles"] == (2, 0, 0)
    assert half.fields["roles.kind"] == (1, 2)


@pytest.mark.parametrize(
    ("found", "wanted", "is_same"),
    [
        ("up to $500/hour", "$500", True), ("~$1.09M a year", "$1.09M", True), ("$269K–425K", "$269K-425K", True),
        ("$110 and $160 an hour", "$110 and $160", True), ("from $2,800", "$2,800 a day", True),
        ("GBP 88,000 | per year", "GBP 88,000", True),
        ("$100+", "$100", False), ("$150", "$1,500", False), ("£100", "$100", False), ("$100", "$100-200", False),
    ],
)
def test_amounts_as_written(found, wanted, is_same):
    label = replace(HOURLY, as_written=wanted)
    article = replace(ARTICLE, roles=(replace(REVIEW, figures=(label,)), WRITING))
    right = counts(extraction(role(REVIEW, figures=(figure(label, as_written=found),)), role(WRITING)), article)[1]
    assert right["figures"] == ((2, 0, 0) if is_same else (1, 1, 1))


@pytest.mark.parametrize(
    ("label", "changes", "is_same"),
    [
        ({"as_written": "high $200s"}, {"statistic": "range"}, True),
        ({"as_written": "six figures"}, {"statistic": "range"}, True),
        ({"as_written": "$400-600+", "high": None}, {"statistic": "range"}, True),
        ({"as_written": "$4,000+", "high": None}, {"statistic": "range"}, False),
        ({"as_written": "$90-95"}, {"statistic": "range"}, False),
        ({"as_written": "high $200s"}, {"statistic": "average"}, False),
        ({"qualifier": "for people new to the field"}, {"qualifier": "new to field"}, True),
        ({"qualifier": "senior directors"}, {"qualifier": "directors in oncology and gene therapy"}, True),
        ({"qualifier": "base"}, {"qualifier": None}, False),
        ({"qualifier": "entry level"}, {"qualifier": "plus bonus"}, False),
        ({"geography": "U.S."}, {"geography": "United States"}, True),
        ({"geography": "UK"}, {"geography": "U.S."}, False),
        ({"attributed_to": "Medscape compensation report"}, {"attributed_to": "Medscape"}, True),
        ({"attributed_to": "Salary.com"}, {"attributed_to": "salary.com"}, True),
        ({"attributed_to": "Salary.com"}, {"attributed_to": "Glassdoor"}, False),
        ({"attributed_to": "Juris Lane"}, {"attributed_to": "Juris"}, False),
        ({"attributed_to": "reader survey"}, {"attributed_to": "A paper"}, True),
        ({"attributed_to": "A paper"}, {"attributed_to": "A paper reader survey"}, True),
        ({"attributed_to": "reader survey"}, {"attributed_to": "Glassdoor"}, False),
        ({"attributed_to": "Another reader survey"}, {"attributed_to": "A paper"}, False),
        ({"attributed_to": "A paper"}, {"attributed_to": None}, False),
    ],
)
def test_what_is_lenient_and_what_is_not(label, changes, is_same):
    wanted = replace(HOURLY, **label)
    article = replace(ARTICLE, roles=(replace(REVIEW, figures=(wanted,)), WRITING))
    found = counts(extraction(role(REVIEW, figures=(figure(wanted, **changes),)), role(WRITING)), article)[1]
    assert found["figures"] == ((2, 0, 0) if is_same else (1, 1, 1))


def test_no_pay_taken_for_pay_is_counted_once_for_each_figure():
    wrong = figure(HOURLY, as_written="$90 million", low=9e7, high=9e7)
    half, found = counts(extraction(role(REVIEW, figures=(figure(HOURLY), wrong)), role(WRITING)))

    assert half.taken_for_pay == 1
    assert found["figures"] == (2, 1, 0)
    right_amount = replace(ARTICLE, not_pay=("$90",))
    assert counts(extraction(role(REVIEW), role(WRITING)), right_amount)[0].taken_for_pay == 0


@pytest.mark.parametrize(
    ("changes", "found", "right"),
    [
        ({}, (1, 0, 0), (1, 0, 0)),
        ({"population": "512 surgeons"}, (1, 0, 0), (1, 0, 0)),
        ({"sample": None}, (1, 0, 0), (0, 1, 1)),
        ({"population": "nurses"}, (1, 0, 0), (0, 1, 1)),
        ({"multi_select": "no"}, (1, 0, 0), (0, 1, 1)),
        ({"percent": 27}, (0, 1, 1), (0, 1, 1)),
        ({"quote": quote(TEXT[:30])}, (0, 1, 1), (0, 1, 1)),
    ],
)
def test_polls(changes, found, right):
    result = counts(extraction(role(REVIEW), role(WRITING), polls=(poll(**changes),)))[1]
    assert (result["polls_found"], result["polls"]) == (found, right)


def test_attributes_belong_to_a_role_and_their_basis_is_a_field():
    moved = role(WRITING, attributes=role(REVIEW).attributes)
    assert counts(extraction(role(REVIEW, attributes=()), moved))[1]["attributes"] == (0, 1, 1)
    stated = replace(role(REVIEW).attributes[0], basis="stated")
    half, found = counts(extraction(role(REVIEW, attributes=(stated,)), role(WRITING)))
    assert found["attributes"] == (1, 0, 0)
    assert half.fields["attributes.basis"] == (0, 1)


def test_every_quote_is_looked_up_at_its_place():
    off_by_one = Quote("26% would.", TEXT.index("26%") - 1, len(TEXT) - 1)
    found = extraction(role(REVIEW), role(WRITING), unplaced=(Unplaced("26%", "no survey", off_by_one),))
    half, _ = counts(found)

    assert half.fields["quotes.found"] == (5, 6)  # two roles, two figures, an attribute; not the last one
    assert half.quotes < 1


def test_misses_are_written_out():
    wrong = role(REVIEW, figures=(figure(HOURLY, unit="day"), figure(BY_WORD)), title="Reviews", kind=None)
    lines = "\n".join(miss_lines(score(ARTICLE, PAGE, extraction(wrong, polls=(poll(year=None),)))))

    assert "~ figure of Chart review, $90 an hour: unit 'hour' -> 'day'" in lines
    assert "~ figure of Medical writer, $1 per word: given to 'Reviews'" in lines
    assert "~ role Chart review: kind 'chart-review' -> None" in lines
    assert "- role Medical writer (medical-writing)" in lines
    assert "~ poll, 26%: year 2024 -> None" in lines
    assert "- attribute" not in lines


def test_fields_to_look_at_twice_are_counted_apart():
    doubted = role(REVIEW, figures=(figure(HOURLY, qualifier="at night", unsure=("qualifier",)),))
    found = extraction(doubted, role(WRITING), polls=(poll(unsure=("year",)),))
    half = half_of("opened", [score(ARTICLE, PAGE, found)])

    assert half.fields["marked.figures.qualifier"] == (0, 1)
    table = half_as_markdown(half)
    assert "| figures.qualifier | 0 of 1 (0.0 %) | 1 of 1 (100 %) |" in table
    assert "| polls.year | 1 of 1 (100 %) | none |" in table


def test_halves_add_up_and_goals_stand_beside_them():
    good = score(ARTICLE, PAGE, extraction(role(REVIEW), role(WRITING)))
    half = half_of("opened", [good, score(ARTICLE, PAGE, extraction())])

    assert (half.counts["figures"].right, half.counts["figures"].missed) == (2, 2)
    numbers = half_as_json(half)
    assert numbers["goals"]["figures.recall"] == {"goal": 0.95, "value": 0.5, "reached": False}
    assert numbers["goals"]["figures.precision"]["reached"]
    table = half_as_markdown(half)
    assert "| Figures, all fields right | 100 % (goal 98.0 %) | 50.0 % (**goal 95.0 %, missed**) |" in table


def test_all_opened_labels_can_be_read_and_stand_for_themselves():
    for article in read_half("opened"):
        roles = tuple(_as_extracted(one) for one in article.roles)
        polls = tuple(map(_as_extracted_poll, article.polls))
        document = replace(PAGE, title=article.title, publisher=article.publisher, published=article.published)
        half = half_of("opened", [score(article, document, Extraction(article.specialties, roles, polls, ()))])
        for name, found in half.counts.items():
            assert (found.extra, found.missed) == (0, 0), (article.file.name, name)
        assert half.taken_for_pay == 0


def _as_extracted(label: LabelledRole) -> ExtractedRole:
    here = Quote("", 0, 0)
    figures = tuple(
        ExtractedFigure(**vars(one) | {"quote": Quote(one.quote, 0, 0), "confidence": 1}) for one in label.figures
    )
    attributes = tuple(ExtractedAttribute(one.name, one.value, one.basis, here, 1) for one in label.attributes)
    return ExtractedRole(label.title, label.kind, here, (), figures, attributes, label.pay_note)


def _as_extracted_poll(label: LabelledPoll) -> ExtractedPoll:
    more = {"quote": Quote(label.quote, 0, 0), "statement": "", "question": None, "confidence": 1}
    return ExtractedPoll(**vars(label) | more)


# A little below what is reached (docs/importing.md): whoever falls through has broken a rule.
FLOORS = {
    "roles.precision": 0.98, "roles.recall": 0.96, "figures.precision": 0.80, "figures.recall": 0.77,
    "figures_found.precision": 0.99, "figures_found.recall": 0.96, "polls.precision": 0.79, "polls.recall": 0.79,
    "polls_found.recall": 0.98, "attributes.f1": 0.83, "quotes": 1.0,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.timeout(1200)  # forty-nine articles; a guard against endless loops, not a measure of speed
def test_the_opened_half_keeps_what_was_reached():
    half = half_of("opened", [importing.measure(article) for article in read_half("opened")])

    numbers = half.numbers()
    assert {name: numbers[name] for name, floor in FLOORS.items() if numbers[name] < floor} == {}
    assert half.taken_for_pay == 0


def test_broken_labels_are_reported_by_name(tmp_path):
    folder = tmp_path / "opened"
    folder.mkdir()
    with pytest.raises(NotMeasured, match="no labelled articles in opened"):
        read_half("opened", tmp_path)
    (folder / "a.labels.yml").write_text("title: x")
    with pytest.raises(NotMeasured, match=r"a\.labels\.yml needs one article beside it"):
        read_half("opened", tmp_path)
    (folder / "a.txt").write_text("x")
    with pytest.raises(NotMeasured, match=r"a\.labels\.yml cannot be read: 'published'"):
        read_half("opened", tmp_path)


@pytest.fixture
def measured(monkeypatch):
    """Puts one article with a wrong unit in place of each half; gives the halves that were read."""
    halves = []

    def read(half):
        halves.append(half)
        return [ARTICLE]

    wrong = extraction(role(REVIEW, figures=(figure(HOURLY, unit="day"),)), role(WRITING))
    monkeypatch.setattr(importing, "read_half", read)
    monkeypatch.setattr(importing, "measure", lambda article: score(article, PAGE, wrong))
    return halves


def test_the_command_reads_the_opened_half_unless_told(measured):
    shown = CliRunner().invoke(importing.evaluate_import, ["--misses"])
    assert shown.exit_code == 0
    assert measured == ["opened"]
    assert "unit 'hour' -> 'day'" in shown.output
    assert "The opened half: 1 articles" in shown.output


def test_of_the_unopened_half_only_totals_are_shown(measured):
    shown = CliRunner().invoke(importing.evaluate_import, ["--half", "both", "--misses"])
    assert measured == ["opened", "unopened"]
    assert shown.output.count("unit 'hour' -> 'day'") == 1
    assert CliRunner().invoke(importing.evaluate_import, ["--half", "unopened", "--misses"]).exit_code == 2
    totals = json.loads(CliRunner().invoke(importing.evaluate_import, ["--half", "unopened", "--json"]).output)
    assert totals["halves"]["unopened"]["counts"]["figures"]["right"] == 1
    assert "Chart" not in json.dumps(totals)
