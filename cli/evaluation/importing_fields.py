"""Which fields of an extracted figure or poll say what the labelled one says."""

from __future__ import annotations

from cli.evaluation import importing_same as same
from cli.evaluation.importing_labels import LabelledFigure, LabelledPoll
from knowledge.importing.extracted import ExtractedFigure, ExtractedPoll


def figure_fields(
    wanted: LabelledFigure, found: ExtractedFigure, publisher: str | None = None
) -> dict[str, bool]:
    """Whether each field of two figures says the same, in an article of that publisher."""
    one_end_open = (wanted.low is None) != (wanted.high is None)
    return {
        "statistic": same.same_statistic(
            found.statistic, wanted.statistic, wanted.as_written, one_end_open=one_end_open
        ),
        "kind": found.kind == wanted.kind,
        "low": same.same_amount(found.low, wanted.low),
        "high": same.same_amount(found.high, wanted.high),
        "currency": found.currency == wanted.currency,
        "unit": found.unit == wanted.unit,
        "unit_basis": found.unit_basis == wanted.unit_basis,
        "as_written": same.same_written(found.as_written, wanted.as_written),
        "attributed_to": same.same_source(found.attributed_to, wanted.attributed_to, publisher),
        "qualifier": same.same_words(found.qualifier, wanted.qualifier),
        "geography": same.same_place(found.geography, wanted.geography),
    }


def poll_fields(wanted: LabelledPoll, found: ExtractedPoll, publisher: str | None = None) -> dict[str, bool]:
    """Whether each field of two polls says the same, besides percentage and quote, in an article of that publisher."""
    return {
        "as_written": same.same_written(found.as_written, wanted.as_written),
        "population": same.same_words(found.population, wanted.population),
        "attributed_to": same.same_source(found.attributed_to, wanted.attributed_to, publisher),
        "sample": found.sample == wanted.sample,
        "year": found.year == wanted.year,
        "multi_select": found.multi_select == wanted.multi_select,
    }
