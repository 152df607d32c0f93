"""`waypoint knowledge check`: mistakes first, then what deserves a second look."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, List, Tuple

import click

from knowledge.curation.words import counted

if TYPE_CHECKING:
    from knowledge.curation.remarks import Remark
    from knowledge.drafts import Drafts


def check_files(
    articles: Path, roles: Path, *, today: date, max_age_years: float, links: bool, strict: bool, entries: bool
) -> None:
    """Print mistakes (exit code 1) or, where there are none, remarks (1 only when `strict`)."""
    from knowledge.article_file import knowledge_of
    from knowledge.checks import read_checked
    from knowledge.curation.acknowledged import as_entries

    drafts, problems = read_checked(articles, roles)
    if problems:
        click.echo("\n".join(map(str, problems)), err=True)
        click.echo(f"{counted(len(problems), 'mistake')} to correct.", err=True)
        sys.exit(1)
    found, quiet = look_again(drafts, roles, today=today, max_age_years=max_age_years, links=links)
    if entries:
        click.echo(as_entries(found), nl=False)
        return
    from cli.knowledge import summary

    click.echo(f"No mistake found: {summary(knowledge_of(drafts))}.")
    if found:
        click.echo(f"\n{counted(len(found), 'thing')} to look at again:")
        click.echo("\n".join(map(str, found)))
    if found:
        click.echo(
            "\nWhat is right as it is can be acknowledged: `waypoint knowledge check --entries` prints entries for "
            "acknowledged.yml; write the reasons."
        )
    if quiet:
        click.echo(f"{counted(quiet, 'acknowledged remark')} kept quiet.")
    sys.exit(1 if found and strict else 0)


def look_again(
    drafts: Drafts, roles: Path, *, today: date, max_age_years: float, links: bool
) -> Tuple[List[Remark], int]:
    """The remarks that nobody has acknowledged, and how many somebody has."""
    from cli.link_check import NoNetwork, dead_links
    from knowledge.curation.acknowledged import acknowledged_file, read_acknowledged, unacknowledged
    from knowledge.curation.age import older_than
    from knowledge.curation.contradictions import contradictions
    from knowledge.curation.duplicates import duplicates
    from knowledge.curation.kinds_alike import kinds_alike
    from knowledge.curation.polls_alike import polls_alike
    from knowledge.curation.remarks import remarks
    from knowledge.problems import Problems

    checks = (contradictions, polls_alike, duplicates, kinds_alike, older_than(max_age_years, today))
    found, looked = remarks(drafts, checks), False
    if links:
        try:
            found, looked = [*found, *dead_links(drafts)], True
        except NoNetwork:
            click.echo("There is no network here: the articles' addresses were not looked at.", err=True)
    problems = Problems()
    file = acknowledged_file(roles)
    known = read_acknowledged(file, problems)
    if problems:
        click.echo("\n".join(map(str, problems)), err=True)
        sys.exit(1)
    left = list(unacknowledged(found, known, file, all_ran=looked or not any(k[0] == "dead-link" for k in known)))
    return left, len(found) - len([one for one in left if one.kind != "acknowledged"])
