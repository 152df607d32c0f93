"""`waypoint knowledge diff|publish|remove`: what a change would change, and putting it in force."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Optional

import click

if TYPE_CHECKING:
    from cli.publishing import Wanted
    from knowledge.settings import Settings

BUILT = "built"
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command()
@click.option(
    "--against", default=BUILT, show_default=True, metavar="built|FOLDER",
    help="What to compare with: the knowledge in force, or a folder of articles.",
)
@click.option("--draft", type=FOLDER, help="With this draft published.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def diff(against: str, draft: Optional[Path], as_json: bool) -> None:
    """Show what would change for the people who ask.

    Compares the knowledge files with what the bot answers from now. Nothing is changed. Exit code 0
    also where there are differences.
    """
    from knowledge.article_file import read_articles
    from knowledge.curation.changes import knowledge_diff
    from knowledge.curation.diff_text import diff_lines

    settings = _settings()
    try:
        changes = _draft_changes(settings, draft)() if draft else None
        after = read_articles(settings.articles_dir, settings.roles_file, changes)
        found = knowledge_diff(_before(settings, against), after)
    except _errors() as error:
        _fail(error)
    click.echo(json.dumps(found.to_json(), ensure_ascii=False, indent=1) if as_json else "\n".join(diff_lines(found)))


@click.command()
@click.argument("draft", required=False, type=FOLDER)
@click.option("--yes", is_flag=True, help="Do not ask.")
def publish(draft: Optional[Path], yes: bool) -> None:
    """Put the knowledge files in force while the bot is running.

    With the folder of a reviewed DRAFT, its article is written into the articles first. Checked,
    built and switched to in one moment; only passages that changed are encoded. Nothing is changed
    while there is a mistake.
    """
    settings = _settings()
    try:
        wanted = _draft_changes(settings, draft) if draft else dict
    except _errors() as error:
        _fail(error)
    _carry_out(settings, wanted, yes, question="Publish this?")


@click.command()
@click.argument("article_id")
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(article_id: str, yes: bool) -> None:
    """Take an article out of the files and of everything that is answered, at once.

    Shows what will vanish and asks. Kinds of work stay in roles.yml.
    """
    from cli.publishing import removal

    settings = _settings()
    try:
        wanted = removal(settings, article_id)
    except _errors() as error:
        _fail(error)
    _carry_out(settings, wanted, yes, question=f"Take {article_id} out?")


def _carry_out(settings: Settings, wanted: Wanted, yes: bool, question: str) -> None:
    from cli.publishing import preview
    from cli.publishing import publish as put_in_force
    from knowledge.curation.diff_text import diff_lines, summary

    try:
        seen, _ = preview(settings, wanted)
        click.echo("\n".join(diff_lines(seen)))
        if seen.changes and not yes:
            click.confirm(f"\n{question}", abort=True)
        agreed = None if yes else seen  # who does not want to be asked takes what comes
        done = put_in_force(settings, wanted, seen=agreed, step=lambda text: click.echo(f"... {text}", err=True))
    except _errors() as error:
        _fail(error)
    encoded = f"{done.built.encoded} of {done.built.total} passages encoded" if done.built else "search was ready"
    told = summary(done.diff) or "nothing changed"
    click.echo(f"In force: knowledge {done.knowledge.version} ({told}; {encoded}). The bot answers from it now.")


def _draft_changes(settings: Settings, draft: Path) -> Wanted:
    """What a reviewed draft would write."""
    from cli.publishing import addition
    from knowledge.importing.drafts import article_of, load_draft

    loaded = load_draft(draft)
    text = article_of(loaded, settings.roles_file)
    return addition(settings, loaded.folder.absolute().name, text, loaded.kinds_text)


def _before(settings: Settings, against: str) -> Any:
    from cli.publishing import knowledge_in_force
    from knowledge.article_file import read_articles

    if against == BUILT:
        return knowledge_in_force(settings)
    folder = Path(against)
    if not folder.is_dir():
        raise click.ClickException(f'there is no folder "{against}"; write built or the folder of other articles')
    own = next((f for f in (folder / "roles.yml", folder.parent / "roles.yml") if f.exists()), settings.roles_file)
    return read_articles(folder, own)


def _settings() -> Settings:
    from knowledge.settings import Settings

    return Settings.from_environment()


def _errors() -> tuple:
    from index.errors import PassageIndexError
    from knowledge.errors import KnowledgeError

    return (KnowledgeError, PassageIndexError)


def _fail(error: Exception) -> NoReturn:
    click.echo(str(error), err=True)
    sys.exit(1)
