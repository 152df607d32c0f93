"""`waypoint knowledge`: check the articles, build the database, look at what is in it.

Exit codes: 0 done; 1 the files are wrong or the database cannot be used; 2 wrong usage.
"""

from __future__ import annotations

import functools
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any, Callable, Iterable, Optional, Sized

import click

from cli.gaps import gaps
from cli.importing import import_
from cli.knowledge_check import check_files
from cli.knowledge_publishing import diff, publish, remove
from cli.review.command import review
from knowledge.article_file import read_articles
from knowledge.curation.words import figure_words
from knowledge.errors import ArticleFormatError, KnowledgeError
from knowledge.facts import KnowledgeBase, Role
from knowledge.names_file import write_names
from knowledge.problems import shown_path
from knowledge.settings import Settings
from knowledge.store import build_database, load_knowledge, shown_database


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def knowledge() -> None:
    """Check, build and show what the articles say.

    The articles in knowledge/articles and the kinds of work in knowledge/roles.yml are the
    source of truth. The database is built from them and can always be thrown away.
    """


def _file_options(command: Callable) -> Callable:
    """--articles and --roles, and our own errors as messages."""

    @click.option(
        "--articles",
        type=click.Path(path_type=Path, file_okay=False),
        help="Folder of the articles.  [default: WAYPOINT_ARTICLES_DIR or knowledge/articles]",
    )
    @click.option(
        "--roles",
        type=click.Path(path_type=Path, dir_okay=False),
        help="File of the kinds of work.  [default: WAYPOINT_ROLES_FILE or knowledge/roles.yml]",
    )
    @functools.wraps(command)
    def with_options(articles: Optional[Path], roles: Optional[Path], **others: Any) -> None:
        settings = Settings.from_environment()
        return command(articles or settings.articles_dir, roles or settings.roles_file, **others)

    return with_options


knowledge.add_command(import_)
knowledge.add_command(review)


@knowledge.command()
@_file_options
@click.option("--max-age-years", default=3.0, show_default=True, help="What is older is remarked.")
@click.option("--links", is_flag=True, help="Ask the network whether the articles' addresses are still there.")
@click.option("--strict", is_flag=True, help="Fail when anything is left to look at again.")
@click.option("--entries", is_flag=True, help="Print what is left as entries for acknowledged.yml.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), hidden=True, help="For tests.")
def check(
    articles: Path, roles: Path, max_age_years: float, links: bool, strict: bool, entries: bool,
    today: Optional[datetime],
) -> None:
    """Look for mistakes in the articles, and for what deserves a second look.

    Each is told as FILE:LINE: what was seen; what to do. Nothing is changed. Mistakes must be
    corrected; then come contradictions, polls that look alike, duplicates, what has grown old and
    kinds of work that look like another. What is right as it is goes into acknowledged.yml, beside
    roles.yml, with a reason.
    """
    day = today.date() if today else date.today()
    check_files(
        articles, roles, today=day, max_age_years=max_age_years, links=links, strict=strict, entries=entries
    )


@knowledge.command()
@_file_options
def build(articles: Path, roles: Path) -> None:
    """Build the database, and the names that the language rules know.

    Nothing is written while there is a mistake in an article. Programs that are reading see
    the old knowledge until the new is complete.
    """
    settings = Settings.from_environment()
    built = _read(articles, roles)
    try:
        build_database(built, settings.database_url)
        write_names(built, settings.names_file)
    except KnowledgeError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(
            f"{shown_path(settings.names_file)} cannot be written ({error.strerror}); check that "
            "the disk has room and WAYPOINT_BUILD_DIR can be written"
        ) from error
    click.echo(f"Built the knowledge base {built.version}: {summary(built)}.")
    written = shown_database(settings.database_url), shown_path(settings.names_file)
    click.echo(f"Wrote {written[0]} and {written[1]}.")


for command in (diff, publish, remove, gaps):
    knowledge.add_command(command)


@knowledge.command()
@click.argument("name", required=False)
def show(name: Optional[str]) -> None:
    """Show what the database holds.

    Without NAME: the articles and the kinds of work. With the name of a kind of work, such as
    utilization-review: every article's entry for it, with figures and where they come from.
    """
    try:
        stored = load_knowledge(Settings.from_environment().database_url)
    except KnowledgeError as error:
        raise click.ClickException(str(error)) from error
    lines = _overview(stored) if name is None else _entries(stored, name)
    click.echo("\n".join(lines))


def _read(articles: Path, roles: Path) -> KnowledgeBase:
    try:
        return read_articles(articles, roles)
    except ArticleFormatError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        click.echo(f"{_count(error.problems, 'mistake')} to correct.", err=True)
        raise SystemExit(1) from error


def summary(read: KnowledgeBase) -> str:
    """What there is, in numbers."""
    silent = sum(not role.figures for role in read.roles.values())
    return (
        f"{_count(read.articles, 'article')}, {_count(read.passages, 'passage')}, "
        f"{_count(read.roles, 'role')} ({silent} without a figure), "
        f"{_count(read.figures, 'figure')}, {_count(read.polls, 'poll')}, "
        f"{_count(read.drivers, 'driver')}"
    )


def _count(things: Sized, name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def _overview(stored: KnowledgeBase) -> Iterable[str]:
    yield f"Knowledge base {stored.version}: {summary(stored)}."
    roles = Counter(role.article_id for role in stored.roles.values())
    yield "\nArticles"
    for article in stored.articles.values():
        yield (
            f"  {article.id}: {article.title} ({article.publisher}, "
            f"{article.published or 'no date'}), {roles[article.id]} roles"
        )
    entries = Counter(role.kind for role in stored.roles.values())
    width = max(map(len, stored.kinds), default=0)
    yield "\nKinds of work"
    for kind in stored.kinds.values():
        count = entries[kind.id]
        yield f"  {kind.id:{width}}  {kind.title}, {count} {'entry' if count == 1 else 'entries'}"


def _entries(stored: KnowledgeBase, name: str) -> Iterable[str]:
    """The roles of a kind, or the one role with this id."""
    wanted = name.lower()
    roles = [r for r in stored.roles.values() if wanted in (r.kind, r.id)]
    if not roles:
        raise click.ClickException(
            f'no kind of work is called "{name}"; `waypoint knowledge show` lists them'
        )
    for role in roles:
        yield from _entry(stored, role)


def _entry(stored: KnowledgeBase, role: Role) -> Iterable[str]:
    yield f"{role.title}  [{role.id}]"
    yield f"  {role.summary}"
    for figure in role.figures:
        yield f"  pay: {figure_words(figure)}  [{figure.passage_id}]"
    if not role.figures:
        yield f"  pay: no figure{f', {role.pay_note}' if role.pay_note else ''}"
    for attribute in role.attributes:
        yield (
            f"  {attribute.name}: {attribute.value}, {attribute.basis}  [{attribute.passage_id}]"
        )
    for passage_id in role.passage_ids:
        yield f"  {stored.passages[passage_id].text}  [{passage_id}]"
    yield ""

