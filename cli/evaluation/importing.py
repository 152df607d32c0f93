"""`waypoint evaluate-import`: how well saved pages are read, on articles labelled by hand.

Exit code 0: measured; 2: something could not be measured.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import click

from cli.evaluation.importing_agreement import agreements
from cli.evaluation.importing_labels import HALVES, LabelledArticle, read_half
from cli.evaluation.importing_misses import miss_lines
from cli.evaluation.importing_outcome import ArticleScores
from cli.evaluation.importing_report import (
    AS_IMPORTED,
    AS_REVIEWED,
    PEOPLE,
    half_as_json,
    half_as_markdown,
    half_of,
)
from cli.evaluation.importing_reviewed import done_as_markdown, reviewed
from cli.evaluation.importing_scores import score, score_nothing
from cli.evaluation.part import NotMeasured

if TYPE_CHECKING:
    from knowledge.importing.extraction import KnownWork


@click.command(short_help="Measure how well articles are read, on labelled ones.")
@click.option(
    "--half", type=click.Choice([*HALVES, "both"]), default="opened", show_default=True,
    help="Which of the labelled articles.",
)
@click.option("--misses", is_flag=True, help="List what went wrong in the opened articles.")
@click.option("--people", is_flag=True, help="How far two people agree who labelled the same articles, instead.")
@click.option("--reviewed", "drafts", is_flag=True, help="How right drafts are after a person reviewed them, instead.")
@click.option("--json", "as_json", is_flag=True, help="Write the numbers for other programs.")
def evaluate_import(half: str, misses: bool, people: bool, drafts: bool, as_json: bool) -> None:
    """Read the labelled articles and compare what is extracted with their labels.

    Of the unopened half only totals are shown, whatever the options: whoever reads more of it
    can no longer be surprised by it. See tests/data/articles_labelled/README.md.
    """
    names = HALVES if half == "both" else (half,)
    if misses and "opened" not in names:
        raise click.UsageError("--misses lists opened articles only; leave out --half unopened")
    if misses and as_json:
        raise click.UsageError("choose --misses or --json")
    if people + drafts + misses > 1:
        raise click.UsageError("choose one of --people, --reviewed and --misses")
    work = None
    try:
        if people:
            measured = {PEOPLE: agreements()}
        elif drafts:
            found = reviewed()
            measured, work = {AS_IMPORTED: found.proposed, AS_REVIEWED: found.decided}, found.done
        else:
            measured = {name: [measure(article) for article in read_half(name)] for name in names}
    except NotMeasured as error:
        raise click.ClickException(str(error)) from error
    if misses:
        for scores in measured["opened"]:
            click.echo("\n".join(miss_lines(scores)))
        click.echo()
    click.echo(_json(measured) if as_json else _text(measured))
    if work is not None and not as_json:
        click.echo(done_as_markdown(work))
    sys.exit(2 if any(one.unread for scores in measured.values() for one in scores) else 0)


def measure(article: LabelledArticle) -> ArticleScores:
    """Reads one article's file, extracts from it and compares."""
    from cli.page_reading import facts_of
    from knowledge.importing.reading import UnreadableSource, read_document

    try:
        document = read_document(article.file)
    except UnreadableSource as error:
        return score_nothing(article, str(error))
    return score(article, document, facts_of(document, known_work()))


@cache
def known_work() -> KnownWork:
    """The kinds of work and specialties that this repository knows."""
    from knowledge.article_file import read_articles
    from knowledge.importing.extraction import KnownWork
    from knowledge.settings import Settings

    settings = Settings.from_environment()
    return KnownWork.of(read_articles(settings.articles_dir, settings.roles_file).kinds.values())


def _json(measured: dict[str, Sequence[ArticleScores]]) -> str:
    halves = {name: half_as_json(half_of(name, scores)) for name, scores in measured.items()}
    return json.dumps({"schema": "import-evaluation/1", "halves": halves}, indent=1)


def _text(measured: dict[str, Sequence[ArticleScores]]) -> str:
    return "\n".join(half_as_markdown(half_of(name, scores)) for name, scores in measured.items())
