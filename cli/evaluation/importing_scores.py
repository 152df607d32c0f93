"""One article's extraction beside its labels: what is right, what was invented, what was missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cli.evaluation import importing_same as same
from cli.evaluation.importing_fields import figure_fields, poll_fields
from cli.evaluation.importing_labels import LabelledArticle, LabelledPoll, LabelledRole
from cli.evaluation.importing_matching import best_pairs
from cli.evaluation.importing_outcome import ArticleScores, InRole, Outcome, Pair
from knowledge.importing.document import SourceDocument
from knowledge.importing.extracted import ExtractedPoll, ExtractedRole, Extraction, Quote

# Worth of pairs: first as many as can be fully right, then the same amount, then the same role, then fields.
_FULL, _AMOUNT, _ROLE = 1e9, 1e6, 1e3


def score(article: LabelledArticle, document: SourceDocument, extraction: Extraction) -> ArticleScores:
    """Compare what was extracted from a document with the labels."""
    scores = ArticleScores(article.file.name)
    partners = _score_roles(scores, article.roles, extraction.roles)
    _score_figures(scores, article, extraction.roles, partners)
    _score_attributes(scores, article.roles, extraction.roles, partners)
    _score_polls(scores, article, extraction.polls)
    _score_page(scores, article, document, extraction)
    _score_quotes(scores, document, extraction)
    scores.taken_for_pay = _taken_for_pay(scores, article.not_pay)
    return scores


def score_nothing(article: LabelledArticle, why: str) -> ArticleScores:
    """A file that could not be read: all of its labels are missed."""
    scores = ArticleScores(article.file.name, unread=why)
    partners = _score_roles(scores, article.roles, ())
    _score_figures(scores, article, (), partners)
    _score_attributes(scores, article.roles, (), partners)
    _score_polls(scores, article, ())
    return scores


def _score_roles(
    scores: ArticleScores, wanted: Sequence[LabelledRole], found: Sequence[ExtractedRole]
) -> dict[int, int]:
    """Pairs the roles; returns the labelled role of each extracted one that has a partner."""

    def worth(one: LabelledRole, other: ExtractedRole) -> float:
        if not any(same.same_title(other.title, title) for title in (one.title, *one.also)):
            return 0
        return _FULL + _ROLE * _common_amounts(one, other) + (one.kind == other.kind)

    pairs = best_pairs(wanted, found, worth)
    _fill(scores.roles, wanted, found, [(row, column, ()) for row, column in pairs])
    for row, column in pairs:
        scores.count("roles.kind", wanted[row].kind == found[column].kind)
        scores.count("roles.pay_note", same.same_words(found[column].pay_note, wanted[row].pay_note))
    return {column: row for row, column in pairs}


def _common_amounts(one: LabelledRole, other: ExtractedRole) -> int:
    theirs = Counter((figure.low, figure.high) for figure in other.figures)
    return (Counter((figure.low, figure.high) for figure in one.figures) & theirs).total()


def _score_figures(
    scores: ArticleScores,
    article: LabelledArticle,
    found_roles: Sequence[ExtractedRole],
    partners: Mapping[int, int],
) -> None:
    wanted, found = _in_roles(article.roles), _in_roles(found_roles)

    def fields(one: InRole, other: InRole) -> dict[str, bool]:
        return {"role": partners.get(other.role) == one.role} | figure_fields(
            one.figure, other.figure, article.publisher
        )

    def worth(one: InRole, other: InRole) -> float:
        right = fields(one, other)
        if not (right["low"] and right["high"]):
            return 0
        near = same.same_text(other.figure.quote.text, one.figure.quote)
        return _FULL * all(right.values()) + _AMOUNT + _ROLE * right["role"] + sum(right.values()) + 0.5 * near

    results = []
    for row, column in best_pairs(wanted, found, worth):
        right = fields(wanted[row], found[column])
        results.append((row, column, tuple(name for name, is_right in right.items() if not is_right)))
        _count_figure(scores, wanted[row], found[column], right)
    _fill(scores.figures, wanted, found, results)


def _count_figure(scores: ArticleScores, wanted: InRole, found: InRole, right: Mapping[str, bool]) -> None:
    scores.count("figures.role", right["role"])
    if not right["role"]:
        return
    for name, is_right in right.items():
        if name not in ("role", "low", "high"):
            scores.count(f"figures.{name}", is_right)
            if name in found.figure.unsure:
                scores.count(f"marked.figures.{name}", is_right)
    scores.count("figures.quote", same.same_text(found.figure.quote.text, wanted.figure.quote))


def _score_attributes(
    scores: ArticleScores,
    wanted_roles: Sequence[LabelledRole],
    found_roles: Sequence[ExtractedRole],
    partners: Mapping[int, int],
) -> None:
    wanted = [InRole(place, role.title, one) for place, role in enumerate(wanted_roles) for one in role.attributes]
    found = [InRole(place, role.title, one) for place, role in enumerate(found_roles) for one in role.attributes]

    def worth(one: InRole, other: InRole) -> float:
        mine, theirs = one.figure, other.figure
        if partners.get(other.role) != one.role or (mine.name, mine.value) != (theirs.name, theirs.value):
            return 0
        return 1 + 0.5 * (mine.basis == theirs.basis)

    pairs = best_pairs(wanted, found, worth)
    _fill(scores.attributes, wanted, found, [(row, column, ()) for row, column in pairs])
    for row, column in pairs:
        scores.count("attributes.basis", wanted[row].figure.basis == found[column].figure.basis)


def _score_polls(scores: ArticleScores, article: LabelledArticle, found: Sequence[ExtractedPoll]) -> None:
    wanted = article.polls

    def worth(one: LabelledPoll, other: ExtractedPoll) -> float:
        if abs(one.percent - other.percent) > 0.01 or not same.same_text(other.quote.text, one.quote):
            return 0
        return _AMOUNT + sum(poll_fields(one, other, article.publisher).values())

    results = []
    for row, column in best_pairs(wanted, found, worth):
        right = poll_fields(wanted[row], found[column], article.publisher)
        results.append((row, column, tuple(name for name, is_right in right.items() if not is_right)))
        for name, is_right in right.items():
            scores.count(f"polls.{name}", is_right)
            if name in found[column].unsure:
                scores.count(f"marked.polls.{name}", is_right)
    _fill(scores.polls, wanted, found, results)


def _score_page(
    scores: ArticleScores, article: LabelledArticle, document: SourceDocument, extraction: Extraction
) -> None:
    scores.count("page.specialties", set(extraction.specialties) == set(article.specialties))
    scores.count("page.title", same.same_words(document.title, article.title))
    scores.count("page.publisher", same.same_words(document.publisher, article.publisher))
    scores.count("page.published", document.published == article.published)


def _score_quotes(scores: ArticleScores, document: SourceDocument, extraction: Extraction) -> None:
    for quote in quotes_of(extraction):
        is_there = document.text[quote.start : quote.end] == quote.text != ""
        scores.count("quotes.found", is_there)
        if not is_there:
            scores.lost_quotes.append(quote)


def quotes_of(extraction: Extraction) -> Iterable[Quote]:
    """All quotes of an extraction, those of what found no place included."""
    for role in extraction.roles:
        yield role.quote
        yield from (fact.quote for fact in (*role.figures, *role.attributes))
        if role.pay_note_quote is not None:
            yield role.pay_note_quote
    yield from (fact.quote for fact in (*extraction.polls, *extraction.unplaced))


def _taken_for_pay(scores: ArticleScores, not_pay: Sequence[str]) -> list[str]:
    """The amounts of `not_pay` that an extracted figure without a partner gives, one figure for each."""
    left = Counter(same.bare_amount(one.figure.as_written) for one in scores.figures.extra)
    taken = []
    for amount in not_pay:
        bare = same.bare_amount(amount)
        if left[bare]:
            left[bare] -= 1
            taken.append(amount)
    return taken


def _in_roles(roles: Sequence[LabelledRole] | Sequence[ExtractedRole]) -> list[InRole]:
    return [InRole(place, role.title, one) for place, role in enumerate(roles) for one in role.figures]


def _fill(
    outcome: Outcome, wanted: Sequence[Any], found: Sequence[Any], pairs: Sequence[tuple[int, int, tuple[str, ...]]]
) -> None:
    outcome.pairs = [Pair(wanted[row], found[column], wrong) for row, column, wrong in pairs]
    rows, columns = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    outcome.missed = [one for place, one in enumerate(wanted) if place not in rows]
    outcome.extra = [one for place, one in enumerate(found) if place not in columns]
