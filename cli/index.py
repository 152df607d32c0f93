"""`waypoint index`: export the encoder, build the passage index, search it, measure it.

Exit codes: 0 done; 1 something is missing or out of date; 2 wrong usage.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, Callable

import click

from index.errors import PassageIndexError
from knowledge.errors import KnowledgeError
from knowledge.settings import ROOT, Settings

TEST_QUESTIONS = ROOT / "tests" / "data" / "questions" / "test.yml"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def index() -> None:
    """Export the encoder, build the passage index, search it, measure it."""


def _errors_as_messages(command: Callable) -> Callable:
    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except (PassageIndexError, KnowledgeError) as error:
            raise click.ClickException(str(error)) from error

    return wrapped


@index.command("export-encoder")
@_errors_as_messages
def export_encoder_command() -> None:
    """Export the encoder for serving, after checking it against torch.

    WAYPOINT_ENCODER names the model. Nothing is downloaded.
    """
    from index.export_encoder import export_encoder
    from index.torch_encoder import TorchEncoder

    settings = Settings.from_environment()
    report = export_encoder(TorchEncoder(settings.encoder), settings.encoder_dir)
    click.echo(
        f"Exported {report.name}, {report.dimension} dimensions; lowest cosine to torch"
        f" {report.full_parity:.5f} (32 bit), {report.small_parity:.5f} (8 bit)."
    )


@index.command()
@_errors_as_messages
def build() -> None:
    """Build the passage index; only passages that changed are encoded again."""
    from index.passage_index import build_index
    from index.passage_tokens import build_tokens
    from index.publication import drop_other_versions
    from index.torch_encoder import TorchEncoder
    from knowledge.store import load_knowledge

    settings = Settings.from_environment()
    knowledge = load_knowledge(settings.database_url)
    # First the words: a process that reloads when the index is replaced finds them in place.
    build_tokens(knowledge, settings.tokens_dir)
    report = build_index(knowledge, TorchEncoder(settings.encoder), settings.index_dir)
    drop_other_versions(settings, keep=())  # what was published is now in build/index, made by this encoder
    click.echo(
        f"{report.total} passages: {report.encoded} encoded, {report.reused} unchanged,"
        f" {report.removed} removed."
    )


@index.command()
@click.argument("question")
@click.option("--top", default=5, show_default=True, type=click.IntRange(1, 50))
@_errors_as_messages
def search(question: str, top: int) -> None:
    """Show the passages found for QUESTION and whether they answer it."""
    from index.retriever import Retriever
    from knowledge.store import load_knowledge

    settings = Settings.from_environment()
    knowledge = load_knowledge(settings.database_url)
    evidence = Retriever.load(settings, knowledge).evidence(question, top_k=top)
    click.echo(f"{evidence.status.value} (probability {evidence.probability:.2f})")
    for hit in evidence.hits:
        click.echo(
            f"\n{hit.passage_id}  cosine {hit.vector_score:.2f}, words {hit.word_score:.1f}\n"
            f"  {knowledge.passages[hit.passage_id].text}"
        )


@index.command()
@click.option(
    "--questions", default=TEST_QUESTIONS, type=click.Path(path_type=Path, dir_okay=False),
    help="File of labelled questions.  [default: tests/data/questions/test.yml]",
)
@click.option("--misses", is_flag=True, help="List the questions that went wrong.")
@_errors_as_messages
def evaluate(questions: Path, misses: bool) -> None:
    """Measure finding and refusing on labelled questions."""
    from index.evaluate import ExpectedPassages, evaluate_questions, report_lines
    from index.onnx_encoder import OnnxEncoder
    from index.questions import read_questions
    from index.retriever import Retriever
    from knowledge.store import load_knowledge

    settings = Settings.from_environment()
    knowledge = load_knowledge(settings.database_url)
    retriever = Retriever.load(settings, knowledge)
    expected = ExpectedPassages(knowledge, OnnxEncoder(settings.encoder_dir))
    outcomes = evaluate_questions(retriever, expected, read_questions(questions))
    for line in report_lines(outcomes, with_misses=misses):
        click.echo(line)
