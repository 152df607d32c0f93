"""`waypoint knowledge gaps`: which article to write next."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Optional

import click

FORMS = ("text", "markdown", "html")


@click.command()
@click.option("--days", type=click.IntRange(min=1, max=36_500), help="Only the last so many days.  [default: all]")
@click.option("--least", type=click.IntRange(min=1), default=1, show_default=True, help="Leave rarer groups out.")
@click.option("--format", "form", type=click.Choice(FORMS), help="[default: by the output's name, else text]")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="[default: print it]")
@click.option("--purge", is_flag=True, help="Delete all noted questions, and do nothing else.")
def gaps(days: Optional[int], least: int, form: Optional[str], output: Optional[Path], purge: bool) -> None:
    """Show the questions that got no answer or a thumb down, grouped by meaning.

    Each group says how often it was asked, why it stayed open, examples, and which article would
    answer it. Questions are noted without person and conversation; WAYPOINT_UNANSWERED_DAYS=0
    switches that off.
    """
    from index.errors import PassageIndexError
    from knowledge.errors import KnowledgeError
    from knowledge.records.database import Records
    from knowledge.records.errors import RecordsError
    from knowledge.records.unanswered import purge_unanswered
    from knowledge.settings import Settings

    settings = Settings.from_environment()
    try:
        with closing(Records(settings.records_url)) as records:
            if purge:
                gone = purge_unanswered(records, days=36_500, most=0)
                records.settle()
                click.echo(f"{gone} noted questions deleted.")
                return
            report = _report(settings, records, days, least, form or _form_of(output))
    except (KnowledgeError, PassageIndexError, RecordsError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if output is None:
        click.echo(report)
    else:
        output.write_text(report + "\n", encoding="utf-8")
        click.echo(f"Wrote {output}.")


def _report(settings, records, days: Optional[int], least: int, form: str) -> str:
    from cli.gap_groups import asked_questions, find_gaps
    from cli.gap_report import heading, html_report, kept, markdown_report, text_report
    from index.onnx_encoder import OnnxEncoder
    from knowledge.language.names import Names
    from knowledge.names_file import names_of
    from knowledge.records.feedback import list_feedback
    from knowledge.records.unanswered import list_unanswered
    from knowledge.store import load_knowledge

    knowledge = load_knowledge(settings.database_url)
    now = datetime.now(timezone.utc)
    since = now - timedelta(days=days) if days else None
    disliked = [f for f in list_feedback(records, rating="down") if since is None or f.time >= since]
    asked = asked_questions(list_unanswered(records, since), disliked)
    names = Names.from_content(names_of(knowledge))
    found, left_out = kept(find_gaps(asked, OnnxEncoder(settings.encoder_dir), names, knowledge), least)
    head = heading(found, days, now.date(), left_out)
    if form == "html":
        return html_report(found, knowledge, head)
    return "\n".join((markdown_report if form == "markdown" else text_report)(found, knowledge, head))


def _form_of(output: Optional[Path]) -> str:
    suffix = output.suffix.lower() if output else ""
    return {".html": "html", ".htm": "html", ".md": "markdown"}.get(suffix, "text")
