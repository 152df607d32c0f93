"""`waypoint train-reader`: teaches the reader of imported pages from fragments and the opened labelled articles."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.evaluation.importing_labels import LabelledArticle, LabelledFigure, LabelledPoll, LabelledRole, read_half

if TYPE_CHECKING:
    from knowledge.importing.document import SourceDocument
    from knowledge.importing.learned.examples import Example

_NEAR = 6  # characters: a label may begin with "~", "about" or a currency that the amount found does not have
# A label may give the country by its full name where the text has another.
_UNITED_STATES = ("United States", "U.S.", "U.S", "US", "American")


@click.command(short_help="Teach the reader of imported pages (half an hour).")
@click.option("--rounds", default=4, show_default=True, help="How often each example is seen.")
@click.option("--fragments-only", is_flag=True, help="Leave out the labelled articles, to measure on them.")
@click.option("--weights", type=click.Path(path_type=Path, dir_okay=False), help="File to write.  [default: its own]")
def train_reader(rounds: int, fragments_only: bool, weights: Path | None) -> None:
    """Learn from knowledge/importing/learned/fragments and the opened labelled articles.

    Afterwards measure with `waypoint evaluate-import` and commit the weights with what they were learned from.
    """
    from index.token_weights import packaged_folder
    from knowledge.importing.learned.examples import fragments
    from knowledge.importing.learned.reader import WEIGHTS
    from knowledge.importing.learned.training import Schedule, save, train

    examples = fragments()
    if not fragments_only:
        examples += [one for article in read_half("opened") for one in examples_of(article)]
    click.echo(f"{len(examples)} amounts to learn from")
    begun = time.monotonic()
    network = train(examples, packaged_folder(), Schedule(rounds=rounds), click.echo)
    save(network, weights or WEIGHTS)
    click.echo(f"{weights or WEIGHTS} written after {time.monotonic() - begun:.0f} s")


def examples_of(article: LabelledArticle) -> Iterator[Example]:
    """The amounts and percentages of a labelled article as they are seen in it, with their labels."""
    from knowledge.importing.extraction.amounts import find_amounts
    from knowledge.importing.extraction.percentages import Percentage, find_percentages
    from knowledge.importing.learned.examples import Example, example
    from knowledge.importing.learned.windows import Windows
    from knowledge.importing.reading import read_document

    document = read_document(article.file)
    windows, taken = Windows(document), set()
    labels = [(role, figure) for role in article.roles for figure in role.figures]
    labels += [(None, poll) for poll in article.polls]
    for role, label in labels:
        place = next((one for one in _places(document, label.quote, label.as_written) if one[:2] not in taken), None)
        if place is None:
            continue
        taken.add(place[:2])
        window = windows.of(*place, share=role is None)
        said = _of_figure(role, label) if role is not None else _of_poll(label)
        values = {field: _as_told(forms, window.text) for field, forms in said.items()}
        known = {field: value for field, value in values.items() if value is not None or not said[field]}
        multi = label.multi_select if role is None else None
        yield example(window, "poll" if role is None else "figure", known, multi, article.file.name)
    for number, block in enumerate(document.blocks):
        for amount in (*find_amounts(block.text), *find_percentages(block.text)):
            if not any(one == number and abs(start - amount.start) < _NEAR for one, start in taken):
                window = windows.of(number, amount.start, amount.end, share=isinstance(amount, Percentage))
                yield Example(window, "none", {}, None, article.file.name)


def _of_figure(role: LabelledRole, figure: LabelledFigure) -> dict[str, list[str]]:
    place = figure.geography
    return {
        "role": [role.title, *role.also],
        "qualifier": _parts(figure.qualifier),
        "place": [] if not place else [place, *(_UNITED_STATES if place in _UNITED_STATES else ())],
        "source": [figure.attributed_to] if figure.attributed_to else [],
    }


def _of_poll(poll: LabelledPoll) -> dict[str, list[str]]:
    return {
        "population": [poll.population] if poll.population else [],
        "sample": [f"{poll.sample:,}", str(poll.sample)] if poll.sample else [],
        "year": [str(poll.year)] if poll.year else [],
        "poll_source": [poll.attributed_to] if poll.attributed_to else [],
    }


def _parts(qualifier: str | None) -> list[str]:
    """The qualifier, then its parts: a label may join what the text says apart."""
    return [qualifier, *sorted(qualifier.split(", "), key=len, reverse=True)] if qualifier else []


def _as_told(forms: list[str], text: str) -> str | None:
    """The first form that the window has as whole words; None where it has none."""
    return next((one for one in forms if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text, re.IGNORECASE)), None)


def _places(document: SourceDocument, quote: str, written: str) -> Iterator[tuple[int, int, int]]:
    """Blocks and places in them where an amount stands in its quote, white space aside."""
    quote, written = ("".join(text.split()).lower() for text in (quote, written))
    for number, block in enumerate(document.blocks):
        kept = [place for place, sign in enumerate(block.text) if not sign.isspace()]
        text = "".join(block.text.split()).lower()
        if len(kept) != len(text) or (quote not in text and not (text in quote and written in text)):
            continue
        at = text.find(written, max(0, text.find(quote)))
        if at >= 0:
            yield number, kept[at], kept[at + len(written) - 1] + 1
